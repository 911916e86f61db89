"""300 principals' plans and reports, from files to all findings and to what they all prioritise, against json and dataclasses.

The peer reads the same files into equal structures, dates included, by constructors written out for each class, and applies
no rules. kvalitet reads several files at a time, on as many processors as there are; json cannot. Aims: rules cost at most a quarter of reading; reading, rules and gathering together at least 1.5 times as fast.
Principals and schools are invented.
"""

import datetime as dt
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kvalitet as kv

PRINCIPALS = 300
ROUNDS = 7
AS_OF = dt.date(2027, 6, 10)
FORMS = (kv.SchoolForm.FS, kv.SchoolForm.GR, kv.SchoolForm.GY)
TEXT = "Läsningen har tagit fart i de klasser där lärarna planerade tillsammans, och mindre där de inte gjorde det. "


def write_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """A plan and a report for each principal, of different lengths."""
    model = kv.CommitmentPlan.load(Path(__file__).parent / "plan.json")
    plans, reports = [], []
    for number in range(PRINCIPALS):
        unit = model.units[0].replace(id=f"skola-{number}", school_forms=[FORMS[number % len(FORMS)]])
        areas = model.areas[: 1 + number % len(model.areas)]
        plan = model.replace(principal=f"Rektor Påhittad {number}", units=[unit], areas=areas)
        told = [
            area.replace(
                results=TEXT * 2,
                effects=TEXT,
                commitments=[
                    one.replace(results=TEXT * 3, effects=TEXT * 2, analysis=TEXT * 4, continuation="change", why=TEXT)
                    for one in area.commitments
                ],
            )
            for area in plan.report_skeleton().areas
        ]
        report = plan.report_skeleton().replace(analysis=TEXT * 6, areas=told, state="complete")
        plans.append(folder / f"{number}.plan.json")
        reports.append(folder / f"{number}.report.json")
        plan.save(plans[-1])
        report.save(reports[-1])
    return plans, reports


# The peer.


@dataclass(frozen=True, slots=True)
class Unit:
    id: str
    name: str
    school_forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    title: str
    intended_result: str
    responsible: str
    start: dt.date | None
    end: dt.date | None
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    date: dt.date | None
    text: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Commitment:
    id: str
    title: str
    reason: str
    expected_effects: tuple[Effect, ...]
    activities: tuple[Activity, ...]
    follow_ups: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class GoalArea:
    kind: str
    title: str
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    school_year: str
    principal: str
    state: str
    units: tuple[Unit, ...]
    areas: tuple[GoalArea, ...]


@dataclass(frozen=True, slots=True)
class CommitmentReport:
    commitment: str
    title: str
    results: str
    effects: str
    analysis: str
    continuation: str | None
    why: str


@dataclass(frozen=True, slots=True)
class GoalAreaReport:
    kind: str
    title: str
    results: str
    effects: str
    commitments: tuple[CommitmentReport, ...]


@dataclass(frozen=True, slots=True)
class Report:
    school_year: str
    principal: str
    state: str
    analysis: str
    units: tuple[Unit, ...]
    areas: tuple[GoalAreaReport, ...]


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def units(data: dict[str, Any]) -> tuple[Unit, ...]:
    return tuple(Unit(u["id"], u.get("name", ""), tuple(u.get("school_forms", ()))) for u in data.get("units", ()))


def commitment(data: dict[str, Any]) -> Commitment:
    return Commitment(
        data.get("id", ""),
        data.get("title", ""),
        data.get("reason", ""),
        tuple(Effect(e.get("id", ""), e.get("text", "")) for e in data.get("expected_effects", ())),
        tuple(
            Activity(
                a.get("title", ""),
                a.get("intended_result", ""),
                a.get("responsible", ""),
                day(a.get("start")),
                day(a.get("end")),
                tuple(a.get("effects", ())),
            )
            for a in data.get("activities", ())
        ),
        tuple(
            FollowUp(day(f.get("date")), f.get("text", ""), f.get("next_step", "")) for f in data.get("follow_ups", ())
        ),
    )


