"""kvalitet survey counts: the answers in files as counts, which are all that is kept of them."""

from __future__ import annotations

import datetime as dt
import os
from functools import reduce
from operator import add
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet import _files
from kvalitet._answer_files import told
from kvalitet._plots import words
from kvalitet._text import Lang
from kvalitet.cli import _output, _survey_files, _survey_workspace
from kvalitet.cli._house import LANG, OUT, argument, command, option, parse_day

_WORDS = {
    "exists": {
        "sv": "{} finns redan och är orörd. Välj ett annat namn.",
        "en": "{} exists already and is untouched. Choose another name.",
    },
    "twice": {
        "sv": "{} står två gånger, så svaren i den skulle räknas två gånger.",
        "en": "{} is named twice, so that its answers would be counted twice.",
    },
    "no instrument": {
        "sv": "Ange med --instrument vilken enkät svaren hör till.",
        "en": "Say by --instrument to which survey the answers belong.",
    },
    "no round": {
        "sv": "Ange med --round vad omgången kallas, som 2026-10.",
        "en": "Say by --round what the round is called, such as 2026-10.",
    },
    "counts": {"sv": "{}: antal sedan tidigare, {}.", "en": "{}: counts from before, {}."},
    "rate": {"sv": "{} av {} inbjudna har svarat, {}.", "en": "{} of {} invited have answered, {}."},
    "nobody": {
        "sv": "Ingen har svarat i {}. Stämmer namnen med svarens?",
        "en": "Nobody has answered in {}. Are the names those of the answers?",
    },
    "not invited": {
        "sv": "Hur många som är inbjudna är inte känt för {}.",
        "en": "How many were invited is not known of {}.",
    },
    "too many": {
        "sv": "Fler har svarat än som är inbjudna i {}.",
        "en": "More have answered than were invited in {}.",
    },
    "and more": {"sv": "{} och {} till", "en": "{} and {} more"},
    "written": {"sv": "Skrev {} med {}.", "en": "Wrote {} with {}."},
    "one not understood": {
        "sv": "Ett svar förstods inte och är inte räknat. Kör ”kvalitet survey read” för att se var.",
        "en": "One answer was not understood and is not counted. Run “kvalitet survey read” to see where.",
    },
    "not understood": {
        "sv": "{} svar förstods inte och är inte räknade. Kör ”kvalitet survey read” för att se vilka.",
        "en": "{} answers were not understood and are not counted. Run “kvalitet survey read” to see which.",
    },
}


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "counts",
        "Räkna svaren i filer och spara antalen. Filer med antal sedan tidigare läggs till.",
        example="kvalitet survey counts a.xlsx b.csv -i enkat.json --by Skola --round 2026-10 -o antal.json",
    )(counts)


