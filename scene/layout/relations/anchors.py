"""From the relations of a scene to constraints between its bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from scene.layout.model import Anchor, AnchorKind, Bodies, Constraint, Support
from scene.layout.relations.definitions import DEFINITIONS
from scene.layout.relations.explanations import name_of
from scene.layout.relations.measures import box_gap, boxes_at
from scene.layout.relations.reading import WALLS, still_boxes, still_row
from scene.model import FloatArray, NodeKind, Relation, Scene, slug
from scene.paths import nearest_paths, resolve

__all__ = ["constraints_of"]

_PARAMETERS = ("lo", "hi", "axis", "height", "front", "frame", "wall")
_COMPASS = {"north": "back", "south": "front", "west": "left", "east": "right", "rear": "back"}
_SIDES = ("left_of", "right_of", "in_front_of", "behind")
_OBJECT_ONLY = ("inside", "under", "above", "around", *_SIDES)
_SEAT = re.compile(r"(chair|stool|seat|sofa|couch|bench|settee|recliner|throne|pew|loveseat|seats)$")
"""What one sits on, by the end of its word: around a table it faces it, which plates do not."""


def constraints_of(scene: Scene, bodies: Bodies) -> tuple[tuple[Constraint, ...], dict[int, str]]:
    """The relations of a scene as constraints between bodies.

    A name means the body that it is or lies in; one that holds several bodies means each of them as `a`, the nearest as
    `b`. 'room', its floor and ceiling, walls, doors and windows are anchors. Several `a` make a constraint each.

    Returns:
        The constraints, and what could not be read: by number in ``scene.relations`` the reason, with the closest names. A
        relation of which only some names are there (one chair of eight) is in both.
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


