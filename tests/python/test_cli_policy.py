"""kvalitet policy: settings without JSON, through the runner and, once, through a real terminal."""

from __future__ import annotations

import datetime as dt
import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

import kvalitet as kv
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kvalitet._answers import Misunderstood
from kvalitet._settings import settings
from kvalitet.cli import app
from typer.testing import CliRunner, Result

YEAR = kv.SchoolYear(2026)
SYSTEM = kv.QualitySystem.builtin("vetlanda-2024")
SETTINGS = list(settings(SYSTEM.guideline, YEAR))


def run(*arguments: str | Path, answers: str | None = None) -> Result:
    given = ["policy", *map(str, arguments), "--year", "2026/27"]
    return CliRunner().invoke(app, given, input=answers, env={"COLUMNS": "160"})


def dialogue(**answers: str) -> str:
    """A line for each setting, and the last one."""
    save = answers.pop("save")
    by_key = {key.replace("__", ".").replace("_-", "-"): answer for key, answer in answers.items()}
    return "".join(f"{by_key.get(setting.key, '')}\n" for setting in SETTINGS) + f"{save}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.json"


def test_what_is_local_is_shown_and_nothing_is_made(file: Path) -> None:
    shown = run(file, "--show")
    assert shown.exit_code == 0
    for setting in SETTINGS:
        assert setting.key in shown.stdout
    assert "Ingen i kommunen har beslutat dem." in shown.stdout
    assert not file.exists()


def test_options_change_what_they_name(file: Path) -> None:
    done = run(
        file,
        "--set", "decided=Skolchefen Ett Påhitt, 2026-08-20",
        "--set", "months_without_meeting=juli",
        "--set", "due.commitment-plan=15 september",
        "--set", "booking.process=2026-11-16/2026-11-20",
        "--set", "terms=2026-08-17/2026-12-18, 2027-01-08/2027-06-11",
        "--set", "breaks=höstlov 2026-10-26/2026-10-30, sportlov 2027-02-15/2027-02-19",
        "--set", "training_days=2026-10-19",
        "--set", "answer.knowledge-in-preschool=nej",
        "--set", "smallest_group=15",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "Processdialog: 1 november 2026 – 28 februari 2027 → 16–20 november 2026." in done.stdout
    assert "Utgår: Månatligt möte, juli, juli 2027." in done.stdout
    assert "Minsta grupp: 10 → 15" in done.stdout
    saved = kv.LocalPolicy.load(file)
    assert saved.origin is not None
    assert not saved.origin.findings
    assert not saved.validate(SYSTEM.guideline)
    assert not saved.is_default
    assert saved.decided == kv.Decision(by="Skolchefen Ett Påhitt", date=dt.date(2026, 8, 20))
    assert saved.months_without_meeting == (7,)
    assert [(due.document, due.on) for due in saved.due_dates] == [("commitment-plan", "09-15")]
    assert [one.name for one in saved.school_years[0].breaks] == ["höstlov", "sportlov"]
    assert [one.binds for one in saved.answers] == [False]
    assert saved.free_text.smallest_group == 15
    assert saved.follow_ups == SYSTEM.policy.follow_ups  # what is not asked for stays


def test_what_is_written_is_what_is_shown(file: Path) -> None:
    run(file, "--set", "booking.process=2026-11-16/2026-11-20", "--set", "due.commitment-plan=09-15")
    shown = run(file, "--show").stdout
    assert "2026-11-16/2026-11-20" in shown
    assert "09-15" in shown
    assert "förval" not in shown
    undone = run(file, "--set", "booking.process=", "--set", "due.commitment-plan=")
    assert "16–20 november 2026 → 1 november 2026 – 28 februari 2027." in undone.stdout
    assert kv.LocalPolicy.load(file).bookings == ()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("due.commitment-plan=31 februari", "går inte att använda"),
        ("due.commitment-plan=sommaren", "ingen månad"),
        ("booking.process=i november", "inget datum"),
        ("booking.process=2027-05-20", "utanför den tid som"),
        ("training_days=2026-10-19", "Ange först terminerna"),
        ("terms=2026-08-17/2026-12-18", "två terminer"),
        ("answer.knowledge-in-preschool=nej", "Ange först vem"),
        ("next_steps=många", "inget heltal"),
        ("styrelsen=ja", "är ingen inställning"),
        ("next_steps", "namn=värde"),
    ],
)
def test_what_cannot_be_saves_nothing(file: Path, option: str, said: str) -> None:
    refused = run(file, "--set", "months_without_meeting=juli", "--set", option)
    assert refused.exit_code == 2, refused.output
    assert said in " ".join(refused.output.split())
    assert not file.exists()


