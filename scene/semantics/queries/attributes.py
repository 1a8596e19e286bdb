"""Whether an entity has the color, material, size, shape and parts that a query states, by the entity's words and by its looks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.english import SIZED
from scenewright.scene.language.vocabulary import find_surface, surface_kind
from scenewright.scene.semantics.queries.appearance import Appearances
from scenewright.scene.semantics.queries.denials import attributes
from scenewright.scene.semantics.queries.places import Places
from scenewright.scene.semantics.scene_graph import has_color
from scenewright.scene.semantics.words import EntityWords, ObjectPhrase, singular

__all__ = ["AttributeJudge"]

_UNTOLD = 0.6
"""Fit of an attribute that neither words nor looks decide."""
_MOSTLY = 0.7
"""A thing is not square if more of its surface than this share is round."""
_HARDLY, _ANGULAR = 0.1, 0.5
"""A thing is not round if less of its surface than the first share is round, and more than the second is that of boxes."""
_SURELY = 0.5
"""Least fit of a material that a thing surely has."""
_SHAPED = 0.85
"""Least fit of a shape that a thing surely has."""
_MIDDLE_SIZE = 0.625
"""Fit of a size word in the middle between the least and the greatest of several things."""
_ALIKE = 0.8
"""Fit of a size word where all things are of one size."""
_COLORED = 0.7
"""Fit of a material that only its color supports."""
_TONED = frozenset(("gold", "golden", "brass", "copper", "bronze", "silver"))
"""Metals that paint imitates."""
_NOT_SO = 0.2
"""Fit of a state that a thing is not in."""
_STATES = {
    **dict.fromkeys(("empty", "bare", "vacant", "unoccupied"), "empty"),
    **dict.fromkeys(("full", "filled", "occupied"), "full"),
    **dict.fromkeys(("lit", "glowing", "illuminated", "luminous", "backlit", "light up"), "lit"),
}
"""Adjective -> the state that it says."""
_SHAPES = {
    "round": "round", "oval": "round", "spherical": "sphere", "cylindrical": "cylinder", "square": "box", "rectangular": "box",
    "cube": "box",
}  # fmt: skip


class AttributeJudge:
    """Judges the entities of one scene, numbered as in :class:`Places`."""

    def __init__(self, entities: Sequence[EntityWords], appearances: Appearances, places: Places) -> None:
        self._entities, self._looks, self._places = entities, appearances, places

    def judge(self, phrase: ObjectPhrase, numbers: Sequence[int]) -> dict[int, tuple[float, list[str]]]:
        """For each number, how well all attributes of the phrase fit, in [0, 1], and which of them were found. Sizes are relative to the
        other entities in `numbers`."""
        out: dict[int, tuple[float, list[str]]] = {}
        sizes = {size: self._relative(size, numbers) for size in phrase.sizes if size in SIZED}
        for at, n in enumerate(numbers):
            score, found = 1.0, list[str]()
            for word in phrase.colors:
                score *= self._note(found, word, self._color(n, word))
            for word in phrase.materials:
                score *= self._note(found, word, self._stuff(n, word))
            for part in phrase.parts:
                score *= self._note(found, f"{part.words} {part.part}", self._part(n, part.words))
            for size, fits in sizes.items():
                score *= self._note(found, size, 1.0 if self._said(n, size) else fits[at])
            states = {word: self._state(n, word) for word in phrase.others if word in _STATES}
            for word, fit in states.items():
                score *= self._note(found, word, fit)
            said = [w for w in (*phrase.styles, *phrase.others) if w in states or self._said(n, w)]
            found += [w for w in said if w not in states]
            if len(said) < len(phrase.styles) + len(phrase.others):
                score *= _UNTOLD  # once, however many are unknown: unknown attributes do not count against a thing
            if phrase.shape:
                fit = 1.0 if self._said(n, phrase.shape) else self._shape(n, phrase.shape)
                found += [phrase.shape] if fit >= _SHAPED else []
                score *= fit
            out[n] = (score, found)
        return out

    def told(self, number: int, phrase: ObjectPhrase) -> bool:
        """Whether an entity's words say all styles and other adjectives of a phrase, and it surely has its shape."""
        shaped = not phrase.shape or self._said(number, phrase.shape) or self._shape(number, phrase.shape) >= _SHAPED
        others = all(
            self._state(number, w) >= _SURELY if w in _STATES else self._said(number, w) for w in phrase.others
        )
        return shaped and others and all(self._said(number, word) for word in phrase.styles)

    def _state(self, number: int, word: str) -> float:
        """How well a thing is empty, full or lit: by what is in it or on it, and by its surface or its words."""
        if _STATES[word] == "lit":
            said = any(self._said(number, w) for w, state in _STATES.items() if state == "lit")
            return 1.0 if said or self._looks.glows(self._entities[number].row) else _NOT_SO
        holds = self._places.holds_something(number)
        return 1.0 if holds == (_STATES[word] == "full") else _NOT_SO

    def holding(self, words: str, numbers: Sequence[int]) -> set[int]:
        """Those of `numbers` that surely have all attributes of `words`: by their own words, the color of most of what is seen of them,
        their materials and shape. A thing of which this is not known is not among them."""
        phrase = attributes(words)
        sizes = [self._relative(size, numbers) for size in phrase.sizes if size in SIZED]
        return {
            n
            for at, n in enumerate(numbers)
            if all(has_color(self._places.graph, n, color) for color in phrase.colors)
            and all(self._stuff(n, word) >= _SURELY for word in phrase.materials)
            and all(self._state(n, w) >= _SURELY if w in _STATES else self._said(n, w) for w in phrase.others)
            and all(self._said(n, word) for word in phrase.styles)
            and all(fits[at] > _MIDDLE_SIZE for fits in sizes)
            and (not phrase.shape or self._said(n, phrase.shape) or self._shape(n, phrase.shape) >= _SHAPED)
        }

    def colored(self, phrase: ObjectPhrase, numbers: Sequence[int]) -> set[int]:
        """Those of `numbers` that have all colors of a phrase by their own words; where none has, by the color of most of what is seen."""
        said = {n for n in numbers if all(self._said(n, color) for color in phrase.colors)}
        return said or {n for n in numbers if all(has_color(self._places.graph, n, color) for color in phrase.colors)}

    @staticmethod
    def _note(found: list[str], what: str, fit: float) -> float:
        if fit >= 0.5:
            found.append(what)
        return fit

    def has_part(self, number: int, phrase: ObjectPhrase) -> float:
        """How well an entity has a part of that name with those colors, in [0, 1]. Named parts are judged by their looks. Where no part has
        the name, the entity's words decide, or a color that it shows anywhere."""
        row = self._entities[number].row
        parts = self._looks.parts_called(row, phrase.head)
        if parts is not None:
            return min((self._looks.part_color(row, phrase.head, c) for c in phrase.colors), default=1.0)
        said = any(singular(w) in self._entities[number].keys for w in phrase.head.split())
        shown = min((self._looks.has_some(row, c) for c in phrase.colors), default=0.0)
        return max(0.9 * shown if phrase.colors else 0.0, 1.0 if said and not phrase.colors else 0.0)

    def _said(self, number: int, word: str) -> bool:
        """Whether the entity's words include every word of an attribute."""
        return all(singular(w) in self._entities[number].keys for w in word.split())

    def _color(self, number: int, word: str) -> float:
        if self._said(number, word):
            return 1.0
        return self._looks.color_fit(self._entities[number].row, word)

    def _stuff(self, number: int, word: str) -> float:
        if self._said(number, word):
            return 1.0
        kind, entity, named = surface_kind(word), self._entities[number], find_surface(word)
        toned = 1.0
        if named is not None and len(word.split()) > 1:  # 'dark oak': oak is not enough
            toned = self._looks.near_color(entity.row, named.color)
        if kind is not None and any(surface_kind(w) == kind for text in entity.texts for w in text.split()):
            return 0.95 * toned
        looks = self._looks.stuff_fit(entity.row, word) * toned
        if looks > 0.0 or named is None or kind in ("wood", "glass") or (kind == "metal" and word not in _TONED):
            return looks
        return _COLORED * self._looks.near_color(
            entity.row, named.color
        )  # terracotta, marble: only the color can be seen

    def _shape(self, number: int, shape: str) -> float:
        """Judge a shape by another shape that the entity's words state, else by its surfaces."""
        if any(p.shape and p.shape != shape for p in self._entities[number].phrases):
            return 0.2
        if shape not in _SHAPES:
            return _UNTOLD
        row = self._entities[number].row
        if _SHAPES[shape] == "box" and self._looks.shape_share(row, "round") > _MOSTLY:
            return 0.3
        share = self._looks.shape_share(row, _SHAPES[shape])
        if _SHAPES[shape] != "box" and share < _HARDLY and self._looks.shape_share(row, "box") > _ANGULAR:
            return 0.3
        return 0.5 + 0.5 * share

    def _part(self, number: int, words: str) -> float:
        if self._said(number, words):
            return 1.0
        row = self._entities[number].row
        return max(self._looks.has_some(row, words), 0.8 * self._looks.stuff_fit(row, words))

    def _relative(self, size: str, numbers: Sequence[int]) -> list[float]:
        """How well a size word fits each of several things: the largest of them is *large*, whatever its size in metres."""
        most = SIZED[size].most
        values = self._places.measure(SIZED[size].measure, numbers)
        low, high = float(values.min()), float(values.max())
        if high - low <= 0.05 * high:
            return [_ALIKE] * len(numbers)
        share = (values - low) / (high - low)
        fits: list[float] = np.where(
            share if most else 1.0 - share, 0.25 + 0.75 * (share if most else 1.0 - share), 0.25
        ).tolist()
        return fits
