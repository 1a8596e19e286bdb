"""The action that makes a new scene from a text or a program."""

from __future__ import annotations

from pydantic import Field

from scenewright.app.actions.action import FreeAction
from scenewright.app.exporting import export_scene
from scenewright.app.generating import Generated, GenerateRequest, generate
from scenewright.app.pictures import PictureRequest, draw
from scenewright.scene.jobs import Job

__all__ = ["GENERATE", "GenerateSceneRequest"]

_WRITTEN = 0.4
"""Share of the progress when the scene folder is complete, before pictures."""


class GenerateSceneRequest(GenerateRequest):
    """What to make the scene from, and which pictures and exports to add."""

    renderers: tuple[str, ...] = ("preview",)
    """Renderers that draw pictures into the folder; empty: no pictures."""
    width: int = Field(default=960, ge=1)
    """Width of the pictures, in pixels."""
    height: int = Field(default=720, ge=1)
    """Height of the pictures, in pixels."""
    glb: bool = False
    """Also export the geometry as ``scene.glb`` into the folder."""


def generate_scene(request: GenerateSceneRequest, job: Job) -> Generated:
    """Write a scene program, create its folder, lay it out and draw it.

    Raises:
        ProjectError: the folder exists already, or cannot be written.
        RenderError: a renderer is unknown or cannot run here, or a picture failed; the folder stays.
        ScenewrightError: the text cannot be understood, the model failed, or the program does not evaluate.
        JobCancelled: a folder that exists by then stays.
    """
    generated = generate(request, job=job.part(0.0, _WRITTEN))
    count = len(request.renderers)
    for done, renderer in enumerate(request.renderers):
        begin, end = (_WRITTEN + (1.0 - _WRITTEN) * n / count for n in (done, done + 1))
        picture = PictureRequest(renderer=renderer, width=request.width, height=request.height)
        drawn = draw(generated.session, picture, job=job.part(begin, end))
        generated.pictures += [f.file for f in drawn.frames]
        generated.notes += drawn.warnings
    if request.glb:
        written = export_scene(
            generated.session.scene, generated.folder / "scene.glb", assets=generated.session.assets, folder=generated.folder,
            job=job.part(1.0),
        )  # fmt: skip
        generated.notes += written.warnings
    return generated


GENERATE = FreeAction(
    "generate", "Make a scene from a text or a program.", GenerateSceneRequest, generate_scene, makes_scene=True
)
