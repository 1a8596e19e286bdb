"""Colours and surfaces by name: every name answers, phrases compose, unknown ones say what is near."""

from __future__ import annotations

import pytest

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary import (
    color_words,
    find_color,
    find_surface,
    named_color,
    surface_kind,
    surface_words,
)
from scenewright.scene.language.vocabulary.surfaces import surface


def brightness(color: tuple[float, float, float]) -> float:
    return sum(color) / 3


@pytest.mark.parametrize("word", sorted(surface_words()))
def test_every_surface_word_gives_a_valid_material(word: str) -> None:
    color, material = surface(word)
    assert all(0 <= c <= 1 for c in color)
    assert set(material) <= {"roughness", "metallic", "opacity", "emission"}
    assert 0 <= material["roughness"] <= 1
    assert 0 <= material["metallic"] <= 1
    assert 0 < material["opacity"] <= 1


@pytest.mark.parametrize("word", sorted(color_words()))
def test_every_colour_word_gives_a_colour(word: str) -> None:
    assert all(0 <= c <= 1 for c in named_color(word))


def test_the_materials_of_the_brief_are_there() -> None:
    wanted = (
        "oak, walnut, pine, birch, mahogany, teak, bamboo, rattan, dark wood, white wood, steel, chrome, brass, gold, copper, "
        "iron, black metal, glass, ceramic, porcelain, marble, stone, concrete, leather, fabric, velvet, linen, wool, "
        "plastic, rubber, paper, cork, wicker"
    )
    assert not [w for w in wanted.split(", ") if w not in surface_words()]
    assert len(surface_words()) >= 60


def test_kinds_of_surfaces_look_their_part() -> None:
    assert surface("chrome")[1]["metallic"] == 1.0
    assert surface("glass")[1]["opacity"] < 0.5
    assert surface("frosted glass")[1]["opacity"] > surface("glass")[1]["opacity"]
    assert surface("velvet")[1]["roughness"] > surface("polished marble")[1]["roughness"]
    assert surface("lamp glow")[1]["emission"] > 0
    assert "emission" not in surface("oak")[1]


def test_a_tone_colours_a_material_and_keeps_its_finish() -> None:
    color, material = surface("navy blue velvet")
    assert color == named_color("navy blue")
    assert material == surface("velvet")[1]
    assert brightness(surface("dark teak")[0]) < brightness(surface("teak")[0]) < brightness(surface("light teak")[0])


def test_finishes_change_the_roughness_and_not_the_kind() -> None:
    assert surface("polished oak")[1]["roughness"] < surface("oak")[1]["roughness"]
    assert surface("matte brass")[1]["roughness"] > surface("brass")[1]["roughness"]
    assert surface_kind("weathered light oak") == "wood"


def test_a_bare_colour_is_paint() -> None:
    assert surface("mustard")[0] == named_color("mustard")
    assert surface("mustard")[1]["metallic"] == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("off-white", "off white"),
        ("grey", "gray"),
        ("Cream-Colored", "cream"),
        ("navy blue", "navy"),
        ("emerald green", "emerald"),
        ("Charcoal_gray", "charcoal"),
    ],
)
def test_spellings_of_one_colour_are_equal(one: str, other: str) -> None:
    assert named_color(one) == named_color(other)


def test_modifiers_move_a_colour_the_right_way() -> None:
    assert (
        brightness(named_color("dark green")) < brightness(named_color("green")) < brightness(named_color("pale green"))
    )
    assert min(named_color("pastel pink")) > min(named_color("pink"))
    red, green, blue = named_color("bluish gray")
    assert blue > green > red


def test_a_mixed_name_is_no_modifier_of_another_colour() -> None:
    assert find_color("multicolored pink") is None
    assert find_color("black and white") is not None
    assert find_color("cream and blue") == named_color("cream")


def test_hexadecimal_colours() -> None:
    assert named_color("#ff8000") == (1.0, 128 / 255, 0.0)


@pytest.mark.parametrize("nonsense", ["", "   ", "gray wicker chair", "blorp", "oak oak oak chair"])
def test_nonsense_is_no_colour_and_no_surface(nonsense: str) -> None:
    assert find_color(nonsense) is None
    assert find_surface(nonsense) is None


def test_unknown_names_say_what_is_near() -> None:
    with pytest.raises(ProgramError, match="mustard"):
        named_color("mustrad")
    with pytest.raises(ProgramError, match="oak") as caught:
        surface("oka")
    assert caught.value.kind == "argument"
    with pytest.raises(ProgramError):
        surface(3)  # type: ignore[arg-type]
