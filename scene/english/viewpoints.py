"""Whose left and right a sentence means: the reference thing's own, the picture's, or those of somebody who looks from another place.

*The lamp left of the bed* is at the bed's own left hand, as in the relations of the language. A sentence may say another point of view:
*as seen from the camera*, *when facing the bed*, *for someone sitting on the sofa*, *looking from the door*, *on the plan*.
Descriptions, queries and questions share the rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["OWN", "Viewpoint", "take_viewpoint"]


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Whose left, right, front and back are meant.

    `kind`: own (of the reference thing, as it faces), picture (of the main camera), plan (seen from above, with the front wall
    below), facing (of somebody who looks at `viewer`, or, where that is '', at the reference thing from its front), or thing (of somebody
    at `viewer` who looks at the reference thing). `said`: whether the sentence says so. `viewer`: words of a noun phrase.
    """

    kind: str = "own"
    said: bool = False
    viewer: str = ""

    @property
    def seen(self) -> bool:
        """Whether directions are those of the main camera's picture."""
        return self.kind == "picture"


OWN = Viewpoint()

_EYE = (
    r"(?:main |default |first )?(?:camera|viewer|observer|picture|photo(?:graph)?|image|screen|user|spectator|audience|photographer"
    r"|onlooker|view|render(?:ing)?|rendered image)"
)
_HOW = (
    r"(?:own )?(?:point of view|viewpoint|view|perspective|pov|position|angle|side|standpoint|eyes?|vantage point"
    r"|frame(?: of reference)?)"
)
_ONE = (
    r"(?:someone|somebody|anyone|anybody|one|you|a (?:person|sleeper|sitter|guest|viewer|visitor)|the (?:person|sleeper"
    r"|sitter)|whoever|people|i|we)"
)
_SEEN = (
    r"(?:(?:as|when|if|while|and) )?(?:(?:it is|it's|they are|you are|one is|i am|being) )?"
    rf"(?:seen|viewed|looking|looked at|observed|watched|{_ONE} looks?(?: at (?:it|them))?|{_ONE} sees? (?:it|them)|looking at (?:it|them))"
)
_SITS = r"(?:sits?|sitting|seated|lies?|lying|laying|sleeps?|sleeping|rests?|resting|reclines?|reclining)"
_STANDS = r"(?:stands?|standing)"
_THING = r"(?:the|its|my|an?|this|that|their) (?!left\b|right\b)[\w' -]+?"
_END = r"(?=$|,| (?:is|are)\b)"
_WHEN = rf"(?:(?:,? *(?:as|when|if|while|for|to|and)) )?(?:{_ONE} )?(?:(?:is|are|am|who is|who)\b ?)?"

