"""Reads scene files: one short-lived child sees the file, and those that it names in its own folder."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from scenewright.assets.packs import asked_with_files, read_node_tree
from scenewright.assets.scene_files.node_tree import FileTree, tree_of
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.jobs import Job

__all__ = ["USD_ENDINGS", "read_scene_file"]

USD_ENDINGS = (".usd", ".usda", ".usdc", ".usdz")


def read_scene_file(path: Path, job: Job) -> tuple[FileTree, bytes]:
    """The node tree of a GLB, glTF, OBJ or USD file, and the GLB of its meshes.

    Raises:
        AssetError: it cannot be read, has no triangles, exceeds the limits, or needs a library that is not installed.
        JobCancelled: the job was cancelled.
    """
    if path.suffix.lower() == ".glb":
        answer = read_node_tree(path, path.name, bundled=False, job=job)
        assert not isinstance(answer, list)
        return _checked(answer, path)

    usd = path.suffix.lower() in USD_ENDINGS
    if usd and find_spec("pxr") is None:
        raise AssetError(f"{path.name}: USD files need usd-core: pip install 'scenewright[usd]'")

    def ask(bundle: Path, final: bool) -> tuple[FileTree, bytes] | list[str]:
        found = read_node_tree(bundle, path.name, bundled=True, usd=usd, final=final, job=job)
        return found if isinstance(found, list) else _checked(found, path)

    return asked_with_files(path, path.parent, ask)


def _checked(answer: tuple[object, bytes], path: Path) -> tuple[FileTree, bytes]:
    try:
        return tree_of(answer[0]), answer[1]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise AssetError(f"{path.name}: the process that reads it answered with something else ({error})") from None
