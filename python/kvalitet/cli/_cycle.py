"""kvalitet cycle"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console

import kvalitet as kv
from kvalitet import _text
from kvalitet._text import Lang
from kvalitet.cli import _ics, _output, _picture, _systems
from kvalitet.cli._formats import FORMAT, LABELS, Format, writer
from kvalitet.cli._house import (
    GUIDELINE,
    JSON,
    LANG,
    POLICY,
    command,
    option,
    parse_calendar_year,
    parse_day,
    parse_school_year,
    refuse_together,
)

_NOTHING = {"sv": "Inget då.", "en": "Nothing then."}
_WHO = {"sv": "Vilka", "en": "Who"}
_DRAWN = {"sv": "Årshjulet i {}", "en": "The annual cycle in {}"}
_AHEAD = dt.timedelta(days=2 * 366)  # what comes next comes within two years


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "cycle", "Visa årshjulet: vad som händer under året, när och för vilka.")(cycle)


def _parse_kind(text: str) -> kv.EventKind:
    for kind in kv.EventKind:
        if text in (kind.value, kind.label.sv, kind.label.en):
            return kind
    known = ", ".join(kind.label.sv for kind in kv.EventKind)
    raise typer.BadParameter(f"”{text}” är inget slags händelse. Välj något av: {known}.")


def cycle(
    year: Annotated[
        kv.SchoolYear | None,
        option(
            "--year", help="Läsåret, som 2026/27. Förval: det som pågår.", metavar="LÄSÅR", parser=parse_school_year
        ),
    ] = None,
    calendar_year: Annotated[
        kv.CalendarYear | None,
        option(
            "--calendar-year",
            help="Kalenderåret, som 2027, i stället för ett läsår.",
            metavar="ÅR",
            parser=parse_calendar_year,
        ),
    ] = None,
    actor: Annotated[
        str | None,
        option(
            "--actor",
            help="Bara det som denna aktör har i sin kalender: deltar i, har en uppgift om eller annars berörs av.",
            metavar="AKTÖR",
        ),
    ] = None,
    level: Annotated[str | None, option("--level", help="Bara det som rör denna nivå.", metavar="NIVÅ")] = None,
    kind: Annotated[
        kv.EventKind | None,
        option(
            "--kind",
            help="Bara detta slag: dialog, mätning, möte, dokument eller uppföljning.",
            metavar="SLAG",
            parser=_parse_kind,
        ),
    ] = None,
    on: Annotated[
        dt.date | None, option("--on", help="Bara det som pågår denna dag.", metavar="DATUM", parser=parse_day)
    ] = None,
    next: Annotated[
        int | None,
        option("--next", help="De närmaste händelserna, så många, från i dag eller från --on.", metavar="ANTAL", min=1),
    ] = None,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    ics: Annotated[str | None, _ics.ICS] = None,
    state: Annotated[str | None, _ics.STATE] = None,
    svg: Annotated[
        str | None,
        option(
            "--svg",
            help="Rita årshjulet som en bild (SVG) till filen, eller till skärmen om den heter -. "
            "Dagen i --on blir markerad.",
            metavar="FIL",
        ),
    ] = None,
    png: Annotated[
        str | None,
        option("--png", help="Detsamma som en bild i PNG, för dokument som inte tar SVG.", metavar="FIL"),
    ] = None,
    format: Annotated[Format | None, FORMAT] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Shows the annual cycle."""
    pictures = {"--svg": svg, "--png": png}
    _ics.refuse_with(ics, state, {"--json": json, "--format": format, "--on": on, "--next": next, **pictures})
    refuse_together("--svg", svg, {"--json": json, "--format": format, "--next": next, "--png": png})
    refuse_together("--png", png, {"--json": json, "--format": format, "--next": next})
    how = writer(format, json, labels, lang)
    if year is not None and calendar_year is not None:
        raise typer.BadParameter("Välj antingen --year eller --calendar-year.")
    system = _systems.system(guideline, policy, lang)
    day = on or dt.date.today()
    days = (
        year or calendar_year or (kv.Period(start=day, end=day + _AHEAD) if next is not None else kv.SchoolYear.of(day))
    )
    only = {
        "kind": kind,
        "audience": _one_of(system.guideline.actors, actor),
        "level": _one_of(system.guideline.levels, level),
    }
    if ics is not None:
        _ics.write(system.annual_cycle(days), ics, state, lang, **only)
        return
    shown = system.annual_cycle(days).filter(**only)
    if svg is not None or png is not None:
        picture = shown.to_svg(kinds=None if kind is None else [kind], mark=on, lang=lang)
        target = svg or png or "-"
        _output.put_to(target, picture if png is None else _picture.png(picture, None), _DRAWN[lang].format(target))
        return
    events = shown.next(day, next) if next is not None else shown.on(day) if on is not None else shown.events
    part = next is not None or on is not None
    if how.format is Format.json and not part:
        _output.put(shown.to_json())
    elif not how.records(events, kv.Event):
        out = _output.console()
        if not part:
            out.print(_text.cycle_title(shown, lang), style="bold")
            out.print()
        _show(out, system.guideline, events, lang)


def _one_of(known: Sequence[kv.Actor | kv.Concept], name: str | None) -> str | None:
    """The id of what has this id or title."""
    if name is None:
        return None
    for one in known:
        if name.casefold() in (one.id, one.title.sv.casefold(), one.title.en.casefold()):
            return one.id
    raise typer.BadParameter(f"”{name}” finns inte i riktlinjen. Den har: {', '.join(one.title.sv for one in known)}.")


def _show(out: Console, guideline: kv.Guideline, events: Sequence[kv.Event], lang: Lang) -> None:
    if not events:
        out.print(_NOTHING[lang])
        return
    names = {actor.id: _text.say(actor.title, lang) for actor in guideline.actors}
    who = [", ".join(names.get(actor, actor) for actor in event.audience) for event in events]
    when, kind, what, rests = _text.header(lang)
    rows = zip(_text.rows(events, lang), who, strict=True)
    _output.table(out, (when, kind, what, _WHO[lang], rests), ((*row[:3], people, row[3]) for row, people in rows))
