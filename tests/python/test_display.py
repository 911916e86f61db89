"""How objects draw themselves, held to IPython's own formatter and to an XML parser."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.formatters import DisplayFormatter
from kvalitet import _native

ROOT = Path(__file__).parents[2]
YEAR = kv.SchoolYear(2026)
AS_OF = dt.date(2026, 10, 15)
SYSTEM = kv.QualitySystem.builtin("vetlanda-2024")
PLAN = kv.CommitmentPlan.load(ROOT / "examples/plans/flawed.json")
FINDINGS = SYSTEM.check(PLAN, as_of=AS_OF)
CYCLE = SYSTEM.annual_cycle(YEAR)
DUTIES = SYSTEM.duties(YEAR)
THINGS: dict[str, Any] = {
    "finding": FINDINGS[0],
    "findings": FINDINGS,
    "no findings": FINDINGS[:0],
    "cycle": CYCLE,
    "three years": SYSTEM.annual_cycle(kv.Period(start=dt.date(2026, 8, 1), end=dt.date(2029, 7, 31))),
    "event": CYCLE.events[0],
    "events": CYCLE.events,
    "duties": DUTIES,
    "plan": PLAN,
    "report": PLAN.report_skeleton(),
    "agenda": SYSTEM.session("preconditions"),
    "draft": SYSTEM.draft(PLAN, as_of=AS_OF),
    "changes": kv.diff(PLAN, PLAN.replace(years=2)),
    "holidays": SYSTEM.calendar.holidays(2026),
    "areas": PLAN.areas,
    "trace": SYSTEM.guideline.trace(),
    "guideline": SYSTEM.guideline,
    "policy": SYSTEM.policy,
    "nothing": PLAN.deviations,
    "effect chain": kv.effect_chain(PLAN),
    "status": kv.Workspace.open(ROOT / "examples/municipality").status(as_of=dt.date(2026, 11, 23))[:30],
}


def drawn(thing: Any) -> dict[str, str]:
    forms: dict[str, str] = DisplayFormatter().format(thing)[0]  # type: ignore[no-untyped-call]
    return forms


def words(text: str) -> list[str]:
    return sorted(re.findall(r"[^\W_]+", text))


def page(forms: dict[str, str]) -> ET.Element:
    """The HTML without its style; well-formed, or this fails."""
    root = ET.fromstring(forms["text/html"])
    style = root.find("style")
    assert style is not None
    root.remove(style)
    return root


@pytest.mark.parametrize("name", THINGS)
def test_text_says_what_html_says(name: str) -> None:
    forms = drawn(THINGS[name])
    root = page(forms)
    for picture in root.findall("{http://www.w3.org/2000/svg}svg"):
        root.remove(picture)
    for caption in root.iter("caption"):
        caption.text = ""
    heading = r"^Årshjul .*$"
    text = re.sub(heading, "", forms["text/plain"], flags=re.MULTILINE)
    assert words(" ".join(root.itertext())) == words(text)
    assert root.get("lang") == "sv"


@pytest.mark.parametrize("name", THINGS)
def test_the_same_is_drawn_the_same(name: str) -> None:
    thing = THINGS[name]
    again = pickle.loads(pickle.dumps(thing))
    assert drawn(again) == drawn(thing)
    assert drawn(copy.copy(thing)) == drawn(thing)


@pytest.mark.parametrize("name", THINGS)
def test_tables_say_what_heads_what(name: str) -> None:
    for table in page(drawn(THINGS[name])).iter("table"):
        assert table.findtext("caption")
        columns = table.findall("thead/tr/th")
        assert all(heading.get("scope") == "col" for heading in columns)
        for row in table.findall("tbody/tr"):
            first, *rest = row
            assert (first.tag, first.get("scope")) == ("th", "row")
            assert len(rest) == len(columns) - 1


@given(
    st.text(
        st.one_of(st.sampled_from("<>&\"'/`"), st.characters(codec="utf-8", exclude_categories=["Cc"])), max_size=30
    )
)
def test_words_are_never_markup(hostile: str) -> None:
    plain = PLAN.areas[1].replace(title="Trygghet")
    said = plain.replace(title=f"T {hostile}")
    shape = [element.tag for element in page(drawn(plain)).iter()]
    assert [element.tag for element in page(drawn(said)).iter()] == shape
    words = kv.Localised(sv=f"M {hostile}", en="")
    finding = FINDINGS[0].replace(message=words)
    assert f"M {hostile}" in [part.text for part in page(drawn(finding)).iter("p")]


def test_a_finding_quotes() -> None:
    (finding,) = FINDINGS.where(lambda one: one.rule == "at-most-three-more")
    forms = drawn(finding)
    assert forms["text/plain"] == str(finding)
    assert finding.citation is not None
    assert page(forms).findtext("article/blockquote") == f"”{finding.citation.quote}”"


def test_what_was_found_is_summed_up() -> None:
    *found, total = drawn(FINDINGS)["text/plain"].split("\n\n")
    assert found == [str(finding) for finding in FINDINGS]
    errors = sum(finding.severity == kv.Severity.error for finding in FINDINGS)
    assert total.startswith(f"{errors} fel, ")
    assert drawn(FINDINGS[:0])["text/plain"] == "Inget att anmärka."
    assert drawn(PLAN.deviations)["text/plain"] == "Inget."


def test_the_year_is_a_picture_and_a_table() -> None:
    forms = drawn(CYCLE)
    assert forms["text/plain"] == str(CYCLE)
    assert ET.fromstring(forms["image/svg+xml"]).get("role") == "img"
    assert forms["image/svg+xml"] in forms["text/html"]
    assert "image/svg+xml" not in drawn(THINGS["three years"])


def test_pictures_on_a_page_share_no_ids() -> None:
    def ids(cycle: kv.AnnualCycle) -> set[str]:
        found = {element.get("id") for element in page(drawn(cycle)).iter()} - {None}
        return {str(one) for one in found}

    next_year = SYSTEM.annual_cycle(kv.SchoolYear(2027))
    assert ids(CYCLE)
    assert not ids(CYCLE) & ids(next_year)


def test_what_is_much_is_told_in_fewer_words() -> None:
    many = kv.Records(list(CYCLE.events) * 20)
    forms = drawn(many)
    assert len(page(forms).findall("table/tbody/tr")) == 50
    assert forms["text/plain"].endswith(f"… och {len(many) - 50} till.")
    findings = drawn(kv.Records(list(FINDINGS) * 40))["text/plain"]
    assert f"… och {len(FINDINGS) * 40 - 50} till." in findings
    assert len(drawn(SYSTEM.guideline)["text/plain"].splitlines()) < 130
    plans = drawn(kv.Records([PLAN] * 500))["text/plain"]
    assert len(plans.splitlines()) < 130


def test_plans_are_told_from_area_to_activity() -> None:
    text = drawn(PLAN)["text/plain"]
    assert text.startswith("Åtagandeplan\n  Läsår: 2026/27\n")
    area = PLAN.areas[0]
    assert text.index(area.title) < text.index(area.commitments[0].title) < text.index("Ansvarig: Lärarna i årskurs 1")
    assert "1 september 2026" in text


@pytest.mark.parametrize("name", [name for name, _ in _native._describe()])
def test_every_class_draws_itself(name: str) -> None:
    assert callable(getattr(kv, name)._repr_mimebundle_)


def test_records_are_tuples_that_know_their_class() -> None:
    assert isinstance(FINDINGS, tuple)
    assert tuple(FINDINGS) == FINDINGS
    assert hash(FINDINGS) == hash(tuple(FINDINGS))
    for part in (
        FINDINGS,
        FINDINGS[:0],
        FINDINGS[1:3],
        FINDINGS.where(lambda _: False),
        PLAN.deviations[:0],
        FINDINGS + FINDINGS,
    ):
        assert isinstance(part, kv.Records)
        again = pickle.loads(pickle.dumps(part))
        assert (type(again), again, again.record_class) == (kv.Records, part, part.record_class)
    assert FINDINGS[:0].record_class is kv.Finding
    assert PLAN.deviations.record_class is kv.Deviation
    assert kv.Records([PLAN]).record_class is kv.CommitmentPlan
    assert kv.Records().record_class is None
    assert kv.CommitmentPlan.load_all([]).record_class is kv.CommitmentPlan


def test_where_keeps_what_fits() -> None:
    errors = FINDINGS.where(lambda finding: finding.severity == kv.Severity.error)
    assert list(errors) == [finding for finding in FINDINGS if finding.severity == kv.Severity.error]
    assert 0 < len(errors) < len(FINDINGS)


def test_nothing_is_loaded_before_it_is_drawn() -> None:
    program = """
import sys, kvalitet as kv
kv.QualitySystem.builtin("vetlanda-2024").annual_cycle(kv.SchoolYear(2026)).events
assert "kvalitet._display" not in sys.modules and "kvalitet._text" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)
