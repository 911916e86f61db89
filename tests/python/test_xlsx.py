"""Lists as Excel workbooks, and that nothing of what is written for Excel is a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from typing import Any

import kvalitet as kv
import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SYSTEM = kv.QualitySystem.builtin("vetlanda-2024")
HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://x.example";"Tryck här")',
    "+46 70",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\n=1",
    "{=1}",
    "|cmd",
    "http://x.example",
    "mailto:p@x.example",
    "internal:Sheet1!A1",
    "12345678",
    "01234567",
    "1e5",
    "TRUE",
    "2026-10-05",
    "_x0041_",
    "'=1",
    " =1",
    "＝1",
]
texts = st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=15)


def sheet_of(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).active


@settings(max_examples=60)
@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(words: list[tuple[str, str]]) -> None:
    data = kv.to_xlsx([kv.Localised(sv=sv, en=en) for sv, en in words], type=kv.Localised)
    _, *rows = sheet_of(data).iter_rows(max_row=1 + len(words), max_col=2)
    for row, expected in zip(rows, words, strict=True):
        for cell, text in zip(row, expected, strict=True):
            if not text.strip():
                continue
            assert (cell.data_type, cell.hyperlink) == ("s", None)
            assert re.sub(r"\r\n?", "\n", str(cell.value)) == re.sub(r"\r\n?", "\n", text)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            xml = package.read(part)
            assert b"<f>" not in xml
            assert b"<hyperlink" not in xml


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_of_a_table_for_excel_is_a_formula(words: str) -> None:
    text = kv.to_csv([kv.Localised(sv=words, en=words)])
    _, row = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row)


def test_numbers_are_numbers_and_days_are_days() -> None:
    rows = [
        kv.ItemFigures(
            key=["01234567"],
            item="safe",
            area="safety",
            answers=12,
            mean=kv.Value.parse("6,25"),
            audience="unit",
            top_share=kv.Value.parse(".."),
        )
    ]
    header, row = sheet_of(kv.to_xlsx(rows, names="keys")).iter_rows(values_only=True)
    told = dict(zip(header, row, strict=True))
    assert told["key"] == "01234567"
    assert (told["answers"], told["mean"], told["top_share"], told["deviation"]) == (12, 6.25, "..", ".")
    events = SYSTEM.annual_cycle(kv.SchoolYear(2026)).events
    header, row, *_ = sheet_of(kv.to_xlsx(events, names="keys")).iter_rows(values_only=True)
    assert dict(zip(header, row, strict=True))["start"] == dt.datetime.combine(events[0].start, dt.time())


def test_every_list_says_what_its_table_says() -> None:
    for records in (SYSTEM.guideline.rules, SYSTEM.duties(kv.SchoolYear(2026)), SYSTEM.guideline.trace()):
        header, *rows = csv.reader(
            io.StringIO(kv.to_csv(records, dialect="rfc4180", names="labels"), newline=""), strict=True
        )
        page = sheet_of(kv.to_xlsx(records))
        found = [["" if value is None else value for value in row] for row in page.iter_rows(values_only=True)]
        assert found[0] == header
        for row, expected in zip(found[1:], rows, strict=True):
            for value, words in zip(row, expected, strict=True):
                match value:
                    case dt.datetime():
                        assert str(value.date()) == words
                    case int() | float():
                        assert value == float(words)
                    case _:
                        assert value == words


def test_the_bytes_are_the_same_each_time_and_the_page_helps_its_reader() -> None:
    events = SYSTEM.annual_cycle(kv.SchoolYear(2026)).events
    data = kv.to_xlsx(events, sheet="Årshjul")
    assert data == kv.to_xlsx(events, sheet="Årshjul")
    page = sheet_of(data)
    assert page.title == "Årshjul"
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref.startswith("A1:")
    assert page["A1"].font.b
    assert all(8 <= one.width <= 62 for one in page.column_dimensions.values())


def test_long_words_are_cut_and_empty_lists_have_headings() -> None:
    page = sheet_of(kv.to_xlsx([kv.Localised(sv="å" * 40_000, en="")]))
    assert len(page["A2"].value) == 32_767
    assert page["A2"].value.endswith("…")
    assert [cell.value for cell in next(sheet_of(kv.to_xlsx([], type=kv.Localised)).iter_rows())] == [
        "Svenska",
        "Engelska",
    ]
    assert kv.to_xlsx([])


def test_misuse() -> None:
    with pytest.raises(TypeError, match="expected objects of the model"):
        kv.to_xlsx("abc")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        kv.to_xlsx(None)  # type: ignore[arg-type]
    for name in ("", "a[b]", "x" * 40):
        with pytest.raises(ValueError, match="sheet"):
            kv.to_xlsx([], type=kv.Finding, sheet=name)
