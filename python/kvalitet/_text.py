"""The model in plain words, in Swedish or English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from kvalitet._native import (
    AnnualCycle,
    Citation,
    Deviation,
    DutyDeviation,
    DutyRow,
    Event,
    Finding,
    Localised,
    Period,
    Place,
    Proof,
    Severity,
)
from kvalitet._native import Language as Lang

MONTHS = {
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "line": {"sv": "rad {}", "en": "line {}"},
    "paragraph": {"sv": "stycke {}", "en": "paragraph {}"},
    "summary": {"sv": "(i sammandrag) {}", "en": "(in summary) {}"},
    "hint": {"sv": "Förslag: {}", "en": "Suggestion: {}"},
    "reading": {"sv": "Tolkning: {}", "en": "Reading: {}"},
    "law": {"sv": "Lag: {}", "en": "Law: {}"},
    "deviation": {
        "sv": "Beslutad avvikelse till och med {until}, {by}: {reason}",
        "en": "Decided deviation until {until}, {by}: {reason}",
    },
    "nothing": {"sv": "Inget att anmärka.", "en": "Nothing to remark."},
    "answered": {"sv": "{} besvarade av en beslutad avvikelse", "en": "{} answered by a decided deviation"},
    "cycle": {"sv": "Årshjul {}", "en": "Annual cycle {}"},
    "when": {"sv": "När", "en": "When"},
    "kind": {"sv": "Slag", "en": "Kind"},
    "what": {"sv": "Vad", "en": "What"},
    "rests": {"sv": "Grund", "en": "Rests on"},
    "at": {"sv": " kl. {}", "en": ", {}"},
    "some time": {"sv": "någon gång {}", "en": "some time {}"},
    "due": {"sv": "Senast", "en": "By"},
    "who": {"sv": "Vem", "en": "Who"},
    "proof": {"sv": "Visas av", "en": "Shown by"},
    "support": {"sv": "Stöd", "en": "Support"},
    "from": {"sv": "från {}", "en": "from {}"},
    "none": {"sv": "Inget.", "en": "Nothing."},
    "more": {"sv": "… och {} till.", "en": "… and {} more."},
    "yes": {"sv": "ja", "en": "yes"},
    "no": {"sv": "nej", "en": "no"},
}
_COUNTED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "error": {"sv": ("fel", "fel"), "en": ("error", "errors")},
    "warning": {"sv": ("varning", "varningar"), "en": ("warning", "warnings")},
    "advice": {"sv": ("råd", "råd"), "en": ("piece of advice", "pieces of advice")},
}


def word(key: str, lang: Lang) -> str:
    """A word of the interface."""
    return _WORDS[key][lang]


def say(words: Localised, lang: Lang) -> str:
    """Words in a language; Swedish where there are none in English."""
    return words.sv if lang is Lang.sv else words.en or words.sv


def quote(citation: Citation, lang: Lang) -> str:
    """The words of a citation, in quotation marks only when they are the organiser's own."""
    return in_summary(citation.quote, lang) if citation.paraphrase else f"”{citation.quote}”"


def in_summary(words: str, lang: Lang) -> str:
    """Words that are not the organiser's own."""
    return word("summary", lang).format(words)


def deviation(decision: Deviation | DutyDeviation, lang: Lang) -> str:
    """Who decided to depart, until when and why."""
    return word("deviation", lang).format(until=decision.until, by=decision.decided_by, reason=decision.reason)


def place(place: Place, lang: Lang = Lang.sv) -> str:
    """`rad 13`, or in a Word document `stycke 13`."""
    if place.paragraph:
        return word("paragraph", lang).format(place.paragraph)
    return word("line", lang).format(place.line)


def finding_parts(finding: Finding, lang: Lang = Lang.sv) -> list[tuple[str, str]]:
    """What is said of a finding, line by line, each with its role."""
    head = say(finding.severity.label, lang).upper()
    if where := say(finding.where, lang) or finding.pointer:
        head += f" {where}"
    if finding.place is not None:
        head += f" ({place(finding.place, lang)})"
    parts = [("head", head), ("message", say(finding.message, lang))]
    if finding.citation is not None:
        parts.append(("quote", quote(finding.citation, lang)))
    if finding.reading is not None and say(finding.reading, lang):
        law = finding.origin == "law"
        parts.append(("reading", word("law" if law else "reading", lang).format(say(finding.reading, lang))))
    if say(finding.hint, lang):
        parts.append(("hint", word("hint", lang).format(say(finding.hint, lang))))
    if finding.deviation is not None:
        parts.append(("deviation", deviation(finding.deviation, lang)))
    return parts


