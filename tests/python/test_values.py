"""Small values: years, weeks, figures."""

from __future__ import annotations

import datetime as dt
import pickle

import kvalitet as kv
import pytest


@pytest.mark.parametrize(
    ("value", "text", "expression"),
    [
        (kv.SchoolYear(2026), "2026/27", "SchoolYear(2026)"),
        (kv.CalendarYear(2027), "2027", "CalendarYear(2027)"),
        (kv.IsoWeek(2026, 44), "2026-W44", "IsoWeek(2026, 44)"),
        (kv.Value.number(12.5), "12.5", "Value.number(12.5)"),
        (kv.Value.approximate(100), "~100", "Value.approximate(100.0)"),
        (kv.Value.suppressed(), "..", "Value.suppressed()"),
        (kv.Value.missing(), ".", "Value.missing()"),
        (kv.Calendar.sweden(), None, "Calendar.sweden()"),
    ],
)
def test_values_have_text_and_a_runnable_repr(value: object, text: str | None, expression: str) -> None:
    assert repr(value) == expression
    if text is not None:
        assert str(value) == text
    for same in (eval(expression, vars(kv).copy()), pickle.loads(pickle.dumps(value))):
        assert same == value
        assert hash(same) == hash(value)
    assert value != object()


def test_school_years() -> None:
    year = kv.SchoolYear.parse("2026/27")
    assert year.period == kv.Period(start=dt.date(2026, 8, 1), end=dt.date(2027, 7, 31))
    assert kv.SchoolYear.of(dt.date(2027, 7, 31)) == year < kv.SchoolYear.of(dt.date(2027, 8, 1))
    assert dt.date(2027, 1, 1) in year.period
    assert dt.date(2027, 8, 1) not in year.period
    for text in ("2026", "2026/28", "2026/27 ", "\ud800"):
        with pytest.raises(ValueError, match=r"SchoolYear|school year"):
            kv.SchoolYear.parse(text)
    for start in (1399, 9999, -1):
        with pytest.raises(ValueError, match="1400 to 9998"):
            kv.SchoolYear(start)
        with pytest.raises(ValueError, match="1400 to 9998"):
            kv.CalendarYear(start)


def test_weeks() -> None:
    week = kv.iso_week(dt.date(2027, 1, 3))
    assert week == kv.IsoWeek.parse("2026-W53")
    assert (week.year, week.week) == (2026, 53)
    assert week.period.end == dt.date(2027, 1, 3)
    assert week.school_days.end == dt.date(2027, 1, 1)
    with pytest.raises(ValueError, match="no week 53 in 2027"):
        kv.IsoWeek(2027, 53)


def test_figures_are_never_nan() -> None:
    assert kv.Value.parse("12,5") == kv.Value.number(12.5)
    assert kv.Value.parse("~100").kind == "approximate"
    assert kv.Value.parse("..").number_or_approximate is None
    for number in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match=r"NaN|nan|finite|number"):
            kv.Value.number(number)
    with pytest.raises(ValueError, match="expected a number"):
        kv.Value.parse("många")
    with pytest.raises(TypeError):
        kv.Value()


def test_the_calendar() -> None:
    closed = kv.LocalDay(date=dt.date(2026, 5, 15), name="klämdag")
    calendar = kv.Calendar.sweden([closed])
    assert calendar.local_days == (closed,)
    assert calendar == eval(repr(calendar), {"datetime": dt, **vars(kv)}) != kv.Calendar.sweden()
    assert pickle.loads(pickle.dumps(calendar)) == calendar
    eve = next(day for day in calendar.holidays(2026) if day.name == "midsommarafton")
    assert (eve.date, eve.day_class) == (dt.date(2026, 6, 19), kv.DayClass.de_facto_holiday)
    assert calendar.day_class(dt.date(2026, 6, 6)) is kv.DayClass.public_holiday
    assert calendar.name(dt.date(2026, 5, 15)) == "klämdag"
    assert calendar.name(dt.date(2026, 5, 18)) is None
    assert not calendar.is_working_day(dt.date(2026, 5, 15))
    assert calendar.roll(dt.date(2026, 5, 15), "following") == dt.date(2026, 5, 18)
    assert calendar.add_working_days(dt.date(2026, 5, 13), 1) == dt.date(2026, 5, 18)
    assert calendar.working_days_between(dt.date(2026, 5, 13), dt.date(2026, 5, 18)) == 1
    with pytest.raises(ValueError, match="convention: expected one of unadjusted"):
        calendar.roll(dt.date(2026, 5, 15), "sideways")


def test_school_year_dates_are_counted_and_checked() -> None:
    dates = kv.SchoolYearDates(
        year=kv.SchoolYear(2026),
        autumn_term=kv.Period(start=dt.date(2026, 8, 18), end=dt.date(2026, 12, 18)),
        spring_term=kv.Period(start=dt.date(2027, 1, 11), end=dt.date(2027, 6, 11)),
        breaks=[kv.Break(name="höstlov", days=kv.IsoWeek(2026, 44).school_days)],
    )
    count = kv.count_school_days(dates, kv.Calendar.sweden())
    assert count.school_days > 178
    assert kv.check_school_year(dates, kv.Calendar.sweden()) == ()
    training = dates.replace(staff_training_days=[dt.date(2027, 8, 10)])
    (problem,) = kv.check_school_year(training, kv.Calendar.sweden())
    assert problem.code == "calendar.training-day-outside-year"
    assert problem.index == 0
    assert problem.message.sv == str(problem)
    assert problem.data["date"] == "2027-08-10"
