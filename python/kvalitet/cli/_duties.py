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

_WORDS = {
    "due": {"sv": "Senast", "en": "By"},
    "who": {"sv": "Vem", "en": "Who"},
    "what": {"sv": "Vad", "en": "What"},
    "proof": {"sv": "Visas av", "en": "Shown by"},
    "support": {"sv": "Stöd", "en": "Support"},
    "from": {"sv": "från {}", "en": "from {}"},
}


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
    _output.table(
        _output.console(),
        [_WORDS[key][lang] for key in ("due", "who", "what", "proof", "support")],
        (
            (
                _when(row, lang),
                names.get(row.actor, row.actor),
                say(row.what, lang),
                "" if row.proof == kv.Proof.nothing else say(row.proof.label, lang),
                "\n".join(f"{say(link.title, lang)} {link.url}".strip() for link in row.supports),
            )
            for row in rows
        ),
    )


def _when(row: kv.DutyRow, lang: Lang) -> str:
    if row.due is not None:
        return _text.day(row.due, lang)
    return _WORDS["from"][lang].format(_text.day(row.from_, lang)) if row.from_ is not None else ""
