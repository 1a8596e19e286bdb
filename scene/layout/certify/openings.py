"""Doors and windows: whether doors can swing and people pass, and which windows are covered.

The swing of a door is a box inside the room, as wide and as high as the door, and as deep as its leaf (a door wider than 1.2 m has
two), at most a metre. A door swings over things that lie flat on the floor. A covered window gets a note and is no violation: a
bookcase may stand in front of one. What hangs on a wall must not reach over the edge of a window. What is wholly before a window is left
to the judgement of supports.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.bodies import WINDOW_WORDS
from scenewright.scene.layout.certify.depth import push_depth
from scenewright.scene.layout.certify.evidence import FLAT, Evidence, metres
from scenewright.scene.layout.certify.meeting import Meeting
from scenewright.scene.layout.certify.pairs import piece_pairs
from scenewright.scene.layout.certify.solids import BoolArray, with_boxes
from scenewright.scene.layout.certify.tolerances import DOOR, WINDOW
from scenewright.scene.layout.certify.violations import Violation, ViolationKind
from scenewright.scene.layout.model import Support
from scenewright.scene.model import FloatArray, Opening, Room

__all__ = ["DoorMeeting", "covered_windows", "door_box", "doors_met", "doors_of", "judge_doors", "judge_windows"]

_COVERING = 0.06
"""Metres of thickness up to which a fixed body is a covering of a wall or the floor."""

_WIDEST_LEAF = 1.2
_DEEPEST = 1.0
_NEAR_WINDOW = 0.5
_COVERED = 0.5
_GRID = 24
_DOOR_WORDS = ("door", "doors", "doorway", "gate")
_ON_WALL = 0.15
"""Metres from its wall within which a body hangs on it."""

_WINDOW_WORDS = ("window", "curtain", "curtains", "blind", "blinds", "shutter", "shutters", "sill")


def door_box(room: Room, opening: Opening) -> FloatArray:
    """(2, 3) least and greatest corner of the box inside the room that must stay free for a door."""
    leaf = opening.width if opening.width <= _WIDEST_LEAF else opening.width / 2.0
    top = max(opening.sill + opening.height, 2.0 * FLAT)
    return before_opening(room, opening, min(leaf, _DEEPEST), FLAT, top)


def before_opening(room: Room, opening: Opening, depth: float, bottom: float, top: float) -> FloatArray:
    """(2, 3) least and greatest corner of a box inside the room at an opening, as wide as it and `depth` deep."""
    half = 0.5 * (room.width if opening.wall in ("left", "right") else room.depth)
    inward = 1.0 if opening.wall in ("left", "back") else -1.0
    across = sorted([-inward * half, -inward * half + inward * depth])
    along = [opening.offset - opening.width / 2.0, opening.offset + opening.width / 2.0]
    x, z = (across, along) if opening.wall in ("left", "right") else (along, across)
    return np.array([[x[0], bottom, z[0]], [x[1], top, z[1]]])


@dataclass(frozen=True, slots=True)
class DoorMeeting:
    """A body in the swing of a door. `body`: its number. `opening`: the door. `depth`: metres that it reaches in. `place`: (3,) of the
    deepest meeting, metres."""

    body: int
    opening: Opening
    depth: float
    place: FloatArray


def doors_of(evidence: Evidence) -> list[Opening]:
    """The doors of the room."""
    return [] if evidence.room is None else [o for o in evidence.room.openings if o.kind == "door"]


def judge_doors(evidence: Evidence, *, tolerance: float = DOOR) -> tuple[Violation, ...]:
    """Violations of bodies that reach into the swing of a door by more than `tolerance` metres."""
    out = []
    for met in doors_met(evidence, tolerance=tolerance):
        path = evidence.bodies.path[met.body]
        message = f"{path} stands {metres(met.depth)} in the way of the door in the {met.opening.wall} wall"
        out.append(Violation(ViolationKind.DOOR, (path,), met.depth, evidence.place(met.place), message))
    return tuple(out)


def doors_met(evidence: Evidence, *, tolerance: float = DOOR) -> tuple[DoorMeeting, ...]:
    """The bodies that reach into the swings of doors by more than `tolerance` metres."""
    room, doors = evidence.room, doors_of(evidence)
    if room is None or not doors:
        return ()
    boxes = np.stack([door_box(room, d) for d in doors])
    n = len(evidence)
    solids = with_boxes(evidence.solids, boxes[:, 0], boxes[:, 1])
    low, high = solids.body_bounds
    near = (low[:n, None] < boxes[None, :, 1]).all(axis=2) & (high[:n, None] > boxes[None, :, 0]).all(axis=2)
    near &= ~((evidence.rugs | _coverings(evidence))[:, None] | _doors_themselves(evidence, boxes))
    pairs = np.argwhere(near).astype(np.int32)
    pairs[:, 1] += n
    meeting = Meeting(solids)
    worst: dict[int, tuple[float, int, int]] = {}
    for pair, a, b in piece_pairs(solids, pairs, -tolerance):
        met = meeting.meet(a, b, -0.5 * tolerance)
        depth = push_depth(meeting, a[met], b[met])
        for row, piece, door, figure in zip(pair[met].tolist(), a[met], b[met], depth.tolist(), strict=True):
            if row not in worst or worst[row][0] < figure:
                worst[row] = (figure, int(piece), int(door))
    out = []
    for row, (figure, piece, door) in sorted(worst.items()):
        body, opening = int(pairs[row, 0]), doors[int(pairs[row, 1]) - n]
        place = 0.5 * (
            np.maximum(solids.low[piece], solids.low[door]) + np.minimum(solids.high[piece], solids.high[door])
        )
        out.append(DoorMeeting(body, opening, figure, place))
    return tuple(out)


def judge_windows(evidence: Evidence, *, tolerance: float = WINDOW) -> tuple[Violation, ...]:
    """Violations of bodies on walls that reach over the edge of a window by more than `tolerance` metres."""
    room = evidence.room
    windows = [] if room is None else [o for o in room.openings if o.kind != "door"]
    if room is None or not windows:
        return ()
    boxes = np.stack([before_opening(room, o, _ON_WALL, o.sill, o.sill + o.height) for o in windows])
    n = len(evidence)
    low, high = evidence.low, evidence.high
    hung = np.array([k is Support.WALL for k in evidence.bodies.support], dtype=bool)
    hung &= evidence.judged & ~evidence.called(WINDOW_WORDS)
    met: dict[int, tuple[float, int]] = {}
    for number, opening in enumerate(windows):
        axes = [2, 1] if opening.wall in ("left", "right") else [0, 1]
        first, last = boxes[number][:, axes]
        past = np.minimum(high[:, axes] - first, last - low[:, axes]).min(axis=1)
        within = ((low[:, axes] >= first - tolerance) & (high[:, axes] <= last + tolerance)).all(axis=1)
        across = 3 - sum(axes)  # the axis through the wall
        near = (low[:, across] < boxes[number, 1, across]) & (high[:, across] > boxes[number, 0, across])
        for body in np.flatnonzero(hung & near & ~within & (past > tolerance)).tolist():
            if body not in met or met[body][0] < past[body]:
                met[body] = float(past[body]), number
    if not met:
        return ()
    solids = with_boxes(evidence.solids, boxes[:, 0], boxes[:, 1])
    meeting = Meeting(solids)
    pairs = np.array([[body, n + number] for body, (_, number) in sorted(met.items())], dtype=np.int32)
    touching: set[int] = set()
    for pair, a, b in piece_pairs(solids, pairs, -tolerance):
        touching.update(pair[meeting.meet(a, b, -0.5 * tolerance)].tolist())
    out = []
    for row in sorted(touching):
        body, number = int(pairs[row, 0]), int(pairs[row, 1]) - n
        place = 0.5 * (np.maximum(low[body], boxes[number, 0]) + np.minimum(high[body], boxes[number, 1]))
        path, depth = evidence.bodies.path[body], met[body][0]
        message = f"{path} hangs {metres(depth)} over the edge of the window in the {windows[number].wall} wall"
        out.append(Violation(ViolationKind.WINDOW, (path,), depth, evidence.place(place), message))
    return tuple(out)


def _coverings(evidence: Evidence) -> BoolArray:
    """(N,) bool, coverings of a wall or the floor, which are taken to be cut out at the door."""
    size = np.where(evidence.solids.filled[:, None], evidence.high - evidence.low, np.inf)
    coverings: BoolArray = evidence.bodies.building & (size.min(axis=1) <= _COVERING)
    return coverings


def _doors_themselves(evidence: Evidence, boxes: FloatArray) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """(N, D) bool, bodies that are the leaf of a door: they have its name and lie within its box."""
    called = evidence.called(_DOOR_WORDS)
    centre = 0.5 * (evidence.low + evidence.high)
    slack = 0.15
    with np.errstate(invalid="ignore"):
        within = ((centre[:, None] > boxes[None, :, 0] - slack) & (centre[:, None] < boxes[None, :, 1] + slack)).all(
            axis=2
        )
    return np.asarray(called[:, None] & within)


def covered_windows(evidence: Evidence) -> tuple[str, ...]:
    """A note for each window of which bodies within half a metre cover more than half."""
    room = evidence.room
    if room is None:
        return ()
    solids = evidence.solids
    flush = np.array([k in (Support.WALL, Support.CEILING) for k in evidence.bodies.support], dtype=bool)
    counts = ~(flush | evidence.called(_WINDOW_WORDS))
    pieces = np.flatnonzero(counts[solids.body]) if len(solids) else np.zeros(0, dtype=np.int64)
    notes = []
    for opening in room.openings:
        if opening.kind != "window":
            continue
        box = before_opening(room, opening, _NEAR_WINDOW, opening.sill, opening.sill + opening.height)
        near = pieces[(solids.low[pieces] < box[1]).all(axis=1) & (solids.high[pieces] > box[0]).all(axis=1)]
        along = 0 if opening.wall in ("back", "front") else 2
        share = _covered_share(solids.low[near][:, (along, 1)], solids.high[near][:, (along, 1)], box[:, (along, 1)])
        if share > _COVERED:
            paths = sorted({evidence.bodies.path[b] for b in solids.body[near].tolist()})
            notes.append(
                f"the window in the {opening.wall} wall is {100 * share:.0f} % covered by {', '.join(paths[:5])}"
            )
    return tuple(notes)


def _covered_share(low: FloatArray, high: FloatArray, pane: FloatArray) -> float:
    steps = (np.arange(_GRID) + 0.5) / _GRID
    u = pane[0, 0] + steps * (pane[1, 0] - pane[0, 0])
    v = pane[0, 1] + steps * (pane[1, 1] - pane[0, 1])
    across = (low[:, :1] <= u) & (u <= high[:, :1])
    upward = (low[:, 1:] <= v) & (v <= high[:, 1:])
    covered = np.einsum("pi,pj->ij", across.astype(np.int64), upward.astype(np.int64)) > 0
    return float(covered.mean())
