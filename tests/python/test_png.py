"""Pictures as PNG."""

from __future__ import annotations

import base64
import struct
import sys

import kvalitet as kv
import pytest
from playwright.sync_api import Page

SVG = kv.Guideline.builtin("vetlanda-2024").to_svg("frame-factors")


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("width", [1, 320, 333, 480, 961, 2000])
def test_a_png_is_as_wide_as_it_is_asked_for(width: int) -> None:
    wide, high = size_of(kv.to_png(SVG, width=width))
    assert wide == width
    box = SVG.split('viewBox="0 0 ')[1].split('"')[0].split()
    assert high == pytest.approx(width * float(box[1]) / float(box[0]), abs=1)


def test_the_same_picture_gives_the_same_bytes_and_colours_of_its_own() -> None:
    assert kv.to_png(SVG) == kv.to_png(SVG)
    guideline = kv.Guideline.builtin("vetlanda-2024")
    light, dark, automatic = (
        kv.to_png(guideline.to_svg("chain", scheme=scheme, id_prefix="a"), width=320)
        for scheme in ("light", "dark", "automatic")
    )
    assert light != dark
    assert light == automatic


@pytest.mark.parametrize("width", [0, -1, 100_000_000])
def test_a_width_that_gives_no_picture_is_refused(width: int) -> None:
    with pytest.raises(ValueError, match="pixels"):
        kv.to_png(SVG, width=width)


@pytest.mark.parametrize(
    "svg",
    ["", "nonsense", "<svg/>", '<svg width="0" height="1"/>', '<svg xmlns="http://www.w3.org/2000/svg" width="wide"/>'],
)
def test_what_is_no_picture_is_refused(svg: str) -> None:
    with pytest.raises(ValueError, match="SVG"):
        kv.to_png(svg)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(ModuleNotFoundError, match=r'pip install "kvalitet\[pictures\]"'):
        kv.to_png(SVG)


# How much two pictures differ, as the mean over all pixels and colours, 0 to 255.
DIFFERENCE = """async ([png, svg]) => {
  const pixels = async source => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [480, 600];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, 480, 600).data;
  };
  const [one, other] = [await pixels(png), await pixels(svg)];
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]), 0) / one.length;
}"""


def test_it_looks_as_a_browser_shows_it(page: Page) -> None:
    def url(kind: str, data: bytes) -> str:
        return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"

    other = kv.Guideline.builtin("vetlanda-2024").to_svg("chain")
    png = url("png", kv.to_png(SVG, width=480))
    same, different = (page.evaluate(DIFFERENCE, [png, url("svg+xml", picture.encode())]) for picture in (SVG, other))
    assert same < 3
    assert different > 2 * same
