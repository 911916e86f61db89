"""The status of 300 units through two school years, from a folder of files, against the same walk with json and dataclasses.

The peer reads the same files, as the benchmark of gathering does, and holds each unit's plan and report of each year
against their last days; it applies no rules. Aims: at most a second; status with its rules at most a quarter of reading; at
least 1.5 times as fast as the peer. Units and principals are invented.
"""

import datetime as dt
import re
import tempfile
from pathlib import Path

import kvalitet as kv
from gather import PRINCIPALS, Plan, Report, milliseconds, read_plan, read_report, write_files

AS_OF = dt.date(2027, 12, 1)
YEARS = (kv.SchoolYear(2026), kv.SchoolYear(2027))


def write_workspace(folder: Path) -> kv.Municipality:
    """A plan and a report of each principal and year, and the municipality that they are of."""
    plans, reports = write_files(folder)
    for later, year in enumerate(YEARS):
        name = str(year).replace("/", "-")
        for kind, files in (("plans", plans), ("reports", reports)):
            (folder / kind / name).mkdir(parents=True)
            for number, file in enumerate(files):
                text = re.sub(r'"(20\d\d)-', lambda day: f'"{int(day[1]) + later}-', file.read_text("utf-8"))  # noqa: B023
                text = text.replace(f'"{YEARS[0]}"', f'"{year}"')
                (folder / kind / name / f"{number}.json").write_text(text, encoding="utf-8")
    for file in (*plans, *reports):
        file.unlink()
    units = [
        kv.MunicipalUnit(id=f"skola-{number}", name=f"Skola {number}", school_forms=["GR"])
        for number in range(PRINCIPALS)
    ]
    principals = [
        kv.Principal(
            id=f"rektor-{number}",
            name=f"Rektor Påhittad {number}",
            leads=[kv.Leadership(units=[f"skola-{number}"])],
        )
        for number in range(PRINCIPALS)
    ]
    made = kv.Municipality(name="Påhittad", guideline="vetlanda-2024", units=units, principals=principals)
    made.save(folder / "municipality.json")
    return made


def with_kvalitet(folder: Path) -> int:
    """The rows of both years."""
    workspace = kv.Workspace.open(folder)
    return sum(len(workspace.status(as_of=AS_OF, year=year)) for year in YEARS)


def with_json(folder: Path, units: list[str]) -> dict[tuple[str, str, str], str]:
    """The state of the plan and the report of each unit and year."""
    plans = [read_plan(file) for file in sorted(folder.glob("plans/**/*.json"))]
    reports = [read_report(file) for file in sorted(folder.glob("reports/**/*.json"))]
    by_unit: dict[tuple[str, str, str], Plan | Report] = {}
    for kind, documents in (("plan", plans), ("report", reports)):
        for document in documents:
            for unit in document.units:
                by_unit[kind, unit.id, document.school_year] = document
    states = {}
    for year in YEARS:
        last = {"plan": dt.date(year.start_year, 9, 30), "report": dt.date(year.start_year + 1, 6, 30)}
        for kind, day in last.items():
            for unit in units:
                found = by_unit.get((kind, unit, str(year)))
                done = found is not None and bool(found.areas) and found.state == "complete"
                states[kind, unit, str(year)] = "done" if done else "late" if day < AS_OF else "due"
    return states


def main() -> None:
    """Prints figures and ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        units = [unit.id for unit in write_workspace(folder).units]
        files = sorted(folder.glob("**/*.json"))
        states = with_json(folder, units)
        opened = kv.Workspace.open(folder)
        for year in YEARS:  # the same answers
            rows = opened.status(as_of=AS_OF, year=year, actor="principal")
            for duty, kind in (("planning-done", "plan"), ("show-results", "report")):
                told = {unit: str(row.state) for row in rows if row.duty == duty for unit in row.units}
                assert told == {unit: states[kind, unit, str(year)] for unit in units}
        whole = milliseconds(lambda: with_kvalitet(folder))
        reading = milliseconds(lambda: kv.Workspace.open(folder))
        judging = milliseconds(lambda: [opened.status(as_of=AS_OF, year=year) for year in YEARS])
        papers = [*opened.plans, *opened.reports]
        rules = milliseconds(lambda: [opened.system.check(one, as_of=AS_OF) for one in papers])
        disk = milliseconds(lambda: [file.read_bytes() for file in files])
        peer = milliseconds(lambda: with_json(folder, units))
    print(
        f"status of {PRINCIPALS} units in {len(YEARS)} years, {len(files)} files: {whole:.0f} ms, {peer / whole:.2f}x json and "
        f"dataclasses ({peer:.0f} ms)"
    )
    print(
        f"  reading {reading:.0f} ms; status with its rules {judging:.0f} ms; the rules alone, one document after the other, "
        f"{rules:.0f} ms, {rules / whole:.0%} of all (status applies them on all processors); bytes alone, "
        f"one after the other, {disk:.0f} ms, {disk / whole:.0%} of all"
    )


if __name__ == "__main__":
    main()
