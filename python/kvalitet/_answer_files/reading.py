"""A file of answers, read: counts, a report, and what was guessed on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from kvalitet import _files, _native
from kvalitet._answer_files import counting, personal
from kvalitet._answer_files.counting import Asked
from kvalitet._answer_files.errors import shown
from kvalitet._answer_files.free_text import FreeText
from kvalitet._answer_files.kinds import kind_of
from kvalitet._answer_files.layout import Layout, Names
from kvalitet._answer_files.report import told
from kvalitet._answer_files.rows import Notes, Part

_NEEDED = (
    'Att läsa svar ur filer behöver ett tillägg. Installera det med: pip install "kvalitet[survey]"\n'
    'Reading answers from files needs an extra. Install it with: pip install "kvalitet[survey]"'
)


@dataclass(frozen=True)
class DroppedColumn:
    """A column that was dropped since it points out who answered, or tells of the answering only."""

    heading: str
    kind: str
    """What it holds: `name`, `e-mail`, `time` and so on."""
    label: _native.Localised
    """The kind in words."""

    __module__ = "kvalitet"


@dataclass(frozen=True)
class AnswerSource:
    """What a file was taken for, and what in it was left out of the counts."""

    name: str
    """The file's name, without its folder."""
    kind: str
    """`csv`, `xlsx` or `parquet`."""
    encoding: str = ""
    """Of a text file: `utf-8`, `utf-16`, `cp1252` or what was asked for."""
    delimiter: str = ""
    decimal_mark: str = ""
    """`,` or `.` where a code was written with decimals; both where both were."""
    sheet: str = ""
    """The sheet that was read."""
    other_sheets: tuple[str, ...] = ()
    """Sheets that have items as well and were not read."""
    header_line: int = 1
    """Where the headings stand: the line of a text file, the row of a sheet."""
    dropped: tuple[DroppedColumn, ...] = ()
    free_text: tuple[str, ...] = ()
    """Headings of the columns whose texts are kept apart."""
    not_read: tuple[str, ...] = ()
    """Headings of the columns that are none of all this."""
    short_rows: int = 0
    """Rows of a text file with fewer cells than there are headings; what they lack was taken for no answer."""
    short_row_lines: tuple[int, ...] = ()
    """Where the first of them stand."""
    long_rows: int = 0
    """Rows of a sheet in which something stands to the right of the headings, which is not read."""
    long_row_lines: tuple[int, ...] = ()
    """Where the first of them stand."""
    sum_rows: int = 0
    """Rows that sum up the others (`Totalt`, `Medelvärde`), which were left out."""
    sum_row_lines: tuple[int, ...] = ()
    """Where the first of them stand."""
    repeated_headings: int = 0
    """Rows that said the headings once more, as in files that were put together."""
    free_text_cut: bool = False
    """Whether there was more free text than is kept."""

    __module__ = "kvalitet"


