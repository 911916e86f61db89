"""kvalitet cycle --ics: the year for people's own calendars."""

from __future__ import annotations

import datetime as dt
import os
from typing import Any

import typer

import kvalitet as kv
from kvalitet._text import Lang
from kvalitet.cli import _output, _systems
from kvalitet.cli._house import option, refuse_together

_WRITTEN = {"sv": "{} händelser i {}", "en": "{} events in {}"}

ICS = option(
    "--ics",
    help="Skriv det som en kalender att prenumerera på (iCalendar) till filen, eller till skärmen om den heter -.",
    metavar="FIL",
)
STATE = option(
    "--state",
    help="Filen där --ics minns vad som skrevs förra gången, så att kalendrar ser vad som är ändrat eller inställt.",
    metavar="FIL",
)


def refuse_with(ics: str | None, state: str | None, others: dict[str, object]) -> None:
    """What does not go together."""
    if state is not None and ics is None:
        raise typer.BadParameter("--state hör ihop med --ics.")
    refuse_together("--ics", ics, others)


def write(cycle: kv.AnnualCycle, target: str, state: str | None, lang: Lang, **only: Any) -> None:
    """Writes a feed as of today. What is remembered comes first: a feed that then fails is written alike next time."""
    before = None
    if state is not None and os.path.exists(state):
        before = _systems.readable(kv.FeedState.load(state), lang)
    feed = kv.calendar_feed(cycle, stamp=dt.date.today(), state=before, lang=lang, **only)
    if state is not None:
        feed.state.save(state)
    _output.put_to(target, feed.text, _WRITTEN[lang].format(feed.text.count("BEGIN:VEVENT"), target))
