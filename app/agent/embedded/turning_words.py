"""Reads requests to turn: *rotate it 90 degrees clockwise*, *turn the armchair toward the window*, *make the chair face the desk*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.patterns import any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import FaceEachOther, TurnWanted, Wanted
from scenewright.scene.english import CARDINALS

__all__ = ["read_each_other", "read_turn"]

_NUMBER = r"-?\d+(?:\.\d+)?|" + "|".join(CARDINALS)
_VERB = any_of(
    "turn", "rotate", "spin", "swivel", "twist", "pivot", "swing", "face", "point", "orient", "angle", "aim", "direct", "flip", "tilt",
)  # fmt: skip
_TURNED_LOOSELY = any_of("turn", "rotate", "spin", "swivel", "twist", "pivot", "swing", "angle")
_SIDE = (
    r"(?P<clock>clock ?-?wise|to the right|right|cw)"
    r"|(?P<against>(?:counter|anti)[ -]?clock ?-?wise|to the left|left|ccw|against the clock)"
)
_PART = any_of("quarter", "half", "full", "right angle", "three quarters?")
_DEGREES = whole(
    rf"{_VERB} (?P<what>.+?),? (?:by |through |about )?(?:another |a further )?"
    rf"(?:(?P<n>{_NUMBER}) ?(?:degrees?|deg)|(?:a |one )?(?P<part>{_PART})(?:[ -](?:of a )?(?:turn|circle|rotation)|))"
    rf"(?: more| further)?(?: (?:{_SIDE}))?(?: around| round)?"
)
_DEGREES_LATER = whole(rf"{_VERB} (?P<what>.+?) (?:{_SIDE}) (?:by |through )?(?P<n>{_NUMBER}) ?(?:degrees?|deg)")
_GIVE = whole(rf"give (?P<what>.+?) a (?P<part>quarter|half|full)[ -]turn(?: (?:{_SIDE}))?")
_ROUND = any_of(
    "around", "round", "about", "back to front", "the other way(?: around| round)?", "over", "180", "upside down"
)
_AROUND = whole(
    rf"{_VERB} (?P<what>.+?) (?:all the way |completely )?{_ROUND}",
    r"(?:turn|flip|spin) (?:around|round) (?P<what2>.+)",
    r"(?P<what3>.+?) (?:should|must|needs to|has to) (?:turn|face|look) (?:around|the other way)",
)
_LITTLE = any_of("a bit", "a little", "slightly", "a little bit", "a lot")
_LOOSE = whole(
    rf"{_TURNED_LOOSELY} (?P<what>.+?)(?: (?P<loose>{_LITTLE}))?(?: more| further)?(?: (?:{_SIDE}))?(?: (?P<loose2>{_LITTLE}))?"
)
_SO_THAT = r"so (?:that )?(?:it|they) (?:is |are )?(?:faces?|looks? at|facing|points? (?:at|to|toward))"
_TO = any_of(
    _SO_THAT, "to face", "to look(?: at| toward| towards)?", "facing", "towards?", "to point (?:at|to|toward|towards)", "at", "to",
    "in the direction of", "into",
)  # fmt: skip
_NOT_NEAR = r"(?<!\bclosest)(?<!\bnearest)(?<!\bnext)(?<!\bclose)(?<!\bfarthest)(?<!\bfurthest)"
"""What stands before *to* is no *closest*: *the chair closest to the door* is one thing."""
_TO_FACE = whole(rf"{_VERB} (?P<what>.+?) (?:to face|to look at|{_SO_THAT})(?: towards?)? (?P<to>.+)")
"""Said wholly, this counts before a mere *at* or *to*: *turn the chair at the end of the table to face the door*."""
_TOWARD = whole(rf"{_VERB} (?P<what>.+?){_NOT_NEAR} {_TO}(?: towards?)? (?P<to>.+)")
_LOOKING = any_of(
    "face", "facing", "look at", "looking at", "look toward", "look towards", "point at", "point to", "point toward", "point towards",
    "look to",
)  # fmt: skip
_FACES = whole(
    rf"(?:make|have|let|get|i want|i would like) (?P<what>.+?) (?:to )?(?:be )?{_LOOKING}(?: towards?)? (?P<to>.+)",
    rf"(?P<what2>.+?) (?:should|must|needs to|has to|have to|need to|ought to) (?:be )?{_LOOKING} (?P<to2>.+)",
    r"(?:move|put|place|set) (?P<what3>.+?) so (?:that )?(?:it|they) (?:faces?|looks? at) (?P<to3>.+)",
)
_AWAY = whole(
    rf"(?:{_VERB}|make|have|let) (?P<what>.+?) (?:to )?(?:face |facing |look )?away from (?P<to>.+)",
    rf"{_VERB} (?P<what2>.+?)(?:'s)? (?:with )?(?:its |their )?backs? to (?P<to2>.+)",
)
_BACK = whole(rf"{_VERB} (?P<what>.+?) back(?: again)?(?: to (?:how|what|the way) .*)?")
_STRAIGHT = whole(
    r"(?:straighten|square up|true up)(?: up| out)? (?P<what>.+?)(?: up| out)?",
    rf"(?:{_VERB}|make|put|set|hang|get) (?P<what2>.+?) (?:straight|parallel to the walls?|square(?: to the walls?)?)",
)
_EACH_OTHER = whole(
    r"(?:make|have|let|turn|get|rotate|point)? ?(?P<what>.*?)(?: to| so (?:that )?they)? ?"
    r"(?:face|look at|facing|point at|toward|towards|face towards?) (?:each other|one another)"
)
_PARTS = {
    "quarter": 90.0,
    "half": 180.0,
    "full": 360.0,
    "right angle": 90.0,
    "three quarter": 270.0,
    "three quarters": 270.0,
}
_SIDES = frozenset(("left", "right", "the left", "the right"))


def read_turn(text: str) -> TurnWanted | None:
    """The turn that a clause asks for; None where it asks for none."""
    straight = _STRAIGHT.match(text)
    if straight is not None:
        return TurnWanted(first_of(straight, "what", "what2"), straight=True)
    back = _BACK.match(text)
    if back is not None:
        return TurnWanted(back["what"], back=True)
    degrees = _DEGREES_LATER.match(text) or _DEGREES.match(text) or _GIVE.match(text)
    if degrees is not None:
        part = degrees.groupdict().get("part")
        number = degrees.groupdict().get("n")
        value = _PARTS[part] if part else float(CARDINALS[number]) if number in CARDINALS else float(number or 0)
        return TurnWanted(degrees["what"], degrees=-value if degrees["clock"] else value)
    away = _AWAY.match(text)
    if away is not None:
        return TurnWanted(away["what"] or away["what2"], toward=away["to"] or away["to2"], away=True)
    around = _AROUND.match(text)
    if around is not None and not re.match(r"^(?:flip|tilt)\b.*\b(?:over|upside down)$", text):
        return TurnWanted(first_of(around, "what", "what2", "what3"), degrees=180.0)
    for pattern in (_FACES, _TO_FACE, _TOWARD):
        found = pattern.match(text)
        if found is None:
            continue
        groups = found.groupdict()
        what = groups["what"] or groups.get("what2") or groups.get("what3") or ""
        to = groups["to"] or groups.get("to2") or groups.get("to3") or ""
        if pattern is _TOWARD and (
            is_colour(to) or (to in _SIDES and not re.match(r"^(?:face|point|aim|orient)", text))
        ):
            continue
        if pattern is _TOWARD and re.match(r"^(?:a|an|some) ", to) and text.startswith("turn"):
            return None  # 'turn the bed into a sofa'
        return TurnWanted(what, toward=to)
    return _loosely(text)


def read_each_other(text: str) -> Wanted | None:
    """*Turn the chairs to face each other*; None where a clause asks for no such thing."""
    found = _EACH_OTHER.match(text)
    return None if found is None else FaceEachOther(found["what"].strip() or "them")


def _loosely(text: str) -> TurnWanted | None:
    found = _LOOSE.match(text)
    if (
        found is None
        or is_colour(found["what"].split()[-1])
        or re.search(r" (?:into|to|colour|off|on)\b", found["what"])
    ):
        return None
    loose = found["loose"] or found["loose2"]
    if not loose and not found["clock"] and not found["against"]:
        return TurnWanted(found["what"])
    value = {None: 90.0, "a lot": 90.0}.get(loose, 15.0)
    return TurnWanted(found["what"], degrees=-value if found["clock"] else value)
