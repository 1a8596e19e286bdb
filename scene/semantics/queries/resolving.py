"""Find the entities that a reading means: by its noun, then by looks, by place, and by which of several it selects."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scenewright.scene.english import Meaning
from scenewright.scene.errors import QueryError
from scenewright.scene.layout.relations import FAR_SAID, in_frame
from scenewright.scene.semantics.queries.attributes import AttributeJudge
from scenewright.scene.semantics.queries.clauses import describes_only, has_clause
from scenewright.scene.semantics.queries.likeness import Likeness
from scenewright.scene.semantics.queries.matching import Grade, NounMatcher
from scenewright.scene.semantics.queries.places import HOLDS, Places
from scenewright.scene.semantics.queries.reading import Reading, Selector, Where
from scenewright.scene.semantics.queries.selecting import Hit, nth_of, selected, side_selector, too_few
from scenewright.scene.semantics.words import EntityWords, singular

__all__ = ["Resolver", "is_anything"]

_FITS = 0.45
"""Least product of attribute fits with which an entity still has what the query states."""
_EQUAL = 1e-6
_FARTHER = 0.05
"""What a distance of FAR_SAID takes from a relation's score, so that of several things the nearest comes first."""
_SUCH, _FEW = 0.6, 20
"""Factor on the score of a thing that the relation itself names, where the query has no noun; only if fewer than _FEW are named."""
_ALL = re.compile(
    r"^(?:something|anything|things?|objects?|items?|ones?|piece|thing here|objects? here|stuff|everything)$"
)


_MOST_RESOLVED = 300
"""Readings of one query, with those of the things that its relations name. Questions of people take some dozens."""


