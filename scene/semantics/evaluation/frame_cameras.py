"""Matches labelled frames with the cameras of a capture, by the names of pictures."""

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
    """The frames with cameras from the photographs of the same name, at the size of the labels.

    Distortion is ignored, because labels are drawn on undistorted pictures.

    Raises:
        FieldError: no photograph, or more than one, has the name of a frame.
    """
    by_stem: dict[str, list[Photograph]] = {}
    for photograph in capture.photographs:
        by_stem.setdefault(PurePosixPath(photograph.name.replace("\\", "/")).stem, []).append(photograph)
    out = []
    for frame in frames:
        matches = by_stem.get(frame.name, [])
        if len(matches) != 1:
            listed = ", ".join(sorted(by_stem)[:8])
            raise FieldError(
                f"frame {frame.name!r} of the labels is the name of {len(matches)} photographs of {capture.root}; there are {listed} ..."
            )
        lens, pose = matches[0].lens, matches[0].camera_from_world
        camera = Cameras(
            torch.from_numpy(pose).float()[None],
            torch.from_numpy(lens.intrinsics).float()[None],
            lens.width,
            lens.height,
        )
        out.append(replace(frame, camera=camera.scaled(frame.width, frame.height)))
    return out
