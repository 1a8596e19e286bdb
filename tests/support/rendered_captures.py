"""Captures with ground truth: scenes of programs, rendered by Blender from many views, with the thing at every pixel.

A folder holds what a person with a camera would have (``transforms.json`` and pictures). Beside it, ``truth.npz`` holds the thing at every
pixel. The capture itself contains nothing of the program.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from scenewright.app.session import Session
from scenewright.renderers.base import RenderRequest, stage_rows
from scenewright.renderers.blender.renderer import BlenderRenderer
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.model import Camera
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.region_weights import region_weights
from tests.support.capture_truth import HERE, Ints, capture_views, thing_rows, thing_words

__all__ = ["HELD_OUT", "RenderedCapture", "rendered_capture"]

HELD_OUT = 8
"""Number of rendered views that are not used for training."""
_CLEAR = 0.35
"""Metres in front of a camera that must be free in 95 % of its picture: no view is from inside a cupboard."""
_OPENGL = np.diag([1.0, -1.0, -1.0, 1.0])


@dataclass(frozen=True, eq=False)
class RenderedCapture:
    """`folder`: with the pictures. `cameras`: one for each of V views. `held`: numbers of the views for evaluation. `entity`: (V, H, W)
    row of the thing at each pixel, -1 for none. `word`: row -> word of each visible thing. `room`: rows of floor and walls."""

    folder: Path
    session: Session
    cameras: list[Cameras]
    held: frozenset[int]
    entity: Ints
    word: dict[int, str]
    room: frozenset[int]

    def shown_by(self, gaussians: Gaussians) -> Ints:
        """(N,) row of the thing that each Gaussian contributes to most, by the true masks of all views; -1 for none. The nearest thing
        would be wrong: the floor under a rug is hidden."""
        rows = np.unique(self.entity)
        total = np.zeros((len(gaussians), len(rows)))
        for camera, seen in zip(self.cameras, self.entity, strict=True):
            labels = np.searchsorted(rows, seen).astype(np.int32)
            weights = region_weights(gaussians, camera, labels[None])[0]
            total[:, : weights.shape[1]] += np.asarray(weights.todense())
        return np.where(total.sum(axis=1) > 0.0, rows[total.argmax(axis=1)], -1)


def rendered_capture(
    name: str, folder: Path, *, views: int = 40, width: int = 400, height: int = 300, samples: int = 8
) -> RenderedCapture:
    """The capture of ``kitchen`` (tests/queries/scenes) or ``08-home-office`` (a reply, with SCENEWRIGHT_REPLIES set), rendered with Cycles
    at one exposure: `views` for training and HELD_OUT others. A folder that holds the truth already is not rendered again."""
    own = HERE / "queries" / "scenes" / f"{name}.py"
    source = own if own.is_file() else Path(os.environ["SCENEWRIGHT_REPLIES"]) / f"{name}.md"
    session = Session.open(str(source))
    scene = session.scene
    chosen = _clear_views(session, views + HELD_OUT, width / height)
    cameras = [Cameras.of_scene([view], width=width, height=height) for view in chosen]
    owner, room = thing_rows(scene)
    truth = folder / "truth.npz"
    if not truth.is_file():
        (folder / "images").mkdir(parents=True, exist_ok=True)
        with BlenderRenderer() as first:
            request = RenderRequest(scene, tuple(chosen[:1]), width, height, samples=4, provider=session.assets)
            first.render(request)
            exposure = first.last_exposures[0]
        with BlenderRenderer(exposure=exposure) as renderer:
            drawn = renderer.render(
                RenderRequest(
                    scene, tuple(chosen), width, height,
                    samples=samples, passes=("color", "entity"), provider=session.assets,
                )
            ).views  # fmt: skip
        for number, view in enumerate(drawn):
            Image.fromarray(view.color).save(folder / "images" / f"{number:03}.png")
        (folder / "transforms.json").write_text(json.dumps(_transforms(cameras)), encoding="utf-8")
        # a program has no ceiling that a capture could be held to
        rows = [np.where(np.isin(view.entity, list(stage_rows(scene).named())), -1, view.entity) for view in drawn]
        entity = np.stack([np.where(row >= 0, owner[row], -1) for row in rows])
        np.savez_compressed(truth, entity=entity.astype(np.int32))
    entity = np.load(truth)["entity"].astype(np.int64)
    rows = np.unique(entity[entity >= 0])
    # evenly spaced views, so that each is near one used for training
    held = frozenset(range(0, len(cameras), len(cameras) // HELD_OUT)[:HELD_OUT])
    return RenderedCapture(folder, session, cameras, held, entity, thing_words(scene, rows, room), room)


def _clear_views(session: Session, count: int, aspect: float) -> list[Camera]:
    """The first `count` views with free space in front of the camera."""
    candidates = capture_views(session.scene, 2 * count)
    height = 48
    request = RenderRequest(
        session.scene, tuple(candidates), round(height * aspect), height, passes=("depth",), provider=session.assets
    )
    depth = [view.depth for view in PreviewRenderer().render(request).views]
    return [c for c, d in zip(candidates, depth, strict=True) if np.percentile(d, 5) >= _CLEAR][:count]


def _transforms(cameras: list[Cameras]) -> dict[str, object]:
    k = cameras[0].intrinsics[0].numpy()
    frames = []
    for number, camera in enumerate(cameras):
        world_from_camera = np.linalg.inv(camera.camera_from_world[0].double().numpy()) @ _OPENGL
        frames.append({"file_path": f"images/{number:03}.png", "transform_matrix": world_from_camera.tolist()})
    return {
        "w": cameras[0].width, "h": cameras[0].height,
        "fl_x": float(k[0, 0]), "fl_y": float(k[1, 1]), "cx": float(k[0, 2]), "cy": float(k[1, 2]),
        "frames": frames,
    }  # fmt: skip
