"""The pictures of a scene as a gallery: the records of the scene folder, with the jobs of the studio that made them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project

if TYPE_CHECKING:
    from scenewright.app.studio.context import StudioContext
    from scenewright.app.studio.places import Place

__all__ = ["gallery", "gallery_file"]

_RENDERS = "renders"


def gallery(context: StudioContext, owner: str, place: Place) -> list[dict[str, Any]]:
    """The renders of a scene, newest first.

    Raises:
        ProjectError: the scene folder cannot be read.
    """
    project = Project.open(place.folder, writable=False)
    made = _jobs_by_file(context, owner, place.id)
    rows = []
    for record in project.renders():
        pictures = [
            {"name": f.path.name, "camera": f.camera, "frame": f.frame, "pass": f.channel}
            for f in record.files
            if f.channel != "cameras"
        ]
        job = next((made[f.path.name] for f in record.files if f.path.name in made), None)
        rows.append(
            {
                "renderer": record.job.renderer,
                "settings": dict(record.job.settings),
                "device": record.job.device,
                "seconds": round(record.job.seconds, 2),
                "revision": record.revision,
                "current": record.program == project.program_hash,
                "made": max((f.path.stat().st_mtime for f in record.files), default=0.0),
                "job": job,
                "pictures": pictures,
            }
        )
    return sorted(rows, key=lambda row: float(row["made"]), reverse=True)


def gallery_file(folder: Path, name: str) -> Path:
    """A file of the gallery by its name.

    Raises:
        ProjectError: 'missing': no render of the scene has such a file.
    """
    for record in Project.open(folder, writable=False).renders():
        for file in record.files:
            if file.path.name == name:
                return file.path
    raise ProjectError("this scene has no such picture", kind="missing")


def _jobs_by_file(context: StudioContext, owner: str, place: str) -> dict[str, str]:
    """The newest job that made each file, by the file's name."""
    found: dict[str, str] = {}
    for job in context.jobs.list(owner, quiet=True):
        if job["place"] == place and job["action"] == "render":
            for file in job["files"]:
                found.setdefault(file["name"], job["id"])
    return found
