"""Rounds of a survey, as the commands that look at several take them."""

from __future__ import annotations

from collections.abc import Sequence

import typer

import kvalitet as kv
from kvalitet._text import Lang
from kvalitet.cli import _survey_files
from kvalitet.cli._house import argument, option

COUNTS = argument("Filerna med svaren i antal, en för varje omgång i ordning.", "SVAR...")
INSTRUMENTS = option(
    "--instrument", "-i", help="Filen med enkäten. Ange flera gånger: en för varje omgång.", metavar="FIL"
)
KEY = option(
    "--key",
    help="Bara gruppen med detta värde i den första kolumn som svaren är uppdelade på, sedan i nästa.",
    metavar="VÄRDE",
)


def load(
    counts: Sequence[str], instruments: Sequence[str], lang: Lang
) -> list[tuple[kv.SurveyCounts, kv.SurveyInstrument]]:
    """Each round with its instrument."""
    if len(instruments) not in (1, len(counts)):
        raise typer.BadParameter("Ange en --instrument för alla omgångar, eller en för varje.")
    asked = [_survey_files.instrument_of(path, lang) for path in instruments]
    rounds = [_survey_files.counts_of(path, lang) for path in counts]
    return list(zip(rounds, asked * (len(counts) if len(asked) == 1 else 1), strict=True))
