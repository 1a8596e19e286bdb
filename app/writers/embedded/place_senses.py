"""What a place means by the words around it: by its verb, by a window that is placed, by what is full, by the list that it stands in."""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.clause import ClauseState
from scenewright.app.writers.embedded.clause_links import ClauseLinks
from scenewright.app.writers.embedded.elements import Phrase, Preposition
from scenewright.app.writers.embedded.hanger_words import HANGERS
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.roomplan import WALLS

__all__ = ["PlaceSenses"]

_HUNG = ("hang", "suspend", "dangle")
_SEEN_FROM_BELOW = {
    "above": "under", "behind": "under", "over": "under", "next_to": "next_to", "near": "near", "by": "next_to", "left_of": "next_to",
    "right_of": "next_to", "across": "across", "facing": "facing", "in_front_of": "near", "at": "next_to",
}  # fmt: skip
"""Relation of a window or door to a thing -> that of the thing to the window or door."""
_LAID_OVER = word_set("drape throw drop fold toss sling spread fling strew lay pull scatter spill")
"""Verbs for which *over* means on and down the sides of what is soft or flat."""
_HUNG_AT_EACH, _STOOD_AT_EACH = 3, 2
"""How many things are at each wall where the text gives no number: on it, and against it."""
_FROM_ABOVE = word_set(
    "lamp lantern light bulb chandelier plant fern ivy basket swing mobile fan pot pan cage birdcage kite plane model ball candle"
)
"""Words of what hangs from a ceiling rather than on a wall."""
_MOST_AT_WALLS = 24
_BENT = word_set("lean arch curve bend loom tower bow look peer gaze stare watch")
"""Verbs for which *over* says that something tall stands beside a thing."""


