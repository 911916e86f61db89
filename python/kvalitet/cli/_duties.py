"""kvalitet duties: who has to do what in the year, by when, and what shows it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet import _text
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._formats import FORMAT, LABELS, Format, writer
from kvalitet.cli._house import GUIDELINE, JSON, LANG, POLICY, command, option, parse_school_year


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "duties", "Visa vem som ska göra vad under läsåret, när, och vad som visar att det är gjort.")(duties)


def duties(
    year: Annotated[
        kv.SchoolYear | None,
        option(
            "--year", help="Läsåret, som 2026/27. Förval: det som pågår.", metavar="LÄSÅR", parser=parse_school_year
        ),
    ] = None,
    actor: Annotated[str | None, option("--actor", help="Bara denna aktör.", metavar="AKTÖR")] = None,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    format: Annotated[Format | None, FORMAT] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Shows duties."""
    system = _systems.system(guideline, policy, lang)
    rows = system.duties(year or kv.SchoolYear.of(dt.date.today()), actor=actor)
    if writer(format, json, labels, lang).records(rows, kv.DutyRow):
        return
    names = {one.id: say(one.title, lang) for one in system.guideline.actors}
    _output.table(_output.console(), _text.duty_header(lang), _text.duty_rows(rows, names, lang))
