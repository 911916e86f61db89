"""kvalitet template: a Word document to be filled in."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet._documents import Document
from kvalitet._text import Lang
from kvalitet.cli import _drafts, _output, _people, _systems
from kvalitet.cli._house import (
    GUIDELINE,
    LANG,
    POLICY,
    Kind,
    argument,
    command,
    option,
    parse_calendar_year,
    parse_school_year,
    refuse_together,
)

_WORDS = {
    "made": {
        "sv": "Skrev {file}. Öppna den i Word och fyll i. Granska den sedan med: kvalitet check {file}",
        "en": "Wrote {file}. Open it in Word and fill it in. Then check it with: kvalitet check {file}",
    },
    "exists": {
        "sv": "{} finns redan och är orörd. Välj ett annat namn.",
        "en": "{} exists already and is untouched. Choose another name.",
    },
    "no chain": {
        "sv": "Bara en åtagandeplan, eller en rapport som följer en, har en effektkedja att rita. Ange --from.",
        "en": "Only a commitment plan, or a report that follows one, has an effect chain to draw. Say --from.",
    },
}

# The kinds of document as the guideline names them, and as other commands do.
_KINDS = {
    "commitment-plan": Kind.plan,
    "school-year-report": Kind.report,
    "operational-plan": Kind.operational_plan,
    "operational-report": Kind.operational_report,
    "impact-assessment": Kind.assessment,
    "dialogue-session": Kind.session,
    "matters": Kind.matters,
    "measures": Kind.measures,
    "deviations": Kind.deviations,
}
_HELP = (
    "commitment-plan (åtagandeplan), school-year-report (läsårsrapport), operational-plan (verksamhetsplan), "
    "operational-report (verksamhetsrapport), impact-assessment (barnkonsekvensanalys), dialogue-session "
    "(dialogtillfälle), matters (ärenden), measures (insatser) eller deviations (avvikelser från uppgifter)."
)
_EFFECT_CHAIN = "effect-chain"


def _parse_kind(text: str) -> str:
    kinds = _KINDS | {str(kind): kind for kind in _KINDS.values()}
    if text in kinds:
        return kinds[text]
    raise typer.BadParameter(f"”{text}” är inget dokument med en mall. Välj något av: {', '.join(_KINDS)}.")


def _parse_picture(text: str) -> str:
    if text == _EFFECT_CHAIN:
        return text
    raise typer.BadParameter(f"”{text}” är ingen bild som kan läggas i ett dokument. Den som finns är effect-chain.")


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "template",
        "Gör en mall att fylla i med Word: med rubriker, tabeller och riktlinjens egna meningar där de behövs.",
        example='kvalitet template commitment-plan --principal "Karin Påfund" --unit Granskolan --year 2026/27 '
        "-o plan.docx",
    )(template)


def template(
    what: Annotated[str, argument(_HELP, "SORT", parser=_parse_kind)],
    out: Annotated[str, option("--out", "-o", help="Word-dokumentet att skriva (.docx).", metavar="FIL")],
    principal: Annotated[str, option("--principal", help="Rektorns namn.", metavar="NAMN")] = "",
    unit: Annotated[
        list[str] | None,
        option(
            "--unit",
            help="En enhet som dokumentet gäller. Ange flera gånger för flera. Förval: de som rektorn leder, när "
            "kommunen är känd.",
            metavar="NAMN",
        ),
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
    municipality: Annotated[
        str | None, option("--municipality", help="Filen med kommunens enheter och rektorer.", metavar="FIL")
    ] = None,
    workspace: Annotated[
        str | None,
        option(
            "--workspace", help="Kommunens mapp: enheter och rektorer, riktlinje och inställningar.", metavar="MAPP"
        ),
    ] = None,
    source: Annotated[
        str | None,
        option(
            "--from",
            help="Rapporten som planen ska bygga på, med förra årets målområden, eller planen som rapporten ska följa.",
            metavar="FIL",
        ),
    ] = None,
    plan: Annotated[
        str | None,
        option(
            "--plan",
            help="För en rapport: planen som den ska följa. För en ny åtagandeplan: förra planen, för tänkta effekter.",
            metavar="FIL",
        ),
    ] = None,
    dialogue: Annotated[
        str | None, option("--dialogue", help="För ett dialogtillfälle: vilken dialog.", metavar="DIALOG")
    ] = None,
    matter: Annotated[
        str, option("--matter", help="För en barnkonsekvensanalys: ärendets kortnamn.", metavar="ÄRENDE")
    ] = "arende",
    picture: Annotated[
        str | None,
        option(
            "--picture",
            help="Lägg i en bild: effect-chain (planens effektkedja).",
            metavar="BILD",
            parser=_parse_picture,
        ),
    ] = None,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Makes a template."""
    refuse_together(
        "--workspace", workspace, {"--municipality": municipality, "--guideline": guideline, "--policy": policy}
    )
    if os.path.splitext(out)[1].casefold() != ".docx":
        raise typer.BadParameter("Mallen är ett Word-dokument: ange med --out ett namn som slutar på .docx.")
    if os.path.lexists(out):
        _output.complain(_WORDS["exists"][lang].format(out))
    system, known = _ground(workspace, municipality, guideline, policy, lang)
    of_year = year or kv.SchoolYear.of(dt.date.today())
    name, units = _people_of(known, principal, unit or (), of_year, lang)
    kind = Kind(what)
    follows = plan if kind in (Kind.report, Kind.operational_report) else None
    asked = _drafts.Asked(
        kind=kind,
        source=source or follows,
        plan=plan,
        year=of_year,
        calendar_year=calendar_year,
        principal=name,
        units=units,
        dialogue=dialogue,
        matter=matter,
        blank_reports=True,
    )
    made, carried = _drafts.make(asked, system, lang)
    pictures = [_picture(made, asked.source, system, lang)] if picture is not None else []
    data = made.to_docx(lang=lang, system=system, help=True, pictures=pictures)
    _output.put_to(out, data, _WORDS["made"][lang].format(file=out))
    if carried:
        _drafts.show(carried, lang)


