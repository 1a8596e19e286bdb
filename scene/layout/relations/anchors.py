"""Translate the relations of a scene into constraints between its bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from scenewright.scene.language.relations import ANY_WALL, KINDS, RelationName, wall_named
from scenewright.scene.layout.bodies import loose_bodies
from scenewright.scene.layout.model import Anchor, AnchorKind, Bodies, Constraint, Support
from scenewright.scene.layout.relations.choices import aligned_along, row_direction, spread_axis, wall_beside
from scenewright.scene.layout.relations.definitions import DEFINITIONS
from scenewright.scene.layout.relations.measures import box_gap, boxes_at
from scenewright.scene.layout.relations.naming import BodyNames
from scenewright.scene.layout.relations.reading import BACK, WALLS, still_boxes, still_row
from scenewright.scene.layout.relations.statements import STATEMENTS, read_statement
from scenewright.scene.model import FloatArray, Relation, Scene, slug

__all__ = ["constraints_of"]

_PARAMETERS = ("lo", "hi", "axis", "along", "height", "front", "frame", "wall", "corner")
_HIDDEN = ("wall", "seats", "part", "reading", "faces")
"""Parameters that the text of a constraint shows in another way, or not at all."""

_SIDES = (RelationName.LEFT_OF, RelationName.RIGHT_OF, RelationName.IN_FRONT_OF, RelationName.BEHIND)
_LINES = (RelationName.SPACED, RelationName.IN_ROW)
"""Arrangements that need several things."""


def constraints_of(scene: Scene, bodies: Bodies) -> tuple[tuple[Constraint, ...], dict[int, str]]:
    """The relations of a scene as constraints between bodies.

    A name means the body that it is or lies in. A name with several bodies below it means each of them as `a`, with a constraint each,
    and the nearest of them as `b`. 'room', its floor and ceiling, walls, doors and windows are anchors; without a room the ground
    stands for the room. ``aligned`` and ``in_row`` get the meaning that is nearest to the written poses: ``parameters["reading"]``
    names it ('same x', 'row along x'), as does the text, and ``parameters["axis"]`` is the axis of the shared coordinate.
    ``joined``, ``embedded_in`` and ``fixed`` make no constraints
    (see :func:`scenewright.scene.layout.relations.statements.statements_of`).

    Returns:
        The constraints; and number in ``scene.relations`` -> the reason why it could not be read, with the most similar names. A
        relation of which only some names exist (seven chairs of eight) is in both.
    """
    reader = _Reader(scene, bodies)
    constraints: list[Constraint] = []
    unread: dict[int, str] = {}
    for number, relation in enumerate(scene.relations):
        problems: list[str] = []
        constraints.extend(reader.read(number, relation, problems))
        if problems:
            unread[number] = "; ".join(dict.fromkeys(problems))
    return tuple(constraints), unread


class _Reader:
    def __init__(self, scene: Scene, bodies: Bodies) -> None:
        self.scene = scene
        self.bodies = bodies
        self.names = BodyNames(scene, bodies)
        self.boxes = boxes_at(bodies.initial, bodies.half, bodies.height)
        self.still = np.zeros((0, 8)) if scene.room is None else still_boxes(scene.room)
        self.written = np.ones(len(bodies), dtype=bool) if bodies.guessed is None else ~bodies.guessed

    def read(self, number: int, relation: Relation, problems: list[str]) -> Iterator[Constraint]:
        if relation.kind in STATEMENTS:
            read_statement(self.names, relation, problems)
            return
        if relation.kind not in DEFINITIONS:
            problems.append(f"there is no relation '{relation.kind}'")
            return
        many = "items" in relation.paths
        movable = self.names.movable(self.names.rows(relation, "items" if many else "a", problems), problems)
        targets = {n: self.names.rows(relation, n, problems) for n in ("b", "about") if n in relation.paths}
        if not movable or any(not r for r in targets.values()):
            return
        if relation.kind == RelationName.ALIGNED and many:
            yield from self.aligned(number, relation, movable, problems)
            return
        for items in [movable] if many else [(body,) for body in movable]:
            constraint = self.constraint(number, relation, items, targets, problems)
            if constraint is not None:
                yield constraint

    def constraint(
        self,
        number: int,
        relation: Relation,
        items: tuple[int, ...],
        targets: Mapping[str, list[int]],
        problems: list[str],
    ) -> Constraint | None:
        kind = relation.kind
        parameters = {k: relation.arguments[k] for k in _PARAMETERS if relation.arguments.get(k) is not None}
        target = about = None
        if "b" in targets:
            target = self.target(relation, items, targets["b"], parameters, problems)
            if target is None:
                return None
        if kind == RelationName.AROUND and target is not None:
            items, target = self.ring(relation, items, target, targets["b"])
        if "about" in targets:
            anchors = [a for r in targets["about"] for a in self.names.anchors_at(r)]
            about = self.nearest(items[0], anchors) if anchors else None
        if kind == RelationName.SYMMETRIC and (target is None or target.kind is not AnchorKind.BODY or about is None):
            problems.append("symmetric needs two things that can be moved, and what they are symmetric about")
            return None
        if self.lacks_walls(kind, parameters):
            problems.append(f"{kind} needs a room: room(width, depth, height) makes one")
            return None
        if kind in (RelationName.AGAINST_WALL, RelationName.ON_WALL) and "wall" in parameters:
            target = self.wall(relation, parameters, items[0], problems)
            if target is None:
                return None
        if not self.enough(kind, items, problems):
            return None
        if kind == RelationName.AROUND:
            parameters["seats"] = tuple(self.names.is_seat(i) for i in items)
        if kind == RelationName.FACING and self.names.is_looked_over(items[0]):
            parameters["faces"] = BACK
        part = str(parameters.get("part", ""))
        named = [*map(self.names.label, items), *(self.names.label(t, part) for t in (target, about) if t is not None)]
        shown = {k: v for k, v in parameters.items() if k not in _HIDDEN}
        read_as = self.choose(kind, items, target, parameters)
        if kind == RelationName.CLEAR:
            items = (items[0], *self.in_the_way(items[0]))
        return self.constraint_of(
            number, relation, items, target, about, parameters, _text(kind, named, shown, read_as)
        )

    def constraint_of(
        self,
        number: int,
        relation: Relation,
        items: tuple[int, ...],
        target: Anchor | None,
        about: Anchor | None,
        parameters: Mapping[str, Any],
        text: str,
    ) -> Constraint:
        return Constraint(
            relation=number,
            kind=RelationName(relation.kind),
            items=items,
            target=target,
            about=about,
            parameters=parameters,
            weight=relation.weight,
            hard=relation.hard or DEFINITIONS[relation.kind].hard,
            text=text,
        )

    # -- one of several meanings ------------------------------------------------------------------------------------

    def choose(self, kind: str, items: tuple[int, ...], target: Anchor | None, parameters: dict[str, Any]) -> str:
        """Choose the meaning of an ambiguous relation by the written poses, and set its parameters. Returns the meaning in words, ''
        where there was no choice."""
        if kind not in (RelationName.ALIGNED, RelationName.SPACED, RelationName.IN_ROW):
            return ""
        stand = self.boxes[[i for i in items if self.written[i]]]
        if kind == RelationName.ALIGNED and target is not None:
            others = self.box_of(target)
            choice = aligned_along(parameters.get("axis"), stand[0] if len(stand) else None, others)
            parameters.update(axis=choice.axis, reading=choice.reading)
            return choice.phrase
        if kind == RelationName.SPACED and "axis" not in parameters:
            parameters["axis"] = spread_axis(stand)
            return f"along {parameters['axis']}"
        if kind != RelationName.IN_ROW:
            return ""
        if parameters.get("along") == "wall":
            wall = None if self.scene.room is None else wall_beside(stand, self.scene.room)
            if wall is None:
                return ""
            parameters.update(wall=wall, reading=f"row along the {wall} wall")
            return f"along the {wall} wall"
        stated = "along" in parameters
        along = parameters.get("along") or row_direction(stand)
        if along is None:
            return ""
        parameters.update(along=along, reading=f"row along {along}")
        return "" if stated else f"along {along}"

    def box_of(self, anchor: Anchor) -> FloatArray | None:
        """(8,) the box of an anchor at its written pose; None where nobody wrote one."""
        if anchor.kind is AnchorKind.BODY:
            return self.boxes[anchor.body] if self.written[anchor.body] else None
        return self.still_box(anchor)

    def still_box(self, anchor: Anchor) -> FloatArray:
        """(8,) the box of the room or a part of it; a point at the origin without a room."""
        return self.still[still_row(anchor)] if len(self.still) else np.zeros(8)

    def aligned(
        self, number: int, relation: Relation, items: tuple[int, ...], problems: list[str]
    ) -> Iterator[Constraint]:
        """Constraints of each further item with the first; the meaning is chosen once for all of them."""
        first, *others = items
        if not others:
            problems.append("aligned needs two or more things")
            return
        stand = [i for i in others if self.written[i]]
        written = relation.arguments.get("axis")
        axis = written if isinstance(written, str) else None
        choice = aligned_along(axis, self.boxes[first] if self.written[first] else None, self.boxes[stand])
        shown = {} if axis is None else {"axis": axis}
        for body in others:
            text = _text("aligned", [self.names.label(first), self.names.label(body)], shown, choice.phrase)
            parameters = {"axis": choice.axis, "reading": choice.reading}
            yield self.constraint_of(number, relation, (body,), Anchor(AnchorKind.BODY, first), None, parameters, text)

    # -- what things are related to ----------------------------------------------------------------------------------

    def target(
        self,
        relation: Relation,
        items: tuple[int, ...],
        rows: Iterable[int],
        parameters: dict[str, Any],
        problems: list[str],
    ) -> Anchor | None:
        """The target of a relation of these items; None where there is none that fits, with the reason in `problems`."""
        kind = relation.kind
        written = str(relation.arguments.get("b", ""))
        plain = slug(written.removeprefix("room/"))
        anchors = [a for row in rows for a in self.names.anchors_at(row)]
        others = [a for a in anchors if a.kind is not AnchorKind.BODY or a.body not in items]
        if not others:
            problems.append(
                f"{kind}: '{written}' moves with what is to be placed"
                if anchors
                else f"'{written}' has no geometry to refer to"
            )
            return None
        target = self.nearest(items[0], others)
        if kind == RelationName.ON and plain in ("wall", "walls") and target.kind is AnchorKind.WALL:
            parameters["part"] = "walls"
        if target.kind is AnchorKind.ROOM:
            whole = "room" if self.scene.room is not None else "ground"
            part = plain if self.scene.room is not None and plain in ("ceiling", "floor") else ""
            part = part or ("ground" if whole == "ground" else "floor" if kind == RelationName.ON else "")
            if part:
                parameters["part"] = part
            if not KINDS[kind].room:
                known = ", a wall" if kind in _SIDES else ""
                problems.append(f"{kind} needs a thing{known}, a door or a window, not the {part or whole}")
                return None
            if kind == RelationName.ALIGNED and parameters.get("axis") == "y":
                problems.append(f"aligned along y needs a thing, not the {part or whole}")
                return None
        if kind == RelationName.INSIDE and target.kind in (AnchorKind.WALL, AnchorKind.OPENING):
            problems.append(f"inside needs a thing or the room, not a {target.kind.value}")
            return None
        if kind in (RelationName.UNDER, RelationName.ABOVE, RelationName.AROUND) and target.kind is AnchorKind.WALL:
            problems.append(f"{kind} needs a thing, not a wall")
            return None
        return target

    def ring(
        self, relation: Relation, items: tuple[int, ...], target: Anchor, rows: Sequence[int]
    ) -> tuple[tuple[int, ...], Anchor]:
        """The items and the target of ``around``, which may be written in either order: the several things are the items."""
        named = relation.arguments.get("items")
        several = tuple(dict.fromkeys(b for row in rows for b in self.names.bodies_at(row)))
        if isinstance(named, (list, tuple)) and len(named) == 1 == len(items) < len(several):
            return tuple(b for b in several if b != items[0]), Anchor(AnchorKind.BODY, items[0])
        return items, target

    def nearest(self, item: int, anchors: list[Anchor]) -> Anchor:
        """The anchor that is nearest to an item in the program."""
        if len(anchors) == 1:
            return anchors[0]
        boxes = [self.boxes[a.body] if a.kind is AnchorKind.BODY else self.still_box(a) for a in anchors]
        return anchors[int(np.argmin(box_gap(self.boxes[item], np.stack(boxes))))]

    def wall(self, relation: Relation, parameters: dict[str, Any], item: int, problems: list[str]) -> Anchor | None:
        """The wall, or the body, that an ``against_wall`` or ``on_wall`` names; None with the reason in `problems`."""
        written = str(parameters["wall"])
        known = wall_named(written)
        if known is not None and known != ANY_WALL:
            parameters["wall"] = known
            return Anchor(AnchorKind.WALL, wall=known)
        index = self.scene._path_index
        named = relation.paths.get("wall")
        rows = self.names.resolve(written) if named is None else [index[p] for p in named if p in index]
        anchors = [
            a for row in rows for a in self.names.anchors_at(row) if a.kind is not AnchorKind.ROOM and a.body != item
        ]
        if relation.kind == RelationName.ON_WALL:  # a partition is a wall, a wardrobe is none
            anchors = [a for a in anchors if a.kind is not AnchorKind.BODY or self.bodies.building[a.body]]
        if not anchors:
            problems.append(
                f"there is no wall '{written}': the walls are {', '.join(WALLS)}{self.names.closest(written)}"
            )
            return None
        del parameters["wall"]
        return self.nearest(item, anchors)

    # -- what a relation needs ---------------------------------------------------------------------------------------

    def lacks_walls(self, kind: str, parameters: Mapping[str, Any]) -> bool:
        if (
            kind not in (RelationName.AGAINST_WALL, RelationName.ON_WALL, RelationName.IN_CORNER, RelationName.HANGING)
            and parameters.get("along") != "wall"
        ):
            return False
        return self.scene.room is None or not bool(np.isfinite(self.scene.room.height))

    def enough(self, kind: str, items: tuple[int, ...], problems: list[str]) -> bool:
        if kind in _LINES and len(items) < 2:
            problems.append(f"{kind} needs two or more things")
            return False
        return True

    def in_the_way(self, item: int) -> tuple[int, ...]:
        """Numbers of all other bodies except rugs and what lies loosely: those that could stand in front of an item."""
        flat = loose_bodies(self.scene, self.bodies) | np.array(
            [s is Support.RUG for s in self.bodies.support], dtype=bool
        )
        return tuple(b for b in np.flatnonzero(~flat).tolist() if b != item)


def _text(kind: str, named: Sequence[str], parameters: Mapping[str, Any], read_as: str) -> str:
    arguments = ", ".join([*named, *(f"{k}={v!r}" for k, v in parameters.items())])
    return f"{kind}({arguments})" + (f" read as {read_as}" if read_as else "")
