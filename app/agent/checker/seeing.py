"""Findings on what the cameras of a scene show: what is asked for must be in a picture, and nothing may hide it from the lens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from scenewright.app.agent.checker.findings import CheckFinding, FindingKind, Severity
from scenewright.app.room_views import ViewJudge
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene

__all__ = ["seeing_findings"]

_RAYS = (240, 180)
_NEAR, _BLOCKED = 0.6, 0.55
"""Metres before the lens, and the share of a picture that a thing may fill there."""
_LEAST_SEEN = 0.2
"""Share of a thing that some camera must show, unhidden and within its frame."""
_FEWEST_RAYS = 12
"""What fewer rays of a view meet is too small to be recognised."""
_FEW = 1 / 3
"""Share of the instances of a thing that may be hidden: of many chairs some always stand behind others."""


def seeing_findings(
    scene: Scene, geometry: SceneGeometry, cameras: Sequence[Camera], named: Sequence[Sequence[int]], job: Job
) -> Iterator[CheckFinding]:
    """What no camera shows well, and what stands before a lens.

    Args:
        cameras: those of the program.
        named: for each thing of the brief the rows of its instances.
    """
    if not cameras or not len(geometry):
        return
    judge = ViewJudge(scene, geometry, named=[row for rows in named for row in rows if row > 0], job=job)
    if not len(judge):
        return
    views = judge.look(list(cameras), *_RAYS)
    for k, view in enumerate(views):
        near = (view.away < _NEAR) & (view.thing >= 0)
        share = float(near.mean())
        if share > _BLOCKED:
            thing = int(np.bincount(view.thing[near]).argmax())
            path = scene.entity(judge.rows[thing]).path
            says = f"camera {k}: {_name(path)} hides {share:.0%} of the picture, less than {_NEAR:g} m before the lens"
            yield CheckFinding(FindingKind.LENS, Severity.FAULT, says, (path,), "move the camera, or what is before it")
    clear = judge.clear(list(cameras))
    seen = np.max([clear[k] * views[k].framed for k in range(len(views))], axis=0)
    pixels = np.max([view.pixels for view in views], axis=0)
    number_of = {row: number for number, row in enumerate(judge.rows)}
    for rows in named:
        things = [number for row in rows if (number := _holder(scene, row, number_of)) is not None]
        judged = [number for number in dict.fromkeys(things) if judge.wanted[number]]
        hidden = [n for n in judged if seen[n] < _LEAST_SEEN or pixels[n] == 0]
        small = [n for n in judged if n not in hidden and pixels[n] < _FEWEST_RAYS]
        if hidden and len(hidden) >= _FEW * len(judged):
            how = "one can hardly make out any of it in a picture" if any(pixels[hidden]) else "no camera shows it"
            yield _told(scene, judge, hidden, len(judged), f"hidden: {how}", Severity.FAULT)
        elif small and len(small) >= _FEW * len(judged):
            yield _told(scene, judge, small, len(judged), "very small in each picture", Severity.NOTE)


def _told(
    scene: Scene, judge: ViewJudge, numbers: Sequence[int], of: int, how: str, severity: Severity
) -> CheckFinding:
    paths = tuple(scene.entity(judge.rows[number]).path for number in numbers)
    whom = f"{_name(paths[0])} is" if of == 1 else f"{len(paths)} of {of}, such as {_name(paths[0])}, are"
    return CheckFinding(FindingKind.HIDDEN, severity, f"{whom} {how}", paths, "move what hides it, or the camera")


def _holder(scene: Scene, row: int, number_of: Mapping[int, int]) -> int | None:
    """The number of the thing that an entity is or is a part of; None for what is no thing, such as the whole scene."""
    while row >= 0:
        if row in number_of:
            return number_of[row]
        row = int(scene.nodes.parent[row])
    return None


def _name(path: str) -> str:
    return path.split("/", 1)[-1]
