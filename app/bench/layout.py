"""Rooms that were laid out, then put into disorder, then repaired. The disorder is known, so that the repair can be compared with it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.bench.figures import BenchSize, Figure
from scenewright.app.bench.rooms import open_room

if TYPE_CHECKING:
    from scenewright.app.session import Session
    from scenewright.scene.layout import LayoutReport

__all__ = ["measure"]

_FARTHEST = 0.45
"""Metres that a thing is pushed at most."""
_SHARE = 0.2
"""Of the things in a room are pushed: what `layout` calls a small repair moves no more."""


def measure(size: BenchSize) -> list[Figure]:
    from scenewright.app.layout import check, lay_out

    rooms = size.of(4, 8)
    random = np.random.default_rng(5)
    kept, faults, left, pushed, moved, seconds, certified, collisions, held = 0, 0, 0, 0.0, 0.0, [], [], [], []
    for number in range(rooms):
        with open_room(size.rooms, number) as session:
            text = session.source
            lay_out(session)
            kept += session.source == text
            begun = time.perf_counter()
            good = check(session, settle=False)
            certified.append(time.perf_counter() - begun)
            collisions.append(_all_pairs_seconds(session))
            pushed += _push(session, good, random)
            faults += len(check(session, settle=False).certificate.violations)
            begun = time.perf_counter()
            done = lay_out(session, accept=True)
            seconds.append(time.perf_counter() - begun)
            left += len(done.report.certificate.violations)
            moved += sum(move.distance_m for move in done.report.moves if not move.along)
            held += [r.satisfied for r in done.report.certificate.relations]
    return [
        Figure(
            "rooms that `layout` leaves byte for byte as they are, since nothing is wrong",
            100.0 * kept / rooms,
            "%",
            lower_is_better=False,
        ),
        Figure("violations after the repair of rooms in disorder", float(left), "", float(faults), "before it"),
        Figure("metres that the repair moved things", moved, "m", pushed, "metres that they had been pushed"),
        Figure(
            "relations that hold after the repair", 100.0 * float(np.mean(held or [True])), "%", lower_is_better=False
        ),
        Figure("one repair, mean", float(np.mean(seconds)), "s"),
        Figure(
            "certifying a room, mean",
            float(np.mean(certified)),
            "s",
            float(np.mean(collisions)),
            "collisions of all pairs alone, by trimesh and FCL",
        ),
    ]


def _push(session: Session, report: LayoutReport, random: np.random.Generator) -> float:
    """Push some things on the floor, each some way; what stands on them comes along. The metres of all pushes."""
    from scenewright.app.actions.table import run_action
    from scenewright.scene.layout import Support

    bodies = report.problem.bodies
    stands = [i for i in range(len(bodies)) if bodies.support[i] is Support.FLOOR and not bodies.fixed[i]]
    chosen = random.choice(stands, size=min(max(2, round(_SHARE * len(bodies))), len(stands)), replace=False)
    far = 0.0
    for body in chosen:
        angle, length = random.uniform(0.0, 2.0 * np.pi), random.uniform(0.15, _FARTHEST)
        by = [length * float(np.cos(angle)), 0.0, length * float(np.sin(angle))]
        run_action(session, "edit", {"edits": [{"kind": "move", "path": bodies.path[int(body)], "by": by}]})
        far += length
    return far


def _all_pairs_seconds(session: Session) -> float:
    """Seconds of trimesh's collision manager for all things of a room."""
    from trimesh.collision import CollisionManager

    meshes = session.scene.to_trimesh().dump()
    begun = time.perf_counter()
    manager = CollisionManager()
    for number, mesh in enumerate(meshes):
        manager.add_object(str(number), mesh)
    manager.in_collision_internal(return_names=True)
    return time.perf_counter() - begun
