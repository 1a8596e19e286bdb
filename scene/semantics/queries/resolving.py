"""Find the entities that a reading means: by its noun, then by looks, by place, and by which of several it selects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.english import ORDER, Selector
from scenewright.scene.errors import QueryError
from scenewright.scene.layout.relations import in_frame
from scenewright.scene.semantics.queries.attributes import AttributeJudge
from scenewright.scene.semantics.queries.clauses import describes_only, has_clause
from scenewright.scene.semantics.queries.directions import OWN_SIGHT, Sight
from scenewright.scene.semantics.queries.likeness import Likeness
from scenewright.scene.semantics.queries.matching import NounMatcher
from scenewright.scene.semantics.queries.naming import Namer
from scenewright.scene.semantics.queries.places import HOLDS, Places
from scenewright.scene.semantics.queries.readings import Reading, Where
from scenewright.scene.semantics.queries.reasons import place_reason, spoken
from scenewright.scene.semantics.queries.relating import Relater
from scenewright.scene.semantics.queries.selecting import Hit, nth_level, selected, side_selector, too_few
from scenewright.scene.semantics.words import EntityWords, singular

__all__ = ["Resolver"]

_EQUAL = 1e-6
_SAME_GRADE = 0.035
"""Least difference of scores between a thing that is called so and one that is only of such a kind."""
_FARTHER = 0.05
"""What a distance of FAR_SAID takes from a relation's score, so that of several things the nearest comes first."""
_SUCH, _FEW = 0.6, 20
"""Factor on the score of a thing that the relation itself names, where the query has no noun; only if fewer than _FEW are named."""
_SHELF = re.compile(r"\b(?:shelf|shelves|tier|level|rack|board)$")
_MOST_RESOLVED = 300
"""Readings of one query, with those of the things that its relations name. Questions of people take some dozens."""


