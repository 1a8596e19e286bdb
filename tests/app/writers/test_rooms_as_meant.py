"""What a person means by a sentence and does not say: where things stand then, of what size, and which of them there are."""

from __future__ import annotations

import math
import re

import pytest

from scenewright.app.writers.embedded.composer import compose
from tests.support.composed_rooms import catalogue
from tests.support.said_in_texts import counts, links, read

_PLACE = re.compile(r"place\(.*?at=\((.*?)\).*?name='(\w+)'")


def _program(text: str) -> str:
    return compose(text, catalogue()).program


def _heights(program: str, name: str) -> list[float]:
    """The height of each thing of a name, in metres, in the order of the program."""
    return [float(at.split(",")[1]) for at, found in _PLACE.findall(program) if found == name]


def _spots(program: str, name: str) -> list[tuple[float, float]]:
    """(x, z) of each thing of a name that stands nowhere near a wall, by its line in the program."""
    found = [at.split(",") for at, named in _PLACE.findall(program) if named == name]
    return [(float(x), float(z)) for x, _, z in found if "DEPTH" not in z and "WIDTH" not in x]


class TestPlainRooms:
    def test_each_of_several_desks_gets_a_chair(self) -> None:
        assert _program("a room with four desks, each with one monitor on it").count("name='office_chair')") == 4

    def test_a_desk_with_a_chair_gets_no_other(self) -> None:
        assert _program("a room with a desk and a chair in the corner").count("name='chair')") == 1

    def test_what_stands_outdoors_gets_no_walls(self) -> None:
        assert "room(" not in _program("a lighthouse")

    def test_undressed_furniture_stands_alone(self) -> None:
        made = compose("a room with a desk", catalogue(), dress="none")
        assert made.placed == 1

    def test_small_things_stand_on_the_table_added_for_them(self) -> None:
        (height,) = _heights(_program("a jenga set at game start"), "jenga_set")
        assert height > 0.5

    def test_toys_lie_on_the_rug_of_a_playroom(self) -> None:
        (x, z), *_ = _spots(_program("a toddler's playroom with a toy train"), "toy_train")
        assert math.hypot(x, z) < 1.5


class TestUsualPlaces:
    def test_the_nightstands_of_a_text_flank_the_bed(self) -> None:
        program = _program("a bedroom with a bed and two nightstands")
        assert "next_to('nightstand', 'bed')" in program
        assert "next_to('nightstand[1]', 'bed')" in program

    @pytest.mark.parametrize(
        ("text", "thing"),
        [
            ("a hospital room with a bed", "hospital bed"),
            ("a meeting room with a table", "conference table"),
            ("a supermarket with a trolley", "shopping trolley"),
            ("a stable with three stalls", "horse stall"),
            ("an indoor pool with four lanes", "pool lanes"),
            ("a kitchen with an island and four stools", "bar stool"),
        ],
    )
    def test_a_plain_noun_is_what_such_a_place_has(self, text: str, thing: str) -> None:
        meant = compose(text, catalogue()).description.usual_things
        assert thing in meant.values()

    def test_an_island_is_the_table_of_a_kitchen(self) -> None:
        assert "dining_table" not in _program("a loft kitchen with an island and four stools")

    def test_clutter_lies_about_where_a_text_says_so(self) -> None:
        tidy, untidy = _program("a garage with a workbench"), _program("a cluttered garage with a workbench")
        assert untidy.count("place(") >= tidy.count("place(") + 4

    def test_cushions_go_round_the_chairs(self) -> None:
        program = _program("a room with four chairs and four cushions on the chairs")
        assert {f"on('cushion{n}', 'chair{n}')" in program for n in ("", "[1]", "[2]", "[3]")} == {True}

    def test_a_table_with_its_chairs_stays_beside_a_full_middle(self) -> None:
        small = _program("a small room with a bed, a wardrobe and a round table with four chairs in the middle")
        assert "centered(" not in small  # a layout would push the table alone into its chairs
        large = _program("a dining room with a table with six chairs in the middle")
        assert "centered('table', 'room')" in large


