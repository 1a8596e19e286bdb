"""Programs drawn as splats: where they end, which of two things owns a pixel, and how much glass lets through."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.renderers.base import Pinhole, RenderedView, RenderRequest, view_cameras
from scenewright.renderers.preview import PreviewRenderer, ray_scene
from scenewright.renderers.splat.drawing import views_of
from scenewright.renderers.splat.outlines import within_outlines
from scenewright.renderers.splat.renderer import SplatRenderer
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Scene
from scenewright.scene.splats import gaussians_for_camera
from tests.support.samples import some_of

HEAD = "from scene.language import *\n@register('a test')\ndef scene():\n    return "
SIZE = 224
FRONT = Camera((0.0, 0.0, 4.0), (0.0, 0.0, 0.0), 30.0)


def moved(shape: str, at: str) -> str:
    return f"transform_shape({shape}, translation_matrix({at}))"


def box(size: str, at: str = "(0, 0, 0)", look: str = "") -> str:
    return moved(f"primitive_call('cube', {{'scale': {size}}}{look})", at)


def ball(radius: str, at: str = "(0, 0, 0)", look: str = "") -> str:
    return moved(f"primitive_call('sphere', {{'radius': {radius}}}{look})", at)


def rod(radius: str, begin: str, end: str) -> str:
    return f"primitive_call('cylinder', {{'radius': {radius}, 'p0': {begin}, 'p1': {end}}})"


def many(shape: str, count: int) -> str:
    return f"concat_shapes(*[{shape} for i in range({count})])"


OUTLINES = {
    "wires": many(rod("0.006 + 0.002 * i", "(0.2 * i - 0.8, -0.8, 0)", "(0.22 * i - 0.7, 0.8, 0.4)"), 9),
    "balls": many(ball("0.03 + 0.02 * i", "(0.26 * i - 0.9, 0.12 * i - 0.5, 0)"), 8),
    "plates on edge": many(box("(1, 0.012, 0.8)", "(0, 0.2 * i - 0.7, 0)"), 8),
    "bars with a thin side": many(box("(0.08, 1.2, 0.3)", "(0.22 * i - 0.8, 0, 0)"), 8),
    "cones": many(
        "primitive_call('cone', {'radius': 0.05 + 0.02 * i, 'p0': (0.3 * i - 0.8, -0.5, 0), 'p1': (0.3 * i - 0.8, 0.6, 0)})",
        6,
    ),
    "crossing": f"concat_shapes({ball('0.4')}, {box('(1.6, 0.1, 0.1)')}, {rod('0.08', '(0, -0.9, 0)', '(0.2, 0.9, 0)')})",
}


def view(renderer, scene: Scene, *, size: int = SIZE, camera: Camera | None = FRONT, **more) -> RenderedView:
    cameras = (camera,) if camera is not None else view_cameras(scene, aspect=1.0)
    return renderer.render(RenderRequest(scene, cameras, size, size, threads=1, **more)).views[0]


def covers(scene: Scene, camera: Camera | None = FRONT) -> tuple[np.ndarray, np.ndarray]:
    """(H, W) how much is covered of each pixel: in the preview, of four times the pixels, and in splats."""
    fine = view(PreviewRenderer(), scene, size=2 * SIZE, camera=camera, background="transparent", samples=1).color
    drawn = view(SplatRenderer(), scene, camera=camera, background="transparent", samples=1).color
    exact = fine[..., 3].reshape(SIZE, 2, SIZE, 2).mean(axis=(1, 3)) / 255.0
    return exact, drawn[..., 3] / 255.0


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    return float((a & b).sum() / (a | b).sum())


@pytest.mark.parametrize("name", some_of(list(OUTLINES), 4))
def test_outlines_of_thin_and_round_things_match_the_preview(name):
    exact, drawn = covers(evaluate_here(f"{HEAD}{OUTLINES[name]}\n"), None)
    assert overlap(exact >= 0.4999, drawn >= 0.4999) > 0.97
    # neither fatter nor thinner: a fifth of a pixel along the outline at most
    outline = ((exact > 0.02) & (exact < 0.98)).sum()
    assert abs((drawn - exact).sum()) < 0.2 * outline + 1.0


def test_only_gaussians_beyond_their_surface_are_drawn_in():
    scene = evaluate_here(f"{HEAD}{box('(1, 1, 0.2)')}\n")
    geometry = scene_geometry(scene)
    pinhole = Pinhole.of(FRONT, SIZE, SIZE)
    rays = ray_scene(scene, geometry, np.ones(len(geometry), dtype=bool))
    made = gaussians_for_camera(geometry, views_of(pinhole), pixels=2.0, inset=False)
    cut = within_outlines(made, rays, pinhole, pixels=2.0, see_ceiling=False, threads=1)
    width = 2.0 * 3.9 / pinhole.K[0, 0]

    def near_edge(means: np.ndarray) -> np.ndarray:
        return 0.5 - np.abs(means[:, :2]).max(axis=1)

    inner = cut.take(near_edge(cut.means) > 1.5 * width)
    assert len(inner) > 100
    assert np.abs(inner.means[:, None] - made.means).max(axis=2).min(axis=1).max() < 1e-9
    assert (near_edge(cut.means) > 0.0).all()
    rim = cut.take(near_edge(cut.means) < 0.5 * width)
    assert len(rim) > 2 * (near_edge(made.means) < 0.6 * width).sum()
    assert np.median(rim.scales[:, 1]) < 0.6 * np.median(inner.scales[:, 1])


def test_of_two_faces_that_meet_each_keeps_its_pixels():
    """White fronts with black sides that are a pixel or two wide: were the fronts to overhang, no black would be left."""
    bars = many(
        f"concat_shapes({box('(0.05, 1.2, 0.004)', '(0.07 * i - 0.5, 0, 0.1)', ', color=(1, 1, 1)')}, "
        f"{box('(0.05, 1.2, 0.2)', '(0.07 * i - 0.5, 0, 0)', ', color=(0, 0, 0)')})",
        14,
    )
    scene = evaluate_here(f"{HEAD}{bars}\n")
    side = Camera((1.2, 0.3, 3.6), (0.0, 0.0, 0.0), 30.0)
    names = ("color", "entity")
    preview = view(PreviewRenderer(), scene, camera=side, passes=names)
    splat = view(SplatRenderer(), scene, camera=side, passes=names)
    there = (preview.entity >= 0) & (splat.entity >= 0)
    assert (preview.entity == splat.entity)[there].mean() > 0.95
    assert splat.color[there].mean() == pytest.approx(preview.color[there].mean(), abs=9.0)


@pytest.mark.parametrize(
    ("shape", "opacity"), some_of([(s, o) for s in ("ball", "pane") for o in (0.1, 0.3, 0.5, 0.8)], 4)
)
def test_glass_lets_through_what_its_material_says(shape, opacity):
    look = f", material={{'opacity': {opacity}}}"
    text = ball("0.6", look=look) if shape == "ball" else box("(1.2, 1.2, 0.01)", look=look)
    exact, drawn = covers(evaluate_here(f"{HEAD}{text}\n"))
    inner = np.zeros((SIZE, SIZE), dtype=bool)
    middle, half = SIZE // 2, SIZE // 8
    inner[middle - half : middle + half, middle - half : middle + half] = True
    assert drawn[inner].mean() == pytest.approx(exact[inner].mean(), abs=0.015)
    assert (drawn - exact)[inner].std() < 0.025


def test_what_stands_in_glass_is_seen_through_it():
    """A yellow body of glass within panes of clear glass that nearly touch it."""
    wine = "primitive_call('cylinder', {'radius': 0.4, 'p0': (0, -0.5, 0), 'p1': (0, 0.4, 0)}, color=(0.9, 0.7, 0.2), "
    wine += "material={'opacity': 0.75})"
    clear = ", color=(0.9, 0.95, 1), material={'opacity': 0.28}"
    panes = many(
        "transform_shape("
        + box("(0.12, 1.2, 0.01)", "(0, 0, 0.43)", clear)
        + ", rotation_matrix(0.262 * i, (0, 1, 0), (0, 0, 0)))",
        24,
    )
    scene = evaluate_here(f"{HEAD}concat_shapes({wine}, {panes})\n")
    preview, splat = (view(r, scene, background="transparent").color for r in (PreviewRenderer(), SplatRenderer()))
    middle = slice(SIZE // 2 - 30, SIZE // 2 + 30)
    difference = np.abs(preview[middle, middle].astype(int) - splat[middle, middle].astype(int))
    assert difference.mean() < 6.0
    assert splat[middle, middle, 2].mean() < splat[middle, middle, 0].mean() - 20


def test_of_a_ball_of_glass_in_another_each_is_one_pane():
    a, b = 0.2, 0.3
    inner, outer = (ball(r, look=f", material={{'opacity': {o}}}") for r, o in (("0.4", a), ("0.6", b)))
    exact, drawn = covers(evaluate_here(f"{HEAD}concat_shapes({inner}, {outer})\n"))
    middle = slice(SIZE // 2 - 10, SIZE // 2 + 10)
    assert exact[middle, middle].mean() == pytest.approx(1 - (1 - a) * (1 - b), abs=0.01)
    assert drawn[middle, middle].mean() == pytest.approx(1 - (1 - a) * (1 - b), abs=0.025)
