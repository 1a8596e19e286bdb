"""The action that finds what training on a capture needs: camera poses, sparse points, the up direction and the floor."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import Field

from scenewright.app.actions.action import FreeAction
from scenewright.app.actions.capture_reading import CaptureRequest, capture_facts
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.splats.capture.preparing import Prepared

__all__ = ["CAPTURE_PREPARE", "CapturePrepareRequest", "PreparedCapture", "trust_named"]

Length = tuple[float, float, float, float, float, float, float]


class CapturePrepareRequest(CaptureRequest):
    """Which capture to prepare, and how."""

    longest: int | None = Field(default=None, ge=16)
    """Also undistort the pictures, with this longer side in pixels."""
    matching: str = "auto"
    """Matching of photographs without poses: exhaustive, sequential or auto."""
    least: float = Field(default=0.6, ge=0.0, le=1.0)
    """Least share of the photographs that must be registered."""
    frames: int = Field(default=150, ge=3)
    """Most frames to take from a video."""
    known_length: Length | None = None
    """Two points in the capture's frame and their distance in metres; sets the scale."""
    camera_height: float | None = None
    """Median height of the cameras above the floor in metres; sets the scale."""
    trust_poses: bool = False
    """Take the given poses as they are, without comparing features of the pictures; no points are triangulated."""
    threads: int | None = Field(default=None, ge=1)
    """Number of threads; None: all usable cores."""


@dataclass(frozen=True)
class PreparedCapture:
    """The prepared capture, which is also cached in the capture's work folder."""

    prepared: Prepared
    warnings: tuple[str, ...]
    seconds: float

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        leveling, points = self.prepared.leveling, self.prepared.triangulation
        return {
            **capture_facts(self.prepared.capture),
            "world_from_capture": leveling.world_from_capture.tolist(),
            "floor_confidence": leveling.confidence,
            "metric": leveling.metric,
            "leveling": leveling.summary,
            "agreement": None if points is None else points.agreement,
            "reprojection_error": None if points is None else points.reprojection_error,
            "track_length": None if points is None else points.track_length,
            "no_points": self.prepared.no_points or None,
            "seconds": round(self.seconds, 1),
        }


def capture_prepare(request: CapturePrepareRequest, job: Job) -> PreparedCapture:
    """Find and cache camera poses, sparse points, the up direction and the floor.

    Raises:
        CaptureError: there is no capture, too few photographs are registered, or the poses do not fit the pictures.
        JobCancelled: what was cached by then stays.
    """
    from scenewright.scene.splats.capture import open_capture
    from scenewright.scene.splats.capture.preparing import prepare

    begun = time.monotonic()
    with trust_named():
        capture = open_capture(
            request.capture,
            work=request.work,
            images=request.images,
            matching=request.matching,
            least_registered=request.least,
            frames=request.frames,
            threads=request.threads,
            job=job.part(0.0, 0.6),
        )
        known = request.known_length
        prepared = prepare(
            capture,
            known_length=None if known is None else (known[:3], known[3:6], known[6]),
            camera_height=request.camera_height,
            trust_poses=request.trust_poses,
            threads=request.threads,
            job=job.part(0.6, 0.8),
        )
        if request.longest is not None:
            capture.views(longest=request.longest, job=job.part(0.8))
    return PreparedCapture(prepared, tuple(capture.warnings), time.monotonic() - begun)


@contextmanager
def trust_named() -> Iterator[None]:
    """Add to an error about poses that do not fit the pictures how they can be used all the same."""
    from scenewright.scene.splats.capture.parts import PosesDoNotFit

    try:
        yield
    except PosesDoNotFit as error:
        advised = PosesDoNotFit(f"{error} Poses that are trusted are taken as they are.")
        raise advised.about("trust_poses") from None


CAPTURE_PREPARE = FreeAction(
    "capture_prepare", "Find the cameras, points and floor of a capture.", CapturePrepareRequest, capture_prepare
)
