"""Three readers that know nothing of each other make the same of our calendars, and it is what the model says."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import kvalitet as kv
import pytest
from icalendar import Calendar

ROOT = Path(__file__).parents[2]
LIBICAL = ROOT / "build" / "dev" / "tests" / "read_with_libical"
ICAL_JS = ROOT / "tests" / "readers" / "read_with_ical_js.js"
STAMP = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
STOCKHOLM = ZoneInfo("Europe/Stockholm")

Events = list[dict[str, Any]]


def in_utc(value: dt.date | dt.datetime) -> str:
    if not isinstance(value, dt.datetime):
        return value.isoformat()
    return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_with_icalendar(text: str) -> Events:
    def one(event: Any) -> dict[str, Any]:
        start = event["DTSTART"].dt
        return {
            "uid": str(event["UID"]),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]) if "DESCRIPTION" in event else None,
            "location": str(event["LOCATION"]) if "LOCATION" in event else None,
            "start": in_utc(start),
            "end": in_utc(event["DTEND"].dt),
            "all_day": not isinstance(start, dt.datetime),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "categories": [str(category) for category in event["CATEGORIES"].cats] if "CATEGORIES" in event else [],
        }

    return [one(event) for event in Calendar.from_ical(text).walk("VEVENT")]


def run(*command: str | Path, text: str) -> Events:
    # A reader takes its time zones from the file, not from where it runs.
    environment = os.environ | {"TZ": "America/Los_Angeles"}
    done = subprocess.run(command, input=text.encode(), env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    events: Events = json.loads(done.stdout)
    return events


def read_with_libical(text: str) -> Events:
    return run(LIBICAL, text=text)


def read_with_ical_js(text: str) -> Events:
    return run("node", ICAL_JS, text=text)


def available(reader: str) -> bool:
    """Setting up makes them available; only a machine that is not set up does without."""
    there = {
        "libical": LIBICAL.exists(),
        "ical.js": shutil.which("node") is not None and (ICAL_JS.parent / "node_modules" / "ical.js").exists(),
    }[reader]
    assert there or "CI" not in os.environ, f"{reader} is missing; scripts/test sets it up"
    return there


def read_by_all(text: str) -> Events:
    """What they agree on."""
    events = read_with_icalendar(text)
    if available("libical"):
        assert read_with_libical(text) == events
    if available("ical.js"):
        assert read_with_ical_js(text) == events
    return events


def test_every_reader_is_there() -> None:
    if not (available("libical") and available("ical.js")):
        pytest.skip("a reader is missing")


def in_model(event: kv.Event, lang: str, feed: str) -> dict[str, Any]:
    """What readers should make of an event."""
    all_day = event.start_time is None
    if event.start_time is None:
        start, end = event.start.isoformat(), (event.end + dt.timedelta(days=1)).isoformat()
    else:
        assert event.duration_minutes is not None
        wall = dt.datetime.combine(event.start, event.start_time)
        start = in_utc(wall.replace(tzinfo=STOCKHOLM))
        end = in_utc((wall + dt.timedelta(minutes=event.duration_minutes)).replace(tzinfo=STOCKHOLM))
    kind = getattr(event.kind.label, lang)
    return {
        "uid": f"{event.id.replace(':', '.')}@{feed}vetlanda-2024.kvalitet.invalid",
        "summary": getattr(event.title, lang),
        "location": event.place or None,
        "start": start,
        "end": end,
        "all_day": all_day,
        "sequence": 0,
        "status": "CONFIRMED",
        "categories": [kind[0].upper() + kind[1:]],
    }


@pytest.fixture(scope="session")
def booked(system: kv.QualitySystem) -> kv.QualitySystem:
    """Meetings on both sides of the change to winter time and of that to summer time."""
    days = [("october", 2026, 10, 23), ("monthly", 2027, 3, 26), ("monthly", 2027, 4, 2), ("february", 2027, 2, 3)]
    bookings = [
        kv.Booking(
            event=event,
            days=kv.Period(start=dt.date(*day), end=dt.date(*day)),
            place="Sal B; plan 2, ”Linden”",
            start_time=dt.time(13, 15),
            duration_minutes=90,
        )
        for event, *day in days
    ]
    return kv.QualitySystem(guideline=system.guideline, policy=system.policy.replace(bookings=bookings))


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("scope", [{}, {"audience": "board"}, {"school_form": "GR", "kind": "dialogue"}])
def test_all_readers_see_the_year(booked: kv.QualitySystem, lang: str, scope: dict[str, str]) -> None:
    cycle = booked.annual_cycle(kv.SchoolYear(2026))
    text = cycle.to_ics("feed", stamp=STAMP, lang=lang, **scope)
    feed = "".join(
        f"{what}-{scope[key]}."
        for key, what in (("kind", "kind"), ("audience", "audience"), ("school_form", "form"))
        if key in scope
    )
    events = read_by_all(text)
    descriptions = [event.pop("description") for event in events]
    assert events == [in_model(event, lang, feed) for event in cycle.filter(**scope).events]
    for event, description in zip(cycle.filter(**scope).events, descriptions, strict=True):
        assert (event.citation.quote if event.citation is not None else getattr(event.reading, lang)) in description
        assert getattr(event.form, lang) in description


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (dt.date(2026, 10, 23), 2),  # the clock goes back on 25 October
        (dt.date(2026, 10, 26), 1),
        (dt.date(2027, 3, 26), 1),  # and forth on 28 March
        (dt.date(2027, 3, 29), 2),
        (dt.date(2096, 7, 1), 2),
    ],
)
def test_a_time_is_swedens_in_summer_and_in_winter(day: dt.date, offset: int) -> None:
    event = kv.Event(
        id="meeting:test",
        kind="meeting",
        type="test",
        title=kv.Localised(sv="Möte", en=""),
        start=day,
        end=day,
        start_time=dt.time(13, 15),
        duration_minutes=90,
        clock="school_year",
        basis=kv.Basis(origin="local_policy"),
    )
    text = kv.AnnualCycle(period=kv.Period(start=day, end=day), events=[event]).to_ics("event", stamp=STAMP)
    (read,) = read_by_all(text)
    assert read["start"] == f"{day}T{13 - offset}:15:00Z"
    assert read["end"] == f"{day}T{14 - offset}:45:00Z"
    (component,) = Calendar.from_ical(text).walk("VEVENT")
    start = component["DTSTART"].dt
    assert start.replace(tzinfo=None) == dt.datetime.combine(day, dt.time(13, 15))
    assert start.utcoffset() == dt.datetime.combine(day, dt.time(13, 15), STOCKHOLM).utcoffset()


def test_what_is_called_off_is_read_as_such(booked: kv.QualitySystem) -> None:
    before = kv.calendar_feed(booked.annual_cycle(kv.SchoolYear(2026)), stamp=STAMP)
    policy = booked.policy.replace(bookings=[], months_without_meeting=[3])
    without = kv.QualitySystem(guideline=booked.guideline, policy=policy).annual_cycle(kv.SchoolYear(2026))
    events = read_by_all(kv.calendar_feed(without, stamp=STAMP, state=before.state).text)
    off = [event for event in events if event["status"] == "CANCELLED"]
    assert [(event["summary"], event["start"], event["sequence"]) for event in off] == [
        ("Inställt: Månatligt möte, mars", "2027-03-26T12:15:00Z", 1)
    ]
    assert {event["sequence"] for event in events if event["location"] is None} == {0, 1}


def test_an_invitation_is_read_alike(booked: kv.QualitySystem) -> None:
    cycle = booked.annual_cycle(kv.SchoolYear(2026))
    people = {
        "inviter": kv.Contact(name='Åsa "Annie" Öberg', address="asa.oberg@exempelby.example"),
        "invited": [kv.Contact(name="Bo; Rektor, Norra", address="bo@exempelby.example")],
    }
    sent = kv.calendar_invitation(cycle, "meeting:october:2026", **people, stamp=STAMP)
    off = kv.calendar_invitation(cycle, "meeting:october:2026", **people, cancelled=True, stamp=STAMP, state=sent.state)
    for file, status, sequence in ((sent, "CONFIRMED", 0), (off, "CANCELLED", 1)):
        (event,) = read_by_all(file.text)
        assert (event["status"], event["sequence"]) == (status, sequence)


def test_nasty_texts_are_read_alike() -> None:
    texts = [
        'Sal B; plan 2, rum \\3\\, ”Linden” "Eken"',
        "rad\r\nett\rtvå\ntre\x85fyra\u2028fem\u2029sex",
        "\\n är inget radslut, \\\\n inte heller\\",
        "BEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR",
        "\u202ekcab morf\u202c \u2067rtl\u2069 \u200f",
        "🙂" * 40 + "å" * 60 + "e\u0301" * 40,
        "<b>&amp;</b> ^n ^' %0D%0A",
        "x" * 200 + " " * 80 + "y",
    ]
    events = [
        kv.Event(
            id=f"meeting:test:{number}",
            kind="meeting",
            type="test",
            title=kv.Localised(sv=text, en=""),
            place=text,
            start=dt.date(2026, 9, 1),
            end=dt.date(2026, 9, 1),
            clock="school_year",
            basis=kv.Basis(origin="local_policy", reading=kv.Localised(sv=text)),
        )
        for number, text in enumerate(texts)
    ]
    cycle = kv.AnnualCycle(period=kv.SchoolYear(2026).period, events=events)
    read = read_by_all(cycle.to_ics("feed", stamp=STAMP))
    assert len(read) == len(texts)
    assert [event["summary"] for event in read] == [
        text.replace("\r\n", "\n").translate(dict.fromkeys(map(ord, "\r\x85\u2028\u2029"), "\n")) for text in texts
    ]
