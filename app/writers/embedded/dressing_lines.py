"""Writes what nobody asked for as a function of the program of its own, ``dressing``, and tells it as data.

Its instances are children of the root like all others, with names as all others have. So that everything about them can be taken away in
one step, the function is called at one place, and the relations that speak of them are in a ``relate`` call of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.app.writers.embedded.place_lines import called, object_text, placement, shared_lines, shared_objects
from scenewright.app.writers.embedded.relation_lines import Names
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.staging import Stage

__all__ = [
    "ABOUT",
    "DRESSING",
    "REMARK",
    "Dressing",
    "DressingPiece",
    "dressing_of",
    "dressing_order",
    "write_dressing",
]

DRESSING = "dressing"
"""The name of the function."""
REMARK = "what nobody asked for"
"""Comment above its call."""
ABOUT = "What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."

_LEVELS = (("light", "what one sees first of a lived-in place"), ("full", "and all that lies about"))


@dataclass(frozen=True)
class DressingPiece:
    """One thing that dresses a place, as its program has it.

    Attributes:
        path: below the root of the program.
        name: the same without a number.
        level: light or full.
        what: the call that makes the object.
        called: arguments of ``place`` with its name and words.
        at: the middle of its base in metres.
        turn: degrees.
        host: path of what it stands on or under, hangs above or is beside; '' where it belongs to the room alone.
        host_at, host_turn: the pose of that.
        relations: lines of relations that speak of it, as in ``relate``, each with the paths that it names.
    """

    path: str
    name: str
    level: str
    what: str
    called: tuple[str, ...]
    at: tuple[float, float, float]
    turn: float
    host: str
    host_at: tuple[float, float, float]
    host_turn: float
    relations: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Dressing:
    """All that dresses a place. `furniture`: paths of all else. `size`: width, depth and height in metres of the room, or of the ground."""

    pieces: tuple[DressingPiece, ...]
    furniture: tuple[str, ...]
    size: tuple[float, float, float]


def dressing_order(stage: Stage) -> list[tuple[str, list[Item]]]:
    """Sections of the function: what is seen first, then the rest."""
    sections = [
        (title, [item for item in stage.items if item.dresses and item.choice.request.dressing == level])
        for level, title in _LEVELS
    ]
    return [(title, items) for title, items in sections if items]


def write_dressing(stage: Stage, order: list[tuple[str, list[Item]]]) -> str:
    """The function; '' where nothing dresses the place."""
    if not order:
        return ""
    shared = shared_objects(order)
    lines = [f"def {DRESSING}():", f'    """{ABOUT}"""', *shared_lines(shared), "    return concat_shapes("]
    for title, items in order:
        lines.append(f"        # {title}")
        lines += [f"        {placement(item, stage, shared)}," for item in items]
    return "\n" + "\n".join([*lines, "    )"]) + "\n"


def dressing_of(stage: Stage, names: Names, relations: list[str]) -> Dressing:
    """What dresses the place, in the order of the program. `relations`: the lines about it."""
    named = {line: tuple(sorted(names.named_in(line))) for line in relations}
    beside = {id(bond.item): bond.anchors[0] for bond in stage.bonds if bond.anchors and bond.item.host is None}
    pieces = []
    for _, items in dressing_order(stage):
        for item in items:
            path, host = names.of(item), beside.get(id(item), item.proxy if item.host is None else item.host)
            pieces.append(
                DressingPiece(
                    path,
                    item.choice.name,
                    item.choice.request.dressing,
                    object_text(item),
                    tuple(called(item)),
                    (item.x, item.y, item.z),
                    item.turn,
                    "" if host is None else names.of(host),
                    (0.0, 0.0, 0.0) if host is None else (host.x, host.y, host.z),
                    0.0 if host is None else host.turn,
                    tuple((line, paths) for line, paths in named.items() if path in paths),
                )
            )
    furniture = tuple(names.of(item) for item in stage.items if not item.dresses)
    return Dressing(tuple(pieces), furniture, (stage.width, stage.depth, stage.height))
