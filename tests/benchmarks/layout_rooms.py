"""Rooms with a hidden solution: a layout is made by chance, some relations that hold in it are kept, its poses thrown away.

The makers of these layouts know nothing of the solver: things are put along walls and on the floor one after the other
where they meet nothing, square to the room. What is left for the solver is a program whose things all stand in the middle.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from scenewright.assets import Catalogue
from scenewright.scene.layout import Anchor, AnchorKind, Bodies, Constraint, Problem
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.relations import holds, residual
from scenewright.scene.model import Opening, Room, Scene

__all__ = ["HiddenRoom", "hidden_room", "known_objects"]

HEIGHT = 2.7
GAP = 0.03
"""Metres at least between things in a hidden layout."""

PASSAGE = 1.0
TWO_ROWS = ((0.9, 1.45), (1.6, 2.4))
"""Heights between which what hangs on a wall hangs: two rows."""

_FLOOR_CATEGORIES = (
    "seating",
    "tables",
    "storage",
    "beds",
    "furniture",
    "appliances",
    "kitchen",
    "office",
    "decor",
    "shop",
)


@dataclass(frozen=True)
class HiddenRoom:
    """`program`: with its relations, everything at (0, 0, 0). `truth`: (N, 4) poses of a layout in which all relations hold.
    `wall_share`: of the things, those along or on walls; what was asked for is not always to be had in a large room."""

    program: str
    truth: np.ndarray
    count: int
    relations: int
    fill: float
    wall_share: float


@dataclass(frozen=True)
class KnownObjects:
    """Words of the catalogue by what holds the thing up."""

    floor: tuple[str, ...]
    wall: tuple[str, ...]


def known_objects(catalogue: Catalogue) -> KnownObjects:
    """Objects of ours that stand on floors or hang on walls, of the sizes that rooms are furnished with."""
    chosen: dict[str, list[str]] = {"floor": [], "wall": []}
    for entry in catalogue.entries:
        if entry.pack != "scenewright" or entry.support not in chosen:
            continue
        words = entry.word
        found = catalogue.find(words, k=1, meaning=False)
        if not found or found[0].entry.key != entry.key:
            continue
        size = catalogue.resolve(words, None, 0).hull
        width, height, depth = (size.max(axis=0) - size.min(axis=0)).tolist()
        if entry.support == "floor" and 0.25 < max(width, depth) < 2.2 and min(width, depth) > 0.2 and height < 2.2:
            chosen["floor"].append(words)
        elif entry.support == "wall" and width < 1.6 and height < 0.85 and depth < 0.4:
            chosen["wall"].append(words)
    return KnownObjects(tuple(chosen["floor"]), tuple(chosen["wall"]))


def hidden_room(
    objects: KnownObjects, evaluate: Callable[[str], Scene], count: int, fill: float, wall_share: float, seed: int
) -> HiddenRoom:
    """A room of `count` things that cover `fill` of its floor, N/2 relations kept."""
    rng = np.random.default_rng([count, round(100 * fill), round(100 * wall_share), seed])
    along = round(count * wall_share)
    hung = along // 2
    while True:
        words = [str(w) for w in rng.choice(objects.wall, hung)] + [
            str(w) for w in rng.choice(objects.floor, count - hung)
        ]
        scene = evaluate(_program(words, Room(50.0, 50.0, HEIGHT), ()))
        bodies = bodies_of(scene)
        for _ in range(4):
            made = _furnished(bodies, hung, along - hung, fill, rng)
            if made is not None:
                break
        if made is not None:
            break
        hung, along = int(hung * 0.85), int(along * 0.85)
    room, truth, at_wall = made
    problem = Problem(bodies, room, (), np.full(count, -1, np.int32), np.full(count, -1, np.int32))
    kept = _relations(problem, truth, hung, at_wall, rng, count // 2)
    covered = float(4.0 * bodies.half[hung:].prod(axis=1).sum()) / (room.width * room.depth)
    return HiddenRoom(_program(words, room, kept), truth, count, len(kept), covered, along / count)


# -- the layout -------------------------------------------------------------------------------------------------------


def _furnished(bodies: Bodies, hung: int, backed: int, fill: float, rng: np.random.Generator) -> tuple | None:
    """A room, poses, and the wall of each thing that stands at one; None where they did not go in."""
    half = bodies.half
    area = float(4.0 * half[hung:].prod(axis=1).sum()) / fill
    aspect = rng.uniform(1.0, 1.6)
    width, depth = round(float(np.sqrt(area * aspect)), 2), round(float(np.sqrt(area / aspect)), 2)
    least = 2.0 * float(np.hypot(*half.T).max()) + PASSAGE
    width, depth = max(width, round(least, 2)), max(depth, round(least, 2))
    door = Opening("door", "front", round(float(rng.uniform(-0.3, 0.3)) * width, 2), 0.9, 2.05)
    window = Opening("window", "left", 0.0, min(1.4, depth / 2), 1.2, 0.95)
    room = Room(width, depth, HEIGHT, (door, window))
    boxes: list[tuple[float, float, float, float, float, float]] = []
    boxes.append((door.offset - 0.5, door.offset + 0.5, depth / 2 - 1.0, depth / 2, 0.0, 2.1))
    boxes.append((-width / 2, -width / 2 + 0.3, -window.width / 2, window.width / 2, window.sill, window.sill + 1.2))
    taken = np.array(boxes)
    truth = np.zeros((len(bodies), 4))
    at_wall: dict[int, str] = {}
    order = [
        *range(hung, hung + backed),
        *range(hung),
        *sorted(range(hung + backed, len(bodies)), key=lambda b: -half[b].prod()),
    ]
    for body in order:
        found = None
        for _ in range(60):
            pose, wall = _random_pose(body, hung, hung + backed, bodies, room, rng)
            box = _box(pose, bodies, body)
            if not _meets(box, taken):
                found = pose, wall, box
                break
        if found is None:
            found = _searched(body, hung, hung + backed, bodies, room, taken, rng)
        if found is None:
            return None
        truth[body], wall, box = found
        if wall:
            at_wall[body] = wall
        taken = np.vstack([taken, box])
    return room, truth, at_wall


_WALLS = ("back", "right", "front", "left")
_YAW = {"back": 0.0, "right": -np.pi / 2, "front": np.pi, "left": np.pi / 2}


def _random_pose(body: int, hung: int, backed: int, bodies: Bodies, room: Room, rng: np.random.Generator) -> tuple:
    hx, hz = bodies.half[body]
    if body >= backed:
        yaw = float(rng.choice([0.0, np.pi / 2, np.pi, -np.pi / 2]))
        ex, ez = (hx, hz) if abs(np.cos(yaw)) > 0.5 else (hz, hx)
        x = rng.uniform(-room.width / 2 + ex, room.width / 2 - ex)
        z = rng.uniform(-room.depth / 2 + ez, room.depth / 2 - ez)
        return np.array([x, 0.0, z, yaw]), ""
    wall = str(rng.choice(_WALLS))
    length = room.width if wall in ("back", "front") else room.depth
    at = rng.uniform(-length / 2 + hx, length / 2 - hx)
    y = 0.0
    if body < hung:
        low, high = TWO_ROWS[int(rng.integers(2))]
        y = low + max(high - low - float(bodies.height[body]), 0.0) * 0.5
    return _wall_pose(wall, at, float(hz) + (0.0 if body < hung else 0.02), y, room), wall


def _wall_pose(wall: str, at: float, out: float, y: float, room: Room) -> np.ndarray:
    x, z = {
        "back": (at, -room.depth / 2 + out),
        "front": (at, room.depth / 2 - out),
        "left": (-room.width / 2 + out, at),
        "right": (room.width / 2 - out, at),
    }[wall]
    return np.array([x, y, z, _YAW[wall]])


def _searched(
    body: int, hung: int, backed: int, bodies: Bodies, room: Room, taken: np.ndarray, rng: np.random.Generator
) -> tuple | None:
    """Every place on a grid, in a random order."""
    if body < backed:
        steps = np.linspace(-1.0, 1.0, 80)
        tries = [(w, s) for w in _WALLS for s in steps]
        for k in rng.permutation(len(tries)):
            wall, s = tries[k]
            length = room.width if wall in ("back", "front") else room.depth
            at = s * (length / 2 - float(bodies.half[body, 0]))
            for low, high in TWO_ROWS if body < hung else ((0.0, 0.0),):
                y = low + max(high - low - float(bodies.height[body]), 0.0) * 0.5 if body < hung else 0.0
                pose = _wall_pose(wall, at, float(bodies.half[body, 1]) + (0.0 if body < hung else 0.02), y, room)
                box = _box(pose, bodies, body)
                if not _meets(box, taken):
                    return pose, wall, box
        return None
    for _ in range(1500):
        pose, wall = _random_pose(body, hung, backed, bodies, room, rng)
        box = _box(pose, bodies, body)
        if not _meets(box, taken):
            return pose, wall, box
    return None


def _box(pose: np.ndarray, bodies: Bodies, body: int) -> np.ndarray:
    hx, hz = bodies.half[body]
    ex, ez = (hx, hz) if abs(np.cos(pose[3])) > 0.5 else (hz, hx)
    return np.array(
        [pose[0] - ex, pose[0] + ex, pose[2] - ez, pose[2] + ez, pose[1], pose[1] + float(bodies.height[body])]
    )


def _meets(box: np.ndarray, taken: np.ndarray) -> bool:
    return bool(
        (
            (box[0] - GAP < taken[:, 1])
            & (box[1] + GAP > taken[:, 0])
            & (box[2] - GAP < taken[:, 3])
            & (box[3] + GAP > taken[:, 2])
            & (box[4] < taken[:, 5] - 1e-6)
            & (box[5] > taken[:, 4] + 1e-6)
        ).any()
    )


# -- its relations ----------------------------------------------------------------------------------------------------

_BETWEEN = ("next_to", "near", "facing", "left_of", "right_of", "in_front_of", "behind", "parallel", "across", "far")


def _relations(
    problem: Problem, truth: np.ndarray, hung: int, at_wall: dict[int, str], rng: np.random.Generator, wanted: int
) -> list[str]:
    count = len(problem.bodies)
    found: list[tuple[str, tuple[int, ...]]] = [
        (f"on_wall({{0}}, height={truth[body, 1]:.2f})", (body,)) for body in range(hung)
    ]
    for body, wall in at_wall.items():
        if body >= hung:
            found.append((f"against_wall({{0}}, {wall!r})", (body,)))
            found.append(("against_wall({0})", (body,)))
    place = truth[:, [0, 2]]
    for a in range(count):
        near = np.argsort(((place - place[a]) ** 2).sum(axis=1))[1:7]
        for b in [*rng.choice(near, min(3, len(near)), replace=False).tolist(), int(rng.integers(count))]:
            if b != a and b >= hung and (a >= hung or rng.random() < 0.2):
                kind = str(rng.choice(_BETWEEN))
                found.append((kind, (a, int(b))))
    kept: list[str] = []
    used = np.zeros(count, dtype=int)
    names = [path.rsplit("/", 1)[-1] for path in problem.bodies.path]
    for k in rng.permutation(len(found)):
        text, members = found[k]
        if len(kept) == wanted:
            break
        if used[list(members)].max() >= 3 or not _true(problem, truth, text, members):
            continue
        used[list(members)] += 1
        if "(" in text:
            kept.append(text.format(repr(names[members[0]])))
        else:
            kept.append(f"{text}({names[members[0]]!r}, {names[members[1]]!r})")
    return kept


def _true(problem: Problem, truth: np.ndarray, text: str, members: tuple[int, ...]) -> bool:
    kind = text.split("(", 1)[0]
    if kind in ("on_wall", "against_wall"):
        return True  # as it was made
    constraint = Constraint(0, kind, members[:1], Anchor(AnchorKind.BODY, members[1]), text=text)
    bare = replace(problem, constraints=(constraint,))
    return bool(holds(constraint, residual(constraint, bare, [truth[b] for b in constraint.bodies])))


# -- the program ------------------------------------------------------------------------------------------------------


def _program(words: list[str], room: Room, relations: list[str] | tuple[str, ...]) -> str:
    openings = {"door": [], "window": []}
    for o in room.openings:
        said = f"({o.wall!r}, {o.offset:g}, {o.width:g}, {o.height:g})"
        if o.kind == "window":
            said = (
                f"dict(wall={o.wall!r}, offset={o.offset:g}, width={o.width:g}, height={o.height:g}, sill={o.sill:g})"
            )
        openings[o.kind].append(said)
    lines = ["from scene.language import *", "", "", "@register('a room of many things')", "def scene():"]
    lines.append("    return concat_shapes(")
    doors, windows = ", ".join(openings["door"]), ", ".join(openings["window"])
    lines.append(
        f"        room({room.width:g}, {room.depth:g}, {room.height:g}, doors=[{doors}], windows=[{windows}]),"
    )
    for number, word in enumerate(words):
        name = f"{word.replace(' ', '_').replace('-', '_')}_{number}"
        lines.append(f"        place(asset_call({word!r}), at=(0, 0, 0), name={name!r}),")
    lines.append("    )")
    if relations:
        lines += ["", "", "relate("] + [f"    {r}," for r in relations] + [")"]
    return "\n".join(lines) + "\n"
