"""kvalitet survey: answers to surveys, and the way there."""

from __future__ import annotations

import typer

from kvalitet.cli import _survey_compare, _survey_counts, _survey_picture, _survey_qr, _survey_read
from kvalitet.cli._house import group


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    commands = group("Enkäter: inbjudningar med länk och QR-kod, svar ur filer, vad som ändrats, och svaren i bild.")
    _survey_qr.add_to(commands)
    _survey_read.add_to(commands)
    _survey_counts.add_to(commands)
    _survey_compare.add_to(commands)
    _survey_picture.add_to(commands)
    app.add_typer(commands, name="survey", rich_help_panel="Kommandon")
