"""Words that name both a colour and a material, said of things of cloth."""

from __future__ import annotations

import pytest

from scenewright.assets import Catalogue
from scenewright.assets.fitting import choose


def arguments(words: str) -> dict[str, object]:
    catalogue = Catalogue.built_in()
    return choose(catalogue.find(words, k=1, meaning=False)[0].entry, catalogue.parse(words)).arguments


@pytest.mark.parametrize(
    ("words", "colour"),
    [
        ("terracotta curtains", "paint"),
        ("jute terracotta rug", "field"),
        ("slate sofa", "paint"),
        ("gold curtains", "paint"),
    ],
)
def test_cloth_takes_such_a_word_for_its_colour(words: str, colour: str) -> None:
    said = arguments(words)
    assert colour in said
    assert "rail" not in said


@pytest.mark.parametrize(
    ("words", "part"), [("brass floor lamp", "stem"), ("walnut sofa", "legs"), ("gold bed", "frame")]
)
def test_parts_of_metal_and_wood_stay_so(words: str, part: str) -> None:
    assert part in arguments(words)
