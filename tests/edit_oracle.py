"""Random edits on programs in which every instance can be recognised without its path, as an oracle for the editor.

Each instance's material carries a roughness that no other has (its mark): paths, names, poses and colours may change under
edits, the mark does not. What a relation means is the marks of its instances.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import numpy as np

from scene.errors import EditError
from scene.language.editor import EditResult, apply_edit
from scene.language.edits import Delete, Duplicate, Edit, Move, Recolour, Rename, Replace, Scale, SetZ, Turn
from scene.language.evaluator import evaluate_here
from scene.model import NodeKind, Scene

__all__ = ["Run", "marks", "program", "random_edit", "step"]

WORDS = ("chair", "table", "lamp", "box")


def program(rng: random.Random) -> str:
    """A program of some 6-14 instances: placed one by one, in lists, in a loop, nested; with relations and adjusts."""
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

    lines += ["H = 0.2", "", "@register('a set of things')", "def group():", "    return concat_shapes("]
    lines += [f"        {call()}," for _ in range(rng.randrange(2, 4))] + ["    )", ""]
    lines += ["@register('the scene')", "def scene():", "    parts = [", *(f"        {call()},  # kept" for _ in range(rng.randrange(2, 5))), "    ]"]
    lines += [f"    parts.append({call()})"]
    base = next(mark)
    lines += [f"    parts += [place('box', at=(i, 0, 4), mark=({base} + i) / 1000) for i in range({rng.randrange(2, 4)})]"]
    for _ in range(5):
        next(mark)
    lines += [f"    return concat_shapes(*parts, place('group', at=(0, 1, 0), turn={rng.choice([0, 30])}), {call()})", ""]
    source = "\n".join(lines) + "\n"
    scene = evaluate_here(source)
    paths = [e.path.removeprefix("scene/") for e in scene.entities() if e.index]
    for _ in range(rng.randrange(2, 6)):
        a, b, c = (rng.choice(paths) for _ in range(3))
        if len({a, b, c}) == 3:
            source += rng.choice([f"relate(near('{a}', '{b}', hi=9.0), facing('{c}', '{a}'))\n", f"relate(spaced(['{a}', '{b}', '{c}'], 'x'))\n", f"relate(on('{a}', '{b}'))\n"])
    for path in rng.sample(paths, rng.randrange(0, 3)):
        source += f"adjust('{path}', move=(0, 0, 0.1))\n"
    return source


def marks(scene: Scene) -> dict[str, float]:
    """Path of every instance -> its own mark (that of its first primitive)."""
    out: dict[str, float] = {}
    for entity in scene.entities():
        for below in entity.descendants():
            if below.kind is NodeKind.PRIMITIVE:
                out[entity.path] = round(below.material.roughness, 4) + 10.0 * (below.path.count("/") - entity.path.count("/") - 1)
                break
    return out


def meanings(scene: Scene) -> list[tuple[object, ...]]:
    known = marks(scene)
    return [(r.kind, tuple((k, tuple(known.get(p) for p in v)) for k, v in r.paths.items())) for r in scene.relations if all(r.paths.values())]


def random_edit(scene: Scene, rng: random.Random) -> Edit:
    path = rng.choice([e.path for e in scene.entities() if e.index])
    by = (rng.uniform(-1, 1), rng.choice([0.0, 0.25]), rng.uniform(-1, 1))
    return rng.choice(
        [
            Move(path, by=by), Turn(path, rng.uniform(-180, 180)), Scale(path, rng.choice([0.5, 1.5, (1.0, 2.0, 1.0)])),
            Recolour(path, (rng.random(), rng.random(), 0.3)), Rename(path, rng.choice([*WORDS, "spot", "thing"])),
            Delete(path), Duplicate(path, by, rng.choice([None, "copy"])), SetZ(path, rng.choice(["old oak", "red"])),
            Replace(path, rng.choice(WORDS)),
        ]
    )  # fmt: skip


@dataclass
class Run:
    """What a run of random edits counted."""

    made: int = 0
    refused: int = 0
    literal: int = 0
    references: int = 0
    faults: list[str] = field(default_factory=list)


def step(source: str, scene: Scene, edit: Edit, run: Run) -> EditResult | None:
    """Make one edit and hold the result against what it was to do, by marks alone."""
    try:
        result = apply_edit(source, edit, evaluate_here, scene=scene)
    except EditError:
        run.refused += 1
        return None
    run.made += 1
    run.literal += result.how == "literal"
    problem = _wrong(scene, edit, result)
    if problem:
        run.faults.append(f"{edit}: {problem}")
    run.references += len(result.scene.relations)
    return result


def _wrong(before: Scene, edit: Edit, result: EditResult) -> str | None:
    after = result.scene
    again = evaluate_here(result.source)
    if again.paths != after.paths or np.abs(again.world_from_local - after.world_from_local).max() > 0:
        return "the text is not the scene that was certified"
    target = before.find(edit.path)  # type: ignore[attr-defined]
    inside = {target.path, *(e.path for e in target.descendants())}
    above = set()
    parent = target.parent
    while parent is not None:
        above.add(parent.path)
        parent = parent.parent
    old, new = _by_mark(before, skip=inside | above), _by_mark(after, skip=set())
    for mark, places in old.items():
        found = new.get(mark, [])
        for world in places:
            if not any(np.abs(world - w).max() < 1e-9 for w in found):
                return f"the instance of mark {mark} moved or went"
    was, now = meanings(before), meanings(after)
    if isinstance(edit, (Delete, Replace)):
        # an ancestor is recognised by what is in it, which changes
        gone = {m for p, m in marks(before).items() if p in inside | above}
        was = [m for m in was if not any(x in gone for _, values in m[1] for x in values)]  # type: ignore[attr-defined]
        lost = [m for m in was if m not in now]
    else:
        lost = [] if was == now else [m for m in was if m not in now] or [("order or number",)]
    return f"references changed their meaning: {lost[:2]}" if lost else None


def _by_mark(scene: Scene, skip: set[str]) -> dict[float, list[np.ndarray]]:
    out: dict[float, list[np.ndarray]] = {}
    for row in scene.leaf_rows.tolist():
        if scene.paths[row] not in skip:
            out.setdefault(round(scene.entity(row).material.roughness, 4), []).append(scene.world_from_local[row])
    return out
