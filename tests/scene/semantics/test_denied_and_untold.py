"""What a phrase denies, what lies on a thing and not under it, and what a scene does not tell."""

from __future__ import annotations

import pytest

from scenewright.scene.semantics.queries import SceneQuery
from scenewright.scene.semantics.questions import Asker
from tests.support.asked_scenes import asker_and_query

TEXT = """
from scene.language import *

def box(w, h, d, color):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}, color=color), translation_matrix((0, h / 2, 0)))

@register('bed')
def bed():
    head = transform_shape(box(1.6, 1.1, 0.1, (0.9, 0.9, 0.9)), translation_matrix((0, 0, -0.95)))
    return concat_shapes(box(1.6, 0.5, 2.0, (0.9, 0.9, 0.9)), head)

@register('green pillow')
def pillow():
    return box(0.5, 0.15, 0.3, (0.1, 0.6, 0.15))

@register('red book')
def book():
    return box(0.4, 0.12, 0.4, (0.8, 0.05, 0.05))

@register('round mirror')
def mirror():
    return box(0.6, 0.6, 0.03, (0.8, 0.8, 0.85))

@register('bowl of fruit')
def bowl():
    return box(0.3, 0.15, 0.3, (0.8, 0.6, 0.2))

@register('blue table')
def table():
    return box(0.8, 0.7, 0.8, (0.1, 0.2, 0.8))

@register('a bedroom')
def scene():
    return concat_shapes(
        room(5, 5, 2.6),
        place('bed', at=(0, 0, -1.4), name='bed'),
        place('pillow', at=(-0.4, 0.5, -1.9), name='pillow'),
        place('book', at=(0.3, 0.5, -1.2), name='book'),
        place('table', at=(1.8, 0, 1.5), name='table'),
        place('bowl', at=(1.8, 0.7, 1.5), name='bowl'),
        place('mirror', at=(-1.5, 1.3, -2.48), name='mirror'),
    )

camera(eye=(0, 1.6, 2.4), target=(0, 0.8, 0))
"""


@pytest.fixture(scope="module")
def asked() -> tuple[Asker, SceneQuery]:
    return asker_and_query(TEXT)


ALL = {"bed", "pillow", "book", "table", "bowl", "mirror"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("everything that is not red", ALL - {"book"}),
        ("things that are neither green nor blue", ALL - {"pillow", "table"}),
        ("what isn't white", ALL - {"bed", "mirror"}),
        ("anything other than green", ALL - {"pillow"}),
        ("pillows that are not green", set()),
        ("non-green pillows", set()),
        ("a pillow which is not red", {"pillow"}),
        ("the things on the bed that are not green", {"book"}),
        ("anything but the table", ALL - {"table"}),
        ("everything except the bed", ALL - {"bed"}),
        ("things under the bed", set()),
        ("things on the bed", {"pillow", "book"}),
        ("something to eat", {"bowl"}),
        ("a snack", {"bowl"}),
        ("a carpet", set()),
    ],
)
def test_what_a_query_finds(asked: tuple[Asker, SceneQuery], query: str, found: set[str]) -> None:
    results = asked[1].ask(query).results
    got = {f.path.split("/", 1)[-1] for f in results}
    assert (got & ALL if query.startswith(("every", "any", "what")) else got) == found


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Is there a pillow that is not green?", False),
        ("How many things that are not red are on the bed?", 1),
        ("How many pillows that are not red are there?", 1),
        ("Is there anything under the bed?", False),
        ("How high does the mirror hang?", 1.3),
        ("How high up is the mirror mounted?", 1.3),
        ("What shape is the mirror?", "round"),
        ("What shape does the mirror have?", "round"),
        ("What is the ceiling height?", 2.6),
        ("What is the table's width?", 0.8),
        ("How many elephants are there?", 0),
    ],
)
def test_what_the_scene_tells(asked: tuple[Asker, SceneQuery], question: str, value: object) -> None:
    answer = asked[0].ask(question)
    assert answer.value == (pytest.approx(value, abs=0.01) if isinstance(value, float) else value), answer


@pytest.mark.parametrize(
    "question",
    [
        "How many people could sit on the bed?",
        "How many guests fit around the table?",
        "How many people can sit at the table?",
        "How many zorblaxes are there?",
        "What kind of fruit is in the bowl?",
        "What shape is the pillow?",
    ],
)
def test_what_the_scene_does_not_tell_is_refused(asked: tuple[Asker, SceneQuery], question: str) -> None:
    assert not asked[0].ask(question).answered


def test_an_unread_question_shows_three_forms_at_most(asked: tuple[Asker, SceneQuery]) -> None:
    text = asked[0].ask("Why is the bed so big?").text
    assert "\n" not in text
    assert 1 <= text.partition("for example:")[2].count("?") <= 3
