"""Answers in Parquet files: a stream of batches, of the columns that are needed, in the types that they have."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from kvalitet._answer_files.counting import Asked
from kvalitet._answer_files.errors import fail, shown
from kvalitet._answer_files.free_text import FreeText
from kvalitet._answer_files.layout import Layout, Names, layout_of, no_headings
from kvalitet._answer_files.rows import Notes
from kvalitet._answer_files.values import Answers, Groups, Memory
from kvalitet._errors import Error

_BATCH = 1 << 20  # rows; fewer take longer
_TEXT_BATCH = 1 << 16


class ParquetTable:
    """A Parquet file as batches."""

    def __init__(self, path: str, name: str) -> None:
        import pyarrow.parquet  # type: ignore[import-untyped]

        self.path, self.name = path, name
        with self._readable():
            self._schema = pyarrow.parquet.read_schema(path)

    def layout(self, names: Names) -> Layout:
        headings = self._schema.names
        if not names.score(headings)[0]:
            no_headings([headings], names, self.name)
        return layout_of(headings, names, self.name)

    def batches(self, layout: Layout, asked: Asked, notes: Notes) -> tuple[Iterator[Any], Any]:
        """The columns of the division and of the items, named as these are; with their schema. Numbers are left as they
        lie; of texts each different one is looked at once."""
        import pyarrow

        scales = asked.scales()
        makers = [(name, [at], Memory(Groups(name))) for name, at in layout.groups.items()]
        makers += [(item, at, Memory(Answers(scales[item], notes.decimal_marks))) for item, at in layout.items.items()]
        places = sorted({at for _, columns, _ in makers for at in columns})
        schema = pyarrow.schema(
            [
                (name, self._type(columns[0], len(columns) > 1, name, is_group=name in layout.groups))
                for name, columns, _ in makers
            ]
        )

        def made() -> Iterator[Any]:
            for batch in self._read(places, _BATCH):
                held = {at: batch.column(i) for i, at in enumerate(places)}
                with self._readable():  # texts that are none are noticed first when they are looked at
                    arrays = [
                        self._array([held[at] for at in columns], memory, name, field.type, name in layout.groups)
                        for (name, columns, memory), field in zip(makers, schema, strict=True)
                    ]
                yield pyarrow.record_batch(arrays, schema=schema)

        return made(), schema

    def read_texts(self, free: FreeText) -> None:
        """What may be free text, a column at a time."""
        import pyarrow

        for at in free.wanted:
            kind = self._schema.field(at).type
            if pyarrow.types.is_dictionary(kind):
                kind = kind.value_type
            if not (pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind)):
                continue
            for batch in self._read([at], _TEXT_BATCH):
                with self._readable():
                    free.add(at, batch.column(0).to_pylist())
                if at not in free.wanted:
                    break

    def _type(self, at: int, is_joined: bool, name: str, is_group: bool) -> Any:
        """The type in which a column is handed over."""
        import pyarrow

        kind = self._schema.field(at).type
        if pyarrow.types.is_dictionary(kind):
            kind = kind.value_type
        types = pyarrow.types
        if types.is_nested(kind) or types.is_binary(kind) or types.is_large_binary(kind):
            fail("answers.column-type", path=self.name, column=shown(name), type=shown(str(kind)))
        if is_joined:
            return pyarrow.string()
        if is_group and types.is_integer(kind):
            return kind
        if is_group or _is_text(kind) or types.is_boolean(kind):
            return pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
        if types.is_decimal(kind):
            return pyarrow.float64()
        return pyarrow.string() if types.is_temporal(kind) else kind

    def _read(self, places: list[int], rows: int) -> Iterator[Any]:
        import pyarrow.parquet

        with self._readable():
            names = [self._schema.names[at] for at in places]
            texts = [name for at, name in zip(places, names, strict=True) if _is_text(self._schema.field(at).type)]
            with pyarrow.parquet.ParquetFile(self.path, read_dictionary=texts) as file:
                for batch in _ahead(file.iter_batches(batch_size=rows, columns=names)):
                    yield batch if batch.num_columns == len(places) else batch.select(self._among(places, batch))

    def _among(self, places: list[int], batch: Any) -> list[int]:
        """Where the columns of these places are in a batch, in which others of the same name come along, as well as those whose
        names go on after a full stop. They are in the file's order."""
        found: dict[str, list[int]] = {}
        for at, name in enumerate(batch.schema.names):
            found.setdefault(name, []).append(at)
        names = self._schema.names
        return [found[names[at]][names[:at].count(names[at])] for at in places]

    def _array(self, columns: list[Any], memory: Memory, name: str, kind: Any, is_group: bool) -> Any:
        """A column as it is handed over."""
        import pyarrow

        is_text = is_group and not pyarrow.types.is_integer(kind)
        parts = [_in_words(_as_text(column) if is_text else column, memory) for column in columns]
        array = parts[0] if len(parts) == 1 else self._together(parts, name)
        return array if array.type == kind else array.cast(kind)

    def _together(self, parts: list[Any], item: str) -> Any:
        """Of several columns of an item: each respondent answers at most one of them."""
        import pyarrow
        from pyarrow import compute

        texts = [part.cast(pyarrow.string()) for part in parts]
        first = texts[0]
        for more in texts[1:]:
            differ = compute.not_equal(first, more)
            if compute.any(differ).as_py():
                fail(
                    "answers.two-answers",
                    path=self.name,
                    item=shown(item),
                    line_sv="någonstans i filen",
                    line_en="somewhere in the file",
                )
            first = compute.coalesce(first, more)
        return first

    @contextmanager
    def _readable(self) -> Iterator[None]:
        import pyarrow

        try:
            yield
        except Error:
            raise
        except (pyarrow.ArrowException, OSError, ValueError, KeyError, UnicodeError):
            fail("answers.damaged", path=self.name, kind="Parquet")


def _ahead(batches: Iterator[Any]) -> Iterator[Any]:
    """The same, with the next one read while somebody counts the last."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = pool.submit(next, batches, None)
            yield batch


def _is_text(kind: Any) -> bool:
    import pyarrow

    return bool(
        pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind) or pyarrow.types.is_string_view(kind)
    )


def _as_text(array: Any) -> Any:
    """The column of a division as texts, which say whether they point out a person: whole numbers without decimals."""
    import pyarrow

    if pyarrow.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if _is_text(array.type):
        return array
    array = array.dictionary_encode()  # so that each different value is made text once
    known = array.dictionary
    if pyarrow.types.is_floating(known.type) or pyarrow.types.is_decimal(known.type):
        # As a column of whole numbers becomes where some are missing.
        texts = [None if math.isnan(number) else re.sub(r"\.0*$", "", f"{number:f}") for number in known.to_pylist()]
    else:
        texts = known.cast(pyarrow.string())
    return pyarrow.DictionaryArray.from_arrays(array.indices, pyarrow.array(texts, pyarrow.string()))


def _in_words(array: Any, memory: Memory) -> Any:
    """A column of texts with each different one as it is counted; another as it is. What is true or false is a word, as it is
    in a sheet."""
    import pyarrow

    if pyarrow.types.is_boolean(array.type):
        array = array.cast(pyarrow.string())
    if not pyarrow.types.is_dictionary(array.type):
        if not _is_text(array.type):
            return array
        array = array.dictionary_encode()
    if not _is_text(array.type.value_type):
        return array.dictionary_decode()
    words = pyarrow.array(
        [memory[text] if text is not None else None for text in array.dictionary.to_pylist()], pyarrow.string()
    )
    return pyarrow.DictionaryArray.from_arrays(array.indices.cast(pyarrow.int32()), words)
