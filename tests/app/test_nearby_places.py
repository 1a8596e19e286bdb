"""``edit add --near`` puts a thing where custom has it, not anywhere near."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.app.session import Session
from scenewright.scene.language.editing import Add
from scenewright.scene.model import Scene
from scenewright.scene.sources import SceneSource, SourceKind

BLOCK = """from scene.language import *

def block(w, h, d):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))

"""
THINGS = {
    "desk": (1.4, 0.75, 0.7), "sofa": (2.0, 0.8, 0.9), "chair": (0.45, 0.9, 0.5), "floor_lamp": (0.3, 1.6, 0.3),
    "coffee_table": (1.0, 0.4, 0.6), "armchair": (0.8, 0.85, 0.8), "tv_stand": (1.6, 0.5, 0.4),
}  # fmt: skip
ROOM = """@register()
def office():
    return concat_shapes(
        room(5.0, 4.4, 2.6),
        place('desk', at=(0, 0, -1.8), name='desk'),
        place('sofa', at=(-1.9, 0, 0.5), turn=90, name='sofa'),
        place('tv_stand', at=(2.25, 0, 0.5), turn=-90, name='tv_stand'),
    )
"""


@pytest.fixture(scope="module")
def office() -> str:
    entities = [
        f"@register('a {name.replace('_', ' ')}')\ndef {name}():\n    return block({w}, {h}, {d})\n"
        for name, (w, h, d) in THINGS.items()
    ]
    return BLOCK + "\n".join([*entities, ROOM])


def put(source: str, *edits: Add) -> tuple[Session, list[tuple[np.ndarray, float]]]:
    """The session, and the foot and the turn in degrees of each new thing."""
    session = Session(SceneSource(source, SourceKind.PROGRAM, None))
    results = session.edit(list(edits))
    assert results[-1].consequences == ()
    return session, [standing(session.scene, result.path) for result in results]


def standing(scene: Scene, path: str) -> tuple[np.ndarray, float]:
    matrix = scene.find(path).world_from_local
    return matrix[:3, 3], float(np.degrees(np.arctan2(matrix[0, 2], matrix[2, 2]))) % 360.0


def test_a_chair_goes_before_a_desk_and_faces_it(office: str) -> None:
    _, [(first, turn), (second, other)] = put(office, Add("chair", near="desk"), Add("chair", near="desk"))
    assert first[0] == pytest.approx(0.0, abs=0.05)
    assert 0.0 < first[2] - 0.25 - (-1.8 + 0.35) < 0.2, "just before the front of the desk"
    assert turn == pytest.approx(180.0)
    assert abs(second[0]) > 0.9, "the next one beside it, not in a second row"
    assert other == pytest.approx(0.0)


def test_a_lamp_stands_at_an_end_of_a_sofa(office: str) -> None:
    _, [(at, _)] = put(office, Add("floor_lamp", near="sofa"))
    assert 1.1 < abs(at[2] - 0.5) < 1.4, "the sofa is 2 m long, along z"
    assert at[0] < -1.4


def test_a_low_table_and_a_seat_face_what_they_are_for(office: str) -> None:
    _, [(table, _)] = put(office, Add("coffee_table", near="sofa"))
    assert table[0] > -1.9 + 0.45 + 0.3
    assert table[2] == pytest.approx(0.5, abs=0.05)
    _, [(seat, turn)] = put(office, Add("armchair", near="tv_stand"))
    assert seat[0] < 2.25 - 0.2 - 1.0
    assert turn == pytest.approx(90.0), "to the television"


def test_where_custom_finds_no_place_the_layout_does(office: str) -> None:
    crowded = office.replace(
        "room(5.0, 4.4, 2.6)", "room(5.0, 4.4, 2.6), place(block(1.2, 1.0, 0.6), at=(0, 0, -1.0), name='box')"
    )
    session, [(at, _)] = put(crowded, Add("chair", near="desk"))
    assert "relate(near('chair', 'desk'))" in session.source
    assert np.abs(at[[0, 2]] - [0.0, -1.8]).max() < 2.2
