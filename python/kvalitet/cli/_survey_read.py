"""kvalitet survey read: what a file of answers is taken for, before anything is counted for good."""

from __future__ import annotations

import json as json_
from dataclasses import asdict
from typing import Annotated, Any

import typer

import kvalitet as kv
from kvalitet._answer_files import told
from kvalitet._text import Lang
from kvalitet.cli import _output, _survey_files
from kvalitet.cli._house import JSON, LANG, command


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(
        app,
        "read",
        "Visa vad filer med svar tas för: hur de är skrivna, vad varje kolumn blev och vad som inte förstods. Inget sparas.",
        example="kvalitet survey read svar.xlsx --instrument enkat.json --by Skola --by Årskurs",
    )(read)


def read(
    files: Annotated[list[str], _survey_files.FILES],
    instrument: Annotated[str, _survey_files.INSTRUMENT],
    by: Annotated[list[str] | None, _survey_files.BY] = None,
    round: Annotated[str, _survey_files.ROUND] = "",
    encoding: Annotated[str | None, _survey_files.ENCODING] = None,
    delimiter: Annotated[str | None, _survey_files.DELIMITER] = None,
    sheet: Annotated[str | None, _survey_files.SHEET] = None,
    json: Annotated[bool, JSON] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Shows what files are taken for."""
    survey = _survey_files.instrument_of(instrument, lang)
    way = _survey_files.Way(tuple(by or ()), round, encoding, delimiter, sheet)
    read = list(_survey_files.read(files, survey, way, lang))
    if json:
        _output.put(json_.dumps([_as_data(one) for one in read], ensure_ascii=False, indent=2) + "\n")
    else:
        for at, one in enumerate(read):
            _show(one, lang, is_first=at == 0)
    raise typer.Exit(int(not all(_survey_files.is_understood(one) for one in read)))


def _show(file: kv.AnswerFile, lang: Lang, is_first: bool) -> None:
    out = _output.console()
    if not is_first:
        out.print()
    _output.line(out, told.guessed(file.source, lang), style="bold")
    _output.line(out, f"{told.respondents(file.counts, lang)}.")
    out.print()
    _output.table(out, told.header(lang), told.rows(file, lang))
    remarks = told.remarks(file, lang)
    if remarks:
        out.print()
    for remark in remarks:
        _output.line(out, f"• {remark}")


def _as_data(file: kv.AnswerFile) -> dict[str, Any]:
    """For programs: never the free text itself."""
    source = asdict(file.source) | {
        "dropped": [{"heading": one.heading, "kind": one.kind} for one in file.source.dropped]
    }
    return {"source": source, "groups": len(file.counts.groups), "report": json_.loads(file.report.to_json())}
