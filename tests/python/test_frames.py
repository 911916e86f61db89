"""Lists as data frames: what the objects say is what pyarrow, polars and pandas read."""

from __future__ import annotations

import datetime as dt
import enum
import gc
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import kvalitet as kv
import pandas as pd
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kvalitet import _native

ROOT = Path(__file__).parents[2]
RECORDS = dict(_native._describe())
SYSTEM = kv.QualitySystem.builtin("vetlanda-2024")
YEAR = kv.SchoolYear(2026)
PLAN = kv.CommitmentPlan.load(ROOT / "examples/plans/complete.json")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"), max_size=12)
BOOKED = kv.Booking(event="process", days=kv.Period(start=dt.date(2027, 1, 8), end=dt.date(2027, 1, 8)))
LISTS: dict[str, Any] = {
    "findings": SYSTEM.check(kv.CommitmentPlan.load(ROOT / "examples/plans/flawed.json"), as_of=dt.date(2026, 10, 15)),
    "events": SYSTEM.annual_cycle(YEAR).events,
    "duties": SYSTEM.duties(YEAR),
    "trace": SYSTEM.guideline.trace(),
    "rules": SYSTEM.guideline.rules,
    "activities": PLAN.areas[0].commitments[0].activities,
    "plans": kv.Records([PLAN]),
    "bookings": kv.Records([BOOKED, BOOKED.replace(start_time=dt.time(13, 30), duration_minutes=90)]),
    "terms": kv.Records(
        [
            kv.SchoolYearDates(
                year=YEAR,
                autumn_term=kv.Period(start=dt.date(2026, 8, 17), end=dt.date(2026, 12, 18)),
                spring_term=kv.Period(start=dt.date(2027, 1, 8), end=dt.date(2027, 6, 11)),
                staff_training_days=[dt.date(2026, 10, 26), dt.date(2027, 3, 1)],
            )
        ]
    ),
}
NO_VALUE = object()


def value(held: Any) -> Any:
    """What should stand in a column; NO_VALUE for lists of records, which are told in words."""
    match held:
        case enum.Enum():
            return held.value
        case kv.Localised():
            return held.sv
        case None | bool() | int() | dt.date() | dt.time():
            return held
        case dict():
            return [f"{key}={item}" for key, item in held.items()]
        case tuple() if any(type(item).__name__ in RECORDS and not isinstance(item, kv.Localised) for item in held):
            return NO_VALUE
        case tuple():
            return [value(item) for item in held]
    return str(held)


def at(record: Any, way: str) -> Any:
    for key in way.split("."):
        if record is None:
            return None
        record = getattr(record, "from_" if key == "from" else key)
    return record


@pytest.mark.parametrize("name", LISTS)
def test_what_the_objects_say_is_what_is_read(name: str) -> None:
    records = LISTS[name]
    table = kv.to_frame(records, "pyarrow")
    table.validate(full=True)
    assert table.num_rows == len(records)
    compared = 0
    for key in table.column_names:
        for record, found in zip(records, table[key].to_pylist(), strict=True):
            expected = value(at(record, key))
            if expected is NO_VALUE:
                continue
            compared += 1
            if found is None:
                assert expected in (None, "")
            else:
                assert found == expected, key
    assert compared > 0.6 * table.num_columns * table.num_rows


@pytest.mark.parametrize("name", LISTS)
def test_all_backends_read_the_same(name: str) -> None:
    records = LISTS[name]
    rows = kv.to_frame(records, "pyarrow").to_pylist()
    assert records.to_frame("polars").to_dicts() == rows
    frame = records.to_frame()
    assert isinstance(frame, pd.DataFrame)
    assert pa.Table.from_pandas(frame, preserve_index=False).to_pylist() == rows


def test_types_are_those_of_the_description() -> None:
    schema = kv.to_frame(LISTS["events"], "polars").schema
    wanted = {
        "title": pl.String,
        "kind": pl.String,
        "start": pl.Date,
        "start_time": pl.Time,
        "dated": pl.Boolean,
        "duration_minutes": pl.Int32,
        "actors": pl.List(pl.String),
    }
    assert {key: schema[key] for key in wanted} == wanted
    assert schema == pl.DataFrame(kv.to_arrow([], type=kv.Event)).schema
    days = kv.to_frame(LISTS["terms"], "pyarrow").schema.field("staff_training_days").type
    assert days == pa.large_list(pa.field("item", pa.date32()))


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_class_has_the_columns_of_csv(name: str) -> None:
    for names in kv.CsvNames:
        headings = kv.to_csv((), type=name, dialect="rfc4180", names=names).splitlines()[0]
        table = pa.table(kv.to_arrow((), type=name, names=names))
        assert ",".join(f'"{key}"' if "," in key else key for key in table.column_names) == headings
        assert table.num_rows == 0
        assert pl.DataFrame(kv.to_arrow((), type=name, names=names)).shape == (0, table.num_columns)


