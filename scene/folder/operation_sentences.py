"""The operations of a scene's journal as sentences for people: ``Moved chair 2 by 0.4 m``."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from scenewright.scene.printing import cut

__all__ = ["operation_sentence"]

_NAMED = 3
"""Most operations of one step that are told; the others are counted."""
_CHARACTERS = 160
_TEXT = 60
_NEAR = 5e-4
"""Metres or factors below which an axis counts as unchanged."""
_AXES = ("x", "y", "z")

_KINDS = {
    "create": "Made the scene",
    "adopt": "Took over the folder",
    "edit-by-hand": "Edited the files outside of Scenewright",
    "edit-library": "Changed a library",
    "configure": "Changed settings of the scene",
    "replace-scene": "Put another scene in its place",
    "capture": "Made the scene of a capture",
    "generate": "Made the scene of a description",
    "layout": "Laid the scene out",
    "fit": "Brought the scene to what a picture of it shows",
    "cameras": "Moved the camera to where most is to be seen",
    "write": "Wrote in the program",
    "change": "Changed the scene",
    "undo": "Took a change back",
    "redo": "Did a change again",
}


def operation_sentence(operation: Mapping[str, Any], target: int | None = None) -> str:
    """What an operation of a journal did. The journal is a file that anyone may have written: what is not as expected is left out.

    Args:
        target: number of the entry that an undo or a redo acts on.
    """
    edits = operation.get("edits")
    if isinstance(edits, Sequence) and not isinstance(edits, str):
        each = [operation_sentence(e) for e in edits[:200] if isinstance(e, Mapping)]
        told = list(dict.fromkeys(each)) or ["Changed the scene"]
        more = (
            f" and {len(told) - _NAMED} more change{'' if len(told) == _NAMED + 1 else 's'}"
            if len(told) > _NAMED
            else ""
        )
        return cut("; ".join([told[0], *(one[:1].lower() + one[1:] for one in told[1:_NAMED])]) + more, 3 * _CHARACTERS)
    kind = operation.get("kind")
    if kind in ("undo", "redo") and target is not None:
        return f"{'Took back' if kind == 'undo' else 'Did again'} change {target}"
    tell = _TELLERS.get(kind) if isinstance(kind, str) else None
    known = _KINDS.get(kind, f"Did: {kind}") if isinstance(kind, str) else "Changed the scene"
    return cut(known if tell is None else tell(operation), _CHARACTERS)


def _thing(path: object) -> str:
    """What people read of a path: its last name, with spaces, and its number where it has one: ``chair_2`` and ``chair[1]``, the second
    of two, are chair 2."""
    if not isinstance(path, str) or not path:
        return "a thing"
    name = path.rsplit("/", 1)[-1]
    return cut(
        re.sub(r"\[(\d{1,6})\]", lambda found: f" {int(found[1]) + 1}", name).replace("_", " ").strip() or "a thing",
        _TEXT,
    )


def _move(operation: Mapping[str, Any]) -> str:
    thing = _thing(operation.get("path"))
    by, to = _triple(operation.get("by")), _triple(operation.get("to"))
    if by is not None:
        axes = [axis for axis, length in zip(_AXES, by, strict=True) if abs(length) > _NEAR]
        far = _number(math.dist((0, 0, 0), by))
        if len(axes) == 1:
            sign = "" if by[_AXES.index(axes[0])] > 0 else "−"
            return f"Moved {thing} by {sign}{far} m along {axes[0]}"
        return f"Moved {thing} by {far} m"
    return f"Moved {thing} to {_place(to)}" if to is not None else f"Moved {thing}"


def _turn(operation: Mapping[str, Any]) -> str:
    degrees = _float(operation.get("degrees"))
    return f"Turned {_thing(operation.get('path'))}" + ("" if degrees is None else f" by {_number(degrees, 1)}°")


def _scale(operation: Mapping[str, Any]) -> str:
    thing, factor = _thing(operation.get("path")), operation.get("factor")
    one, three = _float(factor), _triple(factor)
    if three is not None and max(three) - min(three) < _NEAR:
        one = three[0]
    if one is not None:
        return f"Scaled {thing} to {_number(one * 100, 1)} %"
    if three is not None:
        changed = [
            f"{axis} to {_number(f * 100, 1)} %" for axis, f in zip(_AXES, three, strict=True) if abs(f - 1) > _NEAR
        ]
        return f"Scaled {thing}: {', '.join(changed) or 'nothing'}"
    return f"Scaled {thing}"


def _recolour(operation: Mapping[str, Any]) -> str:
    color, triple = operation.get("color"), _triple(operation.get("color"))
    part = operation.get("part")
    where = f"{cut(part, _TEXT)} of " if isinstance(part, str) and part else ""
    if triple is not None:
        shown = "#" + "".join(f"{round(min(max(c, 0.0), 1.0) * 255):02x}" for c in triple)
    else:
        shown = cut(color, _TEXT) if isinstance(color, str) else ""
    return f"Coloured {where}{_thing(operation.get('path'))} {shown}".rstrip()


def _material(operation: Mapping[str, Any]) -> str:
    words = ("roughness", "metallic", "opacity", "emission")
    surface = operation.get("surface")
    if isinstance(surface, str) and surface:
        return f"Made {_thing(operation.get('path'))} of {cut(surface, _TEXT)}"
    values = ((key, _float(operation.get(key))) for key in words)
    said = [f"{key} {_number(value)}" for key, value in values if value is not None]
    return f"Changed the material of {_thing(operation.get('path'))}" + (f": {', '.join(said)}" if said else "")


def _rename(operation: Mapping[str, Any]) -> str:
    return f"Renamed {_thing(operation.get('path'))} to {_thing(operation.get('name'))}"


def _add(operation: Mapping[str, Any]) -> str:
    what = operation.get("what")
    where = ""
    for key in ("on", "near"):
        if isinstance(operation.get(key), str):
            where = f" {key} {_thing(operation[key])}"
    at = _triple(operation.get("at"))
    if not where and at is not None:
        where = f" at {_place(at)}"
    return f"Added {cut(what, _TEXT) if isinstance(what, str) and what else 'a thing'}{where}"


def _duplicate(operation: Mapping[str, Any]) -> str:
    name = operation.get("name")
    return f"Copied {_thing(operation.get('path'))}" + (f" as {_thing(name)}" if isinstance(name, str) else "")


def _delete(operation: Mapping[str, Any]) -> str:
    return f"Deleted {_thing(operation.get('path'))}"


def _replace(operation: Mapping[str, Any]) -> str:
    what = operation.get("what")
    by = f" by {cut(what, _TEXT)}" if isinstance(what, str) and what else ""
    return f"Replaced {_thing(operation.get('path'))}{by}"


def _set_z(operation: Mapping[str, Any]) -> str:
    words = operation.get("words")
    return f"Described {_thing(operation.get('path'))}" + (
        f" as “{cut(words, _TEXT)}”" if isinstance(words, str) else ""
    )


def _add_relation(operation: Mapping[str, Any]) -> str:
    arguments = operation.get("arguments")
    listed = arguments if isinstance(arguments, list | tuple) else ()
    said = ", ".join(
        _thing(a) if isinstance(a, str) else _number(a) for a in listed[:4] if isinstance(a, str | int | float)
    )
    return f"Added the relation {cut(str(operation.get('relation')), _TEXT)}({said})"


def _drop_relation(operation: Mapping[str, Any]) -> str:
    relation, index = operation.get("relation"), operation.get("index")
    if isinstance(relation, str) and relation:
        return f"Removed the relation {cut(relation, _TEXT)}"
    return f"Removed relation {_number(index)}" if _float(index) is not None else "Removed a relation"


def _arrange(operation: Mapping[str, Any]) -> str:
    poses = operation.get("poses")
    if not isinstance(poses, Sequence) or isinstance(poses, str) or not poses:
        return "Arranged things"
    if len(poses) == 1 and isinstance(poses[0], Mapping):
        at = _triple(poses[0].get("at"))
        return f"Put {_thing(poses[0].get('path'))}" + (" elsewhere" if at is None else f" at {_place(at)}")
    return f"Moved {len(poses):,} things"


def _write(operation: Mapping[str, Any]) -> str:
    first, last = operation.get("line"), operation.get("last")
    old, new = operation.get("old"), operation.get("new")
    if not isinstance(first, int):
        return _KINDS["write"]
    if isinstance(old, str) and isinstance(new, str):
        if old and new:
            return f"Changed {cut(old, _TEXT)} to {cut(new, _TEXT)} in line {first}"
        return f"Wrote {cut(new, _TEXT)} in line {first}" if new else f"Removed {cut(old, _TEXT)} from line {first}"
    return f"Wrote line {first}" if not isinstance(last, int) or last <= first else f"Wrote lines {first} to {last}"


def _import(operation: Mapping[str, Any]) -> str:
    where = operation.get("from")
    return f"Imported the scene from {cut(where, _TEXT)}" if isinstance(where, str) and where else "Imported the scene"


def _dress(operation: Mapping[str, Any]) -> str:
    counts = [(operation.get(key), said) for key, said in (("added", "came"), ("removed", "went"))]
    told = [f"{n} {said}" for n, said in counts if isinstance(n, int) and not isinstance(n, bool) and 0 < n < 10_000]
    what = {"none": "Took the dressing away", "light": "Dressed the place lightly", "full": "Dressed the place fully"}
    level = operation.get("level")
    said = what.get(level, "Dressed the place") if isinstance(level, str) else "Dressed the place"
    return f"{said}: {', '.join(told)}" if told else said


_ROOM_TASKS = {
    "furnish": "Completed the room",
    "rearrange": "Re-arranged the room",
    "tidy": "Tidied up",
    "restyle": "Gave the scene a style",
    "clear": "Took things away",
    "paint-room": "Painted the room",
}


def _room_task(operation: Mapping[str, Any]) -> str:
    said = _ROOM_TASKS[str(operation["kind"])]
    style = operation.get("style")
    if isinstance(style, str) and style:
        said = f"Gave the scene the style “{cut(style, _TEXT)}”"
    counts = [(operation.get(key), key) for key in ("added", "moved", "changed", "removed")]
    told = [f"{n} {key}" for n, key in counts if isinstance(n, int) and not isinstance(n, bool) and 0 < n < 10_000]
    return f"{said}: {', '.join(told)}" if told else said


_TELLERS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "move": _move,
    "turn": _turn,
    "scale": _scale,
    "recolour": _recolour,
    "set-material": _material,
    "rename": _rename,
    "add": _add,
    "duplicate": _duplicate,
    "delete": _delete,
    "replace": _replace,
    "set-z": _set_z,
    "add-relation": _add_relation,
    "drop-relation": _drop_relation,
    "arrange": _arrange,
    "write": _write,
    "dress": _dress,
    "import": _import,
    **dict.fromkeys(_ROOM_TASKS, _room_task),
}


def _float(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def _triple(value: object) -> tuple[float, float, float] | None:
    if not isinstance(value, list | tuple) or len(value) != 3:
        return None
    x, y, z = (_float(one) for one in value)
    return None if x is None or y is None or z is None else (x, y, z)


def _number(value: object, digits: int = 2) -> str:
    found = _float(value)
    if found is None:
        return "?"
    shown = f"{found:.{digits}f}".rstrip("0").rstrip(".") if abs(found) < 1e9 else f"{found:.3g}"
    return "0" if shown in ("", "-0") else shown.replace("-", "−")


def _place(at: tuple[float, float, float]) -> str:
    return " ".join(f"{axis} {_number(value)}" for axis, value in zip(_AXES, at, strict=True))
