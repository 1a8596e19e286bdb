"""What a capture needs before it is trained on, done once and kept: points, and the world stood on its floor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.splats.capture.gravity import KnownLength, Leveling, level
from scenewright.scene.splats.capture.lens import MissingLibrary
from scenewright.scene.splats.capture.model import Capture
from scenewright.scene.splats.capture.parts import NoPoints, PosesDoNotFit, keep, make_work
from scenewright.scene.splats.capture.sfm import content_key
from scenewright.scene.splats.capture.triangulation import Triangulation, triangulate

__all__ = ["Prepared", "prepare"]


@dataclass(frozen=True, eq=False)
class Prepared:
    """`capture` with points where they could be had, in the world of `leveling`; `triangulation` where points were made for it
    (see there how well they fit), and `no_points`: why there are none, else ''."""

    capture: Capture
    leveling: Leveling
    triangulation: Triangulation | None
    no_points: str


def prepare(
    capture: Capture,
    *,
    known_length: KnownLength | None = None,
    camera_height: float | None = None,
    trust_poses: bool = False,
    threads: int | None = None,
    job: Job | None = None,
) -> Prepared:
    """The capture made ready; without `known_length` and `camera_height` the scale that was told last time holds.

    A capture whose pictures give no points (too little to match, no pycolmap) stays without: `no_points` says why. So does, with
    `trust_poses`, one whose poses do not fit its pictures.

    Raises:
        PosesDoNotFit: without `trust_poses`, the poses or lenses in its files are not those of its pictures.
        CaptureError: as :func:`scenewright.scene.splats.capture.gravity.level`.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    made, why = None, ""
    if capture.points is None:
        try:
            made = triangulate(capture, threads=threads, job=job.part(0.0, 0.9))
        except (NoPoints, MissingLibrary) as error:
            why = str(error)
        except PosesDoNotFit as error:
            if not trust_poses:
                raise
            why = str(error)
        else:
            capture = made.capture
    key = content_key([[p.name, p.camera_from_world.tolist()] for p in capture.photographs], capture.points is not None)
    leveling = None
    if known_length is None and camera_height is None:
        leveling = _kept(capture.work, key)
    if leveling is None:
        job.progress(0.9, "looking for the floor")
        leveling = level(capture, known_length=known_length, camera_height=camera_height)
        _keep(capture.work, key, leveling)
    return Prepared(leveling.applied(capture), leveling, made, why)


def _keep(work: Path | None, key: str, leveling: Leveling) -> None:
    if work is None:
        return
    values = {
        "world_from_capture": leveling.world_from_capture.tolist(), "confidence": leveling.confidence,
        "metric": leveling.metric, "told": leveling.told,
    }  # fmt: skip
    keep(make_work(work) / f"leveling-{key}.json", json.dumps(values, indent=1).encode())


def _kept(work: Path | None, key: str) -> Leveling | None:
    """The leveling of the same poses, or None.

    Raises:
        CaptureError: its file is damaged: a scale that someone told is not forgotten without a word.
    """
    file = None if work is None else work / f"leveling-{key}.json"
    if file is None or not file.exists():
        return None
    try:
        values: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
        matrix = np.array(values["world_from_capture"], dtype=np.float64)
        return Leveling(matrix, float(values["confidence"]), bool(values["metric"]), str(values["told"]))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise CaptureError(
            f"{file} is damaged ({error}): remove it, and tell the scale again if you had told it"
        ) from None
