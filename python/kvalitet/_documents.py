"""Files of any document type."""

from __future__ import annotations

from typing import TypeAlias

from kvalitet import _native
from kvalitet._files import Path

Document: TypeAlias = (
    _native.CommitmentPlan
    | _native.SchoolYearReport
    | _native.OperationalPlan
    | _native.OperationalReport
    | _native.ImpactAssessment
    | _native.DialogueSession
    | _native.Matters
    | _native.Measures
)

_TYPES = (
    _native.CommitmentPlan,
    _native.SchoolYearReport,
    _native.OperationalPlan,
    _native.OperationalReport,
    _native.ImpactAssessment,
    _native.DialogueSession,
    _native.Matters,
    _native.Measures,
)


def load_document(path: Path, limits: _native.ReadLimits | None = None) -> Document:
    """A document of whatever type: the one in which most of the file finds its place, which its `origin` tells."""

    def strangeness(document: Document) -> tuple[int, int]:
        origin = document.origin
        assert origin is not None  # it was read
        return len(origin.unplaced), len(origin.findings)

    return min((cls.load(path, limits) for cls in _TYPES), key=strangeness)
