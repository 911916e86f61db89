"""The command line."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import kvalitet as kv
import pytest
from kvalitet.cli import app
from typer.testing import CliRunner, Result

FIXTURES = Path(__file__).parent.parent / "fixtures"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "100"})


@pytest.fixture
def plan(tmp_path: Path, flawed: kv.CommitmentPlan) -> Path:
    path = tmp_path / "plan.json"
    flawed.save(path)
    return path


@pytest.fixture
def good_plan(tmp_path: Path, sound: kv.CommitmentPlan) -> Path:
    path = tmp_path / "good.json"
    sound.save(path)
    return path


def test_check_tells_in_swedish_and_ends_with_1(plan: Path) -> None:
    result = run("check", plan, "--as-of", "2026-09-01")
    assert result.exit_code == 1
    assert "FEL Prioriterade målområden (rad " in result.stdout
    assert "ska alltid vara ett prioriterat" in result.stdout
    assert "Förslag: " in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 100
    assert result.stdout.rstrip().splitlines()[-1].startswith("1 fel, ")


def test_check_in_english(plan: Path) -> None:
    result = run("check", plan, "--as-of", "2026-09-01", "--lang", "en")
    assert "ERROR Prioritised goal areas (line " in result.stdout
    assert "Reading: The principal plans for the unit" in result.stdout
    assert "Suggestion: " in result.stdout


def test_check_of_a_sound_plan_ends_with_0(good_plan: Path) -> None:
    result = run("check", good_plan, "--as-of", "2026-09-01")
    assert result.exit_code == 0, result.stdout


def test_check_as_json_is_what_the_library_says(plan: Path, system: kv.QualitySystem) -> None:
    result = run("check", plan, "--as-of", "2026-09-01", "--json")
    findings = system.check(kv.CommitmentPlan.load(plan), as_of=dt.date(2026, 9, 1))
    assert result.exit_code == 1
    assert json.loads(result.stdout) == [json.loads(finding.to_json()) for finding in findings]


def test_check_as_a_draft(plan: Path, good_plan: Path, system: kv.QualitySystem) -> None:
    result = run("check", plan, "--as-of", "2026-09-01", "--draft")
    assert "Klart" in result.stdout
    assert "Nästa steg" in result.stdout
    assert result.stdout.count("→") <= system.policy.next_steps
    draft = system.draft(kv.CommitmentPlan.load(plan), as_of=dt.date(2026, 9, 1))
    assert run("check", plan, "--as-of", "2026-09-01", "--draft", "--json").stdout == draft.to_json()
    assert "→" in run("check", good_plan, "--as-of", "2026-09-01", "--draft", "--lang", "en").stdout or (
        "Nothing remains." in run("check", good_plan, "--as-of", "2026-09-01", "--draft", "--lang", "en").stdout
    )


def test_check_with_other_guideline_and_policy(plan: Path, tmp_path: Path, system: kv.QualitySystem) -> None:
    system.guideline.replace(rules=[]).save(tmp_path / "g.json")
    system.policy.save(tmp_path / "p.json")
    result = run("check", plan, "--as-of", "2026-09-01", "--guideline", tmp_path / "g.json")
    assert result.exit_code == 0, result.stdout
    result = run("check", plan, "--as-of", "2026-09-01", "--policy", tmp_path / "p.json")
    assert result.exit_code == 1
    (tmp_path / "bad.json").write_text('{"format_version": 1}')
    result = run("check", plan, "--guideline", tmp_path / "bad.json")
    assert result.exit_code == 2
    assert "saknas" in result.stderr


def test_a_summary_is_not_shown_as_a_quote(plan: Path) -> None:
    """What the text says in the organiser's own words is quoted; what we know of it in summary is not."""
    svedala = FIXTURES / "guidelines" / "svedala.json"
    shown = [
        run("check", plan, "--as-of", "2026-09-01", "--guideline", svedala),
        run("check", plan, "--as-of", "2026-09-01", "--guideline", svedala, "--draft"),
        run("guideline", "show", svedala),
        run("guideline", "trace", svedala),
    ]
    for result in shown:
        assert "(i sammandrag) Kunskaper" in result.stdout
        assert "”Kunskaper prioriteras" not in result.stdout
    english = run("check", plan, "--as-of", "2026-09-01", "--guideline", svedala, "--draft", "--lang", "en")
    assert "(in summary) Kunskaper" in english.stdout
    assert "(i sammandrag)" not in run("guideline", "show").stdout


