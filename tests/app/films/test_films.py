"""``scenewright film`` and ``sw.film``: what is asked for is filmed, and what cannot be is said."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

import scenewright as sw
from scenewright.app.cli import app
from scenewright.app.films import MOST_FRAMES, FilmRequest, film
from scenewright.app.requests import RequestError
from scenewright.app.session import Session
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job

PROGRAM = """from scene.language import *

@register('a sail')
def sail(angle=0.0):
    return transform_shape(
        primitive_call('cube', shape_kwargs={'scale': (3, 0.4, 0.4)}, color=(1, 0, 0)), rotation_matrix(angle, (0, 0, 1), (0, 0, 0))
    )

@register_animation('it turns')
def turning():
    for k in range(3):
        yield sail(math.pi / 3 * k)
"""
CAMERAS = """
camera((0, 0, 6), (0, 0, 0), fov=50)
camera((6, 0, 0), (0, 0, 0), fov=50)
"""
PROGRAM += CAMERAS
STILL = """from scene.language import *

@register('a box')
def box() -> Shape:
    return primitive_call('cube', shape_kwargs={'scale': (1, 2, 1)}, color=(0.9, 0.5, 0.1))
"""
SMALL: dict[str, Any] = {"width": 64, "height": 48, "samples": 1, "fps": 6.0, "seconds": 1.0}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "sail.py"
    file.write_text(PROGRAM)
    return file


@pytest.fixture
def box(tmp_path: Path) -> Path:
    file = tmp_path / "box.py"
    file.write_text(STILL)
    return file


def frames_of(file: Path) -> list[np.ndarray]:
    with Image.open(file) as shown:
        out = []
        for number in range(shown.n_frames):
            shown.seek(number)
            out.append(np.asarray(shown.convert("RGB")).astype(float))
    return out


def test_an_orbit_closes(box: Path, tmp_path: Path) -> None:
    filmed = sw.film(box, tmp_path / "box.webp", **{**SMALL, "fps": 12.0})
    frames = frames_of(filmed.file)
    assert (filmed.frames, len(frames), filmed.seconds, filmed.path) == (12, 12, 1.0, "orbit")
    assert filmed.bytes == filmed.file.stat().st_size
    steps = [float(np.abs(frames[k] - frames[k - 1]).mean()) for k in range(12)]
    # the step from the last frame to the first is like any other
    assert steps[0] < 1.5 * max(steps[1:])
    assert min(steps) > 0.2


def test_an_animation_plays_before_a_still_camera(program: Path, tmp_path: Path) -> None:
    filmed = sw.film(program, tmp_path / "sail.webp", path="still", animation_fps=6.0, **SMALL)
    frames = frames_of(filmed.file)
    assert len(frames) == 6
    assert filmed.warnings == ()
    for k in range(3):
        same, other = (np.abs(frames[k] - frames[n]).mean() for n in (k + 3, (k + 1) % 3))
        assert same < 3.0
        assert other > 6.0


def test_a_path_begins_and_ends_at_cameras(box: Path, tmp_path: Path) -> None:
    box.write_text(STILL + CAMERAS)
    frames = frames_of(sw.film(box, tmp_path / "c.webp", path="cameras", **SMALL).file)
    ends = [sw.render(box, cameras=(n,), width=64, height=48, samples=1, arrays=True)[0].color for n in (0, 1)]
    for frame, end in zip((frames[0], frames[-1]), ends, strict=True):
        assert end is not None
        assert np.abs(frame - end).mean() < 4.0
    back = frames_of(sw.film(box, tmp_path / "b.webp", path="cameras", loop=True, **SMALL).file)
    assert np.abs(back[0] - frames[0]).mean() < 3.0
    assert np.abs(back[3] - frames[-1]).mean() < 3.0


def test_a_path_through_a_thing_is_warned_of(box: Path, tmp_path: Path) -> None:
    box.write_text(STILL + "camera((0, 0, 6), (0, 0, 0), fov=50)\ncamera((0, 0, -6), (0, 0, 0), fov=50)\n")
    filmed = sw.film(box, tmp_path / "t.gif", path="cameras", **{**SMALL, "fps": 2.0})
    assert any("goes through 'box'" in warning for warning in filmed.warnings)


def test_a_path_goes_through_the_views_of_a_file(program: Path, tmp_path: Path) -> None:
    sw.render(program, out=tmp_path / "set", width=64, height=48, samples=1)
    asked = {**SMALL, "animation_fps": 0.1, "path": "cameras"}
    ours = frames_of(sw.film(program, tmp_path / "a.webp", **asked).file)
    read = frames_of(
        sw.film(program, tmp_path / "b.webp", cameras_file=tmp_path / "set" / "cameras.json", **asked).file
    )
    assert np.abs(np.array(ours) - np.array(read)).mean() < 1.0


def test_depths_are_the_same_greys_in_all_frames(box: Path, tmp_path: Path) -> None:
    frames = frames_of(sw.film(box, tmp_path / "d.webp", channel="depth", **SMALL).file)
    assert all(np.ptp(frame, axis=2).max() <= 3 for frame in frames)
    tops = [np.percentile(frame, 99) for frame in frames]
    assert max(tops) - min(tops) < 40


def test_a_background_is_laid_behind(box: Path, tmp_path: Path) -> None:
    frames = frames_of(sw.film(box, tmp_path / "w.gif", background="#2040c0", **SMALL).file)
    assert np.abs(frames[0][0, 0] - (32, 64, 192)).max() < 8.0


def test_a_cancelled_film_leaves_nothing(box: Path, tmp_path: Path) -> None:
    job = Job()
    told: list[str] = []

    def listen(share: float, what: str) -> None:
        told.append(what)
        if what.startswith("frame") and share > 0.1:
            job.cancel()

    job.listen(listen)
    folder = tmp_path / "films"
    folder.mkdir()
    request = FilmRequest(out=folder / "box.webp", width=64, height=48, samples=1, fps=24.0, seconds=2.0)
    with pytest.raises(JobCancelled):
        film(Session.open(box), request, job=job)
    assert list(folder.iterdir()) == []
    assert any(what.endswith("of 48") for what in told)


@pytest.mark.parametrize(
    ("asked", "field", "message"),
    [
        ({"fps": 0.0}, "fps", "greater than 0"),
        ({"seconds": 0.1}, "seconds", "1 frame: a film has two at least"),
        ({"seconds": 5_000.0, "fps": 20.0}, "seconds", f"100,000 frames, and a film has {MOST_FRAMES:,} at most"),
        ({"path": "walk"}, "path", "inside a room, and the scene has none"),
        ({"path": "cameras"}, "path", "no cameras, and a path goes through two"),
        ({"path": "cameras", "cameras": (0,)}, "cameras", "two cameras at least"),
        ({"path": "walk", "cameras": (0,)}, "cameras", "finds its own way"),
        ({"cameras_file": Path("x.json")}, "cameras_file", "for the path cameras"),
        ({"channel": "position"}, "channel", "no film of the channel position"),
        ({"channel": "smell"}, "", "there is no pass 'smell'"),
        ({"background": "the sofa"}, "background", "a color such as white"),
        ({"renderer": "none"}, "", "there is no renderer 'none'"),
    ],
)
def test_what_cannot_be_filmed_is_said(
    box: Path, tmp_path: Path, asked: dict[str, Any], field: str, message: str
) -> None:
    with pytest.raises(sw.ScenewrightError, match=message) as caught:
        sw.film(box, tmp_path / "film.gif", **{**SMALL, **asked})
    assert caught.value.field == field
    assert not (tmp_path / "film.gif").exists()


def test_a_still_film_of_what_stands_still_is_warned_of(box: Path, tmp_path: Path) -> None:
    filmed = sw.film(box, tmp_path / "box.gif", path="still", **SMALL)
    assert any("nothing moves" in warning for warning in filmed.warnings)


def test_a_notebook_shows_the_film(box: Path, tmp_path: Path) -> None:
    filmed = sw.film(box, tmp_path / "box.webp", **{**SMALL, "fps": 2.0})
    shown = filmed._repr_html_()
    assert shown is not None
    kept = base64.b64decode(shown.partition("data:image/webp;base64,")[2].partition('"')[0])
    assert kept == filmed.file.read_bytes()
    filmed.file.unlink()
    assert filmed._repr_html_() is None


def test_a_camera_that_is_not_there_is_named(program: Path, tmp_path: Path) -> None:
    with pytest.raises(sw.PathError, match="there is no camera 7: the scene has 2"):
        sw.film(program, tmp_path / "film.gif", path="still", cameras=(7,), **SMALL)


def test_a_broken_file_of_cameras_is_named(program: Path, tmp_path: Path) -> None:
    (tmp_path / "cameras.json").write_text('{"views": [{"fov": 50}]}')
    with pytest.raises(RequestError, match=r"is no cameras\.json of pictures \(it has no 'opencv'\)"):
        sw.film(program, tmp_path / "f.gif", path="cameras", cameras_file=tmp_path / "cameras.json", **SMALL)


def test_the_command_says_what_it_wrote(box: Path, tmp_path: Path) -> None:
    out = tmp_path / "box.gif"
    small = ["--width", "64", "--height", "48", "--samples", "1", "--fps", "4", "--seconds", "0.5"]
    done = CliRunner().invoke(app, ["film", str(box), "--out", str(out), *small, "--json"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (told["frames"], told["seconds"], told["files"]) == (2, 0.5, [str(out)])
    assert told["bytes"] == out.stat().st_size
    said = CliRunner().invoke(app, ["film", str(box), "--out", str(out), *small])
    assert "2 frames of 64x48, 0.50 s at 4 a second" in said.stdout
    assert " MB" in said.stdout
    wrong = CliRunner().invoke(app, ["film", str(box), "--out", str(tmp_path / "box.mp4"), "--width", "63"])
    assert wrong.exit_code == 2
    assert "--width is 63" in wrong.output


def test_a_step_of_a_chain_is_a_film(box: Path, tmp_path: Path) -> None:
    from scenewright.app.chains import ChainOrder, run_chain
    from scenewright.app.workers import result_report

    for folder in ("job", "cache"):
        (tmp_path / folder).mkdir()
    step = {"kind": "film", "out": "films/box.webp", **SMALL}
    order = ChainOrder(steps=(step,), scene=str(box), folder=tmp_path / "job", cache=tmp_path / "cache")
    report = run_chain(order, result_report, job=Job())
    assert report.error is None
    assert report.steps[0]["result"]["files"] == ["films/box.webp"]
    assert len(frames_of(tmp_path / "job" / "films" / "box.webp")) == 6
