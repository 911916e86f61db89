"""A municipality's units from a list that somebody has: a CSV file with a row for each unit, or for each unit and year."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kvalitet import _files
from kvalitet._native import MunicipalUnit, SchoolForm, SchoolYear, UnitCode

_LIMIT = 1 << 24  # bytes

# What a column may be called, in small letters.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("skola", "skolenhet", "skolenhetsnamn", "enhet", "namn", "name"),
    "code": ("skolenhetskod", "kod", "code"),
    "year": ("lasar", "läsår", "school_year"),
    "owner": ("huvudman_typ", "huvudmannatyp", "owner_type"),
    "forms": ("skolformer", "skolform", "school_forms"),
}
# Columns that count pupils of a form.
_PUPILS: Mapping[str, SchoolForm] = {"elever_fklass": SchoolForm.FKLASS, "elever_ak1_9": SchoolForm.GR}
_MUNICIPAL = ("kommunal", "kommun", "municipal")


@dataclass(frozen=True)
class UnitList:
    """The units of the list's last year, and what is worth knowing about how they came to be."""

    units: tuple[MunicipalUnit, ...]
    year: SchoolYear | None
    """The last year of the list; None when it has no years."""
    notes: tuple[str, ...]
    """In Swedish: codes that were exchanged, that are none, and units that are gone."""


@dataclass
class _Row:
    name: str
    code: str
    year: SchoolYear | None
    forms: tuple[SchoolForm, ...]


@dataclass
class _Found:
    name: str
    forms: tuple[SchoolForm, ...]
    years: dict[str, list[SchoolYear]] = field(default_factory=dict)  # of each code, the latest first


def read(path: _files.Path) -> UnitList:
    """Reads a CSV file in UTF-8 or Windows-1252, with commas, semicolons or tabs. ValueError says what is missing."""
    try:
        rows = _rows(_text(_files.read(path, _LIMIT)))
    except csv.Error as error:
        raise ValueError(f"ingen CSV-fil ({error})") from None
    years = sorted({row.year for row in rows if row.year is not None}, reverse=True)
    last = years[0] if years else None
    notes = [
        f"{row.name}: raden saknar läsår och är utelämnad." for row in rows if row.year is None and last is not None
    ]
    current = [row for row in rows if row.year == last]
    by_name, by_code = defaultdict[str, list[_Row]](list), defaultdict[str, list[_Row]](list)
    for row in sorted(rows, key=lambda row: row.year or SchoolYear(1900), reverse=True):
        if row.year is not None and row.year != last:
            by_name[_folded(row.name)].append(row)
            by_code[row.code].append(row)
    shared = Counter(_folded(row.name) for row in current)
    kept: list[_Row] = []
    found = []
    for row in current:
        one = _Found(row.name, row.forms)
        found.append(one)
        earlier = by_code[row.code] if _is_code(row.code) else []
        if shared[_folded(row.name)] == 1:  # a name that two units have tells neither's history
            earlier = [*earlier, *by_name[_folded(row.name)]]
        own = {id(each): each for each in (row, *earlier)}.values()
        for each in sorted(own, key=lambda each: each.year or SchoolYear(1900), reverse=True):
            kept.append(each)
            if _is_code(each.code):
                years_of = one.years.setdefault(each.code, [])
                if each.year is not None:
                    years_of.append(each.year)
            elif each.code:
                notes.append(f"{each.name}: ”{each.code}” är ingen skolenhetskod med åtta siffror och är utelämnad.")
        if not row.forms:
            notes.append(f"{row.name}: listan säger inte vilka skolformer enheten har. Fyll i dem.")
        if len(one.years) > 1:
            notes.append(
                f"{one.name}: " + ", ".join(_told(code, one.years[code]) for code in reversed(one.years)) + "."
            )
    notes += _gone(rows, kept)
    return UnitList(tuple(_units(found, last)), last, tuple(dict.fromkeys(notes)))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _rows(text: str) -> list[_Row]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    known = {name.strip().lower(): name for name in reader.fieldnames or () if name}
    column = {key: next((known[name] for name in names if name in known), None) for key, names in _COLUMNS.items()}
    if column["name"] is None:
        raise ValueError(f"ingen kolumn med enhetens namn. Den kan heta något av: {', '.join(_COLUMNS['name'])}")

    def cell(row: Mapping[str, str | None], key: str) -> str:
        name = column[key]
        return (row.get(name) or "").strip() if name is not None else ""

    rows = []
    for number, row in enumerate(reader, start=2):
        if not cell(row, "name") or (column["owner"] and cell(row, "owner").lower() not in _MUNICIPAL):
            continue
        rows.append(
            _Row(
                cell(row, "name"),
                cell(row, "code"),
                _year(cell(row, "year"), number),
                _forms(row, known, cell(row, "forms")),
            )
        )
    if not rows:
        raise ValueError("ingen rad med en kommunal enhet")
    return rows


def _year(text: str, line: int) -> SchoolYear | None:
    if not text:
        return None
    try:
        return SchoolYear.parse(text)
    except ValueError:
        raise ValueError(f"rad {line}: ”{text}” är inget läsår, som 2023/24") from None


def _forms(row: Mapping[str, str | None], known: Mapping[str, str], said: str) -> tuple[SchoolForm, ...]:
    """By name, or by the pupils that are counted: hidden or rounded numbers are pupils too, an empty cell is none."""
    words = {word.lower() for word in re.split(r"[,;/|]|\s{2,}", said) if word.strip()} | {said.lower()}
    named = tuple(form for form in SchoolForm if {str(form).lower(), form.label.sv} & {word.strip() for word in words})
    if named:
        return named
    return tuple(
        form
        for column, form in _PUPILS.items()
        if column in known and (row.get(known[column]) or "").strip() not in ("", "0")
    )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_code(text: str) -> bool:
    return re.fullmatch(r"[0-9]{8}", text) is not None


def _told(code: str, years: Sequence[SchoolYear]) -> str:
    if not years:
        return code
    return f"{code} ({years[-1]}–{years[0]})" if years and years[0] != years[-1] else f"{code} ({years[0]})"


def _gone(rows: Iterable[_Row], kept: Sequence[_Row]) -> list[str]:
    held = {id(row) for row in kept}
    last: dict[str, _Row] = {}
    for row in rows:
        if id(row) not in held and row.year is not None:
            earlier = last.get(_folded(row.name))
            if earlier is None or earlier.year is None or row.year > earlier.year:
                last[_folded(row.name)] = row
    return [f"{row.name} ({row.code or 'utan kod'}) finns i listan till och med {row.year}." for row in last.values()]


def _units(found: Sequence[_Found], last: SchoolYear | None) -> Iterable[MunicipalUnit]:
    taken: set[str] = set()
    for one in found:
        id = base = _slug(one.name)
        number = 2
        while id in taken:
            id, number = f"{base[:60]}-{number}", number + 1
        taken.add(id)
        codes = []
        for code in reversed(one.years):
            years = one.years[code]
            ended = years and last is not None and years[0] != last
            oldest = len(one.years) == 1 or code == next(reversed(one.years))
            codes.append(
                UnitCode(
                    code=code,
                    from_=None if oldest or not years else years[-1].period.start,
                    to=years[0].period.end if ended else None,
                )
            )
        yield MunicipalUnit(id=id, name=one.name, school_forms=one.forms, codes=codes)


def _slug(name: str) -> str:
    plain = name.casefold().translate(str.maketrans("åäöéüæø", "aaoeuao"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-") or "enhet"
