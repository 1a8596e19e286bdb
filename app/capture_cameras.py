"""The cameras of the photographs of a capture, for pictures of its splats."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenewright.scene.jobs import Job
    from scenewright.scene.splats import Cameras

__all__ = ["fitted_into", "photograph_cameras", "splat_frame_cameras"]


def fitted_into(camera: Cameras, width: int, height: int) -> Cameras:
    """A camera scaled so that its picture fits into width x height pixels."""
    factor = min(width / camera.width, height / camera.height)
    return camera.scaled(max(round(camera.width * factor), 1), max(round(camera.height * factor), 1))


def photograph_cameras(
    where: Path, *, as_captured: bool, work: Path | None, images: Path | None, job: Job
) -> list[tuple[str, Cameras]]:
    """Names and undistorted cameras of the photographs, in the frame of the splats turned to +y up; reads no picture.

    Args:
        as_captured: the splats are in the capture's own world, not in the levelled one that training writes.
        work: folder with cached results of the capture.
        images: folder with the pictures of a COLMAP capture.

    Raises:
        CaptureError: the capture cannot be opened, or has no poses yet.
        JobCancelled: the job was cancelled.
    """
    import numpy as np
    import torch

    from scenewright.scene.splats import Cameras
    from scenewright.scene.splats.capture import open_capture
    from scenewright.scene.splats.capture.preparing import prepare, trusted_before
    from scenewright.scene.splats.capture.windows import windows_of

    capture = open_capture(where, work=work, images=images, compute=False, job=job.part(0.0, 0.5))
    if not as_captured:
        capture = prepare(capture, trust_poses=trusted_before(capture), job=job.part(0.5, 0.7)).capture
    if not capture.leveled:
        capture = capture.moved(
            np.diag([1.0, -1.0, -1.0, 1.0])
        )  # +y points down in splat files, and they are turned on reading
    out = []
    for photograph in capture.photographs:
        for window in windows_of(photograph.lens):
            pose = np.eye(4)
            pose[:3, :3] = window.window_from_lens
            extrinsics = torch.from_numpy((pose @ photograph.camera_from_world).astype(np.float32))[None]
            intrinsics = torch.from_numpy(window.intrinsics.astype(np.float32))[None]
            camera = Cameras(extrinsics, intrinsics, window.width, window.height)
            out.append((photograph.name + window.suffix, camera))
    return out


def splat_frame_cameras(
    where: Path, *, as_captured: bool, work: Path | None, images: Path | None, job: Job
) -> list[tuple[str, Cameras]]:
    """Names and undistorted cameras of the photographs in the frame of a splat file, where +y points down; as :func:`photograph_cameras`.

    Raises:
        CaptureError: the capture cannot be opened, or has no poses yet.
        JobCancelled: the job was cancelled.
    """
    import torch

    turn = torch.diag(torch.tensor([1.0, -1.0, -1.0, 1.0]))
    named = photograph_cameras(where, as_captured=as_captured, work=work, images=images, job=job)
    return [(name, replace(camera, camera_from_world=camera.camera_from_world @ turn)) for name, camera in named]