class Resolver:
    """Resolves readings of queries of one scene, whose entities are numbered as in `places`."""

    def __init__(
        self,
        entities: Sequence[EntityWords],
        matcher: NounMatcher,
        places: Places,
        judge: AttributeJudge,
        likeness: Likeness,
    ) -> None:
        self._entities, self._places, self._judge, self._likeness = entities, places, judge, likeness
        self.namer = Namer(entities, matcher, places, judge, likeness)
        self.relater = Relater(entities, places, judge, likeness, self.namer)
        self.resolved = 0
        """Readings that were resolved for the present query."""

    def says_twice(self, reading: Reading) -> bool:
        """Whether a target has a redundant relation, since it is alone of its kind: *the toy on the mat nearest the bed*, with one mat."""
        for where in reading.where:
            for target in where.targets:
                if target.where and len(self.resolve(replace(target, where=()))[0]) <= 1:
                    return True
        return False

    def denies_lone(self, reading: Reading) -> bool:
        """Whether the only thing of its kind is told by what it is not: *the things on the bed that are not green*, with one bed."""
        return any(
            t.denied and len(self.resolve(replace(t, where=(), denied=()))[0]) <= 1
            for w in reading.where
            for t in w.targets
        )

    def resolve(self, reading: Reading) -> tuple[list[Hit], str]:
        """The hits that a reading means, best first, and ''; or no hits and the reason.

        Raises:
            QueryError: the query says so many relations inside each other that its readings are too many to try.
        """
        self.resolved += 1
        if self.resolved > _MOST_RESOLVED:
            raise QueryError("the query can be read in too many ways: say fewer relations at once")
        hits, why = self._noun(reading)
        for denied in reading.denied if hits else ():
            held = self._judge.holding(denied, [h.number for h in hits])
            hits = [replace(h, reasons=(*h.reasons, f"it is not {denied}")) for h in hits if h.number not in held]
            why = f"all of these are {denied}"
        if not hits:
            return [], why
        for where in sorted(reading.where, key=lambda w: w.kind in ("nearest", "farthest", "far")):
            hits, why = self._placed(hits, where, reading)
            if not hits:
                return [], why
        if reading.where:
            hits = self.namer.sized(hits, reading)
        hits = self._on_side(hits, reading)
        for selector in sorted(reading.selectors, key=lambda s: not s.comparative):
            alike = (
                [h for h in hits if h.score >= max(o.score for o in hits) - _EQUAL] if selector.comparative else hits
            )
            found = self._selected(alike if len(alike) > 1 else hits, selector)
            if not found:
                return [], too_few(len(hits), reading.noun)
            hits = found
        return sorted(hits, key=lambda h: -h.score), ""

    def look(self, reading: Reading) -> str:
        """Take the viewpoint of a query for all that is resolved from now on. Return what is not here to look from; '' for nothing."""
        self.relater.sight, self.relater.view = OWN_SIGHT, reading.view
        if reading.viewer is not None:
            found, why = self._target(reading.viewer)
            if not found:
                return why
            self.relater.sight = Sight(reading.view.kind, found[0].number)
        else:
            self.relater.sight = Sight(reading.view.kind)
        return ""

    def _noun(self, reading: Reading) -> tuple[list[Hit], str]:
        """The hits that the noun names, or those of any of its alternatives."""
        if reading.either:
            best: dict[int, Hit] = {}
            for hit in (h for one in reading.either for h in self.resolve(one)[0]):
                if hit.number not in best or hit.score > best[hit.number].score:
                    best[hit.number] = hit
            return list(best.values()), "there is none of these here"
        return self.namer.named(reading)

    def _selected(self, hits: Sequence[Hit], selector: Selector) -> list[Hit]:
        """The hits that a selector means. *The third desk* is that of the number 3, where the names of all have numbers."""
        if selector.measure == ORDER and len(hits) > 1:
            best = max(h.score for h in hits) - _EQUAL
            sure = [h for h in hits if h.score >= best]
            serials = {self._entities[h.number].serial: h for h in sure}
            if None not in serials and len(serials) == len(sure) > 1:
                order = sorted(serials, key=lambda n: n or 0, reverse=selector.most)
                if selector.ordinal > len(order):
                    return []
                one = serials[order[selector.ordinal - 1]]
                return [
                    replace(one, reasons=(*one.reasons, f"it is {_counted(selector)} by the numbers in their names"))
                ]
        return selected(self._places, hits, selector, self.relater.sight)

    # -- where ----------------------------------------------------------------------------------------------------------

    def _placed(
        self, hits: Sequence[Hit], where: Where, reading: Reading, *, strictly: bool = False
    ) -> tuple[list[Hit], str]:
        """The hits for which a relation holds. `strictly`: to what the target surely names, and by no likeness to a description."""
        kind = where.kind
        if where.negated:
            return self._without(hits, where, reading)
        if kind in ("corner", "wall", "ceiling", "floor", "middle") or (kind == "against" and not where.targets):
            return self._at_place(hits, kind, where.side, reading)
        if kind == "side":
            return selected(self._places, hits, side_selector(where.side), self.relater.sight), ""
        if kind == "except":
            return self._except(hits, where.targets)
        levelled = self._on_shelf(hits, where, reading)
        if levelled is not None:
            return levelled
        targets: list[list[Hit]] = []
        for target in where.targets:
            found, why = (list(hits), "") if target.other and not target.noun else self._target(target)
            if not found and kind == "part_of" and (owners := self.namer.owners(target.noun)):
                found = [Hit(n, 1.0) for n in owners]
                own = [replace(h, reasons=(*h.reasons, "its name says so")) for h in hits if h.number in owners]
                if own:
                    return own, ""
            if not found and kind in ("with", "on", "inside", "part_of") and reading.noun:
                return self.relater.with_looks(hits, where, "" if strictly else reading.text, why)
            if not found:
                return [], why
            sure = max(h.score for h in found) - _EQUAL
            targets.append([h for h in found if h.score >= sure] if strictly else found)
        sure_targets = [_surely(t, found) for t, found in zip(where.targets, targets, strict=True)]
        kept, why = self.relater.related(hits, kind, sure_targets, where, reading, strictly=strictly)
        if not kept and sure_targets != targets:
            kept, why = self.relater.related(hits, kind, targets, where, reading, strictly=strictly)
        return kept, why

    def _on_shelf(self, hits: Sequence[Hit], where: Where, reading: Reading) -> tuple[list[Hit], str] | None:
        """*On the bottom shelf*, *on the second shelf from the top*, of a thing with several boards: by the levels of all that is on it.
        None where the query says no such thing."""
        target = where.targets[0] if where.targets else None
        if (
            target is None
            or where.kind not in ("on", "inside")
            or not target.selectors
            or not _SHELF.search(target.noun)
        ):
            return None
        whole = replace(target, selectors=())
        found = self.resolve(whole)[0]
        if len(found) != 1:
            return None
        placed, why = self._placed(hits, replace(where, targets=(whole,)), reading)
        selector = target.selectors[0]
        most = selector.measure == ORDER or selector.most
        there = [n for n in self.namer.objects() if self._places.meant(where.meaning, n, found[0].number) >= HOLDS]
        level = nth_level(self._places, there, most=most, ordinal=selector.ordinal)
        told = f"it is on shelf number {selector.ordinal} from the {'top' if most else 'bottom'}"
        kept = [replace(h, reasons=(*h.reasons, told)) for h in placed if h.number in level]
        return kept, why or f"none of these is on that shelf of {self._entities[found[0].number].path}"

    def has_owner(self, reading: Reading) -> bool:
        """Whether what a reading says to own the thing is here: *the desk's lamp*, *the teacher's desk*."""
        targets = [
            t
            for w in (*reading.where, *(v for u in reading.where for t in u.targets for v in t.where))
            if w.kind == "part_of"
            for t in w.targets
        ]
        return all(self.namer.owners(t.noun) or self.resolve(replace(t, where=()))[0] for t in targets)

    def _except(self, hits: Sequence[Hit], targets: Sequence[Reading]) -> tuple[list[Hit], str]:
        """The hits but what the targets name and its parts: *anything but the table*."""
        refused: set[int] = set()
        for target in targets:
            found = self.resolve(target)[0]
            one = (
                target.definite and singular(target.noun) == target.noun
            )  # 'the table' is no desk where there is a table
            least = max((h.score for h in found), default=0.0) - _EQUAL if one else 0.0
            refused |= {h.number for h in found if h.score >= least}
        told = f"it is not {' or '.join(t.text for t in targets)}"
        kept = [h for h in hits if not any(self._places.includes(r, h.number) for r in refused)]
        return [replace(h, reasons=(*h.reasons, told)) for h in kept], "all that it names was left out"

    def _without(self, hits: Sequence[Hit], where: Where, reading: Reading) -> tuple[list[Hit], str]:
        """The hits for which a relation does not hold: *the desk without a chair*, *the cup that is not on the table*."""
        stated = replace(reading, definite=False)
        held = {h.number for h in self._placed(hits, replace(where, negated=False), stated, strictly=True)[0]}
        if where.kind == "with":
            told, why = f"it has no {where.targets[0].noun}", f"all of these have {where.targets[0].text}"
        else:
            kind = "top" if (where.kind, where.how) == ("on", "top") else where.kind
            place = f"{spoken(kind)} {where.targets[0].text if where.targets else where.side}".strip()
            told, why = f"it is not {place}", f"all of these are {place}"
        return [replace(h, reasons=(*h.reasons, told)) for h in hits if h.number not in held], why

    def _target(self, target: Reading) -> tuple[list[Hit], str]:
        """Find the target of a relation by its name, or by a description of it (*the chair nearest to where I sleep*)."""
        if target.noun and not target.where and describes_only(target.noun):
            described = self._likeness.described(target.noun)
            if described:
                return described, ""
        found, why = self.resolve(target)
        if not found and has_clause(target.noun):
            return self._likeness.described(target.noun), why
        return found, why

    def _at_place(self, hits: Sequence[Hit], kind: str, side: str, reading: Reading) -> tuple[list[Hit], str]:
        degrees = [self._places.alone(kind, h.number, side) for h in hits]
        best = max(degrees)
        if kind == "middle" and best < HOLDS and len(hits) > 2:
            return self._selected(hits, Selector("middle")), ""  # 'the towel in the middle', of several
        if best < (1e-9 if reading.definite else HOLDS):
            return (
                [],
                f"none of these is at the {side + ' ' if side not in ('', 'any') else ''}{'wall' if kind == 'against' else kind}",
            )
        kept = [
            replace(h, score=h.score * d, reasons=(*h.reasons, place_reason(kind, d)))
            for h, d in zip(hits, degrees, strict=True)
            if d >= (HOLDS if best >= HOLDS else 0.6 * best)
        ]
        return self.relater.whole(kept), ""

    # -- which of several -----------------------------------------------------------------------------------------------

    def _on_side(self, hits: list[Hit], reading: Reading) -> list[Hit]:
        for side in reading.sides:
            said = [h for h in hits if side in self._entities[h.number].sides]
            if said and not self.relater.view.seen:
                hits = said
            elif len(hits) > 1 and side in ("left", "right", "front", "back"):
                hits = self._halved(hits, side, reading)
        return hits

    def _halved(self, hits: list[Hit], side: str, reading: Reading) -> list[Hit]:
        """The hits on one side: in the frame of the whole that they are part of, or in the main camera's picture."""
        numbers = [h.number for h in hits]
        owner = [t for w in reading.where if w.kind == "part_of" for t in w.targets]
        if owner and not self.relater.view.seen:
            found, _ = self.resolve(owner[0])
            if found:
                x, z = in_frame(self._places.boxes[numbers], self._places.boxes[found[0].number])
                values = {"left": x, "right": -x, "front": z, "back": -z}[side]
                return [h for h, v in zip(hits, values.tolist(), strict=True) if v > 0.0] or hits
        measure, most = ("screen_x", side == "right") if side in ("left", "right") else ("screen_depth", side == "back")
        return selected(self._places, hits, Selector(measure, most, comparative=len(hits) > 2))


def _surely(target: Reading, found: list[Hit]) -> list[Hit]:
    """Of what *the counter* may name, the things that are called so, where some are; a display case may be one only where none is."""
    if not target.definite or target.noun != singular(target.noun):
        return found
    best = max(h.score for h in found)
    return [h for h in found if h.score >= best - _SAME_GRADE]


def _counted(selector: Selector) -> str:
    return "the last" if selector.most else f"number {selector.ordinal}"