def read_plan(path: Path) -> Plan:
    data = json.loads(path.read_bytes())
    return Plan(
        data["school_year"],
        data.get("principal", ""),
        data.get("state", "begun"),
        units(data),
        tuple(
            GoalArea(a.get("kind", ""), a.get("title", ""), tuple(map(commitment, a.get("commitments", ()))))
            for a in data.get("areas", ())
        ),
    )


def commitment_report(data: dict[str, Any]) -> CommitmentReport:
    return CommitmentReport(
        data.get("commitment", ""),
        data.get("title", ""),
        data.get("results", ""),
        data.get("effects", ""),
        data.get("analysis", ""),
        data.get("continuation"),
        data.get("why", ""),
    )


def read_report(path: Path) -> Report:
    data = json.loads(path.read_bytes())
    return Report(
        data["school_year"],
        data.get("principal", ""),
        data.get("state", "begun"),
        data.get("analysis", ""),
        units(data),
        tuple(
            GoalAreaReport(
                a.get("kind", ""),
                a.get("title", ""),
                a.get("results", ""),
                a.get("effects", ""),
                tuple(map(commitment_report, a.get("commitments", ()))),
            )
            for a in data.get("areas", ())
        ),
    )


def gather(plans: list[Plan]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Who prioritises what, for each school form and goal area."""
    gathered: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for plan in plans:
        for form in {form for unit in plan.units for form in unit.school_forms}:
            for area in plan.areas:
                told = gathered.setdefault((form, area.kind or area.title), [])
                told.extend((plan.principal, one.title) for one in area.commitments)
    return gathered


def milliseconds(call: Callable[[], object]) -> float:
    """Of one call, the best of several rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best * 1e3


def main() -> None:
    system = kv.QualitySystem.builtin("vetlanda-2024")
    with tempfile.TemporaryDirectory() as name:
        plan_files, report_files = write_files(Path(name))
        size = sum(path.stat().st_size for path in plan_files + report_files)

        def read() -> tuple[tuple[kv.CommitmentPlan, ...], tuple[kv.SchoolYearReport, ...]]:
            return kv.CommitmentPlan.load_all(plan_files), kv.SchoolYearReport.load_all(report_files)

        def read_one_by_one() -> tuple[list[kv.CommitmentPlan], list[kv.SchoolYearReport]]:
            return [*map(kv.CommitmentPlan.load, plan_files)], [*map(kv.SchoolYearReport.load, report_files)]

        plans, reports = read()

        def check() -> int:
            found = sum(len(system.check(plan, as_of=AS_OF)) for plan in plans)
            return found + sum(
                len(system.check(report, plan=plan, as_of=AS_OF)) for plan, report in zip(plans, reports, strict=True)
            )

        reading = milliseconds(read)
        one_by_one = milliseconds(read_one_by_one)
        rules = milliseconds(check)
        gathering = milliseconds(lambda: system.gather(plans))
        peer = milliseconds(lambda: (gather([*map(read_plan, plan_files)]), [*map(read_report, report_files)]))
        assert [plan.principal for plan in plans] == [read_plan(path).principal for path in plan_files]
        gathered, findings = system.gather(plans), check()
    ours = reading + rules + gathering
    print(
        f"{PRINCIPALS} principals' plans and reports, {size / 1e6:.1f} MB: reading {reading:.1f} ms ({one_by_one:.1f} ms "
        f"one by one), rules {rules:.1f} ms ({100 * rules / one_by_one:.0f} % of reading one by one, {findings} findings), gathering {gathering:.1f} ms "
        f"({sum(area.plans for area in gathered.areas)} priorities); json and dataclasses without rules {peer:.1f} ms: "
        f"{peer / ours:.2f}x, one by one {peer / (ours - reading + one_by_one):.2f}x"
    )


if __name__ == "__main__":
    main()
