"""Floor plans: a layout from straight above, for people and for vision models.

The back wall is on top, x to the right, z downward. Standing bodies have lightened colours of their own, rugs are hatched, wall mounted
bodies have blue and ceiling mounted ones violet outlines; the walkable floor is green. Violations are red, with letters that the
legend explains. A moved body has an arrow from its written pose.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scenewright.renderers.plan.bodies import (
    CEILING,
    WALL_HUNG,
    draw_bodies,
    draw_grounds,
    drawing_order,
    front_arrow,
    shape_of,
)
from scenewright.renderers.plan.canvas import Canvas, shortened, text_size
from scenewright.renderers.plan.findings import RED, Finding, draw_findings, findings_of
from scenewright.renderers.plan.labels import Label, LabelRaster, Named, place_labels
from scenewright.renderers.plan.legend import Legend, legend_for
from scenewright.renderers.plan.moves import color_of, draw_ghosts, footprints, ghosts_of
from scenewright.renderers.plan.outlines import Outline, outlines_of
from scenewright.renderers.plan.room import (
    INK,
    PAPER,
    WALL_THICKNESS,
    PlanFrame,
    draw_floor,
    draw_grid,
    draw_ruler,
    draw_walkable,
    draw_walls,
)
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.layout import Bodies, BodyMove, Constraint, Support
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certify import ViolationKind
from scenewright.scene.model import FloatArray, Room, Scene

if TYPE_CHECKING:
    from PIL.Image import Image
    from shapely.geometry.base import BaseGeometry

    from scenewright.renderers.plan.moves import Ghost
    from scenewright.scene.layout import Certificate

__all__ = ["draw_plan"]

_CHORD = 0.4
"""Most distance in pixels between a curved outline and its line segments."""

_MARGIN = 56.0
"""Margin in pixels around the walls, for the rulers and the names of the walls."""

_TITLE = 74.0
_TALLEST = 1.05
"""Most height of the room in the picture, over the width of the picture."""

_SIDE = 290.0
"""Least width in pixels of a legend beside the plan of a deep room."""

_NARROWEST = 800
"""Least width in pixels of the picture of a deep room, for its title."""


def draw_plan(
    scene: Scene,
    *,
    bodies: Bodies | None = None,
    certificate: Certificate | None = None,
    constraints: Sequence[Constraint] = (),
    moves: Sequence[BodyMove] = (),
    offered: Sequence[BodyMove] = (),
    provider: AssetProvider | None = None,
    root: Path | None = None,
    title: str | None = None,
    width: int = 1200,
    job: Job | None = None,
) -> Image:
    """Draw the floor plan of a scene, `width` pixels wide and as high as the room and the legend need.

    Args:
        bodies: the bodies of this scene; default: :func:`scenewright.scene.layout.bodies.reading.bodies_of`.
        certificate: tints the walkable floor, and its violations are drawn in red.
        constraints: the constraints of the certificate's first relations, in the same order.
        moves: the moves that led to this scene, drawn from the old poses.
        offered: the moves of an offered repair.
        provider: provides the geometry of catalogue objects; without one their hulls are used.
        root: the scene folder.
        title: default: the name of the scene.

    Raises:
        LayoutError: 'size': a body is not finite; 'too-many' bodies; the picture would be narrower than 400 pixels.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="the plan")
    if width < 400:
        raise LayoutError(f"a plan {width} pixels wide cannot be read: at least 400")
    job.tick(0.0, "reading bodies")
    if bodies is None:
        bodies = bodies_of(scene, provider=provider, root=root)
    room = scene.room
    if room is not None and not np.isfinite([room.width, room.depth]).all():
        room = None
    at, reach = bodies.initial[:, [0, 2]], np.linalg.norm(bodies.half, axis=1)[:, None]
    across = (
        room.width
        if room is not None
        else float(np.ptp(np.concatenate([at - reach, at + reach]), axis=0).max(initial=0.0))
    )
    chord = max(_CHORD * across / width, 1e-3)
    outlines = outlines_of(scene, bodies, provider=provider, root=root, chord=chord, job=job.part(0.2, 0.7))
    job.tick(0.7, "drawing the plan")
    return _Plan(scene, room, outlines, certificate, constraints, moves, offered, title, width).draw()


