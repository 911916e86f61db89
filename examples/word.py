"""Word documents: templates for every kind of document, filled in, read back, and told of with the place in the document.

Writes to the folder word/ in the folder given as argument (default: out). Schools and people are invented.
"""

import datetime as dt
import io
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from typing import Any

import kvalitet as kv

AS_OF = dt.date(2026, 10, 15)
PLAN = Path(__file__).parent / "plans" / "complete.json"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def filled_in(system: kv.QualitySystem) -> dict[str, tuple[Any, Any]]:
    """For each kind of document what its template holds, and what somebody makes of it."""
    plan = kv.CommitmentPlan.load(PLAN)
    empty_plan = plan.replace(state="begun", areas=[kv.GoalArea(kind="knowledge", title="Kunskaper")])
    report = plan.report_skeleton()
    goal = kv.DevelopmentGoal(title="Fler elever läser med förståelse", analysis="Var fjärde elev gör det inte.")
    operational = kv.OperationalPlan(year=kv.CalendarYear(2027), owner="Barn- och utbildningsförvaltningen")
    session = system.session("process")
    matter = kv.Matter(id="ny-skola", title="Ny skola i Norr")
    measure = kv.Measure(id="lasning", title="Gemensam fortbildning i läsning", units=["provskolan"])
    return {
        "commitment-plan": (empty_plan, plan),
        "school-year-report": (report, report.replace(analysis="Året präglades av det gemensamma arbetet.")),
        "operational-plan": (operational, operational.replace(goals=[goal])),
        "operational-report": (
            operational.replace(goals=[goal]).report_skeleton(),
            operational.replace(goals=[goal]).report_skeleton().replace(analysis="Läsningen har fått ta tid."),
        ),
        "impact-assessment": (
            kv.ImpactAssessment(matter=matter.id),
            kv.ImpactAssessment(matter=matter.id, title="Skolvägen till den nya skolan", responsible="Per Påhittad"),
        ),
        "dialogue-session": (session, session.replace(date=dt.date(2026, 11, 18), place="Provskolan")),
        "matters": (kv.Matters(), kv.Matters(matters=[matter])),
        "measures": (kv.Measures(), kv.Measures(measures=[measure])),
    }


def with_words_changed(docx: bytes, old: str, new: str) -> bytes:
    """The document after somebody has typed something else where the old words stand: the same zip, one part changed."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as before, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                for _, (prefix, uri) in ET.iterparse(io.BytesIO(part), events=["start-ns"]):
                    ET.register_namespace(prefix, uri)
                root = ET.fromstring(part)
                for text in root.iter(f"{W}t"):
                    text.text = (text.text or "").replace(old, new)
                part = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
            after.writestr(name, part)
    return changed.getvalue()


def main(out: Path) -> None:
    folder = out / "word"
    folder.mkdir(parents=True, exist_ok=True)
    system = kv.QualitySystem.builtin("vetlanda-2024")

    print("Mallar, och vad som läses när de är ifyllda:")
    for kind, (template, filled) in filled_in(system).items():
        (folder / f"{kind}-template.docx").write_bytes(template.to_docx(system=system, help=True))
        filled.save(folder / f"{kind}.docx", system=system)
        read = type(filled).load(folder / f"{kind}.docx", system=system)
        print(f"  {kind}.docx: {'detsamma' if read == filled else 'något annat'}")

    # A person does not write days as programs do.
    path = folder / "commitment-plan.docx"
    theirs = with_words_changed(path.read_bytes(), "2027-06-04", "till sommaren")
    path.write_bytes(theirs)
    plan = kv.CommitmentPlan.load(path, system=system)
    print("\nNär rektor har skrivit på sitt sätt:\n")
    for finding in system.check(plan, as_of=AS_OF):
        print(f"{finding}\n")
    for unplaced in plan.origin.unplaced if plan.origin is not None else ():
        print(f"Fann ingen plats: {kv.place_in_words(plan, unplaced.pointer)}: {unplaced.text}")

    # In November a follow-up goes into the principal's own document. Everything else in it stays as it is.
    followed_up = plan.with_follow_up(
        "/areas/0/commitments/0", kv.FollowUp(date=dt.date(2026, 11, 20), text="Alla klasser har kommit igång.")
    )
    written = followed_up.write_back(theirs, system=system)
    path.write_bytes(written.docx)
    print("\nInskrivet i rektorns dokument:")
    for change in kv.diff(plan, kv.CommitmentPlan.load(path, system=system)):
        print(f"  {change}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
