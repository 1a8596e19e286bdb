"""Many instances brought to poses in one edit: where they come to stand, which words change, and that nothing else does."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from scenewright.app.session import Session
from scenewright.scene.errors import EditError, PathError, ScenewrightError
from scenewright.scene.folder import Project
from scenewright.scene.geometry import pose_matrices, standing_poses
from scenewright.scene.language.editing import Arrange, ArrangeResult, Placement, apply_edit, edit_from_json
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import FloatArray, Scene
from tests.support.edit_oracle import program

HEAD = """\
from scene.language import *

WIDTH, spot = 4.0, (1, 0, 2)


@register('a chair')
def chair():
    return primitive_call('cube', {'scale': (0.4, 0.5, 0.3)})


@register('a table')
def table():
    return primitive_call('cube', {'scale': (1, 0.7, 0.8)})


@register('a nook')
def nook():
    return concat_shapes(place('table', at=(0, 0, 0)), place('chair', at=(0.3, 0.7, 0.1)))


@register('a room')
def scene():
"""
FEET = ["scene/chair", "scene/chair[1]", "scene/table"]


def room(*parts: str, tail: str = "") -> str:
    return HEAD + "    return concat_shapes(\n" + "".join(f"        {p},\n" for p in parts) + "    )\n" + tail


class Counted:
    """Evaluates, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, source: str) -> Scene:
        self.times += 1
        return evaluate_here(source)


def moved(scene: Scene, changes: Mapping[str, Sequence[float]]) -> Arrange:
    """The arrangement in which instances are (dx, dy, dz, turn in degrees) from where they stand."""
    now = standing_poses(scene, [scene.find(p).index for p in changes])
    away = np.array([[x, y, z, math.radians(turn)] for x, y, z, turn in changes.values()])
    wanted = (now + away).tolist()
    return Arrange(tuple(Placement(p, (x, y, z), yaw) for p, (x, y, z, yaw) in zip(changes, wanted, strict=True)))


def wanted_worlds(scene: Scene, edit: Arrange) -> FloatArray:
    """(K, 4, 4) world_from_local that the instances of an arrangement are to have."""
    rows = [scene.find(p.path).index for p in edit.poses]
    poses = np.array([[*p.at, p.yaw] for p in edit.poses])
    motion = pose_matrices(poses) @ np.linalg.inv(pose_matrices(standing_poses(scene, rows)))
    return motion @ scene.world_from_local[rows]


def arranged(source: str, changes: Mapping[str, Sequence[float]], evaluations: int | None = None) -> ArrangeResult:
    """Make an arrangement, and hold it against the scene before."""
    scene, evaluate = evaluate_here(source), Counted()
    edit = moved(scene, changes)
    result = apply_edit(source, edit, evaluate, scene=scene)
    assert isinstance(result, ArrangeResult)
    assert evaluations is None or evaluate.times == evaluations
    check(scene, edit, result)
    return result


def check(scene: Scene, edit: Arrange, result: ArrangeResult) -> None:
    """Each named instance is where it was to go, and every other where it was in its parent."""
    after = evaluate_here(result.source)
    assert after.paths == scene.paths
    made = [i for i, p in enumerate(edit.poses) if scene.find(p.path).path not in result.failed]
    wanted = wanted_worlds(scene, edit)[made]
    off = after.world_from_local[[scene.find(edit.poses[i].path).index for i in made]] @ np.linalg.inv(wanted)
    feet = np.array([[*edit.poses[i].at, 1.0] for i in made])
    assert np.abs(np.einsum("kij,kj->ki", off, feet) - feet).max() < 6e-4
    assert np.abs(off[:, :3, :3] - np.eye(3)).max() < 1e-3
    written = {scene.find(p).index for p in result.ways}
    rest = [row for row in range(len(scene)) if row not in written]
    assert np.abs(after.nodes.parent_from_local[rest] - scene.nodes.parent_from_local[rest]).max() < 1e-9


