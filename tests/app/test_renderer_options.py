"""Renderers as the command line shows them: what they draw, what they can be told, and how that is said."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from scenewright.app.commands import renderers as renderers_command
from scenewright.app.pictures import PictureRequest, draw
from scenewright.app.renderer_options import read_settings
from scenewright.app.session import Session
from scenewright.renderers.base import RenderError, renderer_names
from scenewright.scene.sources import SceneSource, SourceKind

PROGRAM = "from scene.language import *\n@register('a ball')\ndef ball():\n    return primitive_call('sphere', {'radius': 1.0})\n"


@pytest.fixture
def session() -> Session:
    return Session(SceneSource(PROGRAM, SourceKind.PROGRAM, None))


def test_options_are_json_or_texts() -> None:
    said = ["samples=8", "denoise=false", "exposure=[1, 1, 0.9]", "device=cpu", "note=a=b"]
    assert read_settings(said) == {
        "samples": 8, "denoise": False, "exposure": [1, 1, 0.9], "device": "cpu", "note": "a=b",
    }  # fmt: skip
    for wrong, says in ((["samples"], "sets nothing"), (["=3"], "sets nothing"), (["a=1", "a=2"], "given twice")):
        with pytest.raises(RenderError, match=says):
            read_settings(wrong)


def test_a_picture_takes_every_channel_and_option(session: Session, tmp_path: Path) -> None:
    wanted = PictureRequest(
        passes=("color", "position", "albedo"),
        width=40,
        height=30,
        transparent=True,
        options={"samples": 2, "edge_samples": 1},
    )
    drawn = draw(session, wanted, out=tmp_path)
    by_name = {f.channel: f.file for f in drawn.frames}
    assert {"color", "position", "position_picture", "albedo", "albedo_picture"} == set(by_name)
    position = np.load(by_name["position"])
    seen = np.isfinite(position).all(axis=2)
    np.testing.assert_allclose(np.linalg.norm(position[seen], axis=1), 1.0, atol=1e-5)
    np.testing.assert_array_equal(np.load(by_name["albedo"])[~seen], 0.0)


def test_what_a_renderer_cannot_do_is_refused(session: Session, tmp_path: Path) -> None:
    for more, says in (
        ({"renderer": "splat", "passes": ("albedo",)}, "splat draws no 'albedo': its passes are color"),
        ({"options": {"denoise": True}}, "preview has no option 'denoise': it has threads, samples"),
        ({"options": {"samples": 0}}, "samples of preview is 0: input should be greater"),
        ({"renderer": "blender", "options": {"noise": 2}}, "noise of blender is 2"),
        ({"renderer": "oven"}, "there is no renderer 'oven'"),
    ):
        with pytest.raises(RenderError, match=says):
            draw(session, PictureRequest(**more), out=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_settings_without_options_stay_as_they_were() -> None:
    assert "options" not in PictureRequest().settings()
    assert PictureRequest(options={"samples": 2}).settings()["options"] == {"samples": 2}


@pytest.mark.slow
def test_the_renderers_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    renderers_command.run(as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert [r["name"] for r in told["renderers"]] == renderer_names()
    preview = next(r for r in told["renderers"] if r["name"] == "preview")
    assert "position" in [c["name"] for c in preview["capabilities"]["channels"]]
    assert preview["options"]["properties"]["samples"]["default"] == 8
    renderers_command.run(as_json=False)
    shown = capsys.readouterr().out
    assert "  draws    color, depth, normal, entity, position, albedo" in shown
    assert "  --option samples= [8] Ambient rays per pixel." in shown
