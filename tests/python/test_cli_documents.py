"""kvalitet new, follow-up, diff, gather and duties."""

import json
from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest
from typer.testing import CliRunner, Result

ROOT = Path(__file__).parents[2]
COMPLETE = ROOT / "examples" / "plans" / "complete.json"
FLAWED = ROOT / "examples" / "plans" / "flawed.json"


def run(*args: Any) -> Result:
    from kvalitet.cli import app

    return CliRunner().invoke(app, [str(arg) for arg in args], env={"COLUMNS": "200"})


def test_a_report_follows_its_plan(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    assert run("new", "report", "--from", COMPLETE, "--out", report).exit_code == 0
    found = run("check", report, "--kind", "report", "--plan", COMPLETE, "--as-of", "2027-06-15")
    assert found.exit_code == 1
    assert "Läsårsrapporten" in found.stdout
    following = tmp_path / "next.json"
    made = run("new", "plan", "--from", report, "--plan", COMPLETE, "--out", following)
    assert made.exit_code == 0
    assert "ingen har bestämt" in made.stdout
    assert kv.CommitmentPlan.load(following).school_year == kv.SchoolYear(2027)


@pytest.mark.parametrize("kind", ["plan", "operational-plan", "assessment", "matters", "measures"])
def test_an_empty_document_is_known_for_what_it_is(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "new.json"
    assert run("new", kind, "--out", file).exit_code == 0
    document = kv.load_document(file)
    assert document.origin is not None
    assert document.origin.findings == ()
    if kind not in ("matters", "measures"):  # which say nothing of themselves while they are empty
        assert {"plan": "CommitmentPlan", "operational-plan": "OperationalPlan", "assessment": "ImpactAssessment"}[
            kind
        ] == type(document).__name__


def test_a_session_needs_its_dialogue() -> None:
    assert run("new", "session").exit_code == 2
    session = json.loads(run("new", "session", "--dialogue", "process").stdout)
    assert session["dialogue"] == "process"
    assert run("new", "report").exit_code == 2
    assert run("new", "operational-plan", "--from", COMPLETE).exit_code == 2


def test_a_follow_up_gets_into_the_plan(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_bytes(COMPLETE.read_bytes())
    before = len(kv.CommitmentPlan.load(plan).follow_up_log())
    asked = run("follow-up", plan, "--text", "Oktobermätningen visar mer trygghet.")
    assert asked.exit_code == 2
    assert "/areas/0/commitments/0" in asked.output
    done = run(
        "follow-up", plan, "--text", "Oktobermätningen visar mer trygghet.", "--at", "/areas/0/commitments/0",
        "--date", "2026-11-12", "--survey", "tld:october",
    )  # fmt: skip
    assert done.exit_code == 0
    log = kv.CommitmentPlan.load(plan).follow_up_log()
    assert len(log) == before + 1
    assert ("tld", "october") in {(one.follow_up.survey, one.follow_up.round) for one in log}
    assert "12 november 2026" in run("follow-up", plan).stdout
    assert run("follow-up", plan, "--text", "x", "--at", "/areas/9/commitments/9").exit_code == 2


def test_a_plan_that_was_not_understood_is_not_saved(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    text = COMPLETE.read_text(encoding="utf-8").replace('"format_version"', '"egen": "viktigt", "format_version"', 1)
    plan.write_text(text, encoding="utf-8")
    refused = run("follow-up", plan, "--text", "Hej", "--at", "/areas/0/commitments/0")
    assert refused.exit_code == 2
    assert "egen" in refused.output
    assert plan.read_text(encoding="utf-8") == text


def test_two_versions_differ_in_words(tmp_path: Path) -> None:
    later = tmp_path / "later.json"
    kv.CommitmentPlan.load(COMPLETE).replace(principal="Bo Påhittad").save(later)
    found = run("diff", COMPLETE, later)
    assert found.exit_code == 1
    assert "Rektor: " in found.stdout
    assert run("diff", COMPLETE, COMPLETE).exit_code == 0


def test_what_is_left_out_is_told_in_every_format(tmp_path: Path) -> None:
    plan = kv.CommitmentPlan.load(COMPLETE)
    first, *areas = plan.areas
    told = first.commitments[0].replace(title="Stöd till 2 av 7 elever")
    path = tmp_path / "plan.json"
    plan.replace(areas=[first.replace(commitments=[told]), *areas]).save(path)
    for arguments in ((), ("--format", "csv"), ("--format", "csv", "--labels")):
        gathered = run("gather", path, *arguments)
        assert gathered.exit_code == 0
        assert "(utelämnat)" in gathered.stdout
        assert "1 rubriker är utelämnade" in gathered.output
        assert "2 av 7" not in gathered.output


def test_a_plan_that_was_not_understood_is_not_gathered(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(COMPLETE.read_bytes()[:1500])
    assert run("gather", COMPLETE, path).exit_code == 2
    path.write_text('{"format_version":1,"principal":"A\x01B","areas":[{"title":"x"}]}', encoding="utf-8")
    assert run("check", path, "--kind", "plan").exit_code == 2


def test_priorities_are_gathered_and_duties_listed() -> None:
    gathered = run("gather", COMPLETE, FLAWED)
    assert gathered.exit_code == 0
    assert "Samlat ur 2 planer." in gathered.stdout
    assert json.loads(run("gather", COMPLETE, "--json").stdout)["plans"] == 1
    duties = run("duties", "--year", "2026/27", "--actor", "principal")
    assert "Ha gjort sin planering till förutsättningsdialogen" in duties.stdout
    rows = json.loads(run("duties", "--year", "2026/27", "--actor", "principal", "--json").stdout)
    assert rows[0]["due"] == "2026-09-30"


def test_only_a_report_has_a_plan() -> None:
    assert run("check", COMPLETE, "--plan", COMPLETE).exit_code == 2
