"""Language fields: codes over a codebook, products with texts, pictures, files, and the exact field of a program."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.semantics.fields import (
    LEAST_LENGTH,
    FieldError,
    LanguageField,
    ancestors,
    geometry_hash,
    read_field,
    write_field,
)
from scenewright.scene.semantics.fields.codebook import LEAST_COSINE, WIDTHS, Codes, fitted
from scenewright.scene.semantics.fields.field import FieldLevel
from scenewright.scene.semantics.fields.program_field import program_field
from scenewright.scene.splats import Cameras
from scenewright.scene.splats.images import RasterSettings
from scenewright.scene.splats.rasterize import rasterize
from scenewright.scene.splats.scene_gaussians import scene_gaussians
from tests.support.language_scenes import FixedEncoder, around, unit
from tests.support.splat_scenes import random_gaussians


def mixtures(count: int, parts: int, dimension: int, *, of: int = 3, seed: int = 0) -> np.ndarray:
    """Features between up to `of` of some directions."""
    random = np.random.default_rng(seed)
    base = unit(random.normal(size=(parts, dimension)))
    shares = random.dirichlet(np.ones(of), count)
    return unit(sum(shares[:, [k]] * base[random.integers(0, parts, count)] for k in range(of)))


def small_field(count: int = 60, dimension: int = 24, *, seed: int = 0) -> tuple[LanguageField, object]:
    gaussians = random_gaussians(count, seed=seed)
    features = mixtures(count, 10, dimension, seed=seed)
    features[:5] = 0
    levels = tuple(
        FieldLevel(name, fitted(features[::step].repeat(step, 0)[:count], words=30))
        for name, step in (("a", 1), ("b", 2))
    )
    return LanguageField("fixed", dimension, levels, geometry_hash(gaussians)), gaussians


@settings(max_examples=15, deadline=None)
@given(
    count=st.integers(0, 300),
    dimension=st.integers(2, 40),
    words=st.integers(1, 64),
    per=st.integers(1, 6),
    seed=st.integers(0, 99),
)
def test_codes_are_whole_and_decode_to_unit_features(
    count: int, dimension: int, words: int, per: int, seed: int
) -> None:
    features = unit(np.random.default_rng(seed).normal(size=(count, dimension)))
    features[::7] = 0
    codes = fitted(features, words=words, per_feature=per, seed=seed)
    assert len(codes) == count
    assert len(codes.words) <= words
    assert codes.indices.size == 0 or codes.indices.max() < max(len(codes.words), 1)
    lengths = np.linalg.norm(codes.decoded(), axis=1)
    assert np.all((np.abs(lengths - 1) < 1e-3) | (lengths == 0))
    assert not codes.coefficients[::7].any()
    assert np.all((codes.scales > 0) == codes.coefficients.any(axis=1))


def test_few_different_features_are_kept_exactly() -> None:
    features = unit(np.random.default_rng(0).normal(size=(20, 64)))[np.random.default_rng(1).integers(0, 20, 3000)]
    codes = fitted(features, words=64)
    assert len(codes.words) == 20
    assert ((codes.decoded() * features).sum(axis=1)).min() > 1 - 1e-5


def test_mixtures_of_a_codebook_are_kept_well() -> None:
    features = mixtures(6000, 60, 128)
    codes = fitted(features, words=128)
    cosine = (codes.decoded() * features).sum(axis=1)
    assert cosine.mean() > 0.98
    assert np.percentile(cosine, 1) > 0.9


def test_more_words_a_feature_are_never_worse() -> None:
    features = mixtures(1500, 40, 64, of=5)
    agreement = [
        float((fitted(features, words=48, per_feature=k).decoded() * features).sum(axis=1).mean()) for k in (1, 2, 4)
    ]
    assert agreement == sorted(agreement)


def test_codes_grow_until_they_agree() -> None:
    """Features between many directions need more words than features near one."""
    near = unit(mixtures(2000, 200, 64, of=1) + 0.02 * np.random.default_rng(3).normal(size=(2000, 64)))
    between = mixtures(2000, 400, 64, of=12)
    widths = [fitted(rows, words=128).indices.shape[1] for rows in (near, between)]
    assert widths[0] <= widths[1]
    assert set(widths) <= set(WIDTHS)
    agreement = float((fitted(near, words=256).decoded() * near).sum(axis=1).mean())
    assert agreement >= LEAST_COSINE - 0.005


def test_a_million_fits_into_64_mb() -> None:
    count, k = 1_000_000, WIDTHS[-1]
    codes = Codes(
        np.zeros((1024, 512), np.float16),
        np.zeros((count, k), np.uint16),
        np.zeros((count, k), np.uint8),
        np.zeros(count, np.float16),
    )
    assert codes.nbytes <= 64e6


def test_what_cannot_be_compressed_is_refused() -> None:
    with pytest.raises(FieldError, match="finite"):
        fitted(np.full((3, 4), np.nan, np.float32))
    with pytest.raises(FieldError, match="a codebook of 0 words"):
        fitted(np.ones((3, 4), np.float32), words=0)


def test_products_are_those_of_the_decoded_features() -> None:
    field, _ = small_field()
    texts = FixedEncoder(24).encode(["cup", "lamp"])
    for level in field.levels:
        np.testing.assert_allclose(field.cosines(level, texts), level.codes.decoded() @ texts.T, atol=2e-3)
        assert not field.cosines(level, texts)[~level.seen].any()


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 50), threads=st.integers(1, 3), width=st.integers(1, 50), antialiased=st.booleans())
def test_pictures_are_those_of_the_decoded_features(seed: int, threads: int, width: int, antialiased: bool) -> None:
    field, gaussians = small_field(seed=seed)
    texts = FixedEncoder(24).encode(["cup", "lamp", "chair"])
    view = around(3, width, 35)[seed % 3]
    chosen = RasterSettings(antialiased=antialiased)
    level = field.levels[0]
    found = field.pixel_cosines(level, gaussians, view, texts, settings=chosen, threads=threads)
    with_features = replace(gaussians, features=torch.from_numpy(level.codes.decoded()))
    drawn = rasterize(with_features, view, settings=chosen, outputs=("features",)).features[0].numpy()
    lengths = np.linalg.norm(drawn, axis=-1, keepdims=True)
    wanted = np.where(lengths > 1e-4, drawn / np.maximum(lengths, 1e-4), 0) @ texts.T
    full, empty = lengths[..., 0] > LEAST_LENGTH + 1e-3, lengths[..., 0] < LEAST_LENGTH - 1e-3
    np.testing.assert_allclose(found[full], wanted[full], atol=3e-3)
    assert not found[empty].any()


def test_a_camera_that_sees_nothing_has_an_empty_picture() -> None:
    field, gaussians = small_field()
    away = Cameras.look_at((0, 0, 50), (0, 0, 100), fov=40, width=20, height=10)
    assert not field.pixel_cosines(field.levels[0], gaussians, away, FixedEncoder(24).encode(["cup"])).any()


def test_another_encoder_and_other_gaussians_are_refused() -> None:
    field, gaussians = small_field()
    field.check_geometry(gaussians)
    field.check_encoder("fixed", 24)
    with pytest.raises(FieldError, match=r"made with fixed \(24 numbers\), the query with other \(24 numbers\)"):
        field.encoded(FixedEncoder(24, "other"), ["cup"])
    with pytest.raises(FieldError, match=r"the query with fixed \(32 numbers\)"):
        field.encoded(FixedEncoder(32), ["cup"])
    moved = replace(gaussians, means=gaussians.means + 1e-3)
    with pytest.raises(FieldError, match="of other Gaussians"):
        field.check_geometry(moved)
    with pytest.raises(FieldError, match="is of 60 Gaussians, these are 10"):
        field.check_geometry(gaussians.select(slice(0, 10)))
    with pytest.raises(FieldError, match="not finite"):
        field.cosines(field.levels[0], np.full((1, 24), np.nan, np.float32))
    with pytest.raises(FieldError, match="drawn on them"):
        field.pixel_cosines(
            field.levels[0], gaussians.select(slice(0, 10)), around(1)[0], np.zeros((1, 24), np.float32)
        )


def test_color_and_entities_are_no_geometry() -> None:
    gaussians = random_gaussians(20, seed=1)
    assert geometry_hash(gaussians) == geometry_hash(gaussians.recolored((1, 0, 0)).with_entity(4))
    assert geometry_hash(gaussians) != geometry_hash(gaussians.select(slice(0, 19)))


def test_files_give_back_what_was_written(tmp_path: Path) -> None:
    field, _ = small_field()
    file = tmp_path / "field.safetensors"
    write_field(field, file)
    back = read_field(file)
    assert (back.encoder, back.dimension, back.geometry, back.source) == ("fixed", 24, field.geometry, "lifted")
    for one, other in zip(field.levels, back.levels):
        assert one.name == other.name
        for name in ("words", "indices", "coefficients", "scales"):
            np.testing.assert_array_equal(getattr(one.codes, name), getattr(other.codes, name))
    seen = np.linspace(0.0, 900.0, len(field)).astype(np.float16)
    write_field(replace(field, levels=(replace(field.levels[0], weights=seen), field.levels[1])), file)
    first, second = read_field(file).levels
    np.testing.assert_array_equal(first.weights, seen)
    assert second.weights is None


def changed(file: Path, header: dict | None = None, **arrays: np.ndarray | None) -> None:
    """The file with fields of its header or arrays replaced; None takes one out."""
    with safe_open(str(file), framework="numpy") as opened:
        metadata = opened.metadata()
    values = json.loads(metadata["scenewright.field"]) | (header or {})
    tensors = load_file(file) | {k.replace("_", ".", 1).removeprefix("t"): v for k, v in arrays.items()}
    save_file({k: v for k, v in tensors.items() if v is not None}, file, {"scenewright.field": json.dumps(values)})


@pytest.mark.parametrize(
    ("header", "arrays", "message"),
    [
        ({"schema": 99}, {}, "schema 99; this version reads 1"),
        ({"dimension": "24"}, {}, "'dimension' in the header of the field is no int"),
        ({"dimension": True}, {}, "'dimension' in the header of the field is no int"),
        ({"dimension": 10**9}, {}, "which cannot be"),
        ({"count": -1}, {}, "which cannot be"),
        ({"count": 61}, {}, r"array '0.indices' of the field is \(60, 4\), not \(61, 4\)"),
        ({"encoder": ""}, {}, "empty or too long"),
        ({"levels": ["a", 3]}, {}, "empty or too long"),
        ({"levels": ["a", "a"]}, {}, "each of another name"),
        ({"levels": ["a"]}, {}, "unknown array '1."),
        ({}, {"t0_scales": None}, "lacks array '0.scales'"),
        ({}, {"t0_scales": np.zeros(60, np.float32)}, "is F32, not F16"),
        ({}, {"t0_scales": np.full(60, np.nan, np.float16)}, "scales of level 'a' holds numbers"),
        ({}, {"t0_indices": np.full((60, 4), 65535, np.uint16)}, "names word 65535 of a codebook"),
        ({}, {"t0_weights": np.full(60, -1, np.float16)}, "weights of level 'a' hold numbers that are negative"),
        ({}, {"t0_weights": np.zeros(61, np.float16)}, r"array '0.weights' of the field is F16 \(61,\), not F16 \(60,\)"),
        ({}, {"t0_words": np.full((10, 24), np.inf, np.float16)}, "codebook of level 'a' holds|names word"),
    ],
)  # fmt: skip
def test_files_that_are_not_believed(tmp_path: Path, header: dict, arrays: dict, message: str) -> None:
    file = tmp_path / "field.safetensors"
    write_field(small_field()[0], file)
    changed(file, header, **arrays)
    with pytest.raises(FieldError, match=message):
        read_field(file)


def test_damaged_and_strange_files_are_named(tmp_path: Path) -> None:
    file = tmp_path / "field.safetensors"
    with pytest.raises(FieldError, match="there is no language field"):
        read_field(file)
    write_field(small_field()[0], file)
    whole = file.read_bytes()
    for content in (whole[: len(whole) // 2], b"", b"\xff" * 64, (2**62).to_bytes(8, "little") + whole[8:]):
        file.write_bytes(content)
        with pytest.raises(FieldError, match="cannot be read"):
            read_field(file)
    save_file({"x": np.zeros(3)}, file)
    with pytest.raises(FieldError, match="is no language field"):
        read_field(file)


PROGRAM = """
from scene.language import *

