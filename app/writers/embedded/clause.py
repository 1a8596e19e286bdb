"""What a listener keeps in mind while a clause is read: who it is about, which list runs, what stands where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from scenewright.app.writers.embedded.cast import Cast
from scenewright.app.writers.embedded.description import Link
from scenewright.app.writers.embedded.elements import Phrase, Preposition, Verb
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT
from scenewright.app.writers.embedded.prepositions import PLACE_KINDS
from scenewright.app.writers.embedded.referents import Ref, Target

__all__ = ["Clause", "Mode"]

_MOST_SHARES = 100
"""To how many a thing may be given: 'forty desks with a chair each'. More is a slip of the reader's."""


@dataclass
class Mode:
    """Where the things of a running list go. `kind`: room, on, has, flank, around, face, join, purpose, lack, attribute, nothing."""

    kind: str
    agents: list[Ref] = field(default_factory=list)
    each: bool = False
    place: str = ""
    outer: Mode | None = None
    taken: int = 0  # how many things of the list it has so far
    gave: list[Ref] = field(default_factory=list)  # the new ones of these


class Clause:
    """The memory of a reader, and the links that it makes. Subclasses read lists, prepositions and verbs."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.description = cast.description
        self.subject: list[Ref] = []
        self.topic: list[Ref] = []
        self.last_preposition = Preposition("", [])
        self.covers = 0
        self.per_place: list[Ref] = []
        self._clause()

    def _clause(self) -> None:
        """Forget the clause, keep the topic."""
        self.previous = getattr(self, "subject", [])
        self.subject: list[Ref] = []
        self.each: list[Ref] = []
        self.apposed = False
        self.last_verb = ""
        self.subject_place = ""
        self.figure: list[Ref] = []
        self.figure_new = False
        self.run: list[Ref] = []
        self.item: list[Ref] = []
        self.absolute: list[Ref] = []  # ', with a painting hanging above it': of the painting, until the next comma
        self.accompanying: list[
            Ref
        ] = []  # 'with two mirrors hanging above': whatever follows, what hangs are the mirrors
        self.fronted: list[tuple[Preposition, Target]] = []
        self.base: Mode | None = None
        self.transient: Mode | None = None
        self.each_mode: Mode | None = None
        self.last_mode: Mode | None = None
        self.aside: tuple[Mode | None, Mode | None, list[Ref]] | None = None  # what a parenthesis interrupts
        self.verb: Verb | None = None
        self.pending: Preposition | None = None
        self.agent_by: Verb | None = None
        self.joint = ""
        self.last_landmark: Target | None = None
        self.relative = False
        self.of_relative = False
        self.agents: list[Ref] = []
        self.last_phrase: Phrase | None = None
        self.negated = False

    def _enter(self, target: Target, *, subject: bool = False) -> None:
        """The phrase is now what prepositions attach to."""
        self.figure = list(target.refs)
        self.figure_new = target.new
        self.item = list(target.refs)
        self.run += target.refs
        self.last_landmark = None

    def _connect(self, mode: Mode, target: Target) -> None:
        mode.taken += 1
        self.last_mode = mode
        if mode.place:
            for ref in target.refs:
                self._link(
                    PLACE_KINDS.get(mode.place, "with"),
                    ref,
                    place=mode.place if mode.place in PLACE_KINDS else "",
                    detail="",
                )
            return
        if mode.kind in ("room", "nothing") or not mode.agents:
            return
        if target.new:
            mode.gave += target.refs
        if mode.each and target.new:
            self._multiply(target.refs, self._total(mode.agents))
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
        for ref in target.refs:
            if ref.index not in anchors:
                self._link(kind, ref, anchors, each=mode.each, anchor_count=mode.agents[0].count)

    def _link(
        self, kind: str, ref: Ref, anchors: tuple[int, ...] = (), *, place: str = "", detail: str = "", each: bool = False,
        anchor_count: int | None = None,
    ) -> None:  # fmt: skip
        self.description.links.append(Link(kind, ref.index, anchors, place, detail, ref.count, anchor_count, each))

    def _qualify(self, ref: Ref, words: str, *, after: bool = False) -> None:
        request = self.description.requests[ref.index]
        if ref.count is None or ref.count == request.count:
            self.cast.qualify(request, words, after=after)
        elif ref.count < request.count and not after:
            self.cast.split(request, ref.count, words, request.spans[0])  # 'two of them are striped'

    def _two(self, refs: list[Ref]) -> None:
        """What flanks, in the plural and without a number, is two."""
        if len(refs) == 1:
            request = self.description.requests[refs[0].index]
            if request.at_least and request.count == PLURAL_COUNT:
                request.count = 2

    def lay_places(self) -> None:
        """'a plate at each place': as many as the table is set for, else as there are seats."""
        requests = self.description.requests
        seats = sum(r.count for r in requests if r.head.endswith(("chair", "stool")))
        for ref in dict.fromkeys(self.per_place):
            if requests[ref.index].count == 1:
                self._multiply([ref], self.covers or seats)

    def _match_hosts(self, hosts: list[Ref], refs: list[Ref]) -> None:
        """'two nightstands with lamps': in the plural and without a number, as many as there are hosts."""
        total = self._total(hosts)
        for ref in refs:
            request = self.description.requests[ref.index]
            if request.at_least and request.count == PLURAL_COUNT and ref.count is None and 2 <= total <= 12:
                request.count = total

    def _deal_out(self) -> bool:
        """'eight tables with four chairs each': what was given to several was given to every one of them."""
        mode, self.last_mode = self.last_mode, None
        if mode is None or mode.each or not mode.gave:
            return False
        self._multiply(mode.gave, self._total(mode.agents))
        given = {ref.index for ref in mode.gave}
        links = self.description.links
        links[:] = [replace(link, each=True) if link.subject in given else link for link in links]
        mode.each = True
        self.transient = None  # 'and a plant' goes on with the room's
        return True

    def _is_each(self, refs: list[Ref]) -> bool:
        return bool(refs) and bool(self.each) and {r.index for r in refs} <= {r.index for r in self.each}

    def _total(self, refs: list[Ref]) -> int:
        return sum(r.count or self.description.requests[r.index].count for r in refs)

    def _multiply(self, refs: list[Ref], factor: int) -> None:
        for ref in refs:
            request = self.description.requests[ref.index]
            if 1 < factor <= _MOST_SHARES:
                request.count *= factor
