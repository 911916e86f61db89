"""Documents in files."""

from __future__ import annotations

import os
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


def test_a_failed_save_leaves_what_was_there(
    tmp_path: Path, sound: kv.CommitmentPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.json"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(kv.FileError, match="går inte att skriva") as caught:
        sound.save(path)
    assert caught.value.code == "file.unwritable"
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.json"]
    with pytest.raises(kv.FileError):
        sound.save(tmp_path / "no" / "such" / "folder.json")


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
