"""Parts of data sets: views that show too little, near duplicates, held-out objects, shards, floor for a robot."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from scipy import ndimage

from scenewright.app.dataset.near_duplicates import RoomPrint, near_duplicates
from scenewright.app.dataset.shard_plan import shards_of
from scenewright.app.dataset_rooms import DatasetRecipe, held_out_keys, signature_likeness
from scenewright.app.dataset_rooms.camera_sampling import view_fault
from scenewright.app.dataset_rooms.dataset_recipe import CameraTable
from scenewright.app.dataset_rooms.held_out import training_catalogue
from scenewright.app.dataset_rooms.navigability import standing_cells
from scenewright.app.dataset_rooms.room_making import relit
from scenewright.app.dataset_rooms.room_plans import plan_room
from scenewright.assets import Catalogue
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.layout.certify import Walkable
from tests.app.dataset.conftest import recipe_of


def view(*shares: float) -> np.ndarray:
    """A view of 1,000 rays in which things 1, 2, ... have so large shares."""
    ids = np.zeros(1000, dtype=np.int64)
    at = 0
    for number, share in enumerate(shares, 1):
        ids[at : at + round(1000 * share)] = number
        at += round(1000 * share)
    return ids.reshape(20, 50)


@pytest.mark.parametrize(
    ("shares", "away", "reason"),
    [
        ((0.1, 0.1, 0.1), 3.0, None),
        ((0.1, 0.1), 3.0, "empty"),
        ((0.7, 0.1, 0.1), 3.0, "blocked"),
        ((0.02, 0.02, 0.02), 3.0, "bare"),
        ((0.1, 0.1, 0.1), 0.2, "close"),
    ],
)
def test_a_view_that_shows_too_little_is_named(shares: tuple[float, ...], away: float, reason: str | None) -> None:
    fault = view_fault(CameraTable(), view(*shares), np.full((20, 50), away))
    assert (None if fault is None else fault.reason) == reason


def test_signatures_of_one_layout_are_alike() -> None:
    a = ["1:0,0,0", "2:1,1,1", "2:3,1,1", "3:5,5,2"]
    assert signature_likeness(a, a) == 1.0
    assert signature_likeness(a, ["9:9,9,9"]) == 0.0
    assert signature_likeness(a, [*a[:3], "3:5,6,2"]) == pytest.approx(3 / 5)
    assert signature_likeness(["1", "1"], ["1"]) == pytest.approx(0.5)


def test_near_duplicates_agree_in_layout_or_pictures() -> None:
    one = RoomPrint(0, "study", ("a", "b", "c", "d"), (0b0, 1 << 40))
    same_layout = RoomPrint(1, "study", ("a", "b", "c", "d"), (0xFFFF_0000, 0xFFFF_FFFF))
    same_picture = RoomPrint(2, "study", ("x", "y"), (0b111, 0xFFFF_FFFF_FFFF))
    other_kind = RoomPrint(3, "bedroom", ("a", "b", "c", "d"), (0b0, 1 << 40))
    pairs = {(d.first, d.second) for d in near_duplicates([one, same_layout, same_picture, other_kind])}
    assert pairs == {(0, 1), (0, 2)}


def test_held_out_objects_are_in_no_training_catalogue() -> None:
    recipe = recipe_of(
        'name = "n"\nrooms = 3\n[room]\nkind = "bedroom"\n[splits.hold_out]\ncategories = ["globe"]\nobjects = 0.1\n'
    )
    whole = Catalogue.built_in()
    held = held_out_keys(recipe, whole)
    words = {whole.entry(key).word for key in held}
    assert "globe" in words
    assert not words & {"bed", "wardrobe", "nightstand"}
    assert len(held) / len(whole.entries) == pytest.approx(0.1, abs=0.03)
    train = training_catalogue(recipe, whole)
    assert {entry.key for entry in train.entries} == {entry.key for entry in whole.entries} - held
    assert "globe" not in {match.entry.word for match in train.find("globe", meaning=False)}


def test_nothing_stands_in_for_a_held_out_object() -> None:
    whole = Catalogue.default()
    recipe = DatasetRecipe.model_validate(
        {
            "name": "x",
            "rooms": 1,
            "room": {"kind": ["kitchen"]},
            "splits": {"hold_out": {"categories": ["paper towel holder", "portrait painting"]}},
        }
    )
    train = training_catalogue(recipe, whole)
    assert whole.find("paper towel holder")[0].entry.word == "paper towel holder"
    assert train.find("paper towel holder") == []
    assert train.find("towel rack")[0].entry.word == "towel rack"
    assert train.find("wooden chair")[0].entry.word == whole.find("wooden chair")[0].entry.word
    with pytest.raises(AssetError):
        train.resolve("paper towel holder", None, 0)


def test_without_held_out_objects_the_catalogue_is_the_same(small: DatasetRecipe) -> None:
    whole = Catalogue.built_in()
    assert training_catalogue(small, whole) is whole


def _ranges(parts: int, rooms: int, each: int) -> Iterator[range]:
    recipe = recipe_of(f'name = "n"\nrooms = {rooms}\nrooms_per_shard = {each}\n[room]\nkind = "study"\n')
    for part in range(1, parts + 1):
        yield from (shard.rooms for shard in shards_of(recipe, part, parts))


@pytest.mark.parametrize(("parts", "rooms", "each"), product((1, 3, 8), (1, 10, 11), (1, 4, 50)))
def test_every_room_is_in_one_shard_of_one_part(parts: int, rooms: int, each: int) -> None:
    assert sorted(index for some in _ranges(parts, rooms, each) for index in some) == list(range(rooms))


def test_a_wider_robot_stands_at_fewer_places() -> None:
    free = np.zeros((40, 40), dtype=bool)
    free[5:35, 5:35] = True
    walkable = Walkable(1.0, 1.0, free, free, np.zeros(2), 0.05, np.zeros(0, dtype=np.int32), np.array([0.05, 0.05]))
    assert np.array_equal(standing_cells(walkable, 0.2), free)
    wider = standing_cells(walkable, 0.3)
    # as scipy measures it: from the middle of a cell to that of the nearest where a body of 0.2 m cannot be
    assert np.array_equal(wider, ndimage.distance_transform_edt(free) * 0.05 >= 0.1 - 1e-6)


def test_the_light_of_a_plan_is_written_into_the_program(small: DatasetRecipe) -> None:
    plan = plan_room(small, 0)
    source = "light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=2.0, color=(1, 0.95, 0.88))\nenvironment('night')\nx = 1\n"
    text = relit(source, plan)
    assert f"intensity={round(2.0 * plan.lamp, 3):g}" in text
    assert f"environment({plan.environment!r})" in text
    assert text.endswith("x = 1\n")
    assert relit("x = 1\n", plan) == "x = 1\n"
