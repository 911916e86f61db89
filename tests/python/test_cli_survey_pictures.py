"""The command line's figures of a survey."""

from __future__ import annotations

import sys
from pathlib import Path

import kvalitet as kv
import polars
import pytest
from kvalitet.cli import app
from typer.testing import CliRunner, Result

INSTRUMENT = Path(__file__).parents[2] / "examples" / "survey" / "tld.json"
TLD = kv.SurveyInstrument.load(INSTRUMENT)
FRAME = polars.DataFrame(
    {"unit": ["Ek", "Ek", "Gran"], "grade": ["4", "5", "4"], "safe-at-school": [4, 3, 1], "calm-to-work": [2, 9, 3]}
)
ROUNDS = [kv.SurveyCounts.from_frame(FRAME, TLD, by=["unit", "grade"], round=round) for round in ("2026-10", "2027-04")]


def kvalitet(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["survey", "picture", *map(str, arguments)], env={"COLUMNS": "100"})


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("counts")
    paths = [folder / f"{one.round}.json" for one in ROUNDS]
    for one, path in zip(ROUNDS, paths, strict=True):
        one.save(path)
    return paths


def test_the_figures_are_those_of_the_library(files: list[Path], tmp_path: Path) -> None:
    first, _ = files
    result = kvalitet(first, "--instrument", INSTRUMENT, "--area", "safety", "--key", "Ek", "--neutral", "apart")
    assert result.exit_code == 0, result.output
    assert result.stdout == kv.answers_plot(ROUNDS[0], TLD, area="safety", key=["Ek"], neutral="apart").to_svg()
    both = ("--progression", "--measure", "share", "--item", "safe-at-school", "--by", "unit", "--narrow")
    result = kvalitet(*files, "--instrument", INSTRUMENT, *both, "--lang", "en")
    divided = [one.divided_by(["unit"]) for one in ROUNDS]
    shown = kv.progression_plot(divided, TLD, items=["safe-at-school"], measure="share", lang="en", width=320)
    assert result.stdout == shown.to_svg()
    path = tmp_path / "svar.png"
    assert kvalitet(first, "--instrument", INSTRUMENT, "--out", path).stdout == f"Bilden i {path}\n"
    assert path.read_bytes() == kv.to_png(kv.answers_plot(ROUNDS[0], TLD).to_svg())
    page = tmp_path / "svar.html"
    assert kvalitet(first, "--instrument", INSTRUMENT, "--out", page).exit_code == 0
    assert page.read_text(encoding="utf-8") == kv.answers_plot(ROUNDS[0], TLD).to_html(page=True)


def test_the_table_instead_of_the_figure(files: list[Path]) -> None:
    result = kvalitet(files[0], "--instrument", INSTRUMENT, "--item", "safe-at-school", "--table")
    assert "Stämmer helt och hållet" in result.stdout
    assert "oktober 2026" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--item", "x"], "Ingen fråga har kortnamnet ”x”"),
        (["--area", "x"], "Inget område har kortnamnet ”x”"),
        (["--key", "Tall"], "ingen grupp ”Tall”"),
        (["--by", "x"], "x"),
        (["--neutral", "x"], "split"),
        (["--width", "100"], "--width hör ihop med --out"),
    ],
)
def test_wrong_use_is_said(files: list[Path], arguments: list[str], said: str) -> None:
    result = kvalitet(files[0], "--instrument", INSTRUMENT, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_without_the_extra_it_says_what_to_install(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    result = kvalitet(files[0], "--instrument", INSTRUMENT)
    assert result.exit_code == 2
    assert "kvalitet[plots]" in result.stderr
