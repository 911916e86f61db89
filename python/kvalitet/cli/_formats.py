"""The formats in which commands write lists: text for people, and for programs JSON, CSV and SARIF."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import typer

import kvalitet as kv
from kvalitet._files import shown
from kvalitet._text import Lang
from kvalitet.cli import _output
from kvalitet.cli._house import option


class Format(StrEnum):
    """How a command writes."""

    text = "text"
    json = "json"
    csv = "csv"
    rfc4180 = "rfc4180"
    sarif = "sarif"


_OF_LISTS = (Format.text, Format.json, Format.csv, Format.rfc4180)
_CSV = {Format.csv: "excel", Format.rfc4180: "rfc4180"}
_HELP = "text (förval), json, csv (för svenskt Excel)"


def _one_of(known: Sequence[Format], text: str) -> Format:
    if text in known:
        return Format(text)
    raise typer.BadParameter(f"”{text}” är inget format här. Välj något av: {', '.join(known)}.")


def _parse(text: str) -> Format:
    return _one_of(_OF_LISTS, text)


def _parse_of_findings(text: str) -> Format:
    return _one_of(tuple(Format), text)


FORMAT = option(
    "--format", help=f"Format: {_HELP} eller rfc4180 (CSV för andra program).", metavar="FORMAT", parser=_parse
)
FORMAT_OF_FINDINGS = option(
    "--format",
    help=f"Format: {_HELP}, rfc4180 (CSV för andra program) eller sarif (för program som visar var i filen det är).",
    metavar="FORMAT",
    parser=_parse_of_findings,
)
LABELS = option("--labels", help="I CSV: rubriker och val med ord i stället för kortnamn.")


@dataclass(frozen=True)
class Writer:
    """Writes lists for programs; each method says whether it did, or whether there is text to be shown instead."""

    format: Format
    labels: bool
    lang: Lang

    def records(self, records: Sequence[Any], cls: type[object], each: str = "") -> bool:
        """Objects of a class of the model."""
        if self.format is Format.json:
            _output.put_json(records)
        elif self.format in _CSV:
            names = "labels" if self.labels else "keys"
            dialect = _CSV[self.format]
            _output.put(kv.to_csv(records, each=each, type=cls, lang=self.lang, dialect=dialect, names=names))
        else:
            return False
        return True

    def checked(self, files: Sequence[kv.CheckedFile], system: kv.QualitySystem | None = None) -> bool:
        """What was found in files, but for JSON."""
        if self.format is Format.sarif:
            canonical = [file.replace(file=_without_parents(file.file)) for file in files]
            _output.put(kv.to_sarif(canonical, system=system, lang=self.lang))
            return True
        return self.format in _CSV and self.records(files, kv.CheckedFile, each="findings")


def writer(format: Format | None, json: bool, labels: bool, lang: Lang) -> Writer:
    """From the options of a command."""
    if json and format not in (None, Format.json):
        raise typer.BadParameter("Välj antingen --json eller --format.")
    chosen = Format.json if json else format or Format.text
    if labels and chosen not in _CSV:
        raise typer.BadParameter("--labels hör ihop med --format csv.")
    return Writer(chosen, labels, lang)


def checked_file(path: str, findings: Sequence[kv.Finding]) -> kv.CheckedFile:
    """What was found in the file at a path."""
    return kv.CheckedFile(file=shown(path).replace(os.sep, "/"), findings=findings)


def _without_parents(file: str) -> str:
    """A path without `..`, which the format does not allow: from the folder at work, or absolute outside it."""
    if os.pardir not in file.split("/"):
        return file
    real = os.path.realpath(file)
    inside = os.path.relpath(real)
    return (real if inside.startswith(os.pardir) else inside).replace(os.sep, "/")
