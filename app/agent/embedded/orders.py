"""Cuts a clause that holds several orders: those whose verbs nobody knows, and several new looks, sizes or turns of one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.destinations import splits
from scenewright.app.agent.embedded.looks_words import read_looks
from scenewright.app.agent.embedded.patterns import MODALS, POINTED, any_of, whole
from scenewright.app.agent.embedded.sizes_words import read_resize
from scenewright.app.agent.embedded.turning_words import read_turn
from scenewright.app.agent.embedded.wanted import PaintWanted, ResizeWanted, TurnWanted
from scenewright.scene.english import COMPARATIVES, PHRASES
from scenewright.scene.semantics.words import default_lexicon

__all__ = ["orders_apart"]

_AND = re.compile(r"\s*(?:,\s*(?:and|then|but)?|\b(?:and|but|then))(?: (?:also|then|please|finally|just))* (?=\S)")
_NO_VERBS = frozenset(
    f"""{" ".join(phrase.split()[0] for phrase in PHRASES)} {" ".join(COMPARATIVES)}
    both half each any every most none not also then even only just no so as than or nor if of off with without for from via like except
    to into onto upon toward towards at by in on up down out over across along around through past beyond between among within
    that which who where when while until unless because since whether twice double quite such maybe perhaps probably please
    left right back forward forwards backward backwards higher lower nearer closer farther further further two three four five six
    one another some all the this these those it its them their my our your a an several there here""".split()
)
"""Words that begin no order, though a noun phrase follows them."""
_POINTS = any_of("the", "these", "those", "its", "their", "my", "our", "your")
_ORDER = re.compile(
    rf"^(?P<verb>[a-z]+)(?P<off> (?:up|down|off|out|away|over))? "
    rf"(?:(?P<sure>{_POINTS}) (?P<what>\w.*)|(?P<one>it|them)\b(?P<rest>.*)"
    r"|(?P<any>this|that|all|both|each|every|a|an|some) (?P<thing>\w.*)"
    r"|(?:everything|all|both|this|that|these|those)\b.*)$"
)
_MANNER = re.compile(r"^(?:other|same|wrong|opposite|left|right|back) (?:way|side|hand|direction|colou?r|size)\b")
_RELATIVE = re.compile(
    r"^ ?(?:is|are|was|were|has|have|i|we|you|they|stands?|hangs?|lies?|sits?|looks?|belongs?|bit|little|lot|tad)\b"
)
"""What follows a noun that is told more of: *the chair and the lamp that is on it*; or an amount: *a bit*."""

_MAKE = re.compile(
    rf"^(?:make|get|have|keep|turn|paint|colour|i want|we want|i would like) (?P<rest>{POINTED}\b.*)$"
    rf"|^(?P<what>{POINTED}\b.*?) {MODALS} (?:be|become|get) (?P<pred>.+)$"
)
_PARTS = re.compile(r",? and (?:also )?|, ")
_TO_BE = re.compile(r"^(?:to be |to become |be |also |then )+")


_GAPPED = whole(
    r"(?P<verb>put|place|move|set|stand|hang|bring|take) (?P<one>(?:the|my|this|that) .+?),? and (?P<other>(?:the|my|this|that) .+)"
)


def _gapped(clause: str) -> list[str]:
    """*Put the cup on the desk and the lamp on the shelf* as two orders of one verb; the clause alone where it is none."""
    found = _GAPPED.match(clause)
    if found is None or " between " in found["one"]:
        return [clause]
    first, other = f"{found['verb']} {found['one']}", found["other"]
    rest = _gapped(f"{found['verb']} {other}")
    ways = splits(found["one"]), splits(rest[0].partition(" ")[2])
    # 'put the cup and the plate on the shelf' has one place, and is no such pair
    return (
        [first, *rest]
        if all(any(way.kind != "way" or way.metres is not None for _, way in each) for each in ways)
        else [clause]
    )


def orders_apart(clause: str) -> list[str]:
    """The orders of a clause, in their order; the clause alone where it is one.

    An order that nobody knows (*flibber the sofa*) is cut off from what stands before it, so that it is no name of a thing. *Make the
    desk white, wider and lower* is three orders about the desk.
    """
    return [order for part in _cut_at_unknown(clause) for each in _gapped(part) for order in _one_by_one(each)]


def _cut_at_unknown(clause: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for found in _AND.finditer(clause):
        if found.start() > start and _is_order(clause[found.end() :]):
            parts.append(clause[start : found.start()].strip(" ,"))
            start = found.end()
    return [part for part in (*parts, clause[start:].strip(" ,")) if part]


def _is_order(text: str) -> bool:
    """Whether a text begins with a verb and what it is done to. The verb may be unknown; it is no name of a thing, unless *the* follows."""
    found = _ORDER.match(text)
    if found is None or found["verb"] in _NO_VERBS or found["verb"].endswith("ing"):
        return False
    if found["sure"] is not None and not found["off"]:
        return _MANNER.match(found["what"]) is None
    if found["one"] is not None and _RELATIVE.match(found["rest"]):
        return False
    if found["any"] is not None and _RELATIVE.match(found["thing"]):
        return False
    return not is_colour(found["verb"]) and not default_lexicon().knows(found["verb"])


@dataclass(frozen=True)
class _Change:
    """What one part of a clause changes. `what`: the thing; `kind`: look, size or turn; `order`: the part as a clause of its own."""

    what: str
    kind: str
    order: str


def _one_by_one(clause: str) -> list[str]:
    """*Make the desk white, wider and lower* as *make the desk white*, *make the desk wider*, *make the desk lower*."""
    made = _MAKE.match(clause)
    if made is None:
        return [clause]
    rest = made["rest"] if made["rest"] else f"{made['what']} {made['pred']}"
    changes: list[_Change] = []
    waiting: list[str] = []
    for part in _PARTS.split(rest):
        plain = _TO_BE.sub("", part.strip())
        bare = _change("it", plain) if changes and not waiting else None
        if bare is not None:
            what = changes[-1].what
            changes.append(_Change(what, bare.kind, f"make {what} {plain}"))
            continue
        named = " and ".join([*waiting, part])
        found = _named_change(named)
        if found is None:
            waiting.append(part)
            continue
        waiting = []
        changes.append(found)
    kinds = {change.kind for change in changes}
    # 'black and white' is one look, and several things with a colour each are one order
    if waiting or len(changes) < 2 or kinds == {"look"}:
        return [clause]
    return [change.order for change in changes]


def _named_change(text: str) -> _Change | None:
    """The change of *the desk white*; None where a text names no thing and what it is to become."""
    if re.match(rf"^{POINTED}\b", text) is None:
        return None
    words = text.split()
    whole = read_resize(f"make {text}") or read_turn(f"make {text}")
    if whole is not None and not re.search(r" (?:and|to be)$", whole.what):
        return _Change(whole.what, _kind(whole), f"make {text}")
    for at in range(1, len(words)):
        change = _change(" ".join(words[:at]), " ".join(words[at:]))
        if change is not None:
            return change
    return None


def _change(what: str, how: str) -> _Change | None:
    """The change of a thing that some words alone say; None where they say more or none."""
    how = _TO_BE.sub("", how)
    if not how:
        return None
    if is_colour(how) or re.fullmatch(r"(?:in|painted) .+", how):
        looks = read_looks(f"make it {how}")
        if isinstance(looks, PaintWanted) and len(looks.colours) == 1 and looks.colours[0][0] in ("it", "it painted"):
            return _Change(what, "look", f"make {what} {how.removeprefix('painted ').removeprefix('in ')}")
        return None
    for read in (read_resize, read_turn):
        found = read(f"make it {how}")
        if found is not None and found.what == "it":
            return _Change(what, _kind(found), f"make {what} {how}")
    return None


def _kind(found: ResizeWanted | TurnWanted) -> str:
    return "size" if isinstance(found, ResizeWanted) else "turn"
