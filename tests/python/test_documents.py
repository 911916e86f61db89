"""Documents that follow from each other, and what is gathered from many."""

import datetime as dt
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import kvalitet as kv
import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
SYSTEM = kv.QualitySystem.builtin("vetlanda-2024")
YEAR = kv.SchoolYear(2026)
JUNE = dt.date(2027, 6, 20)
WORDS = st.sampled_from(["Läsning", "Trygga raster", "Delaktighet", "Matematik", "Språk", "Närvaro", "Lek", "Musik"])


def plans() -> st.SearchStrategy[kv.CommitmentPlan]:
    """Plans that keep the rules on goal areas: Knowledge and at most three more, each with commitments."""
    commitments = st.lists(WORDS, min_size=1, max_size=3, unique=True).map(
        lambda titles: tuple(
            kv.Commitment(title=title, expected_effects=(kv.ExpectedEffect(text="Bättre"),)) for title in titles
        )
    )
    others = st.lists(WORDS, max_size=3, unique=True)
    forms = st.lists(st.sampled_from(kv.SchoolForm), max_size=2, unique=True)

    def build(
        knowledge: tuple[kv.Commitment, ...],
        titles: list[str],
        parts: list[tuple[kv.Commitment, ...]],
        forms: list[kv.SchoolForm],
    ) -> kv.CommitmentPlan:
        areas = [kv.GoalArea(kind="knowledge", title="Kunskaper", commitments=knowledge)]
        areas += [kv.GoalArea(title=t, commitments=c) for t, c in zip(titles, parts, strict=False)]
        return kv.CommitmentPlan(
            school_year=YEAR, principal="Karin Påhittad", units=(kv.Unit(id="u", school_forms=forms),), areas=areas
        )

    return st.builds(build, commitments, others, st.lists(commitments, min_size=3, max_size=3), forms)


