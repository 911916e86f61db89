"""Answers to an invented survey as counts, and in a folder that is named also as figures. Schools, pupils and answers
are made up. Needs polars, and for figures the extra `plots`.
"""

import datetime as dt
import random
import sys
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

# The same school half a year later: what was answered, and what became of it.
if len(sys.argv) > 1:
    out = Path(sys.argv[1])
    spring = kv.SurveyCounts.from_frame(export(seed=3, mood=2.5), instrument, by=["Skola", "Årskurs"], round="2027-04")
    rounds = [schools, spring.divided_by(["Skola"])]
    for one in rounds:
        one.save(out / f"{one.round}.json")
    answers = kv.answers_plot(rounds, instrument, area="safety", key=["Granskolan"])
    progression = kv.progression_plot(rounds, instrument, key=["Granskolan"])
    for name, plot in (("answers", answers), ("progression", progression)):
        (out / f"{name}.svg").write_text(plot.to_svg(), encoding="utf-8")
        (out / f"{name}.png").write_bytes(plot.to_png())
    page = kv.survey_page([(one, instrument) for one in rounds], ["Granskolan"], follow_up_on=dt.date(2027, 5, 3))
    (out / "granskolan.html").write_text(page, encoding="utf-8")
    print(answers.notes[0])

    # What moved, in words; nothing is sorted by its result.
    for area in kv.compare_rounds(rounds[0], rounds[1], instrument).areas:
        print(f"{area.key[0]:10}  {area.area:13}  {area.words.sv}")
