"""Which of a file's columns are what, and which of its rows has the headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NoReturn

from kvalitet import _native
from kvalitet._answer_files import personal
from kvalitet._answer_files.errors import fail, shown
from kvalitet._answer_files.folding import as_id, clean, fold, loose

SEARCHED = 50  # rows in which the headings are looked for
MOST_COLUMNS = 16_384  # as many as Excel has

_NUMBER_BEFORE = re.compile(r"(?:(?:fråga|question|q|f|nr) ?)?\d{1,3}[a-z]?(?:\.\d{1,2})*(?: ?[.):\-]+ ?| )")
# `Hur har du det? [Jag är trygg]`, `Trygghet - Jag är trygg`
_BEHIND_ANOTHER = (re.compile(r"(.*)\[([^\[\]]+)\][ .]*$"), re.compile(r"(.*) - (.+)$"))
_COMMENT = re.compile("kommentar|comment|motiver|förklar|annat|other|beskriv|berätta")
_SECOND_HEADINGS = {
    "response",
    "open-ended response",
    "svar",
    "öppet svar",
    "other (please specify)",
    "annat (ange vilket)",
}
_SPOILT = re.compile("Ã[\u00a0-\u00bf…„–†\u0153]")  # å, ä, ö, é, Å, Ä, Ö of UTF-8, taken for Windows-1252
_COPY_BEHIND = re.compile(r"[._ ]?\(?\d{1,2}\)?$")


@dataclass(frozen=True)
class Column:
    """What a column was taken for: `item` with its id, `by` with its name, `personal` with its kind, or `other`."""

    heading: str
    use: str
    name: str = ""


class Names:
    """The words by which an instrument's items and the columns of a division are known."""

    def __init__(self, instrument: _native.SurveyInstrument, by: Sequence[str]) -> None:
        self.by = tuple(dict.fromkeys(by))
        self.example = next((one.text for item in instrument.items for one in item.wordings), "")
        self._exact: dict[str, str | None] = {}
        self._loose: dict[str, str | None] = {}
        self._ids = {as_id(item.id): item.id for item in instrument.items}
        for item in instrument.items:
            for words in (item.id, *(one.text for one in item.wordings), *item.columns):
                _learn(self._exact, fold(words), item.id)
                _learn(self._loose, loose(words), item.id)
        for one in self.by:
            kind = personal.kind_of_heading(one) or personal.kind_of_question(one)
            if kind and kind != personal.LANGUAGE:
                refuse_by(one, kind)

    def columns(self, headings: Sequence[str]) -> list[Column]:
        """What each of a file's columns is."""
        keys = {loose(heading) for heading in headings}
        return [self._column(clean(heading), keys) for heading in headings]

    def item(self, text: str) -> str | None:
        """The item that a text names."""
        return self._item(clean(text), set())

    def score(self, cells: Sequence[str]) -> tuple[int, int]:
        """How many different items and columns of the division a row names, as headings do."""
        columns = self.columns(cells)
        items, by = ({one.name for one in columns if one.use == use} for use in ("item", "by"))
        return len(items), len(by)

    def _column(self, heading: str, others: set[str]) -> Column:
        for one in self.by:
            if fold(heading) == fold(one) or (loose(heading) == loose(one) != ""):
                return Column(heading, "by", one)
        if item := self._exact.get(fold(heading)):
            return Column(heading, "item", item)  # the instrument says so, whatever else is called that
        if kind := personal.kind_of_heading(heading):
            return Column(heading, "personal", kind)
        if item := self._item(heading, others):
            return Column(heading, "item", item)
        if kind := personal.kind_of_question(heading):
            return Column(heading, "personal", kind)
        return Column(heading, "other")

    def _item(self, heading: str, others: set[str]) -> str | None:
        """The item that a heading names, if it is only one."""
        found = self._exact.get(fold(heading)) or self._loose.get(loose(heading)) or self._ids.get(as_id(heading))
        if found or not heading:
            return found
        key = fold(heading)
        number = _NUMBER_BEFORE.match(key)
        if number and (found := self._loose.get(loose(key[number.end() :]))):
            return found
        for pattern in _BEHIND_ANOTHER:
            both = pattern.match(key)
            if both and not _COMMENT.search(both[1]) and (found := self._loose.get(loose(both[2]))):
                return found
        # Forms writes a question's second column as `Question2`; of words only, since ids end in numbers.
        first = loose(_COPY_BEHIND.sub("", loose(heading)))
        return self._loose.get(first) if " " in first and first in others and first != loose(heading) else None


def _learn(known: dict[str, str | None], words: str, item: str) -> None:
    """What two items are called names neither."""
    if words:
        known[words] = item if known.get(words, item) == item else None


