"""Figures of a survey: that they say what was answered, and to everybody."""

from __future__ import annotations

import itertools
import random
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import kvalitet as kv
import polars
import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
TLD = kv.SurveyInstrument.load(ROOT / "examples" / "survey" / "tld.json")
SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (320, 640)
LANGS = ("sv", "en")
LONG = "Väldigt långt namn på en fråga om undervisningen i Hälsinglandsskogarnas sammanhållna grundskola " * 2
HOSTILE = ("<b>fet</b>", '"/><text x="0">', "m" * 120, "\u202ebakvänt\u202c", "🎓" * 20)

MEASURE = """picture => ({
  wide: picture.getBoundingClientRect().width,
  high: picture.getBoundingClientRect().height,
  texts: [...picture.querySelectorAll('text')].map(text => {
    const { left, top, right, bottom } = text.getBoundingClientRect();
    return { words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize), left, top, right, bottom };
  }),
})"""


def made_up(
    levels: int = 5, items: int = 3, reversed: Sequence[int] = (), text: str = "fråga", outside: int = 1
) -> kv.SurveyInstrument:
    """An instrument of one area and one scale."""

    def level(code: int, called: str) -> kv.AnswerLevel:
        return kv.AnswerLevel(code=code, label=kv.Localised(sv=called, en=called))

    scale = kv.AnswerScale(
        id="scale",
        levels=[level(i, f"nivå {i}") for i in range(levels)],
        outside=[level(levels + i, f"vet inte {i}") for i in range(outside)],
    )
    return kv.SurveyInstrument(
        format_version=1,
        id="made-up",
        version="1",
        title=kv.Localised(sv=f"Enkät {text[:60]}"),
        areas=[kv.SurveyArea(id="x", title=kv.Localised(sv=f"Område {text[:60]}"))],
        scales=[scale],
        items=[
            kv.SurveyItem(
                id=f"i{i}",
                area="x",
                scale="scale",
                reversed=i in reversed,
                wordings=[kv.Wording(language="sv", text=f"{text} {i}")],
            )
            for i in range(items)
        ],
    )


def counted(
    instrument: kv.SurveyInstrument, given: dict[str, dict[str, list[int | None]]], round: str = "2026-10"
) -> kv.SurveyCounts:
    """Counts of what each unit answered to each item."""
    columns: dict[str, list[Any]] = {"unit": [], **{item.id: [] for item in instrument.items}}
    for unit, answers in given.items():
        most = max((len(own) for own in answers.values()), default=0)
        columns["unit"] += [unit] * most
        for item in instrument.items:
            own = answers.get(item.id, [])
            columns[item.id] += [*own, *[None] * (most - len(own))]
    schema = {name: polars.String if name == "unit" else polars.Int64 for name in columns}
    return kv.SurveyCounts.from_frame(polars.DataFrame(columns, schema=schema), instrument, by=["unit"], round=round)


def drawn_at_random(instrument: kv.SurveyInstrument, units: Sequence[str], pupils: int, round: str) -> kv.SurveyCounts:
    chance = random.Random(f"{units}{round}")
    codes = [level.code for level in (*instrument.scales[0].levels, *instrument.scales[0].outside)]
    return counted(
        instrument,
        {unit: {item.id: chance.choices(codes, k=pupils) for item in instrument.items} for unit in units},
        round,
    )


