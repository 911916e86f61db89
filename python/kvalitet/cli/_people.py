"""Units and principals, as people name them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

import kvalitet as kv
from kvalitet._text import Lang
from kvalitet.cli import _output

_WORDS = {
    "no unit": {
        "sv": "Ingen enhet heter eller har kortnamnet eller koden ”{}”. Enheterna är: {}.",
        "en": "No unit has the name, id or code “{}”. The units are: {}.",
    },
    "no principal": {
        "sv": "Ingen rektor heter ”{}”. Rektorerna är: {}.",
        "en": "No principal is called “{}”. The principals are: {}.",
    },
}
_LETTERS = str.maketrans("åäöéü", "aaoeu")


def unit_called(name: str) -> kv.Unit:
    """A unit that only its name is known of."""
    short = re.sub("[^a-z0-9]+", "-", name.casefold().translate(_LETTERS)).strip("-")
    return kv.Unit(id=short[:64].rstrip("-") or "enhet", name=name)


def unit_of(municipality: kv.Municipality, name: str, day: dt.date, lang: Lang) -> kv.Unit:
    """The unit with this id, code or name."""
    for one in municipality.units:
        codes = (code.code for code in one.codes)
        if name.casefold() in (one.id, one.name.casefold(), *codes):
            return _as_unit(one, day)
    return _output.complain(
        _WORDS["no unit"][lang].format(name, ", ".join(sorted({one.name for one in municipality.units})))
    )


def principal_of(municipality: kv.Municipality, name: str, lang: Lang) -> kv.Principal:
    """The principal with this name or id."""
    for one in municipality.principals:
        if name.casefold() in (one.id, one.name.casefold()):
            return one
    return _output.complain(
        _WORDS["no principal"][lang].format(name, ", ".join(one.name for one in municipality.principals))
    )


def units_led(municipality: kv.Municipality, principal: kv.Principal, day: dt.date) -> tuple[kv.Unit, ...]:
    """The units that a principal leads on a day."""
    led = {unit for one in principal.leads if _holds(one.from_, one.to, day) for unit in one.units}
    return tuple(_as_unit(one, day) for one in municipality.units if one.id in led and _holds(one.from_, one.to, day))


def _as_unit(one: kv.MunicipalUnit, day: dt.date) -> kv.Unit:
    code = next((each.code for each in _in_force(one.codes, day)), None)
    return kv.Unit(id=one.id, code=code, name=one.name, school_forms=one.school_forms)


def _in_force(codes: Iterable[kv.UnitCode], day: dt.date) -> list[kv.UnitCode]:
    return [one for one in codes if _holds(one.from_, one.to, day)]


def _holds(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)
