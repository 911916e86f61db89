"""kvalitet read: what a Word document says, as JSON."""

from __future__ import annotations

import os
from typing import Annotated

import typer
from rich.console import Console

import kvalitet as kv
from kvalitet import _native
from kvalitet._documents import Document
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._house import GUIDELINE, KIND, LANG, OUT, POLICY, Kind, argument, command

_WORDS = {
    "saved": {"sv": "Skrev {}.", "en": "Wrote {}."},
    "not saved": {
        "sv": "Inget är skrivet, eftersom filen inte går att läsa.",
        "en": "Nothing was written, since the file cannot be read.",
    },
    "unplaced": {"sv": "Det här fann ingen plats:", "en": "This found no place:"},
    "same": {
        "sv": "--out är dokumentet självt, som i så fall skulle skrivas över. Välj ett annat namn.",
        "en": "--out is the document itself, which would be overwritten. Choose another name.",
    },
}


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "read",
        "Läs ett Word-dokument, visa det som JSON och berätta vad som inte fann någon plats.",
        example="kvalitet read plan.docx -o plan.json",
    )(read)


def read(
    file: Annotated[str, argument("Word-dokumentet (.docx).", "FIL")],
    kind: Annotated[Kind | None, KIND] = None,
    out: Annotated[str | None, OUT] = None,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Reads a document."""
    if out is not None and os.path.exists(out) and os.path.exists(file) and os.path.samefile(out, file):
        _output.complain(_WORDS["same"][lang])
    system = _systems.system(guideline, policy, lang)
    document = kv.load_document(file, kind, system=system)
    reading = document.origin
    assert reading is not None
    is_whole = _native._is_whole(reading.findings)
    told = _output.console(stderr=out is None)
    _output.findings(told, reading.findings, lang)
    _show_unplaced(told, document, reading, lang)
    if not is_whole:
        told.print(_WORDS["not saved"][lang])
    elif out is None:
        _output.put(document.to_json())
    else:
        document.save(out, system=system)
        told.print(_WORDS["saved"][lang].format(out), soft_wrap=True)
    raise typer.Exit(_output.exit_code(reading.findings))


def _show_unplaced(told: Console, document: Document, reading: kv.Reading, lang: Lang) -> None:
    """Nothing of what people wrote is lost."""
    if not reading.unplaced:
        return
    _output.heading(told, _WORDS["unplaced"][lang])
    for one in reading.unplaced:
        where = say(kv.place_in_words(document, one.pointer), lang)
        _output.line(told, f"• {where + ': ' if where else ''}{one.text}")
    told.print()
