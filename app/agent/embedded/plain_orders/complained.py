"""What people find wrong with a thing, as the order that mends it: *the door is blocked by the chair*, *the desk is not wide enough*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenewright.app.agent.embedded.patterns import POINTED, any_of, whole
from scenewright.app.agent.embedded.plain_orders.tables import table

__all__ = ["complained"]

_SUBJECT = rf"(?:{POINTED}\b)[^,]*?"
_IS = any_of("is", "are", "looks?", "seems?", "feels?", "sits?", "stands?", "hangs?", "appears?")
_VERY = (
    r"(?: (?:just|still|really|rather|quite|pretty|very|so|a bit|a little|a tad|way|far|much|kind of|sort of|slightly|somewhat"
    r"|awfully|terribly|"
    r"ridiculously|absurdly|incredibly|simply|a lot|a touch|too|bloody|damn|super|also|almost|completely))*"
)
_TOO = whole(
    rf"(?P<what>{_SUBJECT}) {_IS}(?P<very>{_VERY}) (?P<how>[\w-]+)(?: (?:in|for|here|compared|next to|against|beside|and|to be|on)\b.*)?"
)
_ENOUGH = whole(
    rf"(?P<what>{_SUBJECT}) {_IS} not(?: quite| nearly| really| at all)? (?P<how>[\w-]+) enough(?: (?:for|to|in|from) (?P<to>.+))?",
    rf"(?P<what2>{_SUBJECT}) (?:could|should|might|needs to|has to|ought to|must|can) (?:do with being|be|get|stand to be|use "
    rf"being)(?P<much> a lot| much| a bit| a little| way| slightly)? (?P<more>\w+er|more \w+)(?: .*)?",
)
_BLOCKS = whole(
    rf"(?P<what>{_SUBJECT}) (?:is |are )?(?:block(?:s|ing)?|obstruct(?:s|ing)?|cover(?:s|ing)?|hid(?:es|e|ing)|obscur(?:es|ing)"
    rf"|crowd(?:s|ing)?|touch(?:es|ing)?|bump(?:s|ing) into|(?:in|gets? in) the way of|(?:right |directly )?in front of|too close "
    rf"to|almost touching|pressed (?:up )?against|jammed (?:up )?against|squashed (?:up )?against) (?P<of>.+)",
    rf"(?P<of2>{_SUBJECT}) (?:is|are) (?:blocked|obstructed|hidden|covered|obscured|crowded) by (?P<what2>.+)",
)
_NEAR = whole(
    rf"(?P<what>{_SUBJECT}) {_IS}{_VERY} (?:far(?: away)?|distant|remote|miles away|a long way) from (?P<of>.+)",
    rf"(?P<what2>{_SUBJECT}) (?:is|are) not (?:close|near) enough to (?P<of2>.+)",
)
_IN_THE_WAY = whole(rf"(?P<what>{_SUBJECT}) (?:is|are|gets?|keeps? getting)(?: \w+)? in (?:the|my|our) way(?: [^,]*)?")
_WRONG_WAY = whole(
    rf"(?P<what>{_SUBJECT}) (?:is |are )?(?:fac(?:es|ing|e)|point(?:s|ing)?|look(?:s|ing)?|turned)(?: in)?(?: the)? (?:wrong "
    rf"(?:way|direction)|wall|backwards?)(?: .*)?",
    rf"(?P<what2>{_SUBJECT}) (?:is|are) (?:the wrong way (?:round|around)|back to front|backwards?|facing backwards?)",
)
_ASKEW = whole(
    rf"(?P<what>{_SUBJECT}) {_IS}{_VERY} (?:(?:hanging|standing|sitting|lying|all|a bit|slightly) )*(?:crooked|askew|wonky|skewed"
    rf"|slanted|lopsided|not straight|at an (?:odd |angle|weird "
    rf")?angle|tilted|off kilter|squint|not quite straight)(?: .*)?",
    r"(?:straighten(?: up| out)?|square up|set straight) (?P<what2>.+)",
    rf"(?:make|put|set|get|hang) (?P<what3>{_SUBJECT}) straight",
)
_BORED = whole(
    r"(?:i|we) (?:could do without|can do without|can live without|do not need|have no use for|would be happier without|would "
    r"rather not have"
    r"|have no need (?:for|of)|have had enough of|am done with|are done with) (?P<what>.+)",
    rf"(?P<what2>{_SUBJECT}) (?:has|have) (?:got )?to go|(?P<what3>{_SUBJECT}) (?:is|are) (?:not needed|unnecessary|superfluous"
    rf"|surplus|redundant"
    r"|one too many|pointless)(?: .*)?",
)
_MISSING = whole(
    r"there (?:is|are)(?: still| also)? (?P<new>(?:an?|no|some|two|three) [^,]+?) (?:missing|lacking|needed)(?: (?P<where>.+))?",
    r"there (?:is|are) no (?P<new2>[\w ]+?)(?: (?P<where2>(?:on|in|at|by|next to|near|under|above|over|beside|between|in front of) .+))?",
    r"(?P<where3>(?:the|my|this|that) [^,]+?) (?:has|have) no (?P<new3>[\w ]+)",
)
_ALL = frozenset(
    (
        "everything",
        "all",
        "the way",
        "my way",
        "the whole room",
        "the room",
        "us",
        "me",
        "everybody",
        "everyone",
        "the passage",
        "the path",
        "the walkway",
    )
)


def complained(text: str) -> Iterator[str]:
    """The orders that a complaint may stand for, the likeliest first."""
    for read in (_missing, _blocked, _by_size, _by_place, _by_turn, _unwanted):
        yield from read(text)


def _missing(text: str) -> Iterator[str]:
    """*There is a lamp missing on the nightstand*."""
    found = _MISSING.match(text)
    if found is None:
        return
    new = re.sub(r"^no ", "", found["new"] or found["new2"] or found["new3"])
    new = new if re.match(r"(?:an?|some|two|three)\b", new) else f"some {new}" if new.endswith("s") else f"a {new}"
    where = found["where"] or found["where2"] or (f"to {found['where3']}" if found["where3"] else "")
    yield f"add {new} {where}".strip()


def _blocked(text: str) -> Iterator[str]:
    found = _BLOCKS.match(text)
    if found is not None:
        of = found["of"] or found["of2"]
        way = "out of the way" if of in _ALL else f"away from {of}"
        yield f"move {found['what'] or found['what2']} {way}"
    found = _IN_THE_WAY.match(text)
    if found is not None:
        yield f"move {found['what']} out of the way"


def _by_size(text: str) -> Iterator[str]:
    lacking = _ENOUGH.match(text)
    if lacking is not None:
        what = lacking["what"] or lacking["what2"]
        more = lacking["more"] or table("adjectives").get(lacking["how"] or "")
        if more in ("higher", "lower") and lacking["more"] is None:
            yield f"move {what} {'up' if more == 'higher' else 'down'} a bit"
        if more:
            yield f"make {what}{lacking['much'] or ''} {more}"
    found = _TOO.match(text)
    if found is None:
        return
    what, very = found["what"], found["very"]
    much = (
        "much "
        if re.search(r"\b(?:way|far|much|ridiculously|absurdly|a lot)\b", very)
        else "a bit "
        if re.search(r"\b(?:a bit|a little|slightly|a tad|a touch)\b", very)
        else ""
    )
    for better, words in table("faults").items():
        if found["how"] in words.split("|"):
            yield f"make {what} {much}{better}"
    if found["how"] in ("high", "low") and "too" in very:
        yield f"move {what} {'down' if found['how'] == 'high' else 'up'} a bit"


def _by_place(text: str) -> Iterator[str]:
    found = _NEAR.match(text)
    if found is not None:
        yield f"move {found['what'] or found['what2']} closer to {found['of'] or found['of2']}"


def _by_turn(text: str) -> Iterator[str]:
    found = _WRONG_WAY.match(text)
    if found is not None:
        yield f"turn {found['what'] or found['what2']} around"
    askew = _ASKEW.match(text)
    if askew is not None:
        yield f"straighten {askew['what'] or askew['what2'] or askew['what3']}"


def _unwanted(text: str) -> Iterator[str]:
    found = _BORED.match(text)
    if found is not None:
        yield f"remove {found['what'] or found['what2'] or found['what3']}"
