"""The guideline and the local policy that an option names."""

from __future__ import annotations

import os
from typing import TypeVar

import kvalitet as kv
from kvalitet._documents import Document
from kvalitet._text import Lang
from kvalitet.cli._output import complain, console, findings

Part = TypeVar(
    "Part",
    bound=Document
    | kv.Guideline
    | kv.LocalPolicy
    | kv.FeedState
    | kv.SurveyInstrument
    | kv.SurveyCounts
    | kv.SurveyRegister,
)


def guideline(name: str | None, lang: Lang) -> kv.Guideline:
    """A guideline that comes with the library, the first when none is named, or one from a file."""
    known = kv.builtin_guidelines()
    if name is None or name in known:
        return kv.Guideline.builtin(name or known[0])
    is_file = os.path.exists(name) or os.path.basename(name) != name or "." in name
    return readable(kv.Guideline.load(name), lang) if is_file else kv.Guideline.builtin(name)


def system(name: str | None, policy: str | None, lang: Lang) -> kv.QualitySystem:
    """A quality system, with the library's own policy for a guideline of its own."""
    decided = guideline(name, lang)
    if policy is not None:
        return kv.QualitySystem(guideline=decided, policy=readable(kv.LocalPolicy.load(policy), lang))
    if decided.origin is None:
        return kv.QualitySystem.builtin(decided.id)
    return kv.QualitySystem(guideline=decided)


def readable(part: Part, lang: Lang) -> Part:
    """What everything else is judged by has to be understood as a whole."""
    if part.origin is not None and any(finding.severity == kv.Severity.error for finding in part.origin.findings):
        findings(console(stderr=True), part.origin.findings, lang)
        complain(part.origin.source or "")
    return part


def refuse_without_ground(workspace: kv.Workspace, lang: Lang) -> None:
    """Without its units, or without a guideline, an empty list would look like a municipality without faults."""
    ground = ("municipality.json", "guideline.json")
    lost = [one for one in workspace.findings if one.file in ground and one.finding.severity == kv.Severity.error]
    if lost:
        findings(console(stderr=True), [one.finding for one in lost], lang)
        complain(lost[0].file)
