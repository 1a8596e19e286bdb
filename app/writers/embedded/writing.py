"""Writes a stage as program text: one root entity with named placements, then lights, cameras and relations.

The text is easy to read and edit: poses refer to the room's sizes as constants (``DEPTH/2 - 0.46``), placements are grouped (rugs,
furniture with the items on it, walls, ceiling), and each is named by the word of the description. The same stage gives the same text.
"""

from __future__ import annotations

import keyword
import textwrap
from collections import Counter

from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.dressing_lines import DRESSING, REMARK, dressing_order, write_dressing
from scenewright.app.writers.embedded.light_lines import write_lights
from scenewright.app.writers.embedded.literals import write_number
from scenewright.app.writers.embedded.motion_lines import FRAMES, frames_of, track_calls, track_entity
from scenewright.app.writers.embedded.motions import PlannedMotions
from scenewright.app.writers.embedded.place_lines import RESERVED, ObjectKey, placement, shared_lines, shared_objects
from scenewright.app.writers.embedded.relation_lines import Names, relate_call, relation_lines
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.shell_lines import ENCLOSURE, extra_entities, is_enclosed, room_lines
from scenewright.app.writers.embedded.staging import Stage
from scenewright.scene.model import slug

__all__ = ["instance_paths", "program_names", "write_program"]

_WIDTH = 110


def write_program(description: Description, stage: Stage, title: str, motions: PlannedMotions | None = None) -> str:
    """The program text of a stage. `motions`: what moves; the root is then the animation."""
    motions = motions or PlannedMotions()
    order, dressing = _order(stage.items), dressing_order(stage)
    names = program_names(stage)
    root = _root_name(title or stage.kind)
    own, added = relation_lines(stage, names)
    parts = [
        "from scene.language import *\n",
        _constants(stage, frames_of(motions) if motions else 1),
        extra_entities(description, stage) + track_entity(motions),
        _root(description, stage, order, root, motions, dressed=bool(dressing)),
        relate_call(own),
        write_dressing(stage, dressing),
        relate_call(added),
        write_lights(description, stage),
    ]
    return "\n".join(p for p in parts if p).rstrip() + "\n"


def instance_paths(stage: Stage) -> dict[int, list[str]]:
    """Request -> the paths of its instances below the root of the program."""
    names = program_names(stage)
    out: dict[int, list[str]] = {}
    for item in stage.items:
        if id(item) in names.path:
            out.setdefault(item.request, []).append(names.of(item))
    return out


def _root_name(title: str) -> str:
    name = slug(title)
    if not name[0].isalpha() or not name.isascii():
        name = slug("".join(c if c.isascii() else "_" for c in f"scene_{name}"))
    return f"{name}_scene" if name in RESERVED or keyword.iskeyword(name) else name


def _constants(stage: Stage, frames: int) -> str:
    width, depth, height = (write_number(v) for v in (stage.width, stage.depth, stage.height))
    upright = ""
    if any(i.upright for i in stage.items):
        turns = "rotation_matrix(math.pi / 2, (0, 1, 0)) @ rotation_matrix(-math.pi / 2, (1, 0, 0))"
        upright = f"UPRIGHT = {turns}  # a book stands, its spine to the front\n"
    if frames > 1:
        upright += f"{FRAMES} = {frames}\n"
    if stage.outdoor:
        return f"WIDTH, DEPTH = {width}, {depth}  # of the ground, metres\n{upright}"
    return f"WIDTH, DEPTH, HEIGHT = {width}, {depth}, {height}  # metres\n{upright}"


# -- the root -------------------------------------------------------------------------------------------------------


def _order(everything: list[Item]) -> list[tuple[str, list[Item]]]:
    """Sections of the root: rugs, furniture with what it carries, walls, ceiling. What dresses the room has a function of its own."""
    items = [item for item in everything if not item.dresses]
    guests: dict[int, list[Item]] = {}
    for item in items:
        if item.host is not None:
            guests.setdefault(id(item.host), []).append(item)

    def with_guests(item: Item) -> list[Item]:
        out = [item]
        for guest in guests.get(id(item), []):
            out += with_guests(guest)
        return out

    sections: list[tuple[str, list[Item]]] = []
    standing = [i for i in items if i.host is None]
    for title, test in (
        ("rugs", lambda i: i.support == "rug"),
        ("furniture, and what stands on it", lambda i: i.support in ("floor", "surface")),
        ("on the walls", lambda i: i.support == "wall"),
        ("from the ceiling", lambda i: i.support == "ceiling"),
    ):
        chosen = [x for i in standing if test(i) for x in with_guests(i)]
        if chosen:
            sections.append((title, chosen))
    return sections


def program_names(stage: Stage) -> Names:
    """The names that the instances get in the program, which has the dressing last."""
    count: Counter[str] = Counter()
    path: dict[int, str] = {}
    for _, items in (*_order(stage.items), *dressing_order(stage)):
        for item in items:
            name = item.choice.name
            path[id(item)] = name if count[name] == 0 else f"{name}[{count[name]}]"
            count[name] += 1
    return Names(path, frozenset(path[id(item)] for item in stage.items if item.dresses and id(item) in path))


def _root(
    description: Description,
    stage: Stage,
    order: list[tuple[str, list[Item]]],
    root: str,
    motions: PlannedMotions,
    *,
    dressed: bool,
) -> str:
    shared = shared_objects([(title, [i for i in items if motions.of(i) is None]) for title, items in order])
    head = [_register(description.text), f"def {root}():", *shared_lines(shared)]
    lines = _returned(description, stage, order, shared, motions, dressed=dressed)
    if not motions:
        return "\n" + "\n".join([*head, "    return concat_shapes(", *lines]) + "\n"
    head[0] = head[0].replace("@register(", "@register_animation(", 1)
    head += [f"    for frame in range({FRAMES}):", f"        t = frame / {FRAMES}", "        yield concat_shapes("]
    return "\n" + "\n".join([*head, *(f"    {line}" for line in lines)]) + "\n"


def _returned(
    description: Description,
    stage: Stage,
    order: list[tuple[str, list[Item]]],
    shared: dict[ObjectKey, str],
    motions: PlannedMotions,
    *,
    dressed: bool,
) -> list[str]:
    """The arguments of the root's ``concat_shapes``, and its end."""
    lines = []
    if stage.outdoor:
        lines.append("        library_call('ground'),")
        if is_enclosed(description, stage):
            lines.append(f"        library_call({ENCLOSURE!r}),")
    else:
        lines += room_lines(description, stage)
        lines += [f"        library_call('partition', x={write_number(x)})," for x in stage.partitions]
    lines += [f"        {call}," for call in track_calls(motions)]
    frames = frames_of(motions)
    for title, items in order:
        lines.append(f"        # {title}")
        lines += [f"        {placement(item, stage, shared, motions, frames)}," for item in items]
    if dressed:
        lines += [f"        # {REMARK}", f"        {DRESSING}(),"]
    lines.append("    )")
    return lines


def _register(text: str) -> str:
    pieces = textwrap.wrap(text, _WIDTH - 8, drop_whitespace=False)
    if len(pieces) == 1:
        return f"@register({text!r})"
    return "@register(\n" + "\n".join(f"    {p!r}" for p in pieces) + ")"
