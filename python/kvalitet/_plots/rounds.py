"""What is asked of counts, whichever figure they go into: whose they are, which rounds, items and groups."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kvalitet import _native
from kvalitet._errors import NotFoundError, UsageError
from kvalitet._native import Language, Localised, Severity, SurveyCounts, SurveyInstrument, SurveyItem
from kvalitet._text import round_name, say

_LEAST = 320  # units, the width of a telephone
FEW = 10  # answers: with fewer each of them moves a figure a great deal


def misuse(code: str, sv: str, en: str) -> UsageError:
    """An argument that fits no figure."""
    return UsageError(code, Localised(sv=sv, en=en), Localised(sv=""))


@dataclass(frozen=True)
class Round:
    """Counts with what they are counts of."""

    counts: SurveyCounts
    instrument: SurveyInstrument

    def called(self, lang: Language) -> str:
        """`oktober 2026`, or the round as it is written."""
        return round_name(self.counts.round, lang)

    def answers(self, key: tuple[str, ...], item: str) -> dict[int, int]:
        """How many gave each answer, by code; none where nobody of the group was asked."""
        group = next((group for group in self.counts.groups if group.key == key), None)
        at = 0
        for counted in self.counts.items:
            if counted.item == item and group is not None:
                return dict(zip(counted.codes, group.counts[at : at + len(counted.codes)], strict=True))
            at += len(counted.codes)
        return {}

    def item(self, item: str) -> SurveyItem | None:
        """The item in this round's version."""
        return next((one for one in self.instrument.items if one.id == item), None)


def rounds_of(
    counts: SurveyCounts | Sequence[SurveyCounts], instrument: SurveyInstrument | Sequence[SurveyInstrument]
) -> tuple[Round, ...]:
    """The rounds, each with its instrument."""
    given = (counts,) if isinstance(counts, SurveyCounts) else tuple(counts)
    asked = (instrument,) * len(given) if isinstance(instrument, SurveyInstrument) else tuple(instrument)
    if not given or len(given) != len(asked):
        raise misuse(
            "plot.rounds",
            f"Ange minst en omgång, och en enkät för alla eller en för var och en: här är {len(given)} omgångar och "
            f"{len(asked)} enkäter.",
            f"Give at least one round, and one instrument for all or one for each: here are {len(given)} rounds and "
            f"{len(asked)} instruments.",
        )
    for one, of in zip(given, asked, strict=True):
        for finding in one.check(of):
            if finding.severity == Severity.error:
                raise UsageError(finding.code, finding.message, finding.hint)
    if len({one.by for one in given}) > 1:
        raise misuse(
            "plot.by",
            "Omgångarna är inte uppdelade på samma kolumner. Dela om dem med divided_by.",
            "The rounds are not divided by the same columns. Divide them again by divided_by.",
        )
    return tuple(Round(one, of) for one, of in zip(given, asked, strict=True))


def wide_enough(width: int) -> int:
    """The width, unless nothing could be read at it."""
    if not _LEAST <= width < math.inf:
        raise misuse(
            "plot.width", f"Bredden {width} är för liten: minst {_LEAST}.", f"The width {width} is too small: {_LEAST}."
        )
    return width


def keys_of(rounds: Sequence[Round], key: Sequence[str] | None) -> tuple[tuple[str, ...], ...]:
    """The groups of all rounds in the order of their names, or those whose key begins so."""
    if isinstance(key, str):
        raise TypeError("key: expected a list of values, got one text")
    known = sorted({group.key for one in rounds for group in one.counts.groups}, key=_in_order)
    if key is None:
        return tuple(known)
    start = tuple(key)
    found = tuple(one for one in known if one[: len(start)] == start)
    if not found:
        raise NotFoundError(
            "plot.key",
            Localised(sv=f"Det finns ingen grupp ”{_joined(start)}”.", en=f"There is no group “{_joined(start)}”."),
            Localised(
                sv=f"De som finns är: {_some(known)}." if known else "Det finns inga grupper alls.",
                en=f"There are: {_some(known)}." if known else "There are no groups at all.",
            ),
        )
    return found


