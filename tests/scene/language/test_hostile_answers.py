"""What a confined child sends is data of unknown origin: the host takes it as a sound scene, or says that it is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.app.terminal.output import Reporter
from scenewright.scene.errors import BudgetError, ConfinementError, ProgramError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.running.channel import decode_error, encode_error
from scenewright.scene.language.running.wire import decode_scene, encode_scene
from scenewright.scene.report import evaluation_report
from tests.support.wire_parts import put_together, taken_apart

SCENE = evaluate_here("""
from scene.language import *
@register('a room')
def it():
    light('point', at=(0, 2, 0), size=(1, 1))
    return concat_shapes(room(4, 4, windows=['back']), place(primitive_call('cube', {'scale': 1}, material={'roughness': 0.2}), name='a'))
camera((1, 2, 3), (0, 0, 0))
environment('night')
relate(near('a', 'room', 0.1, 0.5))
adjust('a', move=(0, 0, 0.1), color=(1, 0, 0), z=embed('x'), pose=identity_matrix())
""")
WIRE = encode_scene(SCENE)
ODD = [
    None,
    True,
    0,
    -1,
    10**9,
    10**30,
    1.5,
    float("nan"),
    float("inf"),
    "",
    "x",
    "\x1b[0m",
    [],
    {},
    [1, 2, 3],
    ["a"],
    {"a": 1},
    [[1, 2]],
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield from places(value[key], (*path, key))


PLACES = [p for p in places(taken_apart(WIRE)[0]) if p]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(PLACES), st.sampled_from(ODD))
def test_any_value_anywhere_is_sound_or_refused(place: tuple[Any, ...], odd: Any) -> None:
    texts, columns = taken_apart(WIRE)
    at: Any = texts
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = odd
    try:
        scene = decode_scene(put_together(texts, columns))
    except ConfinementError:
        return
    json.dumps(evaluation_report(scene), allow_nan=False)


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", 200), ("primitive", 99), ("color", 7.0), ("color", np.inf), ("parent_from_local", np.nan)],
)
def test_columns_hold_what_they_can_mean(column: str, value: float) -> None:
    changed = getattr(SCENE.nodes, column).copy()
    changed[-1] = value
    with pytest.raises(ConfinementError):
        decode_scene(encode_scene(replace(SCENE, nodes=replace(SCENE.nodes, **{column: changed}))))


def test_half_characters_do_not_come_out() -> None:
    strings = (*SCENE.strings, "half \ud800\U0001fa91")
    back = decode_scene(encode_scene(replace(SCENE, strings=strings, warnings=("a\x1b[2J\udc00",))))
    assert [s.encode() for s in back.strings] == [s.encode() for s in (*SCENE.strings, "half ?\U0001fa91")]
    assert back.warnings == ("a\\x1b[2J?",)


def test_texts_have_a_bound_that_is_told() -> None:
    with pytest.raises(BudgetError, match="names, words and relations"):
        encode_scene(replace(SCENE, warnings=("w" * (70 << 20),)))


def test_messages_obey_no_one() -> None:
    told = encode_error(ProgramError("red\x1b[31m\nline two\ud800", line=3, kind="a\x07"))
    error = decode_error(told)
    assert str(error) == "line 3: red\\x1b[31m line two\\ud800"
    for line in (True, -1, 2**40, 1.5, "x"):
        assert decode_error({**told, "line": line}).line is None  # type: ignore[attr-defined]


def test_what_is_noted_beside_an_answer_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter(as_json=False).note("two\nlines \x1b]0;title\x07 \u202e")
    assert capsys.readouterr().err == "two\nlines \\x1b]0;title\\x07 \\u202e\n"
