"""Whose side, top or end is meant where a text does not say it: *on each side*, *in the middle*, *it*."""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.elements import Phrase, Preposition
from scenewright.app.writers.embedded.place_sides import PlaceSides
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.seating import is_sat_at
from scenewright.app.writers.embedded.shared_places import CARRIERS, SEATS, can_be_small

__all__ = ["PlaceOwners"]

_LONG_THINGS = word_set(
    "table bench pool counter bar sofa couch bed desk island track court lane pitch rink aisle boat"
)
"""What people speak of the ends of."""


class PlaceOwners(PlaceSides):
    """Finds the landmark of places that a text names without one."""

    def imply(self, target: Target, figures: list[Ref], preposition: Preposition) -> None:
        """Give 'on each side' or 'in the middle' its landmark: the current topic, unless the region is one of the room."""
        if not target.region or target.refs or target.place or (target.region == "level" and "eye" in target.detail):
            return
        requests = self.description.requests
        small = bool(figures) and all(requests[r.index].support == "surface" for r in figures)
        if (
            target.region
            not in ("side", "end", "foot", "head", "top", "edge", "level", "bottom", "front", "back", "left", "right")
            and not small
        ):
            return
        skip = {r.index for r in figures}
        if small and target.region == "end" and not target.each and not target.detail:
            return  # 'a console with a vase at the end' of the corridor
        hosts = [r for r in (self.clause.transient.agents if self.clause.transient else []) if r.index not in skip]
        hosts = hosts or [
            r for r in (*self.clause.subject, *self.clause.previous, *self.clause.topic) if r.index not in skip
        ]
        if target.region == "end" and not target.each:
            hosts = [r for r in hosts if self.cast.single(r)]  # 'at one end' of the room, not of four benches
        hosts = hosts or self.sides_before(figures) or self._listed_hosts(target, figures, preposition, small=small)
        carried = {k.subject for k in self.description.links if k.kind in ("on", "inside") and skip & set(k.anchors)}
        hosts = [
            r
            for r in hosts
            if requests[r.index].support not in ("surface", "ceiling", "rug") and r.index not in carried
        ]
        if hosts:
            target.refs = hosts[:1]

    def _listed_hosts(self, target: Target, figures: list[Ref], preposition: Preposition, *, small: bool) -> list[Ref]:
        """What was named before in a list and may have the sides or ends that are meant. Where nothing fits, those of the room are."""
        requests = self.description.requests
        hosts = [Ref(r.index) for r in self.cast.furniture(figures)]
        if target.region not in ("end", "side", "left", "right") or (small and target.region != "end"):
            return hosts
        if target.region in ("left", "right"):
            return [] if preposition.word == "on" else hosts
        single = [r for r in hosts if requests[r.index].count == 1]
        long = [r for r in single if _LONG_THINGS & set(requests[r.index].words.split())]
        if target.region == "end" or {"long", "short"} & set(target.detail.split()):
            return long
        return single

    def it(self, preposition: Preposition, phrase: Phrase | None = None) -> list[Ref]:
        """What *it* means after a preposition: the subject, unless the subject is being placed; then the topic. `phrase`: that which says
        more than *it* after the preposition."""
        skip = {r.index for r in self.clause.figure}
        if self.clause.whose and not self.clause.figure:
            return self.clause.whose
        if (
            self.clause.transient is not None
            and self.clause.transient.agents
            and not {r.index for r in self.clause.transient.agents} & skip
        ):
            return self.clause.transient.agents
        if self.clause.subject and not {r.index for r in self.clause.subject} & skip:
            return self.clause.subject
        if self.clause.each and not {r.index for r in self.clause.each} & skip:
            return self.clause.each
        if self.clause.previous and not {r.index for r in self.clause.previous} & skip:
            return self.clause.previous
        if preposition.word == "around" and (table := self._sat_at_before(skip)):
            return table
        carrier = self.carrier_before(skip) if preposition.word == "on" and phrase is None else []
        return carrier or [r for r in self.clause.topic if r.index not in skip]

    def _sat_at_before(self, placed: set[int]) -> list[Ref]:
        """The table of 'a table with a parasol, six chairs around it': what seats stand around, not what was named last."""
        requests = self.description.requests
        if not placed or not all(requests[i].head in SEATS for i in placed):
            return []
        named = [r for r in requests if r.index not in placed and self.cast.born.get(r.index) == self.cast.sentence]
        return [Ref(r.index) for r in named if is_sat_at(r.words)][-1:]

    def carrier_before(self, placed: set[int]) -> list[Ref]:
        """What small things are on in a list: the nightstand of 'a bed, a nightstand beside it and a lamp on it'."""
        requests = self.description.requests
        if not placed or not all(can_be_small(requests[i]) for i in placed):
            return []
        named = [r for r in requests if r.index not in placed and self.cast.born.get(r.index) == self.cast.sentence]
        return [Ref(r.index) for r in named if r.head in CARRIERS and r.count == 1][-1:]
