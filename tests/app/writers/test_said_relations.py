"""Relations, sides, ends and numbers that plain sentences state: what is where of what, and how many there are of it."""

import pytest

from tests.support.said_in_texts import arrangements, counts, links, read


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("a classroom with a blackboard, a map to its left and a clock above it", ("clock", "above", "blackboard")),
        ("a bedroom with a bed, a nightstand beside it and a lamp on it", ("lamp", "on", "nightstand")),
        ("a study with a globe on the shelf and a dog in front of the fireplace", ("dog", "in_front_of", "fireplace")),
        ("a garden with a bench under a tree, where a cat sleeps, and a statue", ("cat", "on", "bench")),
        ("a garden with a bench and a birdbath a few steps in front of it", ("birdbath", "in_front_of", "bench")),
        ("a hall with a table with a vase beside the sofa", ("table", "next_to", "sofa")),
        ("a room with a vase on the mantel", ("vase", "on", "fireplace")),
        ("a stage with a drum kit and an amplifier on each side of the drums", ("amplifier", "flank", "drum kit")),
        ("a bakery with two shelves of bread and a clock over the shelves", ("clock", "above", "shelf of bread")),
        ("a picnic with a basket on the grass", ("basket", "floor", "floor")),
        ("a den with a sofa, two armchairs across from it and a table between them", ("table", "between", "armchair")),
        (
            "a studio with a piano, a cello on a stand to the left of it and a rug",
            ("cello on a stand", "left_of", "piano"),
        ),
        ("a clinic with a chair, a cart to its right and posters on the wall", ("cart", "right_of", "chair")),
        ("a yard with a sandpit with a bucket and a spade in it", ("bucket", "inside", "sandpit")),
        ("a barn with a horse looking over a gate", ("horse", "next_to", "gate")),
        ("a corridor with a console table with a vase at the end", ("console table", "against_wall", "back wall")),
        ("a chapel with an altar and a window on either side of the altar", ("altar", "between", "window")),
        ("a bedroom with a bed, a lamp on one side of it and a bookcase on the other", ("bookcase", "right_of", "bed")),
        ("a bathroom with a toilet and a sink on the left", ("toilet", "against_wall", "left wall")),
        ("a bath with a towel rail with towels between the sink and the tub", ("towel rail", "between", "sink")),
        ("a bedroom with a bed and a shelf with dolls over the bed", ("shelf", "above", "bed")),
        ("a shed with a workbench with a vise in the middle of the floor", ("workbench", "centered", "room")),
        ("a ward with a bed, an IV stand on its left and a monitor on its right", ("monitor", "right_of", "bed")),
        ("a shop with a lathe and a band saw lined up along the back wall", ("lathe", "against_wall", "back wall")),
        ("a terrace with a sofa, two armchairs across from it and a table in between", ("table", "between", "sofa")),
        ("a bedroom with a bed, and a skylight is above it", ("bed", "under", "window")),
        ("a study with a desk whose drawers are open, papers scattered all over it", ("paper", "on", "desk")),
    ],
)
def test_what_a_pronoun_or_name_means(text: str, link: tuple[str, str, str]) -> None:
    assert link in links(text)


def test_places_before_things_without_a_verb() -> None:
    said = links(
        "a den with an armchair, to its left a floor lamp, to its right a side table, and on the table a cup and a pen"
    )
    assert said >= {
        ("floor lamp", "left_of", "armchair"),
        ("side table", "right_of", "armchair"),
        ("cup", "on", "side table"),
        ("pen", "on", "side table"),
    }


def test_a_globe_has_no_dog() -> None:
    said = links("a study with a globe on a bookcase, with a dog asleep in front of the fireplace")
    assert not any(what == "dog" and where == "globe" for what, _, where in said)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a hall with a stage at one end and a bar at the other", {("stage", "back wall"), ("bar", "front wall")}),
        ("a lecture room with rows of chairs and a screen at one end", {("screen", "back wall")}),
        ("a ward with four beds on the left and four on the right", {("bed", "left wall"), ("bed", "right wall")}),
        (
            "a clinic with five chairs, three on one side and two on the other",
            {("chair", "left wall"), ("chair", "right wall")},
        ),
        ("a gallery with two paintings on opposite walls", {("painting", "side wall")}),
    ],
)
def test_sides_and_ends_of_the_room(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(what, where) for what, _, where in links(text)}


@pytest.mark.parametrize(
    ("text", "thing", "count"),
    [
        ("a dining room with a long table, six chairs on each side and one at each end", "chair", 14),
        ("a bedroom with a bed and two nightstands on each side of it", "nightstand", 2),
        ("a lobby with two sofas and a tall plant at either end of each sofa", "plant", 4),
        ("a chapel with six pews on each side of the aisle", "pew", 12),
        ("a laundry with a table that seats two", "chair", 2),
        ("a cellar with barrels stacked three high", "barrel", 9),
        ("a gym with a yoga mat in each back corner", "yoga mat", 2),
        ("a hall with three swords against either wall", "sword", 6),
        ("a hall with two paintings on each wall", "painting", 8),
        ("a yard with a slide, on its left two swings", "swing", 2),
        ("a bedroom with two beds, one with a blue blanket and the other with a yellow one", "blanket", 2),
    ],
)
def test_how_many_there_are(text: str, thing: str, count: int) -> None:
    assert counts(text)[thing] == count


