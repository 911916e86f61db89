"""How objects draw themselves in notebooks: always as text and as HTML, and as a picture where there is one.

Imported when first something is drawn. The text alone says everything; what is long is told in fewer words.
"""

from __future__ import annotations

import datetime as dt
import textwrap
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kvalitet import _html, _native, _status, _text
from kvalitet._choice import Choice
from kvalitet._html import Html, element
from kvalitet._records import Records
from kvalitet._text import Lang, say

MOST = 50  # rows of a table, or findings; how many more there are is told
_LONGEST = 120  # lines of an outline: what has more is told less deeply
_ROOM = 160  # characters for a list that is told within a line
_WIDEST = 60  # characters of a cell in text
_DEEPEST = 6
_COLUMNS = 6  # of a table; records that hold more are told one by one
_UNSAID = {"format_version", "id", "pointer"}  # for programs

# Notebooks put what stands in tables to the right, as figures, unless it insists.
_STYLE = Html(
    "<style>"
    ".kvalitet table{border-collapse:collapse}"
    ".kvalitet caption,.kvalitet thead th{font-weight:bold;text-align:left!important}"
    ".kvalitet tbody th{font-weight:normal;min-width:8em}"
    ".kvalitet th,.kvalitet td{padding:.2em .8em .2em 0;text-align:left!important;vertical-align:top!important}"
    ".kvalitet blockquote{margin:.2em 0 .2em 1em;font-style:italic}"
    ".kvalitet article{margin:0 0 1em}.kvalitet article p{margin:.2em 0}"
    ".kvalitet svg{max-width:26rem;height:auto}"
    "</style>"
)


@dataclass(frozen=True)
class _Shown:
    """A thing in all its forms."""

    text: str
    html: Html
    svg: str = ""


def bundle(thing: Any, lang: Lang = Lang.sv) -> dict[str, str]:
    """The forms of an object of the model or a list of them, by their media types."""
    shown = _shown(thing, lang)
    forms = {
        "text/plain": shown.text,
        "text/html": element("div", _STYLE, shown.html, class_="kvalitet", lang=str(lang)),
        "image/svg+xml": shown.svg,
    }
    return {media_type: str(form) for media_type, form in forms.items() if form}


def _shown(thing: Any, lang: Lang) -> _Shown:
    match thing:
        case _native.Finding():
            return _Shown(_text.finding(thing, lang), _finding(thing, lang))
        case _native.AnnualCycle():
            return _cycle(thing, lang)
        case _native.EffectChain():
            return _effect_chain(thing, lang)
        case Records():
            return _records(thing, lang)
    lines = _fitting([thing], lang)
    return _Shown(_outline_text(lines), _outline_html(lines))


def _records(records: Records[Any], lang: Lang) -> _Shown:
    """A list, in the form that its records are told in best."""
    shown = records[:MOST]
    more = _text.word("more", lang).format(len(records) - MOST) if len(records) > MOST else ""
    if records.record_class is _native.Finding:
        summary = _text.summary(records, lang)
        texts = [*(_text.finding(one, lang) for one in shown), more, summary]
        html = (*(_finding(one, lang) for one in shown), _paragraph(more), _paragraph(summary))
        return _Shown("\n\n".join(filter(None, texts)), _html.join(html))
    if not records:
        nothing = _text.word("none", lang)
        return _Shown(nothing, _paragraph(nothing))
    told = _table_of(shown, lang)
    if told is None:
        lines = _fitting(shown, lang)
        return _Shown(
            "\n".join(filter(None, (_outline_text(lines), more))), _html.join((_outline_html(lines), _paragraph(more)))
        )
    header, rows = told
    caption = f"{say(_native._shown(records[0])[0], lang)} ({len(records)})"
    text = "\n".join(filter(None, (_text.table(header, [[_wrapped(cell) for cell in row] for row in rows]), more)))
    return _Shown(text, _html.join((_html.table(caption, header, rows), _paragraph(more))))