class TestLiterals:
    def test_all_in_one_evaluation(self) -> None:
        source = room(
            "place('chair', at=(WIDTH/2 - 0.38, 0, 1.5), turn=90)",
            "place('chair', at=(-1, 0, 2), turn=10)",
            "place('table', (0, 0, 0))",
        )
        result = arranged(
            source,
            {"chair": (-0.032, 0, 0.25, 0), "chair[1]": (0.5, 0, 0, -100), "table": (0, 0, -1.25, 30)},
            evaluations=1,
        )
        assert result.source == room(
            "place('chair', at=(WIDTH/2 - 0.412, 0, 1.75), turn=90)",
            "place('chair', at=(-0.5, 0, 2), turn=-90)",
            "place('table', (0, 0, -1.25), turn=30)",
        )
        assert result.how == "literal"
        assert result.ways == dict.fromkeys(FEET, "literal")

    @pytest.mark.parametrize(
        ("old", "by", "new"),
        [
            ("place('chair')", (1, 0, -2, 0), "place('chair', at=(1, 0, -2))"),
            ("place('chair', turn=90)", (1, 0.5, 0, 90), "place('chair', turn=180, at=(1, 0.5, 0))"),
            (
                "place('chair', name='chair',)",
                (0, 0, 0.25, 45),
                "place('chair', name='chair', at=(0, 0, 0.25), turn=45,)",
            ),
            ("place('chair')", (0, 0, 0, 30), "place('chair', turn=30)"),
            ("place(library_call('chair'))", (1, 0, 0, 0), "place(library_call('chair'), at=(1, 0, 0))"),
            ("place('chair', at=(1, 2))", (0, 0.4, -0.5, 0), "place('chair', at=(1, 0.4, 1.5))"),
            ("place('chair', at=(1, WIDTH - 1))", (1, 0.4, 0, 0), "place('chair', at=(2, 0.4, WIDTH - 1))"),
            ("place('chair', at=((1), 2))", (0, 0.4, 0, 0), "place('chair', at=((1), 0.4, 2))"),
        ],
    )
    def test_where_a_call_does_not_say_where_it_comes_to_say_it(
        self, old: str, by: tuple[float, ...], new: str
    ) -> None:
        result = arranged(room(old), {"chair": by}, evaluations=1)
        assert result.source == room(new)
        assert set(result.ways.values()) == {"literal"}
        assert evaluate_here(result.source).places[0].given == ("at=" in new)

    @pytest.mark.parametrize(
        ("old", "by", "new"),
        [
            ("0", 90, "90"), ("170", 20, "-170"), ("-170", -20, "170"), ("270", 30, "300"), ("350", 20, "10"),
            ("WIDTH * 10", 100, "WIDTH * 10 + 100"), ("45 + 5", -10, "45 - 5"), ("(0)", 30, "(30)"), ("180", -180, "0"),
        ],
    )  # fmt: skip
    def test_a_turn_stays_within_its_circle(self, old: str, by: float, new: str) -> None:
        source = room(f"place('chair', at=(1, 0, 2), turn={old})")
        assert arranged(source, {"chair": (0, 0, 0, by)}).source == source.replace(f"turn={old})", f"turn={new})")

    def test_what_stands_there_already_keeps_its_text(self) -> None:
        source = room("place('chair', at=(1.00001, 0, 2), turn=10.001)", "place('table', at=(-1, 0, 0))")
        changes = {"chair": (4e-4, 0, 0, 0.04), "table": (0.5, 0, 0, 0)}
        result = arranged(source, changes)
        assert result.source == source.replace("at=(-1,", "at=(-0.5,")
        assert result.ways == {"scene/table": "literal"}
        assert arranged(source, {"chair": (4e-4, 0, 0, 0.04)}, evaluations=0).source == source

    def test_turning_about_its_foot_leaves_the_place(self) -> None:
        source = room("place('chair', at=(1, 0, 2), turn=5)")
        assert arranged(source, {"chair": (0, 0, 0, 40)}).source == source.replace("turn=5", "turn=45")

    def test_written_again_and_again_the_text_stays_short(self) -> None:
        source = room("place('chair', at=(WIDTH/2 - 0.5, 0, WIDTH), turn=WIDTH)")
        for _ in range(5):
            source = arranged(source, {"chair": (0.1, 0, -0.1, 5)}).source
        assert source == room("place('chair', at=(WIDTH/2 + 0.0, 0, WIDTH - 0.5), turn=WIDTH + 25)")

    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_comments_line_ends_and_layout_stay(self, end: str) -> None:
        odd = "place(  # the chäir\n            'chair',   at=(1,  0,2),# here\n\n            turn = 5)"
        source = room(odd, "*[place('table', at=(i, 0, 0)) for i in range(2)]").replace("\n", end)
        result = arranged(source, {"chair": (1, 0, 0, 0), "table[1]": (0, 0, 1, 0)})
        assert result.source == source.replace("at=(1,  0,2)", "at=(2,  0,2)") + end + (
            f"adjust('table[1]', move=(0, 0, 1)){end}"
        )