def test_what_is_only_unwise_is_told_and_saved(file: Path) -> None:
    done = run(file, "--set", "fewest_pupils=1")
    assert "VARNING Gränser för fri text" in done.output
    assert kv.LocalPolicy.load(file).free_text.fewest_pupils == 1


def test_a_dialogue_asks_explains_and_shows_before_it_saves(file: Path) -> None:
    done = run(file, answers=dialogue(months_without_meeting="juli, augusti", next_steps="5", save="ja"))
    assert done.exit_code == 0, done.output
    for setting in SETTINGS:
        assert " ".join(setting.explanation["sv"].split()) in " ".join(done.stdout.split())
    assert done.stdout.index("Utgår: Månatligt möte, juli") < done.stdout.index("Spara i ")
    saved = kv.LocalPolicy.load(file)
    assert (saved.months_without_meeting, saved.next_steps) == ((7, 8), 5)


def test_a_dialogue_asks_again(file: Path) -> None:
    answers = dialogue(months_without_meeting="juni-ish\njuni", next_steps="fem\n5", save="ja")
    done = run(file, answers=answers)
    assert "ingen månad" in done.stdout
    assert "inget heltal" in done.stdout
    assert kv.LocalPolicy.load(file).months_without_meeting == (6,)


@pytest.mark.parametrize("answer", ["nej", ""])
def test_a_dialogue_saves_nothing_without_a_yes(file: Path, answer: str) -> None:
    done = run(file, answers=dialogue(next_steps="5", save=answer))
    assert done.exit_code == 0
    assert "Inget är sparat." in done.stdout
    assert not file.exists()


@pytest.mark.parametrize("lines", [0, 1, 5, len(SETTINGS)])
def test_an_interrupted_dialogue_saves_nothing(file: Path, lines: int) -> None:
    file.write_text(SYSTEM.policy.to_json(), encoding="utf-8")
    before = file.read_bytes()
    whole = dialogue(decided="Skolchefen Ett Påhitt", save="ja").splitlines(keepends=True)
    done = run(file, answers="".join(whole[:lines]))
    assert "Inget är sparat." in done.output
    assert file.read_bytes() == before


def test_a_file_that_is_not_understood_is_left_alone(file: Path) -> None:
    file.write_text('{"id": "x"', encoding="utf-8")
    assert run(file, "--set", "next_steps=5").exit_code == 2
    assert file.read_text(encoding="utf-8") == '{"id": "x"'


def test_in_english(file: Path) -> None:
    done = run(file, "--set", "months_without_meeting=July", "--lang", "en")
    assert "Left out: Monthly meeting, July" in done.stdout
    assert "Saved to " in done.stdout


def test_the_same_from_python() -> None:
    policy = SYSTEM.policy.replace(months_without_meeting=[7])
    changes = kv.policy_changes(SYSTEM, policy, YEAR)
    assert [(one.kind, str(one)) for one in changes] == [("removed", "Utgår: Månatligt möte, juli, juli 2027.")]
    assert changes.record_class is kv.Change
    same = kv.policy_changes(SYSTEM, SYSTEM.policy, YEAR)
    assert (len(same), same.record_class) == (0, kv.Change)
    with pytest.raises(kv.UsageError):
        kv.policy_changes(SYSTEM, policy.replace(guideline="another"), YEAR)


