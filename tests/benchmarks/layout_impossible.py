"""Fifty rooms that cannot hold, each for one reason that is known: a set of relations, or of things, without any one of which
the rest can be laid out.

All things are boxes of whole sizes, a bookcase an open one, so that the reason can be read off the figures. What has nothing
to do with the reason stands there as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["ROOMS", "ImpossibleRoom"]

Size = tuple[float, float, float]
_HUNG = ("painting", "mirror", "wall_shelf")
_OPEN = ("bookcase",)
"""What is a box without a front, of boards of two centimetres: it has room inside."""
_DOOR = "doors=[('front', 1.3, 0.9, 2.0)]"


@dataclass(frozen=True)
class ImpossibleRoom:
    """`room`: width, depth, height. `things`: width, height, depth by name. `relations`: as a program has them. `conflict`:
    numbers of relations, or names of things; several where any of these sets is a right answer."""

    reason: str
    room: Size
    things: dict[str, Size]
    relations: tuple[str, ...]
    conflicts: tuple[frozenset[int] | frozenset[str], ...]
    openings: str = _DOOR

    def program(self, without: int | str | None = None) -> str:
        """The text; without one relation, or one thing and all relations that name it."""
        things = {n: s for n, s in self.things.items() if n != without}
        kept = [r for k, r in enumerate(self.relations) if k != without and f"'{without}'" not in r]
        lines = ["from scene.language import *", ""]
        for name, (width, height, depth) in things.items():
            lines += [
                "",
                f"@register('a {name.rstrip('_0123456789').replace('_', ' ')}')",
                f"def make_{name}():",
                *_body(name, width, height, depth),
                "",
            ]
        room = f"room({self.room[0]}, {self.room[1]}, {self.room[2]}, {self.openings})"
        wall = -self.room[1] / 2
        at = dict.fromkeys(things, "(0, 0, 0)")
        at |= {n: f"(0, 1.4, {wall + s[2] / 2:g})" for n, s in things.items() if n.startswith(_HUNG)}
        at |= {n: f"(0, {self.room[2] - s[1]:g}, 0)" for n, s in things.items() if n.startswith("chandelier")}
        places = [f"place('make_{name}', at={at[name]}, name='{name}')" for name in things]
        lines += ["", "@register('a room that cannot hold')", "def scene():", "    return concat_shapes("]
        lines += [f"        {part}," for part in (room, *places)]
        lines += ["    )", ""]
        if kept:
            lines += ["", "relate("] + [f"    {r}," for r in kept] + [")", ""]
        return "\n".join(lines)


def _body(name: str, width: float, height: float, depth: float) -> list[str]:
    """The lines of a function that makes a thing."""
    if not name.startswith(_OPEN):
        return [
            f"    size = {{'scale': ({width}, {height}, {depth})}}",
            f"    return transform_shape(primitive_call('cube', size), translation_matrix((0, {height / 2}, 0)))",
        ]
    board = 0.02
    boards = [
        ((width, board, depth), (0, board / 2, 0)),
        ((width, board, depth), (0, height - board / 2, 0)),
        ((board, height, depth), ((board - width) / 2, height / 2, 0)),
        ((board, height, depth), ((width - board) / 2, height / 2, 0)),
        ((width, height, board), (0, height / 2, (board - depth) / 2)),
    ]
    return [
        f"    boards = {boards}",
        "    cubes = [(primitive_call('cube', {'scale': size}), at) for size, at in boards]",
        "    return concat_shapes(*[transform_shape(cube, translation_matrix(at)) for cube, at in cubes])",
    ]


CHAIR, STOOL, DESK, SHELF = (0.5, 0.9, 0.5), (0.4, 0.45, 0.4), (1.4, 0.75, 0.7), (0.9, 1.8, 0.35)
SOFA, BED, WARDROBE, TABLE = (2.0, 0.8, 0.9), (1.6, 0.6, 2.0), (1.8, 2.1, 0.6), (1.2, 0.75, 0.8)
CUP, LAMP, BOX = (0.08, 0.1, 0.08), (0.3, 0.45, 0.3), (0.6, 0.6, 0.6)
USUAL = (4.2, 3.8, 2.6)


def _relations(
    reason: str,
    things: dict[str, Size],
    relations: Iterable[str],
    *,
    room: Size = USUAL,
    also: Iterable[str] = (),
    openings: str = _DOOR,
) -> ImpossibleRoom:
    """Each of `relations` is of the conflict, none of `also` is."""
    stated = tuple(relations)
    conflict = frozenset(range(len(stated)))
    return ImpossibleRoom(reason, room, things, (*stated, *also), (conflict,), openings)


def _things(
    reason: str,
    things: dict[str, Size],
    *,
    room: Size = USUAL,
    beside: dict[str, Size] | None = None,
    relations: Iterable[str] = (),
    openings: str = _DOOR,
) -> ImpossibleRoom:
    """Each of `things` is of the conflict, none of what is `beside` them is."""
    return ImpossibleRoom(reason, room, {**things, **(beside or {})}, tuple(relations), (frozenset(things),), openings)


def _walls() -> list[ImpossibleRoom]:
    against = "against_wall('{}', '{}')"
    three = {"bookshelf": (1.7, 2.0, 0.4), "wardrobe": WARDROBE, "desk": DESK}
    return [
        _relations("three along one wall", three, [against.format(n, "back") for n in three]),
        _relations(
            "three along one wall, others in the room",
            {**three, "chair": CHAIR, "armchair": (0.8, 0.9, 0.8), "plant": (0.4, 1.2, 0.4)},
            [against.format(n, "north") for n in three],
            also=["near('chair', 'desk')", "against_wall('armchair', 'left')", "far('plant', 'armchair')"],
            room=(4.4, 6.0, 2.6),
        ),
        _relations(
            "wider than what the door leaves of a wall",
            {"sideboard": (1.8, 0.9, 0.45), "chair": CHAIR},
            [against.format("sideboard", "front")],
            also=["next_to('chair', 'sideboard')"],
            openings="doors=[('front', 0.0, 1.0, 2.0)]",
        ),
        _relations(
            "three, and room for one on each side of the door",
            {"sofa": (1.5, 0.8, 0.8), "dresser": (1.4, 0.9, 0.5), "bookcase": (1.3, 1.8, 0.4)},
            [against.format(n, "front") for n in ("sofa", "dresser", "bookcase")],
            openings="doors=[('front', 0.0, 1.0, 2.0)]",
        ),
        _relations(
            "the backs of two walls at once",
            {"sofa": SOFA, "nightstand": (0.4, 0.5, 0.4)},
            [against.format("sofa", "back"), against.format("sofa", "left")],
            also=["next_to('nightstand', 'sofa')"],
        ),
        _relations(
            "five large ones and four corners",
            {f"cabinet_{k}": (1.3, 1.2, 1.3) for k in range(5)},
            [f"in_corner('cabinet_{k}')" for k in range(5)],
            room=(6.5, 6.0, 2.6),
            openings="doors=[('front', 0.0, 0.9, 2.0)]",
        ),
    ]


def _on_walls() -> list[ImpossibleRoom]:
    wide = {f"painting_{k}": (2.9, 0.6, 0.05) for k in range(5)}
    return [
        _relations(
            "hung through the ceiling",
            {"painting": (0.8, 0.6, 0.05), "desk": DESK},
            ["on_wall('painting', height=2.4)"],
        ),
        _relations(
            "at two heights",
            {"painting": (0.8, 0.6, 0.05), "sofa": SOFA},
            ["on_wall('painting', height=0.9)", "on_wall('painting', height=1.5)"],
            also=["against_wall('sofa')"],
        ),
        _relations(
            "five at one height and four walls",
            wide,
            [f"on_wall('{n}', height=1.2)" for n in wide],
            room=(4.2, 4.2, 2.6),
        ),
        _things("wider than every wall", {"painting": (4.8, 0.6, 0.05)}, beside={"sofa": SOFA}),
        _relations(
            "above what is higher than it hangs",
            {"painting": (0.6, 0.4, 0.05), "wardrobe": WARDROBE},
            ["on_wall('painting', height=0.8)", "above('painting', 'wardrobe')"],
        ),
        _relations(
            "on the wall and from the ceiling",
            {"mirror": (0.5, 0.6, 0.05), "chair": CHAIR},
            ["on_wall('mirror', height=1.0)", "hanging('mirror')"],
        ),
    ]


def _floors() -> list[ImpossibleRoom]:
    return [
        _things(
            "five beds",
            {f"bed_{k}": (1.65, 0.6, 2.0) for k in range(5)},
            room=(5.0, 3.4, 2.6),
            openings="doors=[('right', 0.0, 0.9, 2.0)]",
        ),
        _things(
            "two by two in three and a half",
            {"platform": (2.0, 0.5, 2.0), "bed": (2.0, 0.5, 2.0)},
            room=(3.5, 3.5, 2.6),
            openings="windows=[('left', 0.0, 1.0, 1.0)]",
        ),
        _things(
            "two rugs",
            {"rug": (2.6, 0.01, 2.0), "carpet": (2.6, 0.01, 2.0)},
            beside={"chair": CHAIR},
            room=(3.0, 3.0, 2.6),
        ),
        _things(
            "nine crates",
            {f"cabinet_{k}": (1.0, 1.0, 1.0) for k in range(9)},
            room=(4.1, 2.15, 2.6),
            beside={"painting": (0.4, 0.3, 0.03)},
            openings="windows=[('left', 0.0, 0.5, 0.4, 2.1)]",
        ),
    ]


def _large() -> list[ImpossibleRoom]:
    return [
        _things("higher than the room", {"wardrobe": (1.2, 2.8, 0.6)}, beside={"chair": CHAIR}),
        _things("larger than the room", {"table": (4.0, 0.75, 4.0)}, beside={"painting": (0.6, 0.4, 0.03)}),
        _things("fits neither along nor across", {"counter": (4.4, 0.9, 1.6)}, room=(4.2, 3.0, 2.6)),
        _things("hangs to below the floor", {"chandelier": (0.8, 2.9, 0.8)}, beside={"table": TABLE}),
    ]


def _surfaces() -> list[ImpossibleRoom]:
    stand = {"nightstand": (0.45, 0.5, 0.4)}
    trays = {f"tray_{k}": (0.38, 0.05, 0.19) for k in range(3)}
    tower = {f"crate_{k}": (0.8, 0.9, 0.8) for k in range(3)}
    return [
        _relations(
            "three trays on a nightstand",
            {**stand, **trays, "desk": DESK},
            [f"on('{n}', 'nightstand')" for n in trays],
        ),
        _relations(
            "two that do not go side by side",
            {"stool": (0.6, 0.45, 0.6), "tray": (0.4, 0.05, 0.4), "laptop": (0.4, 0.05, 0.4), "desk": DESK},
            ["on('tray', 'stool')", "on('laptop', 'stool')"],
        ),
        _relations(
            "a tower to above the ceiling",
            tower,
            ["on('crate_1', 'crate_0')", "on('crate_2', 'crate_1')"],
        ),
        _relations(
            "on a table and from the ceiling",
            {"lamp": LAMP, "table": TABLE, "chair": CHAIR},
            ["on('lamp', 'table')", "hanging('lamp')"],
            also=["next_to('chair', 'table')"],
        ),
        _relations(
            "on two tables",
            {"vase": (0.2, 0.3, 0.2), "table": TABLE, "sideboard": (1.4, 0.9, 0.45)},
            ["on('vase', 'table')", "on('vase', 'sideboard')"],
        ),
    ]


def _cycles() -> list[ImpossibleRoom]:
    boxes = {f"crate_{k}": BOX for k in range(3)}
    return [
        _relations(
            "on each other",
            {"crate": BOX, "cabinet": (0.8, 0.8, 0.8), "desk": DESK},
            ["on('crate', 'cabinet')", "on('cabinet', 'crate')"],
        ),
        _relations("three in a circle", boxes, [f"on('crate_{k}', 'crate_{(k + 1) % 3}')" for k in range(3)]),
        _relations(
            "in what is on it",
            {"basket": (0.4, 0.4, 0.4), "bookcase": (0.8, 0.8, 0.5), "chair": CHAIR},
            ["inside('basket', 'bookcase')", "on('bookcase', 'basket')"],
            also=["near('chair', 'bookcase')"],
        ),
    ]


def _directions() -> list[ImpossibleRoom]:
    pair = {"chair": CHAIR, "table": TABLE, "plant": (0.4, 1.2, 0.4)}
    return [
        _relations(
            "left and right",
            pair,
            ["left_of('chair', 'table')", "right_of('chair', 'table')"],
            also=["near('plant', 'table')"],
        ),
        _relations("before and behind", pair, ["in_front_of('chair', 'table')", "behind('chair', 'table')"]),
        _relations(
            "above and below",
            {"painting": (0.6, 0.4, 0.05), "wall_shelf": (0.8, 0.1, 0.25), "sofa": SOFA},
            ["above('painting', 'wall_shelf')", "under('painting', 'wall_shelf')"],
        ),
        _relations(
            "on it and under it",
            {"lamp": LAMP, "wall_shelf": (0.8, 0.25, 0.35), "table": TABLE, "chair": CHAIR},
            ["on('lamp', 'wall_shelf')", "under('lamp', 'wall_shelf')"],
            also=["next_to('chair', 'table')"],
        ),
        _relations(
            "facing what is behind it",
            {"armchair": (0.8, 0.9, 0.8), "television": (0.9, 0.6, 0.3), "plant": (0.4, 1.2, 0.4)},
            ["facing('armchair', 'television')", "behind('television', 'armchair')"],
            also=["next_to('plant', 'television')"],
        ),
        _relations(
            "left of each other on the screen",
            {"chair": CHAIR, "table": TABLE, "stool": STOOL},
            [
                "left_of('chair', 'table', frame='view')",
                "left_of('table', 'stool', frame='view')",
                "left_of('stool', 'chair', frame='view')",
            ],
        ),
    ]


def _distances() -> list[ImpossibleRoom]:
    three = {"sofa": SOFA, "table": TABLE, "armchair": (0.8, 0.9, 0.8)}
    return [
        _relations(
            "near and far",
            {"chair": CHAIR, "desk": DESK, "plant": (0.4, 1.2, 0.4)},
            ["next_to('chair', 'desk')", "far('chair', 'desk')"],
            room=(6.0, 6.0, 2.6),
        ),
        _relations(
            "a chain that holds the ends together",
            three,
            ["next_to('sofa', 'table')", "next_to('table', 'armchair')", "far('armchair', 'sofa')"],
            room=(7.0, 7.0, 2.6),
        ),
        _relations(
            "far apart in a small room", {"chair": CHAIR, "desk": DESK}, ["far('chair', 'desk')"], room=(3.2, 3.0, 2.6)
        ),
        _relations(
            "across in a small room",
            {"sofa": SOFA, "cabinet": (1.0, 0.6, 0.9)},
            ["across('sofa', 'cabinet')"],
            room=(2.6, 2.6, 2.6),
            openings="windows=[('left', 0.0, 1.0, 1.0)]",
        ),
        _relations(
            "at opposite walls and next to each other",
            {"sofa": SOFA, "bookcase": (1.2, 1.8, 0.4), "plant": (0.4, 1.2, 0.4)},
            ["against_wall('sofa', 'left')", "against_wall('bookcase', 'right')", "next_to('sofa', 'bookcase')"],
            also=["next_to('plant', 'bookcase')"],
            room=(5.0, 4.0, 2.6),
        ),
        _relations(
            "three metres apart with one between them",
            {"sofa": SOFA, "armchair": (0.8, 0.9, 0.8), "stool": STOOL},
            ["near('sofa', 'armchair', 3.0, 4.0)", "next_to('stool', 'sofa')", "next_to('stool', 'armchair')"],
            room=(7.0, 6.0, 2.6),
        ),
        _relations(
            "in a corner and in the middle",
            {"table": TABLE, "chair": CHAIR},
            ["in_corner('table')", "centered('table', 'room')"],
            room=(5.0, 5.0, 2.6),
        ),
        _relations(
            "at the wall and in the middle",
            {"desk": DESK, "chair": CHAIR},
            ["against_wall('desk', 'left')", "centered('desk', 'room')"],
            also=["next_to('chair', 'desk')"],
        ),
        _relations(
            "two in the middle",
            {"table": TABLE, "sofa": SOFA, "plant": (0.4, 1.2, 0.4)},
            ["centered('table', 'room')", "centered('sofa', 'room')"],
            room=(5.0, 5.0, 2.6),
        ),
    ]


def _arrangements() -> list[ImpossibleRoom]:
    chairs = {f"chair_{k}": (0.9, 0.9, 0.9) for k in range(8)}
    return [
        _relations(
            "parallel along two walls that meet",
            {"desk": DESK, "bookcase": (1.2, 1.8, 0.4), "chair": CHAIR},
            ["parallel('desk', 'bookcase')", "against_wall('desk', 'left')", "against_wall('bookcase', 'back')"],
            also=["near('chair', 'desk')"],
        ),
        _relations(
            "the mirror image of what stands higher",
            {"lamp": LAMP, "table": TABLE, "armchair": (0.8, 0.9, 0.8), "sofa": SOFA},
            ["on('lamp', 'table')", "symmetric('lamp', 'armchair', 'sofa')"],
            room=(5.0, 5.0, 2.6),
        ),
        _relations(
            "the mirror image of what hangs",
            {"chandelier": (0.6, 0.4, 0.6), "chair": CHAIR, "table": TABLE},
            ["symmetric('chandelier', 'chair', 'table')"],
        ),
        _relations(
            "eight wide chairs about a small table",
            {"table": (0.5, 0.7, 0.5), **chairs, "plant": (0.4, 1.2, 0.4)},
            [f"around([{', '.join(repr(n) for n in chairs)}], 'table')"],
            room=(6.0, 6.0, 2.6),
        ),
        _relations(
            "three in a row longer than the room",
            {f"cabinet_{k}": (1.5, 0.9, 1.5) for k in range(3)},
            ["spaced(['cabinet_0', 'cabinet_1', 'cabinet_2'], 'x')"],
            room=(4.2, 4.8, 2.6),
        ),
        _relations(
            "four metres free before it",
            {"television": (1.2, 0.7, 0.3), "chair": CHAIR},
            ["clear('television', front=4.5)"],
            room=(4.0, 3.6, 2.6),
        ),
        _relations(
            "a table in what is to stay clear",
            {"sofa": SOFA, "table": TABLE},
            ["clear('sofa', front=2.0)", "in_front_of('table', 'sofa')", "next_to('table', 'sofa')"],
            room=(5.0, 5.0, 2.6),
        ),
    ]


ROOMS: tuple[ImpossibleRoom, ...] = tuple(
    room
    for rooms in (_walls, _on_walls, _floors, _large, _surfaces, _cycles, _directions, _distances, _arrangements)
    for room in rooms()
)
