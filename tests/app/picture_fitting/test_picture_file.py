"""Pictures of strangers are read in a child, or refused with one error."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scenewright.app.picture_fitting import read_picture_file, reduced
from scenewright.scene.pictures import PictureError


def written(path: Path, size: tuple[int, int] = (40, 32), mode: str = "RGB", color: object = (200, 30, 60)) -> Path:
    Image.new(mode, size, color).save(path)
    return path


def test_a_picture_is_read_as_srgb(tmp_path: Path) -> None:
    pixels = read_picture_file(written(tmp_path / "a.png"))
    assert (pixels.shape, pixels.dtype) == ((32, 40, 3), np.uint8)
    assert tuple(pixels[5, 5]) == (200, 30, 60)


def test_what_is_transparent_lies_before_white(tmp_path: Path) -> None:
    pixels = read_picture_file(written(tmp_path / "a.png", mode="RGBA", color=(0, 0, 0, 0)))
    assert (pixels == 255).all()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"a text, and no picture at all", "no picture"),
        (b"\x89PNG\r\n\x1a\n" + b"broken" * 20, "damaged"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(PictureError, match=reason) as caught:
        read_picture_file(path)
    assert str(path) in str(caught.value)


def test_a_picture_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="there is no such picture"):
        read_picture_file(tmp_path / "none.png")
    with pytest.raises(PictureError, match="cannot be read"):
        read_picture_file(tmp_path)


@pytest.mark.parametrize("size", [(40_000, 40), (40, 40_000), (8, 8)])
def test_a_picture_of_a_senseless_size_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    with pytest.raises(PictureError, match=f"the picture is {size[0]}x{size[1]}"):
        read_picture_file(written(tmp_path / "a.png", size))


def test_a_bomb_of_pixels_is_refused_unread(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.new("1", (16_000, 16_000)).save(stream, "PNG")
    (tmp_path / "a.png").write_bytes(stream.getvalue())
    with pytest.raises(PictureError, match="too large"):
        read_picture_file(tmp_path / "a.png")


def test_a_picture_is_reduced_by_its_longer_side() -> None:
    picture = np.zeros((300, 100, 3), dtype=np.uint8)
    assert reduced(picture, 60).shape == (60, 20, 3)
    assert reduced(picture, 400) is picture
