"""The rows of a status as people read them: by state, then by what is to be done, with everybody whom it is about."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kvalitet import _text
from kvalitet._native import DocumentKind, DutyState, Municipality, QualitySystem, StatusRow
from kvalitet._text import Lang, say

# What somebody has to look at comes first. A mark stands beside each word, so that nothing is told by colour alone.
MARKS: Mapping[str, str] = {
    "late": "!",
    "due": "→",
    "deviation": "≠",
    "unknown": "?",
    "done": "✓",
    "not_required": "–",
}
ORDER = tuple(DutyState(name) for name in MARKS)
OPEN = ORDER[:3]

_WORDS: Mapping[str, Mapping[str, str]] = {
    "state": {"sv": "Läge", "en": "State"},
    "due": {"sv": "Senast", "en": "By"},
    "who": {"sv": "Vem", "en": "Who"},
    "units": {"sv": "Enheter", "en": "Units"},
    "what": {"sv": "Vad", "en": "What"},
    "by": {"sv": "senast {}", "en": "by {}"},
    "from": {"sv": "från {}", "en": "from {}"},
    "missing": {"sv": "Det finns inget sådant dokument för året.", "en": "There is no such document for the year."},
    "nobody": {"sv": "{} (ingen leder)", "en": "{} (nobody leads)"},
}


@dataclass(frozen=True)
class Line:
    """One row: who, for which units, and why it is not done."""

    who: str
    units: tuple[str, ...]
    why: tuple[tuple[str, str], ...]  # the file, or nothing, and what is said


@dataclass(frozen=True)
class Group:
    """The rows in one state of one duty on one occasion."""

    state: DutyState
    what: str
    when: str  # what people call the occasion
    due: dt.date | None
    due_words: str
    quote: str
    supports: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


def header(lang: Lang) -> tuple[str, ...]:
    """The headings of `table`."""
    return tuple(_WORDS[key][lang] for key in ("state", "due", "who", "units", "what"))


def table(rows: Iterable[StatusRow], lang: Lang) -> list[tuple[str, ...]]:
    """Rows as they are, by the ids that they have for units, and why what is not done is not."""
    return [
        (
            say(row.state.label, lang),
            _text.day(row.due, lang) if row.due is not None else "",
            row.principal or row.actor,
            ", ".join(row.units),
            "\n".join([say(row.what, lang), *(say(one.note, lang) for one in row.evidence if not one.sufficient)]),
        )
        for row in rows
    ]


class Reader:
    """Puts rows in words, in a language."""

    def __init__(self, system: QualitySystem, municipality: Municipality, lang: Lang) -> None:
        self._lang = lang
        self._units = {unit.id: unit.name for unit in municipality.units}
        kinds = (DocumentKind.commitment_plan, DocumentKind.school_year_report)
        self._leading = {"principal", *(one.owner for one in system.guideline.documents if one.kind in kinds)}
        self._actors = {actor.id: say(actor.title, lang) for actor in system.guideline.actors}

    def groups(self, rows: Sequence[StatusRow], states: Sequence[DutyState] = ORDER) -> list[Group]:
        """In the order of the states, then of the days on which they are due."""
        together: dict[tuple[DutyState, str, str], list[StatusRow]] = {}
        for row in rows:
            if row.state in states:
                together.setdefault((row.state, row.duty, row.event), []).append(row)
        made = [self._group(same) for same in together.values()]
        return sorted(made, key=lambda group: (ORDER.index(group.state), group.due or dt.date.max))

    def counted(self, rows: Sequence[StatusRow]) -> str:
        """`3 försenat, 12 kommande`."""
        count = Counter(row.state for row in rows)
        return ", ".join(f"{count[state]} {say(state.label, self._lang)}" for state in ORDER if count[state]) or "0"

    def _group(self, rows: Sequence[StatusRow]) -> Group:
        first = rows[0]
        return Group(
            state=first.state,
            what=say(first.what, self._lang),
            when=say(first.when, self._lang),
            due=first.due,
            due_words=self._due(first),
            quote=_text.quote(first.citation, self._lang) if first.citation is not None else "",
            supports=tuple((say(link.title, self._lang), link.url) for link in first.supports if link.url),
            lines=tuple(self._line(row) for row in rows),
        )

    def _due(self, row: StatusRow) -> str:
        if row.due is not None:
            return _WORDS["by"][self._lang].format(_text.day(row.due, self._lang))
        return _WORDS["from"][self._lang].format(_text.day(row.from_, self._lang)) if row.from_ is not None else ""

    def _line(self, row: StatusRow) -> Line:
        why = [(one.file, say(one.note, self._lang)) for one in row.evidence if not one.sufficient]
        if row.state == DutyState.late and not row.evidence:
            why.append(("", _WORDS["missing"][self._lang]))
        if row.deviation is not None:
            why.append(("", _text.deviation(row.deviation, self._lang)))
        return Line(self._who(row), tuple(self._units.get(unit, unit) for unit in row.units), tuple(why))

    def _who(self, row: StatusRow) -> str:
        actor = self._actors.get(row.actor, row.actor)
        if row.principal:
            return row.principal
        return _WORDS["nobody"][self._lang].format(actor) if row.units and row.actor in self._leading else actor
