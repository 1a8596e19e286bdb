"""Forms of questions about one dining room: amounts, kinds, likeness, purposes, choices, units, and two questions in one. Each answer is a
full sentence, which the tests give whole."""

from __future__ import annotations

import pytest

from scenewright.scene.semantics.queries import SceneQuery
from scenewright.scene.semantics.questions import Asker
from tests.support.asked_scenes import asker_and_query

TEXT = """
from scene.language import *

def box(w, h, d, color=(0.6, 0.4, 0.2), x=0.0, y=0.0, z=0.0):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}, color=color), translation_matrix((x, y + h / 2, z)))

@register('a leg')
def leg():
    return box(0.05, 0.7, 0.05)

@register('oak dining table')
def table():
    legs = [place('leg', at=(x, 0, z)) for x in (-0.9, 0.9) for z in (-0.4, 0.4)]
    return concat_shapes(box(2.0, 0.05, 1.0, y=0.7), *legs)

@register('upholstered dining chair')
def chair():
    return box(0.45, 0.95, 0.45, (0.1, 0.2, 0.7))

@register('dinner plate')
def plate():
    return box(0.27, 0.02, 0.27, (0.95, 0.95, 0.95))

@register('red mug')
def mug(color=(0.8, 0.05, 0.05)):
    return box(0.1, 0.1, 0.1, color)

@register('oak sideboard with three doors')
def sideboard():
    return box(1.6, 0.8, 0.45)

@register('a wool rug')
def rug():
    return box(3.0, 0.01, 2.0, (0.1, 0.5, 0.2))

@register('single bed')
def bed():
    return box(1.0, 0.5, 2.0, (0.9, 0.9, 0.9))

@register('basketball')
def basketball():
    return box(0.24, 0.24, 0.24, (0.9, 0.4, 0.1))

@register('soccer ball')
def ball():
    return box(0.22, 0.22, 0.22, (0.95, 0.95, 0.95))

@register('pendant lamp')
def lamp():
    return box(0.3, 0.4, 0.3, (0.9, 0.8, 0.2))

@register('a picture')
def picture():
    return box(0.9, 0.6, 0.03, (0.2, 0.3, 0.8))

@register('a dining room for four')
def dining_room():
    return concat_shapes(
        room(6, 5, 2.7, doors=[('front', 1.6, 0.9, 2.05)], windows=[('left', 0.0, 1.4, 1.25)]),
        place('rug', at=(0, 0, 0), name='rug'),
        place('table', at=(0, 0.01, 0), name='table'),
        place('chair', at=(-0.5, 0.01, 0.75), turn=180, name='chair_0'),
        place('chair', at=(0.5, 0.01, 0.75), turn=180, name='chair_1'),
        place('chair', at=(-0.5, 0.01, -0.75), name='chair_2'),
        place('chair', at=(0.5, 0.01, -0.75), turn=90, name='chair_3'),
        place('plate', at=(-0.5, 0.76, 0.3), name='plate'),
        place('plate', at=(0.5, 0.76, 0.3), name='plate'),
        place('mug', at=(0, 0.76, 0), name='mug'),
        place('sideboard', at=(0, 0, -2.25), name='sideboard'),
        place('bed', at=(2.4, 0, 0.8), name='bed'),
        place('basketball', at=(-2.5, 0, 2.0), name='basketball'),
        place('ball', at=(-2.5, 0, 1.5), name='soccer_ball'),
        place('lamp', at=(0, 1.6, 0), name='lamp'),
        place('picture', at=(0, 1.3, -2.48), name='picture'),
    )

camera(eye=(0, 1.6, 2.4), target=(0, 0.8, 0))
"""


