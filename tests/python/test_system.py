"""The story: a system, a plan, its findings, the year."""

from __future__ import annotations

import datetime as dt
import sys
import threading
import time

import kvalitet as kv
import pytest


def test_a_flawed_plan_gets_findings_with_quotes(
    system: kv.QualitySystem, flawed: kv.CommitmentPlan, as_of: dt.date
) -> None:
    findings = system.check(flawed, as_of=as_of)
    missing = next(finding for finding in findings if finding.severity == "error")
    assert missing.pointer == "/areas"
    assert missing.where == kv.Localised(sv="Prioriterade målområden", en="Prioritised goal areas")
    assert missing.origin is kv.Origin.guideline
    assert missing.citation is not None
    assert "ska alltid vara ett prioriterat område" in missing.citation.quote
    lines = str(missing).splitlines()
    assert lines[0] == "FEL Prioriterade målområden"
    assert f"  ”{missing.citation.quote}”" in lines
    assert any(line.startswith("  Förslag: ") for line in lines)


def test_a_sound_plan_gets_nothing_worse_than_advice(
    system: kv.QualitySystem, sound: kv.CommitmentPlan, as_of: dt.date
) -> None:
    assert {finding.severity for finding in system.check(sound, as_of=as_of)} <= {kv.Severity.advice}
    assert kv.effect_chain(sound).gaps == ()
    assert [node.kind for node in kv.effect_chain(sound).nodes][:2] == ["goal_area", "commitment"]


def test_reading_comes_first_and_findings_have_places(
    system: kv.QualitySystem, flawed: kv.CommitmentPlan, as_of: dt.date
) -> None:
    text = flawed.to_json().replace('"principal"', '"extra": [1, 2],\n  "principal"')
    plan = kv.CommitmentPlan.from_json(text)
    assert plan == flawed
    assert hash(plan) == hash(flawed)
    assert plan.origin is not None
    assert plan.origin.source is None
    assert [unplaced.text for unplaced in plan.origin.unplaced] == ["[1, 2]"]
    assert plan.origin.place("/areas/0/title") is not None
    assert plan.origin.place("/areas/0/title") != plan.origin.place("/areas/0")
    findings = system.check(plan, as_of=as_of)
    assert findings[: len(plan.origin.findings)] == plan.origin.findings
    assert all(finding.place is not None for finding in findings)
    assert flawed.origin is None
    assert plan.replace().origin is None


def test_origin_outlives_the_document() -> None:
    origin = kv.CommitmentPlan.from_json('{"format_version": 1, "school_year": "2026/27", "x": 1}').origin
    assert origin is not None
    assert origin.findings[0].code == "json.unknown-key"
    assert "1" in repr(origin)


def test_a_deviation_answers_without_hiding(
    system: kv.QualitySystem, flawed: kv.CommitmentPlan, as_of: dt.date
) -> None:
    rule = next(finding.rule for finding in system.check(flawed, as_of=as_of) if finding.severity == "error")
    decision = kv.Deviation(
        rule=rule, decided_by="Nämnden", reason="Nystartad", decided_on=as_of, until=dt.date(2027, 6, 30)
    )
    findings = system.check(flawed.replace(deviations=[decision]), as_of=as_of)
    answered = next(finding for finding in findings if finding.rule == rule)
    assert answered.deviation == decision
    assert "Beslutad avvikelse till och med 2027-06-30, Nämnden: Nystartad" in str(answered)


def test_the_draft_says_what_is_next(system: kv.QualitySystem, flawed: kv.CommitmentPlan, as_of: dt.date) -> None:
    draft = system.draft(flawed, as_of=as_of)
    assert draft.done
    assert 0 < len(draft.next) <= system.policy.next_steps


def test_the_year(system: kv.QualitySystem) -> None:
    cycle = system.annual_cycle(kv.SchoolYear(2026))
    first = next(event for event in cycle.events if event.type == "preconditions" and event.kind == "dialogue")
    assert (first.start, first.end) == (dt.date(2026, 9, 1), dt.date(2026, 9, 30))
    assert first.dimension == "structure"
    assert first.origin is kv.Origin.guideline
    assert first.citation is not None
    day = dt.date(2026, 10, 14)
    assert all(event.start <= day <= event.end for event in cycle.on(day))
    assert len(cycle.next(day)) == 3
    assert len(cycle.next(day, n=1)) == 1
    meetings = cycle.filter(kind="meeting")
    assert meetings.period == cycle.period
    assert {event.kind for event in meetings.events} == {kv.EventKind.meeting}
    assert all("principal" in event.actors for event in cycle.filter(actor="principal").events)
    mine = cycle.filter(audience="principal")
    assert {"survey", "dialogue", "document"} <= {event.kind for event in mine.events}
    assert cycle.filter() == cycle
    assert cycle.next(day, actor="board") == cycle.filter(actor="board").next(day)
    assert system.wheel(system.guideline.wheels[0].id, 2026).events
    with pytest.raises(kv.NotFoundError):
        system.wheel("none", 2026)
    with pytest.raises(TypeError, match="unknown filter colour"):
        cycle.filter(colour="red")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="actor: expected a short name"):
        cycle.filter(actor="Å")


def test_the_year_as_text(system: kv.QualitySystem) -> None:
    lines = str(system.annual_cycle(kv.SchoolYear(2026))).splitlines()
    assert lines[0] == "Årshjul 1 augusti 2026 – 31 juli 2027"
    assert lines[2].split() == ["När", "Slag", "Vad", "Grund"]
    assert any(line.startswith("1 november 2026 – 28 februari 2027") and "Processdialog" in line for line in lines)
    assert any(line.startswith("september 2026") and "Förutsättningsdialog" in line for line in lines)