def test_changes_point_to_where_they_are() -> None:
    policy = SYSTEM.policy.replace(
        months_without_meeting=[7], due_dates=[kv.DueDate(document="commitment-plan", on="09-15")]
    )
    changed = kv.QualitySystem(guideline=SYSTEM.guideline, policy=policy)
    for change in kv.policy_changes(SYSTEM, policy, YEAR):
        system = SYSTEM if change.kind == "removed" else changed
        assert system.annual_cycle(YEAR).events[int(change.pointer.rpartition("/")[2])].title == change.where


@given(st.sampled_from(SETTINGS), st.text(max_size=30))
def test_any_answer_is_taken_or_refused(setting: object, answer: str) -> None:
    assert isinstance(setting, type(SETTINGS[0]))
    try:
        policy = setting.answered(SYSTEM.policy, answer.strip())
    except Misunderstood:
        return
    assert kv.LocalPolicy.from_json(policy.to_json()) == policy


def test_what_is_held_is_an_answer_that_changes_nothing() -> None:
    policy = SYSTEM.policy.replace(
        decided=kv.Decision(by="A, B", date=dt.date(2026, 8, 20)), months_without_meeting=[7]
    )
    answers = {
        "due.commitment-plan": "09-15",
        "booking.process": "2026-11-16/2026-11-20, 2026-11-23",
        "terms": "2026-08-17/2026-12-18, 2027-01-08/2027-06-11",
        "breaks": "höstlov 2026-10-26/2026-10-30",
        "training_days": "2026-10-19, 2027-03-01",
        "answer.knowledge-in-preschool": "nej",
    }
    for setting in SETTINGS:
        if setting.key in answers:
            policy = setting.answered(policy, answers[setting.key])
            assert setting.held(policy) == answers[setting.key]
    for setting in SETTINGS:
        assert setting.answered(policy, setting.held(policy)) == policy


class Terminal:
    """The command in a terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        self.seen = ""
        self.process, self.screen = pty.fork()
        if self.process == 0:  # the command itself
            os.environ |= {"COLUMNS": "100", "TERM": "xterm", "PYTHONUTF8": "1"}
            os.execv(sys.executable, [sys.executable, "-m", "kvalitet", "policy", *arguments])

    def wait_for(self, words: str) -> None:
        """Reads until the words are on the screen, from where the last ones stood."""
        end = time.monotonic() + 120
        while words not in self.seen:
            assert time.monotonic() < end, self.seen
            if select.select([self.screen], [], [], 1)[0]:
                self.seen += os.read(self.screen, 4096).decode("utf-8", "replace")
        self.seen = self.seen.partition(words)[2]

    def type(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def ended(self, pressing: str = "") -> int:
        """The exit code. The keys are pressed until it ends: Python loses a Ctrl-C just before it waits for a line."""
        end = time.monotonic() + 120
        try:
            self.type(pressing)
            while time.monotonic() < end:
                if not select.select([self.screen], [], [], 1)[0]:
                    self.type(pressing)
                elif not os.read(self.screen, 4096):
                    break
        except OSError:  # Linux says so when the other side is gone
            pass
        if time.monotonic() >= end:
            os.kill(self.process, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


def test_in_a_real_terminal(file: Path) -> None:
    interrupted = Terminal(str(file), "--year", "2026/27")
    interrupted.wait_for("[inte bestämt]")
    interrupted.type("Skolchefen Ett Påhitt\r")
    interrupted.wait_for("[inte bestämt]")
    assert interrupted.ended(pressing="\x03") == 2  # Ctrl-C
    assert not file.exists()

    answered = Terminal(str(file), "--year", "2026/27")
    for setting in SETTINGS:
        answered.wait_for("]:")
        answered.type("juli\r" if setting.key == "months_without_meeting" else "\r")
    answered.wait_for("[ja/nej]")
    answered.type("ja\r")
    assert answered.ended() == 0
    assert kv.LocalPolicy.load(file).months_without_meeting == (7,)
