"""The floor of a layout's report in the viewport: free floor, islands, and what should stay free, with their legend and switches."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow

CUT = """from scene.language import *

def block(w, h, d):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))

@register('a room with a fence')
def hall():
    return concat_shapes(
        room(5, 5, 2.5, doors=[('front', 0, 0.9, 2.0)]),
        place(block(5, 0.4, 0.1), at=(0, 0, -0.9), name='fence'),
        place(asset_call('sofa'), at=(1.4, 0, 0.2), turn=-90, name='sofa'),
        place(asset_call('floor lamp'), at=(1.5, 0.45, 0.2), name='floor_lamp'),
        place(block(0.4, 0.4, 0.4), at=(0.2, 0, 1.9), name='crate'))

camera((0, 6, 5), (0, 0, 0))
"""


def test_the_floor_of_a_report_is_drawn_and_can_be_hidden(open_scene: Callable[[str], StudioPage]) -> None:
    studio = open_scene(CUT)
    page = studio.page
    pane = studio.tab("Layout")
    page.evaluate("() => window.scenewright.viewport.view('top')")
    studio.settle()
    legend = pane.get_by_role("group", name="Marks in the viewport")
    expect(legend).to_have_count(0)
    places = {
        name: page.evaluate(
            "([name, side]) => { const p = window.scenewright.viewport.pointOf(name); return [p.x + side, p.y]; }",
            [f"hall/{name}", side],
        )
        for name, side in (("fence", 0), ("crate", -40))
    }
    x, y = places["fence"]
    spots = {"free": (x - 90, y + 45), "island": (x - 90, y - 45), "door": tuple(places["crate"])}
    bare = {name: studio.color_at(*at) for name, at in spots.items()}
    pane.get_by_role("button", name="Check").click()
    expect(legend).to_be_visible(timeout=120_000)
    expect(legend).to_contain_text("can be walked")
    expect(legend).to_contain_text("cannot be reached")
    expect(legend).to_contain_text("something stands in it")
    expect(pane.get_by_text("floor lamp stands on sofa")).to_be_visible()
    studio.settle()
    marked = {name: studio.color_at(*at) for name, at in spots.items()}
    red, green, blue = (marked["free"][k] - bare["free"][k] for k in range(3))
    assert blue > red + 10, (bare, marked)
    red, green, blue = (marked["island"][k] - bare["island"][k] for k in range(3))
    assert red > blue + 25, (bare, marked)
    red, green, blue = (marked["door"][k] - bare["door"][k] for k in range(3))
    assert red > green + 15, (bare, marked)
    for name in ("Free floor", "Room to keep free"):
        legend.get_by_text(name).click()
    studio.settle()
    for name, at in spots.items():
        assert max(abs(a - b) for a, b in zip(studio.color_at(*at), bare[name], strict=True)) < 6, name