def test_each_of_several_has_its_share() -> None:
    there = counts("a tea room with several small tables, each with a vase with a rose and three chairs")
    assert there["chair"] == 3 * there["table"]
    assert there["vase"] == there["table"]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("a gallery with three statues on pedestals down the middle", "row|0|0"),
        ("a church with six pews on each side of the aisle", "rows|0|2"),
        ("a laundry with three washing machines and two dryers in a row", "row|0|0"),
    ],
)
def test_what_stands_in_rows(text: str, shape: str) -> None:
    assert shape in arrangements(text)


def test_what_has_its_place_and_more_to_carry() -> None:
    said = links("a den with two armchairs, a table in the middle holding three candles and a tv behind the armchairs")
    assert ("TV", "behind", "armchair") in said
    assert ("TV", "on", "table") not in said


def test_what_is_in_each_by_its_number() -> None:
    said = links("a kitchen with three bowls, marbles in the first, keys in the second and batteries in the third")
    assert {(what, where) for what, _, where in said} >= {("marble", "bowl"), ("key", "bowl"), ("battery", "bowl")}


def test_a_building_out_of_doors_is_no_room_of_its_own() -> None:
    made = read("a village square with a fountain in the centre and a church at one end")
    assert [zone.kind for zone in made.description.zones] == ["square"]
    assert "church" in {str(one.word) for one in made.unserved}


def test_a_list_after_a_colon_is_that_of_the_room() -> None:
    said = links("a laundry room: a washer with a dryer on top of it and a basket in the corner")
    assert ("basket", "with", "washer") not in said


def test_doors_on_each_side_are_twice_as_many() -> None:
    assert read("a hotel corridor with four doors on each side").description.doors == 8


def test_each_by_its_number() -> None:
    said = links("a market with five stalls, the first selling flowers, the second with fish and the third with cheese")
    assert {("flower", "stall"), ("fish", "stall"), ("cheese", "stall")} <= {(what, where) for what, _, where in said}


@pytest.mark.parametrize(
    "text", ["a room with a fridge with its door open", "a room with a wardrobe whose doors are open"]
)
def test_the_door_of_a_thing_is_none_of_the_room(text: str) -> None:
    assert read(text).description.said.doors == 0


@pytest.mark.parametrize(
    "text",
    [
        "a bathroom with black and white floor tiles",
        "a hall with a floor of black and white tiles",
        "a diner with a checkered floor",
    ],
)
def test_tiles_are_the_floor(text: str) -> None:
    made = read(text)
    assert "checked tiles" in made.program
    assert not made.description.requests or all(r.expected for r in made.description.requests)


def test_tiles_on_the_walls_are_no_things() -> None:
    description = read("a bathroom with white tiles on the walls and a tub").description
    assert description.surfaces["wall"] == "white tile"
    assert [r.words for r in description.requests if not r.expected] == ["tub"]


@pytest.mark.parametrize("walls", [2, 3, 4])
@pytest.mark.parametrize("count", [6, 7, 11])
def test_several_walls_are_lined_with_all_things(count: int, walls: int) -> None:
    program = read(f"a locker room with {count} lockers along {walls} walls").program
    assert program.count("name='locker'") == count
    lines = [line for line in program.splitlines() if "name='locker'" in line]
    turns = {line.partition("turn=")[2].partition(",")[0] for line in lines}  # each wall has its own
    assert len(turns) == walls


@pytest.mark.parametrize("thing", ["electric guitar", "violin", "cake", "plant"])
def test_a_thing_stands_and_is_no_stand(thing: str) -> None:
    assert counts(f"a {thing} stands next to a tall sideboard") == {thing: 1, "sideboard": 1}


@pytest.mark.parametrize(
    ("text", "anchor", "subjects"),
    [
        ("A sofa and an armchair face the TV", "TV", {"sofa", "armchair"}),
        ("A mug, a book and a lamp lie on the bench", "bench", {"mug", "book", "lamp"}),
        (
            "A tent stands there; a cooler, a lantern and a guitar lie beside the fire",
            "fire",
            {"cooler", "lantern", "guitar"},
        ),
        ("A hat and a jacket hang on the coat stand", "coat stand", {"hat", "jacket"}),
    ],
)
def test_things_of_a_list_share_its_verb(text: str, anchor: str, subjects: set[str]) -> None:
    assert {what for what, _, where in links(text) if where == anchor} == subjects


def test_a_verb_in_the_singular_has_one_subject() -> None:
    assert links("a room with a sofa, and an armchair faces the TV") == {("armchair", "facing", "TV")}


def test_each_of_them_has_its_own() -> None:
    assert counts("a bed and two nightstands, a lamp on each of them")["lamp"] == 2


def test_a_second_host_has_further_seats() -> None:
    assert counts("a table with six chairs and a desk with two chairs")["chair"] == 8


def test_the_sides_of_a_table_share_its_seats() -> None:
    assert counts("a table with six chairs, with two chairs on each side")["chair"] == 6


def test_people_are_said_not_to_be_placed() -> None:
    made = read("an old man sits on a bench")
    assert ("man", "people are not placed") in {(one.word, one.reason) for one in made.unserved}


def test_a_bunk_is_a_part_of_its_bed() -> None:
    assert counts("a kids bedroom with a bunk bed and a teddy bear on the lower bunk") == {
        "bunk bed": 1,
        "teddy bear": 1,
    }


def test_only_what_stands_at_walls_is_along_them() -> None:
    said = links("a library with long tables, chairs and shelves along the walls")
    assert {what for what, kind, _ in said if kind in ("against_wall", "along")} == {"shelf"}


def test_the_middle_ends_before_the_next_thing() -> None:
    assert "copper pan" in read("a kitchen with a bowl in the middle and copper pans above the stove").program