_LEFT = r"(?P<side>left|right)(?: hand)?(?:[ -]?side)?"
_SOMEBODYS = re.compile(
    rf"\b(?:on|to|at) (?:the )?(?:{_ONE}'s |your |my |one's |his |her |their )?{_LEFT}(?! (?:of|from)\b)"
)
_BESIDE_SITTER = re.compile(
    rf"\b(?:on|to|at) the {_LEFT} of {_ONE} (?:(?:who is|that is|who|is) )?(?P<how>{_SITS}|{_STANDS}) (?P<at>in front of|in|on|at|behind)"
    rf" (?P<thing>{_THING}){_END}"
)
_OWN_SIDE = re.compile(rf"(?:'s|\b(?:its|their)) own {_LEFT}\b")
_FROM_ITSELF = re.compile(rf",? *(?:{_SEEN} )?(?:from|in|by) (?:its|their) {_HOW}\b")
_FROM_SOME = re.compile(rf",? *(?:{_SEEN} )?(?:from|in) (?P<thing>{_THING})(?:'s|s') {_HOW}\b")
_FROM_VIEW_OF = re.compile(
    rf",? *(?:{_SEEN} )?(?:from|in) the {_HOW} of (?P<thing>{_ONE}|{_THING})(?: {_SITS} (?:in|on) (?P<seat>{_THING}))?{_END}"
)
_SITTERS_VIEW = re.compile(rf"\bfrom the {_HOW} of {_ONE} (?:(?:who is|that is|who|is) )?(?={_SITS}\b)")
_SITTING = re.compile(rf"{_WHEN}{_SITS} (?P<at>in|on|at) (?P<thing>it|{_THING}){_END}")
_FACING = re.compile(
    rf"(?:,? *(?:as|when|if|while) )(?:{_ONE} )?(?:(?:is|are|am) )?(?:(?:facing|faces?|looking at|looks? at"
    rf"|{_STANDS} in front of|{_STANDS} at the foot of)"
    rf" (?P<thing>it|them|{_THING}))(?: from (?:the front|its front|its foot|in front))?{_END}"
)
_FROM_FRONT_OF = re.compile(
    rf",? *{_SEEN} from (?:the front of|in front of|the foot of|its) (?P<thing>front|foot|{_THING}){_END}"
)
_ENTERING = re.compile(
    rf",? *(?:(?:as|when|if|while|upon|on) )?(?:{_ONE} )?(?:enters?|entering|comes? in|coming in|walks? in|walking in"
    rf"|steps? in)(?:(?:to|side)? (?:the|this) room)?"
    rf"(?: (?:through|by|from) the door)?{_END}"
)
_FROM_THING = re.compile(rf",? *{_SEEN} from (?P<thing>{_THING}){_END}")
_ABOVE = re.compile(
    rf",? *(?:(?:{_SEEN} )?from (?:straight |directly )?above{_END}|(?:{_SEEN} )?(?:in|on) (?:the "
    rf"|a )?(?:floor ?)?plan(?: view)?\b|in (?:a |the )?bird'?s[ -]eye view\b)"
)
_PICTURE_SIDE = re.compile(rf"\b(?P<at>on|to|at) (?:the |my |our )?(?:{_EYE}(?:'s)?[ -]|my |our |your ){_LEFT}")
_CAMERA_LEFT = re.compile(rf"\b(?:camera|screen|stage|frame|image|viewer)[ -]{_LEFT}(?P<of> of)?\b")
_PICTURE = re.compile(
    rf",? *(?:{_SEEN} )?\b(?:from|by|in|through) (?:(?:the|my|our|your|a) )?(?:{_EYE}(?:'s|s')?(?: {_HOW})?"
    rf"|{_HOW} of (?:the |a )?{_EYE})\b(?! (?:above|over|on|frame)\b)"
    rf"|,? *(?:{_SEEN} )?from (?:where (?:i|we|you) (?:am|are|stand)|my {_HOW}|our {_HOW}|here)\b"
    rf"|,? *{_SEEN} from (?:the )?(?:front|entrance side)(?: of the (?:room|scene))?\b"
)
_AWAY = re.compile(
    r"\b(?:farthest|furthest|farther|further|away|far|distance|m|metres?|meters?|nearest|closest|nearer|closer|first"
    r"|second|third)(?: \w+)?$"
)
_CAMERA = re.compile(rf"^(?:the |my |our |your |a )?{_EYE}$")


def take_viewpoint(text: str) -> tuple[str, Viewpoint]:
    """Take the words that say a point of view out of a sentence in lower case, with its apostrophes.

    Returns:
        The sentence without them, in which left and right are said of the reference thing; whose they are.
    """
    out = _SITTERS_VIEW.sub("when ", text.replace("\u2019", "'"))
    out = re.sub(r" *[()] *", " , ", out).strip(" ,")
    if not re.search(
        r"\b(?:left|right|front|behind|back|view|seen|camera|picture|facing|perspective|looking|side|image|photo|plan)",
        out,
    ):
        return text, OWN
    for take in (_by_sitter, _by_itself, _by_viewer):
        found = take(out)
        if found is not None:
            return " ".join(re.sub(r"(?: *, *)+", ", ", found[0]).split()).strip(" ,"), found[1]
    return text, OWN


