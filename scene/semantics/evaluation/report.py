"""Means over the rows of an evaluation. Publications use two kinds of means; both are reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from scenewright.scene.semantics.evaluation.protocols import QueryRow

__all__ = ["summary"]

_LOOSE = (0.25, 0.5)


def summary(rows: Sequence[QueryRow]) -> dict[str, Any]:
    """The means, by protocol.

    ``scenes`` has the means of each scene. ``scene_macro`` is the mean over scenes, ``query_weighted`` the mean over all queries of all
    frames. Values: ``miou``; ``localisation``: fraction of the queries with boxes whose peak hits a box; ``acc_0.25``, ``acc_0.5``:
    fraction of the queries with an IoU above this.
    """
    out: dict[str, Any] = {}
    for protocol in sorted({row.protocol for row in rows}):
        mine = [row for row in rows if row.protocol == protocol]
        scenes = {name: _means([r for r in mine if r.scene == name]) for name in sorted({r.scene for r in mine})}
        out[protocol] = {
            "scenes": scenes,
            "scene_macro": _macro(list(scenes.values())),
            "query_weighted": _means(mine),
        }
    return out


def _means(rows: Sequence[QueryRow]) -> dict[str, Any]:
    iou = np.array([row.iou for row in rows])
    placed = [row.located for row in rows if row.located is not None]
    return {
        "queries": len(rows),
        "miou": float(iou.mean()),
        "localisation": float(np.mean(placed)) if placed else None,
        **{f"acc_{bound:g}": float((iou > bound).mean()) for bound in _LOOSE},
    }


def _macro(scenes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    def mean(name: str) -> float | None:
        values = [s[name] for s in scenes if s[name] is not None]
        return float(np.mean(values)) if values else None

    return {
        "scenes": len(scenes),
        **{name: mean(name) for name in ("miou", "localisation", *(f"acc_{bound:g}" for bound in _LOOSE))},
    }
