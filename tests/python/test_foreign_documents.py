"""The documents typed on other municipalities' templates say what is expected of them: every word of a document is in its
model, in its template or among what is unplaced, and every word of the model is in the document. A reader is held to them."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kvalitet as kv
import libreoffice
import pytest
from lxml import etree

FOREIGN = Path(__file__).parents[1] / "fixtures" / "docx" / "foreign"
NAMES = sorted(path.stem for path in FOREIGN.glob("*.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
PARTS = re.compile(r"word/(document|footnote|comment|header|footer)s?\d*\.xml")


def words(paragraph: Any) -> str:
    """A paragraph's own text with all changes accepted; text boxes in it are others'."""
    said = []

    def walk(element: Any) -> None:
        for child in element:
            if child.tag == f"{W}t":
                said.append(child.text or "")
            elif child.tag in (f"{W}br", f"{W}tab"):
                said.append("\n" if child.tag == f"{W}br" else "\t")
            elif child.tag not in (f"{W}txbxContent", f"{W}del", FALLBACK):
                walk(child)

    walk(paragraph)
    return "".join(said)


def pieces(document: Path) -> Iterator[tuple[str, str]]:
    """What stands in each paragraph, with where it is; pages are not numbered."""
    with zipfile.ZipFile(document) as parts:
        for part in filter(None, map(PARTS.fullmatch, sorted(parts.namelist()))):
            for paragraph in etree.fromstring(parts.read(part[0])).iter(f"{W}p"):
                above = {ancestor.tag for ancestor in paragraph.iterancestors()}
                if FALLBACK in above:
                    continue
                place = "cell" if f"{W}tc" in above else "paragraph"
                place = "text box" if f"{W}txbxContent" in above else place if part[1] == "document" else part[1]
                for piece in re.split(r"[\n\t]", words(paragraph)):
                    text = re.sub(r"\d+$", "", piece) if place == "footer" else piece
                    if text.strip():
                        yield place, text.strip()


def template_words(name: str) -> tuple[set[str], dict[str, str]]:
    """The template's labels, and its words for values."""
    rows = re.findall(
        r"^\| (.+?) \| (.+?) \| (.*?) ?\|$", (FOREIGN / f"TEMPLATE-{name[0]}.md").read_text(), re.MULTILINE
    )
    labels = {text.rstrip(":") for _, text, _ in rows if not text.startswith("*")}
    return labels, {text: field.partition(" = ")[2] for where, text, field in rows if where == "value"}


def plain_values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("format_version", "id", "kind"):
                yield from plain_values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from plain_values(inner)
    else:
        yield from value.split("\n")


def as_value(piece: str, values: dict[str, str]) -> list[str]:
    """A piece as the model would have it: a day, a school year, several units, or what the template calls a value."""
    if piece in values:
        return values[piece].split()
    if day := re.fullmatch(r"(\d+)(?:/| )(\d+|[a-z]+) (\d{4})", piece):
        month = int(day[2]) if day[2].isdigit() else MONTHS.index(day[2][:3]) + 1
        return [f"{day[3]}-{month:02}-{int(day[1]):02}"]
    if year := re.fullmatch(r"(?:20)?(\d\d)[/–-](?:20)?(\d\d)", piece):
        return [f"20{year[1]}/{year[2]}"]
    return re.split(r", | och ", piece) if "skola, " in piece or "skolan, " in piece else [piece]


@pytest.mark.parametrize("name", NAMES)
def test_every_word_has_its_place(name: str) -> None:
    labels, values = template_words(name)
    expected = json.loads((FOREIGN / f"{name}.json").read_text())
    model = set(plain_values(expected))
    unplaced = (FOREIGN / f"{name}.unplaced.txt").read_text().splitlines()
    found: set[str] = set()
    for place, piece in pieces(FOREIGN / f"{name}.docx"):
        text = piece.removeprefix("- ")
        label = max((label for label in labels if text.upper().startswith(label.upper())), key=len, default="")
        rest = text[len(label) :].removeprefix(":").strip()
        if f"{place}: {text}" in unplaced:
            found.add(f"{place}: {text}")
        elif text in model:
            found.add(text)
        elif label and not rest:
            found.add(label)
            found.update(as_value(label, values))
        else:
            read = as_value(text, values)
            if not set(read) <= model and label:
                read = as_value(rest, values)
            assert set(read) <= model, f"neither label, value nor unplaced: {place}: {piece}"
            found.update(read)
    assert model - found == set()
    assert set(unplaced) - found == set()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_expected_can_be_read(name: str) -> None:
    kind = kv.SchoolYearReport if "rapport" in name else kv.CommitmentPlan
    expected = kind.load(FOREIGN / f"{name}.json")
    assert expected.origin is not None
    assert not expected.origin.findings
    assert expected.areas[0].kind == "knowledge"


@pytest.mark.parametrize("version", libreoffice.VERSIONS)
def test_libreoffice_keeps_every_word(tmp_path: Path, version: libreoffice.Version) -> None:
    """Saved again, or as OpenDocument and back, by either version."""
    documents = [FOREIGN / f"{name}.docx" for name in NAMES]
    open_documents = libreoffice.convert_all(documents, "odt", tmp_path, version)
    for again in (
        libreoffice.convert_all(documents, "docx", tmp_path / "direct", version),
        libreoffice.convert_all(open_documents, "docx", tmp_path / "through odt", version),
    ):
        for before, after in zip(documents, again, strict=True):
            assert sorted(set(pieces(after))) == sorted(set(pieces(before)))
