"""The Scene Language: what a scene program may call. ``from scene.language import *`` inside a program.

Names load when they are first used: importing this package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import Any

_MODULES = {
    "math": "math", "np": "numpy", "random": "random",
    **dict.fromkeys(("Shape", "concat_shapes", "loop", "transform_shape"), "scenewright.scene.language.vocabulary.shapes"),
    "primitive_call": "scenewright.scene.language.vocabulary.primitives",
    **dict.fromkeys(("compute_shape_center", "compute_shape_max", "compute_shape_min", "compute_shape_sizes"),
                    "scenewright.scene.language.vocabulary.measuring"),
    **dict.fromkeys(("register", "register_animation", "library_call"), "scenewright.scene.language.vocabulary.registry"),
    **dict.fromkeys(("identity_matrix", "reflection_matrix", "rotation_matrix", "scale_matrix", "translation_matrix"),
                    "scenewright.scene.language.vocabulary.matrices"),
    **dict.fromkeys(("place", "asset_call", "splat_call"), "scenewright.scene.language.vocabulary.placing"),
    **dict.fromkeys(("embed", "light", "camera", "environment", "adjust"), "scenewright.scene.language.vocabulary.annotations"),
    "room": "scenewright.scene.language.vocabulary.rooms",
    "relate": "scenewright.scene.language.vocabulary.relations",
    "surface": "scenewright.scene.language.vocabulary.surfaces", "named_color": "scenewright.scene.language.vocabulary.colors",
}  # fmt: skip
RELATIONS = (
    "on", "inside", "under", "above", "hanging", "on_wall", "against_wall", "in_corner", "next_to", "near", "across", "far",
    "left_of", "right_of", "in_front_of", "behind", "facing", "aligned", "parallel", "centered", "around", "spaced", "in_row",
    "symmetric", "clear", "joined", "embedded_in", "fixed",
)  # fmt: skip
_TYPING = (
    "Any",
    "Callable",
    "Generator",
    "Iterator",
    "List",
    "Dict",
    "Tuple",
    "Optional",
    "Union",
    "Literal",
    "NamedTuple",
    "Sequence",
)

__all__ = [*_MODULES, *RELATIONS, *_TYPING, "P", "T"]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        module = importlib.import_module(_MODULES[name])
        value = module if _MODULES[name] in ("math", "numpy", "random") else getattr(module, name)
    elif name in RELATIONS:
        from scenewright.scene.language.vocabulary import CONSTRUCTORS

        value = CONSTRUCTORS[name]
    elif name in _TYPING or name in ("P", "T"):
        value = getattr(importlib.import_module("typing"), "Any" if name in ("P", "T") else name)
    else:
        raise AttributeError(f"module 'scene.language' has no attribute {name!r}")
    globals()[name] = value
    return value
