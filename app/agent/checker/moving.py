"""Findings on animations: whether something moves, and what collides, floats or leaves the room while it does."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.agent.checker.findings import CheckFinding, FindingKind, Severity
from scenewright.scene.errors import LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.layout.certify import ViolationKind
from scenewright.scene.model import FloatArray, Scene

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.layout import LayoutReport
    from scenewright.scene.layout.certify import Violation

__all__ = ["moving_findings"]

_MOST_FRAMES = 9
"""Frames that are checked, evenly over the animation, with the first and the last."""
_MOVED = 1e-6
_MUCH = 0.02
"""Metres by which a fault of a later frame is larger than that of the first one, and is told."""


def moving_findings(
    scene: Scene, first: LayoutReport | None, assets: AssetProvider, job: Job, *, asked: bool = False
) -> Iterator[CheckFinding]:
    """What is wrong in later frames and not in the first.

    Args:
        first: the report on the first frame.
        asked: the brief wants something to move.

    Raises:
        JobCancelled: the job was cancelled.
    """
    if scene.frames == 1:
        if asked:
            advice = "write a generator with @register_animation that yields the shape of each frame"
            yield CheckFinding(
                FindingKind.MOTION, Severity.FAULT, "nothing moves, and the request asks for it", advice=advice
            )
        return
    numbers = sorted({int(n) for n in np.linspace(0, scene.frames - 1, min(scene.frames, _MOST_FRAMES)).round()})
    frames = [scene.frame(n) for n in numbers]
    moving = _moving_paths(frames)
    if not moving:
        says = f"the animation has {scene.frames} frames, and nothing moves in them"
        yield CheckFinding(FindingKind.MOTION, Severity.FAULT, says)
        return
    moving = _standing_free(moving, _violations(frames[0], moving, assets, job))
    known = {} if first is None else {_key(v): v.figure for v in first.certificate.violations}
    known |= {_key(v): v.figure for v in _violations(frames[0], moving, assets, job)}
    for number, frame in zip(numbers[1:], frames[1:], strict=True):
        job.check()
        for found in _violations(frame, moving, assets, job):
            passing = found.kind is ViolationKind.DOOR and not moving.isdisjoint(found.paths)
            if not passing and found.figure > known.get(_key(found), -_MUCH) + _MUCH:
                known[_key(found)] = math.inf  # once is enough
                says = f"in frame {number} of {scene.frames}: {found.message}"
                yield CheckFinding(FindingKind.MOTION, Severity.FAULT, says, found.paths)


def _standing_free(moving: frozenset[str], violations: Sequence[Violation]) -> frozenset[str]:
    """What of that which moves stands by itself in the first frame, by what is wrong there if all of it did. The rest, and its likes beside
    it, is a part of what holds it: the sails of a windmill."""
    held = {_like(path) for violation in violations for path in violation.paths if path in moving}
    return frozenset(path for path in moving if _like(path) not in held)


def _like(path: str) -> str:
    """The path without its number among the likes beside it."""
    return path.rpartition("[")[0] if path.endswith("]") else path


def _key(violation: Violation) -> tuple[str, frozenset[str]]:
    return str(violation.kind), frozenset(violation.paths)


def _violations(frame: Scene, moving: frozenset[str], assets: AssetProvider, job: Job) -> tuple[Violation, ...]:
    """What is wrong in a frame, where what moves is one with nothing that it touches."""
    from scenewright.scene.layout import check_scene

    try:
        report = check_scene(frame, provider=assets, settle=False, apart=moving, job=job.quiet())
    except LayoutError:
        return ()  # the finding on the first frame says why
    return report.certificate.violations


def _moving_paths(frames: Sequence[Scene]) -> frozenset[str]:
    """The paths of what moves: it has another pose within what it is a part of, or is another object, in some frame."""
    before = _states(frames[0])
    moving: set[str] = set()
    for frame in frames[1:]:
        after = _states(frame)
        moving |= {path for path in before.keys() | after.keys() if not _same(before.get(path), after.get(path))}
    return frozenset(moving)


def _states(frame: Scene) -> dict[str, tuple[int, FloatArray]]:
    """Path -> the object of the catalogue that it is, -1 for none, and its pose (4, 4) in what it is a part of."""
    assets, world = frame.nodes.asset.tolist(), frame.world_from_local
    parents = frame.nodes.parent.tolist()
    states = {}
    for row, path in enumerate(frame.paths):
        pose = world[row] if parents[row] < 0 else np.linalg.inv(world[parents[row]]) @ world[row]
        states[path] = assets[row], pose
    return states


def _same(one: tuple[int, FloatArray] | None, other: tuple[int, FloatArray] | None) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] == other[0] and float(np.abs(one[1] - other[1]).max()) <= _MOVED
