"""Decide what holds bodies that do not stand: a wall at their back, a body above them, a frame around them, or what they lean on.

Actual contact is always needed. Names and kinds only decide whether a body may hang at all: a wardrobe in the air does not, although
its back is at the wall.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.bodies import may_hang, support_of_words, texts_of
from scenewright.scene.layout.certify.columns import column_spans, grid_points
from scenewright.scene.layout.certify.contacts import Contacts
from scenewright.scene.layout.certify.depth import reach
from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.layout.certify.solids import BoolArray
from scenewright.scene.layout.certify.tolerances import COLLISION, GAP
from scenewright.scene.layout.certify.touching import SIDES, Touch
from scenewright.scene.layout.certify.weight import metres_outside, outlines
from scenewright.scene.layout.model import Support
from scenewright.scene.model import FloatArray, IntArray, Opening

__all__ = ["Holding"]

_THIN = 0.35
"""Metres of depth up to which a body may hang on a wall although its name does not say so."""

_SLENDER = 0.3
"""A deeper body may hang on a wall if its width and height are at most this share of its depth: a bracket, an arm, a beam."""

_COVERED = 0.25
"""Share of its back that must touch the wall, for a body that nothing else says hangs."""

_COVERED_OF_BOARD = 0.1
"""The same for a body on a board that itself hangs: tools on pegs, notes under magnets."""

_FACE, _FACE_SHARE, _FACE_LEAST = 0.03, 0.5, 0.07
"""A contact with a wall is a face, not an edge, if each side is at least this long (metres; for smaller bodies this share of their
side), and at least the last share of their side."""

_SLANT = 0.5
"""Cosine between a direction and the vertical from which the direction is no longer horizontal."""

_AWAY_FLOOR, _AWAY = 0.25, 0.05
"""Metres of air below a body from which it hangs rather than stands: for things that stand on floors, and for all others."""

_ASIDE, _ASIDE_LEAST = 0.35, 0.02
"""Share of its half width, and least metres, that the centre of mass of a hanging body may be beside what it hangs from."""

_BACKED = 0.7
"""Share of each side of its back that must be near the wall if only a part of it touches, such as a vanity behind its faucet."""

_SQUARE = 0.95
"""Cosine between the front of a catalogue object for walls and the wall's normal, from which its back counts as being at the wall."""

_FLUSH = 0.9995
"""The same from which a body is parallel to the wall: 1.8 degrees. A tilted picture touches the wall with an edge."""

_BRACKET, _BRACKETS_APART = 8e-3, 0.5
"""Least side of what brackets touch the wall with, metres, and share of the body's width or height that they span."""

_HOOKED = 2e-3
"""Metres of penetration from which one body is hooked into another."""

_STEEP = 0.3
"""Least height over horizontal distance of the contact of a leaning body."""

_MARGIN = 5e-3
_LARGER = 1.05
_IN_OPENINGS = ("window", "door", "blind", "blinds", "curtain", "curtains", "shutter", "shutters", "gate")
_DANGLE = (
    *(
        "kettle",
        "pot",
        "pan",
        "lantern",
        "swing",
        "basket",
        "bell",
        "chain",
        "rope",
        "chime",
        "chimes",
        "hammock",
        "bag",
    ),
    *(
        "ladle",
        "whisk",
        "sign",
        "signboard",
        "bulb",
        "bunting",
        "feeder",
        "cage",
        "net",
        "hanger",
        "tool",
        "ham",
        "herbs",
    ),
)


