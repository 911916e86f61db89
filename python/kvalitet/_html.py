"""HTML whose text is escaped wherever it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


class Html(str):
    """What is HTML already."""


def element(name: str, *inside: str, **attributes: str) -> Html:
    """An element; text in it is escaped. A trailing `_` of an attribute is left out: `class_` is `class`."""
    given = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{given}>{join(inside)}</{name}>")


def join(parts: Iterable[str]) -> Html:
    """Parts after each other."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))


def lines(text: str) -> Html:
    """Text in which a line break is one."""
    return Html("<br/>".join(escape(line) for line in text.split("\n")))


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """A table whose headings say what they head; the first cell of a row heads it."""
    head = element("tr", *(element("th", cell, scope="col") for cell in header))
    body = (
        element("tr", element("th", lines(first), scope="row"), *(element("td", lines(cell)) for cell in rest))
        for first, *rest in rows
    )
    return element("table", element("caption", caption), element("thead", head), element("tbody", *body))
