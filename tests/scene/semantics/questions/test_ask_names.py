"""What answers call things of one name, which side of a thing is meant, and what the main camera sees, in one waiting room."""

from __future__ import annotations

import pytest

from scenewright.scene.semantics.queries import SceneQuery
from scenewright.scene.semantics.questions import Asker
from scenewright.scene.semantics.questions.asking_answers import Fact
from tests.support.asked_scenes import asker_and_query

TEXT = """
from scene.language import *

def box(w, h, d, color=(0.6, 0.4, 0.2), y=0.0):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}, color=color), translation_matrix((0, y + h / 2, 0)))

@register('a kettlebell')
def kettlebell(side=0.2, color=(0.05, 0.2, 0.8)):
    return box(side, side, side, color)

@register('a footstool')
def footstool(side=0.4):
    return box(side, side, side)

@register('a crate')
def crate():
    return box(0.3, 0.3, 0.3)

@register('a long bench')
def bench():
    return box(2.0, 0.45, 0.5)

@register('a cushion')
def cushion(color=(0.8, 0.1, 0.1)):
    return box(0.4, 0.1, 0.4, color)

@register('a drive-in poster')
def poster():
    return box(0.6, 0.8, 0.02, (0.9, 0.8, 0.1))

@register('an in-tray')
def tray():
    return box(0.3, 0.08, 0.2, (0.4, 0.4, 0.4))

@register('a wardrobe')
def wardrobe():
    return box(1.2, 2.0, 0.5)

@register('green carrier')
def carrier():
    return box(0.4, 0.3, 0.3, (0.05, 0.6, 0.1))

@register('a waiting room')
def waiting_room():
    return concat_shapes(
        room(8, 6, 2.7, doors=[('right', 0.0, 0.9, 2.05)]),
        place('bench', at=(0, 0, -2.7), name='bench'),
        place('cushion', at=(-0.7, 0.45, -2.7), name='cushion'),
        place('cushion', at=(0.7, 0.45, -2.7), color=(0.1, 0.2, 0.8), name='cushion'),
        place('kettlebell', at=(-2, 0, 0), name='kettlebell'),
        place('kettlebell', at=(-1.5, 0, 0), side=0.3, color=(0.8, 0.05, 0.05), name='kettlebell'),
        place('footstool', at=(2, 0, -1), name='footstool'),
        place('footstool', at=(3, 0, -1), side=0.6, name='footstool'),
        place('crate', at=(-3.5, 0, -2), name='crate'),
        place('crate', at=(-3.5, 0, -1.6), name='crate'),
        place('poster', at=(0, 1.2, -2.98), name='drive_in_poster'),
        place('tray', at=(0, 0.45, -2.7), name='in_tray'),
        place('wardrobe', at=(-2.5, 0, -2.7), name='wardrobe'),
        place('carrier', at=(1.2, 0, 1.5), name='green carrier'),
        place('mop', at=(3.5, 0, 2.8), name='mop'),
        place('ball', at=(-2.5, 0, -2.97), name='ball'),
    )

@register('a mop')
def mop():
    return box(0.1, 1.2, 0.1, (0.9, 0.9, 0.9))

@register('a football')
def ball():
    return box(0.04, 0.04, 0.04, (0.9, 0.9, 0.9))

camera(eye=(0, 1.6, 2.0), target=(0, 0.8, -2.7), fov=60)
"""


