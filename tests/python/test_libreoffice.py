"""Both versions of LibreOffice run here, and do what the other tests ask of them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import libreoffice
import pytest


@pytest.mark.parametrize(("version", "major"), [("debian", "7"), ("backports", "25")])
def test_many_files_are_converted_in_one_start(tmp_path: Path, version: libreoffice.Version, major: str) -> None:
    sources = [tmp_path / f"{name}.txt" for name in ("läsår", "två ord")]
    for source in sources:
        source.write_text(f"Åtaganden i {source.stem}\n")
    documents = libreoffice.convert_all(sources, "docx", tmp_path / "out", version)
    for source, document in zip(sources, documents, strict=True):
        with zipfile.ZipFile(document) as parts:
            assert f"Åtaganden i {source.stem}" in parts.read("word/document.xml").decode()
            written_by = re.search("<Application>(.*?)</Application>", parts.read("docProps/app.xml").decode())
        assert written_by is not None
        assert written_by[1].startswith(f"LibreOffice/{major}.")

    open_document = libreoffice.convert(documents[0], "odt", tmp_path / "out", version)
    pdf = libreoffice.convert(open_document, "pdf", tmp_path / "out", version)
    pages = libreoffice.pages_as_png(pdf)
    assert [page.name for page in pages] == ["läsår-1.png"]
    assert pages[0].read_bytes().startswith(b"\x89PNG")


def test_a_file_that_is_no_document_is_told_of(tmp_path: Path) -> None:
    broken = tmp_path / "trasig.docx"
    broken.write_bytes(b"PK\x03\x04 no more")
    with pytest.raises(AssertionError, match=r"trasig\.odt"):
        libreoffice.convert(broken, "odt", tmp_path / "out")
