"""Files, read within limits and replaced as a whole."""

from __future__ import annotations

import os
from typing import NoReturn

from kvalitet import _native

Path = str | os.PathLike[str]
_CHUNK = 64 * 1024
_ZIP = b"PK"  # with which Word documents begin


def read(path: Path, limit: int) -> bytes:
    """The bytes of a file of at most `limit` bytes."""
    return read_document(path, False, limit, limit)


def read_document(path: Path, is_docx: bool, json_limit: int, docx_limit: int) -> bytes:
    """The bytes of a file, within the limit of its format: also what is not named as a Word document may be one."""
    path = os.fspath(path)
    try:
        # Not by open(), which costs more than reading what is in an ordinary document.
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            size = os.fstat(file).st_size  # what is no ordinary file does not say its size
            data = bytearray(os.read(file, min(size, json_limit) + len(_ZIP)))
            is_docx = is_docx or data.startswith(_ZIP)
            limit = docx_limit if is_docx else json_limit
            if size <= limit:
                while len(data) <= limit and (more := os.read(file, max(size - len(data), _CHUNK))):
                    data += more
                size = len(data)
        finally:
            os.close(file)
    except FileNotFoundError as error:
        _failed("file.not-found", path, error)
    except OSError as error:
        _failed("file.unreadable", path, error)
    if size > limit:
        _native._limit_error(size, limit, is_docx)
    return bytes(data)


def write(path: Path, data: bytes) -> None:
    """Replaces the file, or leaves it as it was when that fails."""
    _native._replace_file(path, data)


def shown(path: Path) -> str:
    """A path as text; what cannot be shown is a question mark."""
    text = os.fsdecode(path).encode("utf-8", "replace").decode()
    return "".join(c if c.isprintable() else "?" for c in text)


def _failed(code: str, path: Path, error: OSError) -> NoReturn:
    _native._file_error(code, shown(path), os.strerror(error.errno or 0))
