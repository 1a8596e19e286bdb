"""What a style leaves of the lines of a recipe: a Victorian parlour has no television, and a chandelier for its ceiling light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.assets.recipe_book import thing_key

if TYPE_CHECKING:
    from scenewright.assets.recipe_book import RecipeLine
    from scenewright.assets.room_style import Style

__all__ = ["is_of_style", "noun_of_style"]


def is_of_style(line: RecipeLine, style: Style | None) -> bool:
    """Whether what a line sets out may be in a place of a style."""
    return style is None or thing_key(line.thing) not in style.lacks


def noun_of_style(noun: str, style: Style | None) -> str:
    """What stands for a thing in a place of a style: the thing itself, where the style has nothing of its own for it."""
    return noun if style is None else style.objects.get(noun, noun)