@pytest.fixture(scope="module")
def asked() -> tuple[Asker, SceneQuery]:
    return asker_and_query(TEXT)


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [
        # alike things are told apart by color, else by size; all of them are named as one
        ("How many kettlebells are there?", 2, "There are 2 kettlebells: the blue kettlebell and the red kettlebell."),
        ("What is the smallest kettlebell?", None, "The blue kettlebell is the smallest, 0.20 m wide, 0.20 m deep and 0.20 m high."),
        ("Which footstool is nearest to the door?", None, "The larger footstool is nearest to the door, 0.73 m away."),
        ("How many footstools are there?", 2, "There are 2 footstools: the smaller footstool and the larger footstool."),
        ("How many crates are there?", 2, "There are 2 crates: 'crate' and 'crate[1]'."),
        ("Where are the crates?", None, "The 2 crates are on the floor."),
        # what the name says is not said again
        ("What colour is the green carrier?", "green", "It is green."),
        ("Is the green carrier green?", True, "Yes, it is green."),
        ("What colour are the kettlebells?", None, "They differ: the smaller kettlebell is blue; the larger kettlebell is red."),
        ("Is the wardrobe on the bench?", False, "No, the wardrobe is not on the bench; it is on the floor, against the back wall."),
        # hyphenated words are no relations
        ("Does the drive-in poster hang above the bench?", True, "Yes, the drive in poster is above the bench."),
        ("Where is the in-tray?", None, None),
        ("Is the in-tray on the bench?", True, "Yes, the in tray is on the bench."),
        ("Is the wardrobe on the in-tray?", False, None),
        ("Is the the on the bench?", None, "'the' alone names no thing: say what you mean."),
        # the left side of a thing is a place on it
        ("Which cushion is on the left side of the bench as seen from the camera?", ("cushion",), None),
        ("Which cushion is on the right end of the bench as seen from the camera?", ("cushion[1]",), None),
        ("Which cushion is on the left half of the bench?", ("cushion[1]",), None),
        ("What is on the left side of the bench, seen from the camera?", ("cushion",), None),
        ("Is the in-tray on the left side of the bench?", False, None),
        # what the main camera sees
        ("Can the main camera see the bench?", True, None),
        ("Is the drive-in poster visible from the camera?", True, "Yes, the drive in poster is in the main camera's picture."),
        ("Can the camera see the mop?", False, "No, the mop is outside the main camera's picture, behind the camera."),
        ("Is the football in view?", False, "No, the ball is hidden from the main camera by the wardrobe."),
        ("Is the football hidden from the camera?", True, "Yes, the ball is hidden from the main camera by the wardrobe."),
        ("Can you see both cushions from the camera?", True, None),
        ("Which cushions are visible?", ("cushion", "cushion[1]"), "The 2 cushions are in the main camera's picture."),
        ("Which kettlebells are hidden from the camera?", ("kettlebell",), None),
    ],
)  # fmt: skip
def test_answers_name_things_as_people_do(
    asked: tuple[Asker, SceneQuery], question: str, value: object, text: str | None
) -> None:
    answer = asked[0].ask(question)
    if isinstance(value, tuple):
        assert isinstance(answer.value, tuple), answer.text
        assert sorted(p.split("/", 1)[1] for p in answer.value) == sorted(value), answer.text
    elif value is not None:
        assert answer.value == value, answer.text
    if text is not None:
        assert answer.text == text


def test_queries_find_what_lies_on_one_side(asked: tuple[Asker, SceneQuery]) -> None:
    found = asked[1].ask("the cushion on the left side of the bench").results
    assert [f.path.rsplit("/", 1)[1] for f in found] == ["cushion[1]"]


def test_measures_are_told_with_their_units() -> None:
    told = [Fact(what, (), 1.5).said_value("m") for what in ("distance", "size", "width times depth", "counted")]
    assert told == ["1.5 m", "1.5 m³", "1.5 m²", "1.5"]


@pytest.mark.parametrize(
    ("question", "lies"),
    [
        ("Is the red kettlebell left of the blue kettlebell as seen from the camera?", "to the right of"),
        ("Is the wardrobe left of the bench?", "to the right of"),
        ("Is the wardrobe left of the bench as seen from the camera?", "to the left of"),
    ],
)
def test_facts_see_with_the_eyes_of_the_answer(asked: tuple[Asker, SceneQuery], question: str, lies: str) -> None:
    facts = {f.what: f.value for f in asked[0].ask(question).basis}
    assert lies in str(facts["lies"])
