"""A description as data: requests for objects, links between them, and the rooms that they are in.

:func:`scenewright.app.writers.embedded.describing.describe` reads English. The words are tagged
(:mod:`scenewright.app.writers.embedded.tagging`),
grouped into phrases (:mod:`scenewright.app.writers.embedded.grammar`) and read in order. References to earlier things (*it*, *the two
chairs*, *one of which*) are resolved, so that they make no new request.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from scenewright.app.writers.asked import AskedRelation
from scenewright.app.writers.embedded.said_motions import SaidMotion
from scenewright.assets.room_style import Style
from scenewright.scene.semantics.words import ObjectPhrase, Vocabulary

__all__ = [
    "LONG_ROOM",
    "NO_WINDOW",
    "Description",
    "Link",
    "Nouns",
    "ObjectRequest",
    "SaidArea",
    "SaidOfRoom",
    "Shell",
    "UsualOpenings",
    "Zone",
]


LONG_ROOM = 0.42
"""Width by depth, at most, of a room that the text calls long or narrow."""
NO_WINDOW = -1
"""A number of windows: such a place has none. 0: nothing is known of them."""


@dataclass(frozen=True)
class Nouns:
    """The nouns of the catalogue, for the reader.

    `support` gives 'floor', 'surface' ... for a known word. `thing` gives one name for all words of an object (*couch*, *sofa*).
    """

    vocabulary: Vocabulary
    support: Callable[[str], str]
    thing: Callable[[str], str] = str


@dataclass
class ObjectRequest:
    """A request for `count` objects of one kind.

    `words`: the noun of the text in the singular ('coffee table'). `phrase`: the noun with all its attributes ('small round coffee
    table with brass legs'). `known`: the catalogue's word for it, None where it has none. `carried`: nouns of the phrase that get
    no instance (*a bowl of fruit*, *with brass handles*).
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
    fills: bool = False
    """It fills what holds it: *a bookcase full of books*."""
    full_of: bool = False
    """The text says so, however many that is."""
    plenty: bool = False
    """There are lots of them: as many as the place bears."""
    in_window: bool = False
    """It is in a window or on its sill, not by it."""
    lines: bool = False
    """It lines the walls: *a hall lined with statues*."""
    seats: int = 0
    """How many people each of them seats, where the text says so: *a table for six*."""
    laid: bool = False
    """It is set for them, with what each of them eats from."""
    expected: bool = False
    """Nobody asked for it: a recipe says that such a place has it."""
    essential: bool = False
    """Nobody asked for it, and a place of this kind is none without it: the benches of a sauna."""
    dressing: Literal["", "light", "full"] = ""
    """It dresses the room rather than furnishes it, at this level and above."""

    @property
    def head(self) -> str:
        """The last word of `words`."""
        return self.words.split()[-1]


@dataclass(frozen=True, slots=True)
class Link(AskedRelation):
    """A relation of requests, by index, or of one to a place of the room."""

    stated: bool = field(default=False, compare=False)
    """The person said it; other links come from a recipe."""


@dataclass(frozen=True, slots=True)
class SaidArea:
    """An area of the room that the text names: *a reading nook*. `main`: index of its main request. `members`: indices of the others."""

    name: str
    main: int
    members: tuple[int, ...] = ()


@dataclass
class Zone:
    """A room of the scene, where the text names several."""

    kind: str
    words: str


@dataclass
class SaidOfRoom:
    """What the person said of the room, before a recipe adds what is usual: how many doors and windows, the looks of its surfaces, and
    the words that were not understood."""

    doors: int = 0
    windows: int = 0
    surfaces: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shell:
    """What such a place is built of: the finish of its walls; finish, height in metres and colour of their lower part; 'gable' or 'beams';
    what closes a place out of doors. '' and None where it is nothing special."""

    walls: str = ""
    dado: tuple[str, float, str] | None = None
    roof: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class UsualOpenings:
    """How the doors and windows of a room are, where the text says nothing of them: the wall of the first door, 'front' or 'side', and
    how far along it that is, from 0 in its corner to 1; the order of the walls that get windows; metres of their width."""

    door: str = "front"
    along: float = 0.0
    windows: tuple[str, ...] = ("left", "right", "back", "left", "right")
    wide: float = 1.5


@dataclass
class Description:
    """The content of a text. `absent`: nouns that the text says are missing. `aside`: nouns that are not placed, with the reason.
    `colors`: those that the text gives the room as a whole.
    `surfaces`: colours and materials of 'wall', 'floor' and 'ceiling'. `dimensions`: width and depth in metres, where
    the text gives one of them at least; `lengths`: those that it gives. `long`: it says that the room is long or narrow. `usual`: width
    and depth in metres of such a room, where the
    text gives no size. `height`: its usual height. `place`: the kind of place that the text opens with, in its words, where a recipe
    knows it. `outdoor`: whether that is one without walls. `mirrored`: door and first window change sides. `openings`: how
    doors and windows are, where the text says nothing of them. `light`: what its light is
    like, where the text says nothing of it. `shell`: what a recipe says of walls and roof. `pictures`: what pictures show there, the
    first to be taken first. `denied`: (request, preposition) of negated relations that a program cannot state. `said`: what the person
    said of the room, and which of their words were not understood. `usual_things`: what a plain noun means in such a place: a chair in
    a hair salon is a styling chair. `areas`: those that the text names within the room. `around`: the kind of place that the room is in:
    the attic of an attic study."""

    text: str
    requests: list[ObjectRequest] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    size: str = ""
    dimensions: tuple[float, float] | None = None
    lengths: tuple[float | None, float | None] | None = None
    long: bool = False
    colors: tuple[str, ...] = ()
    usual: tuple[float, float] | None = None
    height: float | None = None
    place: str = ""
    outdoor: bool | None = None
    mirrored: bool = False
    openings: UsualOpenings = UsualOpenings()
    title: str = ""
    doors: int = 0
    windows: int = 0
    absent: list[str] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)
    surfaces: dict[str, str] = field(default_factory=dict)
    shell: Shell = field(default_factory=Shell)
    pictures: tuple[str, ...] = ()
    light: str = ""
    denied: list[tuple[int, str]] = field(default_factory=list)
    said: SaidOfRoom = field(default_factory=SaidOfRoom)
    usual_things: dict[str, str] = field(default_factory=dict)
    around: str = ""
    has_books: bool = True
    """Whether shelves of which nobody says what they hold are full of books in such a place."""
    wares: tuple[str, ...] = ()
    """Words of the place's name for things that it therefore has: the *hat* of a hat shop."""
    areas: list[SaidArea] = field(default_factory=list)
    style: Style | None = None
    """What the text says of the place as a whole, and `styled`: its words that say so."""
    styled: frozenset[str] = frozenset()
    motions: tuple[SaidMotion, ...] = ()
    """What the text says moves."""

    def make_one_place(self, named: str = "") -> None:
        """Take all places of the text for the first. `named`: a place that is then no thing in it: the cabin around a bedroom."""
        del self.zones[1:]
        for request in self.requests:
            request.zone = 0
            if named and (request.words == named or request.words.endswith(f" {named}")):
                request.count, request.expected = 0, True
