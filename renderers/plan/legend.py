"""The legend of a plan: violations, moves, names behind numbers, and the meaning of colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenewright.renderers.plan.bodies import CEILING, WALL_HUNG
from scenewright.renderers.plan.canvas import Canvas, Rgb, shortened, text_size
from scenewright.renderers.plan.findings import RED, Finding
from scenewright.renderers.plan.moves import color_of
from scenewright.renderers.plan.outlines import Outline
from scenewright.renderers.plan.room import INK, PAPER, QUIET, UNREACHED, WALKABLE, PlanFrame, draw_scale_bar
from scenewright.scene.layout import BodyMove, Support, moved_text

if TYPE_CHECKING:
    from scenewright.scene.layout import Certificate

__all__ = ["Legend", "legend_for"]

_LINE = 20.0
_GAP = 12.0
_SIZE = 14
_MOST_FINDINGS = 40
_MOST_MOVES = 12
_ONE_COLUMN = 5
"""Most findings that are listed in one column."""


@dataclass(eq=False)
class Legend:
    """A column of text and symbols. `left`, `top`, `width`: its place in pixels. `height`: its height in pixels so far."""

    left: float
    top: float
    width: float
    height: float = 0.0
    steps: list[Callable[[Canvas, PlanFrame], None]] = field(default_factory=list)

    def draw(self, canvas: Canvas, frame: PlanFrame) -> None:
        for step in self.steps:
            step(canvas, frame)


def legend_for(
    outlines: Sequence[Outline],
    certificate: Certificate | None,
    numbers: Sequence[tuple[int, str]],
    findings: Sequence[Finding],
    moves: Sequence[BodyMove],
    offered: Sequence[BodyMove],
    left: float,
    top: float,
    width: float,
) -> Legend:
    """The legend of a plan. `numbers`: numbers with their names, in order."""
    legend = Legend(left, top, width)
    _add_keys(legend, outlines, certificate, moved=bool(moves), offered=bool(offered))
    _add_findings(legend, findings)
    _add_moves(legend, moves, "moved", offered=False)
    _add_moves(legend, offered, "would move", offered=True)
    _add_numbers(legend, numbers)
    return legend


def _add_keys(
    legend: Legend, outlines: Sequence[Outline], certificate: Certificate | None, *, moved: bool, offered: bool
) -> None:
    kinds = {o.support for o in outlines}
    keys: list[tuple[str, Callable[[Canvas, float, float], None]]] = []
    walkable = None if certificate is None else certificate.walkable
    if walkable is not None:
        keys.append(("floor one can walk on", lambda c, x, y: _swatch(c, x, y, WALKABLE)))
        if (walkable.free & ~walkable.walkable).any():
            keys.append(("free, but cut off", lambda c, x, y: _swatch(c, x, y, UNREACHED)))
    if Support.RUG in kinds:
        keys.append(("rug", _rug_swatch))
    if Support.WALL in kinds:
        keys.append(("on a wall", lambda c, x, y: _edge_swatch(c, x, y, WALL_HUNG, dashed=False)))
    if Support.CEILING in kinds:
        keys.append(("from the ceiling", lambda c, x, y: _edge_swatch(c, x, y, CEILING, dashed=True)))
    keys.append(("front", _arrow_swatch))
    if moved:
        keys.append(("moved from where it was written", lambda c, x, y: _move_swatch(c, x, y, offered=False)))
    if offered:
        keys.append(("offered, not taken", lambda c, x, y: _move_swatch(c, x, y, offered=True)))
    x, y = 0.0, legend.height + _LINE / 2.0
    for text, draw in keys:
        wide = 30.0 + text_size(text, _SIZE)[0] + 22.0
        if x + wide > legend.width and x > 0.0:
            x, y = 0.0, y + _LINE + 2.0
        at = (legend.left + x, legend.top + y)
        legend.steps.append(lambda c, f, at=at, draw=draw: draw(c, *at))
        legend.steps.append(lambda c, f, at=at, text=text: c.text((at[0] + 30.0, at[1]), text, _SIZE, INK, anchor="lm"))
        x += wide
    right, bar = legend.left + legend.width - 40.0, 180.0
    if x + bar > legend.width:
        y += _LINE + 6.0
        right = min(right, legend.left + 200.0)
    legend.steps.append(lambda c, f, right=right, y=legend.top + y: draw_scale_bar(c, f, right, y))
    legend.height = y + _LINE / 2.0 + _GAP


def _add_findings(legend: Legend, findings: Sequence[Finding]) -> None:
    listed = findings[:_MOST_FINDINGS]
    columns = 2 if len(listed) > _ONE_COLUMN and legend.width > 800.0 else 1
    width = legend.width / columns
    entries = [(f.mark, _wrapped(f.text, width - 50.0)) for f in listed]
    total = sum(len(lines) for _, lines in entries)
    x, y, tallest, written = legend.left, legend.height, legend.height, 0
    for mark, lines in entries:
        if written >= total / columns and x == legend.left and columns == 2:
            x, y = legend.left + width, legend.height
        at = (x + 11.0, legend.top + y + _LINE / 2.0)
        legend.steps.append(lambda c, f, at=at, m=mark: _mark(c, at, m))
        for line in lines:
            where = (x + 30.0, legend.top + y + _LINE / 2.0)
            legend.steps.append(lambda c, f, where=where, t=line: c.text(where, t, _SIZE, INK, anchor="lm"))
            y += _LINE
        y += 2.0
        written += len(lines)
        tallest = max(tallest, y)
    if len(findings) > _MOST_FINDINGS:
        below = (legend.left + 30.0, legend.top + tallest + _LINE / 2.0)
        more = f"... and {len(findings) - _MOST_FINDINGS} more"
        legend.steps.append(lambda c, f: c.text(below, more, _SIZE, RED, anchor="lm"))
        tallest += _LINE
    legend.height = tallest + (_GAP if findings else 0.0)


def _add_moves(legend: Legend, moves: Sequence[BodyMove], head: str, *, offered: bool) -> None:
    """List the moves, largest first, with their reasons."""
    y = legend.height
    for move in moves[:_MOST_MOVES]:
        for k, line in enumerate(_wrapped(f"{head} {moved_text(move)}", legend.width - 30.0)):
            at = (legend.left, legend.top + y + _LINE / 2.0)
            if k == 0:
                legend.steps.append(lambda c, f, at=at: _move_swatch(c, *at, offered=offered))
            legend.steps.append(lambda c, f, at=at, t=line: c.text((at[0] + 30.0, at[1]), t, _SIZE, INK, anchor="lm"))
            y += _LINE
        y += 2.0
    if len(moves) > _MOST_MOVES:
        where = (legend.left + 30.0, legend.top + y + _LINE / 2.0)
        more = f"... and {len(moves) - _MOST_MOVES} more"
        legend.steps.append(lambda c, f: c.text(where, more, _SIZE, color_of(offered), anchor="lm"))
        y += _LINE
    legend.height = y + (_GAP if moves else 0.0)


def _add_numbers(legend: Legend, numbers: Sequence[tuple[int, str]]) -> None:
    if not numbers:
        return
    most = legend.width - 44.0
    numbers = [(number, shortened(name, _SIZE, most)) for number, name in numbers]
    wide = 44.0 + max(text_size(name, _SIZE)[0] for _, name in numbers)
    columns = max(1, int(legend.width // max(wide, 110.0)))
    rows = -(-len(numbers) // columns)
    step = legend.width / columns
    for k, (number, name) in enumerate(numbers):
        x = legend.left + (k // rows) * step
        y = legend.top + legend.height + (k % rows) * _LINE + _LINE / 2.0
        legend.steps.append(lambda c, f, x=x, y=y, n=number, t=name: _entry(c, x, y, n, t))
    legend.height += rows * _LINE + _GAP


def _entry(canvas: Canvas, x: float, y: float, number: int, name: str) -> None:
    canvas.text((x + 22.0, y), str(number), _SIZE, QUIET, anchor="rm")
    canvas.text((x + 30.0, y), name, _SIZE, INK, anchor="lm")


def _mark(canvas: Canvas, at: tuple[float, float], mark: str) -> None:
    canvas.pill(*at, 18.0 if len(mark) == 1 else 24.0, 18.0, RED, RED)
    canvas.text(at, mark, 12, (255, 255, 255), bold=True)


def _swatch(canvas: Canvas, x: float, y: float, color: Rgb) -> None:
    canvas.box(x, y - 7.0, x + 22.0, y + 7.0, color)


def _edge_swatch(canvas: Canvas, x: float, y: float, color: Rgb, *, dashed: bool) -> None:
    corners = [(x, y - 6.0), (x + 22.0, y - 6.0), (x + 22.0, y + 6.0), (x, y + 6.0), (x, y - 6.0)]
    canvas.line(corners, color, 1.67, dash=(5.0, 3.5) if dashed else None)


def _rug_swatch(canvas: Canvas, x: float, y: float) -> None:
    import shapely

    canvas.box(x, y - 7.0, x + 22.0, y + 7.0, (232, 228, 222))
    canvas.hatch(shapely.box(x, y - 7.0, x + 22.0, y + 7.0), QUIET, 0.67, step=5.0)


def _arrow_swatch(canvas: Canvas, x: float, y: float) -> None:
    canvas.box(x + 2.0, y - 7.0, x + 18.0, y + 1.0, PAPER)
    canvas.line([(x + 2, y - 7), (x + 18, y - 7), (x + 18, y + 1), (x + 2, y + 1), (x + 2, y - 7)], INK, 1.0)
    canvas.polygon([(x + 6.0, y + 2.5), (x + 14.0, y + 2.5), (x + 10.0, y + 8.0)], INK)


def _move_swatch(canvas: Canvas, x: float, y: float, *, offered: bool) -> None:
    color = color_of(offered)
    corners = [(x, y - 6.0), (x + 9.0, y - 6.0), (x + 9.0, y + 6.0), (x, y + 6.0), (x, y - 6.0)]
    canvas.line(corners, color, 1.2, dash=(3.0, 2.0))
    canvas.line([(x + 5.0, y), (x + 16.0, y)], color, 1.67)
    canvas.polygon([(x + 22.0, y), (x + 15.0, y + 4.0), (x + 15.0, y - 4.0)], color)


def _wrapped(text: str, width: float) -> list[str]:
    """The text broken into lines of at most `width` pixels."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_size(f"{lines[-1]} {word}", _SIZE)[0] <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
