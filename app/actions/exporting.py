"""The action that exports a scene to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from scenewright.app.actions.action import SceneAction
from scenewright.app.exporting import ExportedFiles, export_scene, refuse_export
from scenewright.app.requests import Request
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["EXPORT", "ExportRequest"]


class ExportRequest(Request):
    """What to export, and where to."""

    out: Path
    """File to write; its suffix is the format."""
    frame: int = Field(default=0, ge=0)
    """Frame of an animation, from 0."""
    splats: int | None = None
    """Number of Gaussians to write instead of triangles."""
    lit: bool = False
    """Bake the scene's lighting into the colours of the Gaussians."""
    physics: bool = False
    """Write rigid bodies, colliders, masses and joints, too: in USD."""

    @model_validator(mode="after")
    def _some_format_holds_it(self) -> Self:
        refuse_export(self.out, splats=self.splats, lit=self.lit, physics=self.physics)
        return self


def export(session: Session, request: ExportRequest, job: Job) -> ExportedFiles:
    """Write the geometry, with path and words of every part.

    Raises:
        ScenewrightError: the suffix is no format, the folder or frame does not exist, or there are too few Gaussians.
        JobCancelled: nothing is written.
    """
    job.progress(0.0, "evaluating")
    shot = session.snapshot()
    written = export_scene(
        shot.scene,
        request.out,
        frame=request.frame,
        splats=request.splats,
        lit=request.lit,
        physics=request.physics,
        assets=session.assets,
        folder=session.folder,
        job=job.part(0.3),
    )
    return ExportedFiles(written.files, (*shot.scene.warnings, *written.warnings))


EXPORT = SceneAction("export", "Write the geometry, or Gaussians, to a file.", ExportRequest, export)
