"""Answers to a survey as figures. What draws them is imported when first used."""

from __future__ import annotations

from collections.abc import Sequence

from kvalitet import _audience, _native
from kvalitet._plots.plot import SurveyPlot as SurveyPlot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    _Counts = _native.SurveyCounts | Sequence[_native.SurveyCounts]
    _Instruments = _native.SurveyInstrument | Sequence[_native.SurveyInstrument]


def answers_plot(
    counts: _Counts,
    instrument: _Instruments,
    *,
    area: str | None = None,
    items: Sequence[str] | None = None,
    key: Sequence[str] | None = None,
    neutral: Literal["split", "left", "apart"] = "split",
    lang: _native.Language | str = "sv",
    width: int = 640,
    audience: _native.SurveyAudience | str = "unit",
) -> SurveyPlot:
    """How the answers to each item spread, as bars that part at a line: the favourable answers to its right.

    `counts` are those of one round, or of several that then stand below one another for each item; `instrument` is the
    one they were given to, or one for each round. All items are shown in the instrument's order, or those of an `area`,
    or `items` by their ids; all groups in the counts' order, or those whose key begins with `key`. Nothing is sorted by
    its result. A negatively worded item is turned, and says so.

    `neutral` says where the middle of a scale stands that has one: `split` halves it on the line, `left` puts it with
    the unfavourable answers, `apart` puts it in a column of its own and out of the bar. Answers outside the scale
    ("vet inte") always stand apart. The figure says which.

    `width` is in units, of which letters are at least 11 high: 320 is for a telephone, 640 for a sheet of paper.
    The figures are the unit's own: UsageError for a wider `audience`. UsageError where counts are not of their
    instrument, NotFoundError for an area, item or key that there is not; ModuleNotFoundError without the extra `plots`,
    when it is drawn.
    """
    _audience.own(audience)
    from kvalitet._plots import answers

    return answers.plot(
        counts, instrument, area=area, items=items, key=key, neutral=neutral, lang=_native.Language(lang), width=width
    )


def progression_plot(
    counts: Sequence[_native.SurveyCounts],
    instrument: _Instruments,
    *,
    items: Sequence[str] | None = None,
    areas: Sequence[str] | None = None,
    key: Sequence[str] | None = None,
    measure: Literal["points", "share"] = "points",
    lang: _native.Language | str = "sv",
    width: int = 640,
    audience: _native.SurveyAudience | str = "unit",
) -> SurveyPlot:
    """What became of areas or items from round to round, on an axis that is always the same.

    `counts` are those of the rounds in their order, `instrument` the one of all or one for each. Without `items` each
    area is shown, or those in `areas`. `measure` is `points`, 0 to 10 (the index of an area, the mean of an item), or of
    items `share`: of all who answered, those who gave one of the two most favourable answers. Means have
    Student's intervals and shares Wilson's. An index has none, since several of its answers come from each respondent;
    the figure says so.

    Where an item is not the same as before (`trend_breaks`) the line is broken and the figure says why. A round without
    answers leaves a gap with words in it. Rounds are different respondents, and nobody is followed.

    Arguments and errors are otherwise those of `answers_plot`.
    """
    _audience.own(audience)
    from kvalitet._plots import progression

    return progression.plot(
        counts,
        instrument,
        items=items,
        areas=areas,
        key=key,
        measure=measure,
        lang=_native.Language(lang),
        width=width,
    )
