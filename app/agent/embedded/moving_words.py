"""Reads requests to move: *push the table toward the window*, *the lamp should stand by the sofa*, *line the chairs up*."""

from __future__ import annotations

import re
from dataclasses import replace

from scenewright.app.agent.embedded.destinations import read_where, splits
from scenewright.app.agent.embedded.patterns import ADDING, LOOSELY, MODALS, POINTED, any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import Destination, LineUpWanted, MoveWanted, Wanted

__all__ = ["read_centre", "read_lift", "read_line_up", "read_move", "read_should_stand"]

_MOVING = any_of(
    "move", "push", "pull", "shift", "slide", "drag", "bring", "take", "carry", "position", "relocate", "transfer", "nudge",
    "lean", "tuck", "tug", "shove", "roll", "scoot", "budge", "leave", "store", "stack", "park", "lower", "raise", "lift",
    "send", "keep", "align", "line up", "wheel", "return", "scooch", "squeeze",
)  # fmt: skip
_PLACING = any_of(
    "put", "place", "set", "stand", "stick", "lay", "hang", "mount", "drop", "plant", "get", "have", "set down", "hang up",
    "put down", "put up", "pop", "sit", "throw", "chuck",
)  # fmt: skip
"""Verbs that may be said of what is not here yet."""
_MOVE = whole(rf"(?:{_MOVING}|(?P<placing>{_PLACING}))(?: (?P<particle>up|down|back|over|out|away))? (?P<rest>.+)")
_ROLLED = re.compile(r"^(?:roll|stack|store|keep|leave|tuck|squeeze|have|chuck|park|fold)\b")
"""What is rolled up is no higher."""
_IN_A = re.compile(rf"^in (?:{ADDING})\b(?! (?:row|line|circle|corner|straight|neat|group|pile|stack|heap|semicircle))")
_A_BIT = whole(rf"(?P<what>.+?) {LOOSELY}")
_TOGETHER = whole(
    rf"(?P<what>.+?) (?P<how>(?:closer |nearer )?together|(?:further |farther )?apart(?: from (?:each other|one another))?)(?: {LOOSELY})?"
)
_LIFT = whole(
    rf"(?:raise|lift|elevate)(?: up)? (?P<up>.+?)(?:(?: up)? by (?P<a>.+?)| (?P<a2>{LOOSELY}))?(?: up)?",
    rf"(?:lower|drop|sink)(?: down)? (?P<down>.+?)(?: by (?P<b>.+?)| (?P<b2>{LOOSELY}))?(?: down)?",
)
_AT = any_of(
    "under",
    "below",
    "on",
    "over",
    "above",
    "in",
    "at",
    "with",
    "to",
    "between",
    "against",
    "behind",
    "in front of",
    "around",
)
_CENTRE = whole(rf"(?:centre|align|line up) (?P<what>.+?)(?: (?P<where>{_AT} .+))?")
_POSTURE = any_of("be", "stand", "go", "sit", "lie", "hang", "come", "move", "face")
_SHOULD_STAND = whole(
    rf"(?P<what>(?:{POINTED})\b ?.*?) (?:{MODALS}|belongs?)(?: {_POSTURE})? (?P<where>.+)",
    rf"i (?:want|would like|need|prefer) (?P<what2>(?:{POINTED})\b.*)",
)
_ROW = any_of(
    "in a (?:neat |straight )?(?:row|line)",
    "into a (?:neat |straight )?(?:row|line)",
    "up",
    "side by side",
    "next to each other",
)
_LINED = any_of("line", "arrange", "put", "place", "set", "stand", "lay", "move", "space", "get")
_LINE_UP = whole(
    rf"{_LINED} (?P<what>.+?) {_ROW}(?: {_ROW})?(?: (?:neatly|nicely|evenly))?"
    r"(?: (?P<where>(?:along|against|on|at|in|by|next to|in front of) .+))?",
    r"(?:line up|align) (?P<what2>.+?)(?: (?P<where2>(?:along|against|on|at|by) .+))?",
    r"space (?P<what3>.+?) (?:out )?evenly(?: (?:out|apart))?",
)