@dataclass(frozen=True, eq=False)
class Holding:
    """Decides what holds single bodies. `touches`: of the bodies in question. `contacts`: of all bodies. `centre`: (N, 3) centres of
    mass, of joined bodies that of all of them."""

    evidence: Evidence
    touches: Sequence[Touch]
    contacts: Contacts
    centre: FloatArray

    def hangs(self, body: int, held: BoolArray, hung: BoolArray) -> Touch | None:
        """The touch by which a body, or one joined with it, hangs; None where it does not.

        Args:
            held: (N,) bool, bodies that are held and may hold others.
            hung: (N,) bool, bodies that hang themselves, such as a peg board; others may hang on them.
        """
        stands = self._stands_by_catalogue(body) and body not in self._stated_on_wall
        if stands and self.air(body) < _AWAY_FLOOR:
            return None
        anchored = self._anchored(body, held)
        for touch in anchored:
            if self._on_wall(touch, hung) or self._at_ceiling(touch):
                return touch
        if self._lies(body):
            return None
        above = [t for t in anchored if t.other < len(self.evidence) and self._from(t)]
        over = [t for t in anchored if t.way[1] > _SLANT and t.middle[1] >= self.centre[body, 1]]
        for some in (above, over):
            if some and self._plumb(body, some):
                return some[0]
        return self._framed(body, anchored)

    def leans(self, body: int, held: BoolArray) -> bool:
        """Whether a body stands with its foot and leans with its top, with its centre of mass between the two contacts."""
        members = self.evidence.members(body)
        foot = self.contacts.of(np.isin(self.contacts.above, members))
        if not len(foot.above):
            return False
        low, high = self._extent(members)
        centre, base = self.centre[body], foot.point.mean(axis=0)
        points = []
        for touch in self._anchored(body, held):
            out = touch.middle[[0, 2]] - base
            away = float(np.linalg.norm(out))
            up = float(touch.middle[1]) - low[1]
            level = abs(touch.way[1]) <= 1.0 - _SLANT / 2.0
            high_up = touch.middle[1] >= centre[1] + 0.1 * (high[1] - low[1])
            if level and high_up and touch.way[[0, 2]] @ out < 0.0 and up >= _STEEP * away:
                points.append(touch.points[:, (0, 2)])
        if not points:
            return False
        every = np.concatenate([foot.point, *points])
        zero = np.zeros(len(every), dtype=np.int32)
        around = outlines(Contacts(zero, zero, every, np.zeros(len(every))))
        return bool(metres_outside(*around, centre[None])[0] <= _MARGIN)

    # -- what may hold ------------------------------------------------------------------------------------------------

    @cached_property
    def _of(self) -> dict[int, list[Touch]]:
        by_unit: dict[int, list[Touch]] = {}
        for touch in self.touches:
            by_unit.setdefault(int(self.evidence.unit[touch.body]), []).append(touch)
        return by_unit

    def _anchored(self, body: int, held: BoolArray) -> list[Touch]:
        touches = self._of.get(int(self.evidence.unit[body]), [])
        return [t for t in touches if t.other >= len(held) or held[t.other]]

    def _is_wall(self, touch: Touch) -> bool:
        """Whether the touch is with a wall of the room or a fixed body of the building."""
        n = len(self.evidence)
        if touch.other >= n:
            return touch.other - n < len(SIDES) - 1
        return bool(self.evidence.bodies.building[touch.other])

    # -- at a wall ----------------------------------------------------------------------------------------------------

    def _on_wall(self, touch: Touch, hung: BoolArray) -> bool:
        """Whether a body hangs on a wall, board or larger body by its back or another face, not by an edge."""
        wall = self._is_wall(touch)
        body = touch.other < len(hung)
        board = body and not wall and bool(hung[touch.other]) and self._is_larger(touch.other, touch.body)
        if abs(touch.way[1]) > _SLANT or not (wall or board or self._on_larger(touch)):
            return False
        if wall and touch.body in self._stated_on_wall and not self._in_opening(touch):
            return True
        depth, width, height = self._seen_along(touch)
        wide, high = touch.size.tolist()
        covered = wide * high / max(width * height, 1e-12)
        facing = float(self.evidence.world_from_body[touch.body, :3, 2] @ touch.way)
        made_for_it = self._asset_support(touch.body) == Support.WALL and facing > _SQUARE
        sides = ((wide, width), (high, height))
        face = all(has >= max(min(_FACE, _FACE_SHARE * of), _FACE_LEAST * of) for has, of in sides)
        backed = float((touch.near_size / np.maximum([width, height], 1e-9)).min()) >= _BACKED
        # brackets, hooks and screws: their ends are small faces, of a body that is square to the wall and made to hang
        square = wall and facing > _FLUSH and self._hangs_by_name(touch.body)
        bracketed = square and min(wide, high) >= _BRACKET and max(wide / width, high / height) >= _BRACKETS_APART
        if not (face or made_for_it or backed or bracketed):
            return False
        turned_to = depth <= 1.001 * width or facing > 0.7
        broad = covered >= 0.5 and width >= 0.25 * depth
        if not (turned_to or broad) or self._in_opening(touch):
            return False
        if self._hangs_by_name(touch.body):
            return True
        flat = covered >= (_COVERED if wall else _COVERED_OF_BOARD)
        slender = max(width, height) <= _SLENDER * depth
        return (depth <= _THIN or slender) and (
            flat or (wall and self.evidence.bodies.support[touch.body] == Support.WALL)
        )

    def _on_larger(self, touch: Touch) -> bool:
        """Whether a body whose name says that it hangs touches a larger one: a picture on a partition, a magnet on a fridge."""
        n = len(self.evidence)
        return touch.other < n and self._hangs_by_name(touch.body) and self._is_larger(touch.other, touch.body)

    def _is_larger(self, other: int, body: int) -> bool:
        size = np.linalg.norm(self.evidence.high - self.evidence.low, axis=1)
        return bool(size[other] > _LARGER * size[body])

    def _seen_along(self, touch: Touch) -> tuple[float, float, float]:
        """Depth, width and height of a body, with those joined with it, along the direction of a contact and across it; metres."""
        solids, members = self.evidence.solids, self.evidence.members(touch.body)
        pieces = solids.pieces_of(members)
        axes = np.concatenate([touch.way[None], touch.across])
        both = np.broadcast_to(np.concatenate([axes, -axes]), (len(pieces), 6, 3))
        far = reach(solids, pieces, both).max(axis=0) if len(pieces) else np.zeros(6)
        depth, width, height = (far[:3] + far[3:]).tolist()
        return depth, width, height

    def _in_opening(self, touch: Touch) -> bool:
        """Whether a body is at a wall where that has a hole, and is not what fills such holes."""
        room, n = self.evidence.room, len(self.evidence)
        if room is None or touch.other < n or self._called(touch.body, _IN_OPENINGS):
            return False
        wall = SIDES[touch.other - n]
        along = 2 if wall in ("left", "right") else 0
        low, high = self._extent(self.evidence.members(touch.body))
        span = (low[along], high[along], low[1], high[1])
        return any(_within(span, o) for o in room.openings if o.wall == wall)

    @cached_property
    def _stated_on_wall(self) -> frozenset[int]:
        """Numbers of the bodies that a relation puts on a wall; these are taken to be screwed on."""
        relations = self.evidence.scene.relations
        paths = {p for r in relations if r.kind == RelationName.ON_WALL for p in r.paths.get("a", ())}
        return frozenset(i for i, path in enumerate(self.evidence.bodies.path) if path in paths)

    # -- from above ---------------------------------------------------------------------------------------------------

    def _at_ceiling(self, touch: Touch) -> bool:
        if touch.other != len(self.evidence) + len(SIDES) - 1:
            return False
        needs_ceiling = self.evidence.bodies.support[touch.body] == Support.CEILING
        return needs_ceiling or self._hangs_by_name(touch.body) or not self._stands_by_catalogue(touch.body)

    def _from(self, touch: Touch) -> bool:
        """Whether a body could hang from a body above: it touches that with its top, or is hooked into it, and has nothing below to
        stand on."""
        hooked = abs(touch.way[1]) <= _SLANT and touch.gap < -_HOOKED
        if touch.way[1] >= -_SLANT and not hooked:
            return False
        members = self.evidence.members(touch.body)
        low, high = self._extent(members)
        if touch.middle[1] < max(0.5 * (low[1] + high[1]), float(self.centre[touch.body, 1])):
            return False
        if self._hangs_by_name(touch.body) or self._called(touch.body, _DANGLE):
            return True
        if self._stands_by_catalogue(touch.body):
            return False
        on_floor = self.evidence.bodies.support[touch.body] == Support.FLOOR
        return self.air(touch.body) >= (_AWAY_FLOOR if on_floor else _AWAY)

    def _plumb(self, body: int, touches: Iterable[Touch]) -> bool:
        """Whether the centre of mass of a body is below what it hangs from."""
        points = np.concatenate([t.points[:, (0, 2)] for t in touches])
        low, high = self._extent(self.evidence.members(body))
        at = self.centre[body, [0, 2]]
        beside = np.maximum(np.maximum(points.min(axis=0) - at, at - points.max(axis=0)), 0.0)
        slack = max(_ASIDE * 0.5 * float((high - low)[[0, 2]].max()), _ASIDE_LEAST)
        return bool(np.linalg.norm(beside) <= slack)

    # -- in a frame ---------------------------------------------------------------------------------------------------

    def _framed(self, body: int, touches: Sequence[Touch]) -> Touch | None:
        """A touch of a thin body that is held between two larger bodies, or two sides of one, such as a door in its frame."""
        members = self.evidence.members(body)
        bodies = self.evidence.bodies
        thickness = float(np.minimum(2.0 * bodies.half[members].min(axis=1), bodies.height[members]).max())
        if thickness > _THIN:
            return None
        level = [t for t in touches if abs(t.way[1]) <= _SLANT and t.gap >= -COLLISION]
        level = [t for t in level if self._is_wall(t) or self._is_larger(t.other, t.body)]
        for k, one in enumerate(level):
            if any(float(one.way @ two.way) < -0.7 for two in level[k + 1 :]):
                return one
        return None

    # -- what bodies are ----------------------------------------------------------------------------------------------

    def _extent(self, members: IntArray) -> tuple[FloatArray, FloatArray]:
        return self.evidence.low[members].min(axis=0), self.evidence.high[members].max(axis=0)

    def _texts(self, body: int) -> tuple[str, ...]:
        return texts_of(self.evidence.scene, int(self.evidence.bodies.row[body]))

    def _called(self, body: int, words: Iterable[str]) -> bool:
        return not self.evidence.words[body].isdisjoint(words)

    def _hangs_by_name(self, body: int) -> bool:
        if self._asset_support(body) in (Support.WALL, Support.CEILING):
            return True
        texts = self._texts(body)
        return may_hang(*texts) or support_of_words(*texts) in (Support.WALL, Support.CEILING)

    def _lies(self, body: int) -> bool:
        """Whether a body is a rug, which may hang on a wall but in no other way."""
        return self._asset_support(body) == Support.RUG or support_of_words(*self._texts(body)) is Support.RUG

    def _stands_by_catalogue(self, body: int) -> bool:
        return self._asset_support(body) == Support.FLOOR

    def _asset_support(self, body: int) -> str:
        """The support that the catalogue states for a catalogue object; '' for anything else."""
        asset = self.evidence.scene.entity(int(self.evidence.bodies.row[body])).asset
        return "" if asset is None or asset.support is None else str(asset.support)

    def air(self, body: int) -> float:
        """Metres of air below a body and those joined with it; inf without geometry, negative where it is sunk in."""
        unit = int(self.evidence.unit[body])
        if unit not in self._airs:
            air = _air_below(self.evidence, self.evidence.members(body))
            self._airs[unit] = float(air[np.isfinite(air)].min(initial=np.inf))
        return self._airs[unit]

    @cached_property
    def _airs(self) -> dict[int, float]:
        return {}


