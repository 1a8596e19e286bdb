"""Ground truth for captures, made from scene programs: Gaussians of known entities, and features for their words.

The entities are those that a person would call a thing: the bodies of :mod:`scenewright.scene.layout.bodies.selection`, doors and
windows. Floor and walls are the room.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch

from scenewright.app.session import Session
from scenewright.scene.layout.bodies import owners
from scenewright.scene.layout.bodies.selection import room_row
from scenewright.scene.model import Camera, Scene
from scenewright.scene.semantics.fields import Lifting
from scenewright.scene.semantics.fields.lifting import Regions
from scenewright.scene.splats import NO_ENTITY, Cameras, Gaussians
from scenewright.scene.splats.rasterize import rasterize
from scenewright.scene.splats.region_weights import region_weights
from scenewright.scene.splats.scene_gaussians import scene_gaussians
from tests.support.locations import QUERIES

_LEAST_SEEN = 0.05

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Encodes(Protocol):
    """The encoder interface that the features need."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """(N, D) rows of length 1."""
        ...


class WordVectors:
    """An encoder that gives every text a fixed random direction."""

    name = "exact"

    def __init__(self, dimension: int = 128) -> None:
        self.dimension = dimension

    def encode(self, texts: Sequence[str]) -> Floats:
        """(N, dimension) rows of length 1, one for each text."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")
            rows[row] = np.random.default_rng(seed).normal(size=self.dimension)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@dataclass(frozen=True, eq=False)
class Truth:
    """Visible Gaussians and their entities. `gaussians`: N, without entity ids. `weights`: (N,) how much of each is seen. `entity`: (N,)
    row of its thing. `room`: rows of floor and walls. `word`: row -> word, for every row in `entity`."""

    scene: Scene
    gaussians: Gaussians
    weights: Floats
    entity: Ints
    room: frozenset[int]
    word: dict[int, str]

    def things(self, least: int = 1) -> list[int]:
        """Rows of things (not floor or walls) with at least `least` Gaussians."""
        rows, counts = np.unique(self.entity, return_counts=True)
        return [r for r, c in zip(rows.tolist(), counts.tolist(), strict=True) if c >= least and r not in self.room]


def truth_of(name: str, count: int) -> Truth:
    """The truth of ``kitchen`` (tests/queries/scenes) or ``08-home-office`` (a reply, with SCENEWRIGHT_REPLIES set)."""
    own = QUERIES / "scenes" / f"{name}.py"
    source = own if own.is_file() else Path(os.environ["SCENEWRIGHT_REPLIES"]) / f"{name}.md"
    session = Session.open(str(source))
    scene = session.scene
    gaussians, _ = scene_gaussians(scene, count, provider=session.assets)
    return truth_of_scene(scene, gaussians)


def truth_of_scene(scene: Scene, gaussians: Gaussians) -> Truth:
    """The truth of a scene. The entity ids of `gaussians` are the rows of their nodes."""
    owner, room = thing_rows(scene)
    entity = owner[gaussians.entity_ids.numpy()]
    weights = seen_weights(scene, gaussians)
    keep = (entity >= 0) & (weights > _LEAST_SEEN)
    if scene.room is not None:  # from inside, the outer sides of walls and all below the floor are hidden
        half = np.array([scene.room.width / 2.0, np.inf, scene.room.depth / 2.0])
        at = gaussians.means.numpy()
        keep &= ~np.isin(entity, list(room)) | ((np.abs(at) < half + 0.02).all(axis=1) & (at[:, 1] > -0.02))
    entity = entity[keep]
    bare = gaussians.select(keep)
    bare = replace(bare, entity_ids=torch.full_like(bare.entity_ids, NO_ENTITY))
    return Truth(scene, bare, weights[keep], entity, room, thing_words(scene, np.unique(entity), room))


def thing_rows(scene: Scene) -> tuple[Ints, frozenset[int]]:
    """(R,) for every row of the scene, the row of its thing, -1 for none; and the rows of floor and walls."""
    owner = owners(scene).astype(np.int64)
    at = room_row(scene)
    room = set()
    if at >= 0:
        for part in scene.entity(at).children:
            owner[part.index : scene.subtree_end(part.index)] = part.index
            if part.name == "floor" or part.name.startswith("wall_"):
                room.add(part.index)
    return owner, frozenset(room)


def thing_words(scene: Scene, rows: Ints, room: frozenset[int]) -> dict[int, str]:
    """Row -> word. The word of all walls is 'wall'."""
    return {r: scene.entity(r).word.split("_")[0] if r in room else scene.entity(r).word for r in rows.tolist()}


def seen_weights(scene: Scene, gaussians: Gaussians) -> Floats:
    """(N,) sums of alpha times transmittance over the pixels of all :func:`capture_cameras`."""
    size = (240, 180)
    label = np.zeros((1, size[1], size[0]), dtype=np.int32)
    total = np.zeros(len(gaussians), dtype=np.float64)
    for camera in capture_cameras(scene, *size):
        total += np.asarray(region_weights(gaussians, camera, label, least=0.02)[0].sum(axis=1)).reshape(-1)
    return total.astype(np.float32)


