"""Texts are alike whatever their names and order, shapes at any size; other things are not."""

from __future__ import annotations

import pytest

from scenewright.app.agent.learning.likeness import ShapeLikeness, alike_sizes, same_shape, shape_print, text_print
from scenewright.app.agent.learning.naming import cleaned_word, library_name, named
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate

HEAD = "from scene.language import *\nimport math\n"
ONE = (
    HEAD
    + "A = 2\nB = 0.5\ndef leg(x):\n    return primitive_call('cube', {'scale': (B, A, B)})\n"
    + "@register('a')\ndef thing():\n    'a note'\n    return concat_shapes(leg(1), primitive_call('sphere', {'radius': max(A, B)}))\n"
)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (lambda t: t.replace("leg", "foot").replace("thing", "item").replace("A ", "AA ").replace("A,", "AA,"), True),
        (lambda t: t.replace("A = 2\nB = 0.5", "B = 0.5\nA = 2"), True),
        (lambda t: t.replace("    'a note'\n", "").replace("('a')", "('another phrase')"), True),
        (lambda t: t.replace("(x)", "(y: float)") + "UNUSED = 3\n", True),
        (lambda t: t.replace("max(", "min("), False),
        (lambda t: t.replace("A = 2", "A = 3"), False),
        (lambda t: t.replace("'sphere'", "'cube'"), False),
    ],
)
def test_texts_are_read_without_names_and_order(change, same: bool) -> None:
    other = change(ONE)
    name = "item" if "def item" in other else "thing"
    assert (text_print(ONE, "thing") == text_print(other, name)) is same


CHAIR = """from scene.language import *
@register('a chair')
def chair(s={s}, color={color}, back={back}, legs={legs}):
    def box(w, h, d, x, y, z):
        return transform_shape(primitive_call('cube', dict(scale=(w * s, h * s, d * s)), color=color), translation_matrix((x * s, y * s, z * s)))
    return concat_shapes(box(0.5, 0.05, 0.5, 0, 0.45, 0), box(0.5, back, 0.05, 0, 0.47 + back / 2, -0.22),
        *[box(legs, 0.43, legs, x, 0.215, z) for x in (-0.2, 0.2) for z in (-0.2, 0.2)])
"""


def chair(s: float = 1.0, color: object = (0.5, 0.3, 0.2), back: float = 0.5, legs: float = 0.05):
    return shape_print(evaluate(CHAIR.format(s=s, color=color, back=back, legs=legs), root="chair"))


def test_shapes_are_compared_at_one_size() -> None:
    one = chair()
    assert one is not None
    bigger, blue, other, thick = chair(s=1.7), chair(color=(0.1, 0.2, 0.8)), chair(back=0.3), chair(legs=0.12)
    assert None not in (bigger, blue, other, thick)
    assert same_shape(one, bigger) is ShapeLikeness.SHAPE
    assert same_shape(one, blue) is ShapeLikeness.RECOLOURED
    assert same_shape(one, other) is None
    assert same_shape(one, thick) is None


def test_boxes_are_compared_by_their_proportions() -> None:
    assert alike_sizes((1, 2, 0.5), (2, 4, 1.02))
    assert not alike_sizes((1, 2, 0.5), (0.5, 2, 1))


@pytest.mark.parametrize(
    ("function", "phrase", "word"),
    [
        ("table", "round pedestal table", "round pedestal table"),
        ("knight", "chess knight, facing +z", "chess knight"),
        ("make_bookcase_2", "the empty oak case: sides and boards", "bookcase"),
        ("snowman", "a snowman with a carrot nose", "snowman"),
        ("bush2", "", "bush"),
        ("zorb", "", "zorb"),
    ],
)
def test_words_are_those_that_people_say(function: str, phrase: str, word: str) -> None:
    assert named(function, phrase, Catalogue.default()).word == word


def test_names_of_files_are_plain() -> None:
    assert library_name(["Ski-Hütte 2"]) == "ski_hutte_2"
    assert library_name(["string"]) == "string_thing"
    assert library_name(["椅子", "chair"]) == "chair"
    assert library_name(["椅子"]) is None
    assert cleaned_word("  Grandma's   Seat ", "word") == "grandma's seat"
