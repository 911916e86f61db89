"""Pictures as PNG, on vl-convert: imported when first used, since it is large and few need it."""

from __future__ import annotations

from kvalitet import _native

_MOST_PIXELS = 100_000_000
_SVG = "{http://www.w3.org/2000/svg}"
_NEEDED = (
    'PNG behöver ett tillägg. Installera det med: pip install "kvalitet[pictures]"\n'
    'PNG needs an extra. Install it with: pip install "kvalitet[pictures]"'
)


def to_png(svg: str, *, width: int = 960) -> bytes:
    """A picture of this library as PNG, so many pixels wide; its height follows.

    Drawn in the light colours when the picture follows its reader. The fonts are those of the machine, so that bytes may
    differ between machines. Raises ValueError for what is no such picture, and for more than 100 million pixels;
    ModuleNotFoundError without the extra `pictures`.
    """
    drawn, height, _ = _measured(svg, "to_png")
    if width < 1 or width * width * height / drawn > _MOST_PIXELS:
        raise ValueError(
            f"to_png: a width of {width} pixels gives no picture, or one of more than {_MOST_PIXELS} pixels"
        )
    try:
        import vl_convert
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(_NEEDED, name=error.name) from None
    # A little more than the width, or rounding down could take a pixel from it.
    return vl_convert.svg_to_png(svg, scale=(width + 0.001) / drawn)


def docx_picture(svg: str, *, width: int = 1600) -> _native.DocxPicture:
    """A picture of this library for a Word document: as PNG, with what it says in words as its alternative text.

    Raises what `to_png` raises.
    """
    *_, words = _measured(svg, "docx_picture")
    return _native.DocxPicture(png=to_png(svg, width=width), description=words)


def _measured(svg: str, who: str) -> tuple[float, float, str]:
    """Width, height and what a picture says in words."""
    import xml.etree.ElementTree as ET  # here: it would cost more than all of `import kvalitet`

    try:
        picture = ET.fromstring(svg)
        drawn, height = (float(picture.attrib[side]) for side in ("width", "height"))
        if not (drawn > 0 and height > 0):
            raise ValueError
    except (ET.ParseError, KeyError, ValueError):
        raise ValueError(f"{who}: expected a picture in SVG, as to_svg makes it") from None
    told = (picture.findtext(f"{_SVG}{part}") or "" for part in ("title", "desc"))
    return drawn, height, ". ".join(" ".join(words.split()).rstrip(".") for words in told if words.strip()) + "."
