"""A room that lost things gets them back: what its text names, as many as there were, where what stands there waits for them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import scenewright as sw
from scenewright.app.session import Draft
from tests.support.standing_rooms import standing_room


def program(name: str, *things: str, size: str = "4.2, 4.2, 2.6") -> str:
    placed = "".join(f"        {thing},\n" for thing in things)
    return (
        f"from scene.language import *\n\n\n@register('a {name}')\ndef {name.replace(' ', '_')}():\n    return concat_shapes(\n"
        f"        room({size}, doors=[('front', -1.4, 0.9, 2.05)]),\n{placed}    )\n"
    )


def counts(folder: Path) -> Counter[str]:
    """How many things of each name the scene has."""
    scene = sw.evaluate(folder)
    names = (scene.paths[row].rpartition("/")[2].partition("[")[0] for row in scene.children_of(0))
    return Counter(name.rstrip("_0123456789") for name in names)


SOFA = "place(asset_call('sofa'), at=(0, 0, -1.6), name='sofa')"
TABLES = [f"place(asset_call('oak desk'), at=({x}, 0, {z}), turn=180, name='desk')" for x, z in ((-1, 0), (1, 0))]


def test_what_the_text_names_comes_back(tmp_path: Path) -> None:
    text = "a living room with a sofa, a piano and no rug"
    folder = standing_room(tmp_path / "room", program("living room", SOFA, size="5.2, 5.0, 2.6"), prompt=text)
    sw.furnish(folder, level="none")
    found = counts(folder)
    assert found["piano"] == 1
    assert found["rug"] == 0
    assert found["sofa"] == 1


def test_as_many_come_as_the_text_says(tmp_path: Path) -> None:
    source = program("classroom", *TABLES, size="6, 6, 3")
    folder = standing_room(tmp_path / "room", source, prompt="a classroom with five desks")
    sw.furnish(folder, level="none")
    assert counts(folder)["desk"] == 5


@pytest.mark.parametrize("text", ["", "une chambre avec un lit et une armoire", "a bedroom and a kitchen with a piano"])
def test_a_text_that_says_nothing_of_the_room_is_left(text: str, tmp_path: Path) -> None:
    source = program("bedroom", "place(asset_call('double bed'), at=(0, 0, -1.05), name='bed')")
    folder = standing_room(tmp_path / "room", source, prompt=text or None)
    sw.furnish(folder, place="bedroom", level="none")
    found = counts(folder)
    assert (found["bed"], found["piano"]) == (1, 0)


def test_a_bed_comes_between_its_nightstands(tmp_path: Path) -> None:
    sides = [f"place(asset_call('nightstand'), at=({x}, 0, -1.88), name='nightstand')" for x in (-1.3, 0.7)]
    source = program("bedroom", *sides, "place(asset_call('painting'), at=(-0.3, 1.3, -2.08), name='painting')")
    folder = standing_room(tmp_path / "room", source, prompt="a bedroom with a double bed and two nightstands")
    sw.furnish(folder, level="none")
    bed = sw.evaluate(folder).find("bed").world_from_local
    assert bed[0, 3] == pytest.approx(-0.3, abs=0.2)
    assert bed[2, 3] < -0.9


def test_a_table_comes_amid_its_chairs(tmp_path: Path) -> None:
    chairs = [
        f"place(asset_call('dining chair'), at=({x}, 0, {z}), turn={turn}, name='dining_chair')"
        for x, z, turn in ((-0.4, 0.75, 180), (0.4, 0.75, 180), (-0.4, -0.75, 0), (0.4, -0.75, 0))
    ]
    text = "a dining room with a table and four chairs"
    folder = standing_room(tmp_path / "room", program("dining room", *chairs, size="4.6, 4.4, 2.6"), prompt=text)
    sw.furnish(folder, level="none")
    scene = sw.evaluate(folder)
    table = next(path for path in scene.paths if path.rpartition("/")[2] in ("table", "dining_table"))
    x, _, z = scene.find(table).world_from_local[:3, 3]
    assert max(abs(x), abs(z)) < 0.35
    assert not Draft(sw.Session.open(folder)).judged().faults.violations


def test_books_stand_beside_those_that_stand(tmp_path: Path) -> None:
    upright = "rotation_matrix(1.570796, (0, 1, 0)) @ rotation_matrix(-1.570796, (1, 0, 0))"
    books = [
        f"place(transform_shape(asset_call('book'), {upright}), at=(0, 1.177, {-0.2 + 0.041 * k:.3f}), turn=90, name='book')"
        for k in range(3)
    ]
    shelf = "place(asset_call('empty bookshelf'), at=(-3.8, 0, 0), turn=90, name='bookshelf')"
    moved = [book.replace("at=(0, ", "at=(-3.78, ") for book in books]
    folder = standing_room(tmp_path / "room", program("classroom", shelf, *moved, size="8, 8, 3"))
    done = sw.furnish(folder)
    scene = sw.evaluate(folder)
    added = [path for path in done.added if "/book" in path and "/bookshelf" not in path]
    assert added
    low, high = scene.find(added[0]).bounds
    assert high[1] - low[1] > 2 * (high[2] - low[2])
    assert not Draft(sw.Session.open(folder)).judged().faults.violations
