"""What a listener keeps in mind while a clause is read: who it is about, which list runs, what stands where."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from scenewright.app.writers.embedded.elements import Element, Phrase, Preposition, Verb
from scenewright.app.writers.embedded.referents import Ref, Target

__all__ = ["ClauseState", "Mode"]


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


@dataclass
class _Clause:
    """What is forgotten when the next clause begins."""

    subject: list[Ref] = field(default_factory=list)
    subject_place: str = ""  # 'the wall', where that is the subject
    figure: list[Ref] = field(default_factory=list)  # what prepositions say a place of
    figure_new: bool = False
    item: list[Ref] = field(default_factory=list)  # the member of a list that was read last
    run: list[Ref] = field(default_factory=list)  # all members since the verb
    each: list[Ref] = field(default_factory=list)  # those of which each was spoken of
    absolute: list[Ref] = field(default_factory=list)
    """', with a painting hanging above it': of the painting, until the next comma."""
    accompanying: list[Ref] = field(default_factory=list)
    """'with two mirrors hanging above': whatever follows, what hangs are the mirrors."""
    agents: list[Ref] = field(default_factory=list)  # of whom the last verb was said
    base: Mode | None = None
    transient: Mode | None = None
    each_mode: Mode | None = None
    last_mode: Mode | None = None
    aside: tuple[Mode | None, Mode | None, list[Ref]] | None = None  # what a parenthesis interrupts
    fronted: list[tuple[Preposition, Target]] = field(default_factory=list)
    pending: Preposition | None = None
    verb: Verb | None = None
    agent_by: Verb | None = None  # a verb whose agent or object 'by' or 'with' may still name
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
    """The memory that all readers of one description share. What it adds outlives the clause.

    `previous`: the subject before; `topic`: what *it* means; `covers`: for how many a table is set; `per_place`: what lies at each
    place; `elements` and `at`: the sentence, and where in it the reader is.
    """

    previous: list[Ref] = field(default_factory=list)
    topic: list[Ref] = field(default_factory=list)
    last_preposition: Preposition = field(default_factory=lambda: Preposition("", []))
    covers: int = 0
    per_place: list[Ref] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    at: int = 0

    def begin(self) -> None:
        """Forget the clause, keep the topic."""
        self.previous = self.subject
        empty = _Clause()
        for one in fields(empty):
            setattr(self, one.name, getattr(empty, one.name))

    def enter(self, target: Target) -> None:
        """The phrase is now what prepositions attach to."""
        self.figure = list(target.refs)
        self.figure_new = target.new
        self.item = list(target.refs)
        self.run += target.refs
        self.last_landmark = None

    def is_each(self, refs: list[Ref]) -> bool:
        """Whether these were spoken of one by one (*each desk*)."""
        return bool(refs) and bool(self.each) and {r.index for r in refs} <= {r.index for r in self.each}
