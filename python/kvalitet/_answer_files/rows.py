"""The rows of a text file or a sheet, some at a time, and which of them are respondents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kvalitet._answer_files.errors import fail
from kvalitet._answer_files.folding import clean
from kvalitet._answer_files.layout import Layout
from kvalitet._answer_files.not_answers import Headings, Sums
from kvalitet._answer_files.values import Answers

AT_A_TIME = 2048  # rows
_MOST_SEEN = 100_000  # beginnings of rows that are remembered
_MOST_LINES = 20  # that are told

Row = tuple[int, Sequence[str]]  # with its number in the file


@dataclass(frozen=True)
class Part:
    """Some rows. Their numbers are counted first when somebody asks."""

    rows: Sequence[Sequence[str]]
    first: int = 1
    """The number of the first."""
    breaks_count: bool = False
    """Whether a line break within a cell takes a line of the file."""
    known: list[int] = field(default_factory=list)
    """The numbers, where rows are missing in between."""

    @property
    def numbers(self) -> Sequence[int]:
        if self.known or not self.rows:
            return self.known
        if not self.breaks_count:
            return range(self.first, self.first + len(self.rows))
        numbers, line = [], self.first
        for row in self.rows:
            numbers.append(line)
            line += 1 + sum(cell.count("\n") for cell in row)
        return numbers

    @staticmethod
    def of(rows: Iterable[Row]) -> Part:
        """Of rows that know their numbers."""
        given = list(rows)
        return Part([cells for _, cells in given], known=[number for number, _ in given])


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
    sums: Places = field(default_factory=Places)
    repeated_headings: int = 0


class Respondents:
    """The rows of respondents, with as many cells as there are headings. Blank rows, headings that come again and sums
    are none."""

    def __init__(self, layout: Layout, path: str, delimiter: str, notes: Notes, answers: dict[int, Answers]) -> None:
        self._path, self._delimiter, self._notes = path, delimiter, notes
        self._answers = answers
        self._width = len(layout.columns)
        self._headings, self._sums = Headings(layout, path, answers), Sums(answers)
        self._seen: set[str] = set()  # with what rows begin
        self._last: tuple[int, Sequence[str]] = (0, [])  # the row before, where it was looked at

    def among(self, part: Part) -> Part:
        """Those of a part."""
        heads = [row[0] if row else "" for row in part.rows]
        if (
            set(map(len, part.rows)) == {self._width}
            and all(map(str.strip, heads))
            and not self._sums.may_be_among(heads)
            and not self._headings.may_be_among(part.rows)
        ):
            self._see(heads)
            self._last = (0, part.rows[-1])
            return part  # as most are: nothing has to be looked at one by one
        return part.of(list(self._one_by_one(part)))

    def _one_by_one(self, part: Part) -> Iterator[Row]:
        for number, given in zip(part.numbers, part.rows, strict=True):
            if not any(given) or "".join(given).isspace():
                continue
            goes_on = self._headings.goes_on
            if self._headings.is_one(number, given):
                self._notes.repeated_headings += not goes_on
                self._last = (number, given)
                continue
            if self._sums.is_one(given[: self._width]):
                self._notes.sums.add(number)
                continue
            cells = given if len(given) == self._width else self._whole(number, given)
            if not any(map(str.strip, cells)):  # all of it stood beside the table
                continue
            self._see(cells[:1])
            self._last = (number, given)
            yield from self._sums.respondents((number, cells))

    def end(self) -> None:
        """Notes what turned out to be no respondents."""
        for number, _ in self._sums.held:
            self._notes.sums.add(number)

    def _whole(self, number: int, cells: Sequence[str]) -> Sequence[str]:
        more = self._width - len(cells)
        if more < 0:
            beyond = max((at for at, cell in enumerate(cells, start=1) if cell and not cell.isspace()), default=0)
            if beyond > self._width:
                self._too_long(number, beyond)
            return cells[: self._width]
        whole = [*cells, *[""] * more]
        if self._delimiter and any(cell.strip() for cell in cells):  # sheets leave out cells without a value
            before, last = self._last
            if not self._is_respondent(cells, last):
                fail("answers.broken-row", path=self._path, line=before or number - 1)
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
        if answers:
            return known * 2 > answers
        head = clean(cells[0])
        # A word alone would be the name of a group that somebody has said in a text.
        return " " not in head and (len(cells) > 1 or head.isdecimal() or cells[0] in self._seen)

    def _see(self, heads: Iterable[str]) -> None:
        if len(self._seen) < _MOST_SEEN:
            self._seen.update(heads)

    def _understood(self, cells: Sequence[str]) -> tuple[int, int]:
        """How many of a row's answers are answers, and how many there are."""
        known = [self._answers[at].knows(cell) for at, cell in enumerate(cells) if at in self._answers and cell.strip()]
        return sum(known), len(known)