def _table_of(records: Records[Any], lang: Lang) -> tuple[Sequence[str], Sequence[Sequence[str]]] | None:
    """Headings and rows, when the records fit in a table."""
    if records.record_class is _native.Event:
        return _text.header(lang), _text.rows(records, lang)
    if records.record_class is _native.StatusRow:
        return _status.header(lang), _status.table(records, lang)
    if records.record_class is _native.DutyRow:
        return _text.duty_header(lang), _text.duty_rows(records, {}, lang)
    told = [_fields(record) for record in records]
    headings = {key: say(label, lang) for fields in told for key, label, _ in fields}
    if len(headings) > _COLUMNS or not all(_is_flat(value) for fields in told for *_, value in fields):
        return None
    cells = ({key: _inline(value, lang) for key, _, value in fields} for fields in told)
    return tuple(headings.values()), [tuple(row.get(key, "") for key in headings) for row in cells]


def _wrapped(cell: str) -> str:
    return "\n".join(part for line in cell.split("\n") for part in textwrap.wrap(line, _WIDEST) or [""])


def _finding(finding: _native.Finding, lang: Lang) -> Html:
    (_, head), *rest = _text.finding_parts(finding, lang)
    parts = (element("blockquote" if role == "quote" else "p", text) for role, text in rest)
    return element("article", element("p", element("strong", head)), *parts)


def _effect_chain(chain: _native.EffectChain, lang: Lang) -> _Shown:
    """The picture, and the words that it says itself in: a long paragraph, folded below it."""
    svg = chain.to_svg(lang=lang, id_prefix=_prefix(chain))
    title, told = (ET.fromstring(svg).findtext(f"{{http://www.w3.org/2000/svg}}{tag}", "") for tag in ("title", "desc"))
    lines = told.split("\n")
    folded = element("details", element("summary", title), *(_paragraph(line) for line in lines))
    return _Shown("\n".join([title, *lines]), _html.join((Html(svg), folded)), svg)


def _prefix(thing: Any) -> str:
    """The same picture has the same ids wherever it stands on a page, another one others."""
    return f"kvalitet-{zlib.crc32(thing.to_json(pretty=False).encode()):08x}-"


def _cycle(cycle: _native.AnnualCycle, lang: Lang) -> _Shown:
    text = _text.cycle(cycle, lang)
    table = _html.table(_text.cycle_title(cycle, lang), _text.header(lang), _text.rows(cycle.events, lang))
    first, last = cycle.period.start, cycle.period.end
    if (last.year - first.year) * 12 + last.month - first.month >= 12:  # a wheel has twelve months
        return _Shown(text, table)
    svg = cycle.to_svg(lang=lang, id_prefix=_prefix(cycle))
    return _Shown(text, _html.join((Html(svg), table)), svg)


def _paragraph(text: str) -> Html:
    return element("p", text) if text else Html()


# Any record in words: a line for each thing said, below what it is said of.


@dataclass(frozen=True)
class _Line:
    level: int
    label: str
    text: str

    def words(self) -> str:
        return ": ".join(filter(None, (self.label, self.text)))


def _fitting(records: Sequence[Any], lang: Lang) -> list[_Line]:
    """As deep as there is room for."""
    for depth in range(_DEEPEST, -1, -1):
        lines = [line for record in records for line in _item(record, lang, 0, depth)]
        if len(lines) <= _LONGEST:
            break
    if len(lines) > _LONGEST:
        more = _text.word("more", lang).format(len(lines) - _LONGEST)
        lines[_LONGEST:] = [_Line(0, "", more)]
    return lines


def _fields(record: Any) -> list[tuple[str, _native.Localised, Any]]:
    """Key, label and value of what a record says."""
    return [
        (key, label, value)
        for key, label, value, says in _native._shown(record)[2]
        if says and value not in ("", ()) and key not in _UNSAID
    ]