def counts(
    files: Annotated[
        list[str], argument("Filerna med svar (CSV, .xlsx, Parquet), eller med antal sedan tidigare (JSON).", "FIL ...")
    ],
    instrument: Annotated[str | None, _survey_files.INSTRUMENT] = None,
    by: Annotated[list[str] | None, _survey_files.BY] = None,
    round: Annotated[str, _survey_files.ROUND] = "",
    invited: Annotated[
        str | None,
        option(
            "--invited",
            help="Hur många som är inbjudna att svara: en CSV- eller Excel-fil med kolumnerna i --by och ”Antal inbjudna”.",
            metavar="FIL",
        ),
    ] = None,
    encoding: Annotated[str | None, _survey_files.ENCODING] = None,
    delimiter: Annotated[str | None, _survey_files.DELIMITER] = None,
    sheet: Annotated[str | None, _survey_files.SHEET] = None,
    out: Annotated[str | None, OUT] = None,
    workspace: Annotated[
        str | None,
        option(
            "--workspace",
            help="Spara i denna kommunmapp i stället för i --out, med enkäten och en notering om råsvaren.",
            metavar="MAPP",
        ),
    ] = None,
    erase_by: Annotated[
        dt.date | None,
        option(
            "--erase-by",
            help="Med --workspace: sista dagen som filerna med råsvar får finnas kvar.",
            metavar="DATUM",
            parser=parse_day,
        ),
    ] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Saves counts."""
    if workspace is not None:
        if out is not None:
            raise typer.BadParameter("Välj antingen --out eller --workspace.")
        out = _survey_workspace.place_of_counts(workspace, round, lang)
    elif erase_by is not None:
        raise typer.BadParameter("--erase-by hör ihop med --workspace.")
    if out is not None and os.path.lexists(out):
        _output.complain(_WORDS["exists"][lang].format(out))
    _refuse_twice(files, lang)
    survey = _survey_files.instrument_of(instrument, lang) if instrument is not None else None
    way = _survey_files.Way(tuple(by or ()), round, encoding, delimiter, sheet)
    screen = _output.console(stderr=out is None)
    before = [file for file in files if _holds_counts(file)]
    parts = [_counts_of(file, survey, lang) for file in before]
    for file, part in zip(before, parts, strict=True):
        _output.line(
            screen, _WORDS["counts"][lang].format(_files.shown(os.path.basename(file)), told.respondents(part, lang))
        )
    asked = None
    if invited is not None:
        asked = _survey_files.invited(invited, way.by or (parts[0].by if parts else ()))
    is_understood = True
    answered = [file for file in files if file not in before]
    day = _survey_workspace.day_of_erasure(erase_by, lang) if answered and workspace is not None else None
    if answered:
        for answers in _survey_files.read(answered, _needed(survey, round, lang), way, lang):
            is_understood = _survey_files.is_understood(answers) and is_understood
            _tell(answers, screen, lang)
            parts.append(answers.counts)
    whole = reduce(add, parts)
    if asked is not None:
        whole = _with_invited(whole, asked, screen, lang)
    if out is None:
        _output.put(whole.to_json())
    else:
        said = ""
        if workspace is None:
            whole.save(out)
        else:
            said = _survey_workspace.keep(whole, out, workspace, answered, survey, day, lang)
        screen.print(_WORDS["written"][lang].format(out, told.respondents(whole, lang)), soft_wrap=True)
        if said:
            screen.print(said, soft_wrap=True)
    raise typer.Exit(int(not is_understood))


def _with_invited(
    whole: kv.SurveyCounts, invited: dict[tuple[str, ...], int], screen: _output.Console, lang: Lang
) -> kv.SurveyCounts:
    """With how many were asked. Names that the answers do not have are told: most of them are misspelled."""
    answered = {group.key for group in whole.groups if group.respondents}
    whole = whole.with_invited(invited)
    known = [group for group in whole.groups if group.invited is not None]
    for key, groups in (
        ("nobody", [group for group, count in invited.items() if count and group not in answered]),
        ("not invited", [group.key for group in whole.groups if group.invited is None]),
        ("too many", [group.key for group in known if group.respondents > (group.invited or 0)]),
    ):
        if groups:
            _output.line(screen, _WORDS[key][lang].format(_named(groups, lang)))
    asked, came = sum(group.invited or 0 for group in known), sum(group.respondents for group in known)
    if asked >= came and asked > 0 and len(known) == len(whole.groups):
        rate = words.percent(100 * came / asked, kv.Language(lang.value))
        _output.line(screen, _WORDS["rate"][lang].format(came, asked, rate))
    return whole


def _named(groups: list[tuple[str, ...]], lang: Lang) -> str:
    """The first of them; all could be a screen full."""
    most = 10
    opening = "”" if lang == Lang.sv else "“"
    names = ", ".join(f"{opening}{_files.shown('; '.join(group))}”" for group in sorted(groups)[:most])
    return names if len(groups) <= most else _WORDS["and more"][lang].format(names, len(groups) - most)


def _needed(survey: kv.SurveyInstrument | None, round: str, lang: Lang) -> kv.SurveyInstrument:
    """What answers are counted by."""
    if survey is None:
        _output.complain(_WORDS["no instrument"][lang])
    if not round:
        _output.complain(_WORDS["no round"][lang])
    return survey


def _refuse_twice(files: list[str], lang: Lang) -> None:
    """Counts cannot tell that they were added before, but names can."""
    seen: set[str] = set()
    for file in files:
        real = os.path.realpath(file)
        if real in seen:
            _output.complain(_WORDS["twice"][lang].format(file))
        seen.add(real)


def _holds_counts(file: str) -> bool:
    return file.casefold().endswith(".json")


def _counts_of(file: str, survey: kv.SurveyInstrument | None, lang: Lang) -> kv.SurveyCounts:
    """Counts from a file, held to the survey where it is known."""
    part = _survey_files.counts_of(file, lang)
    wrong = part.check(survey) if survey is not None else ()
    if any(finding.severity == kv.Severity.error for finding in wrong):
        _output.findings(_output.console(stderr=True), wrong, lang)
        _output.complain(file)
    return part


def _tell(answers: kv.AnswerFile, screen: _output.Console, lang: Lang) -> None:
    _output.line(screen, f"{told.guessed(answers.source, lang)} {told.respondents(answers.counts, lang)}.")
    unknown = sum(one.count for column in answers.report.columns for one in column.unknown)
    if unknown:
        told_of = "one not understood" if unknown == 1 else "not understood"
        _output.line(screen, _WORDS[told_of][lang].format(unknown), 2)
    for remark in told.remarks(answers, lang):
        _output.line(screen, remark, 2)
