"""Pictures for models: PNG, within what all of them take."""

from __future__ import annotations

import io
import os

import pytest
from PIL import Image

from scenewright.app.language_models import ModelError, ModelPicture


def png(width: int, height: int) -> bytes:
    data = io.BytesIO()
    Image.new("L", (width, height)).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize("size", [(1, 1), (8_000, 2), (640, 480)])
def test_a_png_is_taken(size: tuple[int, int]) -> None:
    picture = ModelPicture(png(*size), "a view")
    assert len(picture.sha256) == 64
    assert repr(picture).endswith("bytes, 'a view')")


@pytest.mark.parametrize("size", [(8_001, 1), (1, 40_000)])
def test_a_wide_picture_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ModelError, match=r"pixels, and models take 8,000 a side: make it smaller") as caught:
        ModelPicture(png(*size), "a view")
    assert caught.value.kind == "picture"


def test_a_heavy_picture_is_refused() -> None:
    noise = Image.frombytes("RGB", (1_400, 1_400), os.urandom(1_400 * 1_400 * 3))
    data = io.BytesIO()
    noise.save(data, "PNG")
    with pytest.raises(ModelError, match=r"has 5\.9 MB, and models take 5 MB"):
        ModelPicture(data.getvalue(), "noise")


@pytest.mark.parametrize(
    "data", [b"", b"x" * 100, b"\xff\xd8\xff" + b"x" * 100, png(4, 4)[:20], b"\x89PNG\r\n\x1a\n" + bytes(60)]
)
def test_what_is_no_png_is_refused(data: bytes) -> None:
    with pytest.raises(ModelError, match="the picture 'a view' is no PNG"):
        ModelPicture(data, "a view")
