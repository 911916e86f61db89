"""The status of duties against a slow and plain restatement of what it says, over generated municipalities and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import kvalitet as kv
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import TIMES

SYSTEM = kv.QualitySystem.builtin("vetlanda-2024")
YEAR = kv.SchoolYear(2026)
CYCLE = SYSTEM.annual_cycle(YEAR)
EVENTS = {event.id: event for event in CYCLE.events}
IDS = ("alm", "bok", "cypress", "dunge")
NAMES = ("Ann Ek", "Bo Al", "Cy Asp")

# Days around which something changes: the last days of dialogues and the days after them.
days = st.sampled_from(
    [
        dt.date(2025, 1, 1),
        *(dt.date(2026, month, day) for month, day in ((8, 1), (9, 30), (10, 1), (11, 15))),
        *(dt.date(2027, month, day) for month, day in ((2, 28), (3, 1), (6, 30), (7, 1), (12, 31))),
    ]
)
some_day = st.none() | days
forms = st.lists(st.sampled_from(list(kv.SchoolForm)), min_size=1, max_size=2, unique=True)


@st.composite
def municipalities(draw: st.DrawFn) -> kv.Municipality:
    units = [
        kv.MunicipalUnit(
            id=id,
            name=id.capitalize(),
            school_forms=draw(forms),
            codes=[kv.UnitCode(code=f"9990000{number}")] if draw(st.booleans()) else [],
            from_=draw(some_day),
            to=draw(some_day),
        )
        for number, id in enumerate(IDS)
    ]
    leadership = st.builds(
        kv.Leadership,
        units=st.lists(st.sampled_from(IDS), max_size=3),
        kind=st.sampled_from(list(kv.LeadershipKind)),
        from_=some_day,
        to=some_day,
    )
    principals = [
        kv.Principal(id=f"p-{number}", name=name, leads=draw(st.lists(leadership, max_size=2)))
        for number, name in enumerate(NAMES)
    ]
    return kv.Municipality(name="Exempelby", units=units, principals=principals)


def named_units(of: kv.Municipality) -> st.SearchStrategy[list[kv.Unit]]:
    """Units as documents name them: by id, code or name, or one that there is not."""
    by_id = [kv.Unit(id=unit.id) for unit in of.units]
    by_code = [kv.Unit(id="x", code=unit.codes[0].code) for unit in of.units if unit.codes]
    by_name = [kv.Unit(id="x", name=unit.name.upper()) for unit in of.units]
    return st.lists(st.sampled_from([*by_id, *by_code, *by_name, kv.Unit(id="x", name="Nowhere")]), max_size=3)


@st.composite
def documents(
    draw: st.DrawFn, of: kv.Municipality
) -> list[kv.CommitmentPlan | kv.SchoolYearReport | kv.DialogueSession | kv.Deviations]:
    who = st.sampled_from((*NAMES, "Nobody"))
    years = st.sampled_from([kv.SchoolYear(2025), YEAR, kv.SchoolYear(2027)])
    states = st.sampled_from(list(kv.DocumentState))
    commitment = kv.Commitment(title="Alla läser")
    plans = st.builds(
        kv.CommitmentPlan,
        school_year=years,
        principal=who,
        units=named_units(of),
        state=states,
        areas=st.sampled_from([(), (kv.GoalArea(kind="knowledge"),), (kv.GoalArea(commitments=[commitment]),)]),
    )
    reports = st.builds(
        kv.SchoolYearReport,
        school_year=years,
        principal=who,
        units=named_units(of),
        state=states,
        analysis=st.sampled_from(["", " ", "Det gick bra."]),
    )
    sessions = st.builds(
        kv.DialogueSession,
        dialogue=st.sampled_from(["preconditions", "process", "results"]),
        date=some_day,
        state=states,
        attendees=st.lists(
            st.builds(
                kv.Attendee, name=who, actor=st.just("principal"), unit=st.sampled_from(["", "alm", "Bok", "elsewhere"])
            ),
            max_size=2,
        ),
    )
    decisions = st.builds(
        kv.DutyDeviation,
        duty=st.sampled_from(["planning-done", "show-results", "talk-about-processes"]),
        units=st.lists(st.sampled_from(IDS), max_size=2),
        decided_by=st.sampled_from(["Skolchefen", ""]),
        reason=st.just("Flytt"),
        decided_on=some_day,
        until=days,
    )
    registers = st.builds(kv.Deviations, deviations=st.lists(decisions, max_size=2))
    return draw(st.lists(plans | reports | sessions | registers, max_size=6))


def holds(lasting: kv.MunicipalUnit | kv.Leadership, day: dt.date) -> bool:
    return (lasting.from_ or dt.date.min) <= day <= (lasting.to or dt.date.max)


def unit_meant(unit: kv.Unit, of: kv.Municipality) -> str | None:
    for one in of.units:
        if one.id == unit.id:
            return one.id
    for one in of.units:
        if unit.code is not None and unit.code in [code.code for code in one.codes]:
            return one.id
    return next((one.id for one in of.units if unit.name and one.name.lower() == unit.name.lower()), None)


def led_by(name: str, day: dt.date, of: kv.Municipality) -> set[str]:
    return {
        unit
        for principal in of.principals
        if principal.name == name
        for leadership in principal.leads
        if holds(leadership, day)
        for unit in leadership.units
    }


def led_during(name: str, first: dt.date, last: dt.date, of: kv.Municipality) -> set[str]:
    return {
        unit
        for principal in of.principals
        if principal.name == name
        for leadership in principal.leads
        if (leadership.from_ or dt.date.min) <= last and first <= (leadership.to or dt.date.max)
        for unit in leadership.units
    }


def is_of_this_year(session: kv.DialogueSession, event: kv.Event) -> bool:
    """Nearer to this year's days than to those of the year before or after."""

    def away(shift: int) -> int:
        start, end = (day + dt.timedelta(days=shift) for day in (event.start, event.end))
        assert session.date is not None
        return max((start - session.date).days, (session.date - end).days, 0)

    return away(0) <= min(away(-365), away(365))


