"""Lists as CSV. What is written, Python's own reader reads back; what should be read is found by the objects' properties."""

from __future__ import annotations

import csv
import datetime as dt
import enum
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kvalitet import _native

ROOT = Path(__file__).parents[2]
RECORDS = dict(_native._describe())

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"),
        st.sampled_from("=+-@\t\r\n'\",; |"),
    ),
    max_size=12,
)


def read(text: str, dialect: str = "excel") -> list[list[str]]:
    if dialect == "excel":
        assert text.startswith("\ufeff")
        text = text[1:]
    assert text.endswith("\r\n")
    delimiter = ";" if dialect == "excel" else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert len({len(row) for row in rows}) == 1
    return rows


def defused(words: str) -> str:
    return f"'{words}" if words[:1] in {"=", "+", "-", "@", "\t", "\r", "\n"} else words


def is_blank(words: str) -> bool:
    return not words.strip(" \t\r\n\u00a0")


rows_of_trace = st.lists(
    st.builds(
        kv.TraceRow,
        section=TEXTS,
        heading=TEXTS,
        sentence=TEXTS,
        bearing=st.sampled_from(kv.Bearing),
        carried_by=st.lists(st.sampled_from(["report-tells-results", "analyse-survey"]), max_size=2),
        accounted_by=st.lists(TEXTS, max_size=3),
    )
)


@given(rows_of_trace)
def test_rfc_4180_changes_nothing(rows: list[kv.TraceRow]) -> None:
    heading, *cells = read(kv.to_csv(rows, type=kv.TraceRow, dialect="rfc4180"), "rfc4180")
    assert heading == ["section", "heading", "sentence", "bearing", "carried_by", "accounted_by", "paraphrase"]
    assert cells == [
        [
            row.section,
            row.heading,
            row.sentence,
            row.bearing,
            " | ".join(row.carried_by),
            " | ".join(item for item in row.accounted_by if not is_blank(item)),
            "false",
        ]
        for row in rows
    ]


@given(rows_of_trace)
def test_only_formulas_are_defused_for_excel(rows: list[kv.TraceRow]) -> None:
    _, *plain = read(kv.to_csv(rows, type=kv.TraceRow, dialect="rfc4180"), "rfc4180")
    _, *excel = read(kv.to_csv(rows, type=kv.TraceRow))
    assert excel == [[defused(cell) for cell in row] for row in plain]


@given(st.lists(TEXTS))
def test_a_table_of_one_column(texts: list[str]) -> None:
    records = [kv.Localised(sv=text, en=text) for text in texts]
    for dialect in kv.CsvDialect:
        _, *rows = read(kv.to_csv(records, type=kv.Localised, dialect=dialect), dialect)
        assert [row[0] for row in rows] == [defused(t) if dialect == "excel" else t for t in texts]


@given(st.dictionaries(TEXTS.filter(bool), st.one_of(TEXTS, st.integers(-(2**63), 2**63 - 1)), max_size=3))
def test_named_data(data: dict[str, int | str]) -> None:
    words = kv.Localised(sv="x", en="")
    finding = kv.Finding(rule="r", code="c", severity="error", pointer="", message=words, hint=words, data=data)
    heading, row = read(kv.to_csv(finding, dialect="rfc4180"), "rfc4180")
    assert dict(zip(heading, row, strict=True))["data"] == " | ".join(f"{key}={value}" for key, value in data.items())


def columns(name: str, before: str = "") -> Iterator[str]:
    """The keys of a class's columns, from what the stubs are made of."""
    for key, kind, *_ in RECORDS[name]:
        while kind[0] == "optional":
            kind = kind[1]
        way = before + key.removesuffix("_")  # `from_` is a word of Python only
        if kind[0] == "plain" and kind[1] in RECORDS and kind[1] != "Localised":
            yield from columns(kind[1], f"{way}.")
        else:
            yield way


@pytest.mark.parametrize("name", sorted(set(RECORDS) - {"Localised"}))
def test_every_class_has_its_columns(name: str) -> None:
    (keys,) = read(kv.to_csv((), type=name))
    assert keys == list(columns(name))
    for lang in kv.Language:
        (labels,) = read(kv.to_csv((), type=name, names="labels", lang=lang))
        assert len(labels) == len(keys)
        assert len(set(labels)) == len(keys)


