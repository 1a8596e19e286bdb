"""Finds what an ordinal means after an answer that listed things: *the third one*, *the last bean bag*."""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.scene.english import ORDINALS
from scenewright.scene.model import Scene
from scenewright.scene.semantics.words import singular

__all__ = ["listed_one"]

_OF_THEM = r"(?: (?:of|in|on) (?:them|these|those|that list|the list|your list))?"
_NTH = whole(rf"(?:the )?(?P<n>{any_of(*ORDINALS, 'last')})(?: (?P<noun>(?!of\b).+?))?{_OF_THEM}")


def listed_one(scene: Scene, listed: Sequence[str], phrase: str) -> str | None:
    """The thing that an ordinal means by its place in a listing; None where the phrase is no ordinal of what was listed.

    Args:
        listed: paths in the order in which the answer told them.
        phrase: an ordinal alone, with *one*, or with the name of what was listed.
    """
    found = _NTH.match(phrase)
    if found is None or len(listed) < 2:
        return None
    noun = found["noun"] or "one"
    if noun != "one":
        name = tuple(singular(w) for w in noun.split())
        names = [tuple(scene.find(p).name.split("_")) for p in listed]
        listed = [p for p, own in zip(listed, names, strict=True) if own[-len(name) :] == name]
    at = len(listed) if found["n"] == "last" else ORDINALS[found["n"]]
    return listed[at - 1] if 1 <= at <= len(listed) else None
