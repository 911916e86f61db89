"""Files of any document type."""

from __future__ import annotations

from collections.abc import Mapping
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
    | _native.Deviations
    | _native.Municipality
)

TYPES: Mapping[str, type[Document]] = {
    "plan": _native.CommitmentPlan,
    "report": _native.SchoolYearReport,
    "operational-plan": _native.OperationalPlan,
    "operational-report": _native.OperationalReport,
    "assessment": _native.ImpactAssessment,
    "session": _native.DialogueSession,
    "matters": _native.Matters,
    "measures": _native.Measures,
    "deviations": _native.Deviations,
    "municipality": _native.Municipality,
}


def load_document(
    path: Path,
    kind: str | None = None,
    limits: _native.ReadLimits | _native.DocxLimits | None = None,
    *,
    system: _native.QualitySystem | None = None,
) -> Document:
    """A document of a type by its short name, such as "report", from JSON or Word.

    Without one, the type in which most of the file finds its place. A report of which nothing is written yet looks like
    a plan, so say which it is where that matters. The system is for Word documents, as in `load`.
    """
    if kind is not None:
        return TYPES[kind].load(path, limits, system=system)
    return min((cls.load(path, limits, system=system) for cls in TYPES.values()), key=_strangeness)


def load_both(before: Path, after: Path, system: _native.QualitySystem | None = None) -> tuple[Document, Document]:
    """Two versions of one document, whose type is the one that fits both best."""
    pairs = ((cls.load(before, system=system), cls.load(after, system=system)) for cls in TYPES.values())
    return min(pairs, key=lambda pair: (_strangeness(pair[0]), _strangeness(pair[1])))


def _strangeness(document: Document) -> tuple[int, int]:
    origin = document.origin
    assert origin is not None  # it was read
    return len(origin.unplaced), len(origin.findings)
