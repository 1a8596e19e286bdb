"""An object of the catalogue as one mesh, for a page that shows it before it is in the scene."""

from __future__ import annotations

import numpy as np
from safetensors.numpy import save

from scenewright.scene.jobs import Job

__all__ = ["object_shape_bytes"]


def object_shape_bytes(key: str, *, job: Job | None = None) -> bytes:
    """A safetensors file of an object at its usual size, base centre at the origin, facing +z. Metres.

    `positions`, `normals` (V, 3) float32; `colors` (V, 3) uint8 sRGB, with textures left out; `faces` (F, 3) uint32.

    Raises:
        AssetError: there is no such object, or its file cannot be read.
        JobCancelled: the job was cancelled.
    """
    from scenewright.assets import Catalogue
    from scenewright.scene.export.soup import soup_of
    from scenewright.scene.geometry import scene_geometry, scene_of_asset

    catalogue = Catalogue.default()
    entry = catalogue.entry(key)
    pack = next(pack for pack in catalogue.packs if pack.name == entry.pack)
    scene = scene_of_asset(catalogue.instance(pack, entry))
    soup = soup_of(scene_geometry(scene, provider=catalogue, job=job))
    tensors = {
        "positions": np.ascontiguousarray(soup.vertices, dtype=np.float32),
        "normals": np.ascontiguousarray(soup.normals, dtype=np.float32),
        "colors": np.ascontiguousarray(soup.color),
        "faces": np.ascontiguousarray(soup.faces, dtype=np.uint32),
    }
    return bytes(save(tensors))
