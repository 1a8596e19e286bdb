"""Random edits on programs written by models, compared with the scene before without the editor's own comparison."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import numpy as np
from scipy.spatial import cKDTree

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing import Edit, apply_edit
from scenewright.scene.language.editing.editor import Evaluate
from scenewright.scene.language.editing.edits import (
    Delete,
    Duplicate,
    Move,
    Recolour,
    Rename,
    Replace,
    Scale,
    SetZ,
    Turn,
)
from scenewright.scene.model import Scene

__all__ = ["Tally", "edit_at_random"]

EXACT = 1e-9


@dataclass
class Tally:
    """Counts of a run of random edits. `worst`: the greatest unintended change of a number."""

    made: int = 0
    refused: int = 0
    literal: int = 0
    worst: float = 0.0
    faults: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def edit_at_random(source: str, evaluate: Evaluate, rng: random.Random, edits: int, tally: Tally) -> str:
    """Make random edits on one program, one after the other. Returns the last text."""
    scene = evaluate(source)
    for _ in range(edits):
        if len(scene) == 1:
            break  # the last part was deleted
        edit = _edit(scene, rng)
        target = scene.find(edit.path).path  # type: ignore[attr-defined]
        try:
            result = apply_edit(source, edit, evaluate, scene=scene)
        except EditError as error:
            tally.refused += 1
            tally.reasons.append(f"{edit}: {error}")
            continue
        tally.made += 1
        tally.literal += result.how == "literal"
        after = evaluate(result.source)
        old = _numbers(scene, None if isinstance(edit, Duplicate) else target)
        new = _numbers(after, result.path or None)
        fault = _differ(old, new, tally)
        if fault:
            tally.faults.append(f"{edit}: {fault}")
        source, scene = result.source, after
    return source


def _edit(scene: Scene, rng: random.Random) -> Edit:
    entities = [e for e in scene.entities() if e.index]
    named = [e for e in entities if e.children]
    path = rng.choice(named if named and rng.random() < 0.75 else entities).path
    by = (rng.uniform(-1, 1), rng.choice([0.0, 0.25]), rng.uniform(-1, 1))
    words = sorted({e.word for e in named}) or ["thing"]
    return rng.choice(
        [
            Move(path, by=by), Turn(path, rng.uniform(-180, 180)), Scale(path, rng.choice([0.5, 1.5, (1.0, 2.0, 1.0)])),
            Recolour(path, (rng.random(), rng.random(), 0.3)), Rename(path, rng.choice([*words, "thing"])), Delete(path),
            Duplicate(path, by), SetZ(path, "old oak"), Replace(path, rng.choice(words)),
        ]
    )  # fmt: skip


def _numbers(scene: Scene, target: str | None) -> np.ndarray:
    """(N, 16) pose, colour and kind of every part outside the target."""
    outside = np.ones(len(scene), dtype=bool)
    if target is not None:
        row = scene.find(target).index
        outside[row : scene.subtree_end(row)] = False
    rows = np.array([r for r in scene.leaf_rows.tolist() if outside[r]], dtype=int)
    pose = scene.world_from_local[rows, :3, :].reshape(-1, 12)
    color = np.nan_to_num(scene.nodes.color[rows], nan=-1.0)
    return np.hstack([pose, color, scene.nodes.primitive[rows, None].astype(float)])


def _differ(old: np.ndarray, new: np.ndarray, tally: Tally) -> str | None:
    """A message where the parts before and after differ, counting duplicates; None where they are equal."""
    if len(old) != len(new):
        return f"{len(old)} parts outside the target became {len(new)}"
    if not len(old):
        return None
    before, after = cKDTree(old), cKDTree(new)
    far, _ = after.query(old, p=np.inf)
    tally.worst = max(tally.worst, float(far.max()))
    if far.max() > EXACT:
        return f"a part outside the target changed by {far.max():.3g}"
    counts = (tree.query_ball_point(old, EXACT, p=np.inf, return_length=True) for tree in (before, after))
    return None if (next(counts) == next(counts)).all() else "a part outside the target came to lie on another"
