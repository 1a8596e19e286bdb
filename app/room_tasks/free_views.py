"""Moves the cameras before which a task has put something: who asks for a wardrobe does not want a picture of its back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.room_views import ViewJudge, chosen_views, with_views
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene

if TYPE_CHECKING:
    from scenewright.app.session import Draft

__all__ = ["free_views"]

_MUCH = 0.12
"""Share of a picture by which one thing may fill more of it than before."""
_RAYS = (80, 60)


def free_views(draft: Draft, job: Job) -> tuple[int, ...]:
    """Give each camera that the step so far has blocked another place, where most is to be seen. Others stay.

    Returns:
        The numbers of the cameras that moved.

    Raises:
        JobCancelled: the job was cancelled.
    """
    scene = draft.scene
    if not scene.cameras or len(scene.cameras) != len(draft.before.cameras):
        return ()
    judge = _judge(draft, scene, job)
    before = _shares(_judge(draft, draft.before, job), draft.before.cameras)
    blocked = [
        number
        for number, (now, was) in enumerate(zip(_shares(judge, scene.cameras), before, strict=True))
        if any(share > was.get(path, 0.0) + _MUCH for path, share in now.items())
    ]
    views = chosen_views(judge) if blocked else []
    if not views:
        return ()
    source = with_views(draft.source, scene, {n: views[min(n, len(views) - 1)] for n in blocked})
    if source == draft.source:
        return ()
    draft.write(source, draft.evaluate_text(source), {"kind": "cameras"})
    return tuple(blocked)


def _judge(draft: Draft, scene: Scene, job: Job) -> ViewJudge:
    return ViewJudge(scene, draft.derived.graph_geometry(scene), job=job)


def _shares(judge: ViewJudge, cameras: tuple[Camera, ...]) -> list[dict[str, float]]:
    """For each camera the share of its picture that each thing fills, by its path."""
    views = judge.look(list(cameras), *_RAYS)
    paths = [judge.scene.entity(row).path for row in judge.rows]
    return [dict(zip(paths, (view.pixels / view.thing.size).tolist(), strict=True)) for view in views]
