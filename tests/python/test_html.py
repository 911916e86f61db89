"""The principles as HTML, as a browser and axe-core see it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import kvalitet as kv
import pytest
from playwright.sync_api import Page

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt;",
    "</td></table>",
    "\u202ebakvänt\u202c",
    "m" * 200,
    "a\r\nb",
)
LANGS = ("sv", "en")
Breaches = Callable[[Page], list[str]]
TAGS = "document.body.querySelectorAll('*').length"


@pytest.fixture(scope="module")
def guideline() -> kv.Guideline:
    return kv.Guideline.builtin("vetlanda-2024")


def renamed(guideline: kv.Guideline, words: str) -> kv.Guideline:
    said = kv.Localised(sv=words, en=words)
    principles = [
        principle.replace(
            title=said,
            why=[statement.replace(words=said) for statement in principle.why],
            leads_to=[statement.replace(words=said) for statement in principle.leads_to],
        )
        for principle in guideline.principles
    ]
    return guideline.replace(title=said, organiser=words, principles=principles)


@pytest.mark.parametrize("lang", LANGS)
def test_every_principle_stands_with_why_and_what_it_leads_to(page: Page, guideline: kv.Guideline, lang: str) -> None:
    page.set_content(guideline.principles_html(page=True, lang=lang))
    rows = page.locator("tbody tr")
    assert rows.count() == len(guideline.principles) == 5
    for row, principle in zip(rows.all(), guideline.principles, strict=True):
        assert row.locator("th").inner_text() == getattr(principle.title, lang)
        for cell, statements in zip(row.locator("td").all(), (principle.why, principle.leads_to), strict=True):
            assert cell.locator("li").all_inner_texts() == [getattr(one.words, lang) for one in statements]
    assert page.locator("html").get_attribute("lang") == lang
    assert guideline.organiser in page.title()
    assert page.locator("script").count() == 0


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_bars_anybody(
    page: Page, breaches: Breaches, guideline: kv.Guideline, lang: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for way in (scheme, "automatic"):
        page.emulate_media(color_scheme=scheme if way == "automatic" else "null")
        page.set_content(guideline.principles_html(page=True, lang=lang, scheme=way))
        assert breaches(page) == []
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(18, 25, 31)")
    page.emulate_media(color_scheme="light")


def test_a_table_on_a_narrow_screen_is_still_a_table_to_those_who_listen(page: Page, guideline: kv.Guideline) -> None:
    seen = {}
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.set_content(guideline.principles_html(page=True))
        tree = page.locator("table").aria_snapshot()
        seen[width] = [role for role in ("columnheader", "rowheader", "cell") if role in tree]
    assert seen[320] == seen[1280] == ["columnheader", "rowheader", "cell"]


def test_it_goes_into_another_page(page: Page, breaches: Breaches, guideline: kv.Guideline) -> None:
    part = guideline.principles_html()
    ET.fromstring(part)
    page.set_content(f'<!doctype html><html lang="sv"><title>Vår sida</title><main><h1>Vår sida</h1>{part}</main>')
    assert breaches(page) == []
    assert page.locator("style").count() == 0


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(page: Page, guideline: kv.Guideline, words: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.set_content(renamed(guideline, "x").principles_html(page=True))
    tags = page.evaluate(TAGS)
    page.set_content(renamed(guideline, words).principles_html(page=True))
    assert page.evaluate(TAGS) == tags
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    shown = page.locator("tbody th").first.inner_text()
    assert shown == " ".join(words.replace("\u202e", "").replace("\u202c", "").split())


def test_swedish_words_on_an_english_page_are_marked(page: Page, guideline: kv.Guideline) -> None:
    principles = [one.replace(title=kv.Localised(sv=one.title.sv)) for one in guideline.principles]
    page.set_content(guideline.replace(principles=principles).principles_html(page=True, lang="en"))
    assert [one.get_attribute("lang") for one in page.locator("tbody th").all()] == ["sv"] * 5
    assert page.locator("li[lang]").count() == 0


@pytest.mark.parametrize("name", ["alingsas", "goteborg", "solleftea", "svedala"])
def test_a_guideline_without_principles_says_so(page: Page, breaches: Breaches, name: str) -> None:
    guideline = kv.Guideline.load(Path(__file__).parents[1] / "fixtures" / "guidelines" / f"{name}.json")
    page.set_content(guideline.principles_html(page=True))
    assert page.locator("main p").last.inner_text() == "Riktlinjen har inga styrande principer."
    assert breaches(page) == []


def test_colours_can_be_replaced(guideline: kv.Guideline) -> None:
    assert "--ink:#102030" in guideline.principles_html(page=True, theme=kv.PictureTheme(ink="#102030"))
    with pytest.raises(kv.UsageError, match="syns för dåligt"):
        guideline.principles_html(page=True, theme=kv.PictureTheme(ink="#dddddd"))
