"""Sentences with relations asked of captured Gaussians: judged by where things are, by the same words as of programs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
import torch

from scenewright.scene.errors import QueryError
from scenewright.scene.semantics.capture_programs import RoomFit
from scenewright.scene.semantics.encoders import ExactEncoder
from scenewright.scene.semantics.fields import LanguageField, geometry_hash
from scenewright.scene.semantics.fields.codebook import fitted
from scenewright.scene.semantics.fields.field import FieldLevel
from scenewright.scene.semantics.queries import read_query
from scenewright.scene.semantics.queries.capture import CapturedQuery
from scenewright.scene.semantics.queries.capture.resolving import folded
from scenewright.scene.splats import Gaussians, dc_from_rgb

ENCODER = ExactEncoder([], 256)
SPACING = 0.05
WIDTH, DEPTH, HEIGHT = 5.0, 4.0, 2.6

BOXES: dict[str, tuple[str, tuple[float, float, float], tuple[float, float, float]]] = {
    # of each: its word, the middle of its bottom, its size
    "table": ("table", (0.0, 0.0, 0.0), (1.2, 0.7, 0.8)),
    "shelf": ("shelf", (-2.2, 0.0, 0.0), (0.5, 1.4, 1.0)),
    "table_mug": ("mug", (0.3, 0.7, 0.1), (0.2, 0.2, 0.2)),
    "shelf_mug": ("mug", (-2.2, 1.4, 0.2), (0.2, 0.2, 0.2)),
    "floor_mug": ("mug", (1.6, 0.0, 1.2), (0.25, 0.3, 0.25)),
    "lamp": ("lamp", (0.0, 2.0, 0.0), (0.4, 0.3, 0.4)),
    "ball": ("ball", (0.0, 0.0, 0.9), (0.3, 0.3, 0.3)),
    "rug": ("rug", (1.6, 0.0, -1.2), (1.0, 0.02, 1.0)),
    "stool": ("stool", (1.6, 0.02, -1.2), (0.4, 0.5, 0.4)),
}


def surface(foot: Sequence[float], size: Sequence[float]) -> np.ndarray:
    """(N, 3) points on the sides of a box."""
    steps = [np.linspace(-s / 2.0, s / 2.0, max(round(s / SPACING), 2) + 1) for s in size]
    points = np.stack(np.meshgrid(*steps, indexing="ij"), axis=-1).reshape(-1, 3)
    outer = (np.abs(points) >= np.array(size) / 2.0 - 1e-9).any(axis=1)
    return points[outer] + np.array(foot) + [0.0, size[1] / 2.0, 0.0]


def room() -> tuple[np.ndarray, list[str], dict[str, np.ndarray]]:
    """Points, a word for each, and the rows of each thing."""
    parts = {
        "floor": ("floor", surface((0, -0.02, 0), (WIDTH, 0.02, DEPTH))),
        "left wall": ("wall", surface((-WIDTH / 2, 0, 0), (0.02, HEIGHT, DEPTH))),
        "right wall": ("wall", surface((WIDTH / 2, 0, 0), (0.02, HEIGHT, DEPTH))),
        "back wall": ("wall", surface((0, 0, -DEPTH / 2), (WIDTH, HEIGHT, 0.02))),
    }
    parts |= {name: (word, surface(foot, size)) for name, (word, foot, size) in BOXES.items()}
    rows, at = {}, 0
    words: list[str] = []
    for name, (word, points) in parts.items():
        rows[name] = np.arange(at, at + len(points))
        words += [word] * len(points)
        at += len(points)
    return np.concatenate([points for _, points in parts.values()]), words, rows


@pytest.fixture(scope="module")
def asked() -> tuple[CapturedQuery, dict[str, np.ndarray]]:
    points, words, rows = room()
    count = len(points)
    gaussians = Gaussians.of_numpy(
        points,
        np.tile([1.0, 0, 0, 0], (count, 1)),
        np.full((count, 3), np.log(0.02)),
        np.full(count, 3.0),
        dc_from_rgb(torch.full((count, 3), 0.5)).numpy()[:, None],
    )
    names = sorted(set(words))
    features = ENCODER.encode(names)[[names.index(w) for w in words]]
    level = FieldLevel("object", fitted(features, words=16))
    engine = CapturedQuery(
        gaussians, LanguageField(ENCODER.name, ENCODER.dimension, (level,), geometry_hash(gaussians)), ENCODER
    )
    walls = ("left", "right", "back")
    # the fitting of rooms has its own tests
    engine._room = RoomFit(np.eye(4), WIDTH, DEPTH, HEIGHT, walls, False, 0.08, True, ())
    return engine, rows


def names_of(asked: tuple[CapturedQuery, dict[str, np.ndarray]], query: str) -> list[str]:
    engine, rows = asked
    found = []
    for group in engine.ask(query).groups:
        overlap = {name: len(np.intersect1d(group, own)) / len(np.union1d(group, own)) for name, own in rows.items()}
        best = max(overlap, key=lambda name: overlap[name])
        assert overlap[best] > 0.8
        found.append(best)
    return found


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("the mug", {"table_mug", "shelf_mug", "floor_mug"}),
        ("the mug on the table", {"table_mug"}),
        ("the mug on the shelf", {"shelf_mug"}),
        ("the mug on the floor", {"floor_mug"}),
        ("the mug that is not on the table", {"shelf_mug", "floor_mug"}),
        ("the largest mug", {"floor_mug"}),
        ("the highest mug", {"shelf_mug"}),
        ("the second highest mug", {"table_mug"}),
        ("the mug nearest the shelf", {"shelf_mug"}),
        ("the mug farthest from the shelf", {"floor_mug"}),
        ("the second mug from the shelf", {"table_mug"}),
        ("the lamp above the table", {"lamp"}),
        ("the table under the lamp", {"table"}),
        ("the table with a mug on it", {"table"}),
        ("the shelf against the left wall", {"shelf"}),
        ("the ball next to the table", {"ball"}),
        ("the table between the shelf and the stool", set()),
        ("the stool on the rug", {"stool"}),
        ("the mug under the table", set()),
        ("the ball on the table", set()),
        ("the mug on the piano", set()),
        ("the piano on the table", set()),
        ("the fifth highest mug", set()),
        ("the mug except the one on the table", {"shelf_mug", "floor_mug"}),
    ],
)  # fmt: skip
def test_relations_are_judged_by_where_things_are(asked: tuple, query: str, wanted: set[str]) -> None:
    assert set(names_of(asked, query)) == wanted


def test_answers_say_why_and_why_not(asked: tuple) -> None:
    engine, _ = asked
    found = engine.ask("the mug on the table")
    assert "it is on 'table'" in found.answer.results[0].reason
    assert found.noun == "mug"
    assert "no 'ball' is on 'table'" in engine.ask("the ball on the table").answer.why
    assert "'piano'" in engine.ask("the mug on the piano").answer.why
    np.testing.assert_allclose(found.things[0].box.size, (0.2, 0.2, 0.2), atol=0.05)
    np.testing.assert_allclose(found.things[0].box.foot, (0.3, 0.7, 0.1), atol=0.03)


@pytest.mark.parametrize(("eye", "side"), [((0.0, 1.5, 6.0), "left"), ((0.0, 1.5, -6.0), "right")])
def test_sides_of_what_has_no_front_are_those_of_the_view(asked: tuple, eye: tuple, side: str) -> None:
    engine, _ = asked
    view = (np.array(eye), np.zeros(3))
    other = {"left": "right", "right": "left"}[side]
    found = engine.ask(f"the shelf to the {side} of the table", view=view)
    assert len(found.groups) == 1
    assert "as seen in the view" in found.answer.results[0].reason
    assert engine.ask(f"the shelf to the {other} of the table", view=view).answer.none


def test_a_sentence_that_names_nothing_is_refused(asked: tuple) -> None:
    engine, _ = asked
    with pytest.raises(QueryError, match="names nothing to look for"):
        engine.ask("what is on the table?")


def test_what_a_query_excludes_can_still_be_stood_on(asked: tuple) -> None:
    engine, _ = asked
    assert len(engine.ask("the mug on the table", without=["table"]).groups) == 1


def test_with_and_of_stay_with_the_noun() -> None:
    reading = folded(read_query("the bag of cookies on the table"))
    assert reading.noun == "bag of cookies"
    assert [w.kind for w in reading.where] == ["on"]
    assert folded(read_query("a rubber duck with a hat")).noun == "rubber duck with hat"
