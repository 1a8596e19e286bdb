"""Plain sentences whose words were once read wrongly: what belongs to what, in the words that people use."""

import re
from pathlib import Path

import numpy as np
import pytest

from scenewright.app.generating import GenerateRequest, generate
from scenewright.app.writers.embedded.composer import compose
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from tests.support.said_in_texts import counts, links, read


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("a table with a dog standing on it", ("dog", "on", "table")),
        ("a counter with pastries displayed on it", ("pastry", "on", "counter")),
        ("six chairs around a table with a vase", ("vase", "with", "table")),
        ("three barrels at the far end", ("barrel", "against_wall", "back wall")),
        ("a teacher's desk and ten desks facing the teacher", ("desk", "facing", "teacher's desk")),
        ("twelve mats facing the instructor", ("mat", "facing", "back wall")),
        ("wine racks with around 100 bottles in them", ("bottle", "inside", "wine rack")),
    ],
)
def test_what_is_where(text: str, link: tuple[str, str, str]) -> None:
    assert link in links(text)


@pytest.mark.parametrize(
    ("text", "thing", "count"),
    [
        ("a terrace with a parasol over a table for four", "chair", 4),
        ("two cribs side by side with a mobile hanging over each", "mobile", 2),
        ("wine racks with around 100 bottles in them", "bottle", 100),
        ("four 3D printers on a bench", "3d printer", 4),
        ("two clothes rails along the left wall", "clothes rail", 2),
        ("the teachers desk in front of a blackboard", "teacher desk", 1),
    ],
)
def test_what_is_counted(text: str, thing: str, count: int) -> None:
    assert counts(text)[thing] == count


def test_people_ask_for_nothing() -> None:
    asked = counts("a court room for a mock trial with my pupils, with two tables and a bench")
    assert asked == {"table": 2, "bench": 1}


def test_words_of_a_preposition_are_understood() -> None:
    assert read("a bed next to a nightstand").description.said.unread == []


@pytest.mark.parametrize(("text", "wall"), [("a pink bedroom", "pink"), ("a black and white bathroom", "white")])
def test_the_color_of_a_room_is_that_of_its_walls(text: str, wall: str) -> None:
    assert read(text).description.surfaces["wall"] == wall


def placed(text: str, name: str) -> np.ndarray:
    """(N, 2) where things of a name stand, x and z in metres."""
    catalogue = Catalogue.default()
    scene = evaluate(compose(text, catalogue).program, assets=catalogue)
    there = [e for e in scene.entities() if re.fullmatch(name, e.name)]
    return np.array([np.mean(e.bounds, axis=0)[[0, 2]] for e in there])


@pytest.mark.parametrize("text", ["four desks along the left wall", "four desks along the wall"])
def test_things_along_a_wall_stand_in_one_row(text: str) -> None:
    at = placed(text, "desk")
    assert min(np.ptp(at, axis=0)) < 0.05


def test_cushions_are_around_a_low_table_on_the_floor() -> None:
    catalogue = Catalogue.default()
    scene = evaluate(compose("a low table with four cushions around it", catalogue).program, assets=catalogue)
    assert all(e.bounds[0][1] < 0.01 for e in scene.entities() if e.name == "cushion")


def test_a_circle_on_a_rug_is_a_circle() -> None:
    at = placed("twelve cushions in a circle on a round rug", "cushion")
    away = np.linalg.norm(at - at.mean(axis=0), axis=1)
    assert np.ptp(away) < 0.1 * away.mean()


def test_a_low_wooden_table_is_a_low_table_and_no_shrunken_one() -> None:
    found = Catalogue.default().find("low wooden table", k=1)[0]
    assert found.entry.word == "low table"


def test_shelves_on_walls_stand_against_them() -> None:
    assert ("bookshelf", "against_wall", "each 3 wall") in links("a library with bookshelves on three walls")


@pytest.mark.parametrize("text", ["chairs and a counter at the back", "chairs and a counter at the back of the room"])
def test_the_back_is_that_of_the_room(text: str) -> None:
    assert ("counter", "against_wall", "back wall") in links(text)


def test_two_at_each() -> None:
    assert counts("five round tables, two chairs at each, and a counter")["chair"] == 10