class _Plan:
    def __init__(
        self,
        scene: Scene,
        room: Room | None,
        outlines: Sequence[Outline],
        certificate: Certificate | None,
        constraints: Sequence[Constraint],
        moves: Sequence[BodyMove],
        offered: Sequence[BodyMove],
        title: str | None,
        width: int,
    ) -> None:
        self.scene, self.room, self.outlines, self.certificate = scene, room, outlines, certificate
        self.moves, self.offered = moves, offered
        self.width = width
        self.title = title or scene.root_name.replace("_", " ")
        self.beside, self.frame = self._framed()
        self.shapes = {o.body: shape_of(o, self.frame) for o in outlines}
        self.findings = [] if certificate is None else findings_of(certificate, constraints, outlines, self.frame, room)
        self.ghosts = [
            *ghosts_of(moves, outlines, self.frame, offered=False),
            *ghosts_of(offered, outlines, self.frame, offered=True),
        ]
        self.raster, self.labels, self.marks, self.distances = self._written()

    def draw(self) -> Image:
        frame, room = self.frame, self.room
        legend = self._legend()
        height = self._below + (0.0 if self.beside else legend.height)
        if self.beside:
            height = max(height, frame.top + legend.height)
        canvas = Canvas(self.width, int(np.ceil(height)) + 8, PAPER)
        draw_floor(canvas, frame)
        grounds = draw_grounds(canvas, frame, self.outlines)
        walkable = None if self.certificate is None else self.certificate.walkable
        if walkable is not None:
            draw_walkable(canvas, frame, walkable, alpha=0.65 if grounds else 1.0)
        draw_grid(canvas, frame, walled=room is not None)
        if room is not None:
            draw_walls(canvas, frame, room)
        draw_bodies(canvas, frame, self.outlines)
        draw_findings(canvas, frame, self.findings, self.shapes, room)
        draw_ghosts(canvas, self.ghosts, self._sheet())
        draw_ruler(canvas, frame, room)
        self._draw_labels(canvas)
        self._draw_title(canvas)
        legend.draw(canvas, frame)
        return canvas.finished()

    # -- where everything goes ------------------------------------------------------------------------------------------

    def _framed(self) -> tuple[bool, PlanFrame]:
        low, high = self._extent()
        walls = 2.0 * WALL_THICKNESS if self.room is not None else 0.0
        across, deep = (high - low + walls).tolist()
        wide = self.width - 2 * _MARGIN
        scale = min(wide / across, _TALLEST * self.width / deep)
        beside = across * scale < wide - _SIDE
        outer = _MARGIN if beside else (self.width - across * scale) / 2.0
        inner = walls / 2.0 * scale
        if beside:
            self.width = min(self.width, max(int(outer + across * scale + 0.6 * _MARGIN + 1.5 * _SIDE), _NARROWEST))
        return beside, PlanFrame(low, high, outer + inner, _TITLE + 0.5 * _MARGIN + inner, scale)

    @property
    def _below(self) -> float:
        """Lower end of the room with its margin, in pixels."""
        walls = WALL_THICKNESS * self.frame.scale if self.room is not None else 0.0
        return self.frame.top + self.frame.size[1] + walls + _MARGIN

    @property
    def _after(self) -> float:
        """Right end of the room with its margin, in pixels."""
        walls = WALL_THICKNESS * self.frame.scale if self.room is not None else 0.0
        return self.frame.left + self.frame.size[0] + walls + 0.6 * _MARGIN

    def _extent(self) -> tuple[FloatArray, FloatArray]:
        """Corners in metres of the plan: the room's inner faces, or without a room the bounds of all bodies with some space."""
        if self.room is not None:
            size = np.array([self.room.width, self.room.depth])
            return -size / 2.0, size / 2.0
        bounds = self._bounds()
        if len(bounds) == 0:
            return np.array([-2.0, -2.0]), np.array([2.0, 2.0])
        low, high = bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)
        reach = max(float((high - low).max()), 0.02)
        space = max(0.05 * reach, min(0.1, 0.5 * reach))
        # a very small or flat scene still needs some area
        lacking = np.maximum(0.25 * reach + min(0.1, reach) - (high - low), 0.0) / 2.0
        return low - space - lacking, high + space + lacking

    def _bounds(self) -> FloatArray:
        """(K, 4) bounds in metres of all bodies, at their present and other poses."""
        shapes = [o.shape for o in self.outlines]
        for moves, offered in ((self.moves, False), (self.offered, True)):
            shapes += footprints(moves, self.outlines, offered=offered).values()
        return np.array([s.bounds for s in shapes]).reshape(-1, 4)

    def _sheet(self) -> BaseGeometry:
        """The area of the plan without title and legend, in pixels."""
        import shapely

        return shapely.box(4.0, _TITLE + 4.0, self._after if self.beside else self.width - 4.0, self._below - 4.0)

    def _written(
        self,
    ) -> tuple[LabelRaster, list[Label], list[tuple[Finding, float, float]], list[tuple[Ghost, float, float]]]:
        frame = self.frame
        order = drawing_order(self.outlines)
        # ceiling mounted bodies are drawn as outlines and hide nothing
        lying = [o for o in order if o.support is not Support.CEILING]
        raster = LabelRaster.of(self.width, int(self._below), [(o.body, self.shapes[o.body]) for o in lying])
        raster.keep_within(
            frame.left - 4.0, frame.top - 4.0, frame.left + frame.size[0] + 4.0, frame.top + frame.size[1] + 4.0
        )
        for outline in self.outlines:
            arrow = front_arrow(outline, frame)
            if arrow is not None:
                raster.take(*arrow.min(axis=0).tolist(), *arrow.max(axis=0).tolist())
        marks = []
        for finding in self.findings:
            if finding.at is not None:
                at = raster.nearest_free(*finding.at, 20.0, 20.0, 80.0)
                if at is not None:
                    raster.take(at[0] - 10.0, at[1] - 10.0, at[0] + 10.0, at[1] + 10.0)
                    marks.append((finding, *at))
        distances = self._beside_arrows(raster)
        return raster, place_labels(self._named(order), raster), marks, distances

    def _beside_arrows(self, raster: LabelRaster) -> list[tuple[Ghost, float, float]]:
        """Positions of the labels with distances; the arrows become taken, so that names do not cover them."""
        for ghost in self.ghosts:
            if ghost.arrow:
                for share in np.linspace(0.0, 1.0, 2 + int(ghost.length / 4.0)):
                    x, y = (a + share * (b - a) for a, b in zip(ghost.start, ghost.end, strict=True))
                    raster.take(x - 3.0, y - 3.0, x + 3.0, y + 3.0)
        found = []
        for ghost in self.ghosts:
            if ghost.text:
                width, height = text_size(ghost.text, 13)[0] + 10.0, 18.0
                x, y = ((a + b) / 2.0 for a, b in zip(ghost.start, ghost.end, strict=True))
                at = raster.nearest_free(x, y, width, height, 90.0)
                if at is not None:
                    raster.take(at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2)
                    found.append((ghost, *at))
        return found

    def _named(self, order: Sequence[Outline]) -> list[Named]:
        """The bodies to be named; a name may cover rugs and the body directly below its own."""
        import shapely

        names = dict(zip((o.body for o in order), short_names([o.path for o in order]), strict=True))
        rugs = {o.body for o in order if o.support is Support.RUG or o.ground}
        shapes = [self.shapes[o.body] for o in order]
        tree = shapely.STRtree(shapes)
        out = []
        for number, outline in enumerate(order):
            overhead = outline.support is Support.CEILING
            below = [int(n) for n in tree.query(shapes[number]) if n < number]
            if not overhead:
                middle = shapes[number].representative_point()
                below = [n for n in below if shapes[n].contains(middle)]
                below = [max(below)] if below else []
            on = frozenset(rugs | {order[n].body for n in below})
            out.append(Named(outline.body, names[outline.body], shapes[number], on, overhead))
        return out

    def _legend(self) -> Legend:
        names = dict(zip((o.body for o in self.outlines), short_names([o.path for o in self.outlines]), strict=True))
        numbers = sorted((label.number, names[label.body]) for label in self.labels if label.number)
        left, top, width = 36.0, self._below, self.width - 72.0
        if self.beside:
            left, top = self._after, self.frame.top
            width = self.width - left - 16.0
        return legend_for(
            self.outlines, self.certificate, numbers, self.findings, self.moves, self.offered, left, top, width
        )

    # -- text -----------------------------------------------------------------------------------------------------------

    def _draw_labels(self, canvas: Canvas) -> None:
        support = {o.body: o.support for o in self.outlines}
        colors = {Support.WALL: WALL_HUNG, Support.CEILING: CEILING}
        for label in self.labels:
            color = colors.get(support[label.body], INK)
            if label.leader is not None:
                canvas.line(label.leader, color, 1.0, alpha=0.8)
                x, y = label.leader[1]
                canvas.pill(x, y, 4.0, 4.0, color, color)
        for label in self.labels:
            color = colors.get(support[label.body], INK)
            if label.number:
                canvas.pill(label.x, label.y, label.width, label.height, (255, 255, 255), color, line=1.0, alpha=0.93)
                canvas.text((label.x, label.y), label.lines[0], label.size, color)
                continue
            step = label.height / len(label.lines)
            for k, line in enumerate(label.lines):
                y = label.y + (k - (len(label.lines) - 1) / 2.0) * (step - 1.0)
                canvas.text((label.x, y), line, label.size, color, halo=(255, 255, 255))
        for ghost, x, y in self.distances:
            color = color_of(ghost.offered)
            width = text_size(ghost.text, 13)[0] + 9.0
            canvas.pill(x, y, width, 17.0, (255, 255, 255), color, line=1.0, alpha=0.93)
            canvas.text((x, y), ghost.text, 13, color)
        for finding, x, y in self.marks:
            canvas.pill(x, y, 20.0 if len(finding.mark) == 1 else 26.0, 20.0, RED, (255, 255, 255), line=1.33)
            canvas.text((x, y), finding.mark, 13, (255, 255, 255), bold=True)

    def _draw_title(self, canvas: Canvas) -> None:
        if self.room is not None:
            facts = [f"{self.room.width:.2f} x {self.room.depth:.2f} m, {self.room.height:.2f} m high"]
        else:
            bounds = np.array([o.shape.bounds for o in self.outlines]).reshape(-1, 4)
            wide, deep = (
                bounds[:, 2:].max(axis=0, initial=-np.inf) - bounds[:, :2].min(axis=0, initial=np.inf)
            ).tolist()
            facts = [f"{wide:.2f} x {deep:.2f} m on open ground"] if len(bounds) else ["open ground"]
        facts.append(f"{len(self.outlines)} bodies")
        line = "   ".join(facts)
        canvas.text((self.width - 36.0, 32.0), line, 15, INK, anchor="rm")
        title = shortened(self.title, 24, self.width - 96.0 - text_size(line, 15)[0], bold=True)
        canvas.text((36.0, 32.0), title, 24, INK, anchor="lm", bold=True)
        if self.certificate is not None:
            good, bad = verdict(self.certificate)
            x = 36.0
            for text, color in [*((t, RED) for t in bad), *((t, (58, 120, 66)) for t in good)]:
                canvas.text((x, 60.0), text, 14, color, anchor="lm")
                x += text_size(text, 14)[0] + 18.0


