"""``docs/relations.md`` and its pictures, made from the table of relations.

``python -m scenewright.scene.layout.relations.reference`` writes them anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from scenewright.scene.language.relations import KINDS, Block, RelationKind, RelationPicture, Takes
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.relations.anchors import constraints_of
from scenewright.scene.layout.relations.definitions import DEFINITIONS, LEVER, Definition
from scenewright.scene.layout.relations.explanations import explain
from scenewright.scene.layout.relations.pictures import drawing
from scenewright.scene.model import Room

__all__ = ["example_problem", "example_program", "reference_files", "write_reference"]

DOCS = Path(__file__).resolve().parents[3] / "docs"

_INTRODUCTION = """# Relations

<!-- Made by `python -m scenewright.scene.layout.relations.reference` from scene/language/relations/table.py: change that, not this. -->

A program says what a layout must respect with `relate(on('lamp', 'desk'), near('chair', 'desk', 0.0, 0.5), ...)`.

- Names are names of placed instances, or more of their paths (`'office/desk[1]'`). A list of names in the place of `a` says the same of
  each. Where a name means several instances, `a` is each of them and `b` the nearest.
- `b` may be a thing, a wall (`'back'`, `'wall_left'`), a `'door'`, a `'window[1]'`, and where it says so the room.
- `'room'`, `'scene'` and the name of the root mean the room. In a scene without a room they mean the ground.
- Distances are metres between the nearest points of two boxes. Angles are degrees. +x is right, +y up, +z toward the viewer.
- "Holds within" says how far off a thing may be and the relation still counts as met.
- Every relation takes `weight=1.0` and `hard=False`. What holds a thing up (`on`, `inside`, `hanging`, `on_wall`) is hard in any case.
- A relation that names what is not there is reported with the closest names and left out. The rest stays.
- What is written in another way and has a plain meaning is read, with a warning that shows the documented way.

In the pictures from above, a triangle marks the front of a thing. Green things are where the relation wants them, red ones are not.
"""


def reference_files() -> dict[str, str]:
    """The files of the reference and their texts, by path below ``docs``."""
    files = {"relations.md": "\n".join(_page())}
    files.update((f"relations/{kind}.svg", drawing(row)) for kind, row in KINDS.items())
    return files


def write_reference(folder: Path = DOCS) -> list[Path]:
    """Write all files of the reference; what they are."""
    written = []
    for name, text in reference_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _page() -> Iterator[str]:
    yield _INTRODUCTION
    groups: dict[str, list[RelationKind]] = {}
    for row in KINDS.values():
        groups.setdefault(row.group, []).append(row)
    yield "| | |\n|---|---|"
    for group, rows in groups.items():
        yield f"| {group} | {', '.join(f'[`{r.kind}`](#{r.kind})' for r in rows)} |"
    for group, rows in groups.items():
        yield f"\n## {group}"
        for row in rows:
            yield from _entry(row)


def _entry(row: RelationKind) -> Iterator[str]:
    yield f"\n### {row.kind}\n"
    yield f"`{'` or `'.join(row.calls)}`\n"
    yield row.meaning
    definition = DEFINITIONS.get(row.kind)
    if definition is not None:
        yield f"It holds within {_slack(definition)}."
    if row.room:
        yield f"{'`about`' if row.kind == 'symmetric' else '`b`'} may be the room."
    for parameter in row.parameters:
        if parameter.takes not in (Takes.NAME, Takes.NAMES, Takes.NUMBER):
            without = " It may be left out." if parameter.default is None else ""
            yield f"`{parameter.name}` is {parameter.takes.value}.{without}"
    yield f"\n![{row.picture.relation}](relations/{row.kind}.svg)\n"
    yield f"`{row.picture.relation}`" + (":" if row.solved else "")
    for sign, wrong in (("Green", False), ("Red", True)):
        if row.solved and (row.picture.wrong or not wrong):
            yield f"- {sign}: {_told(row.picture, wrong)}."
    if row.forms:
        yield "\n| also read | as |\n|---|---|"
        for form in row.forms:
            yield f"| `{form.written}` | `{form.means}` |"
    if row.words:
        yield f"\nIn relations given as text: {', '.join(w.replace('_', ' ') for w in row.words)}."


def _slack(definition: Definition) -> str:
    shown = f"{100.0 * definition.tolerance:g} cm"
    if not definition.turns:
        return shown
    degrees = round(float(np.rad2deg(definition.tolerance / LEVER)))
    return f"{shown}, or {degrees} degree{'s' * (degrees != 1)}"


def _told(picture: RelationPicture, wrong: bool) -> str:
    problem = example_problem(picture, wrong)
    said = [explain(c, problem, problem.bodies.initial).split("; ")[0] for c in problem.constraints]
    return "; ".join(said)


# -- examples -------------------------------------------------------------------------------------------------------------


def example_program(picture: RelationPicture, wrong: bool = False) -> str:
    """The example of a picture as a program; `wrong`: of the one that does not hold."""
    things: Mapping[str, Block] = {**picture.things, **(picture.wrong if wrong else {})}
    width, depth, height = picture.room or (8.0, 8.0, 2.7)
    placed = [
        f"        place(primitive_call('cube', {{'scale': {b.size}}}), at={b.at}, turn={b.turn}, name={name!r}),"
        for name, b in things.items()
    ]
    return "\n".join(
        [
            "from scene.language import *\n",
            "@register('an example')",
            "def example():",
            f"    return concat_shapes(\n        room({width}, {depth}, {height}),",
            *placed,
            "    )\n",
            f"relate({picture.relation})",
            "",
        ]
    )


def example_problem(picture: RelationPicture, wrong: bool = False) -> Problem:
    """The relation of a picture between its things, as a layout has it."""
    from scenewright.scene.language.running import evaluate_here
    from scenewright.scene.layout.bodies import bodies_of

    scene = evaluate_here(example_program(picture, wrong))
    bodies = bodies_of(scene)
    constraints, unread = constraints_of(scene, bodies)
    nothing = np.full(len(bodies), -1, dtype=np.int32)
    assert isinstance(scene.room, Room)
    return Problem(bodies, scene.room, constraints, nothing, nothing.copy(), unread=unread)


if __name__ == "__main__":
    for path in write_reference(*map(Path, sys.argv[1:2])):
        print(path)
