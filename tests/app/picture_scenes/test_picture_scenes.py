"""A picture of a few plain things becomes a scene program, or a clear refusal."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.app.picture_scenes import CLEVR, PictureScene, scene_of_picture
from scenewright.app.picture_scenes.ground import lab_of, plain_backdrop
from scenewright.app.picture_scenes.segments import colour_segments
from scenewright.renderers.base import RenderRequest, warm_renderer
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate
from scenewright.scene.pictures import PictureError
from tests.support.plain_scenes import plain_scene
from tests.support.samples import some_of

TABLE = """from scene.language import *

@register('things on a table')
def scene():
    camera(eye=(7.3, 5.1, 6.9), target=(0, 0, 0), fov=37.85)
    return concat_shapes(
        place(primitive_call('cube', {'scale': (1.0, 1.0, 1.0)}, color=(0.7, 0.1, 0.1)), at=(-1.2, 0, 0.4), turn=30),
        place(primitive_call('sphere', {'radius': 0.6}, color=(0.1, 0.25, 0.8)), at=(1.2, 0, -0.3)),
        place(primitive_call('cylinder', {'radius': 0.35, 'p0': (0, 0, 0), 'p1': (0, 0.8, 0)}, color=(0.1, 0.5, 0.1)), at=(0.3, 0, 1.8)),
    )
"""


def drawn(program: str, width: int = 160, height: int = 120) -> np.ndarray:
    view = warm_renderer("preview").render(RenderRequest(evaluate(program), width=width, height=height)).views[0]
    return np.asarray(view.color)[..., :3]


@pytest.fixture(scope="module")
def table() -> np.ndarray:
    return drawn(TABLE)


@pytest.fixture(scope="module")
def found(table: np.ndarray) -> PictureScene:
    return scene_of_picture(table)


def test_three_things_are_found_with_shape_and_color(found: PictureScene) -> None:
    assert sorted((t.shape, t.color) for t in found.things) == [
        ("cube", "red"),
        ("cylinder", "green"),
        ("sphere", "blue"),
    ]
    by_shape = {t.shape: t for t in found.things}
    assert by_shape["sphere"].size[0] == pytest.approx(1.2, rel=0.12)
    assert by_shape["cylinder"].size[1] == pytest.approx(0.8, rel=0.2)
    assert not any(t.metal for t in found.things)
    assert found.unexplained < 0.1


def test_the_program_evaluates_and_shows_the_picture(table: np.ndarray, found: PictureScene) -> None:
    scene = evaluate(found.program)
    assert {f"scene/{t.name}" for t in found.things} <= set(scene.paths)
    assert len(scene.cameras) == 1
    again = drawn(found.program)
    same = np.abs(again.astype(int) - table.astype(int)).max(axis=-1) < 60
    assert same.mean() > 0.95


def test_a_dark_ground_is_written_and_does_not_brighten_things() -> None:
    dark = TABLE.replace(
        "    return concat_shapes(\n",
        "    return concat_shapes(\n        transform_shape(primitive_call('cube', {'scale': (200, 0.1, 200)}, color=(0.4, 0.26, 0.16)), "
        "translation_matrix((0, -0.05, 0))),\n",
    )
    picture = drawn(dark)
    found = scene_of_picture(picture)
    assert sorted((t.shape, t.color) for t in found.things) == [
        ("cube", "red"),
        ("cylinder", "green"),
        ("sphere", "blue"),
    ]
    again = drawn(found.program)
    assert np.abs(again.mean(axis=(0, 1)) - picture.mean(axis=(0, 1))).max() < 30  # the ground, above all


def test_crops_show_the_things(table: np.ndarray, found: PictureScene) -> None:
    ball = next(t for t in found.things if t.shape == "sphere")
    crop = found.crop(ball, table)
    assert 0.7 < crop.shape[0] / crop.shape[1] < 1.4
    assert np.argmax(np.median(crop.reshape(-1, 3), axis=0)) == 2
    assert f"image='{ball.crop}'" in found.program


@pytest.mark.slow
@pytest.mark.parametrize("seed", some_of([71, 72], 1))
def test_a_scene_in_the_manner_of_clevr_is_read(seed: int) -> None:
    case = plain_scene(seed, most=5)
    found = scene_of_picture(drawn(case.program, 240, 180), manner=CLEVR)
    assert sorted((t.shape, t.color) for t in found.things) == sorted((t.shape, t.color) for t in case.things)


def test_an_empty_ground_is_refused() -> None:
    with pytest.raises(PictureError, match="no plain thing could be told apart"):
        scene_of_picture(np.full((120, 160, 3), 180, dtype=np.uint8))


def test_a_picture_without_a_plain_ground_is_refused() -> None:
    rng = np.random.default_rng(0)
    with pytest.raises(PictureError, match="no plain ground"):
        scene_of_picture(rng.integers(0, 255, (120, 160, 3), dtype=np.uint8))


def test_a_cancelled_look_ends(table: np.ndarray) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(JobCancelled):
        scene_of_picture(table, job=job)


def test_things_stand_out_from_ground_and_shadow(table: np.ndarray) -> None:
    backdrop = plain_backdrop(lab_of(table))
    segments = colour_segments(table, backdrop)
    large = [s for s in segments.all if s.pixels > 25]
    assert len(large) == 3
    assert all(s.hue is not None for s in large)


@pytest.mark.parametrize(
    ("color", "lab"),
    [((255, 255, 255), (100.0, 0.0, 0.0)), ((0, 0, 0), (0.0, 0.0, 0.0)), ((255, 0, 0), (53.24, 80.09, 67.2))],
)
def test_known_colors_have_their_place_in_cielab(color: tuple[int, int, int], lab: tuple[float, float, float]) -> None:
    assert np.allclose(lab_of(np.array(color)), lab, atol=0.05)


@pytest.mark.slow
def test_the_command_makes_the_same_scene_in_a_folder(table: np.ndarray, found: PictureScene, tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        Image.fromarray(table).save(tmp_path / name)
    out = tmp_path / "scene"
    images = ["--image", str(tmp_path / "a.png"), "--image", str(tmp_path / "b.png")]
    result = CliRunner().invoke(
        app, ["generate", *images, "--out", str(out), "--json", "--width", "80", "--height", "60"]
    )
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert any("only a.png was used" in note for note in told["notes"])
    assert (out / "renders" / "beside_the_picture.png").is_file()
    assert len(list((out / "crops").iterdir())) == 3
    assert (out / "program.py").read_text() == found.program
    assert "place('ball'" in found.program


def test_a_picture_that_is_none_makes_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("no picture")
    result = CliRunner().invoke(app, ["generate", "--image", str(tmp_path / "a.png"), "--out", str(tmp_path / "scene")])
    assert result.exit_code == 9
    assert "no picture" in result.output
    assert not (tmp_path / "scene").exists()


def test_a_text_and_a_picture_need_a_language_model(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["generate", "a room", "--image", str(tmp_path / "a.png")])
    assert result.exit_code != 0
