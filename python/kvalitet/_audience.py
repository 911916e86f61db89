"""For whom figures are, and of how few. Those that are not a unit's own are decided on release."""

from __future__ import annotations

from kvalitet._native import SurveyAudience, require_audience

LEAST_ANSWERS = 5  # fewer are neither drawn nor told on pages, as comparisons have it by default


def own(audience: SurveyAudience | str) -> None:
    """Raises UsageError for a wider audience than the unit itself, ValueError for what is no audience."""
    require_audience(SurveyAudience.unit, audience)
