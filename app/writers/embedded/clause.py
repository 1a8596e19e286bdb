"""The state of reading a clause: its subject, the list being read, and the phrases that prepositions attach to."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from scenewright.app.writers.embedded.elements import Element, Phrase, Preposition, Verb
from scenewright.app.writers.embedded.referents import Ref, Target

__all__ = ["ClauseState", "Mode"]


@dataclass
class Mode:
    """How the members of the list being read are linked. `kind`: room, on, has, flank, around, face, join, purpose, lack, attribute,
    nothing. `agents`: the things that they are linked to. `place`: of the room, instead. `outer`: the mode around this one. `word`: the
    word that opened the list, where that matters: *without*."""

    kind: str
    agents: list[Ref] = field(default_factory=list)
    each: bool = False
    place: str = ""
    outer: Mode | None = None
    word: str = ""
    taken: int = 0  # number of members read so far
    gave: list[Ref] = field(default_factory=list)  # the members that were new requests


@dataclass
class _Clause:
    """State that is reset when the next clause begins."""

    subject: list[Ref] = field(default_factory=list)
    subject_place: str = ""  # 'wall', where the subject is the wall
    figure: list[Ref] = field(default_factory=list)  # what the next preposition places
    figure_new: bool = False
    item: list[Ref] = field(default_factory=list)  # the member of a list that was read last
    run: list[Ref] = field(default_factory=list)  # all members since the verb
    there: list[Ref] = field(default_factory=list)  # the bench of 'a bench, where a cat sleeps'
    each: list[Ref] = field(default_factory=list)  # things spoken of one by one
    level: str = ""  # 'top', where the subject is the top level of a shelf
    at_each_place: bool = False  # 'each setting has': what follows lies at each place of the table
    absolute: list[Ref] = field(default_factory=list)
    """The painting of ', with a painting hanging above it', until the next comma."""
    accompanying: list[Ref] = field(default_factory=list)
    """The mirrors of 'with two mirrors hanging above': the subject of *hanging*, whatever follows."""
    agents: list[Ref] = field(default_factory=list)  # subjects of the last verb
    base: Mode | None = None
    transient: Mode | None = None
    each_mode: Mode | None = None
    last_mode: Mode | None = None
    aside: tuple[Mode | None, Mode | None, list[Ref]] | None = None  # state before a parenthesis
    fronted: list[tuple[Preposition, Target]] = field(default_factory=list)
    last_region: Phrase | None = None  # 'one end', which 'the other' is compared with
    region_of: list[Ref] = field(default_factory=list)  # what that is an end of
    pending: Preposition | None = None
    verb: Verb | None = None
    agent_by: Verb | None = None  # verb whose agent or object 'by' or 'with' may still follow
    last_verb: str = ""
    last_landmark: Target | None = None
    last_phrase: Phrase | None = None
    joint: str = ""
    apposed: bool = False
    relative: bool = False
    of_relative: bool = False
    negated: bool = False


@dataclass
class ClauseState(_Clause):
    """The state that all readers of one description share. The fields of this class outlive the clause.

    `previous`: subject of the last clause. `topic`: what *it* means. `covers`: number of places that a table is set for. `per_place`:
    what lies at each place. `elements`: of the sentence. `at`: index of the element being read. `whose`: what *it* means in a place that
    stands before the thing that it places.
    """

    previous: list[Ref] = field(default_factory=list)
    topic: list[Ref] = field(default_factory=list)
    last_preposition: Preposition = field(default_factory=lambda: Preposition("", []))
    covers: int = 0
    per_place: list[Ref] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    at: int = 0
    whose: list[Ref] = field(default_factory=list)

    def begin(self) -> None:
        """Begin a new clause: reset the clause's state, keep the topic."""
        self.previous = self.subject
        empty = _Clause()
        for one in fields(empty):
            setattr(self, one.name, getattr(empty, one.name))

    def enter(self, target: Target) -> None:
        """Make a phrase the one that prepositions attach to."""
        self.figure = list(target.refs)
        self.figure_new = target.new
        self.item = list(target.refs)
        self.run += target.refs
        self.last_landmark = None
        self.agent_by = None

    def forget(self, index: int) -> None:
        """A request was taken back: nothing of the clause means it."""
        for name in (
            "subject",
            "figure",
            "item",
            "run",
            "each",
            "absolute",
            "accompanying",
            "agents",
            "previous",
            "topic",
        ):
            setattr(self, name, [ref for ref in getattr(self, name) if ref.index != index])
        for mode in (self.base, self.transient, self.each_mode, self.last_mode):
            if mode is not None:
                mode.gave = [ref for ref in mode.gave if ref.index != index]

    def is_each(self, refs: list[Ref]) -> bool:
        """Whether the references were spoken of one by one (*each desk*)."""
        return bool(refs) and bool(self.each) and {r.index for r in refs} <= {r.index for r in self.each}
