"""What a picture shows has depth, normal, position and entity, in every renderer: things, glass, ceiling and ground."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenewright.renderers.base import (
    Pinhole,
    RenderedView,
    Renderer,
    RenderRequest,
    find_channel,
    find_renderer,
    points_at,
    stage_rows,
)
from scenewright.renderers.base.channel_pictures import entity_legend
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.language.running import evaluate, evaluate_here
from scenewright.scene.model import Camera, Scene

HEAD = "from scene.language import *\n@register('a test')\ndef scene():\n    return "
ROOM = (
    HEAD
    + """concat_shapes(room(4, 3, 2.5, windows=[('left', 0, 1.2, 1.2)]),
        place(primitive_call('cube', {'scale': 0.5}, color=(0.7, 0.2, 0.1)), name='box'),
        place(primitive_call('sphere', {'radius': 0.3}, color=(1, 1, 1), material={'opacity': 0.2}), at=(0.9, 0, 0.3), name='glass'))
"""
)
GARDEN = (
    HEAD
    + """concat_shapes(place(primitive_call('cube', {'scale': 0.5}, color=(0.7, 0.2, 0.1)), name='box'),
        place(primitive_call('sphere', {'radius': 0.4}, color=(1, 1, 1), material={'opacity': 0.2}), at=(1, 0, 0), name='glass'))