@register()
def table():
    return primitive_call('cube', shape_kwargs={'scale': (1, 0.1, 1)})

@register()
def cup():
    return primitive_call('cylinder', shape_kwargs={'radius': 0.1, 'p0': (0, 0, 0), 'p1': (0, 0.3, 0)})

@register()
def set_table():
    return concat_shapes(library_call('table'), transform_shape(library_call('cup'), translation_matrix((0, 0.1, 0))))

@register()
def scene():
    return concat_shapes(library_call('set_table'), transform_shape(library_call('cup'), translation_matrix((2, 0, 0))))
"""


def test_a_program_scene_knows_its_words_exactly() -> None:
    scene = evaluate_here(PROGRAM)
    gaussians, _ = scene_gaussians(scene, 3000)
    encoder = FixedEncoder()
    field = program_field(scene, gaussians, encoder)
    texts = encoder.encode(["cup", "table", "set table"])
    ids = gaussians.entity_ids.numpy()
    paths = [scene.paths[i] for i in ids.tolist()]
    entity, parent = (field.cosines(field.level(name), texts) for name in ("entity", "parent"))
    cups = np.array(["cup" in p for p in paths])
    tables = np.array(["/table" in p for p in paths])
    assert np.array_equal(entity[:, 0] > 0.99, cups)
    assert np.array_equal(entity[:, 1] > 0.99, tables)
    assert np.array_equal(parent[:, 2] > 0.99, np.array(["set_table/" in p for p in paths]))
    assert len(field.levels[0].codes.words) == 3
    assert (ancestors(scene)[:, 0] >= 0).all()


def test_gaussians_of_another_scene_are_refused() -> None:
    scene = evaluate_here(PROGRAM)
    with pytest.raises(FieldError, match="they are of another scene"):
        program_field(scene, random_gaussians(5).with_entity(1000), FixedEncoder())
