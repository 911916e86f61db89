"""What stands in cells: answers however they are written, names of groups as text."""

from __future__ import annotations

import re
from collections.abc import Callable

from kvalitet import _native
from kvalitet._answer_files import personal
from kvalitet._answer_files.errors import fail, shown
from kvalitet._answer_files.folding import clean, fold, loose
from kvalitet._answer_files.layout import refuse_by

_MISSING = {"", "na", "n/a", "#n/a", "nan", "null", "#saknas!"}  # as programs write that there is nothing
_CODE_AND_WORDS = re.compile(r"(-?\d{1,9})\s*[-=:.)]+\s*(.*\S)|(\S.*?)\s*[(\[](-?\d{1,9})[)\]]")
_DECIMAL = re.compile(r"-?\d+([.,])\d+")
_NUMBER = re.compile(r"(-?\d{1,9})(?:[.,]0+)?")
_MOST_OF_A_NAME = 120  # letters; more is a text
_MOST = 10_000  # different texts that are remembered


class Memory(dict[str, "str | None"]):
    """What texts become, remembered while they are few."""

    def __init__(self, make: Callable[[str], str | None]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> str | None:
        made = self._make(text)
        if len(self) >= _MOST:
            self.clear()
        self[text] = made
        return made


class Answers:
    """The answers of a scale. Calling it gives the words by which an answer is counted, or None where there is none; what it
    does not know stays as it is, for the report."""

    def __init__(self, scale: _native.AnswerScale | None, marks: set[str]) -> None:
        self._marks = marks
        self._exact: dict[str, str | None] = {}
        self._loose: dict[str, str | None] = {}
        self._codes: dict[str, str] = {}
        self._counted: set[str] = set()
        for level in (*scale.levels, *scale.outside) if scale is not None else ():
            words = [word for word in (level.label.sv, level.label.en, *level.also) if word]
            counted = words[0] if words else str(level.code)
            self._codes.setdefault(str(level.code), counted)
            self._counted.add(counted)
            for word in words:
                for known, key in ((self._exact, fold(word)), (self._loose, loose(word))):
                    known[key] = counted if known.get(key, counted) == counted else None

    def knows(self, text: str) -> bool:
        """Whether it is one of the answers, by word or code."""
        counted = self(text)
        if counted is None or counted in self._counted:
            return True
        number = _NUMBER.fullmatch(counted)
        return number is not None and str(int(number[1])) in self._codes

    def __call__(self, text: str) -> str | None:
        text = clean(text)
        key = fold(text)
        if known := self._exact.get(key) or (self._loose.get(loose(text)) if loose(text) else None):
            return known
        if key in _MISSING:
            return None
        if mark := _DECIMAL.fullmatch(key):
            self._marks.add(mark[1])
        if both := _CODE_AND_WORDS.fullmatch(key):
            code, words = both[1] or both[4], both[2] or both[3]
            counted = self._codes.get(str(int(code)))
            if counted and counted in (self._exact.get(words), self._loose.get(loose(words))):
                return counted  # they agree
        return text


class Groups:
    """The names of groups: text, as people see it. What points out a person is refused."""

    def __init__(self, column: str) -> None:
        self._column = column

    def __call__(self, text: str) -> str:
        name = clean(text)
        if len(name) > _MOST_OF_A_NAME:
            fail("answers.by-is-text", column=shown(self._column))
        if kind := personal.kind_of_group(name):
            refuse_by(self._column, kind)
        return name
