"""Relations of the embedded writer: what a text means, written so that it can hold, and laid out."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.composer import Composition, compose
from scenewright.scene.language.running import evaluate
from scenewright.scene.layout import solve_scene
from tests.support.composed_rooms import catalogue


def lines(composition: Composition) -> set[str]:
    text = composition.program
    begin = text.find("relate(\n")
    return set() if begin < 0 else {line.strip(" ,") for line in text[begin:].split("\n)")[0].splitlines()[1:]}


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        # what hangs, runs or stands after ', with' is said of that, not of the room's first thing
        (
            "A bedroom featuring a double bed, with a painting hanging on the wall above it.",
            {"on_wall('painting')", "above('painting', 'bed')"},
            {"hanging('bed')", "against_wall('bed')"},
        ),
        (
            "A playroom with a large rug at its center, with a play kitchen set against one wall.",
            {"against_wall('play_kitchen')"},
            {"against_wall('rug')"},
        ),
        (
            "A bedroom centered on a king-size bed flanked by two nightstands.",
            {"right_of('nightstand', 'bed')", "left_of('nightstand[1]', 'bed')"},
            set(),
        ),
        (
            "An office has a large desk with a swivel chair in front. On the desktop sit a laptop and a notebook.",
            {"on('laptop', 'desk')", "on('notebook', 'desk')"},
            {"on('laptop', 'swivel_chair')"},
        ),
        (
            "A bathroom where a vanity is set against one wall with two round mirrors hanging above.",
            {"above('mirror', 'vanity')", "above('mirror[1]', 'vanity')"},
            {"on('mirror', 'vanity')", "hanging('vanity')"},
        ),
        (
            "A study with a desk that holds a laptop, and a pair of headphones lies to the right.",
            {"on('laptop', 'desk')"},
            {"against_wall('headphones', 'right')"},
        ),
        # a lamp that stands on the floor is not above what it lights; what hangs from the ceiling is
        (
            "A den with a piano, a piano bench in front of it and a floor lamp casting light over the bench.",
            {"next_to('floor_lamp', 'piano_bench')"},
            {"above('floor_lamp', 'piano_bench')"},
        ),
        ("A dining room with a dining table next to a chandelier.", {"under('dining_table', 'chandelier')"}, set()),
        # what is too large to stand on something, or to be below it, is beside it; of what stands on a table, the table is
        (
            "A reading room with a tall bookshelf and two poufs under the bookshelf.",
            {"next_to('pouf', 'bookshelf')"},
            {"under('pouf', 'bookshelf')"},
        ),
        (
            "A gym with a weight bench. A pair of dumbbells rests on a rack beside the bench.",
            {"on('dumbbell', 'rack')", "next_to('rack', 'weight_bench')"},
            {"next_to('dumbbell', 'weight_bench')"},
        ),
        # away from is not far from
        (
            "A study with a desk and a swivel chair away from the desk.",
            {"near('swivel_chair', 'desk', 1.5, 4.0)"},
            {"far('swivel_chair', 'desk')"},
        ),
        # things on boards are on furniture, whether or not a board has room for them
        (
            "A kitchen with a low cabinet that holds a microwave.",
            {"on('microwave', 'cabinet')"},
            {"inside('microwave', 'cabinet')"},
        ),
        # a keyboard that is said of a monitor stands beside it
        (
            "A gaming desk with a monitor. The monitor is centered, with a keyboard in front of it.",
            set(),
            {"on('keyboard', 'monitor')"},
        ),
        # on the left of a laptop is beside it, on the left of a desk is on it
        (
            "An office with a desk that holds a laptop. Two folders lie on the left of the laptop.",
            {"left_of('folder', 'laptop')"},
            {"on('folder', 'laptop')"},
        ),
        # what is on a tray is on what carries that through it
        (
            "A dresser holding a jewelry box and three perfume bottles on a tray.",
            {"on('tray', 'dresser')", "on('perfume_bottle[2]', 'tray')", "on('jewelry_box', 'dresser')"},
            {"on('perfume_bottle', 'dresser')", "on('perfume_bottle[2]', 'dresser')"},
        ),
        # what is on a table does not flank it
        (
            "A trestle table flanked by two benches and two potted succulents arranged on the tabletop.",
            {"on('potted_succulent', 'trestle_table')"},
            {"right_of('potted_succulent', 'trestle_table')", "left_of('potted_succulent[1]', 'trestle_table')"},
        ),
        # what is piled up lies on the one below; nothing is piled on what has no level top
        (
            "A bathroom with a wicker basket that holds four folded towels.",
            {"on('folded_towel[1]', 'folded_towel')", "on('folded_towel[3]', 'folded_towel[2]')"},
            {"inside('folded_towel[1]', 'basket')", "on('folded_towel[1]', 'basket')"},
        ),
        (
            "A kitchen with a wicker basket that holds six cloth napkins.",
            {"inside('napkin', 'basket')"},
            {"on('napkin[1]', 'napkin')", "inside('napkin[5]', 'basket')"},
        ),
        # a television without a stand hangs, and the program says so
        ("A living room with a flat-screen TV and a sofa facing the TV.", {"on_wall('flat_screen_tv')"}, set()),
        (
            "A den with a media console and a wall-mounted TV above the media console.",
            {"on_wall('tv')"},
            {"on('tv', 'media_console')"},
        ),
    ],
)
def test_what_is_written(text: str, wanted: set[str], unwanted: set[str]) -> None:
    made = lines(compose(text, catalogue(), dress="only"))
    assert wanted <= made
    assert not unwanted & made


def test_what_is_between_two_things_stands_by_both() -> None:
    made = lines(compose("A living room with two armchairs and a side table between them.", catalogue(), dress="only"))
    assert {"next_to('side_table', 'armchair')", "next_to('side_table', 'armchair[1]')"} <= made
    assert not any(line.startswith("symmetric") for line in made)


@pytest.mark.parametrize(
    "text",
    [
        "A dining room with a bar cart near the window that holds three wine glasses.",
        "A bedroom with a bed and two pillows on the bed.",
        "A teenager's bedroom with a twin bed and two boxes under the bed.",
        "A bedroom with two bunk beds in the corners and a desk against the wall far from the door.",
        "A kitchen where a refrigerator occupies the corner near the door.",
        "A bedroom with a four-poster bed and a pendant lamp above the bed.",
        "A living room with a wall cabinet across from the window.",
        "A room with a small round table that holds a lamp, three cobblestones and three photo frames.",
        "A kitchen with a bar cart that holds a mug and a potted plant.",
        "An office with a toy chest, two picture books on top and a plush elephant inside.",
        "A living room with two sofas and a coffee table between them.",
    ],
)
def test_what_is_written_can_be_laid_out(text: str) -> None:
    program = compose(text, catalogue(), dress="only").program
    scene = evaluate(program, assets=catalogue())
    result = solve_scene(
        program, scene, lambda t: evaluate(t, assets=catalogue()), provider=catalogue(), settle=False, effort=10_000.0
    )
    assert [c.says for c in result.conflicts] == []
    assert [v.message for v in result.certificate.violations] == []


def test_the_light_of_an_hour_is_no_lamp() -> None:
    made = compose(
        "Late afternoon light fills a bedroom with a bed and a floor lamp near the window.", catalogue(), dress="only"
    )
    assert [r.words for r in made.description.requests] == ["bed", "floor lamp"]
