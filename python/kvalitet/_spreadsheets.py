"""Lists as Excel workbooks, on XlsxWriter, with the columns that CSV has. Text stays text, whatever it begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kvalitet import _native

if TYPE_CHECKING:
    from kvalitet._frames import _Given

_NEEDED = (
    'Excel behöver ett tillägg. Installera det med: pip install "kvalitet[survey]"\n'
    'Excel needs an extra. Install it with: pip install "kvalitet[survey]"'
)
_MOST_ROWS = 1_048_575  # of a sheet, below its headings
_MOST_TEXT = 32_767  # characters of a cell
_WIDEST, _NARROWEST = 60, 8
_SURE = 2**53  # up to which Excel's numbers are exact
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_FIRST_DAY = "1900-03-01"  # before it Excel counts a day that never was
_KINDS = {"int": "number", "float": "number", "Value": "number", "datetime.date": "date"}


def to_xlsx(
    records: _Given,
    *,
    each: str = "",
    type: type[object] | str | None = None,
    lang: _native.Language | str = "sv",
    names: _native.CsvNames | str = "labels",
    sheet: str = "kvalitet",
) -> bytes:
    """Records of one class, or a single one, as an Excel workbook: a row each below headings that stay where they are and can
    be filtered by.

    `each`, `type`, `lang` and `names` are those of `to_csv`. No cell is a formula or a link, whatever it says; numbers are
    numbers. The bytes are the same each time. Text of more than 32 767 characters, which is all that a cell holds, is cut
    and ends with an ellipsis. Raises ValueError for more rows than a sheet holds and for what is no name of a sheet,
    ModuleNotFoundError without the extra `survey`.
    """
    import datetime as dt
    import io

    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(_NEEDED, name=error.name) from None
    given: list[Any] = [records] if hasattr(records, "to_json") else list(records)
    header, *rows = _cells(given, each, type, lang, names)
    kinds = _kinds(given, each, type)
    if len(rows) > _MOST_ROWS:
        raise ValueError(f"to_xlsx: a sheet holds {_MOST_ROWS} rows, got {len(rows)}")
    written = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, plain) as book:
        book.set_properties({"created": dt.datetime(1980, 1, 1)})  # the day of the parts of a reproducible zip file
        try:
            page = book.add_worksheet(sheet or "/")  # which is no name either
        except xlsxwriter.exceptions.XlsxWriterException as error:
            raise ValueError(f"to_xlsx: sheet: {error}") from None
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        top = book.add_format({"valign": "top"})
        day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for column, words in enumerate(header):
            page.write_string(0, column, _cut(words), bold)
            widest = max((len(line) for row in rows for line in row[column].split("\n")), default=0)
            page.set_column(column, column, min(max(widest, len(words), _NARROWEST) + 2, _WIDEST))
        for at, row in enumerate(rows, start=1):
            for column, (words, kind) in enumerate(zip(row, kinds, strict=True)):
                if kind == "number" and _NUMBER.fullmatch(words) and abs(float(words)) < _SURE:
                    page.write_number(at, column, float(words), top)
                elif kind == "date" and words >= _FIRST_DAY:
                    page.write_datetime(at, column, dt.date.fromisoformat(words), day)
                elif words:
                    page.write_string(at, column, _cut(words), wrapped)
        if header:
            page.freeze_panes(1, 0)
            page.autofilter(0, 0, len(rows), len(header) - 1)
    return written.getvalue()


def _cells(given: list[Any], each: str, type: type[object] | str | None, lang: Any, names: Any) -> list[list[str]]:
    """Headings and rows as CSV has them."""
    import csv
    import io

    text = _native.to_csv(given, each=each, type=type, lang=lang, dialect="rfc4180", names=names)
    return list(csv.reader(io.StringIO(text, newline=""))) or [[]]


def _kinds(given: list[Any], each: str, asked: type[object] | str | None) -> list[str]:
    """What is in each column: `number`, `date` or anything else, by what the model says of it."""
    if asked is None and not given:
        return []
    name = asked if isinstance(asked, str) else (asked or type(given[0])).__name__
    described = {of: {field[0].removesuffix("_"): field[1] for field in fields} for of, fields in _native._describe()}
    keys, *_ = _cells([], each, name, "sv", "keys")
    return [_kind(described, name, key) for key in keys]


def _kind(described: dict[str, dict[str, Any]], name: str, key: str) -> str:
    """Of a column named by the way to it, such as `areas.title`."""
    *way, last = key.split(".")
    for step in way:
        kind = described[name][step]
        while kind[0] in ("optional", "list"):
            kind = kind[1]
        name = kind[1]
    kind = described[name][last]
    while kind[0] == "optional":
        kind = kind[1]
    return _KINDS.get(kind[1], "") if kind[0] == "plain" else ""


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_TEXT else words[: _MOST_TEXT - 1] + "…"
