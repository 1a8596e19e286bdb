"""What lights mean: physical units, the words of an environment, exposure."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PIL import Image

from scenewright.renderers.base import Sky, encode_srgb, exposure_for, light_rig, tone_mapped
from scenewright.renderers.base.environments import ENVIRONMENTS, STUDIO, environment_look
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.lights import LAMP_WATTS, length_scale, physical_lights
from scenewright.scene.model import Camera, Scene

BOX = "from helper import *\n@register()\ndef a(): return {body}\n{more}\n"
VIEW = Camera((0.0, 2.0, 6.0), (0.0, 0.0, 0.0))


def program(more: str = "", body: str = "primitive_call('cube', {'scale': 1})") -> Scene:
    return evaluate_here(BOX.format(body=body, more=more))


def in_room(more: str = "") -> Scene:
    return program(more, "room(4, 4, 2.6)")


def test_relative_and_watts_are_both_read() -> None:
    relative, watts, sun = physical_lights(
        in_room(
            "light('point', at=(0, 2, 0), intensity=1.5)\nlight('area', at=(0, 2, 0), intensity=40)\nlight('sun', direction=(0, -1, 0), intensity=3)"
        )
    )
    assert relative.strength == 1.5 * LAMP_WATTS
    assert watts.strength == 40.0
    assert (sun.strength, sun.direction) == (3.0, (0.0, -1.0, 0.0))
    assert relative.radiant_intensity == pytest.approx(1.5 * LAMP_WATTS / (4 * math.pi))


def test_ceiling_lights_shine_down_and_colours_are_linear() -> None:
    (lamp,) = physical_lights(in_room("light('ceiling', at=(0, 2.5, 0), color=(1, 0.5, 0), size=(1, 2))"))
    assert (lamp.kind, lamp.direction, lamp.size) == ("area", (0.0, -1.0, 0.0), (1.0, 2.0))
    assert lamp.color == pytest.approx((1.0, 0.21404, 0.0), abs=1e-4)


def test_lamps_of_a_scene_without_units_grow_with_it() -> None:
    small = program("light('point', at=(0, 2, 0))")
    large = program("light('point', at=(0, 200, 0))", "primitive_call('cube', {'scale': 100})")
    assert length_scale(large) == pytest.approx(100 * length_scale(small))
    a, b = physical_lights(small)[0], physical_lights(large)[0]
    # the same irradiance at the same relative distance
    assert b.strength == pytest.approx(1e4 * a.strength)
    assert length_scale(in_room()) == 1.0


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("soft morning light", "morning"),
        ("a starry night", "night"),
        ("dusk, deep blue sky with an orange band at the horizon", "dusk"),
        ("late afternoon, warm light through a window", "morning"),
        ("overcast sky", "overcast"),
        ("bright sunny day", "clear"),
        ("golden hour", "sunset"),
        ("cozy candle light", "warm"),
        ("dim moody light", "dim"),
        ("dim neon glow", "neon"),
        ("bright cheerful light", "studio"),
    ],
)
def test_words_name_a_sky(words: str, name: str) -> None:
    look, understood = environment_look(words)
    assert understood
    assert look.zenith == ENVIRONMENTS[name].zenith


def test_words_that_mean_nothing_are_said() -> None:
    assert environment_look("qwertz") == (STUDIO, False)
    rig = light_rig(program("environment('qwertz')"), VIEW)
    assert any("qwertz" in w for w in rig.warnings)


def test_a_picture_that_is_not_there_is_said(tmp_path) -> None:
    rig = light_rig(program("environment('sky.hdr')"), VIEW, root=tmp_path)
    assert any("sky.hdr" in w for w in rig.warnings)


def test_a_picture_of_the_surroundings_lights_by_direction(tmp_path) -> None:
    pixels = np.zeros((8, 16, 3), dtype=np.uint8)
    pixels[:, 8] = (255, 0, 0)  # just right of the middle: -z and a little +x
    Image.fromarray(pixels).save(tmp_path / "sky.png")
    rig = light_rig(program("environment('sky.png')"), VIEW, root=tmp_path)
    ahead, behind = rig.sky.radiance([[0.1, 0.0, -1.0], [0.0, 0.0, 1.0]])
    assert ahead[0] > 0.9
    assert behind.max() == 0.0
    assert rig.outdoor


def test_what_a_program_says_of_light_is_kept() -> None:
    rig = light_rig(
        program(
            "light('sun', direction=(0, -1, 0), intensity=2)\nlight('ambient', intensity=0.4, color=(1, 0.8, 0.6))"
        ),
        VIEW,
    )
    assert [x.kind for x in rig.lights] == ["sun"]
    mean = rig.sky.mean()
    assert mean.mean() == pytest.approx(0.4 * np.mean([1.0, 0.6038, 0.3185]), rel=0.02)
    assert mean[0] > mean[1] > mean[2]


def test_what_it_leaves_open_is_lit() -> None:
    assert [x.kind for x in light_rig(program(), VIEW).lights] == ["sun"]
    assert [x.kind for x in light_rig(in_room(), VIEW).lights] == ["area"]
    # the key light comes from the viewer's left
    (sun,) = light_rig(program(), VIEW).lights
    assert sun.direction[0] > 0
    assert sun.direction[1] < 0
    assert sun.direction[2] < 0


def test_a_sky_is_brightest_where_it_says() -> None:
    sky = Sky((0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
    up, level, down = sky.radiance([[0, 1, 0], [1, 0, 0], [0, -1, 0]])
    assert np.allclose([up, level, down], [[0, 0, 1], [1, 0, 0], [0, 1, 0]], atol=1e-6)
    samples = np.random.default_rng(0).normal(size=(200_000, 3))
    samples /= np.linalg.norm(samples, axis=1, keepdims=True)
    samples[:, 1] = np.abs(samples[:, 1])
    weighted = (sky.radiance(samples) * samples[:, 1:2]).sum(axis=0) / samples[:, 1].sum()
    assert np.allclose(sky.mean(), weighted, atol=0.01)


def test_exposure_meters_light_not_darkness() -> None:
    dim, bright = np.full((100, 3), 0.05, np.float32), np.full((100, 3), 5.0, np.float32)
    assert np.allclose(exposure_for(dim) * 0.05, exposure_for(bright) * 5.0)
    assert np.allclose(exposure_for(bright, aim=0.5), exposure_for(bright) / 2)
    warm = np.tile(np.array([[1.0, 0.6, 0.3]], dtype=np.float32), (50, 1))
    for balance, spread in ((0.0, 0.7), (1.0, 0.0)):
        balanced = exposure_for(warm, balance=balance) * warm[0]
        assert np.ptp(balanced) == pytest.approx(spread * balanced.max(), abs=0.02)


def test_tones_keep_base_colours_and_never_clip() -> None:
    ramp = np.linspace(0.0, 50.0, 2000, dtype=np.float32)
    grey = np.repeat(ramp[:, None], 3, axis=1)
    out = tone_mapped(grey)
    assert (np.diff(out[:, 0]) >= 0).all()
    assert out.max() <= 1.0
    # the toe takes 0.04 away, nothing else up to 0.8 (Khronos PBR Neutral)
    assert np.allclose(tone_mapped(np.full((1, 3), 0.5, np.float32)), 0.46, atol=1e-5)
    assert encode_srgb(np.array([0.0, 1.0])).tolist() == [0, 255]
    hot = tone_mapped(np.array([[40.0, 1.0, 1.0]], dtype=np.float32))[0]
    assert hot.min() > 0.5  # a highlight turns white


def test_a_panel_lights_as_its_integral_says() -> None:
    from scenewright.renderers.rays.panel_irradiance import panel_irradiance

    rng = np.random.default_rng(5)
    corners = np.array([[-1.0, 2.0, -0.5], [1.0, 2.0, -0.5], [1.0, 2.0, 0.5], [-1.0, 2.0, 0.5]])
    position = rng.uniform(-1.5, 1.5, (40, 3)).astype(np.float32)
    normal = rng.normal(size=(40, 3)).astype(np.float32)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    got = panel_irradiance(corners, position, normal)
    grid = (np.arange(400) + 0.5) / 400
    u, v = (g.reshape(-1) for g in np.meshgrid(2.0 * grid - 1.0, grid - 0.5))
    points = np.stack([u, np.full_like(u, 2.0), v], axis=1)
    for p, n, value in zip(position, normal, got, strict=True):
        d = points - p
        r2 = (d * d).sum(axis=1)
        cosine = np.maximum(d @ n, 0.0) * d[:, 1] / r2
        assert value == pytest.approx((cosine / r2).mean() * 2.0, rel=2e-3, abs=1e-5)
    assert (got == 0.0).any()
    assert (got > 0.1).any()


def test_degrees_change_what_the_other_words_name() -> None:
    plain = environment_look("soft daylight")[0]
    darker, warmer = (
        environment_look("soft daylight, much darker")[0],
        environment_look("soft daylight, a little warmer")[0],
    )
    assert darker.exposure < environment_look("soft daylight, darker")[0].exposure < plain.exposure
    assert warmer.zenith[0] / warmer.zenith[2] > plain.zenith[0] / plain.zenith[2]
    assert warmer.exposure == plain.exposure
