"""Queries of captured Gaussians by a language field: groups that hang together, pictures, and nothing where there is nothing."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.scene.errors import QueryError
from scenewright.scene.semantics.encoders import ExactEncoder
from scenewright.scene.semantics.fields import FieldError, LanguageField, geometry_hash, write_field
from scenewright.scene.semantics.fields.codebook import fitted
from scenewright.scene.semantics.fields.field import FieldLevel
from scenewright.scene.semantics.queries.capture import CapturedQuery
from scenewright.scene.splats import Gaussians, dc_from_rgb
from scenewright.scene.splats.formats import read_file, write_gaussians

ENCODER = ExactEncoder(["cup", "lamp"])
WORDS = ["cup", "cup", "lamp"]
MIDDLES = [(-1.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 1.2, 0.0)]
COUNT = 300


def blobs() -> Gaussians:
    """Two cups and a lamp, 300 Gaussians each."""
    random = np.random.default_rng(0)
    means = np.concatenate([np.array(m) + random.uniform(-0.15, 0.15, (COUNT, 3)) for m in MIDDLES])
    count = len(means)
    tints = np.repeat([(0.8, 0.2, 0.2), (0.2, 0.2, 0.8), (0.9, 0.9, 0.3)], COUNT, axis=0)
    return Gaussians.of_numpy(
        means,
        np.tile([1.0, 0, 0, 0], (count, 1)),
        np.full((count, 3), np.log(0.05)),
        np.full(count, 3.0),
        dc_from_rgb(torch.from_numpy(tints)).numpy()[:, None],
    )


def field_of(gaussians: Gaussians) -> LanguageField:
    features = np.repeat(ENCODER.encode(WORDS), COUNT, axis=0)
    return LanguageField(
        ENCODER.name, ENCODER.dimension, (FieldLevel("object", fitted(features, words=8)),), geometry_hash(gaussians)
    )


@pytest.fixture(scope="module")
def engine() -> CapturedQuery:
    gaussians = blobs()
    return CapturedQuery(gaussians, field_of(gaussians), ENCODER)


def test_two_cups_are_two_answers(engine: CapturedQuery) -> None:
    found = engine.ask("cup")
    assert [f.path for f in found.answer.results] == ["object/0", "object/1"]
    assert {tuple(rows // COUNT) for rows in found.groups} == {(0,) * COUNT, (1,) * COUNT}
    assert all(f.score > 0.95 for f in found.answer.results)
    assert "300 Gaussians" in found.answer.results[0].words
    assert found.answer.encoder == ENCODER.name
    assert not found.answer.calibrated


def test_a_lamp_is_one(engine: CapturedQuery) -> None:
    (only,) = engine.ask("lamp").groups
    assert (only // COUNT == 2).all()
    assert len(engine.ask("cup", top_k=1).answer.results) == 1


def test_what_is_not_there_is_not_found(engine: CapturedQuery) -> None:
    found = engine.ask("piano", threshold=0.7)
    assert found.answer.none
    assert "reaches 0.7" in found.answer.why


@pytest.mark.parametrize("query", ["", "x" * 500, "красная чашка"])
def test_what_cannot_be_read_is_refused(engine: CapturedQuery, query: str) -> None:
    with pytest.raises(QueryError):
        engine.ask(query)


def test_another_encoder_or_other_gaussians_are_refused() -> None:
    gaussians = blobs()
    field = field_of(gaussians)
    with pytest.raises(FieldError, match="made with exact-512"):
        CapturedQuery(gaussians, field, ExactEncoder(["cup"], 256))
    with pytest.raises(FieldError, match="other Gaussians"):
        CapturedQuery(gaussians.transformed(np.diag([2.0, 2, 2, 1])), field, ENCODER)


def test_the_command_answers_and_draws(tmp_path: Path) -> None:
    from PIL import Image

    file = tmp_path / "room.ply"
    write_gaussians(blobs(), file)
    write_field(field_of(read_file(file).gaussians), tmp_path / "room.safetensors")
    call = [
        "query",
        str(file),
        "lamp",
        "--field",
        str(tmp_path / "room.safetensors"),
        "--width",
        "96",
        "--height",
        "96",
    ]
    done = CliRunner().invoke(
        app, [*call, "--json", "--mask", str(tmp_path / "m.png"), "--heat", str(tmp_path / "h.png")]
    )
    assert done.exit_code == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["encoder"] == ENCODER.name
    assert [set(r) for r in answer["results"]] == [{"path", "words", "score", "reason", "gaussians", "box"}]
    assert answer["results"][0]["gaussians"] == COUNT
    np.testing.assert_allclose(answer["results"][0]["box"]["foot"], (0.0, -1.35, 0.0), atol=0.02)  # files are y down
    assert answer["calibrated"] is False
    assert answer["view"]["name"] == "from beside it"
    mask = np.asarray(Image.open(tmp_path / "m.png")) == 255
    color = np.asarray(Image.open(tmp_path / "h.png")).astype(int)
    assert 0 < mask.sum() < 0.5 * mask.size
    assert (np.ptp(color, axis=2)[~mask] == 0).all()
    told = CliRunner().invoke(app, [*call, "--threshold", "0.999"])
    assert told.exit_code == 0
    without = CliRunner().invoke(app, [*call, "--without", "cup", "--json"])
    assert json.loads(without.stdout)["without"] == ["cup"]
    refused = CliRunner().invoke(app, [*call, "--seed", "3"])
    assert refused.exit_code == 2
    assert "--seed" in refused.stderr
    assert CliRunner().invoke(app, [*call, "--heat", str(tmp_path / "h.png"), "--camera", "9"]).exit_code == 2


def test_the_field_tells_by_itself_what_is_there(engine: CapturedQuery) -> None:
    assert 0.5 <= engine.threshold < 0.95
    found = engine.ask("cup")
    assert found.threshold == engine.threshold
    assert len(found.answer.results) == 2
    reports = found.to_json()
    assert [r["gaussians"] for r in reports["results"]] == [COUNT, COUNT]
    assert reports["noun"] == "cup"


def test_articles_and_polite_words_make_no_difference(engine: CapturedQuery) -> None:
    assert engine.ask("where is the lamp?").groups[0].tolist() == engine.ask("lamp").groups[0].tolist()


def test_what_is_not_meant_is_held_against_the_query() -> None:
    """Features between two words are either's, until one of them is not meant."""
    gaussians = blobs()
    vectors = ENCODER.encode(["cup", "glass", "lamp"])
    mixed = np.stack([vectors[0] + 0.6 * vectors[1], 0.9 * vectors[0] + vectors[1], vectors[2]])
    rows = np.repeat(mixed / np.linalg.norm(mixed, axis=1, keepdims=True), COUNT, axis=0)
    level = FieldLevel("object", fitted(rows.astype(np.float32), words=8))
    engine = CapturedQuery(
        gaussians, LanguageField(ENCODER.name, ENCODER.dimension, (level,), geometry_hash(gaussians)), ENCODER
    )
    both = engine.ask("cup", threshold=0.8)
    assert len(both.groups) == 2
    one = engine.ask("cup", threshold=0.8, without=["glass"])
    assert [set(rows // COUNT) for rows in one.groups] == [{0}]
    assert one.without == ("glass",)
    assert "more than to 'glass'" in one.answer.results[0].reason
    assert not one.answer.calibrated
    with pytest.raises(QueryError):
        engine.ask("cup", without=[""])
