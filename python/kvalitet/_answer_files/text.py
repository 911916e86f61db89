"""Answers in text files: CSV in the encodings and with the delimiters that Swedish programs write.

Python's own csv parses: it keeps count of lines, so that errors can name them, and stops at what is no CSV.
"""

from __future__ import annotations

import csv
import os
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from kvalitet._answer_files.encoding import MOST_OF_A_LINE
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

DELIMITERS = ";,\t|"
_MOST_OF_A_PART = 1 << 25  # characters of some thousand rows, or of one
_MARK = "\ufeff"


class TextFile:
    """A text file as rows. `delimiter` is what separates cells, once its headings are found."""

    def __init__(self, path: str, name: str, encoding: str, delimiter: str | None) -> None:
        self.path, self.name, self.encoding = path, name, encoding
        if delimiter is not None and (len(delimiter) != 1 or delimiter.isalnum() or delimiter in '"\r\n \0'):
            fail("answers.delimiter", delimiter=shown(delimiter))
        self.delimiter = delimiter or self._said_by_excel() or ""
        self.header_line = 1

    def layout(self, names: Names) -> Layout:
        """Where its headings are and what they say. Without a delimiter it is the one by which most items are found."""
        best, score, row = "", (0, 0), 0
        for delimiter in self.delimiter or DELIMITERS:
            try:
                at, found = find_headings((cells for _, cells in self.rows(delimiter, SEARCHED)), names)
            except OSError as error:
                # With a delimiter that is not the file's, quotation marks stand anywhere.
                if self.delimiter or getattr(error, "code", "") != "answers.quotes":
                    raise
                continue
            if found > score:
                best, score, row = delimiter, found, at
        if not best:
            likely = self.delimiter or self._likely()
            no_headings((cells for _, cells in self.rows(likely, SEARCHED)), names, self.name)
        self.delimiter = best
        (self.header_line, headings), *below = list(self.rows(best, row + 4))[row:]
        while headings and not headings[-1].strip():
            headings = headings[:-1]  # as of columns that somebody has emptied
        layout = layout_of(headings, names, self.name, row)
        layout.row = last_of_headings(layout, below)
        return layout

    def rows(self, delimiter: str, most: int | None = None) -> Iterator[Row]:
        """Its rows, with the line where each begins; at most so many."""
        begin, given = 1, 0
        with open(self.path, encoding=self.encoding, newline=None) as file:
            lines = _Lines(file, self.name)
            reader = _reader(lines, delimiter)
            try:
                while given != most and (rows := _next(reader, 1)):
                    yield begin, rows[0]
                    given += 1
                    begin = lines.begin = reader.line_num + 1
                    lines.length = 0
            except csv.Error:
                fail("answers.quotes", path=self.name, line=begin)
            except UnicodeError:  # it has changed since it was looked through
                fail("answers.encoding", path=self.name, line=begin, encoding=self.encoding)

    def parts(self, layout: Layout) -> Iterator[Part]:
        """The rows below the headings."""
        with open(self.path, encoding=self.encoding, newline=None) as file:
            lines = _Lines(file, self.name)
            reader = _reader(lines, self.delimiter)
            _next(reader, layout.row + 1)
            lines.begin, lines.length = reader.line_num + 1, 0
            try:
                while rows := _next(reader, AT_A_TIME):
                    yield Part(rows, lines.begin, breaks_count=True)
                    lines.begin, lines.length = reader.line_num + 1, 0
            except (csv.Error, UnicodeError):
                for _ in self.rows(self.delimiter):  # says where
                    pass
                raise

    def _said_by_excel(self) -> str:
        """The delimiter of a first line `sep=;`."""
        with open(self.path, encoding=self.encoding, newline=None) as file:
            said = re.fullmatch(r'"?sep=([^\w\s"]|\t)"?', file.readline(20).strip(" \n"), re.IGNORECASE)
        return said[1] if said else ""

    def _likely(self) -> str:
        with open(self.path, encoding=self.encoding, newline=None) as file:
            begin = file.read(MOST_OF_A_LINE)
        return max(DELIMITERS, key=begin.count)


_LIMIT = threading.Lock()
_limits: list[int] = []  # what csv's limit was, for each who reads


@contextmanager
def _long_texts() -> Iterator[None]:
    """Texts as long as a part may be: csv's own limit, which is the whole process's, would be taken for a quotation mark
    that never closes. It is put back when nobody reads any more; never across a yield, since who looks for rows may stop
    in the middle."""
    with _LIMIT:
        _limits.append(csv.field_size_limit())
        csv.field_size_limit(max(_limits[0], _MOST_OF_A_PART))
    try:
        yield
    finally:
        with _LIMIT:
            csv.field_size_limit(_limits[0] if len(_limits) == 1 else max(_limits[0], _MOST_OF_A_PART))
            _limits.pop()


def _reader(lines: Iterable[str], delimiter: str) -> Any:
    return csv.reader(iter(lines), delimiter=delimiter, strict=True)


def _next(reader: Any, most: int) -> list[list[str]]:
    with _long_texts():
        return list(islice(reader, most))


class _Lines:
    """A file's lines, few enough between one row, or one part, and the next."""

    def __init__(self, file: Iterable[str], name: str) -> None:
        self._file, self._name = file, name
        self.begin = 1  # of the row or part
        self.length = 0  # of it

    def __iter__(self) -> Iterator[str]:
        for line in self._file:
            if line[0] == _MARK:  # of a file that was put behind another
                line = line[1:]
            self.length += len(line)
            if self.length > _MOST_OF_A_PART:
                fail("answers.long-line", path=self._name, line=self.begin)
            yield line


def is_blank(path: str) -> bool:
    """Whether there is nothing in a file but what begins one."""
    with open(path, "rb") as file:
        begin = file.read(4096)
    return os.path.getsize(path) <= len(begin) and not begin.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n;,")
