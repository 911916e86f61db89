"""Rows of a file become columns of Arrow, a batch at a time, and those become counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kvalitet import _native
from kvalitet._answer_files import personal
from kvalitet._answer_files.errors import fail, shown
from kvalitet._answer_files.folding import clean
from kvalitet._answer_files.free_text import FreeText
from kvalitet._answer_files.layout import Layout, heading_shown
from kvalitet._answer_files.values import Answers, Groups, Memory

_BATCH = 16_384  # rows
_MOST_LINES = 20  # that are told

Row = tuple[int, Sequence[str]]  # with its number in the file
Rows = Iterator[Row]
Watch = Callable[[int], None]  # is told how many rows have been read


@dataclass(frozen=True)
class Asked:
    """What a caller wants of a file."""

    instrument: _native.SurveyInstrument
    by: tuple[str, ...]
    round: str
    moments: bool
    threads: int
    watch: Watch

    def scales(self) -> dict[str, _native.AnswerScale | None]:
        """The scale of each item."""
        known = {scale.id: scale for scale in self.instrument.scales}
        return {item.id: known.get(item.scale) for item in self.instrument.items}


@dataclass
class Places:
    """Rows of which something is to be said."""

    count: int = 0
    first: list[int] = field(default_factory=list)

    def add(self, number: int) -> None:
        self.count += 1
        if len(self.first) < _MOST_LINES:
            self.first.append(number)


@dataclass
class Notes:
    """What was seen on the way."""

    decimal_marks: set[str] = field(default_factory=set)
    short: Places = field(default_factory=Places)
    long: Places = field(default_factory=Places)
    repeated_headings: int = 0


def counted(batches: Iterable[Any], schema: Any, asked: Asked) -> tuple[_native.SurveyCounts, _native.AnswerReport]:
    """What the batches hold; an error on the way is raised as it was."""
    import pyarrow  # type: ignore[import-untyped]

    failed: list[BaseException] = []

    def handed_over() -> Iterator[Any]:
        rows = 0
        try:
            for batch in batches:
                yield batch
                rows += batch.num_rows
                asked.watch(rows)
        except BaseException as error:
            failed.append(error)
            raise

    reader = pyarrow.RecordBatchReader.from_batches(schema, handed_over())
    try:
        return _native.count_answers(
            reader,
            asked.instrument,
            by=asked.by,
            round=asked.round,
            moments=asked.moments,
            threads=asked.threads,
        )
    except BaseException:
        if failed:
            raise failed[0] from None
        raise


def batches_of(
    rows: Rows, layout: Layout, asked: Asked, path: str, delimiter: str, free: FreeText, notes: Notes
) -> tuple[Iterable[Any], Any]:
    """The batches of rows of text, and their schema: columns named as the division and the items are."""
    import pyarrow

    scales = asked.scales()
    makers: list[tuple[str, list[int], Memory]] = [
        (name, [at], Memory(Groups(name))) for name, at in layout.groups.items()
    ]
    known = {item: Answers(scales[item], notes.decimal_marks) for item in layout.items}
    makers += [(item, at, Memory(known[item])) for item, at in layout.items.items()]
    whole = _Rows(layout, path, delimiter, notes, {at: known[item] for item, all in layout.items.items() for at in all})
    schema = pyarrow.schema([(name, pyarrow.string()) for name, *_ in makers])

    def made() -> Iterator[Any]:
        for part in _parts(whole.of(rows)):
            numbers, cells = zip(*part, strict=True)
            columns = list(zip(*cells, strict=True))
            for at in free.wanted:
                free.add(at, columns[at])
            arrays = []
            for name, places, memory in makers:
                values = [memory[text] for text in columns[places[0]]]
                for more in places[1:]:
                    _put_together(values, [memory[text] for text in columns[more]], numbers, name, path)
                arrays.append(pyarrow.array(values, pyarrow.string()))
            yield pyarrow.record_batch(arrays, schema=schema)

    return made(), schema


def _parts(rows: Rows) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        part.append(row)
        if len(part) == _BATCH:
            yield part
            part = []
    if part:
        yield part


class _Rows:
    """The rows of respondents, with as many cells as there are headings. Blank rows and headings that come again are none."""

    def __init__(self, layout: Layout, path: str, delimiter: str, notes: Notes, answers: dict[int, Answers]) -> None:
        self._layout, self._path, self._delimiter, self._notes = layout, path, delimiter, notes
        self._answers = answers
        self._width, self._headings = len(layout.columns), layout.headings

    def of(self, rows: Rows) -> Rows:
        width, headings = self._width, self._headings
        last: Sequence[str]
        before, last = 0, []  # the last row, and where it stands
        for number, given in rows:
            cells = given if len(given) == width else self._whole(number, given, before, last)
            said = "".join(cells)
            if not said or said.isspace():
                continue
            before, last = number, given
            if cells[0].strip() == headings[0] and [" ".join(cell.split()) for cell in cells] == headings:
                self._notes.repeated_headings += 1
                continue
            yield number, cells

    def _whole(self, number: int, cells: Sequence[str], before: int, last: Sequence[str]) -> Sequence[str]:
        more = self._width - len(cells)
        if more < 0:
            beyond = max((at for at, cell in enumerate(cells, start=1) if cell and not cell.isspace()), default=0)
            if beyond > self._width:
                self._too_long(number, beyond)
            return cells[: self._width]
        whole = [*cells, *[""] * more]
        if self._delimiter and any(cell.strip() for cell in cells):  # sheets leave out cells without a value
            if not self._is_respondent(cells, last):
                fail("answers.broken-row", path=self._path, line=before or number)
            self._notes.short.add(number)
        return whole

    def _too_long(self, number: int, found: int) -> None:
        """In a sheet people write beside the table; in a text file a delimiter has moved what follows it."""
        if self._delimiter:
            expected, delimiter = self._width, self._delimiter
            fail(
                "answers.more-cells", path=self._path, line=number, found=found, expected=expected, delimiter=delimiter
            )
        self._notes.long.add(number)

    def _is_respondent(self, cells: Sequence[str], before: Sequence[str]) -> bool:
        """Whether a short row may be one that only lacks its last cells. The rest of one that was broken within a text has
        words where codes and answers should be, or makes better sense behind the row before it."""
        known, answers = self._understood(cells)
        if len(before) + len(cells) == self._width + 1:
            more, all = self._understood([*before[:-1], before[-1] + cells[0], *cells[1:]])
            if more * answers > known * all or (more == all and more > known + self._understood(before)[0]):
                return False
        return known * 2 > answers if answers else " " not in clean(cells[0])

    def _understood(self, cells: Sequence[str]) -> tuple[int, int]:
        """How many of a row's answers are answers, and how many there are."""
        known = [self._answers[at].knows(cell) for at, cell in enumerate(cells) if at in self._answers and cell.strip()]
        return sum(known), len(known)


