"""`import scenewright as sw` as a Python developer uses it."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import scenewright as sw
from scenewright.app.version import __version__

PROGRAM = """from scene.language import *

@register('a desk with a lamp')
def study():
    return concat_shapes(
        room(3.0, 3.0, 2.5),
        place(primitive_call('cube', {'scale': (1.2, 0.75, 0.6)}, color=(0.5, 0.3, 0.1)), at=(0, 0, 0), name='desk'),
        place(primitive_call('cube', {'scale': (0.2, 0.4, 0.2)}, color=(0.8, 0.1, 0.1)), at=(0.3, 0.75, 0), name='lamp'),
    )

camera((2.5, 1.6, 2.5), (0, 0.6, 0), fov=50)
relate(on('lamp', 'desk'))
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    sw.Project.create(tmp_path / "study", PROGRAM)
    return tmp_path / "study"


# -- functions ----------------------------------------------------------------------------------------------------------


def test_a_change_is_undone_redone_and_listed(study: Path) -> None:
    before = sw.evaluate(study).find("desk").bounds[0]
    sw.edit(study, sw.Move("desk", by=(0.5, 0, 0)))
    assert sw.undo(study).operation["kind"] == "undo"
    np.testing.assert_allclose(sw.evaluate(study).find("desk").bounds[0], before)
    assert sw.redo(study).revision == 4
    np.testing.assert_allclose(sw.evaluate(study).find("desk").bounds[0] - before, [0.5, 0, 0], atol=1e-9)
    assert [entry.kind for entry in sw.history(study)] == ["create", "move", "undo", "redo"]


def test_a_single_file_keeps_no_history(tmp_path: Path) -> None:
    (tmp_path / "study.py").write_text(PROGRAM, encoding="utf-8")
    for function in (sw.undo, sw.redo, sw.history):
        with pytest.raises(sw.ProjectError, match="keeps no history"):
            function(tmp_path / "study.py")


def test_a_question_is_answered_with_its_facts(study: Path) -> None:
    answer = sw.ask(study, "is there a lamp on the desk?")
    assert (answer.answered, answer.value) == (True, True)
    assert not sw.ask(study, "what would you like for supper?").answered


def test_the_catalogue_is_searched_by_words() -> None:
    found = sw.search_catalogue("armchair", number=2)
    assert found.matches[0].entry.word == "armchair"
    assert len(found.matches) <= 2
    assert len(sw.search_catalogue().listed) > 100


def test_pictures_come_as_arrays_and_no_file_is_written(study: Path) -> None:
    files = sorted(study.rglob("*"))
    views = sw.render(study, passes=("color", "depth", "entity"), width=64, height=48, arrays=True)
    assert sorted(study.rglob("*")) == files
    assert (len(views), views.cameras) == (1, (0,))
    color, depth = views[0].color, views[0].depth
    assert color is not None
    assert depth is not None
    assert color.shape == (48, 64, 3)
    assert np.isfinite(depth).any()
    lamp = sw.evaluate(study).find("lamp")
    inside = [lamp.index, *(e.index for e in lamp.descendants())]
    assert np.isin(views[0]["entity"], inside).any()


def test_a_scene_becomes_meshes_that_are_named_by_path(study: Path) -> None:
    scene = sw.evaluate(study)
    meshes = scene.to_trimesh()
    np.testing.assert_allclose(meshes.bounds, scene.bounds, atol=1e-6)
    assert "study/lamp" in meshes.graph.nodes
    with pytest.raises(sw.ScenewrightError, match=r"scenewright\.evaluate"):
        replace(scene, meshes=None).to_trimesh()


def test_a_scene_goes_through_pickle(study: Path) -> None:
    scene = sw.evaluate(study)
    assert pickle.loads(pickle.dumps(scene)).paths == scene.paths


# -- overwriting --------------------------------------------------------------------------------------------------------


def test_overwriting_is_one_step_that_undo_takes_back(study: Path) -> None:
    other = PROGRAM.replace("study", "den").replace("'lamp'", "'vase'")
    with pytest.raises(sw.ProjectError, match="is a scene folder already"):
        sw.Project.create(study, other)
    project = sw.Project.create(study, other, overwrite=True, seed=3, title="a den")
    assert (project.revision, project.seed, project.title) == (2, 3, "a den")
    assert sw.evaluate(study).root_name == "den"
    sw.undo(study)
    assert sw.evaluate(study).root_name == "study"
    assert sw.Project.open(study).seed == 0


def test_only_scene_folders_are_overwritten(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "me.jpg").write_bytes(b"mine")
    with pytest.raises(sw.ProjectError, match="is not empty"):
        sw.generate("a chair", out=tmp_path / "photos", overwrite=True, picture=False, layout=False)
    assert (tmp_path / "photos" / "me.jpg").read_bytes() == b"mine"


