"""Rooms that the embedded writer makes from a text."""

from __future__ import annotations

from functools import lru_cache

from scenewright.app.writers.embedded.composer import Composition, compose
from scenewright.app.writers.writer import Dress
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The built-in catalogue, loaded once a process."""
    return Catalogue.built_in()


def written(text: str, dress: Dress = "only") -> tuple[Composition, Scene]:
    """The writer's composition for a text, and the scene of its program."""
    composition = compose(text, catalogue(), dress=dress)
    return composition, evaluate(composition.program, assets=catalogue())
