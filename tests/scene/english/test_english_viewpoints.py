"""Whose left and right a sentence means."""

from __future__ import annotations

import pytest

from scenewright.scene.english import Viewpoint, take_viewpoint

OWN, PICTURE = Viewpoint("own", True), Viewpoint("picture", True)


@pytest.mark.parametrize(
    ("text", "plain", "view"),
    [
        ("the stand left of the bed", "the stand left of the bed", Viewpoint()),
        ("the stand to the left of the bed as seen from the camera", "the stand to the left of the bed", PICTURE),
        ("from the viewer's perspective, the stand left of the bed", "the stand left of the bed", PICTURE),
        ("the stand to the viewer's left of the bed", "the stand to the left of the bed", PICTURE),
        ("the stand left of the bed (in the picture)", "the stand left of the bed", PICTURE),
        ("the stand on the bed's own left", "the stand on the bed's left", OWN),
        ("the stand left of the bed, from its own point of view", "the stand left of the bed", OWN),
        ("the stand on the left side of someone lying in the bed", "the stand to the left of the bed", OWN),
        ("the lamp on your left when you sit on the sofa", "the lamp to the left of the sofa", OWN),
        ("the bin on the right of a person sitting at the desk", "the bin to the right of the desk", Viewpoint("facing", True)),
        ("the stand left of the bed when facing the bed", "the stand left of the bed", Viewpoint("facing", True, "the bed")),
        ("the plant left of the tv as seen from the sofa", "the plant left of the tv", Viewpoint("thing", True, "the sofa")),
        ("the chair on the left as you enter the room", "the chair on the left", Viewpoint("thing", True, "the door")),
        ("the chair left of the table in the plan", "the chair left of the table", Viewpoint("plan", True)),
    ],
)  # fmt: skip
def test_the_words_of_a_viewpoint_are_taken_out(text: str, plain: str, view: Viewpoint) -> None:
    assert take_viewpoint(text) == (plain, view)


@pytest.mark.parametrize(
    "text",
    [
        "the third desk from the window",
        "the farthest chair from the camera",
        "the cat sitting on the sofa",
        "the dog in the picture above the bed",
        "the clock on the left wall",
    ],
)
def test_words_that_say_no_viewpoint_stay(text: str) -> None:
    assert take_viewpoint(text) == (text, Viewpoint())