def capture_cameras(scene: Scene, width: int, height: int) -> list[Cameras]:
    """36 views of :func:`capture_views`, with a size in pixels."""
    return [Cameras.of_scene([view], width=width, height=height) for view in capture_views(scene, 36)]


def capture_views(scene: Scene, count: int) -> list[Camera]:
    """Views as a person takes them: walking through the room and looking ahead, across and down; without a room, from around."""
    low, high = scene.bounds
    middle, reach = (low + high) / 2.0, (high - low) / 2.0
    inside = scene.room is not None
    out = []
    for at in range(count):
        angle = at * 2.399963  # the golden angle: no two views from one side
        way = np.array([np.cos(angle), 0.0, np.sin(angle)])
        if inside:
            eye = middle + 0.72 * way * reach * (1.0, 0.0, 1.0)
            eye[1] = low[1] + (0.35, 0.6, 0.85)[at % 3] * (high[1] - low[1])
            target = middle - 0.5 * way * reach * (1.0 if at % 2 else 0.0)
            target[1] = low[1] + (0.6, 0.3, 0.1)[at % 3] * (high[1] - low[1])
            if at % 4 == 3:  # a view along the wall
                target = eye + np.array([-way[2], -0.2, way[0]])
        else:
            eye = middle + 2.0 * np.linalg.norm(reach) * (way + np.array([0.0, (0.15, 0.6, 1.2)[at % 3], 0.0])) / 1.3
            target = middle
        out.append(Camera(tuple(eye.tolist()), tuple(target.tolist()), fov=70.0 if inside else 40.0))
    return out


def features_of(truth: Truth, encoder: Encodes, *, cosine: float, seed: int = 0) -> Floats:
    """(N, D) unit rows: the embedding of each Gaussian's word with noise, at a cosine of about `cosine` to it."""
    rows = sorted(truth.word)
    vectors = encoder.encode([truth.word[r] for r in rows])[np.searchsorted(rows, truth.entity)]
    noise = np.random.default_rng(seed).normal(size=vectors.shape).astype(np.float32)
    noise *= np.sqrt(1.0 / cosine**2 - 1.0) / np.sqrt(vectors.shape[1])
    out = vectors + noise
    return np.asarray(out / np.linalg.norm(out, axis=1, keepdims=True), dtype=np.float32)


def lifted_features(truth: Truth, encoder: WordVectors, *, wrong: float, seed: int = 0) -> tuple[Floats, Floats]:
    """(N, D) features lifted from true masks in the views of :func:`capture_cameras`, and (N,) how much each Gaussian is seen.

    In each view a share `wrong` of the masks has the embedding of another thing.
    """
    rows = np.unique(truth.entity)
    vectors = encoder.encode([truth.word[r] for r in rows.tolist()])
    ids = torch.from_numpy(np.searchsorted(rows, truth.entity).astype(np.int32))
    shown = replace(truth.gaussians, entity_ids=ids)
    random = np.random.default_rng(seed)
    lifting = Lifting(truth.gaussians, encoder.name, encoder.dimension)
    for camera in capture_cameras(truth.scene, 320, 240):
        drawn = rasterize(shown, camera, outputs=("entity",)).entity
        assert drawn is not None
        labels = drawn[0].numpy().astype(np.int32)
        other = (np.arange(len(rows)) + random.integers(1, max(len(rows), 2), len(rows))) % len(rows)
        says = np.where(random.random(len(rows)) < wrong, other, np.arange(len(rows)))
        lifting.add(camera, {"object": Regions(labels, vectors[says])})
    return lifting.features("object"), lifting.weights("object")


def recovery(truth: Ints, found: Ints, ours: list[int], theirs: list[int] | None = None) -> dict[str, float]:
    """Precision and recall of entities. A match is an intersection over union of their Gaussians above a half.

    Args:
        truth, found: (N,) ids; negative ids of `found` mean no entity.
        ours: true ids that count.
        theirs: found ids that count; None: all from 0 on.
    """
    a, b = truth.astype(np.int64), found.astype(np.int64)
    low = int(min(b.min(), 0))
    pairs, counts = np.unique(np.stack([a, b - low], axis=1), axis=0, return_counts=True)
    size_a = dict(zip(*(v.tolist() for v in np.unique(a, return_counts=True)), strict=True))
    size_b = dict(zip(*(v.tolist() for v in np.unique(b, return_counts=True)), strict=True))
    claimed = set(ours)
    counted = {i for i in size_b if i >= 0} if theirs is None else set(theirs)
    hits = 0
    for (i, j), both in zip(pairs.tolist(), counts.tolist(), strict=True):
        other = j + low
        # above a half, at most one entity can match another
        if i in claimed and other in counted and both / (size_a[i] + size_b[other] - both) > 0.5:
            hits += 1
    return {
        "precision": hits / max(len(counted), 1),
        "recall": hits / max(len(claimed), 1),
        "hits": hits,
        "found": len(counted),
        "true": len(claimed),
    }
