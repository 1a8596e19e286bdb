"""What a clause asks for. Noun phrases and destinations are still words; ``things`` and ``placing`` find what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = [
    "AddWanted",
    "AgainWanted",
    "AskWanted",
    "ClearWanted",
    "CopyWanted",
    "CountWanted",
    "Destination",
    "ExceptWanted",
    "FaceEachOther",
    "FurnishWanted",
    "HelpWanted",
    "LightWanted",
    "LineUpWanted",
    "MissingAsked",
    "MoodWanted",
    "MoveWanted",
    "NewThings",
    "OtherWanted",
    "PaintWanted",
    "PreferWanted",
    "RearrangeWanted",
    "Remark",
    "RemoveWanted",
    "RenameWanted",
    "ReplaceWanted",
    "ResizeWanted",
    "RestoreWanted",
    "RestyleWanted",
    "ShadeWanted",
    "ShowWanted",
    "SmallTalk",
    "StepWanted",
    "SwapWanted",
    "SwitchWanted",
    "TidyWanted",
    "TurnWanted",
    "Unread",
    "VagueWish",
    "Wanted",
    "WhyWanted",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Destination:
    """A destination, or the way of a motion.

    `kind`: 'way' (in a direction), 'toward', 'away' and 'closer' (of a thing), 'at' (a relation to things), 'point', 'corner', 'wall',
    'corners' (one for each of several things), 'one side' (of a thing, for all of them),
    'middle' (of the room), 'swap' (where another thing is), 'off', 'back' (where it was), 'there', 'room' (anywhere).
    `what`: the noun phrases of things that it names. `relation`: of :data:`scenewright.scene.english.KINDS`, for 'at'.
    `way`: left, right, forward, backward, up or down, or a corner or wall. `metres`: how far; None where it is not said.
    `upon`: what it is to be on beside that: *at the end of the counter, next to the pastries*.
    `seen`: left and right are said to be the picture's. `loosely`: 'little' or 'much' where it is said so. `point`: metres of the world.
    """

    kind: str
    what: tuple[str, ...] = ()
    relation: str = ""
    way: str = ""
    metres: float | None = None
    loosely: str = ""
    point: tuple[float, ...] = ()
    seen: bool = False
    upon: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewThings:
    """Some like things to add. `number`: how many; `each`: one for each of the things that `where` names; `loosely`: no number was said,
    and a plural means two. `toward`: what it is to face. `of`: what is said to need them, of which they may be a part: *the desk needs a
    walnut top*."""

    words: str
    number: int = 1
    where: Destination | None = None
    each: bool = False
    loosely: bool = False
    toward: str = ""
    of: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The base of all requests."""


@dataclass(frozen=True, slots=True)
class RemoveWanted(Wanted):
    what: str


@dataclass(frozen=True, slots=True)
class ClearWanted(Wanted):
    """Remove what stands on something."""

    what: str


@dataclass(frozen=True, slots=True)
class MoveWanted(Wanted):
    """`ways`: how the sentence may be cut into what moves and where to, the likeliest first; empty where no destination is read.
    `may_add`: the verb may be said of what is not here yet."""

    what: str
    ways: tuple[tuple[str, Destination], ...] = ()
    may_add: bool = False


@dataclass(frozen=True, slots=True)
class LineUpWanted(Wanted):
    """Put things in a row: where they are, or along a wall or on a thing."""

    what: str
    where: Destination | None = None


@dataclass(frozen=True, slots=True)
class TurnWanted(Wanted):
    """`degrees`: right-handed about +y, seen from above against the clock; None where it is not said. `toward`: what to face.
    `away`: turn the back to it. `back`: to how it stood before. `straight`: along the walls."""

    what: str
    degrees: float | None = None
    toward: str = ""
    away: bool = False
    back: bool = False
    straight: bool = False


@dataclass(frozen=True, slots=True)
class FaceEachOther(Wanted):
    what: str


@dataclass(frozen=True, slots=True)
class ResizeWanted(Wanted):
    """`axis`: 'all', 'width', 'height', 'depth' or 'length' (of the longer side of the floor). One of `factor`, `size` (metres), `more`
    (metres to add) or `like` (another thing) is given. `loosely`: no number was said."""

    what: str
    axis: str = "all"
    factor: float | None = None
    size: float | None = None
    more: float | None = None
    like: str = ""
    loosely: bool = False


