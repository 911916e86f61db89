"""Made-up objects of every class of the model, as strategies of Hypothesis."""

from __future__ import annotations

import datetime
import os
from typing import Any

import kvalitet as kv
from hypothesis import strategies as st
from kvalitet import _native

TIMES = 2 if os.environ.get("KVALITET_ALL") else 1  # as many tries as in the everyday loop

RECORDS = dict(_native._describe())

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=8)
dates = st.dates(datetime.date(1400, 1, 1), datetime.date(9999, 12, 31))
MONTH_DAY = "^[0-9]{2}(-[0-9]{2})?$"
PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "bool": st.booleans(),
    "int": st.integers(0, 2**31 - 1),
    "str": texts,
    "int | str": st.integers(-(2**63), 2**63 - 1) | texts,
    "datetime.date": dates,
    "datetime.time": st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    "datetime.datetime": st.datetimes(datetime.datetime(1400, 1, 1), timezones=st.just(datetime.UTC)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    "SchoolYear": st.builds(kv.SchoolYear, st.integers(1400, 9998)),
    "CalendarYear": st.builds(kv.CalendarYear, st.integers(1400, 9998)),
    "Value": st.sampled_from([kv.Value.missing(), kv.Value.suppressed()])
    | st.floats(-1e6, 1e6).map(kv.Value.number)
    | st.floats(0, 1e6).map(kv.Value.approximate),
    "IsoWeek": st.builds(kv.iso_week, dates.filter(lambda date: 1401 < date.year < 9998)),
}


def values(kind: tuple[str, Any]) -> st.SearchStrategy[Any]:
    match kind:
        case "plain", name:
            return PLAIN[name] if name in PLAIN else records(name)
        case "text", pattern if pattern == MONTH_DAY:
            return dates.map(lambda date: f"{date:%m-%d}") | dates.map(lambda date: f"{date:%m}")
        case "text", pattern if "@" in pattern:
            return st.from_regex(r"[a-z_]{1,5}(\.[A-Z0-9+'-]{1,5})?@[a-z-]{1,5}\.example", fullmatch=True)
        case "text", pattern:
            # Hypothesis gets lost in the lookahead that limits the length of an id.
            simple = pattern.replace("(?=.{1,64}$)", "").replace("+)*", "){0,2}").replace("+", "{1,5}")
            return st.from_regex(simple, fullmatch=True)
        case "choice", name:
            return st.sampled_from(getattr(kv, name))
        case "data", item:
            return st.dictionaries(texts, PLAIN[item], max_size=2)
        case "optional", inner:
            return st.none() | values(inner)
        case "list", inner:
            return st.lists(values(inner), max_size=2)
    raise ValueError(kind)


def records(name: str) -> st.SearchStrategy[Any]:
    needed = {key: values(kind) for key, kind, required, _ in RECORDS[name] if required}
    other = {key: values(kind) for key, kind, required, _ in RECORDS[name] if not required}
    return st.fixed_dictionaries(needed, optional=other).map(lambda fields: getattr(kv, name)(**fields))
