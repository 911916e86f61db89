"""Documents to be filled in: empty, or made from the document that they follow on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TypeAlias

import kvalitet as kv
from kvalitet._documents import Document
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._house import Kind

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

Carried: TypeAlias = tuple[kv.CarriedOver, ...]


@dataclass(frozen=True)
class Asked:
    """What is to be made, as far as somebody has said; of what is left out, the day decides."""

    kind: Kind
    source: str | None = None
    plan: str | None = None
    year: kv.SchoolYear | None = None
    calendar_year: kv.CalendarYear | None = None
    principal: str = ""
    units: tuple[kv.Unit, ...] = ()
    dialogue: str | None = None
    matter: str = "arende"
    name: str = ""
    blank_reports: bool = False  # also reports that follow no plan

    def of(self, today: dt.date) -> Asked:
        """With the years of a day."""
        return replace(
            self,
            year=self.year or kv.SchoolYear.of(today),
            calendar_year=self.calendar_year or kv.CalendarYear(today.year),
        )


def make(asked: Asked, system: kv.QualitySystem, lang: Lang) -> tuple[Document, Carried]:
    """The document, and what became of each part of that which it follows on."""
    made, carried = (
        (_empty(asked.of(dt.date.today()), system, lang), ())
        if asked.source is None
        else _following(asked.kind, asked.source, asked.plan, system, lang)
    )
    if isinstance(made, kv.CommitmentPlan | kv.SchoolYearReport):
        if asked.principal:
            made = made.replace(principal=asked.principal)
        if asked.units:
            made = made.replace(units=asked.units)
    return made, carried


def _empty(asked: Asked, system: kv.QualitySystem, lang: Lang) -> Document:
    assert asked.year is not None
    assert asked.calendar_year is not None
    match asked.kind:
        case Kind.plan:
            areas = tuple(kv.GoalArea(kind=area, title=_title(system, area)) for area in _needed(system))
            return kv.CommitmentPlan(school_year=asked.year, areas=areas)
        case Kind.report if asked.blank_reports:
            told = tuple(kv.GoalAreaReport(kind=area, title=_title(system, area)) for area in _needed(system))
            return kv.SchoolYearReport(school_year=asked.year, areas=told)
        case Kind.operational_plan:
            return kv.OperationalPlan(year=asked.calendar_year)
        case Kind.operational_report if asked.blank_reports:
            return kv.OperationalReport(year=asked.calendar_year)
        case Kind.session:
            if asked.dialogue is None:
                known = ", ".join(d.id for d in (*system.guideline.dialogues, *system.guideline.meetings))
                _output.complain(_WORDS["dialogue"][lang].format(known))
            return system.session(asked.dialogue)
        case Kind.assessment:
            rights = system.guideline.child_rights
            return kv.ImpactAssessment(
                matter=asked.matter,
                steps=_parts(system.policy.assessment_steps),
                articles=_parts(rights.articles if rights else ()),
                perspectives=_parts(rights.perspectives if rights else ()),
            )
        case Kind.matters:
            return kv.Matters()
        case Kind.measures:
            return kv.Measures()
        case Kind.deviations:
            return kv.Deviations()
        case Kind.municipality:
            return kv.Municipality(name=asked.name, guideline=system.guideline.id, units=())
    return _output.complain(_WORDS["from"][lang])


def _following(
    kind: Kind, source: str, plan: str | None, system: kv.QualitySystem, lang: Lang
) -> tuple[Document, Carried]:
    if kind is Kind.report:
        return _systems.readable(kv.CommitmentPlan.load(source, system=system), lang).report_skeleton(), ()
    if kind is Kind.operational_report:
        return _systems.readable(kv.OperationalPlan.load(source, system=system), lang).report_skeleton(), ()
    if kind is Kind.plan:
        report = _systems.readable(kv.SchoolYearReport.load(source, system=system), lang)
        last = kv.CommitmentPlan.load(plan, system=system) if plan is not None else None
        return system.next_plan(report, plan=last)
    if kind is Kind.operational_plan:
        return _systems.readable(kv.OperationalReport.load(source, system=system), lang).next_plan()
    return _output.complain(_WORDS["not from"][lang])


def _needed(system: kv.QualitySystem) -> list[str]:
    """The kinds of the goal areas that every plan has."""
    return [
        area for rule in system.guideline.rules if rule.check == kv.Check.goal_areas_included for area in rule.areas
    ]


def _title(system: kv.QualitySystem, kind: str) -> str:
    return next((a.title.sv for a in (*system.guideline.goal_areas, *system.policy.goal_areas) if a.id == kind), kind)


def _parts(concepts: tuple[kv.Concept, ...]) -> tuple[kv.AssessmentPart, ...]:
    return tuple(kv.AssessmentPart(about=concept.id) for concept in concepts)


def show(carried: Carried, lang: Lang) -> None:
    """What became of each part of the document that this one follows on."""
    out = _output.console()
    _output.heading(out, _WORDS["carried"][lang])
    rows = []
    for one in carried:
        becomes = say(one.continuation.label, lang) if one.continuation is not None else _WORDS["undecided"][lang]
        rows.append((one.title, becomes if one.to else f"{becomes} ({_WORDS['stays out'][lang]})", one.why))
    _output.table(out, [_WORDS[key][lang] for key in ("what", "becomes", "why")], rows)
