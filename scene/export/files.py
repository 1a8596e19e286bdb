"""A scene's geometry as a file, with ATTRIBUTION beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scene import atomic
from scene.asset_provider import AssetProvider
from scene.errors import ScenewrightError
from scene.export.attribution import attribution_text, credits_of
from scene.export.gltf import glb_bytes
from scene.geometry import scene_geometry
from scene.meshes import trimesh_of
from scene.model import Scene

__all__ = ["GEOMETRY_FORMATS", "Exported", "export_geometry", "write_attribution"]

GEOMETRY_FORMATS = (".glb", ".ply", ".obj", ".stl")


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, the export itself first."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


def export_geometry(
    scene: Scene, out: Path, *, frame: int = 0, provider: AssetProvider | None = None, root: Path | None = None
) -> Exported:
    """Write one frame. GLB keeps tree, words, materials, cameras and lights; the other formats keep the surface only.

    Raises:
        ScenewrightError: an ending that is none of GEOMETRY_FORMATS.
    """
    suffix = out.suffix.lower()
    if suffix not in GEOMETRY_FORMATS:
        raise ScenewrightError(f"{out.name}: geometry is written as {', '.join(GEOMETRY_FORMATS)}")
    shown = scene.frame(frame)
    geometry = scene_geometry(shown, provider=provider, root=root)
    warnings = list(geometry.warnings)
    if suffix == ".glb":
        data = glb_bytes(shown, geometry)
    else:
        whole = trimesh_of(shown, geometry).to_mesh()
        exported = whole.export(file_type=suffix[1:], **({"include_texture": False} if suffix == ".obj" else {}))
        data = exported.encode() if isinstance(exported, str) else exported
        warnings.append(f"{suffix} keeps no names and no materials: GLB does")
    atomic.write(out, data)
    return Exported((out, *write_attribution(shown, out)), tuple(warnings))


def write_attribution(scene: Scene, out: Path) -> list[Path]:
    """``<name>.ATTRIBUTION.txt`` beside an export that uses catalogue objects."""
    listed = credits_of(scene)
    if not listed:
        return []
    path = out.with_name(f"{out.name}.ATTRIBUTION.txt")
    atomic.write(path, attribution_text(listed, out.name).encode())
    return [path]
