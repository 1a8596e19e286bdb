"""What the editor remembers from turn to turn, and during one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import Field

from scenewright.app.agent.dialogue import MOST_PATHS, PastTurn, PathList, TurnRequest
from scenewright.app.requests import Request, RequestError

__all__ = ["Act", "KeptMemory", "Memory", "OpenQuestion"]

_MOST_ACTS = 20


class Act(Request):
    """One change that was made, so that *a bit more* and *the other one too* can be read."""

    kind: str = Field(max_length=40)
    """Of the request, such as move or recolour."""
    paths: PathList = ()
    """What was changed."""
    by: tuple[float, float, float] | None = None
    """Metres of the world, of a motion."""
    degrees: float | None = None
    """Of a turn."""
    factor: tuple[float, float, float] | None = None
    """Of a new size."""
    words: str = Field(default="", max_length=400)
    """A colour, a name, or what was added."""
    before: tuple[tuple[float, float, float, float], ...] = Field(default=(), max_length=MOST_PATHS)
    """Poses before the change: bottom centre and yaw."""
    at: PathList = ()
    """What it was put at."""
    relation: str = Field(default="", max_length=40)
    """How it stands to that, as destinations name it."""


class OpenQuestion(Request):
    """A question that waits for its answer."""

    kind: str = Field(max_length=20)
    """What is asked for: which, where, colour or what."""
    sentence: str = Field(max_length=4_000)
    """The sentence that cannot be done without the answer."""
    clause: str = Field(default="", max_length=4_000)
    """The clause of it that lacks something."""
    phrase: str = Field(default="", max_length=400)
    """The noun phrase that is unclear."""
    candidates: PathList = ()
    """What it may mean."""
    number: int = 0
    """How many are meant; 0 where that is not known."""
    bound: dict[str, PathList] = Field(default_factory=dict)
    """Noun phrases of the sentence whose meaning is clear by earlier answers."""


class KeptMemory(Request):
    """The editor's part of a past turn."""

    acts: tuple[Act, ...] = Field(default=(), max_length=_MOST_ACTS)
    """What was changed last, in this turn or one before."""
    asked: OpenQuestion | None = None
    """The question that waits for its answer."""
    trouble: str = Field(default="", max_length=4_000)
    """Why something could not be done, or what it brought about."""
    tried: str = Field(default="", max_length=4_000)
    """The clause that brought the trouble."""
    clauses: tuple[str, ...] = Field(default=(), max_length=20)
    """The clauses that were done last."""
    beside: PathList = ()
    """What was named beside *it* last: the desk of *what is on the desk?*."""
    refused: str = Field(default="", max_length=4_000)
    """The sentence that was refused last."""
    listed: PathList = ()
    """What an answer listed last, in its order: *the third one*."""
    earlier: PathList = ()
    """What was changed before what *it* is: *those two* are both."""


@dataclass
class Memory:
    """What phrases may refer to. `focus`: what was spoken of last: *it*. `bound`: phrases whose meaning was asked for.
    `beside`: what was named beside that. `listed`: what an answer listed last, in its order. `earlier`: what was changed before what *it*
    is."""

    selection: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    pointed: bool = False
    kept: KeptMemory = field(default_factory=KeptMemory)
    bound: dict[str, tuple[str, ...]] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    beside: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()

    @classmethod
    def of_turn(cls, turn: TurnRequest, exists: Mapping[str, object] | Sequence[str]) -> Memory:
        """The memory at the start of a turn. `exists`: the paths of the scene; others are forgotten."""
        known = set(exists)
        last = turn.dialogue.last
        selection = tuple(p for p in turn.selection if p in known)
        focus = tuple(p for p in (last.paths if last is not None else ()) if p in known)
        newly = last is None or last.selection != turn.selection
        kept = KeptMemory() if last is None else _kept(last)
        beside = tuple(p for p in kept.beside if p in known)
        listed = tuple(p for p in kept.listed if p in known)
        earlier = tuple(p for p in kept.earlier if p in known)
        pointed = bool(selection) and (newly or not focus)
        return cls(selection, focus, pointed, kept, beside=beside, listed=listed, earlier=earlier)

    def copy(self) -> Memory:
        """This memory as the turn began with it: without changes and remarks of its own."""
        return replace(self, bound=dict(self.bound), acts=[], remarks=[])

    @property
    def it(self) -> tuple[str, ...]:
        """What *it* and *them* mean: what the turn spoke of, what was selected since the last turn, else what that was about."""
        return self.selection if self.pointed and self.selection else self.focus or self.selection

    @property
    def this(self) -> tuple[str, ...]:
        """What *this* and *these* mean."""
        return self.selection or self.focus

    @property
    def place(self) -> tuple[str, ...]:
        """What the last change was done at: the table that a vase was put on, or the shelf that books were taken from."""
        act = next((a for a in reversed((*self.kept.acts, *self.acts)) if a.at), None)
        return self.beside if act is None else act.at

    def speak_of(self, paths: Sequence[str]) -> None:
        """From now on *it* and *them* mean these."""
        if paths:
            self.focus, self.pointed = tuple(paths)[:MOST_PATHS], False

    def follow(self, renamed: Mapping[str, str | None]) -> None:
        """Use the new paths of what was renamed or is gone."""
        self.focus = _after(self.focus, renamed)
        self.selection = _after(self.selection, renamed)
        self.beside = _after(self.beside, renamed)
        self.listed = _after(self.listed, renamed)
        self.earlier = _after(self.earlier, renamed)
        self.bound = {phrase: _after(paths, renamed) for phrase, paths in self.bound.items()}


def _kept(last: PastTurn) -> KeptMemory:
    """The editor's memory of a turn; an empty one where another editor wrote it."""
    try:
        return KeptMemory(**last.memory)
    except (RequestError, TypeError):
        return KeptMemory()


def _after(paths: Sequence[str], renamed: Mapping[str, str | None]) -> tuple[str, ...]:
    now: list[str] = []
    for path in paths:
        new = _renamed(path, renamed)
        if new is not None:
            now.append(new)
    return tuple(now)


def _renamed(path: str, renamed: Mapping[str, Any]) -> str | None:
    if path in renamed:
        new = renamed[path]
        return None if new is None else str(new)
    for old, new in renamed.items():
        if path.startswith(f"{old}/"):
            return None if new is None else f"{new}{path[len(old) :]}"
    return path