@pytest.mark.slow
# -- wrong arguments ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "field", "words"),
    [
        (lambda s: sw.generate(5), "text", "must be a text, not 5"),
        (lambda s: sw.generate(), "text", "generate needs 'text'"),
        (lambda s: sw.generate("a chair", banana=1), "banana", "it takes text, images, out, overwrite"),
        (lambda s: sw.generate("a chair", picture="no"), "picture", "must be true or false"),
        (lambda s: sw.generate("a chair", out=s), "out", "is a scene folder already"),
        (lambda s: sw.evaluate(5), "scene", "not by 5"),
        (lambda s: sw.evaluate(s, seed="x"), "seed", "must be a whole number"),
        (lambda s: sw.edit(s, "delete"), "edits", "Move"),
        (lambda s: sw.edit(s, ["delete"]), "edits", "Move"),
        (lambda s: sw.edit(s, {"kind": "move", "path": "desk", "by": [1, 0]}), "by", "must have 3 items, not 2"),
        (lambda s: sw.edit(s, sw.Move("desk", by="abc")), "by", "must be a list, not 'abc'"),
        (lambda s: sw.layout(s, keep=5), "keep", "must be a text"),
        (lambda s: sw.render(s, widht=64), "widht", "it takes scene, renderer"),
        (lambda s: sw.render(s, width="64"), "width", "must be a whole number, not '64'"),
        (lambda s: sw.render(s, arrays=1), "arrays", "must be true or false"),
        (lambda s: sw.render(s, arrays=True, out="x"), "out", "not written"),
        (lambda s: sw.export(s, None), "out", "not None"),
        (lambda s: sw.query(s, 5), "text", "must be a text, not 5"),
        (lambda s: sw.ask(s, None), "question", "not None"),
        (lambda s: sw.undo(), "scene", "undo needs 'scene'"),
        (lambda s: sw.search_catalogue("sofa", k=3), "k", "it takes words, number"),
        (lambda s: sw.search_catalogue("sofa", number=0), "number", "at least 1"),
        (lambda s: sw.Project.open(5), "path", "must be a path, not 5"),
        (lambda s: sw.evaluate(s).find(5), "path", "named by a path"),
        (lambda s: sw.evaluate(s).entity("desk"), "index", "find takes a path"),
        (lambda s: sw.read_gaussians(5), "path", "must be a path"),
        (lambda s: sw.write_gaussians(5, "a.ply"), "gaussians", "must be Gaussians, not 5"),
        (lambda s: sw.open_capture(5), "path", "must be a path"),
        (lambda s: sw.Cameras.look_at((1, 2), (0, 0, 0), fov=50, width=8, height=8), "eye", "must be 3 numbers"),
        (lambda s: sw.Cameras.look_at((1, 2, 3), (0, 0, 0), fov=200, width=8, height=8), "fov", "0 and 180 degrees"),
        (lambda s: sw.Cameras.look_at((1, 2, 3), (0, 0, 0), fov=50), "width", "needs 'width' and 'height'"),
        (lambda s: sw.Gaussians.empty().crop([[0, 0], [1, 1]]), "bounds", r"shape \(2, 3\)"),
        (lambda s: sw.Gaussians.empty().select([5]), "selection", "0 Gaussians"),
        (lambda s: sw.Gaussians.empty().to("nowhere"), "target", "device"),
        (lambda s: sw.rasterize(5, 6), "gaussians", "must be Gaussians"),
        (lambda s: sw.TrainingOptions(iterations="x"), "iterations", "must be a whole number"),
        (lambda s: sw.TrainingOptions(banana=1), "banana", "it takes iterations"),
        (lambda s: sw.RasterSettings(near="x"), "near", "must be a number"),
        (lambda s: sw.Trainer(5), "views", "not 5"),
    ],
)
def test_a_wrong_argument_is_named_by_our_error(
    study: Path, call: Callable[[Path], object], field: str, words: str
) -> None:
    with pytest.raises(sw.ScenewrightError, match=words) as refusal:
        call(study)
    assert refusal.value.field == field


# -- what a prompt shows ------------------------------------------------------------------------------------------------


def test_results_are_shown_on_one_short_line(study: Path) -> None:
    session = sw.Session.open(study)
    gaussians = sw.Gaussians.of_numpy(*(np.zeros((5, *n)) for n in ((3,), (4,), (3,), (), (1, 3))))
    camera = sw.Cameras.look_at((1, 2, 3), (0, 0, 0), fov=50, width=8, height=6)
    laid = sw.layout(study, check=True, settle=False)
    shown = [
        session.scene, session.scene.nodes, session.scene.places[0], session, session.snapshot(), session.derived,
        session.derived.geometry(), session.derived.graph(), laid, laid.report, laid.report.certificate, laid.report.problem,
        sw.query(study, "the lamp"), sw.history(study)[0], sw.Project.open(study), gaussians, camera,
        sw.rasterize(gaussians, camera), sw.search_catalogue("sofa"), sw.search_catalogue("sofa").matches[0],
        sw.render(study, width=16, height=12, arrays=True), sw.render(study, width=16, height=12, arrays=True)[0],
    ]  # fmt: skip
    for value in shown:
        line = repr(value)
        assert len(line) <= 160, line
        assert "\n" not in line
        assert " object at 0x" not in line
        assert line.startswith(f"{type(value).__name__}("), line
    assert re.fullmatch(r"Scene\('study', \d+ nodes, room 3 x 3 x 2\.5\)", repr(session.scene))
    assert repr(gaussians) == "Gaussians(5, degree 0, 0 entities)"
    assert repr(camera) == "Cameras(1 of 8 x 6 pixels)"


def test_the_version_is_that_of_the_package() -> None:
    assert sw.__version__ == __version__
    assert {"ask", "undo", "redo", "history", "search_catalogue"} <= set(dir(sw))
