"""Dense rooms: programs of sixty and more bodies, as models write them, with the small slips that models make.

Furniture stands along the walls and in the middle of the room; books, dishes and all sorts of small things fill its boards and tops;
baskets and boxes stand about. Everything is first where it should be, by the numbers of the programs' own furniture and the sizes
of the catalogue's objects. Then some of it slips: a thing into its neighbour, off the edge or below the top of what it stands on, a
cupboard into the wall or into the next one, a chair into its table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from scenewright.assets import Catalogue

__all__ = ["SLIPS", "DenseRoom", "dense_room"]

SLIPS = ("into a neighbour", "over the edge", "height", "into the wall", "into the next", "into the table")
SHARE = (0.06, 0.14)
"""Of all bodies, how many slip."""

HEIGHT, DOOR = 2.8, (0.9, 2.05)
GAP = 0.03
"""Metres between things in a row."""

HEAD = """from scene.language import *


def block(w, h, d, color):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}, color=color), translation_matrix((0, h / 2, 0)))


@register('a bookcase of boards')
def bookcase(w=1.0, d=0.32, boards=5, pitch=0.36):
    t, h = 0.02, boards * 0.36 + 0.02
    wood = (0.5, 0.36, 0.24)
    sides = [transform_shape(block(t, h, d, wood), translation_matrix((x * (w - t) / 2, 0, 0))) for x in (-1, 1)]
    back = transform_shape(block(w - 2 * t, h, 0.01, wood), translation_matrix((0, 0, -d / 2 + 0.005)))
    shelves = loop(boards + 1, lambda i: transform_shape(block(w - 2 * t, t, d - 0.01, wood), translation_matrix((0, i * pitch, 0.005))))
    return concat_shapes(*sides, back, shelves)


@register('a table on four legs')
def table(w=1.6, d=0.8, h=0.74):
    wood = (0.62, 0.47, 0.3)
    top = transform_shape(block(w, 0.04, d, wood), translation_matrix((0, h - 0.04, 0)))
    legs = [transform_shape(block(0.06, h - 0.04, 0.06, wood), translation_matrix((x * (w / 2 - 0.05), 0, z * (d / 2 - 0.05)))) for x in (-1, 1) for z in (-1, 1)]
    return concat_shapes(top, *legs)


@register('a low cupboard with two doors')
def cupboard(w=1.2, d=0.45, h=0.8):
    body = block(w, h, d, (0.75, 0.72, 0.66))
    doors = [transform_shape(block(w / 2 - 0.02, h - 0.1, 0.01, (0.68, 0.65, 0.58)), translation_matrix((x * w / 4, 0.05, d / 2 + 0.005))) for x in (-1, 1)]
    return concat_shapes(body, *doors)


@register('a book')
def book(w=0.035, h=0.24, d=0.17, color=(0.5, 0.2, 0.2)):
    return block(w, h, d, color)


@register('a wooden crate')
def crate(w=0.4, h=0.3, d=0.3):
    return block(w, h, d, (0.6, 0.5, 0.35))

