"""Findings on animations: whether something moves, and what collides, floats or leaves the room while it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.agent.checker.findings import CheckFinding, FindingKind, Severity
from scenewright.scene.errors import LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.layout import LayoutReport
    from scenewright.scene.layout.certify import Violation

__all__ = ["moving_findings"]

_MOST_FRAMES = 9
"""Frames that are checked, evenly over the animation, with the first and the last."""
_MOVED = 1e-6


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
    if not any(_moved(frames[0], frame) for frame in frames[1:]):
        says = f"the animation has {scene.frames} frames, and nothing moves in them"
        yield CheckFinding(FindingKind.MOTION, Severity.FAULT, says)
        return
    known = set() if first is None else {(v.kind, frozenset(v.paths)) for v in first.certificate.violations}
    for number, frame in zip(numbers[1:], frames[1:], strict=True):
        job.check()
        for found in _violations(frame, assets, job):
            if (found.kind, frozenset(found.paths)) not in known:
                known.add((found.kind, frozenset(found.paths)))
                says = f"in frame {number} of {scene.frames}: {found.message}"
                yield CheckFinding(FindingKind.MOTION, Severity.FAULT, says, found.paths)


def _violations(frame: Scene, assets: AssetProvider, job: Job) -> tuple[Violation, ...]:
    from scenewright.scene.layout import check_scene

    try:
        return check_scene(frame, provider=assets, settle=False, job=job.quiet()).certificate.violations
    except LayoutError:
        return ()  # the finding on the first frame says why


def _moved(a: Scene, b: Scene) -> bool:
    """Whether two frames differ, in their poses or in what there is."""
    before, after = a.world_from_local, b.world_from_local
    return len(before) != len(after) or bool(np.abs(np.asarray(before) - np.asarray(after)).max(initial=0.0) > _MOVED)
