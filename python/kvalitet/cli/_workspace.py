"""kvalitet new workspace: a municipality's folder, from a list of its units."""

from __future__ import annotations

import os

import kvalitet as kv
from kvalitet import _unit_lists
from kvalitet._text import Lang
from kvalitet.cli import _output

_FOLDERS = (
    "plans",
    "reports",
    "operational-plans",
    "operational-reports",
    "assessments",
    "sessions",
    "instruments",
    "survey-counts",
)
_WORDS = {
    "made": {
        "sv": "Skrev {file} med {units} enheter{year}. Fyll i rektorerna och vilka enheter de leder under ”principals”.",
        "en": "Wrote {file} with {units} units{year}. Fill in the principals and which units they lead under “principals”.",
    },
    "year": {"sv": " ur läsåret {}", "en": " of the school year {}"},
    "notes": {"sv": "Ur listan:", "en": "From the list (in Swedish):"},
    "exists": {
        "sv": "{} finns redan och är orörd. Välj en annan mapp.",
        "en": "{} exists already and is untouched. Choose another folder.",
    },
    "unread": {"sv": "{file}: {why}.", "en": "{file} (in Swedish): {why}."},
    "no guideline": {
        "sv": "Riktlinjen ”{}” följer inte med. Lägg en egen i guideline.json i mappen efteråt.",
        "en": "The guideline “{}” does not come along. Put your own into guideline.json in the folder afterwards.",
    },
}


def make(folder: str, units: str | None, name: str, guideline: str | None, lang: Lang) -> None:
    """Writes municipality.json and the folders for documents."""
    target = os.path.join(folder, "municipality.json")
    if os.path.lexists(target):
        _output.complain(_WORDS["exists"][lang].format(target))
    known = kv.builtin_guidelines()
    if guideline is not None and guideline not in known:
        _output.complain(_WORDS["no guideline"][lang].format(guideline))
    listed = _unit_lists.UnitList((), None, ())
    if units is not None:
        try:
            listed = _unit_lists.read(units)
        except ValueError as error:
            if isinstance(error, kv.Error):
                raise
            _output.complain(_WORDS["unread"][lang].format(file=units, why=error))
    made = kv.Municipality(name=name, guideline=guideline or known[0], units=listed.units)
    for one in _FOLDERS:
        os.makedirs(os.path.join(folder, one), exist_ok=True)
    made.save(target)
    out = _output.console()
    year = _WORDS["year"][lang].format(listed.year) if listed.year is not None else ""
    out.print(_WORDS["made"][lang].format(file=target, units=len(made.units), year=year))
    if listed.notes:
        _output.heading(out, _WORDS["notes"][lang])
        for note in listed.notes:
            _output.line(out, f"• {note}")
