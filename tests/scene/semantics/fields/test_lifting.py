"""Lifting: features of regions of pictures become features of Gaussians."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import SplatError
from scenewright.scene.semantics.fields import (
    Aggregation,
    FieldError,
    LiftedView,
    Lifting,
    agreed_views,
    covering_views,
    visible_gaussians,
)
from scenewright.scene.semantics.fields.aggregation import FeatureRows
from scenewright.scene.semantics.fields.lifting import Gate, Regions
from scenewright.scene.splats import Cameras
from scenewright.scene.splats.rasterize import rasterize
from scenewright.scene.splats.region_weights import region_weights
from tests.support.language_scenes import FixedEncoder, around, unit, walled_balls
from tests.support.splat_scenes import facing, random_gaussians, straight

WORDS = ["cup", "lamp", "chair"]


def entity_labels(gaussians, camera: Cameras) -> np.ndarray:
    drawn = rasterize(gaussians, camera, outputs=("entity",)).entity
    return drawn[0].numpy().astype(np.int32)


def some_weights(random: np.random.Generator, count: int, regions: int) -> scipy.sparse.csr_array:
    dense = random.uniform(0.1, 2.0, (count, regions)) * (random.random((count, regions)) < 0.4)
    return scipy.sparse.csr_array(dense.astype(np.float32))


def reference(rule: Aggregation, views, count: int, dimension: int) -> np.ndarray:
    """The rules as they are written, one Gaussian at a time, in float64."""
    out = np.zeros((count, dimension))
    for i in range(count):
        g, total = np.zeros(dimension), 0.0
        for weights, features in views:
            row = weights.toarray()[i].astype(np.float64)
            w, summed = row.sum(), row @ features.astype(np.float64)
            if w == 0:
                continue
            total += w
            if rule is Aggregation.MEAN:
                g = g + summed
                continue
            f = summed / np.linalg.norm(summed)
            if total == w:
                g = f
            elif rule is Aggregation.COSINE_MEDIAN:
                g = g + w / total * (f - (f @ g) * g)
                g /= np.linalg.norm(g)
            else:
                angle = np.arccos(np.clip(f @ g, -1, 1))
                step = min(angle, np.pi / 2 * w / total)
                tangent = f - (f @ g) * g
                if np.linalg.norm(tangent) > 1e-6:
                    g = np.cos(step) * g + np.sin(step) * tangent / np.linalg.norm(tangent)
        out[i] = g / max(np.linalg.norm(g), 1e-12)
    return out


@settings(max_examples=20, deadline=None)
@given(
    rule=st.sampled_from(list(Aggregation)),
    dimension=st.sampled_from([1, 5, 16, 33]),
    views=st.integers(1, 6),
    seed=st.integers(0, 1000),
    threads=st.integers(1, 3),
)
def test_rules_are_what_they_say(rule: Aggregation, dimension: int, views: int, seed: int, threads: int) -> None:
    random = np.random.default_rng(seed)
    count = 30
    given_views = [
        (some_weights(random, count, 4), unit(random.normal(size=(4, dimension)) + 0.8)) for _ in range(views)
    ]
    rows = FeatureRows(count, dimension, rule)
    for weights, features in given_views:
        rows.add(weights, features, np.ones(count, dtype=bool), threads=threads)
    # features of one number are opposite or the same: no angle between them
    if dimension > 1 or rule is Aggregation.MEAN:
        np.testing.assert_allclose(rows.unit(), reference(rule, given_views, count, dimension), atol=2e-3)
    lengths = np.linalg.norm(rows.unit(), axis=1)
    assert np.all((np.abs(lengths - 1) < 1e-4) | (lengths == 0))


def test_the_median_of_angles_is_nearer_the_truth_than_the_mean() -> None:
    """A third of the views are wrong, each in its own way."""
    random = np.random.default_rng(0)
    count, views, dimension = 200, 30, 64
    truth = unit(random.normal(size=dimension))
    rows = {rule: FeatureRows(count, dimension, rule) for rule in Aggregation}
    for _ in range(views):
        wrong = random.random(count) < 1 / 3
        features = np.concatenate([truth[None], unit(random.normal(size=(count, dimension)))])
        which = np.where(wrong, np.arange(1, count + 1), 0)
        weights = scipy.sparse.csr_array(
            (random.uniform(0.5, 1.5, count).astype(np.float32), which, np.arange(count + 1)), shape=(count, count + 1)
        )
        for one in rows.values():
            one.add(weights, features, np.ones(count, dtype=bool), threads=1)
    agreement = {rule: float((one.unit() @ truth).mean()) for rule, one in rows.items()}
    assert agreement[Aggregation.GEODESIC_MEDIAN] > agreement[Aggregation.MEAN] + 0.01
    assert abs(agreement[Aggregation.COSINE_MEDIAN] - agreement[Aggregation.MEAN]) < 0.03


def test_who_never_passes_has_the_mean_and_who_passes_forgets_it() -> None:
    features = np.eye(3, 16, dtype=np.float32)
    weights = [
        scipy.sparse.csr_array(np.array(w, dtype=np.float32)) for w in ([[1, 1, 0], [1, 0, 0]], [[0, 1, 0], [0, 0, 2]])
    ]
    rows = FeatureRows(2, 16, Aggregation.GEODESIC_MEDIAN)
    rows.add(weights[0], features, np.array([False, False]), threads=1)
    rows.add(weights[1], features, np.array([False, True]), threads=1)
    np.testing.assert_allclose(rows.unit()[:, :3], [unit(np.array([1, 2, 0])), [0, 0, 1]], atol=1e-6)
    assert rows.passed.tolist() == [False, True]


def test_gate_keeps_the_heaviest() -> None:
    gate = Gate(mass=0.75, floor=0.13)
    assert gate.passes(np.array([5, 3, 1, 1, 0], dtype=np.float32)).tolist() == [True, True, False, False, False]
    assert not gate.passes(np.array([0.1, 0.05], dtype=np.float32)).any()
    assert not gate.passes(np.zeros(4, dtype=np.float32)).any()
    with pytest.raises(FieldError, match="mass of the gate is 2"):
        Gate(mass=2.0)


def test_views_of_a_scene_name_its_objects() -> None:
    gaussians, encoder = walled_balls(), FixedEncoder()
    embedded = encoder.encode(WORDS)
    lifting = Lifting(gaussians, encoder.name, encoder.dimension, levels=("object", "all"))
    lifting.add_views([
        LiftedView(c, {"object": Regions(entity_labels(gaussians, c), embedded), "all": Regions(np.zeros((48, 64), np.int32), embedded[:1])})
        for c in around(6)
    ])  # fmt: skip
    found = lifting.features("object")
    seen = lifting.weights("object") > 0.5
    np.testing.assert_allclose(lifting.cosines("object", embedded), found @ embedded.T, atol=1e-5)
    with pytest.raises(FieldError, match="embeddings of the query are"):
        lifting.cosines("object", embedded[:, :5])
    right = (found @ embedded.T).argmax(axis=1) == gaussians.entity_ids.numpy()
    assert right[seen].mean() > 0.97
    assert seen.mean() > 0.3
    assert np.allclose(lifting.features("all")[lifting.weights("all") > 0], embedded[0], atol=1e-5)


def test_a_mean_without_a_gate_is_what_weights_say() -> None:
    gaussians, camera = random_gaussians(100, seed=3), around(1)[0]
    random = np.random.default_rng(1)
    labels = random.integers(-1, 5, (48, 64)).astype(np.int32)
    features = unit(random.normal(size=(5, 7)))
    lifting = Lifting(gaussians, "any", 7, rule=Aggregation.MEAN, gate=None)
    lifting.add(camera, {"object": Regions(labels, features)})
    (weights,) = region_weights(gaussians, camera, labels[None])
    summed = weights @ features
    wanted = summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-20)
    np.testing.assert_allclose(lifting.features("object"), wanted, atol=1e-4)


def test_what_is_hidden_does_not_learn_what_hides_it() -> None:
    """A faint veil before a wall: under the gate it is the wall that a picture speaks of."""
    gaussians = facing([(0.0, 0.0, 2.0), (0.0, 0.0, 3.0)], sigma=0.5, opacity=[0.95, 0.9])
    camera = straight(32, 32)
    lifting = Lifting(gaussians, "any", 2, gate=Gate(mass=0.5))
    lifting.add(camera, {"object": Regions(np.zeros((32, 32), np.int32), np.array([[1.0, 0.0]], np.float32))})
    assert lifting.passed("object").tolist() == [True, False]


def test_a_region_without_a_feature_says_nothing() -> None:
    gaussians, camera = random_gaussians(60, seed=2), around(1)[0]
    labels = np.zeros((48, 64), dtype=np.int32)
    labels[:, 32:] = 1
    lifting = Lifting(gaussians, "any", 3, gate=None, rule=Aggregation.MEAN)
    lifting.add(camera, {"object": Regions(labels, np.array([[0, 0, 0], [0, 2, 0]], np.float32))})
    found = lifting.features("object")
    assert np.all((found == 0).all(axis=1) | np.isclose(found[:, 1], 1))


def test_wrong_views_are_refused() -> None:
    lifting = Lifting(random_gaussians(5, seed=0), "fixed", 8)
    camera, labels = around(1)[0], np.zeros((48, 64), dtype=np.int32)
    cases = {
        "features of level 'object' are \\(1, 4\\): those of fixed must be \\(M, 8\\)": Regions(
            labels, np.ones((1, 4), np.float32)
        ),
        "1 regions of level 'object' are not finite": Regions(labels, np.full((1, 8), np.nan, np.float32)),
        "go up to 0, but there are features of 0": Regions(labels, np.zeros((0, 8), np.float32)),
        "must be whole numbers": Regions(labels.astype(np.float32), np.ones((1, 8), np.float32)),
    }
    for message, regions in cases.items():
        with pytest.raises(FieldError, match=message):
            lifting.add(camera, {"object": regions})
    with pytest.raises(FieldError, match="no level 'part'"):
        lifting.add(camera, {"part": Regions(labels, np.ones((1, 8), np.float32))})
    with pytest.raises(SplatError, match="labels are"):
        lifting.add(camera, {"object": Regions(labels[:5], np.ones((1, 8), np.float32))})
    assert lifting.views == 0
    assert not lifting.features("object").any()


def test_a_camera_that_sees_nothing_changes_nothing() -> None:
    gaussians = facing([(0.0, 0.0, -5.0)])
    lifting = Lifting(gaussians, "any", 4)
    lifting.add(straight(16, 16), {"object": Regions(np.zeros((16, 16), np.int32), np.ones((1, 4), np.float32))})
    assert lifting.views == 1
    assert not lifting.features("object").any()


def test_views_are_chosen_to_cover() -> None:
    visible = np.zeros((4, 10), dtype=bool)
    visible[0, :4], visible[1, :6], visible[2, 6:9], visible[3, 5:6] = True, True, True, True
    assert covering_views(visible, 10, times=1) == [1, 2]
    assert covering_views(visible, 10, times=2) == [1, 0, 2, 3]
    assert covering_views(visible, 1, times=2) == [1]
    with pytest.raises(FieldError, match="at least 1"):
        covering_views(visible, 0)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1000), most=st.integers(1, 8), times=st.integers(1, 3))
def test_greedy_reaches_its_share_of_all(seed: int, most: int, times: int) -> None:
    visible = np.random.default_rng(seed).random((8, 40)) < 0.3
    chosen = covering_views(visible, most, times=times)
    assert len(set(chosen)) == len(chosen) <= most
    reached = np.minimum(visible[chosen].sum(axis=0), times).sum()
    everything = np.minimum(visible.sum(axis=0), times).sum()
    assert reached >= (1 - (1 - 1 / 8) ** most) * everything - 1e-9


def test_who_is_seen_is_asked_of_small_pictures() -> None:
    gaussians = walled_balls(2)
    cameras = Cameras.stacked(around(4, 320, 240))
    small, whole = (visible_gaussians(gaussians, cameras, side=s) for s in (100, None))
    assert small.shape == whole.shape == (4, len(gaussians))
    assert (small & ~whole).sum() < 0.02 * small.size
    assert whole.any(axis=1).all()


def ball_views(count: int, wrong: dict[int, int]) -> list[LiftedView]:
    """Views of three balls, whose masks are right but for those of `wrong`: by view, which ball is taken for the next one."""
    gaussians, words = walled_balls(), FixedEncoder().encode(WORDS)
    out = []
    for number, camera in enumerate(around(count)):
        said = np.arange(3)
        if number in wrong:
            said[wrong[number]] = (wrong[number] + 1) % 3
        out.append(LiftedView(camera, {"object": Regions(entity_labels(gaussians, camera), words[said])}))
    return out


def test_regions_that_show_the_same_outvote_a_wrong_one() -> None:
    gaussians, words = walled_balls(), FixedEncoder().encode(WORDS)
    views = ball_views(8, {0: 0, 3: 1, 6: 0})
    for view, before in zip(agreed_views(gaussians, views), views):
        assert view.camera is before.camera
        assert (view.regions["object"].features @ words.T).argmax(axis=1).tolist() == [0, 1, 2]
        np.testing.assert_allclose(np.linalg.norm(view.regions["object"].features, axis=1), 1, atol=1e-5)


def test_a_view_alone_keeps_what_it_says() -> None:
    views = ball_views(1, {0: 2})
    (agreed,) = agreed_views(walled_balls(), views)
    np.testing.assert_allclose(agreed.regions["object"].features, views[0].regions["object"].features, atol=1e-6)


def test_levels_vote_apart_and_views_may_lack_some() -> None:
    gaussians, words = walled_balls(), FixedEncoder().encode(WORDS)
    views = ball_views(4, {})
    whole = Regions(np.zeros((48, 64), np.int32), words[:1])
    views[1] = LiftedView(views[1].camera, {**views[1].regions, "all": whole})
    agreed = agreed_views(gaussians, views)
    assert [sorted(v.regions) for v in agreed] == [["object"], ["all", "object"], ["object"], ["object"]]
    np.testing.assert_allclose(agreed[1].regions["all"].features, words[:1], atol=1e-6)
