"""Reads scene files: one short-lived child sees the file, and those that it names in its own folder."""

from __future__ import annotations

from pathlib import Path

from scenewright.assets.packs import asked_with_files, read_node_tree
from scenewright.assets.scene_files.node_tree import FileTree, tree_of
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.jobs import Job

__all__ = ["read_scene_file"]


def read_scene_file(path: Path, job: Job) -> tuple[FileTree, bytes]:
    """The node tree of a GLB, glTF or OBJ, and the GLB of its meshes.

    Raises:
        AssetError: it cannot be read, has no triangles, or exceeds the limits.
        JobCancelled: the job was cancelled.
    """
    if path.suffix.lower() == ".glb":
        answer = read_node_tree(path, path.name, bundled=False, job=job)
        assert not isinstance(answer, list)
        return _checked(answer, path)

    def ask(bundle: Path, final: bool) -> tuple[FileTree, bytes] | list[str]:
        found = read_node_tree(bundle, path.name, bundled=True, final=final, job=job)
        return found if isinstance(found, list) else _checked(found, path)

    return asked_with_files(path, path.parent, ask)


def _checked(answer: tuple[object, bytes], path: Path) -> tuple[FileTree, bytes]:
    try:
        return tree_of(answer[0]), answer[1]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise AssetError(f"{path.name}: the process that reads it answered with something else ({error})") from None
