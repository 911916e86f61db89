"""The status of a workspace as a page of its own, without script. Needs the extra `pages`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from kvalitet import _text
from kvalitet._native import DutyState, SchoolYear, StatusRow, StatusTotal, Workspace, status_totals
from kvalitet._text import Lang, say

_WORDS: Mapping[str, Mapping[str, str]] = {
    "title": {"sv": "Läget i kvalitetsarbetet, {name}, {year}", "en": "Status of the quality work, {name}, {year}"},
    "as of": {"sv": "Läget {}, enligt de filer som finns.", "en": "As of {}, by the files there are."},
    "open": {"sv": "Att göra", "en": "To do"},
    "rest": {"sv": "Övrigt", "en": "The rest"},
    "totals": {"sv": "Enheter i varje skolform", "en": "Units of each school form"},
    "none": {"sv": "Inget att göra.", "en": "Nothing to do."},
    "state": {"sv": "Läge", "en": "State"},
    "due": {"sv": "Senast", "en": "By"},
    "who": {"sv": "Vem", "en": "Who"},
    "units": {"sv": "Enheter", "en": "Units"},
    "what": {"sv": "Vad", "en": "What"},
    "why": {"sv": "Varför", "en": "Why"},
    "form": {"sv": "Skolform", "en": "School form"},
    "nobody": {"sv": "ingen leder", "en": "nobody leads"},
    "findings": {
        "sv": "Iakttagelser om filerna när de lästes: {}.",
        "en": "Findings about the files when they were read: {}.",
    },
}
# A mark beside the word, so that nothing is told by colour alone.
_MARKS = {"late": "!", "due": "→", "deviation": "≠", "unknown": "?", "done": "✓", "not_required": "–"}
_ORDER = tuple(_MARKS)
_OPEN = ("late", "due", "deviation")


def page(workspace: Workspace, rows: Sequence[StatusRow], *, as_of: dt.date, year: SchoolYear, lang: Lang) -> str:
    """A page of HTML: what is to be done, how many units are where, and the rest; text of files is escaped."""
    words = {key: value[lang] for key, value in _WORDS.items()}
    units = {unit.id: unit.name for unit in workspace.municipality.units}
    actors = {actor.id: say(actor.title, lang) for actor in workspace.system.guideline.actors}
    told = [_row(row, units, actors, words, lang) for row in sorted(rows, key=_importance)]
    sums = status_totals(rows, workspace.municipality)
    return _template().render(
        lang=str(lang),
        words=words,
        title=words["title"].format(name=workspace.municipality.name, year=year),
        as_of=words["as of"].format(_text.day(as_of, lang)),
        findings=words["findings"].format(len(workspace.findings)) if workspace.findings else "",
        parts=[
            ("open", [row for row in told if row["key"] in _OPEN]),
            ("rest", [row for row in told if row["key"] not in _OPEN]),
        ],
        states=[(state, say(DutyState(state).label, lang), _MARKS[state]) for state in _ORDER],
        totals=_totals(sums, rows, lang),
    )


def _importance(row: StatusRow) -> tuple[int, dt.date]:
    return _ORDER.index(str(row.state)), row.due or dt.date.max


def _row(
    row: StatusRow, units: Mapping[str, str], actors: Mapping[str, str], words: Mapping[str, str], lang: Lang
) -> dict[str, Any]:
    actor = actors.get(row.actor, row.actor)
    why = [(one.file, say(one.note, lang)) for one in row.evidence if not one.sufficient]
    if row.deviation is not None:
        why.append(("", _text.deviation(row.deviation, lang)))
    return {
        "key": str(row.state),
        "state": say(row.state.label, lang),
        "mark": _MARKS[str(row.state)],
        "due": row.due,
        "due_words": _text.day(row.due, lang) if row.due is not None else "",
        "who": row.principal or (f"{actor} ({words['nobody']})" if row.units and row.actor == "principal" else actor),
        "units": [units.get(unit, unit) for unit in row.units],
        "what": say(row.what, lang),
        "when": say(row.when, lang),
        "why": why,
        "quote": _text.quote(row.citation, lang) if row.citation is not None else "",
        "supports": [(say(link.title, lang), link.url) for link in row.supports if link.url.startswith("https://")],
    }


def _totals(sums: Sequence[StatusTotal], rows: Sequence[StatusRow], lang: Lang) -> list[tuple[str, str, list[int]]]:
    what = {(row.duty, row.event): f"{say(row.what, lang)} ({say(row.when, lang)})" for row in rows}
    return [
        (what[one.duty, one.event], say(one.school_form.label, lang), [getattr(one, state) for state in _ORDER])
        for one in sums
    ]


@cache
def _template() -> Template:
    source = resources.files("kvalitet").joinpath("templates", "status.html.j2").read_text(encoding="utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        source
    )