def cases() -> Iterator[tuple[str, Callable[[str, int], kv.SurveyPlot]]]:
    """Figures of all kinds, by name."""

    def answers(name: str, counts: Any, instrument: Any, **more: Any) -> Any:
        return name, lambda lang, width: kv.answers_plot(counts, instrument, lang=lang, width=width, **more)

    def progression(name: str, counts: Any, instrument: Any, **more: Any) -> Any:
        return name, lambda lang, width: kv.progression_plot(counts, instrument, lang=lang, width=width, **more)

    usual = made_up(reversed=(1,))
    two = ("Granskolan", "Tallskolan")
    rounds = [drawn_at_random(usual, two, 30, round) for round in ("2025-10", "2026-04", "höst 26")]
    for neutral in ("split", "left", "apart"):
        yield answers(neutral, rounds[0], usual, neutral=neutral)
    yield answers("rounds", rounds, usual)
    yield answers("nobody", counted(usual, {}), usual)
    yield answers("no answers", counted(usual, {"Ek": {"i0": [None, None]}}), usual)
    yield answers("only outside", counted(usual, {"Ek": {"i0": [5] * 6}}), usual)
    yield answers("one", counted(usual, {"Ek": {"i0": [4]}}), usual, items=["i0", "i2"])
    one_level = made_up(levels=1)
    yield answers("one level", counted(one_level, {"Ek": {"i0": [0, 0, 1]}}), one_level)
    for levels in (2, 4, 7, 10):
        many = made_up(levels=levels, outside=levels % 3)
        yield answers(f"{levels} levels", drawn_at_random(many, ["Ek"], 40, ""), many)
    thirty = made_up(items=30)
    yield answers("30 items", drawn_at_random(thirty, ["Ek"], 25, "2026-10"), thirty)
    long = made_up(text=LONG)
    named = (LONG, "Ek")
    yield answers("long names", drawn_at_random(long, named, 25, "2026-10"), long)
    yield progression("indexes", rounds, usual)
    yield progression("shares", rounds, usual, measure="share")
    yield progression("means", rounds, usual, items=["i1"])
    yield progression("one round", rounds[:1], usual)
    yield progression("nobody in rounds", [counted(usual, {})] * 2, usual)
    yield progression("a gap", [rounds[0], counted(usual, {"Granskolan": {"i0": [1, 2]}}, "2026-04"), rounds[2]], usual)
    every = [f"Skola {i}" for i in range(7)]
    yield progression("many groups", [drawn_at_random(usual, every, 5, round) for round in ("a", "b")], usual)
    many_rounds = [drawn_at_random(usual, two, 20, f"20{20 + i}-10") for i in range(12)]
    yield progression("many rounds", many_rounds, usual)
    yield progression("long names in rounds", [drawn_at_random(long, named, 25, "2026-10")] * 2, long)


CASES = dict(cases())


def words_of(root: ET.Element, tag: str) -> str:
    return " ".join(" ".join(element.itertext()) for element in root.iter(f"{SVG}{tag}"))


@pytest.mark.parametrize("name", CASES)
def test_a_figure_says_in_words_what_it_shows(name: str) -> None:
    for lang in LANGS:
        plot = CASES[name](lang, 320)
        root = ET.fromstring(plot.to_svg(id_prefix="a-"))
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-labelledby"] == "a-title a-desc"
        assert root.attrib["lang"] == lang
        told = "".join(re.findall(r"\w", (words_of(root, "title") + words_of(root, "desc")).casefold()))
        # Words are broken over lines where they are long, and names of columns stand above them.
        heads = ("gynnsamma", "favourable", "vet", "inte", "antal", "svar", "answers")
        for text in root.iter(f"{SVG}text"):
            for word in re.findall(r"\w{4,}", (text.text or "").casefold()):
                assert word in told or word.endswith(heads), word
        assert plot.notes[0] in words_of(root, "desc").replace("\n", " ")
        assert not {element.tag for element in root.iter()} & {f"{SVG}script", f"{SVG}image", f"{SVG}style"}


def overlap(a: Any, b: Any) -> bool:
    slack = 1.5  # boxes are as high as letters can be, and lines stand close
    return bool(
        a["left"] + slack < b["right"]
        and b["left"] + slack < a["right"]
        and a["top"] + slack < b["bottom"]
        and b["top"] + slack < a["bottom"]
    )


@pytest.mark.parametrize("name", CASES)
def test_words_neither_overlap_nor_leave_the_figure(page: Page, name: str) -> None:
    for lang, width in zip(LANGS, WIDTHS, strict=True):
        svg = CASES[name](lang, width).to_svg()
        page.set_viewport_size({"width": width + 24, "height": 800})
        page.set_content(f'<!doctype html><html lang="sv"><body style="margin:0">{svg}</body></html>')
        seen = page.locator("svg").evaluate(MEASURE)
        for text in seen["texts"]:
            assert text["size"] >= 11
            assert text["left"] >= 0, text
            assert text["right"] <= seen["wide"], text
            assert text["bottom"] <= seen["high"], text
        for one, other in itertools.combinations(seen["texts"], 2):
            assert not overlap(one, other), (one, other)


