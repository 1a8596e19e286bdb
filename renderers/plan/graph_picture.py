"""A picture of a scene graph: the boxes of its things from straight above with their names, and lines for its relations.

Support is a blue line with a dot at the supporting thing. Neighbours are connected in grey, containment in violet, facing by orange
dashes. The frame is that of plans: the back wall is on top, x to the right, z downward.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from scenewright.renderers.plan.canvas import Canvas, Rgb, shortened, text_size
from scenewright.renderers.plan.room import (
    INK,
    PAPER,
    QUIET,
    WALL_THICKNESS,
    PlanFrame,
    draw_floor,
    draw_grid,
    draw_walls,
)
from scenewright.scene.layout import box_corners, to_room_frame
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.scene_graph import SceneGraph

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["draw_graph"]

_LINES: dict[str, tuple[Rgb, float, tuple[float, float] | None, str]] = {
    "on": ((38, 98, 180), 1.8, None, "rests on"),
    "inside": ((128, 70, 170), 1.8, None, "is inside"),
    "next_to": ((120, 124, 130), 1.2, None, "is next to"),
    "facing": ((222, 120, 30), 1.2, (6.0, 4.0), "faces"),
}
"""Color, width in pixels, dash and words of each kind of edge that is drawn."""

_MARGIN = 60.0
_TITLE = 56.0
_LEGEND = 34.0
_TALLEST = 1.1
_NAMED_PARTS = 40
"""In a scene with more things, only those that are not parts of others are named."""


def draw_graph(graph: SceneGraph, *, width: int = 1200, title: str | None = None) -> Image:
    """Draw the graph from above, `width` pixels wide (at least 400).

    Raises:
        ValueError: `width` is less than 400.
    """
    if width < 400:
        raise ValueError(f"a graph {width} pixels wide cannot be read: at least 400")
    shown = _shown(graph)
    frame = _framed(graph, shown, width)
    height = int(np.ceil(frame.top + frame.size[1] + _MARGIN + _LEGEND))
    canvas = Canvas(width, height, PAPER)
    draw_floor(canvas, frame)
    draw_grid(canvas, frame, walled=graph.room is not None)
    if graph.room is not None:
        draw_walls(canvas, frame, graph.room)
    for i in sorted(shown, key=lambda i: graph.nodes[i].position[1] + graph.nodes[i].size[1]):
        _draw_box(canvas, frame, graph, i)
    _draw_edges(canvas, frame, graph, set(shown))
    _draw_names(canvas, frame, graph, shown)
    _draw_legend(canvas, graph, title or graph.nodes[0].word if graph.nodes else "", width, height)
    return canvas.finished()


def _shown(graph: SceneGraph) -> list[int]:
    out = []
    for i, node in enumerate(graph.nodes):
        if i in graph.grounds or max(node.size) <= 0.0 or node.kind == "room":
            continue
        if len(graph) > _NAMED_PARTS and any(k not in graph.grounds for k in _above(graph, i)):
            continue
        out.append(i)
    return out


def _above(graph: SceneGraph, i: int) -> list[int]:
    out = []
    while (i := graph.nodes[i].parent) >= 0:
        out.append(i)
    return out


def _framed(graph: SceneGraph, shown: list[int], width: int) -> PlanFrame:
    if graph.room is not None and np.isfinite([graph.room.width, graph.room.depth]).all():
        half = np.array([graph.room.width, graph.room.depth]) / 2.0
        low, high, walls = -half, half, WALL_THICKNESS
    else:
        corners = np.concatenate([_corners(graph, i) for i in shown] or [np.array([[-1.0, -1.0], [1.0, 1.0]])])
        low, high, walls = corners.min(axis=0), corners.max(axis=0), 0.0
        space = 0.05 * float((high - low).max()) + 0.05
        low, high = low - space, high + space
    across, deep = (high - low + 2.0 * walls).tolist()
    scale = min((width - 2 * _MARGIN) / across, _TALLEST * width / deep)
    left = (width - (high - low)[0] * scale) / 2.0
    return PlanFrame(low, high, float(left), _TITLE + 0.5 * _MARGIN + walls * scale, float(scale))


def _corners(graph: SceneGraph, i: int) -> FloatArray:
    """(4, 2) corners (x, z) of a node's footprint, in metres."""
    node = graph.nodes[i]
    flat = box_corners(np.array([node.size[0], node.size[2]]) / 2.0)
    points = np.stack([flat[:, 0], np.zeros(4), flat[:, 1]], axis=-1)
    pose = np.array([*node.position, np.deg2rad(node.front)])
    return to_room_frame(pose, points)[:, [0, 2]]


