"""How many were asked to answer, from a list that somebody has of schools, classes or groups."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable

from kvalitet import _files, _lists
from kvalitet._answer_files.folding import clean, fold

_NUMBERS = ("invited", "inbjudna", "antal inbjudna", "antal elever", "elever", "pupils", "antal", "number")
_SPACES = " \u00a0\u202f"


def read_invited(path: _files.Path, by: Iterable[str] = ()) -> dict[tuple[str, ...], int]:
    """How many of each group were asked, from a CSV file: what `SurveyCounts.with_invited` takes.

    The file has the columns of `by` and one of numbers, called `inbjudna`, `antal elever`, `invited` or so, and a row for
    each group. It is UTF-8 or Windows-1252, with commas, semicolons or tabs. A group without a number is left out: how
    many it has is not known.

    Raises UsageError for a list without these columns, a number that is none and a group that stands twice, with the
    line; FileError for a file that cannot be read.
    """
    if isinstance(by, str):
        raise TypeError("by: expected a list of columns, got one text")
    names, file = list(by), _files.shown(os.path.basename(os.fspath(path)))
    try:
        rows = _lists.rows_of(_lists.text_of(path))
    except csv.Error as error:
        raise _lists.misuse(
            "invited.csv", f"”{file}” är ingen CSV-fil ({error}).", f"“{file}” is no CSV file ({error})."
        ) from None
    header = [fold(name) for name in rows[0]] if rows else []
    places = [_place(header, [fold(name)], name, file) for name in names]
    number = _place(header, _NUMBERS, _NUMBERS[1], file)
    found: dict[tuple[str, ...], int] = {}
    for line, row in enumerate(rows[1:], start=2):
        cells = [*map(clean, row), *[""] * (len(header) - len(row))]
        if not cells[number]:
            continue
        key = tuple(cells[at] for at in places)
        if key in found:
            raise _lists.misuse(
                "invited.twice",
                f"”{file}”, rad {line}: {_shown(key)} står två gånger.",
                f"“{file}”, row {line}: {_shown(key)} stands twice.",
            )
        found[key] = _whole(cells[number], file, line)
    return found


def _place(header: list[str], names: Iterable[str], shown: str, file: str) -> int:
    """The only column of one of these names."""
    places = [at for at, name in enumerate(header) if name in names]
    if len(places) != 1:
        sv, en = ("saknar en kolumn", "has no column") if not places else ("har flera kolumner", "has several columns")
        raise _lists.misuse(
            "invited.columns",
            f"”{file}” {sv} ”{shown}”. Listan ska ha en kolumn för varje indelning av svaren och en med antalet inbjudna.",
            f"“{file}” {en} “{shown}”. The list has to have a column for each division of the answers, and one with how "
            "many were invited.",
        )
    return places[0]


def _whole(cell: str, file: str, line: int) -> int:
    digits = cell.translate({ord(space): None for space in _SPACES})
    if not re.fullmatch("[0-9]{1,9}", digits):
        raise _lists.misuse(
            "invited.number",
            f"”{file}”, rad {line}: antalet inbjudna ska vara ett heltal.",
            f"“{file}”, row {line}: how many were invited has to be a whole number.",
        )
    return int(digits)


def _shown(key: tuple[str, ...]) -> str:
    return ", ".join(key) or "alla"
