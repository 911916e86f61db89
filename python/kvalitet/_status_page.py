"""The status of a workspace as a page of its own, without script. Needs the extra `pages`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from importlib import resources

from jinja2 import Environment, StrictUndefined, Template

from kvalitet import _status, _text
from kvalitet._native import SchoolYear, StatusRow, StatusTotal, Workspace, status_totals
from kvalitet._text import Lang, say

_WORDS: Mapping[str, Mapping[str, str]] = {
    "title": {"sv": "Läget i kvalitetsarbetet, {name}, {year}", "en": "Status of the quality work, {name}, {year}"},
    "as of": {"sv": "Läget {}, enligt de filer som finns.", "en": "As of {}, by the files there are."},
    "none": {"sv": "Inget att visa.", "en": "Nothing to show."},
    "totals": {"sv": "Enheter i varje skolform", "en": "Units of each school form"},
    "what": {"sv": "Vad", "en": "What"},
    "form": {"sv": "Skolform", "en": "School form"},
    "findings": {
        "sv": "Iakttagelser om filerna när de lästes: {}.",
        "en": "Findings about the files when they were read: {}.",
    },
}


def page(workspace: Workspace, rows: Sequence[StatusRow], *, as_of: dt.date, year: SchoolYear, lang: Lang) -> str:
    """A page of HTML: by state what is to be done, by whom, and how many units are where. What files say is escaped."""
    words = {key: value[lang] for key, value in _WORDS.items()}
    reader = _status.Reader(workspace.system, workspace.municipality, lang)
    groups = reader.groups(rows)
    states = [(str(state), say(state.label, lang), _status.MARKS[str(state)]) for state in _status.ORDER]
    return _template().render(
        lang=str(lang),
        words=words,
        title=words["title"].format(name=workspace.municipality.name, year=year),
        as_of=words["as of"].format(_text.day(as_of, lang)),
        findings=words["findings"].format(len(workspace.findings)) if workspace.findings else "",
        counted=reader.counted(rows),
        parts=[(*state, [group for group in groups if group.state == state[0]]) for state in states],
        states=states,
        totals=_totals(status_totals(rows, workspace.municipality), rows, lang),
    )


def _totals(sums: Sequence[StatusTotal], rows: Sequence[StatusRow], lang: Lang) -> list[tuple[str, str, list[int]]]:
    what = {(row.duty, row.event): f"{say(row.what, lang)} ({say(row.when, lang)})" for row in rows}
    return [
        (what[one.duty, one.event], say(one.school_form.label, lang), [getattr(one, str(s)) for s in _status.ORDER])
        for one in sums
    ]


def _template() -> Template:
    source = resources.files("kvalitet").joinpath("templates", "status.html.j2").read_text(encoding="utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        source
    )
