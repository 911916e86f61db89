"""How people's answers are read: dates, months, numbers, and several of them."""

from __future__ import annotations

import datetime as dt
import re

from kvalitet import _native
from kvalitet._text import MONTHS


class Misunderstood(ValueError):
    """An answer that cannot be read; the message says how to write it."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(sv)
        self.words = {"sv": sv, "en": en}


def parts(answer: str) -> list[str]:
    return [part.strip() for part in answer.split(",") if part.strip()]


def whole(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise Misunderstood(f"”{text}” är inget heltal.", f"“{text}” is no whole number.")
    return int(text)


def day(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text.strip(), "%Y-%m-%d").date()
    except ValueError:
        raise Misunderstood(
            f"”{text}” är inget datum. Skriv ÅÅÅÅ-MM-DD.", f"“{text}” is no date. Write YYYY-MM-DD."
        ) from None


def period(text: str) -> _native.Period:
    first, _, last = text.partition("/")
    return _native.Period(start=day(first), end=day(last or first))


def span(days: _native.Period) -> str:
    return str(days.start) if days.start == days.end else f"{days.start}/{days.end}"


def month(text: str) -> int:
    for months in MONTHS.values():
        for number, name in enumerate(months, start=1):
            if text.casefold() in (name.casefold(), str(number), f"{number:02}"):
                return number
    raise Misunderstood(f"”{text}” är ingen månad.", f"“{text}” is no month.")


def month_day(text: str) -> str:
    """`09-15`, `15 september`, `september`."""
    if re.fullmatch(r"\d\d(-\d\d)?", text):
        return text
    number, _, name = text.rpartition(" ")
    return f"{month(name):02}" + (f"-{whole(number):02}" if number else "")
