"""What commands write: text that wraps, JSON that does not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.padding import Padding
from rich.progress import track
from rich.table import Table
from rich.text import Text

import kvalitet as kv
from kvalitet import _files, _native
from kvalitet._text import Lang, finding_parts, summary

_STYLES = {"message": "bold", "quote": "italic", "hint": "green", "reading": "dim", "deviation": "yellow"}
_SEVERITIES = {"error": "bold red", "warning": "bold yellow", "advice": "bold cyan"}

T = TypeVar("T")
_MANY = 8  # of which it takes a while to read them all
_WIDEST_WORD = 18  # what is longer may be broken where a line is short


def console(stderr: bool = False) -> Console:
    """Where text goes. Made anew, since tests and programs exchange the streams."""
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def complain(message: str) -> NoReturn:
    """Wrong use or unreadable input."""
    console(stderr=True).print(message.strip())
    raise typer.Exit(2)


def put(data: str | bytes) -> None:
    """Text for programs: as it is, and UTF-8 whatever the terminal says."""
    sys.stdout.flush()
    sys.stdout.buffer.write(_bytes(data))
    sys.stdout.buffer.flush()


def put_to(target: str, data: str | bytes, said: str) -> None:
    """What is for programs to a file, and then what is said of that; or to the screen when the target is `-`."""
    if target == "-":
        put(data)
    else:
        _files.write(target, _bytes(data))
        console().print(said, soft_wrap=True)


def _bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def progress(items: Sequence[T], said: str) -> Iterable[T]:
    """The items, with a bar while there are many and somebody looks."""
    screen = console(stderr=True)
    few = are_few(items) or not screen.is_terminal
    return items if few else track(items, said, console=screen, transient=True)


def are_few(items: Sequence[object]) -> bool:
    """Whether there is no bar while they are read, so that each may tell how far it has come."""
    return len(items) < _MANY


def put_json(items: Iterable[Any]) -> None:
    """Objects of the model as a list."""
    put(json.dumps([json.loads(item.to_json()) for item in items], ensure_ascii=False, indent=2) + "\n")


def heading(out: Console, text: str) -> None:
    """A line above what belongs together."""
    out.print()
    out.print(Text(text, style="bold underline"))


def line(out: Console, text: str, indent: int = 0, style: str = "") -> None:
    """A paragraph, wrapped within its indent."""
    out.print(Padding(Text(text, style=style), (0, 0, 0, indent), expand=False))


def table(out: Console, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table whose cells wrap."""
    cells = [header, *rows]
    grid = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    widths = _widths(cells, out.width - 2 * len(header))
    for name, width in zip(header, widths, strict=True):
        grid.add_column(name, overflow="fold", width=width)
    for row in cells[1:]:
        grid.add_row(*(Text(cell) for cell in row))
    out.print(grid)


def _widths(cells: Sequence[Sequence[str]], room: int) -> list[int]:
    """What each column wants; where that is too much, its longest word and a share of what is left."""
    columns = list(zip(*cells, strict=True))
    wanted = [max(len(line) for cell in column for line in cell.split("\n")) for column in columns]
    if sum(wanted) <= room:
        return wanted
    words = [max(len(word) for cell in column for word in cell.split()) for column in columns]
    words[0] = wanted[0]  # most often a date, which is read at a glance
    least = [min(longest, _WIDEST_WORD) for longest in words]
    spare = max(room - sum(least), 0)
    missing = [want - least for want, least in zip(wanted, least, strict=True)]
    return [width + spare * more // sum(missing) for width, more in zip(least, missing, strict=True)]


def findings(out: Console, found: Sequence[kv.Finding], lang: Lang) -> None:
    """Findings, and how many they are."""
    for one in found:
        finding(out, one, lang)
    out.print(summary(found, lang))


def finding(out: Console, one: kv.Finding, lang: Lang) -> None:
    """A finding, and an empty line."""
    (_, head), *rest = finding_parts(one, lang)
    out.print(Text(head, style=_SEVERITIES[one.severity]))
    for role, text in rest:
        line(out, text, 2, _STYLES[role])
    out.print()


def exit_code(found: Sequence[kv.Finding]) -> int:
    """What the command ends with."""
    if not _native._is_whole(found):  # what could be read is no fair picture of it
        return 2
    return int(any(finding.severity != kv.Severity.advice and finding.deviation is None for finding in found))


def agreed(question: str) -> bool:
    """Whether somebody answers yes."""
    try:
        return typer.prompt(question, default="", show_default=False).strip().casefold() in ("j", "ja", "y", "yes")
    except typer.Abort:
        return False
