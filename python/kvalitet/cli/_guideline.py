"""kvalitet guideline show, trace, diff, validate"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

import kvalitet as kv
from kvalitet._text import Lang, day, in_summary, quote, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._formats import FORMAT, FORMAT_OF_FINDINGS, LABELS, Format, checked_file, writer
from kvalitet.cli._house import JSON, LANG, POLICY, argument, command, group

_WORDS = {
    "decided": {"sv": "Beslutad av {by}", "en": "Decided by {by}"},
    "valid": {"sv": "Giltig från och med {}", "en": "Valid from {}"},
    "principles": {"sv": "Styrande principer", "en": "Governing principles"},
    "why": {"sv": "Varför", "en": "Why"},
    "leads_to": {"sv": "Ska leda till", "en": "Is to lead to"},
    "dialogues": {"sv": "Dialoger", "en": "Dialogues"},
    "meetings": {"sv": "Möten", "en": "Meetings"},
    "documents": {"sv": "Dokument", "en": "Documents"},
    "rules": {"sv": "Regler", "en": "Rules"},
    "open": {"sv": "Öppna frågor till den som beslutar", "en": "Open questions to the decision-maker"},
    "sentence": {"sv": "Mening", "en": "Sentence"},
    "section": {"sv": "Avsnitt", "en": "Section"},
    "by": {"sv": "Bärs eller återges av", "en": "Carried or accounted for by"},
    "hole": {"sv": "INGET", "en": "NOTHING"},
    "accounted": {
        "sv": "{} av {} meningar återges. Av {} som förpliktar någon bärs {} av en uppgift eller en regel.",
        "en": "{} of {} sentences are accounted for. Of {} that oblige somebody a duty or a rule carries {}.",
    },
    "same": {"sv": "Ingen skillnad.", "en": "No difference."},
}

OF_GUIDELINE = argument("Riktlinjen: ett namn som följer med, eller en fil. Förval: den som följer med.", "NAMN|FIL")


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    commands = group("Visa, jämför och granska riktlinjer.")
    command(commands, "show", "Visa vad riktlinjen säger: principer, dialoger, dokument och regler med citat.")(show)
    command(
        commands,
        "trace",
        "Visa för varje mening i riktlinjen vad den innebär och vad som bär den. Slutkod 1 om något saknas.",
    )(trace)
    command(commands, "diff", "Säg i klartext vad som skiljer två riktlinjer.")(diff)
    command(commands, "validate", "Granska en fil med en riktlinje, och med --policy de lokala inställningarna.")(
        validate
    )
    app.add_typer(commands, name="guideline", rich_help_panel="Kommandon")


def show(
    guideline: Annotated[str | None, OF_GUIDELINE] = None,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Shows a guideline."""
    shown = _systems.guideline(guideline, lang)
    if json:
        _output.put(shown.to_json())
    else:
        _show(_output.console(), shown, lang)


