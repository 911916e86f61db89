"""Rows among the answers that are none: headings that come again, where files were put together, and what a column sums up to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from kvalitet._answer_files.errors import fail
from kvalitet._answer_files.folding import loose
from kvalitet._answer_files.layout import Layout, are_second_headings
from kvalitet._answer_files.values import Answers

_MOST_KNOWN = 10_000  # texts that are remembered
_AROUND = " \t\u00a0:.=*"

# With what the rows begin that spreadsheets and survey tools put below a table.
SUMS = frozenset(
    [
        "summa",
        "summering",
        "totalt",
        "total",
        "totalsumma",
        "totalt antal",
        "antal",
        "antal svar",
        "antal svarande",
        "medelvärde",
        "medelvärden",
        "medeltal",
        "genomsnitt",
        "snitt",
        "median",
        "standardavvikelse",
        "spridning",
        "average",
        "mean",
        "sum",
        "count",
        "standard deviation",
        "std dev",
        "std",
        "grand total",
        "total count",
        "number of responses",
    ]
)
# They may be groups as well, as `Låg`, `Medel` and `Hög`: then they come more than once, or in the middle.
_SUMS_OR_GROUPS = frozenset(["medel", "min", "max", "minimum", "maximum", "lägsta", "högsta"])
_ALL = {unicodedata.normalize(form, word) for word in SUMS | _SUMS_OR_GROUPS for form in ("NFC", "NFD")}


class Headings:
    """The headings of a file, by which they are known where they come again."""

    def __init__(self, layout: Layout, path: str, answers: dict[int, Answers]) -> None:
        self._layout, self._path, self._answers = layout, path, answers
        self._headings = [loose(heading) for heading in layout.headings]
        self._known = {heading for heading in self._headings if heading}
        self._has_numbers = any(self._headings[at].isdecimal() for at in answers)  # as headings of items
        self._others: set[str] = set()  # texts that are no headings
        self._cells = [itemgetter(at) for at in answers]
        self.goes_on = False  # whether the row that was looked at last is one

    def may_be_among(self, rows: Sequence[Sequence[str]]) -> bool:
        """Whether any of these rows, which are whole, has a heading where an answer should be."""
        texts: set[str] = set()
        for cell in self._cells:
            texts.update(map(cell, rows))
        return (
            self.goes_on
            or any(map(self._is_heading, texts - self._others))
            or (self._has_numbers and any(loose(row[0]) == self._headings[0] for row in rows))
        )

    def is_one(self, line: int, cells: Sequence[str]) -> bool:
        """Whether a row says the headings once more, or what stands below them. Raises where it says them in another order."""
        answers = [(at, cells[at]) for at in self._answers if at < len(cells) and cells[at].strip()]
        are_headings = [self._is_heading(cell) for _, cell in answers]
        same = self._are_same(cells)
        if not answers or not (any(are_headings) or same):
            self.goes_on = self.goes_on and are_second_headings(cells)
            return self.goes_on
        if not same and not (all(are_headings) and not all(self._answers[at].knows(cell) for at, cell in answers)):
            return False
        if not self._in_place(cells):
            fail("answers.other-order", path=self._path, line=line)
        self.goes_on = True
        return True

    def _are_same(self, cells: Sequence[str]) -> bool:
        """Whether a row says just what the headings say, in words: numbers alone may be answers."""
        if loose(cells[0]) != self._headings[0]:
            return False
        said = [loose(cell) for cell in cells]
        return said == self._headings and not all(words.isdecimal() for words in said if words)

    def _is_heading(self, text: str) -> bool:
        """Of a column of this file, or of an item. Numbers may be answers as well as ids."""
        if text in self._others:
            return False
        key = loose(text)
        if key and not key.isdecimal() and (key in self._known or self._layout.names.item(text) is not None):
            return True
        if len(self._others) < _MOST_KNOWN:
            self._others.add(text)
        return False

    def _in_place(self, cells: Sequence[str]) -> bool:
        """Whether each heading stands above its own column."""
        for at, column in enumerate(self._layout.names.columns(cells)):
            key = loose(column.heading)
            if key and (at >= len(self._headings) or (key in self._known and key != self._headings[at])):
                return False
            if column.use in ("item", "by") and self._layout.columns[at].name != column.name:
                return False
        return True


class Sums:
    """Rows that sum up the others. The first row of a word that may be a group is held until it is known which it is."""

    def __init__(self, answers: dict[int, Answers]) -> None:
        self._answers = answers
        self._seen: set[str] = set()
        self.held: list[tuple[int, Sequence[str]]] = []

    def may_be_among(self, heads: Iterable[str]) -> bool:
        """Whether rows that begin so may be some, or show what was held to be none."""
        return bool(self.held) or any(head.strip(_AROUND).casefold() in _ALL for head in set(heads))

    def is_one(self, cells: Sequence[str]) -> bool:
        """Whether a row is one for certain."""
        return self._word(cells) in SUMS

    def respondents(self, row: tuple[int, Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
        """Of a row that is none for certain, and of those that are held, the ones that are now known to be respondents."""
        word = self._word(row[1])
        if word in _SUMS_OR_GROUPS and word not in self._seen:
            self._seen.add(word)
            self.held.append(row)
            return
        yield from self.held
        self.held.clear()
        yield row

    def _word(self, cells: Sequence[str]) -> str:
        """The words that a row begins with, unless they are an answer."""
        at, first = next(((at, cell) for at, cell in enumerate(cells) if cell.strip()), (0, ""))
        word = loose(first.strip(_AROUND))
        return "" if word in _ALL and at in self._answers and self._answers[at].knows(first) else word
