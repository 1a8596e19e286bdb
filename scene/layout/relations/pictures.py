"""Draw relations as SVG: an example that holds beside one that does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import numpy as np

from scenewright.scene.language.relations import Block, RelationKind, RelationName, RelationPicture, RelationView
from scenewright.scene.language.vocabulary import read_relation_text
from scenewright.scene.model import FloatArray

__all__ = ["drawing", "first_names"]

_PANEL = (230.0, 190.0)
"""Width and height that the largest panel may have, pixels."""
_GAP, _CAPTION, _FRAME = 14.0, 20.0, 8.0
_MARGIN = 0.3
"""Metres of floor around the things, without a room."""

_PAPER, _FLOOR, _WALL, _INK = "#ffffff", "#f4f2ee", "#8d8779", "#333333"
_PLAIN, _GOOD, _BAD = ("#e3e1dc", "#6d6d6d"), ("#bfe5c6", "#2b7a3d"), ("#f6c9c5", "#b3261e")
_LETTER = 6.2
"""Width of a letter of a name, pixels."""


def drawing(row: RelationKind) -> str:
    """The SVG picture of a relation: the example that holds in green, the one that does not in red."""
    picture = row.picture
    frame = _Frame.around(picture)
    first = first_names(picture)
    panels = [(picture.things, dict.fromkeys(first, _GOOD), "holds" if row.solved else "", _GOOD[1])]
    if picture.wrong:
        moved = {**picture.things, **picture.wrong}
        panels.append((moved, dict.fromkeys(picture.wrong, _BAD), "does not hold", _BAD[1]))
    step = frame.width + _GAP
    width = step * len(panels) - _GAP + 2.0 * _FRAME
    height = frame.height + (_CAPTION if row.solved else 0.0) + 2.0 * _FRAME
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
        'font-family="sans-serif" font-size="10">',
        f"<title>{escape(picture.relation)}</title>",
        f'<rect width="100%" height="100%" fill="{_PAPER}"/>',
    ]
    for k, (things, colors, caption, ink) in enumerate(panels):
        left = _FRAME + k * step
        parts.append(f'<svg x="{left:.1f}" y="{_FRAME:.1f}" width="{frame.width:.1f}" height="{frame.height:.1f}">')
        parts.extend([*_panel(row, frame, things, colors, first), "</svg>"])
        if caption:
            middle, below = left + frame.width / 2.0, _FRAME + frame.height + _CAPTION - 6.0
            parts.append(f'<text x="{middle:.1f}" y="{below:.1f}" text-anchor="middle" fill="{ink}">{caption}</text>')
    return "\n".join([*parts, "</svg>", ""])


def first_names(picture: RelationPicture) -> list[str]:
    """Names of the things that the relation places: its `a`, or its `items`."""
    read = read_relation_text(picture.relation)
    assert read is not None
    if read.kind in (RelationName.JOINED, RelationName.FIXED):
        return [str(a) for a in read.arguments]
    first = read.arguments[0]
    if isinstance(first, list):
        return [str(f) for f in first]
    return (
        [str(a) for a in read.arguments[:2]]
        if read.kind in (RelationName.SYMMETRIC, RelationName.ALIGNED, RelationName.PARALLEL)
        else [str(first)]
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the world that a panel shows. `low`, `high`: (2,) metres to the right, and up (in a view from the top: down)."""

    view: RelationView
    room: tuple[float, float, float] | None
    low: FloatArray
    high: FloatArray
    scale: float

    @classmethod
    def around(cls, picture: RelationPicture) -> _Frame:
        blocks = [*picture.things.values(), *picture.wrong.values()]
        corners = np.concatenate([_corners(b, picture.view) for b in blocks])
        low, high = corners.min(axis=0) - _MARGIN, corners.max(axis=0) + _MARGIN
        if picture.room is not None:
            width, depth, tall = picture.room
            size = {
                RelationView.TOP: (width, depth),
                RelationView.FRONT: (width, tall),
                RelationView.SIDE: (depth, tall),
            }[picture.view]
            low, high = -np.array(size) / 2.0 - 0.1, np.array(size) / 2.0 + 0.1
        if picture.view is not RelationView.TOP:
            low[1], high[1] = -0.1, high[1] if picture.room is None else picture.room[2] + 0.1
        return cls(picture.view, picture.room, low, high, float(min(np.array(_PANEL) / (high - low))))

    @property
    def width(self) -> float:
        return float(self.high[0] - self.low[0]) * self.scale

    @property
    def height(self) -> float:
        return float(self.high[1] - self.low[1]) * self.scale

    def pixels(self, points: FloatArray) -> FloatArray:
        """(..., 2) pixels of points (..., 2) metres of the view."""
        right = (points[..., 0] - self.low[0]) * self.scale
        down = (
            (points[..., 1] - self.low[1]) * self.scale
            if self.view is RelationView.TOP
            else (self.high[1] - points[..., 1]) * self.scale
        )
        out: FloatArray = np.stack([right, down], axis=-1)
        return out


