"""Files of answers, as the commands of surveys take them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import kvalitet as kv
from kvalitet import _files
from kvalitet._answer_files import reading
from kvalitet._text import Lang
from kvalitet.cli import _output, _systems
from kvalitet.cli._house import argument, option

_WORDS = {
    "files": {"sv": "Läser svaren", "en": "Reading the answers"},
    "reading": {"sv": "Läser {}: {} svarande", "en": "Reading {}: {} respondents"},
    "is counts": {
        "sv": "{} är räknade svar och ingen enkät. Ange filen med enkätens frågor.",
        "en": "{} holds counted answers and no survey. Name the file with the survey's items.",
    },
    "is a survey": {
        "sv": "{} är en enkät och inga räknade svar. Ange enkäten med --instrument, och en fil med svar eller antal här.",
        "en": "{} is a survey and no counted answers. Name the survey by --instrument, and a file of answers or counts here.",
    },
    "unusable": {"sv": "Enkäten går inte att räkna med.", "en": "The survey cannot be counted with."},
}

FILES = argument("Filerna med svar: CSV, Excel (.xlsx) eller Parquet.", "FIL ...")
INSTRUMENT = option(
    "--instrument", "-i", help="Enkäten: en fil (JSON) med dess frågor, skalor och ordalydelser.", metavar="FIL"
)
BY = option(
    "--by",
    help="En kolumn att dela upp svaren på, som Skola. Ange flera gånger för flera. Kolumner som pekar ut enskilda går "
    "inte att välja.",
    metavar="KOLUMN",
)
ROUND = option("--round", help="Vad omgången kallas, som 2026-10.", metavar="OMGÅNG")
ENCODING = option("--encoding", help="Teckenkodning, när den inte ska gissas: utf-8, cp1252 …", metavar="KODNING")
DELIMITER = option("--delimiter", help="Tecknet mellan cellerna, när det inte ska gissas.", metavar="TECKEN")
SHEET = option("--sheet", help="Bladet i en Excel-fil, när det inte ska gissas.", metavar="BLAD")


@dataclass(frozen=True)
class Way:
    """How files are read."""

    by: tuple[str, ...]
    round: str
    encoding: str | None
    delimiter: str | None
    sheet: str | None


def survey_of(file: str, lang: Lang) -> kv.SurveyInstrument:
    """A survey from a file."""
    survey = kv.SurveyInstrument.load(file)
    if _is_faulty(survey) and _loads(kv.SurveyCounts, file):
        _output.complain(_WORDS["is counts"][lang].format(_files.shown(file)))
    return _systems.readable(survey, lang)


def counts_of(file: str, lang: Lang) -> kv.SurveyCounts:
    """Counts from a file."""
    counts = kv.SurveyCounts.load(file)
    if _is_faulty(counts) and _loads(kv.SurveyInstrument, file):
        _output.complain(_WORDS["is a survey"][lang].format(_files.shown(file)))
    return _systems.readable(counts, lang)


def _is_faulty(part: kv.SurveyInstrument | kv.SurveyCounts) -> bool:
    findings = part.origin.findings if part.origin is not None else ()
    return any(finding.severity == kv.Severity.error for finding in findings)


def _loads(kind: type[kv.SurveyInstrument | kv.SurveyCounts], file: str) -> bool:
    """Whether a file that is not what it should be is the other of the two: one line says more than all that it lacks."""
    try:
        return not _is_faulty(kind.load(file))
    except kv.Error:
        return False


def instrument_of(file: str, lang: Lang) -> kv.SurveyInstrument:
    """An instrument that can be counted with."""
    instrument = survey_of(file, lang)
    wrong = instrument.check()
    if any(finding.severity == kv.Severity.error for finding in wrong):
        _output.findings(_output.console(stderr=True), wrong, lang)
        _output.complain(_WORDS["unusable"][lang])
    return instrument


def read(files: Sequence[str], instrument: kv.SurveyInstrument, way: Way, lang: Lang) -> Iterator[kv.AnswerFile]:
    """The answers in files; somebody who looks sees how far it has come."""
    for file in _output.progress(files, _WORDS["files"][lang]):
        yield _read(file, instrument, way, lang, _output.are_few(files))


def _read(file: str, instrument: kv.SurveyInstrument, way: Way, lang: Lang, tells: bool) -> kv.AnswerFile:
    with _watched(file, lang, tells) as watch, _told_what_to_install():
        return reading.read(
            file,
            instrument,
            way.by,
            way.round,
            encoding=way.encoding,
            delimiter="\t" if way.delimiter == "\\t" else way.delimiter,  # what a shell makes hard to type
            sheet=way.sheet,
            watch=watch,
        )


def invited(file: str, by: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    """How many were asked, from a list."""
    with _told_what_to_install():
        return kv.read_invited(file, by)


@contextmanager
def _told_what_to_install() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if "kvalitet[survey]" not in str(error):
            raise
        _output.complain(str(error))


@contextmanager
def _watched(file: str, lang: Lang, tells: bool) -> Iterator[Callable[[int], None]]:
    screen = _output.console(stderr=True)
    if not (tells and screen.is_terminal):
        yield lambda rows: None
        return
    said, name = _WORDS["reading"][lang], _files.shown(file)
    with screen.status(said.format(name, 0)) as status:
        yield lambda rows: status.update(said.format(name, f"{rows:,}".replace(",", "\u00a0")))


def is_understood(file: kv.AnswerFile) -> bool:
    """Whether there were answers, and all of them were answers."""
    return file.report.rows > 0 and not any(column.unknown for column in file.report.columns)
