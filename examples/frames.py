"""Lists of the model as data frames. School and people are invented. Needs polars."""

import datetime as dt
from pathlib import Path

import kvalitet as kv
import polars as pl

system = kv.QualitySystem.builtin("vetlanda-2024")
plans = kv.CommitmentPlan.load_all(sorted((Path(__file__).parent / "plans").glob("*.json")))

# A row for each activity, with what is around it: its commitment, goal area and plan.
activities = plans.to_frame("polars", each="areas.commitments.activities")
print(activities.group_by("areas.title").len(name="activities").sort("areas.title"))

# What is found in all of the plans, by how serious it is.
findings = kv.Records(finding for plan in plans for finding in system.check(plan, as_of=dt.date(2026, 10, 15)))
print(findings.to_frame("polars", names="labels").group_by("Allvar").len(name="antal").sort("antal", "Allvar"))

# Duties of the year, month by month.
duties = system.duties(kv.SchoolYear(2026)).to_frame("polars")
print(duties.drop_nulls("due").group_by(pl.col("due").dt.strftime("%Y-%m").alias("month")).len().sort("month"))
