"""Sides and ends: which thing has those that are meant (*one side*, *the other*, *to its right*), and how many are at *each side*."""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import ObjectRequest
from scenewright.app.writers.embedded.elements import Phrase, Preposition
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT
from scenewright.app.writers.embedded.place_senses import PlaceSenses
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.seating import is_sat_at

__all__ = ["PlaceSides"]

_ACROSS_FROM = {"left": "right", "right": "left"}
_MOST_A_SIDE = 30
_SIDES = frozenset(["left", "right", "back", "front", "far", "near"])
_BESIDE = ("left_of", "right_of", "next_to", "near")
_SEATS = word_set("chair stool armchair seat")


class PlaceSides(PlaceSenses):
    """The sides and ends that a clause speaks of."""

    def other_of_two(self, preposition: Preposition, phrase: Phrase) -> Phrase:
        """'The other' after 'at one end' as 'the other end'; any other phrase as it is."""
        before = self.clause.last_region
        if phrase.head is None and phrase.pronoun == "other" and before is not None and phrase.number in (None, 1):
            if preposition.word in ("on", "at", "in", "along", "against", "near", "by"):
                keep = [t for t in before.modifiers if t.low not in ("one", "first", "other")]
                return replace(
                    before, tokens=phrase.tokens, determiner="the", number=None, other=True, each=False, modifiers=keep
                )
        elif phrase.head is not None and self.cast.kind(phrase) in ("region", "place"):
            self.clause.last_region = phrase
        return phrase

    def mean_neighbour(self, phrase: Phrase, target: Target, figures: list[Ref]) -> None:
        """Resolve *its* in 'a desk holds a globe and a pen to its right': the globe's, since the pen is on the desk."""
        if phrase.determiner != "its" or target.region not in ("left", "right", "front", "back") or len(figures) != 1:
            return
        anchors, figure = {r.index for r in target.refs}, figures[0].index
        held = {
            link.subject
            for link in self.description.links
            if link.kind in ("on", "inside") and anchors & set(link.anchors)
        }
        before = [i for i in held if i < figure and self.cast.born.get(i) == self.cast.sentence]
        if figure in held and before:
            target.refs = [Ref(max(before))]

    def mean_other_side(self, phrase: Phrase, target: Target, figures: list[Ref]) -> None:
        """Resolve 'to the right' without a landmark to the landmark of the relation before.

        'a pen is to the left of the pad and a ruler to the right': of the pad. 'a colander rests next to the cooktop and a spoon lies
        on the right': of the cooktop. Only for things on furniture: for others, 'on the right' may mean a wall.
        """
        side = target.region
        if side not in _ACROSS_FROM or target.place or len(figures) != 1 or phrase.of is not None:
            return
        requests, figure = self.description.requests, figures[0].index
        links = [
            link
            for link in self.description.links
            if link.kind in _BESIDE
            and link.anchors
            and link.subject != figure
            and self.cast.born.get(link.subject) == self.cast.sentence
            and all(requests[i].support == "surface" for i in (figure, link.subject, *link.anchors))
        ]
        if not links:
            return
        last = links[-1]
        if phrase.determiner == "its":
            if last.kind == f"{_ACROSS_FROM[side]}_of" and [r.index for r in target.refs] == [last.subject]:
                target.refs = [Ref(i) for i in last.anchors]
        elif not target.refs:
            same = last.kind == f"{side}_of"  # 'a salt shaker is further right'
            target.refs = [Ref(last.subject)] if same else [Ref(i) for i in last.anchors]

    def mean_sides(self, phrase: Phrase, target: Target, figures: list[Ref]) -> None:
        """Keep 'one side' and 'the other' to two sides of the same thing: left and right, and around a table for seats."""
        clause, requests = self.clause, self.description.requests
        which = "other" if phrase.other else "one" if "one" in target.detail.split() else ""
        if not which or target.region not in ("side", "end") or target.each:
            return
        if which == "other" and clause.region_of:
            target.refs, target.place = list(clause.region_of), ""
        clause.region_of = list(target.refs) if which == "one" else clause.region_of
        if target.region != "side" or not target.refs or {"long", "short"} & set(target.detail.split()):
            return
        seats = figures and all(requests[r.index].head in _SEATS for r in figures)
        if seats and is_sat_at(requests[target.refs[0].index].words):
            target.region = "around"
        else:
            target.region = "left" if which == "one" else "right"

    def sides_before(self, figures: list[Ref]) -> list[Ref]:
        """The table in 'a table, six chairs on each side and one at each end': that at which things of the same name are."""
        requests = self.description.requests
        placed = {r.index for r in figures}
        names = {requests[i].words for i in placed}
        sides = [
            link.anchors[0]
            for link in self.description.links
            if link.kind in ("flank", "around") and link.anchors and requests[link.subject].words in names
        ]
        return [Ref(index) for index in sides[-1:] if index not in placed]

    def count_sides(self, target: Target, figures: list[Ref], anchors: tuple[int, ...]) -> None:
        """Multiply counts by the number of places: 'a lamp on each nightstand', 'one chair on each side'."""
        if not target.each:
            return
        total = (
            2
            if target.region in ("side", "end", "left", "right", "front", "edge")
            else 4
            if target.place == "corner" or target.region == "corner"
            else 1
        )
        if target.number is not None and target.place:
            total = target.number  # 'in each of the two back corners'
        elif target.place == "corner" and _SIDES & set(target.detail.split()):
            total = 2  # 'in each back corner'
        elif target.number is not None and target.region:
            total *= target.number  # 'at either end of each sofa'
        narrow = any(w in target.detail.split() for w in ("long", "short", "longer", "shorter", "far"))
        if not target.region and not target.place and anchors:
            total = self.links.total(list(target.refs))
        if target.place == "wall":
            self.count_at_walls(figures, target, one_by_one=target.singly)
            return
        for ref in figures:
            request = self.description.requests[ref.index]
            if ref.count is not None or total < 2 or (request.count == total and not target.region):
                continue
            if request.at_least and request.count == PLURAL_COUNT and (target.region or target.place):
                request.count = total  # 'nightstands on either side'
                continue
            sides = self.are_so_many_a_side(request, target)
            if (
                request.count == 1
                or (narrow and request.count * total <= 12)
                or (not target.region and anchors)
                or sides
            ):
                if request.at_least and not narrow and request.count >= total:
                    continue
                request.count *= total

    def are_seats_at_table(self, figures: list[Ref], target: Target) -> bool:
        """Whether seats are placed at a table."""
        requests = self.description.requests
        tables = bool(target.refs) and all(requests[r.index].head == "table" for r in target.refs)
        return tables and bool(figures) and all(requests[r.index].head in _SEATS for r in figures)

    def are_so_many_a_side(self, request: ObjectRequest, target: Target) -> bool:
        """Whether the number is that of one side: of 'six chairs on each side', not of 'two nightstands on each side' of one bed."""
        if request.at_least or target.region not in ("side", "end") or request.count > _MOST_A_SIDE:
            return False
        seats = request.head in _SEATS and any(is_sat_at(self.description.requests[r.index].words) for r in target.refs)
        return request.count > 2 or seats