@dataclass(frozen=True, slots=True)
class PaintWanted(Wanted):
    """`colours`: (what, colour) pairs; a colour of '' was not said. `part`: of a catalogue object."""

    colours: tuple[tuple[str, str], ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class ShadeWanted(Wanted):
    """A lighter or darker colour than a thing has. `loosely`: 'little' or 'much'."""

    what: str
    lighter: bool
    loosely: str = ""


@dataclass(frozen=True, slots=True)
class CountWanted(Wanted):
    """Another number of what was added last: `number`, or `factor` times as many. `what`: of these instead."""

    number: int = 0
    factor: float = 1.0
    what: str = ""


@dataclass(frozen=True, slots=True)
class LightWanted(Wanted):
    """Another light. `how`: brighter, darker, warmer, cooler, off, on, or 'sky', whose words are `sky`. `loosely`: 'little' or 'much'.
    `bare`: neither light nor room is named: *a bit darker* may be said of a colour. `also`: a second way: *a dim warm glow*."""

    how: str
    loosely: str = ""
    sky: str = ""
    bare: bool = False
    also: str = ""


@dataclass(frozen=True, slots=True)
class SwitchWanted(Wanted):
    """Single lamps on or off. `only`: on, and all others off."""

    what: str
    on: bool
    only: bool = False


@dataclass(frozen=True, slots=True)
class AddWanted(Wanted):
    items: tuple[NewThings, ...]


@dataclass(frozen=True, slots=True)
class CopyWanted(Wanted):
    what: str
    number: int = 1
    where: Destination | None = None


@dataclass(frozen=True, slots=True)
class ReplaceWanted(Wanted):
    what: str
    by: str


@dataclass(frozen=True, slots=True)
class PreferWanted(Wanted):
    """*I would rather have a round table*: in place of the one that is here, where there is one; else a new one. `what`: what it
    replaces, ''
    where that is not said."""

    by: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class RenameWanted(Wanted):
    what: str
    name: str


@dataclass(frozen=True, slots=True)
class SwapWanted(Wanted):
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class StepWanted(Wanted):
    """Undo or redo."""

    what: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class AgainWanted(Wanted):
    """Do the last change again: 'more', 'less' or as it was; `to` other things; `colour`, `where` in place of the former. 'instead': on or
    at `to` in place of what it was done to; 'other side': on the other side of what it was put at. `metres`: so much more."""

    how: str = ""
    to: str = ""
    colour: str = ""
    where: Destination | None = None
    loosely: str = field(default="")
    metres: float | None = None


@dataclass(frozen=True, slots=True)
class OtherWanted(Wanted):
    """*No, the left one*: the last change on `what` instead of what it was done to."""

    what: str


@dataclass(frozen=True, slots=True)
class ExceptWanted(Wanted):
    """*Except the wardrobe*: the last change on all that it was done to but `what`; `only`: on `what` alone."""

    what: str
    only: bool = False


@dataclass(frozen=True, slots=True)
class RestoreWanted(Wanted):
    """*I want the chairs back*: what the last change took away."""

    what: str


@dataclass(frozen=True, slots=True)
class ShowWanted(Wanted):
    what: str


@dataclass(frozen=True, slots=True)
class AskWanted(Wanted):
    question: str


@dataclass(frozen=True, slots=True)
class WhyWanted(Wanted):
    """Why a thing cannot stand somewhere. `clause`: the move that is asked about, '' where the sentence only points at it."""

    clause: str


@dataclass(frozen=True, slots=True)
class HelpWanted(Wanted):
    pass


@dataclass(frozen=True, slots=True)
class FurnishWanted(Wanted):
    """Add what the room lacks."""


@dataclass(frozen=True, slots=True)
class MissingAsked(Wanted):
    """What the room lacks, as a question."""


@dataclass(frozen=True, slots=True)
class RearrangeWanted(Wanted):
    """Give the things of the room a sensible arrangement. `furnish`: and add what it lacks."""

    furnish: bool = False


@dataclass(frozen=True, slots=True)
class TidyWanted(Wanted):
    """Put away what lies about. `keep`: take nothing out of the room."""

    keep: bool = False


@dataclass(frozen=True, slots=True)
class RestyleWanted(Wanted):
    """Give things a style, in words or as that of other things. `what`: '' for all of the scene."""

    style: str = ""
    what: str = ""
    like: str = ""


@dataclass(frozen=True, slots=True)
class MoodWanted(Wanted):
    """A mood of the whole room, or of one thing. `mood`: its name in the table of moods; `what`: '' for the room."""

    mood: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class VagueWish(Wanted):
    """A wish that names no change, such as *it feels empty in here*. `about`: what may be meant."""

    text: str
    about: str


@dataclass(frozen=True, slots=True)
class Remark(Wanted):
    """What only says why something is asked: *there is no space by the sink*. `about`: the noun phrase that it is about, '' where it names
    none."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class SmallTalk(Wanted):
    """`kind`: hello, thanks, dropped (a question that needs no answer any more), saved or fine."""

    kind: str


@dataclass(frozen=True, slots=True)
class Unread(Wanted):
    """`hint`: what kind of request it may be."""

    text: str
    hint: str = ""
