"""Triangulates sparse points for a capture with poses, from features matched between its pictures.

Poses and lenses stay fixed. The fraction of matches that agree with them therefore also shows whether the capture's conventions
were read correctly.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.splats.capture.colmap import read_model
from scenewright.scene.splats.capture.lens import Lens
from scenewright.scene.splats.capture.parts import NoPoints, PosesDoNotFit
from scenewright.scene.splats.capture.sfm import content_key, reduced_size, solve

if TYPE_CHECKING:
    from scenewright.scene.splats.capture.model import Capture

__all__ = ["Triangulation", "triangulate"]

_NEIGHBORS = 15
_LEAST_POINTS = 50
_LEAST_MATCHED = 100
_LEAST_AGREEMENT = 0.6
"""Least fraction of matches that agree with the poses. Correct poses gave 0.91 to 0.98. Poses of the neighboring picture, with wrong
axes or inverted gave 0.06 to 0.34 (photographs of the fox, and renderings of a floor with boxes through three lenses). The
reprojection error and the fraction of features with a point are weaker tests: with wrong poses, points that fit by chance remain;
with correct ones, half the features on plain surfaces have no point."""
_ADVICE = (
    "Often the pictures were renamed or exchanged after the poses were made; or the poses are from world to camera, or have another "
    "tool's axes; or the intrinsics are of another lens."
)


@dataclass(frozen=True, eq=False)
class Triangulation:
    """A capture with triangulated points, and measures of their fit.

    `agreement`: fraction of the matches that agree with the poses to within a hundredth of the picture's size.
    `reprojection_error`: mean over the observations, in pixels of the full pictures. `track_length`: mean number of pictures that
    see a point. `seconds`: the time it took, near 0 for a stored result.
    """

    capture: Capture
    agreement: float
    reprojection_error: float
    track_length: float
    seconds: float


def triangulate(
    capture: Capture,
    *,
    neighbors: int = _NEIGHBORS,
    features: int = 8192,
    threads: int | None = None,
    job: Job | None = None,
) -> Triangulation:
    """Triangulate points from the pictures and poses of a capture. They replace existing points.

    Args:
        neighbors: number of other pictures that each is compared with: the nearest ones with similar viewing directions.
        features: the most features per picture.

    Raises:
        NoPoints: the pictures are panoramas, or have too few matches.
        PosesDoNotFit: too few matches agree with the poses and lenses.
        MissingLibrary: pycolmap is not installed.
        CaptureError: the capture has no work folder (`work` is None), a picture cannot be read, or the computation failed.
        JobCancelled: the job was cancelled.
    """
    begun = time.monotonic()
    if capture.work is None:
        raise CaptureError("points are triangulated in the capture's work folder, and it has none")
    if any(p.lens.is_sphere for p in capture.photographs):
        raise NoPoints(f"{capture.root}: points cannot be triangulated from panoramas")
    photographs = capture.photographs
    names = [f"{index:06d}.jpg" for index in range(len(photographs))]
    groups: dict[Lens, list[str]] = {}
    for photograph, name in zip(photographs, names, strict=True):
        lens = photograph.lens
        groups.setdefault(lens.scaled(*reduced_size(lens.width, lens.height)), []).append(name)
    group_tasks = [{"names": n, "model": g.model, "params": ",".join(map(repr, g.params))} for g, n in groups.items()]
    pairs = [(names[i], names[j]) for i, j in _pairs(capture, neighbors)]
    poses = {name: p.camera_from_world.tolist() for name, p in zip(names, photographs, strict=True)}
    task = {"groups": group_tasks, "pairs": pairs, "poses": poses, "features": features}
    stamps = []
    for path in (p for photograph in photographs for p in (photograph.path, photograph.mask) if p is not None):
        status = path.stat()
        stamps.append([str(path), status.st_size, status.st_mtime_ns])
    key = f"points-{content_key('points 3', stamps, task)}"
    solved = solve(capture.work, key, photographs, names, task, threads=threads, job=job or Job())
    sparse_model, answer = read_model(solved.folder), solved.answer
    error = float(answer["reprojection_error"])
    count = 0 if sparse_model.points is None else len(sparse_model.points)
    matched = int(answer["matched"])
    agreement = answer["agreeing"] / max(matched, 1)
    if matched < _LEAST_MATCHED:
        raise NoPoints(f"{capture.root}: its pictures show too little that can be matched to triangulate points")
    if agreement < _LEAST_AGREEMENT:
        raise PosesDoNotFit(
            f"{capture.root}: the poses or lenses in its files do not fit its pictures: of {matched:,} matches between two pictures "
            f"only {agreement:.0%} are where the poses have them. {_ADVICE} To have new poses, open the photographs alone: "
            f"{_photographs_alone(capture)}."
        )
    if count < _LEAST_POINTS:
        raise NoPoints(f"{capture.root}: only {count} points could be triangulated from its pictures")
    full = float(
        np.mean(
            [max(p.lens.width, p.lens.height) / max(reduced_size(p.lens.width, p.lens.height)) for p in photographs]
        )
    )
    with_points = replace(capture, points=sparse_model.points, point_colors=sparse_model.colors)
    return Triangulation(with_points, agreement, error * full, float(answer["track_length"]), time.monotonic() - begun)


def _photographs_alone(capture: Capture) -> str:
    """The folder to open as photographs without poses, in words for the message."""
    folder = Path(os.path.commonpath([photograph.path.parent for photograph in capture.photographs]))
    apart = folder != capture.root.absolute()
    return str(folder) if apart else f"a folder of their own, without the other files of {capture.root}"


def _pairs(capture: Capture, neighbors: int) -> list[tuple[int, int]]:
    """Pairs i < j of photographs that likely overlap: each with its nearest `neighbors`.

    The measure of nearness adds the distance of the cameras, divided by the median distance of a photograph to its tenth neighbor,
    and the angle between the viewing directions, divided by 30 degrees. Angles of more than 100 degrees exclude a pair.
    """
    count = len(capture.photographs)
    if count <= neighbors + 1:
        return list(combinations(range(count), 2))
    eyes = capture.positions
    forward = np.stack([p.camera_from_world[2, :3] for p in capture.photographs])
    apart = np.linalg.norm(eyes[:, None] - eyes[None], axis=2)
    unit = max(float(np.median(np.sort(apart, axis=1)[:, min(10, count - 1)])), 1e-12)
    angles = np.degrees(np.arccos(np.clip(forward @ forward.T, -1.0, 1.0)))
    cost = apart / unit + angles / 30.0
    cost[angles > 100.0] = np.inf
    np.fill_diagonal(cost, np.inf)
    chosen = set()
    for i in range(count):
        for j in np.argsort(cost[i], kind="stable")[:neighbors]:
            if np.isfinite(cost[i, j]):
                chosen.add((min(i, int(j)), max(i, int(j))))
    return sorted(chosen)
