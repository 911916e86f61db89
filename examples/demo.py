"""The main job, told once: a flawed plan is checked, the year is laid out, the guideline shows where everything is from.

Writes text and JSON to the folder given as argument (default: out). School and people are invented.
"""

import datetime as dt
import json
import sys
from pathlib import Path

import kvalitet as kv

AS_OF = dt.date(2026, 10, 15)
PLAN = Path(__file__).parent / "plans" / "flawed.json"


def describe_trace(guideline: kv.Guideline, row: kv.TraceRow) -> str:
    """A sentence of the guideline, which duties and rules carry it, and all that accounts for it."""
    holders = [kv.place_in_words(guideline, pointer).sv for pointer in row.accounted_by]
    lines = [f"{row.section} {row.heading}: {row.sentence}", f"    {row.bearing.label.sv}"]
    if row.carried_by:
        lines.append(f"    bärs av: {', '.join(row.carried_by)}")
    if holders:
        lines.append(f"    återges av: {'; '.join(holders)}")
    return "\n".join(lines)


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    system = kv.QualitySystem.builtin("vetlanda-2024")
    plan = kv.CommitmentPlan.load(PLAN)

    findings = system.check(plan, as_of=AS_OF)
    text = "\n\n".join(map(str, findings))  # what, by which sentence, and what to do
    print(f"{PLAN.name} den {AS_OF}: {len(findings)} iakttagelser\n\n{text}\n")
    (out / "findings.txt").write_text(text + "\n", encoding="utf-8")
    (out / "findings.json").write_text(
        json.dumps([json.loads(finding.to_json()) for finding in findings], ensure_ascii=False, indent=2) + "\n",
        encoding="utf-8",
    )

    draft = system.draft(plan, as_of=AS_OF)
    print("Det här är på plats:")
    for step in draft.done:
        print(f"  + {step.what.sv}")
    print("Nästa steg:")
    for number, step in enumerate(draft.next, start=1):
        print(f"  {number}. {step.what.sv}")
    print(f"Därefter återstår {draft.later}.\n")

    cycle = system.annual_cycle(kv.SchoolYear(2026))
    print(cycle)
    (out / "year-2026-27.txt").write_text(f"{cycle}\n", encoding="utf-8")
    (out / "year-2026-27.json").write_text(cycle.to_json(), encoding="utf-8")
    (out / "year-2026-27.ics").write_bytes(cycle.to_ics("feed", stamp=AS_OF).encode())

    pictures = {
        "year-2026-27": cycle.to_svg(mark=AS_OF),
        "system-2026-27": system.to_svg(kv.SchoolYear(2026), lanes=("principal", "organiser", "board")),
        "chain": system.guideline.to_svg("chain"),
        "frame-factors": system.guideline.to_svg("frame-factors"),
        "effect-chain": kv.effect_chain(plan).to_svg(about=f"{plan.principal}, {plan.school_year}"),
    }
    for name, picture in pictures.items():
        (out / f"{name}.svg").write_text(picture, encoding="utf-8")
        (out / f"{name}.png").write_bytes(kv.to_png(picture))
    (out / "principles.html").write_text(system.guideline.principles_html(page=True), encoding="utf-8")

    trace = system.guideline.trace()
    (out / "trace.txt").write_text(
        "".join(f"{describe_trace(system.guideline, row)}\n" for row in trace), encoding="utf-8"
    )
    (out / "trace.json").write_text(
        json.dumps([json.loads(row.to_json()) for row in trace], ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    unaccounted = sum(row.bearing == "unaccounted" for row in trace)
    obliging = [row for row in trace if row.bearing == "obliges"]
    print(f"\nSpårning: {len(trace)} meningar i riktlinjen, {unaccounted} som inget svarar mot.")
    print(
        f"{len(obliging)} av dem förpliktar någon, {sum(not row.carried_by for row in obliging)} "
        "utan en uppgift eller regel som bär dem."
    )
    print(f"Skrev {', '.join(sorted(path.name for path in out.iterdir()))} till {out}/")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
