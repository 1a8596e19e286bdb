"""Search in the named surfaces, for people who browse them."""

from __future__ import annotations

import re

from scenewright.scene.language.vocabulary.surfaces import SURFACES, SYNONYMS, Surface, find_surface

__all__ = ["named_surfaces"]

_WORD = re.compile(r"[^\W_]+")


def named_surfaces(words: str = "") -> dict[str, Surface]:
    """The surfaces whose names, synonyms or kinds hold all of some words, by name and in the order of their kinds; without words, all.

    Where the words together name one, such as ``'polished dark oak'``, it comes first, under these words.
    """
    asked = _WORD.findall(words.lower())
    synonyms: dict[str, list[str]] = {}
    for word, name in SYNONYMS.items():
        synonyms.setdefault(name, []).append(word)
    whole = " ".join(asked)
    exact = find_surface(whole) if asked else None
    found = {} if exact is None else {SYNONYMS.get(whole, whole): exact}
    for name, one in SURFACES.items():
        text = " ".join((name, one.kind, *synonyms.get(name, ())))
        if all(word in text for word in asked):
            found.setdefault(name, one)
    return found
