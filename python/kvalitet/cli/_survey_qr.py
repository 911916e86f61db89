"""kvalitet survey qr: a sheet for each unit with the link to its survey, to print."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet import _invitation_lists
from kvalitet._text import Lang
from kvalitet.cli import _output, _people, _survey_files, _systems
from kvalitet.cli._house import LANG, argument, command, option, parse_day

_WORDS = {
    "written": {"sv": "Skrev {} med {} inbjudningar.", "en": "Wrote {} with {} invitations."},
    "one": {"sv": "Skrev {} med en inbjudan.", "en": "Wrote {} with one invitation."},
    "no pattern": {
        "sv": "Ange med --url hur länkarna ser ut, till exempel https://enkat.example.se/{round}/{unit}.",
        "en": "Give by --url what the links look like, such as https://survey.example.se/{round}/{unit}.",
    },
}
_HOLES = "{unit} blir enhetens kortnamn, {code} dess kod, {principal} rektorns kortnamn och {round} omgången"


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "qr",
        "Skriv en sida att skriva ut för varje enhet, med länk och QR-kod till enkäten.",
        "kvalitet survey qr examples/municipality --url 'https://enkat.example.se/{round}/{unit}' --round 2026-10",
    )(qr)


def qr(
    source: Annotated[
        str,
        argument(
            "En lista med enheter och länkar (CSV eller JSON med enhet, länk, rektor, omgång, svarande, kontakt, från, "
            "till), eller kommunens mapp.",
            "LISTA|MAPP",
        ),
    ],
    url: Annotated[
        str | None,
        option("--url", help=f"Med kommunens mapp: hur länkarna ser ut. {_HOLES}.", metavar="MÖNSTER"),
    ] = None,
    unit: Annotated[
        list[str] | None,
        option("--unit", help="Med kommunens mapp: bara denna enhet. Ange flera gånger för flera.", metavar="ENHET"),
    ] = None,
    principal: Annotated[
        str | None, option("--principal", help="Med kommunens mapp: bara denna rektors enheter.", metavar="NAMN")
    ] = None,
    round: Annotated[str, option("--round", help="Omgången, som 2026-10.", metavar="OMGÅNG")] = "",
    first: Annotated[
        dt.date | None, option("--from", help="Första dagen den är öppen.", metavar="DATUM", parser=parse_day)
    ] = None,
    last: Annotated[
        dt.date | None, option("--to", help="Sista dagen den är öppen.", metavar="DATUM", parser=parse_day)
    ] = None,
    respondents: Annotated[str, option("--respondents", help="Vilka som svarar, i ord.", metavar="TEXT")] = "",
    contact: Annotated[str, option("--contact", help="Vem som svarar på frågor om enkäten.", metavar="TEXT")] = "",
    instrument: Annotated[
        str | None,
        option("--instrument", help="Filen med enkäten: dess namn och instruktioner kommer med.", metavar="FIL"),
    ] = None,
    out: Annotated[
        str, option("--out", "-o", help="Filen att skriva till, i stället för till skärmen.", metavar="FIL")
    ] = "-",
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Writes the page."""
    options = {"round": round, "first": first, "last": last, "respondents": respondents, "contact": contact}
    given = {key: value for key, value in options.items() if value}
    asked = _survey_files.survey_of(instrument, lang) if instrument is not None else None
    if os.path.isdir(source):
        if url is None:
            _output.complain(_WORDS["no pattern"][lang])
        invitations = _of_workspace(source, url, unit or [], principal, first or dt.date.today(), given, lang)
    else:
        if url is not None or unit or principal is not None:
            raise typer.BadParameter(
                "--url, --unit och --principal hör ihop med kommunens mapp. En lista har länkarna själv."
            )
        invitations = _invitation_lists.read(source, given)
    try:
        page = kv.invitation_page(invitations, asked, lang=lang)
    except ModuleNotFoundError as error:
        _output.complain(str(error))
    said = _WORDS["one" if len(invitations) == 1 else "written"][lang]
    _output.put_to(out, page, said.format(out, len(invitations)))


def _of_workspace(
    folder: str,
    url: str,
    units: list[str],
    principal: str | None,
    day: dt.date,
    given: Mapping[str, object],
    lang: Lang,
) -> list[kv.Invitation]:
    workspace = kv.Workspace.open(folder)
    _systems.refuse_without_ground(workspace, lang)
    of = workspace.municipality
    only = {_people.unit_of(of, name, day, lang).id for name in units} or {one.id for one in of.units}
    if principal is not None:
        only &= {one.id for one in _people.units_led(of, _people.principal_of(of, principal, lang), day)}
    return _invitation_lists.of_municipality(of, url, day, given, only)
