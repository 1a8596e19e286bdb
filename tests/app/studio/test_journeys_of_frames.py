"""An animated scene in the studio: its frames are played and gone to, and the things in the view move; a still one says how it gets frames."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow

MILL = """from scene.language import *

@register('a sail')
def sail():
    return primitive_call('cube', {'scale': (0.4, 2.0, 0.1)}, color=(0.8, 0.1, 0.1))

@register('a mill')
def mill(far=0.0):
    return concat_shapes(
        primitive_call('cube', {'scale': (4, 0.2, 4)}, color=(0.3, 0.5, 0.3)),
        transform_shape(library_call('sail'), translation_matrix((far, 1.1, 0))))

@register_animation('it goes aside')
def sliding():
    for frame in range(8):
        yield mill(far=0.2 * frame)

camera((0, 3, 7), (0, 0.5, 0))
"""


def test_frames_are_played_and_move_things(open_scene: Callable[[str], StudioPage]) -> None:
    studio = open_scene(MILL)
    page = studio.page
    timeline = studio.tab("Views & timeline").get_by_role("region", name="Timeline")
    expect(timeline).to_contain_text("1 of 8")
    studio.settle()  # the drawer has taken its room
    sail = studio.point_of("sliding/mill/sail")
    red = studio.color_at(*sail)
    assert red[0] > 1.6 * red[1]
    timeline.get_by_role("button", name="Last frame").click()
    expect(timeline).to_contain_text("8 of 8")
    expect(timeline).not_to_contain_text("here")
    studio.settle()
    moved = studio.color_at(*sail)
    assert moved[0] < 1.6 * moved[1]
    timeline.get_by_role("slider", name="Frame").focus()
    page.keyboard.press("Home")
    expect(timeline).to_contain_text("1 of 8")
    studio.settle()
    assert max(abs(a - b) for a, b in zip(studio.color_at(*sail), red, strict=True)) < 8
    timeline.get_by_role("button", name="Begin again at the end").click()
    timeline.get_by_role("button", name="Play").click()
    expect(timeline).to_contain_text("8 of 8")
    expect(timeline.get_by_role("button", name="Play")).to_be_visible()
    timeline.get_by_role("button", name="Render this frame").click()
    expect(page.get_by_role("dialog", name="Render")).to_be_visible()


def test_a_still_scene_says_how_it_is_animated(studio: StudioPage) -> None:
    timeline = studio.tab("Views & timeline").get_by_role("region", name="Timeline")
    expect(timeline).to_contain_text("This scene has one frame")
    expect(timeline.get_by_label("Example of an animation")).to_contain_text("yield transform_shape(office()")
