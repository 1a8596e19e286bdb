"""Writes the program of a scene that was found in a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scenewright.app.picture_scenes.looks import Look
from scenewright.app.picture_scenes.surroundings import PictureSurroundings
from scenewright.app.picture_scenes.things import PlainShape, PlainThing
from scenewright.scene.model import Camera, Vec3

__all__ = ["NamedThing", "named_things", "scene_text"]

_MADE: dict[PlainShape, str] = {
    "cube": "primitive_call('cube', {'scale': size}, color=color, material=material)",
    "sphere": "primitive_call('sphere', {'radius': size[0] / 2}, color=color, material=material)",
    "cylinder": (
        "primitive_call('cylinder', {'radius': size[0] / 2, 'p0': (0, 0, 0), 'p1': (0, size[1], 0)}, color=color, "
        "material=material)"
    ),
}
_WORDS: dict[PlainShape, str] = {"cube": "box", "sphere": "ball", "cylinder": "cylinder"}
_METAL, _MATT = "{'roughness': 0.2, 'metallic': 1.0}", "{'roughness': 0.7, 'metallic': 0.0}"


@dataclass(frozen=True)
class NamedThing:
    """A thing with its look. `name`: as in the program, such as red_metal_ball. `crop`: the file of the part of the picture that shows it,
    relative to the scene folder."""

    thing: PlainThing
    look: Look
    name: str
    crop: str

    @property
    def words(self) -> str:
        return self.name.rstrip("0123456789").replace("_", " ").strip()


def named_things(things: Sequence[PlainThing], looks: Sequence[Look], color_words: Sequence[str]) -> list[NamedThing]:
    """Things with names of their own. `color_words`: what the colour of each is called."""
    counts: dict[str, int] = {}
    found = []
    for thing, look, color in zip(things, looks, color_words, strict=True):
        equal = max(thing.size) < 1.06 * min(thing.size)
        word = "cube" if thing.shape == "cube" and equal else _WORDS[thing.shape]
        stem = "_".join(part for part in (color.replace(" ", "_"), "metal" if look.metal else "", word) if part)
        counts[stem] = counts.get(stem, 0) + 1
        name = stem if counts[stem] == 1 else f"{stem}_{counts[stem]}"
        found.append(NamedThing(thing, look, name, f"crops/{name}.png"))
    return found


def scene_text(things: Sequence[NamedThing], camera: Camera, around: PictureSurroundings, *, crops: bool = True) -> str:
    """The program.

    Args:
        around: ground, wall and lamps.
        crops: each thing refers to its part of the picture.
    """
    lines = [
        "from scene.language import *",
        "",
        "@register('ground')",
        "def ground():",
        f"    slab = primitive_call('cube', {{'scale': ({around.side:.1f}, 0.1, {around.side:.1f})}}, color={_numbers(around.ground)})",
        "    return transform_shape(slab, translation_matrix((0, -0.05, 0)))",
        "",
    ]
    for shape in dict.fromkeys(t.thing.shape for t in things):
        lines += [
            f"@register('{_WORDS[shape]}')",
            f"def {_WORDS[shape]}(size, color, material):",
            f"    return {_MADE[shape]}",
            "",
        ]
    lines += ["@register('what a picture shows')", "def scene():"]
    lines.append(f"    camera(eye={_numbers(camera.eye)}, target={_numbers(camera.target)}, fov={camera.fov:g})")
    lines += [
        f"    light('area', at={_numbers(lamp.at)}, target=(0, 0, 0), size={lamp.size:.3g}, intensity={lamp.watts:.3g})"
        for lamp in around.lamps
    ]
    if around.lamps:
        lines.append(f"    light('ambient', intensity={around.ambient:.3g})")
    lines += ["    return concat_shapes(", "        library_call('ground'),"]
    if around.wall is not None:
        wall = around.wall
        lines.append(
            f"        place(primitive_call('cube', {{'scale': {_numbers(wall.size)}}}, color={_numbers(wall.color)}), "
            f"at={_numbers(wall.at)}, turn={wall.turn:.1f}, name='wall'),"
        )
    for t in things:
        thing, look = t.thing, t.look
        turn = f", turn={math.degrees(thing.turn) % 90.0:.1f}" if thing.turns else ""
        identity = f", z=embed('{t.words}', image='{t.crop}')" if crops else ""
        lines.append(
            f"        place('{_WORDS[thing.shape]}', at={_numbers((thing.at[0], 0.0, thing.at[1]))}{turn}, name='{t.name}', "
            f"size={_numbers(thing.size)}, color={_numbers(look.color)}, material={_METAL if look.metal else _MATT}{identity}),"
        )
    return "\n".join([*lines, "    )", ""])


def _numbers(values: Vec3) -> str:
    return "(" + ", ".join(f"{round(float(v), 4) + 0.0:g}" for v in values) + ")"
