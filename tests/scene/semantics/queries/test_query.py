"""Queries of program scenes: who is found, in what order, why, and when nothing is."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.app.querying import query_camera
from scenewright.app.session import Session
from scenewright.scene.errors import QueryError
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.semantics.queries import LONGEST, SceneQuery
from scenewright.scene.semantics.words import Lexicon
from scenewright.scene.semantics.words.things import Thing
from scenewright.scene.sources import SceneSource, SourceKind

ROOM = """
from scene.language import *

@register('a round table')
def table(width=1.2):
    return primitive_call('cylinder', {'radius': width / 2, 'p0': (0, 0, 0), 'p1': (0, 0.75, 0)}, color=(0.5, 0.3, 0.15))

@register('a drinking cup')
def cup(color=(0.8, 0.1, 0.1)):
    return primitive_call('cylinder', {'radius': 0.04, 'p0': (0, 0, 0), 'p1': (0, 0.1, 0)}, color=color)

@register('a chair')
def chair(height=0.9):
    return primitive_call('cube', {'scale': (0.45, height, 0.45)}, color=(0.2, 0.3, 0.7))

@register('a floor lamp')
def lamp():
    return primitive_call('cylinder', {'radius': 0.15, 'p0': (0, 0, 0), 'p1': (0, 1.6, 0)}, color=(0.9, 0.9, 0.85))

@register('a dining room')
def scene():
    return concat_shapes(
        room(6, 5, 2.7, doors=[('right', 1.0, 0.9, 2.05)], windows=[('left', 0.0, 1.2, 1.2)]),
        place('table', at=(0, 0, 0)),
        place('cup', at=(-0.3, 0.7502, 0), name='red_cup'),
        place('cup', at=(0.3, 0.7502, 0), name='blue_cup', color=(0.1, 0.2, 0.8)),
        place('cup', at=(2.5, 0.0, 2.0), name='cup_on_the_floor', color=(0.1, 0.6, 0.2)),
        place('chair', at=(-1.2, 0, 0)),
        place('chair', at=(1.2, 0, 0), height=1.1),
        place('chair', at=(0, 0, 1.2), height=0.7),
        place('lamp', at=(-2.6, 0, -2.1)),
    )

