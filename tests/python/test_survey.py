"""Answers in data frames become counts, whatever made the frame and however it is divided."""

from __future__ import annotations

import csv
import json
import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import kvalitet as kv
import numpy
import pandas
import polars
import pyarrow  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("KVALITET_DATA", ROOT.parent / "shared" / "data"))
TLD = kv.SurveyInstrument.load(ROOT / "examples" / "survey" / "tld.json")


def instrument(items: dict[str, str], levels: int, **more: Any) -> kv.SurveyInstrument:
    """One with these items, by area, on a scale from 0."""
    scale = kv.AnswerScale(
        id="scale",
        levels=[kv.AnswerLevel(code=i, label=kv.Localised(sv=f"nivå {i}")) for i in range(levels)],
        outside=[kv.AnswerLevel(code=levels, label=kv.Localised(sv="vet inte"))],
    )
    return kv.SurveyInstrument(
        format_version=1,
        id="made-up",
        version="1",
        areas=[kv.SurveyArea(id=area, title=kv.Localised(sv=area)) for area in dict.fromkeys(items.values())],
        scales=[scale],
        items=[
            kv.SurveyItem(id=item, area=area, scale="scale", wordings=[kv.Wording(language="sv", text=f"fråga {item}")])
            for item, area in items.items()
        ],
        **more,
    )


MADE_UP = instrument({"a": "x", "b": "x", "c": "y"}, 5)

answers = st.lists(
    st.tuples(
        st.sampled_from(["Ek", "Gran", "Tall"]),
        st.integers(1, 3),
        *(st.none() | st.integers(0, 6) for _ in MADE_UP.items),
    ),
    max_size=40,
)


def columns_of(rows: list[tuple[Any, ...]]) -> dict[str, list[Any]]:
    names = ["unit", "grade", *(item.id for item in MADE_UP.items)]
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}


def plainly(rows: list[tuple[Any, ...]]) -> dict[tuple[str, str], list[int]]:
    """The counts by a plain loop."""
    groups: dict[tuple[str, str], Counter[tuple[int, int]]] = {}
    for unit, grade, *given_answers in rows:
        counts = groups.setdefault((unit, str(grade)), Counter())
        counts.update((i, answer) for i, answer in enumerate(given_answers) if answer is not None)
    return {key: [counts[i, code] for i in range(3) for code in range(6)] for key, counts in sorted(groups.items())}


SCHEMA = {"unit": polars.String, "grade": polars.Int64, "a": polars.Int64, "b": polars.Int64, "c": polars.Int64}


def as_polars(columns: dict[str, list[Any]]) -> Any:
    return polars.DataFrame(columns, schema=SCHEMA)


def as_bytes(columns: dict[str, list[Any]]) -> Any:
    return as_polars(columns).with_columns(polars.col("a", "b", "c").cast(polars.UInt8))


def as_categories(columns: dict[str, list[Any]]) -> Any:
    return as_polars(columns).with_columns(
        polars.col("unit").cast(polars.Categorical),
        polars.col("a", "b", "c").cast(polars.String).cast(polars.Categorical),
    )


def as_arrow(columns: dict[str, list[Any]]) -> Any:
    table = as_polars(columns).to_arrow()
    return table.set_column(0, "unit", table["unit"].cast("string"))


def as_pandas(columns: dict[str, list[Any]]) -> Any:
    frame = pandas.DataFrame(columns)
    for item in ("a", "b", "c"):
        frame[item] = frame[item].astype("float64")
    frame["unit"] = frame["unit"].astype("string[pyarrow]")
    frame["grade"] = frame["grade"].astype("int32")
    return frame


@pytest.mark.parametrize("made", [as_polars, as_bytes, as_categories, as_arrow, as_pandas])
@settings(max_examples=60)
@given(rows=answers, threads=st.integers(1, 3))
def test_counts_are_what_a_plain_loop_counts(made: Any, rows: list[tuple[Any, ...]], threads: int) -> None:
    counts, report = kv.count_answers(made(columns_of(rows)), MADE_UP, by=["unit", "grade"], threads=threads)
    assert {tuple(group.key): list(group.counts) for group in counts.groups} == plainly(rows)
    assert sum(group.respondents for group in counts.groups) == report.rows == len(rows)
    for i, column in enumerate(report.columns[2:]):
        given_answers = [row[2 + i] for row in rows]
        assert column.missing == given_answers.count(None)
        assert sum(unknown.count for unknown in column.unknown) == given_answers.count(6)
    assert counts.check(MADE_UP) == ()


