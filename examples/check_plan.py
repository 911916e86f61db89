"""Checks a commitment plan and shows the year around it. School and people are invented."""

import datetime as dt
from pathlib import Path

import kvalitet as kv

plans = Path(__file__).parent / "plans"
system = kv.QualitySystem.builtin("vetlanda-2024")  # guideline + default local policy + Swedish calendar
plan = kv.CommitmentPlan.load(plans / "flawed.json")

for finding in system.check(plan, as_of=dt.date(2026, 10, 15)):
    print(f"{finding.severity}: {finding.message.sv}")
    if finding.citation:
        print(f"    ”{finding.citation.quote}”")

cycle = system.annual_cycle(kv.SchoolYear(2026))  # 2026/27
for event in cycle.on(dt.date(2026, 10, 14)):
    print(event.start, event.end, event.title.sv)
for event in cycle.next(dt.date(2026, 11, 23), n=3, audience="principal"):
    print(event.start, event.end, event.title.sv)
