"""What kind of file it is, by how it begins and not by its name."""

from __future__ import annotations

import errno
import os
import stat

from kvalitet import _files
from kvalitet._answer_files import excel
from kvalitet._answer_files.errors import fail

_EXCEL_PART = "xl/workbook.xml"
# What answers are not read from: by how it begins, in Swedish and English.
_OTHERS = (
    (b"%PDF", "en PDF", "a PDF"),
    (b"{\\rtf", "ett textdokument (RTF)", "a text document (RTF)"),
    (b"\x89PNG", "en bild", "a picture"),
    (b"\xff\xd8\xff", "en bild", "a picture"),
    (b"GIF8", "en bild", "a picture"),
    (b"\x1f\x8b", "en packad fil (gzip)", "a packed file (gzip)"),
    (b"7z\xbc\xaf", "en packad fil (7z)", "a packed file (7z)"),
    (b"Rar!", "en packad fil (rar)", "a packed file (rar)"),
    (b"SQLite format 3", "en databas", "a database"),
    (b"ARROW1", "en Arrow-fil", "an Arrow file"),
    (b"$FL2", "en SPSS-fil", "an SPSS file"),
    (b"$FL3", "en SPSS-fil", "an SPSS file"),
)
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"<script")
_IN_ZIP = (
    ("word/document.xml", "ett Word-dokument", "a Word document"),
    ("xl/workbook.bin", "en binär Excel-fil (.xlsb)", "a binary Excel file (.xlsb)"),
    ("ppt/presentation.xml", "en PowerPoint-fil", "a PowerPoint file"),
    ("content.xml", "en OpenDocument-fil", "an OpenDocument file"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def kind_of(path: str, name: str) -> str:
    """`csv`, `xlsx` or `parquet`. Raises FileError for what is not to be read, or none of them."""
    try:
        is_ordinary = stat.S_ISREG(os.stat(path).st_mode)  # what is a pipe might never end
        begin = _begin(path) if is_ordinary else b""
    except FileNotFoundError as error:
        _files._failed("file.not-found", path, error)
    except OSError as error:
        _files._failed("file.unreadable", path, error)
    if not is_ordinary:
        _files._failed("file.unreadable", path, OSError(errno.EISDIR if os.path.isdir(path) else errno.EINVAL, ""))
    if not begin:
        fail("answers.empty", path=name)
    if begin.startswith(b"PAR1"):
        return "parquet"
    if begin.startswith(b"PK"):
        return _kind_in_zip(path, name)
    if begin.startswith(_OLD_OFFICE):
        _refuse_old_office(path, name)
    for magic, sv, en in _OTHERS:
        if begin.startswith(magic):
            fail("answers.other-kind", path=name, kind_sv=sv, kind_en=en)
    if begin.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_MARKUP):
        fail("answers.other-kind", path=name, kind_sv="en webbsida eller XML", kind_en="a web page or XML")
    if begin.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[{")):
        fail("answers.other-kind", path=name, kind_sv="JSON", kind_en="JSON")
    return "csv"


def _begin(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(4096)


def _kind_in_zip(path: str, name: str) -> str:
    parts = {part.lstrip("/") for part in excel.refuse_bombs(path, name)}
    if _EXCEL_PART in parts:
        return "xlsx"
    zipped = ("en packad fil (zip)", "a packed file (zip)")
    sv, en = next(((sv, en) for part, sv, en in _IN_ZIP if part in parts), zipped)
    return fail("answers.other-kind", path=name, kind_sv=sv, kind_en=en)


def _refuse_old_office(path: str, name: str) -> None:
    """An old Excel file; or a new one behind a password, which is packed as if it were old."""
    with open(path, "rb") as file:
        is_encrypted = _ENCRYPTED in file.read(1 << 22)
        if not is_encrypted:
            file.seek(max(os.path.getsize(path) - (1 << 20), 0))
            is_encrypted = _ENCRYPTED in file.read(1 << 20)
    if is_encrypted:
        fail("answers.encryption", path=name)
    fail("answers.other-kind", path=name, kind_sv="en gammal Office-fil (.xls)", kind_en="an old Office file (.xls)")