@pytest.fixture(scope="module")
def asked() -> tuple[Asker, SceneQuery]:
    return asker_and_query(TEXT)


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [
        # counting
        ("How many tables are there?", 1, "There is one table."),
        ("How many balls are there?", 2, "There are 2 balls: the basketball and the soccer ball."),
        ("How many doors does the sideboard have?", 3, "The sideboard has 3 doors, as its description says."),
        ("How many legs does the table have?", 4, "The table has 4 legs."),
        ("How many more chairs than plates are there?", 2, "2 more: there are 4 chairs and 2 plates."),
        ("How many different kinds of furniture are there?", 4, None),
        ("How many things can I sit on?", 4, None),
        # yes and no
        ("Is there a piano?", False, "No, there is no piano."),
        ("Is there no piano?", True, "Yes, there is no piano."),
        ("Isn't there a bed?", True, "Yes, there is one bed."),
        ("Is there a double bed?", False, None),
        ("Is there anything red?", True, "Yes, there is one red thing: the mug."),
        ("Are there at least three chairs?", True, "Yes, there are 4 chairs."),
        ("Are there more than five chairs?", False, "No, there are 4 chairs."),
        ("Is there a plate for every chair?", False, "No, there are 2 plates and 4 chairs."),
        ("Are there as many plates as balls?", True, "Yes, there are 2 plates and 2 balls."),
        ("Is there a table and a bed?", True, "Yes, there is one table and there is one bed."),
        ("Are all the chairs the same colour?", True, "Yes, all 4 chairs are blue."),
        ("Are the two balls the same colour?", False, "No, they differ in color: the basketball is orange; the soccer ball is white."),
        ("Are the bed and the sideboard the same height?", False, None),
        ("Are the balls different colours?", True, None),
        ("Is any chair not facing the table?", True, None),
        ("Do all the chairs face the table?", False, None),
        ("Is the bed the longest thing?", False, None),
        ("Are the chairs touching each other?", False, None),
        ("Is the leg part of the table?", True, None),
        # sizes
        ("Is the rug bigger than the table?", True, "Yes, the rug is bigger than the table: 6.00 m\u00b2 against 2.00 m\u00b2."),
        ("Is the room bigger than 20 m2?", True, "Yes, the floor of the room covers 30.0 m\u00b2."),
        ("Is the room square?", False, "No, the room is 6.00 m wide and 5.00 m deep, with four straight walls."),
        ("How high is the ceiling in feet?", 2.7, "The ceiling is 8.86 ft (2.70 m) above the floor."),
        ("How many centimetres wide is the table?", 2.0, "The table is 200.0 cm wide."),
        ("What is the table's area?", 2.0, None),
        ("What's the volume of the room?", 81.0, "The dining room has 81.0 m\u00b3."),
        ("How much of the floor does the rug cover?", 0.2, "The rug covers 20 % of the floor: 6.00 m\u00b2 of 30.0 m\u00b2."),
        ("How high does the lamp hang above the table?", 0.84, "The bottom of the lamp is 0.84 m above the top of the table."),
        ("What is the difference in height between the bed and the sideboard?", 0.3, None),
        ("Could you tell me how long the bed is?", 2.0, "The bed is 2.00 m long."),
        # space
        ("Is there room for a person between the bed and the table?", True, None),
        ("Can a person walk between the table and the mug?", False, None),
        ("Is the room wider than it is deep?", True, "Yes, the dining room is 6.00 m wide and 5.00 m deep."),
        ("Is the ceiling higher than 3 m?", False, "No, the ceiling is 2.70 m above the floor."),
        ("What's the perimeter of the room?", 22.0, None),
        # places
        ("Are the plates on the same table?", True, None),
        ("Are the door and the window in the same wall?", False, "No, the door is in the front wall; the window is in the left wall."),
        ("Is anyone on the bed?", False, "No, nobody is on the bed."),
        ("Is there nothing on the bed?", True, "Yes, nothing is on the bed."),
        ("Is there a plate on every chair?", False, None),
        ("Are none of the chairs red?", True, "Yes, all 4 chairs are dark blue."),
        ("Can guests sit down here?", True, None),
        # looks
        ("What material is the table?", "oak", "The table is made of oak."),
        ("What colours are the balls?", "orange, white", "They differ: the basketball is orange; the soccer ball is white."),
        ("What kind of room is this?", "dining room", "It is a dining room: a dining room for four."),
    ],
)  # fmt: skip
def test_an_answer_is_right_and_a_sentence(
    asked: tuple[Asker, SceneQuery], question: str, value: object, text: str | None
) -> None:
    answer = asked[0].ask(question)
    if isinstance(value, float):
        assert answer.value == pytest.approx(value, abs=0.01), answer
    else:
        assert answer.value == value, answer
    assert not answer.text[0].islower(), answer
    assert answer.text.endswith("."), answer
    if text is not None:
        assert answer.text == text


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What can I sit on?", {"chair_0", "chair_1", "chair_2", "chair_3"}),
        ("What is the lamp above?", {"table"}),
        ("What is in the middle of the table?", {"mug"}),
        ("What hangs on the back wall?", {"picture"}),
        ("What else is on the table besides the plates?", {"mug"}),
        ("Which wall has the door?", {"wall_front"}),
        ("Who is on the bed?", set()),
        ("Which wall has no door or window?", {"wall_right", "wall_back"}),
        ("What is on each table?", {"plate", "plate[1]", "mug"}),
        ("Which ball is bigger, the basketball or the soccer one?", {"basketball"}),
        ("List all the balls", {"basketball", "soccer_ball"}),
    ],
)
def test_an_answer_names_the_things(asked: tuple[Asker, SceneQuery], question: str, names: set[str]) -> None:
    answer = asked[0].ask(question)
    assert isinstance(answer.value, tuple), answer
    assert {path.rsplit("/", 1)[-1] for path in answer.value} == names, answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is the mug red or white?", "The mug is red."),
        ("Is it a single bed or a double bed?", "There is one single bed."),
        ("Is the mug on the table or on the floor?", "The mug is on the table."),
        ("Is the mug white or green?", "Neither: The mug is red. The mug is red."),
    ],
)
def test_a_choice_is_answered_by_what_holds(asked: tuple[Asker, SceneQuery], question: str, text: str) -> None:
    assert asked[0].ask(question).text == text