def refuse_by(column: str, kind: str) -> NoReturn:
    """What is each person's own divides nothing."""
    one = personal.KINDS[kind]
    fail("answers.by-is-personal", column=shown(column), kind_sv=one.sv, kind_en=one.en)


@dataclass
class Layout:
    """A file's headings, what they are, and where they stand."""

    columns: list[Column]
    names: Names
    row: int = 0  # the last of the headings', from 0
    by: tuple[str, ...] = ()
    items: dict[str, list[int]] = field(default_factory=dict)  # the columns of each, in the file's order
    groups: dict[str, int] = field(default_factory=dict)

    @property
    def headings(self) -> list[str]:
        return [column.heading for column in self.columns]

    def of_use(self, use: str) -> Iterator[tuple[int, Column]]:
        """The columns of a use, with their places."""
        return ((at, column) for at, column in enumerate(self.columns) if column.use == use)


def find_headings(rows: Iterable[Sequence[str]], names: Names) -> tuple[int, tuple[int, int]]:
    """The row that names most items among the first, and how many it names: items, then columns of the division. Below answers
    it would be the headings of another file, which would hide those above it."""
    best, score = 0, (0, 0)
    for at, cells in enumerate(islice(rows, SEARCHED)):
        found = names.score(cells[:MOST_COLUMNS])
        if found > score and found[0] > 0:
            best, score = at, found
        elif not found[0] and sum(score) > 1 and any(map(str.strip, cells)) and not are_second_headings(cells):
            break
    return best, score


def last_of_headings(layout: Layout, below: Iterable[tuple[int, Sequence[str]]]) -> int:
    """The last row of headings: below ids SurveyMonkey and Qualtrics write wordings, and what kind of answers there are."""
    row = layout.row
    for _, cells in below:
        if not (are_second_headings(cells) or _are_other_names(layout, cells)):
            break
        row += 1
    return row


def are_second_headings(cells: Sequence[str]) -> bool:
    """Whether a row says of what kind the answers are."""
    said = [fold(cell) for cell in cells if cell.strip()]
    return bool(said) and all(cell in _SECOND_HEADINGS or cell.startswith('{"importid"') for cell in said)


def _are_other_names(layout: Layout, cells: Sequence[str]) -> bool:
    """Whether a row names the items of the columns in which it stands, and says nothing else there."""
    said = [(at, cell) for at, cell in enumerate(cells[: len(layout.columns)]) if cell.strip()]
    said = [(at, cell) for at, cell in said if layout.columns[at].use == "item"]
    return bool(said) and all(
        not clean(cell).isdecimal() and layout.names.item(cell) == layout.columns[at].name for at, cell in said
    )


def layout_of(headings: Sequence[str], names: Names, path: str, row: int = 0) -> Layout:
    """What the columns with these headings are."""
    if len(headings) > MOST_COLUMNS:
        too_many = len(headings)
        fail(
            "answers.too-large",
            path=path,
            what_sv=f"{too_many} kolumner, där högst {MOST_COLUMNS} läses",
            what_en=f"{too_many} columns, of which at most {MOST_COLUMNS} are read",
        )
    layout = Layout(names.columns(headings), names, row, names.by)
    for at, column in layout.of_use("item"):
        layout.items.setdefault(column.name, []).append(at)
    for at, column in layout.of_use("by"):
        if column.name in layout.groups:
            fail("answers.by-twice", path=path, column=shown(column.name))
        layout.groups[column.name] = at
    for one in names.by:
        if one not in layout.groups:
            fail("answers.by-not-found", path=path, column=shown(one), columns=listed(layout.columns))
    return layout


def listed(columns: Iterable[Column]) -> str:
    """The headings that are neither an item's nor personal."""
    words = [heading_shown(one.heading) for one in columns if one.use == "other" and one.heading]
    return ", ".join(words[:12]) + (", …" if len(words) > 12 else "") if words else "–"


def heading_shown(heading: str) -> str:
    """A heading, without what points out a person."""
    return shown(personal.without_pointing(heading))


def no_headings(rows: Iterable[Sequence[str]], names: Names, path: str) -> NoReturn:
    """Says that no row names an item: with the headings, where those of a survey tool show which they are."""
    searched = 0
    for at, cells in enumerate(islice(rows, SEARCHED), start=1):
        searched = at
        if _SPOILT.search(" ".join(cells)):
            fail("answers.spoilt-letters", path=path)
        columns = names.columns(cells[:MOST_COLUMNS])
        if sum(one.use == "personal" for one in columns) > 1 and all(len(one.heading) < 300 for one in columns):
            fail("answers.other-questions", path=path, line=at, columns=listed(columns))
    fail("answers.no-headings", path=path, lines=searched, item=shown(names.example))
