"""kvalitet status: what is in place in a workspace and what is not, by which sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet import _status, _text
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._formats import FORMAT, LABELS, Format, Writer, writer
from kvalitet.cli._house import JSON, LANG, argument, command, option, parse_day, parse_school_year

_WORDS = {
    "head": {"sv": "{name}: läget {day}, läsåret {year}", "en": "{name}: status on {day}, school year {year}"},
    "counted": {"sv": "I allt: {}.", "en": "In all: {}."},
    "hidden": {
        "sv": "Det som är klart, inte krävs eller som inget säger något om visas med --all.",
        "en": "What is done, not required, or that nothing tells of is shown with --all.",
    },
    "files": {
        "sv": "{} iakttagelser när filerna lästes. ”kvalitet status --files” visar dem.",
        "en": "{} findings when the files were read. “kvalitet status --files” shows them.",
    },
    "no files": {"sv": "Inga iakttagelser om filerna.", "en": "No findings about the files."},
    "nothing": {"sv": "Inget att visa.", "en": "Nothing to show."},
    "nobody called": {
        "sv": "Ingen rektor heter ”{}”. Rektorerna är: {}.",
        "en": "No principal is called “{}”. The principals are: {}.",
    },
    "no pages": {
        "sv": 'Webbsidor behöver ett tillägg. Installera det med: pip install "kvalitet[pages]"',
        "en": 'Pages need an extra. Install it with: pip install "kvalitet[pages]"',
    },
    "units": {"sv": "{} enheter", "en": "{} units"},
    "no actor": {
        "sv": "Ingen aktör i riktlinjen har kortnamnet ”{}”. De som finns är: {}.",
        "en": "No actor of the guideline has the id “{}”. There are: {}.",
    },
    "form": {"sv": "Skolform", "en": "School form"},
    "written": {"sv": "Skrev {}.", "en": "Wrote {}."},
    "others": {"sv": "{} och {} till", "en": "{} and {} more"},
}
_MANY = 6  # people in one line; of more, the first are named and the rest counted
_STYLES = {"late": "bold red", "due": "bold cyan", "deviation": "bold yellow", "done": "bold green"}


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "status", "Visa vad som är klart, kommande och försenat i kommunens mapp, och enligt vilken mening.")(
        status
    )


def status(
    folder: Annotated[str, argument("Kommunens mapp, med municipality.json. Förval: den här.", "MAPP")] = ".",
    as_of: Annotated[
        dt.date | None,
        option("--as-of", help="Den dag som läget gäller. Förval: i dag.", metavar="DATUM", parser=parse_day),
    ] = None,
    year: Annotated[
        kv.SchoolYear | None,
        option("--year", help="Läsåret, som 2026/27. Förval: dagens.", metavar="LÄSÅR", parser=parse_school_year),
    ] = None,
    actor: Annotated[str | None, option("--actor", help="Bara denna aktör.", metavar="AKTÖR")] = None,
    principal: Annotated[str | None, option("--principal", help="Bara denna rektor.", metavar="NAMN")] = None,
    all: Annotated[bool, option("--all", help="Visa alla rader, även det som är klart eller okänt.")] = False,
    totals: Annotated[
        bool, option("--totals", help="Visa hur många enheter i varje skolform som är i vilket läge.")
    ] = False,
    files: Annotated[bool, option("--files", help="Visa iakttagelserna om filerna.")] = False,
    html: Annotated[
        str | None, option("--html", help="Skriv en webbsida till filen, eller till skärmen med -.", metavar="FIL")
    ] = None,
    format: Annotated[Format | None, FORMAT] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Shows the status."""
    day = as_of or dt.date.today()
    workspace = kv.Workspace.open(folder)
    how = writer(format, json, labels, lang)
    if files:
        _show_files(workspace.check(as_of=day), how, lang)
        return
    _systems.refuse_without_ground(workspace, lang)
    actors = [one.id for one in workspace.system.guideline.actors]
    if actor is not None and actor not in actors:
        _output.complain(_WORDS["no actor"][lang].format(actor, ", ".join(actors)))
    of_year = year or kv.SchoolYear.of(day)
    rows = workspace.status(as_of=day, year=of_year, actor=actor, principal=principal)
    if principal is not None and not rows:
        _known_principal(workspace, principal, lang)
    if html is not None:
        try:
            from kvalitet import _status_page
        except ModuleNotFoundError as error:
            if error.name != "jinja2":
                raise
            _output.complain(_WORDS["no pages"][lang])
        page = _status_page.page(workspace, rows, as_of=day, year=of_year, lang=lang)
        _output.put_to(html, page, _WORDS["written"][lang].format(html))
        return
    if totals:
        sums = kv.status_totals(rows, workspace.municipality)
        if not how.records(sums, kv.StatusTotal):
            _show_totals(sums, rows, lang)
        return
    if how.records(rows, kv.StatusRow):
        if workspace.findings:
            _output.console(stderr=True).print(_WORDS["files"][lang].format(len(workspace.findings)))
        return
    out = _output.console()
    _output.heading(
        out, _WORDS["head"][lang].format(name=workspace.municipality.name, day=_text.day(day, lang), year=of_year)
    )
    reader = _status.Reader(workspace.system, workspace.municipality, lang)
    _show(reader.groups(rows, _status.ORDER if all else _status.OPEN), whole=all or principal is not None, lang=lang)
    out.print()
    out.print(_WORDS["counted"][lang].format(reader.counted(rows)))
    if not all:
        out.print(_WORDS["hidden"][lang])
    if workspace.findings:
        out.print(_WORDS["files"][lang].format(len(workspace.findings)))