def test_figures_on_a_page_bar_nobody(page: Page, breaches: Callable[[Page], list[str]]) -> None:
    parts = [CASES[name]("sv", 320).to_html() for name in ("split", "apart", "indexes", "shares", "nobody")]
    page.set_viewport_size({"width": 400, "height": 800})
    page.set_content(
        f'<!doctype html><html lang="sv"><title>Bilder</title><main><h1>Bilder</h1>{"".join(parts)}</main></html>'
    )
    for folded in page.locator("summary").all():
        folded.click()
    assert page.locator("svg[role=img]").count() == page.locator("table").count() == len(parts)
    assert breaches(page) == []


@pytest.mark.parametrize("name", ["split", "long names", "shares", "nobody"])
def test_a_page_of_its_own_bars_nobody(page: Page, breaches: Callable[[Page], list[str]], name: str) -> None:
    html = CASES[name]("sv", 640).to_html(page=True)
    assert "<script" not in html
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.set_content(html)
        assert breaches(page) == []
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert [one.is_visible() for one in page.locator("svg").all()] == [width > 640, width <= 640]


@pytest.mark.parametrize("words", HOSTILE)
def test_names_are_text_and_nothing_else(words: str) -> None:
    def shapes(text: str) -> set[str]:
        instrument = made_up(text=text)
        counts = drawn_at_random(instrument, [text], 25, text)
        plots = (kv.answers_plot(counts, instrument), kv.progression_plot([counts], instrument))
        return {element.tag for plot in plots for element in ET.fromstring(plot.to_svg()).iter()}

    assert shapes(words) == shapes("x")
    instrument = made_up(text=words)
    assert "<b>" not in kv.answers_plot(drawn_at_random(instrument, [words], 5, words), instrument).to_html()


# What is drawn is what was counted.


