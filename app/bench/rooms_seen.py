"""Pictures of a room, as somebody who walks through it would take them, with what only its program knows: depth and entities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scenewright.renderers.base import RenderedView, RenderRequest
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.model import Camera
from scenewright.scene.splats import Cameras
from scenewright.scene.splats.capture import View

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["SeenRoom", "seen_room"]

_GOLDEN_ANGLE = 2.399963
_CLEAR = 0.35
"""Metres before a camera that are free in 95 % of its picture."""
_PASSES = ("color", "depth", "position", "entity")


@dataclass(frozen=True, eq=False)
class SeenRoom:
    """`views`: V pictures with their cameras; every eighth, from the first on, is `held` out. `drawn`: all passes of each."""

    views: list[View]
    drawn: list[RenderedView]

    @property
    def held(self) -> list[int]:
        return list(range(0, len(self.views), 8))

    @property
    def kept(self) -> list[int]:
        return [k for k in range(len(self.views)) if k % 8]

    def points(self, most: int) -> tuple[np.ndarray, np.ndarray]:
        """(P, 3) points that the kept views show, as a depth camera would give them, and their (P, 3) uint8 colours."""
        seen = [(self.drawn[k]["position"].reshape(-1, 3), self.views[k].image.reshape(-1, 3)) for k in self.kept]
        at, colors = (np.concatenate(parts) for parts in zip(*seen, strict=True))
        finite = np.flatnonzero(np.isfinite(at).all(axis=1))
        rows = np.random.default_rng(0).choice(finite, size=min(most, len(finite)), replace=False)
        return at[rows], colors[rows]


def seen_room(session: Session, *, views: int, width: int, height: int) -> SeenRoom:
    """Draw a room from `views` places within it."""
    candidates = _walk(session, 3 * views)
    small = RenderRequest(session.scene, tuple(candidates), 64, 48, passes=("depth",), provider=session.assets)
    depths = [view.depth for view in PreviewRenderer().render(small).views]
    clear = [c for c, depth in zip(candidates, depths, strict=True) if np.percentile(depth, 5) >= _CLEAR]
    cameras = (clear or candidates)[:views]
    request = RenderRequest(session.scene, tuple(cameras), width, height, passes=_PASSES, provider=session.assets)
    drawn = list(PreviewRenderer().render(request).views)
    taken = [
        View(f"{k:03}.png", Cameras.of_scene([camera], width=width, height=height), view.color)
        for k, (camera, view) in enumerate(zip(cameras, drawn, strict=True))
    ]
    return SeenRoom(taken, drawn)


def _walk(session: Session, count: int) -> list[Camera]:
    """Views from a spiral through the room at the height of eyes and knees, across it and down."""
    low, high = (np.asarray(end, dtype=float) for end in session.scene.bounds)
    middle, reach = (low + high) / 2.0, (high - low) / 2.0
    cameras = []
    for at in range(count):
        way = np.array([np.cos(at * _GOLDEN_ANGLE), 0.0, np.sin(at * _GOLDEN_ANGLE)])
        eye = middle + (0.35, 0.7)[at % 2] * way * reach
        target = middle - 0.4 * way * reach
        eye[1] = low[1] + (0.6, 0.35, 0.8)[at % 3] * (high[1] - low[1])
        target[1] = low[1] + (0.3, 0.15, 0.5)[at % 3] * (high[1] - low[1])
        cameras.append(Camera(tuple(eye.tolist()), tuple(target.tolist()), fov=70.0))
    return cameras
