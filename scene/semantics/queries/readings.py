"""What is read of a query: a noun, which of several, and the relations of the thing to others."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from scenewright.scene.english import DEFINITE, OWN, Meaning, Selector, Viewpoint, cardinal
from scenewright.scene.english.noun_words import noun_words
from scenewright.scene.semantics.queries.denials import spoken_denials, taken_denials
from scenewright.scene.semantics.queries.markers import spoken_hyphens

__all__ = ["Reading", "Where", "read_noun"]


@dataclass(frozen=True, slots=True)
class Where:
    """A relation to other things. `kind`: of :data:`scenewright.scene.english.relations.KINDS`, or with, supports, holds, part_of, or a
    place: corner, wall, ceiling, floor, middle, side. `targets`: what the relation is to. `turned`: the relation holds from the target to
    the thing looked for. `side`: of a place, 'left', 'right', 'back', 'front'; '' or 'any' for any. `ordinal`: of nearest and farthest,
    from 1. `negated`: the relation does not hold. `within`, `beyond`, `how`: as in a meaning."""

    kind: str
    targets: tuple[Reading, ...] = ()
    side: str = ""
    ordinal: int = 1
    negated: bool = False
    turned: bool = False
    within: float | None = None
    beyond: float | None = None
    how: str = field(default="", compare=False)

    @property
    def meaning(self) -> Meaning:
        """The relation without its targets."""
        return Meaning(self.kind, self.turned, self.negated, self.within, self.beyond, self.how)


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as read. `text`: the whole query. `noun`: the noun with attributes; '' where anything may be meant (*what is on the desk?*).
    `sides`: left, right, front, back before the noun. `other`: another thing than the one already named (*the other two plates*).
    `serial`: the number of the thing (*desk 3*). `owned`: the owner and the thing of *the bed's pillows*, where they are read as one noun,
    which counts only if something is called so. `by_owner`: the same words, read as the pillows of the bed. `view`: whose left and
    right are meant. `viewer`: what the viewpoint names. `others`: other ways to read the same text.
    `either`: alternatives (*the lamp or the shelf, whichever is nearer*); `noun` is then ''. `denied`: attributes that the thing must not
    have (*not red*). `definite`: the query presupposes that
    the thing exists (*the chair next to the bed*, *which chair*). If the relation holds for none,
    it may mean one for which it nearly holds."""

    text: str
    noun: str
    selectors: tuple[Selector, ...] = ()
    where: tuple[Where, ...] = ()
    sides: tuple[str, ...] = ()
    other: bool = False
    serial: int | None = None
    owned: str = ""
    by_owner: bool = False
    view: Viewpoint = OWN
    viewer: Reading | None = None
    others: tuple[Reading, ...] = ()
    either: tuple[Reading, ...] = ()
    denied: tuple[str, ...] = ()
    definite: bool = False

    @property
    def seen(self) -> bool:
        """Whether left and right are those of the main camera's picture."""
        return self.view.seen


_NUMBERED = re.compile(
    r"^(?P<noun>(?:\w+ )*?[a-z]{2,}) (?:(?:number |no |nr )(?P<said>one)|(?:number |no |nr )?(?P<number>\d{1,4}|two|three"
    r"|four|five|six|seven|eight|nine|ten))$"
)
"""*desk 3*, *desk number three*."""
_COUNTING = frozenset(
    ("the", "a", "all", "other", "last", "first", "next", "these", "those", "any", "every", "of", "number", "no")
)


def read_noun(words: str, text: str) -> Reading:
    """Read the words of a noun; those of *the lamp ~or the shelf* as alternatives."""
    words, text = spoken_hyphens(words), spoken_hyphens(text)
    if " ~or " in words:
        either = tuple(read_noun(w, text) for w in words.split(" ~or "))
        selectors = either[0].selectors
        return Reading(text, "", selectors, either=tuple(replace(e, selectors=()) for e in either))
    plain, denied = taken_denials(words)
    numbered = _NUMBERED.match(plain)
    if numbered is not None and numbered["noun"].split()[-1] in _COUNTING:
        numbered = None
    serial = None if numbered is None else cardinal(numbered["number"] or numbered["said"])
    read = noun_words(plain if numbered is None or serial is None else numbered["noun"])
    return Reading(
        spoken_denials(text),
        read.kept,
        read.selectors,
        (),
        read.sides,
        read.other,
        serial=serial,
        denied=denied,
        definite=plain.partition(" ")[0] in DEFINITE,
    )
