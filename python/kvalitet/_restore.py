"""What pickles call. The names here are part of every pickle: they stay."""

from __future__ import annotations

from typing import TypeVar

from kvalitet import _native

Record = TypeVar("Record")


def restore(cls: type[Record], state: bytes) -> Record:
    """A record from its compact JSON."""
    return _native._restore(cls, state)


def restore_system(guideline: _native.Guideline, policy: _native.LocalPolicy) -> _native.QualitySystem:
    """A quality system from its parts."""
    return _native.QualitySystem(guideline=guideline, policy=policy)


def restore_calendar(local_days: tuple[_native.LocalDay, ...]) -> _native.Calendar:
    """Sweden's calendar with its local days."""
    return _native.Calendar.sweden(local_days)


def restore_value(text: str) -> _native.Value:
    """A figure from its text."""
    return _native.Value.parse(text)


def restore_picture(png: bytes, description: str) -> _native.DocxPicture:
    """A picture of a Word document from its parts."""
    return _native.DocxPicture(png=png, description=description)