camera(eye=(0, 1.6, 2.4), target=(0, 0.8, 0))
"""
LEXICON = Lexicon(
    [
        Thing("table", ("dining table",), ("desk",), ("furniture",), ("where people eat together",)),
        Thing("cup", ("mug", "beaker"), (), ("tableware", "container"), ("you drink tea from it",)),
        Thing("chair", ("dining chair",), (), ("seat", "furniture"), ("one person sits on it",)),
        Thing("floor lamp", ("standard lamp",), (), ("lamp", "light"), ("it lights a dark corner",)),
        Thing("wardrobe", ("closet",), (), ("storage", "furniture"), ("clothes hang in it",)),
        Thing("lamp", (), (), ("light",)),
    ],
    [
        Thing("seat", ("seating",), (), ("furniture",)),
        Thing("furniture", ("piece of furniture",)),
        Thing("tableware"),
        Thing("light", ("light source",)),
        Thing("container"),
        Thing("storage"),
    ],
)


class WordsInCommon:
    """Stands for a sentence encoder: texts are alike by the words that they share."""

    name = "words in common"
    dimension = 512

    def encode(self, texts: list[str]) -> np.ndarray:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in set(text.lower().split()) - {"a", "the", "it", "to", "of", "in", "on", "is"}:
                row[int.from_bytes(word.encode()[:8].ljust(8), "little") % self.dimension] += 1.0
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def engine_of(program: str) -> SceneQuery:
    session = Session(SceneSource(program, SourceKind.STDIN, None))
    geometry = scene_geometry(session.scene, provider=session.assets)
    return SceneQuery(
        session.scene, geometry, camera=query_camera(session), encoder=WordsInCommon(), lexicon=LEXICON
    )  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> SceneQuery:
    return engine_of(ROOM)


def paths(engine: SceneQuery, query: str) -> list[str]:
    return [f.path.split("/", 1)[1] for f in engine.ask(query).results]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("table", ["table"]),
        ("the dining table", ["table"]),
        ("chairs", ["chair", "chair[1]", "chair[2]"]),
        ("mug", ["red_cup", "blue_cup", "cup_on_the_floor"]),
        ("standard lamp", ["lamp"]),
        ("light source", ["lamp"]),
        ("desk", ["table"]),
        ("door", ["room/door"]),
        ("the blue cup", ["blue_cup"]),
        ("green mug", ["cup_on_the_floor"]),
        ("the cups on the table", ["red_cup", "blue_cup"]),
        ("what is on the table?", ["red_cup", "blue_cup"]),
        ("the cup on the floor", ["cup_on_the_floor"]),
        ("the tallest chair", ["chair[1]"]),
        ("the second tallest chair", ["chair"]),
        ("shortest chair", ["chair[2]"]),
        ("the leftmost chair", ["chair"]),
        ("the frontmost chair", ["chair[2]"]),
        ("the chair nearest to the lamp", ["chair"]),
        ("the chair farthest from the lamp", ["chair[1]"]),
        ("the chair to the left of the table", ["chair[1]"]),
        ("the chair to the right of the table", ["chair"]),
        ("the chair in front of the table", ["chair[2]"]),
        ("the lamp in the corner", ["lamp"]),
        ("the table with the cups on it", ["table"]),
        ("the tallest piece of furniture", ["chair[1]"]),
        ("the wall with the window", ["room/wall_left"]),
        ("the wall with the door", ["room/wall_right"]),
        ("the wall opposite the window", ["room/wall_right"]),
        ("the cups that are not on the table", ["cup_on_the_floor"]),
        ("the second chair from the lamp", ["chair[2]"]),
        ("which chair is tallest?", ["chair[1]"]),
        ("the taller of the two cups on the table", ["red_cup", "blue_cup"]),
        ("all the cups except the red one", ["blue_cup", "cup_on_the_floor"]),
    ],
)
def test_what_a_sentence_means(engine: SceneQuery, query: str, found: list[str]) -> None:
    assert sorted(paths(engine, query)) == sorted(found)


@pytest.mark.parametrize(
    "query",
    [
        "wardrobe", "a closet", "the red table", "the green chair", "a cup under the table", "the lamp on the table", "the fourth tallest chair",
        "the chair on the table", "a wardrobe next to the table", "the table next to the wardrobe",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(engine: SceneQuery, query: str) -> None:
    answer = engine.ask(query)
    assert answer.none, answer.results
    assert answer.why


def test_a_description_finds_what_the_lexicon_says(engine: SceneQuery) -> None:
    answer = engine.ask("you drink tea from it")
    assert {f.path.split("/")[1] for f in answer.results} == {"red_cup", "blue_cup", "cup_on_the_floor"}
    assert answer.encoder == "words in common"
    assert not answer.calibrated


def test_between_two_of_three_chairs(engine: SceneQuery) -> None:
    assert "table" in paths(engine, "what is between the two chairs")


def test_where_words_decide_no_encoder_is_named(engine: SceneQuery) -> None:
    for query in ("the blue cup", "wardrobe", "the chair nearest to the lamp"):
        assert engine.ask(query).encoder == "lexicon"


def test_every_answer_says_why(engine: SceneQuery) -> None:
    (found,) = engine.ask("the chair nearest to the lamp").results
    assert "nearest" in found.reason
    assert "m away" in found.reason
    (found,) = engine.ask("mug on the floor").results
    assert "cup" in found.reason


def test_scores_fall_and_stay_in_bounds(engine: SceneQuery) -> None:
    for query in ("furniture", "cup", "seat", "what is on the table"):
        scores = [f.score for f in engine.ask(query).results]
        assert scores == sorted(scores, reverse=True)
        assert all(0.0 <= s <= 1.0 for s in scores)
    assert len(engine.ask("chair", top_k=2).results) == 2
    assert engine.ask("seat", threshold=0.99).none


def test_the_order_of_the_program_makes_no_difference() -> None:
    lines = ROOM.splitlines()
    first, last = (
        lines.index("        place('table', at=(0, 0, 0)),"),
        lines.index("        place('lamp', at=(-2.6, 0, -2.1)),"),
    )
    turned = engine_of("\n".join([*lines[:first], *reversed(lines[first : last + 1]), *lines[last + 1 :]]))
    straight = engine_of(ROOM)
    for query in (
        "the blue cup",
        "the tallest chair",
        "the chair nearest to the lamp",
        "what is on the table?",
        "seat",
    ):
        places = [
            sorted(tuple(np.round(e.scene.entity(f.row).bounds.ravel(), 6)) for f in e.ask(query).results)
            for e in (straight, turned)
        ]
        assert places[0] == places[1]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "is empty"),
        ("   ", "is empty"),
        ("!!! 12", "has no word"),
        ("x" * (LONGEST + 1), "characters"),
        ("красная чашка", "English"),
        ("赤いカップ", "English"),
    ],
)
def test_what_cannot_be_read_is_refused(engine: SceneQuery, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        engine.ask(query)


@pytest.fixture(scope="module")
def scene_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("scene") / "room.py"
    file.write_text(ROOM)
    return file


def test_the_command_prints_one_object_and_draws(scene_file: Path, tmp_path: Path) -> None:
    from PIL import Image

    pictures = [
        "--mask",
        str(tmp_path / "m.png"),
        "--heat",
        str(tmp_path / "h.png"),
        "--palette",
        str(tmp_path / "p.png"),
    ]
    size = ["--width", "160", "--height", "120"]
    done = CliRunner().invoke(app, ["query", str(scene_file), "the table", "--json", *pictures, *size])
    assert done.exit_code == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["none"] is False
    assert {"encoder", "calibrated", "results", "query"} <= set(answer)
    assert {"path", "words", "score", "reason"} == set(answer["results"][0])
    mask = np.asarray(Image.open(tmp_path / "m.png"))
    assert mask.shape == (120, 160)
    assert set(np.unique(mask)) == {0, 255}
    heat = np.asarray(Image.open(tmp_path / "h.png")).astype(int)
    saturation = heat.max(axis=2) - heat.min(axis=2)
    assert saturation[mask == 255].min() > 20 > saturation[mask == 0].max()
    assert (tmp_path / "p.png").exists()


def test_the_command_says_that_nothing_is_there(scene_file: Path) -> None:
    done = CliRunner().invoke(app, ["query", str(scene_file), "a grand piano"])
    assert done.exit_code == 0
    assert "nothing here" in done.stdout


def test_several_queries_and_negatives(scene_file: Path) -> None:
    done = CliRunner().invoke(
        app, ["query", str(scene_file), "chair", "cup", "--without", "the tallest chair", "--json"]
    )
    first, second = json.loads(done.stdout)["queries"]
    assert len(first["results"]) == 2
    assert len(second["results"]) == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["", "--json"], 20),
        (["cup", "--camera", "7"], 7),
        (["cup", "--mask", "out.xyz"], 2),
        (["cup", "--heat", "nowhere/out.png"], 2),
    ],
)
def test_wrong_calls_are_refused_before_anything_is_drawn(scene_file: Path, arguments: list[str], code: int) -> None:
    assert CliRunner().invoke(app, ["query", str(scene_file), *arguments]).exit_code == code
