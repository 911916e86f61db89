"""What people have written in their own words: kept apart from counts, and from each other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kvalitet._answer_files import personal
from kvalitet._answer_files.folding import clean, loose

_ROOM = 16_000_000  # characters of a file that are kept
_SAMPLE = 2_000  # texts by which it is judged whether a column is one of choices
_LONG = 25  # letters; what is chosen is mostly shorter
_QUESTION = re.compile(
    r"^(vad|vilk|hur|varför|när|var|berätta|beskriv|skriv|motivera|förklara|kommentar|övrig|annat|egna|ge exempel|"
    r"what|why|how|which|tell|describe|explain|comment|other)|\b(kommentar|synpunkt|fritext|förslag|med egna ord|comment|free text)"
)


class FreeText:
    """The texts of the columns that are neither items nor divide anything, as far as there is room."""

    def __init__(self, headings: dict[int, str]) -> None:
        self._texts: dict[int, list[str]] = {at: [] for at in headings}
        self._headings = headings
        self._room = _ROOM
        self.full = False

    @property
    def wanted(self) -> tuple[int, ...]:
        """The columns that may still be free text."""
        return tuple(self._texts)

    def add(self, column: int, texts: Iterable[str | None]) -> None:
        """Adds some of a column's texts."""
        kept = self._texts.get(column)
        if kept is None:
            return
        before = len(kept)
        for text in texts:
            if text and (words := clean(text)):
                if len(words) > self._room:
                    self.full = True
                    continue
                self._room -= len(words)
                kept.append(words)
        if before < _SAMPLE <= len(kept) and not self._is_free(column):
            del self._texts[column]

    def told(self) -> tuple[dict[int, tuple[str, ...]], dict[int, str]]:
        """The texts of each column in the order of the alphabet, which tells nobody whose they are; and the kinds of the
        columns that are left out since they seem to point out persons."""
        texts, pointing = {}, {}
        for column, kept in self._texts.items():
            if kind := personal.kind_of_values(kept[:_SAMPLE]):
                pointing[column] = kind
            elif kept and self._is_free(column):
                texts[column] = tuple(sorted(personal.without_pointing(text) for text in kept))
        return texts, pointing

    def _is_free(self, column: int) -> bool:
        """Whether people have written in it, by its heading or by how different and long the texts are."""
        kept = self._texts[column]
        various = len(set(kept)) * 2 > len(kept)
        heading = self._headings[column]
        asked = heading.endswith("?") or _QUESTION.search(loose(heading)) is not None
        return (asked and (various or len(kept) < _SAMPLE)) or (various and max(map(len, kept), default=0) >= _LONG)
