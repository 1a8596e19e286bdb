"""What the marks of one request say, by kind: acts, things, places, colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scenewright.app.agent.embedded.skimming.marks import Mark
from scenewright.app.agent.embedded.skimming.tables import FILLERS, PREPOSITIONS
from scenewright.scene.english import DETERMINERS

__all__ = ["SOURCES", "ToldRequest"]

SOURCES = ("from ", "off ", "out of ")
"""How places begin from which a thing is taken."""
_STATES = frozenset(("is", "are", "was", "were", "stands", "sits", "hangs", "stood"))


def _is_unknown(mark: Mark) -> bool:
    return mark.kind == "other" and mark.words not in FILLERS and mark.words.isalpha()


@dataclass
class ToldRequest:
    """What the marks of a request say, by kind, in their order."""

    marks: Sequence[Mark]
    exists: Callable[[str], bool]
    antecedent: str = ""
    acts: list[Mark] = field(default_factory=list)
    things: list[Mark] = field(default_factory=list)
    new: list[Mark] = field(default_factory=list)
    places: list[Mark] = field(default_factory=list)
    colours: list[Mark] = field(default_factory=list)
    sizes: list[Mark] = field(default_factory=list)
    tones: list[Mark] = field(default_factory=list)
    pronouns: list[Mark] = field(default_factory=list)

    def __post_init__(self) -> None:
        kinds = {"act": self.acts, "thing": self.things, "new": self.new, "place": self.places, "colour": self.colours,
                 "size": self.sizes, "tone": self.tones, "it": self.pronouns}  # fmt: skip
        for mark in self.marks:
            if mark.kind in kinds:
                kinds[mark.kind].append(mark)

    @property
    def unknown(self) -> int:
        return sum(map(_is_unknown, self.marks))

    @property
    def mixed(self) -> bool:
        """Whether something that is not understood lies between two things: *remove the rug and polish the desk*."""
        at = [n for n, mark in enumerate(self.marks) if mark.kind in ("thing", "new")]
        return bool(at) and any(map(_is_unknown, self.marks[at[0] : at[-1]]))

    @property
    def misplaced(self) -> bool:
        """Whether a place right after a thing is not understood: *a painting over the headboard*."""
        for n, mark in enumerate(self.marks[:-3]):
            preposition, article, noun = self.marks[n + 1 : n + 4]
            said = preposition.kind == article.kind == "other" and preposition.words in PREPOSITIONS
            if mark.kind in ("thing", "new") and said and article.words in DETERMINERS and _is_unknown(noun):
                return True
        return False

    def says(self, *words: str) -> bool:
        return any(m.kind == "other" and m.words in words for m in self.marks)

    def act(self, *values: str) -> Mark | None:
        return next((m for m in self.acts if m.value in values), None)

    def subject(self) -> str:
        """The things that a request is about, as one phrase; 'it' where it names none."""
        if not self.things:
            return self.antecedent or (self.pronouns[0].words if self.pronouns else "it")
        own = [mark for mark in self.things if mark.words != "that one"] or self.things
        listed = [self._qualified(mark) for mark in own]
        return " and ".join(dict.fromkeys(listed))

    def _qualified(self, mark: Mark) -> str:
        """A thing with the place right after it that says which one is meant."""
        at = list(self.marks).index(mark) + 1
        while at < len(self.marks) and self.marks[at].kind == "other" and self.marks[at].words not in (*_STATES, "and"):
            at += 1
        after = self.marks[at] if at < len(self.marks) else None
        if after is None or after.kind != "place" or after not in self.places:
            return mark.words
        if after.words.startswith(SOURCES):
            self.places.remove(after)
            said = f"{mark.words} on {after.inner[0]}" if after.inner else mark.words
            return said if self.exists(said) else mark.words
        said = f"{mark.words} {after.words}"
        if mark.value != "ones" and not self.exists(said):
            return mark.words
        self.places.remove(after)
        return said
