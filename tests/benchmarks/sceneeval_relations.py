"""SceneEval's relations as scores from 0 to 1 on exact geometry; a relation holds above a half.

Sources: the suite's definitions as published (Tam et al., SceneEval): ranges of distance with a Gaussian of 0.25 m beyond
them, facing within 30 degrees, sides by the share of a box's sample points, walls, corners and ceiling. What a word of an
annotation stands for is fixed in a table, where the suite asks a language model.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tests.benchmarks.sceneeval_shapes import Box, Thing, Wall, World, distance, first_hits

HOLDS = 0.5
NEXT_TO, NEAR, ACROSS, FAR = (0.0, 0.5), (0.5, 1.5), (1.5, 4.0), (4.0, np.inf)
SPREAD = 0.25


@dataclass(frozen=True)
class Reading:
    """Where the published text and the published code differ. `margin`: beyond the anchor's extent, in metres, or as a share
    of it. `own_left`: left is the anchor's own left hand, else the left of who looks at its front. `in_space`: what one
    faces must be at its own height."""

    margin: float = 0.25
    relative: bool = False
    own_left: bool = True
    in_space: bool = False


TEXT, CODE = Reading(), Reading(relative=True, own_left=False, in_space=True)

_SIDES = {
    "front": (2, 1.0),
    "back": (2, -1.0),
    "left": (0, 1.0),
    "right": (0, -1.0),
    "top": (1, 1.0),
    "bottom": (1, -1.0),
}


def in_range(value: float, span: tuple[float, float], spread: float = SPREAD) -> float:
    if span[0] < value < span[1]:
        return 1.0
    off = min(abs(value - span[0]), abs(value - span[1]))
    return float(np.exp(-(off**2) / (2 * spread**2)))


def at_side(
    points: np.ndarray, anchor: Box, side: str, reading: Reading, *, beyond: bool, margin: float | None = None
) -> np.ndarray:
    axis, sign = _SIDES[side]
    if side in ("left", "right") and not reading.own_left:
        sign = -sign
    local = anchor.local(points)
    there = local[:, axis] * sign >= (anchor.half[axis] if beyond else 0.0) - 1e-6
    extra = reading.margin if margin is None else margin
    for other in {0, 1, 2} - {axis}:
        reach = anchor.half[other] * (1 + extra) if reading.relative else anchor.half[other] + extra
        there &= np.abs(local[:, other]) <= reach
    return there


def side_of(target: Thing, anchor: Thing, side: str, reading: Reading) -> float:
    return float(at_side(target.box.points, anchor.box, side, reading, beyond=True).mean())


def side_region(target: Thing, anchor: Thing, side: str, reading: Reading) -> float:
    points = target.box.points
    there = at_side(points, anchor.box, side, reading, beyond=False, margin=1e-9)
    return float((there & anchor.box.contains(points)).mean())


def long_short_side(target: Thing, anchor: Thing, side: str, reading: Reading) -> float:
    wide, deep = anchor.box.half[0], anchor.box.half[2]
    if np.isclose(wide, deep):
        return 0.0
    ends = ("left", "right") if (side == "long") == (wide < deep) else ("front", "back")
    points = target.box.points
    return max(float(at_side(points, anchor.box, e, reading, beyond=False, margin=1e-9).mean()) for e in ends)


def on_top(target: Thing, anchor: Thing) -> float:
    return float(at_side(target.box.points, anchor.box, "top", TEXT, beyond=True, margin=1e-9).mean())


def inside_of(target: Thing, anchor: Thing) -> float:
    return float(anchor.box.contains(target.box.points).mean())


def middle_of(target: Thing, anchor: Thing) -> float:
    off = float(np.hypot(*(target.box.centre - anchor.box.centre)[[0, 2]]))
    return float(np.exp(-(off**2) / (2 * SPREAD**2)))


def face_to(target: Thing, anchor: Thing, reading: Reading = TEXT) -> float:
    """How little the mean point that rays along the target's front hit lies off its front.

    The published code casts them in space against the anchor's mesh, so that a sofa cannot face a screen that hangs above
    its back; the text's angle is one in plan.
    """
    points = target.box.points[:512]
    front = target.front if reading.in_space else target.front * [1.0, 0.0, 1.0]
    reach = first_hits(points, front, anchor.triangles) if reading.in_space else _plan_hits(points, front, anchor.box)
    hit = np.isfinite(reach)
    if not hit.any():
        return 0.0
    mean = (points[hit] + reach[hit, None] * front).mean(axis=0)
    to, ahead = (mean - target.box.centre)[[0, 2]], front[[0, 2]]
    cosine = to @ ahead / max(np.linalg.norm(to) * np.linalg.norm(ahead), 1e-9)
    return float(np.clip(1 - np.rad2deg(np.arccos(np.clip(cosine, -1, 1))) / 30.0, 0, 1))


def _plan_hits(points: np.ndarray, direction: np.ndarray, box: Box) -> np.ndarray:
    """(P,) how far rays go until they meet an upright box's footprint, heights left aside."""
    at, along = box.local(points)[:, [0, 2]], (direction @ box.axes)[[0, 2]]
    along = np.where(np.abs(along) < 1e-12, 1e-12, along)
    first, last = (-np.sign(along) * box.half[[0, 2]] - at) / along, (np.sign(along) * box.half[[0, 2]] - at) / along
    enter, leave = first.max(axis=1), last.min(axis=1)
    return np.where((enter <= leave) & (leave >= 0), np.maximum(enter, 0.0), np.inf)


