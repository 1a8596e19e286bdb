"""Reads requests to remove: *get rid of the mug*, *clear the table*, *take the vase off the shelf*, *no more chairs*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.destinations import read_where, splits
from scenewright.app.agent.embedded.patterns import MODALS, any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import ClearWanted, RemoveWanted, Wanted

__all__ = ["read_clear", "read_off_it", "read_remove"]

_REMOVING = any_of(
    "remove", "delete", "erase", "discard", "toss(?: out| away)?", "eliminate", "dispose of", "get rid of", "do away with",
    "take away", "take out", "take down", "rip out",
    "pull down", "throw (?:away|out|off)", "chuck(?: out| away)?", "bin", "ditch", "trash", "scrap", "lose", "drop",
    "kill", "cut", "hide", "dump", "clear (?:away|out|up|off)",
)  # fmt: skip
_AWAY = any_of("away", "out(?: of (?:here|the room|the scene))?")
_HERE = any_of("any ?more", "here", "in here", "in the room", "there")
_REMOVE = whole(
    rf"{_REMOVING} (?P<a>.+)",
    rf"(?:take|throw|get|clear|chuck|toss) (?P<b>.+?) {_AWAY}",
    r"(?:take|pull) (?P<b2>(?!.* (?:a bit|cm|metres?)$).+) down",
    r"no more (?P<c>.+)",
    r"(?:pick up|grab|tidy away|put away) (?P<h>.+)",
    rf"(?:i|we) (?:do not|no longer) (?:want|need|like)(?: to (?:have|see|keep))? (?P<d>.+?)(?: {_HERE})?",
    rf"(?P<e>.+?) (?:{MODALS}|can) (?:go|go away|leave|disappear)",
    r"without (?P<f>.+)",
    r"(?:there should be|let there be|i want|we want|have) no (?P<g>.+)",
)
_MANNER = re.compile(r" (?:entirely|completely|altogether|totally|out|again)$")
_OUT = re.compile(r" (?:out|away)$")
_FROM_HERE = re.compile(r" from (?:the )?(?:room|scene|here|this room|view)$")
_OFF_IT = whole(
    r"(?:take|get|remove|clear|pick up|lift|grab) (?P<what>.+?) (?:off(?: of)?|down from|from(?: the top of)?) "
    r"(?P<of>(?:the|that|this|my|it|its|both|all|each)\b.*)"
)
_ALONG = re.compile(r" (?:away|back|further|farther|a bit|a little)$")
_EVERYTHING = frozenset(("everything", "all", "all things", "things", "the things", "all the things", "all the stuff"))
_CLEAR = whole(
    r"(?:clear(?: off)?|tidy(?: up)?|empty|clean(?: off| up)?) (?P<what>(?:the|this|that|both|all|my) .+)",
    r"(?:clear|empty) everything (?:off|from|on) (?P<off>.+)",
)


def read_remove(text: str) -> Wanted | None:
    """What a clause asks to remove; None where it asks for no such thing."""
    found = _REMOVE.match(text)
    if found is None:
        return None
    what = first_of(found, *"abcdefgh", "b2")
    if text.startswith("drop ") and splits(what):
        return None
    if found["e"] and read_where(what) is not None:
        return None
    return RemoveWanted(_FROM_HERE.sub("", _OUT.sub("", _MANNER.sub("", what))))


def read_off_it(text: str) -> Wanted | None:
    """*Take everything off the table*; None where a clause asks for no such thing."""
    found = _OFF_IT.match(text)
    if found is None:
        return None
    if _FROM_HERE.search(text):
        return RemoveWanted(_FROM_HERE.sub("", re.sub(r"^\w+ ", "", text)))
    if _ALONG.search(found["what"]):
        return None  # 'take the bin away from the desk' moves it
    holder = found["of"].removeprefix("of ")
    what = "everything" if found["what"] in _EVERYTHING else found["what"]
    return RemoveWanted(f"{what} on {holder}")


def read_clear(text: str) -> Wanted | None:
    """*Clear the table*: what stands on it; None where a clause asks for no such thing."""
    found = _CLEAR.match(text)
    return None if found is None else ClearWanted(_MANNER.sub("", first_of(found, "what", "off")))
