"""Answers in text files: CSV in the encodings and with the delimiters that Swedish programs write.

Python's own csv parses: it keeps count of lines, so that errors can name them, and stops at what is no CSV.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
from collections.abc import Iterator
from typing import Any

from kvalitet._answer_files.counting import Row
from kvalitet._answer_files.errors import fail, shown
from kvalitet._answer_files.layout import SEARCHED, Layout, Names, find_headings, layout_of, no_headings

DELIMITERS = ";,\t|"
_MOST_OF_A_LINE = 1 << 20  # characters
_MOST_OF_A_ROW = 1 << 22
_AT_A_TIME = 1 << 20  # bytes
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_TWO_BYTES = re.compile(rb"\xc3[\x80-\xbf]")  # a Swedish letter in UTF-8, and hardly two letters in anything else


class _NotText(Exception):
    """Bytes that are not text in an encoding."""

    def __init__(self, line: int, at_end: bool) -> None:
        self.line, self.at_end = line, at_end


def encoding_of(path: str, name: str, wanted: str | None) -> str:
    """The encoding of a file: the one that is said, its mark, UTF-8 where it is that, otherwise Windows-1252. All of the file is
    looked at, so that nothing fails half-way."""
    with open(path, "rb") as file:
        begin = file.read(4)
    if wanted is None:
        for mark, encoding in _BOMS:
            if begin.startswith(mark):
                wanted = encoding
                break
    else:
        wanted = _known_encoding(wanted)
    if wanted is not None:
        try:
            _decode(path, wanted)
        except _NotText as error:
            _not_text(name, wanted, error)
        return wanted
    try:
        _decode(path, "utf-8")
        return "utf-8"
    except _NotText as error:
        if error.at_end:
            fail("answers.cut-off", path=name)
        if _has_letters_of_utf8(path):  # some of it is UTF-8 and some is not: a guess would spoil one of them
            _not_text(name, "utf-8", error)
    try:
        _decode(path, "cp1252")
    except _NotText as error:
        _not_text(name, "cp1252", error)
    return "cp1252"


def _known_encoding(wanted: str) -> str:
    try:
        codec = codecs.lookup(wanted)
        "å".encode(codec.name)
    except (LookupError, UnicodeError, ValueError):
        fail("answers.unknown-encoding", encoding=shown(wanted))
    if codec.name in ("idna", "punycode", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape"):
        fail("answers.unknown-encoding", encoding=shown(wanted))
    return "utf-8-sig" if codec.name == "utf-8" else codec.name


def _decode(path: str, encoding: str) -> None:
    """Raises where a file is not text in an encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    lines = 1
    with open(path, "rb") as file:
        while part := file.read(_AT_A_TIME):
            try:
                lines += decoder.decode(part).count("\n")
            except UnicodeError as error:
                given = getattr(error, "object", b"")[: getattr(error, "start", 0)]
                raise _NotText(lines + given.count(b"\n"), False) from None
        try:
            decoder.decode(b"", True)
        except UnicodeError:
            raise _NotText(lines, True) from None


def _not_text(name: str, encoding: str, error: _NotText) -> None:
    if error.at_end:
        fail("answers.cut-off", path=name)
    fail("answers.encoding", path=name, line=error.line, encoding=encoding.removesuffix("-sig"))


def _has_letters_of_utf8(path: str) -> bool:
    with open(path, "rb") as file:
        while part := file.read(_AT_A_TIME):
            if _TWO_BYTES.search(part):
                return True
    return False


class TextFile:
    """A text file as rows. `delimiter` is what separates cells, once its headings are found."""

    def __init__(self, path: str, name: str, encoding: str, delimiter: str | None) -> None:
        self.path, self.name, self.encoding = path, name, encoding
        if delimiter is not None and (len(delimiter) != 1 or delimiter.isalnum() or delimiter in '"\r\n \0'):
            fail("answers.delimiter", delimiter=shown(delimiter))
        self.delimiter = delimiter or self._said_by_excel() or ""

    def layout(self, names: Names) -> Layout:
        """Where its headings are and what they say. Without a delimiter it is the one by which most items are found."""
        best, score, layout = "", (0, 0), 0
        for delimiter in self.delimiter or DELIMITERS:
            try:
                row, found = find_headings((cells for _, cells in self.rows(delimiter, SEARCHED)), names)
            except OSError as error:
                # With a delimiter that is not the file's, quotation marks stand anywhere.
                if self.delimiter or getattr(error, "code", "") != "answers.quotes":
                    raise
                continue
            if found > score:
                best, score, layout = delimiter, found, row
        if not best:
            likely = self.delimiter or self._likely()
            no_headings((cells for _, cells in self.rows(likely, SEARCHED)), names, self.name)
        self.delimiter = best
        headings = next(cells for at, (_, cells) in enumerate(self.rows(best, layout + 1)) if at == layout)
        while headings and not headings[-1].strip():
            headings = headings[:-1]  # as of columns that somebody has emptied
        return layout_of(headings, names, self.name, layout)

    def rows(self, delimiter: str, most: int | None = None) -> Iterator[Row]:
        """Its rows, with the line where each begins; at most so many."""
        with open(self.path, encoding=self.encoding, newline=None) as file:
            lines = _Lines(file, self.name)
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            begin, given = 1, 0
            try:
                for cells in reader:
                    yield begin, cells
                    given += 1
                    if given == most:
                        return
                    begin = reader.line_num + 1
                    lines.of_row = 0
            except csv.Error:
                fail("answers.quotes", path=self.name, line=begin)
            except UnicodeError:  # it has changed since it was looked at
                fail("answers.encoding", path=self.name, line=begin, encoding=self.encoding)

    def _said_by_excel(self) -> str:
        """The delimiter of a first line `sep=;`."""
        with open(self.path, encoding=self.encoding, newline=None) as file:
            said = re.fullmatch(r'"?sep=([^\w\s"]|\t)"?', file.readline(20).strip(" \n"), re.IGNORECASE)
        return said[1] if said else ""

    def _likely(self) -> str:
        with open(self.path, encoding=self.encoding, newline=None) as file:
            begin = file.read(_MOST_OF_A_LINE)
        return max(DELIMITERS, key=begin.count)


class _Lines:
    """A file's lines, none of them without end."""

    def __init__(self, file: io.TextIOBase | Any, name: str) -> None:
        self._file, self._name = file, name
        self._line = 0
        self.of_row = 0  # characters since the last row

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line: str = self._file.readline(_MOST_OF_A_LINE)
        self._line += 1
        self.of_row += len(line)
        if not line:
            raise StopIteration
        if len(line) == _MOST_OF_A_LINE or self.of_row > _MOST_OF_A_ROW:
            fail(
                "answers.too-large",
                path=self._name,
                what_sv=f"rad {self._line} är längre än en miljon tecken",
                what_en=f"line {self._line} is longer than a million characters",
            )
        if "\0" in line:
            fail("answers.no-text", path=self._name, line=self._line)
        return line


def is_blank(path: str) -> bool:
    """Whether there is nothing in a file but what begins one."""
    with open(path, "rb") as file:
        begin = file.read(4096)
    return os.path.getsize(path) <= len(begin) and not begin.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n;,")
