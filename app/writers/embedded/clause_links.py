"""Writes the links of a clause, and adjusts the counts of its requests."""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.writers.embedded.cast import Cast
from scenewright.app.writers.embedded.clause import ClauseState, Mode
from scenewright.app.writers.embedded.description import Link
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT
from scenewright.app.writers.embedded.prepositions import PLACE_KINDS
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.seating import is_sat_at
from scenewright.app.writers.embedded.shared_places import SEATS

__all__ = ["ClauseLinks"]

_AT_A_TABLE = 2
"""Seats of each of several tables, where the text gives no number."""
_MOST_SHARES = 100
"""Greatest factor for a count ('forty desks with a chair each'). A larger one is an error of the reader and is ignored."""


class ClauseLinks:
    """Writes links and counts into the description of `cast`."""

    def __init__(self, cast: Cast, clause: ClauseState) -> None:
        self.cast = cast
        self.clause = clause
        self.description = cast.description

    def connect(self, mode: Mode, target: Target) -> None:
        """Link one more member of the list being read to the agents or the place of its mode."""
        mode.taken += 1
        self.clause.last_mode = mode
        if mode.place:
            for ref in target.refs:
                stands = mode.place == "wall" and self.description.requests[ref.index].support == "floor"
                self.link(
                    "against_wall" if stands else PLACE_KINDS.get(mode.place, "with"),
                    ref,
                    place=mode.place if mode.place in PLACE_KINDS else "",
                    detail="",
                )
            return
        if mode.kind in ("room", "nothing") or not mode.agents:
            return
        if target.new:
            mode.gave += target.refs
        if self.clause.at_each_place and target.new:
            self.clause.per_place += [r for r in target.refs if self.description.requests[r.index].support == "surface"]
        if mode.each and target.new:
            self._multiply(target.refs, self.total(mode.agents))
        if mode.kind == "flank" and target.new:
            self._two(target.refs)
        kind = {
            "on": "on",
            "inside": "inside",
            "has": "with",
            "flank": "flank",
            "around": "around",
            "face": "facing",
            "join": "next_to",
            "over": "above",
            "between": "between",
        }.get(mode.kind, "with")
        anchors = tuple(r.index for r in mode.agents)
        level = self.clause.level if kind in ("on", "inside", "with") else ""
        for ref in target.refs:
            if ref.index not in anchors:
                self.link(
                    "inside" if level else kind,
                    ref,
                    anchors,
                    detail=level,
                    each=mode.each,
                    anchor_count=mode.agents[0].count,
                )

    def link(
        self, kind: str, ref: Ref, anchors: tuple[int, ...] = (), *, place: str = "", detail: str = "", each: bool = False,
        anchor_count: int | None = None,
    ) -> None:  # fmt: skip
        """Add one link; the arguments as in :class:`Link`."""
        self.description.links.append(Link(kind, ref.index, anchors, place, detail, ref.count, anchor_count, each))

    def qualify(self, ref: Ref, words: str, *, after: bool = False) -> None:
        """Add words to a thing's phrase, before its noun or `after` it. If `ref` means some of several, they become a separate request."""
        request = self.description.requests[ref.index]
        if ref.count is None or ref.count == request.count:
            self.cast.qualify(request, words, after=after)
        elif ref.count < request.count and not after:
            self.cast.split(request, ref.count, words, request.spans[0])  # 'two of them are striped'

    def _two(self, refs: list[Ref]) -> None:
        """Set the count of flanking things to two, where the text gives a plural without a number."""
        if len(refs) == 1:
            request = self.description.requests[refs[0].index]
            if request.at_least and request.count == PLURAL_COUNT:
                request.count = 2

    def lay_places(self) -> None:
        """'a plate at each place': multiply by the number of places that the table is set for, else by the number of seats."""
        requests = self.description.requests
        laid = sum(r.seats * r.count for r in requests)
        seats = laid or self.clause.covers or sum(r.count for r in requests if r.head.endswith(("chair", "stool")))
        for ref in dict.fromkeys(self.clause.per_place):
            if requests[ref.index].count <= 2:
                self._multiply([ref], seats)
            table = next((r for r in reversed(requests) if is_sat_at(r.words) and r.count > 0), None)
            if table is not None and not any(k.subject == ref.index and k.anchors for k in self.description.links):
                self.link("on", ref, (table.index,))
        self.clause.per_place = []

    def match_hosts(self, hosts: list[Ref], refs: list[Ref]) -> None:
        """'two nightstands with lamps': a plural without a number gets the count of its hosts; seats of tables are two at each."""
        total = self.total(hosts)
        tables = all(self.description.requests[r.index].head == "table" for r in hosts)
        for ref in refs:
            request = self.description.requests[ref.index]
            if request.at_least and request.count == PLURAL_COUNT and ref.count is None and 2 <= total <= 12:
                request.count = total * (_AT_A_TABLE if tables and request.head in SEATS else 1)

    def deal_out(self) -> bool:
        """'eight tables with four chairs each': multiply the members of the last list by the number of its agents.

        Returns whether there was such a list.
        """
        mode, self.clause.last_mode = self.clause.last_mode, None
        if mode is None or mode.each or not mode.gave:
            return False
        self._multiply(mode.gave, self.total(mode.agents))
        given = {ref.index for ref in mode.gave}
        links = self.description.links
        links[:] = [replace(link, each=True) if link.subject in given else link for link in links]
        mode.each = True
        self.clause.transient = None  # a following 'and a plant' belongs to the room's list
        return True

    def total(self, refs: list[Ref]) -> int:
        """The number of things that the references mean."""
        return sum(r.count or self.description.requests[r.index].count for r in refs)

    def _multiply(self, refs: list[Ref], factor: int) -> None:
        for ref in refs:
            request = self.description.requests[ref.index]
            if 1 < factor <= _MOST_SHARES:
                request.count *= factor
