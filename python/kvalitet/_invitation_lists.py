"""Whom to invite to a survey: from a list that somebody has, or from a municipality and the pattern of its links."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Container, Mapping
from typing import Any
from urllib.parse import quote

from kvalitet import _answers, _files
from kvalitet._errors import UsageError
from kvalitet._invitations import Invitation
from kvalitet._native import Localised, Municipality, MunicipalUnit

_LIMIT = 1 << 24  # bytes
# What a column or a key may be called, in small letters.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "unit": ("unit", "enhet", "skola", "skolenhet", "förskola", "namn"),
    "link": ("link", "länk", "lank", "url", "adress"),
    "principal": ("principal", "rektor"),
    "round": ("round", "omgång", "omgang"),
    "respondents": ("respondents", "svarande", "vilka som svarar", "grupp"),
    "contact": ("contact", "kontakt", "frågor"),
    "first": ("first", "från", "fran", "öppnar"),
    "last": ("last", "till", "stänger"),
}
_DAYS = ("first", "last")
_HOLES = ("unit", "code", "round", "principal")


def read(path: _files.Path, given: Mapping[str, Any]) -> list[Invitation]:
    """The invitations of a CSV file, or of a JSON file with a list of objects; `given` is for what a row leaves open.

    CSV is UTF-8 or Windows-1252 with commas, semicolons or tabs. UsageError says what is missing, and in which row.
    """
    data = _files.read(path, _LIMIT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    rows = _of_json(text) if text.lstrip()[:1] in ("[", "{") else _of_csv(text)
    return [_invitation(number, row, given) for number, row in enumerate(rows, start=1)]


def of_municipality(
    municipality: Municipality, pattern: str, day: dt.date, given: Mapping[str, Any], only: Container[str] | None = None
) -> list[Invitation]:
    """An invitation for each unit that there is on the day, with its link by the pattern.

    In the pattern `{unit}` becomes the unit's short name, `{code}` its code, `{principal}` the short name of who leads it
    and `{round}` the round. UsageError for a pattern that would give all units the same link, and for another hole.
    """
    holes = re.findall(r"\{([^{}]*)\}", pattern)
    unknown = [hole for hole in holes if hole not in _HOLES]
    if unknown or not {"unit", "code"} & set(holes):
        raise _misuse(
            "invitation.pattern",
            f"”{pattern}” är inget mönster för länkar: {{unit}} eller {{code}} måste finnas i det, och annars bara "
            "{round} och {principal}.",
            f"“{pattern}” is no pattern of links: it needs {{unit}} or {{code}}, and may otherwise have {{round}} and "
            "{principal}.",
        )
    made = []
    for unit in municipality.units:
        if not _holds(unit.from_, unit.to, day) or (only is not None and unit.id not in only):
            continue
        principal, name = _leader(municipality, unit, day)
        code = next((one.code for one in unit.codes if _holds(one.from_, one.to, day)), "")
        if "code" in holes and not code:
            raise _misuse(
                "invitation.code",
                f"{unit.name} har ingen kod att sätta i länken. Använd {{unit}} i mönstret.",
                f"{unit.name} has no code to put into its link. Use {{unit}} in the pattern.",
            )
        parts = {"unit": unit.id, "code": code, "round": given.get("round", ""), "principal": principal}
        link = re.sub(r"\{([^{}]*)\}", lambda found, of=parts: quote(of[found[1]], safe=""), pattern)  # type: ignore[misc]
        made.append(Invitation(**{"principal": name, **given, "unit": unit.name, "link": link}))
    return made


def _holds(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def _leader(municipality: Municipality, unit: MunicipalUnit, day: dt.date) -> tuple[str, str]:
    """Id and name of who leads the unit on the day: whoever is acting, or else the principal, or all who share it."""
    leading = [
        (one.id, one.name, str(lead.kind))
        for one in municipality.principals
        for lead in one.leads
        if unit.id in lead.units and _holds(lead.from_, lead.to, day)
    ]
    chosen = [one for one in leading if one[2] == "acting"] or leading
    return (chosen[0][0], ", ".join(dict.fromkeys(name for _, name, _ in chosen))) if chosen else ("", "")


def _of_csv(text: str) -> list[dict[str, str]]:
    first = text.split("\n", 1)[0]
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count), strict=True))
    except csv.Error as error:
        raise _misuse("invitation.csv", f"Ingen CSV-fil ({error}).", f"No CSV file ({error}).") from None
    header = [_column(name) for name in rows[0]] if rows else []
    _needed(header)
    return [
        {name: cell for name, cell in zip(header, row, strict=False) if name}
        for row in rows[1:]
        if any(map(str.strip, row))
    ]


def _of_json(text: str) -> list[dict[str, str]]:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _misuse("invitation.json", f"Ingen JSON ({error}).", f"No JSON ({error}).") from None
    rows = given if isinstance(given, list) else [given]
    if not all(isinstance(row, dict) and all(isinstance(value, str) for value in row.values()) for row in rows):
        raise _misuse(
            "invitation.json",
            "Filen ska vara en lista med objekt vars värden är texter.",
            "The file has to be a list of objects whose values are texts.",
        )
    made = [{_column(name): value for name, value in row.items()} for row in rows]
    for row in made:
        _needed(list(row))
    return made


def _column(name: str) -> str:
    """What a heading stands for, or nothing."""
    folded = name.strip().casefold()
    return next((key for key, names in _COLUMNS.items() if folded in names), "")


def _needed(header: list[str]) -> None:
    missing = [_COLUMNS[key][1] for key in ("unit", "link") if key not in header]
    if missing:
        raise _misuse(
            "invitation.columns",
            f"Listan saknar {' och '.join(missing)}. Den ska ha kolumnerna enhet och länk, och kan ha rektor, omgång, "
            "svarande, kontakt, från och till.",
            f"The list lacks {' and '.join('unit' if one == 'enhet' else 'link' for one in missing)}. It needs the "
            "columns unit and link, and may have principal, round, respondents, contact, first and last.",
        )


def _invitation(number: int, row: Mapping[str, str], given: Mapping[str, Any]) -> Invitation:
    told: dict[str, Any] = {key: value.strip() for key, value in row.items() if key and value.strip()}
    try:
        told |= {key: _answers.day(told[key]) for key in _DAYS if key in told}
    except _answers.Misunderstood as error:
        sv, en = error.words["sv"], error.words["en"]
        raise _misuse("invitation.day", f"Rad {number}: {sv}", f"Row {number}: {en}") from None
    told = {**given, **told}
    for key in ("unit", "link"):
        if key not in told:
            raise _misuse(
                "invitation.row",
                f"Rad {number} saknar {_COLUMNS[key][1]}.",
                f"Row {number} lacks its {key}.",
            )
    return Invitation(**told)


def _misuse(code: str, sv: str, en: str) -> UsageError:
    return UsageError(code, Localised(sv=sv, en=en), Localised(sv=""))
