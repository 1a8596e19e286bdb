"""Prepares a capture for training: adds sparse points and levels the world. The results are stored."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.scene.errors import CaptureError, ProjectError
from scenewright.scene.jobs import Job
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import read_plain
from scenewright.scene.splats.capture.gravity import KnownLength, Leveling, level
from scenewright.scene.splats.capture.lens import MissingLibrary
from scenewright.scene.splats.capture.model import Capture
from scenewright.scene.splats.capture.parts import NoPoints, keep, make_work
from scenewright.scene.splats.capture.sfm import content_key
from scenewright.scene.splats.capture.triangulation import Triangulation, triangulate

__all__ = ["Prepared", "prepare", "trusted_before"]

_MOST_LEVELING_BYTES = 1 << 16


@dataclass(frozen=True, eq=False)
class Prepared:
    """A capture ready for training.

    `capture`: in the leveled world, with points if possible. `leveling`: the transform to that world. `triangulation`: its result,
    with measures of fit, if points were triangulated. `no_points`: why there are no points, else ''.
    """

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
    """Add points to a capture and level its world. See :func:`scenewright.scene.splats.capture.gravity.level` for the lengths.

    Without `known_length` and `camera_height`, the scale given last time is used again. If no points can be triangulated (too few
    matches, no pycolmap), the capture has none and `no_points` says why. With `trust_poses` no features are compared, which takes
    minutes: the poses are not checked, and the capture gets no points.

    Raises:
        PosesDoNotFit: the poses or lenses in the files do not match the pictures.
        CaptureError: as :func:`scenewright.scene.splats.capture.gravity.level`.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    triangulation, no_points = None, ""
    if capture.points is None and trust_poses:
        no_points = "the poses are trusted, so that no features were compared"
    elif capture.points is None:
        try:
            triangulation = triangulate(capture, threads=threads, job=job.part(0.0, 0.9))
        except (NoPoints, MissingLibrary) as error:
            no_points = str(error)
        else:
            capture = triangulation.capture
    key = _key(capture, capture.points is not None)
    leveling = None
    if known_length is None and camera_height is None:
        leveling = _stored(capture.work, key)
    if leveling is None:
        job.progress(0.9, "looking for the floor")
        leveling = level(capture, known_length=known_length, camera_height=camera_height)
        _keep(capture.work, key, leveling)
    return Prepared(leveling.applied(capture), leveling, triangulation, no_points)


def trusted_before(capture: Capture) -> bool:
    """Whether the capture was prepared with trusted poses alone: what was trained on it is in the world of that leveling.

    Raises:
        CaptureError: a stored leveling is damaged.
    """
    if capture.points is not None:
        return False
    without, with_points = (_stored(capture.work, _key(capture, points)) for points in (False, True))
    return without is not None and with_points is None


def _key(capture: Capture, points: bool) -> str:
    """Names the stored leveling of a capture with these poses, with or without points."""
    return content_key([[p.name, p.camera_from_world.tolist()] for p in capture.photographs], points)


def _keep(work: Path | None, key: str, leveling: Leveling) -> None:
    if work is None:
        return
    values = {
        "world_from_capture": leveling.world_from_capture.tolist(), "confidence": leveling.confidence,
        "metric": leveling.metric, "told": leveling.summary,
    }  # fmt: skip
    keep(make_work(work) / f"leveling-{key}.json", json.dumps(values, indent=1).encode())


def _stored(work: Path | None, key: str) -> Leveling | None:
    """The stored leveling for the same poses, or None.

    Raises:
        CaptureError: its file is damaged. This is an error because a scale given by the user would be lost.
    """
    file = None if work is None else work / f"leveling-{key}.json"
    if file is None or not file.exists():
        return None
    try:
        values: Mapping[str, Any] = parse_json(read_plain(file, _MOST_LEVELING_BYTES, "the stored leveling", root=work))
        matrix = np.array(values["world_from_capture"], dtype=np.float64)
        return Leveling(matrix, float(values["confidence"]), bool(values["metric"]), str(values["told"]))
    except (ProjectError, ValueError, TypeError, KeyError) as error:
        raise CaptureError(
            f"{file} is damaged ({error}): remove it, and give the scale again if you had given one"
        ) from None
