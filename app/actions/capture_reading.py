"""The action that inspects a capture: photographs or a video of a real thing or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.actions.action import FreeAction
from scenewright.app.requests import Request
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.splats.capture import Capture

__all__ = ["CAPTURE_INFO", "CaptureInfo", "CaptureInfoRequest", "CaptureRequest", "UnsolvedCapture", "capture_facts"]


class CaptureRequest(Request):
    """Which capture to read."""

    capture: Path
    """A folder with transforms.json, COLMAP, Blender's JSON or photographs; or a video or a .json file."""
    work: Path | None = None
    """Folder for cached results; None: ``.scenewright-capture`` in the capture."""
    images: Path | None = None
    """Folder with the pictures of a COLMAP model."""


class CaptureInfoRequest(CaptureRequest):
    """Which capture to inspect."""


@dataclass(frozen=True)
class UnsolvedCapture:
    """Photographs or a video without poses yet. `sizes`: number of pictures of each (width, height), in pixels. `seconds`: length of
    the video; None for photographs."""

    sizes: Mapping[tuple[int, int], int]
    seconds: float | None

    @property
    def total(self) -> int:
        return sum(self.sizes.values())


@dataclass(frozen=True)
class CaptureInfo:
    """The capture with its cameras, or the pictures if they have none. `root`: the path of the request."""

    root: Path
    found: Capture | UnsolvedCapture

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        if not isinstance(self.found, UnsolvedCapture):
            return capture_facts(self.found)
        sizes, seconds = self.found.sizes, self.found.seconds
        return {
            "kind": "photographs" if seconds is None else "video",
            "root": str(self.root),
            "registered": 0,
            "total": self.found.total,
            "seconds": seconds,
            "sizes": [
                {"width": width, "height": height, "pictures": count} for (width, height), count in sizes.items()
            ],
        }


def capture_info(request: CaptureInfoRequest, job: Job) -> CaptureInfo:
    """Inspect a capture without computing anything.

    Raises:
        CaptureError: there is no capture, or it is damaged.
    """
    from scenewright.scene.splats.capture import open_capture
    from scenewright.scene.splats.capture.parts import NotSolved

    try:
        found: Capture | UnsolvedCapture = open_capture(
            request.capture, work=request.work, images=request.images, compute=False, job=job
        )
    except NotSolved as unsolved:
        found = UnsolvedCapture(unsolved.sizes, unsolved.seconds)
    return CaptureInfo(request.capture, found)


def capture_facts(capture: Capture) -> dict[str, Any]:
    """A capture as data."""
    lenses = Counter(p.lens for p in capture.photographs)
    return {
        "kind": capture.kind,
        "root": str(capture.root),
        "registered": capture.registered,
        "total": capture.total,
        "unregistered": list(capture.unregistered),
        "lenses": [
            {
                "model": lens.model,
                "params": list(lens.params),
                "width": lens.width,
                "height": lens.height,
                "pictures": count,
            }
            for lens, count in lenses.items()
        ],
        "masks": sum(p.mask is not None for p in capture.photographs),
        "splits": dict(Counter(p.split for p in capture.photographs if p.split)),
        "points": 0 if capture.points is None else len(capture.points),
        "work": None if capture.work is None else str(capture.work),
        "warnings": list(capture.warnings),
    }


CAPTURE_INFO = FreeAction("capture_info", "Show what a capture contains.", CaptureInfoRequest, capture_info)
