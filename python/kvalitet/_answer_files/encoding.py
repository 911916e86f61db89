"""In what encoding a text file is: found by looking through all of it, so that nothing fails half-way."""

from __future__ import annotations

import codecs
import io
import re

from kvalitet._answer_files.errors import fail, shown

MOST_OF_A_LINE = 1 << 20  # characters
_AT_A_TIME = 1 << 20  # bytes
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_TWO_BYTES = re.compile(rb"\xc3[\x80-\xbf]")  # a Swedish letter in UTF-8, and hardly two letters in anything else
_ENDS = re.compile(rb"\r\n?|\n")
# Bytes that are å, ä, ö, Å, Ä, Ö and é in an encoding, and no letters of Swedish words in Windows-1252: there they are Š, Œ, š,
# signs that stand around words and not in them, or nothing.
_OTHERS = {
    "mac-roman": re.compile(
        rb"[\x80\x81\x85\x8a\x8c\x8e\x9a](?:(?<=[A-Za-z].)(?=[A-Za-z])|(?<=[a-z][\x8a\x8c\x9a])"
        rb"|(?<=[\x80\x81\x8a\x8c\x9a])(?=[A-Za-z])|(?<=[;,\t|\r\n\"]\x85)(?=[A-Za-z]))"
    ),
    "cp850": re.compile(
        rb"[\x82\x84\x86\x8e\x8f\x94\x99](?:(?<=[A-Za-z].)(?=[A-Za-z])|(?<=[a-z]\x86)|(?<=[\x86\x8e\x8f\x99])(?=[A-Za-z]))"
    ),
}
_WORD_ALONE = re.compile(rb"(?<=[;,\t|\r\n\"])[A-Za-z]+[\x84\x94](?=[;,\t|\r\n\"])")  # a quotation that nothing begins
_OWN = b"\xe5\xe4\xf6\xc5\xc4\xd6\xe9"  # the same letters in Windows-1252


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
        except _NotText as error:
            if error.at_end:
                fail("answers.cut-off", path=name)
            # Where some of it is UTF-8 and some is not, a guess would spoil one of them.
            if wanted is None and encoding == "utf-8" and not _has_letters_of_utf8(path):
                continue
            if wanted is None:
                _refuse_others(path, name)
            fail("answers.encoding", path=name, line=error.line, encoding=encoding.removesuffix("-sig"))
        if wanted is None and encoding == "cp1252":
            _refuse_others(path, name)
        return encoding
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
            if length > MOST_OF_A_LINE:
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


def _refuse_others(path: str, name: str) -> None:
    """Raises where what would be read as Windows-1252 has the letters of a Mac or of DOS instead, in more places than its own."""
    found, first, own, line = dict.fromkeys(_OTHERS, 0), dict.fromkeys(_OTHERS, 0), 0, 1
    with open(path, "rb") as file:
        while part := file.read(_AT_A_TIME):
            own += sum(part.count(letter) for letter in _OWN)
            for encoding, letters in _OTHERS.items():
                hits = [hit.start() for hit in letters.finditer(part)]
                if encoding == "cp850" and (b"\x84" in part or b"\x94" in part):
                    hits += [hit.start() for hit in _WORD_ALONE.finditer(part)]
                if hits:
                    first[encoding] = first[encoding] or line + len(_ENDS.findall(part, 0, min(hits)))
                    found[encoding] += len(hits)
            line += len(_ENDS.findall(part))
    likely = max(found, key=found.__getitem__)
    if found[likely] > own:
        fail("answers.other-encoding", path=name, line=first[likely], encoding=likely)