environment('a sunny afternoon')
"""
)
INSIDE = Camera((1.5, 1.2, 1.2), (-1.0, 1.5, -0.5), 80.0)
OVER = Camera((5.0, 4.0, 6.0), (0.0, 0.8, 0.0), 40.0)
GARDEN_VIEW = Camera((2.0, 1.5, 4.0), (0.3, 0.2, 0.0), 45.0)
PASSES = ("color", "depth", "normal", "entity", "position")
WIDTH, HEIGHT = 64, 48


@pytest.fixture(
    scope="module", params=["preview", "splat", "mitsuba", pytest.param("blender", marks=pytest.mark.blender)]
)
def renderer(request: pytest.FixtureRequest) -> Iterator[Renderer]:
    found = find_renderer(request.param)
    why = found.available()
    if why is not None:
        pytest.skip(why)
    with found:
        yield found


def drawn(renderer: Renderer, scene: Scene, camera: Camera, **more: object) -> RenderedView:
    given = {"width": WIDTH, "height": HEIGHT, "samples": 4, "threads": 1, "passes": PASSES, **more}
    return renderer.render(RenderRequest(scene, (camera,), **given)).views[0]  # type: ignore[arg-type]


def require_whole(view: RenderedView) -> np.ndarray:
    """All channels agree about which pixels (H, W) show something; these are returned."""
    seen = view["entity"] >= 0
    length = np.linalg.norm(view["normal"], axis=2)
    np.testing.assert_array_equal(np.isfinite(view["depth"]), seen)
    np.testing.assert_array_equal(np.isfinite(view["position"]).all(axis=2), seen)
    np.testing.assert_allclose(length[seen], 1.0, atol=1e-4)
    assert not length[~seen].any()
    pinhole = Pinhole.of(view.camera, seen.shape[1], seen.shape[0])
    np.testing.assert_allclose(view["position"][seen], points_at(pinhole, view["depth"])[seen], atol=2e-4)
    toward = pinhole.directions(pinhole.pixel_points()).reshape(*seen.shape, 3)
    assert (np.einsum("hwi,hwi->hw", toward, view["normal"])[seen] < 0.3).all()  # smooth normals may lean away
    return np.asarray(seen)


@pytest.mark.slow
def test_every_pixel_inside_a_room_is_of_something(renderer: Renderer) -> None:
    """Also with a transparent background: the ceiling is no background."""
    scene = evaluate_here(ROOM)
    view = drawn(renderer, scene, INSIDE, background="transparent")
    assert require_whole(view).all()
    ceiling = view["entity"] == stage_rows(scene).ceiling
    assert ceiling.mean() > 0.1
    pinhole = Pinhole.of(INSIDE, WIDTH, HEIGHT)
    up = pinhole.directions(pinhole.pixel_points()).reshape(HEIGHT, WIDTH, 3)[..., 1]
    np.testing.assert_allclose(view["depth"][ceiling], (2.5 - 1.2) / up[ceiling], rtol=1e-3)
    np.testing.assert_allclose(view["normal"][ceiling], np.tile([0.0, -1.0, 0.0], (int(ceiling.sum()), 1)), atol=1e-3)
    assert scene.paths[stage_rows(scene).ceiling] == "scene/room"
    assert (view["color"][..., 3][ceiling] > 250).mean() > 0.95


@pytest.mark.slow
def test_the_ground_outdoors_is_in_all_passes(renderer: Renderer) -> None:
    scene = evaluate_here(GARDEN)
    view = drawn(renderer, scene, GARDEN_VIEW)
    require_whole(view)
    assert stage_rows(scene).ground == len(scene)
    ground = view["entity"] == len(scene)
    assert ground.mean() > 0.3
    assert np.abs(view["position"][ground][:, 1]).max() < 0.01
    np.testing.assert_allclose(view["normal"][ground][:, 1], 1.0, atol=1e-3)
    glass = scene.find("scene/glass/sphere").index
    assert (view["entity"] == glass).mean() > 0.02


@pytest.mark.slow
@pytest.mark.parametrize("name", ["preview", "splat", "mitsuba"])
@pytest.mark.parametrize(("source", "camera"), [(ROOM, OVER), (GARDEN, GARDEN_VIEW)], ids=["room", "garden"])
def test_alpha_and_the_passes_show_the_same(name: str, source: str, camera: Camera) -> None:
    """Without a stage, a pixel of the picture is empty where its passes are; at outlines the picture is smoothed."""
    found = find_renderer(name)
    why = found.available()
    if why is not None:
        pytest.skip(why)
    view = drawn(found, evaluate_here(source), camera, background="transparent")
    seen = require_whole(view)
    alpha = view["color"][..., 3]
    assert 0.05 < seen.mean() < 0.95
    assert (alpha[~widened(seen)] > 16).mean() < 0.01
    assert (alpha[~widened(~seen)] > 0).all()


def widened(mask: np.ndarray) -> np.ndarray:
    """A mask (H, W) with all neighbours of its pixels."""
    around = np.lib.stride_tricks.sliding_window_view(np.pad(mask, 1, mode="edge"), (3, 3))
    return np.asarray(around.any(axis=(2, 3)))


def test_the_sky_is_nothing() -> None:
    up = Camera((0.0, 1.0, 4.0), (0.0, 4.0, 0.0), 40.0)
    view = drawn(PreviewRenderer(), evaluate_here(GARDEN), up)
    assert not require_whole(view).any()
    assert view["color"].any()


def test_the_ground_is_in_the_mask_of_nothing() -> None:
    """A root that is a thing itself, as in a program of one object, does not own the ground."""
    scene = evaluate_here(
        "from scene.language import *\n@register()\ndef chair(): return primitive_call('cube', {'scale': 1})\n"
    )
    view = drawn(PreviewRenderer(), scene, Camera((2.0, 2.0, 3.0), (0.0, 0.0, 0.0), 50.0))
    mine = (view["entity"] >= 0) & (view["entity"] < scene.subtree_end(0))
    alone = drawn(PreviewRenderer(), scene, view.camera, background="transparent")
    np.testing.assert_array_equal(mine, alone["entity"] >= 0)
    assert (view["entity"] == len(scene)).any()


def test_the_legend_names_ground_and_ceiling() -> None:
    inside, garden = evaluate_here(ROOM), evaluate_here(GARDEN)
    told = entity_legend(drawn(PreviewRenderer(), inside, INSIDE)["entity"], inside)["rows"]
    room = told[str(stage_rows(inside).ceiling)]
    assert room == {"path": "scene/room", "word": "room", "stage": "ceiling"}
    told = entity_legend(drawn(PreviewRenderer(), garden, GARDEN_VIEW)["entity"], garden)["rows"]
    assert told[str(len(garden))] == {"path": None, "word": "ground", "stage": "ground"}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    eye=st.tuples(st.floats(-5, 5), st.floats(-1, 5), st.floats(-5, 5)),
    target=st.tuples(st.floats(-1, 1), st.floats(0, 2), st.floats(-1, 1)),
    indoors=st.booleans(),
    background=st.sampled_from(["stage", "transparent"]),
)
def test_from_anywhere_the_passes_agree(
    eye: tuple[float, float, float], target: tuple[float, float, float], indoors: bool, background: str
) -> None:
    if np.linalg.norm(np.subtract(eye, target)) < 1e-3:
        return
    passes = PASSES if background == "transparent" else PASSES[1:]
    view = drawn(
        PreviewRenderer(),
        SCENES[indoors],
        Camera(eye, target, 60.0),
        background=background,
        width=20,
        height=16,
        samples=1,
        passes=passes,
    )
    seen = require_whole(view)
    if view.color is not None:
        assert (view.color[..., 3] > 0)[~widened(~seen)].all()


SCENES = {True: evaluate_here(ROOM), False: evaluate_here(GARDEN)}


@pytest.mark.slow
@pytest.mark.blender
def test_a_hole_in_a_texture_is_a_hole_in_the_passes(tmp_path: Path) -> None:
    from PIL import Image

    blender = find_renderer("blender")
    if (why := blender.available()) is not None:
        pytest.skip(why)
    leaf = np.zeros((32, 32, 4), dtype=np.uint8)
    leaf[..., :3], leaf[:, 16:, 3] = (40, 160, 60), 255
    Image.fromarray(leaf).save(tmp_path / "leaf.png")
    card = HEAD + "primitive_call('cube', {'scale': (1, 1, 0.001)}, material={'texture': 'leaf.png'})\n"
    scene = evaluate_here(card)
    view = drawn(
        blender, scene, Camera((0.0, 0.0, 2.0), (0.0, 0.0, 0.0), 40.0), background="transparent", root=tmp_path
    )
    seen = require_whole(view)
    alpha = view["color"][..., 3]
    assert 0.2 < seen.mean() < 0.4
    assert alpha[seen].mean() > 220
    assert alpha[~seen].mean() < 10


@pytest.mark.slow
def test_captures_have_normals(tmp_path: Path) -> None:
    """Those of their Gaussians, which are flat where a surface was: outward on a ball."""
    from scenewright.scene.geometry import scene_geometry
    from scenewright.scene.splats import gaussians_for_budget
    from scenewright.scene.splats.formats import write_gaussians

    ball = evaluate_here(HEAD + "primitive_call('sphere', {'radius': 0.3}, color=(0.9, 0.1, 0.1))\n")
    write_gaussians(gaussians_for_budget(scene_geometry(ball), 4_000).gaussians(), tmp_path / "ball.ply", y_up=True)
    scene = evaluate(HEAD + "splat_call('ball.ply')\n", splats=tmp_path)
    view = drawn(
        find_renderer("splat"),
        scene,
        Camera((0.0, 0.2, 1.5), (0.0, 0.0, 0.0), 40.0),
        background="transparent",
        root=tmp_path,
    )
    seen = require_whole(view)
    centre = scene.bounds.mean(axis=0)
    outward = view["position"][seen] - centre
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    assert np.median(np.einsum("ni,ni->n", outward, view["normal"][seen])) > 0.95
    assert find_channel("normal").check(view["normal"], HEIGHT, WIDTH) is view["normal"]