def _air_below(evidence: Evidence, bodies: IntArray) -> FloatArray:
    """(M,) metres of air below bodies, to the next body that they are not joined with, or the floor; inf without geometry."""
    solids, low, high = evidence.solids, evidence.low, evidence.high
    out = np.full(len(bodies), np.inf)
    for k, body in enumerate(bodies.tolist()):
        if not solids.filled[body]:
            continue
        points = grid_points(low[[body]][:, (0, 2)], high[[body]][:, (0, 2)], 9)[0]
        mine = np.arange(solids.start[body], solids.start[body + 1], dtype=np.int32)
        under = column_spans(solids, mine, np.broadcast_to(points, (len(mine), *points.shape)))[0].min(axis=0)
        beside = (solids.low[:, (0, 2)] <= high[body, (0, 2)]) & (solids.high[:, (0, 2)] >= low[body, (0, 2)])
        strange = evidence.unit[solids.body] != evidence.unit[body]
        others = np.flatnonzero(beside.all(axis=1) & (solids.low[:, 1] < high[body, 1]) & strange)
        top = np.zeros(len(points))
        if others.size:
            spread = np.broadcast_to(points, (len(others), *points.shape))
            _, over = column_spans(solids, others.astype(np.int32), spread)
            top = np.maximum(np.where(over <= under + GAP, over, -np.inf).max(axis=0), 0.0)
        met = np.isfinite(under)
        out[k] = float((under - top)[met].min()) if met.any() else float(low[body, 1])
    return out


def _within(span: tuple[float, float, float, float], opening: Opening) -> bool:
    left, right = opening.offset - opening.width / 2.0, opening.offset + opening.width / 2.0
    return span[0] >= left and span[1] <= right and span[2] >= opening.sill and span[3] <= opening.sill + opening.height
