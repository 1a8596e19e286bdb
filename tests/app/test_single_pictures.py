"""``render --out picture.png`` writes one picture, not a folder of that name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import scenewright as sw
from scenewright.app.requests import RequestError

PROGRAM = """from scene.language import *
@register('two boxes')
def scene_() -> Shape:
    return concat_shapes(
        primitive_call('cube', shape_kwargs={'scale': (1, 1, 1)}, color=(1, 0, 0)),
        camera((1.5, 1.4, 3.2), (0, 0, 0), fov=60),
        camera((3.5, 3.0, 4.5), (0, 0.8, 0), fov=40),
    )
"""
SMALL = {"width": 48, "height": 36, "samples": 1}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "boxes.py"
    file.write_text(PROGRAM)
    return file


def test_one_file_holds_the_first_view(program: Path, tmp_path: Path) -> None:
    out = tmp_path / "boxes.png"
    out.write_bytes(b"an older picture")
    drawn = sw.render(program, out=out, **SMALL)
    assert [(f.file, f.camera, f.channel) for f in drawn.frames] == [(out, 0, "color")]
    assert drawn.cameras is None
    assert any("2 cameras" in warning for warning in drawn.warnings)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["boxes.png", "boxes.py"]
    other = sw.render(program, out=tmp_path / "other.png", cameras=(1,), **SMALL)
    assert other.warnings == ()
    several = sw.render(program, out=tmp_path / "all", **SMALL)
    for number, file in ((0, out), (1, tmp_path / "other.png")):
        with Image.open(file) as one, Image.open(several.frames[number].file) as same:
            assert one.size == (48, 36)
            assert one.tobytes() == same.tobytes()


def test_one_exr_file_holds_all_passes(program: Path, tmp_path: Path) -> None:
    import OpenEXR

    drawn = sw.render(program, out=tmp_path / "boxes.exr", passes=("color", "depth"), **SMALL)
    assert [f.channel for f in drawn.frames] == ["exr"]
    with OpenEXR.File(str(tmp_path / "boxes.exr"), separate_channels=True) as file:
        assert {"R", "G", "B", "Z"} <= set(file.channels())


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("a.png", {"cameras": (0, 1)}, "2 cameras are asked for"),
        ("a.png", {"frames": (0, 1)}, "2 frames are asked for"),
        ("a.png", {"passes": ("color", "depth")}, "the pass color alone"),
        ("a.png", {"also": ("exr",)}, "further files"),
        ("a.jpg", {}, r"written as \.png"),
        ("no/a.png", {}, "there is no folder"),
    ],
)
def test_what_one_file_cannot_hold_is_refused(
    program: Path, tmp_path: Path, name: str, options: dict[str, object], message: str
) -> None:
    with pytest.raises(RequestError, match=message):
        sw.render(program, out=tmp_path / name, **SMALL, **options)
    assert [p.name for p in tmp_path.iterdir()] == ["boxes.py"]


def test_a_folder_is_not_named_like_a_file(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"'chair\.png' is the name of a file"):
        sw.generate("a chair", out=tmp_path / "chair.png")
    assert not list(tmp_path.iterdir())
