"""For whom figures are. Those that are not a unit's own are decided on release."""

from __future__ import annotations


def own(audience: str) -> None:
    """Raises ValueError for another audience than the unit itself."""
    if audience != "unit":
        raise ValueError(
            f"audience: bara ”unit”, enhetens egna siffror, kan visas så här; fick {audience!r}. / "
            f"audience: only “unit”, the unit's own figures, can be shown in this way; got {audience!r}."
        )
