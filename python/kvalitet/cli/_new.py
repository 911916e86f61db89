"""kvalitet new: documents to be filled in."""

from __future__ import annotations

from typing import Annotated

import typer

import kvalitet as kv
from kvalitet._text import Lang
from kvalitet.cli import _drafts, _output, _systems, _workspace
from kvalitet.cli._house import (
    GUIDELINE,
    JSON,
    KINDS,
    LANG,
    OUT,
    POLICY,
    Kind,
    argument,
    command,
    option,
    parse_calendar_year,
    parse_school_year,
)

_WORKSPACE = "workspace"


def _parse_what(text: str) -> str:
    known = [*(str(kind) for kind in Kind), _WORKSPACE]
    if text in known:
        return text
    raise typer.BadParameter(f"”{text}” är inget som kan göras. Välj något av: {', '.join(known)}.")


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "new", "Gör ett dokument att fylla i, tomt eller från det dokument som det följer på.")(new)


def new(
    what: Annotated[str, argument(f"{KINDS} Eller workspace (kommunens mapp).", "SORT", parser=_parse_what)],
    source: Annotated[
        str | None,
        option(
            "--from", help="Planen som rapporten ska följa, eller rapporten som planen ska bygga på.", metavar="FIL"
        ),
    ] = None,
    plan: Annotated[
        str | None, option("--plan", help="För en ny åtagandeplan: förra planen, för tänkta effekter.", metavar="FIL")
    ] = None,
    year: Annotated[
        kv.SchoolYear | None,
        option(
            "--year", help="Läsåret, som 2026/27. Förval: det som pågår.", metavar="LÄSÅR", parser=parse_school_year
        ),
    ] = None,
    calendar_year: Annotated[
        kv.CalendarYear | None,
        option(
            "--calendar-year", help="Kalenderåret. Förval: det som pågår.", metavar="ÅR", parser=parse_calendar_year
        ),
    ] = None,
    principal: Annotated[str, option("--principal", help="Rektorns namn.", metavar="NAMN")] = "",
    dialogue: Annotated[
        str | None, option("--dialogue", help="För ett dialogtillfälle: vilken dialog.", metavar="DIALOG")
    ] = None,
    units: Annotated[
        str | None,
        option(
            "--units", help="För kommunens mapp: CSV med en rad för varje enhet, eller enhet och läsår.", metavar="FIL"
        ),
    ] = None,
    name: Annotated[str, option("--name", help="För kommunens mapp: kommunens namn.", metavar="NAMN")] = "",
    matter: Annotated[
        str, option("--matter", help="För en barnkonsekvensanalys: ärendets kortnamn.", metavar="ÄRENDE")
    ] = "arende",
    out: Annotated[str | None, OUT] = None,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Makes a document, or a folder for them."""
    if what == _WORKSPACE:
        if out is None:
            raise typer.BadParameter("Ange med --out vilken mapp som ska göras.")
        _workspace.make(out, units, name, guideline, lang)
        return
    asked = _drafts.Asked(
        kind=Kind(what),
        source=source,
        plan=plan,
        year=year,
        calendar_year=calendar_year,
        principal=principal,
        dialogue=dialogue,
        matter=matter,
        name=name,
    )
    system = _systems.system(guideline, policy, lang)
    made, carried = _drafts.make(asked, system, lang)
    if out is None:
        _output.put(made.to_json())
        return
    made.save(out, system=system)
    if carried and not json:
        _drafts.show(carried, lang)
