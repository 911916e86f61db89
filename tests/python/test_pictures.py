"""Pictures, as a browser shows them."""

from __future__ import annotations

import datetime as dt
import itertools
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest
from playwright.sync_api import Page, sync_playwright

GUIDELINES = Path(__file__).parents[1] / "fixtures" / "guidelines"
NAMES = ("alingsas", "goteborg", "solleftea", "svedala")
YEAR = kv.SchoolYear(2026)
KINDS = (None, tuple(kv.EventKind))
LANGS = ("sv", "en")
SCHEMES = ("light", "dark", "automatic")
CHROMIUM = "/usr/bin/chromium"
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ("<b>fet</b>", '"/><text x="0">', "&lt;", "\u202ebakvänt\u202c", "m" * 200, "a\r\nb", "🎓" * 40)

# Where each text is seen, in pixels, and how large its letters are.
MEASURE = """picture => {
  const box = r => ({ left: r.left, top: r.top, right: r.right, bottom: r.bottom });
  const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
  return {
    picture: box(picture.getBoundingClientRect()),
    texts: [...picture.querySelectorAll('text')].map(text => ({
      words: text.textContent,
      size: parseFloat(getComputedStyle(text).fontSize) * scale,
      fill: getComputedStyle(text).fill,
      ...box(text.getBoundingClientRect()),
    })),
  };
}"""


def systems() -> Iterator[kv.QualitySystem]:
    yield kv.QualitySystem.builtin("vetlanda-2024")
    for name in NAMES:
        guideline = kv.Guideline.load(GUIDELINES / f"{name}.json")
        policy = kv.LocalPolicy.load(GUIDELINES / f"{name}.policy.json")
        yield kv.QualitySystem(guideline=guideline, policy=policy)


def crowded() -> kv.AnnualCycle:
    """A year with 40 events."""
    cycle = kv.QualitySystem.builtin("vetlanda-2024").annual_cycle(YEAR)
    first = dt.date(2026, 8, 3)
    events = [
        event.replace(
            id=f"{event.id}:{number}",
            start=first + dt.timedelta(days=8 * number),
            end=first + dt.timedelta(days=8 * number + 20 * (number % 4)),
            dated=True,
        )
        for number, event in zip(range(40), itertools.cycle(cycle.events), strict=False)
    ]
    return cycle.replace(events=events)


def named(title: str) -> kv.AnnualCycle:
    cycle = kv.QualitySystem.builtin("vetlanda-2024").annual_cycle(YEAR)
    words = kv.Localised(sv=title, en=title)
    return cycle.replace(organiser=title, events=[event.replace(title=words) for event in cycle.events])


def wheels() -> Iterator[str]:
    for system in systems():
        cycle = system.annual_cycle(YEAR)
        for kinds, lang in itertools.product(KINDS, LANGS):
            yield cycle.to_svg(kinds=kinds, lang=lang, mark=dt.date(2026, 10, 14))
    for lang in LANGS:
        yield crowded().to_svg(kinds=tuple(kv.EventKind), lang=lang)
    yield from (named(title).to_svg() for title in HOSTILE)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no {CHROMIUM}")
    quiet = ("gpu", "quic", "background-networking", "component-update", "sync")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in quiet)]
        )
        yield browser.new_page(viewport={"width": 320, "height": 800})
        browser.close()


def shown(page: Page, picture: str) -> Any:
    page.set_content(f'<!doctype html><html lang="sv"><body style="margin:0">{picture}</body></html>')
    return page.locator("svg").evaluate(MEASURE)


def overlap(a: Any, b: Any) -> bool:
    slack = 0.5  # of a pixel: boxes are rounded outwards
    return bool(
        a["left"] + slack < b["right"]
        and b["left"] + slack < a["right"]
        and a["top"] + slack < b["bottom"]
        and b["top"] + slack < a["bottom"]
    )


