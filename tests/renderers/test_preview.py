"""The preview renderer: exact passes against analytic geometry, and pictures that show something."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from scenewright.renderers.base import (
    Pinhole,
    RenderError,
    RenderRequest,
    default_camera,
    entity_colors,
    view_cameras,
    write_view,
)
from scenewright.renderers.base.culling import hidden_walls
from scenewright.renderers.preview import PreviewRenderer
from scenewright.renderers.rays import picture, shading
from scenewright.scene.errors import JobCancelled
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Scene
from tests.support.asked_jobs import asking

BALL = """
from helper import *
@register()
def ball(): return primitive_call('sphere', {'radius': 0.5}, color=(0.8, 0.1, 0.1))
@register()
def scene(): return concat_shapes(transform_shape(library_call('ball'), translation_matrix((0, 0.5, 0))), transform_shape(primitive_call('cube', {'scale': (4, 0.1, 4)}, color=(0.2, 0.6, 0.2)), translation_matrix((0, -0.05, 0))))
camera((0, 1.0, 4.0), (0, 0.5, 0), fov=40)
"""
ROOM = "from helper import *\n@register()\ndef scene(): return concat_shapes(room(4, 3, 2.5), place(primitive_call('cube', {'scale': 0.5}, color=(0.7, 0.2, 0.1)), name='box'))\n"


def render(scene: Scene, **request: object):
    settings = {
        "width": 96,
        "height": 72,
        "samples": 1,
        "passes": ("color", "depth", "normal", "entity"),
        "threads": 1,
        **request,
    }
    return PreviewRenderer().render(RenderRequest(scene, **settings)).views[0]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def scene() -> Scene:
    return evaluate_here(BALL)


def test_depth_normals_and_ids_are_the_analytic_ones(scene: Scene) -> None:
    view = render(scene)
    pinhole = Pinhole.of(view.camera, 96, 72)
    directions = pinhole.directions(pinhole.pixel_points()).reshape(72, 96, 3)
    eye = pinhole.eye
    centre, radius = np.array([0.0, 0.5, 0.0]), 0.5
    b = ((eye - centre) * directions).sum(-1)
    a = (directions**2).sum(-1)
    disc = b**2 - a * (((eye - centre) ** 2).sum() - radius**2)
    hit = disc > 1e-6
    t = (-b - np.sqrt(np.maximum(disc, 0))) / a
    ball = scene.find("ball/sphere").index
    inside = disc > 0.02  # away from the silhouette, where one ray decides
    assert (view.entity[inside] == ball).all()
    assert (view.entity[~hit] != ball).mean() > 0.99
    along = (t[..., None] * directions) @ pinhole.forward
    assert np.abs(view.depth[inside] - along[inside]).max() < 1e-5
    points = eye + t[..., None] * directions
    normals = (points - centre) / radius
    assert (np.abs(view.normal[inside] - normals[inside]).max()) < 1e-5
    slab = scene.find("scene/cube").index
    top = (view.entity == slab) & (view.normal[..., 1] > 0.99)
    assert top.any()
    height = (eye + directions * (view.depth / (directions @ pinhole.forward))[..., None])[top][:, 1]
    assert np.abs(height).max() < 1e-4


def test_the_same_job_gives_the_same_picture(scene: Scene) -> None:
    a, b = render(scene, samples=2), render(scene, samples=2)
    assert (a.color == b.color).all()
    assert (a.entity == b.entity).all()


def test_a_picture_shows_its_subject(scene: Scene) -> None:
    view = render(scene, samples=2)
    ball = view.color[view.entity == scene.find("ball/sphere").index].astype(float)
    green = view.color[view.entity == scene.find("scene/cube").index].astype(float)
    assert ball[:, 0].mean() > 1.5 * ball[:, 1].mean()
    assert green[:, 1].mean() > green[:, 0].mean()
    assert 40 < view.color.mean() < 245


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_any_scale_is_lit_and_framed(scale: float) -> None:
    body = f"from helper import *\n@register()\ndef scene(): return primitive_call('cube', {{'scale': {scale}}}, color=(0.8, 0.5, 0.2))\n"
    scene = evaluate_here(body)
    view = render(scene)
    seen = view.entity >= 0
    assert 0.05 < seen.mean() < 0.9
    assert view.color[seen].mean() > 50
    assert np.isfinite(view.depth[seen]).all()


def test_a_transparent_background_has_alpha(scene: Scene) -> None:
    view = render(scene, background="transparent")
    assert view.color.shape == (72, 96, 4)
    assert view.color[0, 0, 3] == 0
    assert view.color[36, 48, 3] == 255


def test_walls_between_camera_and_room_are_left_out() -> None:
    scene = evaluate_here(ROOM)
    outside = Camera((3.0, 3.0, 5.0), (0.0, 0.5, 0.0), 45.0)
    assert set(hidden_walls(scene, outside)) == {"right", "front"}
    view = render(scene, cameras=(outside,))
    seen = {
        scene.paths[r].split("/")[1] + "/" + scene.paths[r].split("/")[2]
        for r in np.unique(view.entity)
        if 0 <= r < len(scene)
    }
    assert "box/cube" in seen
    assert "room/wall_front" not in seen
    assert "room/wall_back" in seen
    inside = Camera((1.5, 1.5, 1.2), (0.0, 0.5, 0.0), 60.0)
    assert hidden_walls(scene, inside) == ()


def test_a_pane_is_seen_through() -> None:
    body = """
