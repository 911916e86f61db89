"""The data protection reading of free text."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from pathlib import Path

import kvalitet as kv
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kvalitet.cli import app
from typer.testing import CliRunner, Result

FIXTURES = Path(__file__).parents[1] / "fixtures" / "free_text"


def lines(name: str) -> list[str]:
    return (FIXTURES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


SENSITIVE = [(kind, line) for kind in kv.FreeTextKind for line in lines(kind)]


@pytest.fixture
def telling(sound: kv.CommitmentPlan, tmp_path: Path) -> Path:
    """The sound plan, with a follow-up that tells too much."""
    (area,) = sound.areas
    (commitment,) = area.commitments
    told = [kv.FollowUp(text="2 av 7 elever når målen. Anna fick F i matematik.")]
    plan = sound.replace(areas=[area.replace(commitments=[commitment.replace(follow_ups=told)])])
    path = tmp_path / "plan.json"
    plan.save(path)
    return path


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments), "--as-of", "2026-09-01"], env={"COLUMNS": "100"})


@pytest.mark.parametrize(("kind", "sentence"), SENSITIVE)
def test_start_and_length_slice_the_text(kind: kv.FreeTextKind, sentence: str) -> None:
    text = "Å ä 😀. " + sentence
    hits = kv.read_free_text(text)
    assert kind in {hit.kind for hit in hits}
    for hit in hits:
        assert text[hit.start : hit.start + hit.length] == hit.words
    assert not kv.may_leave(text)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_no_normal_form_hides_a_hit(form: str) -> None:
    for kind, sentence in SENSITIVE:
        hits = kv.read_free_text(unicodedata.normalize(form, sentence))  # type: ignore[arg-type]
        assert kind in {hit.kind for hit in hits}, sentence


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for hit in kv.read_free_text(text):
        assert 0 <= hit.start < hit.start + hit.length <= len(text)
    assert kv.may_leave(text) == (not kv.read_free_text(text))


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(SENSITIVE))
def test_nothing_around_it_hides_a_hit(before: str, after: str, told: tuple[kv.FreeTextKind, str]) -> None:
    assert not kv.may_leave(f"{before}\n\n{told[1]}\n\n{after}")


@given(st.text(alphabet="2av7 elrnp.,:;()/-%–\u00ad\u200b\u00a0\u030aåäöAF\n", max_size=60))
def test_texts_like_the_patterns_are_read(text: str) -> None:
    for hit in kv.read_free_text(text):
        assert text[hit.start : hit.start + hit.length]


def test_neutral_texts_may_leave() -> None:
    assert [line for line in lines("neutral") if not kv.may_leave(line)] == []


def test_findings_have_places_and_not_the_words(telling: Path) -> None:
    plan = kv.CommitmentPlan.load(telling)
    few, name = kv.review_free_text(plan)
    assert few.code == "privacy.few-of-group"
    assert few.pointer == "/areas/0/commitments/0/follow_ups/0/text"
    assert few.data["start"] == 0
    assert few.data["length"] == len("2 av 7 elever")
    assert few.place is not None
    assert plan.origin is not None
    assert few.place == plan.origin.place(few.pointer)
    assert few.origin == "local_policy"
    assert name.severity == kv.Severity.advice
    for finding in (few, name):
        assert "Anna" not in finding.to_json()
        assert "2 av 7" not in finding.to_json()
    assert kv.review_free_text(plan.replace()) == (few.replace(place=None), name.replace(place=None))


def test_limits_are_the_policys(system: kv.QualitySystem) -> None:
    assert system.policy.free_text == kv.FreeTextLimits(fewest_pupils=5, smallest_group=10)
    strict = kv.FreeTextLimits(fewest_pupils=8)
    assert kv.may_leave("Sju elever läser spanska.")
    assert not kv.may_leave("Sju elever läser spanska.", strict)
    assert kv.read_free_text("Sju elever läser spanska.", limits=strict)[0].kind == "few_pupils"
    low = system.policy.replace(free_text=kv.FreeTextLimits(fewest_pupils=2))
    assert [finding.code for finding in low.validate(system.guideline)] == ["policy.free-text-limit-low"]


def test_misuse() -> None:
    with pytest.raises(TypeError, match="object of the model"):
        kv.review_free_text("2 av 7 elever")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        kv.read_free_text(7)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="surrogate"):
        kv.may_leave("\ud800")
    with pytest.raises(kv.LimitError):
        kv.may_leave(" " * (2**24 + 1))


def test_the_command_line_adds_the_review_when_asked(telling: Path) -> None:
    without = json.loads(check(telling, "--json").stdout)
    assert not any(finding["code"].startswith("privacy.") for finding in without)
    result = check(telling, "--json", "--privacy")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert [finding["code"] for finding in found[len(without) :]] == ["privacy.few-of-group", "privacy.judged-name"]
    text = check(telling, "--privacy").stdout
    assert "RÅD /areas/0/commitments/0/follow_ups/0/text (rad " in text
    assert "Anna" not in text
    assert check(telling, "--privacy", "--draft").exit_code == 2


def test_an_identity_number_is_more_than_advice(telling: Path) -> None:
    plan = kv.CommitmentPlan.load(telling)
    plan.replace(principal="121212-1212").save(telling)
    assert check(telling).exit_code == 0
    assert check(telling, "--privacy").exit_code == 1
    assert kv.CommitmentPlan.load(telling).period.start == dt.date(2026, 8, 1)
