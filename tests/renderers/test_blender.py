"""The Blender renderer: exact data passes, sane pictures, and a worker that cannot hurt the host."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scenewright.app.pictures import PictureRequest, draw
from scenewright.app.session import Session
from scenewright.renderers.base import Pinhole, RenderError, RenderRequest
from scenewright.renderers.blender import find_blender
from scenewright.renderers.blender.install import BLENDER, BlenderSettings
from scenewright.renderers.blender.process import BlenderCrash, BlenderProcess, BlenderTimeout
from scenewright.renderers.blender.renderer import BlenderRenderer
from scenewright.scene.children import default_supervisor
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Scene
from scenewright.scene.sources import SceneSource, SourceKind
from tests.support.asked_jobs import asking
from tests.support.locations import SOURCES

pytestmark = [pytest.mark.blender, pytest.mark.slow]

W, H = 96, 72
CAMERA = Camera(eye=(3.0, 2.5, 5.0), target=(0.0, 0.6, 0.0), fov=40.0)

HEAD = "from scene.language import *\nimport numpy as np\n"

CUBE_AND_BALL = (
    HEAD
    + """
@register()
def still():
    cube = transform_shape(primitive_call('cube', {'scale': (1.0, 1.2, 0.8)}, color=(0.7, 0.2, 0.2)), translation_matrix((-0.7, 0.6, 0)))
    ball = transform_shape(primitive_call('sphere', {'radius': 0.6}, color=(0.2, 0.3, 0.7)), translation_matrix((0.8, 0.6, 0.2)))
    return concat_shapes(cube, ball)
"""
)

ROOM = (
    HEAD
    + """
@register()
def sofa():
    return primitive_call('cube', {'scale': (1.6, 0.8, 0.8)}, color=(0.3, 0.4, 0.3))

@register()
def flat():
    return concat_shapes(room(4, 4, 2.6, windows=[('left', 0, 1.2, 1.2)]), place('sofa', at=(0, 0, -1)))
"""
)


@pytest.fixture(scope="module")
def renderer() -> Iterator[BlenderRenderer]:
    with BlenderRenderer(device="cpu") as one:
        reason = one.available()
        if reason is not None:
            pytest.skip(reason)
        yield one


def wanted(scene: Scene | str, **settings: object) -> RenderRequest:
    if isinstance(scene, str):
        scene = evaluate_here(scene)
    given = {"cameras": (CAMERA,), "width": W, "height": H, "samples": 8, "threads": 2, **settings}
    return RenderRequest(scene, **given)  # type: ignore[arg-type]


def rays(camera: Camera) -> tuple[np.ndarray, np.ndarray]:
    """Eye (3,) and directions (H, W, 3), 1 long along the camera's axis, through the middle of each pixel."""
    pinhole = Pinhole.of(camera, W, H)
    return pinhole.eye, pinhole.directions(pinhole.pixel_points()).reshape(H, W, 3)