from helper import *
@register()
def scene():
    pane = primitive_call('cube', {'scale': (3, 3, 0.01)}, color=(1, 1, 1), material={'opacity': 0.1})
    return concat_shapes(primitive_call('cube', {'scale': 1}, color=(0.9, 0.05, 0.05)), transform_shape(pane, translation_matrix((0, 0, 1.5))))
camera((0, 0, 4), (0, 0, 0), fov=40)
"""
    scene = evaluate_here(body)
    view = render(scene, samples=2)
    middle = view.color[36, 48].astype(float)
    assert middle[0] > 1.4 * middle[1]
    assert scene.paths[view.entity[36, 48]].endswith("cube[1]")  # the nearest surface owns the pixel


@pytest.mark.parametrize(
    "bowl",
    [
        "primitive_call('sphere', {'radius': 1}, color=(1, 1, 1), material={'opacity': 0.1})",
        "primitive_call('cone', {'radius': 1.4, 'p0': (0, 1, 0), 'p1': (0, -1.6, 0)}, color=(1, 1, 1), material={'opacity': 0.1})",
        "primitive_call('cylinder', {'radius': 1, 'p0': (0, -1, 0), 'p1': (0, 1, 0)}, color=(1, 1, 1), material={'opacity': 0.1})",
    ],
    ids=["sphere", "cone", "cylinder"],
)
def test_what_is_in_a_curved_glass_is_seen(bowl: str) -> None:
    scene = evaluate_here(
        f"""
from helper import *
@register()
def scene():
    return concat_shapes(primitive_call('cube', {{'scale': 0.8}}, color=(0.9, 0.05, 0.05)), {bowl})
