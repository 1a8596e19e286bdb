"""Reads phrases after *with*: the agent of a participle, a part, some of several things, or something that a thing has."""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.clause import ClauseState, Mode
from scenewright.app.writers.embedded.clause_links import ClauseLinks
from scenewright.app.writers.embedded.elements import Joint, Phrase, Verb
from scenewright.app.writers.embedded.lists import ListReader
from scenewright.app.writers.embedded.nominals import noun_of
from scenewright.app.writers.embedded.predicates import PredicateReader
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.shared_places import CARRIERS

__all__ = ["WithReader"]

_FRAMES = word_set("pergola gazebo arbor arch trellis canopy awning tree fence")
"""What people hang lights and lanterns on, out of doors."""
_HEAPED = word_set("pile stack scatter spread strew set cram")


class WithReader:
    """Reads phrases after *with*."""

    def __init__(self, clause: ClauseState, links: ClauseLinks, lists: ListReader, predicates: PredicateReader) -> None:
        self.clause = clause
        self.links = links
        self.lists = lists
        self.predicates = predicates
        self.cast = links.cast
        self.description = links.description

    def read_with(self, phrase: Phrase) -> None:
        """Read a phrase after *with*: 'with two lamps', 'with brass legs'."""
        before = self.clause.elements[self.clause.at - 2] if self.clause.at >= 2 else None
        own = isinstance(before, Joint) and before.kind == ","
        self._with_it(phrase)
        if phrase.head is not None:
            self.clause.accompanying = [r for r in self.clause.figure if r not in self.clause.item]
            self.clause.absolute = self.clause.accompanying if own else []

    def _with_it(self, phrase: Phrase) -> None:
        verb = self.clause.agent_by
        if verb is not None and verb.group in (
            "hold",
            "join",
            "occupy",
            "have",
            "surround",
            "flank",
            "made",
            "at",
            "face",
            "light",
        ):
            self.clause.agent_by = None
            if verb.lemma in _HEAPED:
                self.predicates.read_object(Verb("hold", "participle", verb.tokens), phrase, passive=True)
                return
            carrier = self._carrier(phrase) if verb.group == "at" else []
            if carrier or (verb.group == "at" and verb.form == "finite"):
                self._has(carrier or self.clause.figure, phrase)
                return
            self.predicates.read_object(verb, phrase, passive=True)
            return
        if self.clause.figure:
            if self.lists.read_part(self.clause.figure, phrase):
                return
            counted = self._breakdown(phrase)
            if counted is not None:
                self.clause.apposed = True
                self.clause.enter(counted)
                return
            self._has(self._carrier(phrase) or self.clause.figure, phrase)
            return
        if self.clause.subject_place and self.clause.subject_place != "room":
            self.predicates.read_object(Verb("hold", "participle", []), phrase)
            return
        self.clause.base = Mode("room")
        self.lists.read_member(phrase, self.clause.base)

    def _carrier(self, phrase: Phrase) -> list[Ref]:
        """The table that is named right before what small things it has: the vase of *chairs around a table with a vase*."""
        landmark = self.clause.last_landmark
        before = self.clause.elements[self.clause.at - 2] if self.clause.at >= 2 else None
        if landmark is None or not landmark.new or not isinstance(before, Phrase) or phrase.head is None:
            return []
        after = self.clause.elements[self.clause.at + 1 : self.clause.at + 3]
        if any(isinstance(e, Phrase) and e.determiner in ("its", "their") for e in after):
            return []  # 'a monitor on the desk with a mouse to its right'
        named = (
            phrase.of
            if phrase.of is not None and phrase.of.head is not None and self.cast.kind(phrase) != "object"
            else phrase
        )
        known = self.cast.read(named)
        support = self.cast.nouns.support(known.head) if known.known else ""
        carriers = CARRIERS if support == "surface" else _FRAMES if support in ("wall", "ceiling") else frozenset()
        nearest = landmark.refs[-1:]  # of 'an armchair and a counter with a till', the counter
        return [r for r in nearest if self.description.requests[r.index].head in carriers]

    def _has(self, hosts: list[Ref], phrase: Phrase) -> None:
        outer = self.clause.transient if self.clause.transient is not None else self.clause.base
        mode = Mode("has", list(hosts), each=self.clause.is_each(hosts), outer=outer)
        self.clause.transient = mode
        self.clause.each_mode = mode if mode.each else None
        if self.clause.base is None and not self.clause.subject:
            self.clause.base = mode
        item, known = self.clause.item, len(self.description.requests)
        self.lists.read_member(phrase, mode)
        if (
            len(hosts) == 1
            and not self.description.requests[hosts[0].index].at_least
            and not self.predicates.is_hollow(hosts)
        ):
            self.links.match_hosts(hosts, [Ref(index) for index in range(known, len(self.description.requests))])
        self.clause.item = item or self.clause.item  # after a comma, the host is meant again

    def _is_of_others(self, index: int, hosts: set[int]) -> bool:
        """Whether things belong to something else than `hosts`: the chairs of a table."""
        own = {a for link in self.description.links if link.subject == index for a in link.anchors}
        return bool(own) and not hosts & {index, *own}

    def _breakdown(self, phrase: Phrase) -> Target | None:
        """The things in 'six chairs, with two chairs on each side': two of the six; None where the phrase is no such part."""
        if phrase.head is None or phrase.number is None or phrase.determiner or phrase.other:
            return None
        words = noun_of(phrase, self.cast.read(phrase))
        others = {r.index for r in self.clause.item}  # 'six chairs and a desk with two chairs': the desk has two more
        for request in self.cast.requests():
            if others and self._is_of_others(request.index, others):
                continue
            if (
                self.cast.born.get(request.index) == self.cast.sentence
                and request.count > phrase.number
                and words in (request.words, request.head)
            ):
                return Target([Ref(request.index, phrase.number)])
        return None