def cell(value: Any) -> str | None:
    """What should stand in a cell, None for lists of records, which are told in words."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case enum.Enum():
            return str(value.value)
        case dt.date() | dt.time():
            return value.isoformat()[: 5 if isinstance(value, dt.time) else None]
        case kv.Localised():
            return value.sv
        case dict():
            return " | ".join(f"{key}={item}" for key, item in value.items())
        case tuple() if any(type(item).__name__ in RECORDS and not isinstance(item, kv.Localised) for item in value):
            return None
        case tuple():
            return " | ".join(str(cell(item)) for item in value)
    return str(value)


def at(record: Any, way: str) -> Any:
    for key in way.split("."):
        if record is None:
            return None
        record = getattr(record, "from_" if key == "from" else key)
    return record


SYSTEM = kv.QualitySystem.builtin("vetlanda-2024")
PLAN = kv.CommitmentPlan.load(ROOT / "examples/plans/complete.json")
LISTS = {
    "findings": SYSTEM.check(kv.CommitmentPlan.load(ROOT / "examples/plans/flawed.json"), as_of=dt.date(2026, 10, 15)),
    "events": SYSTEM.annual_cycle(kv.SchoolYear(2026)).events,
    "duties": SYSTEM.duties(kv.SchoolYear(2026)),
    "trace": SYSTEM.guideline.trace(),
    "rules": SYSTEM.guideline.rules,
    "activities": PLAN.areas[0].commitments[0].activities,
    "follow-ups": PLAN.follow_up_log(),
    "measures": [kv.Measure(id="a", title="Läslyft", units=["norra", "sodra"], planned_for=dt.date(2027, 1, 8))],
    "matters": [kv.Matter(id="a", touches_children="directly"), kv.Matter(id="b", decided_on=dt.date(2027, 1, 8))],
    "gathered": SYSTEM.gather([PLAN]).areas,
    "changes": kv.diff(PLAN, PLAN.replace(years=2)),
}


@pytest.mark.parametrize("name", LISTS)
def test_what_the_objects_say_is_what_is_read(name: str) -> None:
    records = LISTS[name]
    assert records
    keys, *rows = read(kv.to_csv(records, dialect="rfc4180"), "rfc4180")
    assert len(rows) == len(records)
    compared = 0
    for record, row in zip(records, rows, strict=True):
        for key, found in zip(keys, row, strict=True):
            expected = cell(at(record, key))
            if expected is not None:
                compared += 1
                assert found == expected, key
    assert compared > 0.6 * len(keys) * len(rows)


def test_each_activity_with_what_is_around_it() -> None:
    rows = list(csv.DictReader(io.StringIO(kv.to_csv(PLAN, each="areas.commitments.activities", dialect="rfc4180"))))
    expected = [
        (area.title, commitment.title, activity.title, cell(activity.start))
        for area in PLAN.areas
        for commitment in area.commitments
        for activity in commitment.activities
    ]
    way = "areas.commitments"
    keys = ("areas.title", f"{way}.title", f"{way}.activities.title", f"{way}.activities.start")
    assert [tuple(row[key] for key in keys) for row in rows] == expected
    assert {row["school_year"] for row in rows} == {"2026/27"}


def test_lists_of_records_are_told_in_words() -> None:
    area, *_ = PLAN.areas
    (row,) = csv.DictReader(io.StringIO(kv.to_csv(area, dialect="rfc4180")))
    assert row["commitments"] == " | ".join(commitment.title for commitment in area.commitments)


def test_labels_are_what_people_say() -> None:
    heading, first, *_ = read(kv.to_csv(LISTS["findings"], names="labels"))
    assert heading[:5] == ["Regel", "Kod", "Allvar", "Plats", "Var"]
    assert "Grund, källa, citat" in heading
    assert first[2] == "varning"
    heading, first, *_ = read(kv.to_csv(LISTS["findings"], names="labels", lang="en"))
    assert "Basis, citation, quote" in heading
    assert first[heading.index("Message")] == LISTS["findings"][0].message.en


def test_an_empty_list_says_nothing_of_itself() -> None:
    assert kv.to_csv([]) == ""
    assert kv.to_csv([], type=kv.Finding) == kv.to_csv(iter(()), type="Finding")


def test_misuse() -> None:
    with pytest.raises(TypeError, match="to_csv: expected objects of the model, got str"):
        kv.to_csv("abc")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="to_csv: expected Activity objects, got Finding"):
        kv.to_csv([*LISTS["activities"], LISTS["findings"][0]])
    with pytest.raises(TypeError, match="to_csv: expected Event objects, got Finding"):
        kv.to_csv(LISTS["findings"], type=kv.Event)
    with pytest.raises(TypeError):
        kv.to_csv(None)  # type: ignore[arg-type]
    with pytest.raises(kv.NotFoundError):
        kv.to_csv([], type="Nothing")
    with pytest.raises(ValueError, match="one of excel rfc4180"):
        kv.to_csv([], dialect="tsv")
    with pytest.raises(kv.UsageError) as caught:
        kv.to_csv(PLAN, each="areas.aktiviteter")
    assert caught.value.code == "csv.no-such-list"
    assert "commitments" in caught.value.hint.sv


def test_json_and_csv_tell_of_the_same_findings() -> None:
    rows = csv.DictReader(io.StringIO(kv.to_csv(LISTS["findings"], dialect="rfc4180")))
    assert [(row["rule"], row["pointer"], row["message"]) for row in rows] == [
        (one["rule"], one["pointer"], one["message"]["sv"])
        for one in (json.loads(finding.to_json()) for finding in LISTS["findings"])
    ]