def _ground(
    workspace: str | None, municipality: str | None, guideline: str | None, policy: str | None, lang: Lang
) -> tuple[kv.QualitySystem, kv.Municipality | None]:
    """By what documents are made, and whose they are."""
    if workspace is not None:
        opened = kv.Workspace.open(workspace)
        _systems.refuse_without_ground(opened, lang)
        return opened.system, opened.municipality
    if municipality is None:
        return _systems.system(guideline, policy, lang), None
    known = _systems.readable(kv.Municipality.load(municipality), lang)
    named = known.guideline if known.guideline in kv.builtin_guidelines() else None
    return _systems.system(guideline or named, policy, lang), known


def _people_of(
    known: kv.Municipality | None, principal: str, units: Sequence[str], year: kv.SchoolYear, lang: Lang
) -> tuple[str, tuple[kv.Unit, ...]]:
    """The principal and the units, as the municipality knows them."""
    if known is None:
        return principal, tuple(map(_people.unit_called, units))
    day = year.period.start
    named = tuple(_people.unit_of(known, name, day, lang) for name in units)
    if not principal:
        return "", named
    who = _people.principal_of(known, principal, lang)
    return who.name, named or _people.units_led(known, who, day)


def _picture(made: Document, source: str | None, system: kv.QualitySystem, lang: Lang) -> kv.DocxPicture:
    """The effect chain of the plan, or of the one that the report follows."""
    plan = made
    if isinstance(made, kv.SchoolYearReport) and source is not None:
        plan = kv.CommitmentPlan.load(source, system=system)
    if not isinstance(plan, kv.CommitmentPlan):
        _output.complain(_WORDS["no chain"][lang])
    about = ", ".join(filter(None, (plan.principal, str(plan.school_year))))
    try:
        return kv.docx_picture(kv.effect_chain(plan).to_svg(about=about, lang=lang))
    except ModuleNotFoundError as error:
        _output.complain(str(error))
