"""Writes a stage as program text: one root entity with named placements, then lights, cameras and relations.

The text is easy to read and edit: poses refer to the room's sizes as constants (``DEPTH/2 - 0.46``), placements are grouped (rugs,
furniture with the items on it, walls, ceiling), and each is named by the word of the description. The same stage gives the same text.
"""

from __future__ import annotations

import keyword
import textwrap
from collections import Counter

from scenewright.app.furnishing.traits import wall_backed
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.light_lines import write_lights
from scenewright.app.writers.embedded.literals import write_number, write_offset
from scenewright.app.writers.embedded.relation_lines import Names, write_relations
from scenewright.app.writers.embedded.roomplan import RoomOpening
from scenewright.app.writers.embedded.selection import Choice, Item
from scenewright.app.writers.embedded.staging import PARTITION, Stage
from scenewright.scene.model import slug

__all__ = ["instance_paths", "write_program"]

_WIDTH = 110
_NEAR_WALL = 1.3
_RESERVED = word_set(
    """room place relate light camera environment embed register loop math np random surface adjust partition
    ground on inside under above hanging near across far behind facing aligned parallel centered around spaced
    symmetric clear"""
)
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
    order = _order(stage.items)
    names = _names(order)
    root = _root_name(title or stage.kind)
    parts = [
        "from scene.language import *\n",
        _constants(stage),
        _extras(description, stage),
        _root(description, stage, order, root),
        write_relations(stage, names),
        write_lights(description, stage),
    ]
    return "\n".join(p for p in parts if p).rstrip() + "\n"


def instance_paths(stage: Stage) -> dict[int, list[str]]:
    """Request -> the paths of its instances below the root of the program."""
    names = _names(_order(stage.items))
    out: dict[int, list[str]] = {}
    for item in stage.items:
        if id(item) in names.path:
            out.setdefault(item.request, []).append(names.of(item))
    return out


def _root_name(title: str) -> str:
    name = slug(title)
    if not name[0].isalpha() or not name.isascii():
        name = slug("".join(c if c.isascii() else "_" for c in f"scene_{name}"))
    return f"{name}_scene" if name in _RESERVED or keyword.iskeyword(name) else name


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


def _order(items: list[Item]) -> list[tuple[str, list[Item]]]:
    """Sections of the program: rugs, furniture with what it carries, walls, ceiling."""
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


def _names(order: list[tuple[str, list[Item]]]) -> Names:
    count: Counter[str] = Counter()
    path: dict[int, str] = {}
    for _, items in order:
        for item in items:
            name = item.choice.name
            path[id(item)] = name if count[name] == 0 else f"{name}[{count[name]}]"
            count[name] += 1
    return Names(path)


def _root(description: Description, stage: Stage, order: list[tuple[str, list[Item]]], root: str) -> str:
    shared = _shared(order)
    lines = [_register(description.text), f"def {root}():"]
    for key, name in shared.items():
        lines.append(f"    {name} = {_asset(*key)}")
    lines.append("    return concat_shapes(")
    if stage.outdoor:
        lines.append("        library_call('ground'),")
    else:
        lines += _room(description, stage)
        lines += [f"        library_call('partition', x={write_number(x)})," for x in stage.partitions]
    for title, items in order:
        lines.append(f"        # {title}")
        lines += [f"        {_placement(item, stage, shared)}," for item in items]
    lines.append("    )")
    return "\n" + "\n".join(lines) + "\n"


def _register(text: str) -> str:
    pieces = textwrap.wrap(text, _WIDTH - 8, drop_whitespace=False)
    if len(pieces) == 1:
        return f"@register({text!r})"
    return "@register(\n" + "\n".join(f"    {p!r}" for p in pieces) + ")"


_Key = tuple[str, tuple[float, float, float] | None, bool]


def _key(item: Item) -> _Key:
    return item.choice.words, item.box, item.upright


def _shared(order: list[tuple[str, list[Item]]]) -> dict[_Key, str]:
    """Variable names for objects that the scene contains several times."""
    count: Counter[_Key] = Counter()
    first: dict[_Key, Choice] = {}
    for _, items in order:
        for item in items:
            key = _key(item)
            count[key] += 1
            first.setdefault(key, item.choice)
    out: dict[_Key, str] = {}
    used: set[str] = set()
    for key, n in count.items():
        if n < 2:
            continue
        name = slug(first[key].request.words)
        name = name if name[0].isalpha() and name.isascii() else f"object_{len(out)}"
        if name in _RESERVED or keyword.iskeyword(name) or name in ("min", "max", "list"):
            name = f"the_{name}"
        while name in used:
            name += "_2" if not name[-1].isdigit() else "x"
        used.add(name)
        out[key] = name
    return out


def _asset(words: str, box: tuple[float, float, float] | None, upright: bool) -> str:
    size = f", size=({', '.join(write_number(v) for v in box)})" if box else ""
    call = f"asset_call({words!r}{size})"
    return f"transform_shape({call}, UPRIGHT)" if upright else call


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


def _placement(item: Item, stage: Stage, shared: dict[_Key, str]) -> str:
    what = shared.get(_key(item)) or _asset(*_key(item))
    x, y, z = _coordinates(item, stage)
    parts = [what, f"at=({x}, {y}, {z})"]
    turn = item.turn % 360.0
    turn = turn - 360.0 if turn > 180.0 else turn
    if abs(turn) > 0.005:
        parts.append(f"turn={write_number(turn, 2)}")
    parts.append(f"name={item.choice.name!r}")
    if item.choice.identity.lower() != item.choice.request.words.lower():
        parts.append(f"z=embed({item.choice.identity!r})")
    return f"place({', '.join(parts)})"


def _coordinates(item: Item, stage: Stage) -> tuple[str, str, str]:
    x, y, z = write_number(item.x), write_number(item.y, 4), write_number(item.z)
    if stage.outdoor:
        return x, y, z
    if item.support == "ceiling" and item.host is None:
        y = write_offset("HEIGHT", item.y - stage.height)
    if item.host is None and (item.mounted or (item.support == "floor" and wall_backed(item))):
        wall = item.wall
        at_end = {
            "left": item.x + stage.width / 2,
            "right": stage.width / 2 - item.x,
            "back": item.z + stage.depth / 2,
            "front": stage.depth / 2 - item.z,
        }
        single = not stage.partitions
        if wall == "back" and at_end[wall] < _NEAR_WALL:
            z = write_offset("-DEPTH/2", at_end[wall])
        elif wall == "front" and at_end[wall] < _NEAR_WALL:
            z = write_offset("DEPTH/2", -at_end[wall])
        elif wall == "left" and at_end[wall] < _NEAR_WALL and single:
            x = write_offset("-WIDTH/2", at_end[wall])
        elif wall == "right" and at_end[wall] < _NEAR_WALL and single:
            x = write_offset("WIDTH/2", -at_end[wall])
    return x, y, z
