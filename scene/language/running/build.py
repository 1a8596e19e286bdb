"""Builds a Scene from the shape that a program returns: the tree, and what each call declared, in the frame of its instance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from scenewright.scene.language.running.adjusts import GONE, apply_adjusts
from scenewright.scene.language.running.resolved_relations import resolve_relation
from scenewright.scene.language.running.rows import Rows, Strings, lay_out
from scenewright.scene.language.vocabulary import Cuboid, Evaluation, Shape, Targeted, in_world
from scenewright.scene.model import Adjust, Camera, Environment, Light, NodeTable, Relation, Room, Scene
from scenewright.scene.sound_scenes import require_short_paths, require_sound_scene

__all__ = ["build_scene"]

_IDENTITY = np.eye(4)


def build_scene(session: Evaluation, frames: Sequence[Shape], root_name: str) -> Scene:
    """Build the tree of every frame, and resolve the declarations that refer to instances.

    `frames`: one shape for each frame, whose only part is the instance of the root.
    """
    strings = Strings()
    tables: list[NodeTable] = []
    scene: Scene | None = None
    for number, frame in enumerate(frames):
        rows = lay_out(frame.parts()[0], strings)
        session.check_rows(len(rows.parent))  # cuboids of blocks that a transform enlarged are counted only now
        bare = _bare_scene(session, rows.table(), strings)
        require_short_paths(bare, bare.nodes)
        if number == 0:
            placed = scene = _annotate(session, bare, rows, root_name, strings)
        else:
            placed = apply_adjusts(session, bare, _collect(rows, session)[1], strings)[0]
        tables.append(placed.nodes)
    assert scene is not None
    if session.loose_relations:
        lines = sorted({c.span.line for c in session.loose_relations.values() if c.span})
        session.warn(
            f"relations have no effect, since they are not given to relate(...): lines {', '.join(map(str, lines[:8]))}"
        )
    whole = replace(
        scene,
        strings=tuple(strings.index),
        materials=tuple(session.materials),
        embeddings=tuple(session.embeddings),
        warnings=tuple(session.warnings),
        frames=len(tables),
        later_frames=tuple(tables[1:]),
    )
    require_sound_scene(whole)
    return whole


def _bare_scene(session: Evaluation, table: NodeTable, strings: Strings) -> Scene:
    return Scene(
        nodes=table,
        strings=tuple(strings.index),
        embeddings=tuple(session.embeddings),
        assets=tuple(session.assets),
        places=tuple(session.places),
        seed=session.seed,
    )


Declarations = list[tuple[Any, int]]
"""Lights, cameras, relations and the like, each with the row of the instance whose call made it; -1 at module level."""


def _collect(rows: Rows, session: Evaluation) -> tuple[Declarations, list[tuple[Adjust, int]]]:
    declared: Declarations = []
    for row, node in enumerate(rows.nodes):
        declared.extend((item, row) for item in node.extras if not isinstance(item, Cuboid))
    declared.extend((item, -1) for item in session.module_extras)
    adjusts = [(item, row) for item, row in declared if isinstance(item, Adjust)]
    return [d for d in declared if not isinstance(d[0], Adjust)], adjusts


def _annotate(session: Evaluation, bare: Scene, rows: Rows, root_name: str, strings: Strings) -> Scene:
    declared, adjusts = _collect(rows, session)
    scene, kept, applied = apply_adjusts(session, bare, adjusts, strings)
    scene = replace(scene, adjusts=tuple(applied), root_name=root_name)
    lights: list[Light] = []
    cameras: list[Camera] = []
    environment: Environment | None = None
    room: Room | None = None
    for item, row in declared:
        here = kept[row] if row >= 0 else -1
        if here == GONE:
            continue
        world = _IDENTITY if here < 0 else scene.world_from_local[here]
        scope = None if here < 0 else scene.paths[here]
        if isinstance(item, Targeted):
            moved = in_world(item, world, scope)
            (lights if isinstance(moved, Light) else cameras).append(moved)  # type: ignore[arg-type]
        elif isinstance(item, Environment):
            environment = item
        elif isinstance(item, Room):
            if room is None and np.allclose(world, _IDENTITY, atol=1e-9):
                room = replace(item, path=scope or "room")
            else:
                why = "a second room" if room is not None else "a room that was moved"
                session.warn(f"{why} is geometry only: a scene has one room, and room() must not be moved")
    scene = replace(
        scene,
        lights=tuple(lights),
        cameras=tuple(cameras),
        environment=environment,
        room=room,
        units="m" if room else None,
    )
    relations = [
        (item, kept[row] if row >= 0 else -1)
        for item, row in declared
        if not isinstance(item, (Targeted, Environment, Room))
    ]
    shape_rows = {id(n): i for i, n in reversed(list(enumerate(rows.nodes)))}
    resolved: list[Relation] = []
    for call, here in relations:
        if here != GONE:
            resolved.extend(resolve_relation(session, scene, call, here, shape_rows, kept))
    return replace(scene, relations=tuple(resolved))