def test_unreadable_input_ends_with_2(tmp_path: Path) -> None:
    missing = run("check", tmp_path / "none.json")
    assert missing.exit_code == 2
    assert "finns inte" in " ".join(missing.stderr.split())
    assert missing.stdout == ""
    assert run("check", tmp_path).exit_code == 2
    broken = tmp_path / "broken.json"
    broken.write_text('{"format_version": 1, ')
    assert run("check", broken).exit_code == 2
    assert "does not exist" not in missing.stderr
    english = run("check", tmp_path / "none.json", "--lang", "en")
    assert "There is no file" in english.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing"],
        ["check"],
        ["check", "x.json", "--as-of", "2026-02-30"],
        ["check", "x.json", "--guideline", "atlantis"],
        ["cycle", "--year", "2026"],
        ["cycle", "--year", "2026/27", "--calendar-year", "2027"],
        ["cycle", "--calendar-year", "x"],
        ["cycle", "--kind", "fest"],
        ["cycle", "--actor", "ingen"],
        ["cycle", "--next", "0"],
        ["schema", "Nothing"],
        ["guideline", "show", "atlantis"],
    ],
)
def test_wrong_use_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize("arguments", [[], ["check"], ["cycle"], ["schema"], ["guideline"], ["guideline", "trace"]])
def test_help_is_in_swedish(arguments: list[str]) -> None:
    result = run(*arguments, "--help")
    assert result.exit_code == 0
    assert "Användning: " in result.stdout
    assert "Visa den här hjälpen." in result.stdout
    if arguments != ["guideline"]:
        assert "Slutkod: 0 när inget är värre än råd" in result.stdout
    for english in ("Usage", "Options", "Show this", "required", "Commands"):
        assert english not in result.stdout


def test_the_year(system: kv.QualitySystem) -> None:
    result = run("cycle", "--year", "2026/27")
    assert result.exit_code == 0
    assert "Årshjul 1 augusti 2026 – 31 juli 2027" in result.stdout
    assert "Förutsättningsdialog" in result.stdout
    assert "Rektor" in result.stdout
    cycle = system.annual_cycle(kv.SchoolYear(2026))
    assert run("cycle", "--year", "2026/27", "--json").stdout == cycle.to_json()
    meetings = run("cycle", "--calendar-year", "2027", "--kind", "möte", "--json")
    assert meetings.stdout == system.annual_cycle(kv.CalendarYear(2027)).filter(kind="meeting").to_json()
    principal = run("cycle", "--year", "2026/27", "--actor", "Rektor", "--json")
    assert principal.stdout == cycle.filter(audience="principal").to_json()
    assert "survey:tld:october:2026-27" in principal.stdout
    level = run("cycle", "--year", "2026/27", "--level", "organiser", "--json")
    assert level.stdout == cycle.filter(level="organiser").to_json()


def test_a_day_and_what_comes_next(system: kv.QualitySystem) -> None:
    day = dt.date(2026, 10, 14)
    cycle = system.annual_cycle(kv.SchoolYear(2026))
    result = json.loads(run("cycle", "--on", "2026-10-14", "--json").stdout)
    assert [event["id"] for event in result] == [event.id for event in cycle.on(day)]
    result = json.loads(run("cycle", "--on", "2026-10-14", "--next", "2", "--year", "2026/27", "--json").stdout)
    assert [event["id"] for event in result] == [event.id for event in cycle.next(day, 2)]
    assert len(json.loads(run("cycle", "--next", "5", "--json").stdout)) == 5
    assert "Årshjul" not in run("cycle", "--on", "2026-10-14").stdout
    assert "Inget då." in run("cycle", "--on", "2030-01-01", "--year", "2026/27").stdout


