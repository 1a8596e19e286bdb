"""The dressing of a scene goes and comes in one step: what people moved, changed or added stays, and nothing else moves."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

import scenewright as sw
from scenewright.app.cli import app
from scenewright.app.dressing.dress import Dressed
from scenewright.scene.language.editing import placed_by

TEXT = "a cozy bedroom with a blue armchair"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dressing") / "bedroom"
    sw.generate(TEXT, out=folder, picture=False)
    return folder


@pytest.fixture
def bedroom(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "bedroom"))


def dressing(folder: Path) -> list[str]:
    """Names of what the function places."""
    session = sw.Session.open(folder)
    return [path.partition("/")[2] for path in placed_by(session.source, session.scene, "dressing")]


def poses(folder: Path) -> dict[str, np.ndarray]:
    scene = sw.evaluate(folder)
    return {scene.paths[row].partition("/")[2]: scene.entity(row).world_from_local for row in scene.children_of(0)}


def program(folder: Path) -> str:
    return (folder / "program.py").read_text(encoding="utf-8")


def assert_all_stays(before: dict[str, np.ndarray], after: dict[str, np.ndarray]) -> None:
    for name in before.keys() & after.keys():
        np.testing.assert_allclose(after[name], before[name], atol=1e-6, err_msg=name)


def names(dressed: Dressed) -> list[str]:
    return [path.partition("/")[2] for path in dressed.removed]


def test_what_nobody_asked_for_is_a_function_of_its_own(bedroom: Path) -> None:
    text = program(bedroom)
    assert text.count("dressing()") == 2
    held = dressing(bedroom)
    assert {"painting", "pillow", "light_switch"} <= set(held)
    assert not {"armchair", "bed", "wardrobe"} & set(held)
    by_hand = re.sub(r"        # what nobody asked for\n        dressing\(\),\n", "", text)
    by_hand = re.sub(r"def dressing\(\):.*?\n\n\nrelate\(.*?\n\)\n", "", by_hand, flags=re.DOTALL)
    assert "dressing" not in by_hand
    scene = sw.evaluate(by_hand)
    assert not scene.warnings
    assert len(scene.children_of(0)) == len(sw.evaluate(bedroom).children_of(0)) - len(held)


def test_it_goes_in_one_step_that_can_be_undone(bedroom: Path) -> None:
    text, before, held = program(bedroom), poses(bedroom), dressing(bedroom)
    dressed = sw.dress(bedroom, "none")
    assert sorted(names(dressed)) == sorted(held)
    assert (dressed.things, dressed.kept) == (0, ())
    assert "dressing" not in program(bedroom)
    after = poses(bedroom)
    assert set(after) == set(before) - set(held)
    assert_all_stays(before, after)
    assert sw.history(bedroom)[-1].sentence == f"Took the dressing away: {len(held)} went"
    sw.undo(bedroom)
    assert program(bedroom) == text
    assert not sw.dress(bedroom, "light").changed


def test_a_full_dressing_adds_and_moves_nothing(bedroom: Path) -> None:
    before = poses(bedroom)
    dressed = sw.dress(bedroom, "full")
    assert len(dressed.added) >= 3
    assert dressed.removed == ()
    after = poses(bedroom)
    assert set(before) < set(after)
    assert_all_stays(before, after)
    report = sw.layout(bedroom, check=True, settle=False).report
    wrong = [v.message for v in report.certificate.violations if set(v.paths) & set(dressed.added)]
    assert wrong == []
    assert sorted(names(sw.dress(bedroom, "light"))) == sorted(p.partition("/")[2] for p in dressed.added)
    assert poses(bedroom).keys() == before.keys()


def test_what_was_taken_away_comes_back(bedroom: Path) -> None:
    held = dressing(bedroom)
    sw.dress(bedroom, "none")
    dressed = sw.dress(bedroom, "light")
    came = [path.partition("/")[2] for path in dressed.added]
    assert len(came) + len(dressed.left_out) == len(held)
    assert len(came) >= len(held) - 1
    assert dressing(bedroom) == came


def test_what_people_changed_or_added_stays(bedroom: Path) -> None:
    sw.edit(bedroom, [sw.Move("painting", by=(0.1, 0, 0)), sw.Recolour("potted_plant", color="red")])
    sw.edit(bedroom, sw.Duplicate("radiator", by=(0, 0, 0.6)))
    sw.edit(bedroom, {"kind": "add", "what": "floor lamp", "near": "armchair"})
    sw.edit(bedroom, sw.Move("bed", by=(0.02, 0, 0)))  # the pillows come along, and are nobody's for that
    dressed = sw.dress(bedroom, "none")
    assert [path.partition("/")[2] for path in dressed.kept] == ["painting", "potted_plant", "radiator"]
    assert {"pillow", "pillow[1]", "radiator"} <= set(names(dressed))
    left = set(poses(bedroom))
    assert {"painting", "potted_plant", "radiator", "floor_lamp", "bed"} <= left
    assert not {"pillow", "light_switch"} & left
    again = sw.dress(bedroom, "light")
    assert "painting" not in [path.partition("/")[2] for path in again.added]


def test_a_change_that_was_undone_keeps_nothing(bedroom: Path) -> None:
    sw.edit(bedroom, sw.Move("painting", by=(0.1, 0, 0)))
    sw.undo(bedroom)
    assert "painting" in names(sw.dress(bedroom, "none"))


def test_what_is_written_into_the_text_stays(bedroom: Path) -> None:
    text = program(bedroom).replace("name='light_switch'", "name='big_switch'")
    text = text.replace("def dressing():", "def shelf_height():\n    return 1.2\n\n\ndef dressing():")
    text = text.replace("name='armchair'", "name='throne'").replace("# rugs", "# what lies on the floor")
    (bedroom / "program.py").write_text(text, encoding="utf-8")
    dressed = sw.dress(bedroom, "none")
    assert [path.partition("/")[2] for path in dressed.kept] == ["big_switch"]
    assert "def shelf_height" in program(bedroom)
    assert "# what lies on the floor" in program(bedroom)
    assert "throne" in poses(bedroom)


def test_names_of_what_people_added_stay(bedroom: Path) -> None:
    sw.dress(bedroom, "none")
    sw.dress(bedroom, "light")
    sw.edit(bedroom, {"kind": "add", "what": "potted plant", "near": "armchair"})
    sw.edit(bedroom, sw.Delete("potted_plant"))
    before = poses(bedroom)
    assert "potted_plant" in before
    dressed = sw.dress(bedroom, "light")
    assert [path.partition("/")[2] for path in dressed.added] in ([], ["potted_plant_2"])
    assert_all_stays(before, poses(bedroom))


def test_things_come_where_their_furniture_is_now(bedroom: Path) -> None:
    sw.dress(bedroom, "none")
    sw.edit(bedroom, sw.Move("nightstand", by=(0, 0, 1.0)))
    sw.edit(bedroom, sw.Delete("bed"))
    dressed = sw.dress(bedroom, "light")
    came = {path.partition("/")[2] for path in dressed.added}
    scene = sw.evaluate(bedroom)
    clock, stand = scene.find("alarm_clock").bounds, scene.find("nightstand").bounds
    assert "alarm_clock" in came
    assert (stand[0] - 0.02 <= clock[0]).all()
    assert (clock[1] <= stand[1] + 0.02).all()
    assert ("pillow", "there is no bed for it") in dressed.left_out


PLAIN = """from scene.language import *