def surround(targets: Sequence[Thing], anchor: Thing) -> float:
    """Even distances and even angles about the anchor's centre; three at least."""
    count = len(targets)
    if count < 3:
        return 0.0
    off = np.array([t.box.centre - anchor.box.centre for t in targets])
    far = np.linalg.norm(off, axis=1)
    usual = max(float(np.median(far)), 1e-9)
    uneven = np.clip(np.abs(far - usual) / usual, 0, 1)
    angle = np.arctan2(off[:, 0], off[:, 2])
    ideal = 2 * np.pi / count
    score = 0.0
    for i in range(count):
        others = (np.delete(angle, i) - angle[i] + np.pi) % (2 * np.pi) - np.pi
        ahead = others[others > 0]
        step = ahead.min() if len(ahead) else others.max()
        miss = np.clip(abs(step - ideal) / ideal, 0, 1)
        score += ((1 - uneven[i]) ** 2 * 0.5 + (1 - miss) ** 2 * 0.5) / count
    return float(score)


def apart(target: Thing, anchor: Thing, span: tuple[float, float]) -> float:
    return in_range(distance(target, anchor), span)


# -- with the room ---------------------------------------------------------------------------------------------------------


def inside_room(thing: Thing, world: World) -> float:
    points = thing.box.points
    inside = (np.abs(points[:, 0]) <= world.room.width / 2) & (np.abs(points[:, 2]) <= world.room.depth / 2)
    return float((inside & (points[:, 1] >= -1e-6)).mean())


def middle_of_room(thing: Thing, world: World) -> float:
    off = float(np.hypot(*thing.box.centre[[0, 2]]))
    room, size = (world.room.width + world.room.depth) / 2, 2 * float(thing.box.half[[0, 2]].max())
    spread = max(0.5 * size + (1 - size / room), 1e-3)
    return float(np.exp(-(off**2) / (2 * spread**2)))


def _at_wall(thing: Thing, walls: Sequence[Wall], span: tuple[float, float], spread: float) -> float:
    best = 0.0
    for wall in walls:
        share = float(at_side(thing.box.points, wall.box, "front", TEXT, beyond=True, margin=1e-9).mean())
        if share > 0:
            best = max(best, share * in_range(distance(thing, wall.thing), span, spread))
    return best


def on_wall(thing: Thing, world: World) -> float:
    return _at_wall(thing, world.walls, (0.0, 0.01), 0.01)


def against_wall(thing: Thing, world: World) -> float:
    return _at_wall(thing, world.walls, (0.0, 0.3), 0.1)


def in_corner(thing: Thing, world: World) -> float:
    if inside_room(thing, world) < 0.5:
        return 0.0
    scores = [(w, in_range(distance(thing, w.thing), (0.0, 0.8))) for w in world.walls]
    return max(
        (a * b for i, (v, a) in enumerate(scores) for w, b in scores[i + 1 :] if abs(v.normal @ w.normal) < 0.15),
        default=0.0,
    )


def hanging(thing: Thing, world: World) -> float:
    return in_range(abs(world.room.height - float(thing.bounds[1, 1])), (0.0, 0.01), 0.03)


def to_opening(thing: Thing, world: World, kind: str, span: tuple[float, float]) -> float:
    if kind == "wall":
        return max((in_range(distance(thing, w.thing), span) for w in world.walls), default=0.0)
    return max((in_range(distance(thing, o.thing), span) for o in world.of(kind)), default=0.0)


# -- what the words of annotations stand for ------------------------------------------------------------------------------

Pair = Callable[[Thing, Thing, Reading], float]


