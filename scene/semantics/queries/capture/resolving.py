"""Find the captured things that a reading means: by its noun, then by place, and by which of several it selects.

A field has no names, so every noun is compared by its vector, attributes included. *with* and *of* stay with the noun (*a glass of
water* is one thing to an image encoder). Geometry decides all other relations
(:class:`scenewright.scene.semantics.queries.capture.stage.CapturedStage`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.english import IMPLIED, Selector
from scenewright.scene.errors import QueryError
from scenewright.scene.semantics.queries.capture.stage import CapturedStage
from scenewright.scene.semantics.queries.capture.things import CapturedThing
from scenewright.scene.semantics.queries.naming import is_anything
from scenewright.scene.semantics.queries.readings import Reading, Where
from scenewright.scene.semantics.scene_graph import DIRECTIONS

__all__ = ["CapturedHit", "CapturedResolver", "folded", "is_relational"]

Finds = Callable[[str], tuple[Sequence[CapturedThing], str]]
"""Maps a noun to the things that it means, best first; or to none, and the reason."""

_OF_ITS_NOUN = {"part_of": "of", "with": "with"}
_PLACES = ("corner", "wall", "ceiling", "floor", "middle")
_NEAR_BEST = 0.7
"""Share of the best score that other things in the relation need."""
_TIE = 0.03
"""Relative differences of a measure that are too small for the boxes of a capture."""
_SPOKEN = {
    "next_to": "next to", "left_of": "to the left of", "right_of": "to the right of", "in_front_of": "in front of", "supports": "under",
    "holds": "around", "inside": "in", "end": "at the end of",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class CapturedHit:
    """A thing that a reading may mean, with its score and the reasons."""

    thing: CapturedThing
    score: float
    reasons: tuple[str, ...] = ()


def folded(reading: Reading) -> Reading:
    """The reading with *of* and *with* put back into its noun: *a bag of cookies on the table* is 'bag of cookies' on the table."""
    noun = reading.noun
    kept: list[Where] = []
    for where in reading.where:
        if where.kind in _OF_ITS_NOUN and where.targets and noun and not where.negated:
            part = folded(where.targets[0])
            noun = f"{noun} {_OF_ITS_NOUN[where.kind]} {' '.join((*part.sides, part.noun))}"
            kept += part.where
        else:
            kept.append(replace(where, targets=tuple(folded(t) for t in where.targets)))
    return replace(reading, noun=noun, where=tuple(kept), others=tuple(folded(o) for o in reading.others))


def is_relational(reading: Reading) -> bool:
    """Whether a reading says more than what the thing is."""
    return bool(reading.where or reading.selectors or reading.sides)


class CapturedResolver:
    """Resolves readings on a stage. `find` gives the things of a noun."""

    def __init__(self, find: Finds, stage: CapturedStage) -> None:
        self._find, self._stage = find, stage

    def resolve(self, reading: Reading) -> tuple[list[CapturedHit], str]:
        """The things that a reading means, best first, and ''; or none and the reason.

        Raises:
            QueryError: the reading has no noun (*what is on the table*) to compare with the field.
        """
        if not reading.noun or is_anything(reading.noun):
            raise QueryError(
                f"a field is asked for what has a name, and {reading.text!r} names nothing to look for: name it ('the cup on the table'), "
                "or take the capture apart with `scenewright capture program` and ask the program"
            )
        things, why = self._find(reading.noun)
        hits = [CapturedHit(t, t.score, (f"relevancy up to {t.highest:.2f}",)) for t in things]
        return self._narrowed(hits, reading) if hits else ([], why)

    def _narrowed(self, hits: list[CapturedHit], reading: Reading) -> tuple[list[CapturedHit], str]:
        """The hits that are where a reading says, and of these the ones that it selects."""
        why = ""
        for where in sorted(reading.where, key=lambda w: w.kind in ("nearest", "farthest", "far")):
            hits, why = self._placed(hits, where, reading)
            if not hits:
                return [], why
        for side in reading.sides:
            hits = self._on_side(hits, side)
        for selector in sorted(reading.selectors, key=lambda s: not s.comparative):
            hits = self._selected(hits, selector)
            if not hits:
                return [], f"there are fewer than {selector.ordinal} of {reading.noun!r}"
        return sorted(hits, key=lambda h: -h.score), ""

    # -- where ----------------------------------------------------------------------------------------------------------

    def _placed(self, hits: Sequence[CapturedHit], where: Where, reading: Reading) -> tuple[list[CapturedHit], str]:
        kind = IMPLIED.get(where.kind, where.kind)
        if where.negated:
            denied = {h.thing for h in self._placed(hits, replace(where, negated=False), reading)[0]}
            left = [
                replace(h, reasons=(*h.reasons, f"it is not {_spoken(kind)} that"))
                for h in hits
                if h.thing not in denied
            ]
            return left, f"all of {reading.noun!r} are {_spoken(kind)} that"
        if kind in _PLACES or (kind == "against" and not where.targets):
            return self._at_place(hits, kind, where.side, reading.noun)
        if kind == "side":
            return self._on_side(hits, where.side), ""
        targets: list[Sequence[CapturedHit]] = []
        for target in where.targets:
            same = not target.noun or is_anything(target.noun)  # 'the one on the table', 'the others'
            found, why = self._narrowed(list(hits), target) if same else self.resolve(target)
            if not found and kind != "except":
                return [], f"it would be {_spoken(kind)} {target.noun!r}: {why}"
            targets.append(found)
        if kind == "except":
            rows = [h.thing.rows for found in targets for h in found]
            gone = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
            kept = [h for h in hits if np.isin(h.thing.rows, gone).mean() < 0.5]
            return kept, "all that it names was left out"
        if kind in ("nearest", "farthest"):
            return self._by_distance(hits, targets[0], where, kind == "nearest")
        return self._related(hits, targets, where, reading)

    def _at_place(self, hits: Sequence[CapturedHit], kind: str, side: str, noun: str) -> tuple[list[CapturedHit], str]:
        degrees = [self._stage.alone(kind, h.thing, side) for h in hits]
        best = max(degrees)
        which = f"{side} " if side not in ("", "any") else ""
        place = f"{which}{'wall' if kind == 'against' else kind}"
        if best <= 0.0:
            no_room = kind != "floor" and not self._stage.room.enclosed
            return [], "no walls were found in the capture" if no_room else f"no {noun!r} is at the {place}"
        return [
            replace(h, score=h.score * d, reasons=(*h.reasons, f"it is at the {place}"))
            for h, d in zip(hits, degrees, strict=True)
            if d >= 0.6 * best
        ], ""

    def _related(
        self, hits: Sequence[CapturedHit], targets: Sequence[Sequence[CapturedHit]], where: Where, reading: Reading
    ) -> tuple[list[CapturedHit], str]:
        kind, goal = IMPLIED.get(where.kind, where.kind), where.targets[0].noun or reading.noun
        out = []
        for h in hits:
            degree, reason = 0.0, f"it is {_spoken(kind)} {goal!r}"
            if kind == "between":
                pairs = ((b.thing, c.thing) for b in targets[0] for c in targets[-1] if b.thing is not c.thing)
                degree = float(any(self._stage.between(h.thing, b, c) for b, c in pairs))
            else:
                for t in targets[0]:
                    found = self._degree(where, kind, h.thing, t.thing, reading) * (0.5 + 0.5 * t.score)
                    if found > degree:
                        degree, reason = found, self._told(kind, goal, t.thing, reading.seen)
            if degree > 0.0:
                out.append(replace(h, score=h.score * degree, reasons=(*h.reasons, reason)))
        if not out:
            return [], f"no {reading.noun!r} is {_spoken(kind)} {goal!r}"
        best = max(h.score for h in out)
        return [h for h in out if h.score >= _NEAR_BEST * best], ""

    def _degree(self, where: Where, kind: str, a: CapturedThing, b: CapturedThing, reading: Reading) -> float:
        """The degree of a relation of a to b, or of b to a where it is turned."""
        if where.meaning.measured:
            return float(a is not b and where.meaning.allows(self._stage.gap(a, b) * self._stage.metre))
        first, second = (b, a) if where.turned else (a, b)
        return self._stage.degree(kind, first, second, seen=reading.seen)

    def _told(self, kind: str, goal: str, target: CapturedThing, seen: bool) -> str:
        x, y, z = target.middle.tolist()
        whose = ""
        if kind in DIRECTIONS:
            whose = " as it faces" if self._stage.faces(target) and not seen else " as seen in the view"
        return f"it is {_spoken(kind)} {goal!r} at ({x:.2f}, {y:.2f}, {z:.2f}){whose}"

    def _by_distance(
        self, hits: Sequence[CapturedHit], goals: Sequence[CapturedHit], where: Where, nearest: bool
    ) -> tuple[list[CapturedHit], str]:
        others = [h for h in hits if all(h.thing is not g.thing for g in goals)]
        gaps = [min(self._stage.gap(h.thing, g.thing) for g in goals) for h in others]
        order = np.argsort(gaps if nearest else np.negative(gaps), kind="stable")
        if where.ordinal > len(order):
            return [], f"there are fewer than {where.ordinal} besides {where.targets[0].noun!r}"
        chosen = int(order[where.ordinal - 1])
        told = f"it is {'nearest' if nearest else 'farthest'}, {gaps[chosen] * self._stage.metre:.2f} away"
        return [replace(others[chosen], reasons=(*others[chosen].reasons, told))], ""

    # -- which of several -----------------------------------------------------------------------------------------------

    def _on_side(self, hits: Sequence[CapturedHit], side: str) -> list[CapturedHit]:
        across = side in ("left", "right")
        selector = Selector(
            "screen_x" if across else "screen_depth", side in ("right", "back"), comparative=len(hits) > 2
        )
        return self._selected(hits, selector) if side in ("left", "right", "front", "back") else list(hits)

    def _selected(self, given: Sequence[CapturedHit], selector: Selector) -> list[CapturedHit]:
        """The hits that a selector means; none where there are fewer than its ordinal."""
        hits = list(given)
        if len(hits) < 2:
            return hits if selector.ordinal == 1 else []
        things = [h.thing for h in hits]
        if selector.measure == "middle":
            at = np.stack([self._stage.middle(t) for t in things])
            away = np.linalg.norm(at - (at.min(axis=0) + at.max(axis=0)) / 2.0, axis=1)
            return [hits[int(away.argmin())]]
        values = self._stage.measure(selector.measure, things)
        signed = values if selector.most else -values
        if selector.comparative:
            chosen = signed > (signed.min() + signed.max()) / 2.0
        else:
            levels: list[float] = []
            tie = _TIE * max(float(np.abs(values).max()), 0.05)
            for value in sorted(signed.tolist(), reverse=True):
                if not levels or levels[-1] - value > tie:
                    levels.append(value)
            if selector.ordinal > len(levels):
                return []
            chosen = np.abs(signed - levels[selector.ordinal - 1]) <= tie
        told = f"by {selector.measure.replace('_', ' ')}"
        kept = [replace(h, reasons=(*h.reasons, told)) for h, c in zip(hits, chosen.tolist(), strict=True) if c]
        return kept or hits  # the measure does not tell them apart


def _spoken(kind: str) -> str:
    return _SPOKEN.get(kind, kind.replace("_", " "))
