"""The captures of a scene for a page: how many Gaussians each has, where it stands, and its Gaussians as a file.

A page holds centres as half floats. So the Gaussians of a file are moved to a local origin, and the matrix of the instance makes up for it.
"""

from __future__ import annotations

import hashlib
import tempfile
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.scene.errors import PathError, SplatError
from scenewright.scene.jobs import Job
from scenewright.scene.model import PrimitiveKind, Scene

if TYPE_CHECKING:
    from scenewright.scene.splats import Gaussians

__all__ = ["SplatFiles"]

_KEPT = 64
_NEAR = 4.0
"""Metres. Half floats are exact to 2 mm there, and to 16 mm at 16 m."""
_MOST_BYTES = 200 << 20
_BYTES_OF = {0: 17 * 4, 1: 26 * 4, 2: 41 * 4, 3: 62 * 4}
"""Of a Gaussian in a .ply, by the degree of its harmonics."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """`origin`: (3,) of the file for pages, in the frame of the capture."""

    key: str
    count: int
    origin: tuple[float, float, float]


class SplatFiles:
    """The captures of one scene folder. Several threads may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._facts: OrderedDict[tuple[Any, ...], _Facts | SplatError] = OrderedDict()

    def listed(self, scene: Scene, root: Path | None) -> tuple[list[dict[str, Any]], list[str]]:
        """The instances of captures as JSON values, and why others are not shown."""
        out, missing = [], []
        for row in np.flatnonzero(scene.nodes.primitive == PrimitiveKind.SPLAT).tolist():
            facts = self._facts_of(scene, root, row)
            if isinstance(facts, SplatError):
                missing.append(f"{scene.paths[row]} is not drawn: {facts}")
                continue
            matrix = scene.world_from_local[row] @ _moved(facts.origin)
            out.append(
                {
                    "row": row,
                    "path": scene.paths[row],
                    "url": f"scene/splats/{row}?of={facts.key}",
                    "matrix": [round(float(v), 7) for v in matrix[:3].reshape(-1)],
                    "count": facts.count,
                }
            )
        return out, missing

    def file(
        self, scene: Scene, root: Path | None, row: int, *, degree: int | None = None, job: Job | None = None
    ) -> bytes:
        """The Gaussians of a capture as a file whose numbers are in the frame of its instance: +y up, about its origin.

        Args:
            degree: as a compact .spz file with harmonics of this degree at most; None: as a .ply file.

        Raises:
            PathError: the scene has no capture in this row.
            SplatError: its file cannot be read.
        """
        from scenewright.scene.splats.formats import write_gaussians
        from scenewright.scene.splats.splat_entities import read_capture

        if not 0 <= row < len(scene) or scene.nodes.primitive[row] != PrimitiveKind.SPLAT:
            raise PathError(f"the scene has no capture in row {row}: fetch its state again")
        facts = self._facts_of(scene, root, row)
        if isinstance(facts, SplatError):
            raise facts
        gaussians, _ = read_capture(root, scene.assets[int(scene.nodes.asset[row])], job=job)
        fitting = _fitting(gaussians) if degree is None else gaussians.with_degree(min(degree, gaussians.degree))
        gaussians = fitting.transformed(_moved(tuple(-v for v in facts.origin)))
        with tempfile.TemporaryDirectory(prefix="scenewright-") as scratch:
            file = Path(scratch) / ("splats.ply" if degree is None else "splats.spz")
            # what a .spz holds is y up, and a .ply is sent with the numbers as they are
            write_gaussians(gaussians, file, y_up=degree is not None, compact=degree is not None)
            return file.read_bytes()

    def _facts_of(self, scene: Scene, root: Path | None, row: int) -> _Facts | SplatError:
        from scenewright.scene.splats.splat_entities import read_capture, splat_file

        ref = scene.assets[int(scene.nodes.asset[row])]
        try:
            status = splat_file(root, ref.source).stat()
        except SplatError as error:
            return error
        key = (ref.source, ref.node, status.st_mtime_ns, status.st_size)
        with self._lock:
            known = self._facts.get(key)
        if known is None:
            try:
                gaussians, _ = read_capture(root, ref)
                known = _Facts(hashlib.sha256(repr(key).encode()).hexdigest()[:16], len(gaussians), _origin(gaussians))
            except SplatError as error:
                known = error
            with self._lock:
                self._facts[key] = known
                while len(self._facts) > _KEPT:
                    self._facts.popitem(last=False)
        return known


def _origin(gaussians: Gaussians) -> tuple[float, float, float]:
    """The middle of the Gaussians, where they lie far from the origin of their file."""
    if not len(gaussians):
        return 0.0, 0.0, 0.0
    middle = np.median(gaussians.means.double().numpy(), axis=0)
    x, y, z = (round(float(v), 3) for v in middle)
    return (x, y, z) if np.abs(middle).max() > _NEAR else (0.0, 0.0, 0.0)


def _fitting(gaussians: Gaussians) -> Gaussians:
    """The Gaussians with as much of their colour's harmonics as a page can be sent."""
    fits = [d for d, size in _BYTES_OF.items() if d <= gaussians.degree and size * len(gaussians) <= _MOST_BYTES]
    degree = max(fits, default=0)
    return gaussians if degree == gaussians.degree else gaussians.with_degree(degree)


def _moved(by: tuple[float, ...]) -> np.ndarray[Any, Any]:
    matrix = np.eye(4)
    matrix[:3, 3] = by
    return matrix
