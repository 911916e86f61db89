"""How the answers spread: bars that part at a line, with the favourable answers to its right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kvalitet._audience import LEAST_ANSWERS
from kvalitet._native import AnswerLevel, AnswerScale, Language, SurveyCounts, SurveyInstrument, SurveyItem
from kvalitet._plots import rounds as of
from kvalitet._plots.plot import PlotTable, SurveyPlot
from kvalitet._plots.rounds import Round
from kvalitet._plots.sheet import LARGE, LEADING, LINE, QUIET, SMALL, Sheet, broken, dots, stripes, width_of
from kvalitet._plots.words import percent, whole, word
from kvalitet._text import say

# From the ends of the scale to the middle. Ends are told from paper (3:1), and black letters from all of them (4.5:1);
# what is lighter has an outline. In grey it is the stripes that tell one side from the other.
_UNFAVOURABLE = ("#c9731f", "#f6cf9f")
_FAVOURABLE = ("#4a90c4", "#c3dff0")
_MIDDLE = "#e4e4e4"
_OUTSIDE = "#f2f2f2"
_STRIPES = ("#f6cf9f", "#d29a5a")
_DOTS = "#a0a0a0"
_PLATE, _MIDDLE_PLATE = "#f8d5a8", "#e6e6e6"
_NEUTRAL = ("split", "left", "apart")
_LABELS = 0.27  # of the width, at most, for the names of groups
_WIDE = 480  # from where there is room for more than the bars
_BAR = 18
_STEP = SMALL * LEADING


@dataclass(frozen=True)
class _Row:
    """A bar: what a group answered to an item in a round."""

    item: SurveyItem
    scale: AnswerScale
    key: tuple[str, ...]
    round: Round
    asked: bool
    given: dict[int, int]
    hidden: bool = False  # there are answers, but too few to be shown

    @property
    def levels(self) -> list[AnswerLevel]:
        """From the least favourable to the most."""
        return list(reversed(self.scale.levels)) if self.item.reversed else list(self.scale.levels)

    @property
    def on_scale(self) -> int:
        return sum(self.given.get(level.code, 0) for level in self.scale.levels)

    @property
    def outside(self) -> int:
        return sum(self.given.get(level.code, 0) for level in self.scale.outside)

    @property
    def is_of_few(self) -> bool:
        """Fewer answers on the scale than are shown, or fewer of "vet inte" where that is all there is."""
        return 0 < (self.on_scale or self.outside) < LEAST_ANSWERS

    def share(self, level: AnswerLevel) -> float:
        """In per cent of those on the scale."""
        return 100 * self.given.get(level.code, 0) / self.on_scale if self.on_scale else 0.0


def plot(
    counts: SurveyCounts | Sequence[SurveyCounts],
    instrument: SurveyInstrument | Sequence[SurveyInstrument],
    *,
    area: str | None,
    items: Sequence[str] | None,
    key: Sequence[str] | None,
    neutral: str,
    lang: Language,
    width: int,
) -> SurveyPlot:
    """The function `answers_plot` of the package says what it does."""
    if neutral not in _NEUTRAL:
        raise ValueError(f"neutral: expected one of {', '.join(_NEUTRAL)}, got {neutral!r}")
    figure = _Figure(of.rounds_of(counts, instrument), area, items, key, neutral, lang, of.wide_enough(width))

    def at(width: int) -> SurveyPlot:
        return plot(counts, instrument, area=area, items=items, key=key, neutral=neutral, lang=lang, width=width)

    return SurveyPlot(figure.draw, at, figure.title, figure.notes, figure.table(), str(lang))


class _Figure:
    def __init__(
        self,
        rounds: Sequence[Round],
        area: str | None,
        items: Sequence[str] | None,
        key: Sequence[str] | None,
        neutral: str,
        lang: Language,
        width: int,
    ) -> None:
        self.rounds, self.neutral, self.lang, self.width = rounds, neutral, lang, width
        self.by = rounds[0].counts.by
        self.keys = of.keys_of(rounds, key)
        asked = of.items_of(rounds, area, items)
        self.areas = of.area_titles(rounds, lang)
        self.common, self.names = of.names_of(self.keys, self.by)
        self.breaks = {(at, str(finding.data.get("item"))) for at, finding in of.trend_breaks(rounds)}
        self.rows = {item.id: list(self._rows(item)) for item in asked}
        # Items that nobody was asked, such as those of preschools in a school, are told and not drawn.
        drawn = [
            item
            for item in asked
            if items is not None or any(row.hidden or sum(row.given.values()) for row in self.rows[item.id])
        ]
        self.items = drawn or asked
        self.unanswered = [item for item in asked if item not in drawn]
        self.rows = {item.id: self.rows[item.id] for item in self.items}
        self.every = [row for rows in self.rows.values() for row in rows]
        self.title = self._title(area)
        self.notes = self._notes()
        self.room = self._room()

    def _title(self, area: str | None) -> str:
        what = self.areas[area] if area is not None else say(self.rounds[-1].instrument.title, self.lang)
        when = self.rounds[0].called(self.lang) if len(self.rounds) == 1 else ""
        return ", ".join(filter(None, (what or word("answers", self.lang), self.common, when)))

    def _rows(self, item: SurveyItem) -> Iterator[_Row]:
        for key in self.keys or ((),):
            for one in self.rounds:
                own = one.item(item.id) or item
                scale = next((scale for scale in one.instrument.scales if scale.id == own.scale), None)
                if scale is not None:
                    row = _Row(own, scale, key, one, one.item(item.id) is not None, one.answers(key, item.id))
                    yield replace(row, given={}, hidden=True) if row.is_of_few else row

    def _notes(self) -> list[str]:
        say_, lang = word, self.lang
        notes = [say_("own", lang)]
        if not self.items or not self.keys:
            return [*notes, say_("nothing" if self.items else "no items", lang)]
        notes.append(say_("sides", lang))
        if any(item.reversed for item in self.items):
            notes.append(say_("turned", lang))
        scales = {row.scale.id: row.scale for row in self.every}
        middles = dict.fromkeys(say(level.label, lang) for scale in scales.values() for level in _middle(scale))
        notes += [say_(self.neutral, lang).format(middle) for middle in middles]
        if not middles:
            notes.append(say_("no middle", lang))
        outside = dict.fromkeys(self._outside(scale) for scale in scales.values() if scale.outside)
        notes += [say_("outside", lang).format(called) for called in outside]
        if self.unanswered and self.items != self.unanswered:
            told = " ".join(of.wording(item, lang) for item in self.unanswered)
            notes.append(say_("unanswered", lang).format(told))
        if any(row.hidden for row in self.every):
            notes.append(say_("too few", lang).format(LEAST_ANSWERS))
        if any(0 < row.on_scale < of.FEW for row in self.every):
            notes.append(say_("few", lang).format(of.FEW))
        return notes

    def _outside(self, scale: AnswerScale) -> str:
        return " / ".join(say(level.label, self.lang) for level in scale.outside)

    def _label(self, row: _Row) -> str:
        """What a bar is called beside the others of its item."""
        when = row.round.called(self.lang) if len(self.rounds) > 1 else ""
        changed = (self.rounds.index(row.round), row.item.id) in self.breaks
        told = ", ".join(filter(None, (self.names.get(row.key, ""), when)))
        return f"{told} ({word('changed', self.lang)})" if changed else told

    # Where things stand, from the left: names, bars, a column for each answer apart, how many answers.

    def _room(self) -> dict[str, float]:
        labels = {self._label(row) for row in self.every}
        widest = max((width_of(label, SMALL) for label in labels), default=0)
        names = min(widest + 8, self.width * _LABELS) if widest else 0
        # Names that are long, or any on a telephone, stand above their bars.
        if self.width < _WIDE or any(len(broken(label, names - 8, SMALL)) > 2 for label in labels if label):
            names = 0
        columns = max((len(self._apart(row)) for row in self.every), default=0)
        column = 92 if self.width >= _WIDE else 50
        answers = max(width_of(part, SMALL) for part in (word("n", self.lang).split()[0], word("few mark", self.lang)))
        right = self.width - answers
        bars = right - columns * (column + 8) - 10
        return {"names": names, "left": names, "right": bars, "column": column, "answers": answers}

    def _apart(self, row: _Row) -> list[tuple[str, int, float, str]]:
        """What stands in columns of its own: its name, how many, per cent, and colour."""
        apart = []
        if self.neutral == "apart":
            apart += [
                (say(level.label, self.lang), row.given.get(level.code, 0), row.share(level), _MIDDLE)
                for level in _middle(row.scale)
            ]
        if row.scale.outside:
            everybody = row.on_scale + row.outside
            share = 100 * row.outside / everybody if everybody else 0.0
            apart.append((self._outside(row.scale), row.outside, share, _OUTSIDE))
        return apart

    def draw(self) -> Sheet:
        """The figure."""
        sheet = Sheet(self.width, self.title, str(self.lang))
        sheet.lines(self.title, size=LARGE, bold=True)
        sheet.y += 4
        area = ""
        scale: tuple[str, ...] = ()
        for item in self.items if self.keys else ():
            rows = self.rows[item.id]
            if len({item.area for item in self.items}) > 1 and item.area != area:
                area = item.area
                sheet.y += 10
                sheet.lines(self.areas.get(item.area, item.area), size=14, bold=True)
                sheet.told.append(self.areas.get(item.area, item.area))
            if rows and self._named(rows[0]) != scale:
                scale = self._named(rows[0])
                if not all(row.item.reversed for row in self.every if self._named(row) == scale):
                    self._key(sheet, rows[0].scale.levels)
                self._heads(sheet, rows[0])
            self._item(sheet, item, rows)
        if self.items and self.keys:
            self._axis(sheet)
        sheet.y += 8
        for note in self.notes:
            sheet.lines(note, size=SMALL, colour=QUIET)
            sheet.y += 2
        sheet.told += self.notes
        return sheet

    def _named(self, row: _Row) -> tuple[str, ...]:
        """What the answers are called, from the least agreement to the most; then those outside."""
        return tuple(say(level.label, self.lang) for level in (*row.scale.levels, *row.scale.outside))

    def _key(self, sheet: Sheet, levels: Sequence[AnswerLevel], before: str = "") -> None:
        """What the colours and patterns stand for, from the left of the bars to their right."""
        sheet.y += 4
        x = 0.0
        words = [(before, "")] if before else []
        words += [
            (say(level.label, self.lang), self._colour(sheet, at, len(levels))) for at, level in enumerate(levels)
        ]
        for label, colour in words:
            swatch = 22 if colour else 0
            wide = swatch + width_of(label, SMALL) + 12
            if x and x + wide > self.width + 12:
                x, sheet.y = 0.0, sheet.y + 18
            if colour:
                sheet.box(x, sheet.y + 2, x + 17, sheet.y + 14, colour)
            for at, line in enumerate(broken(label, self.width - swatch, SMALL)):
                if at:
                    sheet.y += _STEP
                sheet.text(x + swatch, sheet.y + 8, line, size=SMALL)
            x += wide
        sheet.y += 20
        sheet.told.append(" ".join(filter(None, (before, ", ".join(label for label, colour in words if colour) + "."))))

    def _heads(self, sheet: Sheet, row: _Row) -> None:
        """What stands above the columns."""
        top = sheet.y
        columns = [(self._column(at, row), name, self.room["column"]) for at, (name, *_) in enumerate(self._apart(row))]
        columns.append((self.width - self.room["answers"], word("n", self.lang), self.room["answers"]))
        heads = [(x, broken(name, room, SMALL)) for x, name, room in columns]
        deepest = max(len(lines) for _, lines in heads)
        for x, lines in heads:
            for at, line in enumerate(lines):
                sheet.text(x, top + (deepest - len(lines) + at + 0.5) * _STEP, line, size=SMALL, colour=QUIET)
        y = top + (deepest - 0.5) * _STEP
        left, right = word("unfavourable", self.lang), word("favourable", self.lang)
        if width_of(left, SMALL) + width_of(right, SMALL) + 8 > self.room["right"] - self.room["left"]:
            left, right = "←", "→"  # on a telephone with long names; the notes say what the sides are
        sheet.text(self.room["left"], y, left, size=SMALL, colour=QUIET)
        sheet.text(self.room["right"], y, right, size=SMALL, align="right", colour=QUIET)
        sheet.y = top + deepest * _STEP + 2

    def _column(self, at: int, row: _Row) -> float:
        columns = len(self._apart(row))
        return self.width - self.room["answers"] - (columns - at) * (self.room["column"] + 8)

    def _item(self, sheet: Sheet, item: SurveyItem, rows: Sequence[_Row]) -> None:
        asked = of.wording(item, self.lang)
        sheet.y += 6
        sheet.lines(asked, bold=True)
        sheet.told.append(asked)
        sheet.y += 2
        shown = (self._named(rows[0]), False) if rows else ((), False)
        for row in rows:
            # Negatively worded items have a key of their own, and so have rounds with another scale.
            if (self._named(row), row.item.reversed) != shown:
                shown = (self._named(row), row.item.reversed)
                self._key(sheet, row.levels, word("is turned", self.lang) if row.item.reversed else "")
            self._bar(sheet, row)

    def _bar(self, sheet: Sheet, row: _Row) -> None:
        label = broken(self._label(row), self.room["names"] - 8, SMALL) if self.room["names"] else []
        if self._label(row) and not label:
            sheet.lines(self._label(row), size=SMALL)
            sheet.y += 3
        few = 0 < row.on_scale < of.FEW
        height = max(_BAR, len(label) * _STEP, 2 * _STEP if few else 0)
        middle = sheet.y + height / 2
        for at, line in enumerate(label):
            sheet.text(0, middle + (at - (len(label) - 1) / 2) * _STEP, line, size=SMALL)
        top, bottom = middle - _BAR / 2, middle + _BAR / 2
        for x in map(self._x, (-100, -50, 50, 100)):
            sheet.rule(x, top - 2, x, bottom + 2, colour="#c4c4c4", under=True)
        told = self._segments(sheet, row, top, bottom) if row.on_scale else self._nothing(sheet, row, middle)
        halved = self.neutral == "split" and any(row.given.get(level.code) for level in _middle(row.scale))
        for start, end in ((top - 3, top), (bottom, bottom + 3)) if halved else ((top - 3, bottom + 3),):
            sheet.rule(self._x(0), start, self._x(0), end, colour="#000000", thick=1.5)
        for at, (name, count, share, colour) in enumerate(() if row.hidden else self._apart(row)):
            x = self._column(at, row)
            self._box_apart(sheet, x, top, bottom, count, share, colour, name)
            told.append(f"{name} {count} ({percent(share, self.lang)})")
        x = self.width - self.room["answers"]
        number = f"<{LEAST_ANSWERS}" if row.hidden else str(row.on_scale)
        sheet.text(x, middle - (_STEP / 2 if few else 0), number, size=SMALL, bold=True)
        if few:
            sheet.text(x, middle + _STEP / 2, word("few mark", self.lang), size=SMALL, colour=QUIET)
        told.append(f"{word('n', self.lang)} {number}" + (f", {word('few mark', self.lang)}" if few else ""))
        sheet.told.append(f"{self._label(row) or word('all', self.lang)}: {'; '.join(told)}.")
        sheet.y += height + 5

    def _nothing(self, sheet: Sheet, row: _Row, middle: float) -> list[str]:
        why = "not asked" if not row.asked else "only outside" if row.outside else "no answers"
        why = "hidden" if row.hidden else why
        room = self.room["right"] - self.room["left"]
        words = word(why, self.lang)
        side = width_of(words, SMALL) <= room / 2 - 8
        x = self._x(0) + 6 if side else self.room["left"] + 2
        ground = width_of(words, SMALL) + 4
        sheet.box(x - 2, middle - 8, x + ground, middle + 8, "#ffffff", line="#ffffff")
        sheet.text(x, middle, words, size=SMALL, colour=QUIET)
        return [words]

    def _segments(self, sheet: Sheet, row: _Row, top: float, bottom: float) -> list[str]:
        """The bar; the words that say it."""
        levels, told = row.levels, []
        middle = {level.code for level in _middle(row.scale)}
        at = -sum((row.share(level) for level in levels[: len(levels) // 2]), start=0.0)
        if middle and self.neutral != "apart":
            centre = row.share(levels[len(levels) // 2])
            at -= centre if self.neutral == "left" else centre / 2
        for place, level in enumerate(levels):
            share, count = row.share(level), row.given.get(level.code, 0)
            label = say(level.label, self.lang)
            if level.code in middle and self.neutral == "apart":
                continue
            told.append(f"{label} {count} ({percent(share, self.lang)})")
            if not count:
                continue
            left, right = self._x(at), self._x(at + share)
            names = [word(key, self.lang) for key in ("item", "group", "round")]
            shown = [of.wording(row.item, self.lang), of.group_name(row.key, self.by), row.round.called(self.lang)]
            data = dict(zip(names, shown, strict=True)) | {
                word("answers count", self.lang): label,
                "n": count,
                "%": round(share, 1),
            }
            sheet.box(left, top, right, bottom, self._colour(sheet, place, len(levels)), data)
            number = str(whole(share))
            if width_of(number, SMALL) <= right - left - 3:
                x, y = (left + right) / 2, (top + bottom) / 2
                if place < (len(levels) + 1) // 2:
                    sheet.plate(x, y, number, _PLATE if level.code not in middle else _MIDDLE_PLATE)
                sheet.text(x, y, number, size=SMALL, align="center", colour="#000000")
            at += share
        return told

    def _box_apart(
        self, sheet: Sheet, x: float, top: float, bottom: float, count: int, share: float, colour: str, name: str
    ) -> None:
        """How many gave an answer that is not in the bar, in a box that is full at 100 %."""
        wide = self.room["column"]
        if colour == _MIDDLE:
            sheet.patterns[_MIDDLE] = dots(_DOTS)
        sheet.box(x, top, x + wide, bottom, "#ffffff", line="#8a8a8a")
        if count:
            sheet.box(x, top, x + wide * share / 100, bottom, "#d9d9d9" if colour == _OUTSIDE else colour, line=LINE)
        words = f"{count} ({percent(share, self.lang)})"
        if width_of(words, SMALL) > wide - 4 or not count:
            words = str(count)
        sheet.text(x + wide - 4, (top + bottom) / 2, words, size=SMALL, align="right", colour="#000000")

    def _axis(self, sheet: Sheet) -> None:
        near = self._x(50) - self._x(0) < width_of(percent(100, self.lang), SMALL) + 6
        for share in (-100, 0, 100) if near else (-100, -50, 0, 50, 100):
            x = self._x(share)
            sheet.rule(x, sheet.y, x, sheet.y + 4)
            align = "left" if share == -100 and not self.room["names"] else "center"
            sheet.text(x, sheet.y + 12, percent(abs(share), self.lang), size=SMALL, align=align, colour=QUIET)
        sheet.y += 20

    def _x(self, share: float) -> float:
        """Where a share stands, from -100 to 100 per cent."""
        left, right = self.room["left"], self.room["right"]
        return left + (right - left) * (share + 100) / 200

    def _colour(self, sheet: Sheet, place: int, levels: int) -> str:
        """Of a level by its place from the least favourable; its pattern is noted."""
        half = levels // 2
        if levels % 2 and place == half:
            sheet.patterns[_MIDDLE] = dots(_DOTS)
            return _MIDDLE
        favourable = place >= levels - half
        depth = (levels - 1 - place if favourable else place) / max(half - 1, 1)
        colour = _between(*(_FAVOURABLE if favourable else _UNFAVOURABLE), depth)
        if not favourable:
            sheet.patterns[colour] = stripes(_STRIPES[depth > 0.5], 2.4 - 1.2 * depth)
        return colour

    def table(self) -> PlotTable:
        """The same in rows: how many, and per cent of those on the scale."""
        lang = self.lang
        levels = dict.fromkeys(say(level.label, lang) for row in self.every for level in row.scale.levels)
        outside = dict.fromkeys(say(level.label, lang) for row in self.every for level in row.scale.outside)
        header = [word("item", lang)]
        header += [word("group", lang)] if self.by else []
        header += [word("round", lang), word("on scale", lang)]
        header += [part for level in levels for part in (level, f"{level}, %")]
        header += [one for one in outside if one not in levels]
        rows = []
        for row in self.every if self.keys else ():
            cells: list[str | float | None] = [of.wording(row.item, lang)]
            cells += [of.group_name(row.key, self.by)] if self.by else []
            cells += [row.round.called(lang), None if row.hidden else row.on_scale]
            own = {say(level.label, lang): level for level in row.scale.levels}
            for level in levels:
                known = own.get(level)
                cells.append(row.given.get(known.code, 0) if known is not None and not row.hidden else None)
                cells.append(round(row.share(known), 1) if known is not None and row.on_scale else None)
            beyond = {say(level.label, lang): level for level in row.scale.outside}
            for level in (one for one in outside if one not in levels):
                known = beyond.get(level)
                cells.append(row.given.get(known.code, 0) if known is not None and not row.hidden else None)
            rows.append(cells)
        return PlotTable(self.title, header, rows, str(lang), list(self._read_as()) if rows else ())

    def _read_as(self) -> Iterator[tuple[str, list[str], list[list[str]]]]:
        """A table for each scale, with as many columns as have something to tell."""
        lang = self.lang
        scales: dict[tuple[str, ...], list[_Row]] = {}
        for row in self.every:
            scales.setdefault(self._named(row), []).append(row)
        groups, rounds = len(self.keys) > 1, len(self.rounds) > 1
        for rows in scales.values():
            levels = rows[0].scale.levels
            header = [word("item", lang)]
            header += [word("group", lang)] if groups else []
            header += [word("round", lang)] if rounds else []
            header += [word("on scale", lang), *self._named(rows[0])]
            body = []
            for row in rows:
                cells = [of.wording(row.item, lang)]
                cells += [self.names[row.key]] if groups else []
                cells += [row.round.called(lang)] if rounds else []
                counted = f"<{LEAST_ANSWERS}" if row.hidden else str(row.on_scale)
                cells.append(counted if row.asked else word("not asked", lang))
                everybody = row.on_scale + row.outside
                for level in row.scale.levels:
                    cells.append(self._counted(row.given.get(level.code, 0), row.share(level), row.on_scale))
                for level in row.scale.outside:
                    count = row.given.get(level.code, 0)
                    cells.append(self._counted(count, 100 * count / everybody if everybody else 0, everybody))
                body.append(cells)
            about = f" ({say(levels[0].label, lang)} – {say(levels[-1].label, lang)})" if len(scales) > 1 else ""
            yield self.title + about, header, body

    def _counted(self, count: int, share: float, of_all: int) -> str:
        return f"{count} ({percent(share, self.lang)})" if of_all else "–"


def _middle(scale: AnswerScale) -> list[AnswerLevel]:
    """The level in the middle, when there is one."""
    count = len(scale.levels)
    return [scale.levels[count // 2]] if count % 2 else []


def _between(a: str, b: str, part: float) -> str:
    channels = (int(a[at : at + 2], 16) * (1 - part) + int(b[at : at + 2], 16) * part for at in (1, 3, 5))
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)
