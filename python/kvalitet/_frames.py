"""Records as data frames. What makes them is imported when asked for; nothing of it is needed otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, overload

from kvalitet import _native

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    import pandas
    import polars

    class _Options(TypedDict, total=False):
        """Those of `to_arrow`."""

        each: str
        type: type[object] | str | None
        lang: _native.Language | str
        names: _native.CsvNames | str

    _Given = _native._Record | Iterable[_native._Record]


@overload
def to_frame(records: _Given, backend: Literal["pandas"] = ..., **options: Unpack[_Options]) -> pandas.DataFrame: ...
@overload
def to_frame(records: _Given, backend: Literal["polars"], **options: Unpack[_Options]) -> polars.DataFrame: ...
@overload
def to_frame(records: _Given, backend: Literal["pyarrow"], **options: Unpack[_Options]) -> Any: ...
def to_frame(records: _Given, backend: str = "pandas", **options: Any) -> Any:
    """Records of one class, or a single one, as a data frame: `to_arrow` says with which columns and options.

    For pandas the columns keep Arrow's types, so that numbers stay whole where some are missing and lists stay lists; it
    needs pyarrow too, whose tables have no types of their own. ValueError for another backend, ModuleNotFoundError for
    one that is not installed.
    """
    if backend not in ("pandas", "polars", "pyarrow"):
        raise ValueError(f"backend: expected one of pandas, polars, pyarrow, got {backend!r}")
    table = _native.to_arrow(records, **options)
    if backend == "polars":
        import polars

        return polars.DataFrame(table)
    import pyarrow  # type: ignore[import-untyped]

    columns = pyarrow.table(table)
    if backend == "pyarrow":
        return columns
    import pandas

    return columns.to_pandas(types_mapper=pandas.ArrowDtype)
