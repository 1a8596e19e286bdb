"""Reads complaints and wishes: *the lamp is way too big*, *the plant is too close to the door*, *it feels empty in here*."""

from __future__ import annotations

from scenewright.app.agent.embedded.destinations import splits
from scenewright.app.agent.embedded.patterns import POINTED, any_of, first_of, whole
from scenewright.app.agent.embedded.remarks_said import about_of, is_statement
from scenewright.app.agent.embedded.sizes_words import read_resize
from scenewright.app.agent.embedded.wanted import Destination, MoveWanted, Remark, Unread, VagueWish, Wanted

__all__ = ["as_remark", "read_complaint", "read_kept", "read_remark", "read_wish"]

_OPPOSITE = {
    "big": "smaller", "large": "smaller", "huge": "smaller", "small": "bigger", "tiny": "bigger", "little": "bigger",
    "tall": "shorter", "short": "longer", "long": "shorter", "wide": "narrower", "narrow": "wider", "thin": "thicker", "thick": "thinner",
    "deep": "shallower",
}  # fmt: skip
_IS = any_of("is", "are", "looks?", "seems?", "feels?")
_TOO = any_of("way too", "far too", "much too", "a bit too", "a little too", "a tad too", "slightly too", "too")
_COMPLAINT = whole(
    rf"(?P<what>(?:{POINTED})\b ?.*?) {_IS} (?P<too>{_TOO}) (?P<size>{'|'.join(_OPPOSITE)})",
    rf"(?P<what2>(?:{POINTED})\b ?.*?) (?:{_IS}|stands?|hangs?|sits?) {_TOO} (?P<how>close|near|far|high|low)(?: up| down)?"
    r"(?: (?:to|from|away from) (?P<to>.+))?",
)
_STEPS = {"way": "much", "far": "much", "much": "much"}

_PLACE = any_of(
    "it",
    "this",
    "the room",
    "this room",
    "the place",
    "this place",
    "the whole (?:room|thing|place)",
    "everything",
    "my room",
)
_MORE_OF = any_of(
    "a bit",
    "a little",
    "a lot",
    "much",
    "somewhat",
    "more",
    "even",
    "way",
    "too",
    "so",
    "kind of",
    "sort of",
    "very",
    "really",
)
_WISHED = {
    "empty": "empty|bare|unfinished|sparse|naked|fuller|less empty",
    "cosy": "cos(?:y|ier)|coz(?:y|ier)|homely|homelier|warm|warmer|cold|nice|nicer|pretty|prettier|better|inviting|comfy|comfier"
    "|comfortable|boring|dull|less boring|interesting|stylish|modern|fancy|fancier",
    "light": "dark|darker|bright|brighter|gloomy|light|lighter|less dark",
    "space": "cramped|crowded|full|cluttered|tight|messy|spacious|tidier|tidy|less crowded|roomier",
    "colour": "colourful|grey|colourless|cheerful|happier|livelier|lively",
}
_OF_WHAT = {
    "light": "light|lights|lighting|lamps?",
    "space": "space|room",
    "colour": "colours?",
    "cosy": "life|atmosphere|style|character",
}
_HERE = r"(?: (?:in here|here|in this room|in the room))?"
_DEGREE = rf"(?:{_MORE_OF} )*"
_WISH_ABOUT = {
    about: whole(
        rf"(?:make|get|have|let) {_PLACE} (?:look |feel |be )?{_DEGREE}(?:{words}){_HERE}",
        rf"{_PLACE} (?:should|could|must|needs? to|has to) (?:be|look|feel|get) {_DEGREE}(?:{words}){_HERE}",
        rf"(?:i (?:think|find|feel) )?{_PLACE} (?:is|feels|looks|seems) {_DEGREE}(?:{words}){_HERE}",
        *(
            [rf"(?:i|we|it|the room) (?:need|needs|want|could use) (?:{_MORE_OF} )+(?:{of}){_HERE}"]
            if (of := _OF_WHAT.get(about))
            else []
        ),
    )
    for about, words in _WISHED.items()
}
_REMARK = whole(
    r"there (?:is|are) (?:no|not enough|hardly any|too (?:much|many)|something|nothing) .+",
    rf"(?:{POINTED})\b ?.* {_IS} (?:{_TOO}|so|odd|ugly|wrong|in the way|strange|weird|useless|nice but) ?.*",
    r"i (?:can not|could not|do not) (?:see|reach|open|get) .+",
    r"(?:i|we) (?:really |just |absolutely |kind of )*(?:hate|detest|loathe|can not stand|dislike|am not a fan of|am (?:so "
    r"|really |a bit )*(?:sick|tired|bored|fed up)) .+",
    r"(?:because|since) .+|(?:it|that) (?:does not|do not) (?:fit|look) .+|i have (?:guests|friends|visitors|people) .+",
)


def read_complaint(text: str) -> Wanted | None:
    """The change that *too big* or *too close to* asks for; None where a clause is no such complaint."""
    found = _COMPLAINT.match(text)
    if found is None:
        return None
    if found["size"]:
        loosely = {"a bit": "a bit ", "a little": "a bit ", "slightly": "a bit "}.get(
            found["too"].removesuffix(" too"), ""
        )
        much = "much " if found["too"].split()[0] in _STEPS else loosely
        return read_resize(f"make {found['what']} {much}{_OPPOSITE[found['size']]}")
    what, to = found["what2"], first_of(found, "to")
    if found["how"] in ("high", "low"):
        where = Destination("way", way="down" if found["how"] == "high" else "up", loosely="little")
    elif to:
        where = Destination("closer" if found["how"] == "far" else "away", (to,))
    else:
        return None
    return MoveWanted(what, ((what, where),))


def read_wish(text: str) -> Wanted | None:
    """A wish that names no change; None where a clause is none."""
    for about, pattern in _WISH_ABOUT.items():
        if pattern.match(text):
            return VagueWish(text, about)
    return None


def as_remark(unread: Unread) -> Wanted:
    """A statement beside a request as a remark; the same clause where it states nothing."""
    if _BARE_NAME.match(unread.text) and not is_statement(unread.text):
        return Remark(unread.text, unread.text)  # 'the desk, put it by the window'
    return Remark(unread.text, about_of(unread.text)) if is_statement(unread.text) else unread


_BARE_NAME = whole(r"(?:and )?(?:the|my|that|this|those|these) \w+(?: \w+)?(?: \w+)?")
_KEPT = whole(
    rf"(?:keep|leave) (?P<what>(?:{POINTED})\b.*?) (?:where|as|how|the way) (?:it|they) (?:is|are|was|were)(?: now)?",
    rf"(?:keep|leave) (?P<what2>(?:{POINTED})\b.*?) (?:alone|in place|in peace|there|put|unchanged|untouched|be)",
    r"leave (?P<what3>(?:the|my|that|this|those|these) (?!.* (?:on|lit|burning)$)[\w ]+)",
    rf"(?:do not|never) (?:touch|move|change) (?P<what4>(?:{POINTED})\b.*)",
)
"""What is to stay as it is."""


def read_kept(text: str) -> Wanted | None:
    """*Keep the bed where it is* as a remark about the bed; None where a clause says no such thing."""
    found = _KEPT.match(text)
    if found is None:
        return None
    what = first_of(found, "what", "what2", "what3", "what4")
    return None if splits(what) else Remark(text, what)


def read_remark(text: str) -> Wanted | None:
    """What only gives a reason; None where a clause is no such remark."""
    if _REMARK.match(text) is None:
        return None
    return Remark(text, about_of(text))
