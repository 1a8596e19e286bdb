"""Orders are not refused over a magazine that lies on the floor or on a seat, and desks turn as people at them look."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scenewright.app.agent import Dialogue, TextPiece, TurnEnded, TurnRequest, scene_editor
from scenewright.app.layout import check
from scenewright.app.session import Session
from scenewright.scene.folder import Project
from scenewright.scene.jobs import Job

ROOM = """\
from scene.language import *

@register('a study')
def study():
    return concat_shapes(
        room(5, 4, 2.6, doors=[('front', 1.5, 0.9, 2.05)], windows=[('left', 0.0, 1.2, 1.2, 0.9)]),
        place(asset_call('desk'), at=(0, 0, -1.6), name='desk'),
        place(asset_call('chair'), at=(1.5, 0, 0.5), name='chair'),
        place(asset_call('armchair'), at=(-1.7, 0, 0.0), turn=90, name='armchair'),
        place(asset_call('magazine'), at=(0, 0, -0.85), turn=20, name='magazine'),
        place(asset_call('magazine'), at=(-1.6, 0.43, 0.0), turn=20, name='magazine_2'),
        place(asset_call('cushion'), at=(1, 0, 0.8), name='cushion'),
    )
"""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    Project.create(tmp_path / "scene", ROOM)
    return Session.open(tmp_path / "scene", writable=True)


def say(session: Session, text: str) -> tuple[str, str]:
    """What came of an order, and what was told."""
    events = list(scene_editor().turn(session, TurnRequest(text=text, dialogue=Dialogue()), job=Job()))
    assert isinstance(events[-1], TurnEnded)
    return events[-1].outcome, "".join(e.piece for e in events if isinstance(e, TextPiece))


def at(session: Session, name: str) -> np.ndarray:
    return session.scene.find(name).world_from_local[:3, 3]


def test_a_chair_comes_to_the_desk_over_a_magazine(session: Session) -> None:
    outcome, told = say(session, "move the chair in front of the desk")
    assert outcome == "changed", told
    assert np.allclose(at(session, "chair")[[0, 2]], (0.0, -0.95), atol=0.1)
    assert check(session, settle=False).certificate.collision_free


def test_a_cushion_comes_onto_a_seat_with_a_magazine(session: Session) -> None:
    outcome, told = say(session, "put the cushion on the armchair")
    assert outcome == "changed", told
    assert np.allclose(at(session, "cushion")[[0, 2]], (-1.7, 0.0), atol=0.3)
    certificate = check(session, settle=False).certificate
    assert certificate.collision_free
    assert "study/magazine_2 lies under study/cushion" in certificate.notes


def test_a_desk_turns_its_back_to_what_it_is_to_face(session: Session) -> None:
    say(session, "move the desk to the middle of the room")
    outcome, told = say(session, "turn the desk toward the window")
    assert outcome == "changed", told
    front = session.scene.find("desk").world_from_local[[0, 2], 2]
    assert front @ (-1.0, 0.0) < -0.8 * np.linalg.norm(front)
    outcome, told = say(session, "turn the armchair toward the window")
    front = session.scene.find("armchair").world_from_local[[0, 2], 2]
    assert front @ (-1.0, 0.0) > 0.8 * np.linalg.norm(front), told
