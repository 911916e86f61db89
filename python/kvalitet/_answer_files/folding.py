"""Whether two texts say the same: however they are spaced, written or set, which depends on the program they came through."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u200e\u200f\u061c"
_ALIKE = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    "'": "\u2018\u2019\u201a\u201b\u00b4`\u2032",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "...": "\u2026",
}
_SETTING = str.maketrans(
    dict.fromkeys(_INVISIBLE) | {letter: plain for plain, letters in _ALIKE.items() for letter in letters}
)
_UNSEEN = str.maketrans(dict.fromkeys(_INVISIBLE))


def clean(text: str) -> str:
    """As people see it: in composed letters, without what is invisible, with single spaces and none around it."""
    if text.isascii() and "  " not in text and text.strip() == text and text.isprintable():
        return text
    return " ".join(unicodedata.normalize("NFC", text).translate(_UNSEEN).split())


def fold(text: str) -> str:
    """Without capitals, and with one kind of dash, quotation mark and ellipsis."""
    return clean(text).translate(_SETTING).casefold()


def loose(text: str) -> str:
    """Folded, without quotation marks around it and without what ends a sentence, or marks a question that must be answered."""
    return fold(text).strip(" .:;*?!\"'")


def as_id(text: str) -> str:
    """Folded, with hyphens between words however a program has written them."""
    return re.sub(r"[\s_.\-]+", "-", fold(text)).strip("-")
