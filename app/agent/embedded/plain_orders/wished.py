"""What people say of a thing when they mean an order about it: *the lamp would look better by the sofa*, *the desk needs turning*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenewright.app.agent.embedded.destinations import read_where
from scenewright.app.agent.embedded.patterns import ADDING, POINTED, any_of, whole
from scenewright.app.agent.embedded.plain_orders.openings import as_imperative
from scenewright.app.agent.embedded.plain_orders.verb_forms import base_of_participle

__all__ = ["wished"]

_SURELY = (
    r"(?: (?:really|probably|definitely|maybe|actually|just|also|perhaps|all|both|only|still|now|then|instead|better|always"
    r"|possibly|not))*"
)
_WOULD = any_of(
    "would", "might", "could", "should", "may", "will", "can", "has to", "have to", "needs? to", "need", "ought to", "must", "is to",
    "are to",
    "(?:has|have) got to", "wants? to", "(?:is|are) meant to", "(?:is|are) supposed to", "deserves? to", "had better", "better", "shall",
    "should not", "would not", "could not",
)  # fmt: skip
_STANDING = any_of(
    "be", "look", "go", "face", "sit", "stand", "hang", "lie", "live", "come", "move", "fit", "work", "feel", "get", "become", "turn",
    "stay", "belong", "rest", "have been", "be better off", "be happier",
)  # fmt: skip
_BETTER = (
    r"(?: (?:so |much |a lot |far |way |a bit |even |really |quite |very )*(?:better|nicer|good|great|lovely|best|nice|cool"
    r"|perfect|fine|well|prettier|neater|happier|cute|sweet|safer|handier|easier|cosier|comfier|more at home))?"
    r"(?: off)?(?: if (?:it|they) (?:was|were|is|are|went|stood|sat|faced|had))?(?: as)?"
)
_LINK = any_of(
    rf"{_WOULD}{_SURELY} {_STANDING}{_BETTER}",
    r"belongs?(?: better)?",
    r"(?:fits?|looks?|works?|sits?|goes|is|are) (?:so much |much |a lot )?better(?: off)?", r"wants?(?: to (?:be|go))?",
    rf"{_WOULD}{_SURELY}",
)  # fmt: skip
_SUBJECT = rf"(?:{POINTED}\b|everything|anything)[^,]*?|it|they|that|this"
_SAID = whole(rf"(?P<what>{_SUBJECT}),? (?P<link>{_LINK}) (?P<how>.+)")
_ASKED = whole(
    rf"(?:can|could|should|would|will|might|shall|may|can not|could not|should not|would not|must)(?: not)? (?P<what>{_SUBJECT}) "
    rf"(?:{_SURELY.strip()} ?)?(?P<link>{_STANDING}{_BETTER}|face|have) (?P<how>.+)"
)
_IF = whole(
    rf"(?:what if|what about if|how about if|it would be (?:nice|good|great|better|lovely|cool) if|i wish|i would (?:like|prefer"
    rf"|love) it if|wish|would it (?:look|be|work) (?:better|nice|nicer|good) if|how would it (?:look|be) if|suppose|imagine|what "
    rf"would it look like if|can we have it so)"
    rf" (?P<what>{_SUBJECT}) (?P<link>was|were|is|are|went|goes|go|stood|stands|sat|had|have|has|faced|faces|looked|looks|got"
    rf"|hung|came|could be|would be|could go) (?P<how>.+)"
)
_HAS = whole(
    rf"(?P<what>{_SUBJECT}|i|we|there|the (?:room|place)|this (?:room|place)) (?:really |also |still |definitely |just "
    rf")*(?:needs?|could use|could do with|wants?|is missing|are missing|is lacking|lacks?|would be nicer with|would look (?:good"
    rf"|better|nice|great) with|calls for|is crying out for|should have|deserves?|requires?|(?:would|could) benefit from|(?:is"
    rf"|are) crying out for|must have|has to have|ought to have)"
    rf" (?P<new>(?:{ADDING}|more)\b .+|\w+ing(?: .+)?)"
)
_HERE = frozenset(
    (
        "i",
        "we",
        "there",
        "it",
        "this",
        "the room",
        "the place",
        "this room",
        "this place",
        "everything",
        "the whole room",
    )
)
_THING_ALONE = frozenset(("it", "this"))
_PEOPLE = frozenset(("they", "he", "she", "people", "everyone", "the kids", "the guests"))
_GONE = whole(
    r"(?:gone|removed|away|out(?: of (?:here|the room|sight))?|history|rubbish|trash|disappear|vanish|leave|go)"
)
_FACING = whole(
    r"(?:to )?(?:be )?(?:facing|face|looking(?: at| towards?| to)?|look(?: at| towards?)|pointing(?: at| to| towards?)|turned "
    r"(?:to|towards?)|point(?: at| to| towards?)|angled (?:to|towards?)|aimed at) (?P<to>.+)"
)
_TURNED = re.compile(r"\b(?:degrees|deg|around|round|quarter|clockwise|about|sideways|half a turn|the other way)\b")
_SERVING = whole(
    r"(?:shade|light(?: up)?|illuminate|shine on|serve|be for|give shade to|give light to) (?P<to>(?:the|my|that|this|both) "
    r"[^,]+?)(?:,? (?:and )?not .+)?"
)
"""What a thing does only where it stands by something."""
_HAVING = whole(rf"(?:with|have|having) (?P<new>(?:{ADDING}|more)\b .+)")


def wished(text: str) -> Iterator[str]:
    """The orders that a clause about a thing may stand for, the likeliest first."""
    needed = _HAS.match(text)
    if needed is not None:
        yield from _needed(needed["what"], needed["new"])
    for pattern in (_IF, _ASKED, _SAID):
        found = pattern.match(text)
        if found is None:
            continue
        what, how = found["what"], found["how"]
        link = found["link"].split()[-1]
        if link in ("faced", "faces", "face"):
            yield f"turn {what} to face {how}"
        if link in ("had", "have", "has"):
            how = f"with {how}"
        yield from _become(what, how)


def _needed(what: str, new: str) -> Iterator[str]:
    """*The desk needs a lamp*, *the sofa needs turning around*."""
    order = as_imperative(new if " " in new else f"{new} it")
    if order != new and order.split()[0] != new.split(maxsplit=1)[0]:
        verb, _, rest = order.partition(" ")
        yield f"{verb} {what}" if " " not in new else f"{verb} {what} {rest}"
        return
    if what in _THING_ALONE or (what not in _HERE and what not in _PEOPLE):
        yield f"give {what} {new}"
    if what in _PEOPLE:
        yield f"add {new}"
    yield f"add {new}" if what in _HERE else f"add {new} to {what}"
    if what not in _HERE:
        yield f"add {new}"
        yield f"make {what} have {new}"


def _become(what: str, how: str) -> Iterator[str]:
    """The orders by which a thing comes to be *how*: there, of that colour or size, facing that."""
    if _GONE.match(how):
        yield f"remove {what}"
        return
    facing = _FACING.match(how)
    if facing is not None:
        yield f"turn {what} to face {facing['to']}"
    having = _HAVING.match(how)
    if having is not None:
        yield f"add {having['new']} to {what}"
    serving = _SERVING.match(how)
    if serving is not None:
        yield f"move {what} closer to {serving['to']}"
    first, _, rest = how.partition(" ")
    base = base_of_participle(first)
    if base is not None:
        yield f"{base} {what} {rest}".strip()
    if read_where(how) is not None:
        yield f"move {what} {how}"
    yield f"make {what} {how}"
    if _TURNED.search(how):
        yield f"turn {what} {how}"
    yield f"{what} should be {how}"
    if re.match(r"(?:an?|some) ", how):
        yield f"replace {what} with {how}"
