"""The canvas of plans: antialiased shapes in pixels of the final picture, and text over them.

Shapes are drawn at three times the size and downsampled; text is drawn at the final size, so that its letters stay sharp.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont, ImageFont
    from shapely.geometry.base import BaseGeometry

__all__ = ["Canvas", "Rgb", "font", "mixed", "shortened", "text_size"]

Rgb = tuple[int, int, int]
Point = tuple[float, float]

_FINE = 3
"""Supersampling factor along each side."""


@lru_cache(maxsize=32)
def font(size: int, *, bold: bool = False) -> FreeTypeFont | ImageFont:
    """The font of plans: Roboto from Open3D's wheel, else Pillow's default font."""
    from PIL import ImageFont

    spec = find_spec("open3d")
    for place in [] if spec is None else (spec.submodule_search_locations or []):
        file = Path(place) / "resources" / ("Roboto-Bold.ttf" if bold else "Roboto-Medium.ttf")
        if file.is_file():
            return ImageFont.truetype(str(file), size)
    return ImageFont.load_default(size)


def text_size(text: str, size: int, *, bold: bool = False) -> tuple[float, float]:
    """Width and height in pixels of one line; the height is that of any line of this size."""
    return float(font(size, bold=bold).getlength(text)), 1.2 * size


def shortened(text: str, size: int, width: float, *, bold: bool = False) -> str:
    """The text, cut at its end to at most `width` pixels."""
    if text_size(text, size, bold=bold)[0] <= width:
        return text
    kept = len(text)
    while kept > 1 and text_size(f"{text[:kept]}...", size, bold=bold)[0] > width:
        kept -= max(1, kept // 12)
    return f"{text[:kept]}..."


def mixed(color: Sequence[float], other: Sequence[float], share: float) -> Rgb:
    """A mixture of two colours, sRGB from 0 to 255: `share` is that of `other`."""
    r, g, b = (round(c + (o - c) * share) for c, o in zip(color, other, strict=True))
    return r, g, b


class Canvas:
    """A picture of width x height pixels. All coordinates are pixels from the upper left corner."""

    def __init__(self, width: int, height: int, paper: Rgb) -> None:
        from PIL import Image, ImageDraw

        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * _FINE, height * _FINE), paper)
        self._pen = ImageDraw.Draw(self._image, "RGBA")  # this mode blends translucent ink with the picture
        self._upright: list[tuple[Point, str, int, Rgb]] = []
        self._texts: list[tuple[Point, str, int, Rgb, str, bool, Rgb | None]] = []

    def fill(self, shape: BaseGeometry, color: Rgb, alpha: float = 1.0) -> None:
        """Fill a shape with a colour; its holes stay empty."""
        ink = (*color, round(255 * alpha))
        for polygon in _polygons(shape):
            if not polygon.interiors:
                self._pen.polygon(_points(polygon.exterior.coords), fill=ink)
            else:
                self._fill_with_holes(polygon, ink)

    def _fill_with_holes(self, polygon: BaseGeometry, ink: tuple[int, int, int, int]) -> None:
        from PIL import Image, ImageDraw

        low_x, low_y, high_x, high_y = polygon.bounds
        left, top = int(low_x * _FINE) - 1, int(low_y * _FINE) - 1
        size = (int(high_x * _FINE) - left + 2, int(high_y * _FINE) - top + 2)
        mask = Image.new("L", size, 0)
        pen = ImageDraw.Draw(mask)
        for ring, value in ((polygon.exterior, ink[3]), *((r, 0) for r in polygon.interiors)):
            pen.polygon([(x - left, y - top) for x, y in _points(ring.coords)], fill=value)
        self._image.paste(ink[:3], (left, top), mask)

    def line(
        self,
        points: Sequence[Point],
        color: Rgb,
        width: float = 1.0,
        *,
        dash: tuple[float, float] | None = None,
        alpha: float = 1.0,
    ) -> None:
        """Draw a line through points. `dash`: lengths of dashes and gaps in pixels."""
        ink = (*color, round(255 * alpha))
        for piece in [points] if dash is None else _dashes(points, *dash):
            self._pen.line(_points(piece), fill=ink, width=max(1, round(width * _FINE)), joint="curve")

    def outline(
        self,
        shape: BaseGeometry,
        color: Rgb,
        width: float = 1.0,
        *,
        dash: tuple[float, float] | None = None,
        alpha: float = 1.0,
    ) -> None:
        """Draw the edges of a shape and of its holes."""
        for polygon in _polygons(shape):
            for ring in (polygon.exterior, *polygon.interiors):
                points = list(ring.coords)
                self.line([*points, points[1]] if dash is None else points, color, width, dash=dash, alpha=alpha)

    def hatch(
        self,
        shape: BaseGeometry,
        color: Rgb,
        width: float = 1.0,
        *,
        step: float = 8.0,
        rising: bool = True,
        alpha: float = 1.0,
    ) -> None:
        """Hatch a shape with slanted lines, `step` pixels apart."""
        import shapely

        if shape.is_empty:
            return
        low_x, low_y, high_x, high_y = shape.bounds
        tall = high_y - low_y
        starts = np.arange(np.floor((low_x - tall) / step) * step, high_x + tall, step * np.sqrt(2.0))
        slant = (low_y, high_y) if not rising else (high_y, low_y)
        lines = shapely.multilinestrings(
            shapely.linestrings([[(x, slant[0]), (x + tall, slant[1])] for x in starts.tolist()])
        )
        for piece in shapely.get_parts(shape.intersection(lines)):
            if piece.geom_type == "LineString":
                self.line(list(piece.coords), color, width, alpha=alpha)

    def polygon(self, points: Sequence[Point], color: Rgb, alpha: float = 1.0) -> None:
        self._pen.polygon(_points(points), fill=(*color, round(255 * alpha)))

    def pill(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Rgb,
        edge: Rgb,
        *,
        line: float = 1.0,
        alpha: float = 1.0,
    ) -> None:
        """Draw a rounded box with the centre (x, y)."""
        box = [(x - width / 2) * _FINE, (y - height / 2) * _FINE, (x + width / 2) * _FINE, (y + height / 2) * _FINE]
        radius = min(width, height) / 2 * _FINE
        self._pen.rounded_rectangle(
            box, radius, fill=(*fill, round(255 * alpha)), outline=edge, width=max(1, round(line * _FINE))
        )

    def box(self, x0: float, y0: float, x1: float, y1: float, color: Rgb, alpha: float = 1.0) -> None:
        self._pen.rectangle([v * _FINE for v in (x0, y0, x1, y1)], fill=(*color, round(255 * alpha)))

    def text(
        self,
        at: Point,
        text: str,
        size: int,
        color: Rgb,
        *,
        anchor: str = "mm",
        bold: bool = False,
        halo: Rgb | None = None,
    ) -> None:
        """Draw one line of text over all shapes. `anchor`: as in Pillow (``lm``: the left end, at half height)."""
        self._texts.append((at, text, size, color, anchor, bold, halo))

    def upright_text(self, at: Point, text: str, size: int, color: Rgb) -> None:
        """Draw one line of text that reads upward, with its centre at `at`."""
        self._upright.append((at, text, size, color))

    def finished(self) -> Image:
        """The picture."""
        from PIL import Image, ImageDraw

        small = self._image.resize((self.width, self.height), Image.Resampling.BOX)
        pen = ImageDraw.Draw(small)
        for at, text, size, color, anchor, bold, halo in self._texts:
            edge = {} if halo is None else {"stroke_width": 2, "stroke_fill": halo}
            pen.text(at, text, font=font(size, bold=bold), fill=color, anchor=anchor, **edge)
        for (x, y), text, size, color in self._upright:
            width, height = (round(v) + 2 for v in text_size(text, size))
            mask = Image.new("L", (width, height), 0)
            ImageDraw.Draw(mask).text((width / 2, height / 2), text, font=font(size), fill=255, anchor="mm")
            small.paste(color, (round(x - height / 2), round(y - width / 2)), mask.transpose(Image.Transpose.ROTATE_90))
        return small


def _polygons(shape: BaseGeometry) -> Iterable[BaseGeometry]:
    import shapely

    return [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and not p.is_empty]


def _points(points: Iterable[Sequence[float]]) -> list[Point]:
    return [(p[0] * _FINE, p[1] * _FINE) for p in points]


def _dashes(points: Sequence[Point], on: float, off: float) -> list[list[Point]]:
    """The dashes of a dashed line."""
    at = np.asarray(points, dtype=np.float64)
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(at, axis=0), axis=1))])
    total = float(lengths[-1])
    if total < 1e-9:
        return []
    count = max(1, round(total / (on + off)))
    period = total / count
    out = []
    for k in range(count):
        start, stop = k * period, k * period + period * on / (on + off)
        inner = at[(lengths > start) & (lengths < stop)]
        ends = [[np.interp(s, lengths, at[:, i]) for i in (0, 1)] for s in (start, stop)]
        out.append([(float(x), float(y)) for x, y in [ends[0], *inner.tolist(), ends[1]]])
    return out
