"""What the embedded writer reads in a text: its relations, counts and arrangements."""

from __future__ import annotations

from scenewright.app.writers.embedded.composer import Composition, compose
from tests.support.composed_rooms import catalogue

__all__ = ["arrangements", "counts", "links", "read"]


def read(text: str) -> Composition:
    """The composition of a text alone, without what a recipe adds."""
    return compose(text, catalogue(), dress="only")


def links(text: str) -> set[tuple[str, str, str]]:
    """(what, relation, to what) of all that the text states; to what is the place of the room where it is no thing."""
    description = read(text).description
    words = [request.words for request in description.requests]
    return {
        (words[k.subject], k.kind, words[k.anchors[0]] if k.anchors else f"{k.detail} {k.place}".strip())
        for k in description.links
    }


def counts(text: str) -> dict[str, int]:
    """How many of each thing the text asks for, by the words of the thing."""
    out: dict[str, int] = {}
    for request in read(text).description.requests:
        out[request.words] = out.get(request.words, 0) + request.count
    return out


def arrangements(text: str) -> set[str]:
    """The details of all arrangements that the text states."""
    return {link.detail for link in read(text).description.links if link.kind == "arranged"}
