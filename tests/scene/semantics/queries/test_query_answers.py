"""What a query answers in a small room: whose left, which number, whose thing, what for, and with which reason."""

from __future__ import annotations

import pytest

from scenewright.scene.semantics.queries import SceneQuery
from tests.support.asked_scenes import asker_and_query

ROOM = """
from scene.language import *

def cube(size, at=(0, 0, 0), color=(0.6, 0.6, 0.6), **more):
    return transform_shape(primitive_call('cube', {'scale': size}, color=color, **more), translation_matrix(at))

@register('a bookcase')
def bookcase():
    boards = [cube((1.0, 0.02, 0.3), (0, 0.01 + 0.5 * k, 0)) for k in range(5)]
    return concat_shapes(*boards, cube((0.02, 2.0, 0.3), (-0.5, 1.0, 0)), cube((0.02, 2.0, 0.3), (0.5, 1.0, 0)))

@register('a book')
def book(color):
    return cube((0.05, 0.25, 0.18), (0, 0.125, 0), color)

@register('a globe')
def globe():
    return transform_shape(primitive_call('sphere', {'radius': 0.12}, color=(0.2, 0.3, 0.8)), translation_matrix((0, 0.12, 0)))

@register('a map of the world')
def world_map():
    return cube((1.2, 0.8, 0.02), (0, 0.4, 0), (0.9, 0.85, 0.6))

@register('a double bed')
def bed():
    return concat_shapes(
        cube((1.6, 0.45, 2.0), (0, 0.225, 0)),
        place('pillow', at=(-0.4, 0.45, -0.7), name='pillow', color=(0.9, 0.1, 0.1)),
        place('pillow', at=(0.4, 0.45, -0.7), name='pillow', color=(0.1, 0.1, 0.9)))

@register('a pillow')
def pillow(color):
    return cube((0.6, 0.14, 0.4), (0, 0.07, 0), color)

@register('a nightstand')
def nightstand():
    return cube((0.4, 0.5, 0.4), (0, 0.25, 0))

@register('a desk')
def desk():
    return cube((1.2, 0.75, 0.6), (0, 0.375, 0))

@register("the teacher's desk")
def teacher_desk():
    return cube((1.6, 0.75, 0.8), (0, 0.375, 0), (0.2, 0.1, 0.1))

@register('a chair')
def chair(color=(0.7, 0.7, 0.7)):
    return concat_shapes(cube((0.4, 0.45, 0.4), (0, 0.225, 0), color), cube((0.4, 0.4, 0.04), (0, 0.65, -0.18), color))

@register('a stool')
def stool():
    return transform_shape(
        primitive_call('cylinder', {'radius': 0.18, 'p0': (0, 0, 0), 'p1': (0, 0.45, 0)}), translation_matrix((0, 0, 0)))

@register('a traffic cone')
def traffic_cone(color):
    return primitive_call('cone', {'radius': 0.15, 'p0': (0, 0, 0), 'p1': (0, 0.5, 0)}, color=color)

@register('a mug')
def mug():
    return primitive_call('cylinder', {'radius': 0.04, 'p0': (0, 0, 0), 'p1': (0, 0.1, 0)}, color=(0.9, 0.9, 0.9))

@register('an apple')
def apple():
    return transform_shape(primitive_call('sphere', {'radius': 0.04}, color=(0.8, 0.1, 0.1)), translation_matrix((0, 0.04, 0)))

@register('a computer monitor')
def monitor():
    return cube((0.5, 0.35, 0.05), (0, 0.175, 0), (0.1, 0.1, 0.1))

@register('a wardrobe')
def wardrobe():
    return cube((1.2, 2.0, 0.6), (0, 1.0, 0))

@register('an exit sign')
def exit_sign():
    return primitive_call('cube', {'scale': (0.4, 0.2, 0.04)}, color=(0.1, 0.8, 0.2), material={'emission': 2.0})

@register('a study')
def study():
    return concat_shapes(
        room(9.0, 8.0, 2.8, doors=[('front', 3.0, 0.9, 2.05)], windows=[('left', 0.0, 1.4, 1.2)]),
        place('bookcase', at=(-3.0, 0, -3.8), name='bookcase'),
        place('book', at=(-3.2, 0.02, -3.8), color=(0.8, 0.1, 0.1), name='book'),
        place('book', at=(-3.0, 0.52, -3.8), color=(0.1, 0.6, 0.1), name='book'),
        place('globe', at=(-3.0, 2.02, -3.8), name='globe'),
        place('world_map', at=(3.0, 1.2, -3.985), name='world_map'),
        place('bed', at=(0, 0, -2.95), name='bed'),
        place('nightstand', at=(-1.1, 0, -3.7), name='west_stand'),
        place('nightstand', at=(1.1, 0, -3.7), name='east_stand'),
        *[place('desk', at=(-2.0 + 2.0 * k, 0, 1.0), turn=180, name=f'desk_{3 - k}') for k in range(3)],
        *[place('chair', at=(-2.0 + 2.0 * k, 0, 1.6), turn=180, name=f'chair_{3 - k}') for k in range(3)],
        place('teacher_desk', at=(0, 0, -0.9), name='teachers_desk'),
        place('monitor', at=(-0.4, 0.75, -0.9), name='monitor'),
        place('apple', at=(0.4, 0.75, -0.9), name='apple'),
        place('mug', at=(-2.0, 0.75, 1.0), name='mug'),
        place('stool', at=(0.6, 0, 0.3), name='stool'),
        place('wardrobe', at=(4.1, 0, -1.8), turn=-90, name='wardrobe'),
        place('traffic_cone', at=(-4.0, 0, 3.0), color=(1.0, 0.5, 0.0), name='cone'),
        place('traffic_cone', at=(-4.0, 0, 2.2), color=(0.95, 0.9, 0.1), name='cone'),
        place('exit_sign', at=(3.0, 2.3, 3.98), name='exit_sign'),
    )

camera(eye=(0, 2.5, 9), target=(0, 1, 0), fov=60)
"""


