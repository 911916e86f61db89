"""Pictures, as a browser shows them."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import kvalitet as kv
import pytest
from playwright.sync_api import Page

PLANS = Path(__file__).parents[2] / "examples" / "plans"
GUIDELINES = Path(__file__).parents[1] / "fixtures" / "guidelines"
NAMES = ("alingsas", "goteborg", "solleftea", "svedala")
YEAR = kv.SchoolYear(2026)
KINDS = (None, tuple(kv.EventKind))
LANGS = ("sv", "en")
SCHEMES = ("light", "dark", "automatic")
LANES = ("principal", "organiser", "board")
SVG = "{http://www.w3.org/2000/svg}"
OF_GUIDELINE: tuple[Literal["frame-factors", "chain"], ...] = ("frame-factors", "chain")
HOSTILE = ("<b>fet</b>", '"/><text x="0">', "&lt;", "\u202ebakvänt\u202c", "m" * 200, "a\r\nb", "🎓" * 40)

# Where each text is seen, in pixels, how large its letters are, and what colour lies behind its middle.
MEASURE = """picture => {
  const box = r => ({ left: r.left, top: r.top, right: r.right, bottom: r.bottom });
  const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
  const ground = r => {
    for (const under of document.elementsFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2)) {
      if (under.tagName == 'text') continue;
      const { fill, stroke } = getComputedStyle(under);
      return fill == 'none' ? stroke : fill;
    }
  };
  return {
    picture: box(picture.getBoundingClientRect()),
    boxes: [...picture.querySelectorAll('rect')].map(rect => box(rect.getBoundingClientRect())),
    texts: [...picture.querySelectorAll('text')].map(text => ({
      words: text.textContent,
      size: parseFloat(getComputedStyle(text).fontSize) * scale,
      fill: getComputedStyle(text).fill,
      ground: ground(text.getBoundingClientRect()),
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


def renamed(guideline: kv.Guideline, words: str) -> kv.Guideline:
    """Everything in it that people read is called so."""

    def change(value: Any) -> Any:
        if isinstance(value, list):
            return [change(item) for item in value]
        if isinstance(value, dict):
            return {key: words if key in ("sv", "en", "organiser") else change(item) for key, item in value.items()}
        return value

    return kv.Guideline.from_json(json.dumps(change(json.loads(guideline.to_json()))))


def of_guideline(guideline: kv.Guideline, **options: Any) -> Iterator[str]:
    for picture in OF_GUIDELINE:
        yield guideline.to_svg(picture, **options)


def of_guidelines() -> Iterator[str]:
    for system, lang in itertools.product(systems(), LANGS):
        yield from of_guideline(system.guideline, lang=lang)
    for words in HOSTILE:
        yield from of_guideline(renamed(kv.Guideline.builtin("vetlanda-2024"), words))


def named_chain(words: str) -> kv.EffectChain:
    """Several effects of several activities, with gaps; all of it is called so."""
    effects = [kv.ExpectedEffect(id=f"e{number}", text=words) for number in range(4)]
    activities = [
        kv.Activity(title=words, intended_result=words, effects=["e0", "e2"]),
        kv.Activity(title=words, effects=["e1", "e0", "no-such"]),
        kv.Activity(intended_result=words, effects=["e2"]),
    ]
    commitments = [
        kv.Commitment(title=words, expected_effects=effects, activities=activities),
        kv.Commitment(title=words, expected_effects=effects * 2, activities=activities),
        kv.Commitment(title=words),
    ]
    areas = [kv.GoalArea(title=words, commitments=commitments), kv.GoalArea(title=words)]
    return kv.effect_chain(kv.CommitmentPlan(school_year=YEAR, areas=areas))


def effect_chains() -> Iterator[str]:
    for path, lang in itertools.product(sorted(PLANS.glob("*.json")), LANGS):
        plan = kv.CommitmentPlan.load(path)
        yield kv.effect_chain(plan).to_svg(about=f"{plan.principal}, {plan.school_year}", lang=lang)
    for words in ("x", *HOSTILE):
        yield named_chain(words).to_svg(about=words)


def sketches() -> Iterator[str]:
    for system, lang in itertools.product(systems(), LANGS):
        yield system.to_svg(YEAR, lang=lang)
    vetlanda = kv.QualitySystem.builtin("vetlanda-2024")
    yield vetlanda.to_svg(YEAR, lanes=LANES)
    yield vetlanda.to_svg(kv.CalendarYear(2027), lanes=[actor.id for actor in vetlanda.guideline.actors])
    for words in HOSTILE:
        yield kv.QualitySystem(guideline=renamed(vetlanda.guideline, words)).to_svg(YEAR, lanes=LANES)


def pictures() -> Iterator[str]:
    yield from sketches()
    yield from wheels()
    yield from of_guidelines()
    yield from effect_chains()


def of_vetlanda(**options: Any) -> Iterator[str]:
    """One of each."""
    yield crowded().to_svg(kinds=tuple(kv.EventKind), **options)
    yield from of_guideline(kv.Guideline.builtin("vetlanda-2024"), **options)
    yield named_chain("Något som ska göras").to_svg(**options)
    yield kv.QualitySystem.builtin("vetlanda-2024").to_svg(YEAR, lanes=LANES, **options)


def height_of(picture: str) -> float:
    return float(ET.fromstring(picture).attrib["viewBox"].split()[3])


def shown(page: Page, picture: str) -> Any:
    page.set_viewport_size({"width": 320, "height": math.ceil(height_of(picture)) + 1})
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


def within(inner: Any, outer: Any) -> bool:
    slack = 0.5
    return bool(
        outer["left"] <= inner["left"] + slack
        and inner["right"] <= outer["right"] + slack
        and outer["top"] <= inner["top"] + slack
        and inner["bottom"] <= outer["bottom"] + slack
    )


def test_texts_neither_overlap_nor_leave_their_box_nor_are_too_small(page: Page) -> None:
    looked_at = 0
    for picture in pictures():
        seen = shown(page, picture)
        assert seen["picture"]["right"] - seen["picture"]["left"] == 320
        height = seen["picture"]["bottom"] - seen["picture"]["top"]
        assert height == pytest.approx(height_of(picture), abs=1)
        assert within(seen["boxes"][0], seen["picture"])
        for text in seen["texts"]:
            assert text["size"] >= 11, text
            for box in seen["boxes"]:
                assert within(text, box) or not overlap(text, box), (text, box)
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


def hexadecimal(colour: str) -> str:
    """Of `rgb(0, 86, 127)`."""
    return "#" + "".join(f"{int(part):02x}" for part in colour.removeprefix("rgb(").removesuffix(")").split(","))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(page: Page, scheme: str) -> None:
    grounds = set()
    for picture in of_vetlanda(scheme=scheme):
        for text in shown(page, picture)["texts"]:
            assert contrast(hexadecimal(text["fill"]), hexadecimal(text["ground"])) >= 4.5, text
            grounds.add(text["ground"])
    assert len(grounds) > 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_kinds_stand_out_from_the_paper(scheme: str) -> None:
    root = ET.fromstring(crowded().to_svg(kinds=tuple(kv.EventKind), scheme=scheme))
    paper = root.find(f"{SVG}rect")
    assert paper is not None
    ground = paper.attrib["fill"]
    surface = next(root.iter(f"{SVG}circle")).attrib["fill"]
    kinds = {shape.attrib["fill"] for shape in root.iter() if shape.tag in (f"{SVG}rect", f"{SVG}path")}
    kinds -= {"none", ground, surface}
    assert len(kinds) >= 3
    assert all(contrast(colour, ground) >= 4.5 for colour in kinds)


def shapes(picture: str) -> list[str]:
    return [element.tag for element in ET.fromstring(picture).iter() if element.tag != f"{SVG}text"]


@pytest.mark.parametrize("words", HOSTILE)
def test_names_are_text_and_nothing_else(words: str) -> None:
    assert shapes(named(words).to_svg()) == shapes(named("x").to_svg())
    guideline = kv.Guideline.builtin("vetlanda-2024")
    plain, odd = (of_guideline(renamed(guideline, name)) for name in ("x", words))
    assert [shapes(picture) for picture in odd] == [shapes(picture) for picture in plain]
    systems = [kv.QualitySystem(guideline=renamed(guideline, name)) for name in ("x", words)]
    one, other = (shapes(system.to_svg(YEAR, lanes=LANES)) for system in systems)
    assert one == other
    assert shapes(named_chain(words).to_svg(about=words)) == shapes(named_chain("x").to_svg(about="x"))


def words_of(root: ET.Element, tag: str) -> str:
    return " ".join(" ".join(element.itertext()) for element in root.iter(f"{SVG}{tag}"))


@pytest.mark.parametrize(("lang", "scheme"), [*itertools.product(LANGS, SCHEMES)])
def test_a_picture_says_in_words_what_it_shows(lang: str, scheme: str) -> None:
    for picture in of_vetlanda(lang=lang, scheme=scheme, id_prefix="a"):
        root = ET.fromstring(picture)
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-labelledby"] == "a-title a-desc"
        assert root.attrib["lang"] == lang
        said = words_of(root, "title") + words_of(root, "desc")
        seen = words_of(root, "text")
        assert {word for word in re.findall(r"\w{4,}", seen.casefold()) if word not in said.casefold()} == set()
        assert len(seen) > 100


def test_the_wheel_is_told_in_words(system: kv.QualitySystem) -> None:
    cycle = system.annual_cycle(YEAR)
    for lang, month in (("sv", "september 2026"), ("en", "September 2026")):
        root = ET.fromstring(cycle.to_svg(lang=lang))
        assert "2026/27" in words_of(root, "title")
        assert month in words_of(root, "desc")


def test_every_topic_of_a_dialogue_is_in_the_frame_factors(system: kv.QualitySystem) -> None:
    picture = words_of(ET.fromstring(system.guideline.to_svg("frame-factors")), "text")
    topics = [topic.words.sv for dialogue in system.guideline.dialogues for topic in dialogue.topics]
    assert len(topics) > 5
    for topic in topics:
        assert topic in picture
    assert "tolkning" in picture


@pytest.mark.parametrize("name", NAMES)
def test_a_guideline_without_quality_dimensions_is_drawn_too(name: str) -> None:
    guideline = kv.Guideline.load(GUIDELINES / f"{name}.json")
    picture = words_of(ET.fromstring(guideline.to_svg("frame-factors")), "text")
    assert "nämner inga kvalitetsdimensioner" in picture
    for dialogue in guideline.dialogues:
        assert dialogue.title.sv in picture


def test_the_chain_and_the_loop_stand_in_their_order(system: kv.QualitySystem) -> None:
    guideline = system.guideline
    picture = words_of(ET.fromstring(guideline.to_svg("chain")), "desc")
    assert guideline.chain is not None
    titles = {actor.id: actor.title.sv for actor in guideline.actors}
    links = [f". {titles[actor]}." for actor in guideline.chain.actors]
    questions = [question.title.sv for question in guideline.improvement_questions]
    places = [picture.find(words) for words in links + questions]
    assert -1 not in places
    assert places == sorted(places)
    assert "Här möts nivåerna. Förutsättningsdialog. Processdialog. Resultatdialog. Oktobermötet." in picture


@pytest.mark.parametrize("name", NAMES)
def test_a_guideline_without_a_chain_says_so(name: str) -> None:
    guideline = kv.Guideline.load(GUIDELINES / f"{name}.json")
    picture = words_of(ET.fromstring(guideline.to_svg("chain")), "text")
    assert ("beskriver ingen stöd- och styrkedja" in picture) == (guideline.chain is None)


def test_every_gap_and_node_of_an_effect_chain_is_drawn() -> None:
    chain = kv.effect_chain(kv.CommitmentPlan.load(PLANS / "flawed.json"))
    picture = words_of(ET.fromstring(chain.to_svg()), "text")
    assert len(chain.gaps) > 2
    assert f"Luckor i kedjan: {len(chain.gaps)}" in picture
    assert picture.count("Lucka: ") == len(chain.gaps)
    for node in chain.nodes:
        assert node.title in picture
    whole = kv.effect_chain(kv.CommitmentPlan.load(PLANS / "complete.json"))
    assert "Inget saknas i kedjan." in words_of(ET.fromstring(whole.to_svg()), "text")


@pytest.mark.parametrize("lang", LANGS)
def test_what_happens_between_levels_is_in_the_system_sketch(lang: str) -> None:
    for system in systems():
        picture = words_of(ET.fromstring(system.to_svg(YEAR, lang=lang)), "text")
        for event in system.annual_cycle(YEAR).events:
            if event.kind in ("dialogue", "survey") or (event.kind == "meeting" and len(event.levels) > 1):
                assert getattr(event.title, lang) in picture
        for level in system.guideline.levels:
            assert getattr(level.title, lang) in picture


def test_a_lane_that_nobody_has_is_an_error_that_says_what_there_is(system: kv.QualitySystem) -> None:
    with pytest.raises(kv.NotFoundError, match=r"varken en nivå eller en aktör.*Rektorsnivån"):
        system.to_svg(YEAR, lanes=["styrelsen"])


def test_there_are_no_other_pictures_of_a_guideline(system: kv.QualitySystem) -> None:
    with pytest.raises(ValueError, match="frame-factors"):
        system.guideline.to_svg("tavla")  # type: ignore[arg-type]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_pictures_on_a_page_bar_nobody(page: Page, breaches: Callable[[Page], list[str]], scheme: str) -> None:
    """All of them on one page."""
    drawn = "".join(of_vetlanda(scheme=scheme))
    html = f'<!doctype html><html lang="sv"><title>Bilder</title><main><h1>Bilder</h1>{drawn}</main></html>'
    for seen in ("light", "dark"):
        page.emulate_media(color_scheme=seen)
        page.set_content(html)
        assert page.locator("svg[role=img]").count() == 5
        assert breaches(page) == []
    page.emulate_media(color_scheme="light")


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
