"""What the command line writes for other programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest
from kvalitet.cli import app
from typer.testing import CliRunner, Result

ROOT = Path(__file__).parents[2]
COMPLETE = ROOT / "examples" / "plans" / "complete.json"
FLAWED = ROOT / "examples" / "plans" / "flawed.json"
AS_OF = ("--as-of", "2026-10-15")
DAY = dt.date(2026, 10, 15)


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "100"})


def written(*arguments: Any) -> str:
    """What goes to the screen, line ends and all."""
    return run(*arguments).stdout_bytes.decode()


def table(text: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def checked(system: kv.QualitySystem, *paths: Path) -> list[kv.CheckedFile]:
    return [
        kv.CheckedFile(file=str(path), findings=system.check(kv.CommitmentPlan.load(path), as_of=DAY)) for path in paths
    ]


def test_findings_of_several_files_are_one_log(system: kv.QualitySystem) -> None:
    result = run("check", FLAWED, COMPLETE, *AS_OF, "--format", "sarif")
    assert result.exit_code == 1
    assert result.stdout_bytes.decode() == kv.to_sarif(checked(system, FLAWED, COMPLETE), system=system)
    (run_,) = json.loads(result.stdout)["runs"]
    assert [artifact["location"]["uri"] for artifact in run_["artifacts"]] == [FLAWED.as_uri(), COMPLETE.as_uri()]
    english = written("check", FLAWED, *AS_OF, "--format", "sarif", "--lang", "en")
    assert english == kv.to_sarif(checked(system, FLAWED), system=system, lang="en")


def test_a_path_in_a_log_is_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = tmp_path / "Åsas plan.json"
    plan.write_bytes(FLAWED.read_bytes())
    (tmp_path / "under").mkdir()

    def uri(path: str) -> str:
        (run_,) = json.loads(written("check", path, *AS_OF, "--format", "sarif"))["runs"]
        location = run_["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        return str(location["uri"])

    monkeypatch.chdir(tmp_path)
    assert uri("Åsas plan.json") == uri("./Åsas plan.json") == "%C3%85sas%20plan.json"
    monkeypatch.chdir(tmp_path / "under")
    assert uri("../Åsas plan.json") == plan.resolve().as_uri()  # where `..` leads depends on where one stands


def test_a_path_that_no_text_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "a\x01b.json"
    path.write_bytes(FLAWED.read_bytes())
    (run_,) = json.loads(written("check", path, *AS_OF, "--format", "sarif"))["runs"]
    assert run_["artifacts"][0]["location"]["uri"].endswith("/a%3Fb.json")


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ";"), ("rfc4180", ",")])
def test_findings_as_csv_say_of_which_file_they_are(system: kv.QualitySystem, format: str, delimiter: str) -> None:
    result = run("check", FLAWED, COMPLETE, *AS_OF, "--format", format)
    assert result.exit_code == 1
    rows = table(result.stdout_bytes.decode(), delimiter)
    assert [(row["file"], row["findings.rule"], row["findings.message"]) for row in rows] == [
        (one.file, finding.rule, finding.message.sv)
        for one in checked(system, FLAWED, COMPLETE)
        for finding in one.findings
    ]
    assert table(written("check", FLAWED, *AS_OF, "--format", format), delimiter)[0].keys() == rows[0].keys()


def test_a_sound_plan_leaves_a_heading(tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text('{"format_version": 1, "matters": []}')
    result = run("check", tmp_path / "none.json", "--kind", "matters", "--as-of", "2026-08-15", "--format", "rfc4180")
    assert result.exit_code == 0
    assert result.stdout.startswith("file,findings.rule,")


def test_several_files_as_text_and_as_json(system: kv.QualitySystem) -> None:
    result = run("check", FLAWED, COMPLETE, *AS_OF)
    assert result.exit_code == 1
    files = checked(system, FLAWED, COMPLETE)
    together = "".join(result.stdout.split())
    assert [together.count("".join(one.file.split())) for one in files] == [1, 1]
    assert json.loads(written("check", FLAWED, COMPLETE, *AS_OF, "--json")) == [
        json.loads(one.to_json()) for one in files
    ]
    assert run("check", COMPLETE, *AS_OF).exit_code == 0
    assert run("check", COMPLETE, ROOT / "none.json", *AS_OF).exit_code == 2


def test_json_is_one_of_the_formats() -> None:
    for arguments in (("check", FLAWED, *AS_OF), ("cycle", "--year", "2026/27"), ("guideline", "trace")):
        assert written(*arguments, "--format", "json") == written(*arguments, "--json")
        assert written(*arguments, "--format", "json", "--json") == written(*arguments, "--json")
        assert run(*arguments, "--format", "text").stdout == run(*arguments).stdout


PLAN = kv.CommitmentPlan.load(COMPLETE)
SYSTEM = kv.QualitySystem.builtin("vetlanda-2024")
CYCLE = SYSTEM.annual_cycle(kv.SchoolYear(2026))
LISTS: list[tuple[tuple[Any, ...], tuple[Any, ...], int]] = [
    (("cycle", "--year", "2026/27"), CYCLE.events, 0),
    (("cycle", "--year", "2026/27", "--on", "2026-10-14"), CYCLE.on(dt.date(2026, 10, 14)), 0),
    (("duties", "--year", "2026/27"), SYSTEM.duties(kv.SchoolYear(2026)), 0),
    (("follow-up", COMPLETE), PLAN.follow_up_log(), 0),
    (("guideline", "trace"), SYSTEM.guideline.trace(), 0),
    (("gather", COMPLETE), SYSTEM.gather([PLAN]).areas, 0),
    (("diff", COMPLETE, FLAWED), kv.diff(PLAN, kv.CommitmentPlan.load(FLAWED)), 1),
]


@pytest.mark.parametrize(("arguments", "records", "code"), LISTS, ids=[one[0][0] for one in LISTS])
def test_lists_as_csv(arguments: tuple[Any, ...], records: tuple[Any, ...], code: int) -> None:
    assert records
    result = run(*arguments, "--format", "csv")
    assert result.exit_code == code
    if arguments[0] == "gather":  # which knows the files
        assert table(result.stdout_bytes.decode(), ";")[0]["title"] == records[0].title
        return
    assert result.stdout_bytes.decode() == kv.to_csv(records)
    assert written(*arguments, "--format", "rfc4180") == kv.to_csv(records, dialect="rfc4180")
    if arguments[0] != "follow-up":
        expected = kv.to_csv(records, names="labels", lang="en")
        assert written(*arguments, "--format", "csv", "--labels", "--lang", "en") == expected


def test_an_empty_list_has_its_heading() -> None:
    nothing = written("cycle", "--year", "2026/27", "--on", "2030-01-01", "--format", "csv")
    assert nothing == kv.to_csv([], type=kv.Event)
    assert written("guideline", "diff", "vetlanda-2024", "vetlanda-2024", "--format", "csv") == kv.to_csv(
        [], type=kv.Change
    )


def test_guidelines_are_validated_in_every_format(tmp_path: Path, system: kv.QualitySystem) -> None:
    guideline, policy = tmp_path / "g.json", tmp_path / "p.json"
    system.guideline.save(guideline)
    system.policy.replace(months_without_meeting=[13]).save(policy)
    arguments = ("guideline", "validate", guideline, "--policy", policy)
    (run_,) = json.loads(written(*arguments, "--format", "sarif"))["runs"]
    (result,) = run_["results"]
    assert result["ruleId"] == "policy.month-out-of-range"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == policy.as_uri()
    assert len(run_["artifacts"]) == 2
    (row,) = table(written(*arguments, "--format", "csv"), ";")
    assert row["file"] == str(policy)
    (finding,) = json.loads(written(*arguments, "--json"))
    assert finding["rule"] == result["ruleId"]
    assert run(*arguments, "--format", "sarif").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", FLAWED, "--format", "xml"],
        ["check", FLAWED, "--format", "csv", "--json"],
        ["check", FLAWED, "--labels"],
        ["check", FLAWED, "--format", "sarif", "--labels"],
        ["check", FLAWED, "--format", "csv", "--draft"],
        ["check", FLAWED, COMPLETE, "--draft"],
        ["cycle", "--format", "sarif"],
        ["cycle", "--format", "csv", "--ics", "-"],
        ["duties", "--format", "sarif"],
    ],
)
def test_what_does_not_go_together(arguments: list[Any]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.output


def test_help_names_the_formats() -> None:
    for command in ("check", "cycle", "duties", "follow-up"):
        assert "rfc4180" in run(command, "--help").stdout
    assert "sarif" in run("check", "--help").stdout
    assert "sarif" not in run("cycle", "--help").stdout
