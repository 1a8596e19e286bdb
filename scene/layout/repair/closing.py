"""Close gaps and overlaps that are too small to see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from scenewright.scene.layout.certificate import Certificate
from scenewright.scene.layout.certify import SlightKind, metres
from scenewright.scene.layout.repair.collisions import Setting
from scenewright.scene.layout.repair.mending import Mender
from scenewright.scene.layout.repair.units import carry

__all__ = ["closed"]


def closed(
    mender: Mender,
    setting: Setting,
    certificate: Certificate,
    number: Mapping[str, int],
    closable: Iterable[int] | None,
) -> tuple[Setting, dict[int, str]]:
    """The setting after closing slight gaps and overlaps where that causes no collision; and number of a moved body -> why.

    Args:
        number: path -> number of a body.
        closable: numbers of the bodies that may be moved; None: all.
    """
    allowed = None if closable is None else set(closable)
    reasons: dict[int, str] = {}
    for slight in certificate.slight:
        named = [number[p] for p in slight.paths if p in number]
        for place, body in enumerate(named[:2]):
            if (allowed is not None and body not in allowed) or body not in mender.movers([body]) or body in reasons:
                continue
            pose = setting.poses[body].copy()
            if slight.dy:
                if place:
                    break  # only the upper body moves vertically
                pose[1] += slight.dy
            elif slight.direction is not None:
                sign = 1.0 if place == 0 else -1.0
                pose[[0, 2]] += sign * slight.figure * np.asarray(slight.direction, dtype=np.float64)
            else:
                continue
            members = mender.units.members[body]
            if len(named) > 1 and named[1 - place] in members:
                continue
            hits, moved = mender.judged(setting, members, pose, frozenset(), frozenset())
            if moved is None or hits:
                continue
            setting = mender.stage.moved(setting, carry(members, setting.poses, pose))
            what = "a gap" if slight.kind is SlightKind.GAP else "an overlap"
            for m in members:
                reasons.setdefault(m, f"{what} of {metres(slight.figure)} was closed")
            break
    return setting, reasons
