"""Judge the relations of a query: which of the hits stand so to what the relation names, and to which of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.english import OWN, Meaning, Viewpoint
from scenewright.scene.layout.relations import FAR_SAID
from scenewright.scene.semantics.queries.attributes import AttributeJudge
from scenewright.scene.semantics.queries.directions import OWN_SIGHT, Sight
from scenewright.scene.semantics.queries.likeness import Likeness
from scenewright.scene.semantics.queries.matching import Grade
from scenewright.scene.semantics.queries.naming import Namer, is_anything
from scenewright.scene.semantics.queries.places import HOLDS, Places
from scenewright.scene.semantics.queries.readings import Reading, Where
from scenewright.scene.semantics.queries.reasons import HELD, direction_reason, nearly, reverse, spoken
from scenewright.scene.semantics.queries.selecting import Hit, nth_of
from scenewright.scene.semantics.scene_graph import DIRECTIONS
from scenewright.scene.semantics.words import EntityWords, singular

__all__ = ["Relater"]

_FITS = 0.45
"""Least fit of a part that is no entity of its own."""
_FARTHER = 0.05
"""What a distance of FAR_SAID takes from a relation's score, so that of several things the nearest comes first."""
_SUCH, _FEW = 0.6, 20
"""Factor on the score of a thing that the relation itself names, where the query has no noun; only if fewer than _FEW are named."""
_NEAR_BEST, _NEAR_ONE = 0.7, 0.85
"""Least share of the best score with which another thing is meant as well: of several things, and where the query asks for one."""
_TIE = 0.005
"""Scores that differ by no more than this do not tell two things apart."""
_MIRRORED = {"left_of": "right_of", "right_of": "left_of"}


