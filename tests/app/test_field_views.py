"""From where answers of a field are drawn: what is asked for, or what shows the found thing best."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from scenewright.app.actions import RequestError
from scenewright.app.cli import app
from scenewright.app.field_views import ViewWish
from scenewright.scene.semantics.capture_programs import RoomFit, UprightBox
from scenewright.scene.semantics.encoders import ExactEncoder
from scenewright.scene.semantics.fields import LanguageField, geometry_hash, write_field
from scenewright.scene.semantics.fields.codebook import fitted
from scenewright.scene.semantics.fields.field import FieldLevel
from scenewright.scene.semantics.queries.capture import CapturedThing, best_view, views_about, views_within
from scenewright.scene.splats import Cameras
from scenewright.scene.splats.formats import read_file, write_gaussians
from tests.support.language_scenes import around, walled_balls
from tests.support.photographs import photographed

ENCODER = ExactEncoder(["cup", "lamp"])
WORDS = ["cup", "lamp", "chair"]


def ball(number: int) -> CapturedThing:
    """One of the three balls of :func:`walled_balls`, which stand along x."""
    gaussians = walled_balls()
    rows = np.flatnonzero(gaussians.entity_ids.numpy() == number)
    middle = gaussians.means.double().numpy()[rows].mean(axis=0)
    return CapturedThing(rows, 1.0, 1.0, UprightBox(middle - [0.0, 0.5, 0.0], np.ones(3), 0.0))


def looks(eye: tuple[float, float, float], target: tuple[float, float, float]) -> Cameras:
    return Cameras.look_at(eye, target, fov=40.0, width=96, height=72)


def test_the_view_that_shows_most_of_a_thing_is_best() -> None:
    gaussians = walled_balls()
    hidden = looks((5.0, 0.0, 0.0), (0.0, 0.0, 0.0))  # the balls are in a row: the first hides the others
    away = looks((0.0, 0.0, -4.0), (0.0, 0.0, -9.0))
    cut = looks((-1.1, 0.0, -3.0), (0.1, 0.0, 0.0))
    whole = looks((-1.1, 0.0, -3.0), (-1.1, 0.0, 0.0))
    found = best_view(gaussians, [hidden, away, cut, whole], [ball(0)])
    assert found is not None
    assert found.number == 3
    assert found.whole > 0.95
    assert 0.01 < found.share < 0.5
    assert best_view(gaussians, [away], [ball(0)]) is None


def test_views_within_are_free_and_in_the_room() -> None:
    gaussians = walled_balls()
    room = RoomFit(np.eye(4), 6.0, 5.0, 3.0, ("left", "back"), False, 0.05, True, ())
    views = views_within(gaussians, room, [ball(1)], width=64, height=48)
    assert views
    means = gaussians.means.double().numpy()
    for view in views:
        eye = view.positions[0].double().numpy()
        assert (np.abs(eye[[0, 2]]) <= [3.0, 2.5]).all()
        assert 0.0 < eye[1] < 3.0
        assert np.linalg.norm(means - eye, axis=1).min() > 0.15
    assert best_view(gaussians, views, [ball(1)]) is not None
    of_nothing = views_within(gaussians, room, [], width=64, height=48)
    assert best_view(gaussians, of_nothing, []) is not None


def test_views_about_a_thing_show_it_as_a_whole() -> None:
    gaussians = walled_balls()
    views = views_about(gaussians, [ball(2)], width=64, height=48)
    assert len(views) > 10
    found = best_view(gaussians, views, [ball(2)])
    assert found is not None
    assert found.whole > 0.95
    assert found.share > 0.02


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (ViewWish(eye=(0, 0, 1)), "give both"),
        (ViewWish(capture=Path("x"), camera=1), "give one"),
        (ViewWish(eye=(0, 0, 1), target=(0, 0, 0), capture=Path("x")), "give one"),
        (ViewWish(camera=8), "no view 8"),
        (ViewWish(fov=40.0), "fov belongs to eye and target"),
        (ViewWish(eye=(0, 0, 1), target=(0, 0, 0), fov=200.0), "no angle"),
        (ViewWish(eye=(0, 0, 1), target=(0, 0, 1)), "same point"),
        (ViewWish(as_captured=True), "belong to a capture"),
    ],
)
def test_views_that_make_no_sense_are_refused(wish: ViewWish, message: str) -> None:
    with pytest.raises(RequestError, match=message):
        wish.check()


def test_an_eye_that_is_nowhere_is_refused() -> None:
    with pytest.raises(RequestError, match="finite"):
        ViewWish(eye=(0, 0, float("nan")), target=(0, 0, 1))


def test_the_command_draws_from_photographs_and_given_eyes(tmp_path: Path) -> None:
    from PIL import Image

    gaussians, splats, field = walled_balls(), tmp_path / "balls.ply", tmp_path / "balls.safetensors"
    write_gaussians(gaussians, splats)
    stored = read_file(splats).gaussians
    features = ENCODER.encode(WORDS)[gaussians.entity_ids.numpy()]
    level = FieldLevel("object", fitted(features, words=8))
    write_field(LanguageField(ENCODER.name, ENCODER.dimension, (level,), geometry_hash(stored)), field)
    folder = photographed(tmp_path / "photos", gaussians)
    call = ["query", str(splats), "cup", "--field", str(field), "--mask", str(tmp_path / "m.png"), "--json"]

    def view_of(*more: str) -> dict:
        done = CliRunner().invoke(app, [*call, *more])
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)["view"]

    seen = view_of("--capture", str(folder), "--as-captured")
    name = seen["name"].removeprefix("photograph images/")
    eye = around(6, 96, 72)[int(name.removesuffix(".png"))].positions[0].numpy() * [1, -1, -1]
    np.testing.assert_allclose(seen["eye"], eye, atol=1e-3)
    mask = np.asarray(Image.open(tmp_path / "m.png"))
    assert mask.shape == (720, 960)
    assert 0.002 < (mask == 255).mean() < 0.5
    assert seen["share"] > 0.002

    given = view_of("--eye", "-1.1", "0", "3", "--target", "-1.1", "0", "0", "--fov", "40")
    np.testing.assert_allclose(given["eye"], (-1.1, 0.0, 3.0))
    middle = np.asarray(Image.open(tmp_path / "m.png"))[340:380, 460:500]
    assert (middle == 255).mean() > 0.9
    assert view_of("--camera", "3")["name"] == "view 3 around the splats"
    assert view_of()["share"] > 0.02

    scene = tmp_path / "scene.py"
    scene.write_text("from scene.language import *\n\n@register()\ndef cup():\n    return primitive_call('cube')\n")
    refused = CliRunner().invoke(app, ["query", str(scene), "cup", "--eye", "0", "0", "1", "--target", "0", "0", "0"])
    assert refused.exit_code == 2
    assert "--eye" in refused.stderr