def _said(record: Any, lang: Lang) -> list[tuple[str, Any]]:
    """Label and value of what a record says besides its title."""
    _, title, _ = _native._shown(record)
    return [(say(label, lang), value) for _, label, value in _fields(record) if value not in (title, title.sv)]


def _item(record: Any, lang: Lang, level: int, depth: int) -> Iterator[_Line]:
    """A record, and below it what it says."""
    name, title, _ = _native._shown(record)
    said = _said(record, lang)
    if level and not title.sv and all(_is_flat(value) for _, value in said):
        yield _Line(level, "", _sentence(said, lang))
        return
    called = title.sv and level
    yield _Line(level, "" if called else say(name, lang), say(title, lang))
    yield from _below(said, lang, level + 1, depth)


def _below(said: Sequence[tuple[str, Any]], lang: Lang, level: int, depth: int) -> Iterator[_Line]:
    for label, value in said:
        if _is_flat(value) or depth <= 0:
            yield _Line(level, label, _inline(value, lang))
        elif isinstance(value, tuple):
            yield _Line(level, label, "")
            for item in value:
                yield from _item(item, lang, level + 1, depth - 1)
        else:
            yield _Line(level, label, say(_native._shown(value)[1], lang))
            yield from _below(_said(value, lang), lang, level + 1, depth - 1)


def _sentence(said: Sequence[tuple[str, Any]], lang: Lang) -> str:
    """What a record without a title says: a single thing needs no label."""
    if len(said) == 1:
        return _inline(said[0][1], lang)
    return "; ".join(f"{label}: {_inline(value, lang)}" for label, value in said)


def _is_record(value: object) -> bool:
    return hasattr(value, "to_json")


def _is_flat(value: object) -> bool:
    """Whether it is told within a line."""
    if isinstance(value, tuple):
        return not any(_is_record(item) and not isinstance(item, _native.Localised) for item in value)
    return not _is_record(value) or isinstance(value, _native.Localised | _native.Period | _native.Basis)


def _inline(value: Any, lang: Lang) -> str:
    """A value within a line."""
    match value:
        case None:
            return ""
        case bool():
            return _text.word("yes" if value else "no", lang)
        case Choice():
            return say(value.label, lang)
        case _native.Localised():
            return say(value, lang)
        case _native.Period():
            return _text.period(value, lang)
        case _native.Citation():
            return _text.quote(value, lang)
        case _native.Basis():
            parts = [say(value.origin.label, lang)]
            if value.citation is not None:
                parts.append(_text.quote(value.citation, lang))
            return ": ".join(parts)
        case dt.datetime():
            return f"{_text.day(value, lang)} {value:%H:%M}"
        case dt.date():
            return _text.day(value, lang)
        case dt.time():
            return f"{value:%H:%M}"
        case tuple():
            return _series([_inline(item, lang) for item in value], lang)
        case Mapping():
            return ", ".join(f"{key}: {item}" for key, item in value.items())
    if not _is_record(value):
        return str(value)
    _, title, _ = _native._shown(value)
    return say(title, lang) or _sentence(_said(value, lang), lang)


def _series(words: Sequence[str], lang: Lang) -> str:
    """As many as there is room for, but at least one."""
    room = _ROOM
    for at, word in enumerate(words):
        room -= len(word)
        if room < 0 and at:
            return ", ".join([*words[:at], _text.word("more", lang).format(len(words) - at)])
    return ", ".join(words)


def _outline_text(lines: Sequence[_Line]) -> str:
    return "\n".join("  " * line.level + line.words() for line in lines)


def _outline_html(lines: Sequence[_Line]) -> Html:
    """Lists in lists."""
    inside: list[str] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].level > lines[at].level:
            end += 1
        line = lines[at]
        label = element("strong", f"{line.label}: " if line.text else line.label) if line.label else Html()
        inside.append(
            element(
                "li", label, _html.lines(line.text), *([_outline_html(lines[at + 1 : end])] if end > at + 1 else [])
            )
        )
        at = end
    return element("ul", *inside)
