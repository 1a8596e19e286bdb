"""What the names in a relation stand for in a layout: rows of the scene, bodies, the room and its parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from scenewright.scene.layout.model import Anchor, AnchorKind, Bodies
from scenewright.scene.layout.relations.explanations import listed, name_of
from scenewright.scene.layout.relations.reading import WALLS
from scenewright.scene.model import NodeKind, Relation, Scene, slug
from scenewright.scene.paths import nearest_paths, resolve

__all__ = ["BodyNames"]

_SEAT = re.compile(r"(chair|stool|seat|sofa|couch|bench|settee|recliner|throne|pew|loveseat|seats)$")
"""What one sits on, by the end of its word: around a table it faces it, which plates do not."""

_MOST_HINTS = 40
"""Names for which the closest ones are looked up: it takes milliseconds each."""

_SHOWN = 5
"""Things that are named where none is called alike."""


class BodyNames:
    """The names of a scene's relations, and the bodies behind them."""

    def __init__(self, scene: Scene, bodies: Bodies) -> None:
        self.scene = scene
        self.bodies = bodies
        self._body_of = {row: body for body, row in enumerate(bodies.row.tolist())}
        self._bodies_at: dict[int, tuple[int, ...]] = {}
        self._resolved: dict[str, tuple[int, ...]] = {}
        self._hints: dict[str, str] = {}

    @cached_property
    def _sorted_rows(self) -> list[int]:
        return sorted(self._body_of)

    def resolve(self, text: str) -> tuple[int, ...]:
        """Rows that a path names."""
        found = self._resolved.get(text)
        if found is None:
            found = self._resolved[text] = tuple(resolve(self.scene, text))
        return found

    def rows(self, relation: Relation, name: str, problems: list[str]) -> list[int]:
        """Rows that an argument of a relation names; what is missing is told."""
        written = relation.arguments.get(name)
        said = [str(w) for w in written] if isinstance(written, (list, tuple)) else [str(written)]
        index = self.scene._path_index
        rows = [index[p] for p in relation.paths.get(name, ()) if p in index]
        if not said:
            problems.append(f"{relation.kind} was given no names")
        if len(rows) >= len(said):
            return rows
        # some of several names are missing, or all: which
        missing = [t for t in said if not rows or (len(said) > 1 and not self.resolve(t))]
        problems.extend(f"there is no instance '{t}'{self.closest(t)}" for t in missing)
        return rows

    def closest(self, text: str) -> str:
        """The names that look most like one that is missing; the first of all where none does."""
        found = self._hints.get(text)
        if found is None:
            if len(self._hints) >= _MOST_HINTS:
                return ""
            near = nearest_paths(self.scene, text)
            there = [path.split("/", 1)[-1] for path in self.bodies.path]
            found = (
                f"; the nearest: {', '.join(near)}" if near else f"; there are {listed(there, _SHOWN)}" if there else ""
            )
            self._hints[text] = found
        return found

    def is_part_of_room(self, row: int) -> bool:
        return bool(self.scene.nodes.kind[row] == NodeKind.ROOM)

    def is_whole(self, row: int) -> bool:
        """Whether a row is the root, which stands for the room, or for the ground where there is none."""
        return row == 0 and row not in self._body_of

    def bodies_at(self, row: int) -> tuple[int, ...]:
        """The body that a row is or lies in, else those that it holds."""
        found = self._bodies_at.get(row)
        if found is None:
            found = self._bodies_at[row] = self._find_bodies(row)
        return found

    def _find_bodies(self, row: int) -> tuple[int, ...]:
        above = row
        while above >= 0:
            if above in self._body_of:
                return (self._body_of[above],)
            above = int(self.scene.nodes.parent[above])
        rows = self._sorted_rows
        inner = rows[bisect_left(rows, row + 1) : bisect_left(rows, self.scene.subtree_end(row))]
        return tuple(self._body_of[r] for r in inner)

    def anchors_at(self, row: int) -> list[Anchor]:
        """What a row can be as `b`."""
        if self.is_part_of_room(row):
            return self.fixture(row)
        if self.is_whole(row):
            return [Anchor(AnchorKind.ROOM)]
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

    def movable(self, rows: Sequence[int], problems: list[str]) -> tuple[int, ...]:
        """The bodies that rows mean as `a` or items; what none of them is, is told."""
        found: dict[int, None] = {}
        for row in rows:
            if self.is_part_of_room(row):
                problems.append(f"'{self.scene.paths[row]}' is part of the room: it cannot be the first of a relation")
                continue
            if self.is_whole(row):
                problems.append(f"'{self.scene.paths[row]}' is all of the scene: it cannot be the first of a relation")
                continue
            inside = self.bodies_at(row)
            if not inside:
                problems.append(f"'{self.scene.paths[row]}' has no geometry to be placed")
            found.update(dict.fromkeys(inside))
        return tuple(found)

    def label(self, what: int | Anchor, part: str = "") -> str:
        """A short name for people."""
        return name_of(what, self.bodies, self.scene.room, part)

    def is_seat(self, body: int) -> bool:
        entity = self.scene.entity(int(self.bodies.row[body]))
        return any(_SEAT.search(slug(w)) for w in (entity.word, entity.name, entity.phrase or ""))
