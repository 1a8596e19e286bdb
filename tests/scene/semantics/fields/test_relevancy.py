"""Relevancy, masks and localisation against the rules as they are published."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.semantics.fields import (
    CANONICAL,
    FieldError,
    LanguageField,
    Relevancy,
    geometry_hash,
    hits,
    langsplat_mask,
    locate,
    stable_threshold,
)
from scenewright.scene.semantics.fields.codebook import fitted
from scenewright.scene.semantics.fields.field import FieldLevel
from scenewright.scene.semantics.fields.relevancy import displayed, relevancy
from scenewright.scene.semantics.fields.segmentation import box_mean, majority, palette, smoothed
from tests.support.language_scenes import FixedEncoder, around, walled_balls

WORDS = ["cup", "lamp", "chair"]


def blob(height: int = 60, width: int = 80, *, at: tuple[int, int] = (20, 50), reach: int = 12) -> np.ndarray:
    y, x = np.mgrid[:height, :width]
    inside = (y - at[0]) ** 2 + (x - at[1]) ** 2 < reach**2
    return np.where(inside, 0.9, 0.3).astype(np.float32)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_relevancy_is_the_least_of_the_pairwise_softmaxes(seed: int) -> None:
    random = np.random.default_rng(seed)
    queries, phrases = random.uniform(-1, 1, (6, 3)), random.uniform(-1, 1, (6, 4))
    wanted = np.empty((6, 3))
    for i in range(6):
        for q in range(3):
            wanted[i, q] = min(
                np.exp(10 * queries[i, q]) / (np.exp(10 * queries[i, q]) + np.exp(10 * c)) for c in phrases[i]
            )
    np.testing.assert_allclose(relevancy(queries, phrases), wanted, rtol=1e-5)


def test_canonical_phrases_are_those_of_the_paper() -> None:
    assert CANONICAL == ("object", "things", "stuff", "texture")


def test_what_agrees_no_more_than_nothing_is_background() -> None:
    assert relevancy(np.zeros((1, 1)), np.zeros((1, 4)))[0, 0] == pytest.approx(0.5)
    shown = displayed(np.array([[0.4, 0.5, 0.7, 0.9]], np.float32))
    np.testing.assert_allclose(shown, [[0, 0, 0.5, 1]], atol=1e-6)
    assert not displayed(np.full((2, 2), 0.2, np.float32)).any()


@settings(max_examples=20, deadline=None)
@given(height=st.integers(31, 45), width=st.integers(31, 45), seed=st.integers(0, 1000))
def test_means_over_squares_reach_one_further_left_and_up(height: int, width: int, seed: int) -> None:
    values = np.random.default_rng(seed).random((height, width)).astype(np.float32)
    padded = np.pad(values, ((15, 14), (15, 14)), mode="reflect")
    wanted = np.lib.stride_tricks.sliding_window_view(padded, (30, 30)).mean(axis=(2, 3))
    np.testing.assert_allclose(box_mean(values), wanted, atol=1e-5)
    np.testing.assert_allclose(smoothed(values), (wanted + values) / 2, atol=1e-5)


@settings(max_examples=25, deadline=None)
@given(height=st.integers(2, 20), width=st.integers(2, 20), seed=st.integers(0, 1000))
def test_majorities_are_counted_as_published(height: int, width: int, seed: int) -> None:
    mask = np.random.default_rng(seed).random((height, width)) < 0.5
    wanted = np.zeros_like(mask)
    for i in range(height):
        for j in range(width):
            square = mask[max(0, i - 3) : min(i + 4, height - 1), max(0, j - 3) : min(j + 4, width - 1)]
            wanted[i, j] = square.sum() * 2 > square.size
    assert np.array_equal(majority(mask), wanted)


def test_masks_take_the_level_that_is_surest_not_the_best_one() -> None:
    clear, faint = blob(), 0.4 + 0.2 * blob(at=(40, 20))
    found = langsplat_mask(np.stack([faint, clear]))
    assert found.level == 1
    truth = clear > 0.5
    assert (found.mask & truth).sum() / (found.mask | truth).sum() > 0.7
    assert langsplat_mask(np.stack([clear, faint])).level == 0


def test_a_flat_picture_has_no_mask() -> None:
    assert not langsplat_mask(np.full((1, 40, 40), 0.5, np.float32)).mask.any()


def test_a_threshold_is_found_where_little_depends_on_it() -> None:
    values = np.stack([np.linspace(0.3, 0.6, 60 * 80).reshape(60, 80), blob()]).astype(np.float32)
    found = stable_threshold(values)
    assert found.level == 1
    assert np.array_equal(found.mask, blob() > 0.5)
    assert 0.1 < found.threshold < 0.9


def test_peaks_are_all_that_tie() -> None:
    values = np.full((2, 64, 64), 0.2, dtype=np.float32)
    values[1, 30, 20] = 0.9
    found = locate(values, side=1)
    assert found.level == 1
    assert found.points.tolist() == [[20, 30]]
    values[1, 10, 50] = 0.9
    assert locate(values, side=1).points.tolist() == [[50, 10], [20, 30]]
    assert locate(np.zeros((2, 8, 8), np.float32)).points.shape == (64, 2)


@pytest.mark.parametrize(
    ("boxes", "hit"),
    [
        ([[10, 10, 20, 30]], True),
        ([[20, 30, 40, 40]], True),
        ([[40, 40, 20, 30]], True),
        ([[21, 30, 40, 40]], False),
        ([[0, 0, 5, 5], [15, 25, 25, 35]], True),
        ([[0, 0, 5, 5], [49, 9, 51, 11]], True),
        ([[0, 0, 5, 5]], False),
    ],
)  # fmt: skip
def test_edges_of_boxes_and_any_of_the_points_count(boxes: list, hit: bool) -> None:
    values = np.zeros((1, 64, 64), dtype=np.float32)
    values[0, 30, 20] = values[0, 10, 50] = 1
    assert hits(locate(values, side=1), np.array(boxes, dtype=float)) is hit


def test_several_queries_share_a_picture() -> None:
    values = np.stack([blob(), blob(at=(40, 20))])
    found = palette(values)
    assert found[20, 50] == 0
    assert found[40, 20] == 1
    assert found[55, 75] == -1


def ball_field() -> tuple[LanguageField, object]:
    gaussians, encoder = walled_balls(), FixedEncoder()
    rows = encoder.encode(WORDS)[gaussians.entity_ids.numpy()]
    field = LanguageField("fixed", 64, (FieldLevel("object", fitted(rows)),), geometry_hash(gaussians))
    return field, gaussians


def test_queries_find_gaussians_and_pixels() -> None:
    field, gaussians = ball_field()
    asked = Relevancy.of(field, FixedEncoder(), WORDS)
    by_gaussian = asked.of_gaussians()
    assert by_gaussian.shape == (1, len(gaussians), 3)
    assert np.array_equal(by_gaussian[0].argmax(axis=1), gaussians.entity_ids.numpy())
    camera = around(1)[0]
    by_pixel = asked.of_pixels(gaussians, camera)
    assert by_pixel.shape == (1, 3, 48, 64)
    from scenewright.scene.splats.rasterize import rasterize

    drawn = rasterize(gaussians, camera, outputs=("entity", "alpha"))
    entity, shown = drawn.entity[0].numpy(), drawn.alpha[0].numpy() > 0.6
    assert (palette(by_pixel[0])[shown] == entity[shown]).mean() > 0.97
    assert asked.best_levels(by_gaussian).tolist() == asked.best_levels(by_pixel).tolist() == [0, 0, 0]


def test_bad_queries_are_named() -> None:
    field, _ = ball_field()
    for queries, message in (([], "nothing to ask"), (["  "], "a query is empty"), (["x" * 5000], "5,000 characters")):
        with pytest.raises(FieldError, match=message):
            Relevancy.of(field, FixedEncoder(), queries)
    with pytest.raises(FieldError, match="cannot be compared"):
        Relevancy.of(field, FixedEncoder(name="other"), ["cup"])
