"""The command line's calendars."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import kvalitet as kv
import pytest
from kvalitet.cli import app
from typer.testing import CliRunner, Result


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["cycle", *map(str, arguments)], env={"COLUMNS": "100"})


def read(path: Path) -> str:
    return path.read_bytes().decode()


def test_a_feed_goes_to_a_file_or_to_the_screen(system: kv.QualitySystem, tmp_path: Path) -> None:
    cycle = system.annual_cycle(kv.SchoolYear(2026))
    path = tmp_path / "år.ics"
    result = run("--year", "2026/27", "--ics", path)
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{len(cycle.events)} händelser i {path}\n"
    assert read(path) == cycle.to_ics(stamp=dt.date.today())
    shown = run("--year", "2026/27", "--ics", "-", "--kind", "möte", "--level", "organiser", "--lang", "en")
    expected = cycle.to_ics(stamp=dt.date.today(), kind="meeting", level="organiser", lang="en")
    assert shown.stdout_bytes.decode() == expected


def test_the_state_says_what_has_changed(system: kv.QualitySystem, tmp_path: Path) -> None:
    feed, state, policy = tmp_path / "feed.ics", tmp_path / "state.json", tmp_path / "policy.json"
    command = ("--year", "2098/99", "--ics", feed, "--state", state, "--policy", policy)
    system.policy.save(policy)
    assert run(*command).exit_code == 0
    first = read(feed), read(state)
    assert run(*command).exit_code == 0
    assert (read(feed), read(state)) == first
    system.policy.replace(months_without_meeting=[3]).save(policy)
    assert run(*command).exit_code == 0
    assert "SUMMARY:Inställt: Månatligt möte\\, mars" in read(feed)
    assert [entry.sequence for entry in kv.FeedState.load(state).entries if entry.cancelled] == [1]
    # Another feed may use the same file.
    assert run(*command, "--actor", "principal").exit_code == 0
    assert "CANCELLED" not in read(feed)


def test_a_damaged_state_stops_it(tmp_path: Path) -> None:
    feed, state = tmp_path / "feed.ics", tmp_path / "state.json"
    state.write_text('{"format_version": 1, "entries": [{"uid": 1}]}')
    result = run("--ics", feed, "--state", state)
    assert result.exit_code == 2
    assert "saknas" in result.stderr
    assert not feed.exists()
    assert run("--ics", tmp_path / "no" / "feed.ics").exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["--state", "state.json"],
        ["--ics", "-", "--json"],
        ["--ics", "-", "--on", "2026-10-14"],
        ["--ics", "-", "--next", "3"],
    ],
)
def test_what_does_not_go_together(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "--ics" in result.stderr
    assert "Traceback" not in result.output