def _by_sitter(text: str) -> tuple[str, Viewpoint] | None:
    """*On the left of someone lying in the bed*, *on your left when you sit on the sofa*."""
    beside = _BESIDE_SITTER.search(text)
    if beside:
        said = f"to the {beside['side']} of {beside['thing']}"
        return _BESIDE_SITTER.sub(said, text), Viewpoint(_of_sitter(beside["at"]), True)
    sitting = _SITTING.search(text)
    if sitting is None or not re.search(r"\b(?:left|right)\b", _SITTING.sub("", text)):
        return None
    rest, thing = f"{text[: sitting.start()]} {text[sitting.end() :]}", sitting["thing"]
    if re.match(r" *(?:as|when|if|while|for|to)\b|,", text[sitting.start() :]) is None:
        return None  # 'the cat sitting on the sofa'
    if thing == "it":
        return rest, Viewpoint(_of_sitter(sitting["at"]), True)
    aside = _SOMEBODYS.search(rest)
    if aside:
        return _SOMEBODYS.sub(f"to the {aside['side']} of {thing}", rest, count=1), Viewpoint(
            _of_sitter(sitting["at"]), True
        )
    return rest, Viewpoint("thing", True, thing)


def _of_sitter(at: str) -> str:
    """Who sits in a thing looks where it faces; who sits or stands at it looks at it."""
    return "facing" if at in ("at", "in front of") else "own"


def _by_itself(text: str) -> tuple[str, Viewpoint] | None:
    """*On the bed's own left*, *from the sofa's point of view*."""
    if _OWN_SIDE.search(text):
        return _OWN_SIDE.sub(lambda m: m[0].replace(" own", ""), text), Viewpoint("own", True)
    if _FROM_ITSELF.search(text):
        return _FROM_ITSELF.sub(" ", text), Viewpoint("own", True)
    for pattern in (_FROM_SOME, _FROM_VIEW_OF):
        match = pattern.search(text)
        if match is None or _CAMERA.match(match["thing"]):
            continue
        seat = match.groupdict().get("seat") or match["thing"]
        rest = f"{text[: match.start()]} {text[match.end() :]}"
        aside = _SOMEBODYS.search(rest)
        if aside:
            return _SOMEBODYS.sub(f"to the {aside['side']} of {seat}", rest, count=1), Viewpoint("own", True)
        return rest, Viewpoint("thing", True, seat)
    return None


def _by_viewer(text: str) -> tuple[str, Viewpoint] | None:
    """*As seen from the camera*, *when facing the bed*, *as you enter*, *looking from the door*, *on the plan*."""
    for pattern, kind in ((_FROM_FRONT_OF, "facing"), (_FACING, "facing"), (_ENTERING, "thing"), (_ABOVE, "plan")):
        match = pattern.search(text)
        if match is not None:
            thing = match.groupdict().get("thing") or ("the door" if kind == "thing" else "")
            viewer = "" if thing in ("it", "them", "front", "foot") or thing == "the room" else thing
            return f"{text[: match.start()]} {text[match.end() :]}", Viewpoint(kind, True, viewer)
    side = _PICTURE_SIDE.search(text)
    if side:
        text = _PICTURE_SIDE.sub(lambda m: f"{m['at']} the {m['side']}", text)
        return _PICTURE.sub(" ", text), Viewpoint("picture", True)
    aside = _CAMERA_LEFT.search(text)
    if aside:
        return _CAMERA_LEFT.sub(
            lambda m: f"{'to' if m['of'] else 'on'} the {m['side']}{m['of'] or ''}", text
        ), Viewpoint("picture", True)
    picture = _PICTURE.search(text)
    if picture and not _AWAY.search(text[: picture.start()].strip(" ,")):
        return f"{text[: picture.start()]} {text[picture.end() :]}", Viewpoint("picture", True)
    seen = _FROM_THING.search(text)
    if seen:
        return f"{text[: seen.start()]} {text[seen.end() :]}", Viewpoint("thing", True, seen["thing"])
    return None
