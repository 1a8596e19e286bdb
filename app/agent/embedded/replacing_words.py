"""Reads requests to replace, swap, copy and rename things."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.colours import colour_at_end, is_colour
from scenewright.app.agent.embedded.destinations import read_where, splits
from scenewright.app.agent.embedded.numbers_said import number_of
from scenewright.app.agent.embedded.patterns import ADDING, any_of, first_of, whole
from scenewright.app.agent.embedded.sizes_words import read_resize
from scenewright.app.agent.embedded.steps_words import TIMES
from scenewright.app.agent.embedded.wanted import CopyWanted, RenameWanted, ReplaceWanted, SwapWanted, Wanted

__all__ = ["OTHER_KIND", "read_copy", "read_other_kind", "read_rename", "read_replace", "read_swap"]

OTHER_KIND = "another kind"
"""What a thing is replaced by where only another one of its kind is asked for."""
_CHANGED = any_of("change", "turn", "convert", "transform", "swap", "switch")
_GIVEN = any_of(
    "put", "use", "have", "i want", "i would like", "i would prefer", "i would rather have", "place", "give me",
)  # fmt: skip
_POINTER = any_of("the .+?", "it", "this", "that", "them", "these", "those")
_REPLACE = whole(
    r"(?:replace|substitute|exchange|swap(?: out)?|switch(?: out)?|trade|change out|change|upgrade) (?P<with1>.+?) "
    r"(?:with|for|against|through|by(?! (?:the|my|our)\b.* (?:with|for) an?\b)) (?P<with2>.+)",
    rf"(?:{_CHANGED}|make) (?P<into1>.+?) (?:in)?to (?P<into2>(?:a|an|some|another|two|three) .+|be an? .+)",
    rf"{_CHANGED} (?P<bare1>.+?) (?:in)?to (?P<bare2>.+)",
    rf"{_GIVEN} (?P<for2>(?:a|an|some) .+?) (?:instead of|in place of|rather than) (?P<for1>.+)",
    rf"instead of (?P<instead1>.+?),? (?:{_GIVEN} )?(?P<instead2>(?:a|an|some) .+)",
    rf"make (?P<make1>{_POINTER}) (?P<make2>an? .+)",
    r"(?P<be1>the .+?) should be (?P<be2>an? .+)",
)
_WAYS_TO_SAY = ("with", "into", "bare", "for", "instead", "make", "be")
_ARTICLE = re.compile(rf"^(?:{ADDING})\b")
_SWAPPED = re.compile(r"^(?:swap|switch|exchange|trade)\b.* with ")
_NO_THING = re.compile(r"^(?:face|look|point|be \d)")
_SIDE = re.compile(r"^(?:the (?:left|right|front|back)|left|right)\b")
_AMOUNT = re.compile(r"^an? (?:bit|little|lot|third|quarter|half|tad|metre|meter|foot|good|lil|wee|touch)\b")
_SWAPPING = any_of("swap", "exchange", "switch", "interchange", "trade")
_PLACES = any_of("around", "over", "places", "positions")
_SWAP = whole(
    rf"{_SWAPPING}(?:(?: the)? (?:places?|positions?) of| places (?:of|between)| around)? (?P<a>.+?) (?:with|and) (?P<b>.+?)"
    rf"(?: {_PLACES})?",
    rf"{_SWAPPING} (?P<both>them(?: both| two)?|these(?: two)?|those(?: two)?|the two(?: of them)?|the pair|both(?: of them)?|the .+)(?: "
    rf"{_PLACES})?",
    r"put (?P<c>.+?) where (?P<d>.+?) is and vice versa",
    r"(?:let|have|make) (?P<e>.+?) and (?P<f>.+?) (?:swap|change|switch|trade) places",
)
_RENAME = whole(
    r"(?:rename|relabel) (?P<a>.+?) (?:to|as|into|in) (?P<b>.+)",
    r"(?:call|name|label) (?P<c>(?:the|this|that|it|these|my)\b.*?|it|this|that) (?P<d>(?:the |a |an )?[\"']?[\w][\w -]*[\"']?)",
    r"(?:change|set) the name of (?P<e>.+?) (?:to|into) (?P<f>.+)",
    r"give (?P<g>.+?) the name (?P<h>.+)",
)
_COPIES = any_of("copy", "copies", "duplicates?", "clones?")
_COPY = whole(
    rf"(?:duplicate|copy|clone|double up|make (?:me )?(?P<n>a|another|one|two|three|four|five|\d+) {_COPIES} of"
    rf"|add (?P<n2>a|another|\w+) {_COPIES} of|i (?:want|need) (?P<n3>a|another|\w+) {_COPIES} of) "
    r"(?P<what>.+?)(?: (?P<times>once|twice|thrice|\w+ times))?"
)
_PLACE_OF_COPY = re.compile(r"^(?:and|to|beside|next|onto|\d)")


def read_replace(text: str) -> Wanted | None:
    """What a clause asks to replace, and by what; None where it asks for no such thing."""
    found = _REPLACE.match(text)
    if found is None:
        return None
    way = next(w for w in _WAYS_TO_SAY if found[f"{w}1"])
    what, by = found[f"{way}1"], found[f"{way}2"]
    if way == "with" and _SWAPPED.match(text) and not _ARTICLE.match(by):
        return None  # two things that are here change places
    if way in ("into", "bare") and (is_colour(by) or _NO_THING.match(by)):
        return None
    if way == "bare" and _SIDE.match(by) and read_where(f"to {by}") is not None:
        return None
    by = by.removeprefix("be ")
    if way in ("make", "be") and (colour_at_end(by) is not None or _AMOUNT.match(by)):
        return None
    return ReplaceWanted(what, by)


_OTHER_KIND = whole(
    rf"(?:{_GIVEN}|get(?: me)?|try|add|find(?: me)?|i need|we need|choose|pick|use|show(?: me)?|make it)? ?(?:a|an|some)? "
    rf"?(?:different|another (?:kind|type|sort|style|model|version) of|a new kind of|other (?:kinds?|types?) of) "
    rf"(?P<what>(?!colou?r|size|place|position|look|style|light)[a-z ]+?)(?: instead| please)?",
    r"(?:change|vary|exchange|switch|renew|update) (?!.* (?:for|to|with|into|by|around|over|on|off|and)\b(?! (?:a different"
    r"|another)))(?P<what2>the [a-z ]+?)(?: for (?:a different|another) one| to (?:a different"
    r"|another) (?:one|kind|model|style)| with (?:a different|another) one)?",
    r"(?:replace|swap|exchange|switch|trade)(?: out)? (?P<what3>the [a-z ]+?) (?:with|for|by) (?:a different|another|some other|a "
    r"new)(?: (?:one|kind|model|style|type))?",
)
_OTHER_SIZE = whole(
    r"(?:replace|swap|exchange|switch|change|trade)(?: out)? (?P<what>.+?) (?:with|for|by|to) (?:something|a|an|one that is"
    r"|anything)(?: a bit| a little| much| a lot)? ?(?P<how>\w+er)(?: one)?"
)


_ANOTHER = whole(
    r"(?:replace|change|exchange|swap|renew) (?P<what>it|them|this|that|these|those)(?: (?:for|with|by|to) (?:another|a different"
    r"|some other)(?: (?:one|kind))?)?(?: out)?"
)


def read_other_kind(text: str) -> Wanted | None:
    """*A different sofa*, *swap the rug for something bigger*; None where a clause asks for no other one of what is here."""
    size = _OTHER_SIZE.match(text)
    if size is not None:
        return read_resize(f"make {size['what']} {size['how']}")
    another = _ANOTHER.match(text)
    if another is not None:
        return ReplaceWanted(another["what"], OTHER_KIND)
    found = _OTHER_KIND.match(text)
    if found is None:
        return None
    what = first_of(found, "what", "what2", "what3")
    return ReplaceWanted(what if what.startswith("the ") else f"the {what}", OTHER_KIND)


def read_swap(text: str) -> Wanted | None:
    """Which things are to change places; None where a clause asks for no such thing."""
    found = _SWAP.match(text)
    return None if found is None else SwapWanted(first_of(found, "a", "c", "e", "both"), first_of(found, "b", "d", "f"))


def read_copy(text: str) -> Wanted | None:
    """What is to be copied, and how often; None where a clause asks for no such thing."""
    found = _COPY.match(text)
    if found is None:
        return None
    number = number_of(first_of(found, "n", "n2", "n3") or "a") or 1
    times = found["times"]
    if times:
        number = TIMES.get(times) or number_of(times.split()[0]) or 1
    what, ways = found["what"], splits(found["what"])
    if ways and _PLACE_OF_COPY.match(what[len(ways[-1][0]) :].strip()):
        return CopyWanted(ways[-1][0], number, ways[-1][1])
    return CopyWanted(what, number)


def read_rename(text: str) -> Wanted | None:
    """What is to be renamed, and how; None where a clause asks for no such thing."""
    found = _RENAME.match(text)
    return None if found is None else RenameWanted(first_of(found, *"aceg"), first_of(found, *"bdfh"))
