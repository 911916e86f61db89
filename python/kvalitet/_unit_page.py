"""Writes a unit's rounds of a survey as a page for its principal, without script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from importlib import resources

from kvalitet import _native, _text
from kvalitet._audience import LEAST_ANSWERS
from kvalitet._native import Language, Outcome, Reference, SurveyCounts, SurveyInstrument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from jinja2 import Template

    from kvalitet._plots.plot import SurveyPlot

_NEEDED = (
    'Sidan behöver ett tillägg. Installera det med: pip install "kvalitet[pages,plots]"\n'
    'The page needs an extra. Install it with: pip install "kvalitet[pages,plots]"'
)
_WORDS: Mapping[str, Mapping[str, str]] = {
    "own": {
        "sv": "Enhetens egna siffror, till för rektor och enhetens personal. De sprids inte vidare.",
        "en": "The unit's own figures, for its principal and staff. They are not passed on.",
    },
    "answered": {"sv": "{} svarade i {}.", "en": "{} answered in {}."},
    "answered of": {"sv": "{} av {} inbjudna svarade i {}.", "en": "{} of {} invited answered in {}."},
    "few answered": {"sv": "Färre än {} svarade i {}.", "en": "Fewer than {} answered in {}."},
    "against": {"sv": "Jämfört med {}", "en": "Compared with {}"},
    "against others": {"sv": "Jämfört med övriga i samma omgång", "en": "Compared with the others of the same round"},
    "above": {"sv": "Frågor med mer positiva svar", "en": "Items with more favourable answers"},
    "below": {"sv": "Frågor med mindre positiva svar", "en": "Items with less favourable answers"},
    "similar": {"sv": "Frågor med ungefär samma svar", "en": "Items with about the same answers"},
    "unclear": {
        "sv": "Frågor där det inte går att säga något säkert",
        "en": "Items of which nothing certain can be told",
    },
    "left out": {"sv": "Frågor som inte är jämförda", "en": "Items that are not compared"},
    "follow-ups": {"sv": "Förslag till uppföljning i planen", "en": "Proposed follow-ups for the plan (in Swedish)"},
    "next step": {"sv": "Nästa steg: {}", "en": "Next step: {}"},
    "figures": {"sv": "I bild", "en": "In pictures"},
    "method": {"sv": "Så är det bedömt", "en": "How this was judged"},
    "gone": {"sv": "Frågor som inte längre ställs", "en": "Items that are no longer asked"},
    "index": {"sv": "Index {} av 10, {} svar.", "en": "Index {} of 10, {} answers."},
    "no index": {"sv": "För få svar: det behövs minst {}.", "en": "Too few answers: at least {} are needed."},
    "one round": {
        "sv": "Det finns bara en omgång, så det finns inget att jämföra med ännu.",
        "en": "There is only one round, so there is nothing to compare with yet.",
    },
}
# In the order in which they are told; a mark besides the words.
_OUTCOMES = (
    ("above", "▲", (Outcome.above,)),
    ("below", "▼", (Outcome.below,)),
    ("similar", "=", (Outcome.similar,)),
    ("unclear", "?", (Outcome.unclear,)),
    ("left out", "–", (Outcome.too_few, Outcome.not_comparable)),
)
_MARKS = {outcome: mark for _, mark, outcomes in _OUTCOMES for outcome in outcomes} | {
    Outcome.mixed: "▲▼",
    Outcome.not_asked: "–",
}


def page(
    rounds: Sequence[tuple[SurveyCounts, SurveyInstrument]],
    unit: tuple[str, ...],
    follow_up_on: dt.date | None,
    round: str,
    figures: bool,
    lang: Language,
) -> str:
    """The function `survey_page` of the package says what it does."""
    own = [(counts.divided_by(counts.by[: len(unit)]), instrument) for counts, instrument in rounds]
    before = own[0][1] if len(own) < 2 else own[-2][1]
    last, instrument = own[-1]
    of_last = [one for one in _native.progression(own) if one.round == last.round] if len(own) > 1 else []
    others = _native.compare_with_others(last, instrument)
    if not any(group.key == unit for counts, _ in own for group in counts.groups):
        others.follow_ups(instrument, unit, date=dt.date(2000, 1, 1))  # raises, and says which there are
    if any(area.items for area in others.areas if area.key == unit):
        of_last.append(others)
    reader = _Reader(instrument, before, unit, lang)
    words = {name: said[lang] for name, said in _WORDS.items()}
    return _template().render(
        lang=str(lang),
        words=words,
        title=", ".join(filter(None, (_text.say(instrument.title, lang), *unit))),
        answered=[reader.answered(counts) for counts, _ in own],
        comparisons=[reader.comparison(one, first=not at) for at, one in enumerate(of_last)],
        alone=len(own) == 1,
        proposals=reader.proposals(of_last, follow_up_on, round),
        indexes=reader.indexes(last) if not of_last else [],
        figures=[plot.to_html() for plot in _plots(own, unit, reader.compared(of_last), lang)] if figures else [],
        method=list(dict.fromkeys(_text.say(one.method, lang) for one in of_last)),
        style=_plot_style() if figures else "",
    )


class _Reader:
    """Says what comparisons hold of one unit."""

    def __init__(
        self, instrument: SurveyInstrument, before: SurveyInstrument, unit: tuple[str, ...], lang: Language
    ) -> None:
        self.unit, self.lang, self.before = unit, lang, before
        self.areas = {area.id: _text.say(area.title, lang) for area in instrument.areas}
        self.items = {item.id: _wording(item, lang) for item in instrument.items}
        self.instrument = instrument

    def answered(self, counts: SurveyCounts) -> str:
        """How many answered in a round; not how few."""
        named = _text.round_name(counts.round, self.lang)
        group = next((one for one in counts.groups if one.key == self.unit), None)
        if group is None or group.respondents < LEAST_ANSWERS:
            return _WORDS["few answered"][self.lang].format(LEAST_ANSWERS, named)
        if group.invited is None or group.invited < group.respondents:
            return _WORDS["answered"][self.lang].format(group.respondents, named)
        return _WORDS["answered of"][self.lang].format(group.respondents, group.invited, named)

    def comparison(self, one: _native.SurveyComparison, *, first: bool) -> dict[str, object]:
        """Its areas; of the first also its items, by what can be said of them."""
        items = [item for item in one.items if item.key == self.unit] if first else []
        return {
            "title": _WORDS["against others"][self.lang]
            if one.reference is Reference.others
            else _WORDS["against"][self.lang].format(_text.round_name(one.reference_round, self.lang)),
            "areas": [
                (_MARKS[area.outcome], self.areas[area.area], _text.say(area.words, self.lang))
                for area in one.areas
                if area.key == self.unit
            ],
            "gone": [_wording(item, self.lang) for item in self.before.items if first and item.id in one.gone],
            "parts": [
                (_WORDS[name][self.lang], mark, told)
                for name, mark, outcomes in _OUTCOMES
                if (told := [self._told(item) for item in items if item.outcome in outcomes])
            ],
        }

    def _told(self, item: _native.ItemComparison) -> tuple[str, str]:
        return self.items[item.item], _text.say(item.words, self.lang)

    def indexes(self, counts: SurveyCounts) -> list[tuple[str, str, str]]:
        """Each area's index, where there is nothing to compare it with."""
        return [
            ("–", self.areas[area.area], self._index(area))
            for area in counts.area_figures(self.instrument, least_answers=LEAST_ANSWERS)
            if area.key == self.unit
        ]

    def _index(self, area: _native.AreaFigures) -> str:
        index = area.index.number_or_approximate
        if index is None:
            return _WORDS["no index"][self.lang].format(LEAST_ANSWERS)
        said = f"{index:.1f}".replace(".", "," if self.lang == "sv" else ".")
        return _WORDS["index"][self.lang].format(said, area.answers)

    def compared(self, comparisons: Sequence[_native.SurveyComparison]) -> set[str] | None:
        """The items that the first comparison has figures of; None where there is no such."""
        if not comparisons or comparisons[0].reference is Reference.others:
            return None
        return {one.item for one in comparisons[0].items if one.key == self.unit and one.answers is not None}

    def proposals(
        self, comparisons: Sequence[_native.SurveyComparison], day: dt.date | None, round: str
    ) -> list[tuple[str, str]]:
        """Of the comparison with the round before."""
        if day is None or not comparisons or comparisons[0].reference is Reference.others:
            return []
        return [
            (one.text, one.next_step)
            for one in comparisons[0].follow_ups(self.instrument, self.unit, date=day, round=round)
        ]


