"""The host's side of :mod:`scenewright.assets.packs.mesh_worker`: one short-lived child per file, with a time limit, answers in JSON."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetensors import SafetensorError

from scenewright.assets.packs.mesh_answers import facts_of, listing_of, scene_of_arrays
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.children.parser.host import answer_of, written_file
from scenewright.scene.jobs import Job
from scenewright.scene.plain_files import check_plain, refused_as

if TYPE_CHECKING:
    import trimesh

__all__ = [
    "convert_bundle",
    "convert_piece",
    "inspect_bundle",
    "inspect_mesh",
    "kept_arrays",
    "list_library",
    "read_mesh",
    "read_node_tree",
]

WALL_SECONDS = 180.0
MOST_ARRAYS = 2 << 30
"""Bytes of the arrays of one mesh."""
_MOST_LISTING = 64 << 20
"""Bytes of the list of a library."""

_WORKER = Path(__file__).with_name("mesh_worker.py")


MOST_FILE_BYTES = 512 << 20
"""Of a mesh or a library; the child refuses larger ones as well."""


def _run(
    command: str,
    source: Path,
    target: Path,
    options: Mapping[str, Any],
    *,
    about: str | None = None,
    job: Job | None = None,
) -> dict[str, Any]:
    with refused_as(AssetError):
        check_plain(source, MOST_FILE_BYTES, "the file")
    arguments = [command, str(source), str(target), json.dumps(options)]
    return answer_of(
        _WORKER,
        arguments,
        about=about or source.name,
        folder=target.parent,
        seconds=WALL_SECONDS,
        error=AssetError,
        job=job,
    )


def kept_arrays(folder: Path, asset_id: str) -> Path:
    """The file in a cache folder for the parsed arrays of a stored mesh."""
    return folder / "meshes" / asset_id[:2] / f"{asset_id}.safetensors"


def read_mesh(data: bytes, kept: Path | None = None) -> trimesh.Scene:
    """A GLB as a trimesh scene in the file's own unit and frame, parsed in a child.

    Args:
        kept: cache file of the parsed arrays; a child runs only if it does not exist.

    Raises:
        AssetError: it is no GLB, has no triangles, or exceeds the limits.
    """
    if kept is not None and kept.is_file():
        try:
            return scene_of_arrays(_written(kept, kept.name))
        except (
            AssetError, OSError, KeyError, TypeError, ValueError, IndexError, RecursionError, SafetensorError
        ):  # damaged: parsed anew  # fmt: skip
            kept.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        source, target = Path(folder) / "mesh.glb", Path(folder) / "mesh.safetensors"
        source.write_bytes(data)
        _run("read", source, target, {})
        _written(target, source.name)
        try:
            scene = scene_of_arrays(target)
        except (OSError, KeyError, TypeError, ValueError, IndexError, RecursionError, SafetensorError) as error:
            raise AssetError(
                f"{source.name}: the process that reads it answered with something else ({error})"
            ) from None
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(kept, target.read_bytes(), durable=False)
        return scene


def _written(path: Path, about: str) -> Path:
    return written_file(path, most=MOST_ARRAYS, about=about, error=AssetError)


def inspect_mesh(path: Path) -> dict[str, Any]:
    """The facts about a GLB, see :func:`scenewright.assets.packs.mesh_reading.facts.inspect`.

    Raises:
        AssetError: it is no GLB, has no triangles, or exceeds the limits.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        answer = _run("inspect", path.resolve(), Path(folder) / "none", {})
    try:
        return facts_of(answer)
    except ValueError as error:
        raise AssetError(f"{path.name}: the process that reads it answered with something else ({error})") from None