def leaders(unit: str, day: dt.date, of: kv.Municipality) -> set[str]:
    kinds: dict[bool, set[str]] = {True: set(), False: set()}
    for principal in of.principals:
        for leadership in principal.leads:
            if unit in leadership.units and holds(leadership, day):
                kinds[leadership.kind == "acting"].add(principal.name)
    return kinds[True] or kinds[False] or {""}


def covered(document: kv.CommitmentPlan | kv.SchoolYearReport, day: dt.date, of: kv.Municipality) -> set[str]:
    if not document.units:
        return led_during(document.principal, document.school_year.period.start, day, of)
    return {id for unit in document.units if (id := unit_meant(unit, of)) is not None}


def shown(row: kv.DutyRow, unit: str, of: kv.Municipality, filed: list[object], owed: dt.date, as_of: dt.date) -> bool:
    event = EVENTS[row.event]
    wanted = ["not_begun", "begun", "complete"]
    for document in filed:
        if row.proof == "document" and isinstance(document, kv.CommitmentPlan | kv.SchoolYearReport):
            of_kind = isinstance(document, kv.CommitmentPlan) == (row.document == "commitment-plan")
            words = (
                any(area.commitments for area in document.areas)
                if isinstance(document, kv.CommitmentPlan)
                else bool(document.analysis.strip())
            )
            breaks = any(
                finding.citation is not None
                and row.citation is not None
                and finding.citation.quote == row.citation.quote
                and finding.severity != "advice"
                for finding in SYSTEM.check(document, as_of=as_of)
            )
            far = wanted.index(document.state) >= wanted.index(str(row.state))
            if (
                of_kind
                and words
                and far
                and not breaks
                and document.school_year == YEAR
                and unit in covered(document, owed, of)
            ):
                return True
        if row.proof == "dialogue_session" and isinstance(document, kv.DialogueSession):
            invites = row.duty.startswith("invite-")
            if document.dialogue != event.type or document.date is None or not is_of_this_year(document, event):
                continue
            units = set[str]()
            for attendee in document.attendees:
                if attendee.unit:
                    units |= {one.id for one in of.units if attendee.unit.lower() in (one.id, one.name.lower())}
                else:
                    units |= led_by(attendee.name, document.date, of)
            if unit in units and (invites or (document.state == "complete" and document.date <= as_of)):
                return True
    return False


