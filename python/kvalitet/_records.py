"""Lists of records, which know of which class these are and draw themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Literal, SupportsIndex, TypeVar, overload

from kvalitet import _frames

if TYPE_CHECKING:
    from typing import Unpack

    import pandas
    import polars
    from typing_extensions import disjoint_base
else:

    def disjoint_base(cls: type) -> type:
        """Only type checkers ask."""
        return cls


R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")


@disjoint_base
class Records(tuple[R_co, ...]):
    """A tuple of records of one class. It knows which, also when it is empty; so does what is cut out of it."""

    __module__ = "kvalitet"

    _of: type[Any] | None = None  # set where the library makes one; otherwise the first record tells

    @property
    def record_class(self) -> type[Any] | None:
        """The class of the records; None where nothing tells."""
        return self._of or (type(self[0]) if self else None)

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> R_co: ...
    @overload
    def __getitem__(self, key: slice, /) -> Records[R_co]: ...
    def __getitem__(self, key: SupportsIndex | slice, /) -> R_co | Records[R_co]:
        return self._like(super().__getitem__(key)) if isinstance(key, slice) else super().__getitem__(key)

    @overload
    def __add__(self, other: tuple[R_co, ...], /) -> Records[R_co]: ...
    @overload
    def __add__(self, other: tuple[T, ...], /) -> Records[R_co | T]: ...
    def __add__(self, other: tuple[Any, ...], /) -> Records[Any]:
        return self._like(super().__add__(other))

    def where(self, fits: Callable[[R_co], object]) -> Records[R_co]:
        """Those for which `fits(record)` is true."""
        return self._like(record for record in self if fits(record))

    @overload
    def to_frame(self, backend: Literal["pandas"] = ..., **options: Unpack[_frames._Options]) -> pandas.DataFrame: ...
    @overload
    def to_frame(self, backend: Literal["polars"], **options: Unpack[_frames._Options]) -> polars.DataFrame: ...
    @overload
    def to_frame(self, backend: Literal["pyarrow"], **options: Unpack[_frames._Options]) -> Any: ...
    def to_frame(self, backend: Any = "pandas", **options: Any) -> Any:
        """As a data frame: the function `to_frame` says how."""
        records: Any = self
        return _frames.to_frame(records, backend, **options)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        from kvalitet import _display

        return _display.bundle(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # IPython would print a tuple otherwise
        printer.text(self._repr_mimebundle_()["text/plain"])

    def _like(self, records: Iterable[R_co]) -> Records[R_co]:
        made = Records(records)
        made._of = self._of
        return made
