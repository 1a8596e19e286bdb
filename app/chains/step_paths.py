"""The paths in the request of an action: which are read, which are written, and which hold caches."""

from __future__ import annotations

import enum
import typing
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from scenewright.app.actions.action import FreeAction, SceneAction
from scenewright.app.actions.table import ACTIONS

__all__ = ["JOB_FOLDER", "PathUse", "default_out", "map_paths", "paths_of"]

JOB_FOLDER = "{job}"
"""Stands for the folder of the job in a path that is read: ``{job}/trained/scene.ply`` is what an earlier step of the chain wrote."""


class PathUse(enum.Enum):
    """What an action does with a path of its request."""

    READ = "read"
    WRITE = "write"
    CACHE = "cache"
    SIGNAL = "signal"
    """A file by which another process ends the work: a batch has limits of its own for that."""


_WRITTEN = frozenset({"out", "plan", "sheet", "preview"})
_CACHES = frozenset({"work"})
_SIGNALS = frozenset({"stop_file"})
_DRAWN = frozenset({"pictures"})
"""Fields that hold further fields, all of whose paths are written."""
_READ_TEXTS = frozenset({("generate", "source")})
"""Fields of texts that name a file or a folder."""

_OUT = {"render": "pictures", "film": "film.mp4", "capture_train": "trained", "dataset_room": "room"}
"""Where a step writes that does not say it, within the folder of its job. What makes a scene writes it into ``scene``."""


def default_out(kind: str) -> str | None:
    """Where a step of this kind writes within the folder of its job if it says nothing; None: it must say it, or writes nothing."""
    action = ACTIONS[kind]
    if "out" not in action.request.model_fields:
        return None
    if isinstance(action, FreeAction) and action.makes_scene:
        return "scene"
    return _OUT.get(kind)


def paths_of(kind: str, values: Mapping[str, Any]) -> Iterator[tuple[str, PathUse]]:
    """Each path of a request, given as JSON values, with its use. A path that is None or left out is none."""
    found: list[tuple[str, PathUse]] = []

    def note(path: str, use: PathUse) -> str:
        found.append((path, use))
        return path

    map_paths(kind, values, note)
    return iter(found)


def map_paths(kind: str, values: Mapping[str, Any], change: Callable[[str, PathUse], str]) -> dict[str, Any]:
    """The request with each of its paths as `change` returns it. Fields that it does not have are kept: the action refuses them.

    Args:
        change: called with a path and its use.
    """
    action: SceneAction[Any, Any] | FreeAction[Any, Any] = ACTIONS[kind]
    out = _mapped(action.request, values, change, drawn=False)
    for owner, name in _READ_TEXTS:
        if owner == kind and isinstance(values.get(name), str):
            out[name] = change(values[name], PathUse.READ)
    return out


def _mapped(
    model: type[BaseModel], values: Mapping[str, Any], change: Callable[[str, PathUse], str], *, drawn: bool
) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name, value in values.items():
        field = model.model_fields.get(name)
        held = set() if field is None else set(_classes(field.annotation))
        inner = next((c for c in held if issubclass(c, BaseModel)), None)
        if inner is not None and isinstance(value, Mapping):
            out[name] = _mapped(inner, value, change, drawn=drawn or name in _DRAWN)
        elif Path in held:
            use = PathUse.WRITE if drawn else _use(name)
            if isinstance(value, (list, tuple)):
                out[name] = [change(v, use) if isinstance(v, str) else v for v in value]
            else:
                out[name] = change(value, use) if isinstance(value, str) else value
        else:
            out[name] = value
    return out


def _use(name: str) -> PathUse:
    if name in _WRITTEN:
        return PathUse.WRITE
    if name in _CACHES:
        return PathUse.CACHE
    return PathUse.SIGNAL if name in _SIGNALS else PathUse.READ


def _classes(annotation: Any) -> Iterator[type]:
    """The classes that an annotation is made of: those of ``tuple[Path, ...] | None`` are Path and NoneType."""
    parts = typing.get_args(annotation)
    if isinstance(annotation, type) and not parts:
        yield annotation
    for part in parts:
        yield from _classes(part)
