"""The geometry of stored files, cached in memory, in the shipped index and on disk.

The id of a stored file is the sha256 of its bytes. Hulls are kept in float32, so that computed and shipped ones are equal.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from scenewright.assets.header import parse_header
from scenewright.assets.hulls import hull_of_points, hull_of_scene
from scenewright.assets.packs import StoredFile, kept_arrays, read_mesh
from scenewright.assets.parts import part_of
from scenewright.assets.places import cache_folder
from scenewright.assets.standing import ObjectStanding
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetContent, AssetError
from scenewright.scene.errors import ProgramError
from scenewright.scene.model import SCHEMA, FloatArray, Scene

if TYPE_CHECKING:
    import trimesh

__all__ = ["Evaluate", "GeometryStore", "KeptFile", "file_id", "geometry_key"]

Evaluate = Callable[[str, int], Scene]
"""Evaluates a program with a seed, confined, to its scene."""

_HULL_VERSION = 1
_KEPT_CONTENTS = 256
_KEPT_BYTES = 512 << 20
"""Of the meshes and pictures of kept contents; the last one is kept whatever its size."""


def file_id(data: bytes) -> str:
    """sha256 of a stored file's bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def draws_lots(source: str) -> bool:
    """Whether the scene of a program can depend on the seed."""
    return "random" in source or "rng" in source


def geometry_key(stored: StoredFile, seed: int, node: str | None = None) -> str:
    """The cache key of a hull: a hash of everything that it depends on."""
    drawn = stored.suffix == "py" and draws_lots(stored.data.decode())
    turned = [] if np.array_equal(stored.upright, np.eye(3)) else np.round(stored.upright, 9).tolist()
    parts = [SCHEMA, _HULL_VERSION, file_id(stored.data), seed if drawn else 0, turned, node]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


class KeptFile(NamedTuple):
    """A stored file with its attribution (licence, author, source, title), and its support and clearance at its natural size."""

    stored: StoredFile
    about: dict[str, str]
    standing: ObjectStanding


