"""A whole scene as Gaussians that can be viewed from anywhere: its faces, and the captures that it names."""

from __future__ import annotations

from pathlib import Path

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene
from scenewright.scene.splats.from_mesh import gaussians_for_budget
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.splat_entities import captured_entities

__all__ = ["scene_gaussians"]


def scene_gaussians(
    scene: Scene,
    count: int,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    job: Job | None = None,
) -> tuple[Gaussians, tuple[str, ...]]:
    """The Gaussians of one frame of a scene (world frame, y up, each with the row of its node), and warnings.

    Faces have their own colours, without light. Captures keep their colours.

    Args:
        count: the budget for faces; captures are not counted.
        provider: where catalogue objects come from; without one, their convex hulls are used, with a warning.
        root: the scene folder, for textures and captures.

    Raises:
        SplatError: `count` is too small for the number of parts of the scene.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="making Gaussians")
    job.tick(0.0, "geometry")
    geometry = scene_geometry(scene, provider=provider, root=root, note_splats=False, job=job.part(0.0, 0.2))
    job.check()
    captured, missing = captured_entities(scene, root)
    job.tick(0.3, "Gaussians")
    faces = gaussians_for_budget(geometry, count, job=job.quiet()).gaussians()
    return Gaussians.merged([faces, captured]), (*geometry.warnings, *missing)