def read_move(text: str) -> Wanted | None:
    """What a clause asks to move, and the ways to read where to; None where it asks for no such thing."""
    found = _MOVE.match(text)
    if found is None:
        return None
    rest, particle = found["rest"], found["particle"]
    if _IN_A.match(rest):
        return None  # 'squeeze in a seat'
    if particle in ("up", "down") and _ROLLED.match(text):
        return None
    if particle in ("back", "up", "down") and not splits(rest):
        where = read_where(particle)
        return MoveWanted(rest, ((rest, where),)) if where is not None else None
    ways = _together(rest) or (*_by_the_nearer(rest), *splits(rest))
    loose = _A_BIT.match(rest) if not ways and not _together(rest) else None
    if loose is not None:
        return MoveWanted(loose["what"], ((loose["what"], Destination("way", way="aside", loosely="little")),))
    if particle == "away":
        return MoveWanted(rest, ways or ((rest, Destination("away")),))
    return MoveWanted(rest, _together(rest) or ways, may_add=found["placing"] is not None)


_GOALS = frozenset(("at", "corner", "wall", "on wall", "middle", "other side"))
"""Kinds of destinations that say where a thing is to stand in the end."""


def _by_the_nearer(rest: str) -> tuple[tuple[str, Destination], ...]:
    """*The cup on the desk, behind the laptop*: of two places the second says where on the first; () where there are no two."""
    head, comma, tail = rest.partition(", ")
    nearer = read_where(tail) if comma else None
    if nearer is None or nearer.kind not in ("at", "away") or nearer.relation == "on":
        return ()
    ways = splits(head)
    if nearer.kind == "away":  # 'on the other side of the table, away from the fire'
        return tuple((what, where) for what, where in ways if where.kind in _GOALS)
    return tuple(
        (what, replace(nearer, upon=where.what))
        for what, where in ways
        if where.kind == "at" and where.relation in ("on", "to", "end", "inside")
    )


def _together(rest: str) -> tuple[tuple[str, Destination], ...]:
    found = _TOGETHER.match(rest)
    if found is None:
        return ()
    return ((found["what"], Destination("together" if "together" in found["how"] else "apart")),)


def read_lift(text: str) -> Wanted | None:
    """*Raise the lamp by 10 cm*, *lower it a bit*; None where a clause asks for no such thing."""
    found = _LIFT.match(text)
    if found is None:
        return None
    what, amount = first_of(found, "up", "down"), first_of(found, "a", "a2", "b", "b2")
    if amount and read_where(f"by {amount}") is None:
        return None
    if not amount and splits(what):
        return None
    where = read_where(f"{amount or 'a bit'} {'up' if found['up'] else 'down'}")
    return None if where is None else MoveWanted(what, ((what, where),))


def read_centre(text: str) -> Wanted | None:
    """*Centre the rug under the table*, *align the chair with the desk*; None where a clause asks for no such thing."""
    found = _CENTRE.match(text)
    if found is None:
        return None
    what, where = found["what"], found["where"]
    if where is None:
        return MoveWanted(what, ((what, Destination("middle")),)) if text.startswith("centre") else None
    read = read_where(where)
    if read is None:
        return None
    if where.startswith(("with ", "to ")):
        read = Destination("align", read.what) if read.what else read
    elif not text.startswith("centre"):
        return None
    if text.startswith("centre") and read.kind == "at" and read.relation == "on":
        read = Destination("at", read.what, "centre")
    return MoveWanted(what, ((what, read),))


def read_should_stand(text: str) -> Wanted | None:
    """*The lamp should stand by the sofa*, *I want the cat on the bed*; None where a clause asks for no such thing."""
    found = _SHOULD_STAND.match(text)
    if found is None:
        return None
    if found["what2"]:
        ways = splits(found["what2"])
        return MoveWanted(found["what2"], tuple(ways), may_add=True) if ways else None
    where = read_where(found["where"])
    return None if where is None else MoveWanted(found["what"], ((found["what"], where),), may_add=True)


def read_line_up(text: str) -> Wanted | None:
    """*Line the chairs up along the left wall*; None where a clause asks for no such thing."""
    found = _LINE_UP.match(text)
    if found is None:
        return None
    what, said = first_of(found, "what", "what2", "what3"), first_of(found, "where", "where2")
    where = read_where(said) if said else None
    if said and (where is None or where.kind == "way"):
        return None
    return LineUpWanted(what, where)
