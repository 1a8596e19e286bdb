"""What the catalogue says of a thing that a text names: which of its objects the noun means, how large it usually is, and which attributes
an object has parameters for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.scene.asset_provider import AssetError
from scenewright.scene.model import Vec3
from scenewright.scene.semantics.words import ObjectPhrase, singular

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["OWN_WAYS", "served_attributes", "titles_of", "usual_size"]

OWN_WAYS = ("exact", "synonym", "kind")
"""Ways in which a catalogue object is the thing itself."""
_MOST = 200


def titles_of(noun: str, catalogue: Catalogue) -> frozenset[str]:
    """Titles of the catalogue's objects that a noun means, with those whose name ends in it: an office chair is a chair."""
    found = catalogue.find(noun, k=_MOST, meaning=False)
    own = [m.entry for m in found if m.how in OWN_WAYS]
    last = f" {singular(noun.lower())}"
    own += [entry for entry in catalogue.entries if any(word.lower().endswith(last) for word in entry.words)]
    return frozenset(title for entry in own for title in (entry.title, entry.word) if title)


def usual_size(word: str, catalogue: Catalogue) -> Vec3 | None:
    """(width, height, depth) in metres of an object without words of size; None where there is none."""
    try:
        hull = catalogue.resolve(word, None, 0).hull
    except AssetError:
        return None
    width, height, depth = (float(v) for v in hull.max(axis=0) - hull.min(axis=0))
    return (width, height, depth)


def served_attributes(reading: ObjectPhrase, words: str, catalogue: Catalogue) -> frozenset[str]:
    """The attributes of a phrase for which the object that `words` ask for has a parameter."""
    found = catalogue.find(words, k=1, meaning=False)
    if not found:
        return frozenset()
    asked = catalogue.parse(words)
    lost = set(found[0].leftover)
    given = {
        *asked.colors,
        *asked.materials,
        *asked.sizes,
        *asked.styles,
        *asked.others,
        *(p.words for p in asked.parts),
    }
    given |= {asked.shape} if asked.shape else set()
    given -= lost | {p.words for p in asked.parts if f"{p.words} {p.part}" in lost}
    said = {
        *reading.colors,
        *reading.materials,
        *reading.sizes,
        *reading.styles,
        *reading.others,
        *(p.words for p in reading.parts),
    }
    return frozenset(given & (said | ({reading.shape} if reading.shape else set())))