def test_years_and_periods(system: kv.QualitySystem) -> None:
    year = system.annual_cycle(kv.CalendarYear(2027))
    assert year.period == kv.CalendarYear(2027).period
    assert {event.id for event in system.annual_cycle(year.period).events} >= {event.id for event in year.events}
    with pytest.raises(kv.UsageError):
        system.annual_cycle(kv.Period(start=dt.date(2027, 1, 1), end=dt.date(2026, 1, 1)))
    with pytest.raises(TypeError):
        system.annual_cycle(2026)  # type: ignore[arg-type]


def test_the_guideline(system: kv.QualitySystem) -> None:
    guideline = system.guideline
    assert kv.builtin_guidelines() == ("vetlanda-2024",)
    assert kv.Guideline.builtin("vetlanda-2024") == guideline
    assert len(guideline.principles) == 5
    for parts in (guideline.principles, guideline.dialogues, guideline.documents, guideline.rules):
        for part in parts:
            assert (part.citation is not None) == (part.origin in ("guideline", "interpretation"))
    assert all(row.bearing != "unaccounted" for row in guideline.trace())
    assert all(row.carried_by for row in guideline.trace() if row.bearing == "obliges")
    assert guideline.validate() == ()
    assert system.policy.validate(guideline) == ()
    assert system.validate() == ()


def test_versions_are_found_by_date(system: kv.QualitySystem) -> None:
    old = system.guideline
    new = old.replace(id="vetlanda-2027", valid_from=dt.date(2027, 1, 1))
    assert kv.in_force([old, new], dt.date(2026, 12, 31)) is old
    assert kv.in_force([old, new], dt.date(2027, 1, 1)) is new
    assert kv.in_force([old, new], dt.date(2024, 6, 3)) is None


def test_differences_in_plain_words(sound: kv.CommitmentPlan) -> None:
    (change,) = kv.diff(sound, sound.replace(principal="Bo Ek"))
    assert change.kind is kv.ChangeKind.changed
    assert (change.pointer, change.before, change.after) == ("/principal", "Åsa Öberg", "Bo Ek")
    assert str(change) == change.message.sv
    assert kv.diff(sound, sound) == ()
    with pytest.raises(TypeError):
        kv.diff(sound, sound.areas[0])


def test_places_in_words(system: kv.QualitySystem, flawed: kv.CommitmentPlan) -> None:
    words = kv.place_in_words(flawed, "/areas/0/commitments/0/activities")
    assert words.sv == "Målområde 1 (Trygghet), åtagande 1 (Vi lyssnar), aktiviteter"
    assert kv.place_in_words(flawed.areas[0], "/commitments/0").en == "Commitment 1 (Vi lyssnar)"
    assert kv.place_in_words(system.guideline, "").sv == "Riktlinje"
    for wrong in (None, 1, system):
        with pytest.raises(TypeError):
            kv.place_in_words(wrong, "")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        kv.place_in_words(flawed, None)  # type: ignore[arg-type]


def test_an_effect_chain_has_a_limit(sound: kv.CommitmentPlan) -> None:
    area, *_ = sound.areas
    commitment, *_ = area.commitments
    crowded = commitment.replace(
        activities=[kv.Activity(title="Något")] * 400, expected_effects=[kv.ExpectedEffect(text="Något annat")] * 400
    )
    plan = sound.replace(areas=[area.replace(commitments=[crowded])])
    with pytest.raises(kv.LimitError, match="100000"):
        kv.effect_chain(plan)


def test_parts_of_a_system_outlive_it() -> None:
    calendar = kv.QualitySystem.builtin("vetlanda-2024").calendar
    principle = kv.QualitySystem.builtin("vetlanda-2024").guideline.principles[0]
    assert calendar.holidays(2026)
    assert principle.title.sv


def test_a_system_of_parts(system: kv.QualitySystem, flawed: kv.CommitmentPlan, as_of: dt.date) -> None:
    rebuilt = kv.QualitySystem(guideline=system.guideline, policy=system.policy)
    assert rebuilt == system
    assert hash(rebuilt) == hash(system)
    assert rebuilt.check(flawed, as_of=as_of) == system.check(flawed, as_of=as_of)
    alone = kv.QualitySystem(guideline=system.guideline)
    assert alone.policy.is_default
    assert alone != system
    assert alone.check(flawed, as_of=as_of)
    with pytest.raises(kv.UsageError):
        kv.QualitySystem(guideline=system.guideline, policy=system.policy.replace(guideline="another"))


def test_threads_share_objects(system: kv.QualitySystem, flawed: kv.CommitmentPlan, as_of: dt.date) -> None:
    expected = system.check(flawed, as_of=as_of)
    wrong = []

    def work() -> None:
        for _ in range(200):
            if system.check(flawed, as_of=as_of) != expected or not system.annual_cycle(kv.SchoolYear(2026)).events:
                wrong.append(threading.current_thread().name)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_the_lock_is_released_while_reading() -> None:
    """While one thread reads a large document, another goes on."""
    areas = ",".join('{"title": "' + "x" * 100 + '"}' for _ in range(9000))
    text = f'{{"format_version": 1, "school_year": "2026/27", "areas": [{areas}]}}'
    moments: list[float] = []  # of the thread that goes on
    went_on: list[bool] = []

    def read() -> None:
        for _ in range(10):
            before = len(moments)
            kv.CommitmentPlan.from_json(text)
            went_on.append(len(moments) > before)

    reader = threading.Thread(target=read)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(600)  # nobody has to give the lock away
    try:
        reader.start()
        while reader.is_alive():
            moments.append(time.monotonic())
            time.sleep(0.0001)
    finally:
        sys.setswitchinterval(interval)
        reader.join()
    assert any(went_on)
