"""Reads requests that go on from the last change: *a bit more*, *the same for the lamp*, *no, the other one*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.colours import colour_at_end, is_colour
from scenewright.app.agent.embedded.destinations import AMOUNT, amount_of, splits
from scenewright.app.agent.embedded.patterns import MODALS, VERBS, any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import AgainWanted, OtherWanted, RestoreWanted, Wanted
from scenewright.scene.english import UNIT

__all__ = ["SAME", "read_again", "read_corrected", "read_instead", "read_restored"]

_MORE = whole(
    r"(?:a )?(?:little |tiny )?(?:bit )?(?:more|further|farther)(?: of (?:that|it))?",
    r"(?:even |still )(?:more|further)|keep going|some more|once more|one more time|repeat(?: (?:that|it))?",
    r"(?:and )?(?:do (?:it|that|this|the same) )?again",
    r"(?P<less>(?:a (?:little |bit )?)?less|not so (?:far|much)|not (?:that|as) (?:far|much)|(?:that is )?too (?:far|much|big|small)"
    r"|back a (?:bit|little)|a (?:bit|little) (?:less|back)|(?:too much,? )?half (?:of )?(?:that|as much))",
)
_SO_MUCH_MORE = whole(
    rf"(?:(?:by|and|make it|make that|go|move it|do) )*(?P<amount>{AMOUNT}) (?:more|further|farther|extra)(?: (?:in|to) (?:that|the same) "
    r"(?:way|direction))?",
    rf"(?:another|a further|an extra) (?P<amount2>{AMOUNT})(?: (?:more|further))?",
    rf"(?P<amount3>\d+(?:\.\d+)? ?(?:{UNIT})|an? (?:{UNIT})|half an? (?:{UNIT}))",
)
_AS_WELL = re.compile(r" (?:too|as well)$")
_SAME = whole(
    r"(?P<to0>(?:the|both|all|that|these|those) .+?) (?:the same(?: way| thing)?|likewise|ditto)",
    r"(?:do )?(?:the )?same (?:thing )?(?:for|to|with|goes for|on) (?P<to>.+)",
    r"(?P<to2>(?:the|both|all|that|these|those) .+|(?:the )?others?(?: ones?)?)(?: as well| too)?",
    r"(?:make|do) (?P<to3>.+?) the same(?: (?:way|colour))?",
)
SAME = "the same"
"""In place of a colour: that of the last change."""
_SAME_COLOUR = whole(
    r"(?:and )?(?:make |paint |colour |do )?(?P<what>(?:the|both|all|that|these|those|my) [^,]+?),? (?:in |with |to be |be )?(?:exactly "
    r")?the (?:very )?same "
    r"(?:colou?r|shade|tone|material|fabric|paint|finish|(?P<colour>[a-z]+(?: [a-z]+)?))(?: too| as well| please)*",
    r"(?:use |and |in )*the same (?:colou?r|shade|tone|material|fabric|paint|finish) (?:for|on|to|goes for|goes on) (?P<what2>(?:the|both"
    r"|all|that"
    r"|these|those|my) [^,]+?)(?: too| as well| please)*",
    r"(?:paint|colour|do|make) (?P<what3>(?:the|both|all|that|these|those|my) [^,]+?) to match(?: it| that| them)?",
)
_OTHERS = re.compile(r"^(?:the )?others?\b")
_NO = any_of(
    "no", "nope", "nah", "not that(?: one)?", "wait", "sorry", "i mean(?:t)?", "rather", "wrong one", "not this one"
)
_REALLY = r"(?:actually |really |in fact |of course |obviously |just |only )*"
_INSTEAD = whole(
    rf"(?:{_NO}[, ]+)*(?:i|we) {_REALLY}mean(?:t)? (?P<what5>(?:the )?other (?:one|\w+)(?: \w+)?|the other)(?: instead)?",
    rf"(?:{_NO}[, ]+)+(?:(?:i mean(?:t)?|on|to|put it on|use|take|make it) )?"
    r"(?P<what>(?:on )?(?:the )?other (?:one|\w+)(?: \w+)?|(?:on )?the other)(?: instead)?",
    rf"(?:{_NO}[, ]+)+(?P<what3>(?:on |to )?(?:the )?other side(?: of .+)?)",
    r"(?P<what2>(?:the )?other (?:one|\w+)) instead",
    r"not (?:the|that|this) .+?, (?:but )?(?P<what4>(?:the )?other(?: one|s)?)",
)
_CORRECTED = whole(
    rf"(?:{_NO}[, ]+)+(?:(?:i mean(?:t)?|i said|i want(?:ed)?|use|take|make (?:it|that)|rather|but) )*(?P<what>(?:the|that|those"
    rf"|my|both) .+)",
    rf"i {_REALLY}(?:mean(?:t)?|said|was thinking of|was talking about|was referring to) (?P<what2>(?:the|that) .+)",
    r"not (?:that|this|the) .+?, (?:but )?(?P<what3>the .+)",
    r"(?P<what4>the .+?),? (?:is what )?i (?:meant|mean|was talking about)",
)
_RESTORED = whole(
    r"(?P<what7>(?:the|my|our|that|those) [^,]+?|it|they) (?:can|may|could|should|must) "
    r"(?:come|go|be put) back(?: (?:again|now|in|here))*(?:,? though)?",
    r"(?:(?:may|can|could|might) (?:i|we) (?:please )?)?have (?P<what6>it|them|that) back(?: please| again)*",
    r"(?:put|hang|set|bring|stick) (?P<what5>it|them|that) back(?: (?:up|in|there|again|please|on the wall))+",
    r"(?:i|we) (?:do |really |actually )*(?:want|would like|need|miss) "
    r"(?P<what>(?:the|my|our|that|those) .+?) back(?: (?:again|in|please|here))*",
    r"(?:i|we) (?:want|would like|need|miss) (?P<what4>it|them|that) back(?: (?:again|in|please|here))*",
    r"(?:bring|give me|get) (?:back (?P<what2>(?:the|my|our|that|those) .+)|(?P<what3>(?:the|my|our|that|those) .+?) back(?: again| in)*)",
)
_WAY = re.compile(r"^(?:the )?other (?:way|direction)\b")
_OTHER_WAY = whole(
    r"(?:in |to )?(?:the |that is the )?(?:other|opposite|wrong) (?:way|direction)(?: (?:round|around|about))?(?: please)?"
    r"|reverse"
)
_GONE = re.compile(r" (?:away|out|off|gone|again)$")
_THE_ONE = re.compile(r"^(?:the|that|those) (?:\w+ )?ones? ")
_DOES = re.compile(rf"\b(?:{MODALS}|is|are|was|were|looks?)\b")
_SIDE = re.compile(r"^(?:on )?(?:the )?other side\b")


def read_again(text: str) -> Wanted | None:
    """More or less of the last change, or the same for other things; None where a clause asks for neither."""
    found = _MORE.match(text)
    if found is not None:
        return AgainWanted("less" if found["less"] else "more" if "more" in text or "further" in text else "")
    if _OTHER_WAY.match(text):
        return AgainWanted(how="other way")
    far = _SO_MUCH_MORE.match(text)
    metres = amount_of(first_of(far, "amount", "amount2", "amount3"))[0] if far is not None else None
    if metres is not None:
        return AgainWanted(metres=metres)
    coloured = _SAME_COLOUR.match(text)
    if coloured is not None and (coloured["colour"] is None or is_colour(coloured["colour"])):
        return AgainWanted(to=first_of(coloured, "what", "what2", "what3"), colour=SAME)
    same = _SAME.match(text)
    if same is None or re.match(rf"^(?:{VERBS})\b", text):
        return None
    if same["to2"] and not _AS_WELL.search(text) and not _OTHERS.match(text):
        return None
    return AgainWanted(to=_AS_WELL.sub("", first_of(same, "to", "to0", "to3", "to2")))


def read_corrected(text: str) -> Wanted | None:
    """*No, the left one*, *I meant the chair*; None where a clause corrects nothing so."""
    found = _CORRECTED.match(text)
    if found is None:
        return None
    what = first_of(found, "what", "what2", "what3", "what4").removesuffix(" instead")
    if _OTHERS.match(what) or _GONE.search(what) or _DOES.search(what) or colour_at_end(what):
        return None
    return OtherWanted(what) if _THE_ONE.match(what) or not splits(what) else None


def read_restored(text: str) -> Wanted | None:
    """*I want the chairs back*; None where a clause asks for no such thing."""
    found = _RESTORED.match(text)
    return (
        None
        if found is None
        else RestoreWanted(first_of(found, "what", "what2", "what3", "what4", "what5", "what6", "what7"))
    )


def read_instead(text: str) -> Wanted | None:
    """*No, the other one*: the last change on another thing, or at another, in place of that; None where it is not asked for."""
    found = _INSTEAD.match(text)
    if found is None:
        return None
    what = first_of(found, "what", "what2", "what3", "what4", "what5").removeprefix("on ").removeprefix("to ")
    if _WAY.match(what):
        return AgainWanted(how="other way")
    return AgainWanted(how="other side" if _SIDE.match(what) else "instead", to=what)
