"""What holds up bodies that do not stand: a wall at their back, something above them, a frame about them, or what they lean on.

Real contact decides, whatever a thing is called. Names and kinds only tell what may hang from what could not: a wardrobe
in the air does not, though its back is at the wall.
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
"""Metres that things are deep at most which hang on walls, where they are not called something that hangs."""

_SLENDER = 0.3
"""Of its depth, how wide and high a thing is at most that may be deeper: a bracket, an arm, a beam."""

_COVERED = 0.25
"""Share of its back by which a thing is flat at the wall, where nothing else says that it hangs."""

_COVERED_OF_BOARD = 0.1
"""The same of what is flat on a board that hangs itself: tools on pegs, notes under magnets."""

_FACE, _FACE_SHARE, _FACE_LEAST = 0.03, 0.5, 0.07
"""Metres that a contact with a wall is wide and high at least, of what is smaller the share of it, and the share of whatever size:
else it is an edge."""

_SLANT = 0.5
"""Cosine between the vertical and a direction that is no longer level."""

_AWAY_FLOOR, _AWAY = 0.25, 0.05
"""Metres of air below what hangs, where it could stand there: floor-standing things, and all others."""

_ASIDE, _ASIDE_LEAST = 0.35, 0.02
"""Share of its half width, and metres, that what hangs may have its weight beside what it hangs from."""

_BACKED = 0.7
"""Share of the sides of its back which is near a wall that only some of it touches: a vanity's, behind its faucet."""

_SQUARE = 0.95
"""Cosine between the front of a catalogue object that hangs on walls and the wall's normal: its back is at the wall then, whatever
of it touches."""

_HOOKED = 2e-3
"""Metres that what sticks in something is sunk in it at least."""

