"""Calendars: what the functions take and give, and texts that would like to get out of them."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import subprocess
import sys
from pathlib import Path

import kvalitet as kv
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

STAMP = dt.datetime(2026, 8, 1, 6, 30, tzinfo=dt.UTC)
YEAR = kv.SchoolYear(2026)


@pytest.fixture(scope="session")
def cycle(system: kv.QualitySystem) -> kv.AnnualCycle:
    return system.annual_cycle(YEAR)


def event(**fields: object) -> kv.Event:
    given = {
        "id": "meeting:test:2026",
        "kind": "meeting",
        "type": "test",
        "title": kv.Localised(sv="Möte", en="Meeting"),
        "start": dt.date(2026, 10, 14),
        "end": dt.date(2026, 10, 14),
        "clock": "school_year",
        "basis": kv.Basis(origin="local_policy"),
    }
    return kv.Event(**(given | fields))


def cycle_of(*events: kv.Event) -> kv.AnnualCycle:
    return kv.AnnualCycle(period=YEAR.period, events=events)


def properties(text: str) -> list[str]:
    """The unfolded lines, after looking at the folded ones."""
    assert text.endswith("\r\n")
    lines = text.encode().split(b"\r\n")[:-1]
    for line in lines:
        assert len(line) <= 75
        assert not set(line) & {*b"\r\n"}
        line.decode()  # no character is cut
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def names(text: str) -> list[str]:
    return [line.partition(":")[0] for line in properties(text)]


def test_the_shorthand_is_the_text_of_the_functions(cycle: kv.AnnualCycle) -> None:
    feed = kv.calendar_feed(cycle, stamp=STAMP, audience="principal", lang="en")
    assert cycle.to_ics("feed", stamp=STAMP, audience="principal", lang=kv.Language.en) == feed.text
    assert cycle.to_ics(stamp=STAMP) == kv.calendar_feed(cycle, stamp=STAMP).text
    one = cycle.events[3]
    assert cycle.to_ics("event", event=one, stamp=STAMP) == kv.calendar_event(cycle, one.id, stamp=STAMP).text
    assert cycle_of(one).to_ics("event", stamp=STAMP).count("BEGIN:VEVENT") == 1
    people = {"inviter": kv.Contact(address="a@exempelby.example"), "invited": [kv.Contact(address="b@c.example")]}
    sent = kv.calendar_invitation(cycle, one, **people, stamp=STAMP)
    assert cycle.to_ics("invitation", event=one.id, **people, stamp=STAMP) == sent.text
    off = kv.calendar_invitation(cycle, one, **people, cancelled=True, stamp=STAMP, state=sent.state)
    assert "METHOD:CANCEL" in off.text
    assert off.state.entries[0].sequence == 1


def test_wrong_use_is_refused(cycle: kv.AnnualCycle) -> None:
    with pytest.raises(ValueError, match="feed, event or invitation"):
        cycle.to_ics("freebusy", stamp=STAMP)
    with pytest.raises(TypeError):
        cycle.to_ics("feed")
    with pytest.raises(TypeError, match="unknown filter who"):
        cycle.to_ics("feed", stamp=STAMP, who="principal")
    with pytest.raises(TypeError, match="20 events"):
        cycle.to_ics("event", stamp=STAMP)
    with pytest.raises(ValueError, match="sv en"):
        cycle.to_ics("feed", stamp=STAMP, lang="de")
    with pytest.raises(kv.NotFoundError, match="dialogue:process"):
        cycle.to_ics("event", stamp=STAMP, event="dialogue:process")
    with pytest.raises(kv.UsageError, match="domännamn"):
        cycle.to_ics("feed", stamp=STAMP, domain="inte en domän")
    with pytest.raises(kv.UsageError, match="samma id"):
        cycle_of(event(), event()).to_ics("feed", stamp=STAMP)
    with pytest.raises(ValueError, match="e-mail address"):
        kv.Contact(name="Åsa", address="asa@exempelby.example\r\nX:y")


def test_a_stamp_is_a_moment_or_a_day(cycle: kv.AnnualCycle) -> None:
    summer = dt.timezone(dt.timedelta(hours=2))
    same = {
        cycle.to_ics(stamp=stamp)
        for stamp in (STAMP, dt.datetime(2026, 8, 1, 8, 30, 0, 999, tzinfo=summer), dt.datetime(2026, 8, 1, 6, 30))
    }
    assert len(same) == 1
    assert "DTSTAMP:20260801T063000Z\r\n" in same.pop()
    assert "DTSTAMP:20260801T000000Z\r\n" in cycle.to_ics(stamp=dt.date(2026, 8, 1))
    assert kv.calendar_feed(cycle, stamp=STAMP).state.entries[0].stamp == STAMP


@pytest.mark.parametrize("time", [dt.time(13, 0, 1), dt.time(13, 0, 0, 1), dt.time(13, tzinfo=dt.UTC)])
def test_a_time_of_day_is_hours_and_minutes(time: dt.time) -> None:
    with pytest.raises(ValueError, match="hours and minutes"):
        event(start_time=time)
    assert event(start_time=dt.time(13, 5)).start_time == dt.time(13, 5)
    with pytest.raises(TypeError, match=r"datetime\.time"):
        event(start_time="13:05")


def test_the_table_says_the_time() -> None:
    cycle = cycle_of(event(start_time=dt.time(13, 5)))
    assert "14 oktober 2026 kl. 13:05" in str(cycle)


def test_the_state_is_kept_in_a_file(cycle: kv.AnnualCycle, tmp_path: Path) -> None:
    first = kv.calendar_feed(cycle, stamp=STAMP)
    first.state.save(tmp_path / "state.json")
    again = kv.FeedState.load(tmp_path / "state.json")
    assert again == first.state
    assert again.origin is not None
    assert not again.origin.findings
    assert kv.calendar_feed(cycle, stamp=STAMP + dt.timedelta(days=1), state=again) == first


def test_the_same_whatever_the_locale_and_the_time_zone() -> None:
    program = (
        "import datetime as dt, sys, kvalitet as kv\n"
        "cycle = kv.QualitySystem.builtin('vetlanda-2024').annual_cycle(kv.SchoolYear(2026))\n"
        "sys.stdout.buffer.write(cycle.to_ics(stamp=dt.date(2026, 8, 1)).encode())"
    )
    expected = (Path(__file__).parents[1] / "fixtures" / "ical" / "vetlanda-2026-27.ics").read_bytes()
    for zone, locale in (("UTC", "C.UTF-8"), ("Pacific/Kiritimati", "tr_TR.UTF-8")):
        environment = os.environ | {"TZ": zone, "LC_ALL": locale}
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        assert done.stdout == expected


# ---- any text ---------------------------------------------------------------------------------------------------

ALLOWED = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff").filter(
    lambda c: c >= " " or c in "\t\n\r"
)
NASTY = st.sampled_from(
    ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029", "\\", "\\n", "\\,", ";", ",", ":", '"', "^n", "\x7f", "\u202e",
     "\u2067", "\u200f", "\ufeff", "\u0301", "BEGIN:VEVENT", "\r\nEND:VCALENDAR\r\n", "<b>", "&amp;", " ", "\t", "å", "🙂"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(NASTY, st.text(ALLOWED, max_size=60)), max_size=12).map("".join)


def as_read(text: str) -> str:
    """What a reader gets: every kind of line break is a line feed, and there is no DEL."""
    for line_break in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(line_break, "\n")
    return text.replace("\x7f", "")


@given(title=TEXTS, place=TEXTS, form=TEXTS, reading=TEXTS, quote=TEXTS, name=TEXTS, organiser=TEXTS)
def test_no_text_gets_out_of_its_property(
    title: str, place: str, form: str, reading: str, quote: str, name: str, organiser: str
) -> None:
    plain = event(place="x", form=kv.Localised(sv="x", en=""))
    nasty = event(
        title=kv.Localised(sv=title, en=""),
        place="x" + place,
        form=kv.Localised(sv="x" + form, en=""),
        basis=kv.Basis(
            origin="interpretation",
            citation=kv.Citation(section="5", heading=form, quote=quote),
            reading=kv.Localised(sv=reading),
        ),
    )
    text = cycle_of(nasty).replace(organiser=organiser).to_ics(stamp=STAMP, name="x" + name)
    assert names(text) == names(cycle_of(plain).to_ics(stamp=STAMP))
    (read,) = Calendar.from_ical(text.encode()).walk("VEVENT")
    escaped = as_read("x" + name)
    for mark, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        escaped = escaped.replace(mark, instead)
    assert f"NAME:{escaped}" in properties(text)  # icalendar takes it as it stands
    assert read["SUMMARY"] == as_read(title)
    assert read["LOCATION"] == as_read("x" + place)
    assert as_read("x" + form) in read["DESCRIPTION"]
    assert as_read(quote) in read["DESCRIPTION"]


@given(name=TEXTS, other=TEXTS)
def test_no_name_gets_out_of_its_parameter(name: str, other: str) -> None:
    def invitation(*given: str) -> str:
        inviter, invited = (kv.Contact(name=one, address="a@exempelby.example") for one in given)
        return cycle_of(event()).to_ics("invitation", inviter=inviter, invited=[invited], stamp=STAMP)

    text = invitation("x" + name, "x" + other)
    plain = invitation("x", "x")
    assert [name.partition(";")[0] for name in names(text)] == [name.partition(";")[0] for name in names(plain)]
    (read,) = Calendar.from_ical(text.encode()).walk("VEVENT")
    assert read["ORGANIZER"] == read["ATTENDEE"] == "mailto:a@exempelby.example"
    shown = as_read("x" + name).replace("\n", " ").replace("\t", " ").replace('"', "”")
    assert f'ORGANIZER;CN="{shown.replace("^", "^^")}":mailto:a@exempelby.example' in properties(text)
    if "\\" not in shown:  # icalendar takes it for an escape, which parameters do not have
        assert read["ORGANIZER"].params["CN"] == shown


# ---- the sequence ---------------------------------------------------------------------------------------------

CONTENTS = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]),
    st.tuples(st.sampled_from(["Möte", "Dialog"]), st.integers(1, 5), st.sampled_from(["", "Sal B"])),
)


@given(st.lists(CONTENTS, min_size=1, max_size=6))
def test_the_sequence_rises_where_something_changed_and_only_there(
    history: list[dict[str, tuple[str, int, str]]],
) -> None:
    state = None
    expected: dict[str, tuple[int, int, object]] = {}  # sequence, run in which it was last changed, what it says
    for run, contents in enumerate(history):
        feed = kv.calendar_feed(
            cycle_of(
                *(
                    event(
                        id=id,
                        title=kv.Localised(sv=title, en=""),
                        place=place,
                        start=dt.date(2027, 3, 1),
                        end=dt.date(2027, 3, day),
                    )
                    for id, (title, day, place) in contents.items()
                )
            ),
            stamp=STAMP + dt.timedelta(days=run),
            state=state,
        )
        state = feed.state
        for id in expected.keys() | contents.keys():
            says = contents.get(id)
            if id not in expected:
                expected[id] = (0, run, says)
            elif expected[id][2] != says:
                expected[id] = (expected[id][0] + 1, run, says)
        assert {
            entry.uid.partition("@")[0]: (entry.sequence, entry.stamp, entry.cancelled) for entry in state.entries
        } == {
            id: (sequence, STAMP + dt.timedelta(days=when), says is None)
            for id, (sequence, when, says) in expected.items()
        }
        read = {str(one["UID"]).partition("@")[0]: one for one in Calendar.from_ical(feed.text).walk("VEVENT")}
        assert read.keys() == expected.keys()
        for id, one in read.items():
            assert one["SEQUENCE"] == expected[id][0]
            assert one["STATUS"] == ("CONFIRMED" if id in contents else "CANCELLED")
            assert one["SUMMARY"].startswith("Inställt: ") == (id not in contents)


def test_feeds_share_a_state(cycle: kv.AnnualCycle) -> None:
    state = None
    scopes: list[dict[str, object]] = [
        {},
        {"audience": "principal"},
        {"actor": "principal"},
        {"kind": "meeting", "level": "organiser"},
        {"unit": kv.Unit(id="norra", name="Norra skolan", school_forms=["GR"])},
        {"school_form": "FS"},
    ]
    first = {}
    for number, scope in enumerate(scopes):
        feed = kv.calendar_feed(cycle, stamp=STAMP, state=state, **scope)
        first[number], state = feed.text, feed.state
        assert "CANCELLED" not in feed.text
    for number, scope in enumerate(scopes):
        assert kv.calendar_feed(cycle, stamp=STAMP + dt.timedelta(days=9), state=state, **scope).text == first[number]
    for one, other in itertools.combinations(first.values(), 2):
        assert not {n for n in properties(one) if n.startswith("UID")} & {
            n for n in properties(other) if n.startswith("UID")
        }
