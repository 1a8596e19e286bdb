"""Removes floaters from splats, and says how many and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.capture_cameras import splat_frame_cameras
from scenewright.scene.errors import CaptureError, SplatError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["Floaters", "capture_cameras", "remove_floaters"]


@dataclass(frozen=True)
class Floaters:
    """The floaters that were removed. `of`: Gaussians before. `clusters`: in small groups that touch nothing else. `rays`: of the others,
    those in space that cameras look through; None without cameras. `cameras`: how many voted."""

    of: int
    clusters: int
    rays: int | None
    cameras: int

    @property
    def removed(self) -> int:
        return self.clusters + (self.rays or 0)

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for the user."""
        why = [f"{self.clusters:,} in small groups that touch nothing else"]
        if self.rays is not None:
            why.append(f"{self.rays:,} in space that {self.cameras} cameras look through")
        told = f"{self.removed:,} of {self.of:,} Gaussians were removed as floaters: {', '.join(why)}"
        more = "only groups were looked for: with the capture, what hangs before its cameras is found, too"
        return (told,) if self.rays is not None else (told, more)

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {
            "of": self.of,
            "removed": self.removed,
            "clusters": self.clusters,
            "rays": self.rays,
            "cameras": self.cameras,
        }


def capture_cameras(
    where: Path, *, as_captured: bool, work: Path | None, images: Path | None, job: Job
) -> list[Cameras]:
    """The cameras of a capture's photographs in the frame of its splat file.

    Raises:
        CaptureError: the capture cannot be opened, or has no poses yet.
        JobCancelled: the job was cancelled.
    """
    named = splat_frame_cameras(where, as_captured=as_captured, work=work, images=images, job=job)
    if not named:
        raise CaptureError(f"{where} has no photograph with a pose: scenewright capture prepare finds them")
    return [camera for _, camera in named]


def remove_floaters(
    gaussians: Gaussians, cameras: Sequence[Cameras] | None, *, most: float, job: Job | None = None
) -> tuple[Gaussians, Floaters]:
    """Remove what :mod:`scenewright.scene.splats.floaters` finds and, with cameras, :mod:`scenewright.scene.splats.floater_rays`.

    Args:
        cameras: of the capture, in the frame of the Gaussians; None: only groups are looked for.
        most: largest share of the Gaussians that may be removed.

    Raises:
        SplatError: more would be removed.
        JobCancelled: the job was cancelled.
    """
    import numpy as np

    from scenewright.scene.splats.floater_rays import MOST_CAMERAS, ray_floaters
    from scenewright.scene.splats.floaters import cluster_floaters

    job = job or Job()
    clusters = cluster_floaters(gaussians, job=job.part(0.0, 0.4))
    kept = np.flatnonzero(~clusters)
    rays = None
    if cameras is not None:
        hanging = ray_floaters(gaussians.select(kept), cameras, job=job.part(0.4))
        rays, kept = int(hanging.sum()), kept[~hanging]
    voted = 0 if cameras is None else min(len(cameras), MOST_CAMERAS)
    found = Floaters(len(gaussians), int(clusters.sum()), rays, voted)
    if found.removed > most * len(gaussians):
        raise SplatError(
            f"{found.removed:,} of {found.of:,} Gaussians ({found.removed / found.of:.0%}) look like floaters, and at most {most:.0%} are "
            "removed unasked: look whether the capture belongs to these splats and both are in one frame "
            "(as_captured), or allow a larger share by most_floaters"
        ).about("most_floaters")
    return gaussians.select(kept) if found.removed else gaussians, found