@register('a bedroom')
def chamber():
    return concat_shapes(
        room(4.0, 4.0, 2.6, doors=[('front', 0, 0.9, 2.05)]),
        place(asset_call('bed'), at=(0, 0, -0.9), name='bed'),
    )
"""


def test_a_scene_of_no_text_is_dressed_as_what_it_is(tmp_path: Path) -> None:
    sw.Project.create(tmp_path / "chamber", PLAIN)
    with pytest.raises(sw.EditError, match="nothing says what kind of place it is: name it") as caught:
        sw.dress(tmp_path / "chamber", "light")
    assert caught.value.field == "place"
    dressed = sw.dress(tmp_path / "chamber", "light", place="bedroom")
    assert dressed.things == len(dressed.added) >= 3
    assert "def dressing():" in program(tmp_path / "chamber")
    sw.dress(tmp_path / "chamber", "none")
    assert program(tmp_path / "chamber") == PLAIN
    with pytest.raises(sw.EditError, match="nothing is known of what dresses"):
        sw.dress(tmp_path / "chamber", "light", place="qwertz")


def test_a_scene_without_dressing_has_none_to_lose(tmp_path: Path) -> None:
    sw.Project.create(tmp_path / "chamber", PLAIN)
    dressed = sw.dress(tmp_path / "chamber", "none")
    assert (dressed.changed, dressed.removed, dressed.revision) == (False, (), 1)


def test_the_command_tells_what_went_and_what_stays(bedroom: Path) -> None:
    sw.edit(bedroom, sw.Move("painting", by=(0.1, 0, 0)))
    result = CliRunner().invoke(app, ["dress", str(bedroom), "--level", "none"])
    assert result.exit_code == 0, result.output
    assert "taken away: pillow (2)" in result.stdout
    assert "kept, since somebody moved or changed it: painting" in result.stdout
    result = CliRunner().invoke(app, ["dress", str(bedroom), "--level", "none", "--json"])
    assert json.loads(result.stdout)["changed"] is False
