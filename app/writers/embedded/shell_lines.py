"""Writes the room, or the ground of a place out of doors: what they are made of, and what closes them."""

from __future__ import annotations

import textwrap

from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.literals import write_number
from scenewright.app.writers.embedded.roomplan import RoomOpening
from scenewright.app.writers.embedded.staging import PARTITION, Stage
from scenewright.scene.language.vocabulary import find_color, find_surface

__all__ = ["ENCLOSURE", "extra_entities", "is_enclosed", "room_lines"]

ENCLOSURE = "enclosure"
"""The name of the function that closes a place out of doors."""
_WIDTH = 110
_GROUNDS = (
    (("beach", "desert", "sandbox"), "sand"),
    (("street", "road", "parking lot", "car park", "bus stop", "alley", "runway", "driveway"), "asphalt"),
    (("plaza", "square", "courtyard", "sidewalk", "market square", "promenade", "station"), "stone"),
    (("patio", "terrace"), "sandstone"),
    (("deck", "pier", "dock", "balcony"), "wood"), (("rooftop", "roof terrace"), "concrete"),
    (("forest", "woodland", "jungle"), "moss"),
)  # fmt: skip
_WALLS_OF = {
    "brick": "brick", "tile": "tiles", "stone": "stone", "limestone": "stone", "sandstone": "stone", "slate": "stone",
    "marble": "large tiles", "granite": "large tiles", "concrete": "", "plaster": "",
}  # fmt: skip
"""Material that a text names -> the finish of walls of it."""
_FLOORS_OF = {
    "brick": "brick", "tile": "large tiles", "stone": "flagstones", "limestone": "flagstones", "sandstone": "flagstones",
    "slate": "flagstones", "marble": "large tiles", "granite": "large tiles", "laminate": "floorboards",
    "terracotta": "tiles", "straw": "mats", "tatami": "mats",
}  # fmt: skip
_WIDE = 80
"""Degrees by which a door is open in the last frame."""
_TWO_COLOURS = "black and white"
_WHITE = "(0.93, 0.92, 0.89)"
_PAVED: dict[str, tuple[str | float, float]] = {
    "floorboards": ("WIDTH", 0.16),
    "flagstones": (0.8, 0.6),
    "large tiles": (0.6, 0.6),
    "tiles": (0.3, 0.3),
    "brick": (0.4, 0.2),
}
"""Finish -> width and depth in metres of the pieces of a ground of it."""
_EDGES: dict[str, tuple[str, str, float, float]] = {
    # phrase, surface, height, thickness
    "parapet": ("a parapet around the roof", "plaster", 0.9, 0.25),
    "wall": ("a wall around the place", "sandstone", 1.7, 0.3),
    "hedge": ("a hedge around the garden", "dark leaf", 1.3, 0.5),
    "fence": ("a fence around the place", "white wood", 1.1, 0.06),
    "railing": ("a railing at the edge", "black metal", 1.05, 0.06),
}


_CITY = """
                # the house below, and the roofs of the city behind it
                def block(size, at, tone):
                    part = primitive_call('cube', {'scale': size}, color=tone, material={'roughness': 0.9})
                    parts.append(transform_shape(part, translation_matrix(at)))

                def house(x, z, wide, deep, top, tone):
                    block((wide, top + 4, deep), (x, (top - 4)/2, z), tone)
                    across, up = max(2, round(wide / 0.9)), max(2, round((top + 4) / 1.1))
                    for i in range(across):
                        for k in range(up - 1):
                            lit = (7*i + 5*k + round(3*x)) % 5 == 0
                            glass = (0.98, 0.86, 0.55) if lit else (0.22, 0.27, 0.33)
                            at = (x + ((i + 0.5)/across - 0.5)*wide, -3.2 + 1.1*k, z + deep/2 + 0.01)
                            block((0.42, 0.6, 0.02), at, glass)

                block((WIDTH + 0.5, 3.9, DEPTH + 0.25), (0, -2.05, -0.12), (0.62, 0.55, 0.48))
                for i in range(max(3, round(WIDTH / 1.6))):
                    block((0.8, 1.2, 0.04), ((i + 0.5) * 1.6 - 0.8 * max(3, round(WIDTH / 1.6)), -1.9, DEPTH/2 + 0.02), (0.2, 0.25, 0.31))
                count = max(5, round((WIDTH + 6) / 2.6))
                for i in range(count):
                    tone = 0.42 + 0.05 * ((3 * i) % 5)
                    x = ((i + 0.5)/count - 0.5) * (WIDTH + 8)
                    house(x, -DEPTH/2 - 3.4 - (i % 3), 2.2, 2.0, 1.4 + 0.7 * ((5 * i + 2) % 7), (tone, tone * 0.96, tone * 0.93))"""


