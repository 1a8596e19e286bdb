"""Pinned things: what a person pinned, or the program calls fixed, is moved or turned only where the person insists."""

from __future__ import annotations

import math

from scenewright.app.agent.embedded.insisting import ANYWAY
from scenewright.app.agent.embedded.motions import paths_now
from scenewright.app.agent.embedded.stage import Box
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.language.relations import RelationName

__all__ = ["keep_pinned", "pinned_boxes"]

_STILL = 1e-3
"""Metres and radians."""


def pinned_boxes(work: Work) -> dict[str, Box]:
    """Where what is pinned stands now, by path."""
    scene = work.draft.scene
    known = set(scene.paths)
    paths = [p for p in work.pinned if p in known]
    for relation in scene.relations:
        if relation.kind == RelationName.FIXED:
            paths += [p for items in relation.paths.values() for p in items if not work.stage.is_building(p)]
    paths = list(dict.fromkeys(paths))
    return dict(zip(paths, work.stage.boxes(paths), strict=True))


def keep_pinned(work: Work, before: dict[str, Box]) -> None:
    """Look that nothing pinned was moved or turned. `before`: :func:`pinned_boxes` before the request.

    Raises:
        CannotDo: something was, and the person did not insist.
    """
    if work.insists or not before:
        return
    known = set(work.draft.scene.paths)
    for path, was in before.items():
        now = paths_now(work, (path,))[0]
        if now not in known:
            continue
        is_ = work.stage.box(now)
        moved = math.dist((was.x, was.y, was.z), (is_.x, is_.y, is_.z)) > _STILL
        turned = abs(math.remainder(is_.yaw - was.yaw, 2 * math.pi)) > _STILL
        same_size = abs(was.width - is_.width) + abs(was.depth - is_.depth) + abs(was.height - is_.height) < _STILL
        if moved or (turned and same_size):
            name = work.stage.name(now)
            raise CannotDo(
                f"The {name} is pinned, so it is not {'moved' if moved else 'turned'}. Say '{ANYWAY}' to have it so",
                (ANYWAY,),
            )