def _show(groups: Sequence[_status.Group], whole: bool, lang: Lang) -> None:
    out = _output.console()
    if not groups:
        out.print(_WORDS["nothing"][lang])
    state = None
    for group in groups:
        if group.state != state:
            state = group.state
            out.print()
            label = say(state.label, lang).upper()
            _output.line(out, f"{_status.MARKS[str(state)]} {label}", style=_STYLES.get(str(state), "bold"))
        details = ", ".join(part for part in (group.when, group.due_words) if part)
        _output.line(out, f"{group.what} ({details})" if details else group.what, 2, "bold")
        if state == kv.DutyState.late and group.quote:
            _output.line(out, group.quote, 4, "italic")
        apart = [line for line in group.lines if line.why]
        for line in apart:
            _output.line(out, f"• {_named(line, whole, lang)}", 4)
            for file, note in line.why:
                _output.line(out, f"{file}: {note}" if file else note, 6)
        rest = [_named(line, whole, lang) for line in group.lines if not line.why]
        shown = rest if whole or state == kv.DutyState.late else rest[:_MANY]
        if rest:
            names = "; ".join(shown)
            left = len(rest) - len(shown)
            _output.line(out, "• " + (_WORDS["others"][lang].format(names, left) if left else names), 4)


def _named(line: _status.Line, whole: bool, lang: Lang) -> str:
    if not line.units:
        return line.who
    units = (
        ", ".join(line.units) if whole or len(line.units) <= _MANY else _WORDS["units"][lang].format(len(line.units))
    )
    return f"{line.who}: {units}"


def _show_totals(sums: Sequence[kv.StatusTotal], rows: Sequence[kv.StatusRow], lang: Lang) -> None:
    out = _output.console()
    what = {(row.duty, row.event): f"{say(row.what, lang)} ({say(row.when, lang)})" for row in rows}
    for about, same in groupby(sums, key=lambda total: (total.duty, total.event)):
        own = list(same)
        states = [state for state in _status.ORDER if any(_count(total, state) for total in own)]
        out.print()
        _output.line(out, what[about], style="bold")
        _output.table(
            out,
            [_WORDS["form"][lang], *(say(state.label, lang) for state in states)],
            (
                (say(total.school_form.label, lang), *(str(_count(total, state) or "") for state in states))
                for total in own
            ),
        )
    if not sums:
        out.print(_WORDS["nothing"][lang])


def _count(total: kv.StatusTotal, state: kv.DutyState) -> int:
    count: int = getattr(total, str(state))
    return count


def _show_files(found: Sequence[kv.FileFinding], how: Writer, lang: Lang) -> None:
    if how.records(found, kv.FileFinding):
        return
    out = _output.console()
    last = None
    for one in found:
        if one.file != last:
            _output.heading(out, one.file or ".")
        last = one.file
        _output.finding(out, one.finding, lang)
    if not found:
        out.print(_WORDS["no files"][lang])
    raise typer.Exit(_output.exit_code([one.finding for one in found]))


def _known_principal(workspace: kv.Workspace, name: str, lang: Lang) -> None:
    """Somebody whom nobody has heard of is a slip of the pen, and not somebody without duties."""
    names = [one.name for one in workspace.municipality.principals]
    known = {*(one.id for one in workspace.municipality.principals), *(known.casefold() for known in names)}
    if name.casefold() not in known:
        _output.complain(_WORDS["nobody called"][lang].format(name, ", ".join(names)))
