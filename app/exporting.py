"""Export of a scene to a file of any known format, with the attribution that its assets require."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.export import refuse_target
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.model import Scene

__all__ = ["ExportedFiles", "export_scene", "refuse_export"]


@dataclass(frozen=True, slots=True)
class ExportedFiles:
    """`files`: the export first, then files that belong to it (ATTRIBUTION)."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


def export_scene(
    scene: Scene,
    out: Path,
    *,
    frame: int = 0,
    splats: int | None = None,
    lit: bool = False,
    physics: bool = False,
    assets: AssetProvider | None = None,
    folder: Path | None = None,
    job: Job | None = None,
) -> ExportedFiles:
    """Write one frame of a scene; the suffix of the file is the format.

    Args:
        splats: write this many Gaussians, and the captures of the scene, as a splat file; None: triangles.
        lit: bake the scene's lighting into the colours of the Gaussians; otherwise they have the surface colours.
        physics: write rigid bodies and joints, too.

    Raises:
        ScenewrightError: the suffix is no format, the folder or frame does not exist, there are too few Gaussians, or `physics` is asked
            of another format than USD.
        JobCancelled: the job was cancelled; nothing is written.
    """
    refuse_export(out, splats=splats, lit=lit, physics=physics)  # before the work starts
    if not 0 <= frame < scene.frames:
        raise ScenewrightError(f"there is no frame {frame}: the scene has {scene.frames}, counted from 0")
    refuse_target(out)
    from scenewright.scene.export import find_exporter, write_attribution
    from scenewright.scene.export.usd import USD_FORMATS

    job = (job or Job()).part(name="the export")

    if splats is not None:
        _require_usd(out)
        from scenewright.scene.splats.formats import write_gaussians

        if lit:
            from scenewright.renderers.splat import lit_gaussians as make
        else:
            from scenewright.scene.splats.scene_gaussians import scene_gaussians as make
        shown = scene.frame(frame)
        gaussians, missing = make(shown, splats, provider=assets, root=folder, job=job.part(0.0, 0.8))
        if out.suffix.lower() in USD_FORMATS:
            from scenewright.scene.export.usd import write_usd_gaussians

            written = write_usd_gaussians(shown, gaussians, out, job=job.part(0.8))
            return ExportedFiles(written.files, (*missing, *written.warnings))
        job.tick(0.8, f"writing {out.name}")
        notes = write_gaussians(gaussians, out, y_up=True)
        return ExportedFiles((out, *write_attribution(shown, out)), (*missing, *notes))
    if physics:
        from scenewright.scene.export.usd import export_usd

        exported = export_usd(scene.frame(frame), out, physics=True, provider=assets, root=folder, job=job)
        return ExportedFiles(exported.files, exported.warnings)
    exported = find_exporter(out.suffix).export(scene.frame(frame), out, provider=assets, root=folder, job=job)
    return ExportedFiles(exported.files, exported.warnings)


def refuse_export(out: Path, *, splats: int | None = None, lit: bool = False, physics: bool = False) -> None:
    """Refuse what no scene can be exported to, whatever is installed for the format.

    Raises:
        ScenewrightError: the suffix is no format, or of one that holds no Gaussians where `splats` are asked for, or Gaussians alone where
            they are not; `lit` is asked of triangles, or `physics` of another format than USD.
    """
    from scenewright.scene.export import find_exporter
    from scenewright.scene.export.usd import USD_FORMATS
    from scenewright.scene.splats.formats.files import writable_format

    if splats is None:
        _refuse_splats(out)
        find_exporter(out.suffix)
    if lit and splats is None:
        refused = ScenewrightError("only splats are exported in the light of the scene: say how many Gaussians")
        refused.field = "splats"
        raise refused
    if physics and (splats is not None or out.suffix.lower() not in USD_FORMATS):
        refused = ScenewrightError(
            f"physics is for {', '.join(USD_FORMATS)}, and not for Gaussians: .xml (MuJoCo) and .urdf have bodies and joints always, and "
            "others never; leave it out"
        )
        refused.field = "physics"
        raise refused
    if splats is not None and out.suffix.lower() not in USD_FORMATS:
        writable_format(out)


def _require_usd(out: Path) -> None:
    """
    Raises:
        ScenewrightError: the file is one of USD, which is not installed.
    """
    from scenewright.scene.export.usd import USD_FORMATS, usd_available

    missing = usd_available() if out.suffix.lower() in USD_FORMATS else None
    if missing is not None:
        raise ScenewrightError(missing)


def _refuse_splats(out: Path) -> None:
    """
    Raises:
        ScenewrightError: the file is of a format that holds Gaussians alone, and no number of them is given.
    """
    from scenewright.scene.export import export_endings
    from scenewright.scene.splats.formats.files import writable_endings

    ending = max((e for e in writable_endings() if out.name.lower().endswith(e)), key=len, default="")
    if ending and (ending not in export_endings()):
        refused = ScenewrightError(
            f"{out.name} is a file of Gaussians: say how many of them it is to hold, such as 300000"
        )
        refused.field = "splats"
        raise refused