"""

SMALL = (
    *("alarm clock", "bowl", "jar", "vase", "photo frame", "table lamp", "pen holder", "tissue box", "radio", "cup"),
    *("jewelry box", "milk carton", "soda can", "succulent", "toaster", "book stack", "gift box", "candle", "router"),
    *("piggy bank", "calculator", "stapler", "first aid kit", "butter dish", "food box", "smart speaker"),
)
FLOOR = ("basket", "waste bin", "potted plant", "cardboard box", "snake plant", "stool", "backpack", "pouf")
HUNG = ("painting", "mirror", "wall clock", "bulletin board", "map", "certificate")


@dataclass
class _Thing:
    """`call`: what is placed. `size`: width, height, depth. `host`: number of what it stands on, -1. `slots`: along which axis of the
    room its row runs, for what stands at a wall: (x, z) outward."""

    name: str
    call: str
    at: np.ndarray
    turn: float
    size: np.ndarray
    host: int = -1
    wall: str = ""
    table: int = -1


@dataclass(frozen=True)
class DenseRoom:
    """`slips`: what was done to which thing, for people."""

    name: str
    program: str
    bodies: int
    slips: tuple[str, ...] = ()


def dense_room(catalogue: Catalogue, seed: int, *, slips: bool = True) -> DenseRoom:
    """The room of a seed; without its slips it is as it was meant."""
    return _Room(catalogue, seed).made(slips)


_SIZES: dict[str, np.ndarray] = {}


@dataclass
class _Room:
    catalogue: Catalogue
    seed: int
    things: list[_Thing] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def made(self, slips: bool) -> DenseRoom:
        self.rng = np.random.default_rng([self.seed, 60])
        self.width = float(self.rng.choice([5.6, 6.0, 6.6, 7.2, 8.0]))
        self.depth = float(self.rng.choice([5.0, 5.6, 6.2]))
        for wall in ("back", "left", "right"):
            self.along(wall)
        self.middle()
        self.hang()
        self.about()
        told = tuple(self.slip()) if slips else ()
        return DenseRoom(f"dense_{self.seed}", self.text(), len(self.things), told)

    def size(self, words: str) -> np.ndarray:
        if words not in _SIZES:
            hull = self.catalogue.resolve(words, None, 0).hull
            _SIZES[words] = hull.max(axis=0) - hull.min(axis=0)
        return _SIZES[words]

    def add(self, kind: str, call: str, at: Sequence[float], turn: float, size: Sequence[float], **more: object) -> int:
        same = sum(t.name.rsplit("_", 1)[0] == kind for t in self.things)
        thing = _Thing(f"{kind}_{same + 1}", call, np.array(at, float), turn, np.array(size, float), **more)  # type: ignore[arg-type]
        self.things.append(thing)
        return len(self.things) - 1

    # -- where all of it belongs ------------------------------------------------------------------------------------

    def along(self, wall: str) -> None:
        """Furniture side by side at a wall; the corners belong to the back wall, the front stays free."""
        length = self.width - 0.2 if wall == "back" else self.depth - 0.75 - 1.5
        start = -self.width / 2 + 0.1 if wall == "back" else -self.depth / 2 + 0.75
        at, end = start, start + length
        while True:
            kind = str(self.rng.choice(["bookcase", "bookcase", "cupboard", "table"]))
            w = float(
                self.rng.choice({"bookcase": [0.8, 1.0, 1.2], "cupboard": [1.0, 1.2, 1.5], "table": [1.2, 1.4]}[kind])
            )
            if at + w > end:
                return
            d = {"bookcase": 0.32, "cupboard": 0.46, "table": 0.6}[kind]
            middle = at + w / 2
            out = d / 2 + 0.01
            x, z, turn = {
                "back": (middle, -self.depth / 2 + out, 0.0),
                "left": (-self.width / 2 + out, middle, 90.0),
                "right": (self.width / 2 - out, middle, -90.0),
            }[wall]
            self.furnish(kind, w, x, z, turn, wall)
            at += w + float(self.rng.choice([0.01, 0.04, 0.15, 0.5]))

    def furnish(self, kind: str, w: float, x: float, z: float, turn: float, wall: str) -> None:
        rng = self.rng
        if kind == "bookcase":
            boards = int(rng.integers(4, 6))
            k = self.add(
                kind, f"'bookcase', w={w}, boards={boards}", (x, 0, z), turn, (w, boards * 0.36 + 0.02, 0.32), wall=wall
            )
            for board in rng.permutation(boards)[: int(rng.integers(2, 4))].tolist():
                y = board * 0.36 + 0.02
                if rng.random() < 0.6:
                    self.books(k, y, w - 0.08)
                else:
                    self.row(k, y, w - 0.1, 0.0, 0.26, 0.3)
        elif kind == "cupboard":
            k = self.add(kind, f"'cupboard', w={w}", (x, 0, z), turn, (w, 0.8, 0.46), wall=wall)
            self.row(k, 0.8, w - 0.1, 0.0, 0.36, 0.6)
        else:
            k = self.add("desk", f"'table', w={w}, d=0.6", (x, 0, z), turn, (w, 0.74, 0.6), wall=wall)
            self.row(k, 0.74, w - 0.1, 0.0, 0.5, 0.6)
            self.seat(k, 0.0, 0.3 + 0.3, 180.0)
        if rng.random() < 0.5:
            self.asked.append(f"against_wall({self.things[k].name!r}, {wall!r})")

    def on(self, host: int, x: float, y: float, z: float) -> tuple[float, float, float]:
        """A place in the frame of a thing, in the room."""
        t = self.things[host]
        c, s = np.cos(np.radians(t.turn)), np.sin(np.radians(t.turn))
        return float(t.at[0] + c * x + s * z), float(t.at[1] + y), float(t.at[2] - s * x + c * z)

    def books(self, host: int, y: float, length: float) -> None:
        at = -length / 2
        for _ in range(int(self.rng.integers(4, 9))):
            w, h = float(self.rng.choice([0.03, 0.04, 0.05])), float(self.rng.choice([0.2, 0.24, 0.27]))
            if at + w > length / 2:
                return
            color = tuple(self.rng.uniform(0.1, 0.8, 3).round(2).tolist())
            call = f"'book', w={w}, h={h}, color={color}"
            self.add("book", call, self.on(host, at + w / 2, y, 0.0), self.things[host].turn, (w, h, 0.17), host=host)
            at += w + 0.012

    def row(self, host: int, y: float, length: float, z: float, depth: float, tall: float) -> None:
        """Small things side by side on a board or a top."""
        at = -length / 2
        for _ in range(int(self.rng.integers(3, 7))):
            words = str(self.rng.choice(SMALL))
            size = self.size(words)
            if size[2] > depth or size[1] > tall:
                continue
            if at + size[0] > length / 2:
                return
            place = self.on(host, at + size[0] / 2, y, z)
            k = self.add(
                words.replace(" ", "_"), f"asset_call({words!r})", place, self.things[host].turn, size, host=host
            )
            if self.rng.random() < 0.3:
                self.asked.append(f"on({self.things[k].name!r}, {self.things[host].name!r})")
            at += float(size[0]) + GAP + float(self.rng.choice([0.0, 0.05, 0.15]))

    def seat(self, table: int, x: float, z: float, turn: float) -> None:
        """A chair before a table, clear of it."""
        size = self.size("chair")
        c = np.sign(z) if z else 1.0
        place = self.on(table, x, 0.0, z + c * (float(size[2]) / 2 - 0.25 + 0.03))
        self.add("chair", "asset_call('chair')", place, self.things[table].turn + turn, size, table=table)

    def middle(self) -> None:
        """Tables with chairs, set; they keep their distance from the walls and from each other."""
        free = np.array([self.width - 2 * 1.6, self.depth - 0.9 - 1.9])
        count = 2 if free[0] > 4.2 else 1
        for k in range(count):
            w = min(1.6, float(free[0]) / count - 0.6)
            x = 0.0 if count == 1 else (k - 0.5) * float(free[0]) / 2 * 1.1
            t = self.add("table", f"'table', w={w:.2f}, d=0.9", (round(x, 3), 0, -0.3), 0.0, (w, 0.74, 0.9))
            self.row(t, 0.74, w - 0.1, -0.2, 0.34, 0.6)
            self.row(t, 0.74, w - 0.1, 0.2, 0.34, 0.6)
            for sx in (-1, 1):
                for sz in (-1, 1):
                    self.seat(t, sx * w / 4, sz * (0.45 + 0.25), 180.0 if sz > 0 else 0.0)

    def hang(self) -> None:
        """Pictures on the front wall, beside the door."""
        at = -self.width / 2 + 0.4
        for _ in range(int(self.rng.integers(1, 4))):
            words = str(self.rng.choice(HUNG))
            size = self.size(words)
            if at + size[0] > -0.7:
                return
            place = (at + float(size[0]) / 2, 1.4, self.depth / 2 - float(size[2]) / 2)
            self.add(words.replace(" ", "_"), f"asset_call({words!r})", place, 180.0, size)
            at += float(size[0]) + 0.15

    def about(self) -> None:
        """Baskets and boxes in a row along the front, and crates on crates, off the way of the door."""
        z = self.depth / 2 - 0.45
        for side in (-1, 1):
            at = 0.75
            while at < self.width / 2 - 0.5 and self.rng.random() < 0.9:
                words = str(self.rng.choice([*FLOOR, "crate"]))
                size = np.array([0.4, 0.3, 0.3]) if words == "crate" else self.size(words)
                w = float(size[0])
                if at + w > self.width / 2 - 0.1:
                    break
                call = "'crate'" if words == "crate" else f"asset_call({words!r})"
                k = self.add(words.replace(" ", "_"), call, (side * (at + w / 2), 0, z), 180.0, size)
                if words == "crate":
                    top = self.on(k, 0.0, 0.3, 0.0)
                    self.add("crate", "'crate', w=0.36, d=0.28", top, 180.0, (0.36, 0.3, 0.28), host=k)
                at += w + 0.08

    # -- slips ------------------------------------------------------------------------------------------------------

    def slip(self) -> list[str]:
        rng = self.rng
        wanted = max(4, round(float(rng.uniform(*SHARE)) * len(self.things)))
        told: list[str] = []
        used: set[int] = set()
        for k in rng.permutation(len(self.things)).tolist():
            if len(told) == wanted:
                break
            t = self.things[k]
            if k in used or t.host in used:
                continue
            kinds = []
            if t.host >= 0:
                kinds = ["into a neighbour", "over the edge", "height"]
            elif t.wall:
                kinds = ["into the wall", "into the next"]
            elif t.table >= 0:
                kinds = ["into the table", "height"]
            if not kinds:
                continue
            kind = str(rng.choice(kinds))
            by = self.slipped(kind, t)
            for other in self.things:  # what is on it was counted from where it stands
                if other.host == k and kind != "height":
                    other.at += by
            used.add(k)
            told.append(f"{t.name} {kind} by {100 * float(np.linalg.norm(by)):.1f} cm")
        return told

    def slipped(self, kind: str, t: _Thing) -> np.ndarray:
        rng = self.rng
        angle = np.radians(t.turn)
        side = np.array([np.cos(angle), 0.0, -np.sin(angle)])
        front = np.array([np.sin(angle), 0.0, np.cos(angle)])
        if kind == "height":
            by = np.array([0.0, float(rng.choice([-0.02, -0.012, 0.015, 0.03, 0.05])), 0.0])
        elif kind == "into a neighbour":
            by = side * float(rng.choice([-1, 1])) * (GAP + float(rng.uniform(0.005, 0.03)))
        elif kind == "over the edge":
            by = front * float(rng.uniform(0.15, 0.3))
        elif kind == "into the wall":
            by = -front * float(rng.uniform(0.02, 0.06))
        elif kind == "into the next":
            by = side * float(rng.choice([-1, 1])) * float(rng.uniform(0.03, 0.08))
        else:
            by = front * float(rng.uniform(0.1, 0.25))
        t.at += by.round(3)
        return by.round(3)

    # -- as a text --------------------------------------------------------------------------------------------------

    def text(self) -> str:
        lines = [HEAD, "", "@register('a crowded room')", "def crowded_room():", "    parts = ["]
        door = f"doors=[('front', 0, {DOOR[0]}, {DOOR[1]})]"
        lines.append(f"        room({self.width}, {self.depth}, {HEIGHT}, {door}),")
        for t in self.things:
            place, *keywords = t.call.split(", ", 1)
            if t.call.startswith("asset_call"):
                place, keywords = t.call, []
            x, y, z = (round(float(v), 4) + 0.0 for v in t.at)
            turn = f", turn={t.turn:g}" if t.turn % 360 else ""
            more = f", {keywords[0]}" if keywords else ""
            lines.append(f"        place({place}, at=({x:g}, {y:g}, {z:g}){turn}, name={t.name!r}{more}),")
        lines += ["    ]", "    return concat_shapes(*parts)", ""]
        if self.asked:
            lines += ["", "relate(", *(f"    {a}," for a in self.asked), ")"]
        lines += ["light('ceiling', at=(0, 2.7, 0), intensity=1.0)", ""]
        return "\n".join(lines)