def test_texts_of_wheels_neither_overlap_nor_leave_the_picture_nor_are_too_small(page: Page) -> None:
    looked_at = 0
    for picture in wheels():
        seen = shown(page, picture)
        assert seen["picture"]["right"] - seen["picture"]["left"] == 320
        height = seen["picture"]["bottom"] - seen["picture"]["top"]
        assert height == pytest.approx(float(ET.fromstring(picture).attrib["viewBox"].split()[3]), abs=1)
        for text in seen["texts"]:
            assert text["size"] >= 11, text
            assert text["left"] >= 0, text
            assert text["right"] <= seen["picture"]["right"], text
            assert text["bottom"] <= seen["picture"]["bottom"], text
        for one, other in itertools.combinations(seen["texts"], 2):
            assert not overlap(one, other), (one, other)
        looked_at += len(seen["texts"])
    assert looked_at > 1000


def test_all_words_of_the_legend_are_shown_whole() -> None:
    for title in ("Samtal om förutsättningar och behov inför det kommande läsåret vid alla enheter", "m" * 200):
        root = ET.fromstring(named(title).to_svg())
        words = "".join(text.text or "" for text in root.iter(f"{SVG}text"))
        assert title.replace(" ", "") in words.replace(" ", "")


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a) + 0.05, luminance(b) + 0.05), reverse=True)
    return high / low


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_every_ground(scheme: str) -> None:
    """Each colour of words is either on paper, or paper's colour on a kind's."""
    root = ET.fromstring(crowded().to_svg(kinds=tuple(kv.EventKind), scheme=scheme))
    paper = root.find(f"{SVG}rect")
    assert paper is not None
    ground = paper.attrib["fill"]
    surface = next(root.iter(f"{SVG}circle")).attrib["fill"]
    assert surface != ground
    words = {text.attrib["fill"] for text in root.iter(f"{SVG}text")}
    shapes = {shape.attrib["fill"] for shape in root.iter() if shape.tag in (f"{SVG}rect", f"{SVG}path")}
    kinds = shapes - {"none", ground, surface}
    assert len(words) >= 3
    assert all(contrast(colour, behind) >= 4.5 for colour in words - {ground} for behind in (ground, surface))
    assert all(contrast(colour, ground) >= 4.5 for colour in kinds)


@pytest.mark.parametrize("title", HOSTILE)
def test_names_are_text_and_nothing_else(title: str) -> None:
    plain = ET.fromstring(named("x").to_svg())
    odd = ET.fromstring(named(title).to_svg())
    shapes = [element.tag for element in plain.iter() if element.tag != f"{SVG}text"]
    assert [element.tag for element in odd.iter() if element.tag != f"{SVG}text"] == shapes


@pytest.mark.parametrize(("lang", "scheme"), [*itertools.product(LANGS, SCHEMES)])
def test_a_picture_says_in_words_what_it_shows(system: kv.QualitySystem, lang: str, scheme: str) -> None:
    root = ET.fromstring(system.annual_cycle(YEAR).to_svg(lang=lang, scheme=scheme, id_prefix="a"))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "a-title a-desc"
    assert root.attrib["lang"] == lang
    title, desc = (root.find(f"{SVG}{name}") for name in ("title", "desc"))
    assert title is not None
    assert desc is not None
    assert "2026/27" in (title.text or "")
    assert ("september 2026" if lang == "sv" else "September 2026") in (desc.text or "")


def test_an_automatic_picture_follows_the_reader(page: Page, system: kv.QualitySystem) -> None:
    picture = system.annual_cycle(YEAR).to_svg(scheme="automatic")
    fills = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        fills[scheme] = {text["fill"] for text in shown(page, picture)["texts"]}
    page.emulate_media(color_scheme="light")
    assert fills["light"].isdisjoint(fills["dark"])


def test_colours_can_be_replaced(system: kv.QualitySystem) -> None:
    theme = kv.PictureTheme(dialogue="#5b2c83")
    assert "#5b2c83" in system.annual_cycle(YEAR).to_svg(theme=theme)
    with pytest.raises(kv.UsageError, match="syns för dåligt"):
        system.annual_cycle(YEAR).to_svg(theme=kv.PictureTheme(dialogue="#ffff00"))