@settings(max_examples=60)
@given(rows=answers, seed=st.integers(0, 99), parts=st.integers(1, 4))
def test_parts_in_any_order_give_the_whole(rows: list[tuple[Any, ...]], seed: int, parts: int) -> None:
    whole = kv.SurveyCounts.from_frame(as_polars(columns_of(rows)), MADE_UP, by=["unit"], round="2026-10")
    shuffled = rows.copy()
    random.Random(seed).shuffle(shuffled)
    pieces = [
        kv.SurveyCounts.from_frame(made(columns_of(shuffled[i::parts])), MADE_UP, by=["unit"], round="2026-10")
        for i, made in zip(range(parts), [as_polars, as_arrow, as_bytes, as_pandas], strict=False)
    ]
    merged = pieces[0]
    for piece in pieces[1:]:
        merged = merged + piece
    assert merged == whole
    assert merged.to_json() == whole.to_json()
    by_grade = kv.SurveyCounts.from_frame(as_polars(columns_of(rows)), MADE_UP, by=["unit", "grade"], round="2026-10")
    assert by_grade.divided_by(["unit"]) == whole


WIDTHS = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"]


@pytest.mark.parametrize("width", WIDTHS)
@settings(max_examples=40)
@given(data=st.data())
def test_numbers_of_any_width_divide_as_their_texts(width: str, data: st.DataObject) -> None:
    """Small ones stand for themselves until there is one that does not, in whichever batch."""
    limits = numpy.iinfo(width)
    small = st.integers(max(limits.min, 0), min(limits.max, 9))
    any_number = st.one_of(small, st.integers(int(limits.min), int(limits.max)), st.none())
    batches = data.draw(st.lists(st.lists(st.one_of(small, any_number), max_size=8), min_size=1, max_size=4))
    batches = data.draw(st.sampled_from([batches, [[n for n in batch if n in range(10)] for batch in batches]]))
    numbers = pyarrow.chunked_array([pyarrow.array(batch, width) for batch in batches], width)
    counts = divided_by(numbers)
    assert counts == divided_by(numbers.cast("string"))
    if isinstance(counts, kv.SurveyCounts):  # among any numbers some are identity numbers
        expected = Counter("" if number is None else str(number) for batch in batches for number in batch)
        assert {group.key[0]: group.respondents for group in counts.groups} == expected
        assert all(sum(group.counts) == group.respondents for group in counts.groups)
    else:
        assert counts == "survey.personal-group"


def divided_by(units: Any) -> kv.SurveyCounts | str:
    """Counts, or why there are none."""
    table = pyarrow.table({"unit": units, "a": numpy.ones(len(units), "u1")})
    try:
        return kv.SurveyCounts.from_frame(table, MADE_UP, by=["unit"], moments=False)
    except kv.UsageError as error:
        return error.code


@pytest.mark.parametrize("width", ["int64", "uint64"])
def test_identity_numbers_divide_nothing_as_numbers_either(width: str) -> None:
    """The number is one that tests use and nobody has."""
    numbers = pyarrow.chunked_array([pyarrow.array([number], width) for number in (1_212_121_212, 7)])
    assert divided_by(numbers) == divided_by(numbers.cast("string")) == "survey.personal-group"


def test_what_was_not_asked_is_not_answered() -> None:
    """Of an area of which one item is missing nobody has answered all."""
    frame = polars.DataFrame({"unit": ["A", "A", "B"], "a": [1, 2, 3]})
    counts, report = kv.count_answers(frame, MADE_UP, by=["unit"])
    assert list(report.not_found) == ["b", "c"]
    empty = frame.with_columns(b=polars.lit(None, polars.Int64), c=polars.lit(None, polars.Int64))
    assert counts == kv.count_answers(empty, MADE_UP, by=["unit"])[0]
    assert [moment.respondents for group in counts.groups for moment in group.moments if len(moment.sums) > 1] == [0, 0]


