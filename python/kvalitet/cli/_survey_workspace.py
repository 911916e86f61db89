"""Counts in a municipality's folder, with the instrument they are of and a note of when raw answers are erased."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from contextlib import suppress

import kvalitet as kv
from kvalitet._text import Lang
from kvalitet.cli import _output, _systems

_WORDS = {
    "no folder": {
        "sv": "{} är ingen kommunmapp: municipality.json finns inte i den.",
        "en": "{} is no municipality's folder: municipality.json is not in it.",
    },
    "other instrument": {
        "sv": "{} finns redan och är en annan enkät än den som svaren räknades med. Ge enkäten en ny version.",
        "en": "{} exists already and is another survey than answers were counted with. Give the survey a new version.",
    },
    "erasure": {
        "sv": "Råsvaren ska vara raderade {}. ”kvalitet status” påminner; skriv dagen under erased_on i surveys.json.",
        "en": "The raw answers are to be erased by {}. “kvalitet status” reminds; write the day in erased_on in surveys.json.",
    },
    "no day": {
        "sv": "Ange med --erase-by när filerna med råsvar senast raderas. De är personuppgifter.",
        "en": "Say by --erase-by when the files with raw answers are erased at the latest. They are personal data.",
    },
}


def place_of_counts(folder: str, round: str, lang: Lang) -> str:
    """Where the counts of a round are kept in a municipality's folder."""
    if not os.path.exists(os.path.join(folder, "municipality.json")):
        _output.complain(_WORDS["no folder"][lang].format(folder))
    return os.path.join(folder, "survey-counts", f"{_file_name(round)}.json")


def keep(
    counts: kv.SurveyCounts,
    path: str,
    folder: str,
    files: Sequence[str],
    instrument: kv.SurveyInstrument | None,
    erase_by: dt.date | None,
    lang: Lang,
) -> str:
    """Saves counts, the instrument that they are read by in some years, and which files they were read from.

    Those are noted first, when they have a day of erasure: whatever happens then, somebody is reminded of them. Returns what
    is said of them.
    """
    said, noted = "", None
    if instrument is not None and erase_by is not None:
        noted = _noted(folder, files, instrument, counts.round, erase_by, lang)
        said = _WORDS["erasure"][lang].format(erase_by)
    if instrument is not None:
        _keep_instrument(folder, instrument, lang)
    if noted is not None:
        noted.save(os.path.join(folder, "surveys.json"))
    _make_folder(os.path.dirname(path))
    counts.save(path)
    return said


def _keep_instrument(folder: str, instrument: kv.SurveyInstrument, lang: Lang) -> None:
    """Unless it is there."""
    named = "-".join(filter(None, (instrument.id, instrument.version)))
    path = os.path.join(folder, "instruments", f"{_file_name(named)}.json")
    if any(one == instrument for one in kv.Workspace.open(folder).instruments):
        return
    if os.path.lexists(path):
        _output.complain(_WORDS["other instrument"][lang].format(path))
    _make_folder(os.path.dirname(path))
    instrument.save(path)


def _noted(
    folder: str, files: Sequence[str], instrument: kv.SurveyInstrument, round: str, erase_by: dt.date, lang: Lang
) -> kv.SurveyRegister:
    """The register with these files and the day by which they are erased. They stay where they are."""
    path = os.path.join(folder, "surveys.json")
    register = kv.SurveyRegister()
    if os.path.lexists(path):
        register = _systems.readable(kv.SurveyRegister.load(path), lang)
    names = dict.fromkeys(map(os.path.basename, files))
    before = []
    for one in register.raw_answers:
        is_read_again = one.file in names and (one.survey, one.round) == (instrument.survey, round)
        before.append(one.replace(erase_by=erase_by, erased_on=None) if is_read_again else one)
        if is_read_again:
            del names[one.file]
    new = [
        kv.RawAnswers(file=name, survey=instrument.survey, round=round, read_on=dt.date.today(), erase_by=erase_by)
        for name in names
    ]
    return register.replace(raw_answers=[*before, *new])


def _make_folder(folder: str) -> None:
    with suppress(OSError):  # saving into it says why it cannot be
        os.makedirs(folder, exist_ok=True)


def day_of_erasure(erase_by: dt.date | None, lang: Lang) -> dt.date:
    """The day that somebody has to give."""
    if erase_by is None:
        _output.complain(_WORDS["no day"][lang])
    return erase_by


def _file_name(text: str) -> str:
    """A name that every file system takes."""
    return "".join(c if c.isalnum() or c in "-_." else "-" for c in text).strip(".") or "survey"
