"""kvalitet policy: the local settings, asked for and explained, without JSON."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console

import kvalitet as kv
from kvalitet._settings import Misunderstood, Setting, settings
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._house import GUIDELINE, LANG, argument, command, option, parse_school_year

_WORDS = {
    "intro": {
        "sv": "Tryck Enter för att behålla det som står inom hakparentes. Skriv - för att ta bort det. "
        "Ingenting sparas förrän du har svarat ja i slutet.",
        "en": "Press Enter to keep what stands in brackets. Write - to take it away. Nothing is saved before you have "
        "answered yes at the end.",
    },
    "setting": {"sv": "Inställning", "en": "Setting"},
    "name": {"sv": "Kortnamn", "en": "Key"},
    "value": {"sv": "Gäller", "en": "Value"},
    "open": {"sv": "inte bestämt", "en": "not decided"},
    "default": {
        "sv": "Detta är förval. Ingen i kommunen har beslutat dem.",
        "en": "These are defaults. Nobody in the municipality has decided them.",
    },
    "differs": {"sv": "Ändrade inställningar", "en": "Changed settings"},
    "year": {"sv": "Det här ändras i årshjulet {}", "en": "This changes in the annual cycle {}"},
    "no year": {"sv": "Inget ändras i årshjulet.", "en": "Nothing changes in the annual cycle."},
    "same": {"sv": "Inget är ändrat.", "en": "Nothing is changed."},
    "save": {"sv": "Spara i {}? [ja/nej]", "en": "Save to {}? [yes/no]"},
    "saved": {"sv": "Sparat i {}.", "en": "Saved to {}."},
    "not saved": {"sv": "Inget är sparat.", "en": "Nothing is saved."},
    "unknown": {"sv": "”{}” är ingen inställning. De är: {}.", "en": "“{}” is no setting. They are: {}."},
    "form": {"sv": "Skriv --set namn=värde.", "en": "Write --set key=value."},
}


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "policy", "Visa och ändra det som är lokalt: dagar, månader, gränser. Frågar, förklarar och visar.")(
        policy
    )


def policy(
    file: Annotated[
        str, argument("Filen med de lokala inställningarna. Finns den inte görs den, från förvalen.", "FIL")
    ],
    set: Annotated[
        list[str] | None,
        option("--set", help="Ändra utan frågor: namn=värde. Kan anges flera gånger.", metavar="NAMN=VÄRDE"),
    ] = None,
    show: Annotated[bool, option("--show", help="Visa bara vad som gäller.")] = False,
    year: Annotated[
        kv.SchoolYear | None,
        option(
            "--year", help="Läsåret, som 2026/27. Förval: det som pågår.", metavar="LÄSÅR", parser=parse_school_year
        ),
    ] = None,
    guideline: Annotated[str | None, GUIDELINE] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Shows or changes the local policy."""
    if show and set:
        raise typer.BadParameter("Välj antingen --show eller --set.")
    system = _systems.system(guideline, file if os.path.exists(file) else None, lang)
    of_year = year or kv.SchoolYear.of(dt.date.today())
    known = {setting.key: setting for setting in settings(system.guideline, of_year)}
    out = _output.console()
    if show:
        _show(out, system.policy, list(known.values()), lang)
        return
    changed = _answered(system, set, known, lang) if set else _asked(out, system, list(known.values()), lang)
    if changed == system.policy:
        out.print(_WORDS["same"][lang])
        return
    _show_changes(out, system, changed, list(known.values()), of_year, lang)
    if not set and not _output.agreed(_WORDS["save"][lang].format(file)):
        out.print(_WORDS["not saved"][lang])
        return
    _local(changed, system.guideline).save(file)
    out.print(_WORDS["saved"][lang].format(file), soft_wrap=True)


def _local(policy: kv.LocalPolicy, guideline: kv.Guideline) -> kv.LocalPolicy:
    """What somebody has changed is no default any more."""
    return policy.replace(is_default=False, id=f"{guideline.id}-local") if policy.is_default else policy


