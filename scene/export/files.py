"""A scene's geometry as a file, with ATTRIBUTION beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.export.attribution import attribution_text, credits_of
from scenewright.scene.export.exporters import Exported, refuse_target
from scenewright.scene.export.gltf import glb_bytes
from scenewright.scene.export.soup import Soup, entities_json, soup_of
from scenewright.scene.export.wavefront import obj_files
from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

__all__ = [
    "GEOMETRY_FORMATS",
    "Exported",
    "GeometryExporter",
    "attribution_files",
    "export_geometry",
    "write_attribution",
]

GEOMETRY_FORMATS = (".glb", ".ply", ".obj", ".stl")

_DETAIL = 5e-5
"""Chord error of curved surfaces, as a fraction of the scene's diagonal. It is finer than in pictures: exports are seen close up."""


class GeometryExporter:
    """Triangles as GLB, PLY, OBJ and STL: see :func:`export_geometry`."""

    name = "geometry"
    endings = GEOMETRY_FORMATS

    def available(self) -> str | None:
        return None

    def export(
        self,
        scene: Scene,
        out: Path,
        *,
        provider: AssetProvider | None = None,
        root: Path | None = None,
        job: Job | None = None,
    ) -> Exported:
        return export_geometry(scene, out, provider=provider, root=root, job=job)


def export_geometry(
    scene: Scene,
    out: Path,
    *,
    frame: int = 0,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    job: Job | None = None,
) -> Exported:
    """Write one frame of a scene as triangles.

    GLB keeps everything. PLY, OBJ (with MTL and textures) and STL hold one mesh. ``<name>.entities.json`` beside them maps
    triangles to entities. PLY also has this in the property ``entity`` of its faces; OBJ names its objects by path.
    STL has no colours, PLY no materials.

    Raises:
        ScenewrightError: the ending is none of GEOMETRY_FORMATS, or the scene has no triangles and the format is not GLB.
        JobCancelled: the job was cancelled; nothing is written.
    """
    job = (job or Job()).part(name="the export")
    suffix = out.suffix.lower()
    if suffix not in GEOMETRY_FORMATS:
        raise ScenewrightError(f"{out.name}: geometry is written as {', '.join(GEOMETRY_FORMATS)}")
    refuse_target(out)
    job.tick(0.0, "geometry")
    one_frame = scene.frame(frame)
    diagonal = float(np.linalg.norm(np.diff(one_frame.bounds, axis=0)))
    geometry = scene_geometry(
        one_frame, provider=provider, root=root, tolerance=_DETAIL * diagonal, job=job.part(0.0, 0.5)
    )
    warnings = list(geometry.warnings)
    job.tick(0.5, f"making {out.name}")
    if suffix == ".glb":
        files: Mapping[str, bytes] = {out.name: glb_bytes(one_frame, geometry)}
    else:
        if geometry.triangles == 0:
            raise ScenewrightError(
                f"{out.name}: the scene holds no triangles, and {suffix} stores only triangles; use .glb"
            )
        soup = soup_of(geometry)
        if suffix == ".obj":
            files = obj_files(one_frame, geometry, soup, out.stem)
            # the ending in the caller's spelling
            files = {out.name if name.endswith(".obj") else name: data for name, data in files.items()}
        else:
            files = {out.name: _one_mesh(geometry, soup, suffix)}
            remaining_properties = "colours but no materials" if suffix == ".ply" else "no colours"
            warnings.append(f"{suffix} keeps {remaining_properties}: GLB does")
        files = {**files, f"{out.name}.entities.json": entities_json(one_frame, geometry, soup).encode()}
    job.tick(0.9, f"writing {out.name}")
    paths = [out.with_name(name) for name in files]
    attribution = attribution_files(one_frame, out)
    atomic.write_all(dict(zip(paths, files.values(), strict=True)) | attribution)
    return Exported((*paths, *attribution), tuple(warnings))


def _one_mesh(geometry: SceneGeometry, soup: Soup, suffix: str) -> bytes:
    import trimesh

    counts = np.diff(soup.first_face)
    mesh = trimesh.Trimesh(
        vertices=soup.vertices,
        faces=soup.faces,
        vertex_normals=soup.normals,
        vertex_colors=soup.color,
        face_attributes={"entity": np.repeat(geometry.entity, counts)},
        process=False,
    )
    exported = mesh.export(file_type=suffix[1:])
    return exported.encode() if isinstance(exported, str) else bytes(exported)


def write_attribution(scene: Scene, out: Path) -> list[Path]:
    """Write ``<name>.ATTRIBUTION.txt`` beside an export, if it uses catalogue objects. Returns the files written."""
    files = attribution_files(scene, out)
    atomic.write_all(files)
    return list(files)


def attribution_files(scene: Scene, out: Path) -> dict[Path, bytes]:
    """The content of ``<name>.ATTRIBUTION.txt`` by its path, to be written with the export; empty without catalogue objects."""
    listed = credits_of(scene)
    name = f"{out.name}.ATTRIBUTION.txt"
    return {out.with_name(name): attribution_text(listed, out.name).encode()} if listed else {}
