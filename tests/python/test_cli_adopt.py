"""kvalitet adopt: a municipality's own template, proposed, confirmed and read by."""

from __future__ import annotations

from pathlib import Path

import kvalitet as kv
import pytest
from kvalitet.cli import app
from typer.testing import CliRunner

FOREIGN = Path(__file__).parents[1] / "fixtures" / "docx" / "foreign"
PLAN = str(FOREIGN / "a1-tallbacken.docx")


def run(*arguments: str, answers: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(app, ["adopt", *arguments], input=answers, env={"COLUMNS": "200"})
    return result.exit_code, result.output


def test_the_proposal_is_shown_and_nothing_is_saved(tmp_path: Path) -> None:
    code, said = run(PLAN, "--show")
    assert code == 0
    assert "Nuläge" in said
    assert "areas.commitments.reason" in said
    assert "alla andra rubriker på nivå 1" in said
    assert not list(tmp_path.iterdir())


def test_what_is_accepted_is_read_by(tmp_path: Path) -> None:
    policy = tmp_path / "policy.json"
    code, _ = run(PLAN, "--policy", str(policy), "--accept")
    assert code == 0
    own = kv.LocalPolicy.load(policy)
    assert own.origin is not None
    assert not own.origin.findings
    (form,) = own.forms
    assert form.document == "commitment-plan"
    system = kv.QualitySystem(guideline=kv.Guideline.builtin("vetlanda-2024"), policy=own)
    assert not own.validate(system.guideline)
    expected = kv.CommitmentPlan.load(FOREIGN / "a1-tallbacken.json")
    read = kv.CommitmentPlan.load(PLAN, system=system)
    assert [area.title for area in read.areas] == [area.title for area in expected.areas]
    for area, of_person in zip(read.areas, expected.areas, strict=True):
        assert [one.title for one in area.commitments] == [one.title for one in of_person.commitments]
        assert [one.reason for one in area.commitments] == [one.reason for one in of_person.commitments]
    # Learnt once more, it is the same form.
    assert run(PLAN, "--policy", str(policy), "--accept")[0] == 0
    assert kv.LocalPolicy.load(policy).forms == own.forms


def test_a_person_confirms_corrects_and_refuses(tmp_path: Path) -> None:
    policy = tmp_path / "policy.json"
    asked = run(PLAN, "--policy", str(policy), answers="\n" * 100)[1].count(" [")
    assert asked > 3
    assert not policy.exists()  # the last answer was no yes
    answers = "nonsense\nprincipal\n" + "-\n" * 100
    code, said = run(PLAN, "--policy", str(policy), answers=answers)
    assert "”nonsense” är inget fält." in said
    assert code == 0
    assert not policy.exists()


def test_misuse_and_bad_files(tmp_path: Path) -> None:
    assert run(PLAN)[0] == 2
    broken = tmp_path / "plan.docx"
    broken.write_bytes(b"%PDF-1.7\n")
    code, said = run(str(broken), "--show")
    assert code == 2
    assert "PDF" in said
    assert run(str(tmp_path / "missing.docx"), "--show")[0] == 2


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_both_languages(lang: str) -> None:
    code, said = run(PLAN, "--show", "--lang", lang)
    assert code == 0
    assert ("likely" in said) == (lang == "en")
