"""Paths name instances: ``scene/desk/drawer[2]``. A path that does not start at the root matches anywhere."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from scenewright.scene.errors import PathError
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    from scenewright.scene.model import Scene

__all__ = ["nearest_paths", "normalise", "resolve", "resolve_one", "split_segment"]

_INDEX = re.compile(r"^(.*)\[([0-9]{1,9})\]$", re.DOTALL)


def split_segment(segment: str) -> tuple[str, int]:
    """``'drawer[2]'`` -> ``('drawer', 2)``; no index means 0."""
    match = _INDEX.match(segment)
    return (match[1], int(match[2])) if match else (segment, 0)


def normalise(path: str) -> str:
    """The path with ``drawer`` for ``drawer[0]``, and without extra slashes and spaces.

    Raises:
        PathError: it is no text.
    """
    if not isinstance(path, str):
        raise PathError(
            f"path: an instance is named by a path such as 'desk/drawer[2]', not by {cut(repr(path), 40)}"
        ).about("path")
    out = []
    for segment in path.strip().strip("/").split("/"):
        name, k = split_segment(segment.strip())
        out.append(name if k == 0 else f"{name}[{k}]")
    return "/".join(out)


def resolve(scene: Scene, path: str, *, within: int = 0) -> list[int]:
    """Rows that `path` names, in tree order.

    A path that starts with the root's name and leads somewhere names that one node; any other is matched at the end of
    every full path below `within`.
    """
    plain = normalise(path)
    index = scene._path_index
    if within == 0 and plain in index:
        return [index[plain]]
    start, end = within, scene.subtree_end(within)
    tail = "/" + plain
    return [
        i
        for i in scene.rows_named(plain.rsplit("/", 1)[-1])
        if start <= i < end and (scene.paths[i].endswith(tail) or scene.paths[i] == plain)
    ]


def nearest_paths(scene: Scene, path: str, n: int = 3) -> list[str]:
    """The existing paths most similar to `path`."""
    plain = normalise(path)
    depth = plain.count("/") + 1
    ends = {"/".join(p.split("/")[-depth:]): p for p in reversed(scene.paths[:20_000])}
    return [ends[e] for e in difflib.get_close_matches(plain, list(ends), n=n, cutoff=0.4)]


def resolve_one(scene: Scene, path: str) -> int:
    """The one row that `path` names.

    Raises:
        PathError: it names no row (the message gives similar paths), or several.
    """
    rows = resolve(scene, path)
    if len(rows) == 1:
        return rows[0]
    if not rows:
        near = nearest_paths(scene, path)
        hint = f"; the nearest: {', '.join(near)}" if near else ""
        raise PathError(f"there is no instance '{cut(path, 200)}'{hint}")
    shown = ", ".join(scene.paths[i] for i in rows[:6]) + (", ..." if len(rows) > 6 else "")
    raise PathError(f"'{path}' names {len(rows)} instances; write more of the path: {shown}")
