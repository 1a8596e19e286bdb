"""The Mitsuba renderer: light as theory says, the camera of the exact passes, glass, lamps, and the same pixels again."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scenewright.renderers.base import RenderedView, RenderRequest, default_camera, light_rig
from scenewright.renderers.blender.renderer import BlenderRenderer
from scenewright.renderers.mitsuba import building
from scenewright.renderers.mitsuba.agx import agx_encoded
from scenewright.renderers.mitsuba.loading import COMPILED, llvm_problem, load_mitsuba
from scenewright.renderers.mitsuba.renderer import MitsubaRenderer
from scenewright.renderers.mitsuba.shapes import solids
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Scene

W, H = 64, 48
HEAD = "from scene.language import *\n@register('a test')\ndef scene():\n    return "

PLATE = (
    HEAD
    + """primitive_call('cube', {'scale': (8, 0.2, 8)}, color=(0.735, 0.735, 0.735), material={'roughness': 1.0})
light('sun', intensity=2.0, direction=(0, -1, 0), color=(1, 1, 1))
light('ambient', intensity=0.5, color=(1, 1, 1))
"""
)
"""A plate of albedo 0.5 under a sun in the zenith and an even sky."""

THREE = (
    HEAD
    + """concat_shapes(
        place(primitive_call('cube', {'scale': (0.5, 1.4, 0.4)}, color=(0.9, 0.05, 0.05)), at=(-0.9, 0, 0.2), turn=20, name='red'),
        place(primitive_call('sphere', {'radius': 0.4}, color=(0.05, 0.7, 0.05)), at=(0.3, 0, 0.6), name='green'),
        place(primitive_call('cylinder', {'radius': 0.3, 'p0': (0, 0, 0), 'p1': (0, 0.6, 0)}, color=(0.05, 0.1, 0.9)), at=(0.9, 0, -0.8), name='blue'))
