"""A file of answers in words: what was guessed, and what each column became."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kvalitet import _html, _native, _text
from kvalitet._html import Html, element
from kvalitet._text import Lang, say

if TYPE_CHECKING:
    from kvalitet._answer_files.reading import AnswerFile, AnswerSource

_WORDS = {
    "respondents": {"sv": "{} svarande i {} grupper", "en": "{} respondents in {} groups"},
    "one group": {"sv": "{} svarande i en grupp", "en": "{} respondents in one group"},
    "undivided": {"sv": "{} svarande", "en": "{} respondents"},
    "one of one": {"sv": "1 svarande i en grupp", "en": "1 respondent in one group"},
    "one": {"sv": "1 svarande", "en": "1 respondent"},
    "csv": {
        "sv": "CSV i {encoding}, celler skilda av {delimiter}",
        "en": "CSV in {encoding}, cells separated by {delimiter}",
    },
    "one column": {"sv": "CSV i {encoding}, en enda kolumn", "en": "CSV in {encoding}, a single column"},
    "xlsx": {"sv": "Excel, bladet ”{sheet}”", "en": "Excel, the sheet “{sheet}”"},
    "parquet": {"sv": "Parquet", "en": "Parquet"},
    "header": {"sv": "rubrikerna på rad {}", "en": "the headings in row {}"},
    "decimals": {"sv": "decimaler med ”{}”", "en": "decimals with “{}”"},
    "sheets": {
        "sv": "Frågor finns också på bladen {}, som inte är lästa: välj ett blad i taget och lägg ihop antalen.",
        "en": "There are items in the sheets {} as well, which were not read: choose a sheet at a time and add the counts.",
    },
    "short": {
        "sv": "Färre celler än rubriker, där det som fattas räknas som inget svar: {}.",
        "en": "Fewer cells than headings, where what is lacking is taken for no answer: {}.",
    },
    "long": {
        "sv": "Något står till höger om rubrikerna och är inte läst: {}.",
        "en": "Something stands to the right of the headings and was not read: {}.",
    },
    "sums": {
        "sv": "Summor och medelvärden är inga svar och är inte räknade: {}.",
        "en": "Sums and averages are no answers and are not counted: {}.",
    },
    "row": {"sv": "en rad (rad {1})", "en": "one row (row {1})"},
    "rows": {"sv": "{0} rader (rad {1})", "en": "{0} rows (rows {1})"},
    "repeated once": {
        "sv": "Rubrikerna står en gång till längre ner; den raden är inget svar.",
        "en": "The headings stand once more further down; that row is no answer.",
    },
    "repeated": {
        "sv": "Rubrikerna står {} gånger till längre ner; de raderna är inga svar.",
        "en": "The headings stand {} more times further down; those rows are no answers.",
    },
    "cut": {
        "sv": "Det finns mer fritext än vad som är sparat här.",
        "en": "There is more free text than what is kept here.",
    },
    "nobody": {"sv": "Filen har rubriker men inga svar.", "en": "The file has headings but no answers."},
    "column": {"sv": "Kolumn", "en": "Column"},
    "became": {"sv": "Blev", "en": "Became"},
    "missing": {"sv": "Utan svar", "en": "No answer"},
    "unknown": {"sv": "Inte förstådda svar", "en": "Answers not understood"},
    "item": {"sv": "frågan {}", "en": "the item {}"},
    "by": {"sv": "uppdelning", "en": "division"},
    "dropped": {"sv": "struken ({})", "en": "dropped ({})"},
    "free": {"sv": "fritext, hålls för sig", "en": "free text, kept apart"},
    "not read": {"sv": "inte läst", "en": "not read"},
    "no heading": {"sv": "(utan rubrik)", "en": "(no heading)"},
    "outside": {"sv": "utanför skalan", "en": "outside the scale"},
    "rare": {"sv": "{} som få har", "en": "{} that few have"},
    "not found": {"sv": "Frågor utan kolumn: {}.", "en": "Items without a column: {}."},
}
_DELIMITERS = {
    ";": {"sv": "semikolon", "en": "semicolons"},
    ",": {"sv": "komma", "en": "commas"},
    "\t": {"sv": "tabb", "en": "tabs"},
    "|": {"sv": "lodstreck", "en": "vertical bars"},
}


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][lang]


def guessed(source: AnswerSource, lang: Lang) -> str:
    """What the file was taken for."""
    key = "one column" if source.kind == "csv" and not source.delimiter else source.kind
    delimiter = _DELIMITERS.get(source.delimiter, {}).get(lang, f"”{source.delimiter}”")
    parts = [_word(key, lang).format(encoding=source.encoding, delimiter=delimiter, sheet=source.sheet)]
    if source.kind != "parquet":
        parts.append(_word("header", lang).format(source.header_line))
    if source.decimal_mark:
        parts.append(_word("decimals", lang).format(source.decimal_mark))
    return f"{source.name}: {', '.join(parts)}."


def remarks(file: AnswerFile, lang: Lang) -> list[str]:
    """What somebody should know who trusts the counts."""
    source, report = file.source, file.report
    told = []
    if not report.rows:
        told.append(_word("nobody", lang))
    if source.other_sheets:
        told.append(_word("sheets", lang).format(", ".join(source.other_sheets)))
    for key, count, lines in (
        ("short", source.short_rows, source.short_row_lines),
        ("long", source.long_rows, source.long_row_lines),
        ("sums", source.sum_rows, source.sum_row_lines),
    ):
        if count:
            where = ", ".join(map(str, lines)) + (", …" if count > len(lines) else "")
            told.append(_word(key, lang).format(_word("row" if count == 1 else "rows", lang).format(count, where)))
    if times := source.repeated_headings:
        told.append(_word("repeated once" if times == 1 else "repeated", lang).format(times))
    if source.free_text_cut:
        told.append(_word("cut", lang))
    if report.not_found:
        told.append(_word("not found", lang).format(", ".join(report.not_found)))
    return told


def respondents(counts: _native.SurveyCounts, lang: Lang) -> str:
    """How many answered, and in how many groups."""
    groups, count = len(counts.groups), sum(group.respondents for group in counts.groups)
    if count == 1:
        return _word("one of one" if counts.by else "one", lang)
    key = "undivided" if not counts.by else "one group" if groups == 1 else "respondents"
    return _word(key, lang).format(count, groups)


def header(lang: Lang) -> list[str]:
    """Of the table of columns."""
    return [_word(key, lang) for key in ("column", "became", "missing", "unknown")]


def rows(file: AnswerFile, lang: Lang) -> list[list[str]]:
    """The table of columns: what each became."""
    dropped = {one.heading: one for one in file.source.dropped}
    told = []
    for column in file.report.columns:
        is_item = column.use == _native.ColumnUse.item
        if is_item:
            became = _word("item", lang).format(column.item)
        elif column.use == _native.ColumnUse.by:
            became = _word("by", lang)
        elif column.column in dropped:
            became = _word("dropped", lang).format(say(dropped[column.column].label, lang))
        else:
            became = _word("free" if column.column in file.source.free_text else "not read", lang)
        unknown = ", ".join(_unknown(one, lang) for one in column.unknown)
        told.append(
            [column.column or _word("no heading", lang), became, str(column.missing) if is_item else "", unknown]
        )
    return told


def _unknown(one: _native.UnknownAnswer, lang: Lang) -> str:
    if not one.value:
        return _word("rare", lang).format(one.count)
    is_code = one.value.lstrip("-").replace(",", "").replace(".", "").isdecimal()
    return f"”{one.value}” × {one.count}" + (f" ({_word('outside', lang)})" if is_code else "")


def bundle(file: AnswerFile, lang: Lang = Lang.sv) -> dict[str, str]:
    """The file as text and as HTML."""
    lines = [guessed(file.source, lang), f"{respondents(file.counts, lang)}.", *remarks(file, lang)]
    body: Sequence[Sequence[str]] = rows(file, lang)
    text = "\n".join([*lines, "", _text.table(header(lang), body)])
    html = element(
        "div",
        *(element("p", line) for line in lines),
        _html.table(file.source.name, header(lang), body) if body else Html(),
        class_="kvalitet",
        lang=str(lang),
    )
    return {"text/plain": text, "text/html": str(html)}
