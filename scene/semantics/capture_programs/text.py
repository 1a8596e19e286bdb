"""Writes the program text of a capture that was split into parts, for people to read and edit.

Each kind of object is a registered function that draws a part of the file ``parts.ply``. The root function places the objects in the
room, the largest first. The room's surfaces are captured as well: those that ``room`` would draw are removed, and only its size is
used for the layout.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable, Sequence

from scenewright.scene import language
from scenewright.scene.semantics.capture_programs.naming import UNNAMED
from scenewright.scene.semantics.capture_programs.program import CapturedScene, CapturedSurface, ExtractedThing

__all__ = ["PARTS_FILE", "program_text"]

PARTS_FILE = "parts.ply"

_RESERVED = frozenset({*language.__all__, *dir(builtins), "np", "math", "random"})
"""Names that already exist in a program."""
_DRAWN = ("floor", "wall_left", "wall_right", "wall_back", "wall_front")
_EYE = 1.55


def program_text(scene: CapturedScene, title: str) -> str:
    """A program that, together with its parts file, evaluates to the scene."""
    functions = _functions(scene.things)
    order = sorted(scene.things, key=_place_in_order)
    blocks = [
        "from scene.language import *\n",
        _sizes(scene),
        *(_function(name, word) for word, name in functions.items()),
        _root(scene, order, functions, title),
        _adjusts(scene),
        _relations(scene, order),
        _cameras(scene),
    ]
    return "\n".join(b for b in blocks if b).rstrip() + "\n"


def _number(value: float, digits: int = 4) -> str:
    text = f"{round(float(value), digits) + 0.0:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _point(values: Iterable[float]) -> str:
    return f"({', '.join(_number(v) for v in values)})"


def _sizes(scene: CapturedScene) -> str:
    parts = f"PARTS = {PARTS_FILE!r}  # the capture, taken apart\n"
    if not scene.room.enclosed:
        return parts
    width, depth, height = (_number(v, 3) for v in (scene.room.width, scene.room.depth, scene.room.height))
    return f"{parts}WIDTH, DEPTH, HEIGHT = {width}, {depth}, {height}  # of the room, in units of the capture\n"


def _functions(things: Sequence[ExtractedThing]) -> dict[str, str]:
    """The function name for each word."""
    out: dict[str, str] = {}
    for word in sorted({t.called.word for t in things}):
        name = re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_") or UNNAMED
        if not name[0].isalpha() or keyword.iskeyword(name) or name in _RESERVED:
            name = f"the_{name}"
        while name in out.values():
            name += "_"
        out[word] = name
    return out


def _function(name: str, word: str) -> str:
    return f"\n@register({word!r})\ndef {name}(part):\n    return splat_call(PARTS, part=part)\n"


def _place_in_order(thing: ExtractedThing) -> tuple[int, float]:
    size = float(thing.size[0] * thing.size[1] * thing.size[2])
    return {"floor": 0, "wall": 2, "": 3}.get(thing.support, 1), -size


def _root(scene: CapturedScene, order: Sequence[ExtractedThing], functions: dict[str, str], title: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_") or "capture"
    name = name if name[0].isalpha() else f"capture_{name}"
    if keyword.iskeyword(name) or name in _RESERVED or name in functions.values():
        name = f"captured_{name}"
    lines = [f"@register({title!r})", f"def {name}():", "    return concat_shapes("]
    if scene.room.enclosed:
        lines.append("        room(WIDTH, DEPTH, HEIGHT),")
    if scene.surfaces:
        filled = any(s.filled is not None for s in scene.surfaces)
        lines.append(f"        # surfaces, as captured{', and what was filled in behind things' if filled else ''}")
        lines += [f"        {_surface(s)}," for s in scene.surfaces]
    for heading, kinds in (("on the floor", (0,)), ("on things", (1,)), ("on the walls", (2,)), ("elsewhere", (3,))):
        chosen = [t for t in order if _place_in_order(t)[0] in kinds]
        if chosen:
            lines.append(f"        # {heading}")
            lines += [f"        {_thing(t, functions)}," for t in chosen]
    lines.append("    )")
    return "\n" + "\n".join(lines) + "\n"


def _surface(surface: CapturedSurface) -> str:
    shape = f"splat_call(PARTS, part={surface.part})"
    if surface.filled is not None:
        shape = f"concat_shapes({shape}, splat_call(PARTS, part={surface.filled}))"
    return f"place({shape}, at={_point(surface.at)}, name={surface.name!r})"


def _thing(thing: ExtractedThing, functions: dict[str, str]) -> str:
    turn = f", turn={_number(thing.turn, 2)}" if abs(thing.turn) >= 0.005 else ""
    z = f", z=embed({thing.words!r})"
    shape = f"{functions[thing.called.word]!r}, part={thing.part}"
    return f"place({shape}, at={_point(thing.at)}{turn}, name={thing.name!r}{z})"


def _adjusts(scene: CapturedScene) -> str:
    if not scene.room.enclosed:
        return ""
    lines = ["", "# the captured surfaces stand for those that room() draws"]
    return "\n".join([*lines, *(f"adjust('room/{part}', remove=True)" for part in _DRAWN)]) + "\n"


def _relations(scene: CapturedScene, order: Sequence[ExtractedThing]) -> str:
    lines: list[str] = []
    for thing in order:
        if thing.support == "wall":
            lines.append(f"on_wall({thing.name!r})")
        elif thing.support not in ("", "floor"):
            kind = "inside" if thing.inside else "on"
            lines.append(f"{kind}({thing.name!r}, {thing.support!r})")
        elif thing.wall and thing.support == "floor" and scene.room.enclosed:
            lines.append(f"against_wall({thing.name!r}, {thing.wall!r})")
    if not lines:
        return ""
    return "\nrelate(\n" + "".join(f"    {line},\n" for line in lines) + ")\n"


def _cameras(scene: CapturedScene) -> str:
    width, depth, height = scene.room.width, scene.room.depth, scene.room.height
    if scene.room.enclosed:
        eye = (0.43 * width, min(_EYE, 0.65 * height), 0.43 * depth)
        inside = f"camera(eye={_point(eye)}, target={_point((-0.13 * width, 0.28 * height, -0.2 * depth))}, fov=72)"
        if scene.room.ceiling:
            return f"\n{inside}\n"
        above = (0.82 * width, 2.5 * height, 1.8 * depth)
        return f"\ncamera(eye={_point(above)}, target={_point((0, 0.4 * height, 0))}, fov=36)\n{inside}\n"
    far = 0.9 * float((width**2 + depth**2) ** 0.5)
    eye = (0.5 * far, 0.6 * far, 0.9 * far)
    return f"\ncamera(eye={_point(eye)}, target={_point((0, 0.3 * height, 0))}, fov=45)\n"
