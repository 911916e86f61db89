"""kvalitet survey compare: what moved between rounds, for whom, by how much and how sure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.text import Text

import kvalitet as kv
from kvalitet import _text
from kvalitet._text import Lang
from kvalitet.cli import _formats, _output, _survey_rounds
from kvalitet.cli._formats import FORMAT, LABELS, Format
from kvalitet.cli._house import LANG, command, option, parse_day, refuse_together

_WORDS = {
    "against": {"sv": "Jämfört med {}", "en": "Compared with {}"},
    "others": {"sv": "Jämfört med övriga i samma omgång", "en": "Compared with the others of the same round"},
    "all": {"sv": "Alla", "en": "All"},
    "follow-ups": {"sv": "Förslag till uppföljning i planen", "en": "Proposed follow-ups for the plan"},
    "wrote": {"sv": "Skrev {}.", "en": "Wrote {}."},
}


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "compare",
        "Jämför omgångar: vad som har ändrats, för vilka, hur mycket och hur säkert. Enhetens egna siffror.",
        "kvalitet survey compare oktober.json april.json --instrument tld.json --key Granskolan --page granskolan.html",
    )(compare)


def compare(
    counts: Annotated[list[str], _survey_rounds.COUNTS],
    instrument: Annotated[list[str], _survey_rounds.INSTRUMENTS],
    key: Annotated[list[str] | None, _survey_rounds.KEY] = None,
    others: Annotated[
        bool, option("--others", help="Jämför den sista omgången med övriga grupper tillsammans, om de är nog många.")
    ] = False,
    page: Annotated[
        str | None,
        option("--page", help="Skriv rektors sida för gruppen i --key hit, som en webbsida.", metavar="FIL"),
    ] = None,
    follow_up_on: Annotated[
        dt.date | None,
        option(
            "--follow-up-on",
            help="Föreslå uppföljningar för planen, med denna dag.",
            metavar="DATUM",
            parser=parse_day,
        ),
    ] = None,
    audience: Annotated[
        str,
        option("--for", help="För vem: unit (enheten själv). För fler släpps siffror på annat sätt.", metavar="VEM"),
    ] = "unit",
    format: Annotated[Format | None, FORMAT] = None,
    json: Annotated[bool, option("--json", help="Samma som --format json.")] = False,
    labels: Annotated[bool, LABELS] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Tells what differs."""
    writer = _formats.writer(format, json, labels, lang)
    if audience not in tuple(kv.SurveyAudience):
        raise typer.BadParameter(f"--for tar något av: {', '.join(kv.SurveyAudience)}.")
    kv.require_audience(kv.SurveyAudience.unit, audience)
    rounds = _survey_rounds.load(counts, instrument, lang)
    if key is not None:
        rounds = [(one.divided_by(one.by[: len(key)]), asked) for one, asked in rounds]
    refuse_together("--page", page, {"--json": json, "--format": format, "--others": others})
    if follow_up_on is not None and (others or writer.format is not Format.text):
        raise typer.BadParameter(
            "--follow-up-on hör ihop med text eller --page, inte med --others, --json eller --format."
        )
    if page is not None:
        if not key:
            raise typer.BadParameter("--page skrivs för en enhet: ange den med --key.")
        try:
            made = kv.survey_page(rounds, key, follow_up_on=follow_up_on, lang=lang)
        except ModuleNotFoundError as error:
            _output.complain(str(error))
        _output.put_to(page, made, _WORDS["wrote"][lang].format(page))
        return
    if others:
        compared: Sequence[kv.SurveyComparison] = [kv.compare_with_others(*rounds[-1])]
    elif len(rounds) < 2:
        raise typer.BadParameter("Ange minst två omgångar att jämföra, eller --others.")
    else:
        compared = kv.progression(rounds)
    own = [item for one in compared for item in one.items if key is None or item.key == tuple(key)]
    if key is not None and not own:
        compared[0].follow_ups(rounds[-1][1], key, date=dt.date(2000, 1, 1))  # raises, and says which there are
    if not writer.records(own, kv.ItemComparison):
        _tell(compared, rounds, key, follow_up_on, lang)


def _tell(
    compared: Sequence[kv.SurveyComparison],
    rounds: Sequence[tuple[kv.SurveyCounts, kv.SurveyInstrument]],
    key: Sequence[str] | None,
    follow_up_on: dt.date | None,
    lang: Lang,
) -> None:
    out = _output.console()
    of_round = {counts.round: instrument for counts, instrument in rounds}
    latest = _latest(compared, [counts.round for counts, _ in rounds])
    for one in compared:
        instrument = of_round[one.round]
        areas = {area.id: _text.say(area.title, lang) for area in instrument.areas}
        items = {item.id: _wording(item, lang) for item in instrument.items}
        against = _WORDS["against"][lang].format(_text.round_name(one.reference_round, lang))
        _output.heading(out, _WORDS["others"][lang] if one.reference is kv.Reference.others else against)
        for group in dict.fromkeys(area.key for area in one.areas):
            if key is not None and group != tuple(key):
                continue
            out.print()
            out.print(Text(", ".join(group) or _WORDS["all"][lang], style="bold"))
            for area in one.areas:
                if area.key != group:
                    continue
                _output.line(out, f"{areas[area.area]}: {_text.say(area.words, lang)}", 2)
                for item in one.items:
                    if (
                        item.key == group
                        and item.area == area.area
                        and item.outcome in (kv.Outcome.above, kv.Outcome.below)
                    ):
                        _output.line(out, f"{items[item.item].rstrip('.')}: {_text.say(item.words, lang)}", 4)
            if follow_up_on is not None and one is latest:
                proposed = one.follow_ups(instrument, group, date=follow_up_on)
                if proposed:
                    _output.line(out, _WORDS["follow-ups"][lang], 2, "bold")
                for follow_up in proposed:
                    _output.line(out, f"{follow_up.text} {follow_up.next_step}", 4)
    out.print()
    _output.line(out, _text.say(compared[-1].method, lang), 0, "dim")


def _latest(compared: Sequence[kv.SurveyComparison], rounds: Sequence[str]) -> kv.SurveyComparison | None:
    """The last round against the one before: what a plan takes up."""
    return next((one for one in compared if [one.reference_round, one.round] == list(rounds[-2:])), None)


def _wording(item: kv.SurveyItem, lang: Lang) -> str:
    return next((wording.text for wording in item.wordings if wording.language == lang), item.id)