def test_words_and_headings_are_known() -> None:
    frame = polars.DataFrame(
        {
            "Skola": ["Granskolan"] * 6,
            "Jag känner mig trygg i skolan.": [
                "Stämmer helt och hållet",
                "stämmer ganska bra",
                "4",
                "4,0",
                " Vet ej",
                "",
            ],
            "calm-to-work": ["1", "2", "kanske", None, "kanske", "Kalle säger nej"],
            "E-post": ["a@b.example"] * 6,
        }
    )
    counts, report = kv.count_answers(frame, TLD, by=["Skola"])
    (safe, calm) = (group_counts(counts, "safe-at-school"), group_counts(counts, "calm-to-work"))
    assert safe == {1: 0, 2: 0, 3: 1, 4: 3, 9: 1}
    assert calm == {1: 1, 2: 1, 3: 0, 4: 0, 9: 0}
    assert [column.use.value for column in report.columns] == ["by", "item", "item", "left_out"]
    # What few have written may be somebody's own words, and is not repeated.
    assert [(unknown.value, unknown.count) for unknown in report.columns[2].unknown] == [("", 3)]
    assert "Kalle" not in report.to_json()
    assert "example" not in report.to_json()
    assert "afraid" in report.not_found


def group_counts(counts: kv.SurveyCounts, item: str) -> dict[int, int]:
    at = 0
    for counted in counts.items:
        if counted.item == item:
            (group,) = counts.groups
            return dict(zip(counted.codes, group.counts[at : at + len(counted.codes)], strict=True))
        at += len(counted.codes)
    raise KeyError(item)


def test_misuse_is_told() -> None:
    frame = polars.DataFrame({"a": [1], "list": [[1]]})
    with pytest.raises(TypeError, match="data frame"):
        kv.count_answers([1, 2], MADE_UP)
    with pytest.raises(TypeError, match="list of columns"):
        kv.count_answers(frame, MADE_UP, by="a")
    with pytest.raises(kv.UsageError, match="ingen kolumn ”unit”"):
        kv.count_answers(frame, MADE_UP, by=["unit"])
    with pytest.raises(kv.UsageError, match="rymmer svar"):
        kv.count_answers(frame, MADE_UP, by=["list"])
    with pytest.raises(kv.UsageError, match="Ingen av tabellens kolumner"):
        kv.count_answers(frame.select("list"), MADE_UP)


def test_a_stream_that_breaks_off_is_told_and_leaves_nothing() -> None:
    def batches() -> Any:
        yield pyarrow.record_batch({"a": [1, 2]})
        raise OSError("skivan är full")

    reader = pyarrow.RecordBatchReader.from_batches(pyarrow.schema({"a": pyarrow.int64()}), batches())
    with pytest.raises(kv.FileError, match="skivan är full"):
        kv.count_answers(reader, MADE_UP)


def test_batches_of_a_stream_are_one_table() -> None:
    batch = [pyarrow.record_batch({"unit": [f"skola {i}"] * 3, "a": [0, 1, i % 6]}) for i in range(20)]
    reader = pyarrow.RecordBatchReader.from_batches(batch[0].schema, batch)
    in_batches = kv.SurveyCounts.from_frame(reader, MADE_UP, by=["unit"])
    assert in_batches == kv.SurveyCounts.from_frame(pyarrow.Table.from_batches(batch), MADE_UP, by=["unit"])
    sliced = pyarrow.Table.from_batches(batch).slice(7, 31)
    rows = [(row["unit"], row["a"]) for row in sliced.to_pylist()]
    assert {
        group.key[0]: group.respondents for group in kv.SurveyCounts.from_frame(sliced, MADE_UP, by=["unit"]).groups
    } == Counter(unit for unit, _ in rows)


def number(value: kv.Value) -> float:
    assert value.number_or_approximate is not None
    return value.number_or_approximate