class Relater:
    """Judges relations between the entities of one scene. `sight`, `view`: whose left and right the present query means."""

    def __init__(
        self, entities: Sequence[EntityWords], places: Places, judge: AttributeJudge, likeness: Likeness, namer: Namer
    ) -> None:
        self._entities, self._places, self._judge, self._likeness, self._namer = (
            entities,
            places,
            judge,
            likeness,
            namer,
        )
        self.sight: Sight = OWN_SIGHT
        self.view: Viewpoint = OWN

    def related(
        self,
        hits: Sequence[Hit],
        kind: str,
        targets: Sequence[Sequence[Hit]],
        where: Where,
        reading: Reading,
        *,
        strictly: bool,
    ) -> tuple[list[Hit], str]:
        """The hits that stand in a relation to the targets, and ''; or none and the reason. `strictly`: see :meth:`with_looks`."""
        goals = [h.number for h in targets[0]]
        if kind in ("nearest", "farthest"):
            return self._by_distance(hits, goals, kind == "nearest", where.ordinal), ""
        if kind == "far" and reading.definite:
            return self._far(hits, goals), ""
        if not reading.noun or is_anything(reading.noun.split()[-1]):
            # what stands between the bed and the sink is hardly a bed, where there are other things
            named = {h.number for found in targets for h in found if len(found) < _FEW}
            hits = [replace(h, score=_SUCH * h.score) if h.number in named else h for h in hits]
        out, barely = self._standing(hits, targets, where.meaning, self.sight, self.view)
        if not out and kind == "on":  # 'the robot on wheels', which are parts of it
            out = [
                replace(h, reasons=(*h.reasons, f"it has {self._entities[part].path}"))
                for h in hits
                for part in [next((g for g in goals if g != h.number and self._places.includes(h.number, g)), None)]
                if part is not None
            ]
        itself = [h for h in hits if h.number in goals] if kind == "part_of" else []
        if not out and itself and not strictly:  # 'the spool of filament' may be called both
            return [replace(h, reasons=(*h.reasons, f"its words say {where.targets[0].noun!r}")) for h in itself], ""
        if not out and kind == "part_of" and not strictly:  # 'the chair of the desk', 'the desk's lamp'
            out, _ = self._standing(hits, targets, replace(where.meaning, kind="belongs"), self.sight, self.view)
            out = _nearest_only(out) if reading.noun == singular(reading.noun) else out
        if not (out or barely) and kind in _MIRRORED and not self.view.said and reading.definite and not strictly:
            out, _ = self._standing(hits, targets, where.meaning, Sight("picture"), Viewpoint("picture"))
            hand = kind.removesuffix("_of")
            told = f"nothing such is at the {hand} hand of {where.targets[0].noun or 'it'} itself"
            out = [replace(h, reasons=(*h.reasons, told)) for h in out]
        if not out and reading.definite:
            out = barely
        if kind == "with" and (strictly or not out):
            return self._with_others(hits, out, targets[0], where, "" if strictly else reading.text)
        if not out:
            text = where.targets[0].text or "it"
            if kind in HELD or where.how == "its":
                return [], f"none of these has {text} {spoken(reverse(kind))} it"
            return [], f"none of these is {spoken(kind)} {text}"
        if kind in ("under", "above"):
            out = self._plumb(out, goals) if reading.definite else out
        best = max(h.score for h in out)
        one = bool(reading.noun) and reading.definite and reading.noun == singular(reading.noun)
        kept = [h for h in out if h.score >= (_NEAR_ONE if one else _NEAR_BEST) * best]
        return (self.whole(kept) if not reading.noun else kept), ""

    def _plumb(self, hits: list[Hit], goals: Sequence[int]) -> list[Hit]:
        """The hits that are under or over a goal in plan, where some are: not those beside the place below it."""
        return [h for h in hits if any(self._places.plumb(h.number, g) for g in goals)] or hits

    def _standing(
        self, hits: Sequence[Hit], targets: Sequence[Sequence[Hit]], meaning: Meaning, sight: Sight, view: Viewpoint
    ) -> tuple[list[Hit], list[Hit]]:
        """The hits for which a relation holds, and those for which it nearly holds."""
        out: list[Hit] = []
        barely: list[Hit] = []
        if meaning.kind in ("facing", "away") and not meaning.turned:
            hits = [h for h in hits if not self._places.frontless(h.number)] or hits
        for h in hits:
            degree, goals, rated = self._degree(h.number, targets, meaning, sight)
            if degree > 0.0:
                told = self._told(meaning, h.number, goals, degree, view)
                hit = replace(h, score=h.score * rated, reasons=(*h.reasons, told))
                (out if degree >= HOLDS else barely).append(hit)
        return out, barely

    def _told(self, meaning: Meaning, number: int, goals: Sequence[int], degree: float, view: Viewpoint) -> str:
        """Why a relation holds of a thing."""
        paths = " and ".join(self._entities[g].path for g in goals)
        if meaning.kind in DIRECTIONS and not meaning.turned and meaning.how != "its":
            other = _MIRRORED.get(meaning.kind, "")
            turned = bool(other) and self._places.degree(other, number, goals[0], sight=Sight("picture")) >= HOLDS
            seen = view.kind == "own" and self._places.frontless(goals[0])
            return direction_reason(meaning.kind, paths, degree, Viewpoint("picture") if seen else view, turned=turned)
        if meaning.how == "its" or meaning.kind in HELD:  # 'the table with a vase on it': the vase is on it
            return f"{paths} is {nearly(degree)}{spoken(reverse(meaning.kind))} it"
        if meaning.kind == "with" and not meaning.turned:
            return f"it {'nearly ' if degree < HOLDS else ''}has {paths}"
        kind = "top" if meaning.kind == "on" and meaning.how == "top" else meaning.kind
        return f"it is {nearly(degree)}{spoken(kind)} {paths}"

    def _with_others(
        self, hits: Sequence[Hit], out: Sequence[Hit], goals: Sequence[Hit], where: Where, text: str
    ) -> tuple[list[Hit], str]:
        """*With*, where no part and nothing on or in a thing decides: by its looks, or by what stands beside it. `text`: of a description;
        '' to list all that has it for sure."""
        found, why = self.with_looks(hits, where, text, "")
        if found and text:
            return found, why
        if out and not text:  # of two armchairs beside each other one has the blanket on it
            return [*out, *found], why
        beside = [
            replace(h, score=h.score * near, reasons=(*h.reasons, f"it is beside {self._entities[goal].path}"))
            for h in hits
            for near, goal in [max((self._places.together(h.number, g.number), g.number) for g in goals)]
            if near >= HOLDS and max(g.score for g in goals) >= Grade.KIND
        ]
        return [*out, *found, *beside], why

    def _degree(
        self, number: int, targets: Sequence[Sequence[Hit]], meaning: Meaning, sight: Sight
    ) -> tuple[float, tuple[int, ...], float]:
        """Judge a thing's relation to the target that it suits best.

        Returns:
            The degree; the numbers of the targets, two of *between*; the degree for the order of answers, higher for nearer and surer
            targets.
        """
        if meaning.kind == "between":
            pair = self._between(number, targets)
            return float(bool(pair)), pair, float(bool(pair))
        best: tuple[float, tuple[int, ...], float] = (0.0, (), 0.0)
        for target in targets[0]:
            degree = self._places.meant(meaning, number, target.number, sight=sight)
            if degree > 0.0:
                away = min(self._places.gap(number, target.number) / FAR_SAID, 1.0)
                rated = degree * (1.0 - _FARTHER * away) * (0.5 + 0.5 * target.score)
                best = max(best, (degree, (target.number,), rated), key=lambda one: (one[0] >= HOLDS, one[2]))
        return best

    def with_looks(self, hits: Sequence[Hit], where: Where, text: str, why: str) -> tuple[list[Hit], str]:
        """Judge a part that is no entity (*with a red stripe*, *with a stem*): by its name and color, else by likeness to the text of a
        description, if there is one."""
        phrase = self._namer.read(where.targets[0].noun)
        told = f"it has {' '.join((*phrase.colors, *phrase.materials, phrase.head))}"
        fits = {h.number: self._judge.has_part(h.number, phrase) for h in hits}
        if not text and not phrase.colors:  # what such things usually have is not lacking for sure
            fits.update((h.number, 1.0) for h in hits if self._namer.may_have(h.number, phrase.head))
        best = max(fits.values(), default=0.0)
        if best >= _FITS:
            kept = [h for h in hits if fits[h.number] >= 0.8 * best]
            return [replace(h, score=h.score * fits[h.number], reasons=(*h.reasons, told)) for h in kept], ""
        told_of = where.kind in ("with", "part_of") and not phrase.colors
        # 'on wheels': on parts that such things have, not on another thing
        able = (
            hits if told_of else [h for h in hits if where.kind == "on" and self._namer.may_have(h.number, phrase.head)]
        )
        like = self._likeness.likest(text, able) if text else []
        part = f"nothing here is called {where.targets[0].noun!r}, and it is most like the description"
        return [
            replace(h, score=0.8 * h.score, reasons=(*h.reasons, part)) for h in like
        ], "" if like else why or f"none of these has {where.targets[0].text}"

    def _between(self, number: int, targets: Sequence[Sequence[Hit]]) -> tuple[int, ...]:
        """The first two targets between which a thing stands; none where there are none."""
        first = [h.number for h in targets[0] if h.number != number]
        second = [h.number for h in targets[-1] if h.number != number]
        pairs = ((a, b) for a in first for b in second if self._places.between(number, a, b) >= HOLDS)
        return next(pairs, ())

    def _by_distance(self, hits: Sequence[Hit], goals: Sequence[int], nearest: bool, ordinal: int) -> list[Hit]:
        order = self._places.by_distance([h.number for h in hits], goals, farthest=not nearest)
        chosen = {number for number, _ in nth_of(order, ordinal)}
        nth = "" if ordinal == 1 else f"number {ordinal} of the "
        return [
            replace(
                h,
                reasons=(
                    *h.reasons,
                    f"it is {nth}{'nearest to' if nearest else 'farthest from'} {path}, {away:.2f} m away",
                ),
            )
            for h in hits
            if h.number in chosen
            for away, path in [self._away(h.number, goals)]
        ]

    def _away(self, number: int, goals: Sequence[int]) -> tuple[float, str]:
        """Metres to the nearest of the goals, and its path."""
        away, goal = min((self._places.gap(number, g), g) for g in goals if not self._places.same_branch(number, g))
        return away, self._entities[goal].path

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

    def whole(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits that are no part of another hit: the cup is on the table, not its handle."""
        kept = set(self._places.top_level([h.number for h in hits]))
        return [h for h in hits if h.number in kept]


def _nearest_only(hits: Sequence[Hit]) -> list[Hit]:
    """The hits of the best score: the desk of a chair is the one that is nearest to it."""
    best = max((h.score for h in hits), default=0.0)
    return [h for h in hits if h.score >= best - _TIE]
