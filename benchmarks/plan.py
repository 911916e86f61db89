"""A 6 KB plan from JSON bytes to all findings, called from Python, against pydantic 2 reading an equal structure.

pydantic checks types only, no rules; kvalitet also keeps every value's place and applies the guideline. Aim: at least as fast.
"""

import datetime as dt
from enum import Enum
from pathlib import Path
from timeit import repeat

import kvalitet as kv
import pydantic

DATA = (Path(__file__).parent / "plan.json").read_bytes()
AS_OF = dt.date(2026, 10, 15)
SchoolForm = Enum("SchoolForm", {key: key for key in kv.SchoolForm.__members__}, type=str)  # type: ignore[misc]


class Strict(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)


class Unit(Strict):
    id: str
    code: str | None = None
    name: str = ""
    school_forms: tuple[SchoolForm, ...] = ()


class Effect(Strict):
    id: str = ""
    text: str = ""


class Activity(Strict):
    title: str = ""
    intended_result: str = ""
    responsible: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    effects: tuple[str, ...] = ()


class FollowUp(Strict):
    date: dt.date | None = None
    text: str = ""
    next_step: str = ""


class Commitment(Strict):
    title: str = ""
    reason: str = ""
    expected_effects: tuple[Effect, ...] = ()
    activities: tuple[Activity, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


class GoalArea(Strict):
    kind: str = ""
    title: str = ""
    commitments: tuple[Commitment, ...] = ()


class Plan(Strict):
    format_version: int
    school_year: str
    years: int = 1
    principal: str = ""
    units: tuple[Unit, ...] = ()
    state: str = "begun"
    areas: tuple[GoalArea, ...] = ()


def best(call: object, number: int = 500) -> float:
    """Microseconds of one call, the best of nine rounds."""
    return min(repeat(call, number=number, repeat=9)) / number * 1e6  # type: ignore[arg-type]


def main() -> None:
    system = kv.QualitySystem.builtin("vetlanda-2024")
    findings = system.check(kv.CommitmentPlan.from_json(DATA), as_of=AS_OF)
    ours = best(lambda: system.check(kv.CommitmentPlan.from_json(DATA), as_of=AS_OF))
    reading = best(lambda: kv.CommitmentPlan.from_json(DATA))
    peer = best(lambda: Plan.model_validate_json(DATA))
    print(
        f"plan, Python: {len(DATA)} bytes to {len(findings)} findings in {ours:.1f} us ({1e6 / ours:.0f} a second), of which "
        f"reading {reading:.1f} us; pydantic {pydantic.VERSION} without rules {peer:.1f} us ({1e6 / peer:.0f} a second): "
        f"{peer / ours:.2f}x"
    )


if __name__ == "__main__":
    main()
