"""Which rooms are in which shard, and where a shard stands: both depend on the recipe alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scenewright.app.dataset_rooms import DatasetRecipe

__all__ = ["ShardPlan", "shards_of"]


@dataclass(frozen=True)
class ShardPlan:
    """A shard: rooms that follow each other. `number`: from 0."""

    number: int
    rooms: range

    @property
    def name(self) -> str:
        """Of its folder."""
        return f"shard-{self.number:05d}"

    def place(self, out: Path) -> Path:
        """Its folder in a data set. It is there when it is whole."""
        return out / "shards" / self.name


def shards_of(recipe: DatasetRecipe, part: int = 1, parts: int = 1) -> Iterator[ShardPlan]:
    """The shards of a data set, or those of the `part`-th of so many `parts`, from 1: every so many-th."""
    step = recipe.rooms_per_shard
    for number, first in enumerate(range(0, recipe.rooms, step)):
        if number % parts == part - 1:
            yield ShardPlan(number, range(first, min(first + step, recipe.rooms)))