def may_be_anybodys(row: kv.DutyRow, filed: list[object], owed: dt.date, of: kv.Municipality) -> bool:
    """Whether there is such a document of the year that names no unit, by somebody who leads none."""
    cls = kv.CommitmentPlan if row.document == "commitment-plan" else kv.SchoolYearReport
    return any(
        isinstance(one, cls) and one.school_year == YEAR and not one.units and not covered(one, owed, of)
        for one in filed
    )


def excused(row: kv.DutyRow, unit: str, filed: list[object], as_of: dt.date) -> bool:
    return any(
        one.duty == row.duty
        and (not one.units or unit in one.units)
        and one.decided_by
        and one.decided_on is not None
        and one.decided_on <= as_of <= one.until
        for document in filed
        if isinstance(document, kv.Deviations)
        for one in document.deviations
    )


def restated(of: kv.Municipality, filed: list[object], as_of: dt.date) -> Iterator[tuple[str, str, str, str, str]]:
    """Duty, event, principal, unit and state, for what is about principals or their units, plainly."""
    if as_of < SYSTEM.guideline.valid_from:
        return
    for row in SYSTEM.duties(YEAR):
        if not row.event or not (row.actor == "principal" or row.duty.startswith("invite-")):
            continue
        owed = row.due or EVENTS[row.event].end
        for unit in of.units:
            if not holds(unit, owed):
                continue
            if shown(row, unit.id, of, filed, owed, as_of):
                state = "done"
            elif excused(row, unit.id, filed, as_of):
                state = "deviation"
            elif row.duty == "correct-within-the-year":  # the text makes it possible, and asks for nothing
                state = "not_required"
            elif as_of <= (row.due or (row.from_ - dt.timedelta(days=1) if row.from_ else dt.date.min)):
                state = "due"
            elif row.due is not None and row.proof == "document":
                state = "unknown" if may_be_anybodys(row, filed, owed, of) else "late"
            else:
                state = "unknown"
            for who in leaders(unit.id, owed, of) if row.actor == "principal" else {""}:
                yield row.duty, row.event, who, unit.id, state


@settings(max_examples=75 * TIMES)
@given(st.data(), st.dates(dt.date(2024, 5, 1), dt.date(2028, 1, 1)) | days)
def test_status_is_what_its_plain_restatement_says(data: st.DataObject, as_of: dt.date) -> None:
    of = data.draw(municipalities())
    filed = data.draw(documents(of))
    rows = kv.status(SYSTEM, of, filed, as_of=as_of, year=YEAR)
    told = sorted(
        (row.duty, row.event, row.principal, unit, str(row.state))
        for row in rows
        if row.event and (row.actor == "principal" or row.duty.startswith("invite-"))
        for unit in row.units
    )
    assert told == sorted(restated(of, list(filed), as_of))


@settings(max_examples=100)
@given(st.data(), days)
def test_totals_are_the_units_of_the_rows(data: st.DataObject, as_of: dt.date) -> None:
    of = data.draw(municipalities())
    rows = kv.status(SYSTEM, of, data.draw(documents(of)), as_of=as_of, year=YEAR)
    states = [str(state) for state in kv.DutyState]
    for total in kv.status_totals(rows, of):
        about = {unit for row in rows if (row.duty, row.event) == (total.duty, total.event) for unit in row.units}
        of_form = [unit for unit in of.units if unit.id in about and total.school_form in unit.school_forms]
        assert sum(getattr(total, state) for state in states) == len(of_form)


def test_evidence_from_elsewhere_counts() -> None:
    of = kv.Municipality(name="Exempelby", units=[kv.MunicipalUnit(id="alm", name="Alm", school_forms=["GR"])])
    counts = kv.Evidence(duty="ask-the-survey", event="survey:tld:october:2026-27", file="counts/october.json")
    rows = kv.status(SYSTEM, of, as_of=dt.date(2027, 7, 1), evidence=[counts])
    asked = [row for row in rows if row.duty == "ask-the-survey"]
    assert [str(row.state) for row in asked] == ["done", "unknown"]
    assert asked[0].evidence == (counts,)


def test_rows_have_the_names_that_others_rely_on() -> None:
    row = kv.status(SYSTEM, kv.Municipality(name="Exempelby", units=()), as_of=dt.date(2026, 11, 23))[0]
    assert row.origin is not None
    assert {"actor", "units", "duty", "state", "due", "origin"} <= set(dir(row))
