"""An oracle for the editor: random edits on programs whose instances can be recognised without their paths.

The material of each part has a roughness that few others have (its mark). An edit may change paths, names and list numbers, but not
the marks and poses outside its target. Relations are compared by the parts of their instances. The oracle does not use paths, the
editor's own comparison, or the form of an edit.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing import Edit, apply_edit
from scenewright.scene.language.editing.editor import EditResult
from scenewright.scene.language.editing.edits import (
    Delete,
    Duplicate,
    Move,
    Recolour,
    Rename,
    Replace,
    Scale,
    SetMaterial,
    SetZ,
    Turn,
)
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import NodeKind, Scene
from scenewright.scene.model.bounds import bounds_in_frame

__all__ = ["Run", "program", "random_edit", "step"]

WORDS = ("chair", "table", "lamp", "box")
EXACT = 1e-9
WRITTEN = 1e-3
"""Greatest error in metres from writing lengths with four decimals and angles with two, for a part a few metres away."""


def program(rng: random.Random) -> str:
    """A random program of about 8-16 instances: single, in lists, in a loop, nested, and in a function that is called twice.

    It has relations in every form, at module level and in functions, and adjusts.
    """
    lines = ["from scene.language import *", ""]
    for word in WORDS:
        lines += [
            f"@register('a {word}')",
            f"def {word}(mark=0.5):",
            "    return primitive_call('cube', {'scale': (0.4, 0.5, 0.3)}, color=(0.5, 0.5, 0.5), material={'roughness': mark})",
            "",
        ]
    mark = iter(range(1, 1000))

    def call(extra: str = "") -> str:
        word = rng.choice(WORDS)
        at = f"({rng.uniform(-3, 3):.2f}, {rng.choice(['0', '0.5 + 0.25', 'H'])}, {rng.uniform(-3, 3):.2f})"
        name = rng.choice(["", "", f", name='{rng.choice(WORDS)}'", f", name='{rng.choice(['spot', 'corner'])}'"])
        turn = rng.choice(["", f", turn={rng.randrange(-180, 180)}"])
        return f"place('{word}', at={at}{turn}{name}, mark={next(mark) / 1000:.3f}{extra})"

    def pair() -> str:
        tilt = rng.choice(
            ["identity_matrix()", "rotation_matrix(0.4, (1, 0, 0), (0, 0, 0))", "scale_matrix((-1, 1, 1), (0, 0, 0))"]
        )
        return f"transform_shape(library_call('pair'), {tilt})"

    lines += ["H = 0.2", "", "@register('a set of things')", "def group():"]
    lines += [f"    relate(near('{rng.choice(WORDS)}', '{rng.choice(WORDS)}'))"] if rng.random() < 0.5 else []
    lines += ["    return concat_shapes("]
    lines += [f"        {call()}," for _ in range(rng.randrange(2, 4))] + ["    )", ""]
    lines += ["@register('a pair')", "def pair():", f"    return concat_shapes({call()}, {call()})", ""]
    lines += [
        "@register('the scene')",
        "def scene():",
        "    parts = [",
        *(f"        {call()},  # kept" for _ in range(rng.randrange(2, 5))),
        "    ]",
    ]
    lines += [f"    parts.append({call()})"]
    base = next(mark)
    lines += [
        f"    parts += [place('box', at=(i, 0, 4), mark=({base} + i) / 1000) for i in range({rng.randrange(2, 4)})]"
    ]
    for _ in range(5):
        next(mark)
    lines += rng.choice(
        [
            [],
            [f"    parts.append({pair()})"],
            [f"    parts.append({pair()})", f"    parts.append(place({pair()}, at=(0, 0, 6)))"],
        ]
    )
    lines += [
        f"    return concat_shapes(*parts, place('group', at=(0, 1, 0), turn={rng.choice([0, 30])}), {call()})",
        "",
    ]
    source = "\n".join(lines) + "\n"
    scene = evaluate_here(source)
    paths = [e.path.removeprefix("scene/") for e in scene.entities() if e.index]
    for _ in range(rng.randrange(2, 6)):
        source += _relation(*rng.sample(paths, 3), rng)
    for path in rng.sample(paths, rng.randrange(0, 4)):
        source += (
            f"adjust('{path}', {rng.choice(['move=(0, 0, 0.1)', 'turn=20', 'scale=(1.1, 1, 0.9)', 'remove=True'])})\n"
        )
    return source


def _relation(a: str, b: str, c: str, rng: random.Random) -> str:
    return rng.choice(
        [
            f"relate(near('{a}', '{b}', hi=9.0), facing('{c}', '{a}'))\n",
            f"relate(spaced(['{a}', '{b}', '{c}'], 'x'))\n",
            f"relate(on('{a}', '{b}'))\n",
            f"relate('{a} near {b}', 'facing({c}, {a})')\n",
            f"relate([('on', '{a}', '{b}'), near('{b}', '{c}')])  # said by hand\n",
            f"for name in ('{a}', '{b}'):\n    relate(near(name, '{c}'))\n",
        ]
    )


def random_edit(scene: Scene, rng: random.Random) -> Edit:
    """A random edit of a random instance."""
    path = rng.choice([e.path for e in scene.entities() if e.index])
    by = (rng.uniform(-1, 1), rng.choice([0.0, 0.25]), rng.uniform(-1, 1))
    return rng.choice(
        [
            Move(path, by=by), Turn(path, rng.uniform(-180, 180)), Scale(path, rng.choice([0.5, 1.5, (1.0, 2.0, 1.0)])),
            Recolour(path, (rng.random(), rng.random(), 0.3)), Rename(path, rng.choice([*WORDS, "spot", "thing"])),
            Delete(path), Duplicate(path, by, rng.choice([None, "copy"])), SetZ(path, rng.choice(["old oak", "red"])),
            Replace(path, rng.choice(WORDS)), SetMaterial(path, roughness=round(rng.random(), 2)),
        ]
    )  # fmt: skip


@dataclass
class Run:
    """Counts of a run of random edits."""

    made: int = 0
    refused: int = 0
    literal: int = 0
    references: int = 0
    faults: list[str] = field(default_factory=list)


def step(
    source: str, scene: Scene, edit: Edit, run: Run, evaluate: Callable[[str], Scene] = evaluate_here
) -> EditResult | None:
    """Make one edit, compare its result with the intended effect, and count it in `run`. None where the edit is refused."""
    try:
        result = apply_edit(source, edit, evaluate, scene=scene)
    except EditError:
        run.refused += 1
        return None
    run.made += 1
    run.literal += result.how == "literal"
    problem = wrong(source, scene, edit, result, evaluate)
    if problem:
        run.faults.append(f"{edit}: {problem}")
    run.references += len(meanings(result.scene, None, None))
    return result


# -- what is wrong with a result ----------------------------------------------------------------------------------------


def wrong(source: str, before: Scene, edit: Edit, result: EditResult, evaluate: Callable[[str], Scene]) -> str | None:
    """The first unintended or missing change of an edit, as a message; None where there is none."""
    after = evaluate(result.source)
    if after.paths != result.scene.paths or np.abs(after.world_from_local - result.scene.world_from_local).max() > 0:
        return "the text is not the scene that was certified"
    target = before.find(edit.path).path  # type: ignore[attr-defined]
    gone = isinstance(edit, Delete)
    copied = isinstance(edit, Duplicate)
    if not gone and result.path not in after.paths:
        return f"its own path '{result.path}' is none"
    problem = _others_differ(before, target if not copied else None, after, None if gone else result.path)
    problem = problem or _effect(before, target, edit, after, result.path)
    if problem is None:
        survives = "nothing" if gone else "itself" if isinstance(edit, Replace) else "all"
        was = meanings(before, None if copied else target, None, survives)
        now = meanings(after, None if copied or gone else result.path, result.path if copied else None, survives)
        if was != now:
            return f"references changed their meaning: {[m for m in was if m not in now][:2]} became {[m for m in now if m not in was][:2]}"
    return problem or _text_touched(source, edit, result)


def _inside(scene: Scene, path: str | None) -> range:
    if path is None:
        return range(0)
    row = scene.find(path).index
    return range(row, scene.subtree_end(row))


def _others_differ(before: Scene, target: str | None, after: Scene, made: str | None) -> str | None:
    """The first part outside the target that is missing, changed or new, as a message; None where there is none."""
    old, new = (_parts(s, set(_inside(s, p))) for s, p in ((before, target), (after, made)))
    for mark in {*old, *new}:
        left = list(new[mark])
        for row, looks in old[mark]:
            world = before.world_from_local[row]
            found = [
                i
                for i, (j, own) in enumerate(left)
                if own == looks and np.abs(after.world_from_local[j] - world).max() < EXACT
            ]
            if not found:
                return f"'{before.paths[row]}' moved, changed or went"
            del left[found[0]]
        if left:
            return f"'{after.paths[left[0][0]]}' appeared"
    return None


def _parts(scene: Scene, skip: set[int]) -> dict[float, list[tuple[int, tuple[object, ...]]]]:
    """Mark -> (row, (colour, word)) of each part with this mark."""
    out: dict[float, list[tuple[int, tuple[object, ...]]]] = defaultdict(list)
    for row in scene.leaf_rows.tolist():
        if row not in skip:
            part = scene.entity(row)
            looks = (tuple(np.round(part.color, 9)) if part.color is not None else None, part.word)
            out[round(part.material.roughness, 4) if part.material else -1.0].append((row, looks))
    return out


def _effect(before: Scene, target: str, edit: Edit, after: Scene, made: str) -> str | None:
    """A message where the edit did not have its effect on the target, else None."""
    if isinstance(edit, Delete):
        return None  # _others_differ checks that its parts are gone
    old, new = before.find(target), after.find(made)
    if isinstance(edit, Replace):
        if new.word != edit.what:
            return f"it is {new.word!r} now"
        if any(a.resolved and a.resolved.startswith(f"{target}/") for a in before.adjusts):
            return None  # an adjust of one of its parts may have moved it
        far = np.abs(_feet(before, old.index) - _feet(after, new.index)).max(axis=1).min()
        return (
            None
            if far < WRITTEN * max(1.0, np.abs(before.world_from_local[old.index]).max())
            else "it stands elsewhere"
        )
    if isinstance(edit, Rename):
        return None if edit.name in (new.name, new.word) else f"it is called {new.name!r}"
    if isinstance(edit, SetZ):
        return None if new.embedding and new.embedding.words == edit.words else f"its identity is {new.embedding}"
    rows, made_rows = (
        [r for r in _inside(s, p) if s.nodes.kind[r] == NodeKind.PRIMITIVE]
        for s, p in ((before, target), (after, made))
    )
    if len(rows) != len(made_rows):
        return "it has other parts than before"
    if isinstance(edit, Recolour):
        return (
            None
            if np.abs(after.nodes.color[made_rows] - np.array(edit.color)).max() < WRITTEN
            else "its colour is another"
        )
    if isinstance(edit, SetMaterial):
        rough = [after.entity(row).material.roughness for row in made_rows]
        return None if all(r == edit.roughness for r in rough) else f"its roughness is {rough}"
    parent = before.world_from_local[old.parent.index][:3, :3]
    m = np.eye(3)
    shift: np.ndarray | None = None
    if isinstance(edit, (Move, Duplicate)):
        shift = np.array(edit.by)
    elif isinstance(edit, Turn):
        c, s = np.cos(np.radians(edit.degrees)), np.sin(np.radians(edit.degrees))
        m = parent @ np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]) @ np.linalg.inv(parent)
    elif isinstance(edit, Scale):
        m = parent @ np.diag(np.broadcast_to(np.array(edit.factor, dtype=float), (3,))) @ np.linalg.inv(parent)
    for i, j in zip(rows, made_rows, strict=True):
        a, b = before.world_from_local[i], after.world_from_local[j]
        slack = WRITTEN * max(1.0, float(np.abs(a).max()))
        if np.abs(m @ a[:3, :3] - b[:3, :3]).max() > slack:
            return f"{edit.kind} turned or scaled it otherwise"
        if shift is not None and np.abs(a[:3, 3] + shift - b[:3, 3]).max() > slack:
            return f"{edit.kind} brought it elsewhere"
    return None


def _feet(scene: Scene, row: int) -> np.ndarray:
    """(2, 3) world positions of the bottom centre of an instance's box, for the box in its own frame and in its parent's.

    One of the two is the point by which it is placed.
    """
    frames = np.linalg.inv(scene.world_from_local[row]), scene.parent_frame(row)
    out = []
    for frame_from_world in frames:
        lo, hi = bounds_in_frame(scene, row, frame_from_world)
        foot = np.array([(lo[0] + hi[0]) / 2, lo[1], (lo[2] + hi[2]) / 2, 1.0])
        out.append((np.linalg.inv(frame_from_world) @ foot)[:3])
    return np.array(out)


def _text_touched(source: str, edit: Edit, result: EditResult) -> str | None:
    """A message where a line without a scene call (``place``, ``adjust`` ...) is lost or out of order, or a comment is lost; else None."""
    told = ("place(", "adjust(", "relate(", "return ")
    kept = [line for line in source.split("\n") if line.strip() and not any(t in line for t in told)]
    new = iter(result.source.split("\n"))
    lost = next((line for line in kept if line not in new), None)
    if lost is not None:
        return f"the line {lost!r} went"
    if not isinstance(edit, (Delete, Replace)) and result.source.count("#") < source.count("#"):
        return "a comment went"
    if isinstance(edit, (Move, Turn, Scale, Recolour, SetZ)):
        old_lines, new_lines = source.split("\n"), result.source.split("\n")
        changed = len(set(old_lines) - set(new_lines))
        if changed > 1:
            return f"{changed} lines changed"
    return None


# -- what relations mean ------------------------------------------------------------------------------------------------


def meanings(scene: Scene, target: str | None, ignored: str | None, survives: str = "all") -> list[tuple[object, ...]]:
    """Each relation as its kind and the identities of its instances.

    An instance is identified by its parts outside `target` and `ignored` and its depth above them; one in the target by its offset
    there. `survives`: what of the target outlives the edit: 'all', 'itself' or 'nothing'. Relations that refer to other instances of
    the target, or are stated inside them, are left out.
    """
    skip, own = set(_inside(scene, ignored)), _inside(scene, target)
    known: dict[str, object] = {}
    for entity in scene.entities():
        row = entity.index
        if row in own:
            alive = survives == "all" or (survives == "itself" and row == own.start)
            known[entity.path] = ("target", row - own.start) if alive else None
            continue
        keys, depth = [], 0
        for below in range(row, scene.subtree_end(row)):
            if below in own or below in skip or scene.nodes.kind[below] != NodeKind.PRIMITIVE:
                continue
            leaf = scene.entity(below)
            keys.append(
                (
                    round(leaf.material.roughness, 4) if leaf.material else -1.0,
                    *np.round(leaf.world_from_local, 6).ravel().tolist(),
                )
            )
            depth = max(depth, leaf.path.count("/") - entity.path.count("/"))
        known[entity.path] = (depth, tuple(sorted(keys)))
    out: list[tuple[object, ...]] = []
    rows = {path: row for row, path in enumerate(scene.paths)}
    for relation in scene.relations:
        said_in = rows.get(relation.scope or "", -1)
        if said_in in skip or (said_in in own and survives != "all"):
            continue
        slots = []
        for name, paths in relation.paths.items():
            keys = [known[p] for p in paths]
            if name == "items":
                keys = [k for k in keys if k is not None]
            slots.append((name, tuple(keys)))
        if all(keys and None not in keys for _, keys in slots):
            out.append((relation.kind, relation.weight, relation.hard, tuple(slots)))
    return out