def _show(out: Console, policy: kv.LocalPolicy, known: Sequence[Setting], lang: Lang) -> None:
    header = [_WORDS[key][lang] for key in ("setting", "value", "name")]
    rows = [(one.title[lang], one.held(policy) or _WORDS["open"][lang], one.key) for one in known]
    _output.table(out, header, rows)
    if policy.is_default:
        out.print()
        out.print(_WORDS["default"][lang])


def _show_changes(
    out: Console,
    system: kv.QualitySystem,
    changed: kv.LocalPolicy,
    known: Sequence[Setting],
    year: kv.SchoolYear,
    lang: Lang,
) -> None:
    """What becomes otherwise, in the settings and in the year."""
    nothing = _WORDS["open"][lang]
    _output.heading(out, _WORDS["differs"][lang])
    for setting in known:
        before, after = setting.held(system.policy), setting.held(changed)
        if before != after:
            _output.line(out, f"• {setting.title[lang]}: {before or nothing} → {after or nothing}", 2)
    changes = kv.policy_changes(system, changed, year)
    _output.heading(out, _WORDS["year"][lang].format(year))
    for change in changes:
        _output.line(out, f"• {say(change.message, lang)}", 2)
    if not changes:
        _output.line(out, _WORDS["no year"][lang], 2)
    out.print()


def _faults(policy: kv.LocalPolicy, before: kv.LocalPolicy, guideline: kv.Guideline) -> list[kv.Finding]:
    """What is wrong with a policy that was not wrong before."""
    known = {(one.code, one.pointer, one.message) for one in before.validate(guideline)}
    return [one for one in policy.validate(guideline) if (one.code, one.pointer, one.message) not in known]


def _answered(system: kv.QualitySystem, given: Sequence[str], known: dict[str, Setting], lang: Lang) -> kv.LocalPolicy:
    """The policy with what the options say."""
    changed = system.policy
    for one in given:
        key, found, answer = one.partition("=")
        if not found:
            _output.complain(_WORDS["form"][lang])
        if key.strip() not in known:
            _output.complain(_WORDS["unknown"][lang].format(key.strip(), ", ".join(known)))
        try:
            changed = known[key.strip()].answered(changed, answer.strip())
        except Misunderstood as error:
            _output.complain(f"{key.strip()}: {error.words[lang]}")
    faults = _faults(changed, system.policy, system.guideline)
    if faults:
        _output.findings(_output.console(stderr=True), faults, lang)
    if any(fault.severity == kv.Severity.error for fault in faults):
        _output.complain(_WORDS["not saved"][lang])
    return changed


def _asked(out: Console, system: kv.QualitySystem, known: Sequence[Setting], lang: Lang) -> kv.LocalPolicy:
    """The policy with what somebody answers."""
    changed = system.policy
    out.print(_WORDS["intro"][lang])
    try:
        for setting in known:
            _output.heading(out, setting.title[lang])
            _output.line(out, setting.explanation[lang])
            changed = _ask(out, setting, changed, system.guideline, lang)
    except typer.Abort:
        out.print()
        _output.complain(_WORDS["not saved"][lang])
    return changed


def _ask(out: Console, setting: Setting, policy: kv.LocalPolicy, guideline: kv.Guideline, lang: Lang) -> kv.LocalPolicy:
    """Asks until the answer is understood and no error."""
    held = setting.held(policy)
    while True:
        answer = typer.prompt(f"[{held or _WORDS['open'][lang]}]", default="", show_default=False).strip()
        if answer in ("", held):
            return policy
        try:
            changed = setting.answered(policy, "" if answer == "-" else answer)
        except Misunderstood as error:
            out.print(error.words[lang])
            continue
        faults = _faults(changed, policy, guideline)
        if faults:
            _output.findings(out, faults, lang)
        if not any(fault.severity == kv.Severity.error for fault in faults):
            return changed
