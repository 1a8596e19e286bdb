"""A language field from pictures of a room in which 30 % of the masks carry another thing's embedding, judged by the true masks of views
that were held out: our rule against the weighted mean that most papers use."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import torch

from scenewright.app.bench.figures import BenchSize, Figure, median_seconds
from scenewright.app.bench.rooms import open_room
from scenewright.app.bench.rooms_seen import seen_room

if TYPE_CHECKING:
    from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["measure"]

_WRONG = 0.3
_DIMENSION = 512
_LEAST_PIXELS = 40


def measure(size: BenchSize) -> list[Figure]:
    from scenewright.scene.layout.bodies import owners
    from scenewright.scene.semantics.encoders import ExactEncoder
    from scenewright.scene.semantics.fields import (
        Aggregation,
        LanguageField,
        LiftedView,
        Lifting,
        Relevancy,
        agreed_views,
    )
    from scenewright.scene.semantics.fields.lifting import Regions
    from scenewright.scene.semantics.fields.segmentation import palette
    from scenewright.scene.splats import NO_ENTITY
    from scenewright.scene.splats.scene_gaussians import scene_gaussians

    with open_room(size.rooms, 0) as session:
        wide = size.of(240, 400)
        room = seen_room(session, views=size.of(48, 56), width=wide, height=wide * 3 // 4)
        gaussians, _ = scene_gaussians(session.scene, size.of(50_000, 200_000), provider=session.assets)
        scene = session.scene
    owner = owners(scene).astype(np.int64)
    shown = [_things(gaussians, view.camera, owner) for view in room.views]
    gaussians = replace(gaussians, entity_ids=torch.full_like(gaussians.entity_ids, NO_ENTITY))
    word = {int(row): scene.entity(int(row)).word for row in np.unique(np.stack(shown)) if row >= 0}
    encoder = ExactEncoder(word, _DIMENSION, wrong=_WRONG, seed=1)
    words = sorted(set(word.values()))
    views = []
    for k in room.kept:
        rows, labels = np.unique(shown[k], return_inverse=True)
        labels = labels.reshape(shown[k].shape).astype(np.int32)
        if rows[0] < 0:
            rows, labels = rows[1:], labels - 1
        if len(rows):
            views.append(LiftedView(room.views[k].camera, {"object": Regions(labels, encoder.of_entities(rows, k))}))

    def field_of(rule: Aggregation, given: list[LiftedView], **gate: None) -> LanguageField:
        state = Lifting(gaussians, encoder.name, _DIMENSION, rule=rule, threads=size.threads, **gate)
        state.add_views(given)
        return LanguageField.of_lifting(state, words=512)

    def judged(field: LanguageField) -> float:
        asked = Relevancy.of(field, encoder, words)
        found = []
        for k in room.held:
            picture = palette(asked.of_pixels(gaussians, room.views[k].camera)[0], background=0.6)
            for row_word in words:
                true = np.isin(shown[k], [row for row, called in word.items() if called == row_word])
                if true.sum() >= _LEAST_PIXELS:
                    mask = picture == words.index(row_word)
                    found.append(float((mask & true).sum() / (mask | true).sum()))
        return float(np.mean(found))

    begun = time.perf_counter()
    agreed = agreed_views(gaussians, views, threads=size.threads)
    ours = field_of(Aggregation.GEODESIC_MEDIAN, agreed)
    seconds = time.perf_counter() - begun
    mean = field_of(Aggregation.MEAN, views, gate=None)
    asked = Relevancy.of(ours, encoder, words[:1])
    camera = room.views[0].camera
    what = f"{len(gaussians):,} Gaussians, {len(views)} views of {wide}x{wide * 3 // 4}, {len(words)} words, {size.threads} threads"
    return [
        Figure(f"lifting a view ({what})", 1e3 * seconds / len(views), "ms"),
        Figure(
            "mean IoU in held-out views, 30 % of the masks wrong",
            judged(ours),
            "",
            judged(mean),
            "the weighted mean of all masks",
            lower_is_better=False,
        ),
        Figure(
            "a text asked of all pixels of a view",
            1e3 * median_seconds(lambda: asked.of_pixels(gaussians, camera)),
            "ms",
        ),
    ]


def _things(gaussians: Gaussians, camera: Cameras, owner: np.ndarray) -> np.ndarray:
    """(H, W) row of the thing that the Gaussians show at each pixel, -1 for none. `owner`: (R,) the thing of each row of the scene."""
    from scenewright.scene.splats.rasterize import rasterize

    drawn = rasterize(gaussians, camera, outputs=("entity",)).entity
    assert drawn is not None
    entity = drawn[0].numpy().astype(np.int64)
    return np.where(entity >= 0, owner[np.maximum(entity, 0)], -1)