@pytest.mark.skipif(not (DATA / "swmdk").exists(), reason="the shared data are not here")
def test_reliability_is_that_of_r() -> None:
    items = {f"item{i}": "teachers" if i < 8 else "classmates" for i in range(1, 14)}
    made = instrument(items, 5)
    with (DATA / "swmdk" / "swmdk.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    frame = polars.DataFrame(
        {"class": [row["classId"] for row in rows]}
        | {item: [int(row[item.capitalize()]) - 1 for row in rows] for item in items}
    )
    counts = kv.SurveyCounts.from_frame(frame, made, by=["class"])
    oracle = json.loads((DATA / "swmdk" / "oracle.json").read_text(encoding="utf-8"))
    teachers, classmates = counts.divided_by([]).area_figures(made)
    for figures, expected in ((teachers, "alpha_teachers_1_7"), (classmates, "alpha_classmates_8_13")):
        assert number(figures.alpha) == pytest.approx(oracle[expected]["raw_alpha"], abs=1e-9)
    for figures in counts.divided_by([]).item_figures(made):
        expected = oracle["items"][figures.item.capitalize()]
        assert figures.answers == expected["n"]
        assert number(figures.mean) / 2.5 + 1 == pytest.approx(expected["mean"], abs=1e-9)
        assert number(figures.deviation) / 2.5 == pytest.approx(expected["sd"], abs=1e-9)
        assert number(figures.top_share) == pytest.approx(expected["top2_box"]["share"], abs=1e-9)
        assert number(figures.top_share_lower) == pytest.approx(expected["top2_box"]["lower"], abs=1e-9)
        assert number(figures.top_share_upper) == pytest.approx(expected["top2_box"]["upper"], abs=1e-9)


def test_figures_of_nobody_are_missing_and_not_zero() -> None:
    frame = polars.DataFrame({"a": [None, None], "b": [5, 5]}, schema={"a": polars.UInt8, "b": polars.UInt8})
    counts = kv.SurveyCounts.from_frame(frame, MADE_UP)
    a, b, _ = counts.item_figures(MADE_UP)
    assert str(a.mean) == str(a.top_share) == "."
    assert (b.outside, str(b.mean), number(b.top_share)) == (2, ".", 0)


def test_a_new_wording_breaks_the_trend() -> None:
    first = TLD.items[0]
    wording = first.wordings[0].replace(text="Jag känner mig trygg på skolan.")
    after = TLD.replace(version="2027", items=[first.replace(wordings=[wording, *first.wordings[1:]]), *TLD.items[1:]])
    (finding,) = after.trend_breaks(TLD)
    assert finding.code == "survey.item-changed"
    assert "Jag känner mig trygg på skolan." in finding.message.sv
    assert TLD.trend_breaks(TLD) == ()


def test_what_is_no_answer_is_told_of_every_batch() -> None:
    """Bytes are counted where they lie in one batch, and made anew in another that lacks some."""
    schema = pyarrow.schema({"a": pyarrow.uint8()})
    batches = [pyarrow.record_batch({"a": pyarrow.array(values, pyarrow.uint8())}) for values in ([0, None], [7] * 5)]
    reader = pyarrow.RecordBatchReader.from_batches(schema, batches)
    _, report = kv.count_answers(reader, MADE_UP)
    (column,) = report.columns
    assert (column.missing, [(unknown.value, unknown.count) for unknown in column.unknown]) == (1, [("7", 5)])


def test_names_that_are_no_text_are_shown_as_far_as_they_can_be() -> None:
    broken = pyarrow.Array.from_buffers(
        pyarrow.string(), 1, [None, pyarrow.py_buffer(b"\0\0\0\0\3\0\0\0"), pyarrow.py_buffer(b"E\xff\x0b")]
    )
    counts, report = kv.count_answers(pyarrow.table({"unit": broken, "a": [1], "x\x01": [1]}), MADE_UP, by=["unit"])
    assert [group.key for group in counts.groups] == [("E\ufffd\ufffd",)]
    assert report.columns[2].column == "x\ufffd"