def room_lines(description: Description, stage: Stage) -> list[str]:
    """The call of ``room``."""
    options = []
    for kind in ("door", "window"):
        openings = [_opening(o) for o in stage.openings if o.kind == kind]
        if openings:
            options.append(f"{kind}s=[{', '.join(openings)}]")
    for place, option in (("floor", "floor_color"), ("wall", "wall_color")):
        color = _surface_color(description.surfaces.get(place))
        if color is not None:
            options.append(f"{option}={color}")
    options += _finishes(description, stage)
    head = "        room(WIDTH, DEPTH, HEIGHT"
    line = ", ".join([head, *options]) + "),"
    if len(line) <= _WIDTH:
        return [line]
    return [f"{head},", *[f"             {o}," for o in options[:-1]], f"             {options[-1]}),"]


def _finishes(description: Description, stage: Stage) -> list[str]:
    shell = description.shell
    said = description.said.surfaces.get("wall", "")
    walls = _finish_said(said, _WALLS_OF, "planks")
    finish = shell.walls if walls is None else walls
    floor = _finish_said(description.surfaces.get("floor", ""), _FLOORS_OF, "floorboards")
    out = [f"wall_finish={finish!r}"] if finish else []
    out += [f"floor_finish={floor!r}"] if floor else []
    if shell.dado is not None and not walls:
        name, height, colour = shell.dado
        color = _surface_color(colour) if colour else None
        out.append(f"dado=({name!r}, {write_number(min(height, stage.height))}{'' if color is None else f', {color}'})")
    if stage.roof:
        out.append(f"roof={stage.roof!r}")
    return out


def _finish_said(words: str, finishes: dict[str, str], wooden: str) -> str | None:
    """The finish of a surface in words; None where they name no material, '' where that is smooth."""
    if not words or words.startswith("#"):
        return None
    if _TWO_COLOURS in words and "tile" in words:
        return "checked tiles"
    tokens = words.lower().split()
    last = tokens[-1].removesuffix("s") if tokens else ""
    if last in finishes:
        return finishes[last]
    if last == "cobblestone":
        return finishes["stone"]
    if last in ("log", "panel", "plank", "board"):
        return {"log": "logs", "panel": "panels", "plank": "planks", "board": "boards"}[last]
    found = find_surface(tokens[-1]) if tokens else None
    if found is None or find_color(tokens[-1]) is not None:
        return None
    return wooden if found.kind == "wood" and last not in ("bamboo", "straw", "cork") else ""


def _opening(o: RoomOpening) -> str:
    if o.opens:
        values = (repr(o.wall), *(write_number(v) for v in (o.offset, o.width, o.height)), f"{_WIDE} * t")
        return f"dict({', '.join(f'{key}={v}' for key, v in zip(('wall', 'offset', 'width', 'height', 'open'), values, strict=True))})"
    sill = f", {write_number(o.sill)}" if o.kind == "window" and abs(o.sill - 0.9) > 1e-6 else ""
    return f"({o.wall!r}, {write_number(o.offset)}, {write_number(o.width)}, {write_number(o.height)}{sill})"


def _surface_color(words: str | None) -> str | None:
    if not words:
        return None
    if _TWO_COLOURS in words:
        return _WHITE
    color = find_color(words)
    if color is None:
        found = find_surface(words)
        color = found.color if found is not None else None
    return None if color is None else f"({', '.join(write_number(c) for c in color)})"


# -- what is not from the catalogue ------------------------------------------------------------------------------------


def is_enclosed(description: Description, stage: Stage) -> bool:
    """Whether something closes a place out of doors."""
    return stage.outdoor and description.shell.edge in _EDGES


def extra_entities(description: Description, stage: Stage) -> str:
    """Entities that are not from the catalogue: the ground and what closes it, walls between rooms."""
    if stage.outdoor:
        return _ground(description, stage) + (_enclosure(description) if is_enclosed(description, stage) else "")
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


