"""A unit's rounds of a survey as a page. What makes it is imported when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kvalitet import _audience
from kvalitet._native import Language, SurveyAudience, SurveyCounts, SurveyInstrument


def survey_page(
    rounds: Sequence[tuple[SurveyCounts, SurveyInstrument]],
    key: Sequence[str],
    *,
    follow_up_on: dt.date | None = None,
    guideline_round: str = "",
    figures: bool = True,
    lang: Language | str = "sv",
    audience: SurveyAudience | str = "unit",
) -> str:
    """What a principal needs to see of a unit's rounds: what moved, what did not, what cannot be told, and how sure.

    `rounds` are pairs of counts and instrument in their order, `key` the unit's values of the first columns that the
    counts are divided by, such as `["Granskolan"]`; what they are divided by beyond that is put together. The last round
    is compared with the one before, with the same month a year before where there is one, and with all others where
    these are enough. With `follow_up_on`, the day for it, follow-ups are proposed for the plan, of the guideline's round
    `guideline_round`. `figures` puts in the progression and the last round's answers.

    The page is the unit's own: UsageError for a wider `audience`. UsageError where counts do not fit, and for a
    unit that no round has; ModuleNotFoundError without the extras.
    """
    _audience.own(audience)
    if isinstance(key, str):
        raise TypeError("key: expected a list of values, got one text")
    if not rounds or not all(isinstance(one, tuple) and len(one) == 2 for one in rounds):
        raise TypeError("rounds: expected pairs of SurveyCounts and SurveyInstrument, at least one")
    from kvalitet import _unit_page

    return _unit_page.page(rounds, tuple(key), follow_up_on, guideline_round, figures, Language(lang))