def test_two_questions_in_one_are_both_answered(asked: tuple[Asker, SceneQuery]) -> None:
    answer = asked[0].ask("How many balls are there and what colour are they?")
    assert answer.value == 2
    assert answer.text.endswith("They differ: the basketball is orange; the soccer ball is white.")
    assert asked[0].ask("Is there a bed, and where is it?").text.startswith("Yes, there is one bed. The bed is ")
    assert asked[0].ask("Is there a piano, and where is it?").text == "No, there is no piano."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who lives here?", "people"),
        ("How heavy is the table?", "weigh"),
        ("How much does the bed cost?", "cost"),
        ("Is the lamp switched on?", "state"),
        ("Can you see the door from the bed?", "seen from where"),
        ("Would the bed tango?", "I can answer, for example"),
        ("How many rows of chairs are there?", "not how many rows"),
        ("How many people can sleep here?", "not how many could"),
        ("How many buttons does the lamp have?", "does not tell the parts"),
        ("Is there anything to defragment?", "I do not know what kinds of things"),
        ("Could I put a wardrobe next to the bed?", "not what else would find room"),
        ("Where is the piano in the lobby?", "nothing called 'piano'"),
    ],
)
def test_what_a_scene_does_not_tell_is_said_so(asked: tuple[Asker, SceneQuery], question: str, said: str) -> None:
    answer = asked[0].ask(question)
    assert not answer.answered, answer
    assert said in answer.text


def test_a_missing_thing_is_told_with_its_nearest_kin(asked: tuple[Asker, SceneQuery]) -> None:
    assert "there is nothing called 'double bed'" in asked[0].ask("How long is the double bed?").text.lower()
    assert asked[0].ask("How long is the double bed?").text.endswith("the nearest to it is a bed.")
