"""The built-in guideline is word for word the decided text.

What is normalised is said here anew, so that the library's own reading of the text is not its only witness: white space
and tabs, the marks of lists, the numbers of headings and lists, and a sentence that a new page breaks in two.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("KVALITET_DATA", ROOT.parent / "shared" / "data"))
SOURCE = DATA.parent / "guideline-source.sv.txt"


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def body() -> list[str]:
    """Every heading, paragraph, list item and table cell of the source from Förord on, in order."""
    if not SOURCE.exists():
        pytest.skip(f"{SOURCE.name} is not there; KVALITET_DATA says beside which folder it is")
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    found: list[str] = []
    for line in lines[lines.index("Förord") :]:  # in the table of contents a page number follows
        for part in re.split(r"\t|•|</?ul[^>]*>", line):
            words = re.sub(r"^(-|\d+\.) ", "", one_line(part))
            if found and found[-1].endswith(","):
                words = f"{found.pop()} {words}".rstrip()
            if words:
                found.append(words)
    return found


def citations(part: Any) -> Iterator[dict[str, Any]]:
    """Every citation in the guideline's JSON."""
    if isinstance(part, dict):
        if "quote" in part:
            yield part
        for value in part.values():
            yield from citations(value)
    elif isinstance(part, list):
        for value in part:
            yield from citations(value)


def test_the_text_is_the_source(body: list[str], system: kv.QualitySystem) -> None:
    """Nothing is added, left out or moved: every paragraph is in the source, and every sentence of it in a paragraph."""
    text = [words for passage in system.guideline.text for words in (passage.heading, *passage.paragraphs)]
    assert [one_line(words) for words in text] == body


def test_every_quote_is_in_the_source(body: list[str], system: kv.QualitySystem) -> None:
    quotes = {one_line(citation["quote"]) for citation in citations(json.loads(system.guideline.to_json()))}
    assert len(quotes) > 100
    assert [quote for quote in sorted(quotes) if not any(quote in words for words in body)] == []


def test_no_quote_is_called_a_summary(system: kv.QualitySystem) -> None:
    assert not any(passage.paraphrase for passage in system.guideline.text)
