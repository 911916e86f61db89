"""The base of the enumerations, whose classes are made from the model's tables."""

from __future__ import annotations

import enum

TYPE_CHECKING = False  # importing typing would cost more than the rest of this package
if TYPE_CHECKING:
    from kvalitet._native import Localised


class Choice(enum.StrEnum):
    """One of a fixed list of values: equal to its key, with a label in both languages."""

    label: Localised

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


Choice.__module__ = "kvalitet"