class TestNested:
    def test_what_is_inside_moves_along_unless_it_is_named(self) -> None:
        source = room("place('nook', at=(0, 0, 0))")
        result = arranged(source, {"nook": (1, 0, 0, 90)})
        assert result.source == source.replace("place('nook', at=(0, 0, 0))", "place('nook', at=(1, 0, 0), turn=90)")

    def test_what_is_named_stays_while_its_holder_moves(self) -> None:
        source = room("place('nook', at=(0, 0, 0))")
        result = arranged(source, {"nook": (0.1, 0, 0, 0), "nook/chair": (0, 0, 0, 0)}, evaluations=1)
        assert "place('chair', at=(0.2, 0.7, 0.1))" in result.source
        assert "place('nook', at=(0.1, 0, 0))" in result.source

    def test_both_move_and_turn(self) -> None:
        source = room("place('nook', at=(1, 0, 0), turn=30)")
        changes = {"nook/chair": (-1.2, 0, 0.65, -45), "nook": (-1, 0, 0.5, -75)}
        assert set(arranged(source, changes, evaluations=1).ways.values()) == {"literal"}

    def test_a_part_whose_literal_would_shift_the_whole(self) -> None:
        """place puts the middle of a box somewhere: where a part moves its side, the whole moves the other way."""
        source = room("place('nook', at=(1, 0, 0))", "place('chair', at=(3, 0, 3))")
        result = arranged(source, {"nook/chair": (0.9, 0, 0, 0), "scene/chair": (0, 0, -1, 0)}, evaluations=2)
        assert result.ways == {"scene/nook/chair": "adjust", "scene/chair": "literal"}

    def test_shapes_inside_a_placed_group(self) -> None:
        group = "place(concat_shapes(place('chair', at=(0, 0, 0)), place('table', at=(1, 0, 0))), at=(0, 0, 1), name='alcove')"
        arranged(
            room(group), {"alcove": (1, 0, 0, 45), "alcove/chair": (0.5, 0, 0.5, 0), "alcove/table": (0, 0, 0.25, 90)}
        )

    @pytest.mark.parametrize(
        "carried",
        [
            "rotation_matrix(0.3, (1, 0, 0), (0, 0, 0))",
            "scale_matrix((-1, 1, 1), (0, 0, 0))",
            "scale_matrix((1, 1, 2), (0, 0, 0))",
            "scale_matrix(2.0, (0, 0, 0)) @ translation_matrix((1, 0, 0))",
        ],
    )
    def test_in_a_tilted_mirrored_or_scaled_parent(self, carried: str) -> None:
        source = room(f"transform_shape(library_call('nook'), {carried})")
        arranged(source, {"nook": (1, 0, 0, 20), "nook/chair": (0.5, 0.1, 0.5, -60)})


