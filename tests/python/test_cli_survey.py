"""Surveys on the command line."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
from pathlib import Path

import kvalitet as kv
import pytest
from kvalitet.cli import app
from typer.testing import CliRunner, Result

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "tests" / "fixtures" / "answers"
INSTRUMENT = ROOT / "examples" / "survey" / "tld.json"
TLD = ("--instrument", INSTRUMENT)
BY = ("--by", "Skolenhetskod", "--by", "Årskurs")
ROUND = ("--round", "2026-10")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["survey", *map(str, arguments)], env={"COLUMNS": "120"})


def test_read_tells_what_was_guessed_and_what_columns_became() -> None:
    result = run("read", ANSWERS / "forms-in-swedish.xlsx", *TLD, *BY)
    assert result.exit_code == 0, result.output
    for said in ("bladet ”Svar”", "30 svarande i 3 grupper", "struken (e-postadress)", "fritext", "Frågor utan kolumn"):
        assert said in result.stdout
    assert max(len(line.rstrip()) for line in result.stdout.splitlines()) <= 120
    assert "Påhitta" not in result.output
    english = run("read", ANSWERS / "forms-in-swedish.xlsx", *TLD, "--lang", "en")
    for said in ("the sheet “Svar”", "30 respondents.", "dropped (e-mail address)", "free text"):
        assert said in english.stdout


def test_read_ends_with_1_where_something_was_not_understood() -> None:
    result = run("read", ANSWERS / "excel-cp1252.csv", ANSWERS / "unknown-and-out-of-range.csv", *TLD)
    assert result.exit_code == 1
    assert "”Kanske” × 7" in result.stdout
    assert "”7” × 6 (utanför skalan)" in result.stdout
    assert run("read", ANSWERS / "headings-only.csv", *TLD).exit_code == 1


def test_read_as_json_has_no_free_text() -> None:
    result = run("read", ANSWERS / "without-trailing-cells.csv", *TLD, *BY, "--json")
    (told,) = json.loads(result.stdout)
    assert told["source"]["delimiter"] == ";"
    assert told["source"]["short_rows"] == 11
    assert told["report"]["rows"] == 30
    assert "raster" not in result.stdout


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("wrong.csv", (), "Filen ”"),
        ("quotation-marks.csv", (), "rad 8"),
        ("cut-off.xlsx", (), "skadad"),
        ("excel-cp1252.csv", ("--by", "E-post"), "pekar ut den som har svarat"),
        ("excel-cp1252.csv", ("--by", "Skola"), "ingen kolumn ”Skola”"),
        ("excel-cp1252.csv", ("--delimiter", ";;"), "skilja celler"),
        ("several-sheets.xlsx", ("--sheet", "Blad1"), "inget blad ”Blad1”"),
    ],
)
def test_what_cannot_be_read_ends_with_2(name: str, more: tuple[str, ...], said: str) -> None:
    result = run("read", ANSWERS / name, *TLD, *more)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert not result.stdout


def test_counts_of_several_files_are_added_and_saved(tmp_path: Path) -> None:
    out = tmp_path / "antal.json"
    files = [ANSWERS / "excel-cp1252.csv", ANSWERS / "words.parquet"]
    result = run("counts", *files, *TLD, *BY, *ROUND, "-o", out)
    assert result.exit_code == 0, result.output
    assert "60 svarande i 3 grupper" in result.stdout
    survey = kv.SurveyInstrument.load(INSTRUMENT)
    by = ["Skolenhetskod", "Årskurs"]
    read = [kv.read_answers(file, survey, by=by, round="2026-10").counts for file in files]
    assert kv.SurveyCounts.load(out) == read[0] + read[1]

    more = tmp_path / "mer.json"
    assert run("counts", out, ANSWERS / "zeros-by-format.xlsx", *TLD, *BY, *ROUND, "-o", more).exit_code == 0
    assert kv.SurveyCounts.load(more) == read[0] + read[0] + read[1]
    both = run("counts", out, more)  # counts alone say of which survey they are
    assert sum(group["respondents"] for group in json.loads(both.stdout)["groups"]) == 150


def test_counts_are_never_written_over(tmp_path: Path) -> None:
    out = tmp_path / "antal.json"
    out.write_text("{}")
    result = run("counts", ANSWERS / "excel-cp1252.csv", *TLD, *ROUND, "-o", out)
    assert result.exit_code == 2
    assert "finns redan och är orörd" in " ".join(result.stderr.split())
    assert out.read_text() == "{}"


def test_nothing_is_written_where_a_file_cannot_be_read(tmp_path: Path) -> None:
    out = tmp_path / "antal.json"
    result = run("counts", ANSWERS / "excel-cp1252.csv", ANSWERS / "nul.csv", *TLD, *ROUND, "-o", out)
    assert result.exit_code == 2
    assert not out.exists()


def test_counts_tell_what_was_not_understood(tmp_path: Path) -> None:
    out = tmp_path / "antal.json"
    result = run("counts", ANSWERS / "unknown-and-out-of-range.csv", *TLD, *ROUND, "-o", out)
    assert result.exit_code == 1
    assert "21 svar förstods inte" in result.stdout
    assert kv.SurveyCounts.load(out).groups[0].respondents == 30


def test_wrong_use_of_counts(tmp_path: Path) -> None:
    plain = ANSWERS / "excel-cp1252.csv"
    for arguments, said in (
        ((plain,), "--instrument"),
        ((plain, *TLD), "--round"),
        ((plain, plain, *TLD, *ROUND), "två gånger"),
    ):
        result = run("counts", *arguments)
        assert result.exit_code == 2
        assert said in result.stderr
    counts = tmp_path / "a.json"
    run("counts", plain, *TLD, *ROUND, "-o", counts)
    other = run("counts", counts, plain, *TLD, *ROUND, "--by", "Årskurs")
    assert other.exit_code == 2
    assert "går inte att lägga ihop" in " ".join(other.stderr.split())


def test_a_survey_that_cannot_be_counted_with_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "enkat.json"
    data = json.loads(INSTRUMENT.read_text(encoding="utf-8"))
    data["items"][0]["scale"] = "another"
    broken.write_text(json.dumps(data), encoding="utf-8")
    result = run("read", ANSWERS / "excel-cp1252.csv", "--instrument", broken)
    assert result.exit_code == 2
    assert "inte att räkna med" in result.stderr


def test_counts_that_are_taken_for_a_survey_are_told_in_a_line(tmp_path: Path) -> None:
    counts = tmp_path / "antal.json"
    run("counts", ANSWERS / "excel-cp1252.csv", *TLD, *ROUND, "-o", counts)
    for arguments in (
        ("read", ANSWERS / "excel-cp1252.csv", "-i", counts),
        ("counts", ANSWERS / "excel-cp1252.csv", "-i", counts, *ROUND),
        ("compare", counts, counts, "-i", counts),
    ):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "är räknade svar och ingen enkät" in " ".join(result.stderr.split())
        assert len(result.stderr) < 400
    for arguments in (("counts", INSTRUMENT), ("compare", INSTRUMENT, counts, *TLD), ("counts", INSTRUMENT, *TLD)):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "är en enkät och inga räknade svar" in " ".join(result.stderr.split())
    english = run("counts", INSTRUMENT, "--lang", "en")
    assert "is a survey and no counted answers" in " ".join(english.stderr.split())


@pytest.mark.parametrize(
    "command", [("read",), ("counts", "--round", "2026-10", "--invited", ANSWERS / "forms-in-swedish.xlsx")]
)
def test_without_the_extra_it_is_said(command: tuple[str | Path, ...]) -> None:
    program = "import sys; sys.modules['openpyxl'] = None; from kvalitet.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "survey", *command, ANSWERS / "excel-cp1252.csv", *TLD],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "kvalitet[survey]" in done.stderr


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "exempelby"
    shutil.copytree(ROOT / "examples" / "municipality", folder)
    return folder


def test_a_workspace_keeps_counts_and_a_day_of_erasure(workspace: Path) -> None:
    asked = ("counts", ANSWERS / "excel-cp1252.csv", *TLD, *BY, "--round", "2027-04", "--workspace", workspace)
    refused = run(*asked)
    assert refused.exit_code == 2
    assert "--erase-by" in refused.output
    assert not (workspace / "survey-counts" / "2027-04.json").exists()
    kept = run(*asked, "--erase-by", "2027-06-30")
    assert kept.exit_code == 0, kept.output
    opened = kv.Workspace.open(workspace)
    assert [one.round for one in opened.survey_counts] == ["2026-04", "2026-10", "2027-04"]
    assert len(opened.instruments) == 1  # it was there
    noted = opened.surveys[0].raw_answers[-1]
    assert (noted.file, noted.round, str(noted.erase_by)) == ("excel-cp1252.csv", "2027-04", "2027-06-30")
    assert opened.check(as_of=dt.date.today()) == tuple(
        one for one in opened.check(as_of=dt.date.today()) if not one.file.startswith(("survey", "instruments"))
    )
    rows = opened.status(as_of=dt.date(2027, 7, 1), year=kv.SchoolYear(2026))
    assert [str(row.state) for row in rows if row.duty == "erase-raw-answers"] == ["late", "late"]
    again = run(*asked, "--erase-by", "2027-06-30")
    assert again.exit_code == 2
    assert "finns redan" in " ".join(again.output.split())


def test_nothing_is_made_for_what_is_refused(workspace: Path) -> None:
    for made in ("survey-counts", "instruments"):
        shutil.rmtree(workspace / made)
    (workspace / "surveys.json").write_text("{", encoding="utf-8")
    before = sorted(workspace.rglob("*"))
    asked = ("counts", ANSWERS / "excel-cp1252.csv", *TLD, *BY, "--round", "2027-04", "--workspace", workspace)
    for more in ((), ("--erase-by", "2027-06-30")):
        assert run(*asked, *more).exit_code == 2
        assert sorted(workspace.rglob("*")) == before


def test_raw_answers_are_noted_whatever_becomes_of_the_counts(workspace: Path) -> None:
    shutil.rmtree(workspace / "survey-counts")
    (workspace / "survey-counts").write_text("", encoding="utf-8")  # in the way
    register = kv.SurveyRegister.load(workspace / "surveys.json")
    day = dt.date(2027, 1, 31)
    of_another = kv.RawAnswers(file="excel-cp1252.csv", survey="another", round="2027-04", erase_by=day)
    register.replace(raw_answers=[*register.raw_answers, of_another]).save(workspace / "surveys.json")
    asked = ("counts", ANSWERS / "excel-cp1252.csv", *TLD, *BY, "--round", "2027-04", "--workspace", workspace)
    failed = run(*asked, "--erase-by", "2027-06-30")
    assert failed.exit_code == 2, failed.output
    (workspace / "survey-counts").unlink()
    assert run(*asked, "--erase-by", "2027-05-31").exit_code == 0
    noted = [one for one in kv.Workspace.open(workspace).surveys[0].raw_answers if one.round == "2027-04"]
    assert [(one.survey, str(one.erase_by)) for one in noted] == [("another", "2027-01-31"), ("tld", "2027-05-31")]


def test_a_workspace_is_told_from_any_other_folder(tmp_path: Path) -> None:
    told = run("counts", ANSWERS / "excel-cp1252.csv", *TLD, *ROUND, "--workspace", tmp_path)
    assert told.exit_code == 2
    assert "municipality.json" in told.output
    assert list(tmp_path.iterdir()) == []
    told = run("counts", ANSWERS / "excel-cp1252.csv", *TLD, *ROUND, "--erase-by", "2027-06-30")
    assert told.exit_code == 2


def test_another_instrument_of_the_same_version_is_refused(workspace: Path, tmp_path: Path) -> None:
    instrument = kv.SurveyInstrument.load(INSTRUMENT)
    (workspace / "instruments" / "tld.json").rename(workspace / "instruments" / "tld-example-2026.json")
    other = tmp_path / "other.json"
    instrument.replace(title=kv.Localised(sv="En annan")).save(other)
    told = run(
        "counts", ANSWERS / "excel-cp1252.csv", "--instrument", other, "--round", "2027-04",
        "--workspace", workspace, "--erase-by", "2027-06-30",
    )  # fmt: skip
    assert told.exit_code == 2
    assert "ny version" in " ".join(told.output.split())
    assert not (workspace / "survey-counts" / "2027-04.json").exists()
