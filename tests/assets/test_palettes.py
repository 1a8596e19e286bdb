"""The words of the palettes mean something to the catalogue."""

from __future__ import annotations

import pytest

from scenewright.assets import Catalogue
from scenewright.assets.palettes import own_palettes

CATALOGUE = Catalogue.built_in()


THINGS = {"wood": "table", "fabric": "sofa", "accent": "cushion"}


@pytest.mark.parametrize(("role", "thing"), THINGS.items())
def test_every_look_is_another_look_of_its_things(role: str, thing: str) -> None:
    looks = sorted({look for palette in own_palettes() for look in getattr(palette, role)})
    assert all(CATALOGUE.parse(f"{look} {thing}").known for look in looks)
    made = {look: CATALOGUE.resolve(f"{look} {thing}", None, 0).id for look in looks}
    assert len(set(made.values())) == len(looks), made