class GeometryStore:
    """A store of files and their geometry. It can be used from several threads; a process needs only one."""

    def __init__(
        self, evaluate: Evaluate, *, folder: Path | None = None, shipped: Mapping[str, FloatArray] | None = None
    ) -> None:
        """
        Args:
            evaluate: evaluates the program of an object.
            folder: folder of the disk cache; None: the user's cache.
            shipped: known hulls by key.
        """
        self._evaluate = evaluate
        self._folder = folder if folder is not None else cache_folder()
        self._hulls: dict[str, FloatArray] = dict(shipped or {})
        self._contents: OrderedDict[tuple[str, int], AssetContent] = OrderedDict()
        self._sizes: dict[tuple[str, int], int] = {}
        self._lock = threading.RLock()

    # -- files --------------------------------------------------------------------------------------------------------

    def keep(self, stored: StoredFile, about: Mapping[str, str], standing: ObjectStanding | None = None) -> str:
        """Put a stored file into the cache, with its attribution, support and clearance; returns its id."""
        name = file_id(stored.data)
        path = self._file(name, stored.suffix)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            record = {
                "upright": stored.upright.tolist(),
                "about": dict(about),
                "standing": (standing or ObjectStanding()).to_json(),
            }
            atomic.write(path.with_suffix(".json"), json.dumps(record).encode(), durable=False)
            atomic.write(path, stored.data, durable=False)
        return name

    def kept(self, asset_id: str) -> KeptFile | None:
        """The cached file with an id; None if it is missing or damaged."""
        path = next((p for s in ("py", "glb") if (p := self._file(asset_id, s)).is_file()), None)
        if path is None:
            return None
        data = path.read_bytes()
        if file_id(data) != asset_id:
            return None
        record = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return KeptFile(
            StoredFile(data, path.suffix.removeprefix("."), np.array(record["upright"])),
            dict(record["about"]),
            ObjectStanding.from_json(record.get("standing")),
        )

    def _file(self, asset_id: str, suffix: str) -> Path:
        return self._folder / "assets" / asset_id[:2] / f"{asset_id}.{suffix}"

    # -- geometry -----------------------------------------------------------------------------------------------------

    def hull(self, stored: StoredFile, seed: int, node: str | None = None) -> FloatArray:
        """(K, 3) convex hull of a file, or of one node of it, in the file's units, turned upright.

        Its bounds are those of the object.

        Raises:
            AssetError: the file cannot be evaluated or parsed, or has no such node.
        """
        key = geometry_key(stored, seed, node)
        with self._lock:
            hull = self._hulls.get(key)
        if hull is None:
            hull = self._from_disk(key)
        if hull is None:
            hull = self._compute(stored, seed, node).astype(np.float32)
            self._to_disk(key, hull)
        with self._lock:
            self._hulls[key] = hull
        return hull.astype(np.float64)

    def _compute(self, stored: StoredFile, seed: int, node: str | None) -> FloatArray:
        content = self.content(stored, seed)
        if node is not None:
            content = part_of(content, node)
        if content.scene is not None:
            return hull_of_scene(content.scene, stored.upright)
        assert content.mesh is not None
        return hull_of_points(_corners(content.mesh) @ stored.upright.T)

    def content(self, stored: StoredFile, seed: int) -> AssetContent:
        """The geometry of a file: an evaluated scene, or a mesh, in the file's own frame.

        Raises:
            AssetError: the file cannot be evaluated or parsed.
        """
        key = (file_id(stored.data), seed)
        with self._lock:
            if key in self._contents:
                self._contents.move_to_end(key)
                return self._contents[key]
        content = self._read(stored, seed)
        with self._lock:
            self._contents[key] = content
            self._sizes[key] = _bytes_of(content)
            while len(self._contents) > 1 and (
                len(self._contents) > _KEPT_CONTENTS or sum(self._sizes.values()) > _KEPT_BYTES
            ):
                del self._sizes[self._contents.popitem(last=False)[0]]
        return content

    def _read(self, stored: StoredFile, seed: int) -> AssetContent:
        if stored.suffix != "py":
            return AssetContent(mesh=read_mesh(stored.data, kept_arrays(self._folder, file_id(stored.data))))
        try:
            text = stored.data.decode()
            joints = parse_header(text, where="the stored file").joints if "# [joints." in text else ()
            return AssetContent(scene=self._evaluate(text, seed), joints=joints)
        except UnicodeDecodeError as error:
            raise AssetError("the stored program is not UTF-8 text") from error
        except ProgramError as error:
            raise AssetError(f"the stored program does not run: {error}") from error

    # -- disk ---------------------------------------------------------------------------------------------------------

    def _hull_file(self, key: str) -> Path:
        return self._folder / "hulls" / key[:2] / f"{key}.safetensors"

    def _from_disk(self, key: str) -> FloatArray | None:
        from safetensors import SafetensorError
        from safetensors.numpy import load

        path = self._hull_file(key)
        try:
            hull = load(path.read_bytes())["hull"]
        except FileNotFoundError:
            return None
        except (SafetensorError, KeyError, OSError):  # a damaged cache file is computed again
            return None
        sound = hull.ndim == 2 and hull.shape[1] == 3 and len(hull) > 0 and bool(np.isfinite(hull).all())
        return hull if sound else None

    def _to_disk(self, key: str, hull: FloatArray) -> None:
        from safetensors.numpy import save

        path = self._hull_file(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, save({"hull": np.ascontiguousarray(hull)}), durable=False)


def _bytes_of(content: AssetContent) -> int:
    """Bytes of a mesh and its pictures. Scenes of programs share their meshes and count as nothing."""
    if content.mesh is None:
        return 0
    total = 0
    pictures: dict[int, int] = {}
    for geometry in content.mesh.geometry.values():
        shape: Any = geometry
        total += shape.vertices.nbytes + shape.faces.nbytes + shape.vertex_normals.nbytes
        material = getattr(shape.visual, "material", None)
        for name in ("baseColorTexture", "metallicRoughnessTexture"):
            picture = getattr(material, name, None)
            if picture is not None:
                pictures[id(picture)] = 4 * picture.width * picture.height
    return total + sum(pictures.values())


def _corners(mesh: trimesh.Scene) -> FloatArray:
    """(N, 3) corners of all triangles of a mesh scene, in its own frame."""
    clouds = []
    for node in mesh.graph.nodes_geometry:
        matrix, name = mesh.graph.get(node)
        geometry: Any = mesh.geometry[name]
        used = np.unique(geometry.faces)
        clouds.append(np.asarray(geometry.vertices, dtype=np.float64)[used] @ matrix[:3, :3].T + matrix[:3, 3])
    return np.concatenate(clouds)
