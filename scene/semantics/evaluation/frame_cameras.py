"""Labelled frames and the cameras of a capture: who is who by the names of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import torch

from scenewright.scene.semantics.evaluation.labels import Frame
from scenewright.scene.semantics.fields import FieldError
from scenewright.scene.splats import Cameras
from scenewright.scene.splats.capture import Capture, Photograph

__all__ = ["with_cameras"]


def with_cameras(frames: Sequence[Frame], capture: Capture) -> list[Frame]:
    """The frames with their cameras at the size of the labels, from the photographs of the same name.

    Distortion is left out: labels are drawn on undistorted pictures.

    Raises:
        FieldError: a frame that no photograph has the name of; several that have it.
    """
    by_stem: dict[str, list[Photograph]] = {}
    for photograph in capture.photographs:
        by_stem.setdefault(PurePosixPath(photograph.name.replace("\\", "/")).stem, []).append(photograph)
    out = []
    for frame in frames:
        found = by_stem.get(frame.name, [])
        if len(found) != 1:
            known = ", ".join(sorted(by_stem)[:8])
            raise FieldError(
                f"frame {frame.name!r} of the labels is the name of {len(found)} photographs of {capture.root}; there are {known} ..."
            )
        lens, pose = found[0].lens, found[0].camera_from_world
        camera = Cameras(
            torch.from_numpy(pose).float()[None],
            torch.from_numpy(lens.intrinsics).float()[None],
            lens.width,
            lens.height,
        )
        out.append(replace(frame, camera=camera.scaled(frame.width, frame.height)))
    return out
