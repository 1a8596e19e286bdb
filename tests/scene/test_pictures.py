"""Pictures of scenes: decoded in a child as Pillow decodes them, once for each content, and within a number of pixels together."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from scenewright.scene.pictures import (
    DecodeRequest,
    PictureError,
    answers_of,
    forget_textures,
    load_picture,
    load_textures,
    picture_format,
    sharing,
    textures,
)

RAMP = np.add.outer(np.arange(40) * 6, np.arange(60) * 4).astype(np.uint8)


def encoded(name: str, mode: str) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(RAMP).convert(mode).save(stream, name)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"])
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA"])
def test_pictures_are_those_of_the_decoder(name: str, mode: str) -> None:
    if name == "JPEG" and mode in ("P", "RGBA"):
        pytest.skip("JPEG has neither palettes nor alpha")
    data = encoded(name, mode)
    assert picture_format(data) == name
    (answer,) = answers_of([DecodeRequest(data, "rgba")])
    assert answer.pixels is not None
    assert np.array_equal(answer.pixels, np.asarray(Image.open(io.BytesIO(data)).convert("RGBA")))
    assert not answer.pixels.flags.writeable


def test_sixteen_bits_of_gray_become_eight(tmp_path: Path) -> None:
    Image.fromarray(RAMP.astype(np.uint16) * 257).save(tmp_path / "a.png")
    assert np.array_equal(load_picture(tmp_path, "a.png")[..., 0], RAMP)


def test_one_content_is_one_array_under_all_its_names(tmp_path: Path) -> None:
    forget_textures()
    (tmp_path / "in").mkdir()
    for name in ("a.png", "in/b.png"):
        (tmp_path / name).write_bytes(encoded("PNG", "RGB"))
    (tmp_path / "c.png").symlink_to("a.png")
    names = ["a.png", "./a.png", "in/../a.png", "in/b.png", "c.png"]
    found = load_textures(tmp_path, names)
    assert found.problems == {}
    assert len({id(picture) for picture in found.pictures.values()}) == 1
    assert load_picture(tmp_path, "c.png") is found.pictures["a.png"]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(encoded("PNG", "RGB"))
    before = load_picture(tmp_path, "a.png")
    Image.fromarray(255 - RAMP).save(tmp_path / "a.png")
    assert not np.array_equal(load_picture(tmp_path, "a.png"), before)


def test_a_bad_picture_is_a_problem_beside_others(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(encoded("PNG", "RGB"))
    (tmp_path / "b.png").write_bytes(encoded("PNG", "RGB")[:60])
    (tmp_path / "c.jpg").write_bytes(encoded("JPEG", "RGB"))
    found = load_textures(tmp_path, ["a.png", "b.png", "c.jpg", "d.png"])
    assert sorted(found.pictures) == ["a.png", "c.jpg"]
    assert str(found.problems["b.png"]).startswith("'b.png' cannot be read as a picture: it is cut off or damaged")
    assert str(found.problems["d.png"]) == "there is no picture 'd.png' in the scene folder"
    with pytest.raises(PictureError, match="the scene has no folder"):
        load_picture(None, "a.png")


def test_large_pictures_are_reduced_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forget_textures()
    monkeypatch.setattr(textures, "TEXTURES_PIXELS", 3000)
    for name, side in (("small.png", 10), ("one.png", 80), ("two.png", 79)):
        Image.fromarray(np.full((side, side, 3), side, dtype=np.uint8)).save(tmp_path / name)
    for _ in range(2):  # the second time from what is kept
        found = load_textures(tmp_path, ["small.png", "one.png", "two.png"])
        assert {name: picture.shape for name, picture in found.pictures.items()} == {
            "small.png": (10, 10, 4), "one.png": (40, 40, 4), "two.png": (27, 27, 4),
        }  # fmt: skip
        assert {int(picture[0, 0, 0]) for picture in found.pictures.values()} == {10, 79, 80}
        assert sorted(found.notes) == [
            f"the picture '{name}' is reduced from {side}x{side} to {small}x{small}: all pictures of a scene have at most 3,000 pixels"
            for name, side, small in (("one.png", 80, 40), ("two.png", 79, 27))
        ]


@given(pixels=st.lists(st.integers(1, 10**8), max_size=30), most=st.integers(1000, 10**8))
def test_shares_keep_within_the_whole(pixels: list[int], most: int) -> None:
    factors = sharing.reductions(pixels, most)
    assert sum(-(-p // f**2) for p, f in zip(pixels, factors, strict=True)) <= most
    if sum(pixels) <= most:
        assert set(factors) <= {1}


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is one of Linux")
def test_a_limit_on_files_is_no_fault_of_a_picture() -> None:
    """A process that may write small files only cannot hand a picture on, and says so."""
    code = """
import io, resource, signal
import numpy as np
from PIL import Image
from scenewright.scene.errors import ProjectError
from scenewright.scene.pictures.asking import DecodeRequest, answers_of
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
data = io.BytesIO()
Image.fromarray(np.random.default_rng(0).integers(0, 255, (64, 64, 3), dtype=np.uint8)).save(data, "PNG")
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
try:
    answers_of([DecodeRequest(data.getvalue(), "rgba")])
except ProjectError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert "File too large" in done.stdout, done.stderr
