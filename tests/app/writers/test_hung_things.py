"""What hangs from other things hangs there in the finished scene: clothes on rails and hooks, lanterns in trees."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scenewright.app.generating import Generated, GenerateRequest, generate
from tests.support.composed_rooms import written
from tests.support.said_in_texts import read


def _made(text: str, folder: Path) -> Generated:
    return generate(GenerateRequest(text=text, out=folder / "scene"))


def _positions(made: Generated, name: str) -> np.ndarray:
    """(N, 3) positions of the entities of a name."""
    found = [e for e in made.session.scene.entities() if e.path.split("/")[-1].partition("[")[0] == name]
    return np.array([e.world_from_local[:3, 3] for e in found])


class TestHungThings:
    def test_shirts_hang_along_a_clothes_rail(self, tmp_path: Path) -> None:
        made = _made("a clothes rail with six white shirts hanging on it", tmp_path)
        (rail,) = _positions(made, "clothes_rail")
        shirts = _positions(made, "shirt")
        assert shirts.shape == (6, 3)
        assert (np.hypot(*(shirts - rail)[:, [0, 2]].T) < 0.6).all()
        assert (shirts[:, 1] > 0.2).all()
        assert made.layout is not None
        assert made.layout.report.certificate.certified

    def test_coats_hang_side_by_side_on_a_rail_of_hooks(self) -> None:
        program = read("three coats hang on hooks by the door").program
        assert program.count("name='hook')") == 1
        assert program.count("name='coat')") == 3
        assert "joined('hook', 'coat', 'coat[1]', 'coat[2]')" in program

    def test_towels_hang_side_by_side_on_a_rail_as_long_as_they_need(self) -> None:
        program = read("a bathroom with four towels on a towel rail").program
        assert "asset_call('empty towel rail', size=(2." in program
        assert program.count("hanging towel") == 4
        assert "joined('towel_rail', 'towel', 'towel[1]', 'towel[2]', 'towel[3]')" in program

    def test_lanterns_hang_in_the_tree(self, tmp_path: Path) -> None:
        made = _made("a garden with two lanterns hanging from the branches of a big oak tree", tmp_path)
        tree, lanterns = _positions(made, "tree")[0], _positions(made, "lantern")
        hung = lanterns[lanterns[:, 1] > 1.0]
        assert len(hung) == 2
        assert (np.hypot(*(hung - tree)[:, [0, 2]].T) < 2.0).all()

    def test_a_hat_and_a_jacket_hang_on_one_stand(self) -> None:
        program = read("a hat and a jacket hang on the coat stand").program
        assert "joined('coat_stand', 'hat', 'jacket')" in program
        assert "empty coat stand" in program  # no clothes but those of the text

    def test_pictures_on_furniture_do_not_hang_from_it(self) -> None:
        assert "joined(" not in read("a picture hangs above the sofa and a lamp on the table").program

    def test_pans_above_a_stove_are_a_rack_of_pans(self) -> None:
        composition, scene = written("a kitchen with a stove and copper pans hanging above it")
        assert "asset_call('copper hanging pans'" in composition.program
        stove, rack = (next(e for e in scene.entities() if e.name == name) for name in ("stove", "hanging_pans"))
        assert rack.bounds[0, 1] > stove.bounds[1, 1]
        assert np.abs(rack.bounds.mean(axis=0) - stove.bounds.mean(axis=0))[[0, 2]].max() < 0.6