class PlaceSenses:
    """The words around a place, and what they make of it."""

    def __init__(self, clause: ClauseState, links: ClauseLinks) -> None:
        self.clause = clause
        self.links = links
        self.cast = links.cast
        self.description = links.description

    def kind_by_verb(self, kind: str, word: str, target: Target) -> str:
        """The kind of relation that a preposition makes after a verb: *over* a bed is on it, where the verb is *draped*.

        Args:
            kind: what the preposition alone makes.
            word: the preposition.
        """
        verb = self.clause.last_verb
        if not target.refs or target.place:
            return kind
        hung = word == "from" or (verb in _HUNG and word in ("on", "off", "over", "in"))
        if hung and self._are_hangers(target):
            return "hung"  # 'coats hanging from hooks'
        if kind == "above" and verb in _LAID_OVER:
            return "on"  # 'a blanket draped over the bed'
        if kind == "above" and verb in _BENT:
            return "next_to"  # 'a floor lamp leaning over the armchair'
        return kind

    def of_opening(self, preposition: Preposition, phrase: Phrase, it: list[Ref]) -> bool:
        """Read 'a window above the sink' in a list: the window is no thing that is placed, so the sink is placed under it.

        Args:
            it: what *it* means here.

        Returns:
            Whether the relation is one of a window or door.
        """
        elements, at = self.clause.elements, self.clause.at
        before = elements[at - 2] if at >= 2 else None
        if (
            not isinstance(before, Phrase)
            or before.head is None
            or before.definite
            or self.cast.kind(before) != "place"
        ):
            return False
        outer = elements[at - 3] if at >= 3 else None
        governed = isinstance(outer, Preposition) and outer.word not in ("with", "and", "such_as")
        opening = self.cast.resolve(before)
        if governed or opening.place not in ("window", "door"):
            return False
        target = self.cast.resolve(phrase, landmark=True, subject=it)
        if target.region in ("side", "end") and target.each:
            self._on_both_sides(before, opening.place, target)
            return True
        kind = _SEEN_FROM_BELOW.get(preposition.word)
        for ref in target.refs if kind is not None else []:
            self.links.link(str(kind), ref, place=opening.place)
        return True

    def see_opening(self, word: str, named: list[Ref]) -> bool:
        """Read 'a skylight is above it': what was talked of is under the skylight. Returns whether there is such a thing.

        Args:
            named: what the text names after the preposition; empty where it is an adverb.
        """
        below = named or self.clause.previous or self.clause.topic
        kind = _SEEN_FROM_BELOW.get(word)
        if kind is None or not below:
            return False
        self.links.link(kind, below[0], place=self.clause.subject_place)
        return True

    def _on_both_sides(self, phrase: Phrase, opening: str, target: Target) -> None:
        """Read 'a window on either side of the altar': there are two, and the altar is between them."""
        count = 2 * (phrase.number or 1)
        if opening == "window":
            self.description.windows = max(self.description.windows, count)
        else:
            self.description.doors = max(self.description.doors, count)
        for ref in target.refs:
            self.links.link("between", ref, place=opening)

    def what_is_full(self, figures: list[Ref]) -> list[Ref]:
        """The shelves in 'shelves full of jars along one wall': what fills something has no place of its own."""
        requests = self.description.requests
        if not figures or not all(requests[r.index].fills for r in figures):
            return figures
        hosts = [
            a
            for link in self.description.links
            if link.kind in ("on", "inside") and any(link.subject == r.index for r in figures)
            for a in link.anchors
        ]
        return [Ref(a) for a in dict.fromkeys(hosts)] or figures

    def line(self, figures: list[Ref], word: str) -> None:
        """'Racks along the walls' line them, where the text gives no number. What is *on* or *against* them may be few."""
        for ref in figures if word in ("along", "around") else []:
            request = self.description.requests[ref.index]
            request.lines = request.at_least and request.count == PLURAL_COUNT and request.support == "floor"

    def leave_list(self, figures: list[Ref], anchors: tuple[int, ...]) -> None:
        """'A table with two cups and a ladder against the wall': what is large, is not the first of the list and has a place of its own is
        not of the table."""
        mode, requests = self.clause.last_mode, self.description.requests
        if mode is None or not mode.agents:
            return
        hosts = {r.index for r in mode.agents}
        small = all(requests[index].support in ("surface", "wall", "ceiling") for index in hosts)
        later = {
            r.index
            for r in figures
            if r in mode.gave[0 if small else 1 :] and requests[r.index].support in ("floor", "rug", "wall", "ceiling")
        }
        if not later or hosts & set(anchors):
            return
        self.description.links[:] = [
            link
            for link in self.description.links
            if not (link.subject in later and link.kind in ("with", "on", "inside") and set(link.anchors) == hosts)
        ]

    def leave(self, figures: list[Ref], anchors: tuple[int, ...]) -> None:
        """'A bookcase full of books and a lamp on a desk': the lamp has its own place, and is not in the bookcase."""
        requests = self.description.requests
        standing = [a for a in anchors if requests[a].support == "floor"]
        placed = {r.index for r in figures}
        links = self.description.links
        links[:] = [
            link
            for link in links
            if not (
                standing
                and link.subject in placed
                and link.kind in ("on", "inside", "with")
                and link.anchors
                and not set(link.anchors) & set(anchors)
                and all(requests[a].support == "floor" for a in link.anchors)
            )
        ]

    def _are_hangers(self, target: Target) -> bool:
        return any(HANGERS & set(self.description.requests[r.index].words.split()) for r in target.refs)

    def hung_overhead(self) -> bool:
        """'String lights overhead' hang from the ceiling of the room, over all of it. Returns whether the things so placed are hung."""
        requests = self.description.requests
        hung = [r for r in self.clause.figure if requests[r.index].support in ("ceiling", "wall")]
        for ref in hung:
            self.links.link("hanging", ref, place="ceiling")
        return bool(hung)

    def hang(self, ref: Ref, anchors: tuple[int, ...]) -> None:
        """Hang a thing whose kind usually stands: from the ceiling ('a lamp hangs over the table'), or on the wall behind what
        is below it ('a hammer hangs above the workbench')."""
        requests = self.description.requests
        request = requests[ref.index]
        if request.support not in ("floor", "surface") or any(
            link.subject == ref.index and link.place in ("wall", "ceiling") for link in self.description.links
        ):
            return
        at_wall = any(requests[a].support == "floor" for a in anchors) and request.support == "surface"
        if at_wall and not _FROM_ABOVE & set(request.words.split()):
            self.links.link("on_wall", ref, place="wall")
        else:
            self.links.link("hanging", ref, place="ceiling")

    def count_at_walls(self, figures: list[Ref], target: Target, *, one_by_one: bool = False) -> None:
        """Give each wall as many as the text names, or several where it gives no number: 'foam panels on every wall'.

        Args:
            one_by_one: the text speaks of each wall by itself: *two posters on each wall*.
        """
        walls = target.number or (2 if "side" in target.detail.split() else len(WALLS))
        for request in (self.description.requests[ref.index] for ref in figures if ref.count is None):
            if request.at_least and request.count == PLURAL_COUNT:
                request.count = walls * (_HUNG_AT_EACH if request.support == "wall" else _STOOD_AT_EACH)
            elif request.count == 1 or (one_by_one and request.count * walls <= _MOST_AT_WALLS):
                request.count *= walls