def _in_order(key: tuple[str, ...]) -> list[tuple[int, str]]:
    """Grade 10 comes after grade 9."""
    return [(int(value), "") if value.isdecimal() and len(value) < 9 else (10**9, value.casefold()) for value in key]


def group_name(key: tuple[str, ...], by: Sequence[str]) -> str:
    """`Granskolan, Årskurs 4`: a value that is only a number is told with what it is a number of."""
    return ", ".join(f"{column} {value}" if value.isdecimal() else value for value, column in zip(key, by, strict=True))


def names_of(keys: Sequence[tuple[str, ...]], by: Sequence[str]) -> tuple[str, dict[tuple[str, ...], str]]:
    """What all groups have in common, and what each is called besides."""
    shared = 0
    while keys and shared < len(by) and len({key[shared] for key in keys}) == 1:
        shared += 1
    common = group_name(keys[0][:shared], by[:shared]) if keys else ""
    return common, {key: group_name(key[shared:], by[shared:]) for key in keys}


def items_of(rounds: Sequence[Round], area: str | None, items: Sequence[str] | None) -> tuple[SurveyItem, ...]:
    """The items that are asked for, as the last round has them, in the instrument's order; then those it lacks."""
    if isinstance(items, str):
        raise TypeError("items: expected a list of ids, got one text")
    if area is not None and items is not None:
        raise misuse("plot.area-or-items", "Ange antingen area eller items.", "Give either area or items.")
    every: dict[str, SurveyItem] = {}
    for one in reversed(rounds):
        for item in one.instrument.items:
            every.setdefault(item.id, item)
    if area is not None:
        known_areas([area], rounds)
        return tuple(item for item in every.values() if item.area == area)
    if items is None:
        return tuple(every.values())
    for wanted in items:
        if wanted not in every:
            raise _no_such("item", wanted, tuple(every))
    return tuple(every[wanted] for wanted in every if wanted in set(items))


def known_areas(areas: Sequence[str], rounds: Sequence[Round]) -> None:
    """Raises where there is no such area."""
    known = tuple(dict.fromkeys(area.id for one in rounds for area in one.instrument.areas))
    for area in areas:
        if area not in known:
            raise _no_such("area", area, known)


def area_titles(rounds: Sequence[Round], lang: Language) -> dict[str, str]:
    """What the areas are called, by id."""
    return {area.id: say(area.title, lang) or area.id for one in rounds for area in one.instrument.areas}


def wording(item: SurveyItem, lang: Language) -> str:
    """The question as most are asked it, in the language or else in Swedish."""
    for wanted in (str(lang), "sv"):
        fitting = [one for one in item.wordings if one.language.casefold().split("-")[0] == wanted]
        fitting.sort(key=lambda one: one.respondents is not None)
        if fitting:
            return fitting[0].text
    return item.wordings[0].text if item.wordings else item.id


def trend_breaks(rounds: Sequence[Round]) -> Iterator[tuple[int, _native.Finding]]:
    """The round from which an item cannot be compared with the one before, and why."""
    for at, (before, after) in enumerate(pairwise(rounds), start=1):
        for finding in after.instrument.trend_breaks(before.instrument):
            yield at, finding


def _no_such(kind: str, wanted: str, known: Sequence[str]) -> NotFoundError:
    sv, en = {"item": ("Ingen fråga", "No item"), "area": ("Inget område", "No area")}[kind]
    return NotFoundError(
        f"plot.{kind}",
        Localised(sv=f"{sv} har kortnamnet ”{wanted}”.", en=f"{en} has the id “{wanted}”."),
        Localised(sv=f"De som finns är: {', '.join(known)}.", en=f"There are: {', '.join(known)}."),
    )


def _joined(key: Sequence[str]) -> str:
    return ", ".join(key)


def _some(keys: Sequence[Sequence[str]]) -> str:
    shown = "; ".join(_joined(key) for key in keys[:10])
    return f"{shown} …" if len(keys) > 10 else shown
