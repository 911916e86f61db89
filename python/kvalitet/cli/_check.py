"""kvalitet check"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet._text import Lang, quote, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._formats import FORMAT_OF_FINDINGS, LABELS, Format, Writer, checked_file, writer
from kvalitet.cli._house import AS_OF, GUIDELINE, JSON, KIND, LANG, POLICY, Kind, argument, command, option

_WORDS = {
    "done": {"sv": "Klart", "en": "Done"},
    "next": {"sv": "Nästa steg", "en": "Next"},
    "later": {"sv": "Därefter återstår {}.", "en": "After that, {} remain."},
    "nothing": {"sv": "Inget återstår.", "en": "Nothing remains."},
    "no report": {
        "sv": "Bara en rapport jämförs med en plan. Ta bort --plan.",
        "en": "Only a report is compared with a plan. Leave --plan out.",
    },
    "reading": {"sv": "Granskar", "en": "Checking"},
    "one": {"sv": "Välj antingen --draft eller --privacy.", "en": "Choose either --draft or --privacy."},
    "draft": {
        "sv": "--draft visar ett dokument i taget, som text eller JSON.",
        "en": "--draft shows one document at a time, as text or JSON.",
    },
}

_PRIVACY = (
    "Granska också texterna innan de lämnar enheten: få elever, namn intill betyg, personnummer och liknande. "
    "Det är ett stöd, ingen garanti."
)


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "check",
        "Granska ett dokument mot riktlinjen: plan, rapport, dialogtillfälle, ärenden med mera.",
        example="kvalitet check plan.docx --as-of 2026-10-15",
    )(check)


def check(
    files: Annotated[
        list[str],
        argument(
            "Filerna med dokumenten (Word eller JSON), en eller flera. Vilken sort det är syns på innehållet.", "FIL"
        ),
    ],
    kind: Annotated[Kind | None, KIND] = None,
    plan: Annotated[
        str | None, option("--plan", help="Planen som en rapport följer, att jämföra rapporten med.", metavar="FIL")
    ] = None,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    as_of: Annotated[dt.date | None, AS_OF] = None,
    draft: Annotated[
        bool, option("--draft", help="För ett halvskrivet dokument: vad som är klart och nästa steg.")
    ] = False,
    privacy: Annotated[bool, option("--privacy", help=_PRIVACY)] = False,
    format: Annotated[Format | None, FORMAT_OF_FINDINGS] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Checks a document."""
    if draft and privacy:
        _output.complain(_WORDS["one"][lang])
    how = writer(format, json, labels, lang)
    if draft and (len(files) > 1 or how.format not in (Format.text, Format.json)):
        _output.complain(_WORDS["draft"][lang])
    system = _systems.system(guideline, policy, lang)
    day = as_of or dt.date.today()
    checked = []
    for file in _output.progress(files, _WORDS["reading"][lang]):
        document = kv.load_document(file, kind, system=system)
        followed = _plan_of(document, plan, system, lang)
        found = system.check(document, plan=followed, as_of=day)
        if privacy:
            found += kv.review_free_text(document, system.policy.free_text)
        checked.append(checked_file(file, found))
    if draft:
        view = system.draft(document, plan=followed, as_of=day)
        if how.format is Format.json:
            _output.put(view.to_json())
        else:
            _show_draft(view, lang)
    elif not how.checked(checked, system):
        _show(checked, how)
    raise typer.Exit(_output.exit_code([finding for one in checked for finding in one.findings]))


def _show(checked: Sequence[kv.CheckedFile], how: Writer) -> None:
    """The findings of one file, or of each."""
    several = len(checked) > 1
    if how.format is Format.json:
        _output.put_json(checked if several else checked[0].findings)
        return
    out = _output.console()
    for one in checked:
        if several:
            _output.heading(out, one.file)
        _output.findings(out, one.findings, how.lang)


def _plan_of(
    document: object, file: str | None, system: kv.QualitySystem, lang: Lang
) -> kv.CommitmentPlan | kv.OperationalPlan | None:
    """The plan that a report follows, of the type that such a report has."""
    if file is None:
        return None
    if isinstance(document, kv.SchoolYearReport):
        return kv.CommitmentPlan.load(file, system=system)
    if isinstance(document, kv.OperationalReport):
        return kv.OperationalPlan.load(file, system=system)
    return _output.complain(_WORDS["no report"][lang])


def _show_draft(draft: kv.Draft, lang: Lang) -> None:
    out = _output.console()
    for key, mark, steps in (("done", "✓", draft.done), ("next", "→", draft.next)):
        if not steps:
            continue
        _output.heading(out, _WORDS[key][lang])
        for step in steps:
            _output.line(out, f"{mark} {say(step.what, lang)}", 2)
            if key == "next" and step.citation is not None:
                _output.line(out, quote(step.citation, lang), 4, "italic")
    out.print()
    if not draft.next:
        out.print(_WORDS["nothing"][lang])
    elif draft.later:
        out.print(_WORDS["later"][lang].format(draft.later))