def box_depth(eye: np.ndarray, d: np.ndarray, world_from_unit: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Depth (inf: missed) and world normal of the unit cube under any affine map, by slabs."""
    back = np.linalg.inv(world_from_unit)
    o, v = back[:3, :3] @ eye + back[:3, 3], d @ back[:3, :3].T
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.stack([(-0.5 - o) / v, (0.5 - o) / v])
    near, far = t.min(axis=0), t.max(axis=0)
    axis = near.argmax(axis=-1)
    enter, leave = near.max(axis=-1), far.min(axis=-1)
    local = -np.sign(np.take_along_axis(v, axis[..., None], -1)) * np.eye(3)[axis]
    normal = local @ back[:3, :3]
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    return np.where((enter < leave) & (enter > 0), enter, np.inf), normal


def ball_depth(eye: np.ndarray, d: np.ndarray, centre: np.ndarray, radius: float) -> np.ndarray:
    p = eye - centre
    a, b, c = (d * d).sum(-1), (d * p).sum(-1), p @ p - radius**2
    disc = b * b - a * c
    return np.where(disc > 0, (-b - np.sqrt(np.maximum(disc, 0))) / a, np.inf)


def away_from_edges(entity: np.ndarray) -> np.ndarray:
    """Pixels whose neighbours all show the same: a silhouette may fall to either side by a hundredth of a pixel."""
    padded = np.pad(entity, 1, mode="edge")
    same = np.ones(entity.shape, dtype=bool)
    for dy in range(3):
        for dx in range(3):
            same &= padded[dy : dy + entity.shape[0], dx : dx + entity.shape[1]] == entity
    return same


def test_ids_depth_and_normals_are_those_of_the_geometry(renderer: BlenderRenderer) -> None:
    scene = evaluate_here(CUBE_AND_BALL)
    view = renderer.render(wanted(scene, passes=("depth", "normal", "entity"), background="transparent")).views[0]
    assert view.color is None
    assert view.entity is not None
    assert view.depth is not None
    assert view.normal is not None
    assert (view.entity.dtype, view.depth.dtype, view.normal.dtype) == (np.int32, np.float32, np.float32)
    assert view.entity.shape == view.depth.shape == view.normal.shape[:2] == (H, W)
    cube, ball = (int(r) for r in scene.leaf_rows)
    eye, d = rays(CAMERA)
    cube_depth, cube_normal = box_depth(eye, d, scene.world_from_local[cube])
    round_depth = ball_depth(eye, d, np.array([0.8, 0.6, 0.2]), 0.6)
    nearest = np.minimum(cube_depth, round_depth)
    expected = np.where(np.isinf(nearest), -1, np.where(cube_depth < round_depth, cube, ball))
    sure = away_from_edges(expected)
    assert sure.mean() > 0.8
    np.testing.assert_array_equal(view.entity[sure], expected[sure])
    assert (view.entity != expected).mean() < 0.01
    assert np.isinf(view.depth[view.entity < 0]).all()
    on_cube, on_ball = sure & (expected == cube), sure & (expected == ball)
    np.testing.assert_allclose(view.depth[on_cube], cube_depth[on_cube], rtol=2e-4)
    # the ball is a fine polyhedron inside the true one
    np.testing.assert_allclose(view.depth[on_ball], round_depth[on_ball], atol=2e-3)
    flat = on_cube & away_from_edges(cube_normal.argmax(axis=-1))
    np.testing.assert_allclose(view.normal[flat], cube_normal[flat], atol=1e-4)
    points = eye + d[on_ball] * round_depth[on_ball][:, None]
    np.testing.assert_allclose(view.normal[on_ball], (points - [0.8, 0.6, 0.2]) / 0.6, atol=0.02)
    assert (view.normal[view.entity < 0] == 0).all()


@pytest.mark.parametrize("scale", [1e-3, 1e4])
def test_data_is_the_same_at_any_scale(renderer: BlenderRenderer, scale: float) -> None:
    big = CUBE_AND_BALL.replace(
        "return concat_shapes(cube, ball)",
        f"return transform_shape(concat_shapes(cube, ball), scale_matrix({scale}, (0, 0, 0)))",
    )
    camera = Camera(tuple(scale * v for v in CAMERA.eye), tuple(scale * v for v in CAMERA.target), CAMERA.fov)  # type: ignore[arg-type]
    small_view = renderer.render(wanted(CUBE_AND_BALL, passes=("depth", "entity"))).views[0]
    view = renderer.render(wanted(big, cameras=(camera,), passes=("depth", "entity"))).views[0]
    assert small_view.entity is not None
    assert small_view.depth is not None
    assert view.entity is not None
    assert view.depth is not None
    # a row more: the group that the transform is not
    assert (view.entity != small_view.entity).mean() < 0.01
    both = (view.entity == small_view.entity) & (view.entity >= 0) & away_from_edges(view.entity)
    np.testing.assert_allclose(view.depth[both] / scale, small_view.depth[both], rtol=1e-3)


def test_shear_is_drawn(renderer: BlenderRenderer) -> None:
    scene = evaluate_here(
        HEAD
        + """
@register()
def leaning():
    m = np.array([[1, 0.7, 0, 0], [0, 1, 0, 0.5], [0, 0.3, 1, 0], [0, 0, 0, 1.0]])
    return transform_shape(primitive_call('cube', {'scale': 1.0}), m)
"""
    )
    view = renderer.render(wanted(scene, passes=("depth", "entity"), background="transparent")).views[0]
    eye, d = rays(CAMERA)
    depth, _ = box_depth(eye, d, scene.world_from_local[int(scene.leaf_rows[0])])
    assert view.depth is not None
    sure = away_from_edges(np.isinf(depth))
    assert np.isfinite(depth).sum() > 200
    np.testing.assert_array_equal(np.isinf(view.depth)[sure], np.isinf(depth)[sure])
    hit = sure & np.isfinite(depth)
    np.testing.assert_allclose(view.depth[hit], depth[hit], rtol=2e-4)


def test_merged_instances_keep_their_ids(renderer: BlenderRenderer) -> None:
    scene = evaluate_here(
        HEAD
        + """
@register()
def field():
    return loop(3600, lambda i: transform_shape(
        primitive_call('cube', {'scale': 0.9}, color=(i % 7 / 7, 0.5, 0.5)), translation_matrix((i % 60 - 29.5, 0, i // 60 - 29.5))))
"""
    )
    above = Camera((0.0, 60.0, 0.0), (0.0, 0.0, 0.0), 40.0)
    view = renderer.render(wanted(scene, cameras=(above,), passes=("entity", "depth", "color"), samples=1)).views[0]
    assert view.entity is not None
    assert view.depth is not None
    eye, d = rays(above)
    top = eye + d * (eye[1] - 0.45)
    column, row = np.floor(top[..., 0] + 30).astype(int), np.floor(top[..., 2] + 30).astype(int)
    inside = (np.abs(top[..., 0] + 30 - column - 0.5) < 0.43) & (np.abs(top[..., 2] + 30 - row - 0.5) < 0.43)
    inside &= (np.abs(top[..., [0, 2]]) < 30).all(axis=-1)
    assert inside.sum() > 3000
    np.testing.assert_array_equal(view.entity[inside], scene.leaf_rows[(row * 60 + column)[inside]])
    np.testing.assert_allclose(view.depth[inside], 59.55, rtol=1e-4)
    assert view.color is not None
    assert view.color.std() > 5


def test_a_picture_is_neither_black_nor_blown(renderer: BlenderRenderer) -> None:
    result = renderer.render(wanted(CUBE_AND_BALL))
    color = result.views[0].color
    assert color is not None
    assert (color.shape, color.dtype) == ((H, W, 3), np.uint8)
    assert 60 < color.mean() < 230
    assert color.std() > 15
    assert result.device.startswith("Blender ")
    assert result.warnings == () or "denoiser" in result.warnings[0]
    entity = renderer.render(wanted(CUBE_AND_BALL, passes=("entity",), background="transparent")).views[0].entity
    assert entity is not None
    cube, ball = sorted(set(entity.ravel().tolist()) - {-1})
    red, blue = color[entity == cube].mean(axis=0), color[entity == ball].mean(axis=0)
    assert red[0] > red[2] + 40
    assert blue[2] > blue[0] + 40


def test_a_transparent_background_has_alpha(renderer: BlenderRenderer) -> None:
    view = renderer.render(wanted(CUBE_AND_BALL, background="transparent", passes=("color", "entity"))).views[0]
    assert view.color is not None
    assert view.entity is not None
    assert view.color.shape == (H, W, 4)
    sure = away_from_edges(view.entity)
    sure &= away_from_edges(sure.astype(int))
    assert (view.color[..., 3][sure & (view.entity >= 0)] == 255).all()
    assert (view.color[..., 3][sure & (view.entity < 0)] == 0).all()


@pytest.mark.parametrize("intensity", [0.3, 120.0])
def test_pictures_are_exposed_for_lights_of_any_strength(renderer: BlenderRenderer, intensity: float) -> None:
    lit = ROOM + f"\nlight('ceiling', at=(0, 2.5, 0), intensity={intensity})\nlight('ambient', intensity=0)\n"
    inside = Camera((1.6, 1.5, 1.7), (0.0, 0.6, -0.6), 65.0)
    color = renderer.render(wanted(lit, cameras=(inside,), samples=4)).views[0].color
    assert color is not None
    assert 80 < color.mean() < 225
    assert (color > 250).mean() < 0.2


def test_a_lamp_shines_out_of_its_closed_shade(renderer: BlenderRenderer) -> None:
    lamp = (
        HEAD
        + """
@register()
def lamp():
    floor = primitive_call('cube', {'scale': (4, 0.1, 4)}, color=(0.8, 0.8, 0.8))
    shade = primitive_call('cylinder', {'radius': 0.3, 'p0': (0, 0.8, 0), 'p1': (0, 1.3, 0)}, color=(0.9, 0.8, 0.6))
    return concat_shapes(floor, shade)

light('point', at=(0, 1.05, 0), intensity=60)
light('ambient', intensity=0.0)
"""
    )
    with BlenderRenderer(device="cpu", exposure=0.3) as fixed:
        color = fixed.render(wanted(lamp)).views[0].color
    assert color is not None
    below = color[int(H * 0.75), W // 2]
    assert below.mean() > 40


def test_a_texture_is_drawn_and_exposed_like_its_colour(renderer: BlenderRenderer, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (8, 8), (70, 40, 30)).save(tmp_path / "bark.png")
    plain = (
        HEAD
        + """
@register()
def block():
    return primitive_call('cube', {'scale': 1.5}, color=(70 / 255, 40 / 255, 30 / 255))
"""
    )
    textured = plain.replace("color=(70 / 255, 40 / 255, 30 / 255)", "material={'texture': 'bark.png'}")
    result = renderer.render(wanted(textured, root=tmp_path))
    expected = renderer.render(wanted(plain)).views[0].color
    assert result.warnings == ()
    color = result.views[0].color
    assert color is not None
    assert expected is not None
    assert np.abs(color.astype(float) - expected).mean() < 4
    assert expected[H // 2, W // 2].mean() < 150


def test_an_outside_view_looks_through_the_near_walls(renderer: BlenderRenderer) -> None:
    scene = evaluate_here(ROOM)
    outside = Camera((6.0, 5.0, 7.0), (0.0, 0.8, 0.0), 40.0)
    view = renderer.render(wanted(scene, cameras=(outside,), passes=("entity", "color"))).views[0]
    assert view.entity is not None
    assert view.color is not None
    seen = {scene.paths[r] for r in set(view.entity.ravel().tolist()) if r >= 0}
    assert any("sofa" in p for p in seen)
    assert not any("wall_right" in p or "wall_front" in p for p in seen)
    assert any("wall_back" in p for p in seen)
    sofa = np.array([r >= 0 and "sofa" in scene.paths[r] for r in range(len(scene))])
    assert view.color[sofa[view.entity] & (view.entity >= 0)].mean() > 40


def test_a_window_shows_the_sky_from_inside(renderer: BlenderRenderer) -> None:
    pane = Camera((1.5, 1.5, -0.3), (-2.0, 1.82, -0.3), 4.0)  # clear of the frame and its bars
    day, night = (
        renderer.render(wanted(evaluate_here(ROOM + f"\nenvironment({words!r})\n"), cameras=(pane,))).views[0].color
        for words in ("clear sky", "night")
    )
    assert day is not None
    assert night is not None
    assert day[..., 2].mean() > day[..., 0].mean() + 5  # blue
    assert 100 < day.mean() < 250
    assert night.mean() < day.mean() - 30


def test_a_view_ends_with_its_time_and_says_so(renderer: BlenderRenderer) -> None:
    told: list[str] = []
    endless = {"samples": 200_000, "noise": 1e-4, "width": 48, "height": 36}
    result = renderer.render(
        wanted(CUBE_AND_BALL, time_limit=1.0, **endless), job=Job(lambda _, what: told.append(what))
    )
    (warning,) = (w for w in result.warnings if "time limit" in w)
    assert re.fullmatch(
        r"the picture: the time limit of 1 s ended sampling after [\d]+ of \d+ samples a pixel.*", warning
    )
    assert result.views[0].color is not None
    assert result.views[0].color.std() > 15
    assert "measuring the light" in told
    assert any(what.startswith("sampl") for what in told)
    quick = renderer.render(wanted(CUBE_AND_BALL, samples=4))
    assert not any("time limit" in w for w in quick.warnings)


def test_several_views_come_in_their_order(renderer: BlenderRenderer) -> None:
    cameras = (CAMERA, Camera((-3.0, 2.5, 5.0), (0.0, 0.6, 0.0), 40.0))
    shares: list[float] = []
    result = renderer.render(wanted(CUBE_AND_BALL, cameras=cameras, samples=4), job=Job(lambda s, _: shares.append(s)))
    assert [v.camera for v in result.views] == list(cameras)
    first, second = result.views[0].color, result.views[1].color
    assert first is not None
    assert second is not None
    assert np.abs(first.astype(int) - second).mean() > 3
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) >= 4


def test_the_same_job_gives_the_same_picture(renderer: BlenderRenderer) -> None:
    one, two = (renderer.render(wanted(CUBE_AND_BALL, samples=4, threads=1)).views[0].color for _ in range(2))
    np.testing.assert_array_equal(one, two)


def test_frames_of_a_film_can_share_an_exposure(renderer: BlenderRenderer) -> None:
    measured = renderer.render(wanted(CUBE_AND_BALL, threads=1)).views[0].color
    with BlenderRenderer(device="cpu", exposure=renderer.last_exposures[0]) as fixed:
        same = fixed.render(wanted(CUBE_AND_BALL, threads=1)).views[0].color
        fixed.exposure = (0.2, 0.2, 0.2)
        dark = fixed.render(wanted(CUBE_AND_BALL, threads=1)).views[0].color
    assert measured is not None
    assert same is not None
    assert dark is not None
    # the last bit of a ray may differ where the scene was already drawn once to measure it
    assert np.abs(measured.astype(int) - same).max() <= 1
    assert dark.mean() < same.mean() - 10


def test_an_empty_view_is_no_error(renderer: BlenderRenderer) -> None:
    away = Camera((0.0, 1.0, 5.0), (0.0, 1.0, 10.0), 40.0)
    view = renderer.render(wanted(CUBE_AND_BALL, cameras=(away,), passes=("color", "depth", "normal", "entity"))).views[
        0
    ]
    assert view.entity is not None
    assert (view.entity == -1).all()
    assert view.depth is not None
    assert np.isinf(view.depth).all()


def test_a_camera_without_direction_is_refused(renderer: BlenderRenderer) -> None:
    with pytest.raises(RenderError, match="camera 1 of 1: eye and target"):
        renderer.render(wanted(CUBE_AND_BALL, cameras=(Camera((1.0, 1.0, 1.0), (1.0, 1.0, 1.0)),)))


# -- the worker -----------------------------------------------------------------------------------------------------


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def killing(renderer: BlenderRenderer, times: int) -> Job:
    """A job that is never cancelled, but kills the worker in the first polls of as many attempts."""
    killed: list[int] = []

    def hook() -> bool:
        pid = renderer.worker_pid
        if pid is not None and pid not in killed and len(killed) < times:
            killed.append(pid)
            os.kill(pid, 9)
        return False

    return asking(hook)


def test_a_job_outlives_one_worker(renderer: BlenderRenderer) -> None:
    view = renderer.render(wanted(CUBE_AND_BALL, passes=("entity",)), job=killing(renderer, 1)).views[0]
    assert view.entity is not None
    assert (view.entity >= 0).any()


def test_a_job_that_kills_two_workers_is_named(renderer: BlenderRenderer) -> None:
    with pytest.raises(BlenderCrash, match=r"view 1 of 1 was tried twice .* SIGKILL"):
        renderer.render(wanted(CUBE_AND_BALL, passes=("entity",)), job=killing(renderer, 2))
    assert renderer.worker_pid is None
    assert renderer.render(wanted(CUBE_AND_BALL, passes=("entity",))).views[0].entity is not None


def test_cancel_ends_the_worker(renderer: BlenderRenderer) -> None:
    pids: list[int] = []
    seen: list[float] = []

    def cancel() -> bool:
        if renderer.worker_pid is not None:
            pids.append(renderer.worker_pid)
        return len(seen) > 1

    with pytest.raises(JobCancelled):
        renderer.render(
            wanted(CUBE_AND_BALL, width=640, height=480, samples=4000), job=asking(cancel, lambda s, _: seen.append(s))
        )
    assert pids
    assert gone(pids[-1])


def test_the_wall_clock_ends_the_worker() -> None:
    with BlenderRenderer(device="cpu", seconds=3.0) as short:
        pids: list[int] = []

        def note() -> bool:
            if short.worker_pid is not None:
                pids.append(short.worker_pid)
            return False

        with pytest.raises(BlenderTimeout, match="stopped at the end of the 3 s"):
            short.render(wanted(CUBE_AND_BALL, width=800, height=600, samples=4000), job=asking(note))
        assert gone(pids[-1])


def test_workers_are_recycled() -> None:
    with BlenderRenderer(device="cpu", jobs_per_worker=1) as fresh:
        fresh.render(wanted(CUBE_AND_BALL, passes=("entity",)))
        first = fresh.worker_pid
        assert first is not None
        fresh.render(wanted(CUBE_AND_BALL, passes=("entity",)))
        assert fresh.worker_pid != first
        assert gone(first)


def test_a_worker_ends_with_its_host(tmp_path: Path) -> None:
    script = tmp_path / "host.py"
    script.write_text(
        "import os, sys\n"
        f"sys.path.insert(0, {str(SOURCES)!r})\n"
        "from scenewright.renderers.blender.install import find_blender\n"
        "from scenewright.scene.children import default_supervisor\n"
        "find_blender()\n"
        "print(default_supervisor().report()[0].pid, flush=True)\n"
        "os._exit(9)\n"
    )
    told = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=120)
    pid = int(told.stdout)
    subprocess.run(["timeout", "20", "tail", f"--pid={pid}", "-f", "/dev/null"], check=True)


def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Numbers of the workers that are started from now on."""
    pids: list[int] = []

    class Noted(BlenderProcess):
        def __init__(self, *arguments: object, **more: object) -> None:
            super().__init__(*arguments, **more)  # type: ignore[arg-type]
            pids.append(self.pid)

    monkeypatch.setattr("scenewright.renderers.blender.install.BlenderProcess", Noted)
    return pids


def test_two_draws_start_blender_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    default_supervisor().close()
    find_blender.cache_clear()
    pids = started(monkeypatch)
    session = Session(SceneSource(CUBE_AND_BALL, SourceKind.STDIN, None))
    for number in range(2):
        wish = PictureRequest(renderer="blender", width=48, height=36, samples=2)
        draw(session, wish, out=tmp_path / str(number))
    assert len(pids) == 1
    assert not gone(pids[0])
    default_supervisor().close()
    assert gone(pids[0])


def test_nothing_of_a_scene_stays_in_the_worker() -> None:
    """A picture after another scene, of other light, materials, size and passes, is the picture of a fresh worker, bit for bit."""
    wish = wanted(CUBE_AND_BALL, passes=("color", "depth", "normal", "entity"), samples=2)
    with BlenderRenderer(device="cpu") as fresh:
        expected = fresh.render(wish).views[0]
    with BlenderRenderer(device="cpu") as worn:
        camera = Camera(eye=(0.0, 1.2, 1.5), target=(0.0, 1.0, -1.0), fov=70.0)
        worn.render(wanted(ROOM, cameras=(camera,), width=64, height=40, samples=3, background="transparent"))
        first = worn.worker_pid
        with pytest.raises(RenderError, match="sees no"):  # a request that failed half way leaves nothing either
            BlenderRenderer(device="METAL" if sys.platform != "darwin" else "CUDA").render(wish)
        seen = worn.render(wish).views[0]
        assert worn.worker_pid == first
    for name in ("color", "depth", "normal", "entity"):
        np.testing.assert_array_equal(getattr(seen, name), getattr(expected, name), err_msg=name)


def test_a_worker_that_holds_too_much_is_replaced() -> None:
    with BlenderRenderer(device="cpu") as renderer:
        renderer.render(wanted(CUBE_AND_BALL, passes=("entity",)))
        first = renderer.worker_pid
        assert first is not None
        small = replace(BLENDER, limits=replace(BLENDER.limits, resident_bytes=1 << 20))
        with default_supervisor().lend(small, BlenderSettings(find_blender().choice, 2)) as worker:
            assert worker.pid == first
        assert gone(first)
        assert renderer.render(wanted(CUBE_AND_BALL, passes=("entity",))).views[0].entity is not None


def test_a_log_of_each_job_can_be_kept(tmp_path: Path) -> None:
    with BlenderRenderer(device="cpu", logs=tmp_path / "logs") as logged:
        logged.render(wanted(CUBE_AND_BALL, passes=("entity",)))
        logged.render(wanted(CUBE_AND_BALL, passes=("entity",)))
    assert [p.name for p in sorted((tmp_path / "logs").iterdir())] == ["job_0001.log", "job_0002.log"]


def test_a_device_that_is_not_there_is_an_error_and_no_fallback() -> None:
    missing = next((k for k in ("METAL", "HIP", "ONEAPI") if k not in find_blender().gpus), None)
    if missing is None:
        pytest.skip("every kind of GPU is here")
    with (
        BlenderRenderer(device=missing) as wrong,
        pytest.raises(RenderError, match=f"sees no {missing.lower()} device"),
    ):
        wrong.render(wanted(CUBE_AND_BALL, passes=("entity",)))


# -- .blend ---------------------------------------------------------------------------------------------------------

READ_BACK = """
import json, sys
import bpy
bpy.ops.wm.open_mainfile(filepath=sys.argv[-1])
bpy.context.view_layer.update()
things = {o["scenewright_path"]: {
    "entity": o["scenewright_entity"], "word": o["scenewright_word"], "kind": o.type,
    "parent": o.parent["scenewright_path"] if o.parent is not None and "scenewright_path" in o.parent else None,
    "matrix": [list(r) for r in o.matrix_world],
    "colors": [list(m.node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value)[:3] for m in getattr(o.data, "materials", [])],
} for o in bpy.data.objects if "scenewright_path" in o}
print("READ" + json.dumps({"things": things, "camera": bpy.context.scene.camera is not None,
    "collections": sorted(c.name for c in bpy.data.collections)}))
"""


def test_a_blend_file_holds_the_tree(renderer: BlenderRenderer, tmp_path: Path) -> None:
    if find_blender().choice.kind != "bpy":
        pytest.skip("the file is read back with the bpy wheel")
    scene = evaluate_here(
        HEAD
        + """
@register('a wooden leg')
def leg():
    return primitive_call('cylinder', {'radius': 0.05, 'p0': (0, 0, 0), 'p1': (0, 0.7, 0)}, color=(0.5, 0.25, 0.1))

@register()
def table():
    lean = np.array([[1, 0.4, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1.0]])
    legs = loop(3, lambda i: transform_shape(library_call('leg'), rotation_matrix(2.1 * i, (0, 1, 0), (0.4, 0, 0))))
    top = transform_shape(primitive_call('cube', {'scale': (1, 0.05, 1)}, color=(0.2, 0.6, 0.4)), translation_matrix((0, 0.72, 0)))
    return concat_shapes(transform_shape(library_call('leg'), lean), legs, top)
"""
    )
    file = tmp_path / "table.blend"
    assert renderer.export_blend(scene, file) == ()
    assert [p.name for p in tmp_path.iterdir()] == ["table.blend"]
    script = tmp_path / "read.py"
    script.write_text(READ_BACK)
    told = subprocess.run(
        [sys.executable, "-P", str(script), str(file)], capture_output=True, text=True, check=True, timeout=120
    )
    read = json.loads(next(line[4:] for line in told.stdout.splitlines() if line.startswith("READ")))
    assert set(read["things"]) == set(scene.paths)
    assert read["camera"]
    assert {"table", "leg", "leg[1]"} <= set(read["collections"])
    zup = np.array([[1, 0, 0, 0], [0, 0, -1, 0], [0, 1, 0, 0], [0, 0, 0, 1.0]])
    for entity in scene.entities(primitives=True):
        thing = read["things"][entity.path]
        assert thing["entity"] == entity.index
        assert thing["word"] == entity.word
        assert thing["parent"] == (entity.parent.path if entity.parent is not None else None)
        np.testing.assert_allclose(thing["matrix"], zup @ entity.world_from_local @ zup.T, atol=1e-5)
        assert thing["kind"] == ("MESH" if entity.color is not None else "EMPTY")
    linear = ((0.5 + 0.055) / 1.055) ** 2.4
    assert read["things"]["table/leg/cylinder"]["colors"][0][0] == pytest.approx(linear, abs=1e-3)


# -- an installed Blender -------------------------------------------------------------------------------------------


def test_an_installed_blender_draws_the_same(renderer: BlenderRenderer, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    if shutil.which("blender") is None:
        pytest.skip("no blender program is installed")
    expected = renderer.render(wanted(CUBE_AND_BALL, passes=("entity", "depth"))).views[0]
    monkeypatch.setenv("SCENEWRIGHT_BLENDER", "blender")
    find_blender.cache_clear()
    try:
        with BlenderRenderer(device="cpu") as installed:
            reason = installed.available()
            if reason is not None:
                pytest.skip(reason)
            assert find_blender().choice.kind == "blender"
            view = installed.render(wanted(CUBE_AND_BALL, passes=("entity", "depth", "color"))).views[0]
    finally:
        find_blender.cache_clear()
    assert expected.entity is not None
    assert expected.depth is not None
    np.testing.assert_array_equal(view.entity, expected.entity)
    np.testing.assert_allclose(view.depth, expected.depth, rtol=1e-5)
    assert view.color is not None
    assert 60 < view.color.mean() < 230


def test_the_host_never_loads_bpy(renderer: BlenderRenderer) -> None:
    renderer.render(wanted(CUBE_AND_BALL, passes=("entity",)))
    assert "bpy" not in sys.modules
    assert "mathutils" not in sys.modules