def _side(side: str) -> Pair:
    return lambda t, a, r: side_of(t, a, side, r)


def _region(side: str) -> Pair:
    return lambda t, a, r: side_region(t, a, side, r)


def _range(span: tuple[float, float]) -> Pair:
    return lambda t, a, r: apart(t, a, span)


_next_to, _near, _across = _range(NEXT_TO), _range(NEAR), _range(ACROSS)


def _on(t: Thing, a: Thing, r: Reading) -> float:
    """On its top, or in it as a book on a shelf is."""
    return max(on_top(t, a), inside_of(t, a))


def _below(t: Thing, a: Thing, r: Reading) -> float:
    """Under its bottom, or in its lower half as a box under a bed is."""
    return max(side_of(t, a, "bottom", r), side_region(t, a, "bottom", r))


def _both(*pairs: Pair) -> Pair:
    return lambda t, a, r: min(p(t, a, r) for p in pairs)


PAIRS: dict[str, Pair] = {
    "on": _on, "above": _side("top"), "over": _side("top"), "under": _below, "beneath": _below, "below": _below,
    "under_region": _region("bottom"), "bottom_region": _region("bottom"), "top_region": _region("top"),
    "left_region": _region("left"), "right_region": _region("right"),
    "inside": lambda t, a, r: inside_of(t, a), "within": lambda t, a, r: inside_of(t, a), "in": lambda t, a, r: inside_of(t, a),
    "outside": lambda t, a, r: 1.0 - inside_of(t, a),
    "left": _side("left"), "right": _side("right"), "front": _side("front"), "in_front": _side("front"), "behind": _side("back"),
    "next": _next_to, "next_to": _next_to, "beside": _next_to, "adjacent": _next_to, "side_by_side": _next_to, "against": _next_to,
    "lean_against": _next_to, "around": _next_to, "near": _near, "nearby": _near, "opposite": _across, "across": _across, "away": _across,
    "far": _range(FAR), "face": face_to, "facing": face_to,
    "center": lambda t, a, r: middle_of(t, a), "center_of": lambda t, a, r: middle_of(t, a), "at_the_center": lambda t, a, r: middle_of(t, a), "middle_of": lambda t, a, r: middle_of(t, a),
    "long_side": lambda t, a, r: long_short_side(t, a, "long", r), "short_side": lambda t, a, r: long_short_side(t, a, "short", r),
    "at_the_foot": _both(_side("front"), _next_to), "foot": _both(_side("front"), _next_to),
}  # fmt: skip
"""target, anchor -> score. 'surround', and 'around' of three or more in one clause, go to :func:`surround`."""

Fixed = Callable[[Thing, World, str], float]


def _opening(span: tuple[float, float]) -> Fixed:
    return lambda t, w, kind: to_opening(t, w, kind, span)


def _faces_opening(t: Thing, w: World, kind: str) -> float:
    return max((face_to(t, o.thing) for o in w.of(kind)), default=0.0)


def _before(t: Thing, w: World, kind: str) -> float:
    return max(to_opening(t, w, kind, NEXT_TO), to_opening(t, w, kind, NEAR))


def _against(t: Thing, w: World, kind: str) -> float:
    """A wall; a window or door: at most 0.5 m off."""
    return against_wall(t, w) if kind == "wall" else to_opening(t, w, kind, NEXT_TO)


def _hang(t: Thing, w: World, kind: str) -> float:
    return on_wall(t, w) if kind == "wall" else hanging(t, w)


FIXED: dict[str, Fixed] = {
    "against": _against, "along": _against, "leaning": _against,
    "on": lambda t, w, k: on_wall(t, w), "corner": lambda t, w, k: in_corner(t, w), "in": lambda t, w, k: inside_room(t, w),
    "middle": lambda t, w, k: middle_of_room(t, w), "center": lambda t, w, k: middle_of_room(t, w),
    "hang": _hang, "hang_from": _hang, "mount": _hang, "near": _opening(NEAR), "next": _opening(NEXT_TO), "next_to": _opening(NEXT_TO),
    "beside": _opening(NEXT_TO), "adjacent": _opening(NEXT_TO), "by": _opening(NEXT_TO), "under": _opening(NEXT_TO), "beneath": _opening(NEXT_TO),
    "below": _opening(NEXT_TO), "across": _opening(ACROSS), "opposite": _opening(ACROSS), "far": _opening(FAR),
    "front": _before, "in_front": _before, "facing": _faces_opening,
}  # fmt: skip
"""thing, world, kind of architecture ('wall', 'door', 'window', 'room' ...) -> score."""
