"""What a text asks for: requests for objects, links between them, and the place they are in.

:func:`scenewright.app.writers.embedded.discourse.describe` reads English. The words are tagged
(:mod:`scenewright.app.writers.embedded.tagging`),
grouped into phrases (:mod:`scenewright.app.writers.embedded.grammar`) and read in order
(:mod:`scenewright.app.writers.embedded.discourse`), where
references back (*it*, *the two chairs*, *one of which*) find what they mean, so that nothing is asked for twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from scenewright.scene.semantics.words import ObjectPhrase, Vocabulary

__all__ = [
    "Description",
    "Link",
    "Nouns",
    "ObjectRequest",
    "Zone",
]


@dataclass(frozen=True)
class Nouns:
    """The nouns of the catalogues, as the reader needs them.

    `support` gives 'floor', 'surface' ... of a known word; `thing` the same for all words of one object (*couch*, *sofa*).
    """

    vocabulary: Vocabulary
    support: Callable[[str], str]
    thing: Callable[[str], str] = str


@dataclass
class ObjectRequest:
    """One kind of object that is asked for, `count` times.

    `words` is the noun as it was said, in the singular ('coffee table'); `phrase` that noun with all that was said of it
    ('small round coffee table with brass legs'); `known` the catalogue's word for it, None where it has none. `carried`
    are nouns that the phrase says and that no instance stands for (*a bowl of fruit*, *with brass handles*).
    """

    index: int
    words: str
    phrase: str
    reading: ObjectPhrase
    known: str | None
    support: str
    count: int = 1
    at_least: bool = False
    definite: bool = False
    zone: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)

    @property
    def head(self) -> str:
        return self.words.split()[-1]


@dataclass(frozen=True, slots=True)
class Link:
    """That `subject` stands in a relation to `anchors` (requests) or to a `place` of the room.

    `kind`: on, inside, under, above, hanging, on_wall, against_wall, in_corner, centered, next_to, near, across, far, apart,
    away (its back to it), left_of, right_of, in_front_of, behind, facing, around, between, flank, foot, along, with, at.
    `place`: room, wall, corner, door, window, ceiling, floor. `detail`: what the text says of it (*back* wall, *long* side,
    *each* side, *left*, *gap 0 0.8* metres).
    `subject_count` and `anchor_count` say how many of them, where it is not all.
    """

    kind: str
    subject: int
    anchors: tuple[int, ...] = ()
    place: str = ""
    detail: str = ""
    subject_count: int | None = None
    anchor_count: int | None = None
    each: bool = False


@dataclass
class Zone:
    """A part of the scene that the text names as a room of its own."""

    kind: str
    words: str


@dataclass
class Description:
    """All that a text says. `absent` are nouns that it says are not there; `aside` are nouns that stand for nothing to
    place, with the reason; `surfaces` are colours and materials of 'wall', 'floor' and 'ceiling';
    `denied` are requests with a place that they are said not to have, of which a program says nothing."""

    text: str
    requests: list[ObjectRequest] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    size: str = ""
    dimensions: tuple[float, float] | None = None
    title: str = ""
    doors: int = 0
    windows: int = 0
    absent: list[str] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)
    surfaces: dict[str, str] = field(default_factory=dict)
    mood: list[str] = field(default_factory=list)
    denied: list[tuple[int, str]] = field(default_factory=list)
