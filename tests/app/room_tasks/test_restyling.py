"""A style changes looks and here and there an object; kinds, places and sizes stay."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

import scenewright as sw
from scenewright.assets.moods import lightness
from tests.support.standing_rooms import HALF_BEDROOM, MESSY_OFFICE, PLAIN_LOUNGE, standing_room


def program(folder: Path) -> str:
    return (folder / "program.py").read_text(encoding="utf-8")


def words_of(folder: Path) -> dict[str, str]:
    return {e.path.partition("/")[2]: e.asset.words for e in sw.evaluate(folder).entities() if e.asset is not None}


@pytest.fixture(scope="module")
def styled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sw.RoomTaskDone]:
    folder = standing_room(tmp_path_factory.mktemp("rooms") / "lounge", PLAIN_LOUNGE)
    return folder, sw.restyle(folder, "a warm Victorian look")


def test_things_take_the_looks_of_the_style(styled: tuple[Path, sw.RoomTaskDone]) -> None:
    folder, done = styled
    words = words_of(folder)
    assert words["sofa"].startswith("chesterfield ")
    assert "red" not in words["sofa"].split()
    assert re.search("mahogany|dark oak", words["coffee_table"])
    assert "Victorian" in done.says


def test_places_and_sizes_stay(styled: tuple[Path, sw.RoomTaskDone]) -> None:
    old, new = sw.evaluate(PLAIN_LOUNGE), sw.evaluate(styled[0])
    placed = [path for path in old.paths if "/room" not in path]
    assert [path for path in new.paths if "/room" not in path] == placed
    for path in placed:
        np.testing.assert_allclose(new.find(path).world_from_local, old.find(path).world_from_local, atol=1e-9)
    for name in ("sofa", "coffee_table", "armchair"):
        np.testing.assert_allclose(
            np.ptp(new.find(name).bounds, axis=0), np.ptp(old.find(name).bounds, axis=0), atol=0.01
        )


def test_a_picture_keeps_what_it_shows(styled: tuple[Path, sw.RoomTaskDone]) -> None:
    assert words_of(styled[0])["painting"] == "portrait painting"


def test_the_style_becomes_the_identity_of_the_scene(styled: tuple[Path, sw.RoomTaskDone]) -> None:
    scene = sw.evaluate(styled[0])
    assert scene.root.embedding is not None
    assert scene.root.embedding.words == "warm Victorian"
    assert "my blue armchair" not in program(styled[0])


def test_an_object_that_is_made_once_is_written_once(styled: tuple[Path, sw.RoomTaskDone]) -> None:
    text = program(styled[0])
    assert re.search(r"cushion = asset_call\('.*pillow'\)", text)
    assert text.count("place(cushion, ") == 2
    assert "red pillow" not in text


def test_walls_are_painted_in_the_call_of_the_room(styled: tuple[Path, sw.RoomTaskDone]) -> None:
    text = program(styled[0])
    assert "wall_color=(0.9, 0.9, 0.9)" not in text
    assert text.count("wall_color=") == 1


def test_a_part_alone_takes_the_style(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "lounge", PLAIN_LOUNGE)
    done = sw.restyle(folder, "coastal", part=["sofa"])
    assert set(done.changed) == {"living_room/sofa", "living_room/pillow", "living_room/pillow[1]"}
    before, after = PLAIN_LOUNGE.splitlines(), program(folder).splitlines()
    untouched = [line for line in before if "sofa" not in line and "cushion" not in line]
    assert [line for line in untouched if line not in after] == []


def test_what_is_pinned_keeps_its_look(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "lounge", PLAIN_LOUNGE)
    sw.restyle(folder, "gothic", pinned=["sofa"])
    assert words_of(folder)["sofa"] == "red sofa"
    assert words_of(folder)["coffee_table"] != "oak coffee table"


def test_the_style_of_another_scene_is_carried_over(tmp_path: Path) -> None:
    lounge = standing_room(tmp_path / "lounge", PLAIN_LOUNGE)
    bedroom = standing_room(tmp_path / "bedroom", HALF_BEDROOM)
    sw.restyle(bedroom, like=lounge)
    words = words_of(bedroom)
    assert words["bed"].startswith("bed with oak frame")
    assert words["nightstand"] == "oak nightstand"


def test_things_may_look_like_others_of_the_scene(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "lounge", PLAIN_LOUNGE)
    sw.restyle(folder, part=["armchair"], like_part=["sofa"])
    assert words_of(folder)["armchair"] == "red armchair"
    assert words_of(folder)["sofa"] == "red sofa"


def test_what_the_program_builds_itself_is_coloured(tmp_path: Path) -> None:
    own = MESSY_OFFICE.replace("name='crate'", "name='stool'")
    folder = standing_room(tmp_path / "office", own)
    done = sw.restyle(folder, "gothic")
    assert "home_office/stool" in done.changed
    before, after = sw.evaluate(own), sw.evaluate(folder)
    color = [
        scene.nodes.color[scene.find("stool").index : scene.subtree_end(scene.find("stool").index)]
        for scene in (before, after)
    ]
    assert not np.allclose(np.nan_to_num(color[0]), np.nan_to_num(color[1]))


def test_a_mood_changes_walls_floor_things_and_light(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "lounge", PLAIN_LOUNGE)
    done = sw.restyle(folder, "dark")
    text = program(folder)
    assert "changed the light" in done.says
    assert "the walls and the floor" in done.says
    assert "environment('dim warm light" in text
    assert lightness(words_of(folder)["sofa"].removesuffix(" sofa")) < 0.45


def test_a_style_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "lounge", PLAIN_LOUNGE)
    with pytest.raises(sw.EditError, match="no style that is known"):
        sw.restyle(folder, "zzqx vrmph")
    with pytest.raises(sw.RequestError, match="not both"):
        sw.restyle(folder, "coastal", like=folder)
    with pytest.raises(sw.RequestError):
        sw.restyle(folder)
    assert program(folder) == PLAIN_LOUNGE
