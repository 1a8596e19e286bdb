"""Reads the words for walls, corners, axes and frames in the arguments of relations."""

from __future__ import annotations

import re

__all__ = ["ANY_WALL", "axis_named", "corner_named", "frame_named", "row_along", "wall_named"]

ANY_WALL = "any"
"""Result of :func:`wall_named` for 'wall' or 'room': any wall."""

_WALLS = {
    "left": "left", "right": "right", "back": "back", "front": "front", "rear": "back", "north": "back", "south": "front",
    "west": "left", "east": "right", "-x": "left", "+x": "right", "-z": "back", "+z": "front",
}  # fmt: skip
_ANY = frozenset(
    ("", "any", "wall", "walls", "a_wall", "any_wall", "the_wall", "nearest", "nearest_wall", "room", "scene")
)
_AXES = {
    "x": "x", "y": "y", "z": "z", "x_axis": "x", "y_axis": "y", "z_axis": "z", "axis_x": "x", "axis_y": "y", "axis_z": "z",
    "+x": "x", "+y": "y", "+z": "z", "-x": "x", "-y": "y", "-z": "z", "horizontal": "x", "horizontally": "x", "width": "x",
    "vertical": "y", "vertically": "y", "height": "y", "depth": "z",
}  # fmt: skip
_ALONG = {"wall": "wall", "walls": "wall", "the_wall": "wall", "a_wall": "wall", "along_wall": "wall"}
_VIEW = frozenset(("view", "camera", "screen", "viewer", "image", "main_camera"))
_OWN = frozenset(("own", "b", "object", "local", "self", "target", "intrinsic"))
_FILLERS = frozenset(("corner", "the", "of", "room", "wall", "and", "in", ""))
_DIAGONALS = {"northwest": ("back", "left"), "northeast": ("back", "right"), "southwest": ("front", "left"),
              "southeast": ("front", "right"), "nw": ("back", "left"), "ne": ("back", "right"), "sw": ("front", "left"),
              "se": ("front", "right"), "backleft": ("back", "left"), "backright": ("back", "right"),
              "frontleft": ("front", "left"), "frontright": ("front", "right")}  # fmt: skip


def _plain(text: str) -> str:
    return re.sub(r"[\s_]+", "_", text.strip().lower()).removeprefix("room/")


def wall_named(text: str) -> str | None:
    """'left', 'right', 'back' or 'front'; :data:`ANY_WALL`; None where the text is the name of something else."""
    plain = _plain(text)
    if plain in _ANY:
        return ANY_WALL
    plain = plain.removeprefix("the_").removeprefix("wall_").removesuffix("_wall").removesuffix("-wall")
    return _WALLS.get(plain)


def corner_named(text: str) -> str | None:
    """'back_left', 'front' (a corner at the front wall), ...; '' for any corner; None where it names none."""
    words = [w for w in re.split(r"[\s_/-]+", text.strip().lower()) if w not in _FILLERS]
    found = [w for word in words for w in (_DIAGONALS.get(word) or (_WALLS.get(word, ""),))]
    across = [w for w in found if w in ("back", "front")]
    aside = [w for w in found if w in ("left", "right")]
    if len(across) + len(aside) < len(found) or len(across) > 1 or len(aside) > 1:
        return None
    return "_".join([*across, *aside])


def axis_named(given: object) -> str | None:
    """'x', 'y' or 'z', from a word for it, its number, or a vector along it; None for anything else."""
    if isinstance(given, str):
        return _AXES.get(_plain(given).replace("-axis", "_axis"))
    if isinstance(given, (int, float)) and not isinstance(given, bool) and given in (0, 1, 2):
        return "xyz"[int(given)]
    if isinstance(given, (list, tuple)) and len(given) == 3 and sum(bool(g) for g in given) == 1:
        return "xyz"[next(k for k, g in enumerate(given) if g)]
    return None


def row_along(given: object) -> str | None:
    """'x', 'z' or 'wall', from a word for it or the name of a wall to run along; None for anything else."""
    if isinstance(given, str):
        plain = _plain(given).removeprefix("along_")
        if plain in _ALONG:
            return _ALONG[plain]
        wall = None if plain in _AXES else wall_named(given)
        if wall in ("back", "front"):
            return "x"
        if wall in ("left", "right"):
            return "z"
        given = plain
    axis = axis_named(given)
    return axis if axis in ("x", "z") else None


def frame_named(given: object) -> str | None:
    """'view', '' for b's own frame; None where it is neither."""
    plain = _plain(str(given))
    return "view" if plain in _VIEW else "" if plain in _OWN else None
