"""The materials of the language as pages browse them: oak, brass, linen ... by name, with what each looks like."""

from __future__ import annotations

from typing import Any

from scenewright.scene.language.vocabulary import named_surfaces

__all__ = ["MOST_WORDS", "found_materials"]

MOST_WORDS = 100
"""Characters of a search."""


def found_materials(words: str) -> list[dict[str, Any]]:
    """The materials that fit some words, as the protocol's CatalogueMaterial; without words all of them."""
    return [
        {
            "name": name,
            "kind": one.kind,
            "color": [round(part, 4) for part in one.color],
            "roughness": one.roughness,
            "metallic": one.metallic,
            "opacity": one.opacity,
            "emission": one.emission,
        }
        for name, one in named_surfaces(words[:MOST_WORDS]).items()
    ]
