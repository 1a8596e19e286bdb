"""Recipes for tests of data sets: small pictures, few rooms."""

from __future__ import annotations

import textwrap

import pytest

from scenewright.app.dataset_rooms import DatasetRecipe, parse_dataset_recipe

SMALL = """
name = "small"
rooms = 2
views = 2
seed = 5
rooms_per_shard = 1

[room]
kind = ["bathroom", "study"]

[picture]
width = 96
height = 72
samples = 1

[formats]
bop = true
"""


def recipe_of(text: str) -> DatasetRecipe:
    """The recipe of a TOML text."""
    return parse_dataset_recipe(textwrap.dedent(text).encode(), "recipe.toml")


@pytest.fixture
def small() -> DatasetRecipe:
    return recipe_of(SMALL)
