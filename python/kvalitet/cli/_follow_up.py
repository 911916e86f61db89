"""kvalitet follow-up: the log of a plan's follow-ups, and a new one in it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet import _text
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems, _write_back
from kvalitet.cli._formats import FORMAT, LABELS, Format, writer
from kvalitet.cli._house import GUIDELINE, JSON, LANG, POLICY, argument, command, option, parse_day

_WORDS = {
    "when": {"sv": "När", "en": "When"},
    "where": {"sv": "Åtagande", "en": "Commitment"},
    "text": {"sv": "Hur blev det?", "en": "How did it go?"},
    "next": {"sv": "Nästa steg", "en": "Next step"},
    "none": {"sv": "Inga uppföljningar än.", "en": "No follow-ups yet."},
    "places": {"sv": "Ange med --at vilket åtagande som följs upp:", "en": "Say with --at which commitment it is:"},
}


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "follow-up",
        "Visa åtagandeplanens uppföljningar, eller skriv in en ny.",
        example="kvalitet follow-up plan.docx --at /areas/0/commitments/0 --text 'Det går åt rätt håll.'",
    )(follow_up)


def follow_up(
    plan: Annotated[str, argument("Filen med åtagandeplanen (Word eller JSON).", "PLAN")],
    text: Annotated[str | None, option("--text", help="Skriv in en uppföljning: hur det blev.", metavar="TEXT")] = None,
    next_step: Annotated[str, option("--next-step", help="Vad som ändras av det.", metavar="TEXT")] = "",
    at: Annotated[
        str | None,
        option("--at", help="Vilket åtagande, som /areas/0/commitments/1. Behövs när de är flera.", metavar="PLATS"),
    ] = None,
    date: Annotated[
        dt.date | None, option("--date", help="Dagen. Förval: i dag.", metavar="DATUM", parser=parse_day)
    ] = None,
    survey: Annotated[
        str, option("--survey", help="Mätningen och omgången som ledde till den, som tld:october.", metavar="MÄTNING")
    ] = "",
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    format: Annotated[Format | None, FORMAT] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Shows or adds follow-ups."""
    out = writer(format, json, labels, lang)
    system = _systems.system(guideline, policy, lang)
    document = kv.CommitmentPlan.load(plan, system=system)
    if text is not None:
        _systems.readable(document, lang)  # or what was not understood would be lost when it is saved
        asked, _, round_ = survey.partition(":")
        document = document.with_follow_up(
            at or _only_commitment(document, lang),
            kv.FollowUp(date=date or dt.date.today(), text=text, next_step=next_step, survey=asked, round=round_),
        )
        if not _save(document, plan, system, lang):
            raise typer.Exit(1)
    log = document.follow_up_log()
    if out.records(log, kv.LoggedFollowUp):
        return
    if not log:
        _output.console().print(_WORDS["none"][lang])
        return
    _output.table(
        _output.console(),
        [_WORDS[key][lang] for key in ("when", "where", "text", "next")],
        (
            (
                _text.day(one.follow_up.date, lang) if one.follow_up.date is not None else "",
                one.commitment or one.area,
                one.follow_up.text,
                one.follow_up.next_step,
            )
            for one in log
        ),
    )


def _save(document: kv.CommitmentPlan, file: str, system: kv.QualitySystem, lang: Lang) -> bool:
    """Into the file; a Word document keeps all else that is in it. False when it has no place for the follow-up."""
    if not file.casefold().endswith((".docx", ".docm")):
        document.save(file)
        return True
    _, left = _write_back.into_docx(document, file, None, system, lang)
    if left:
        _write_back.show(_output.console(stderr=True), [], left, lang)
        return False
    _write_back.into_docx(document, file, file, system, lang)
    return True


def _only_commitment(plan: kv.CommitmentPlan, lang: Lang) -> str:
    places = [
        f"/areas/{a}/commitments/{c}" for a, area in enumerate(plan.areas) for c, _ in enumerate(area.commitments)
    ]
    if len(places) == 1:
        return places[0]
    shown = [f"  {place}  {say(kv.place_in_words(plan, place), lang)}" for place in places]
    return _output.complain("\n".join([_WORDS["places"][lang], *shown]))
