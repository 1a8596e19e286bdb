"""Films are read back by other programs: as many frames as were asked for, as fast, in the same colors; or nothing is left."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from scenewright.app.films.film_files import refuse_film_place, refuse_unfit_film, write_film
from scenewright.app.films.film_look import FilmLook
from scenewright.app.requests import RequestError
from scenewright.scene.errors import JobCancelled

ENDINGS = [".mp4", ".webm", ".gif", ".webp"]
WIDTH, HEIGHT = 62, 46


def pictures(count: int, channels: int = 3) -> list[np.ndarray]:
    """A square of a strong color that moves over a ramp."""
    out = []
    for k in range(count):
        picture = np.zeros((HEIGHT, WIDTH, channels), dtype=np.uint8)
        picture[..., :3] = np.linspace(40, 215, WIDTH, dtype=np.uint8)[None, :, None]
        picture[10:26, 4 + 3 * k : 20 + 3 * k, :3] = (200, 40, 60)
        if channels == 4:
            picture[10:26, 4 + 3 * k : 20 + 3 * k, 3] = 255
        out.append(picture)
    return out


def read_back(file: Path) -> tuple[list[np.ndarray], float]:
    """The frames of a film, and its seconds."""
    if file.suffix in (".mp4", ".webm"):
        imageio_ffmpeg = pytest.importorskip("imageio_ffmpeg")
        reader: Any = imageio_ffmpeg.read_frames(str(file))
        facts = next(reader)
        width, height = facts["size"]
        frames = [np.frombuffer(data, np.uint8).reshape(height, width, 3) for data in reader]
        return frames, len(frames) / facts["fps"]
    frames, milliseconds = [], 0.0
    with Image.open(file) as film:
        for number in range(film.n_frames):
            film.seek(number)
            film.load()
            milliseconds += film.info["duration"]
            frames.append(np.asarray(film.convert("RGBA")))
    return frames, milliseconds / 1000.0


def written(file: Path, frames: list[np.ndarray], fps: float) -> int:
    if file.suffix in (".mp4", ".webm"):
        pytest.importorskip("imageio_ffmpeg")
    return write_film(file, iter(frames), FilmLook((WIDTH, HEIGHT), fps, len(frames), True))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("fps", [24.0, 7.0])
def test_a_film_has_its_frames_times_and_colors(tmp_path: Path, ending: str, fps: float) -> None:
    wanted = pictures(7)
    file = tmp_path / f"film{ending}"
    assert written(file, wanted, fps) == file.stat().st_size
    frames, seconds = read_back(file)
    assert len(frames) == 7
    assert seconds == pytest.approx(7 / fps, abs=0.006)
    for got, want in zip(frames, wanted, strict=True):
        # the colors of single pixels are shared in videos, and there are 256 in a GIF: the mean over what is alike is right
        assert np.abs(got[..., :3].astype(float).mean(axis=(0, 1)) - want.mean(axis=(0, 1))).max() < 4.0
        inside = want[..., 0] > want[..., 1]
        assert np.abs(got[inside][:, :3].astype(float).mean(axis=0) - (200, 40, 60)).max() < 12.0
    assert [p.name for p in tmp_path.iterdir()] == [file.name]


def test_an_mp4_plays_in_browsers(tmp_path: Path) -> None:
    imageio_ffmpeg = pytest.importorskip("imageio_ffmpeg")
    written(tmp_path / "film.mp4", pictures(4), 12.0)
    facts = next(imageio_ffmpeg.read_frames(str(tmp_path / "film.mp4")))
    assert facts["codec"] == "h264"
    assert facts["pix_fmt"].startswith("yuv420p(tv, bt709")
    data = (tmp_path / "film.mp4").read_bytes()
    assert 0 < data.find(b"moov") < data.find(b"mdat")


@pytest.mark.parametrize("ending", [".gif", ".webp"])
def test_a_film_can_be_transparent(tmp_path: Path, ending: str) -> None:
    wanted = pictures(3, channels=4)
    written(tmp_path / f"film{ending}", wanted, 10.0)
    frames, _ = read_back(tmp_path / f"film{ending}")
    for got, want in zip(frames, wanted, strict=True):
        assert np.mean((got[..., 3] > 127) == (want[..., 3] > 127)) > 0.97


def test_a_gif_of_what_stands_still_is_small(tmp_path: Path) -> None:
    still = pictures(1)
    one, many = (written(tmp_path / f"{n}.gif", still * n, 10.0) for n in (2, 12))
    assert many - one < 10 * 900
    frames, _ = read_back(tmp_path / "12.gif")
    assert all(np.array_equal(frame, frames[0]) for frame in frames)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_film_that_ends_early_leaves_nothing(tmp_path: Path, ending: str) -> None:
    def broken() -> Iterator[np.ndarray]:
        yield from pictures(3)
        raise JobCancelled("the film was cancelled")

    if ending in (".mp4", ".webm"):
        pytest.importorskip("imageio_ffmpeg")
    file = tmp_path / f"film{ending}"
    file.write_bytes(b"an older film")
    with pytest.raises(JobCancelled):
        write_film(file, broken(), FilmLook((WIDTH, HEIGHT), 24.0, 9, True))
    assert [p.name for p in tmp_path.iterdir()] == [file.name]
    assert file.read_bytes() == b"an older film"


@pytest.mark.parametrize("ending", ENDINGS)
def test_frames_are_let_go_one_after_the_other(tmp_path: Path, ending: str) -> None:
    """No encoder gathers the frames of a film before it writes."""
    alive: list[weakref.ref[np.ndarray]] = []
    most = 0

    def lazy() -> Iterator[np.ndarray]:
        nonlocal most
        for _ in range(12):
            picture = np.random.default_rng(len(alive)).integers(0, 255, (HEIGHT, WIDTH, 3), dtype=np.uint8)
            alive.append(weakref.ref(picture))
            most = max(most, sum(known() is not None for known in alive))
            yield picture

    if ending in (".mp4", ".webm"):
        pytest.importorskip("imageio_ffmpeg")
    write_film(tmp_path / f"film{ending}", lazy(), FilmLook((WIDTH, HEIGHT), 24.0, 12, True))
    assert len(alive) == 12
    assert most <= 3


@pytest.mark.parametrize(
    ("name", "asked", "field", "message"),
    [
        ("film.avi", {}, "out", r"ends with \.mp4, \.webm, \.gif, \.webp, not 'film\.avi'"),
        ("film", {}, "out", "ends with"),
        ("film.mp4", {"width": 63}, "width", "an even number: 62 or 64"),
        ("film.webm", {"height": 47}, "height", "an even number"),
        ("film.gif", {"fps": 60.0}, "fps", "at most 50 frames a second"),
        ("film.mp4", {"transparent": True}, "background", "cannot be transparent"),
    ],
)
def test_what_a_file_cannot_hold_is_refused(name: str, asked: dict[str, Any], field: str, message: str) -> None:
    values: dict[str, Any] = {"width": 62, "height": 46, "fps": 24.0, "transparent": False, **asked}
    with pytest.raises(RequestError, match=message) as caught:
        refuse_unfit_film(Path(name), **values)
    assert caught.value.field == field


def test_odd_sizes_fit_a_gif() -> None:
    refuse_unfit_film(Path("film.gif"), width=63, height=47, fps=24.0, transparent=True)


def test_a_missing_encoder_is_named_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenewright.app.films.film_files.find_spec", lambda name: None)
    with pytest.raises(RequestError, match=r"pip install 'scenewright\[film\]', or write a \.webp or \.gif"):
        refuse_film_place(tmp_path / "film.mp4")
    refuse_film_place(tmp_path / "film.gif")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="there is no folder"):
        refuse_film_place(tmp_path / "none" / "film.gif")