@pytest.fixture(scope="module")
def query() -> SceneQuery:
    return asker_and_query(ROOM)[1]


def found(query: SceneQuery, text: str) -> list[str]:
    return sorted(f.path.split("/", 1)[1] for f in query.ask(text).results)


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("the nightstand left of the bed", ["east_stand"]),
        ("the nightstand on the bed's own left", ["east_stand"]),
        ("the nightstand on the left side of someone lying in the bed", ["east_stand"]),
        ("the nightstand to the left of the bed as seen from the camera", ["west_stand"]),
        ("the nightstand left of the bed when facing the bed", ["west_stand"]),
        ("the nightstand left of the bed on the plan", ["west_stand"]),
        ("the nightstand left of the bed as seen from the teacher's desk", ["west_stand"]),
    ],
)
def test_left_and_right_are_those_that_the_query_says(query: SceneQuery, text: str, paths: list[str]) -> None:
    assert found(query, text) == paths


def test_a_picture_from_the_corner_shows_a_things_own_sides() -> None:
    from_corner = asker_and_query(ROOM.replace("eye=(0, 2.5, 9)", "eye=(5, 6, 8)"))[1]
    assert found(from_corner, "the nightstand left of the bed as seen from the camera") == ["west_stand"]


def test_the_reason_says_whose_left_was_taken(query: SceneQuery) -> None:
    own = query.ask("the nightstand left of the bed").results[0].reason
    assert "at its own left hand (in the picture it is on its right)" in own
    assert (
        "in the picture it is to the left"
        in query.ask("the nightstand left of the bed in the picture").results[0].reason
    )


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("desk 3", ["desk_3"]),
        ("desk number one", ["desk_1"]),
        ("desk_2", ["desk_2"]),
        ("the third desk", ["desk_3"]),
        ("the last desk", ["desk_3"]),
        ("the third desk from the left", ["desk_1"]),
        ("the chair behind desk 2", ["chair_2"]),
        ("the chair behind desk_2", ["chair_2"]),
        ("bed/pillow[1]", ["bed/pillow[1]"]),
        ("pillow 2", ["bed/pillow[1]"]),
    ],
)
def test_numbers_in_names_count_before_places(query: SceneQuery, text: str, paths: list[str]) -> None:
    assert found(query, text) == paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("the teacher's desk", ["teachers_desk"]),
        ("the desk of the teacher", ["teachers_desk"]),
        ("what is on the teacher's desk", ["apple", "monitor"]),
        ("the bed's pillows", ["bed/pillow", "bed/pillow[1]"]),
        ("desk_3's chair", ["chair_3"]),
        ("the monitor's desk", ["teachers_desk"]),
    ],
)
def test_an_owner_tells_which_one_is_meant(query: SceneQuery, text: str, paths: list[str]) -> None:
    assert found(query, text) == paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("what is on top of the bookcase", ["globe"]),
        ("what is on the bookcase", ["book", "book[1]", "globe"]),
        ("the book on the bottom shelf", ["book"]),
        ("the top pillow", ["bed/pillow", "bed/pillow[1]"]),
    ],
)
def test_the_top_of_a_thing_is_not_its_inner_boards(query: SceneQuery, text: str, paths: list[str]) -> None:
    assert found(query, text) == paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("something to eat", ["apple"]),
        ("anything to drink from", ["mug"]),
        ("what the pupils drink their tea out of", ["mug"]),
        ("where the guests sleep at night", ["bed"]),
        ("something red to eat", ["apple"]),
        ("something to read on the bookcase", ["book", "book[1]"]),
        ("somewhere to keep my clothes", ["wardrobe"]),
        ("anything to write with", []),
    ],
)
def test_a_purpose_finds_all_that_serve_it(query: SceneQuery, text: str, paths: list[str]) -> None:
    assert found(query, text) == paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("orange cones", ["cone"]),
        ("everything orange", ["cone"]),
        ("the illuminated sign", ["exit_sign"]),
        ("the empty desk", ["desk_1", "desk_2"]),
        ("the desk with nothing on it", ["desk_1", "desk_2"]),
        ("anything edible", ["apple"]),
        ("closet", ["wardrobe"]),
    ],
)
def test_all_words_of_a_noun_phrase_are_tested(query: SceneQuery, text: str, paths: list[str]) -> None:
    assert found(query, text) == paths


@pytest.mark.parametrize(
    "text",
    [
        "computer",
        "television",
        "sofa",
        "teacher",
        "the heaviest thing",
        "furniture in the bed",
        "green cone",
        "the second globe",
    ],
)
def test_what_is_not_here_is_not_found_in_something_else(query: SceneQuery, text: str) -> None:
    answer = query.ask(text)
    assert answer.none
    assert answer.why


def test_a_round_stool_faces_nothing(query: SceneQuery) -> None:
    assert found(query, "the seat facing the teacher's desk") == ["chair_2"]
    assert found(query, "seats") == ["chair_1", "chair_2", "chair_3", "stool"]


def test_a_thing_that_is_missing_names_its_nearest_kin(query: SceneQuery) -> None:
    assert query.ask("bunk bed").why == "there is no bunk bed here; of the same kind (bed) there is a bed"


@pytest.mark.parametrize(
    "text", ["everything", "what is on the bookcase", "round things", "everything that is not red", "things"]
)
def test_every_result_has_a_reason(query: SceneQuery, text: str) -> None:
    results = query.ask(text).results
    assert results
    assert all(f.reason for f in results)
