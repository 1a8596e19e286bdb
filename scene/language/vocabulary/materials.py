"""Reads the dict of numbers that a program gives as a material."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.evaluation import caller_span, current, short_text
from scenewright.scene.language.vocabulary.vectors import number, vec3
from scenewright.scene.limits import WORDS_CHARACTERS, WORLD_REACH
from scenewright.scene.model import Material

__all__ = ["MATERIAL_KEYS", "MATERIAL_MEANINGS", "read_material"]

_MATERIAL_VARIANTS = {
    "rough": "roughness", "metalness": "metallic", "metal": "metallic", "alpha": "opacity", "emissive": "emission",
    "emission_strength": "emission", "transparency": "transparency", "image": "texture",
}  # fmt: skip
MATERIAL_MEANINGS = {
    "roughness": "From 0, a mirror, to 1, matt.",
    "metallic": "From 0, such as wood, plastic or stone, to 1, bare metal, which reflects in its own colour.",
    "opacity": "From 0, clear as air, to 1, opaque.",
    "emission": "How much it shines by itself: a factor on its colour, 0 or more. To light other things in every renderer, add a `light`.",
    "texture": "Path of a picture inside the scene folder, which is laid on in place of the colour.",
}
MATERIAL_KEYS = tuple(MATERIAL_MEANINGS)


def read_material(given: Any) -> Material | None:
    """The Material that a dict describes; None for None or an empty dict. Values are clipped to their range with a warning.

    Raises:
        ProgramError: it is not a dict, or a value is not a number.
    """
    if given is None or (isinstance(given, dict) and not given):
        return None
    session = current()
    if isinstance(given, Material):
        return given
    if isinstance(given, str):
        from scenewright.scene.language.vocabulary.surfaces import surface

        session.warn(f"material was given as {given!r}: write a dict such as {{'roughness': 0.4}}", caller_span())
        given = surface(given)[1]
    if not isinstance(given, dict):
        raise ProgramError(
            "material must be a dict with roughness, metallic, opacity, emission or texture", kind="argument"
        )
    values: dict[str, Any] = {}
    for key, value in given.items():
        plain = key if key in MATERIAL_KEYS else _MATERIAL_VARIANTS.get(str(key))
        if plain is None:
            session.warn(f"material has no {key!r}: it takes {', '.join(MATERIAL_KEYS)}", caller_span())
            continue
        if plain == "texture":
            values["texture"] = (
                None if value is None else short_text(value, WORDS_CHARACTERS, "the texture of a material")
            )
            continue
        if plain == "emission" and np.ndim(value) == 1:
            session.warn(
                "emission is one number, a factor on the colour: the largest of the three was used", caller_span()
            )
            x = max(vec3(value, "emission"))
        else:
            x = number(value, f"{key} of material")
        if plain == "transparency":
            plain, x = "opacity", 1.0 - x
        top = WORLD_REACH if plain == "emission" else 1.0
        if not 0.0 <= x <= top:
            session.warn(f"{plain} of material is {x:g}: it was clipped", caller_span())
            x = min(max(x, 0.0), top)
        values[plain] = x
    return Material(**values)
