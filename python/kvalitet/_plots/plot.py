"""A figure, with the table that says the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kvalitet import _pictures
from kvalitet._native import SurveyAudience

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import altair

    from kvalitet._html import Html
    from kvalitet._plots.sheet import Sheet

STYLE = (
    "<style>.kvalitet-plot svg{max-width:100%;height:auto}.kvalitet-plot table{border-collapse:collapse;margin:0 0 1em}"
    ".kvalitet-plot caption,.kvalitet-plot thead th{font-weight:bold;text-align:left!important}"
    ".kvalitet-plot tbody th{font-weight:normal;min-width:8em}"
    ".kvalitet-plot th,.kvalitet-plot td{padding:.2em .8em .2em 0;text-align:left!important;"
    "vertical-align:top!important}.kvalitet-plot .wide{overflow-x:auto}</style>"
)

_PAGE_STYLE = (
    "body{margin:0 auto;max-width:52rem;padding:1rem;background:#fff;color:#1b1b1b;font:1rem/1.5 system-ui,sans-serif;"
    "overflow-wrap:anywhere}h1{font-size:1.5rem;line-height:1.25}.kvalitet-plot td,.kvalitet-plot th"
    "{border-bottom:1px solid #8a8a8a;overflow-wrap:break-word}.narrow-screen{display:none}"
    "@media screen and (max-width:40rem){.wide-screen{display:none}.narrow-screen{display:block}}"
    "@media print{.kvalitet-plot .wide{overflow:visible;font-size:.75rem}}"
)
_TABLE = {"sv": "Siffrorna i en tabell", "en": "The figures as a table"}
_NARROW = 320


class PlotTable:
    """What a figure shows, in rows. `rows` hold text and numbers, and None where there is nothing; people read them in
    fewer columns."""

    __module__ = "kvalitet"

    def __init__(
        self,
        caption: str,
        header: Sequence[str],
        rows: Sequence[Sequence[str | float | None]],
        lang: str,
        read_as: Sequence[tuple[str, Sequence[str], Sequence[Sequence[str]]]] = (),
    ) -> None:
        self.caption = caption
        self.header = tuple(header)
        self.rows = tuple(tuple(row) for row in rows)
        self._lang = lang
        self._read_as = tuple(read_as)

    def __len__(self) -> int:
        return len(self.rows)

    def to_html(self) -> str:
        """As a table whose headings say what they head, or one for each scale."""
        from kvalitet import _html

        return "".join(_html.table(*table) for table in self._tables())

    def to_frame(self, backend: str = "pandas") -> Any:
        """As a data frame of pandas, polars or pyarrow, a column for each heading."""
        columns = {name: [row[at] for row in self.rows] for at, name in enumerate(self.header)}
        if backend == "pandas":
            import pandas

            return pandas.DataFrame(columns)
        if backend == "polars":
            import polars

            return polars.DataFrame(columns, strict=False)
        if backend == "pyarrow":
            import pyarrow  # type: ignore[import-untyped]

            return pyarrow.table(columns)
        raise ValueError(f"backend: expected one of pandas, polars, pyarrow, got {backend!r}")

    def __str__(self) -> str:
        from kvalitet import _text

        return "\n\n".join(f"{caption}\n\n{_text.table(header, rows)}" for caption, header, rows in self._tables())

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        from kvalitet._html import Html, element

        html = element("div", Html(STYLE), Html(self.to_html()), class_="kvalitet-plot", lang=self._lang)
        return {"text/plain": str(self), "text/html": str(html)}

    def _tables(self) -> Sequence[tuple[str, Sequence[str], Sequence[Sequence[str]]]]:
        if self._read_as:
            return self._read_as
        return [(self.caption, self.header, [[self._cell(value) for value in row] for row in self.rows])]

    def _cell(self, value: str | float | None) -> str:
        if value is None:
            return ""
        if isinstance(value, float):
            return f"{value:.1f}".replace(".", "," if self._lang == "sv" else ".")
        return str(value)


class SurveyPlot:
    """A figure of a survey. It draws itself in notebooks, with its table beside it.

    `audience` is for whom it is: the unit itself. `title` and `notes` are the words around it, `table` what it shows in rows; `to_svg` and `to_png` draw it without
    script or anything from outside, `chart` is an `altair.Chart` to go on with.
    """

    __module__ = "kvalitet"
    audience = SurveyAudience.unit

    def __init__(
        self,
        draw: Callable[[], Sheet],
        at: Callable[[int], SurveyPlot],
        title: str,
        notes: Sequence[str],
        table: PlotTable,
        lang: str,
    ) -> None:
        self._draw = draw
        self._drawn: Sheet | None = None
        self._at = at
        self.title = title
        self.notes = tuple(notes)
        self.table = table
        self._lang = lang

    @property
    def chart(self) -> altair.LayerChart:
        """The figure as Altair has it, with plain colours where `to_svg` has patterns. Its data are in the chart."""
        return self._sheet.chart()

    def to_svg(self, *, id_prefix: str = "") -> str:
        """The figure as SVG that says in words all that is seen. `id_prefix` is for several figures on one page."""
        return self._sheet.to_svg(id_prefix)

    def to_png(self, *, width: int = 1280) -> bytes:
        """The figure as PNG, so many pixels wide. Raises what the function `to_png` raises."""
        return _pictures.to_png(self.to_svg(), width=width)

    def to_html(self, *, page: bool = False) -> str:
        """The figure with its table folded below it, to put into a page; or with `page` a page of its own.

        A page has the figure for a sheet of paper and for a telephone, of which one is seen, and its table open. It has
        no script and takes nothing from outside.
        """
        from kvalitet._html import Html, element, join

        if not page:
            inside = join((Html(self._marked_svg()), self._folded()))
            return element("div", inside, class_="kvalitet-plot", lang=self._lang)
        narrow = self._at(_NARROW)
        figures = (
            element("div", Html(self._marked_svg()), class_="wide-screen"),
            element("div", Html(narrow._marked_svg()), class_="narrow-screen"),
        )
        body = element("main", element("h1", self.title), *figures, element("h2", _TABLE[self._lang]), self._framed())
        head = element(
            "head",
            Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
            element("title", self.title),
            Html(STYLE.replace("</style>", _PAGE_STYLE + "</style>")),
        )
        whole = element("html", head, element("body", element("div", body, class_="kvalitet-plot")), lang=self._lang)
        return f"<!DOCTYPE html>\n{whole}\n"

    def _marked_svg(self) -> str:
        """With ids that no other figure on the page has."""
        import zlib

        return self.to_svg(id_prefix=f"kvalitet-{zlib.crc32(self.to_svg().encode()):08x}-")

    def _folded(self) -> Html:
        from kvalitet._html import element

        return element("details", element("summary", _TABLE[self._lang]), self._framed())

    def _framed(self) -> Html:
        """The table, which may be wider than what it stands in."""
        from kvalitet._html import Html, element

        named = {"class": "wide", "tabindex": "0", "role": "group", "aria-label": _TABLE[self._lang]}
        return element("div", Html(self.table.to_html()), **named)

    @property
    def _sheet(self) -> Sheet:
        if self._drawn is None:
            self._drawn = self._draw()
        return self._drawn

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {
            "text/plain": "\n\n".join([str(self.table), *self.notes]),
            "text/html": STYLE + self.to_html(),
            "image/svg+xml": self.to_svg(),
        }
