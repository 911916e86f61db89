"""kvalitet diff and gather: what differs between two versions, and what all plans prioritise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet._documents import load_both
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._formats import FORMAT, LABELS, Format, writer
from kvalitet.cli._house import GUIDELINE, JSON, LANG, POLICY, argument, command, option, refuse_together

_WORDS = {
    "same": {"sv": "Ingen skillnad.", "en": "No difference."},
    "form": {"sv": "Skolform", "en": "School form"},
    "area": {"sv": "Målområde", "en": "Goal area"},
    "plans": {"sv": "Planer", "en": "Plans"},
    "commitments": {"sv": "Åtaganden", "en": "Commitments"},
    "gathered": {"sv": "Samlat ur {} planer.", "en": "Gathered from {} plans."},
    "withheld": {
        "sv": "{} rubriker är utelämnade, eftersom de kan berätta om ett barn. Läs dem i planerna och kör om med "
        "--reviewed när någon har granskat dem.",
        "en": "{} titles are left out, since they may tell of a child. Read them in the plans and run again with "
        "--reviewed when somebody has reviewed them.",
    },
    "unsaid": {"sv": "inte angiven", "en": "not given"},
    "reading": {"sv": "Läser planerna", "en": "Reading the plans"},
    "written": {"sv": "Skrev {}.", "en": "Wrote {}."},
    "kept back": {"sv": "(utelämnat)", "en": "(left out)"},
}
_AT_A_TIME = 32


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    command(
        app,
        "diff",
        "Visa i ord vad som skiljer två versioner av ett dokument.",
        example="kvalitet diff plan.docx plan-ny.docx",
    )(diff)
    command(
        app,
        "gather",
        "Samla vad rektorernas åtagandeplaner prioriterar, för varje skolform.",
        example="kvalitet gather planer/*.docx --docx samlat.docx",
    )(gather)


def diff(
    before: Annotated[str, argument("Den tidigare versionen (Word eller JSON).", "FÖRE")],
    after: Annotated[str, argument("Den senare versionen (Word eller JSON).", "EFTER")],
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    format: Annotated[Format | None, FORMAT] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Shows what differs."""
    changes = kv.diff(*load_both(before, after, _systems.system(guideline, policy, lang)))
    if not writer(format, json, labels, lang).records(changes, kv.Change):
        out = _output.console()
        for change in changes:
            _output.line(out, f"• {say(change.message, lang)}")
        if not changes:
            out.print(_WORDS["same"][lang])
    raise typer.Exit(int(bool(changes)))


def gather(
    plans: Annotated[list[str], argument("Filerna med åtagandeplaner (Word eller JSON).", "PLAN ...")],
    reviewed: Annotated[
        bool, option("--reviewed", help="Någon har granskat att ingen rubrik berättar om ett barn: ta med alla.")
    ] = False,
    docx: Annotated[
        str | None, option("--docx", help="Skriv det som ett Word-dokument till filen.", metavar="FIL")
    ] = None,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    format: Annotated[Format | None, FORMAT] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Gathers priorities."""
    refuse_together("--docx", docx, {"--format": format, "--json": json})
    system = _systems.system(guideline, policy, lang)
    # Or what was not understood would be missing from what is gathered.
    documents = [_systems.readable(plan, lang) for plan in _loaded(plans, system, lang)]
    gathered = system.gather(documents, reviewed=reviewed)
    how = writer(format, json, labels, lang)
    if docx is not None:
        data = gathered.to_docx(lang=lang, system=system)
        _output.put_to(docx, data, _WORDS["written"][lang].format(docx))
        if gathered.withheld:
            _output.console(stderr=True).print(_WORDS["withheld"][lang].format(gathered.withheld))
        return
    if how.format is Format.json:
        _output.put(gathered.to_json())
        return
    if how.records([_with_words(area, lang) for area in gathered.areas], kv.GatheredArea):
        if gathered.withheld:
            _output.console(stderr=True).print(_WORDS["withheld"][lang].format(gathered.withheld))
        return
    out = _output.console()
    _output.table(
        out,
        [_WORDS[key][lang] for key in ("form", "area", "plans", "commitments")],
        (
            (
                say(area.school_form.label, lang) if area.school_form is not None else _WORDS["unsaid"][lang],
                area.title or area.kind or _WORDS["kept back"][lang],
                str(area.plans),
                "\n".join(f"• {one.title or _WORDS['kept back'][lang]}" for one in area.commitments),
            )
            for area in gathered.areas
        ),
    )
    out.print()
    out.print(_WORDS["gathered"][lang].format(gathered.plans))
    if gathered.withheld:
        out.print(_WORDS["withheld"][lang].format(gathered.withheld))


def _loaded(plans: Sequence[str], system: kv.QualitySystem, lang: Lang) -> Iterator[kv.CommitmentPlan]:
    """Some at a time, so that those who wait see how far it has come."""
    parts = [plans[at : at + _AT_A_TIME] for at in range(0, len(plans), _AT_A_TIME)]
    for part in _output.progress(parts, _WORDS["reading"][lang]):
        yield from kv.CommitmentPlan.load_all(part, system=system)


def _with_words(area: kv.GatheredArea, lang: Lang) -> kv.GatheredArea:
    """With words where a title is left out, so that a list of titles has them all."""
    words = _WORDS["kept back"][lang]
    commitments = [one.replace(title=words) if one.withheld else one for one in area.commitments]
    return area.replace(title=area.title or ("" if area.kind else words), commitments=commitments)
