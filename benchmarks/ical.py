"""A feed of 1000 events from Python, written by kvalitet and by the `icalendar` package from the same content.

Aim: at least 10 times as fast. What is read back from both is compared first. icalendar starts from values that are ready
to be written; kvalitet also puts the descriptions into words and numbers what has changed.
"""

import datetime as dt
from timeit import repeat
from zoneinfo import ZoneInfo

import icalendar
import kvalitet as kv

STAMP = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
STOCKHOLM = ZoneInfo("Europe/Stockholm")
EVENTS = 1000

Content = list[list[tuple[str, object]]]


def cycle_of_many() -> kv.AnnualCycle:
    """Events of Vetlanda's year, again and again under names of their own; every tenth has a time of day."""
    year = kv.QualitySystem.builtin("vetlanda-2024").annual_cycle(kv.SchoolYear(2026))
    events = []
    for number in range(EVENTS):
        event = year.events[number % len(year.events)].replace(id=f"meeting:benchmark:{number}", place="Sal B; plan 2")
        if number % 10 == 0:
            event = event.replace(end=event.start, start_time=dt.time(13, 15), duration_minutes=90)
        events.append(event)
    return year.replace(events=events)


def content_of(text: str) -> Content:
    """The properties of each event as Python values."""
    found: Content = []
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        values: list[tuple[str, object]] = []
        for name, value in event.property_items(recursive=False):
            if name in ("BEGIN", "END"):
                continue
            if name == "CATEGORIES":
                values.append((name, [str(one) for one in value.cats]))
            elif hasattr(value, "dt"):
                moment = value.dt
                if isinstance(moment, dt.datetime) and moment.tzinfo is not dt.UTC and name.startswith("DT"):
                    moment = moment.astimezone(STOCKHOLM) if name != "DTSTAMP" else moment.astimezone(dt.UTC)
                values.append((name, moment))
            else:
                values.append((name, int(value) if name == "SEQUENCE" else str(value)))
        found.append(values)
    return found


def write_with_icalendar(content: Content) -> bytes:
    calendar = icalendar.Calendar()
    for name, value in (("PRODID", "-//kvalitet//kvalitet//SV"), ("VERSION", "2.0"), ("METHOD", "PUBLISH")):
        calendar.add(name, value)
    for values in content:
        event = icalendar.Event()
        for name, value in values:
            event.add(name, value)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def best(call: object, number: int) -> float:
    """Milliseconds of one call, the best of five rounds."""
    return min(repeat(call, number=number, repeat=5)) / number * 1e3  # type: ignore[arg-type]


def main() -> None:
    cycle = cycle_of_many()
    first = kv.calendar_feed(cycle, stamp=STAMP)
    content = content_of(first.text)
    assert len(content) == EVENTS
    assert content_of(write_with_icalendar(content).decode()) == content
    ours = best(lambda: cycle.to_ics("feed", stamp=STAMP), 20)
    again = best(lambda: kv.calendar_feed(cycle, stamp=STAMP, state=first.state), 20)
    peer = best(lambda: write_with_icalendar(content), 1)
    print(
        f"feed, Python: {EVENTS} events, {len(first.text.encode()) // 1024} KiB in {ours:.2f} ms, with a state {again:.2f} "
        f"ms; icalendar {icalendar.__version__} {peer:.1f} ms: {peer / ours:.0f}x"
    )


if __name__ == "__main__":
    main()
