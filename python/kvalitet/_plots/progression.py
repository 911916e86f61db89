"""What became of areas or items from round to round: a panel for each, on an axis that is always the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kvalitet._audience import LEAST_ANSWERS
from kvalitet._native import Language, SurveyCounts, SurveyInstrument, Value
from kvalitet._plots import rounds as of
from kvalitet._plots.plot import PlotTable, SurveyPlot
from kvalitet._plots.rounds import Round
from kvalitet._plots.sheet import LARGE, LEADING, LINE, QUIET, SMALL, Sheet, broken, width_of
from kvalitet._plots.words import decimal, percent, word
from kvalitet._text import say

# Each group has a shape and a dash besides its colour, and every colour is told from paper (4.5:1).
_STYLES: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("circle", "#00567f", ()),
    ("square", "#a2420a", (7, 3)),
    ("triangle-up", "#5b2c83", (2, 2)),
    ("diamond", "#2f6b2f", (9, 3, 2, 3)),
    ("triangle-down", "#8a1a4a", (4, 4)),
)
_HIGH = 150
_LEFT = 40
_STEP = SMALL * LEADING
_MEASURES = ("points", "share")


@dataclass(frozen=True)
class _Subject:
    """An area or an item."""

    id: str
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class _Point:
    """What a group had in a round."""

    value: float | None
    lower: float | None
    upper: float | None
    answers: int
    few: bool
    why: str = ""  # there is no value: a key of the words


def plot(
    counts: Sequence[SurveyCounts],
    instrument: SurveyInstrument | Sequence[SurveyInstrument],
    *,
    items: Sequence[str] | None,
    areas: Sequence[str] | None,
    key: Sequence[str] | None,
    measure: str,
    lang: Language,
    width: int,
) -> SurveyPlot:
    """The function `progression_plot` of the package says what it does."""
    if measure not in _MEASURES:
        raise ValueError(f"measure: expected one of {', '.join(_MEASURES)}, got {measure!r}")
    figure = _Figure(of.rounds_of(counts, instrument), items, areas, key, measure, lang, of.wide_enough(width))

    def at(width: int) -> SurveyPlot:
        return plot(counts, instrument, items=items, areas=areas, key=key, measure=measure, lang=lang, width=width)

    return SurveyPlot(figure.draw, at, figure.title, figure.notes, figure.table(), str(lang))


class _Figure:
    def __init__(
        self,
        rounds: Sequence[Round],
        items: Sequence[str] | None,
        areas: Sequence[str] | None,
        key: Sequence[str] | None,
        measure: str,
        lang: Language,
        width: int,
    ) -> None:
        self.rounds, self.lang, self.width = rounds, lang, width
        self._places = range(len(rounds))
        self.of_items = items is not None or measure == "share"
        self.share = measure == "share"
        self.by = rounds[0].counts.by
        self.keys = of.keys_of(rounds, key)
        self.common, self.names = of.names_of(self.keys, self.by)
        self.subjects = list(self._subjects(items, areas))
        self.breaks = list(of.trend_breaks(rounds))
        self.points = dict(self._points())
        self.title = ", ".join(filter(None, (say(rounds[-1].instrument.title, lang), self.common)))
        self.title = self.title or word("progression", lang)
        self.notes = self._notes()

    def _subjects(self, items: Sequence[str] | None, areas: Sequence[str] | None) -> Iterator[_Subject]:
        if isinstance(areas, str):
            raise TypeError("areas: expected a list of ids, got one text")
        if items is not None and areas is not None:
            raise of.misuse("plot.area-or-items", "Ange antingen areas eller items.", "Give either areas or items.")
        of.known_areas(areas or (), self.rounds)
        every = of.items_of(self.rounds, None, items)
        if self.of_items:
            for item in every:
                if areas is None or item.area in areas:
                    yield _Subject(item.id, of.wording(item, self.lang), (item.id,))
            return
        for area, title in of.area_titles(self.rounds, self.lang).items():
            if areas is None or area in areas:
                own = {item.id for one in self.rounds for item in one.instrument.items if item.area == area}
                yield _Subject(area, title, tuple(own))

    def _points(self) -> Iterator[tuple[tuple[int, tuple[str, ...], str], _Point]]:
        """What each group had in each round, by round, key and subject."""
        wanted = set(self.keys)
        for at, one in enumerate(self.rounds):
            size = {group.key: group.respondents for group in one.counts.groups}
            if self.of_items:
                for item in one.counts.item_figures(one.instrument, least_answers=LEAST_ANSWERS):
                    if item.key in wanted:
                        answers = item.answers + (item.outside if self.share else 0)
                        figures = (
                            (item.top_share, item.top_share_lower, item.top_share_upper)
                            if self.share
                            else (item.mean, item.mean_lower, item.mean_upper)
                        )
                        yield (at, item.key, item.item), self._point(answers, answers < of.FEW, *figures)
                continue
            for area in one.counts.area_figures(one.instrument, least_answers=LEAST_ANSWERS):
                if area.key in wanted:
                    point = self._point(area.answers, size[area.key] < of.FEW, area.index)
                    few = not area.answers and 0 < size[area.key] < LEAST_ANSWERS
                    yield (at, area.key, area.area), replace(point, why="hidden") if few else point

    def _point(self, answers: int, few: bool, *figures: Value) -> _Point:
        scale = 100.0 if self.share else 1.0
        numbers = [None if (n := figure.number_or_approximate) is None else n * scale for figure in figures]
        value, lower, upper = (*numbers, None, None)[:3]
        why = ""
        if value is None:
            why = "hidden" if str(figures[0]) == ".." else "not to be had" if answers else "no answers"
        return _Point(value, lower, upper, answers, few, why)

    def _at(self, at: int, key: tuple[str, ...], subject: _Subject) -> _Point:
        return self.points.get((at, key, subject.id), _Point(None, None, None, 0, False, "no answers"))

    def _broken(self, at: int, subject: _Subject) -> bool:
        """Whether the subject cannot be compared with what it was in the round before."""
        return any(place == at and finding.data.get("item") in subject.items for place, finding in self.breaks)

    def _notes(self) -> list[str]:
        lang = self.lang
        notes = [word("own", lang)]
        if not self.keys or not self.subjects:
            return [*notes, word("nothing" if self.subjects else "no items", lang)]
        if len(self.rounds) == 1:
            notes.append(word("one round", lang))
        notes.append(word("share axis" if self.share else "mean axis" if self.of_items else "index axis", lang))
        if self._told_below():
            notes.append(word("in brackets", lang))
        with_interval = any(point.lower is not None for point in self.points.values())
        notes.append(
            word(
                "interval" if with_interval else "no mean interval" if self.of_items else "no index interval",
                lang,
            )
        )
        shown = {item for subject in self.subjects for item in subject.items}
        why = dict.fromkeys(
            say(finding.message, lang) for _, finding in self.breaks if finding.data.get("item") in shown
        )
        if why:
            notes.append(" ".join([word("broken", lang), *why]))
        if any(point.why == "hidden" for point in self.points.values()):
            notes.append(word("too few", lang).format(LEAST_ANSWERS))
        if any(point.few and point.value is not None for point in self.points.values()):
            notes.append(word("answers few" if self.of_items else "respondents few", lang).format(of.FEW))
        notes.append(word("cross-sections", lang))
        return notes

    def draw(self) -> Sheet:
        """The figure."""
        sheet = Sheet(self.width, self.title, str(self.lang))
        sheet.lines(self.title, size=LARGE, bold=True)
        sheet.y += 6
        together = len(self.keys) <= len(_STYLES)
        if together and len(self.keys) > 1:
            self._key(sheet)
        for subject in self.subjects if self.keys else ():
            for keys in (self.keys,) if together else tuple((key,) for key in self.keys):
                name = "" if together else self.names[keys[0]]
                self._panel(sheet, subject, keys, ", ".join(filter(None, (subject.title, name))))
        for note in self.notes:
            sheet.lines(note, size=SMALL, colour=QUIET)
            sheet.y += 2
        sheet.told += self.notes
        return sheet

    def _key(self, sheet: Sheet) -> None:
        """Which mark is whose."""
        for key, (shape, colour, dash) in zip(self.keys, _STYLES, strict=False):
            for at, line in enumerate(broken(self.names[key], self.width - 48, SMALL)):
                y = sheet.y + 8
                if not at:
                    sheet.rule(2, y, 38, y, colour=colour, thick=2, dash=dash)
                    sheet.point(20, y, shape, colour)
                sheet.text(48, y, line, size=SMALL)
                sheet.y += 17
        sheet.y += 4

    def _panel(self, sheet: Sheet, subject: _Subject, keys: Sequence[tuple[str, ...]], title: str) -> None:
        sheet.lines(title, bold=True)
        sheet.told.append(title)
        sheet.y += 10
        top, bottom = sheet.y, sheet.y + _HIGH
        most = 100 if self.share else 10
        for tick in range(0, most + 1, most // 5):
            y = bottom - _HIGH * tick / most
            sheet.rule(_LEFT, y, self.width, y, colour="#c4c4c4" if tick else LINE, under=True)
            called = percent(tick, self.lang) if self.share else str(tick)
            sheet.text(_LEFT - 6, y, called, size=SMALL, align="right", colour=QUIET)
        for at in range(1, len(self.rounds)):
            if self._broken(at, subject):
                x = (self._x(at - 1) + self._x(at)) / 2
                sheet.rule(x, top - 4, x, bottom - 18, dash=(3, 3), colour=QUIET)
                sheet.text(x, bottom - 9, word("broken here", self.lang), size=SMALL, align="center", colour=QUIET)
        for number, key in enumerate(keys):
            self._line(sheet, subject, key, number, len(keys), bottom, most)
        sheet.y = bottom + 4
        self._below(sheet, subject, keys)
        sheet.y += 14

    def _line(
        self,
        sheet: Sheet,
        subject: _Subject,
        key: tuple[str, ...],
        number: int,
        of_keys: int,
        bottom: float,
        most: int,
    ) -> None:
        """The points of a group, its intervals, and lines between rounds that can be compared."""
        shape, colour, dash = _STYLES[number]
        aside = (number - (of_keys - 1) / 2) * min(10, self._wide() / (of_keys + 1))
        before: tuple[float, float] | None = None
        told = []
        for at, one in enumerate(self.rounds):
            point = self._at(at, key, subject)
            called = one.called(self.lang)
            if self._broken(at, subject):
                before = None
                told.append(word("broken here", self.lang))
            if point.value is None:
                before = None
                told.append(f"{called} {word(point.why, self.lang)}")
                continue
            x, y = self._x(at) + aside, bottom - _HIGH * point.value / most
            if before is not None:
                sheet.rule(*before, x, y, colour=colour, thick=2, dash=dash)
            if point.lower is not None and point.upper is not None:
                low, high = (bottom - _HIGH * end / most for end in (point.lower, point.upper))
                sheet.rule(x, low, x, high, colour=colour, thick=1.5)
                for end in (low, high):
                    sheet.rule(x - 4, end, x + 4, end, colour=colour, thick=1.5)
            data = {
                word("area" if not self.of_items else "item", self.lang): subject.title,
                word("group", self.lang): of.group_name(key, self.by),
                word("round", self.lang): called,
                self._measure(): round(point.value, 1),
                word("answers count", self.lang): point.answers,
            }
            sheet.point(x, y, shape, colour, data, hollow=point.few)
            before = (x, y)
            interval = ""
            if point.lower is not None and point.upper is not None:
                interval = f" [{self._said(point.lower)}–{self._said(point.upper)}]"
            told.append(f"{called} {self._said(point.value)}{interval} ({point.answers})")
        name = self.names[key] or self.common or word("all", self.lang)
        sheet.told.append(f"{name}: {'; '.join(told)}.")

    def _below(self, sheet: Sheet, subject: _Subject, keys: Sequence[tuple[str, ...]]) -> None:
        """The rounds by name, and below them the figures in numbers."""
        called = [one.called(self.lang) for one in self.rounds]
        longest = max(width_of(part, SMALL) for name in called for part in name.split() or [""])
        every = 1 + int(longest / (self._wide() - 4)) if len(called) > 1 else 1  # of very many rounds, some are named
        names = [broken(name, self._wide() * every - 4, SMALL) for name in called]
        deepest = max(len(lines) for lines in names[::every])
        for at, lines in enumerate(names):
            if at % every == 0:
                for place, line in enumerate(lines):
                    y = sheet.y + (place + 0.5) * _STEP
                    sheet.text(self._x(at), y, line, size=SMALL, align="center")
        sheet.y += deepest * _STEP
        if not self._told_below():
            return
        for number, key in enumerate(keys):
            y = sheet.y + _STEP / 2
            shape, colour, _ = _STYLES[number]
            if len(keys) > 1:
                sheet.point(_LEFT / 2, y, shape, colour)
            for at in self._places:
                sheet.text(self._x(at), y, self._cell(self._at(at, key, subject)), size=SMALL, align="center")
            sheet.y += _STEP

    def _cell(self, point: _Point) -> str:
        return word(point.why, self.lang) if point.value is None else f"{self._said(point.value)} ({point.answers})"

    def _told_below(self) -> bool:
        """Whether there is room for numbers below each round."""
        cells = [
            self._cell(self._at(at, key, one)) for one in self.subjects for key in self.keys for at in self._places
        ]
        return all(width_of(cell, SMALL) <= self._wide() - 2 for cell in cells)

    def _said(self, number: float) -> str:
        return percent(number, self.lang) if self.share else decimal(number, self.lang)

    def _measure(self) -> str:
        return word("share" if self.share else "mean" if self.of_items else "index", self.lang)

    def _wide(self) -> float:
        """The room of a round."""
        return (self.width - _LEFT) / len(self.rounds)

    def _x(self, at: int) -> float:
        return _LEFT + self._wide() * (at + 0.5)

    def table(self) -> PlotTable:
        """The same in rows."""
        lang = self.lang
        header = [word("item" if self.of_items else "area", lang)]
        header += [word("group", lang)] if self.by else []
        header += [word("round", lang), word("answers count", lang), self._measure()]
        header += [word("lower", lang), word("upper", lang)] if self.of_items else []
        header.append(word("note", lang))
        rows = []
        for subject in self.subjects:
            for key in self.keys:
                for at, one in enumerate(self.rounds):
                    point = self._at(at, key, subject)
                    cells: list[str | float | None] = [subject.title]
                    cells += [of.group_name(key, self.by)] if self.by else []
                    figures = (point.value, point.lower, point.upper) if self.of_items else (point.value,)
                    cells += [one.called(lang), point.answers]
                    cells += [None if figure is None else round(figure, 1) for figure in figures]
                    said = [word(point.why, lang)] if point.why else [word("few mark", lang)] if point.few else []
                    said += [word("broken here", lang)] if self._broken(at, subject) else []
                    rows.append([*cells, ", ".join(said)])
        return PlotTable(self.title, header, rows, str(lang))
