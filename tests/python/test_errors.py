"""Exceptions, and the catalogue of messages."""

from __future__ import annotations

import datetime as dt
import pickle

import kvalitet as kv
import pytest


def test_an_error_says_what_and_what_to_do() -> None:
    with pytest.raises(kv.NotFoundError) as caught:
        kv.QualitySystem.builtin("atlantis-2000")
    error = caught.value
    assert isinstance(error, kv.Error)
    assert isinstance(error, LookupError)
    assert error.code == "guideline.not-found"
    assert "atlantis-2000" in error.message.sv
    assert "vetlanda-2024" in error.hint.sv
    assert str(error) == f"{error.message.sv} {error.hint.sv}"
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code, again.message) == (kv.NotFoundError, error.code, error.message)


def test_each_kind_is_also_pythons_own() -> None:
    assert issubclass(kv.UsageError, ValueError)
    assert issubclass(kv.FileError, OSError)
    assert issubclass(kv.LimitError, ValueError)
    assert issubclass(kv.NotFoundError, LookupError)
    with pytest.raises(kv.UsageError, match="1990–2100"):
        kv.Calendar.sweden().holidays(1989)
    with pytest.raises(kv.UsageError):
        kv.Calendar.sweden().day_class(dt.date(1989, 1, 1))


def test_text_that_is_no_text() -> None:
    with pytest.raises(ValueError, match="half a character"):
        kv.QualitySystem.builtin("\ud800")
    with pytest.raises(kv.NotFoundError):
        kv.json_schema("Nothing")
    with pytest.raises(TypeError):
        kv.json_schema(3)  # type: ignore[arg-type]


def test_the_catalogue() -> None:
    catalogue = kv.message_catalogue()
    codes = [entry.code for entry in catalogue]
    assert codes == sorted(set(codes))
    assert {entry.kind for entry in catalogue} == {"error", "finding"}
    assert all(entry.message.sv and entry.message.en for entry in catalogue)
    assert repr(catalogue[0]) == f"<MessageTemplate {codes[0]}>"
    missing = next(entry for entry in catalogue if entry.code == "file.not-found")
    assert "{path}" in missing.message.sv
    assert missing.hint.en


def test_schemas() -> None:
    schema = kv.json_schema("CommitmentPlan")
    assert schema == kv.json_schema(kv.CommitmentPlan)
    assert '"$schema"' in schema