"""
)
SIDE = Camera((2.2, 1.8, 3.4), (0.0, 0.4, 0.0), 42.0)
DOWN = Camera((0.4, 4.0, 0.3), (0.0, 0.0, 0.0), 40.0)


@pytest.fixture(scope="module")
def renderer() -> Iterator[MitsubaRenderer]:
    with MitsubaRenderer() if MitsubaRenderer().available() is None else pytest.skip("Mitsuba is not installed") as one:
        yield one


def drawn(renderer: MitsubaRenderer, scene: Scene | str, camera: Camera, **more: object) -> RenderedView:
    scene = evaluate_here(scene) if isinstance(scene, str) else scene
    options = {"denoise": False, **more.pop("options", {})}  # type: ignore[dict-item]
    given = {"cameras": (camera,), "width": W, "height": H, "samples": 16, "options": options, **more}
    return renderer.render(RenderRequest(scene, **given)).views[0]  # type: ignore[arg-type]


def color_of(view: RenderedView) -> np.ndarray:
    assert view.color is not None
    return view.color.astype(float)


def inside(mask: np.ndarray) -> np.ndarray:
    """Pixels of a mask whose neighbours are in it, too."""
    padded = np.pad(mask, 1)
    out = mask.copy()
    for dy in range(3):
        for dx in range(3):
            out &= padded[dy : dy + mask.shape[0], dx : dx + mask.shape[1]]
    return out


def pixels_of(scene: Scene, view: RenderedView, name: str) -> np.ndarray:
    assert view.entity is not None
    part = scene.find(name)
    return inside((view.entity >= part.index) & (view.entity < scene.subtree_end(part.index)))


@pytest.mark.slow
def test_a_matt_plate_has_the_radiance_of_theory(renderer: MitsubaRenderer) -> None:
    scene = evaluate_here(PLATE)
    view = drawn(renderer, scene, DOWN, samples=32, options={"exposure": 0.5, "max_depth": 2})
    sky = light_rig(scene, DOWN).sky.mean()
    # Lambert: albedo over pi, times the irradiance of the sun and of the sky; the clear coat of a rough surface adds some percent
    radiance = 0.5 * (2.0 / math.pi + sky)
    expected = agx_encoded(radiance[None] * 0.5)[0].astype(float)
    middle = color_of(view)[H // 2 - 6 : H // 2 + 6, W // 2 - 6 : W // 2 + 6].reshape(-1, 3).mean(axis=0)
    np.testing.assert_allclose(middle, expected, atol=6.0)


@pytest.mark.slow
@pytest.mark.blender
def test_a_matt_plate_looks_as_in_blender(renderer: MitsubaRenderer) -> None:
    with BlenderRenderer(device="cpu") as blender:
        if blender.available() is not None:
            pytest.skip("no Blender works here")
        request = RenderRequest(
            evaluate_here(PLATE), cameras=(DOWN,), width=W, height=H, samples=16, options={"exposure": 0.5}
        )
        theirs, ours = (color_of(one.render(request).views[0]) for one in (blender, renderer))
    np.testing.assert_allclose(ours.mean(axis=(0, 1)), theirs.mean(axis=(0, 1)), atol=6.0)


@pytest.mark.slow
def test_the_picture_shows_each_thing_where_the_entities_are(renderer: MitsubaRenderer) -> None:
    scene = evaluate_here(THREE)
    view = drawn(renderer, scene, SIDE, passes=("color", "entity"))
    for channel, name in enumerate(("red", "green", "blue")):
        mine = pixels_of(scene, view, name)
        assert mine.sum() > 25
        color = color_of(view)[mine]
        others = np.delete(color, channel, axis=1).max(axis=1)
        assert (color[:, channel] > 1.3 * others).mean() > 0.98, name


@pytest.mark.slow
def test_textures_stand_upright_as_in_the_albedo(renderer: MitsubaRenderer, tmp_path: Path) -> None:
    picture = np.zeros((64, 64, 3), dtype=np.uint8)
    picture[:32, :32], picture[:32, 32:], picture[32:, :32], picture[32:, 32:] = (
        (230, 20, 20),
        (20, 200, 20),
        (20, 20, 230),
        (230, 20, 20),
    )
    Image.fromarray(picture).save(tmp_path / "flag.png")
    program = (
        HEAD + "primitive_call('cube', {'scale': (2, 1.5, 0.1)}, color=(1, 1, 1), material={'texture': 'flag.png'})\n"
    )
    camera = Camera((0.0, 0.0, 4.0), (0.0, 0.0, 0.0), 32.0)
    view = drawn(
        renderer, program, camera, root=tmp_path, passes=("color", "albedo", "entity"), background="transparent"
    )
    assert view.entity is not None
    albedo, color = view["albedo"].astype(float), color_of(view)
    sure = inside(view.entity >= 0)
    sure &= np.abs(np.roll(albedo, 2, axis=1) - albedo).max(axis=2) < 0.02
    sure &= np.abs(np.roll(albedo, 2, axis=0) - albedo).max(axis=2) < 0.02
    assert sure.sum() > 200
    assert (color[sure][:, :3].argmax(axis=1) == albedo[sure].argmax(axis=1)).mean() > 0.95
    assert len(np.unique(albedo[sure].round(2), axis=0)) >= 3


@pytest.mark.slow
def test_instances_look_as_copies_do(renderer: MitsubaRenderer, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = llvm_problem()
    if problem is not None:
        pytest.skip(problem)
    options = {"variant": COMPILED}
    program = HEAD + (
        "concat_shapes(*[place(primitive_call('sphere', {'radius': 0.3 + 0.05 * k}, color=(0.8, 0.4, 0.2)), at=(0.8 * k - 1.2, 0, 0.3 * k), "
        "turn=25 * k, name='ball') for k in range(4)])\n"
    )
    scene = evaluate_here(program)
    copies = color_of(drawn(renderer, scene, SIDE, options=options))
    monkeypatch.setattr(building, "solids", partial(solids, instanced=1))
    instances = color_of(drawn(renderer, scene, SIDE, options=options))
    assert np.abs(copies - instances).mean() < 1.0
    assert copies.std() > 20.0


@pytest.mark.slow
def test_the_same_seed_gives_the_same_pixels(renderer: MitsubaRenderer) -> None:
    scene = evaluate_here(THREE)
    first, again, other = (
        color_of(drawn(renderer, scene, SIDE, samples=4, seed=seed, threads=n)) for seed, n in ((1, 1), (1, 2), (2, 1))
    )
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).max() > 0


@pytest.mark.slow
def test_a_render_is_cancelled_between_samples(renderer: MitsubaRenderer) -> None:
    told: list[str] = []

    def heard(_share: float, what: str) -> None:
        told.append(what)
        if what.startswith("sample "):
            job.cancel()

    job = Job(heard)
    request = RenderRequest(evaluate_here(THREE), cameras=(SIDE,), width=W, height=H, samples=4096)
    with pytest.raises(JobCancelled):
        renderer.render(request, job=job)
    assert len([what for what in told if "sample" in what]) <= 2


@pytest.mark.slow
def test_time_ends_sampling_and_says_so(renderer: MitsubaRenderer) -> None:
    request = RenderRequest(evaluate_here(THREE), cameras=(SIDE,), width=W, height=H, samples=4096, time_limit=1e-3)
    (said,) = [line for line in renderer.render(request).warnings if "time limit" in line]
    assert said.startswith("the picture: the time limit of 0.001 s ended sampling after 8 of 4096 samples a pixel")


@pytest.mark.slow
def test_little_noise_ends_sampling_early(renderer: MitsubaRenderer) -> None:
    told: list[str] = []
    request = RenderRequest(evaluate_here(PLATE), cameras=(DOWN,), width=W, height=H, samples=4096, noise=0.5)
    result = renderer.render(request, job=Job(lambda share, what: told.append(what)))
    assert not [line for line in result.warnings if "time limit" in line]
    assert len({what for what in told if what.startswith("sample ")}) < 20


NIGHT = """concat_shapes(
        place(primitive_call('cube', {'scale': (4, 0.1, 4)}, color=(0.7, 0.7, 0.7)), at=(0, -0.1, 0), name='floor'),
        place(primitive_call('cube', {'scale': 0.3}, color=(1.0, 0.8, 0.5), material={'emission': %s}), at=(0, 0.4, 0), name='glow'))
