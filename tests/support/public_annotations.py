"""The annotations that users of ``import scenewright`` can reach, and where they say Any."""

from __future__ import annotations

import inspect
import sys
import typing
from collections.abc import Iterator
from dataclasses import is_dataclass

import numpy as np
import trimesh

import scenewright as sw
from scenewright.assets.entry import CatalogueMatch
from scenewright.scene.layout.report import LayoutReport

ONLY_FOR_CHECKERS = {"trimesh": trimesh, "CatalogueMatch": CatalogueMatch, "LayoutReport": LayoutReport}
"""What modules import for type checkers alone."""


def annotated(name: str, member: object) -> Iterator[tuple[str, object]]:
    """(where, type) of each annotation of a function or a dataclass."""
    own = vars(sys.modules[member.__module__])
    elsewhere = {word: cls for word, cls in {**all_classes(), **ONLY_FOR_CHECKERS}.items() if word not in own}
    yield from (
        (f"{name}: {parameter}", hint) for parameter, hint in typing.get_type_hints(member, localns=elsewhere).items()
    )


def all_classes() -> dict[str, object]:
    """By name, the classes of all our modules that are loaded."""
    ours = [module for name, module in sys.modules.items() if name.startswith("scenewright")]
    return {word: value for module in ours for word, value in vars(module).items() if inspect.isclass(value)}


def types_within(hint: object) -> Iterator[object]:
    yield typing.get_origin(hint) or hint
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is np.ndarray:
        parts = parts[1:]  # numpy's own NDArray says Any of the shape
    for part in () if origin is typing.Literal else parts:
        yield from types_within(part)


def members(cls: type) -> Iterator[tuple[str, object]]:
    name = f"{cls.__module__}.{cls.__name__}"
    if is_dataclass(cls):
        yield name, cls
    for key, value in vars(cls).items():
        function = (
            value.fget if isinstance(value, property) else getattr(value, "func", getattr(value, "__func__", value))
        )
        generated = key == "__init__" and is_dataclass(cls)
        if inspect.isfunction(function) and (not key.startswith("_") or key == "__init__") and not generated:
            yield f"{name}.{key}", function


def annotations_with_any() -> list[str]:
    """Where Any is said, from the functions on, through the types of their results and the members of these."""
    waiting: list[tuple[str, object]] = [(f"sw.{n}", getattr(sw, n)) for n in sw.__all__ if n != "__version__"]
    seen: set[object] = set()
    said: set[str] = set()
    while waiting:
        name, member = waiting.pop()
        if inspect.isclass(member) and member not in seen:
            seen.add(member)
            waiting += [m for m in members(member) if m[1] is not member]
        if inspect.isclass(member) and not is_dataclass(member):
            continue
        for where, hint in annotated(name, member):
            within = [*types_within(hint)]
            ours = [t for t in within if inspect.isclass(t) and t.__module__.startswith("scenewright")]
            waiting += [(str(t), t) for t in ours if t not in seen]
            if typing.Any in within and "numpy._typing" not in str(hint):  # what numpy calls array-like
                said.add(where)
    assert len(seen) > 60
    return sorted(said)
