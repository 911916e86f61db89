"""Answers in text files: CSV in the encodings and with the delimiters that Swedish programs write.

Python's own csv parses: it keeps count of lines, so that errors can name them, and stops at what is no CSV.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice

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
_MOST_OF_A_LINE = 1 << 20  # characters
_MOST_OF_A_PART = 1 << 25  # characters of some thousand rows, or of one
_AT_A_TIME = 1 << 20  # bytes
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MARK = "\ufeff"
_TWO_BYTES = re.compile(rb"\xc3[\x80-\xbf]")  # a Swedish letter in UTF-8, and hardly two letters in anything else


class _NotText(Exception):
    """Bytes that are not text in an encoding."""

    def __init__(self, line: int, at_end: bool) -> None:
        self.line, self.at_end = line, at_end


def encoding_of(path: str, name: str, wanted: str | None) -> str:
    """The encoding of a file: the one that is said, its mark, UTF-8 where it is that, otherwise Windows-1252. All of the file is
    looked through, so that nothing fails half-way."""
    with open(path, "rb") as file:
        begin = file.read(4)
    if wanted is None:
        wanted = next((encoding for mark, encoding in _BOMS if begin.startswith(mark)), None)
    else:
        wanted = _known_encoding(wanted)
    for encoding in ("utf-8", "cp1252") if wanted is None else (wanted,):
        try:
            _look_through(path, name, encoding)
            return encoding
        except _NotText as error:
            if error.at_end:
                fail("answers.cut-off", path=name)
            # Where some of it is UTF-8 and some is not, a guess would spoil one of them.
            if wanted is not None or encoding != "utf-8" or _has_letters_of_utf8(path):
                fail("answers.encoding", path=name, line=error.line, encoding=encoding.removesuffix("-sig"))
    raise AssertionError


def _known_encoding(wanted: str) -> str:
    try:
        codec = codecs.lookup(wanted)
        "å".encode(codec.name)
    except (LookupError, UnicodeError, ValueError):
        fail("answers.unknown-encoding", encoding=shown(wanted))
    if codec.name in ("idna", "punycode", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape"):
        fail("answers.unknown-encoding", encoding=shown(wanted))
    return "utf-8-sig" if codec.name == "utf-8" else codec.name


def _look_through(path: str, name: str, encoding: str) -> None:
    """Raises where a file is not text in an encoding, and for lines without end."""
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(), translate=True)
    line, length = 1, 0  # of the line that has begun
    with open(path, "rb") as file:
        while part := file.read(_AT_A_TIME):
            try:
                text = decoder.decode(part)
            except UnicodeError as error:
                given = getattr(error, "object", b"")[: getattr(error, "start", 0)]
                raise _NotText(line + given.count(b"\n"), False) from None
            if (at := text.find("\0")) >= 0:
                fail("answers.no-text", path=name, line=line + text.count("\n", 0, at))
            first, last = text.find("\n"), text.rfind("\n")
            length += len(text) if first < 0 else first
            if length > _MOST_OF_A_LINE:
                fail("answers.long-line", path=name, line=line)
            if first >= 0:
                line, length = line + text.count("\n"), len(text) - last - 1
        try:
            decoder.decode(b"", True)
        except UnicodeError:
            raise _NotText(line, True) from None


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
            reader = csv.reader(iter(lines), delimiter=delimiter, strict=True)
            try:
                for cells in reader:
                    yield begin, cells
                    given += 1
                    if given == most:
                        return
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
            reader = csv.reader(iter(lines), delimiter=self.delimiter, strict=True)
            for _ in islice(reader, layout.row + 1):
                pass
            lines.begin, lines.length = reader.line_num + 1, 0
            try:
                while rows := list(islice(reader, AT_A_TIME)):
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
            begin = file.read(_MOST_OF_A_LINE)
        return max(DELIMITERS, key=begin.count)


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
