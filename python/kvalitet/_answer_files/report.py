"""The report of a file by the file's own headings, without what points out a person."""

from __future__ import annotations

from collections.abc import Sequence

from kvalitet import _native
from kvalitet._answer_files import personal
from kvalitet._answer_files.free_text import FreeText
from kvalitet._answer_files.layout import Layout, heading_shown


def told(
    report: _native.AnswerReport, layout: Layout, free: FreeText
) -> tuple[_native.AnswerReport, dict[str, tuple[str, ...]], list[tuple[str, str]], list[str]]:
    """The report by the file's own headings; the free texts; the columns that were dropped, with their kinds; and the
    headings of those that are neither."""
    counted_columns = {column.column: column for column in report.columns}
    texts, pointing = free.told()
    columns, dropped = [], []
    seen = set()
    for at, column in enumerate(layout.columns):
        heading = heading_shown(column.heading)
        kind = column.name if column.use == "personal" else pointing.get(at)
        if kind:
            dropped.append((heading, kind))
        if column.use in ("item", "by"):
            read = counted_columns[column.name]
            first = column.name not in seen
            seen.add(column.name)
            columns.append(
                read.replace(
                    column=heading,
                    missing=read.missing if first else 0,
                    unknown=_without_persons(read.unknown) if first else (),
                )
            )
        elif column.heading or kind or at in texts:
            columns.append(_native.ReadColumn(column=heading))
    free_texts: dict[str, tuple[str, ...]] = {}
    for at, kept in texts.items():
        heading = heading_shown(layout.columns[at].heading)
        free_texts[heading] = tuple(sorted((*free_texts.get(heading, ()), *kept)))
    others = [
        heading_shown(one.heading)
        for at, one in layout.of_use("other")
        if at not in texts and at not in pointing and one.heading
    ]
    return report.replace(columns=columns), free_texts, dropped, others


def _without_persons(unknown: Sequence[_native.UnknownAnswer]) -> list[_native.UnknownAnswer]:
    """Values that point out somebody join those that are too rare to be shown."""
    kept = [one for one in unknown if one.value and not personal.points_out(one.value)]
    others = sum(one.count for one in unknown) - sum(one.count for one in kept)
    return [*kept, _native.UnknownAnswer(count=others)] if others else kept
