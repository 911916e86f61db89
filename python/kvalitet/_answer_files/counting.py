"""Rows of a file become columns of Arrow, a batch at a time, and those become counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kvalitet import _native
from kvalitet._answer_files import personal
from kvalitet._answer_files.errors import fail, shown
from kvalitet._answer_files.free_text import FreeText
from kvalitet._answer_files.layout import Layout, refuse_by
from kvalitet._answer_files.rows import Notes, Part, Respondents
from kvalitet._answer_files.values import Answers, Groups, Memory

Watch = Callable[[int], None]  # is told how many rows have been read


@dataclass(frozen=True)
class Asked:
    """What a caller wants of a file."""

    instrument: _native.SurveyInstrument
    by: tuple[str, ...]
    round: str
    moments: bool
    threads: int
    watch: Watch

    def scales(self) -> dict[str, _native.AnswerScale | None]:
        """The scale of each item."""
        known = {scale.id: scale for scale in self.instrument.scales}
        return {item.id: known.get(item.scale) for item in self.instrument.items}


def counted(batches: Iterable[Any], schema: Any, asked: Asked) -> tuple[_native.SurveyCounts, _native.AnswerReport]:
    """What the batches hold; an error on the way is raised as it was."""
    import pyarrow  # type: ignore[import-untyped]

    failed: list[BaseException] = []

    def handed_over() -> Iterator[Any]:
        rows = 0
        try:
            for batch in batches:
                yield batch
                rows += batch.num_rows
                asked.watch(rows)
        except BaseException as error:
            failed.append(error)
            raise

    reader = pyarrow.RecordBatchReader.from_batches(schema, handed_over())
    try:
        counts, report = _native.count_answers(
            reader,
            asked.instrument,
            by=asked.by,
            round=asked.round,
            moments=asked.moments,
            threads=asked.threads,
        )
    except BaseException:
        if failed:
            raise failed[0] from None
        raise
    _refuse_persons(counts)
    return counts, report


def _refuse_persons(counts: _native.SurveyCounts) -> None:
    """By what numbers say that were not looked at as text, and by what no single group shows: that each respondent has one of
    their own."""
    for at, column in enumerate(counts.by):
        respondents: dict[str, int] = {}
        look_at = Groups(column)
        for group in counts.groups:
            respondents[group.key[at]] = respondents.get(group.key[at], 0) + group.respondents
        for name in respondents:
            look_at(name)
        if kind := personal.kind_of_groups(respondents):
            refuse_by(column, kind)


def batches_of(
    parts: Iterable[Part], layout: Layout, asked: Asked, path: str, delimiter: str, free: FreeText, notes: Notes
) -> tuple[Iterable[Any], Any]:
    """The batches of rows of text, and their schema: columns named as the division and the items are."""
    import pyarrow

    scales = asked.scales()
    makers: list[tuple[str, list[int], Memory]] = [
        (name, [at], Memory(Groups(name))) for name, at in layout.groups.items()
    ]
    known = {item: Answers(scales[item], notes.decimal_marks) for item in layout.items}
    makers += [(item, at, Memory(known[item])) for item, at in layout.items.items()]
    respondents = Respondents(
        layout, path, delimiter, notes, {at: known[item] for item, all in layout.items.items() for at in all}
    )
    schema = pyarrow.schema([(name, pyarrow.string()) for name, *_ in makers])

    def made() -> Iterator[Any]:
        for given in parts:
            part = respondents.among(given)
            columns = list(zip(*part.rows, strict=True))
            if not columns:
                continue
            for at in free.wanted:
                free.add(at, columns[at])
            arrays = []
            for name, places, memory in makers:
                values = list(map(memory.__getitem__, columns[places[0]]))
                for more in places[1:]:
                    _put_together(values, [memory[text] for text in columns[more]], part, name, path)
                arrays.append(pyarrow.array(values, pyarrow.string()))
            yield pyarrow.record_batch(arrays, schema=schema)
        respondents.end()

    return made(), schema


def _put_together(values: list[str | None], more: list[str | None], part: Part, item: str, path: str) -> None:
    """Into the first, what a second column of an item says: each respondent answers at most one of them."""
    for at, answer in enumerate(more):
        if answer is None:
            continue
        if values[at] is not None and values[at] != answer:
            line = part.numbers[at]
            fail("answers.two-answers", path=path, item=shown(item), line_sv=f"rad {line}", line_en=f"line {line}")
        values[at] = answer
