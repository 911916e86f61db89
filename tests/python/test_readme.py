"""What the README shows is what comes out: its programs are the examples, and its samples are their output."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def run(*command: str | Path) -> str:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONUTF8": "1",
        "COLUMNS": "120",
    }
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("language", "example"), [("cpp", "check_plan.cpp"), ("python", "check_plan.py")])
def test_programs_are_the_examples(language: str, example: str) -> None:
    assert blocks(language) == [(ROOT / "examples" / example).read_text(encoding="utf-8")]


def test_python_example_runs() -> None:
    printed = run(sys.executable, "examples/check_plan.py")
    assert "”Till åtagandet dokumenteras tänkta effekter.”" in printed
    assert "2026-11-01 2027-02-28 Processdialog" in printed


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, ("there is something to mend", "and this comes first")),
        (1, ("not yet filled in", "Skrev out/plan.json", "säger redan detsamma", "Skrev out/gathered.docx")),
        (
            2,
            (
                "Enhetens egna siffror",
                "Bilden i out/safety.png",
                "Skrev out/invitations.html med 25 inbjudningar",
                "struken (e-postadress)",
                "Skrev out/counts.json med 60 svarande",
            ),
        ),
    ],
    ids=["all", "Word", "Surveys"],
)
def test_shell_commands_run(number: int, words: tuple[str, ...]) -> None:
    commands = [block for block in blocks("sh") if "kvalitet check" in block or "kvalitet survey" in block]
    assert len(commands) == 3
    printed = run("bash", "-euo", "pipefail", "-c", commands[number])
    for said in words:
        assert said in printed


def test_samples_are_what_the_demo_prints(tmp_path: Path) -> None:
    printed = run(sys.executable, "examples/demo.py", tmp_path)
    samples = blocks("text")
    assert len(samples) == 2
    for sample in samples:
        assert sample in printed
    pictures = ("chain", "effect-chain", "frame-factors", "system-2026-27", "year-2026-27")
    assert {path.name for path in tmp_path.iterdir()} == {
        "findings.json",
        "findings.txt",
        "principles.html",
        "trace.json",
        "trace.txt",
        "year-2026-27.ics",
        "year-2026-27.json",
        "year-2026-27.txt",
        *(f"{picture}.{kind}" for picture in pictures for kind in ("png", "svg")),
    }