def _ground(description: Description, stage: Stage) -> str:
    usual = next((s for kinds, s in _GROUNDS if any(k in stage.kind for k in kinds)), "grass")
    said = description.surfaces.get("floor", "")
    look = said if said and find_surface(said) is not None else usual
    paved = _PAVED.get(_finish_said(look, _FLOORS_OF, "floorboards") or "")
    margin = write_number(2.0 * _EDGES[description.shell.edge][3]) if is_enclosed(description, stage) else ""
    width, depth = (f"{side} + {margin}" if margin else side for side in ("WIDTH", "DEPTH"))
    head = f"""
            @register('the ground')
            def ground():
                color, material = surface({look!r})
"""
    if paved is None:
        return textwrap.dedent(f"""{head}\
                slab = primitive_call('cube', {{'scale': ({width}, 0.1, {depth})}}, color=color, material=material)
                return transform_shape(slab, translation_matrix((0, -0.05, 0)))
            """)
    wide = "WIDTH" if isinstance(paved[0], str) else write_number(paved[0])
    return textwrap.dedent(f"""{head}\
                dark = tuple(0.6 * c for c in color)
                slab = primitive_call('cube', {{'scale': ({width}, 0.09, {depth})}}, color=dark, material=material)
                parts = [transform_shape(slab, translation_matrix((0, -0.055, 0)))]
                columns, rows = max(1, round(WIDTH / {wide})), max(1, round(DEPTH / {write_number(paved[1])}))
                x, z = WIDTH / columns, DEPTH / rows
                for i in range(columns):
                    for k in range(rows):
                        tone = 0.94 + 0.12 * ((7 * i + 5 * k + 3 * i * k) % 11) / 10
                        piece = primitive_call('cube', {{'scale': (x - 0.012, 0.01, z - 0.012)}},
                                               color=tuple(min(1.0, tone * c) for c in color), material=material)
                        at = ((i + 0.5) * x - WIDTH/2, -0.005, (k + 0.5) * z - DEPTH/2)
                        parts.append(transform_shape(piece, translation_matrix(at)))
                return concat_shapes(*parts)
            """)


def _enclosure(description: Description) -> str:
    phrase, look, height, thick = _EDGES[description.shell.edge]
    t, h = write_number(thick), write_number(height)
    if description.shell.edge in ("railing", "fence"):
        return _barred(phrase, look, h, t, pickets=description.shell.edge == "fence")
    cap = (
        ""
        if description.shell.edge == "hedge"
        else f"""
                for size, at in sides:
                    cap = primitive_call('cube', {{'scale': (size[0] + 0.06, 0.06, size[2] + 0.06)}}, color=(0.72, 0.71, 0.69))
                    parts.append(transform_shape(cap, translation_matrix((at[0], {h} + 0.03, at[2]))))"""
    )
    return textwrap.dedent(f"""
            @register({phrase!r})
            def {ENCLOSURE}():
                color, material = surface({look!r})
                sides = [((WIDTH + 2*{t}, {h}, {t}), (0, {h}/2, -DEPTH/2 - {t}/2))]
                sides += [(({t}, {h}, DEPTH), (x * (WIDTH/2 + {t}/2), {h}/2, 0)) for x in (-1, 1)]
                parts = []
                for size, at in sides:
                    side = primitive_call('cube', {{'scale': size}}, color=color, material=material)
                    parts.append(transform_shape(side, translation_matrix(at))){cap}{_CITY if description.shell.edge == "parapet" else ""}
                return concat_shapes(*parts)
            """)


def _barred(phrase: str, look: str, height: str, thick: str, *, pickets: bool) -> str:
    """A railing of bars, or a fence of pickets, on three sides."""
    bar, step = (0.09, 0.16) if pickets else (0.02, 0.13)
    return textwrap.dedent(f"""
            @register({phrase!r})
            def {ENCLOSURE}():
                color, material = surface({look!r})

                def box(size, at):
                    part = primitive_call('cube', {{'scale': size}}, color=color, material=material)
                    return transform_shape(part, translation_matrix(at))

                def run(length):
                    count = max(2, round(length / {step}))
                    bars = [box(({bar}, {height}, 0.02), (length * (i / count - 0.5), {height}/2, 0)) for i in range(count + 1)]
                    return concat_shapes(*bars, *[box((length, 0.05, {thick}), (0, {height} * y, 0)) for y in (0.2, 0.98)])

                sides = [transform_shape(run(WIDTH), translation_matrix((0, 0, -DEPTH/2 - {thick}/2)))]
                turn = rotation_matrix(math.pi / 2, (0, 1, 0))
                sides += [transform_shape(run(DEPTH), translation_matrix((x * (WIDTH/2 + {thick}/2), 0, 0)) @ turn) for x in (-1, 1)]
                return concat_shapes(*sides)
            """)
