"""Pictures that tools give: drawn by a scene's worker into a folder of their own, which is deleted afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.mcp_server.pictures import PictureBlock, picture_block
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.mcp_server.served_scenes import ServedScene

__all__ = ["WIDTH", "draw_picture", "draw_plan"]

WIDTH, HEIGHT = 800, 600
"""What models see well at little cost."""


def draw_picture(scene: ServedScene, view: Mapping[str, Any], job: Job) -> PictureBlock:
    """A picture of one viewpoint.

    Args:
        view: fields of the action render: `cameras` or `view`, and the size.

    Raises:
        ScenewrightError: it cannot be drawn.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-mcp-") as folder:
        file = Path(folder) / "view.png"
        values = {"width": WIDTH, "height": HEIGHT, **view, "out": str(file)}
        scene.run("render", values, job=job.part(0.0, 0.95))
        return picture_block(file, job=job.part(0.95))


def draw_plan(scene: ServedScene, job: Job) -> tuple[PictureBlock, dict[str, Any]]:
    """The floor plan with names, and the report of what stands wrong.

    Raises:
        LayoutError: there is nothing that stands.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-mcp-") as folder:
        file = Path(folder) / "plan.png"
        report = scene.run("layout", {"check": True, "settle": False, "plan": str(file)}, job=job.part(0.0, 0.95))
        return picture_block(file, flat=True, job=job.part(0.95)), report
