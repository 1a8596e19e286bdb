"""Finds what was learned before and is like a new thing."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from scenewright.app.agent.learning.learned_pack import LearnedEntity, text_of
from scenewright.app.agent.learning.likeness import ShapeLikeness, alike_sizes, same_shape, shape_print, text_print
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import ProgramError
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from scenewright.assets.library_ingest import ProposedEntity

__all__ = ["find_like"]

_RANK = (ShapeLikeness.TEXT, ShapeLikeness.SHAPE, ShapeLikeness.RECOLOURED, ShapeLikeness.WORD)


def find_like(
    learned: Iterable[LearnedEntity], text: str, name: str, scene: Scene, thing: ProposedEntity
) -> tuple[LearnedEntity, ShapeLikeness] | None:
    """The entity that is most like a new one, and how; None if none is.

    Args:
        text: the library of the new one, and `name`: its function there. `scene`: it alone. `thing`: its words and size.
    """
    own_print, own_shape = text_print(text, name), shape_print(scene)
    found: list[tuple[LearnedEntity, ShapeLikeness]] = []
    for entity in learned:
        how: ShapeLikeness | None = ShapeLikeness.WORD if {thing.word} & set(entity.words) else None
        with suppress(AssetError, ProgramError, SyntaxError):  # a library that a hand broke is like nothing
            other = text_of(entity)
            if text_print(other, entity.function) == own_print:
                how = ShapeLikeness.TEXT
            elif own_shape is not None and alike_sizes(entity.size, thing.size):
                shape = shape_print(evaluate(other, root=entity.function))
                how = (None if shape is None else same_shape(own_shape, shape)) or how
        if how is not None:
            found.append((entity, how))
    return min(found, key=lambda pair: _RANK.index(pair[1]), default=None)
