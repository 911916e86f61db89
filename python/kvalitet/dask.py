"""Answers in many parts, counted by many processes or machines with Dask. Needs the extra `dask`.

    from dask.distributed import Client
    from kvalitet.dask import count_answers
    with Client("scheduler:8786"):
        counts = count_answers(["answers-1.parquet", "answers-2.parquet"], instrument, by=["unit"], round="2026-10")

Each part is counted where it lies, by the same code as on one machine, and only counts travel. They are exact whole
numbers that add up, so that parts of any size, in any order, give the same bytes as one process gives. A worker that is
lost loses nothing: Dask has others count its parts again. On one machine there is no need for this: `kv.count_answers`
uses all its threads.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

import kvalitet as kv

if TYPE_CHECKING:
    _Counted = tuple[kv.SurveyCounts, tuple[kv.AnswerReport, ...]]

__all__ = ["count_answers"]

_NEEDED = (
    'Dask behöver ett tillägg. Installera det med: pip install "kvalitet[dask]"\n'
    'Dask needs an extra. Install it with: pip install "kvalitet[dask]"'
)


@overload
def count_answers(
    parts: Any,
    instrument: kv.SurveyInstrument,
    *,
    by: Sequence[str] = ...,
    round: str = ...,
    moments: bool = ...,
    read: Callable[[str], Any] | None = ...,
    split_every: int = ...,
    with_reports: Literal[False] = ...,
) -> kv.SurveyCounts: ...
@overload
def count_answers(
    parts: Any,
    instrument: kv.SurveyInstrument,
    *,
    by: Sequence[str] = ...,
    round: str = ...,
    moments: bool = ...,
    read: Callable[[str], Any] | None = ...,
    split_every: int = ...,
    with_reports: Literal[True],
) -> _Counted: ...
def count_answers(
    parts: Any,
    instrument: kv.SurveyInstrument,
    *,
    by: Sequence[str] = (),
    round: str = "",
    moments: bool = True,
    read: Callable[[str], Any] | None = None,
    split_every: int = 8,
    with_reports: bool = False,
) -> kv.SurveyCounts | _Counted:
    """The counts of the answers in all parts: what `kv.count_answers` gives for all of them as one table.

    `parts` is a Dask data frame, or a list of what each gives a table with Arrow's stream interface: paths of files,
    delayed objects of Dask, data frames. Files are opened by the workers, which have to reach them, as `kv.read_answers`
    does (the extra `survey`), or by `read(path)` where that is given. Parts may lack items that others have,
    but not a column of `by`. They are counted by the workers of the current `dask.distributed.Client`, or by Dask's
    threads where there is none, and added `split_every` at a time. `with_reports` also gives what was read of each part,
    in their order.

    Raises UsageError where there are no parts, and for a part that `kv.count_answers` refuses, with its number or its
    path; FileError for a file that cannot be read; TypeError and ValueError for other arguments. What Dask itself gives
    up, such as a part that ends every worker it is given to, is its own `KilledWorker`. ModuleNotFoundError without the
    extra `dask`.
    """
    _check(instrument, by, round, split_every)
    try:
        import dask
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(_NEEDED, name=error.name) from None
    given = _parts(parts)
    if not given:
        raise kv.UsageError(
            "dask.no-parts",
            kv.Localised(sv="Det finns inga delar att räkna.", en="There are no parts to count."),
            kv.Localised(sv=""),
        )
    asked = dask.delayed(instrument, traverse=False)  # sent once, not with each part
    count = dask.delayed(_count, pure=False)
    counted = [
        count(part, asked, tuple(by), round, moments, read, number) for number, part in enumerate(given, start=1)
    ]
    total = _tree([one[0] for one in counted], split_every, dask.delayed(_added, pure=False))
    if not with_reports:
        return dask.compute(total)[0]  # type: ignore[no-any-return]
    sum_, reports = dask.compute(total, [one[1] for one in counted])
    return sum_, tuple(reports)


def _check(instrument: object, by: object, round: object, split_every: object) -> None:
    if not isinstance(instrument, kv.SurveyInstrument):
        raise TypeError(f"instrument: expected a SurveyInstrument, got {type(instrument).__name__}")
    if isinstance(by, str) or not isinstance(by, Sequence) or not all(isinstance(one, str) for one in by):
        raise TypeError("by: expected a list of columns")
    if not isinstance(round, str):
        raise TypeError(f"round: expected a text, got {type(round).__name__}")
    if not isinstance(split_every, int) or split_every < 2:
        raise ValueError(f"split_every: expected 2 or more, got {split_every!r}")


def _parts(parts: Any) -> list[Any]:
    """What is to be counted, each for itself."""
    if hasattr(parts, "to_delayed"):
        delayed: list[Any] = list(parts.to_delayed())
        return delayed
    if isinstance(parts, str | os.PathLike) or hasattr(parts, "__arrow_c_stream__") or not isinstance(parts, Iterable):
        raise TypeError("parts: expected a Dask data frame, or a list of paths, delayed objects or data frames")
    return [os.fspath(part) if isinstance(part, os.PathLike) else part for part in parts]


def _tree(counts: list[Any], split_every: int, added: Callable[[list[Any]], Any]) -> Any:
    """All of them added, a few at a time, so that no worker has to hold many."""
    while len(counts) > 1:
        counts = [added(counts[at : at + split_every]) for at in range(0, len(counts), split_every)]
    return counts[0]


# What the workers do


def _count(
    part: Any,
    instrument: kv.SurveyInstrument,
    by: tuple[str, ...],
    round: str,
    moments: bool,
    read: Callable[[str], Any] | None,
    number: int,
) -> tuple[kv.SurveyCounts, kv.AnswerReport]:
    """A part on one thread, since workers have a thread for each."""
    try:
        if isinstance(part, str) and read is None:
            file = kv.read_answers(part, instrument, by=by, round=round, moments=moments, threads=1)
            return file.counts, file.report
        frame = read(part) if isinstance(part, str) and read is not None else part
        return kv.count_answers(frame, instrument, by=by, round=round, moments=moments, threads=1)
    except kv.UsageError as error:
        sv, en = (part, part) if isinstance(part, str) else (f"Del {number}", f"Part {number}")
        message = kv.Localised(sv=f"{sv}: {error.message.sv}", en=f"{en}: {error.message.en}")
        raise kv.UsageError(error.code, message, error.hint) from None


def _added(counts: Sequence[kv.SurveyCounts]) -> kv.SurveyCounts:
    first, *rest = counts
    for one in rest:
        first = first + one
    return first