_STEEP = 0.3
"""Of what leans: how far up it touches, over how far out."""

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
    """`touches`: of the bodies in question. `contacts`: on what all bodies rest. `centre`: (N, 3) of the mass of each, or of all that
    it is joined with."""

    evidence: Evidence
    touches: Sequence[Touch]
    contacts: Contacts
    centre: FloatArray

    def hangs(self, body: int, held: BoolArray, hung: BoolArray) -> Touch | None:
        """What a body, or what it is joined with, hangs on, of those that are held; None where nothing holds it.

        Args:
            hung: (N,) those that hang themselves: what is flat on a peg board hangs as well.
        """
        stands = self._stands_by_catalogue(body) and body not in self._said
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
        """Whether a body rests on something, and leans against something else, so that its weight is between the two."""
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
        found: dict[int, list[Touch]] = {}
        for touch in self.touches:
            found.setdefault(int(self.evidence.unit[touch.body]), []).append(touch)
        return found

    def _anchored(self, body: int, held: BoolArray) -> list[Touch]:
        touches = self._of.get(int(self.evidence.unit[body]), [])
        return [t for t in touches if t.other >= len(held) or held[t.other]]

    def _is_wall(self, touch: Touch) -> bool:
        """Whether the other is a side of the room but the ceiling, or belongs to the building."""
        n = len(self.evidence)
        if touch.other >= n:
            return touch.other - n < len(SIDES) - 1
        return bool(self.evidence.bodies.building[touch.other])

    # -- at a wall ----------------------------------------------------------------------------------------------------

    def _on_wall(self, touch: Touch, hung: BoolArray) -> bool:
        """Whether a body hangs by its back, or by another face, and not by an edge."""
        wall = self._is_wall(touch)
        body = touch.other < len(hung)
        board = body and not wall and bool(hung[touch.other]) and self._is_larger(touch.other, touch.body)
        if abs(touch.way[1]) > _SLANT or not (wall or board or self._on_larger(touch)):
            return False
        if wall and touch.body in self._said and not self._in_opening(touch):
            return True
        depth, width, height = self._seen_along(touch)
        wide, high = touch.size.tolist()
        covered = wide * high / max(width * height, 1e-12)
        facing = float(self.evidence.world_from_body[touch.body, :3, 2] @ touch.way)
        made_for_it = self._asset_support(touch.body) == Support.WALL and facing > _SQUARE
        sides = ((wide, width), (high, height))
        face = all(has >= max(min(_FACE, _FACE_SHARE * of), _FACE_LEAST * of) for has, of in sides)
        backed = float((touch.near_size / np.maximum([width, height], 1e-9)).min()) >= _BACKED
        if not (face or made_for_it or backed):
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
        """Whether what hangs by its name is on something larger than itself: a picture on a partition, a magnet on a fridge."""
        n = len(self.evidence)
        return touch.other < n and self._hangs_by_name(touch.body) and self._is_larger(touch.other, touch.body)

    def _is_larger(self, other: int, body: int) -> bool:
        size = np.linalg.norm(self.evidence.high - self.evidence.low, axis=1)
        return bool(size[other] > _LARGER * size[body])

    def _seen_along(self, touch: Touch) -> tuple[float, float, float]:
        """Metres that a body, with what it is joined to, reaches along the direction of a contact, and across it."""
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
    def _said(self) -> frozenset[int]:
        """Bodies of which the program says that they are on a wall: there are screws."""
        relations = self.evidence.scene.relations
        paths = {p for r in relations if r.kind == RelationName.ON_WALL for p in r.paths.get("a", ())}
        return frozenset(i for i, path in enumerate(self.evidence.bodies.path) if path in paths)

    # -- from above ---------------------------------------------------------------------------------------------------

    def _at_ceiling(self, touch: Touch) -> bool:
        if touch.other != len(self.evidence) + len(SIDES) - 1:
            return False
        asked = self.evidence.bodies.support[touch.body] == Support.CEILING
        return asked or self._hangs_by_name(touch.body) or not self._stands_by_catalogue(touch.body)

    def _from(self, touch: Touch) -> bool:
        """Whether a body could hang from what is above it: it touches that with its top, or that sticks in its top (a hook in an
        eye), and nothing is below to stand on."""
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
        """Whether the weight of a body is below what it hangs from."""
        points = np.concatenate([t.points[:, (0, 2)] for t in touches])
        low, high = self._extent(self.evidence.members(body))
        at = self.centre[body, [0, 2]]
        beside = np.maximum(np.maximum(points.min(axis=0) - at, at - points.max(axis=0)), 0.0)
        slack = max(_ASIDE * 0.5 * float((high - low)[[0, 2]].max()), _ASIDE_LEAST)
        return bool(np.linalg.norm(beside) <= slack)

    # -- in a frame ---------------------------------------------------------------------------------------------------

    def _framed(self, body: int, touches: Sequence[Touch]) -> Touch | None:
        """A side of a thin body that is between two larger things, or between two sides of one: a door in its frame."""
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
        """Whether a body is a rug, which may hang on a wall, and in no other way."""
        return self._asset_support(body) == Support.RUG or support_of_words(*self._texts(body)) is Support.RUG

    def _stands_by_catalogue(self, body: int) -> bool:
        return self._asset_support(body) == Support.FLOOR

    def _asset_support(self, body: int) -> str:
        """What holds up a catalogue object by its catalogue; '' of anything else."""
        asset = self.evidence.scene.entity(int(self.evidence.bodies.row[body])).asset
        return "" if asset is None or asset.support is None else str(asset.support)

    def air(self, body: int) -> float:
        """Metres of air straight below a body and what it is joined with; inf without geometry, less than 0 where it is sunk in."""
        unit = int(self.evidence.unit[body])
        if unit not in self._airs:
            air = _air_below(self.evidence, self.evidence.members(body))
            self._airs[unit] = float(air[np.isfinite(air)].min(initial=np.inf))
        return self._airs[unit]

    @cached_property
    def _airs(self) -> dict[int, float]:
        return {}


def _air_below(evidence: Evidence, bodies: IntArray) -> FloatArray:
    """(M,) metres of air straight below bodies, to whatever comes first that they are not joined with; inf without geometry."""
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