def inspect_bundle(bundle: Path, about: str, *, final: bool) -> dict[str, Any] | list[str]:
    """The facts about a mesh in a bundle, as :func:`inspect_mesh` gives them; or the names of files that it lacks.

    Args:
        bundle: the archive, see :mod:`scenewright.assets.packs.mesh_reading.bundle`.
        about: the name of the mesh, for errors.
        final: no more files can be found.

    Raises:
        AssetError: it cannot be read, has no triangles, or exceeds the limits.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        answer = _run("inspect-bundle", bundle, Path(folder) / "none", {"final": final}, about=about)
    if "missing" in answer:
        return _names(answer["missing"], about)
    try:
        return facts_of(answer)
    except ValueError as error:
        raise AssetError(f"{about}: the process that reads it answered with something else ({error})") from None


def convert_bundle(
    bundle: Path, about: str, *, final: bool, copyright_line: str = ""
) -> tuple[bytes, bytes] | list[str]:
    """The mesh of a bundle as GLB, and the arrays that :func:`read_mesh` keeps of it; or the names of files that it lacks.
    Arguments and errors are those of :func:`inspect_bundle`."""
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        target = Path(folder) / "mesh.glb"
        options = {"final": final, "copyright": copyright_line}
        answer = _run("convert-bundle", bundle, target, options, about=about)
        if "missing" in answer:
            return _names(answer["missing"], about)
        data, arrays = (_written(file, about).read_bytes() for file in (target, target.with_suffix(".safetensors")))
    return data, arrays


def _names(answer: Any, about: str) -> list[str]:
    if not isinstance(answer, list) or len(answer) > 500 or not all(isinstance(name, str) for name in answer):
        raise AssetError(f"{about}: the process that reads it answered with something else (missing files)")
    return [name[:500] for name in answer]


def read_node_tree(
    source: Path, about: str, *, bundled: bool, usd: bool = False, final: bool = True, job: Job | None = None
) -> tuple[Any, bytes] | list[str]:
    """The node tree of a scene file as JSON values that nobody has checked, and the GLB of its meshes; or the names of files that it lacks.

    Args:
        source: a GLB, or a bundle with a glTF, an OBJ or a USD layer or package.
        about: the name of the file, for errors.
        bundled: whether `source` is a bundle; `usd`: whether of USD.
        final: no more files can be found.

    Raises:
        AssetError: it cannot be read, has no triangles, or exceeds the limits.
        JobCancelled: the job was cancelled.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        target = Path(folder) / "stored.glb"
        command = "tree-usd" if usd else "tree-bundle" if bundled else "tree"
        answer = _run(command, source.resolve(), target, {"final": final}, about=about, job=job)
        if "missing" in answer:
            return _names(answer["missing"], about)
        text = written_file(target.with_suffix(".json"), most=_MOST_LISTING, about=about, error=AssetError).read_bytes()
        data = written_file(target, most=MOST_FILE_BYTES, about=about, error=AssetError).read_bytes()
    try:
        return json.loads(text), data
    except (ValueError, RecursionError) as error:
        raise AssetError(f"{about}: the process that reads it answered with something else ({error})") from None


def list_library(path: Path) -> dict[str, Any]:
    """``{'about', 'pieces', 'problems'}`` of a Sweet Home 3D library.

    Raises:
        AssetError: it is no library, or exceeds the limits.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        target = Path(folder) / "list.json"
        _run("list", path.resolve(), target, {})
        text = written_file(target, most=_MOST_LISTING, about=path.name, error=AssetError).read_bytes()
    try:
        return listing_of(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise AssetError(f"{path.name}: the process that reads it answered with something else ({error})") from None


def convert_piece(path: Path, model: str, copyright_line: str) -> tuple[bytes, bytes]:
    """One model of a Sweet Home 3D library as GLB, and the arrays that :func:`read_mesh` keeps of it.

    Raises:
        AssetError: the library does not have it, or it cannot be converted.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        target = Path(folder) / "piece.glb"
        _run("convert", path.resolve(), target, {"model": model, "copyright": copyright_line})
        files = (target, target.with_suffix(".safetensors"))
        data, arrays = (_written(file, path.name).read_bytes() for file in files)
    return data, arrays
