"""kvalitet schema"""

from __future__ import annotations

from typing import Annotated

import typer

import kvalitet as kv
from kvalitet.cli import _output
from kvalitet.cli._house import argument, command


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "schema", "Skriv filformatet för en typ, som JSON Schema.")(schema)


def schema(type: Annotated[str, argument("Till exempel CommitmentPlan, Guideline eller LocalPolicy.", "TYP")]) -> None:
    """Writes a JSON Schema."""
    _output.put(kv.json_schema(type))