def verdict(certificate: Certificate) -> tuple[list[str], list[str]]:
    """Short texts on the properties that a certificate confirms, and on those that fail."""
    good: list[str] = []
    bad: list[str] = []

    def add(holds: bool, yes: str, no: str) -> None:
        (good if holds else bad).append(yes if holds else no)

    count = {k: len(certificate.of_kind(k)) for k in ViolationKind}
    collisions = count[ViolationKind.COLLISION]
    add(certificate.collision_free, "no collisions", f"{collisions} collision{'s' if collisions > 1 else ''}")
    add(certificate.in_bounds, "all inside", f"{count[ViolationKind.BOUNDS]} outside")
    add(not count[ViolationKind.SUPPORT], "all held up", f"{count[ViolationKind.SUPPORT]} not held up")
    add(certificate.doors_free, "doors free", f"{count[ViolationKind.DOOR]} before doors")
    if count[ViolationKind.WINDOW]:
        bad.append(f"{count[ViolationKind.WINDOW]} over the edges of windows")
    if certificate.relations:
        satisfied = sum(r.satisfied for r in certificate.relations)
        total = len(certificate.relations)
        add(satisfied == total, f"all {total} relations hold", f"{total - satisfied} of {total} relations fail")
    add(certificate.navigable >= 0.95, *[f"{100 * certificate.navigable:.0f} % of the free floor can be reached"] * 2)
    return good, bad


def short_names(paths: Sequence[str]) -> list[str]:
    """Short names of paths: the last segment if it is unique, else the path without its root."""
    segments = [p.rsplit("/", 1)[-1] for p in paths]
    return [s if segments.count(s) == 1 else p.split("/", 1)[-1] for s, p in zip(segments, paths, strict=True)]
