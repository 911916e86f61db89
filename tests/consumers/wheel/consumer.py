"""What a program does first with the wheel in an empty environment; the runner compares what it prints."""

import datetime as dt

import kvalitet as kv

system = kv.QualitySystem.builtin("vetlanda-2024")
plan = kv.CommitmentPlan.from_json('{"format_version": 1, "school_year": "2027/28"}')
findings = system.check(plan, as_of=dt.date(2027, 9, 1))
dialogues = system.annual_cycle(kv.SchoolYear(2027)).filter(kind="dialogue")
print(f"kvalitet {kv.__version__}: {findings[0].rule}, {dialogues.events[1].end}")