camera((0, 0.4, 4), (0, 0, 0), fov=40)
"""
    )
    middle = render(scene, samples=2).color[36, 48].astype(float)
    assert middle[0] > 1.4 * middle[1]


def test_default_cameras_hold_the_whole_scene() -> None:
    for body in (BALL.replace("camera((0, 1.0, 4.0), (0, 0.5, 0), fov=40)", ""), ROOM):
        scene = evaluate_here(body)
        for aspect in (0.6, 1.0, 2.0):
            camera = default_camera(scene, aspect=aspect)
            pinhole = Pinhole.of(camera, round(400 * aspect), 400)
            inside = scene.find("box").index if scene.room else 0
            triangles = scene_geometry(scene)
            points = [
                triangles.meshes[m].vertices @ w[:3, :3].T + w[:3, 3]
                for m, w, row in zip(triangles.mesh, triangles.world_from_mesh, triangles.entity, strict=True)
                if row >= inside
            ]
            image, depth = pinhole.project(np.concatenate(points))
            assert (depth > 0).all()
            assert (image >= 0).all()
            assert (image <= [round(400 * aspect), 400]).all()


def test_the_programs_own_cameras_are_the_views(scene: Scene) -> None:
    assert view_cameras(scene) == scene.cameras


def test_a_pinhole_projects_what_it_casts() -> None:
    pinhole = Pinhole.of(Camera((1.0, 2.0, 3.0), (0.0, 0.5, -0.2), 55.0), 64, 48)
    points = pinhole.pixel_points()
    world = pinhole.eye + 2.5 * pinhole.directions(points)
    image, depth = pinhole.project(world)
    assert np.allclose(image, points, atol=1e-9)
    assert (depth > 0).all()


def test_passes_become_files(scene: Scene, tmp_path: Path) -> None:
    from PIL import Image

    view = render(scene)
    files = write_view(view, tmp_path, "v", scene)
    assert np.array_equal(np.load(files["entity"]), view.entity)
    assert np.array_equal(np.load(files["depth"]), view.depth)
    legend = json.loads(files["entity_legend"].read_text())
    assert set(legend["rows"]) == {str(r) for r in np.unique(view.entity) if r >= 0}
    assert Image.open(files["color"]).size == (96, 72)
    assert len({tuple(c) for c in entity_colors(100)}) == 100


def test_wrong_jobs_are_refused(scene: Scene) -> None:
    with pytest.raises(RenderError, match="pass"):
        RenderRequest(scene, passes=("colour",))
    with pytest.raises(RenderError, match="frame"):
        RenderRequest(scene, frame=1)
    with pytest.raises(RenderError, match="samples"):
        RenderRequest(scene, samples=0)


def test_threads_do_not_change_a_picture(scene: Scene) -> None:
    # enough pixels for several pieces of work
    one, two = (render(scene, width=320, height=240, samples=2, threads=n) for n in (1, 2))
    assert np.array_equal(one.color, two.color)
    assert np.array_equal(one.depth, two.depth)


def test_flat_things_are_smooth_and_shadows_are_there() -> None:
    """No speckle: on an evenly lit plane neighbours differ by next to nothing; below a box it is darker."""
    body = """
from helper import *
@register()
def scene():
    floor = primitive_call('cube', {'scale': (20, 0.1, 20)}, color=(0.7, 0.7, 0.7))
    box = transform_shape(primitive_call('cube', {'scale': 1}), translation_matrix((0, 0.55, 0)))
    return concat_shapes(transform_shape(floor, translation_matrix((0, -0.05, 0))), box)
camera((0, 5, 6), (0, 0, 1), fov=40)
"""
    view = render(evaluate_here(body), width=256, height=192, samples=8)
    floor = view.color[130:180, 40:216].astype(float).mean(axis=2)
    assert np.abs(np.diff(floor, axis=0)).max() <= 3
    assert np.abs(np.diff(floor, axis=1)).max() <= 3
    whole = view.color[..., 1].astype(float)
    plane = (view.entity == view.entity[150, 40]) & (view.normal[..., 1] > 0.99)
    assert whole[plane].min() < 0.72 * np.percentile(whole[plane], 90)


def test_many_lights_are_summed_up_as_if_each_were_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes memory is bounded by the key lights; the picture is the same to the eye, highlights and shadows included."""
    body = """
from scene.language import *
@register()
def hall():
    lamps = [light('point', position=(i % 8 - 3.5, 2.6, i // 8 - 2.0), strength=3.0 + i % 3, color=(1, 0.9, 0.6)) for i in range(40)]
    ball = place(primitive_call('sphere', {'radius': 0.8}, color=(0.7, 0.2, 0.2), roughness=0.2), at=(0, 0.8, 0))
    return concat_shapes(room(10, 8, 3), ball, *lamps)
"""
    hall = evaluate_here(body)
    summed = render(hall, width=128, height=96, passes=("color",)).color.astype(int)
    monkeypatch.setattr(shading, "_KEY_LIGHTS", 40)
    kept = render(hall, width=128, height=96, passes=("color",)).color.astype(int)
    assert kept.max() > 150, "the hall is lit"
    difference = np.abs(summed - kept)
    assert difference.mean() < 0.2
    assert np.percentile(difference, 99.5) <= 4


