"""The command line's pictures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import kvalitet as kv
import pytest
from kvalitet.cli import app
from typer.testing import CliRunner, Result


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["cycle", *map(str, arguments)], env={"COLUMNS": "100"})


def test_a_wheel_goes_to_a_file_or_to_the_screen(system: kv.QualitySystem, tmp_path: Path) -> None:
    cycle = system.annual_cycle(kv.SchoolYear(2026))
    path = tmp_path / "år.svg"
    result = run("--year", "2026/27", "--svg", path)
    assert result.exit_code == 0, result.output
    assert result.stdout == f"Årshjulet i {path}\n"
    assert path.read_text(encoding="utf-8") == cycle.to_svg()
    shown = run("--year", "2026/27", "--svg", "-", "--kind", "möte", "--on", "2026-10-14", "--lang", "en")
    assert shown.stdout == cycle.to_svg(kinds=["meeting"], mark=dt.date(2026, 10, 14), lang="en")


def test_a_picture_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    result = run("--svg", tmp_path / "no" / "wheel.svg")
    assert result.exit_code == 2
    assert "går inte att skriva" in " ".join(result.stderr.split())


@pytest.mark.parametrize("other", [["--json"], ["--format", "csv"], ["--next", "3"], ["--ics", "feed.ics"]])
def test_what_does_not_go_with_a_picture(other: list[str]) -> None:
    result = run("--svg", "-", *other)
    assert result.exit_code == 2
    assert "--svg" in result.stderr
