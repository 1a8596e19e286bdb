"""A new scene from a text, or from a program that somebody has."""

from __future__ import annotations

from pydantic import Field

from scenewright.app.actions.action import FreeAction
from scenewright.app.exporting import export_scene
from scenewright.app.generating import Generated, GenerateRequest, generate
from scenewright.app.pictures import PictureRequest, draw
from scenewright.scene.jobs import Job

__all__ = ["GENERATE", "GenerateSceneRequest"]

_WRITTEN = 0.4
"""Share of the work that is done when the folder is there."""


class GenerateSceneRequest(GenerateRequest):
    """What to make a scene of, and what to make of the scene."""

    renderers: tuple[str, ...] = ("preview",)
    """What draws its pictures, into the folder; none: no pictures."""
    width: int = Field(default=960, ge=1)
    """Of the pictures, in pixels."""
    height: int = Field(default=720, ge=1)
    """Of the pictures, in pixels."""
    glb: bool = False
    """Also write its geometry as ``scene.glb`` into the folder."""


def generate_scene(request: GenerateSceneRequest, job: Job) -> Generated:
    """Write a scene program, make its folder, lay it out and draw it.

    Raises:
        ProjectError: the folder is there already, or cannot be written.
        RenderError: there is no such renderer, it cannot run here, or a picture failed; the folder stays.
        ScenewrightError: the text cannot be understood, the model failed, or the program does not evaluate.
        JobCancelled: a folder that is made by then stays.
    """
    made = generate(request, job=job.part(0.0, _WRITTEN))
    count = len(request.renderers)
    for done, renderer in enumerate(request.renderers):
        begin, end = (_WRITTEN + (1.0 - _WRITTEN) * n / count for n in (done, done + 1))
        wanted = PictureRequest(renderer=renderer, width=request.width, height=request.height)
        drawn = draw(made.session, wanted, job=job.part(begin, end))
        made.pictures += [f.file for f in drawn.frames]
        made.notes += drawn.warnings
    if request.glb:
        written = export_scene(
            made.session.scene, made.folder / "scene.glb", assets=made.session.assets, folder=made.folder, job=job.part(1.0)
        )  # fmt: skip
        made.notes += written.warnings
    return made


GENERATE = FreeAction(
    "generate", "Make a scene from a text or a program.", GenerateSceneRequest, generate_scene, makes_scene=True
)
