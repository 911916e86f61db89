"""What may be wrong with a file of answers, in words. None of them repeats what somebody has answered.

The library's other messages are in its catalogue in C++; these are Python's alone, as what says them is. A test reaches each.
"""

from __future__ import annotations

from typing import Any, NamedTuple, NoReturn

from kvalitet import _errors, _native


class Message(NamedTuple):
    """Of one error: its class, what is wrong and what would be right, in Swedish and English."""

    error: type[_errors.Error]
    sv: str
    en: str
    hint_sv: str
    hint_en: str


_FILE, _USAGE, _LIMIT = _errors.FileError, _errors.UsageError, _errors.LimitError

MESSAGES = {
    "answers.broken-row": Message(
        _FILE,
        "”{path}”, rad {line}: en rad är delad i två, förmodligen av en radbrytning mitt i ett svar.",
        "“{path}”, line {line}: a row is broken in two, probably by a line break within an answer.",
        "Sätt svaret inom citattecken, eller spara filen på nytt som .xlsx.",
        "Put the answer within quotation marks, or save the file anew as .xlsx.",
    ),
    "answers.by-is-personal": Message(
        _USAGE,
        "Svaren kan inte delas upp på ”{column}”: det pekar ut den som har svarat ({kind_sv}).",
        "The answers cannot be divided by “{column}”: it points out who answered ({kind_en}).",
        "Dela upp på det som många har gemensamt, som skola och årskurs.",
        "Divide by what many have in common, such as school and grade.",
    ),
    "answers.by-is-text": Message(
        _USAGE,
        "Svaren kan inte delas upp på ”{column}”: där har någon skrivit en längre text.",
        "The answers cannot be divided by “{column}”: somebody has written a longer text there.",
        "Dela upp på det som många har gemensamt, som skola och årskurs.",
        "Divide by what many have in common, such as school and grade.",
    ),
    "answers.by-not-found": Message(
        _USAGE,
        "”{path}” har ingen kolumn ”{column}” att dela upp på.",
        "“{path}” has no column “{column}” to divide by.",
        "Kolumner att dela upp på: {columns}.",
        "Columns to divide by: {columns}.",
    ),
    "answers.by-twice": Message(
        _USAGE,
        "”{path}” har flera kolumner som heter ”{column}”, så det går inte att veta vilken som gäller.",
        "“{path}” has several columns called “{column}”, so that it cannot be known which of them counts.",
        "Ge dem olika rubriker.",
        "Give them different headings.",
    ),
    "answers.column-type": Message(
        _FILE,
        "”{path}”: kolumnen ”{column}” har en typ, ”{type}”, som inte rymmer svar.",
        "“{path}”: the column “{column}” has a type, “{type}”, that holds no answers.",
        "Gör den till tal eller text.",
        "Make it numbers or text.",
    ),
    "answers.cut-off": Message(
        _FILE,
        "”{path}” är avbruten: den slutar mitt i ett tecken.",
        "“{path}” is cut off: it ends in the middle of a character.",
        "Hämta filen en gång till.",
        "Fetch the file once more.",
    ),
    "answers.damaged": Message(
        _FILE,
        "”{path}” är skadad: den går inte att läsa som {kind}.",
        "“{path}” is damaged: it cannot be read as {kind}.",
        "Hämta filen en gång till, eller spara den på nytt.",
        "Fetch the file once more, or save it anew.",
    ),
    "answers.delimiter": Message(
        _USAGE,
        "”{delimiter}” kan inte skilja celler åt.",
        "“{delimiter}” cannot separate cells.",
        "Välj ett av tecknen ; , | eller tabb.",
        "Choose one of the characters ; , | or tab.",
    ),
    "answers.empty": Message(
        _FILE,
        "”{path}” är tom.",
        "“{path}” is empty.",
        "Hämta filen en gång till ur enkätverktyget.",
        "Fetch the file once more from the survey tool.",
    ),
    "answers.encoding": Message(
        _FILE,
        "”{path}”, rad {line}: det är inte text i {encoding}.",
        "“{path}”, line {line}: this is not text in {encoding}.",
        "Spara filen på nytt som CSV UTF-8 eller .xlsx, eller ange teckenkodningen.",
        "Save the file anew as CSV UTF-8 or .xlsx, or say its encoding.",
    ),
    "answers.encryption": Message(
        _FILE,
        "”{path}” är skyddad med lösenord.",
        "“{path}” is protected by a password.",
        "Ta bort lösenordet i Excel och spara filen på en plats som bara rätt personer når.",
        "Remove the password in Excel, and save the file where only the right people reach it.",
    ),
    "answers.formula": Message(
        _FILE,
        "”{path}”, cell {cell}: en formel vars värde inte är uträknat.",
        "“{path}”, cell {cell}: a formula of which the value is not worked out.",
        "Öppna filen i Excel eller LibreOffice, som räknar ut den, och spara.",
        "Open the file in Excel or LibreOffice, which work it out, and save it.",
    ),
    "answers.instrument": Message(
        _USAGE,
        "{sv} Enkäten går inte att räkna med.",
        "{en} The survey cannot be counted with.",
        "Rätta enkäten. Alla fel i den finns i instrument.check().",
        "Correct the survey. All of its faults are in instrument.check().",
    ),
    "answers.long-line": Message(
        _LIMIT,
        "”{path}”, rad {line}: raden är längre än vad som läses.",
        "“{path}”, line {line}: the line is longer than what is read.",
        "Se efter att filen är text med radbrytningar, och att varje citattecken som öppnas också stängs.",
        "See that the file is text with line breaks, and that every quotation mark that opens also closes.",
    ),
    "answers.more-cells": Message(
        _FILE,
        "”{path}”, rad {line}: {found} celler där rubrikraden har {expected}.",
        "“{path}”, line {line}: {found} cells where the headings are {expected}.",
        "Förmodligen står ”{delimiter}” i ett svar utan citattecken. Sätt dit dem, eller spara filen på nytt som .xlsx.",
        "Probably “{delimiter}” stands in an answer without quotation marks. Put them there, or save the file anew as .xlsx.",
    ),
    "answers.no-headings": Message(
        _FILE,
        "”{path}” har ingen rad där enkätens frågor är rubriker (genomsökta rader: {lines}).",
        "“{path}” has no row in which the survey's items are headings (rows searched: {lines}).",
        "Ge kolumnerna frågornas ordalydelse eller kortnamn som rubriker, till exempel ”{item}”.",
        "Give the columns the items' wordings or ids as headings, such as “{item}”.",
    ),
    "answers.no-text": Message(
        _FILE,
        "”{path}”, rad {line}: ett tecken (NUL) som ingen text har.",
        "“{path}”, line {line}: a character (NUL) that no text has.",
        "Spara filen på nytt som CSV UTF-8 eller .xlsx.",
        "Save the file anew as CSV UTF-8 or .xlsx.",
    ),
    "answers.other-encoding": Message(
        _FILE,
        "”{path}”, rad {line}: teckenkodningen är osäker. Läst som Windows-1252 får orden tecken som svenska ord inte har; "
        "förmodligen är den {encoding}.",
        "“{path}”, line {line}: the encoding is uncertain. Read as Windows-1252 the words have characters that Swedish words do "
        "not have; probably it is {encoding}.",
        "Ange teckenkodningen med encoding ({encoding}, eller cp1252 om den ändå är det), eller spara filen på nytt som "
        "CSV UTF-8 eller .xlsx.",
        "Say by encoding which it is ({encoding}, or cp1252 if it is that after all), or save the file anew as CSV UTF-8 or .xlsx.",
    ),
    "answers.other-kind": Message(
        _FILE,
        "”{path}” är {kind_sv}, som svar inte läses ur.",
        "“{path}” is {kind_en}, from which answers are not read.",
        "Spara eller exportera svaren som .xlsx, CSV eller Parquet.",
        "Save or export the answers as .xlsx, CSV or Parquet.",
    ),
    "answers.other-order": Message(
        _FILE,
        "”{path}”, rad {line}: rubrikerna står en gång till, men i en annan ordning än överst.",
        "“{path}”, line {line}: the headings stand once more, but in another order than at the top.",
        "Dela filen där, läs delarna var för sig och lägg ihop antalen.",
        "Divide the file there, read the parts one by one and add the counts.",
    ),
    "answers.other-questions": Message(
        _FILE,
        "”{path}”, rad {line}: ingen av rubrikerna är en fråga i enkäten. De är: {columns}.",
        "“{path}”, line {line}: none of the headings is an item of the survey. They are: {columns}.",
        "Läs filen med den enkät som den hör till, eller skriv rubrikerna under frågornas ”columns”.",
        "Read the file with the survey that it belongs to, or write the headings in the items' “columns”.",
    ),
    "answers.quotes": Message(
        _FILE,
        "”{path}”, rad {line}: ett citattecken öppnar eller stänger en cell på fel plats.",
        "“{path}”, line {line}: a quotation mark opens or closes a cell in the wrong place.",
        'Skriv citattecken inom ett svar två gånger (""), eller spara filen på nytt som .xlsx.',
        'Write quotation marks within an answer twice (""), or save the file anew as .xlsx.',
    ),
    "answers.sheet": Message(
        _USAGE,
        "”{path}” har inget blad ”{sheet}”.",
        "“{path}” has no sheet “{sheet}”.",
        "Bladen är: {sheets}.",
        "The sheets are: {sheets}.",
    ),
    "answers.spoilt-letters": Message(
        _FILE,
        "”{path}”: bokstäverna är förstörda (å står som Ã¥), och därför syns inte enkätens frågor.",
        "“{path}”: the letters are spoilt (å stands as Ã¥), so that the survey's items are not seen.",
        "Hämta filen en gång till ur enkätverktyget, och öppna den inte i Excel innan den läses här.",
        "Fetch the file once more from the survey tool, and do not open it in Excel before it is read here.",
    ),
    "answers.too-large": Message(
        _LIMIT,
        "”{path}” är för stor: {what_sv}.",
        "“{path}” is too large: {what_en}.",
        "Dela filen och lägg ihop antalen, eller spara svaren som Parquet.",
        "Divide the file and add the counts, or save the answers as Parquet.",
    ),
    "answers.two-answers": Message(
        _FILE,
        "”{path}”, {line_sv}: frågan ”{item}” har flera kolumner, och en svarande har olika svar i dem.",
        "“{path}”, {line_en}: the item “{item}” has several columns, and one respondent has different answers in them.",
        "Ge den ena kolumnen en annan rubrik, om det är en annan fråga.",
        "Give one of the columns another heading, if it is another item.",
    ),
    "answers.unknown-encoding": Message(
        _USAGE,
        "”{encoding}” är ingen teckenkodning.",
        "“{encoding}” is no encoding.",
        "Välj till exempel utf-8, cp1252 eller utf-16, eller låt den gissas.",
        "Choose for example utf-8, cp1252 or utf-16, or let it be guessed.",
    ),
    "invited.columns": Message(
        _USAGE,
        "”{path}” har ingen rad med rubrikerna {columns}, var och en en gång.",
        "“{path}” has no row with the headings {columns}, each of them once.",
        "Listan ska ha en kolumn för varje indelning av svaren och en med hur många som är inbjudna.",
        "The list has to have a column for each division of the answers, and one with how many were invited.",
    ),
    "invited.number": Message(
        _USAGE,
        "”{path}”, rad {line}: hur många som är inbjudna ska vara ett heltal.",
        "“{path}”, row {line}: how many were invited has to be a whole number.",
        "Skriv ett tal som 25, eller lämna cellen tom om antalet inte är känt.",
        "Write a number such as 25, or leave the cell empty if it is not known.",
    ),
    "invited.row": Message(
        _USAGE,
        "”{path}”, rad {line}: raden saknar ett namn, har ett med tecken som inte syns, eller har fler celler än det finns rubriker.",
        "“{path}”, row {line}: the row lacks a name, has one with signs that are not seen, or has more cells than there are headings.",
        "Skriv hela namnet på varje rad, utan sammanfogade celler, och tal utan kommatecken.",
        "Write the whole name in each row, without merged cells, and numbers without commas.",
    ),
    "invited.twice": Message(
        _USAGE,
        "”{path}”, rad {line}: ”{group}” står två gånger.",
        "“{path}”, row {line}: “{group}” stands twice.",
        "Låt varje grupp stå på en rad, med alla som är inbjudna.",
        "Let each group stand in one row, with all who were invited.",
    ),
}

_MOST = 60  # letters of what a file says that are shown


def shown(words: str) -> str:
    """What a file or a caller says, as far as it can and should be shown."""
    plain = "".join(c if c.isprintable() else "?" for c in words.encode("utf-8", "replace").decode())
    return plain if len(plain) <= _MOST else plain[: _MOST - 1] + "…"


def fail(code: str, **said: Any) -> NoReturn:
    """Raises the error with this code."""
    message = MESSAGES[code]
    sv, en, hint_sv, hint_en = (words.format(**said) for words in message[1:])
    raise message.error(code, _native.Localised(sv=sv, en=en), _native.Localised(sv=hint_sv, en=hint_en)) from None