def _corners(block: Block, view: RelationView) -> FloatArray:
    """(4, 2) corners of a box in a view, metres."""
    width, height, depth = block.size
    x, y, z = block.at
    c, s = np.cos(np.deg2rad(block.turn)), np.sin(np.deg2rad(block.turn))
    plan = np.array([[-width, -depth], [width, -depth], [width, depth], [-width, depth]]) / 2.0
    turned: FloatArray = np.stack([x + c * plan[:, 0] + s * plan[:, 1], z - s * plan[:, 0] + c * plan[:, 1]], axis=-1)
    if view is RelationView.TOP:
        return turned
    along = turned[:, 0] if view is RelationView.FRONT else turned[:, 1]
    low, high = along.min(), along.max()
    return np.array([[low, y], [high, y], [high, y + height], [low, y + height]])


def _panel(
    row: RelationKind,
    frame: _Frame,
    things: Mapping[str, Block],
    colors: Mapping[str, tuple[str, str]],
    first: list[str],
) -> list[str]:
    parts = _surroundings(frame)
    nearest = {
        RelationView.TOP: lambda b: b.at[1] + b.size[1],
        RelationView.FRONT: lambda b: b.at[2],
        RelationView.SIDE: lambda b: b.at[0],
    }
    inside = row.kind in (
        RelationName.INSIDE,
        RelationName.UNDER,
    )  # a thing inside or below another is drawn over it
    order = sorted(things.items(), key=lambda item: (inside and item[0] in first, nearest[frame.view](item[1])))
    for name, block in order:
        parts.extend(_thing(frame, block, *colors.get(name, _PLAIN)))
    parts.extend(_marks(row, frame, things, first))
    parts.extend(_label(frame, name, block, high=inside and name not in first) for name, block in order)
    return parts


def _surroundings(frame: _Frame) -> list[str]:
    """Floor and walls, or the ground."""
    if frame.room is None:
        if frame.view is RelationView.TOP:
            return [f'<rect width="{frame.width:.1f}" height="{frame.height:.1f}" fill="{_FLOOR}"/>']
        return [_line(frame, [[frame.low[0], 0.0], [frame.high[0], 0.0]], _WALL, 2.0)]
    inner = np.array([frame.low + 0.1, frame.high - 0.1])
    (left, top), (right, bottom) = np.sort(frame.pixels(inner), axis=0).tolist()
    return [
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}" fill="{_FLOOR}" '
        f'stroke="{_WALL}" stroke-width="3"/>'
    ]


def _thing(frame: _Frame, block: Block, fill: str, stroke: str) -> list[str]:
    corners = frame.pixels(_corners(block, frame.view))
    outline = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners.tolist())
    parts = [
        f'<polygon points="{outline}" fill="{fill}" fill-opacity="0.85" stroke="{stroke}" stroke-width="1.2"/>',
    ]
    if frame.view is RelationView.TOP:
        front = 0.5 * (corners[2] + corners[3])
        out = front - 0.5 * (corners[0] + corners[1])
        out = out / max(float(np.hypot(*out)), 1e-9)
        side = np.array([-out[1], out[0]])
        mark = [front + 4.0 * side, front + 5.0 * out, front - 4.0 * side]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in mark)
        parts.append(f'<polygon points="{points}" fill="{stroke}"/>')
    return parts


def _label(frame: _Frame, name: str, block: Block, high: bool) -> str:
    """The name of a thing: in it (at its top if `high`), or beside it where it is too small."""
    corners = frame.pixels(_corners(block, frame.view))
    low, most = corners.min(axis=0), corners.max(axis=0)
    x, y = 0.5 * (low + most)
    wide = _LETTER * len(name)
    if most[0] - low[0] < wide or most[1] - low[1] < 12.0:
        upper = y < 0.5 * frame.height and low[1] > 14.0
        y = low[1] - 8.0 if upper or most[1] > frame.height - 14.0 else most[1] + 11.0
        x = min(max(x, 0.5 * wide), frame.width - 0.5 * wide)
    elif high:
        y = low[1] + 9.0
    return f'<text x="{x:.1f}" y="{y + 3.5:.1f}" text-anchor="middle" fill="{_INK}">{escape(name)}</text>'


def _marks(row: RelationKind, frame: _Frame, things: Mapping[str, Block], first: list[str]) -> list[str]:
    """Extra lines: the view direction, the space that stays free, or the line of a row."""
    block = things[first[0]]
    x, _, z = block.at
    ahead = np.array([np.sin(np.deg2rad(block.turn)), np.cos(np.deg2rad(block.turn))])
    front = np.array([x, z]) + ahead * block.size[2] / 2.0
    if row.kind in (RelationName.FACING, RelationName.ACROSS):
        return [_line(frame, [front, front + 2.2 * ahead], _INK, 0.8, dashed=True)]
    if row.kind == RelationName.CLEAR:
        aside = np.array([ahead[1], -ahead[0]]) * block.size[0] / 2.0
        free = 0.8
        zone = [front - aside, front + aside, front + aside + free * ahead, front - aside + free * ahead, front - aside]
        return [_line(frame, zone, _INK, 0.8, dashed=True)]
    if row.kind == RelationName.ALIGNED:
        return [_line(frame, [[frame.low[0], z], [frame.high[0], z]], _INK, 0.8, dashed=True)]
    return []


def _line(frame: _Frame, points: object, stroke: str, width: float, *, dashed: bool = False) -> str:
    pixels = frame.pixels(np.asarray(points, dtype=np.float64))
    shown = " ".join(f"{x:.1f},{y:.1f}" for x, y in pixels.tolist())
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    return f'<polyline points="{shown}" fill="none" stroke="{stroke}" stroke-width="{width:g}"{dash}/>'
