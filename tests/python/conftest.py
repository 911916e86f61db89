"""What several tests start from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import kvalitet as kv
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
AXE = Path(__file__).parents[1] / "readers" / "node_modules" / "axe-core" / "axe.min.js"

# The same made-up examples each time, on a slow machine too. `--hypothesis-profile=search` looks elsewhere; what it finds
# becomes a test of its own.
settings.register_profile("same", deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
settings.register_profile(
    "search",
    settings.get_profile("same"),
    derandomize=False,
    database=DirectoryBasedExampleDatabase(".hypothesis/examples"),
)
settings.load_profile("same")


@pytest.fixture(scope="session")
def system() -> kv.QualitySystem:
    return kv.QualitySystem.builtin("vetlanda-2024")


@pytest.fixture(scope="session")
def as_of() -> dt.date:
    return dt.date(2026, 9, 1)


@pytest.fixture(scope="session")
def flawed() -> kv.CommitmentPlan:
    """Knowledge is missing, and so are the units."""
    return kv.CommitmentPlan(
        school_year=kv.SchoolYear(2026),
        principal="Åsa Öberg",
        areas=[kv.GoalArea(title="Trygghet", commitments=[kv.Commitment(title="Vi lyssnar")])],
    )


@pytest.fixture(scope="session")
def sound() -> kv.CommitmentPlan:
    """Nothing worse than advice is to be said of it."""
    return kv.CommitmentPlan(
        school_year=kv.SchoolYear(2026),
        principal="Åsa Öberg",
        units=[kv.Unit(id="norra", code="12345678", name="Norra skolan", school_forms=["GR"])],
        state="complete",
        areas=[
            kv.GoalArea(
                kind="knowledge",
                title="Kunskaper",
                commitments=[
                    kv.Commitment(
                        title="Alla läser med flyt i årskurs 3",
                        reason="Var fjärde elev gjorde det inte i våras.",
                        expected_effects=[kv.ExpectedEffect(id="flyt", text="Fler läser med flyt")],
                        activities=[
                            kv.Activity(
                                title="Gemensam läsning varje dag",
                                intended_result="Lärarna ser varje elevs läsning",
                                responsible="Arbetslag 1",
                                effects=["flyt"],
                            )
                        ],
                    )
                ],
            )
        ],
    )


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


@pytest.fixture(scope="session")
def breaches() -> Callable[[Page], list[str]]:
    """What axe-core finds in a page: breaches of WCAG 2.2 A and AA, and of what it calls best practice."""

    def find(page: Page) -> list[str]:
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run()")
        assert found["passes"]
        return [f"{one['id']}: {node['html']}" for one in found["violations"] for node in one["nodes"]]

    return find
