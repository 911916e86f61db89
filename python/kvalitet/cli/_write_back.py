"""kvalitet write-back: what has changed in a document, into the Word document that somebody has of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console

import kvalitet as kv
from kvalitet import _files
from kvalitet._documents import Document
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._house import GUIDELINE, KIND, LANG, POLICY, Kind, argument, command, option, refuse_together

_WORDS = {
    "written": {"sv": "Det här skrivs in:", "en": "This is written:"},
    "left": {"sv": "Det här har dokumentet ingen plats för:", "en": "The document has no place for this:"},
    "same": {"sv": "Dokumentet säger redan detsamma.", "en": "The document says the same already."},
    "saved": {"sv": "Skrev {}.", "en": "Wrote {}."},
    "dry": {
        "sv": "Inget är skrivet än. Ange --in-place för att ändra i dokumentet, eller --out för att skriva ett nytt.",
        "en": "Nothing is written yet. Say --in-place to change the document, or --out to write a new one.",
    },
}


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "write-back",
        "Skriv in det som har ändrats i någons eget Word-dokument. Allt annat i det blir som det är.",
        example="kvalitet write-back plan.json plan.docx -o plan-ny.docx",
    )(write_back)


def write_back(
    document: Annotated[str, argument("Dokumentet som det ska vara (JSON eller Word).", "DOKUMENT")],
    file: Annotated[str, argument("Word-dokumentet att skriva in det i (.docx).", "FIL")],
    kind: Annotated[Kind | None, KIND] = None,
    out: Annotated[
        str | None,
        option("--out", "-o", help="Filen att skriva till. Utan den visas bara vad som skulle skrivas.", metavar="FIL"),
    ] = None,
    in_place: Annotated[bool, option("--in-place", help="Ändra i Word-dokumentet självt.")] = False,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Writes changes into a document."""
    refuse_together("--out", out, {"--in-place": in_place})
    system = _systems.system(guideline, policy, lang)
    wanted = _systems.readable(kv.load_document(document, kind, system=system), lang)
    target = file if in_place else out
    done, left = into_docx(wanted, file, target, system, lang)
    told = _output.console()
    show(told, done, left, lang)
    if target is not None:
        told.print(_WORDS["saved"][lang].format(target), soft_wrap=True)
    elif done:
        told.print(_WORDS["dry"][lang])
    raise typer.Exit(int(bool(left)))


def into_docx(
    wanted: Document, file: str, target: str | None, system: kv.QualitySystem, lang: Lang
) -> tuple[Sequence[kv.Change], Sequence[kv.Change]]:
    """Writes a document into a file, unless there is no target; gives what changed and what the file has no place for."""
    limit = kv.DocxLimits().file_bytes
    before = _files.read_document(file, True, limit, limit)
    written = wanted.write_back(before, system=system, lang=lang)
    if target is not None:
        _files.write(target, written.docx)
    cls = type(wanted)
    was, now = (cls.from_docx(docx, system=system) for docx in (before, written.docx))
    return kv.diff(was, now), written.left


def show(told: Console, done: Sequence[kv.Change], left: Sequence[kv.Change], lang: Lang) -> None:
    """What was written, and what was not."""
    if not done and not left:
        told.print(_WORDS["same"][lang])
    for key, changes in (("written", done), ("left", left)):
        if changes:
            _output.heading(told, _WORDS[key][lang])
            for change in changes:
                _output.line(told, f"• {say(change.message, lang)}")
            told.print()
