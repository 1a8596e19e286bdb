"""R in the viewport turns things about the middle of their boxes, whatever they are made of, one and several."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow

SHAPES = """from scene.language import *

@register('an ell')
def ell():
    return concat_shapes(
        primitive_call('cube', {'scale': (2, .4, .4)}),
        transform_shape(primitive_call('cube', {'scale': (.4, .4, 1.5)}), translation_matrix((.8, 0, .95))))

@register('shapes')
def shapes():
    return concat_shapes(
        transform_shape(ell(), rotation_matrix(0.5, (0, 1, 0), (0, 0, 0))),
        place(ell(), at=(4, 0, 1), name='placed'))

adjust('placed/cube[1]', move=(0, 0, 2))
camera((8, 9, 10), (2, 0, 1))
"""


def test_shapes_turn_on_the_spot(open_scene: Callable[[str], StudioPage]) -> None:
    studio = open_scene(SHAPES)
    page = studio.page
    before = {path: studio.node(path) for path in ("shapes/ell", "shapes/placed")}
    for revision, (path, name) in enumerate((("shapes/ell", "ell"), ("shapes/placed", "placed")), start=2):
        studio.tree_row(name).first.click()
        page.mouse.move(*studio.point_of(path))
        studio.type_keys("r", "9", "0", "Enter")
        studio.wait_for_revision(revision)
        now = studio.node(path)
        assert now["at"] == pytest.approx(before[path]["at"], abs=3e-3), path
        away = np.radians(90) - abs(now["yaw"] - before[path]["yaw"])
        assert abs((away + np.pi) % (2 * np.pi) - np.pi) < 3e-3, path
    # several turn about their common middle
    studio.tree_row("ell").first.click()
    studio.tree_row("placed").first.click(modifiers=["Control"])
    middle = np.mean([studio.node(path)["at"] for path in before], axis=0)
    page.mouse.move(*studio.point_of("shapes/placed"))
    studio.type_keys("r", "1", "8", "0", "Enter")
    studio.wait_for_revision(4)
    after = [studio.node(path)["at"] for path in before]
    assert np.mean(after, axis=0)[[0, 2]] == pytest.approx(middle[[0, 2]], abs=5e-3)
    assert np.hypot(*(np.subtract(after[0], after[1]))[[0, 2]]) > 3
