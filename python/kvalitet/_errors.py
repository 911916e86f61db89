"""What the library raises on purpose. Faults in a document are findings, never exceptions."""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing would cost more than the rest of this package
if TYPE_CHECKING:
    from kvalitet._native import Localised


class Error(Exception):
    """Base of the library's exceptions."""

    __module__ = "kvalitet"

    def __init__(self, code: str, message: Localised, hint: Localised) -> None:
        Exception.__init__(self, code, message, hint)
        self.args = (code, message, hint)
        self.code = code
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message.sv} {self.hint.sv}".rstrip()

    def __reduce__(self) -> tuple[type[Error], tuple[str, Localised, Localised]]:
        return type(self), (self.code, self.message, self.hint)


class UsageError(Error, ValueError):
    """An argument that the function does not accept."""

    __module__ = "kvalitet"


class FileError(Error, OSError):
    """A file that cannot be read or written."""

    __module__ = "kvalitet"


class LimitError(Error, ValueError):
    """Input larger, deeper or with more parts than the limits allow."""

    __module__ = "kvalitet"


class NotFoundError(Error, LookupError):
    """Something asked for by name that does not exist."""

    __module__ = "kvalitet"
