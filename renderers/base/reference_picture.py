"""The picture of ``docs/pictures_and_passes.md``: the world, a camera with its two frames, and a pixel. It is drawn with the pinhole that
all renderers use, so that it cannot show other conventions than theirs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.renderers.base.pinhole import Pinhole
from scenewright.scene.model import Camera, FloatArray

__all__ = ["conventions_picture"]

_WIDTH, _HEIGHT, _GRID = 620, 440, 380
_RED, _GREEN, _BLUE, _INK, _PALE = "#c62f2f", "#2c8a3d", "#2a5fc4", "#333333", "#9a9a9a"
_VIEWER = Camera((2.2, 2.9, 7.6), (-0.55, 0.72, 0.9), 32.0)
_SHOWN = Camera((-1.9, 1.25, 2.1), (0.45, 0.45, 0.1), 40.0)
"""The camera that is explained."""
_COLUMNS, _ROWS = 8, 6
_REACH = 1.0
"""Depth in metres at which the picture plane of the explained camera is drawn."""


class _Drawing:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pinhole = Pinhole.of(_VIEWER, _WIDTH, _HEIGHT)

    def at(self, point: FloatArray) -> tuple[float, float]:
        x, y = self.pinhole.project(np.asarray(point, dtype=np.float64)[None])[0][0]
        return float(x), float(y)

    def line(self, a: FloatArray, b: FloatArray, color: str, *, width: float = 1.5, dashes: str = "") -> None:
        (x1, y1), (x2, y2) = self.at(a), self.at(b)
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}" stroke-width="{width:g}"{dashed}/>'
        )

    def arrow(self, a: FloatArray, b: FloatArray, color: str, label: str, *, dashes: str = "") -> None:
        self.line(a, b, color, width=2.2, dashes=dashes)
        start, end = np.array(self.at(a)), np.array(self.at(b))
        way = (end - start) / max(float(np.linalg.norm(end - start)), 1e-9)
        side = np.array([-way[1], way[0]])
        tip = [end + 7.0 * way, end + 4.0 * side, end - 4.0 * side]
        self.parts.append(f'<polygon points="{_points(tip)}" fill="{color}"/>')
        x, y = end + 17.0 * way
        self.text(x, y + 4.0, label, color, anchor="middle")

    def face(self, corners: Sequence[FloatArray], fill: str, *, stroke: str = _INK, opacity: float = 1.0) -> None:
        points = _points([np.array(self.at(c)) for c in corners])
        self.parts.append(
            f'<polygon points="{points}" fill="{fill}" fill-opacity="{opacity:g}" stroke="{stroke}" stroke-width="1"/>'
        )

    def dot(self, point: FloatArray, color: str = _INK) -> None:
        x, y = self.at(point)
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" fill="{color}"/>')

    def note(self, point: FloatArray, text: str, *, color: str = _INK, dx: float = 8.0, dy: float = -6.0) -> None:
        x, y = self.at(point)
        self.text(x + dx, y + dy, text, color)

    def text(
        self, x: float, y: float, text: str, color: str = _INK, *, anchor: str = "start", size: float = 12.0
    ) -> None:
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" fill="{color}" font-size="{size:g}" text-anchor="{anchor}">{text}</text>'
        )


def conventions_picture() -> str:
    """The picture as SVG."""
    drawing = _Drawing()
    _world(drawing)
    _camera(drawing)
    _pixels(drawing, x=_WIDTH + 30.0, y=70.0)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH + _GRID + 20} {_HEIGHT}" '
        f'width="{_WIDTH + _GRID + 20}" height="{_HEIGHT}" font-family="sans-serif">'
    )
    return "\n".join([head, '<rect width="100%" height="100%" fill="white"/>', *drawing.parts, "</svg>\n"])


def _world(drawing: _Drawing) -> None:
    for k in range(-2, 3):
        drawing.line(np.array([k, 0.0, -1.0]), np.array([k, 0.0, 2.0]), "#dddddd", width=1.0)
    for k in range(-1, 3):
        drawing.line(np.array([-2.0, 0.0, k]), np.array([2.0, 0.0, k]), "#dddddd", width=1.0)
    low, high = np.array([0.1, 0.0, -0.35]), np.array([0.8, 0.7, 0.35])

    def corner(x: int, y: int, z: int) -> FloatArray:
        return np.where([x, y, z], high, low)

    drawing.face([corner(0, 0, 1), corner(1, 0, 1), corner(1, 1, 1), corner(0, 1, 1)], "#d9a066")
    drawing.face([corner(1, 0, 1), corner(1, 0, 0), corner(1, 1, 0), corner(1, 1, 1)], "#b98247")
    drawing.face([corner(0, 1, 1), corner(1, 1, 1), corner(1, 1, 0), corner(0, 1, 0)], "#ecc491")
    origin = np.array([-0.4, 0.0, 2.0])
    for axis, color, label in ((0, _RED, "+x"), (1, _GREEN, "+y up"), (2, _BLUE, "+z")):
        drawing.arrow(origin, origin + 0.6 * np.eye(3)[axis], color, label)
    drawing.note(origin, "world", dx=-44.0, dy=-8.0)


def _camera(drawing: _Drawing) -> None:
    shown = Pinhole.of(_SHOWN, _COLUMNS, _ROWS)
    right, down, forward = shown.camera_from_world[:3, :3]
    eye = shown.eye
    edges = np.array([[0.0, 0.0], [_COLUMNS, 0.0], [_COLUMNS, _ROWS], [0.0, _ROWS]])
    corners = eye + _REACH * shown.directions(edges)
    drawing.face(list(corners), "#eef3fb", stroke=_PALE, opacity=0.65)
    for corner in corners:
        drawing.line(eye, corner, _PALE, width=1.0)
    # the point on the box that one pixel sees, its depth along z, and the ray
    pixel = np.array([[4.5, 3.5]])
    ray = shown.directions(pixel)[0]
    depth = (0.35 - eye[2]) / ray[2]
    seen = eye + depth * ray
    drawing.line(eye, seen, _INK, width=1.2)
    drawing.line(eye, eye + depth * forward, _BLUE, width=1.2, dashes="2 3")
    drawing.line(eye + depth * forward, seen, _PALE, width=1.0, dashes="2 3")
    drawing.dot(seen, "#000000")
    drawing.dot(eye + _REACH * ray, "#000000")
    drawing.note(seen, "position", dx=8.0, dy=14.0)
    drawing.note(eye + 0.62 * depth * forward, "depth: along z", color=_BLUE, dx=-18.0, dy=-12.0)
    for way, color, label in ((right, _RED, "x"), (down, _GREEN, "y"), (forward, _BLUE, "z")):
        drawing.arrow(eye, eye + 0.62 * way, color, label)
    for way, color, label in ((-down, _GREEN, "y"), (-forward, _BLUE, "z")):
        drawing.arrow(eye, eye + 0.5 * way, color, label, dashes="4 3")
    drawing.dot(eye)
    drawing.text(24.0, 26.0, "solid: camera of OpenCV (x right, y down, z forward)", size=13.0)
    drawing.text(24.0, 45.0, "dashed: y and z of OpenGL (y up, z backward; x is the same)", size=13.0)


def _pixels(drawing: _Drawing, x: float, y: float) -> None:
    """The picture plane with its pixels."""
    size = 36.0
    drawing.text(x, y - 38.0, f"a picture of {_COLUMNS} x {_ROWS} pixels, the first row at the top", size=13.0)
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            fill = "#f4c36a" if (row, column) == (3, 4) else "none"
            drawing.parts.append(
                f'<rect x="{x + column * size:g}" y="{y + row * size:g}" width="{size:g}" height="{size:g}" fill="{fill}" '
                f'stroke="{_PALE}"/>'
            )
    drawing.parts.append(f'<circle cx="{x + 4.5 * size:g}" cy="{y + 3.5 * size:g}" r="3.4" fill="#000000"/>')
    drawing.text(x - 6.0, y - 8.0, "(0, 0)", anchor="middle")
    drawing.text(x + _COLUMNS * size, y - 8.0, f"x = {_COLUMNS}", _RED, anchor="end")
    drawing.text(x - 8.0, y + _ROWS * size + 16.0, f"y = {_ROWS}", _GREEN)
    below = y + _ROWS * size
    for k, line in enumerate(
        (
            "pixel [row 3, column 4] of an array has its centre",
            "at the image point (4.5, 3.5)",
            "principal point: the middle, K[0, 2] = 4, K[1, 2] = 3",
            "(x, y, 1) ~ K @ camera_from_world @ position",
        )
    ):
        drawing.text(x, below + 44.0 + 20.0 * k, line)


def _points(points: Sequence[FloatArray]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
