"""Reads parts of sentences that say only what is to be otherwise: *1.2 m wide is plenty*, *plain cream instead of the stripes*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.destinations import AMOUNT, amount_of, read_where, splits
from scenewright.app.agent.embedded.patterns import POINTED, any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import (
    AgainWanted,
    ExceptWanted,
    MoveWanted,
    PaintWanted,
    RemoveWanted,
    ResizeWanted,
    Wanted,
)

__all__ = ["read_fragment"]

_ENOUGH = (
    r"(?: (?:is|would be|will be|should be|are) (?:plenty|enough|fine|ok|okay|perfect|ideal|good|right|about right|better|best"
    r"|all right|alright|it)| (?:should|would|will|might) (?:do|be enough|suffice|work|be fine|be better|suit)(?: it| me| "
    r"nicely)?| max| maximum| at most| tops| instead)*"
)
_SIZE = {
    "wide": "width",
    "across": "length",
    "broad": "width",
    "high": "height",
    "tall": "height",
    "long": "length",
    "deep": "depth",
    "in height": "height",
    "in width": "width",
    "in length": "length",
    "in depth": "depth",
    "in diameter": "length",
    "thick": "height",
}
_MEASURE = whole(
    rf"(?:(?P<what>(?:it|they|(?:the|all|both|my|these|those|our) [\w ]+?|this|that)),? )?(?:more like |rather |no more than |at most |at "
    rf"least |make it "
    rf")*(?P<amount>{AMOUNT}) ?-?(?P<size>{'|'.join(_SIZE)}){_ENOUGH}"
)
_SUITS = whole(
    rf"(?P<colour>[a-z][a-z -]+?) (?:(?:would|might|could|will|should) (?:really |probably |definitely |also )*(?:suit|fit|look "
    rf"(?:so much |much |a lot )?(?:better|good|nice|great|lovely|nicer) (?:on|for)|go (?:better |well |nicely )?with|be "
    rf"(?:better|nicer|good|nice|great|lovely|perfect) (?:for|on)|work (?:better |well )?(?:for|on|with))|suits|looks (?:better"
    rf"|good|nicer) on|is (?:better|nicer|the colour|my choice) for) (?P<what>(?:{POINTED})\b[^,]*?)(?: better| more| well| "
    rf"nicely| best)*",
    rf"(?P<colour2>[a-z][a-z -]+?) (?:for|on) (?P<what2>(?:{POINTED})\b[^,]*)",
    rf"(?:paint|colour|use|i see|i want|go for|choose|pick|take) (?P<colour3>[a-z][a-z -]+?) (?:for|on) (?P<what3>(?:{POINTED})\b[^,]*)",
)
_NO_LONGER = whole(
    r"(?:in |make it |do it in |go |use |a |an )?(?:plain |simple |just |solid |pure )*(?P<colour>[a-z][a-z -]+?)(?:,)? "
    r"(?:instead of|rather than|not|in place of|and not|over) .+"
)
_AWAY = whole(
    r"(?P<what>both(?: of (?:them|these|those))?|all(?: of (?:them|it|these|those))?|them(?: all| both)?|it|that one|this one"
    r"|those|these|the lot|everything|(?:the|this|that|those|these|my|all the) [\w ]+?)(?: (?:can|should|must|have to|has to"
    r"|needs? to))?(?: (?:go|be))? (?:away|out|gone|off|removed)(?: again)?(?: with (?:it|them))?",
    rf"(?:away|off|out|down) with (?P<what2>(?:{POINTED})\b.*)",
    r"(?:and |also )?(?:no|not a single|zero) (?P<what3>(?!i |we |you |it |that |this |need|more light|way|idea|problem|worries"
    r"|thanks|thank)[\w ]+?)(?: "
    r"(?:either|at all|here|there|in here|please|any ?more))*",
)
_I_MEAN = whole(
    r"(?P<what>(?:the|my|that|this|those|these) [\w ]+?),? (?:i mean(?:t)?|that is|i was talking about|i am talking about|is "
    r"what i mean(?:t)?),? (?P<how>.+)"
)
_EXCEPT = whole(
    r"(?:but )?(?:except|not|apart from|but not|just not|only not|excluding|other than|leave out|all but|everything but|save)(?: "
    r"for| from)? (?P<what>(?:the|that|this|those|these|my) [^,]+?)(?:,.*|(?: which| that)? (?:one )?(?:was|is|should stay|can "
    r"stay|stays|were|are) .*)?",
    r"(?P<what2>(?:the|that|this|those|these|my) [^,]+?) (?:was|were|is|are) (?:fine|ok|okay|good|better|nicer|all right|alright"
    r"|perfect) (?:before|as (?:it|they) (?:was|were)|the way (?:it|they) (?:was|were)|how (?:it|they) (?:was|were))",
    r"leave (?P<what3>(?:the|that|this|those|these|my) [^,]+?) (?:as (?:it|they) (?:was|were)|the way (?:it|they) (?:was|were)"
    r"|how (?:it|they) (?:was|were)|alone|out of it|out)",
)


_ONLY = whole(r"(?:just|only)(?: for| on| with)? (?P<what>(?:the|that|this|those|these|my) [^,]+?)(?:,? not .+)?")


def read_fragment(text: str) -> Wanted | None:
    """What a clause asks for that is a part of a sentence; None where it is no such part."""
    for read in (_measure, _colour, _mean, _except, _away):
        found = read(text)
        if found is not None:
            return found
    return None


def _measure(text: str) -> Wanted | None:
    found = _MEASURE.match(text)
    size = amount_of(found["amount"])[0] if found is not None else None
    if found is None or size is None:
        return None
    return ResizeWanted(found["what"] or "it", _SIZE[found["size"]], size=size)


def _colour(text: str) -> Wanted | None:
    """*Yellow would suit it better*, *plain cream instead of the stripes*."""
    found = _SUITS.match(text)
    if found is not None and is_colour(first_of(found, "colour", "colour2", "colour3")):
        return PaintWanted(
            ((first_of(found, "what", "what2", "what3"), first_of(found, "colour", "colour2", "colour3")),)
        )
    other = _NO_LONGER.match(text)
    return AgainWanted(colour=other["colour"]) if other is not None and is_colour(other["colour"]) else None


def _mean(text: str) -> Wanted | None:
    """*The rug I mean, toward the door*."""
    found = _I_MEAN.match(text)
    if found is None:
        return None
    what, how = found["what"], found["how"]
    if is_colour(how):
        return PaintWanted(((what, how),))
    where = read_where(how)
    return MoveWanted(what, ((what, where),)) if where is not None else None


def _except(text: str) -> Wanted | None:
    """*Except the wardrobe, that one was fine*."""
    found = _EXCEPT.match(text)
    what = first_of(found, "what", "what2", "what3") if found is not None else ""
    only = _ONLY.match(text)
    if only is not None and (only["what"].startswith("the one") or not splits(only["what"])):
        return ExceptWanted(only["what"], only=True)
    return ExceptWanted(what) if what and not re.search(r"\bother\b", what) and not splits(what) else None


def _away(text: str) -> Wanted | None:
    found = _AWAY.match(text)
    return None if found is None else RemoveWanted(_plain(first_of(found, "what", "what2", "what3")))


def _plain(what: str) -> str:
    """*No cups* are all of the cups."""
    what = re.sub(r"^(?:more|of the) ", "", what)
    if re.match(
        rf"^(?:{any_of('the', 'this', 'that', 'those', 'these', 'my', 'all', 'both', 'it', 'them', 'everything')})\b",
        what,
    ):
        return what
    return f"the {what}"