def trace(
    guideline: Annotated[str | None, OF_GUIDELINE] = None,
    format: Annotated[Format | None, FORMAT] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Shows what accounts for each sentence, and what carries those that oblige."""
    traced = _systems.guideline(guideline, lang)
    rows = traced.trace()
    held = sum(row.bearing != kv.Bearing.unaccounted for row in rows)
    obliging = [row for row in rows if row.bearing == kv.Bearing.obliges]
    carried = sum(bool(row.carried_by) for row in obliging)
    if not writer(format, json, labels, lang).records(rows, kv.TraceRow):
        out = _output.console()
        _output.table(
            out,
            [_WORDS[key][lang] for key in ("section", "sentence", "by")],
            ((_section(row.section, row.heading), _sentence(row, lang), _held_by(row, traced, lang)) for row in rows),
        )
        out.print()
        out.print(_WORDS["accounted"][lang].format(held, len(rows), len(obliging), carried))
    raise typer.Exit(int(held < len(rows) or (carried < len(obliging) and not traced.excerpt)))


def diff(
    before: Annotated[str, argument("Den tidigare: ett namn som följer med, eller en fil.", "FÖRE")],
    after: Annotated[str, argument("Den senare: ett namn som följer med, eller en fil.", "EFTER")],
    format: Annotated[Format | None, FORMAT] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Says what differs."""
    changes = kv.diff(_systems.guideline(before, lang), _systems.guideline(after, lang))
    if writer(format, json, labels, lang).records(changes, kv.Change):
        return
    out = _output.console()
    for change in changes:
        _output.line(out, f"• {say(change.message, lang)}")
    if not changes:
        out.print(_WORDS["same"][lang])


def validate(
    file: Annotated[str, argument("Filen med riktlinjen (JSON).", "FIL")],
    policy: Annotated[str | None, POLICY] = None,
    format: Annotated[Format | None, FORMAT_OF_FINDINGS] = None,
    labels: Annotated[bool, LABELS] = False,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Checks a guideline as data."""
    how = writer(format, json, labels, lang)
    guideline = kv.Guideline.load(file)
    checked = [checked_file(file, [*_reading(guideline.origin), *guideline.validate()])]
    if policy is not None:
        local = kv.LocalPolicy.load(policy)
        checked.append(checked_file(policy, [*_reading(local.origin), *local.validate(guideline)]))
    found = [finding for one in checked for finding in one.findings]
    if not how.checked(checked) and not how.records(found, kv.Finding):
        _output.findings(_output.console(), found, lang)
    raise typer.Exit(_output.exit_code(found))


def _reading(origin: kv.Reading | None) -> tuple[kv.Finding, ...]:
    return () if origin is None else origin.findings


def _section(section: str, heading: str) -> str:
    return section if section == heading else f"{section} {heading}"


def _sentence(row: kv.TraceRow, lang: Lang) -> str:
    return in_summary(row.sentence, lang) if row.paraphrase else row.sentence


def _held_by(row: kv.TraceRow, guideline: kv.Guideline, lang: Lang) -> str:
    """What carries it or else accounts for it; of what obliges nobody, or too few, what it does instead."""
    carriers = [pointer for pointer in row.accounted_by if pointer.startswith(("/duties/", "/rules/"))]
    shown = carriers or row.accounted_by
    lines = [f"• {say(kv.place_in_words(guideline, pointer), lang)}" for pointer in shown]
    if row.bearing == kv.Bearing.unaccounted or (row.bearing == kv.Bearing.obliges and not carriers):
        lines.insert(0, _WORDS["hole"][lang])
    elif row.bearing != kv.Bearing.obliges:
        lines.insert(0, say(row.bearing.label, lang))
    return "\n".join(lines)


def _show(out: Console, guideline: kv.Guideline, lang: Lang) -> None:
    out.print(Text(say(guideline.title, lang), style="bold"))
    decided = _WORDS["decided"][lang].format(by=guideline.decided.by)
    if guideline.decided.date is not None:
        decided += f", {day(guideline.decided.date, lang)}"
    if guideline.decided.reference:
        decided += f", {guideline.decided.reference}"
    out.print(decided)
    out.print(_WORDS["valid"][lang].format(day(guideline.valid_from, lang)))

    _heading(out, "principles", guideline.principles, lang)
    for principle in guideline.principles:
        _output.line(out, say(principle.title, lang), 2, "bold")
        for key, statements in (("why", principle.why), ("leads_to", principle.leads_to)):
            if statements:
                _output.line(out, _WORDS[key][lang], 4, "dim")
            for statement in statements:
                _output.line(out, f"• {say(statement.words, lang)}", 4)

    for key, dialogues in (("dialogues", guideline.dialogues), ("meetings", guideline.meetings)):
        _heading(out, key, dialogues, lang)
        for dialogue in dialogues:
            _output.line(out, say(dialogue.title, lang), 2, "bold")
            for topic in dialogue.topics:
                _output.line(out, f"• {say(topic.words, lang)}", 4)
            _quote(out, dialogue.citation, lang)

    _heading(out, "documents", guideline.documents, lang)
    for document in guideline.documents:
        _output.line(out, say(document.title, lang), 2, "bold")
        for part in document.parts:
            _output.line(out, f"• {say(part.words, lang)}", 4)
        _quote(out, document.citation, lang)

    _heading(out, "rules", guideline.rules, lang)
    for rule in guideline.rules:
        modal = f" ({say(rule.basis.modal.label, lang)})" if rule.basis.modal is not None else ""
        _output.line(out, f"{say(rule.title, lang)}{modal}", 2, "bold")
        _quote(out, rule.citation, lang)

    _heading(out, "open", guideline.open_questions, lang)
    for question in guideline.open_questions:
        _output.line(out, f"• {say(question.question, lang)}", 2)


def _heading(out: Console, key: str, items: Iterable[object], lang: Lang) -> None:
    if items:
        _output.heading(out, _WORDS[key][lang])


def _quote(out: Console, citation: kv.Citation | None, lang: Lang) -> None:
    if citation is not None:
        _output.line(out, f"{_section(citation.section, citation.heading)}: {quote(citation, lang)}", 4, "italic")