@given(
    st.lists(
        st.builds(
            kv.TraceRow,
            section=TEXTS,
            heading=TEXTS,
            sentence=TEXTS,
            bearing=st.sampled_from(kv.Bearing),
            carried_by=st.just([]),
            accounted_by=st.lists(TEXTS, max_size=3),
            paraphrase=st.booleans(),
        ),
        max_size=20,
    )
)
def test_any_words(rows: list[kv.TraceRow]) -> None:
    expected = [
        {
            "section": row.section,
            "heading": row.heading,
            "sentence": row.sentence,
            "bearing": row.bearing.value,
            "carried_by": [],
            "accounted_by": list(row.accounted_by),
            "paraphrase": row.paraphrase,
        }
        for row in rows
    ]
    table = kv.to_arrow(rows, type=kv.TraceRow)
    assert len(table) == len(rows)
    assert pl.DataFrame(table).to_dicts() == expected
    assert pa.table(table).to_pylist() == expected


def test_what_is_absent_is_null() -> None:
    words = kv.Localised(sv="x", en="")
    finding = kv.Finding(rule="r", code="c", severity="error", pointer="", message=words, hint=words)
    (row,) = kv.to_frame(finding, "polars").to_dicts()
    assert row["pointer"] == ""  # the whole document
    assert row["where"] is None
    assert row["place.line"] is None
    assert row["basis.citation.quote"] is None
    assert row["data"] == []


def test_labels_are_what_people_say() -> None:
    frame = LISTS["findings"].to_frame("polars", names="labels")
    assert frame["Allvar"][0] == "varning"
    assert LISTS["findings"].to_frame("polars", names="labels", lang="en")["Severity"][0] == "warning"


def test_each_activity_has_a_row() -> None:
    frame = kv.to_frame(PLAN, "polars", each="areas.commitments.activities")
    titles = [one.title for area in PLAN.areas for what in area.commitments for one in what.activities]
    assert frame["areas.commitments.activities.title"].to_list() == titles
    assert set(frame["school_year"]) == {"2026/27"}


def test_an_empty_list_has_columns_when_it_knows_whose() -> None:
    assert PLAN.deviations.to_frame("pyarrow").column_names == pa.table(kv.to_arrow([], type="Deviation")).column_names
    with pytest.raises(TypeError, match="give type="):
        kv.to_frame([], "polars")


def test_a_table_may_be_read_again_and_outlives_what_it_is_made_of() -> None:
    records = SYSTEM.annual_cycle(YEAR).events
    table = kv.to_arrow(records)
    first, second = pl.DataFrame(table), pa.table(table)
    assert pa.schema(table) == second.schema
    assert repr(table) == f"<ArrowTable of {len(records)} rows>"
    del records, table
    gc.collect()
    assert first.to_dicts() == second.to_pylist()


def test_what_is_not_read_is_released() -> None:
    def export() -> None:
        for _ in range(300):
            table = kv.to_arrow(LISTS["trace"])
            capsules = [table.__arrow_c_stream__(), table.__arrow_c_schema__()]
            pa.RecordBatchReader.from_stream(table)  # asks for the schema only
            pa.table(table)
            del capsules

    export()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    export()
    export()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 16 * 1024  # KiB; a leak is ten times that


def test_misuse() -> None:
    with pytest.raises(ValueError, match="one of pandas, polars, pyarrow, got 'excel'"):
        kv.to_frame(LISTS["events"], "excel")  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="to_arrow: expected Event objects, got Finding"):
        kv.to_frame([LISTS["events"][0], LISTS["findings"][0]], "polars")
    with pytest.raises(kv.UsageError):
        kv.to_frame(PLAN, "polars", each="areas.aktiviteter")


def test_nothing_of_it_is_imported_before() -> None:
    program = """
import sys, kvalitet as kv
table = kv.to_arrow([], type=kv.Event)
assert not {"pandas", "polars", "pyarrow"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_example_runs() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "frames.py"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert "Trygghet" in done.stdout
    assert "varning" in done.stdout
    assert "2026-10" in done.stdout