def marks(plot: kv.SurveyPlot) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mark of the chart, with its kind."""
    chart = plot.chart.to_dict()
    for layer in chart["layer"]:
        data = layer["data"]
        for row in data["values"] if "values" in data else chart["datasets"][data["name"]]:
            yield layer["mark"]["type"], row


def bars(plot: kv.SurveyPlot) -> list[dict[str, Any]]:
    """The segments, from their data in the chart."""
    return [row for _, row in marks(plot) if "%" in row]


def middle_line(plot: kv.SurveyPlot) -> float:
    rules = [row for kind, row in marks(plot) if kind == "rule" and row["colour"] == "#000000"]
    (x,) = {row["x"] for row in rules}
    return float(x)


FIVE = made_up(levels=5, items=1)
GIVEN = counted(FIVE, {"Ek": {"i0": [0] * 2 + [1] * 3 + [2] * 4 + [3] * 5 + [4] * 6 + [5] * 10}})


@pytest.mark.parametrize(
    ("neutral", "left", "right"), [("split", 5 + 2, 11 + 2), ("left", 5 + 4, 11), ("apart", 5, 11)]
)
def test_where_the_middle_stands_is_a_choice_and_said(neutral: Any, left: int, right: int) -> None:
    plot = kv.answers_plot(GIVEN, FIVE, neutral=neutral)
    segments = bars(plot)
    line = middle_line(plot)
    unit = (max(row["x2"] for row in segments) - line) / right
    assert line - min(row["x"] for row in segments) == pytest.approx(left * unit, abs=0.1)
    for row in segments:
        assert row["x2"] - row["x"] == pytest.approx(row["n"] * unit, abs=0.1)
    assert [row["n"] for row in segments] == ([2, 3, 5, 6] if neutral == "apart" else [2, 3, 4, 5, 6])
    assert any("nivå 2" in note for note in plot.notes)
    told = words_of(ET.fromstring(plot.to_svg()), "desc")
    assert "vet inte 0 10 (33\u00a0%)" in told


def test_favourable_is_to_the_right_also_in_what_is_worded_negatively() -> None:
    turned = made_up(items=1, reversed=(0,))
    plot = kv.answers_plot(GIVEN, turned)
    assert [row["n"] for row in sorted(bars(plot), key=lambda row: row["x"])] == [6, 5, 4, 3, 2]
    assert any("negativt ställd" in note for note in plot.notes)
    assert not any("negativt ställd" in note for note in kv.answers_plot(GIVEN, FIVE).notes)


def test_every_level_is_in_the_key_and_the_table_also_when_nobody_chose_it() -> None:
    plot = kv.answers_plot(counted(FIVE, {"Ek": {"i0": [4] * 6}}), FIVE)
    seen = words_of(ET.fromstring(plot.to_svg()), "text")
    for level in FIVE.scales[0].levels:
        assert level.label.sv in seen
    (row,) = plot.table.rows
    cells = dict(zip(plot.table.header, row, strict=True))
    assert (cells["nivå 0"], cells["nivå 4"], cells["nivå 4, %"], cells["vet inte 0"]) == (0, 6, 100.0, 0)


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_the_table_beside_it_is_a_data_frame_too(backend: str) -> None:
    plot = kv.answers_plot(GIVEN, FIVE)
    frame = plot.table.to_frame(backend)
    assert tuple(frame.column_names if backend == "pyarrow" else frame.columns) == plot.table.header
    assert "<caption>" in plot.table.to_html()
    with pytest.raises(ValueError, match="pandas, polars, pyarrow"):
        plot.table.to_frame("numpy")


def test_nothing_is_sorted_by_its_result() -> None:
    grades = kv.SurveyCounts.from_frame(
        polars.DataFrame({"grade": [10, 9, 9, 10, 2], "i0": [4, 0, 0, 4, 2]}), FIVE, by=["grade"]
    )
    plot = kv.answers_plot(grades, FIVE)
    assert list(dict.fromkeys(row[1] for row in plot.table.rows)) == ["grade 2", "grade 9", "grade 10"]
    better = kv.answers_plot(counted(FIVE, {"Tall": {"i0": [4]}, "Ek": {"i0": [0]}}), FIVE)
    assert [row[1] for row in better.table.rows] == ["Ek", "Tall"]


def test_sides_are_told_apart_without_colour() -> None:
    """By stripes and dots; letters stand out from all of them, and the ends from paper."""
    svg = kv.answers_plot(GIVEN, FIVE).to_svg()
    assert svg.count("<pattern") == 3
    assert len(set(re.findall(r'fill="url\(#([^)]+)\)"', svg))) == 3
    for colour in re.findall(r'<pattern.*?fill="(#\w{6})"', svg) + re.findall(r'stroke="(#d29a5a|#f6cf9f)"', svg):
        assert contrast(colour, "#000000") >= 4.5
    for end in ("#c9731f", "#4a90c4"):
        assert end in svg
        assert contrast(end, "#ffffff") >= 3
        assert contrast(end, "#000000") >= 4.5


def contrast(a: str, b: str) -> float:
    def luminance(colour: str) -> float:
        channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(a) + 0.05, luminance(b) + 0.05), reverse=True)
    return high / low


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nobody", "Inga svar att visa."),
        ("no answers", "inga svar"),
        ("only outside", "inga svar på skalan"),
        ("one", "få svar"),
        ("one round", "bara en omgång"),
        ("nobody in rounds", "Inga svar att visa."),
        ("a gap", "inga svar"),
    ],
)
def test_what_is_missing_is_said_in_words(name: str, said: str) -> None:
    assert said in words_of(ET.fromstring(CASES[name]("sv", 640).to_svg()), "desc")


def test_a_changed_question_breaks_the_line_and_says_why() -> None:
    after = made_up(items=1, text="en annan").replace(version="2")
    before, later = GIVEN, GIVEN.replace(version="2", round="2027-04")
    same = kv.progression_plot([before, before], FIVE)
    broken = kv.progression_plot([before, later], [FIVE, after])
    assert "bruten trend" in broken.to_svg()
    assert "bruten trend" not in same.to_svg()
    assert any("ordalydelsen är en annan" in note for note in broken.notes)
    assert [row[-1] for row in broken.table.rows] == ["", "bruten trend"]
    assert "(frågan ändrad)" in words_of(
        ET.fromstring(kv.answers_plot([before, later], [FIVE, after]).to_svg()), "desc"
    )


def test_figures_in_a_progression_are_those_of_the_library() -> None:
    (item,) = GIVEN.item_figures(FIVE)
    share = kv.progression_plot([GIVEN], FIVE, measure="share").table.rows[0]
    expected = [100 * (one.number_or_approximate or 0) for one in (item.top_share, item.top_share_lower)]
    assert share[3:6] == (30, round(expected[0], 1), round(expected[1], 1))
    index = kv.progression_plot([GIVEN], FIVE)
    (area,) = GIVEN.area_figures(FIVE)
    assert index.table.rows[0][3:5] == (20, round(area.index.number_or_approximate or 0, 1))
    assert any("Index har inget intervall" in note for note in index.notes)


# Misuse


def test_only_the_units_own_figures_are_shown_so() -> None:
    for plot in (kv.answers_plot, kv.progression_plot):
        with pytest.raises(kv.UsageError, match="enheten själv"):
            plot([GIVEN], FIVE, audience="organiser")


def test_misuse_is_told() -> None:
    with pytest.raises(kv.NotFoundError, match="Ingen fråga har kortnamnet ”z”"):
        kv.answers_plot(GIVEN, FIVE, items=["z"])
    with pytest.raises(kv.NotFoundError, match="Inget område har kortnamnet ”z”"):
        kv.progression_plot([GIVEN], FIVE, areas=["z"])
    with pytest.raises(kv.NotFoundError, match=r"ingen grupp ”Gran”.*Ek"):
        kv.answers_plot(GIVEN, FIVE, key=["Gran"])
    with pytest.raises(kv.UsageError, match="antingen"):
        kv.answers_plot(GIVEN, FIVE, area="x", items=["i0"])
    with pytest.raises(kv.UsageError, match="omgångar"):
        kv.answers_plot([GIVEN, GIVEN], [FIVE])
    with pytest.raises(kv.UsageError, match="320"):
        kv.answers_plot(GIVEN, FIVE, width=100)
    with pytest.raises(kv.UsageError, match="Läs svaren med den enkät"):
        kv.answers_plot(GIVEN, TLD)
    with pytest.raises(kv.UsageError, match="uppdelade"):
        kv.answers_plot([GIVEN, GIVEN.divided_by([])], FIVE)
    with pytest.raises(ValueError, match="split, left, apart"):
        kv.answers_plot(GIVEN, FIVE, neutral="right")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="points, share"):
        kv.progression_plot([GIVEN], FIVE, measure="median")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="got one text"):
        kv.answers_plot(GIVEN, FIVE, items="i0")


@pytest.mark.parametrize("package", ["altair", "vl_convert"])
def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModuleNotFoundError, match=r'pip install "kvalitet\[plots\]"'):
        kv.answers_plot(GIVEN, FIVE).to_svg()


def test_another_scale_or_direction_in_a_later_round_has_a_key_of_its_own() -> None:
    four = made_up(levels=4, items=1).replace(version="2")
    turned = made_up(levels=5, items=1, reversed=(0,)).replace(version="3")
    rounds = [GIVEN, drawn_at_random(four, ["Ek"], 20, "2"), drawn_at_random(turned, ["Ek"], 20, "3")]
    told = words_of(ET.fromstring(kv.answers_plot(rounds, [FIVE, four, turned]).to_svg()), "desc").split("\n")
    keys = [line for line in told if re.match(r"(Negativt ställd fråga, vänd: )?nivå \d(, nivå \d)+\.$", line)]
    assert [key[-7:-1] for key in keys] == ["nivå 4", "nivå 3", "nivå 0"]


def test_it_goes_into_a_word_document() -> None:
    plot = kv.answers_plot(GIVEN, FIVE)
    picture = kv.docx_picture(plot.to_svg())
    assert plot.title in picture.description
    assert "vet inte 0 10 (33 %)" in picture.description


def test_it_draws_itself_in_a_notebook_and_as_png() -> None:
    plot = kv.answers_plot(GIVEN, FIVE)
    forms = plot._repr_mimebundle_()
    assert set(forms) == {"text/plain", "text/html", "image/svg+xml"}
    assert "<details>" in forms["text/html"]
    assert "fråga 0" in forms["text/plain"]
    assert plot.to_png(width=640).startswith(b"\x89PNG")
    assert plot.to_svg() == kv.answers_plot(GIVEN, FIVE).to_svg()


def test_fewer_than_five_answers_are_not_drawn_nor_told() -> None:
    few = counted(FIVE, {"Ek": {"i0": [4, 4, 1, 0]}, "Tall": {"i0": [4] * 6}})
    drawn = kv.answers_plot(few, FIVE)
    assert len(bars(drawn)) == 1
    table = {row[1]: row for row in drawn.table.rows}
    assert [cell for cell in table["Ek"][3:] if cell is not None] == []
    assert "&lt;5" in drawn.to_html()
    later = few.replace(round="2027-04")
    progression = kv.progression_plot([few, later], FIVE)
    assert "för få svar" in progression.to_svg()
    values = [row for row in progression.table.rows if row[1] == "Ek"]
    assert all(cell in (None, 0) for row in values for cell in row[3:-1])
