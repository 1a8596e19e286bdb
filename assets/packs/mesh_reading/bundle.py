"""Meshes in several files (OBJ with its materials and pictures, glTF with its buffers) and those without materials (PLY, STL).

The child that reads a mesh can open no other file. So the host gives it a bundle: an archive with the mesh and the files that it
names, as far as the host has found them. The answer lists the names that are missing; the host looks for these in the folder of the
pack, and asks again.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import trimesh

from .facts import asset_facts, shape_facts
from .glb import checked, write_arrays
from .pictures import GATE
from .plain_materials import write_glb
from .refusal import MeshRefused, clean

__all__ = ["MeshBundle", "convert_bundle", "inspect_bundle"]

MAX_MEMBER = 512 << 20
MAX_ALL = 1 << 30
MAX_MEMBERS = 500
MAX_NAME = 500
FORMATS = ("obj", "gltf", "ply", "stl")
_PLY_HEADER = 1 << 16


class MeshBundle(trimesh.resolvers.Resolver):  # type: ignore[misc]
    """The files of one mesh by the names that it calls them. `missing`: names that were asked for and are not there.
    `stem`: the name of the mesh itself, without its ending."""

    def __init__(self, source: Path, formats: Sequence[str] = FORMATS) -> None:
        self.missing: dict[str, None] = {}
        self._files: dict[str, bytes] = {}
        left = MAX_ALL
        with zipfile.ZipFile(source) as archive:
            names = json.loads(archive.read("names.json"))
            for number, name in enumerate(names[:MAX_MEMBERS]):
                with archive.open(str(number)) as member:
                    data = member.read(min(MAX_MEMBER, left) + 1)
                left -= len(data)
                if left < 0 or len(data) > MAX_MEMBER:
                    raise MeshRefused(f"it and the files that it names have more than {MAX_ALL:,} bytes")
                self._files[name] = data
            self.main: bytes = self._files.pop(names[0])
            self.stem = str(names[0]).rpartition(".")[0]
            self.kind = str(names[0]).rpartition(".")[2].lower()
        if self.kind not in formats:
            raise MeshRefused(f"it is none of {', '.join(formats)}")

    def get(self, key: str) -> bytes:
        """The file of that name."""
        name = str(key).strip()
        if name not in self._files:
            if len(self.missing) < MAX_MEMBERS and 0 < len(name) <= MAX_NAME:
                self.missing[name] = None
            raise FileNotFoundError(name)
        return self._files[name]

    def write(self, name: str, data: Any) -> None:
        raise MeshRefused("nothing is written beside a mesh")

    def namespaced(self, namespace: str) -> MeshBundle:
        """Names below a folder. No reader here asks for one."""
        raise MeshRefused("its files are named by folder")

    @property
    def names(self) -> list[str]:
        """The names of all files beside the mesh."""
        return list(self._files)

    def keys(self) -> list[str]:
        """The same, as readers ask for it."""
        return self.names


def _loaded(bundle: MeshBundle) -> Any:
    """The trimesh scene of a bundle; None where files are missing without which it cannot be read."""
    if bundle.kind == "ply" and b"property float f_dc_0" in bundle.main[:_PLY_HEADER]:
        raise MeshRefused("it holds Gaussian splats, not a mesh: see scenewright splat view")
    options: dict[str, Any] = {"split_object": False, "group_material": True} if bundle.kind == "obj" else {}
    try:
        scene = trimesh.load_scene(io.BytesIO(bundle.main), file_type=bundle.kind, resolver=bundle, **options)
    except (FileNotFoundError, KeyError) as error:
        if bundle.missing:
            return None
        raise MeshRefused(f"its tables refer to what is not there ({error})") from error
    return checked(scene)


def _lacking(bundle: MeshBundle, scene: Any, options: dict[str, Any], *, all_files: bool) -> dict[str, Any] | None:
    """The answer that asks for more files; None where the needed ones are there. `all_files`: materials and pictures are needed, too,
    as far as the host has them."""
    if bundle.missing and not options["final"] and (all_files or scene is None):
        return {"missing": list(bundle.missing)}
    if scene is None:
        raise MeshRefused(f"the files that it names are not in its folder: {', '.join(map(clean, bundle.missing))}")
    return None


def inspect_bundle(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """The facts about a mesh as :func:`.facts.inspect` gives them, or the names of missing files."""
    GATE.shut = True  # the shape is looked at
    bundle = MeshBundle(source)
    scene = _loaded(bundle)
    missing = _lacking(bundle, scene, options, all_files=False)
    if missing is not None:
        return missing
    names = [clean(name) for name in scene.graph.nodes_geometry]
    header = json.loads(bundle.main) if bundle.kind == "gltf" else {}
    return {**shape_facts(scene.to_geometry()), **asset_facts(header, names)}


def convert_bundle(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """The mesh as GLB, and beside it what :func:`.glb.read` makes of that, or the names of missing files."""
    bundle = MeshBundle(source)
    scene = _loaded(bundle)
    missing = _lacking(bundle, scene, options, all_files=True)
    if missing is not None:
        return missing
    if bundle.kind == "gltf":  # its materials are those of GLB already
        target.write_bytes(scene.export(file_type="glb", include_normals=True))
        return write_arrays(scene, target.with_suffix(".safetensors"))
    for name in bundle.missing:
        GATE.problems.setdefault(f"{clean(name)} is not in the folder: what it would show is left out")
    return write_glb(scene, target, copyright_line=str(options.get("copyright", "")))
