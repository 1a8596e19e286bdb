"""Styles are read from phrases, and the catalogue understands all of their words."""

from __future__ import annotations

import pytest

from scenewright.assets import Catalogue
from scenewright.assets.moods import lightness, own_moods
from scenewright.assets.styles import is_style, names_style, own_styles, read_style, said_style
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.vocabulary import find_surface

OF_ROLES = {
    "wood": ("sideboard", "nightstand"),
    "fabric": ("sofa", "curtains", "armchair"),
    "accent": ("rug", "throw pillow", "vase"),
    "metal": ("floor lamp", "mirror", "chandelier"),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


def test_the_catalogue_understands_every_look(catalogue: Catalogue) -> None:
    unknown = []
    for style in (*(style for style, _, _ in own_styles()), *(mood.looks for mood in own_moods())):
        looks = {
            "wood": style.palette.wood,
            "fabric": style.palette.fabric,
            "accent": style.palette.accent,
            "metal": style.metal,
        }
        for role, nouns in OF_ROLES.items():
            for words in (f"{look} {noun}" for look in looks[role] for noun in nouns):
                found = catalogue.find(words, k=1, meaning=False)
                if not found or found[0].leftover or not found[0].attributes:
                    unknown.append((style.name, words))
    assert unknown == []


def test_variants_and_objects_are_in_the_catalogue(catalogue: Catalogue) -> None:
    unknown = []
    for style, _, _ in own_styles():
        for noun, variants in style.variants.items():
            for words in (f"{variant} {noun}".strip() for variant in variants):
                found = catalogue.find(words, k=1, meaning=False)
                if not found or found[0].entry.word != noun or found[0].leftover:
                    unknown.append((style.name, words))
        unknown += [
            (style.name, o) for pair in style.objects.items() for o in pair if not catalogue.find(o, k=1, meaning=False)
        ]
        assert style.floor[0] == "" or find_surface(style.floor[0]) is not None, style.name
    assert unknown == []


def test_no_two_styles_claim_one_name() -> None:
    names = [word for _, words, _ in own_styles() for word in words]
    assert len(names) == len(set(names))


def test_no_two_moods_claim_one_word() -> None:
    names = [word for mood in own_moods() for word in mood.words]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Japandi", "Japandi"),
        ("a warm Victorian look", "warm Victorian"),
        ("industrial", "industrial"),
        ("pastel nursery", "pastel"),
        ("something nautical, please", "coastal"),
        ("modern farmhouse", "farmhouse"),
        ("art-deco", "art deco"),
    ],
)
def test_phrases_name_styles(phrase: str, name: str) -> None:
    assert read_style(phrase).name == name


def test_pastel_colours_make_another_style_their_own() -> None:
    style = read_style("a pastel art deco room")
    assert style.name == "pastel art deco"
    assert "mint green" in style.palette.fabric
    assert style.variants["sofa"] == ("channel back",)


def test_colours_come_before_those_of_the_style() -> None:
    style = read_style("industrial with a touch of navy blue")
    assert style.name == "navy blue industrial"
    assert style.palette.fabric[0] == "navy blue"


def test_of_two_colours_one_is_on_the_walls() -> None:
    both = read_style("navy blue and white").palette
    assert both.wood == ("white",)
    assert set(both.fabric) == {"navy blue", "white"}
    assert lightness(both.walls[0]) < 0.3
    assert lightness(read_style("pink and green").palette.walls[0]) > 0.5
    assert "green" in read_style("pink and green").palette.wood


@pytest.mark.parametrize("name", ["scandinavian", "rustic", "industrial", "art deco", "coastal"])
def test_a_mood_brings_a_style_into_its_tones(name: str) -> None:
    dark, light = read_style(f"a dark {name} room"), read_style(f"a bright {name} room")
    for role in ("wood", "fabric", "walls"):
        assert all(lightness(look) <= 0.42 for look in getattr(dark.palette, role)), role
        assert all(lightness(look) >= 0.68 for look in getattr(light.palette, role)), role
    assert lightness(dark.floor[0]) < 0.42
    assert lightness(light.floor[0]) > 0.68
    assert dark.light is not None
    assert light.light is not None
    assert dark.light.lamp < light.light.lamp


def test_a_style_and_a_mood_are_read_from_adjectives() -> None:
    found = said_style(["dark", "industrial"])
    assert found is not None
    assert found[0].name == "dark industrial"
    assert found[1] == {"dark", "industrial"}
    assert said_style(["light", "blue"]) is None
    assert said_style(["kids"]) is None


def test_what_is_no_style_is_refused() -> None:
    with pytest.raises(AssetError, match="name one, such as Japandi"):
        read_style("zzqx vrmph")
    assert names_style("a bit of art deco")
    assert is_style("warm victorian")
    assert not is_style("sofa modern")
