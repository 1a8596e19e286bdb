"""What a writer understood of a text, as data: things with their looks, relations between them, the room, and what must not be there.

A writer hands it on with its program (:attr:`scenewright.app.writers.writer.WrittenProgram.asked`), and
:mod:`scenewright.app.clauses` judges the laid-out scene by it. It says what the text asks for and which names the writer gave to the
instances; it says nothing of where they stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.scene.model import Vec3
from scenewright.scene.semantics.words import ObjectPhrase

__all__ = ["AskedAbsence", "AskedArea", "AskedMotion", "AskedRelation", "AskedRoom", "AskedScene", "AskedThing"]


@dataclass(frozen=True, slots=True)
class AskedThing:
    """Things of one kind that the text names, or that a recipe adds (`added`).

    Attributes:
        noun: in the singular, as the text has it.
        phrase: the noun with its attributes.
        reading: the same, parsed.
        count: how many.
        at_least: more are welcome ('at least ten', 'some').
        names: paths of the instances below the root of the scene.
        titles: titles of catalogue objects that the noun means.
        loose: titles of catalogue objects that only the noun's last word means (a lamp for *reading lamp*).
        usual: (width, height, depth) in metres of the object as it is without words of size; None where there is no object.
        served: attributes for which the object has a parameter.
        asset: id of the object with these attributes in the scene's store; '' for none.
        contents: nouns after *of*, which the thing holds or shows.
        unread: words of the phrase that are neither noun nor attribute.
        added: nobody asked for it.
        stands: such things stand on the floor.
        fills: they fill what holds them.
    """

    noun: str
    phrase: str
    reading: ObjectPhrase
    count: int
    at_least: bool = False
    names: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    usual: Vec3 | None = None
    served: frozenset[str] = frozenset()
    asset: str = ""
    contents: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    added: bool = False
    stands: bool = False
    fills: bool = False


@dataclass(frozen=True, slots=True)
class AskedRelation:
    """A relation of `subject` to `anchors` (things, by their numbers in :attr:`AskedScene.things`) or to a `place` of the room.

    `kind`: on, inside, under, above, hanging, on_wall, against_wall, in_corner, centered, next_to, near, across, far, apart,
    away (back turned to it), left_of, right_of, in_front_of, behind, facing, around, between, flank, foot, along, with, at; and
    arranged: `subject` and `anchors` among themselves, the detail is the text of a
    :class:`scenewright.app.writers.embedded.arrangement_words.FormationShape`.
    `place`: room, wall, corner, door, window, ceiling, floor. `detail`: attributes of the place (*back* wall, *long* side,
    *each* side, *left*, *gap 0 0.8* metres).
    `subject_count` and `anchor_count`: how many of the subjects and anchors are meant; None: all.
    """

    kind: str
    subject: int
    anchors: tuple[int, ...] = ()
    place: str = ""
    detail: str = ""
    subject_count: int | None = None
    anchor_count: int | None = None
    each: bool = False


@dataclass(frozen=True, slots=True)
class AskedArea:
    """A part of the room that the text names as one thing: *a waiting area*. `main` and `members`: numbers of the things that it consists
    of."""

    name: str
    main: int
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedRoom:
    """The place that the text names. `kind`: '' for none. `known`: a recipe says what belongs there. `dimensions`: width and depth in
    metres, None for one that the text does not give. `size`: small, large or huge.
    `usual_area`: of such a room, square metres. `doors`, `windows`: how many the text names.
    `surfaces`: (wall, floor or ceiling; its color or material). `long`: the text calls it long or narrow."""

    kind: str = ""
    outdoor: bool = False
    known: bool = False
    dimensions: tuple[float | None, float | None] | None = None
    size: str = ""
    usual_area: float | None = None
    doors: int = 0
    windows: int = 0
    surfaces: tuple[tuple[str, str], ...] = ()
    long: bool = False


@dataclass(frozen=True, slots=True)
class AskedAbsence:
    """A thing that must not be there. `titles`: titles of catalogue objects that the noun means."""

    noun: str
    titles: frozenset[str]


@dataclass(frozen=True, slots=True)
class AskedMotion:
    """A movement that the text states. `says`: it, in words. `things`: numbers of what makes it; () for a door of the room. `why`: why
    nothing makes it; '' where something does."""

    says: str
    things: tuple[int, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class AskedScene:
    """All that was understood. `denied`: (number of a thing, relation) that is said not to hold. `aside`: (words, reason) of nouns that
    were read and not placed. `unread`: words that were not understood. `light`: what is said of the light. `others`: more rooms.
    `areas`: parts of the room that the text names. `motions`: what it says moves."""

    text: str
    room: AskedRoom
    things: tuple[AskedThing, ...] = ()
    relations: tuple[AskedRelation, ...] = ()
    absent: tuple[AskedAbsence, ...] = ()
    denied: tuple[tuple[int, str], ...] = ()
    aside: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()
    light: str = ""
    others: tuple[str, ...] = ()
    areas: tuple[AskedArea, ...] = ()
    motions: tuple[AskedMotion, ...] = ()