environment('night')
"""


@pytest.mark.slow
def test_what_shines_lights_what_is_beside_it_and_is_seen(renderer: MitsubaRenderer) -> None:
    dark, lit = evaluate_here(HEAD + NIGHT % "0.0"), evaluate_here(HEAD + NIGHT % "3.0")
    options = {"exposure": 3.0}
    without, with_light = (drawn(renderer, s, SIDE, passes=("color", "entity"), options=options) for s in (dark, lit))
    floor, glow = pixels_of(lit, with_light, "floor"), pixels_of(lit, with_light, "glow")
    near = [float(np.quantile(color_of(view)[floor][:, 0], 0.95)) for view in (without, with_light)]
    assert near[1] > near[0] + 30.0
    # its own colour, unshaded, and at least as bright as its emission
    least = agx_encoded(3.0 * np.array([[3.0, 1.8, 0.63]]))[0].astype(float)
    assert (color_of(with_light)[glow] > least - 6.0).all()


@pytest.mark.slow
def test_a_lamp_shines_through_its_shade(renderer: MitsubaRenderer) -> None:
    program = HEAD + (
        "concat_shapes(place(primitive_call('cube', {'scale': (4, 0.1, 4)}, color=(0.7, 0.7, 0.7)), at=(0, -0.1, 0), name='floor'),\n"
        "        place(primitive_call('cylinder', {'radius': 0.2, 'p0': (0, 0, 0), 'p1': (0, 0.4, 0)}), at=(0, 0.6, 0), name='shade'))\n"
        "environment('night')\nlight('point', position=(0, 0.8, 0), intensity=%s)\n"
    )
    off, on = evaluate_here(program % "0.001"), evaluate_here(program % "60")
    views = [drawn(renderer, s, SIDE, passes=("color", "entity"), options={"exposure": 0.3}) for s in (off, on)]
    floor = pixels_of(on, views[1], "floor")
    without, with_light = (color_of(view)[floor].mean() for view in views)
    assert with_light > without + 40.0


@pytest.mark.slow
def test_glass_lets_through_what_is_behind_it(renderer: MitsubaRenderer) -> None:
    program = HEAD + (
        "concat_shapes(place(primitive_call('cube', {'scale': (1.2, 1.2, 0.2)}, color=(0.9, 0.05, 0.05)), at=(0, 0, -0.6), name='red'),\n"
        "        place(primitive_call('cube', {'scale': (2.4, 1.6, 0.02)}, color=(1, 1, 1), material={'opacity': %s, 'roughness': 0.05}), at=(0, 0, 0.6), name='pane'))\n"
    )
    camera = Camera((0.0, 0.7, 4.0), (0.0, 0.6, 0.0), 32.0)
    redness = []
    for opacity in ("0.1", "1.0"):
        color = color_of(drawn(renderer, program % opacity, camera))
        middle = color[H // 2 - 4 : H // 2 + 4, W // 2 - 4 : W // 2 + 4].reshape(-1, 3).mean(axis=0)
        redness.append(middle[0] - middle[1])
    assert redness[0] > 30.0
    assert redness[1] < 10.0


@pytest.mark.slow
def test_a_room_is_seen_from_above_and_has_a_ceiling_inside(renderer: MitsubaRenderer) -> None:
    program = HEAD + (
        "concat_shapes(room(4, 3, 2.5, windows=[('left', 0, 1.2, 1.2)]),\n"
        "        place(primitive_call('cube', {'scale': 0.8}, color=(0.9, 0.05, 0.05)), name='box'))\n"
    )
    scene = evaluate_here(program)
    above = drawn(renderer, scene, default_camera(scene, aspect=W / H), passes=("color", "entity"))
    box = color_of(above)[pixels_of(scene, above, "box")]
    assert (box[:, 0] > 1.5 * box[:, 1]).mean() > 0.98
    upward = Camera((1.5, 1.2, 1.0), (-1.0, 2.3, -0.8), 70.0)
    within = drawn(renderer, scene, upward, passes=("color", "entity"))
    assert within.entity is not None
    (room,) = [p.index for p in scene.find_all("room")]
    ceiling = color_of(within)[inside(within.entity == room)]
    assert len(ceiling) > 100
    assert 60.0 < ceiling.mean() < 250.0


@pytest.mark.slow
def test_a_window_shows_daylight_through_its_pane(renderer: MitsubaRenderer) -> None:
    program = (
        HEAD + "concat_shapes(room(4, 3, 2.5, windows=[('left', 0, 1.2, 1.2)]))\nenvironment('a clear sunny day')\n"
    )
    scene = evaluate_here(program)
    view = drawn(renderer, scene, Camera((1.6, 1.4, 0.0), (-2.0, 1.5, 0.0), 50.0), passes=("color", "entity"))
    assert view.entity is not None
    middle = (slice(H // 2 - 8, H // 2 - 3), slice(W // 2 + 3, W // 2 + 8))
    assert "window" in scene.entity(int(view.entity[middle][0, 0])).path
    sky = color_of(view)[middle].reshape(-1, 3).mean(axis=0)
    assert sky.min() > 90.0
    assert sky[2] > sky[0]


@pytest.mark.slow
def test_the_variant_of_a_program_stays(renderer: MitsubaRenderer) -> None:
    mi = load_mitsuba().mi
    mi.set_variant("scalar_spectral")
    drawn(renderer, THREE, SIDE, samples=1)
    assert mi.variant() == "scalar_spectral"


@pytest.mark.slow
def test_a_scene_compiled_by_llvm_looks_the_same(renderer: MitsubaRenderer) -> None:
    problem = llvm_problem()
    if problem is not None:
        pytest.skip(problem)
    scene = evaluate_here(THREE)
    plain, compiled = (color_of(drawn(renderer, scene, SIDE, options={"variant": name})) for name in ("auto", COMPILED))
    assert np.abs(plain.mean(axis=(0, 1)) - compiled.mean(axis=(0, 1))).max() < 3.0