class TestAdjusts:
    def test_a_loop_gets_a_line_for_each(self) -> None:
        source = room("*[place('chair', at=(i, 0, 0)) for i in range(3)]", tail="relate(near('chair', 'chair[1]'))\n")
        result = arranged(source, {"chair[1]": (0, 0, 0.5, 0), "chair[2]": (0.25, 0, 0, 90)}, evaluations=1)
        assert (
            result.source
            == source + "adjust('chair[1]', move=(0, 0, 0.5))\nadjust('chair[2]', move=(0.25, 0, 0), turn=90)\n"
        )
        assert result.how == "adjust"

    def test_a_line_that_stands_is_updated_with_totals(self) -> None:
        source = room(
            "library_call('chair')", "library_call('table')", tail="adjust('chair', move=(0, 0, 0.1), turn=5)  # kept\n"
        )
        result = arranged(source, {"chair": (0.5, 0, 1, 10), "table": (1, 0, 0, 0)})
        assert result.source == source.replace(
            "adjust('chair', move=(0, 0, 0.1), turn=5)  # kept\n",
            "adjust('chair', move=(0.5, 0, 1.1), turn=15)  # kept\nadjust('table', move=(1, 0, 0))\n",
        )

    @pytest.mark.parametrize(
        "said", ["move=(0.5, 0, 0)", "turn=30", "scale=(2, 1, 1)", "move=(0, 0, 1), turn=-20, scale=1.5"]
    )
    def test_an_adjusted_instance_goes_by_its_literals(self, said: str) -> None:
        source = room("place('chair', at=(1, 0, 2), turn=20)", tail=f"adjust('chair', {said})\n")
        result = arranged(source, {"chair": (0.25, 0, -1, 50)})
        assert f"adjust('chair', {said})" in result.source or result.ways["scene/chair"] == "adjust"

    def test_inside_an_adjusted_holder(self) -> None:
        source = room("place('nook', at=(1, 0, 0))", tail="adjust('nook', turn=30, scale=1.2)\n")
        arranged(source, {"nook": (0.5, 0, 0, 15), "nook/chair": (0, 0, 0.3, -45), "nook/table": (0.2, 0, 0, 10)})

    def test_what_is_measured_is_adjusted(self) -> None:
        source = HEAD + (
            "    a = place('chair', at=(1, 0, 0))\n    x = compute_shape_max(a)[0]\n"
            "    return concat_shapes(a, place('table', at=(x + 1, 0, 0)), place('chair', at=(0, 0, 3)))\n"
        )
        result = arranged(source, {"chair": (0, 0, 1, 0), "chair[1]": (1, 0, 0, 0)}, evaluations=1)
        assert set(result.ways.values()) == {"literal"}
        result = arranged(source, {"chair": (1, 0, 1, 0), "chair[1]": (1, 0, 0, 0)}, evaluations=2)
        assert result.ways == {"scene/chair": "adjust", "scene/chair[1]": "literal"}

    def test_where_any_literal_may_be_what_moves_others(self) -> None:
        source = HEAD + (
            "    parts = [place('chair', at=(1, 0, 0)), place('chair', at=(0, 0, 3))]\n"
            "    x = compute_shape_max(concat_shapes(*parts))[0]\n"
            "    return concat_shapes(*parts, place('table', at=(x + 1, 0, 0)))\n"
        )
        result = arranged(source, {"chair": (1, 0, 1, 0), "chair[1]": (0, 0, 1, 0)})
        assert set(result.ways.values()) == {"adjust"}

    def test_in_an_animation(self) -> None:
        source = HEAD.replace("@register('a room')\ndef scene():\n", "@register_animation()\ndef fly():\n") + (
            "    for i in range(3):\n        yield place('chair', at=(i, 0, 0))\n"
        )
        assert arranged(source, {"chair": (0, 1, 0, 45)}).how == "adjust"

    def test_a_name_that_a_removed_instance_still_bears(self) -> None:
        source = room("library_call('nook')", "library_call('chair')", tail="adjust('nook', remove=True)\n")
        assert "adjust('scene/chair', move=(1, 0, 0))" in arranged(source, {"chair": (1, 0, 0, 0)}).source


class TestRefusals:
    def test_what_cannot_be_brought_there_is_named_and_the_rest_kept(self) -> None:
        source = room("library_call('chair')", "library_call('table')")
        scene = evaluate_here(source)
        row = scene.find("chair").index

        def stubborn(text: str) -> Scene:
            made = evaluate_here(text)
            local = made.nodes.parent_from_local.copy()
            local[row] = scene.nodes.parent_from_local[row]
            return replace(made, nodes=replace(made.nodes, parent_from_local=local))

        result = apply_edit(source, moved(scene, {"chair": (1, 0, 0, 0), "table": (1, 0, 0, 0)}), stubborn, scene=scene)
        assert isinstance(result, ArrangeResult)
        assert result.source == source + "\nadjust('table', move=(1, 0, 0))\n"
        assert set(result.failed) == {"scene/chair"}
        with pytest.raises(EditError, match="'scene/chair' would not come out as wished"):
            apply_edit(source, moved(scene, {"chair": (1, 0, 0, 0)}), stubborn, scene=scene)

    @pytest.mark.parametrize(
        ("poses", "error", "told"),
        [
            ([("chair", (0, 0, 0), 0), ("scene/chair", (1, 0, 0), 0)], EditError, "twice"),
            ([("chair", (math.nan, 0, 0), 0)], EditError, "finite"),
            ([("chair", (1, 0, 0), math.inf)], EditError, "finite"),
            ([("stool", (1, 0, 0), 0)], PathError, "no instance 'stool'"),
        ],
    )
    def test_bad_poses(
        self, poses: list[tuple[str, tuple[float, float, float], float]], error: type[ScenewrightError], told: str
    ) -> None:
        with pytest.raises(error, match=told):
            apply_edit(
                room("place('chair', at=(1, 0, 2))"), Arrange(tuple(Placement(*p) for p in poses)), evaluate_here
            )

    def test_nothing_to_do(self) -> None:
        source = room("place('chair', at=(1, 0, 2))")
        result = apply_edit(source, Arrange(()), evaluate_here)
        assert result.source == source


