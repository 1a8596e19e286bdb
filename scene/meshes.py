"""A Scene as a trimesh scene: nodes carry path, words and entity id, geometry is shared by its instances."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scene.asset_provider import AssetProvider
from scene.geometry import SceneGeometry, scene_geometry
from scene.model import Scene

if TYPE_CHECKING:
    import trimesh

__all__ = ["to_trimesh", "trimesh_of"]


def to_trimesh(
    scene: Scene, *, provider: AssetProvider | None = None, root: Path | None = None, frame: int = 0
) -> trimesh.Scene:
    """One frame as a trimesh scene.

    Every instance is a node named by its path (parts of catalogue objects below it), its ``metadata`` holding ``path``,
    ``word``, ``phrase`` and ``id`` (row of the node table). Transforms are world_from_mesh.
    """
    shown = scene.frame(frame)
    return trimesh_of(shown, scene_geometry(shown, provider=provider, root=root))


def trimesh_of(scene: Scene, geometry: SceneGeometry) -> trimesh.Scene:
    """The same from triangles that are at hand."""
    import trimesh
    from trimesh.visual.material import PBRMaterial

    out = trimesh.Scene()
    names: dict[tuple[int, bytes, int], str] = {}
    used: dict[str, int] = {}
    for k in range(len(geometry)):
        mesh, row, part = int(geometry.mesh[k]), int(geometry.entity[k]), int(geometry.part[k])
        key = (mesh, geometry.color[k].tobytes(), int(geometry.material[k]))
        path = scene.paths[row] + (f"/{geometry.parts[part].path}" if part >= 0 else "")
        metadata = {"path": path, "word": geometry.parts[part].word if part >= 0 else scene.entity(row).word, "id": row}
        phrase = geometry.parts[part].phrase if part >= 0 else scene.entity(row).phrase
        if phrase:
            metadata["phrase"] = phrase
        count = used[path] = used.get(path, -1) + 1
        node = path if count == 0 else f"{path}#{count}"
        if key not in names:
            data, material = geometry.meshes[mesh], geometry.materials[int(geometry.material[k])]
            made = trimesh.Trimesh(data.vertices, data.faces, vertex_normals=data.normals, process=False)
            rgba = np.append(geometry.color[k], material.opacity)
            made.visual = trimesh.visual.TextureVisuals(  # type: ignore[no-untyped-call]
                material=PBRMaterial(  # type: ignore[no-untyped-call]
                    baseColorFactor=np.round(rgba * 255).astype(np.uint8),
                    roughnessFactor=material.roughness,
                    metallicFactor=material.metallic,
                    alphaMode="BLEND" if material.opacity < 1.0 else "OPAQUE",
                )
            )
            names[key] = f"{data.name}_{len(names)}"
            out.geometry[names[key]] = made
        place = {"frame_to": node, "matrix": geometry.world_from_mesh[k], "geometry": names[key], "metadata": metadata}
        out.graph.update(**place)  # type: ignore[no-untyped-call]
    return out
