"""Resolve the names in a relation to rows of the scene, bodies, the room and its parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from scenewright.scene.layout.bodies import is_looked_over
from scenewright.scene.layout.model import Anchor, AnchorKind, Bodies
from scenewright.scene.layout.relations.explanations import listed, name_of
from scenewright.scene.layout.relations.reading import WALLS
from scenewright.scene.model import NodeKind, Relation, Scene, slug
from scenewright.scene.paths import nearest_paths, resolve

__all__ = ["BodyNames"]

_SEAT = re.compile(r"(chair|stool|seat|sofa|couch|bench|settee|recliner|throne|pew|loveseat|seats)$")
"""Ends of words for seats: around a table seats face it, plates do not."""

_MOST_HINTS = 40
"""Missing names for which similar names are looked up; each look-up takes milliseconds."""

_SHOWN = 5
"""Names that a message lists where no name is similar."""


class BodyNames:
    """Resolves the names of a scene's relations to bodies. Methods append what they cannot resolve to `problems`, as messages."""

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
        rows = self._resolved.get(text)
        if rows is None:
            rows = self._resolved[text] = tuple(resolve(self.scene, text))
        return rows

    def rows(self, relation: Relation, name: str, problems: list[str]) -> list[int]:
        """Rows that the argument `name` of a relation names; each missing name is a problem."""
        written = relation.arguments.get(name)
        names = [str(w) for w in written] if isinstance(written, (list, tuple)) else [str(written)]
        index = self.scene._path_index
        rows = [index[p] for p in relation.paths.get(name, ()) if p in index]
        if not names:
            problems.append(f"{relation.kind} was given no names")
        if len(rows) >= len(names):
            return rows
        missing = [t for t in names if not rows or (len(names) > 1 and not self.resolve(t))]
        problems.extend(f"there is no instance '{t}'{self.closest(t)}" for t in missing)
        return rows

    def closest(self, text: str) -> str:
        """The end of a message about a missing name: the most similar names, or the first of all names where none is similar."""
        hint = self._hints.get(text)
        if hint is None:
            if len(self._hints) >= _MOST_HINTS:
                return ""
            near = nearest_paths(self.scene, text)
            there = [path.split("/", 1)[-1] for path in self.bodies.path]
            hint = (
                f"; the nearest: {', '.join(near)}" if near else f"; there are {listed(there, _SHOWN)}" if there else ""
            )
            self._hints[text] = hint
        return hint

    def is_part_of_room(self, row: int) -> bool:
        return bool(self.scene.nodes.kind[row] == NodeKind.ROOM)

    def is_whole(self, row: int) -> bool:
        """Whether a row is the root and no body: it stands for the room, or for the ground where there is no room."""
        return row == 0 and row not in self._body_of

    def bodies_at(self, row: int) -> tuple[int, ...]:
        """Numbers of the body that a row is or lies in, else of those below the row."""
        bodies = self._bodies_at.get(row)
        if bodies is None:
            bodies = self._bodies_at[row] = self._find_bodies(row)
        return bodies

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
        """The anchors that a row may mean as the target of a relation."""
        if self.is_part_of_room(row):
            return self.fixture(row)
        if self.is_whole(row):
            return [Anchor(AnchorKind.ROOM)]
        return [Anchor(AnchorKind.BODY, body) for body in self.bodies_at(row)]

    def fixture(self, row: int) -> list[Anchor]:
        """The anchor for a row of the room or of a part of it."""
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
        """Numbers of the bodies that rows mean as `a` or `items`; each row that means none is a problem."""
        bodies: dict[int, None] = {}
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
            bodies.update(dict.fromkeys(inside))
        return tuple(bodies)

    def label(self, what: int | Anchor, part: str = "") -> str:
        """A short name for people."""
        return name_of(what, self.bodies, self.scene.room, part)

    def is_looked_over(self, body: int) -> bool:
        """Whether people are at its front and look over it, as at a desk."""
        return is_looked_over(self.scene, int(self.bodies.row[body]))

    def is_seat(self, body: int) -> bool:
        entity = self.scene.entity(int(self.bodies.row[body]))
        return any(_SEAT.search(slug(w)) for w in (entity.word, entity.name, entity.phrase or ""))
