"""How commands are made: help in Swedish, exit codes, options that several share."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

import kvalitet as kv
from kvalitet._text import Lang, say
from kvalitet.cli._output import complain

EXIT_CODES = (
    "Slutkod: 0 när inget är värre än råd, 1 när det finns fel eller varningar, 2 när kommandot används fel eller "
    "något inte går att läsa."
)

# The words of the command-line package that it lets nobody choose otherwise.
rich_utils.REQUIRED_LONG_STRING = "[måste anges]"
rich_utils.ERRORS_PANEL_TITLE = "Fel"
rich_utils.RICH_HELP = "Skriv [blue]{command_path} {help_option}[/] för hjälp."

Command = Callable[..., None]


class Kind(StrEnum):
    """The types of document."""

    plan = "plan"
    report = "report"
    operational_plan = "operational-plan"
    operational_report = "operational-report"
    assessment = "assessment"
    session = "session"
    matters = "matters"
    measures = "measures"
    deviations = "deviations"
    municipality = "municipality"


KINDS = (
    "plan (åtagandeplan), report (läsårsrapport), operational-plan (verksamhetsplan), operational-report "
    "(verksamhetsrapport), assessment (barnkonsekvensanalys), session (dialogtillfälle), matters (ärenden), "
    "measures (insatser), deviations (avvikelser från uppgifter) eller municipality (enheter och rektorer)."
)


class _InSwedish:
    """Puts in Swedish what the command-line package says by itself."""

    def get_usage(self, ctx: Any) -> str:
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        return usage.replace("Usage:", "Användning:", 1)

    def get_help_option(self, ctx: Any) -> Any:
        found = super().get_help_option(ctx)  # type: ignore[misc]
        if found is not None:
            found.help = "Visa den här hjälpen."
            found.rich_help_panel = "Val"
            found.metavar = ""
        return found


class _Command(_InSwedish, TyperCommand):
    pass


_COMPLETION = {
    "install_completion": "Låt skalet fylla i kommandon och val med tabbtangenten.",
    "show_completion": "Visa det som i så fall läggs till i skalets inställningar.",
}


class _Group(_InSwedish, TyperGroup):
    def get_params(self, ctx: Any) -> list[Any]:
        found = super().get_params(ctx)
        for parameter in found:
            if parameter.name in _COMPLETION:
                parameter.help = _COMPLETION[parameter.name]  # type: ignore[attr-defined]
                parameter.rich_help_panel = "Val"  # type: ignore[attr-defined]
                parameter.metavar = ""
        return found


def group(help: str, completion: bool = False) -> typer.Typer:
    """A group of commands."""
    return typer.Typer(
        cls=_Group,
        help=help,
        no_args_is_help=True,
        add_completion=completion,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        options_metavar="[VAL]",
        subcommand_metavar="KOMMANDO ...",
    )


def command(to: typer.Typer, name: str, help: str, example: str = "") -> Callable[[Command], Command]:
    """Adds a command whose errors are told in plain words and end with code 2."""
    shown = f"Till exempel: [cyan]{example}[/]\n\n" if example else ""

    def register(function: Command) -> Command:
        @functools.wraps(function)
        def run(*args: Any, **kwargs: Any) -> None:
            try:
                function(*args, **kwargs)
            except kv.Error as error:
                lang = kwargs.get("lang", Lang.sv)
                complain(f"{say(error.message, lang)} {say(error.hint, lang)}")

        to.command(
            name,
            cls=_Command,
            help=f"{help}\n\n{shown}{EXIT_CODES}",
            short_help=help,
            options_metavar="[VAL]",
            rich_help_panel="Kommandon",
        )(run)
        return function

    return register


def option(*names: str, help: str, metavar: str = "", **more: Any) -> Any:
    """An option, described in Swedish; one without `metavar` takes no value."""
    return typer.Option(*names, help=help, metavar=metavar, rich_help_panel="Val", show_default=False, **more)


def argument(help: str, metavar: str, **more: Any) -> Any:
    """An argument, described in Swedish."""
    return typer.Argument(help=help, metavar=metavar, rich_help_panel="Uppgifter", show_default=False, **more)


def refuse_together(name: str, value: object, others: dict[str, object]) -> None:
    """When an option is given: which others do not go with it."""
    for other, given in others.items():
        if value is not None and given:
            raise typer.BadParameter(f"Välj antingen {name} eller {other}.")


def parse_day(text: str) -> dt.date:
    """`2026-09-01`."""
    try:
        day = dt.datetime.strptime(text, "%Y-%m-%d").date()
        kv.SchoolYear.of(day)  # also refuses days before the calendar's first year
        return day
    except ValueError:
        raise typer.BadParameter(f"”{text}” är inget datum. Skriv ÅÅÅÅ-MM-DD, till exempel 2026-09-01.") from None


def parse_school_year(text: str) -> kv.SchoolYear:
    """`2026/27`."""
    try:
        return kv.SchoolYear.parse(text)
    except ValueError:
        raise typer.BadParameter(f"”{text}” är inget läsår. Skriv till exempel 2026/27.") from None


def parse_calendar_year(text: str) -> kv.CalendarYear:
    """`2027`."""
    try:
        return kv.CalendarYear(int(text))
    except (ValueError, TypeError):  # no number, or one that fits no calendar
        raise typer.BadParameter(f"”{text}” är inget år. Skriv till exempel 2027.") from None


AS_OF = option("--as-of", help="Den dag som granskningen gäller. Förval: i dag.", metavar="DATUM", parser=parse_day)
GUIDELINE = option("--guideline", help="Riktlinjen: ett namn som följer med, eller en fil.", metavar="NAMN|FIL")
POLICY = option("--policy", help="Filen med de lokala inställningarna.", metavar="FIL")
KIND = option("--kind", help=f"Sorts dokument, när det inte syns på innehållet: {KINDS}", metavar="SORT")
OUT = option("--out", "-o", help="Filen att skriva till, i stället för till skärmen.", metavar="FIL")
JSON = option("--json", help="Skriv JSON, för andra program.")
LANG = option("--lang", help="Språk: sv för svenska (förval), en för engelska.", metavar="SPRÅK")
