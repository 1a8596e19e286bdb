"""Rooms as the embedded writer makes them of a text."""

from __future__ import annotations

from functools import lru_cache

from scenewright.app.writers.embedded.composer import Composition, compose
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Our own objects, loaded once a process."""
    return Catalogue.built_in()


def written(text: str) -> tuple[Composition, Scene]:
    """What the writer makes of the text, and the scene that it means."""
    composition = compose(text, catalogue())
    return composition, evaluate(composition.program, assets=catalogue())
