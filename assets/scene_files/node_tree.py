"""The node tree of a scene file, checked: it comes from a child that a hostile file may have taken over."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from scenewright.scene.model import FloatArray, Vec3
from scenewright.scene.printing import printable

__all__ = ["FileCamera", "FileNode", "FileTree", "tree_of"]

_MOST_NODES = 20_000
_MOST_MESHES = 2_000
_MOST_CAMERAS = 50
_TEXT = 200


@dataclass(frozen=True, slots=True, eq=False)
class FileNode:
    """One node. `parent`: its row, -1 at the top; parents come first. `parent_from_node`: (4, 4). `mesh`: number of its mesh, -1 without.
    `word`, `phrase`: what the file says that it is, '' where it says nothing."""

    name: str
    parent: int
    parent_from_node: FloatArray
    mesh: int
    word: str
    phrase: str


@dataclass(frozen=True, slots=True)
class FileCamera:
    """A perspective camera in the world. `direction`: unit vector that it looks along. `fov`: vertical, degrees."""

    eye: Vec3
    direction: Vec3
    fov: float


@dataclass(frozen=True, slots=True)
class FileTree:
    """`name`: of the scene, '' without. `meshes`: the names of the stored file's root nodes, by number. `about`: ``copyright`` and
    ``extras`` of the file. `left_out`: what is not read, with its number."""

    name: str
    nodes: tuple[FileNode, ...]
    meshes: tuple[str, ...]
    cameras: tuple[FileCamera, ...]
    about: Mapping[str, Any]
    left_out: Mapping[str, int]


def tree_of(answer: Any) -> FileTree:
    """The tree of a child's answer.

    Raises:
        ValueError, KeyError, TypeError: the answer is not of its form.
    """
    meshes = tuple(_text(name) for name in _items(answer["meshes"], _MOST_MESHES))
    nodes: list[FileNode] = []
    for row in _items(answer["nodes"], _MOST_NODES):
        parent, mesh = int(row["parent"]), int(row.get("mesh", -1))
        if not -1 <= parent < len(nodes) or not -1 <= mesh < len(meshes):
            raise ValueError("a node refers to what is not there")
        matrix = np.eye(4)
        if "matrix" in row:
            matrix = np.array(_numbers(row["matrix"], 16)).reshape(4, 4)
        texts = (_text(row.get(key, "")) for key in ("word", "phrase"))
        nodes.append(FileNode(_text(row["name"]), parent, matrix, mesh, *texts))
    cameras = []
    for row in _items(answer["cameras"], _MOST_CAMERAS):
        eye, direction = _numbers(row["eye"], 3), _numbers(row["direction"], 3)
        cameras.append(
            FileCamera((eye[0], eye[1], eye[2]), (direction[0], direction[1], direction[2]), float(row["fov"]))
        )
    extras = answer["about"]["extras"]
    if not isinstance(extras, dict) or len(extras) > 100:
        raise ValueError("no table of texts")
    about = {
        "copyright": _text(answer["about"]["copyright"]),
        "extras": {_text(key): _text(value) for key, value in extras.items()},
    }
    left_out = {_text(what): int(count) for what, count in list(answer["left_out"].items())[:50]}
    return FileTree(_text(answer["name"]), tuple(nodes), meshes, tuple(cameras), about, left_out)


def _text(value: Any) -> str:
    return printable(value[:_TEXT]) if isinstance(value, str) else ""


def _items(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("no list, or a longer one than a file may have")
    return value


def _numbers(values: Any, count: int) -> list[float]:
    numbers = [float(value) for value in _items(values, count)]
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise ValueError(f"no {count} numbers")
    return numbers
