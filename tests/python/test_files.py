"""Documents in files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import kvalitet as kv
import pytest


def test_a_document_is_saved_and_loaded(tmp_path: Path, sound: kv.CommitmentPlan, system: kv.QualitySystem) -> None:
    path = tmp_path / "åtagandeplan.json"
    sound.save(path)
    assert path.read_text(encoding="utf-8") == sound.to_json()
    loaded = kv.CommitmentPlan.load(str(path))
    assert loaded == sound
    assert loaded.origin is not None
    assert loaded.origin.source == str(path)
    assert loaded.origin.findings == ()
    system.guideline.save(tmp_path / "g.json")
    system.policy.save(tmp_path / "p.json")
    again = kv.QualitySystem(
        guideline=kv.Guideline.load(tmp_path / "g.json"), policy=kv.LocalPolicy.load(tmp_path / "p.json")
    )
    assert again == system
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["g.json", "p.json", "åtagandeplan.json"]


def test_saving_keeps_links_and_permissions(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    path, link = tmp_path / "plan.json", tmp_path / "link.json"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    sound.save(link)
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == sound.to_json()
    assert path.stat().st_mode & 0o777 == 0o640


def saved_by_another(path: Path, before: str = "", user: str | None = None) -> None:
    """Saves in a program of its own, which must fail to, and leave the file and nothing else."""
    code = f"""
import sys
import kvalitet as kv
{before}
try:
    kv.CommitmentPlan(school_year=kv.SchoolYear(2026), areas=[kv.GoalArea(title="Trygghet")] * 2000).save(sys.argv[1])
except kv.FileError as error:
    sys.exit(error.code)
"""
    done = subprocess.run([sys.executable, "-c", code, path], user=user, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "file.unwritable"
    assert path.read_text() == "old"
    assert [entry.name for entry in path.parent.iterdir()] == ["plan.json"]


def test_a_save_that_the_disk_has_no_room_for_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("old")
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))"
    saved_by_another(path, f"import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); {limit}")


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no small disk can be made here")
    try:
        (disk / "plan.json").write_text("old")
        saved_by_another(disk / "plan.json")
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_folder_that_may_not_be_written_in_leaves_what_was_there() -> None:
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:  # where another user may look
        path = Path(folder, "plan.json")
        path.write_text("old")
        Path(folder).chmod(0o555)
        saved_by_another(path, user="nobody" if os.geteuid() == 0 else None)


def test_a_save_into_no_folder_fails(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    with pytest.raises(kv.FileError, match="går inte att skriva"):
        sound.save(tmp_path / "no" / "such" / "folder.json")


def test_a_pipe_that_nobody_reads_keeps_nobody_waiting(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(kv.FileError, match="går inte att skriva"):
        sound.save(tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()


def test_a_killed_save_leaves_the_old_document_or_the_new_one(tmp_path: Path) -> None:
    tool = Path(__file__).parents[1] / "saving" / "kill.py"
    told = subprocess.run([sys.executable, tool, "40"], capture_output=True, text=True, check=True).stdout
    kills, saved = map(int, re.findall(r"\d+", told))
    assert kills == 40
    assert saved > 0


def test_any_name_and_kind_of_path(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    for path in (tmp_path / "å\n.json", os.fsencode(tmp_path / "\udcff.json")):
        Path(os.fsdecode(path)).write_text(sound.to_json(), encoding="utf-8")
        loaded = kv.CommitmentPlan.load(path)  # type: ignore[arg-type]
        assert loaded == sound
        assert loaded.origin is not None
        assert loaded.origin.source is not None
        assert loaded.origin.source.startswith(str(tmp_path))
    empty = tmp_path / "empty.json"
    empty.touch()
    origin = kv.CommitmentPlan.load(empty).origin
    assert origin is not None
    assert [finding.code for finding in origin.findings] == ["json.ends-too-early"]


def test_a_pipe_is_read_to_its_end(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        written = pool.submit(pipe.write_text, sound.to_json(), encoding="utf-8")
        assert kv.CommitmentPlan.load(pipe) == sound
        assert written.result(timeout=600) > 0


def test_many_files_are_read_as_one_by_one(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    paths = [tmp_path / f"{number}.json" for number in range(200)]
    for number, path in enumerate(paths):
        sound.replace(principal=f"Rektor Påhittad {number}").save(path)
    paths[7].write_text("[1]")
    read = kv.CommitmentPlan.load_all(paths)
    assert read == tuple(map(kv.CommitmentPlan.load, paths))
    for document, path in zip(read, paths, strict=True):
        assert document.origin is not None
        assert document.origin.source == str(path)
    assert read[7].origin is not None
    assert read[7].origin.findings
    assert kv.CommitmentPlan.load_all(iter(())) == ()
    assert kv.Guideline.load_all([]) == ()

    with pytest.raises(kv.FileError, match="none"):
        kv.CommitmentPlan.load_all([*paths, tmp_path / "none.json", tmp_path])
    with paths[3].open("wb") as file:
        file.truncate(2 * 1024 * 1024)
    with pytest.raises(kv.LimitError):
        kv.CommitmentPlan.load_all(paths)
    with pytest.raises(TypeError):
        kv.CommitmentPlan.load_all([0])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="several paths"):
        kv.CommitmentPlan.load_all("plan.json")
    for load in (kv.CommitmentPlan.load, lambda path: kv.CommitmentPlan.load_all([path])):
        with pytest.raises(ValueError, match="null byte"):
            load("a\0b")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(kv.FileError, match="finns inte") as caught:
        kv.CommitmentPlan.load(tmp_path / "none\udcff\x01.json")
    assert isinstance(caught.value, OSError)
    assert caught.value.code == "file.not-found"
    assert isinstance(caught.value.__context__, FileNotFoundError)
    with pytest.raises(kv.FileError) as caught:
        kv.CommitmentPlan.load(tmp_path)
    assert caught.value.code == "file.unreadable"
    with pytest.raises(TypeError):
        kv.CommitmentPlan.load(0)  # type: ignore[arg-type]


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(kv.LimitError, match="209715200 byte") as caught:
        kv.CommitmentPlan.load(path)
    assert isinstance(caught.value, ValueError)
    with pytest.raises(kv.LimitError):
        kv.CommitmentPlan.load("/dev/zero")


def test_bad_text_gives_findings() -> None:
    for data, code in (
        (b"", "json.ends-too-early"),
        (b"\xff\xfe", "json."),
        (b"[1]\0x", "json."),
        ("{\ud83d", ""),
        ('{"format_version": 1, "school_year": "2026/27", "principal": NaN}', "json.syntax"),
    ):
        if isinstance(data, str) and "\ud83d" in data:
            with pytest.raises(ValueError, match="lone surrogate"):
                kv.CommitmentPlan.from_json(data)
            continue
        origin = kv.CommitmentPlan.from_json(data).origin
        assert origin is not None
        assert any(finding.code.startswith(code) for finding in origin.findings)
    with pytest.raises(kv.LimitError):
        kv.CommitmentPlan.from_json("[" * 1_000_000)
