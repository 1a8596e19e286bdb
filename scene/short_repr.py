"""One line for objects that hold arrays, scenes or long lists, as a prompt of Python shows them."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass

from scenewright.scene.printing import cut

__all__ = ["short_repr"]

_MOST = 160
"""Characters of the line."""
_MOST_VALUE = 48
"""Characters of one field."""
_MOST_ITEMS = 3
"""Items of a list that are shown; of a longer one only how many there are."""


def short_repr(made: object) -> str:
    """The class of a dataclass with its fields: shapes of arrays, lengths of lists, nothing of what has its default.

    A class takes it by ``__repr__ = short_repr``.
    """
    assert is_dataclass(made)
    shown = (f"{f.name}={_shown(getattr(made, f.name))}" for f in fields(made) if f.repr and not _is_default(made, f))
    line = f"{type(made).__name__}({', '.join(shown)})"
    return line if len(line) <= _MOST else f"{cut(line, _MOST - 1)})"


def _is_default(made: object, f: Field[object]) -> bool:
    value = getattr(made, f.name)
    if f.default_factory is not MISSING:
        return isinstance(value, (list, tuple, dict)) and not value
    return value is f.default or (isinstance(value, (str, int, float, tuple)) and not value and value == f.default)


def _shown(value: object) -> str:
    shape = getattr(value, "shape", None)
    if shape is not None and not isinstance(value, type):
        return f"array{tuple(shape)}"
    if isinstance(value, (list, tuple, set, frozenset)):
        few = [_shown(item) for item in value] if len(value) <= _MOST_ITEMS else None
        joined = None if few is None else ", ".join(few)
        return f"[{joined}]" if joined is not None and len(joined) <= _MOST_VALUE else f"<{len(value):,} items>"
    if isinstance(value, dict):
        return f"<{len(value):,} items>"
    if (
        is_dataclass(value)
        and type(value).__repr__ is not short_repr
        and type(value).__module__.startswith("scenewright")
    ):
        known = fields(value)
        return cut(repr(value), _MOST_VALUE) if len(known) <= _MOST_ITEMS else f"{type(value).__name__}(...)"
    if isinstance(value, str):
        return cut(repr(value[: 2 * _MOST_VALUE]), _MOST_VALUE)
    return cut(repr(value), _MOST_VALUE)