def finding(finding: Finding, lang: Lang = Lang.sv) -> str:
    """A finding as a few lines of text."""
    head, *rest = (text for _, text in finding_parts(finding, lang))
    return "\n  ".join([head, *rest])


def summary(findings: Sequence[Finding], lang: Lang = Lang.sv) -> str:
    """How many findings there are of each kind."""
    open_ = Counter(finding.severity for finding in findings if finding.deviation is None)
    counts = [f"{open_[s]} {_COUNTED[s][lang][open_[s] != 1]}" for s in Severity if open_[s]]
    answered = sum(finding.deviation is not None for finding in findings)
    if answered:
        counts.append(word("answered", lang).format(answered))
    return ", ".join(counts) + "." if counts else word("nothing", lang)


def day(date: date, lang: Lang = Lang.sv) -> str:
    """`1 september 2026`."""
    return f"{date.day} {MONTHS[lang][date.month - 1]} {date.year}"


def days(start: date, end: date, lang: Lang = Lang.sv) -> str:
    """`1–30 september 2026`; a whole month is `september 2026`, a whole year `2026`."""
    after = end + timedelta(days=1)
    if start.day == 1 and after.day == 1:
        if start.month == 1 and after == date(start.year + 1, 1, 1):
            return str(start.year)
        if (start.year, start.month) == (end.year, end.month):
            return f"{MONTHS[lang][start.month - 1]} {start.year}"
    if start == end:
        return day(start, lang)
    if start.year != end.year:
        return f"{day(start, lang)} – {day(end, lang)}"
    month = "" if start.month == end.month else f" {MONTHS[lang][start.month - 1]} "
    return f"{start.day}{month}–{' ' if month else ''}{day(end, lang)}"


def round_name(written: str, lang: Lang = Lang.sv) -> str:
    """`oktober 2026` for a survey round `2026-10`; otherwise what is written."""
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", written)
    return f"{MONTHS[lang][int(found[2]) - 1]} {found[1]}" if found else written


def when(event: Event, lang: Lang = Lang.sv) -> str:
    """The days of an event."""
    text = days(event.start, event.end, lang)
    if event.start_time is not None:
        text += word("at", lang).format(event.start_time.strftime("%H:%M"))
    return text if event.dated else word("some time", lang).format(text)


def period(period: Period, lang: Lang = Lang.sv) -> str:
    """The days of a period."""
    return days(period.start, period.end, lang)


def rows(events: Iterable[Event], lang: Lang = Lang.sv) -> list[tuple[str, str, str, str]]:
    """When, kind, what and origin of each event."""
    return [(when(e, lang), say(e.kind.label, lang), say(e.title, lang), say(e.origin.label, lang)) for e in events]


def header(lang: Lang = Lang.sv) -> tuple[str, str, str, str]:
    """The headings of `rows`."""
    return word("when", lang), word("kind", lang), word("what", lang), word("rests", lang)


def duty_header(lang: Lang = Lang.sv) -> tuple[str, ...]:
    """The headings of `duty_rows`."""
    return tuple(word(key, lang) for key in ("due", "who", "what", "proof", "support"))


def duty_rows(
    duties: Iterable[DutyRow], names: Mapping[str, str], lang: Lang = Lang.sv
) -> list[tuple[str, str, str, str, str]]:
    """By when, who, what, shown by what, and what helps with each duty; `names` says what actors are called."""
    return [
        (
            _due(duty, lang),
            names.get(duty.actor, duty.actor),
            say(duty.what, lang),
            "" if duty.proof is Proof.nothing else say(duty.proof.label, lang),
            "\n".join(f"{say(link.title, lang)} {link.url}".strip() for link in duty.supports),
        )
        for duty in duties
    ]


def _due(duty: DutyRow, lang: Lang) -> str:
    if duty.due is not None:
        return day(duty.due, lang)
    return word("from", lang).format(day(duty.from_, lang)) if duty.from_ is not None else ""


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns with a line below their headings; a cell may have several lines."""
    cells = [[cell.split("\n") for cell in row] for row in (header, *rows)]
    widths = [max(len(line) for row in cells for line in row[column]) for column in range(len(header))]
    lines = [
        "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()
        for row in cells
        for parts in zip_longest(*row, fillvalue="")
    ]
    return "\n".join([lines[0], "  ".join("─" * width for width in widths), *lines[1:]])


def cycle(cycle: AnnualCycle, lang: Lang = Lang.sv) -> str:
    """The year as a table."""
    return f"{cycle_title(cycle, lang)}\n\n{table(header(lang), rows(cycle.events, lang))}"


def cycle_title(cycle: AnnualCycle, lang: Lang = Lang.sv) -> str:
    """`Årshjul 1 augusti 2026 – 31 juli 2027`."""
    return word("cycle", lang).format(period(cycle.period, lang))
