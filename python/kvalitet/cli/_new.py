"""kvalitet new: documents to be filled in."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet._documents import Document
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems, _workspace
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

_WORDS = {
    "from": {
        "sv": "Ange med --from vilken plan eller rapport dokumentet ska göras från.",
        "en": "Say with --from which plan or report the document is to be made from.",
    },
    "not from": {
        "sv": "Ett sådant dokument görs inte från ett annat. Ta bort --from.",
        "en": "Such a document is not made from another. Leave --from out.",
    },
    "dialogue": {
        "sv": "Ange med --dialogue vilken dialog eller vilket möte det gäller: {}.",
        "en": "Say with --dialogue which dialogue or meeting it is: {}.",
    },
    "carried": {"sv": "Ur rapporten", "en": "From the report"},
    "undecided": {"sv": "ingen har bestämt", "en": "nobody has decided"},
    "stays out": {"sv": "inte med", "en": "left out"},
    "what": {"sv": "Vad", "en": "What"},
    "becomes": {"sv": "Fortsättning", "en": "Continuation"},
    "why": {"sv": "Varför", "en": "Why"},
}


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
    ] = "matter",
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
    kind = Kind(what)
    system = _systems.system(guideline, policy, lang)
    today = dt.date.today()
    school_year = year or kv.SchoolYear.of(today)
    calendar = calendar_year or kv.CalendarYear(today.year)
    made: Document
    carried: tuple[kv.CarriedOver, ...] = ()
    if source is not None:
        made, carried = _following(kind, source, plan, system, lang)
    elif kind is Kind.plan:
        areas = tuple(
            kv.GoalArea(kind=area, title=_title(system, area))
            for rule in system.guideline.rules
            if rule.check == kv.Check.goal_areas_included
            for area in rule.areas
        )
        made = kv.CommitmentPlan(school_year=school_year, principal=principal, areas=areas)
    elif kind is Kind.operational_plan:
        made = kv.OperationalPlan(year=calendar)
    elif kind is Kind.session:
        if dialogue is None:
            known = ", ".join(d.id for d in (*system.guideline.dialogues, *system.guideline.meetings))
            _output.complain(_WORDS["dialogue"][lang].format(known))
        made = system.session(dialogue)
    elif kind is Kind.assessment:
        rights = system.guideline.child_rights
        made = kv.ImpactAssessment(
            matter=matter,
            steps=_parts(system.policy.assessment_steps),
            articles=_parts(rights.articles if rights else ()),
            perspectives=_parts(rights.perspectives if rights else ()),
        )
    elif kind is Kind.matters:
        made = kv.Matters()
    elif kind is Kind.measures:
        made = kv.Measures()
    elif kind is Kind.deviations:
        made = kv.Deviations()
    elif kind is Kind.municipality:
        made = kv.Municipality(name=name, guideline=system.guideline.id, units=())
    else:
        _output.complain(_WORDS["from"][lang])
    if out is None:
        _output.put(made.to_json())
        return
    made.save(out)
    if carried and not json:
        _show(carried, lang)


def _following(
    kind: Kind, source: str, plan: str | None, system: kv.QualitySystem, lang: Lang
) -> tuple[Document, tuple[kv.CarriedOver, ...]]:
    if kind is Kind.report:
        return _systems.readable(kv.CommitmentPlan.load(source), lang).report_skeleton(), ()
    if kind is Kind.operational_report:
        return _systems.readable(kv.OperationalPlan.load(source), lang).report_skeleton(), ()
    if kind is Kind.plan:
        report = _systems.readable(kv.SchoolYearReport.load(source), lang)
        return system.next_plan(report, plan=kv.CommitmentPlan.load(plan) if plan is not None else None)
    if kind is Kind.operational_plan:
        return _systems.readable(kv.OperationalReport.load(source), lang).next_plan()
    return _output.complain(_WORDS["not from"][lang])


def _title(system: kv.QualitySystem, kind: str) -> str:
    return next((a.title.sv for a in (*system.guideline.goal_areas, *system.policy.goal_areas) if a.id == kind), kind)


def _parts(concepts: tuple[kv.Concept, ...]) -> tuple[kv.AssessmentPart, ...]:
    return tuple(kv.AssessmentPart(about=concept.id) for concept in concepts)


def _show(carried: tuple[kv.CarriedOver, ...], lang: Lang) -> None:
    out = _output.console()
    _output.heading(out, _WORDS["carried"][lang])
    rows = []
    for one in carried:
        becomes = say(one.continuation.label, lang) if one.continuation is not None else _WORDS["undecided"][lang]
        rows.append((one.title, becomes if one.to else f"{becomes} ({_WORDS['stays out'][lang]})", one.why))
    _output.table(out, [_WORDS[key][lang] for key in ("what", "becomes", "why")], rows)
