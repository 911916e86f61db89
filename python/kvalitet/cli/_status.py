"""kvalitet status: what is in place in a workspace and what is not, by which sentence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet import _text
from kvalitet._text import Lang, say
from kvalitet.cli import _output
from kvalitet.cli._formats import FORMAT, LABELS, Format, Writer, writer
from kvalitet.cli._house import JSON, LANG, argument, command, option, parse_day, parse_school_year

_WORDS = {
    "state": {"sv": "Läge", "en": "State"},
    "due": {"sv": "Senast", "en": "By"},
    "who": {"sv": "Vem", "en": "Who"},
    "units": {"sv": "Enheter", "en": "Units"},
    "what": {"sv": "Vad", "en": "What"},
    "nobody": {"sv": "ingen leder", "en": "nobody leads"},
    "head": {"sv": "{name}: läget {day}, läsåret {year}", "en": "{name}: status on {day}, school year {year}"},
    "counted": {"sv": "I allt: {}.", "en": "In all: {}."},
    "hidden": {
        "sv": "{} till visas med --all: det som är klart, inte krävs eller som inget säger något om.",
        "en": "{} more are shown with --all: what is done, not required, or that nothing tells of.",
    },
    "files": {
        "sv": "{} iakttagelser om filerna. ”kvalitet status … --files” visar dem.",
        "en": "{} findings about the files. “kvalitet status … --files” shows them.",
    },
    "no files": {"sv": "Inga iakttagelser om filerna.", "en": "No findings about the files."},
    "nothing": {"sv": "Inget att visa.", "en": "Nothing to show."},
    "nobody called": {
        "sv": "Ingen rektor heter ”{}”. Rektorerna är: {}.",
        "en": "No principal is called “{}”. The principals are: {}.",
    },
    "form": {"sv": "Skolform", "en": "School form"},
    "written": {"sv": "Skrev {}.", "en": "Wrote {}."},
}
# What somebody has to look at comes first.
_ORDER = tuple(getattr(kv.DutyState, name) for name in ("late", "due", "deviation", "unknown", "done", "not_required"))
_OPEN = _ORDER[:3]
_STYLES = {"late": "bold red", "due": "bold cyan", "deviation": "yellow", "done": "green"}


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
    of_year = year or kv.SchoolYear.of(day)
    rows = workspace.status(as_of=day, year=of_year, actor=actor, principal=principal)
    if principal is not None and not rows:
        _known_principal(workspace, principal, lang)
    if html is not None:
        from kvalitet import _status_page

        page = _status_page.page(workspace, rows, as_of=day, year=of_year, lang=lang)
        _output.put_to(html, page, _WORDS["written"][lang].format(html))
        return
    if totals:
        sums = kv.status_totals(rows, workspace.municipality)
        if not how.records(sums, kv.StatusTotal):
            _show_totals(sums, rows, lang)
        return
    if how.records(rows, kv.StatusRow):
        return
    out = _output.console()
    head = _WORDS["head"][lang].format(name=workspace.municipality.name, day=_text.day(day, lang), year=of_year)
    _output.heading(out, head)
    shown = sorted((row for row in rows if all or row.state in _OPEN), key=_importance)
    if shown:
        _show_rows(shown, workspace, lang)
    else:
        out.print(_WORDS["nothing"][lang])
    out.print()
    out.print(_WORDS["counted"][lang].format(counted(rows, lang)))
    if len(shown) < len(rows):
        out.print(_WORDS["hidden"][lang].format(len(rows) - len(shown)))
    if workspace.findings:
        out.print(_WORDS["files"][lang].format(len(workspace.findings)))


def counted(rows: Sequence[kv.StatusRow], lang: Lang) -> str:
    """`3 försenat, 12 kommande`."""
    count = Counter(row.state for row in rows)
    return ", ".join(f"{count[state]} {say(state.label, lang)}" for state in _ORDER if count[state]) or "0"


def _importance(row: kv.StatusRow) -> tuple[int, dt.date]:
    return _ORDER.index(row.state), row.due or dt.date.max


def who(row: kv.StatusRow, system: kv.QualitySystem, lang: Lang) -> str:
    """A principal's name, or what people call the actor."""
    if row.principal:
        return row.principal
    name = next((say(one.title, lang) for one in system.guideline.actors if one.id == row.actor), row.actor)
    return f"{name} ({_WORDS['nobody'][lang]})" if row.units and row.actor == "principal" else name


def _show_rows(rows: Sequence[kv.StatusRow], workspace: kv.Workspace, lang: Lang) -> None:
    units = {unit.id: unit.name for unit in workspace.municipality.units}
    _output.table(
        _output.console(),
        [_WORDS[key][lang] for key in ("state", "due", "who", "units", "what")],
        (
            (
                say(row.state.label, lang),
                _text.day(row.due, lang) if row.due is not None else "",
                who(row, workspace.system, lang),
                ", ".join(units.get(id, id) for id in row.units),
                "\n".join([say(row.what, lang), *_reasons(row, lang)]),
            )
            for row in rows
        ),
    )


def _reasons(row: kv.StatusRow, lang: Lang) -> list[str]:
    """Why it is not done, and by which sentence it should have been."""
    lines = [f"{one.file}: {say(one.note, lang)}" for one in row.evidence if not one.sufficient]
    if row.deviation is not None:
        lines.append(_text.deviation(row.deviation, lang))
    if row.state == kv.DutyState.late and row.citation is not None:
        lines.append(_text.quote(row.citation, lang))
    return lines


def _show_totals(sums: Sequence[kv.StatusTotal], rows: Sequence[kv.StatusRow], lang: Lang) -> None:
    what = {(row.duty, row.event): f"{say(row.what, lang)} ({say(row.when, lang)})" for row in rows}
    states = [state for state in _ORDER if any(getattr(total, str(state)) for total in sums)]
    _output.table(
        _output.console(),
        [_WORDS["what"][lang], _WORDS["form"][lang], *(say(state.label, lang) for state in states)],
        (
            (
                what[total.duty, total.event],
                say(total.school_form.label, lang),
                *(str(getattr(total, str(state)) or "") for state in states),
            )
            for total in sums
        ),
    )


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
