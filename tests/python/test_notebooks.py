"""The notebooks run from a clean kernel, and what they show makes sense as text alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

SAID = {
    "01-the-year": (
        "”Utöver det ska inte antal prioriterade övergripande målområden överstiga tre målområden.”",
        "Processdialog",
        "BEGIN:VCALENDAR",
        "Karin Påfund",
    ),
    "02-word": (
        "Riktlinjen: ”",
        "(stycke ",
        "till sommaren",
        "Läsningen är igång i alla klasser utom två.",
        "Effektkedja",
        "fortsätt",
        "plan-2027.docx CommitmentPlan 2027/28",
    ),
    "03-two-rounds": (
        "e-postadress",
        "Mer tid på rasten.",
        "Granskolan, safety: Mindre positivt än i oktober 2026",
        "Granskolan, learning: Mer positivt än i oktober 2026",
        "Askskolan, safety: För få svar för att jämföra",
        "Beskriv vad som kan ha bidragit",
        "skrivs inte för alla",
        "försenat - Radera råsvaren i ”oktober.csv”",
    ),
}
FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def text_of(cell: Any) -> str:
    """What a reader without pictures and HTML sees below a cell."""
    return "\n".join(
        output["text"] if output["output_type"] == "stream" else output["data"]["text/plain"]
        for output in cell.get("outputs", ())
    )


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def executed(request: pytest.FixtureRequest) -> Any:
    notebook = nbformat.read(request.param, as_version=4)
    NotebookClient(
        notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    ).execute()
    notebook.metadata["stem"] = request.param.stem
    return notebook


@pytest.mark.filterwarnings("ignore")  # of the kernel's own packages
def test_a_notebook_runs_and_tells_its_story_in_words(executed: Any) -> None:
    told = {cell["id"]: text_of(cell) for cell in executed.cells if cell["cell_type"] == "code"}
    everything = "\n".join(told.values())
    for words in SAID[executed.metadata["stem"]]:
        assert words in everything
    assert not re.search(r"<\w+ object at 0x|<svg|<table", everything)


def test_notebooks_are_kept_without_what_came_out() -> None:
    assert NOTEBOOKS
    for path in NOTEBOOKS:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        for cell in notebook.cells:
            if cell["cell_type"] == "code":
                assert cell["outputs"] == []
                assert cell["execution_count"] is None