class TestFittingThings:
    def test_a_van_stands_lengthways_on_its_lift(self) -> None:
        program = _program("a car repair garage with a white van up on a lift")
        (height,) = _heights(program, "van")
        assert height > 1.0
        assert "name='car')" not in program  # the recipe's car would be in its way

    def test_things_stand_on_the_slats_of_a_pallet(self) -> None:
        heights = _heights(_program("two barrels on a pallet"), "barrel")
        assert len(heights) == 2
        assert min(heights) > 0.1

    def test_shelves_of_boxes_are_deep_and_full(self) -> None:
        program = _program("a storage room with three shelves of boxes")
        assert program.count("name='box'") >= 12
        assert "shelving unit" in program

    def test_a_candle_stands_on_top_of_the_stack(self) -> None:
        program = _program("a stack of three books with a candle on top")
        assert _heights(program, "candle")[0] > max(_heights(program, "book"))

    def test_each_table_under_umbrellas_has_its_own(self) -> None:
        program = _program("an outdoor café with four round tables under umbrellas")
        tables, umbrellas = _spots(program, "table"), _spots(program, "umbrella")
        assert len(tables) == len(umbrellas) == 4
        assert all(min(math.dist(table, pole) for pole in umbrellas) < 1.2 for table in tables)

    def test_chairs_under_a_parasol_are_at_its_table(self) -> None:
        program = _program("a garden with a table and six chairs under a parasol")
        (table,) = _spots(program, "table")
        assert all(math.dist(table, chair) < 1.5 for chair in _spots(program, "chair"))

    def test_a_swing_hangs_from_the_tree_without_a_frame(self) -> None:
        program = _program("an apple tree with a swing hanging from it")
        assert "asset_call('tree swing')" in program
        assert "joined('apple_tree', 'swing')" in program


class TestSaidOtherwise:
    def test_what_people_play_is_placed_without_them(self) -> None:
        assert counts("two boys playing chess at a table") == {"chess": 1, "table": 1}

    def test_the_nearest_noun_has_what_comes_with_it(self) -> None:
        assert ("till", "with", "counter") in links("a cat sleeping on a red armchair and a counter with a till")

    def test_a_lamp_on_it_is_on_the_nightstand(self) -> None:
        program = _program("a bed with a nightstand and a lamp on it")
        assert "on('lamp', 'nightstand')" in program

    def test_plants_in_pots_are_potted_plants(self) -> None:
        made = read("a balcony with three plants in clay pots")
        assert counts("a balcony with three plants in clay pots")["potted plant"] == 3
        assert not made.description.said.unread

    def test_a_pair_of_glasses_is_worn(self) -> None:
        assert "eyeglasses" in _program("a desk with a pair of glasses on it")

    def test_a_cat_on_the_window_sill_sits_up_there(self) -> None:
        (height,) = _heights(_program("a kitchen with a cat on the window sill"), "cat")
        assert height > 0.6

    @pytest.mark.parametrize(
        "text", ["a castle on a green hill with two trees", "a cottage with a picket fence and a well"]
    )
    def test_a_building_amid_land_is_seen_from_outside(self, text: str) -> None:
        assert " building" in _program(text)

    @pytest.mark.parametrize(
        "text", ["a cabin in the woods with a stove and a bed", "a house with a kitchen and a garden"]
    )
    def test_a_building_with_rooms_is_gone_into(self, text: str) -> None:
        assert " building" not in _program(text)


class TestColorsOfRooms:
    @pytest.mark.parametrize(
        "text",
        [
            "a bathroom in green and gold",
            "a kitchen in white and oak",
            "a bedroom in navy",
            "an office in shades of grey",
        ],
    )
    def test_a_room_in_colors_has_no_such_things(self, text: str) -> None:
        assert counts(text) == {}

    def test_a_room_in_a_place_is_not_recolored(self) -> None:
        assert "attic" in read("a bedroom in the attic").description.text

    @pytest.mark.parametrize(
        ("text", "walls"),
        [
            ("a bathroom in mint green and white", "mint green"),
            ("a white and navy bedroom", "navy"),
            ("a black and white bathroom", "white"),
        ],
    )
    def test_walls_take_the_color_rather_than_the_white(self, text: str, walls: str) -> None:
        assert read(text).description.surfaces["wall"] == walls
