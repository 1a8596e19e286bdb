"""The cameras of a ``cameras.json``, as stands beside pictures (docs/pictures_and_passes.md)."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.app.requests import RequestError
from scenewright.scene.errors import ProjectError
from scenewright.scene.model import Camera
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import read_plain

__all__ = ["cameras_of_file"]

_MOST_BYTES = 64 << 20
_MOST_VIEWS = 2_000


def cameras_of_file(file: Path) -> list[Camera]:
    """The cameras of the views of a file, in their order, each once.

    Of a view its ``fov`` and ``opencv.world_from_camera`` are read. Cameras of scenes stand upright, so that a roll is left out.

    Raises:
        RequestError: the file cannot be read, or a view has no pose.
    """
    try:
        values = parse_json(read_plain(file, _MOST_BYTES, "the file of cameras"))
        views = values["views"]
        if not isinstance(views, list) or len(views) > _MOST_VIEWS:
            raise RequestError(
                f"cameras_file: {file} has no list of at most {_MOST_VIEWS:,} views", field="cameras_file"
            )
        cameras = [_camera(view) for view in views]
    except (ProjectError, ValueError, KeyError, TypeError) as error:
        said = f"it has no {error}" if isinstance(error, KeyError) else str(error)
        raise RequestError(
            f"cameras_file: {file} is no cameras.json of pictures ({said})", field="cameras_file"
        ) from None
    return list(dict.fromkeys(cameras))


def _camera(view: Any) -> Camera:
    pose = np.array(view["opencv"]["world_from_camera"], dtype=np.float64)
    fov = float(view["fov"])
    if pose.shape != (4, 4) or not np.isfinite(pose).all() or not 0.1 < fov < 179.0:
        raise ValueError("a view has no pose of 4 x 4 numbers, or no angle of view")
    eye, ahead = pose[:3, 3], pose[:3, 2]
    size = math.hypot(*ahead)
    if not 0.5 < size < 2.0:
        raise ValueError("the pose of a view is no rotation")
    x, y, z = (round(float(v), 9) for v in eye)
    tx, ty, tz = (round(float(v), 9) for v in eye + ahead / size)
    return Camera((x, y, z), (tx, ty, tz), fov)
