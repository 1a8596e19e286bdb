"""A room that stands, with what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenewright.app.room_tasks.things import StandingThing
    from scenewright.assets import Catalogue
    from scenewright.assets.palettes import Palette
    from scenewright.assets.recipe_book import Recipe, RecipeBook
    from scenewright.scene.layout import JudgedScene

__all__ = ["StandingRoom"]


@dataclass(frozen=True)
class StandingRoom:
    """A room with what is known of it. `recipe`: of its kind, None where nothing tells. `palette`: what goes with what it has. `text`: that
    it was made of; '' for none."""

    judged: JudgedScene
    things: Sequence[StandingThing]
    catalogue: Catalogue
    book: RecipeBook
    recipe: Recipe | None
    palette: Palette | None = None
    text: str = ""
