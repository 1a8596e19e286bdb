"""Questions and queries of one furnished reception, as people ask: colours by what is seen, predicates, what lacks something, and answers
that the scene only half supports."""

from __future__ import annotations

import pytest

from scenewright.scene.semantics.queries import SceneQuery
from scenewright.scene.semantics.questions import Asker
from tests.support.asked_scenes import asker_and_query

TEXT = """
from scene.language import *

def block(size, color, y=0.0):
    return transform_shape(primitive_call('cube', {'scale': size}, color=color), translation_matrix((0, y + size[1] / 2, 0)))

@register('a desk')
def desk(color=(0.18, 0.39, 0.68)):
    return block((1.4, 0.75, 0.7), color)

@register('a chair')
def chair(color=(0.72, 0.14, 0.16)):
    return block((0.45, 0.9, 0.45), color)

@register('an armchair')
def armchair():
    return block((0.8, 0.85, 0.8), (0.75, 0.4, 0.25))

@register('a rug')
def rug():
    base = block((2.0, 0.004, 1.4), (0.97, 0.97, 0.9))
    return concat_shapes(base, block((1.9, 0.004, 1.3), (0.13, 0.19, 0.35), 0.004))

@register('a beige rug')
def wrong_rug():
    return block((1.0, 0.01, 1.0), (0.1, 0.5, 0.2))

@register('a framed print')
def print_():
    return block((0.6, 0.45, 0.03), (0.9, 0.88, 0.82))

@register('a globe')
def globe():
    return primitive_call('sphere', {'radius': 0.15}, color=(0.2, 0.4, 0.7))

@register('a chandelier')
def chandelier():
    return primitive_call('cylinder', {'radius': 0.35, 'p0': (0, 0, 0), 'p1': (0, 0.5, 0)}, color=(0.81, 0.64, 0.28), metallic=1.0)

@register('a candle')
def candle():
    return primitive_call('cylinder', {'radius': 0.03, 'p0': (0, 0, 0), 'p1': (0, 0.15, 0)}, color=(0.81, 0.64, 0.28))

@register('a reception')
def reception():
    return concat_shapes(
        room(6, 5, 2.7, doors=[('front', 1.6, 0.9, 2.05)], windows=[('left', 0.0, 1.4, 1.25)]),
        place('rug', at=(0, 0, 0.6), name='rug'),
        place('wrong_rug', at=(2.3, 0, 1.7), name='mat'),
        place('desk', at=(-1.6, 0, -2.1), name='desk'),
        place('chair', at=(-1.6, 0, -1.4), turn=180, name='desk_chair', color=(0.7, 0.55, 0.35)),
        place('desk', at=(1.9, 0, -2.1), name='desk'),
        place('chair', at=(0.2, 0, 0.2), turn=-90, name='chair'),
        place('chair', at=(1.2, 0, 0.2), turn=-90, name='chair'),
        place('armchair', at=(2.4, 0, 0.3), turn=180, name='armchair'),
        place('print_', at=(-2.2, 1.4, -2.47), name='print'),
        place('print_', at=(-1.0, 1.4, -2.47), name='print'),
        place('globe', at=(1.9, 0.901, -2.1), name='globe'),
        place('chandelier', at=(0, 2.2, 0.6), name='chandelier'),
        place('candle', at=(-1.2, 0.7502, -2.1), name='candle'),
    )

camera(eye=(0, 1.6, 2.4), target=(0, 0.8, 0))
"""


@pytest.fixture(scope="module")
def asked() -> tuple[Asker, SceneQuery]:
    return asker_and_query(TEXT)


def found(asked: tuple[Asker, SceneQuery], query: str) -> list[str]:
    return [f.path.split("/", 1)[-1] for f in asked[1].ask(query).results]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many chairs face the window?", 2),
        ("How many chairs do not face the window?", 1),
        ("How many red chairs look at the window?", 2),
        ("How many chairs are red?", 2),
        ("How many of the chairs are not red?", 1),
        ("How many chairs are green?", 0),
        ("How many chairs that are red face the window?", 2),
        ("How many desks are taller than 1 m?", 0),
        ("How many desks have no chair?", 1),
        ("Are all desks blue?", True),
        ("Is the rug blue?", True),
        ("What color is the rug?", "blue"),
        ("What color is the reception desk?", "blue"),
        ("How big is the room?", "6.00 x 2.70 x 5.00"),
        ("How high is the ceiling?", 2.7),
        ("What is the floor area of the room?", 30.0),
    ],
)
def test_answers_about_a_reception(asked: tuple[Asker, SceneQuery], question: str, value: float | str | bool) -> None:
    answer = asked[0].ask(question)
    assert answer.value == (pytest.approx(value) if isinstance(value, float) else value), answer


def test_a_dark_colour_has_the_name_that_people_say(asked: tuple[Asker, SceneQuery]) -> None:
    assert asked[0].ask("What color is the rug?").text == "The rug is navy blue."


def test_an_answer_says_what_speaks_against_it(asked: tuple[Asker, SceneQuery]) -> None:
    desk = asked[0].ask("What color is the reception desk?")
    assert any("may be a reception desk" in note for note in desk.notes), desk
    mat = asked[0].ask("What color is the beige rug?")
    assert mat.value == "beige"
    assert any("100 % green" in note for note in mat.notes), mat


def test_an_unknown_verb_is_not_read_as_a_noun(asked: tuple[Asker, SceneQuery]) -> None:
    answer = asked[0].ask("How many chairs admire the window?")
    assert answer.value is None
    assert "cannot read" in answer.text


def test_what_no_surface_shows_is_not_judged(asked: tuple[Asker, SceneQuery]) -> None:
    answer = asked[0].ask("Is the door open?")
    assert answer.value is None
    assert "does not say whether" in answer.text


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("the desk without a chair", {"desk[1]"}),
        ("something to sit on", {"desk_chair", "chair", "chair[1]", "armchair"}),
        ("something you can sit on near the window", {"desk_chair"}),
        ("the golden light fitting", {"chandelier"}),
        ("the second globe", set()),
        ("dishwasher", set()),
        ("the golden lamp shade", set()),
        ("left of the rug as seen from the camera", {"desk_chair"}),
    ],
)
def test_what_a_query_finds(asked: tuple[Asker, SceneQuery], query: str, paths: set[str]) -> None:
    assert set(found(asked, query)) >= paths if paths else not found(asked, query)


def test_left_of_is_a_direction(asked: tuple[Asker, SceneQuery]) -> None:
    results = (
        asked[1].ask("what is left of the first desk").results or asked[1].ask("what is left of the globe").results
    )
    assert all("part of" not in f.reason for f in results)


def test_things_of_one_size_have_no_second_largest(asked: tuple[Asker, SceneQuery]) -> None:
    results = asked[1].ask("the second largest picture").results
    assert {f.path.rsplit("/", 1)[-1] for f in results} == {"print", "print[1]"}
    assert all("alike" in f.reason and f.score < 0.8 for f in results)


def test_a_picture_of_a_thing_is_read_as_its_name(asked: tuple[Asker, SceneQuery]) -> None:
    assert found(asked, "the \U0001fa91 nearest the window") == found(asked, "the chair nearest the window")
    assert not found(asked, "the chair nearest the k\u00fcche")