def _draw_box(canvas: Canvas, frame: PlanFrame, graph: SceneGraph, i: int) -> None:
    import shapely

    seen = graph.main_color(i)
    color: Rgb = QUIET if seen is None else tuple(round(255 * c) for c in seen.color)  # type: ignore[assignment]
    points = frame.points(_corners(graph, i))
    shape = shapely.Polygon(points)
    canvas.fill(shape, color, 0.45)
    canvas.outline(shape, tuple(round(0.6 * c) for c in color), 1.2)  # type: ignore[arg-type]
    front = points[2:].mean(axis=0)  # the side toward its own +z
    middle = points.mean(axis=0)
    tip = middle + (front - middle) * 0.92
    canvas.line([tuple(middle + (front - middle) * 0.6), tuple(tip)], INK, 1.2, alpha=0.6)


def _middle(frame: PlanFrame, graph: SceneGraph, i: int) -> tuple[float, float]:
    x, _, z = graph.nodes[i].position
    return frame.point(x, z)


def _draw_edges(canvas: Canvas, frame: PlanFrame, graph: SceneGraph, shown: set[int]) -> None:
    for edge in graph.edges:
        if edge.kind not in _LINES or edge.a not in shown or edge.b not in shown:
            continue
        color, line, dash, _ = _LINES[edge.kind]
        start, stop = _middle(frame, graph, edge.a), _middle(frame, graph, edge.b)
        canvas.line([start, stop], color, line, dash=dash, alpha=0.4 + 0.5 * edge.degree)
        if edge.kind in ("on", "inside"):
            canvas.pill(*stop, 6.0, 6.0, color, color)


def _draw_names(canvas: Canvas, frame: PlanFrame, graph: SceneGraph, shown: list[int]) -> None:
    """Write the names, those of larger things first; later ones are shifted off the text that is there."""
    taken: list[tuple[float, float, float, float]] = []
    for i in sorted(shown, key=lambda i: -graph.nodes[i].size[0] * graph.nodes[i].size[2]):
        name = shortened(graph.nodes[i].name.replace("_", " "), 13, 170.0)
        w, h = text_size(name, 13)
        x, y = _middle(frame, graph, i)
        for step in range(12):
            at = y + (step + 1) // 2 * h * (1 if step % 2 else -1)
            box = (x - w / 2, at - h / 2, x + w / 2, at + h / 2)
            if not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
                break
        taken.append(box)
        canvas.text((x, at), name, 13, INK, halo=(255, 255, 255))


def _draw_legend(canvas: Canvas, graph: SceneGraph, title: str, width: int, height: int) -> None:
    canvas.text(
        (36.0, 32.0), shortened(title.replace("_", " "), 24, width - 320.0, bold=True), 24, INK, anchor="lm", bold=True
    )
    canvas.text((width - 36.0, 32.0), f"{len(graph)} things   {len(graph.edges)} relations", 15, INK, anchor="rm")
    x = 36.0
    for color, line, dash, words in _LINES.values():
        canvas.line([(x, height - 24.0), (x + 34.0, height - 24.0)], color, line, dash=dash)
        canvas.text((x + 42.0, height - 24.0), words, 14, INK, anchor="lm")
        x += 62.0 + text_size(words, 14)[0]