def test_what_each_of_several_has() -> None:
    there = counts("a reading room with four long tables, each with two green lamps and six chairs, and a counter")
    assert (there["lamp"], there["chair"], there["counter"]) == (8, 24, 1)


def test_a_bike_on_a_stand_stays_a_bike() -> None:
    catalogue = Catalogue.default()
    scene = evaluate(compose("two bikes on stands", catalogue).program, assets=catalogue)
    widths = [max(np.ptp(e.bounds, axis=0)) for e in scene.entities() if e.name == "bike"]
    assert min(widths) > 1.2


def test_lights_strung_out_of_doors_stay_up(tmp_path: Path) -> None:
    text = "a patio with a round table for six under a pergola with string lights"
    made = generate(GenerateRequest(text=text, out=tmp_path / "patio"))
    assert made.layout is not None
    lights = [e for e in made.session.scene.entities() if e.name == "string_light"]
    assert lights
    assert min(e.bounds[0][1] for e in lights) > 1.0


def test_a_table_that_is_set_has_settings() -> None:
    assert counts("a long table set for ten")["place setting"] == 10
    assert "place setting" not in counts("a table set for two with a plate and a glass at each place")


def test_a_wine_cellar_is_of_no_color() -> None:
    assert "wall" not in read("a wine cellar").description.surfaces


def test_a_washer_and_a_dryer_side_by_side_are_neighbours() -> None:
    assert ("dryer", "next_to", "washer") in links("a laundry room with a washer and dryer side by side")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a room with a lamp and a radio on the shelf", {("lamp", "on", "shelf"), ("radio", "on", "shelf")}),
        (
            "a shed with a hammer, a saw and a wrench hanging above the workbench",
            {(tool, "above", "workbench") for tool in ("hammer", "saw", "wrench")},
        ),
        (
            "a hallway with coats, hats and scarves hanging on the wall",
            {(thing, "on_wall", "wall") for thing in ("coat", "hat", "scarf")},
        ),
        (
            "a kitchen with a fridge, a stove and a sink along the back wall",
            {(thing, "against_wall", "back wall") for thing in ("fridge", "stove", "sink")},
        ),
        ("a bar with a jukebox, and a table and four stools in the corner", {("table", "in_corner", "corner")}),
        ("a bedroom with a rug in the middle, and a bed by the window", {("bed", "next_to", "window")}),
    ],
)
def test_members_of_a_list_share_the_place_after_it(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= links(text)


def test_a_list_with_places_of_its_own_shares_none() -> None:
    said = links("a hall with a clock on the left wall, a vase on the table and a mirror on the back wall")
    assert ("vase", "on_wall", "back wall") not in said
    assert ("clock", "on_wall", "back wall") not in said


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("a kitchen with a red, a blue and a green chair", {"red chair", "blue chair", "green chair"}),
        ("a nursery with one large and two small beds", {"large bed", "small bed"}),
        ("a market with crates of apples, oranges and lemons", {"crates of apples", "crates of oranges"}),
    ],
)
def test_what_a_list_says_once_is_true_of_each_member(text: str, phrases: set[str]) -> None:
    said = {request.phrase.replace("crate ", "crates ") for request in read(text).description.requests}
    assert phrases <= said


def test_each_fruit_has_a_crate() -> None:
    asked = counts("a market with crates of apples, oranges and bananas by the door")
    assert asked == {"crate of apples": 1, "crate of oranges": 1, "crate of bananas": 1}


@pytest.mark.parametrize(
    "text", ["a bath without a window", "a bath with a tub instead of a window", "a bath and no window"]
)
def test_a_room_said_to_have_no_window_has_none(text: str) -> None:
    assert "window(" not in read(text).program


@pytest.mark.parametrize(
    ("text", "there", "gone"),
    [
        ("a bedroom with a mattress instead of a bed and a lamp beside it", "lamp", "bed"),
        ("a kitchen without a sink and a stove against the wall", "stove", "sink"),
        ("a living room with no sofa and a rug in the middle", "rug", "sofa"),
    ],
)
def test_what_is_missing_ends_with_its_list(text: str, there: str, gone: str) -> None:
    made = read(text)
    assert there in {request.words for request in made.description.requests}
    assert made.description.absent == [gone]


def test_neither_of_two_is_there() -> None:
    assert read("a living room with no tv or sofa").description.absent == ["TV", "sofa"]
