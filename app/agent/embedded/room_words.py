"""Reads requests about the whole room: *furnish the rest*, *tidy up*, *re-arrange the furniture*, *make it Japandi*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.patterns import any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import (
    FurnishWanted,
    MissingAsked,
    RearrangeWanted,
    RestyleWanted,
    TidyWanted,
    Wanted,
)
from scenewright.app.word_sets import word_set
from scenewright.assets.styles import is_style, names_style

__all__ = ["read_missing", "read_room_task"]

_ROOM = any_of(
    "(?:the |this |my |our )?(?:whole |entire )?(?:room|place|space|scene|apartment|flat|house)", "it", "this", "everything", "here",
    "in here", "all of (?:it|this)", "the (?:whole|rest|rest of it)", "the rest of (?:the|this|my) (?:room|place)",
)  # fmt: skip
_HERE = r"(?: (?:in here|here|in (?:this|the) (?:room|place)))?"
_MESS = any_of(
    "(?:the |this |all the |all this )?(?:clutter|mess|junk|stuff|rubbish|trash|untidiness|chaos)",
    "everything(?: that (?:lies|is lying) (?:about|around))?", "what (?:lies|is lying) (?:about|around)",
    "(?:all )?the things(?: that (?:lie|are lying) (?:about|around))?",
)  # fmt: skip
_FLOOR = r"(?: (?:from|off|on|up from) (?:the )?floor)?"
_FURNITURE = any_of(
    "(?:the |all the |this |my )?(?:furniture|things|objects|furnishings)", "everything", _ROOM, "the layout", "the furniture and .+",
)  # fmt: skip
_WELL = (
    r"(?: (?:better|sensibly|nicely|properly|well|neatly|a bit|anew|again"
    r"|in a (?:sensible|better|nicer|good) (?:way|arrangement|order|layout)))*"
)
_FURNISH = whole(
    rf"(?:furnish|complete|finish(?: furnishing)?|fill|fill up|fill in|kit out|equip) (?:{_ROOM})(?: up)?{_HERE}(?: for me)?",
    r"finish (?:the|this|my) (?:furnishing|decorating|interior)",
    r"add (?:everything|all|whatever|what|the things|anything) (?:that )?(?:is |are )?(?:still )?(?:missing|lacking|needed)"
    rf"{_HERE}",
    rf"add (?:all )?the (?:missing|rest of the|remaining) (?:things|furniture|pieces|objects|furnishings){_HERE}",
    r"add what (?:such a|a|this kind of|this) (?:\w+ )?(?:room|place|\w+) (?:still )?(?:needs|lacks|usually has|should have)",
    r"add the (?:usual|typical|rest of the) (?:furniture|things)",
)
_MISSING = whole(
    rf"what (?:else )?(?:is|are) (?:still )?(?:missing|lacking){_HERE}",
    r"what (?:does|do) (?:this|the|my) (?:room|place) (?:still )?(?:lack|need|miss)",
    rf"what (?:else )?(?:should|could) (?:i|we) (?:still )?add{_HERE}",
    rf"(?:is|does) (?:anything|something)(?: still)? missing{_HERE}",
)
_UP = any_of("tidy", "tidy up", "clean up", "clear up", "straighten up", "declutter", "de-clutter", "neaten up")
_BACK = (
    r"(?:away|back|(?:back )?(?:to )?where (?:it|they) (?:belongs?|goes?|should be)"
    r"|in (?:its|their) (?:proper )?places?)"
)
_TIDY = whole(
    rf"(?:{_UP}|clean){_HERE}(?: a bit| please)?",
    rf"{_UP} (?:{_ROOM}|{_MESS}){_FLOOR}{_HERE}",
    rf"(?:tidy|clean|clear) (?:{_MESS}|the room|this room|this place|the place|the floor|it) up{_HERE}",
    rf"(?:clear|remove|pick up|get rid of|take|put away|clean up|sort out) {_MESS}(?: up| away)?{_FLOOR}(?: away)?",
    rf"put (?:{_MESS}) {_BACK}",
    r"(?:clear|tidy|clean) the floor(?: up)?",
    rf"(?:make|get|leave) (?:{_ROOM}) (?:look |be )?"
    r"(?:tidy|tidier|neat|neater|less messy|less cluttered|less untidy|clean|cleaner)",
)
_REARRANGE = whole(
    rf"(?:re-?arrange|reorganise|reorganize|re-?order|re-?position|arrange) (?:{_FURNITURE}){_WELL}{_HERE}",
    rf"(?:put|bring|get|set) (?:{_FURNITURE}) (?:in|into|in to) "
    r"(?:order|a (?:sensible|better|nicer|good|proper) (?:arrangement|order|layout|place)|place)",
    r"(?:improve|fix|redo|rework) the (?:layout|arrangement|placement|room layout)(?: of (?:the|this) (?:room|furniture))?",
    r"(?:find|make|give (?:me|the room|it)) a (?:better|nicer|new|sensible|good|different) (?:layout|arrangement)(?: for .+)?",
    r"(?:move|shift|switch) (?:the|all the) furniture (?:around|about)",
    r"(?:bring|make) (?:some )?order(?: in(?:to)? (?:this|the) (?:chaos|room|mess))?",
    rf"(?:sort|sort out) (?:{_ROOM}|the furniture)",
)
_ALSO = re.compile(
    r",? and (?:then )?(?:add (?:what|whatever|everything|all that) (?:is|that is) missing|furnish (?:it|the rest)|complete it)$"
)
_LOOK = any_of(
    "style", "look", "feel", "feeling", "touch", "makeover", "vibe", "mood", "theme", "design", "flair", "character",
    "atmosphere",
)  # fmt: skip
_MORE = r"(?:more |a bit |a little |very |really |all |into |in |to |like |an? |the )*"
_OF_STYLE = r"(?: (?:style|look|styled|themed|room))?"
_BECOMES = whole(
    rf"(?:make|turn|have|let|get|want) (?P<a>.+?) (?:to )?(?:look |feel |be )?{_MORE}(?P<b>[\w' -]+?){_OF_STYLE}",
    rf"(?P<c>.+?) (?:should|must|could|has to|needs to|ought to) (?:look|feel|be|become) {_MORE}(?P<d>[\w' -]+?){_OF_STYLE}",
    rf"(?:i want|we want|i would like) (?P<e>.+?) (?:to look|to be|to feel|in) {_MORE}(?P<f>[\w' -]+?){_OF_STYLE}",
)
"""What becomes of things, where only the words tell where the things end and the style begins."""
_RESTYLE = whole(
    rf"give (?P<c>.+?) (?:an?|the|some) (?P<d>[\w' -]+?) {_LOOK}",
    r"(?:re-?style|re-?decorate|redesign|decorate|style|do up|make over|re-?do|transform|convert|refurbish) (?P<e>.+?) "
    rf"(?:in|as|into|to|to be|to look|for|with) (?:an? |the )?(?P<f>[\w' -]+?)(?: (?:{_LOOK}|room))?",
    rf"change the {_LOOK}(?: of (?P<g>.+?))? (?:to|into) (?:an? |the )?(?P<h>[\w' -]+?){_OF_STYLE}",
    r"(?:i want|i would like|we want|let us have|go for|let us go for|try|how about|use) (?:an? |the |some )?"
    rf"(?P<j>[\w' -]+?) {_LOOK}(?: (?:for|in|on) (?P<i>.+))?",
)
_LIKE = whole(
    r"(?:make|let|have) (?P<a>.+?) (?:look|be|feel) (?:just )?(?:like|the same as|similar to|as) (?P<b>.+)",
    r"(?:match|adapt|adjust) (?:the (?:style|look|looks|colours) of )?(?P<c>.+?) (?:to|with) "
    r"(?:the (?:style|look|looks|colours) of |that of )?(?P<d>.+)",
    r"(?:give|lend) (?P<e>.+?) the (?:style|look|looks|colours) of (?P<f>.+)",
    r"(?:carry|transfer|copy|apply|bring|take) the (?:style|look|looks|colours) of (?P<h>.+?) (?:over )?(?:to|onto|into) (?P<g>.+)",
    r"(?:restyle|redecorate|style) (?P<i>.+?) like (?P<j>.+)",
)
_WHOLE = re.compile(rf"^(?:{_ROOM})$")
_THINGS = re.compile(r"^(?:the|this|that|these|those|my|our|both|all|each|every) \w|^(?:it|them)$")
_DEGREE = re.compile(r"(?: (?:a bit|a little|more|very|really|look|feel|be|all))+$")
_VAGUE = word_set(
    """cosy cosier homely homelier warm warmer cool cold nice nicer pretty better inviting comfy comfortable interesting stylish fancy
    fancier bright brighter dark darker light lighter new bare simple"""
)
"""What is a wish with many ways to it rather than a style."""


def read_room_task(text: str) -> Wanted | None:
    """The request about the whole room that a clause is; None where it is none."""
    if _FURNISH.match(text):
        return FurnishWanted()
    plain = _ALSO.sub("", text)
    if _REARRANGE.match(plain):
        return RearrangeWanted(furnish=plain != text)
    if _TIDY.match(text):
        return TidyWanted()
    return _read_like(text) or _read_becomes(text) or _read_style(text)


def read_missing(text: str) -> Wanted | None:
    """*What is missing here?* None where a question is another."""
    return MissingAsked() if _MISSING.match(text) else None


def _read_like(text: str) -> Wanted | None:
    found = _LIKE.match(text)
    if found is None:
        return None
    what, like = first_of(found, *"acegi"), first_of(found, *"bdfhj")
    if not _THINGS.match(like) or names_style(like):
        return None
    return RestyleWanted(what="" if _WHOLE.match(what) else what, like=like)


def _read_becomes(text: str) -> Wanted | None:
    """*Make the sofa more Victorian*: the longest style that the clause ends with."""
    found = _BECOMES.match(text)
    if found is None:
        return None
    words = f"{first_of(found, *'ace')} {first_of(found, *'bdf')}".split()
    for at in range(1, len(words)):
        what, style = _DEGREE.sub("", " ".join(words[:at])), " ".join(words[at:])
        if (
            (_WHOLE.match(what) or _THINGS.match(what))
            and is_style(style)
            and style not in _VAGUE
            and not is_colour(style)
        ):
            return RestyleWanted(style, "" if _WHOLE.match(what) else what)
    return None


def _read_style(text: str) -> Wanted | None:
    """*Give the room an industrial look*. What is called a style and is none that is known is one nevertheless."""
    found = _RESTYLE.match(text)
    if found is None:
        return None
    what, style = first_of(found, *"cegi"), first_of(found, *"dfhj")
    if re.search(rf"\b{_LOOK}\b", text) is None and not names_style(style):
        return None
    if what and not _WHOLE.match(what) and not _THINGS.match(what):
        return None
    return RestyleWanted(style, "" if not what or _WHOLE.match(what) else what)
