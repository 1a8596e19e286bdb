"""What hangs from other things hangs there in the finished scene: clothes on rails and hooks, lanterns in trees."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scenewright.app.generating import GenerateRequest, generate
from scenewright.app.writers.embedded.composer import compose
from scenewright.assets import Catalogue
from scenewright.scene.model import Scene


def _named(scene: Scene, name: str) -> list[np.ndarray]:
    """Positions (x, y, z) of the entities of a name."""
    boxes = {e.path: e for e in scene.entities()}
    return [
        np.asarray(e.world_from_local)[:3, 3] for p, e in boxes.items() if p.split("/")[-1].partition("[")[0] == name
    ]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.default()


class TestHungThings:
    def test_shirts_hang_along_a_clothes_rail(self, tmp_path: Path) -> None:
        made = generate(GenerateRequest(text="a clothes rail with six white shirts hanging on it", out=tmp_path / "s"))
        scene = made.session.scene
        (rail,) = _named(scene, "clothes_rail")
        shirts = np.array(_named(scene, "shirt"))
        assert shirts.shape == (6, 3)
        assert (np.hypot(*(shirts - rail)[:, [0, 2]].T) < 0.6).all()
        assert (shirts[:, 1] > 0.2).all()
        assert made.layout is not None
        assert made.layout.report.certificate.certified

    def test_coats_hang_side_by_side_on_a_rail_of_hooks(self, catalogue: Catalogue) -> None:
        program = compose("three coats hang on hooks by the door", catalogue).program
        assert program.count("name='hook')") == 1
        assert program.count("name='coat')") == 3
        assert "joined('hook', 'coat', 'coat[1]', 'coat[2]')" in program

    def test_lanterns_hang_in_the_tree(self, tmp_path: Path) -> None:
        text = "a garden with two lanterns hanging from the branches of a big oak tree"
        made = generate(GenerateRequest(text=text, out=tmp_path / "s"))
        tree = _named(made.session.scene, "tree")[0]
        lanterns = np.array(_named(made.session.scene, "lantern"))
        hung = lanterns[lanterns[:, 1] > 1.0]
        assert len(hung) == 2
        assert (np.hypot(*(hung - tree)[:, [0, 2]].T) < 2.0).all()

    def test_a_hat_and_a_jacket_hang_on_one_stand(self, catalogue: Catalogue) -> None:
        program = compose("a hat and a jacket hang on the coat stand", catalogue).program
        assert "joined('coat_stand', 'hat', 'jacket')" in program
        assert "empty coat stand" in program  # no clothes but those of the text

    def test_pictures_on_furniture_do_not_hang_from_it(self, catalogue: Catalogue) -> None:
        assert "joined(" not in compose("a picture hangs above the sofa and a lamp on the table", catalogue).program


class TestRowsAtSeveralWalls:
    def test_lockers_stand_in_one_row_at_each_of_three_walls(self, catalogue: Catalogue) -> None:
        program = compose("a locker room with eighteen lockers along three walls", catalogue).program
        lines = [line for line in program.splitlines() if "name='locker'" in line]
        assert len(lines) == 18
        walls = ["at=(-WIDTH/2 +", "at=(WIDTH/2 -", "0, -DEPTH/2 +"]
        assert [sum(wall in line for line in lines) for wall in walls] == [6, 6, 6]

    @pytest.mark.parametrize(("count", "walls"), [(6, 2), (7, 2), (7, 3), (8, 3), (7, 4), (9, 4), (11, 4)])
    def test_as_many_stand_there_as_were_asked_for(self, count: int, walls: int, catalogue: Catalogue) -> None:
        program = compose(f"a locker room with {count} lockers along {walls} walls", catalogue, dress="only").program
        assert program.count("name='locker'") == count


class TestVerbsOfOneThing:
    @pytest.mark.parametrize("thing", ["electric guitar", "violin", "cake", "plant"])
    def test_a_thing_stands_and_is_no_stand(self, thing: str, catalogue: Catalogue) -> None:
        requests = compose(f"a {thing} stands next to a tall sideboard", catalogue, dress="only").description.requests
        assert [(r.count, r.phrase) for r in requests] == [(1, thing), (1, "tall sideboard")]


class TestSubjectsOfOneVerb:
    @pytest.mark.parametrize(
        ("text", "anchor", "subjects"),
        [
            ("A sofa and an armchair face the TV", "TV", {"sofa", "armchair"}),
            ("A mug, a book and a lamp lie on the bench", "bench", {"mug", "book", "lamp"}),
            (
                "A tent stands there; a cooler, a lantern and a guitar lie beside the fire",
                "fire",
                {"cooler", "lantern", "guitar"},
            ),
            ("A hat and a jacket hang on the coat stand", "coat stand", {"hat", "jacket"}),
        ],
    )
    def test_all_things_of_a_list_have_its_place(
        self, text: str, anchor: str, subjects: set[str], catalogue: Catalogue
    ) -> None:
        said = compose(text, catalogue, dress="only").description
        words = [r.words for r in said.requests]
        linked = {words[k.subject] for k in said.links if k.anchors and words[k.anchors[0]] == anchor}
        assert linked == subjects

    def test_a_verb_in_the_singular_has_one_subject(self, catalogue: Catalogue) -> None:
        said = compose("a room with a sofa, and an armchair faces the TV", catalogue, dress="only").description
        assert [said.requests[k.subject].words for k in said.links] == ["armchair"]

    def test_each_of_them_has_its_own(self, catalogue: Catalogue) -> None:
        said = compose("a bed and two nightstands, a lamp on each of them", catalogue, dress="only").description
        assert [r.count for r in said.requests if r.words == "lamp"] == [2]

    def test_a_second_host_has_further_seats(self, catalogue: Catalogue) -> None:
        said = compose("a table with six chairs and a desk with two chairs", catalogue, dress="only").description
        assert [r.count for r in said.requests if r.words == "chair"] == [6, 2]

    def test_the_sides_of_a_table_share_its_seats(self, catalogue: Catalogue) -> None:
        said = compose("a table with six chairs, with two chairs on each side", catalogue, dress="only").description
        assert [r.count for r in said.requests if r.words == "chair"] == [6]


class TestHangingAsOne:
    def test_pans_above_a_stove_are_a_rack_of_pans(self, catalogue: Catalogue) -> None:
        program = compose("a kitchen with a stove and copper pans hanging above it", catalogue).program
        assert "asset_call('copper hanging pans'" in program