def test_a_relation_that_comes_to_mean_another_instance_is_told() -> None:
    """A name that fits several means the nearest of them."""
    source = room(
        "place('nook', at=(-3, 0, 0))", "place('nook', at=(3, 0, 0))", "place('chair', at=(-1, 0, 0), name='stool')",
        tail="relate(near('stool', 'chair'))\nrelate(near('stool', 'table'))\n",
    )  # fmt: skip
    result = arranged(source, {"stool": (2, 0, 0, 0)})
    assert result.reread == (0, 1)
    assert arranged(source, {"stool": (0.5, 0, 0, 0)}).reread == ()


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_random_arrangements_reach_their_poses_and_move_no_more(seed: int) -> None:
    rng = random.Random(seed)
    source = program(rng)
    scene = evaluate_here(source)
    paths = [e.path for e in scene.entities(primitives=rng.random() < 0.3) if e.index]
    chosen = rng.sample(paths, rng.randint(1, len(paths)))

    def away() -> tuple[float, ...]:
        return (rng.uniform(-1, 1), rng.choice([0, 0.25]), rng.uniform(-1, 1), rng.choice([0, rng.uniform(-180, 180)]))

    edit = moved(scene, {path: away() if rng.random() < 0.8 else (0, 0, 0, 0) for path in chosen})
    result = apply_edit(source, edit, evaluate_here, scene=scene)
    assert isinstance(result, ArrangeResult)
    assert not result.failed
    check(scene, edit, result)
    told = ("place(", "adjust(")
    kept = [line for line in source.split("\n") if line.strip() and not any(t in line for t in told)]
    lines = iter(result.source.split("\n"))
    assert all(line in lines for line in kept)
    assert result.source.count("#") == source.count("#")


class TestAsData:
    def test_there_and_back(self) -> None:
        edit = Arrange((Placement("a", (1.0, 0.0, 2.0), 0.5), Placement("b/c[1]", (0.0, 0.0, 0.0), -1.0)))
        assert edit_from_json(json.loads(json.dumps(edit.to_json()))) == edit

    @pytest.mark.parametrize(
        ("values", "told"),
        [
            ({}, "needs poses"),
            ({"poses": []} | {"path": "a"}, "no field 'path'"),
            ({"poses": [["a", 1, 0, 2, 0]]}, '"path": "chair"'),
            ({"poses": [{"path": "a", "at": [1, 2], "yaw": 0}]}, '"path": "chair"'),
            ({"poses": [{"path": "a", "at": [1, 0, 2], "turn": 90}]}, '"path": "chair"'),
            ({"poses": [{"path": "a", "at": [1, 0, "x"], "yaw": 0}]}, '"path": "chair"'),
        ],
    )
    def test_what_is_none(self, values: dict[str, object], told: str) -> None:
        with pytest.raises(EditError, match=told):
            edit_from_json({"kind": "arrange", **values})

    def test_one_step_of_a_folder_that_can_be_undone(self, tmp_path: Path) -> None:
        source = room("place('chair', at=(1, 0, 2))", "place('table', at=(-1, 0, 0))")
        Project.create(tmp_path / "s", source, seed=0)
        session = Session.open(tmp_path / "s", writable=True)
        edit = moved(session.scene, {"chair": (0.5, 0, 0, 0), "table": (0, 0, 1, 90)})
        session.edit([edit], author="solver")
        assert session.project is not None
        last = session.project.history()[-1]
        assert (last.author, last.kind) == ("solver", "arrange")
        assert edit_from_json(dict(last.operation)) == edit
        assert Project.open(tmp_path / "s").source != source
        session.step(Project.undo)
        assert session.source == source

    def test_from_the_command_line(self, tmp_path: Path) -> None:
        from scenewright.app.cli import app

        (tmp_path / "room.py").write_text(room("place('chair', at=(1, 0, 2))", "place('table', at=(-1, 0, 0))"))
        poses = [
            {"path": "chair", "at": [0, 0, 1], "yaw": math.pi / 2},
            {"path": "table", "at": [-1, 0, 0.5], "yaw": 0},
        ]
        (tmp_path / "edits.json").write_text(json.dumps([{"kind": "arrange", "poses": poses}]))
        where = [str(tmp_path / "room.py"), str(tmp_path / "edits.json"), "--in-place"]
        made = CliRunner().invoke(app, ["edit", "apply", *where])
        assert made.exit_code == 0
        assert "2 of 2 moved (in its own text)" in made.stdout
        assert "place('chair', at=(0, 0, 1), turn=90)" in (tmp_path / "room.py").read_text()
