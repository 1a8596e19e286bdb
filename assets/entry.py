"""Entries of the catalogue, and matches of a search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenewright.assets.header import Variant
from scenewright.scene.language.vocabulary import RGB
from scenewright.scene.model import Vec3
from scenewright.scene.short_repr import short_repr

__all__ = ["CatalogueEntry", "CatalogueMatch"]


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One object of a pack. Lengths are in metres, colours sRGB in [0, 1], or None for the colour of the surface.

    `key` is unique: ``pack/category/name``. `size` is (width, height, depth) of its natural bounding box, standing on y=0 and
    facing +z. `stands_for` are other things that this object replaces. `parameters` holds the keywords of a program
    object with their defaults; it is empty for a mesh, which can be fitted but not recoloured. `painted` are the material
    parameters whose colour shows (others only change the finish). `up_confidence` and `front_confidence` are 1 if an
    author states the axis, less if it was guessed.
    """

    key: str
    word: str
    synonyms: tuple[str, ...]
    phrase: str
    category: str
    support: str
    size: Vec3
    pack: str
    clearance: Mapping[str, float] = field(default_factory=dict)
    colors: Mapping[str, RGB | None] = field(default_factory=dict)
    materials: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, Mapping[str, Variant]] = field(default_factory=dict)
    stands_for: tuple[str, ...] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)
    painted: frozenset[str] = frozenset()
    licence: str = ""
    author: str = ""
    source: str = ""
    title: str = ""
    up_confidence: float = 1.0
    front_confidence: float = 1.0

    __repr__ = short_repr

    @property
    def words(self) -> tuple[str, ...]:
        """The word and its synonyms, without `stands_for`."""
        return (self.word, *self.synonyms)


@dataclass(frozen=True, slots=True)
class CatalogueMatch:
    """One result of a search.

    `how` it was matched: 'exact' (its word), 'synonym', 'kind' (a grand piano for *piano*), 'stand-in' (another thing, which
    is drawn as this one), 'head' (the last noun of a compound that is not known whole: *fish table* finds the table),
    'embedding' (by meaning). `score` is at most 1 and falls in this order but for stand-ins, which come last, and
    embeddings, whose score is a cosine. `head` is the noun that was looked up; `attributes` the parameters that the rest
    of the phrase sets (``{'fabric': (0.7, 0.1, 0.1)}``); `leftover` the words that nothing in the object serves.
    """

    entry: CatalogueEntry
    score: float
    how: str
    head: str
    attributes: Mapping[str, object] = field(default_factory=dict)
    leftover: tuple[str, ...] = ()

    __repr__ = short_repr

    @property
    def note(self) -> str:
        """A note for the user if the object is another thing than the requested one; else ''."""
        if self.how not in ("stand-in", "embedding"):
            return ""
        return f"{self.head} is drawn as {self.entry.phrase}: the catalogue has none"
