"""Files, read within limits and replaced as a whole."""

from __future__ import annotations

import os
import stat
from typing import NoReturn

from kvalitet import _native

Path = str | os.PathLike[str]
_CHUNK = 64 * 1024


def read(path: Path, limit: int) -> bytes:
    """The bytes of a file of at most `limit` bytes."""
    path = os.fspath(path)
    try:
        # Not by open(), which costs more than reading what is in an ordinary document.
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            size = os.fstat(file).st_size
            if size > limit:
                _native._limit_error(size, limit)
            data = _up_to(file, size, limit)
        finally:
            os.close(file)
    except FileNotFoundError as error:
        _failed("file.not-found", path, error)
    except OSError as error:
        _failed("file.unreadable", path, error)
    if len(data) > limit:
        _native._limit_error(len(data), limit)
    return data


def _up_to(file: int, size: int, limit: int) -> bytes:
    """All of the file when it is within the limit, otherwise a little more: what is no ordinary file does not say its size."""
    data = bytearray(os.read(file, size + 1))
    while len(data) <= limit and (more := os.read(file, _CHUNK)):
        data += more
    return bytes(data)


def write(path: Path, data: bytes) -> None:
    """Replaces the file, or leaves it as it was when that fails."""
    target = os.path.realpath(os.fspath(path))
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name}.{os.urandom(6).hex()}")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(target):
            os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))
        os.replace(temporary, target)
    except OSError as error:
        _failed("file.unwritable", path, error)
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def shown(path: Path) -> str:
    """A path as text; what cannot be shown is a question mark."""
    text = os.fsdecode(path).encode("utf-8", "replace").decode()
    return "".join(c if c.isprintable() else "?" for c in text)


def _failed(code: str, path: Path, error: OSError) -> NoReturn:
    _native._file_error(code, shown(path), os.strerror(error.errno or 0))