def _put_together(
    values: list[str | None], more: list[str | None], numbers: Sequence[int], item: str, path: str
) -> None:
    """Into the first, what a second column of an item says: each respondent answers at most one of them."""
    for at, answer in enumerate(more):
        if answer is None:
            continue
        if values[at] is not None and values[at] != answer:
            line = numbers[at]
            fail("answers.two-answers", path=path, item=shown(item), line_sv=f"rad {line}", line_en=f"line {line}")
        values[at] = answer


def told(
    report: _native.AnswerReport, layout: Layout, free: FreeText
) -> tuple[_native.AnswerReport, dict[str, tuple[str, ...]], list[tuple[str, str]], list[str]]:
    """The report by the file's own headings; the free texts; the columns that were dropped, with their kinds; and the
    headings of those that are neither."""
    counted_columns = {column.column: column for column in report.columns}
    texts, pointing = free.told()
    columns, dropped = [], []
    seen = set()
    for at, column in enumerate(layout.columns):
        heading = heading_shown(column.heading)
        kind = column.name if column.use == "personal" else pointing.get(at)
        if kind:
            dropped.append((heading, kind))
        if column.use in ("item", "by"):
            read = counted_columns[column.name]
            first = column.name not in seen
            seen.add(column.name)
            columns.append(
                read.replace(
                    column=heading,
                    missing=read.missing if first else 0,
                    unknown=_without_persons(read.unknown) if first else (),
                )
            )
        elif column.heading or kind or at in texts:
            columns.append(_native.ReadColumn(column=heading))
    free_texts: dict[str, tuple[str, ...]] = {}
    for at, kept in texts.items():
        heading = heading_shown(layout.columns[at].heading)
        free_texts[heading] = tuple(sorted((*free_texts.get(heading, ()), *kept)))
    others = [
        heading_shown(one.heading)
        for at, one in layout.of_use("other")
        if at not in texts and at not in pointing and one.heading
    ]
    return report.replace(columns=columns), free_texts, dropped, others


def _without_persons(unknown: Sequence[_native.UnknownAnswer]) -> list[_native.UnknownAnswer]:
    """Values that point out somebody join those that are too rare to be shown."""
    kept = [one for one in unknown if one.value and not personal.points_out(one.value)]
    others = sum(one.count for one in unknown) - sum(one.count for one in kept)
    return [*kept, _native.UnknownAnswer(count=others)] if others else kept
