"""How many were asked to answer, from a list that somebody has of schools, classes or groups."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice
from typing import NamedTuple

from kvalitet import _files
from kvalitet._answer_files import excel, personal, text
from kvalitet._answer_files.encoding import encoding_of
from kvalitet._answer_files.errors import fail, shown
from kvalitet._answer_files.folding import clean, fold, loose
from kvalitet._answer_files.kinds import kind_of
from kvalitet._answer_files.layout import SEARCHED, refuse_by
from kvalitet._answer_files.not_answers import SUMS
from kvalitet._answer_files.reading import require_extra
from kvalitet._answer_files.rows import Row
from kvalitet._answer_files.values import Groups
from kvalitet._errors import Error

# What the column of numbers is called; where several are there, the first of these.
_NUMBERS = ("invited", "inbjudna", "antal inbjudna", "antal elever", "elever", "pupils", "antal", "number")
_NUMBER = re.compile("[0-9]{1,9}|[0-9]{1,3}(?: [0-9]{3}){1,2}")
_MOST = 1 << 18  # groups, as answers may be divided into

Reading = Callable[[int | None], Iterator[Row]]  # of at most so many rows


def read_invited(path: _files.Path, by: Iterable[str] = ()) -> dict[tuple[str, ...], int]:
    """How many of each group were asked, from a CSV or Excel file: what `SurveyCounts.with_invited` takes.

    The file has the columns of `by` and one of numbers, called `Antal inbjudna`, `Antal elever`, `Invited` or so, and a row
    for each group. A group without a number is left out, since how many it has is not known, and so are sums.

    Raises UsageError for a list without these columns, and, with the row, for a number that is none, a group that stands
    twice or points out a person; FileError for a file that cannot be read; LimitError for one that is too large.
    ModuleNotFoundError for Excel without the extra `survey`.
    """
    if isinstance(by, str):
        raise TypeError("by: expected a list of columns, got one text")
    columns = tuple(by)
    if not all(isinstance(one, str) for one in columns):
        raise TypeError("by: expected a list of columns, by their headings")
    place = os.fsdecode(os.fspath(path))
    name = shown(os.path.basename(place))
    with _readings(place, name) as readings:
        rows, places = _table(readings, columns, name)
        groups = [Groups(column) for column in columns]
        found: dict[tuple[str, ...], int] = {}
        for line, row in rows:
            cells = list(map(clean, row))
            cells += [""] * (places.width - len(cells))
            number, names = cells[places.number], [cells[at] for at in places.groups]
            if not number or (names and loose(names[0]) in SUMS):
                continue
            key = tuple(group(one) for group, one in zip(groups, names, strict=True))
            # Without a name, as merged cells below their first, it would be another group.
            if not all(part and part.isprintable() for part in key) or any(cells[places.width :]):
                fail("invited.row", path=name, line=line)
            if key in found:
                fail("invited.twice", path=name, line=line, group=shown("; ".join(key)))
            if len(found) == _MOST:
                fail(
                    "answers.too-large", path=name, what_sv=f"över {_MOST} grupper", what_en=f"more than {_MOST} groups"
                )
            if not _NUMBER.fullmatch(number):
                fail("invited.number", path=name, line=line)
            found[key] = int(number.replace(" ", ""))
    for at, column in enumerate(columns):
        asked: dict[str, int] = {}
        for key, number_of in found.items():
            asked[key[at]] = asked.get(key[at], 0) + number_of
        if kind := personal.kind_of_groups(asked):
            refuse_by(column, kind)
    return found


class _Places(NamedTuple):
    """Where the columns of the division are and that of the numbers, and how many columns there are."""

    groups: tuple[int, ...]
    number: int
    width: int


@contextmanager
def _readings(path: str, name: str) -> Iterator[list[Reading]]:
    """The ways in which a file may be a table: by each delimiter, or each sheet."""
    kind = kind_of(path, name)
    if kind == "parquet":
        fail("answers.other-kind", path=name, kind_sv="en Parquet-fil", kind_en="a Parquet file")
    if kind == "xlsx":
        require_extra()
        with excel.quietly(), closing(excel.Workbook(path, name, None)) as book:
            yield [partial(book.rows, title) for title in book.searched]
        return
    file = text.TextFile(path, name, encoding_of(path, name, None), None)
    yield [partial(file.rows, delimiter) for delimiter in file.delimiter or text.DELIMITERS]


def _table(readings: list[Reading], columns: Sequence[str], name: str) -> tuple[Iterator[Row], _Places]:
    """The rows below the headings, and where the columns are."""
    broken: list[Error] = []
    for reading in readings:
        try:
            for at, (_, cells) in enumerate(reading(SEARCHED)):
                if places := _places([fold(cell) for cell in cells], columns):
                    return islice(reading(None), at + 1, None), places
        except Error as error:  # with a delimiter that is not the file's, quotation marks stand anywhere
            if error.code != "answers.quotes":
                raise
            broken.append(error)
    if len(broken) < len(readings):
        fail("invited.columns", path=name, columns=", ".join(f"”{shown(one)}”" for one in (*columns, "Antal inbjudna")))
    raise broken[-1]


def _places(headings: list[str], columns: Sequence[str]) -> _Places | None:
    """Where a row has these headings, if it has each of them once."""
    number = next((one for one in _NUMBERS if one in headings and one not in map(fold, columns)), None)
    wanted = [*map(fold, columns)]
    if number is None or len(set(wanted)) < len(wanted) or any(headings.count(one) != 1 for one in (*wanted, number)):
        return None
    return _Places(tuple(map(headings.index, wanted)), headings.index(number), len(headings))
