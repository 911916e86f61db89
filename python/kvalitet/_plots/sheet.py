"""What figures are drawn on: marks at places in units, which Altair draws and Vega lays out no further.

Letters are at least 11 units high. Their widths are those of the wider of Arial and DejaVu Sans, roughly, so that no
font is needed to know how many go into a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair

FONTS = "Arial, Liberation Sans, Helvetica, DejaVu Sans, sans-serif"  # those of the other pictures
INK = "#1b1b1b"
QUIET = "#4a4a4a"
LINE = "#6b6b6b"
FAINT = "#d0d0d0"
SMALL = 11
NORMAL = 12
LARGE = 16
LEADING = 1.3
_MARGIN = 12
_TILE = 8
_ORDER = ("under", "rect", "plate", "rule", "point", "text")
_SVG = "http://www.w3.org/2000/svg"
_NEEDED = (
    'Diagram behöver ett tillägg. Installera det med: pip install "kvalitet[plots]"\n'
    'Plots need an extra. Install it with: pip install "kvalitet[plots]"'
)
# The widths of letters, in their size; all others are as wide as an "o".
_WIDTHS = {
    c: wide for letters, wide in (("iljI.,:;'!| ", 0.32), ("rtf()[]-", 0.41), ("mwMW@%—…", 0.98)) for c in letters
}


def width_of(text: str, size: float = NORMAL, bold: bool = False) -> float:
    """About how wide a text is, rather too much than too little."""
    ems = sum(_WIDTHS.get(c) or (1.0 if ord(c) > 0x2FF else 0.74 if c.isupper() else 0.63) for c in text)
    return ems * size * (1.1 if bold else 1)


def broken(text: str, room: float, size: float = NORMAL, bold: bool = False) -> list[str]:
    """The text in lines that have room; a word that has none is broken."""
    lines: list[str] = []
    for word in " ".join(text.split()).split(" "):
        grown = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(grown, size, bold) <= room:
            lines[-1] = grown
            continue
        while width_of(word, size, bold) > room and len(word) > 1:
            fits = max(1, next(n for n in range(len(word), 0, -1) if n == 1 or width_of(word[:n], size, bold) <= room))
            lines.append(word[:fits])
            word = word[fits:]
        lines.append(word)
    return lines


class Sheet:
    """A figure as it grows downwards. `y` is how far it has come."""

    def __init__(self, width: float, title: str, lang: str) -> None:
        self.width = width
        self.y = 0.0
        self.title = title
        self.told: list[str] = []  # what is seen, in words
        self.lang = lang
        self.patterns: dict[str, str] = {}  # by the colour they stand for, what is in them
        self._layers: dict[tuple[Any, ...], tuple[str, dict[str, Any], list[dict[str, Any]]]] = {}

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = NORMAL,
        bold: bool = False,
        align: str = "left",
        colour: str = INK,
    ) -> None:
        """Words on one line, with the middle of their letters at `y`."""
        style = {"align": align, "baseline": "middle", "fontSize": size, "fontWeight": "bold" if bold else "normal"}
        self._add("text", style, {"x": x, "y": y, "text": words, "colour": colour})

    def lines(self, words: str, *, x: float = 0, size: float = NORMAL, bold: bool = False, colour: str = INK) -> None:
        """Words as a paragraph from `x` to the right edge, below what there is."""
        for line in broken(words, self.width - x, size, bold):
            self.text(x, self.y + size * LEADING / 2, line, size=size, bold=bold, colour=colour)
            self.y += size * LEADING

    def box(
        self, x: float, y: float, x2: float, y2: float, fill: str, data: dict[str, Any] | None = None, line: str = INK
    ) -> None:
        """A rectangle; `data` are shown by charts that a reader can point at."""
        row = {"x": x, "y": y, "x2": x2, "y2": y2, "colour": fill, "line": line}
        self._add("rect", {"strokeWidth": 0.75, "cornerRadius": 0}, row | (data or {}))

    def plate(self, x: float, y: float, words: str, colour: str) -> None:
        """Calm ground for small words whose middle is there, on a pattern."""
        wide, high = width_of(words, SMALL) / 2, SMALL * 0.55
        row = {"x": x - wide, "y": y - high, "x2": x + wide, "y2": y + high, "colour": colour, "line": colour}
        self._add("plate", {"strokeWidth": 0, "cornerRadius": 2}, row)

    def rule(
        self,
        x: float,
        y: float,
        x2: float,
        y2: float,
        *,
        colour: str = LINE,
        thick: float = 1,
        dash: Sequence[int] = (),
        under: bool = False,
    ) -> None:
        """A straight line; `under` everything else where it is only there to guide the eye."""
        style = {"strokeWidth": thick, "strokeDash": list(dash)}
        self._add("under" if under else "rule", style, {"x": x, "y": y, "x2": x2, "y2": y2, "colour": colour})

    def point(
        self, x: float, y: float, shape: str, colour: str, data: dict[str, Any] | None = None, hollow: bool = False
    ) -> None:
        """A mark of a shape that Vega has."""
        style = {"shape": shape, "size": 70, "strokeWidth": 1.75, "opacity": 1}
        row = {"x": x, "y": y, "colour": "#ffffff" if hollow else colour, "line": colour}
        self._add("point", style, row | (data or {}))

    def chart(self) -> altair.LayerChart:
        """All marks, as data."""
        try:
            import altair
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(_NEEDED, name=error.name) from None
        place: dict[str, Any] = {"scale": None, "axis": None}
        layers = []
        for _, (mark, style, rows) in sorted(self._layers.items(), key=lambda layer: layer[0][0]):
            base = altair.Chart({"values": rows})
            mark = {"under": "rule", "plate": "rect"}.get(mark, mark)
            made = getattr(base, f"mark_{mark}")(**style)
            channels: dict[str, Any] = {"x": altair.X("x:Q", **place), "y": altair.Y("y:Q", **place)}
            if mark in ("rect", "rule"):
                channels |= {"x2": altair.X2("x2:Q"), "y2": altair.Y2("y2:Q")}
            if mark == "text":
                channels["text"] = altair.Text("text:N")
            paint: Any = altair.Stroke if mark == "rule" else altair.Fill
            channels[paint.__name__.lower()] = paint("colour:N", scale=None, legend=None)
            if mark in ("rect", "point"):
                channels["stroke"] = altair.Stroke("line:N", scale=None, legend=None)
                shown = [key for key in rows[0] if key not in ("x", "y", "x2", "y2", "colour", "line")]
                channels["tooltip"] = [altair.Tooltip(f"{key}:N") for key in shown]
            layers.append(made.encode(**channels))
        whole = altair.layer(*layers) if layers else altair.layer(altair.Chart({"values": []}).mark_rect())
        return (  # type: ignore[no-any-return]
            whole.properties(width=self.width, height=round(self.y, 2), padding=0, background="white")
            .configure(aria=False, font=FONTS)
            .configure_view(stroke=None, clip=False)
        )

    def to_svg(self, prefix: str = "") -> str:
        """Without script or fonts, with patterns, and told in words."""
        import xml.etree.ElementTree as ET

        try:
            import vl_convert
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(_NEEDED, name=error.name) from None
        chart = self.chart().to_dict(validate=False)
        version = "_".join(chart["$schema"].rsplit("/v", 1)[1].split(".")[:2])
        drawn = ET.fromstring(vl_convert.vegalite_to_svg(chart, vl_version=version))
        ET.register_namespace("", _SVG)
        picture = ET.Element(f"{{{_SVG}}}svg", self._attributes(prefix))
        ET.SubElement(picture, f"{{{_SVG}}}title", id=f"{prefix}title").text = self.title
        ET.SubElement(picture, f"{{{_SVG}}}desc", id=f"{prefix}desc").text = "\n".join(self.told)
        if self.patterns:
            picture.append(ET.fromstring(f'<defs xmlns="{_SVG}">{"".join(self._pattern(prefix))}</defs>'))
        ids = {colour: f"url(#{prefix}p{at})" for at, colour in enumerate(self.patterns)}
        ET.SubElement(picture, f"{{{_SVG}}}rect", width="100%", height="100%", fill="#ffffff")
        body = ET.SubElement(picture, f"{{{_SVG}}}g", transform=f"translate({_MARGIN},{_MARGIN})")
        body.extend(child for child in drawn if child.tag != f"{{{_SVG}}}rect")
        for element in body.iter():
            # Vega says of each mark what it is; the picture is one image, told as a whole.
            for name in [key for key in element.attrib if key in ("class", "role") or key.startswith("aria-")]:
                del element.attrib[name]
            if element.get("fill") in ids:
                element.attrib["fill"] = ids[element.attrib["fill"]]
        return ET.tostring(picture, encoding="unicode")

    def _attributes(self, prefix: str) -> dict[str, str]:
        width, height = (f"{side + 2 * _MARGIN:g}" for side in (self.width, round(self.y, 2)))
        return {
            "width": width,
            "height": height,
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-labelledby": f"{prefix}title {prefix}desc",
            "lang": self.lang,
        }

    def _pattern(self, prefix: str) -> list[str]:
        size = _TILE
        return [
            f'<pattern id="{prefix}p{at}" width="{size}" height="{size}" patternUnits="userSpaceOnUse">'
            f'<rect width="{size}" height="{size}" fill="{colour}"/>{inside}</pattern>'
            for at, (colour, inside) in enumerate(self.patterns.items())
        ]

    def _add(self, mark: str, style: dict[str, Any], row: dict[str, Any]) -> None:
        """Marks alike in style are one layer; words lie above points, these above lines and boxes."""
        row = {key: round(value, 2) if isinstance(value, float) else value for key, value in row.items()}
        self._layers.setdefault((_ORDER.index(mark), repr(style), tuple(row)), (mark, style, []))[2].append(row)


def stripes(colour: str, thick: float) -> str:
    """The inside of a pattern: diagonal stripes."""
    t = _TILE
    return f'<path d="M-2,2l4,-4M0,{t}l{t},-{t}M{t - 2},{t + 2}l4,-4" stroke="{colour}" stroke-width="{thick}" fill="none"/>'


def dots(colour: str) -> str:
    """The inside of a pattern: dots."""
    return f'<circle cx="2" cy="2" r="1" fill="{colour}"/><circle cx="6" cy="6" r="1" fill="{colour}"/>'
