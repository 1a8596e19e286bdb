"""Parts of the Mitsuba renderer that need no Mitsuba: the look of Blender, metering, and what is said where it is missing."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenewright.renderers.base import RenderError, RenderRequest
from scenewright.renderers.mitsuba.agx import agx_encoded
from scenewright.renderers.mitsuba.loading import load_mitsuba
from scenewright.renderers.mitsuba.metering import metered
from scenewright.renderers.mitsuba.renderer import MitsubaRenderer
from scenewright.scene.language.running import evaluate_here

ONE_BOX = (
    "from scene.language import *\n@register('a box')\ndef box():\n    return primitive_call('cube', {'scale': 1.0})\n"
)

SHOWN_BY_BLENDER = {-8: 0.0088, -6: 0.0698, -4: 0.2289, -2: 0.5459, -1: 0.699, 0: 0.8138, 1: 0.8965, 2: 0.9571, 3: 1.0}
"""What Blender 4.5 makes of grey light (binary logarithm) by AgX, Medium High Contrast: sRGB."""


def test_grey_is_shown_as_blender_shows_it() -> None:
    light = np.repeat(2.0 ** np.array([*SHOWN_BY_BLENDER], dtype=np.float64)[:, None], 3, axis=1)
    shown = agx_encoded(light) / 255.0
    np.testing.assert_allclose(shown, np.repeat(np.array([*SHOWN_BY_BLENDER.values()])[:, None], 3, axis=1), atol=0.005)


@given(st.lists(st.floats(0.0, 64.0), min_size=3, max_size=3), st.floats(1.0, 4.0))
def test_more_light_is_shown_no_darker(color: list[float], factor: float) -> None:
    dark, bright = (agx_encoded(np.array([color]) * f).astype(int) for f in (1.0, factor))
    # a saturated colour pales as it gets brighter, and its strongest channel may lose a little
    assert bright.sum() >= dark.sum() - 3


def test_white_paper_is_exposed_for_in_any_light() -> None:
    paper, everywhere = np.full((72, 96, 3), 0.8, dtype=np.float32), np.ones((72, 96), dtype=bool)
    for level in (0.01, 1.0, 300.0):
        factor = metered(paper * np.float32(level), paper, everywhere, everywhere)
        np.testing.assert_allclose(factor * level, 1.05, rtol=1e-3)


def test_half_of_a_tint_is_taken_out() -> None:
    paper, everywhere = np.full((72, 96, 3), 0.8, dtype=np.float32), np.ones((72, 96), dtype=bool)
    warm = np.array([1.2, 1.0, 0.6], dtype=np.float32)
    factor = metered(paper * warm, paper, everywhere, everywhere)
    left = factor * warm
    np.testing.assert_allclose((left / left[1]) ** 2, warm / warm[1], rtol=1e-3)


def test_a_missing_mitsuba_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "mitsuba" else real(name, *rest)
    )
    load_mitsuba.cache_clear()
    renderer = MitsubaRenderer()
    assert renderer.available() == "Mitsuba is not installed: pip install 'scenewright[mitsuba]'"
    with pytest.raises(RenderError, match=r"^Mitsuba is not installed: pip install 'scenewright\[mitsuba\]'$"):
        renderer.render(RenderRequest(evaluate_here(ONE_BOX), width=8, height=6))
