"""The command line's pictures."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import kvalitet as kv
import pytest
from kvalitet.cli import app
from typer.testing import CliRunner, Result

PLAN = Path(__file__).parents[2] / "examples" / "plans" / "flawed.json"
GUIDELINE = Path(__file__).parents[1] / "fixtures" / "guidelines" / "svedala.json"


def kvalitet(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], env={"COLUMNS": "100"})


def run(*arguments: str | Path) -> Result:
    return kvalitet("cycle", *arguments)


def drawn(*arguments: str | Path) -> str:
    result = kvalitet("picture", *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


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


@pytest.mark.parametrize("picture", ["--svg", "--png"])
@pytest.mark.parametrize("other", [["--json"], ["--format", "csv"], ["--next", "3"], ["--ics", "feed.ics"]])
def test_what_does_not_go_with_a_picture(picture: str, other: list[str]) -> None:
    result = run(picture, "-", *other)
    assert result.exit_code == 2
    assert picture in result.stderr


def test_one_picture_at_a_time() -> None:
    assert "--svg eller --png" in " ".join(run("--svg", "a.svg", "--png", "a.png").stderr.replace("│", " ").split())


def test_every_picture_is_what_the_library_draws(system: kv.QualitySystem) -> None:
    guideline, year, mark = system.guideline, kv.SchoolYear(2026), dt.date(2026, 10, 14)
    wheel = system.annual_cycle(year).to_svg(mark=mark, scheme="dark")
    assert drawn("wheel", "--year", "2026/27", "--mark", "2026-10-14", "--scheme", "dark") == wheel
    lanes = ("--lane", "rektorsnivån", "--lane", "organiser", "--lane", "Barn- och utbildningsnämnden")
    sketch = system.to_svg(year, lanes=["principal", "organiser", "board"])
    assert drawn("system", "--year", "2026/27", *lanes) == sketch
    assert drawn("system", "--year", "2026/27", "--lang", "en") == system.to_svg(year, lang="en")
    assert drawn("chain") == guideline.to_svg("chain")
    assert drawn("frame-factors", "--lang", "en") == guideline.to_svg("frame-factors", lang="en")
    assert drawn("principles") == guideline.principles_html(page=True)
    assert drawn("principles", "--part", "--lang", "en") == guideline.principles_html(lang="en")
    svedala = kv.Guideline.load(GUIDELINE)
    assert drawn("chain", "--guideline", GUIDELINE) == svedala.to_svg("chain")


def test_an_effect_chain_is_drawn_or_written_as_mermaid() -> None:
    plan = kv.CommitmentPlan.load(PLAN)
    chain = kv.effect_chain(plan)
    assert drawn("effect-chain", PLAN) == chain.to_svg(about=f"{plan.principal}, 2026/27")
    assert drawn("effect-chain", PLAN, "--mermaid", "--lang", "en") == chain.to_mermaid(lang="en")


def test_a_name_that_ends_in_png_gives_a_png(system: kv.QualitySystem, tmp_path: Path) -> None:
    path = tmp_path / "kedja.PNG"
    assert drawn("chain", "--out", path, "--width", "640") == f"Bilden i {path}\n"
    assert path.read_bytes() == kv.to_png(system.guideline.to_svg("chain"), width=640)
    wheel = tmp_path / "hjul.png"
    result = run("--year", "2026/27", "--png", wheel)
    assert result.stdout == f"Årshjulet i {wheel}\n"
    assert wheel.read_bytes() == kv.to_png(system.annual_cycle(kv.SchoolYear(2026)).to_svg())
    page = tmp_path / "principer.html"
    assert drawn("principles", "--out", page) == f"Principerna i {page}\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    result = kvalitet("picture", "chain", "--out", tmp_path / "kedja.png")
    assert result.exit_code == 2
    assert "kvalitet[pictures]" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chain", "--width", "300"], "--width hör ihop med --out"),
        (["chain", "--out", "a.png", "--width", "999999"], "mindre bredd"),
        (["chain", "--scheme", "rosa"], "light"),
        (["system", "--lane", "styrelsen"], "varken en nivå eller en aktör"),
        (["effect-chain", str(PLAN), "--mermaid", "--width", "300"], "--mermaid eller --width"),
        (["effect-chain", "no-such.json"], "no-such.json"),
        (["tavla"], "tavla"),
    ],
)
def test_what_cannot_be_drawn_is_said(arguments: list[str], said: str) -> None:
    result = kvalitet("picture", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_help_lists_the_pictures_in_swedish() -> None:
    shown = kvalitet("picture", "--help").stdout
    for name in ("wheel", "system", "chain", "frame-factors", "effect-chain", "principles"):
        assert name in shown
    assert "Rita kvalitetssystemet" in shown
    assert "Usage" not in shown