@dataclass
class _Reader:
    scene: Scene
    bodies: Bodies
    row_of: dict[str, int] = field(init=False)
    body_of: dict[int, int] = field(init=False)
    boxes: FloatArray = field(init=False)
    still: FloatArray = field(init=False)

    def __post_init__(self) -> None:
        self.row_of = {path: row for row, path in enumerate(self.scene.paths)} if self.scene.relations else {}
        self.body_of = {row: body for body, row in enumerate(self.bodies.row.tolist())}
        self.boxes = boxes_at(self.bodies.initial, self.bodies.half, self.bodies.height)
        self.still = np.zeros((0, 8)) if self.scene.room is None else still_boxes(self.scene.room)

    # -- names ----------------------------------------------------------------------------------------------------

    def bodies_at(self, row: int) -> list[int]:
        """The body that a row is or lies in, else those that it holds."""
        above = row
        while above >= 0:
            if above in self.body_of:
                return [self.body_of[above]]
            above = int(self.scene.nodes.parent[above])
        end = self.scene.subtree_end(row)
        return [body for inner, body in self.body_of.items() if row < inner < end]

    def anchors_at(self, row: int) -> list[Anchor]:
        """What a row can be as `b`."""
        if self.scene.nodes.kind[row] == NodeKind.ROOM:
            return self.fixture(row)
        return [Anchor(AnchorKind.BODY, body) for body in self.bodies_at(row)]

    def fixture(self, row: int) -> list[Anchor]:
        """The room, or a part of it."""
        room = self.scene.room
        if room is None:
            return []
        name, ordinal = self.scene.strings[int(self.scene.nodes.name[row])], int(self.scene.nodes.ordinal[row])
        if name.removeprefix("wall_") in WALLS:
            return [Anchor(AnchorKind.WALL, wall=name.removeprefix("wall_"))]
        if name in ("door", "window"):
            alike = [k for k, o in enumerate(room.openings) if o.kind == name]
            return [Anchor(AnchorKind.OPENING, opening=alike[ordinal])] if ordinal < len(alike) else []
        return [Anchor(AnchorKind.ROOM)]

    def rows(self, relation: Relation, name: str, problems: list[str]) -> list[int]:
        """Rows that an argument names; what is missing is told."""
        written = relation.arguments.get(name)
        listed = [str(w) for w in written] if isinstance(written, (list, tuple)) else [str(written)]
        paths = relation.paths.get(name, ())
        rows = [self.row_of[p] for p in paths if p in self.row_of]
        if len(rows) >= len(listed):
            return rows
        # some of several names are missing, or all: which
        missing = [t for t in listed if not rows or (len(listed) > 1 and not resolve(self.scene, t))]
        problems.extend(f"there is no instance '{t}'{self.closest(t)}" for t in missing)
        return rows

    def closest(self, text: str) -> str:
        near = nearest_paths(self.scene, text)
        return f"; the nearest: {', '.join(near)}" if near else ""

    def label(self, what: int | Anchor, part: str = "") -> str:
        """A short name for people."""
        return name_of(what, self.bodies, self.scene.room, part)

    # -- relations ------------------------------------------------------------------------------------------------

    def read(self, number: int, relation: Relation, problems: list[str]) -> Iterator[Constraint]:
        if relation.kind not in DEFINITIONS:
            problems.append(f"there is no relation '{relation.kind}'")
            return
        many = "items" in relation.paths
        rows = self.rows(relation, "items" if many else "a", problems)
        movable: dict[int, None] = {}
        for row in rows:
            if self.scene.nodes.kind[row] == NodeKind.ROOM:
                problems.append(f"'{self.scene.paths[row]}' is part of the room: it cannot be the first of a relation")
                continue
            found = self.bodies_at(row)
            if not found:
                problems.append(f"'{self.scene.paths[row]}' has no geometry to be placed")
            movable.update(dict.fromkeys(found))
        targets = {n: self.rows(relation, n, problems) for n in ("b", "about") if n in relation.paths}
        if not movable or any(not r for r in targets.values()):
            return
        for items in [tuple(movable)] if many else [(body,) for body in movable]:
            made = self.constraint(number, relation, items, targets, problems)
            if made is not None:
                yield made

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
        if "about" in targets:
            about = self.nearest(items[0], [a for r in targets["about"] for a in self.anchors_at(r)])
        if kind == "symmetric" and (target is None or target.kind is not AnchorKind.BODY or about is None):
            problems.append("symmetric needs two things that can be moved, and what they are symmetric about")
            return None
        if kind in ("against_wall", "on_wall", "in_corner", "hanging") and not self.has_walls():
            problems.append(f"{kind} needs a room: room(width, depth, height) makes one")
            return None
        if kind == "against_wall" and "wall" in parameters:
            target = self.wall(parameters, items[0], problems)
            if target is None:
                return None
        if kind in ("around", "spaced") and not self.enough(kind, items, problems):
            return None
        if kind == "around":
            parameters["seats"] = tuple(self.is_seat(i) for i in items)
        part = str(parameters.get("part", ""))
        label = ", ".join([*map(self.label, items), *(self.label(t, part) for t in (target, about) if t is not None)])
        extra = "".join(f", {k}={v!r}" for k, v in parameters.items() if k not in ("wall", "seats", "part"))
        if kind == "clear":
            items = (items[0], *self.in_the_way(items[0]))
        return Constraint(
            relation=number,
            kind=kind,
            items=items,
            target=target,
            about=about,
            parameters=parameters,
            weight=relation.weight,
            hard=relation.hard or DEFINITIONS[kind].hard,
            text=f"{kind}({label}{extra})",
        )

    def target(
        self,
        relation: Relation,
        items: tuple[int, ...],
        rows: Iterable[int],
        parameters: dict[str, Any],
        problems: list[str],
    ) -> Anchor | None:
        """The `b` of a relation of these items."""
        kind = relation.kind
        written = str(relation.arguments.get("b", ""))
        plain = slug(written.removeprefix("room/"))
        anchors = [a for row in rows for a in self.anchors_at(row)]
        others = [a for a in anchors if a.kind is not AnchorKind.BODY or a.body not in items]
        if not others:
            problems.append(
                f"{kind}: '{written}' moves with what is to be placed"
                if anchors
                else f"'{written}' has no geometry to refer to"
            )
            return None
        found = self.nearest(items[0], others)
        if kind == "on" and plain in ("wall", "walls") and found.kind is AnchorKind.WALL:
            parameters["part"] = "walls"
        if found.kind is AnchorKind.ROOM and plain in ("ceiling", "floor"):
            parameters["part"] = plain
        if found.kind is AnchorKind.ROOM and kind in _OBJECT_ONLY and kind != "inside":
            problems.append(f"{kind} needs a thing, a wall, a door or a window, not the {plain or 'room'}")
            return None
        if kind == "inside" and found.kind in (AnchorKind.WALL, AnchorKind.OPENING):
            problems.append(f"inside needs a thing or the room, not a {found.kind.value}")
            return None
        if kind in ("under", "above", "around") and found.kind is AnchorKind.WALL:
            problems.append(f"{kind} needs a thing, not a wall")
            return None
        return found

    def nearest(self, item: int, anchors: list[Anchor]) -> Anchor:
        """The nearest of several, as the program places them."""
        if len(anchors) == 1:
            return anchors[0]
        boxes = [self.boxes[a.body] if a.kind is AnchorKind.BODY else self.still[still_row(a)] for a in anchors]
        return anchors[int(np.argmin(box_gap(self.boxes[item], np.stack(boxes))))]

    def wall(self, parameters: dict[str, Any], item: int, problems: list[str]) -> Anchor | None:
        """The wall, or the thing, that against_wall names."""
        written = str(parameters["wall"])
        plain = slug(written)
        plain = _COMPASS.get(plain, plain)
        if plain in WALLS:
            parameters["wall"] = plain
            return Anchor(AnchorKind.WALL, wall=plain)
        rows = [r for r in resolve(self.scene, written) if self.scene.nodes.kind[r] != NodeKind.ROOM]
        anchors = [a for row in rows for a in self.anchors_at(row) if a.body != item]
        if not anchors:
            problems.append(f"there is no wall '{written}': the walls are {', '.join(WALLS)}{self.closest(written)}")
            return None
        del parameters["wall"]
        return self.nearest(item, anchors)

    def has_walls(self) -> bool:
        return self.scene.room is not None and bool(np.isfinite(self.scene.room.height))

    def enough(self, kind: str, items: tuple[int, ...], problems: list[str]) -> bool:
        if kind == "spaced" and len(items) < 2:
            problems.append("spaced needs two or more things")
            return False
        return True

    def is_seat(self, body: int) -> bool:
        row = int(self.bodies.row[body])
        entity = self.scene.entity(row)
        return any(_SEAT.search(slug(w)) for w in (entity.word, entity.name, entity.phrase or ""))

    def in_the_way(self, item: int) -> tuple[int, ...]:
        """All that could stand before a thing: not what lies flat."""
        return tuple(b for b in range(len(self.bodies)) if b != item and self.bodies.support[b] is not Support.RUG)