def test_the_guideline_is_shown(system: kv.QualitySystem) -> None:
    result = run("guideline", "show")
    assert result.exit_code == 0
    for principle in system.guideline.principles:
        assert principle.title.sv in result.stdout
    assert "Ska leda till" in result.stdout
    assert "ska alltid vara ett prioriterat" in result.stdout
    assert run("guideline", "show", "--json").stdout == system.guideline.to_json()


def test_the_trace_is_shown(tmp_path: Path, system: kv.QualitySystem) -> None:
    whole = run("guideline", "trace")
    assert whole.exit_code == 0
    rows = json.loads(run("guideline", "trace", "--json").stdout)
    assert len(rows) == len(system.guideline.trace())
    assert "Styrande princip 1" in whole.stdout
    assert "/principles" not in whole.stdout
    path = tmp_path / "g.json"
    system.guideline.replace(informative=[]).save(path)
    with_holes = run("guideline", "trace", path)
    assert with_holes.exit_code == 1
    assert "INGET" in with_holes.stdout
    system.guideline.replace(duties=[]).save(path)
    without_carriers = run("guideline", "trace", path)
    assert without_carriers.exit_code == 1
    assert "INGET" in without_carriers.stdout


def test_guidelines_are_compared(tmp_path: Path, system: kv.QualitySystem) -> None:
    path = tmp_path / "new.json"
    system.guideline.replace(responsible="Utvecklingschef").save(path)
    result = run("guideline", "diff", "vetlanda-2024", path)
    assert result.exit_code == 0
    assert "Utvecklingschef" in result.stdout
    (change,) = json.loads(run("guideline", "diff", "vetlanda-2024", path, "--json").stdout)
    assert change["pointer"] == "/responsible"
    assert "Ingen skillnad." in run("guideline", "diff", "vetlanda-2024", "vetlanda-2024").stdout


def test_guidelines_are_validated(tmp_path: Path, system: kv.QualitySystem) -> None:
    path, policy = tmp_path / "g.json", tmp_path / "p.json"
    system.guideline.save(path)
    system.policy.save(policy)
    assert run("guideline", "validate", path, "--policy", policy).exit_code == 0
    system.policy.replace(months_without_meeting=[13]).save(policy)
    result = run("guideline", "validate", path, "--policy", policy)
    assert result.exit_code == 1
    assert "FEL Månader utan möte" in result.stdout
    assert "13" in result.stdout
    system.guideline.replace(levels=[]).save(path)
    assert json.loads(run("guideline", "validate", path, "--json").stdout)


def test_schema_and_version() -> None:
    assert run("schema", "CommitmentPlan").stdout == kv.json_schema("CommitmentPlan")
    assert run("--version").stdout == f"kvalitet {kv.__version__}\n"


def command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "kvalitet", *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_a_terminal_without_swedish_letters(plan: Path) -> None:
    result = command("check", plan, "--as-of", "2026-09-01", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.returncode == 1
    assert b"FEL Prioriterade m" in result.stdout
    result = command("check", plan, "--as-of", "2026-09-01", "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "Målområdet" in result.stdout.decode("utf-8")


def test_a_reader_that_goes_away() -> None:
    for arguments in (["guideline", "show", "--json"], ["guideline", "trace"]):
        with subprocess.Popen(
            [sys.executable, "-m", "kvalitet", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(1)
            process.stdout.close()
            assert process.stderr.read() == b""


def test_without_the_extra_it_says_what_to_install() -> None:
    program = "import sys; sys.modules['typer'] = None; import kvalitet.__main__ as m; m.main()"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert 'pip install "kvalitet[cli]"' in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(("written", "wanted"), [("kvalitet st", "status"), ("kvalitet status --pr", "--principal")])
def test_the_shell_completes_commands_and_options(written: str, wanted: str) -> None:
    asked = {
        "COMP_WORDS": written,
        "COMP_CWORD": str(written.count(" ")),
        "_KVALITET_COMPLETE": "complete_bash",
    }
    command = Path(sys.executable).parent / "kvalitet"
    done = subprocess.run([command], env=os.environ | asked, capture_output=True, text=True, check=True)
    assert wanted in done.stdout.split()
