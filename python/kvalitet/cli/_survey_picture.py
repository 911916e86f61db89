"""kvalitet survey picture: what was answered, drawn."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet._text import Lang
from kvalitet.cli import _output, _picture, _survey_rounds
from kvalitet.cli._house import LANG, command, option


class Neutral(StrEnum):
    """Where the middle of a scale stands."""

    halved = "split"
    left = "left"
    apart = "apart"


class Measure(StrEnum):
    """What a progression is of."""

    points = "points"
    share = "share"


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "picture",
        "Rita hur svaren fördelar sig, eller utvecklingen från omgång till omgång: enhetens egna siffror.",
        "kvalitet survey picture oktober.json --instrument tld.json --area safety --out trygghet.png",
    )(picture)


def picture(
    counts: Annotated[list[str], _survey_rounds.COUNTS],
    instrument: Annotated[list[str], _survey_rounds.INSTRUMENTS],
    progression: Annotated[
        bool, option("--progression", help="Rita utvecklingen från omgång till omgång i stället för svaren.")
    ] = False,
    area: Annotated[
        str | None, option("--area", help="Bara detta område, med sitt kortnamn.", metavar="OMRÅDE")
    ] = None,
    item: Annotated[
        list[str] | None,
        option("--item", help="Bara denna fråga, med sitt kortnamn. Ange flera gånger för flera.", metavar="FRÅGA"),
    ] = None,
    key: Annotated[list[str] | None, _survey_rounds.KEY] = None,
    by: Annotated[
        list[str] | None,
        option("--by", help="Slå ihop svaren till denna uppdelning. Ange flera gånger för flera.", metavar="KOLUMN"),
    ] = None,
    neutral: Annotated[
        Neutral,
        option(
            "--neutral",
            help="Skalans mellanläge: split (delat på mittlinjen, förval), left (bland de ogynnsamma) eller apart (för "
            "sig).",
            metavar="SÄTT",
        ),
    ] = Neutral.halved,
    measure: Annotated[
        Measure,
        option(
            "--measure", help="Med --progression: points (poäng, förval) eller share (andel positiva).", metavar="MÅTT"
        ),
    ] = Measure.points,
    out: Annotated[
        str | None,
        option(
            "--out",
            "-o",
            help="Filen att skriva till, i stället för till skärmen: en bild i PNG om namnet slutar på .png, en webbsida "
            "med bild och tabell om det slutar på .html, annars en bild i SVG.",
            metavar="FIL",
        ),
    ] = None,
    table: Annotated[bool, option("--table", help="Skriv siffrorna som en tabell, i stället för att rita.")] = False,
    width: Annotated[int | None, _picture.WIDTH] = None,
    narrow: Annotated[bool, option("--narrow", help="Rita för en telefon, hälften så brett.")] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Draws the figure."""
    loaded = _survey_rounds.load(counts, instrument, lang)
    rounds = [one if by is None else one.divided_by(by) for one, _ in loaded]
    of = [asked for _, asked in loaded]
    wide = 320 if narrow else 640
    if progression:
        areas = None if area is None else [area]
        plot = kv.progression_plot(
            rounds, of, areas=areas, items=item, key=key, measure=measure.value, lang=lang, width=wide
        )
    else:
        plot = kv.answers_plot(rounds, of, area=area, items=item, key=key, neutral=neutral.value, lang=lang, width=wide)
    if table:
        _output.console().print(str(plot.table), soft_wrap=True)
        return
    as_page = out is not None and out.casefold().endswith((".html", ".htm"))
    try:
        drawn = plot.to_html(page=True) if as_page else plot.to_svg()
    except ModuleNotFoundError as error:
        _output.complain(str(error))
    _picture.put(drawn, out, width, lang)