def _wording(item: _native.SurveyItem, lang: Language) -> str:
    """As it is asked, in the language if it can be."""
    in_order = sorted(item.wordings, key=lambda one: one.language != lang)
    return in_order[0].text if in_order else item.id


def _plots(
    rounds: Sequence[tuple[SurveyCounts, SurveyInstrument]],
    unit: tuple[str, ...],
    items: set[str] | None,
    lang: Language,
) -> list[SurveyPlot]:
    """Of the rounds in which enough answered; an index is of the items that the words are of."""
    from kvalitet._plots import answers_plot, progression_plot

    shown = [one for one in rounds if any(g.key == unit and g.respondents >= LEAST_ANSWERS for g in one[0].groups)]
    if not shown:
        return []
    counts, instruments = [one[0] for one in shown], [one[1] for one in shown]
    plots = []
    if len(shown) > 1 and items:
        of_items = [_only(one, instrument, items) for one, instrument in shown]
        plots.append(progression_plot([one for one, _ in of_items], [one for _, one in of_items], key=unit, lang=lang))
    return [*plots, answers_plot(counts[-1], instruments[-1], key=unit, lang=lang)]


def _only(counts: SurveyCounts, instrument: SurveyInstrument, items: set[str]) -> tuple[SurveyCounts, SurveyInstrument]:
    """The answers to some of the items."""
    sizes = [(one.item in items, len(one.codes)) for one in counts.items]
    kept = [wanted for wanted, size in sizes for _ in range(size)]
    groups = [
        group.replace(counts=[n for n, wanted in zip(group.counts, kept, strict=True) if wanted], moments=[])
        for group in counts.groups
    ]
    some = instrument.replace(items=[one for one in instrument.items if one.id in items])
    return some.empty_counts(counts.by, counts.round).replace(groups=groups), some


def _plot_style() -> str:
    from kvalitet._plots import plot

    return plot.STYLE


def _template() -> Template:
    try:
        from jinja2 import Environment, StrictUndefined
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(_NEEDED, name=error.name) from None
    source = resources.files("kvalitet").joinpath("templates", "survey.html.j2").read_text(encoding="utf-8")
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.from_string(source)
