"""The command line, in Swedish. Needs the extra `cli`; imported when first used."""

from __future__ import annotations

from typing import Annotated

import typer

import kvalitet as kv
from kvalitet.cli import (
    _adopt,
    _check,
    _cycle,
    _documents,
    _duties,
    _follow_up,
    _guideline,
    _new,
    _picture,
    _policy,
    _read,
    _schema,
    _status,
    _survey,
    _template,
    _write_back,
)
from kvalitet.cli._house import EXIT_CODES, group, option

app = group(
    "Stöd för kommunens systematiska kvalitetsarbete: granskar planer, rapporter och andra dokument mot riktlinjen, följer dem från år till år och visar och ritar årshjulet.\n\n"
    + EXIT_CODES,
    completion=True,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kvalitet {kv.__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, option("--version", help="Visa vilken version det är.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    pass


_check.add_to(app)
_new.add_to(app)
_template.add_to(app)
_read.add_to(app)
_write_back.add_to(app)
_follow_up.add_to(app)
_documents.add_to(app)
_cycle.add_to(app)
_duties.add_to(app)
_status.add_to(app)
_survey.add_to(app)
_picture.add_to(app)
_policy.add_to(app)
_adopt.add_to(app)
_guideline.add_to(app)
_schema.add_to(app)
