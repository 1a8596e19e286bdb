"""Ground truth for field benchmarks: masks of the entities that a ray-cast preview of a program shows, by their words."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.model import Camera, Scene
    from scenewright.scene.semantics.evaluation import Frame

__all__ = ["program_frames", "views_around"]

_LEAST_PIXELS = 64
_ELEVATION = math.radians(30.0)


def views_around(scene: Scene, count: int) -> tuple[Camera, ...]:
    """The program's own cameras; else, in a room, one inside; else `count` cameras around the scene from above."""
    from scenewright.renderers.base import fitted_camera, inside_camera, scene_points

    if scene.cameras:
        return scene.cameras
    if scene.room is not None:
        return (inside_camera(scene),)
    points = scene_points(scene)
    angles = [2.0 * math.pi * k / count + 0.5 for k in range(count)]
    down = math.cos(_ELEVATION)
    towards = [np.array([math.sin(a) * down, math.sin(_ELEVATION), math.cos(a) * down]) for a in angles]
    return tuple(fitted_camera(points, direction, fov=32.0, aspect=4.0 / 3.0) for direction in towards)


def program_frames(
    scene: Scene,
    *,
    width: int = 640,
    height: int = 480,
    count: int = 4,
    provider: AssetProvider | None = None,
    root: Path | None = None,
) -> tuple[list[Frame], list[str]]:
    """One frame for each view, and notes on views that were left out.

    The mask of a word has all pixels of entities with that word, with their parts; each entity has a box. Entities of fewer than
    64 pixels are left out. So are views through a wall that the preview hides, since Gaussians do not hide it.
    """
    from scenewright.renderers.base import RenderRequest, hidden_rows
    from scenewright.renderers.preview import PreviewRenderer
    from scenewright.scene.splats import Cameras

    notes, chosen = [], []
    for number, camera in enumerate(views_around(scene, count)):
        if hidden_rows(scene, camera).any():
            notes.append(f"view {number} looks through walls and is left out")
        else:
            chosen.append(camera)
    if not chosen:
        return [], notes
    request = RenderRequest(
        scene, cameras=tuple(chosen), width=width, height=height, passes=("entity",), provider=provider, root=root
    )
    frames = []
    for number, (camera, view) in enumerate(zip(chosen, PreviewRenderer().render(request).views, strict=True)):
        assert view.entity is not None
        placed = Cameras.of_scene([camera], width=width, height=height)
        frames.append(_frame(scene, f"view_{number}", view.entity, placed))
    return [frame for frame in frames if frame.categories], notes


def _frame(scene: Scene, name: str, entity: npt.NDArray[np.int32], camera: object) -> Frame:
    from scenewright.renderers.base import stage_rows
    from scenewright.scene.semantics.evaluation import Category, Frame, boxes_of
    from scenewright.scene.semantics.fields import ancestors
    from scenewright.scene.splats import Cameras

    assert isinstance(camera, Cameras)
    above = ancestors(scene)
    # Gaussians of a program have no ground and no ceiling
    entity = np.where(np.isin(entity, list(stage_rows(scene).named())), -1, entity)
    shown = np.where((entity >= 0)[..., None], above[np.maximum(entity, 0)], -1)
    categories: dict[str, Category] = {}
    for row in np.unique(shown[shown >= 0]).tolist():
        mask = (shown == row).any(axis=-1)
        if int(mask.sum()) < _LEAST_PIXELS:
            continue
        word, boxes = scene.strings[int(scene.nodes.word[row])].replace("_", " "), boxes_of(mask)
        known = categories.get(word)
        if known is not None:
            mask, boxes = mask | known.mask, np.concatenate([known.boxes, boxes])
        categories[word] = Category(mask, boxes)
    return Frame(name, entity.shape[1], entity.shape[0], categories, camera)