def broken(findings: tuple[kv.Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings}


@given(plans())
def test_a_report_made_from_a_plan_covers_it(plan: kv.CommitmentPlan) -> None:
    report = plan.report_skeleton()
    assert (report.principal, report.units, report.school_year) == (plan.principal, plan.units, plan.school_year)
    assert [[c.title for c in area.commitments] for area in report.areas] == [
        [c.title for c in area.commitments] for area in plan.areas
    ]
    found = broken(SYSTEM.check(report, plan=plan, as_of=JUNE))
    assert "report-covers-the-plan" not in found
    assert {"report-tells-results", "report-tells-effects", "report-analyses-the-whole"} <= found  # nothing is said yet


@given(plans(), st.data())
def test_what_goes_on_comes_along_and_the_rest_stays_out(plan: kv.CommitmentPlan, data: st.DataObject) -> None:
    report = plan.report_skeleton()
    report = report.replace(
        areas=[
            area.replace(
                commitments=[
                    one.replace(
                        continuation=data.draw(st.none() | st.sampled_from(kv.Continuation)), why=f"Därför {one.title}"
                    )
                    for one in area.commitments
                ]
            )
            for area in report.areas
        ]
    )
    following, carried = SYSTEM.next_plan(report, plan=plan)
    assert following.school_year == kv.SchoolYear(2027)
    told = [one for area in report.areas for one in area.commitments]
    assert [one.title for one in carried] == [one.title for one in told]  # each is accounted for, in order
    stays_out = (kv.Continuation.finished, kv.Continuation.dropped)
    for one, said in zip(carried, told, strict=True):
        assert (one.to == "") == (said.continuation in stays_out)
        if one.to:
            _, _, area, _, commitment = one.to.split("/")
            there = following.areas[int(area)].commitments[int(commitment)]
            assert (there.title, there.reason) == (said.title, said.why)
            assert [effect.text for effect in there.expected_effects] == ["Bättre"]
    assert sum(len(area.commitments) for area in following.areas) == sum(bool(one.to) for one in carried)
    found = broken(SYSTEM.check(following, as_of=dt.date(2027, 8, 20)))
    assert found.isdisjoint({"knowledge-always-prioritised", "at-most-three-more"})


@given(st.lists(plans(), max_size=6))
def test_every_figure_gathered_is_the_number_of_its_sources(many: list[kv.CommitmentPlan]) -> None:
    gathered = SYSTEM.gather(many)
    expected: Counter[tuple[object, str]] = Counter()
    for plan in many:
        forms = {form for unit in plan.units for form in unit.school_forms} or {None}
        for form in forms:
            expected.update({(form, area.kind or area.title.lower()) for area in plan.areas})
    assert {(a.school_form, a.kind or a.title.lower()): a.plans for a in gathered.areas} == dict(expected)
    assert all(area.plans == len(area.sources) for area in gathered.areas)
    assert (gathered.plans, gathered.withheld) == (len(many), 0)


def test_a_title_that_may_tell_of_a_child_is_withheld_until_reviewed() -> None:
    secret = "2 av 7 elever når målen i matematik"
    area = kv.GoalArea(kind="knowledge", title="Kunskaper", commitments=(kv.Commitment(title=secret),))
    plan = kv.CommitmentPlan(school_year=YEAR, areas=(area,))
    gathered = SYSTEM.gather([plan])
    assert gathered.withheld == 1
    assert secret not in gathered.to_json()
    assert gathered.areas[0].commitments[0].withheld
    assert SYSTEM.gather([plan], reviewed=True).areas[0].commitments[0].title == secret


def test_coverage_says_what_points_to_each_factor_and_what_nothing_does() -> None:
    tagged = kv.Commitment(title="Läsning", tags=("skolverket:competent-leadership",))
    plan = kv.CommitmentPlan(school_year=YEAR, areas=(kv.GoalArea(title="Kunskaper", commitments=(tagged,)),))
    rows = {row.tag: row.sources for row in SYSTEM.coverage([plan])}
    assert len(rows) == 7
    assert [source.pointer for source in rows["skolverket:competent-leadership"]] == ["/areas/0/commitments/0"]
    assert sum(map(len, rows.values())) == 1


@given(st.lists(st.sampled_from([kv.SchoolForm.FS, kv.SchoolForm.GR]), max_size=40))
def test_groups_are_as_large_as_the_dialogue_says(forms: list[kv.SchoolForm]) -> None:
    members = [kv.GroupMember(name=f"Rektor {i}", school_form=form) for i, form in enumerate(forms)]
    sessions, ungrouped = SYSTEM.group("preconditions", members)
    for session in sessions:
        assert len(session.attendees) in (3, 4)
        assert len({one.school_forms for one in session.attendees}) == 1
    placed = [one.name for session in sessions for one in session.attendees]
    assert sorted(placed + [one.name for one in ungrouped]) == sorted(one.name for one in members)
    left = Counter(one.school_form for one in ungrouped)
    assert all(left[form] in (0, 1, 2, 5) for form in left)  # no groups of three and four add up to these


def test_duties_of_a_principal_lie_on_the_year() -> None:
    rows = {row.duty: row for row in SYSTEM.duties(YEAR, actor="principal") if row.due is not None}
    assert rows["planning-done"].due == dt.date(2026, 9, 30)
    assert rows["planning-done"].document == "commitment-plan"
    assert rows["show-results"].state == kv.DocumentState.begun
    assert {link.support for link in rows["show-results"].supports} == {"templates", "statistics"}
    invite = next(row for row in SYSTEM.duties(YEAR) if row.duty == "invite-process")
    assert invite.due == dt.date(2026, 10, 31)  # before the dialogue begins


@pytest.mark.parametrize(
    "of",
    [
        "CommitmentPlan",
        "SchoolYearReport",
        "OperationalPlan",
        "OperationalReport",
        "ImpactAssessment",
        "DialogueSession",
        "Matters",
        "Measures",
        "Deviations",
        "Municipality",
    ],
)
def test_a_damaged_pickle_is_an_exception(of: str) -> None:
    cls = getattr(kv, of)
    with pytest.raises(ValueError, match="damaged"):
        kv._native._restore(cls, b'{"format_version":1,"nothing":2}')


def test_the_two_years_of_the_example_are_told(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "examples" / "two_years.py", tmp_path], capture_output=True, text=True, check=True
    ).stdout
    assert "Läsårsrapporten när den är klar: inga iakttagelser" in told
    plan, report = (kv.load_document(tmp_path / f"{name}-2026-27.json") for name in ("plan", "report"))
    assert isinstance(plan, kv.CommitmentPlan)
    assert isinstance(report, kv.SchoolYearReport)
    assert SYSTEM.check(report, plan=plan, as_of=JUNE) == ()
    assert kv.load_document(tmp_path / "plan-2027-28.json").origin is not None


def test_the_fuzzer_reads_every_document_type() -> None:
    fuzzed = re.findall(r"read<(\w+)>", (ROOT / "fuzz" / "json_roundtrip.cpp").read_text(encoding="utf-8"))
    assert {cls.__name__ for cls in vars(kv).values() if hasattr(cls, "load")} <= set(fuzzed)
