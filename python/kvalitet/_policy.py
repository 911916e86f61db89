"""What a change of the local policy does to a year, in words."""

from __future__ import annotations

from kvalitet import _native
from kvalitet._records import Records

_MESSAGES = {
    "added": {"sv": "Tillkommer: {title}, {after}.", "en": "New: {title}, {after}."},
    "removed": {"sv": "Utgår: {title}, {before}.", "en": "Left out: {title}, {before}."},
    "changed": {"sv": "{title}: {before} → {after}.", "en": "{title}: {before} → {after}."},
}


def policy_changes(
    system: _native.QualitySystem,
    policy: _native.LocalPolicy,
    year: _native.SchoolYear | _native.CalendarYear | _native.Period,
) -> Records[_native.Change]:
    """What happens at other times or places in a year when `policy` takes the place of the system's own.

    In the order of the year as it becomes, with what is left out last. `pointer` leads into the later cycle, for what
    is left out into the earlier. UsageError when the policy fills in another guideline.
    """
    before = system.annual_cycle(year).events
    after = _native.QualitySystem(guideline=system.guideline, policy=policy).annual_cycle(year).events
    earlier = {event.id: event for event in before}
    later = {event.id for event in after}
    changes = [_change(index, earlier.get(event.id), event) for index, event in enumerate(after)]
    changes += [_change(index, event, None) for index, event in enumerate(before) if event.id not in later]
    made = Records(change for change in changes if change.before != change.after)
    made._of = _native.Change
    return made


def _change(index: int, before: _native.Event | None, after: _native.Event | None) -> _native.Change:
    from kvalitet._text import Lang, say  # only what is shown needs it

    event = after or before
    assert event is not None
    kind = "added" if before is None else "removed" if after is None else "changed"

    def message(lang: _native.Language) -> str:
        return _MESSAGES[kind][lang].format(
            title=say(event.title, lang), before=_time_and_place(before, lang), after=_time_and_place(after, lang)
        )

    return _native.Change(
        kind=kind,
        pointer=f"/events/{index}",
        where=event.title,
        before=_time_and_place(before, Lang.sv),
        after=_time_and_place(after, Lang.sv),
        message=_native.Localised(sv=message(Lang.sv), en=message(Lang.en)),
    )


def _time_and_place(event: _native.Event | None, lang: _native.Language) -> str:
    from kvalitet._text import when

    if event is None:
        return ""
    return f"{when(event, lang)}, {event.place}" if event.place else when(event, lang)
