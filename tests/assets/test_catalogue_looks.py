"""Objects of the catalogue look as they did: rewriting a file without meaning to change its picture does not change it."""

from __future__ import annotations

import json

import numpy as np
import pytest

from scenewright.scene.language.running import evaluate_here
from tests.support.catalogue_looks import CLOSE, TABLE, looks_of, names_of, object_files, print_of
from tests.support.samples import some_of

CHANGED = (
    "meant to be seen? then run python -m tests.support.catalogue_looks and commit tests/data/catalogue_looks.json"
)
TABLE_OF_TWO = """
from scene.language import *
from scene.language.modelling import box
@register()
def pair():
    one = box((0, 0, 0), (1, 1, 1), (0.5, 0.5, 0.5))
    two = box((2, 0, 0), (1, 1, 1), {color}, {material})
    return concat_shapes({order})
"""


def of_two(color: str = "(0.5, 0.5, 0.5)", material: str = "None", order: str = "one, two") -> np.ndarray:
    return np.array(print_of(evaluate_here(TABLE_OF_TWO.format(color=color, material=material, order=order))))


def test_objects_look_as_they_did() -> None:
    before = json.loads(TABLE.read_text(encoding="utf-8"))
    now = {name: row for path in some_of(object_files(), 80) for name, row in looks_of(path).items()}
    assert sorted(set(now) - set(before)) == [], CHANGED
    unlike = sorted(n for n in now if not np.allclose(before[n], now[n], rtol=0, atol=CLOSE))
    assert unlike == [], CHANGED


def test_the_table_has_every_object_and_variant() -> None:
    before = json.loads(TABLE.read_text(encoding="utf-8"))
    assert sorted(set(before) ^ {name for path in object_files() for name in names_of(path)}) == [], CHANGED


@pytest.mark.parametrize(
    "change",
    [
        {"color": "(0.5, 0.5, 0.51)"},
        {"material": "{'roughness': 0.9}"},
        {"order": "one, transform_shape(two, translation_matrix((0, 0.001, 0)))"},
        {"order": "one, transform_shape(two, rotation_matrix(0.01, (0, 1, 0), (2, 0, 0)))"},
        {"order": "one"},
        {"order": "one, two, two"},
    ],
)
def test_what_can_be_seen_changes_the_print(change: dict[str, str]) -> None:
    changed = of_two(**change)
    assert not np.allclose(changed, of_two(), rtol=0, atol=3 * CLOSE)


def test_the_order_of_the_parts_does_not_change_the_print() -> None:
    assert np.allclose(of_two(order="two, one"), of_two(), rtol=0, atol=1e-6)
