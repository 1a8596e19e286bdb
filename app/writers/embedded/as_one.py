"""Things that the catalogue has as one object: a bucket with its flowers, a bowl with the apples in it, a violin on its stand, a toy train
with its tracks.

What lies in an open holder is too small to be laid out thing by thing. Where the catalogue has the full holder, it takes the place of both
requests. A number keeps them apart: *a bowl with two apples* shows two.
"""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.writers.embedded.description import Description, Link, Nouns, ObjectRequest
from scenewright.scene.semantics.words import parse, plural

__all__ = ["join_as_one"]

_OWN_PARTS = {
    "stall": ("awning", "canopy", "roof"),
    "stand": ("awning", "canopy"),
    "shelter": ("roof",),
    "gazebo": ("roof",),
}
"""Head of a holder -> heads of what the catalogue's object of that name has."""
_POTS = frozenset(["pot", "flowerpot", "planter"])
"""Heads of what plants grow in: *plants in pots* are potted plants."""
_IN = frozenset(["inside", "on", "with", "join"])
"""Kinds of link by which a holder has its content."""


def join_as_one(description: Description, nouns: Nouns) -> None:
    """Let one request ask for both, where the catalogue has them as one object. Changes requests and links in place."""
    requests = description.requests
    for link in list(description.links):
        if link.kind == "hanging" and link.place == "ceiling":
            _hang_as_one(requests[link.subject], nouns)
        if link.kind not in _IN or len(link.anchors) != 1 or link.subject == link.anchors[0]:
            continue
        guest, holder = requests[link.subject], requests[link.anchors[0]]
        if guest.count <= 0 or holder.count <= 0:
            continue
        if guest.head in _OWN_PARTS.get(holder.head, ()) and link.kind == "with":
            _drop(description, guest, holder)
            continue
        carried, count = _carried(holder, guest, nouns) if link.kind == "on" else ("", 0)
        if link.kind in ("inside", "on") and holder.head in _POTS and f"potted {guest.words}" in nouns.vocabulary:
            carried, count = f"potted {guest.words}", max(guest.count, holder.count)
        if carried:
            _rename(guest, carried, nouns)
            guest.count = count
            _drop(description, holder, guest)
        elif guest.at_least and not holder.words.endswith(f" of {guest.words}"):
            found = _name(holder, guest, nouns)
            if found:
                _rename(holder, found, nouns)
                _drop(description, guest, holder)
    for request in requests:
        for content in list(request.contents):
            if request.count > 0 and (name := f"{request.head} of {content}") in nouns.vocabulary:
                _rename(request, name, nouns)
                request.contents.remove(content)


def _hang_as_one(guest: ObjectRequest, nouns: Nouns) -> None:
    """Let things that hang be what they hang from, where the catalogue has it: pans above a stove are a rack of pans."""
    if guest.support != "surface" or not guest.at_least or guest.count <= 0:
        return
    names = (f"hanging {noun}" for noun in (plural(guest.words), plural(guest.head)))
    name = next((name for name in names if name in nouns.vocabulary), "")
    if name:
        _rename(guest, name, nouns)
        guest.count = 1


def _carried(holder: ObjectRequest, guest: ObjectRequest, nouns: Nouns) -> tuple[str, int]:
    """The catalogue's name for a thing with what carries it, and how many are meant: *violin on a stand*, *string lights on poles*, which
    are one object. ('', 0) where it has none."""
    several = f"{plural(guest.words)} on {plural(holder.words)}"
    if holder.count > 1 and several in nouns.vocabulary:
        return several, 1
    single = f"{guest.words} on a {holder.words}"
    if single in nouns.vocabulary and (guest.count == holder.count or guest.at_least):
        return single, max(guest.count, holder.count)
    on_several = f"{guest.words} on {plural(holder.words)}"
    if holder.count > 1 and on_several in nouns.vocabulary:
        return on_several, guest.count
    return "", 0


def _name(holder: ObjectRequest, guest: ObjectRequest, nouns: Nouns) -> str:
    """The catalogue's name for a holder full of the guests, or a thing with what belongs to it; '' where it has none."""
    head = holder.words.partition(" of ")[0].split()[-1]
    held = dict.fromkeys((plural(guest.words), guest.words, plural(guest.head), guest.head))
    names = [*(f"{head} of {noun}" for noun in held), *(f"{holder.words} with {noun}" for noun in held)]
    return next((name for name in names if name in nouns.vocabulary), "")


def _rename(request: ObjectRequest, name: str, nouns: Nouns) -> None:
    """Let a request ask for the object of that name, with the looks that the text gives."""
    before = request.phrase.partition(" of ")[0].partition(" with ")[0]
    noun = request.words.partition(" of ")[0]
    looks = before[: -len(noun)] if before.endswith(noun) else ""
    request.phrase, request.words = f"{looks}{name}", name
    request.reading = parse(request.phrase, nouns.vocabulary)
    request.known = request.reading.head if request.reading.known else name
    request.support = nouns.support(request.known)


def _drop(description: Description, request: ObjectRequest, into: ObjectRequest) -> None:
    """Take a request out; what the text relates to it is related to the object that shows it."""
    request.count, request.expected = 0, True
    into.spans += request.spans  # its words are shown, too
    moved: list[Link] = []
    for link in description.links:
        anchors = tuple(dict.fromkeys(into.index if a == request.index else a for a in link.anchors))
        subject = into.index if link.subject == request.index else link.subject
        if subject not in anchors:
            moved.append(replace(link, subject=subject, anchors=anchors))
    description.links = moved