def is_anything(noun: str) -> bool:
    """Whether a noun, such as *something*, does not say what is looked for."""
    return bool(_ALL.match(noun))


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
        self._entities, self._matcher, self._places, self._judge, self._likeness = (
            entities,
            matcher,
            places,
            judge,
            likeness,
        )
        self._number = {e.row: n for n, e in enumerate(entities)}
        self.resolved = 0
        """Readings that were resolved for the present query."""

    def names_something(self, reading: Reading) -> bool:
        """Whether the noun is known. If it is and nothing is found, the scene has no such thing."""
        if not reading.noun:
            return True
        phrase = self._matcher.read(reading.noun)
        return self._matcher.known(phrase) or bool(self._matcher.match(phrase))

    def names_thing(self, reading: Reading) -> bool:
        """Whether the lexicon knows the noun as the name of a thing. Names of kinds do not count: a *gadget* may be anything."""
        phrase = self._matcher.read(reading.noun)
        return bool(
            self._matcher.lexicon.things_called(phrase.compound) or self._matcher.lexicon.things_called(phrase.head)
        )

    def lacks_named(self, reading: Reading) -> bool:
        """Whether the query names a thing that is here, of a name that the scene itself uses, or a kind of things by its own name: where
        nothing has what else it says, a description must not find another thing."""
        phrase = self._matcher.read(reading.noun) if reading.noun else None
        if phrase is None or phrase.leftover or is_anything(phrase.head):
            return False
        found = self._matcher.match(phrase)
        if found and found[0].score >= Grade.HEAD:
            return True
        return self._matcher.names_kind(phrase) and not reading.where

    def is_here(self, reading: Reading) -> bool:
        """Whether the noun names anything in the scene, whatever else the reading says."""
        return bool(self._matcher.match(self._matcher.read(reading.noun)))

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
        hits, why = self._named(reading)
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
        hits = self._on_side(hits, reading)
        for selector in sorted(reading.selectors, key=lambda s: not s.comparative):
            alike = (
                [h for h in hits if h.score >= max(o.score for o in hits) - _EQUAL] if selector.comparative else hits
            )
            found = selected(self._places, alike if len(alike) > 1 else hits, selector)
            if not found:
                return [], too_few(len(hits), reading.noun)
            hits = found
        return sorted(hits, key=lambda h: -h.score), ""

    def _named(self, reading: Reading) -> tuple[list[Hit], str]:
        noun = reading.noun
        if reading.either:
            found = [hit for one in reading.either for hit in self.resolve(one)[0]]
            return found, "there is none of these here"
        if not noun or is_anything(noun):
            return [Hit(n, 0.9) for n in self._objects()], "there is nothing here"
        phrase = self._matcher.read(noun)
        if is_anything(phrase.head):
            hits = [Hit(n, 0.9) for n in self._objects()]
        else:
            matches = self._matcher.match(phrase)
            if not matches and " of " in noun:  # a vase of flowers is a vase, a pile of logs is logs
                for part in noun.split(" of "):
                    matches = matches or self._matcher.match(self._matcher.read(part))
            if not matches:
                known = self._matcher.known(phrase)
                return (
                    [],
                    f"there is no {phrase.compound} here" if known else f"nothing here is called {phrase.compound!r}",
                )
            # the whole scene counts only by its own name: 'the reception desk' is a desk, not the reception
            matches = [m for m in matches if m.row > 0 or m.score >= Grade.SAME] or matches
            surely = [m for m in matches if m.score >= Grade.KIND]
            hits = [Hit(self._number[m.row], m.score, (m.why,)) for m in surely or matches]
            hits = [h for h in hits if self._entities[h.number].row > 0] or hits
        judged = self._judge.judge(phrase, [h.number for h in hits])
        kept = [
            replace(h, score=h.score * s, reasons=(*h.reasons, *([f"it is {', '.join(f)}"] if f else [])))
            for h in hits
            for s, f in [judged[h.number]]
            if s >= _FITS
        ]
        if not kept:
            said = " ".join((*phrase.sizes, *phrase.colors, *phrase.materials))
            return [], f"no {phrase.compound} here is {said}" if said else f"no {phrase.compound} here is so"
        if phrase.leftover and len(kept) > 1:
            kept = self._likeness.ranked(reading.text, kept)
        return self._likeness.ordered(noun, kept), ""

    def _objects(self) -> list[int]:
        """All entities but the whole scene and the room."""
        return [n for n, e in enumerate(self._entities) if e.row > 0 and not self._places.is_room(n)]

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
            return selected(self._places, hits, side_selector(where.side)), ""
        if kind == "except":
            return self._except(hits, where.targets)
        targets: list[list[Hit]] = []
        for target in where.targets:
            found, why = (list(hits), "") if target.other and not target.noun else self._target(target)
            if not found and kind in ("with", "on", "inside", "part_of") and reading.noun:
                return self._with_looks(hits, where, "" if strictly else reading.text, why)
            if not found:
                return [], why
            sure = max(h.score for h in found) - _EQUAL
            targets.append([h for h in found if h.score >= sure] if strictly else found)
        return self._related(hits, kind, targets, where, reading, strictly=strictly)

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
            place = f"{_spoken(where.kind)} {where.targets[0].text if where.targets else where.side}".strip()
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
        if best < (1e-9 if reading.definite else HOLDS):
            return (
                [],
                f"none of these is at the {side + ' ' if side not in ('', 'any') else ''}{'wall' if kind == 'against' else kind}",
            )
        kept = [
            replace(h, score=h.score * d, reasons=(*h.reasons, f"it is {_nearly(d)}at the {kind}"))
            for h, d in zip(hits, degrees, strict=True)
            if d >= (HOLDS if best >= HOLDS else 0.6 * best)
        ]
        return self._whole(kept), ""

    def _related(
        self,
        hits: Sequence[Hit],
        kind: str,
        targets: Sequence[Sequence[Hit]],
        where: Where,
        reading: Reading,
        *,
        strictly: bool,
    ) -> tuple[list[Hit], str]:
        name = _spoken(kind)
        goals = [h.number for h in targets[0]]
        if kind in ("nearest", "farthest"):
            return self._by_distance(hits, goals, kind == "nearest", where.ordinal), ""
        if kind == "far" and reading.definite:
            return self._far(hits, goals), ""
        if not reading.noun or is_anything(reading.noun.split()[-1]):
            # what stands between the bed and the sink is hardly a bed, where there are other things
            named = {h.number for found in targets for h in found if len(found) < _FEW}
            hits = [replace(h, score=_SUCH * h.score) if h.number in named else h for h in hits]
        out: list[Hit] = []
        nearly: list[Hit] = []
        for h in hits:
            degree, goal, rated = self._degree(h.number, targets, where.meaning, seen=reading.seen)
            if degree > 0.0:
                told = f"it is {_nearly(degree)}{name} {self._entities[goal].path}"
                hit = replace(h, score=h.score * rated, reasons=(*h.reasons, told))
                (out if degree >= HOLDS else nearly).append(hit)
        if not out and reading.definite:
            out = nearly
        if kind == "with" and (strictly or not out):
            return self._with_others(hits, out, targets[0], where, "" if strictly else reading.text)
        if not out:
            return [], f"none of these is {name} {where.targets[0].noun or 'it'}"
        best = max(h.score for h in out)
        kept = [h for h in out if h.score >= 0.7 * best]
        return (self._whole(kept) if not reading.noun else kept), ""

    def _with_others(
        self, hits: Sequence[Hit], out: Sequence[Hit], goals: Sequence[Hit], where: Where, text: str
    ) -> tuple[list[Hit], str]:
        """*With*, where no part and nothing on or in a thing decides: by its looks, or by what stands beside it. `text`: of a description;
        '' to list all that has it for sure."""
        found, why = self._with_looks(hits, where, text, "")
        if found and text:
            return found, why
        beside = [
            replace(h, score=h.score * near, reasons=(*h.reasons, f"it is beside {self._entities[goal].path}"))
            for h in hits
            for near, goal in [max((self._places.together(h.number, g.number), g.number) for g in goals)]
            if near >= HOLDS and max(g.score for g in goals) >= Grade.KIND
        ]
        return [*out, *found, *beside], why

    def _degree(
        self, number: int, targets: Sequence[Sequence[Hit]], meaning: Meaning, *, seen: bool
    ) -> tuple[float, int, float]:
        """Judge a thing's relation to the target that it suits best.

        Returns:
            The degree; the number of the target, -1 for none; the degree for the order of answers, higher for nearer and surer targets.
        """
        if meaning.kind == "between":
            degree, goal = self._between(number, targets)
            return degree, goal, degree
        best = (0.0, -1, 0.0)
        for target in targets[0]:
            degree = self._places.meant(meaning, number, target.number, seen=seen)
            if degree > 0.0:
                away = min(self._places.gap(number, target.number) / FAR_SAID, 1.0)
                rated = degree * (1.0 - _FARTHER * away) * (0.5 + 0.5 * target.score)
                best = max(best, (degree, target.number, rated), key=lambda one: (one[0] >= HOLDS, one[2]))
        return best

    def _with_looks(self, hits: Sequence[Hit], where: Where, text: str, why: str) -> tuple[list[Hit], str]:
        """Judge a part that is no entity (*with a red stripe*, *with a stem*): by its name and color, else by likeness to the text of a
        description, if there is one."""
        phrase = self._matcher.read(where.targets[0].noun)
        told = f"it has {' '.join((*phrase.colors, *phrase.materials, phrase.head))}"
        fits = {h.number: self._judge.has_part(h.number, phrase) for h in hits}
        if not text and not phrase.colors:  # what such things usually have is not lacking for sure
            fits.update((h.number, 1.0) for h in hits if self._may_have(h.number, phrase.head))
        best = max(fits.values(), default=0.0)
        if best >= _FITS:
            kept = [h for h in hits if fits[h.number] >= 0.8 * best]
            return [replace(h, score=h.score * fits[h.number], reasons=(*h.reasons, told)) for h in kept], ""
        told_of = where.kind in ("with", "part_of") and not phrase.colors
        # 'on wheels': on parts that such things have, not on another thing
        able = hits if told_of else [h for h in hits if where.kind == "on" and self._may_have(h.number, phrase.head)]
        like = self._likeness.likest(text, able) if text else []
        return [
            replace(h, score=0.8 * h.score) for h in like
        ], "" if like else why or f"none of these has a {where.targets[0].noun}"

    def _may_have(self, number: int, part: str) -> bool:
        """Whether the lexicon lists a part of that name for such things."""
        things = self._matcher.lexicon.things
        return any(singular(part) in things[t].parts for t in self._entities[number].things if t in things)

    def _between(self, number: int, targets: Sequence[Sequence[Hit]]) -> tuple[float, int]:
        first = [h.number for h in targets[0] if h.number != number]
        second = [h.number for h in targets[-1] if h.number != number]
        for a in first:
            for b in second:
                if self._places.between(number, a, b) >= HOLDS:
                    return 1.0, a
        return 0.0, -1

    def _by_distance(self, hits: Sequence[Hit], goals: Sequence[int], nearest: bool, ordinal: int) -> list[Hit]:
        order = self._places.by_distance([h.number for h in hits], goals, farthest=not nearest)
        chosen = {number for number, _ in nth_of(order, ordinal)}
        told = f"it is {'nearest' if nearest else 'farthest'}"
        return [
            replace(h, reasons=(*h.reasons, f"{told}, {self._away(h.number, goals):.2f} m away"))
            for h in hits
            if h.number in chosen
        ]

    def _away(self, number: int, goals: Sequence[int]) -> float:
        return min(self._places.gap(number, g) for g in goals if not self._places.same_branch(number, g))

    def _far(self, hits: Sequence[Hit], goals: Sequence[int]) -> list[Hit]:
        """The hits that are far from all goals, with scores that rise with the distance; where none is far, only the farthest."""
        gaps = {h.number: min(self._places.gap(h.number, g) for g in goals) for h in hits if h.number not in goals}
        most = max(gaps.values(), default=0.0)
        return [
            replace(
                h,
                score=h.score * (0.8 + 0.2 * gaps[h.number] / most),
                reasons=(*h.reasons, f"it is {gaps[h.number]:.2f} m away"),
            )
            for h in hits
            if most > 0.0 and gaps.get(h.number, -1.0) >= min(FAR_SAID, most) - 1e-4
        ]

    def _whole(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits that are no part of another hit: the cup is on the table, not its handle."""
        kept = set(self._places.top_level([h.number for h in hits]))
        return [h for h in hits if h.number in kept]

    # -- which of several -----------------------------------------------------------------------------------------------

    def _on_side(self, hits: list[Hit], reading: Reading) -> list[Hit]:
        for side in reading.sides:
            said = [h for h in hits if side in self._entities[h.number].sides]
            if said and not reading.seen:
                hits = said
            elif len(hits) > 1 and side in ("left", "right", "front", "back"):
                hits = self._halved(hits, side, reading)
        return hits

    def _halved(self, hits: list[Hit], side: str, reading: Reading) -> list[Hit]:
        """The hits on one side: in the frame of the whole that they are part of, or in the main camera's picture."""
        numbers = [h.number for h in hits]
        owner = [t for w in reading.where if w.kind == "part_of" for t in w.targets]
        if owner and not reading.seen:
            found, _ = self.resolve(owner[0])
            if found:
                x, z = in_frame(self._places.boxes[numbers], self._places.boxes[found[0].number])
                values = {"left": x, "right": -x, "front": z, "back": -z}[side]
                return [h for h, v in zip(hits, values.tolist(), strict=True) if v > 0.0] or hits
        measure, most = ("screen_x", side == "right") if side in ("left", "right") else ("screen_depth", side == "back")
        return selected(self._places, hits, Selector(measure, most, comparative=len(hits) > 2))


_SPOKEN: Mapping[str, str] = {
    "part_of": "part of", "next_to": "next to", "left_of": "to the left of", "right_of": "to the right of",
    "in_front_of": "in front of", "supports": "under", "holds": "around", "inside": "in", "nearest": "nearest to",
    "farthest": "farthest from",
}  # fmt: skip


def _nearly(degree: float) -> str:
    return "" if degree >= HOLDS else "nearly "


def _spoken(kind: str) -> str:
    return _SPOKEN.get(kind, kind.replace("_", " "))
