"""A scene's geometry as a file."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from scenewright.app.actions.action import Request, SceneAction
from scenewright.app.exporting import ExportedFiles, export_scene
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["EXPORT", "ExportRequest"]


class ExportRequest(Request):
    """What to write, and where to."""

    out: Path
    """The file; its ending is the format."""
    frame: int = Field(default=0, ge=0)
    """Of an animation, counted from 0."""
    splats: int | None = None
    """So many Gaussians in place of triangles."""
    lit: bool = False
    """The Gaussians in the light of the scene."""


def export(session: Session, request: ExportRequest, job: Job) -> ExportedFiles:
    """Write the geometry, every part with its path and words.

    Raises:
        ScenewrightError: an ending that is no format, a folder that is not there, no such frame, too few Gaussians.
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
        assets=session.assets,
        folder=session.folder,
        job=job.part(0.3),
    )
    return ExportedFiles(written.files, (*shot.scene.warnings, *written.warnings))


EXPORT = SceneAction("export", "Write the geometry, or Gaussians, to a file.", ExportRequest, export)
