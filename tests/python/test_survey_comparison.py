"""What a principal is told of two rounds: opposite words for opposite evidence, and nothing of few. All is invented."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import kvalitet as kv
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kvalitet.cli import app
from playwright.sync_api import Page
from typer.testing import CliRunner, Result

ROOT = Path(__file__).parents[2]
TLD = kv.SurveyInstrument.load(ROOT / "examples" / "survey" / "tld.json")
SCHOOL_ITEMS = [item for item in TLD.items if item.scale == "agree"]
DAY = dt.date(2027, 5, 3)


def counts(round: str, units: Mapping[str, tuple[int, float]], seed: int = 1) -> kv.SurveyCounts:
    """So many pupils of each unit, who answer around a mood of 0 to 3, one grade each half."""
    chance = random.Random(seed)
    rows = []
    for unit, (pupils, mood) in units.items():
        for pupil in range(pupils):
            row: dict[str, object] = {"Skola": unit, "Årskurs": 4 + pupil % 2}
            for item in SCHOOL_ITEMS:
                level = min(3, max(0, round_half(chance.gauss(3 - mood if item.reversed else mood, 0.6))))
                row[item.id] = TLD.scales[0].levels[level].code
            rows.append(row)
    return kv.SurveyCounts.from_frame(pl.DataFrame(rows), TLD, by=["Skola", "Årskurs"], round=round)


def round_half(number: float) -> int:
    return int(number + 0.5)


BEFORE = counts("2026-10", {"Granskolan": (60, 1.4), "Kotten": (3, 1.4), "Tallskolan": (60, 2.3)})
AFTER = counts("2027-04", {"Granskolan": (60, 2.3), "Kotten": (30, 1.4), "Tallskolan": (60, 1.4)}, seed=2)
ROUNDS = [(BEFORE, TLD), (AFTER, TLD)]


def test_opposite_evidence_gives_opposite_words_in_all_three_areas() -> None:
    compared = kv.compare_rounds(BEFORE.divided_by(["Skola"]), AFTER.divided_by(["Skola"]), TLD)
    told = {unit: [area for area in compared.areas if area.key == (unit,)] for unit in ("Granskolan", "Tallskolan")}
    for areas in told.values():
        assert [area.area for area in areas] == ["safety", "learning", "participation"]
    for up, down in zip(told["Granskolan"], told["Tallskolan"], strict=True):
        assert (up.outcome, down.outcome) == ("above", "below")
        assert up.words.sv.startswith("Mer positivt än i oktober 2026")
        assert down.words.sv.startswith("Mindre positivt än i oktober 2026")
    few = [area for area in compared.areas if area.key == ("Kotten",)]
    assert {area.outcome for area in few} == {kv.Outcome.too_few}
    assert {str(area.index) for area in few} == {"."}


def test_the_page_says_what_moved_and_what_did_not(page: Page, breaches: Callable[[Page], list[str]]) -> None:
    texts = {}
    for unit in ("Granskolan", "Tallskolan"):
        page.set_content(kv.survey_page(ROUNDS, [unit], follow_up_on=DAY))
        assert breaches(page) == []
        texts[unit] = page.inner_text("main")
        for area in TLD.areas:
            assert area.title.sv in texts[unit]
    up, down = texts["Granskolan"], texts["Tallskolan"]
    assert "Frågor med mer positiva svar" in up
    assert "Frågor med mindre positiva svar" not in up
    assert "Frågor med mindre positiva svar" in down
    assert "Beskriv vad som kan ha bidragit" in up
    assert "Ta reda på tillsammans med barn och elever" in down
    assert "Enhetens egna siffror" in up


@pytest.mark.parametrize("width", [320, 900])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_page_fits_a_telephone(page: Page, breaches: Callable[[Page], list[str]], lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(kv.survey_page(ROUNDS, ["Granskolan"], lang=lang, follow_up_on=DAY))
    assert breaches(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_of_few_says_so_and_shows_nothing_of_them(page: Page) -> None:
    page.set_content(kv.survey_page(ROUNDS, ["Kotten"], follow_up_on=DAY))
    text = page.inner_text("main")
    assert "Färre än 5 svarade i oktober 2026." in text
    assert "30 svarade i april 2027." in text
    assert "Förslag till uppföljning" not in text
    alone = kv.survey_page([(BEFORE, TLD)], ["Kotten"])
    page.set_content(alone)
    assert "bara en omgång" in page.inner_text("main")
    assert page.query_selector("svg") is None


def test_a_page_never_contradicts_itself(page: Page) -> None:
    """An item that two answered in October and all in April is in neither words, figures nor index."""

    def answers(first: list[int], second: list[int | None], round: str) -> tuple[kv.SurveyCounts, kv.SurveyInstrument]:
        frame = pl.DataFrame({"unit": ["Ek"] * 20, SCHOOL_ITEMS[0].id: first, SCHOOL_ITEMS[1].id: second})
        return kv.SurveyCounts.from_frame(frame, TLD, by=["unit"], round=round), TLD

    october = answers([4] * 12 + [3] * 8, [1, 1, *[None] * 18], "2026-10")
    april = answers([4] * 15 + [3] * 5, [4] * 20, "2027-04")
    page.set_content(kv.survey_page([october, april], ["Ek"]))
    text = page.inner_text("main")
    assert "Index 9,2, mot 8,7 i oktober 2026." in text
    figure = page.inner_text("figure >> nth=0")
    assert "9,2 (20)" in figure
    assert "8,7 (20)" in figure


def test_one_round_alone_shows_all_three_areas(page: Page) -> None:
    page.set_content(kv.survey_page([ROUNDS[0]], ["Granskolan"], figures=False))
    text = page.inner_text("main")
    for area in TLD.areas:
        assert area.title.sv in text
    assert text.count("Index ") == 3


def test_rounds_in_the_wrong_order_are_refused() -> None:
    for rounds in (ROUNDS[::-1], [ROUNDS[0], ROUNDS[0]]):
        with pytest.raises(kv.UsageError, match="kommer inte efter"):
            kv.survey_page(rounds, ["Granskolan"])


def test_an_error_repeats_no_counts() -> None:
    for wrong in ((BEFORE, TLD, AFTER), (None, AFTER, TLD), ({}, AFTER, TLD)):
        with pytest.raises(TypeError, match="expected SurveyCounts, got") as told:
            kv.compare_rounds(*wrong)
        assert len(str(told.value)) < 80
    with pytest.raises(ValueError, match="least_answers"):
        kv.compare_rounds(BEFORE, AFTER, TLD, least_answers=2**63)
    for confidence in (0, 1, float("nan")):
        with pytest.raises(kv.UsageError, match="Konfidensgraden"):
            kv.compare_rounds(BEFORE, AFTER, TLD, confidence=confidence)


def test_answers_are_not_divided_by_persons() -> None:
    frame = pl.DataFrame({"unit": ["anna@exempel.example", "b"], SCHOOL_ITEMS[0].id: [1, 2]})
    with pytest.raises(kv.UsageError, match="pekar ut enskilda") as told:
        kv.count_answers(frame, TLD, by=["unit"])
    assert "anna" not in str(told.value)


def test_names_from_files_are_words_on_the_page(page: Page) -> None:
    hostile = "<img src=x onerror=alert(1)>{{ 7 * 7 }}"
    frame = pl.DataFrame({"unit": [hostile] * 9, SCHOOL_ITEMS[0].id: [1, 2, 3, 4, 1, 2, 3, 4, 4]})
    own = kv.SurveyCounts.from_frame(frame, TLD, by=["unit"], round="2026-10")
    page.set_content(kv.survey_page([(own, TLD), (own.replace(round="2027-04"), TLD)], [hostile]))
    assert hostile in page.inner_text("h1")
    assert page.query_selector("img") is None


def test_nothing_is_written_for_anybody_else() -> None:
    with pytest.raises(kv.UsageError, match="enheten själv"):
        kv.survey_page(ROUNDS, ["Granskolan"], audience="organiser")
    assert kv.compare_rounds(BEFORE, AFTER, TLD).audience == "unit"
    assert {one.audience for one in AFTER.item_figures(TLD)} == {kv.SurveyAudience.unit}


def test_an_unknown_unit_is_told_with_those_there_are() -> None:
    with pytest.raises(kv.UsageError, match="Granskolan; Kotten; Tallskolan"):
        kv.survey_page(ROUNDS, ["Ekskolan"])
    with pytest.raises(TypeError, match="expected a list"):
        kv.survey_page(ROUNDS, "Granskolan")
    compared = kv.compare_rounds(BEFORE, AFTER, TLD)
    with pytest.raises(TypeError, match="key: expected a list of values"):
        compared.follow_ups(TLD, "Granskolan", date=DAY)
    with pytest.raises(TypeError, match="pairs"):
        kv.progression([BEFORE, AFTER])  # type: ignore[list-item]


def test_follow_ups_go_into_a_plan_and_show_that_it_was_followed() -> None:
    compared = kv.compare_rounds(BEFORE.divided_by(["Skola"]), AFTER.divided_by(["Skola"]), TLD)
    proposed = compared.follow_ups(TLD, ["Granskolan"], date=DAY, round="april")
    assert [one.survey for one in proposed] == ["tld"] * 3
    plan = kv.CommitmentPlan(
        format_version=1,
        school_year=kv.SchoolYear(2026),
        principal="Ann Ek",
        areas=[kv.GoalArea(kind="knowledge", commitments=[kv.Commitment(title="Arbetsro", follow_ups=proposed)])],
    )
    assert kv.CommitmentPlan.from_json(plan.to_json()) == plan


def test_who_was_invited_counts_also_where_nobody_answered() -> None:
    asked = AFTER.divided_by(["Skola"]).with_invited({"Granskolan": 80, "Ekskolan": 25})
    rates = {one.key[0]: (one.respondents, one.invited, str(one.rate)) for one in asked.response_rates()}
    assert rates["Granskolan"] == (60, 80, "0.75")
    assert rates["Ekskolan"] == (0, 25, "0")
    assert rates["Tallskolan"] == (60, None, ".")
    with pytest.raises(kv.UsageError, match="Ekskolan"):
        AFTER.with_invited({"Ekskolan": 25})
    for wrong in ({("Ekskolan", "4"): "25"}, {("Ekskolan", "4"): None}, {3: 25}):
        with pytest.raises(TypeError, match="invited"):
            AFTER.with_invited(wrong)  # type: ignore[arg-type]


@given(st.integers(1, 40), st.integers(1, 40), st.randoms(use_true_random=False))
def test_no_comparison_shows_a_figure_of_few(before: int, after: int, chance: random.Random) -> None:
    item = SCHOOL_ITEMS[0].id

    def answers(many: int, round: str) -> kv.SurveyCounts:
        frame = pl.DataFrame({"unit": ["Ek"] * many, item: [chance.choice([1, 2, 3, 4, 9]) for _ in range(many)]})
        return kv.SurveyCounts.from_frame(frame, TLD, by=["unit"], round=round)

    first, second = answers(before, "2026-10"), answers(after, "2027-04")
    of = {one.item: one for one in kv.compare_rounds(first, second, TLD).items}[item]
    on_scale = [next(f.answers for f in one.item_figures(TLD) if f.item == item) for one in (first, second)]
    shown = of.to_json()
    assert (of.outcome == "too_few") == (min(on_scale) < 5)
    if min(on_scale) < 5:
        assert of.answers is of.reference_answers is None
        assert {str(getattr(of, name)) for name in ("mean", "difference", "top_share", "delta", "p")} == {"."}
    else:
        assert f'"answers": {on_scale[1]}' in shown


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["survey", *arguments])


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = []
    for one in (BEFORE, AFTER):
        one.save(tmp_path / f"{one.round}.json")
        paths.append(str(tmp_path / f"{one.round}.json"))
    return [*paths, "--instrument", str(ROOT / "examples" / "survey" / "tld.json")]


def test_the_command_tells_what_moved(files: list[str], tmp_path: Path) -> None:
    told = run("compare", *files, "--key", "Granskolan", "--follow-up-on", "2027-05-03")
    assert told.exit_code == 0, told.output
    assert "Jämfört med oktober 2026" in told.output
    assert "Trygghet: Mer positivt" in told.output
    assert "Tallskolan" not in told.output
    written = run("compare", *files, "--key", "Tallskolan", "--page", str(tmp_path / "tall.html"))
    assert written.exit_code == 0
    assert "Mindre positivt" in (tmp_path / "tall.html").read_text(encoding="utf-8")
    listed = run("compare", *files, "--key", "Granskolan", "--format", "rfc4180")
    assert len(listed.output.splitlines()) == len(TLD.items) + 1
    others = run("compare", *files, "--others", "--key", "Granskolan")
    assert "minst 3 andra grupper" in " ".join(others.output.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--for", "everybody"], "skrivs inte för alla"),
        (["--for", "nobody"], "--for"),
        (["--key", "Ekskolan"], "Granskolan; Kotten; Tallskolan"),
        (["--page", "a.html"], "--key"),
        (["--key", "Granskolan", "--page", "a.html", "--json"], "--json"),
        (["--others", "--follow-up-on", "2027-05-03"], "--follow-up-on"),
    ],
)
def test_the_command_refuses(files: list[str], arguments: list[str], said: str) -> None:
    told = run("compare", *files, *arguments)
    assert told.exit_code == 2
    assert said in " ".join(told.output.split())
