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
from scenewright.app.writers.embedded.place_lines import RESERVED, placement, shared_lines, shared_objects
from scenewright.app.writers.embedded.relation_lines import Names, relate_call, relation_lines
from scenewright.app.writers.embedded.roomplan import RoomOpening
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.staging import PARTITION, Stage
from scenewright.scene.model import slug

__all__ = ["instance_paths", "program_names", "write_program"]

_WIDTH = 110
_GROUNDS = (
    (("beach", "desert", "sandbox"), "sand"),
    (("street", "road", "parking lot", "car park", "bus stop", "alley", "runway", "driveway"), "asphalt"),
    (("plaza", "square", "courtyard", "sidewalk", "market square", "promenade", "station"), "stone"),
    (("patio", "terrace"), "sandstone"),
    (("deck", "pier", "dock", "balcony"), "wood"), (("rooftop", "roof terrace"), "concrete"),
    (("forest", "woodland", "jungle"), "moss"),
)  # fmt: skip


def write_program(description: Description, stage: Stage, title: str) -> str:
    """The program text of a stage."""
    order, dressing = _order(stage.items), dressing_order(stage)
    names = program_names(stage)
    root = _root_name(title or stage.kind)
    own, added = relation_lines(stage, names)
    parts = [
        "from scene.language import *\n",
        _constants(stage),
        _extras(description, stage),
        _root(description, stage, order, root, dressed=bool(dressing)),
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


def _constants(stage: Stage) -> str:
    width, depth, height = (write_number(v) for v in (stage.width, stage.depth, stage.height))
    upright = ""
    if any(i.upright for i in stage.items):
        turns = "rotation_matrix(math.pi / 2, (0, 1, 0)) @ rotation_matrix(-math.pi / 2, (1, 0, 0))"
        upright = f"UPRIGHT = {turns}  # a book stands, its spine to the front\n"
    if stage.outdoor:
        return f"WIDTH, DEPTH = {width}, {depth}  # of the ground, metres\n{upright}"
    return f"WIDTH, DEPTH, HEIGHT = {width}, {depth}, {height}  # metres\n{upright}"


def _extras(description: Description, stage: Stage) -> str:
    """Entities that are not from the catalogue: the ground, walls between rooms."""
    if stage.outdoor:
        look = next((s for kinds, s in _GROUNDS if any(k in stage.kind for k in kinds)), "grass")
        return textwrap.dedent(f"""
            @register('the ground')
            def ground():
                color, material = surface({look!r})
                slab = primitive_call('cube', {{'scale': (WIDTH, 0.1, DEPTH)}}, color=color, material=material)
                return transform_shape(slab, translation_matrix((0, -0.05, 0)))
            """)
    if stage.partitions:
        return textwrap.dedent(f"""
            @register('a wall between two rooms, with a way through at the front')
            def partition(x):
                door = 0.95
                wall = primitive_call('cube', {{'scale': ({PARTITION}, HEIGHT, DEPTH - door)}}, color=(0.92, 0.9, 0.86))
                lintel = primitive_call('cube', {{'scale': ({PARTITION}, HEIGHT - 2.1, door)}}, color=(0.92, 0.9, 0.86))
                return concat_shapes(
                    transform_shape(wall, translation_matrix((x, HEIGHT/2, -door/2))),
                    transform_shape(lintel, translation_matrix((x, HEIGHT/2 + 1.05, DEPTH/2 - door/2))))
            """)
    return ""


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
    description: Description, stage: Stage, order: list[tuple[str, list[Item]]], root: str, *, dressed: bool
) -> str:
    shared = shared_objects(order)
    lines = [_register(description.text), f"def {root}():", *shared_lines(shared)]
    lines.append("    return concat_shapes(")
    if stage.outdoor:
        lines.append("        library_call('ground'),")
    else:
        lines += _room(description, stage)
        lines += [f"        library_call('partition', x={write_number(x)})," for x in stage.partitions]
    for title, items in order:
        lines.append(f"        # {title}")
        lines += [f"        {placement(item, stage, shared)}," for item in items]
    if dressed:
        lines += [f"        # {REMARK}", f"        {DRESSING}(),"]
    lines.append("    )")
    return "\n" + "\n".join(lines) + "\n"


def _register(text: str) -> str:
    pieces = textwrap.wrap(text, _WIDTH - 8, drop_whitespace=False)
    if len(pieces) == 1:
        return f"@register({text!r})"
    return "@register(\n" + "\n".join(f"    {p!r}" for p in pieces) + ")"


def _room(description: Description, stage: Stage) -> list[str]:
    options = []
    for kind in ("door", "window"):
        openings = [_opening(o) for o in stage.openings if o.kind == kind]
        if openings:
            options.append(f"{kind}s=[{', '.join(openings)}]")
    for place, option in (("floor", "floor_color"), ("wall", "wall_color")):
        color = _surface_color(description.surfaces.get(place))
        if color is not None:
            options.append(f"{option}={color}")
    head = "        room(WIDTH, DEPTH, HEIGHT"
    line = ", ".join([head, *options]) + "),"
    if len(line) <= _WIDTH:
        return [line]
    return [f"{head},", *[f"             {o}," for o in options[:-1]], f"             {options[-1]}),"]


def _opening(o: RoomOpening) -> str:
    sill = f", {write_number(o.sill)}" if o.kind == "window" and abs(o.sill - 0.9) > 1e-6 else ""
    return f"({o.wall!r}, {write_number(o.offset)}, {write_number(o.width)}, {write_number(o.height)}{sill})"


def _surface_color(words: str | None) -> str | None:
    if not words:
        return None
    from scenewright.scene.language.vocabulary import find_color, find_surface

    color = find_color(words)
    if color is None:
        found = find_surface(words)
        color = found.color if found is not None else None
    return None if color is None else f"({', '.join(write_number(c) for c in color)})"
