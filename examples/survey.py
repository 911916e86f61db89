"""Answers to an invented survey as counts. Schools, pupils and answers are made up. Needs polars."""

import random
from pathlib import Path

import kvalitet as kv
import polars as pl

instrument = kv.SurveyInstrument.load(Path(__file__).parent / "survey" / "tld.json")
assert not instrument.check()


def export(seed: int, mood: float) -> pl.DataFrame:
    """A file as a survey tool gives it: a row for each pupil, headings and answers in words."""
    chance = random.Random(seed)
    agree, outside = instrument.scales[0].levels, instrument.scales[0].outside
    rows = []
    for school, grade, pupils in (("Granskolan", 4, 24), ("Granskolan", 5, 22), ("Tallskolan", 5, 27)):
        for _ in range(pupils):
            row = {"Skola": school, "Årskurs": grade}
            for item in instrument.items:
                if item.scale == "agree":
                    drawn = min(3, max(0, round(chance.gauss(1 if item.reversed else mood, 0.8))))
                    answer = outside[0] if chance.random() < 0.04 else agree[drawn]
                    row[item.wordings[0].text] = answer.label.sv
            rows.append(row)
    return pl.DataFrame(rows)


counts, report = kv.count_answers(export(seed=1, mood=2.2), instrument, by=["Skola", "Årskurs"], round="2026-10")
print(f"{report.rows} svarande; {len(report.not_found)} frågor har ingen kolumn, {', '.join(report.not_found[:2])} …")

# Rounds that arrive in parts are added, in any order; a unit's grades are put together afterwards.
more = kv.SurveyCounts.from_frame(export(seed=2, mood=2.0), instrument, by=["Skola", "Årskurs"], round="2026-10")
schools = (counts + more).divided_by(["Skola"])

for figures in schools.area_figures(instrument):
    print(
        f"{figures.key[0]:10}  {figures.area:13}  index {figures.index.number_or_approximate:.1f}  ({figures.answers} svar)"
    )
