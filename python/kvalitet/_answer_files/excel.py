"""Answers in Excel workbooks, on openpyxl, which streams: a sheet's size on paper takes no room.

What a workbook would unpack to is looked at before it is unpacked.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import struct
import threading
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from kvalitet._answer_files.errors import fail, shown
from kvalitet._answer_files.layout import (
    SEARCHED,
    Layout,
    Names,
    find_headings,
    last_of_headings,
    layout_of,
    no_headings,
)
from kvalitet._answer_files.rows import AT_A_TIME, Part, Row
from kvalitet._errors import Error

_MEGABYTE = 1 << 20
MOST_PACKED = 256 * _MEGABYTE
_MOST_OF_A_SHEET = 512 * _MEGABYTE  # streamed
_MOST_OF_A_PART = 64 * _MEGABYTE  # held in memory
_MOST_PARTS = 10_000
_MOST_DIRECTORY = _MOST_PARTS * 256  # bytes
_END = 1 << 17  # bytes at the end of a zip file, where its list of parts is described
_MOST_ROWS = 1_048_576  # as many as Excel has
_MOST_CELLS = 30_000_000
_MOST_SHEETS = 100
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})"')
_PLACE = re.compile(rb'\br="\$?([A-Z]{1,3})\$?(\d{1,7})"')
_FORMULA = re.compile(  # with no value, or an empty one
    rb"<(?:\w+:)?c ([^<>]*)>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_QUIET = threading.Lock()
_ZEROS = re.compile(r"0+")


def refuse_bombs(path: str, name: str) -> list[str]:
    """The parts of a package by name; raises where unpacking it would take too much, or cannot be done."""
    if os.path.getsize(path) > MOST_PACKED:
        _too_large(name, f"över {MOST_PACKED // _MEGABYTE} MB", f"more than {MOST_PACKED // _MEGABYTE} MB")
    try:
        if _directory_size(path) > _MOST_DIRECTORY:
            _too_large(name, f"över {_MOST_PARTS} delar", f"more than {_MOST_PARTS} parts")
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, EOFError):
        fail("answers.damaged", path=name, kind="Excel")
    if any(part.flag_bits & 1 for part in parts):
        fail("answers.encryption", path=name)
    for part in parts:
        if part.file_size > (_MOST_OF_A_SHEET if part.filename.startswith("xl/worksheets/") else _MOST_OF_A_PART):
            size = f"{part.file_size // _MEGABYTE} MB"
            _too_large(name, f"den blir {size} när den packas upp", f"it unpacks to {size}")
    return [part.filename for part in parts]


def _directory_size(path: str) -> int:
    """How large a zip file says that its list of parts is, which is read into memory as a whole."""
    with open(path, "rb") as file:
        file.seek(max(os.path.getsize(path) - _END, 0))
        end = file.read(_END)
    sizes = [struct.unpack_from("<Q", end, one.start() + 40)[0] for one in re.finditer(b"PK\6\6.{44}", end, re.DOTALL)]
    sizes += [struct.unpack_from("<L", end, one.start() + 12)[0] for one in re.finditer(b"PK\5\6.{12}", end, re.DOTALL)]
    return max((size for size in sizes if size != 0xFFFFFFFF), default=0)


def _too_large(name: str, sv: str, en: str) -> None:
    fail("answers.too-large", path=name, what_sv=sv, what_en=en)


@contextmanager
def quietly() -> Iterator[None]:
    """Without openpyxl's warnings, which repeat what stands in cells. One at a time, since the filters are everybody's."""
    with _QUIET, warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")
        yield


class Workbook:
    """A workbook as rows. `sheet` is the one that is read, once its headings are found."""

    def __init__(self, path: str, name: str, sheet: str | None) -> None:
        import openpyxl  # type: ignore[import-untyped]

        refuse_bombs(path, name)
        self.path, self.name = path, name
        self._file = open(path, "rb")  # noqa: SIM115 (openpyxl leaves its own open where a sheet is read in part)
        try:
            self._open(openpyxl, sheet)
        except BaseException:
            self._file.close()
            raise

    def _open(self, openpyxl: Any, sheet: str | None) -> None:
        name = self.name
        with self._readable():
            self._book = openpyxl.load_workbook(self._file, read_only=True, data_only=True, keep_links=False)
            self._sheets = {one.title: one for one in self._book.worksheets[:_MOST_SHEETS]}
        if not self._sheets:
            fail(
                "answers.other-kind",
                path=name,
                kind_sv="en Excel-fil utan blad, eller sparad som ”Strict Open XML”",
                kind_en="an Excel file without sheets, or saved as “Strict Open XML”",
            )
        if sheet is not None and sheet not in self._sheets:
            fail("answers.sheet", path=name, sheet=shown(sheet), sheets=", ".join(map(shown, self._sheets)) or "–")
        visible = [title for title, one in self._sheets.items() if one.sheet_state == "visible"]
        self.searched = visible if sheet is None else [sheet]
        self.sheet, self.header_line = "", 1
        self.also: tuple[str, ...] = ()  # other sheets in which items were found
        self._merged: dict[int, dict[int, int]] = {}

    def close(self) -> None:
        self._book.close()
        self._file.close()

    def layout(self, names: Names) -> Layout:
        """Which sheet has most items, the first of equals, and where its headings are."""
        best, score, row = "", (0, 0), 0
        found_in = []
        for title in self.searched:
            at, found = find_headings((cells for _, cells in self.rows(title, SEARCHED)), names)
            if found[0]:
                found_in.append(title)
            if found > score:
                best, score, row = title, found, at
        if not best:
            searched = self.searched[:1] or list(self._sheets)[:1]
            no_headings((cells for title in searched for _, cells in self.rows(title, SEARCHED)), names, self.name)
        self.sheet, self.also = best, tuple(title for title in found_in if title != best)
        (self.header_line, headings), *below = list(self.rows(best, row + 4))[row:]
        while headings and not headings[-1].strip():
            headings = headings[:-1]
        layout = layout_of(headings, names, self.name, row)
        layout.row = last_of_headings(layout, below)
        self._refuse_formulas(best, layout)
        if layout.groups:
            self._merged = self._merged_down(best, set(layout.groups.values()))
        return layout

    def rows(self, title: str, most: int | None = None) -> Iterator[Row]:
        """A sheet's rows as texts, with their numbers; at most so many. Merged cells of the division say the same all the
        way down."""
        held: dict[int, tuple[str, int]] = {}  # what merged cells say, and to which row
        cells_so_far = 0
        with self._readable():
            sheet = self._sheets[title]
            sheet.reset_dimensions()  # what it says of its size is often wrong
            for number, cells in enumerate(sheet.iter_rows(max_row=most), start=1):
                cells_so_far += len(cells)
                if number > _MOST_ROWS or cells_so_far > _MOST_CELLS:
                    _too_large(self.name, f"bladet har över {_MOST_CELLS} celler", f"more than {_MOST_CELLS} cells")
                texts = [_text(cell) for cell in cells]
                for at, ends in self._merged.items():
                    if number in ends:
                        held[at] = (texts[at] if at < len(texts) else "", ends[number])
                    elif at in held and number <= held[at][1] and any(texts):
                        texts += [""] * (at + 1 - len(texts))
                        texts[at] = held[at][0]
                yield number, texts

    def parts(self, layout: Layout) -> Iterator[Part]:
        """The rows below the headings."""
        rows = islice(self.rows(self.sheet), layout.row + 1, None)
        while part := list(islice(rows, AT_A_TIME)):
            yield Part.of(part)

    def _merged_down(self, title: str, columns: set[int]) -> dict[int, dict[int, int]]:
        """For columns of the division: the rows from which cells are merged, and to which."""
        from openpyxl.utils import column_index_from_string  # type: ignore[import-untyped]

        found: dict[int, dict[int, int]] = {}
        for one in self._in_xml(title, _MERGED, 200):
            at = column_index_from_string(one[1].decode()) - 1
            if at in columns and int(one[3]) > int(one[2]):
                found.setdefault(at, {})[int(one[2])] = int(one[3])
        return found

    def _refuse_formulas(self, title: str, layout: Layout) -> None:
        """Raises for a formula whose value is not in the file: it would be no answer, or a group without a name."""
        from openpyxl.utils import column_index_from_string

        used = {*layout.groups.values(), *(at for columns in layout.items.values() for at in columns)}
        for one in self._in_xml(title, _FORMULA, 4096):
            place = _PLACE.search(one[1])
            if place is None or b't="str"' in one[1]:  # a formula of which the value is an empty text
                continue
            if int(place[2]) > layout.row + 1 and column_index_from_string(place[1].decode()) - 1 in used:
                fail("answers.formula", path=self.name, cell=(place[1] + place[2]).decode())

    def _in_xml(self, title: str, pattern: re.Pattern[bytes], longest: int) -> Iterator[re.Match[bytes]]:
        """What is found in a sheet as it is stored, which openpyxl does not tell; nothing longer than so many bytes."""
        with self._readable(), self._book._archive.open(self._sheets[title]._worksheet_path) as part:
            rest = b""
            while more := part.read(_MEGABYTE):
                rest += more
                last = 0
                for one in pattern.finditer(rest):
                    yield one
                    last = one.end()
                rest = rest[max(last, len(rest) - longest) :]

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Whatever a damaged workbook makes of its reader is the same to those who wait for it."""
        try:
            yield
        except (Error, GeneratorExit, MemoryError):
            raise
        except Exception:  # noqa: BLE001
            fail("answers.damaged", path=self.name, kind="Excel")


def _text(cell: Any) -> str:
    """What a cell says, as it would stand in a CSV file."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        # A code of which the format alone holds the zeros it begins with.
        return f"{value:0{len(cell.number_format)}d}" if _ZEROS.fullmatch(cell.number_format) else str(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    return str(value)