@dataclass(frozen=True)
class AnswerFile:
    """The answers of a file."""

    counts: _native.SurveyCounts
    report: _native.AnswerReport
    """What each column became, what was missing and what was not understood, by the file's own headings."""
    source: AnswerSource
    free_text: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, hash=False)
    """For each question what people have written, in the order of the alphabet: it cannot be told which texts are one
    person's or one group's. Addresses, identity numbers and telephone numbers are hidden; names may be left in it."""

    __module__ = "kvalitet"

    def __repr__(self) -> str:
        return f"<AnswerFile {self.source.name}: {self.report.rows} respondents, {len(self.counts.groups)} groups>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        from kvalitet._answer_files import told

        return told.bundle(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # IPython would print the fields otherwise
        printer.text(self._repr_mimebundle_()["text/plain"])


def read_answers(
    path: _files.Path,
    instrument: _native.SurveyInstrument,
    *,
    by: Iterable[str] = (),
    round: str = "",
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    moments: bool = True,
    threads: int = 0,
) -> AnswerFile:
    """The answers in a file, counted: CSV in whatever encoding and with whatever delimiter, Excel (.xlsx) or Parquet; a row
    for each respondent, a column for each item.

    Where the headings stand, how the file is written and which columns are what is found out and told in `source` and
    `report`; `encoding`, `delimiter` and `sheet` say it instead. An item's column is known by the item's id, one of its
    wordings or its `columns`, also when it is numbered, in capitals or set otherwise. Several columns of one item, as where
    grades are asked in different words, are one. `by` names the columns that divide the respondents into groups: they are read
    as text, so that codes keep the zeros they begin with.

    Columns that point out a person (names, addresses, identity numbers, the ids and times of a survey tool) are dropped; free
    text is kept apart in `free_text`. Parts of a round are added: `a.counts + b.counts`.

    Raises FileError for a file that cannot be read, with its line where that is known; UsageError for a column of `by` that is
    missing or personal, and for an instrument in which `check` finds errors; LimitError for what is too large: Excel files of more than 256 MB, lines of more than a million
    characters. ModuleNotFoundError without the extra `survey`.
    """
    return read(path, instrument, by, round, encoding, delimiter, sheet, moments, threads)


def read(
    path: _files.Path,
    instrument: _native.SurveyInstrument,
    by: Iterable[str] = (),
    round: str = "",
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    moments: bool = True,
    threads: int = 0,
    watch: Callable[[int], None] = lambda rows: None,
) -> AnswerFile:
    """What `read_answers` does; `watch` is told how many rows have been read."""
    if isinstance(by, str):
        raise TypeError("by: expected a list of columns, got one text")
    by = tuple(by)
    if not all(isinstance(one, str) for one in by):
        raise TypeError("by: expected a list of columns, by their headings")
    if not isinstance(instrument, _native.SurveyInstrument):
        raise TypeError(f"instrument: expected a SurveyInstrument, got {type(instrument).__name__}")
    for option, value in (("encoding", encoding), ("delimiter", delimiter), ("sheet", sheet)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{option}: expected a text or None, got {type(value).__name__}")
    _refuse_faulty(instrument)
    require_extra()
    asked = Asked(instrument, by, round, moments, threads, watch)
    names = Names(instrument, asked.by)
    place = os.fsdecode(os.fspath(path))
    name = shown(os.path.basename(place))
    kind = kind_of(place, name)
    if kind == "csv":
        return _from_text(place, name, asked, names, encoding, delimiter)
    if kind == "xlsx":
        return _from_excel(place, name, asked, names, sheet)
    return _from_parquet(place, name, asked, names)


def require_extra() -> None:
    """Raises ModuleNotFoundError, which says what to install, without what files are read with."""
    try:
        import openpyxl  # type: ignore[import-untyped]  # noqa: F401
        import pyarrow  # type: ignore[import-untyped]  # noqa: F401
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(_NEEDED, name=error.name) from None


def _refuse_faulty(instrument: _native.SurveyInstrument) -> None:
    """An instrument of which the same answers would be counted differently by different kinds of files."""
    from kvalitet._answer_files.errors import fail

    for finding in instrument.check():
        if finding.severity == _native.Severity.error:
            fail("answers.instrument", sv=finding.message.sv, en=finding.message.en)


def _from_text(
    path: str, name: str, asked: Asked, names: Names, encoding: str | None, delimiter: str | None
) -> AnswerFile:
    from kvalitet._answer_files import text
    from kvalitet._answer_files.encoding import encoding_of
    from kvalitet._answer_files.errors import fail

    if text.is_blank(path):
        fail("answers.empty", path=name)
    file = text.TextFile(path, name, encoding_of(path, name, encoding), delimiter)
    layout = file.layout(names)
    source = AnswerSource(
        name,
        "csv",
        encoding=file.encoding.removesuffix("-sig"),
        delimiter=file.delimiter if len(layout.columns) > 1 else "",
        header_line=file.header_line,
    )
    return _from_parts(file.parts(layout), layout, asked, source)


def _from_excel(path: str, name: str, asked: Asked, names: Names, sheet: str | None) -> AnswerFile:
    from kvalitet._answer_files import excel

    with excel.quietly(), closing(excel.Workbook(path, name, sheet)) as book:
        layout = book.layout(names)
        source = AnswerSource(name, "xlsx", sheet=book.sheet, other_sheets=book.also, header_line=book.header_line)
        return _from_parts(book.parts(layout), layout, asked, source)


def _from_parts(parts: Iterable[Part], layout: Layout, asked: Asked, source: AnswerSource) -> AnswerFile:
    free, notes = _free_text(layout), Notes()
    batches = counting.batches_of(parts, layout, asked, source.name, source.delimiter, free, notes)
    counts, report = counting.counted(*batches, asked)
    return _file(counts, report, layout, source, free, notes)


def _from_parquet(path: str, name: str, asked: Asked, names: Names) -> AnswerFile:
    from kvalitet._answer_files import parquet

    table = parquet.ParquetTable(path, name)
    layout = table.layout(names)
    free, notes = _free_text(layout), Notes()
    counts, report = counting.counted(*table.batches(layout, asked, notes), asked)
    table.read_texts(free)
    return _file(counts, report, layout, AnswerSource(name, "parquet"), free, notes)


def _free_text(layout: Layout) -> FreeText:
    return FreeText({at: column.heading for at, column in layout.of_use("other") if column.heading})


def _file(
    counts: _native.SurveyCounts,
    report: _native.AnswerReport,
    layout: Layout,
    source: AnswerSource,
    free: FreeText,
    notes: Notes,
) -> AnswerFile:
    from dataclasses import replace

    report, texts, dropped, others = told(report, layout, free)
    source = replace(
        source,
        decimal_mark="".join(sorted(notes.decimal_marks)),
        dropped=tuple(_dropped(dropped)),
        free_text=tuple(texts),
        not_read=tuple(others),
        short_rows=notes.short.count,
        short_row_lines=tuple(notes.short.first),
        long_rows=notes.long.count,
        long_row_lines=tuple(notes.long.first),
        sum_rows=notes.sums.count,
        sum_row_lines=tuple(notes.sums.first),
        repeated_headings=notes.repeated_headings,
        free_text_cut=free.full,
    )
    return AnswerFile(counts, report, source, texts)


def _dropped(columns: Sequence[tuple[str, str]]) -> Iterable[DroppedColumn]:
    for heading, kind in columns:
        one = personal.KINDS[kind]
        yield DroppedColumn(heading, kind, _native.Localised(sv=one.sv, en=one.en))