def test_no_light_leaks_into_a_closed_box() -> None:
    body = """
from helper import *
@register()
def scene():
    sides = [transform_shape(primitive_call('cube', {'scale': s}, color=(0.8, 0.8, 0.8)), translation_matrix(p)) for s, p in (
        ((4, 0.2, 4), (0, 2, 0)), ((4, 0.2, 4), (0, -2, 0)), ((0.2, 4, 4), (2, 0, 0)), ((0.2, 4, 4), (-2, 0, 0)), ((4, 4, 0.2), (0, 0, 2)), ((4, 4, 0.2), (0, 0, -2)))]
    return concat_shapes(*sides)
light('sun', direction=(0.3, -1, -0.4), intensity=5)
light('ambient', intensity=0.3)
camera((0, 0, 1.5), (0, 0, -2), fov=70)
"""
    from scenewright.renderers.base import light_rig
    from scenewright.renderers.rays import RayScene
    from scenewright.renderers.rays.lights import LightSampler

    scene = evaluate_here(body)
    geometry = scene_geometry(scene)
    rays = RayScene(
        geometry, visible=np.ones(len(geometry), dtype=bool), bounds=scene.bounds, ground_height=None, room=None
    )
    sampler = LightSampler(rays, light_rig(scene, scene.cameras[0]), ambient=0.1, seed=0)
    # all over the floor, right into its corners
    x, z = (g.reshape(-1) for g in np.meshgrid(np.linspace(-1.899, 1.899, 60), np.linspace(-1.899, 1.899, 60)))
    floor = np.stack([x, np.full_like(x, -1.9), z], axis=1)
    position = ((floor - rays.centre) / rays.radius).astype(np.float32)
    normal = np.tile(np.array([0, 1, 0], dtype=np.float32), (len(floor), 1))
    slots = np.arange(len(floor)) % 64
    received = sampler.received(0, position, normal, position + normal * np.float32(4e-5), slots)
    assert received.max() == 0.0


def test_a_cancelled_job_stops(scene: Scene) -> None:
    asked = []

    def cancel() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(JobCancelled, match="the render was cancelled"):
        PreviewRenderer().render(RenderRequest(scene, width=320, height=240, threads=2), job=asking(cancel))
    assert len(asked) == 4


def test_progress_rises_to_one(scene: Scene) -> None:
    told: list[float] = []
    PreviewRenderer().render(
        RenderRequest(scene, width=320, height=240, threads=1), job=Job(lambda x, _: told.append(x))
    )
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 5


def test_without_a_catalogue_hulls_stand_in_and_it_is_said() -> None:
    from scenewright.scene.geometry import scene_of_asset
    from scenewright.scene.model import AssetRef

    hull = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (0.0, 1.0) for z in (-0.5, 0.5)])
    lone = scene_of_asset(AssetRef("stool", None, 0, "f" * 64, hull))
    result = PreviewRenderer().render(RenderRequest(lone, width=64, height=48, samples=1, passes=("entity",)))
    assert (result.views[0].entity == 0).mean() > 0.1
    assert any("stool" in w and "hull" in w for w in result.warnings)


TWO_VIEWS = BALL + "camera((3.0, 1.5, 0.5), (0, 0.4, 0), fov=45)\n"


def test_pictures_beside_each_other_are_the_same() -> None:
    both = evaluate_here(TWO_VIEWS)
    one, two = (
        PreviewRenderer().render(RenderRequest(both, width=160, height=120, threads=threads, passes=("color", "depth")))
        for threads in (1, 2)
    )
    assert len(one.views) == len(two.views) == 2
    for first, second in zip(one.views, two.views, strict=True):
        assert first.camera == second.camera
        assert (first.color == second.color).all()
        assert np.array_equal(first.depth, second.depth)


def test_pictures_beside_each_other_stop_with_their_job() -> None:
    asked = []

    def cancel() -> bool:
        asked.append(1)
        return len(asked) > 3

    both = evaluate_here(TWO_VIEWS)
    with pytest.raises(JobCancelled, match="the render was cancelled"):
        PreviewRenderer().render(RenderRequest(both, width=320, height=240, threads=2), job=asking(cancel))


@pytest.mark.parametrize("program", [BALL, ROOM])
def test_light_of_every_other_pixel_shows_the_same(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    request = {"width": 240, "height": 180, "samples": 8, "passes": ("color",)}
    sparse = render(evaluate_here(program), **request).color.astype(float)
    monkeypatch.setattr(picture, "_FEW", 2.0)  # of the picture: all pixels of all layers are sampled
    dense = render(evaluate_here(program), **request).color.astype(float)
    off = np.abs(sparse - dense).max(axis=2)
    assert 0.0 < off.mean() < 1.5
    assert np.percentile(off, 99) < 8.0
