"""A plan, its report and the next plan: two years of one principal's documents. School and people are invented.

Writes the documents to the folder given as argument (default: out) and tells the story in Swedish.
"""

import datetime as dt
import sys
from pathlib import Path

import kvalitet as kv

UNIT = kv.Unit(id="provskolan", name="Provskolan (en påhittad skola)", school_forms=("GR",))


def first_plan() -> kv.CommitmentPlan:
    """What the principal commits to in the first year."""
    reading = kv.Commitment(
        id="reading",
        title="Alla elever läser med förståelse",
        reason="Läsförståelsen skiljer sig mycket mellan klasserna.",
        expected_effects=(kv.ExpectedEffect(text="Fler elever förstår det de läser"),),
        activities=(
            kv.Activity(
                title="Gemensam läsning varje vecka", intended_result="Eleverna har strategier för att förstå text"
            ),
        ),
        tags=("skolverket:quality-work-on-teaching",),
    )
    breaks = kv.Commitment(
        title="Tryggare raster",
        expected_effects=(kv.ExpectedEffect(text="Fler elever trivs på rasterna"),),
        activities=(
            kv.Activity(title="Vuxna leder aktiviteter på rasten", intended_result="Det finns något för alla"),
        ),
    )
    return kv.CommitmentPlan(
        school_year=kv.SchoolYear(2026),
        principal="Karin Påhittad",
        units=(UNIT,),
        state="complete",
        areas=(
            kv.GoalArea(kind="knowledge", title="Kunskaper", commitments=(reading,)),
            kv.GoalArea(title="Trygghet", commitments=(breaks,)),
        ),
    )


def filled_in(report: kv.SchoolYearReport) -> kv.SchoolYearReport:
    """The report as the principal writes it in June."""
    said = {
        "Alla elever läser med förståelse": {
            "results": "Läsningen finns på schemat i alla klasser.",
            "effects": "Eleverna använder lässtrategier också i andra ämnen.",
            "analysis": "Att lärarna planerade tillsammans bidrog mest.",
            "continuation": kv.Continuation.carry_on,
            "why": "Det har gett effekt men behöver ett år till.",
        },
        "Tryggare raster": {
            "results": "Vuxna leder aktiviteter varje rast.",
            "effects": "Fler elever svarar att de trivs på rasterna.",
            "continuation": kv.Continuation.finished,
            "why": "Arbetssättet sitter.",
        },
    }
    areas = tuple(
        area.replace(commitments=tuple(c.replace(**said[c.title]) for c in area.commitments)) for area in report.areas
    )
    return report.replace(
        areas=areas, state="complete", analysis="Året präglades av läsningen. Det gemensamma arbetssättet bidrog mest."
    )


def show(title: str, findings: tuple[kv.Finding, ...]) -> None:
    """What is found in a document."""
    print(f"\n{title}: {len(findings) or 'inga'} iakttagelser")
    for finding in findings:
        print(f"  {finding.severity.label.sv}: {finding.message.sv}")


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    system = kv.QualitySystem.builtin("vetlanda-2024")

    plan = first_plan()
    show("Åtagandeplanen inför förutsättningsdialogen", system.check(plan, as_of=dt.date(2026, 9, 15)))

    # The survey's October result leads to a correction within the year.
    plan = plan.with_follow_up(
        "/areas/1/commitments/0",
        kv.FollowUp(
            date=dt.date(2026, 11, 12),
            text="Oktobermätningen visar att de yngsta saknar något att göra på rasten.",
            next_step="En vuxen leder lek på lågstadiets gård.",
            survey="tld",
            round="october",
        ),
    )
    plan = plan.with_follow_up(
        "/areas/0/commitments/0", kv.FollowUp(date=dt.date(2027, 2, 3), text="Läsningen är igång i alla klasser.")
    )
    print("\nUppföljningar under året:")
    for logged in plan.follow_up_log():
        print(f"  {logged.follow_up.date} {logged.commitment}: {logged.follow_up.text}")

    begun = plan.report_skeleton()
    draft = system.draft(begun, plan=plan, as_of=dt.date(2027, 6, 1))
    print("\nLäsårsrapporten är påbörjad. Nästa steg:")
    for number, step in enumerate(draft.next, start=1):
        print(f"  {number}. {step.what.sv}")
    print(f"  Därefter återstår {draft.later}.")

    report = filled_in(begun)
    show("Läsårsrapporten när den är klar", system.check(report, plan=plan, as_of=dt.date(2027, 6, 20)))

    following, carried = system.next_plan(report, plan=plan)
    print("\nUr rapporten till nästa plan:")
    for one in carried:
        becomes = one.continuation.label.sv if one.continuation is not None else "ingen har bestämt"
        print(f"  {one.title}: {becomes}, {'med' if one.to else 'inte med'} i nästa plan. {one.why}")
    show("Nästa läsårs plan, som den är gjord", system.check(following, as_of=dt.date(2027, 8, 20)))

    print("\nDet som skiljer planerna åt:")
    for change in kv.diff(plan, following)[:6]:
        print(f"  {change.message.sv}")

    for name, document in (("plan-2026-27", plan), ("report-2026-27", report), ("plan-2027-28", following)):
        document.save(out / f"{name}.json")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
