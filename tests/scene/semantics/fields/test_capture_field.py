"""A language field from the photographs of a capture: masks, an encoder, lifting, and the command that joins them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.scene.semantics import encoders
from scenewright.scene.semantics.fields import FieldError, read_field, view_of_picture
from scenewright.scene.semantics.regions import Masks
from scenewright.scene.semantics.regions.masks import MaskError
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.formats import read_gaussians, write_gaussians
from tests.support.language_scenes import FixedEncoder, around, walled_balls
from tests.support.photographs import photographed

COLORS = {"red ball": (0.9, 0.1, 0.1), "green ball": (0.1, 0.8, 0.1), "blue ball": (0.1, 0.2, 0.9)}


class ColorEncoder(FixedEncoder):
    """Takes a picture for the ball of the channel that is brightest in it."""

    def encode_pictures(self, pictures: list[np.ndarray], masks: list[np.ndarray] | None = None) -> np.ndarray:
        brightest = [int(p.reshape(-1, 3).astype(float).sum(axis=0).argmax()) for p in pictures]
        return self.encode([list(COLORS)[k] for k in brightest])


def colored_balls() -> Gaussians:
    balls = walled_balls()
    return Gaussians.merged([balls.of_entities([k]).recolored(c) for k, c in enumerate(COLORS.values())])


def blank(height: int = 72, width: int = 96) -> Masks:
    zeros = np.zeros((height, width), np.int32)
    return Masks(zeros, zeros, zeros)


def test_a_picture_becomes_a_view() -> None:
    picture = np.zeros((72, 96, 3), np.uint8)
    picture[..., 0] = 200
    hidden = np.zeros((72, 96), bool)
    hidden[:10] = True
    encoder = ColorEncoder()
    view = view_of_picture(picture, around(1, 96, 72)[0], blank(), encoder, levels=("object",), hidden=hidden)
    assert list(view.regions) == ["object"]
    assert (view.regions["object"].labels[:10] == -1).all()
    np.testing.assert_allclose(view.regions["object"].features, encoder.encode(["red ball"]))
    with pytest.raises(FieldError, match="no level 'thing'"):
        view_of_picture(picture, around(1, 96, 72)[0], blank(), encoder, levels=("thing",))
    with pytest.raises(FieldError, match="the camera is of 64x48 pixels"):
        view_of_picture(picture, around(1)[0], blank(), encoder)
    with pytest.raises(MaskError, match="make them again"):
        view_of_picture(picture, around(1, 96, 72)[0], blank(5, 5), encoder)


def invoke(*arguments: object) -> dict:
    done = CliRunner().invoke(app, ["capture", "field", *map(str, arguments), "--json"])
    values = json.loads(done.stdout.splitlines()[-1])
    assert (done.exit_code == 0) == ("error" not in values), done.output
    return values


def test_the_command_writes_a_field_that_knows_what_is_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("skimage", reason="superpixels need scikit-image")
    gaussians, encoder = colored_balls(), ColorEncoder()
    folder = photographed(tmp_path / "photos", gaussians)
    splats, out = tmp_path / "balls.ply", tmp_path / "field.safetensors"
    write_gaussians(gaussians, splats)
    monkeypatch.setattr(encoders, "picture_encoder", lambda name="": encoder)
    answer = invoke(folder, splats, "--out", out, "--as-captured", "--level", "object", "--views", "5")
    assert (answer["encoder"], answer["levels"], answer["views"]) == ("fixed", ["object"], 5)
    field = read_field(out)
    stored = read_gaussians(splats)
    field.check_geometry(stored)
    found = field.cosines(field.level("object"), encoder.encode(list(COLORS)))
    seen = field.level("object").seen
    assert (found.argmax(axis=1) == gaussians.entity_ids.numpy())[seen].mean() > 0.85
    assert seen.mean() > 0.5
    assert "no rule 'mode'" in invoke(folder, splats, "--out", out, "--rule", "mode")["error"]["message"]
    assert "no masks 'hand'" in invoke(folder, splats, "--out", out, "--masks", "hand")["error"]["message"]
