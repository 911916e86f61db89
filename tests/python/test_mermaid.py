"""Effect chains as Mermaid, read by Mermaid itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest
from playwright.sync_api import Page

PROGRAM = Path(__file__).parents[1] / "readers" / "node_modules" / "@mermaid-js" / "tiny" / "dist" / "mermaid.tiny.js"
PLANS = Path(__file__).parents[2] / "examples" / "plans"
HOSTILE = (
    "<script>alert(1)</script>",
    '"] --> evil["x',
    "end",
    "#quot; &lt; %% ;",
    "1. första",
    "- streck",
    "`**fet**`",
    "rad\\nrad",
    "graph TD",
    "a\r\nb",
    "m" * 200,
)

DRAW = """async text => {
  mermaid.initialize({ startOnLoad: false });
  const { svg } = await mermaid.render('diagram', text);
  const holder = document.createElement('div');
  holder.innerHTML = svg;
  return {
    nodes: [...holder.querySelectorAll('g.node')].map(node => node.textContent.trim()),
    edges: holder.querySelectorAll('path.flowchart-link').length,
    scripts: holder.querySelectorAll('script').length,
    title: holder.querySelector('title').textContent,
  };
}"""


@pytest.fixture(scope="module")
def mermaid(page: Page) -> Page:
    page.set_content("<!doctype html><title>Mermaid</title>")
    page.add_script_tag(path=PROGRAM)
    return page


def drawn(page: Page, chain: kv.EffectChain, lang: str = "sv") -> Any:
    return page.evaluate(DRAW, chain.to_mermaid(lang=lang))


@pytest.mark.parametrize("name", ["complete", "flawed"])
@pytest.mark.parametrize(("lang", "gap"), [("sv", "Lucka: "), ("en", "Gap: ")])
def test_mermaid_draws_every_node_arrow_and_gap(mermaid: Page, name: str, lang: str, gap: str) -> None:
    chain = kv.effect_chain(kv.CommitmentPlan.load(PLANS / f"{name}.json"))
    seen = drawn(mermaid, chain, lang)
    assert len(seen["nodes"]) == len(chain.nodes) + len(chain.gaps)
    assert seen["edges"] == len(chain.edges) + len(chain.gaps)
    assert sum(node.startswith(gap) for node in seen["nodes"]) == len(chain.gaps)
    for node in chain.nodes:
        assert any(words.endswith(f": {node.title}") for words in seen["nodes"]), node
    assert seen["title"] == ("Effektkedja" if lang == "sv" else "Effect chain")


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(mermaid: Page, words: str) -> None:
    plan = kv.CommitmentPlan(school_year=kv.SchoolYear(2026), areas=[kv.GoalArea(title=words)])
    seen = drawn(mermaid, kv.effect_chain(plan))
    assert seen["nodes"] == [f"Målområde: {' '.join(words.split())}", "Lucka: inget åtagande"]
    assert seen["edges"] == 1
    assert seen["scripts"] == 0


def test_a_chain_without_anything_is_a_diagram_too(mermaid: Page) -> None:
    assert drawn(mermaid, kv.EffectChain(nodes=[], edges=[], gaps=[]))["nodes"] == []
