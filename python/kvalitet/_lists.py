"""Lists that people keep as CSV: decoded, cut into rows, and told of where they are not what they should be."""

from __future__ import annotations

import csv
import io

from kvalitet import _files
from kvalitet._errors import UsageError
from kvalitet._native import Localised

_LIMIT = 1 << 24  # bytes


def text_of(path: _files.Path) -> str:
    """The text of a file that is UTF-8 or Windows-1252."""
    data = _files.read(path, _LIMIT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def rows_of(text: str) -> list[list[str]]:
    """The rows of CSV with commas, semicolons or tabs. Raises csv.Error."""
    first = text.split("\n", 1)[0]
    return list(csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count), strict=True))


def misuse(code: str, sv: str, en: str) -> UsageError:
    return UsageError(code, Localised(sv=sv, en=en), Localised(sv=""))
