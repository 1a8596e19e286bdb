"""The statements of a program about how things are put together: ``joined``, ``embedded_in`` and ``fixed``. They have no residual."""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import AnchorKind, Bodies
from scenewright.scene.layout.relations.naming import BodyNames
from scenewright.scene.model import Relation, Scene

__all__ = ["STATEMENTS", "Statements", "read_statement", "statements_of"]

STATEMENTS = (RelationName.JOINED, RelationName.EMBEDDED_IN, RelationName.FIXED)


@dataclass(frozen=True, slots=True)
class Statements:
    """Numbers of bodies. `joined`: disjoint groups of two or more bodies that move as one. `embedded`: pairs (a, b) of which a sits in
    b and may overlap it. `fixed`: bodies that the layout never moves."""

    joined: tuple[tuple[int, ...], ...] = ()
    embedded: tuple[tuple[int, int], ...] = ()
    fixed: frozenset[int] = frozenset()


def statements_of(scene: Scene, bodies: Bodies) -> Statements:
    """The statements among the relations of a scene.

    A name means the body that it is or lies in, or all bodies below it. Names that do not exist are left out here;
    :func:`scenewright.scene.layout.relations.anchors.constraints_of` reports them as unread.
    """
    names = BodyNames(scene, bodies)
    groups: list[set[int]] = []
    embedded: dict[tuple[int, int], None] = {}
    fixed: set[int] = set()
    for relation in scene.relations:
        if relation.kind not in STATEMENTS:
            continue
        first, second = read_statement(names, relation, [])
        if relation.kind == RelationName.EMBEDDED_IN:
            embedded.update(dict.fromkeys((a, b) for a in first for b in second if a != b))
        elif relation.kind == RelationName.FIXED:
            fixed.update(first)
        elif len(first) > 1:
            groups = _merged(groups, set(first))
    return Statements(tuple(tuple(sorted(g)) for g in groups), tuple(embedded), frozenset(fixed))


def read_statement(
    names: BodyNames, relation: Relation, problems: list[str]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Numbers of the bodies of the first argument of a statement, and of its second; what cannot be read is added to `problems`."""
    if relation.kind != RelationName.EMBEDDED_IN:
        items: dict[int, None] = {}
        for row in names.rows(relation, "items", problems):
            if not names.is_part_of_room(row):  # parts of the room never move anyway
                items.update(dict.fromkeys(names.bodies_at(row)))
            elif relation.kind == RelationName.JOINED:
                problems.append(f"'{names.scene.paths[row]}' is part of the room: fixed(...) says that a thing stays")
        if relation.kind == RelationName.JOINED and len(items) == 1 and len(relation.paths.get("items", ())) < 2:
            problems.append("joined needs two or more things")
        return tuple(items), ()
    first = names.movable(names.rows(relation, "a", problems), problems)
    hosts = [a for row in names.rows(relation, "b", problems) for a in names.anchors_at(row)]
    second = tuple(a.body for a in hosts if a.kind is AnchorKind.BODY)
    if hosts and not second:
        problems.append("embedded_in needs a thing, not a part of the room")
    return first, second


def _merged(groups: list[set[int]], new: set[int]) -> list[set[int]]:
    """The groups after adding one more; groups that share a body become one."""
    apart = [g for g in groups if not g & new]
    return [*apart, new.union(*(g for g in groups if g & new))]
