"""Puts cameras into a program."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from scenewright.scene.model import Camera, Scene

__all__ = ["with_first_camera", "with_views"]


def with_views(source: str, scene: Scene, cameras: Mapping[int, Camera], *, decimals: int = 2) -> str:
    """A program with some of its cameras moved to other places.

    Args:
        scene: the scene of the program.
        cameras: by the number of the camera in the scene that each replaces. One that the program does not write as a call of its own
            stays as it is.
        decimals: of the coordinates.
    """
    from scenewright.scene.language.editing.program_text import ProgramText, Splice

    text = ProgramText(source)
    splices = []
    for number, camera in cameras.items():
        old = scene.cameras[number]
        call = text.call_at(old.span) if old.span is not None and _in_world(scene, old) else None
        if call is not None:
            splices.append(Splice(*text.span(call), _written(camera, decimals)))
    return text.spliced(splices) if splices else source


def with_first_camera(source: str, scene: Scene, camera: Camera) -> str:
    """A program with a camera before all others.

    Args:
        scene: the scene of the program.
    """
    from scenewright.scene.language.editing.program_text import ProgramText, Splice

    line = f"{_written(camera, 3)}\n"
    text = ProgramText(source)
    call = text.call_at(scene.cameras[0].span) if scene.cameras else None
    if call is None:
        return source.rstrip("\n") + "\n\n\n" + line
    begin, _ = text.span(call)
    return text.spliced([Splice(begin, begin, line)])


def _written(camera: Camera, decimals: int) -> str:
    eye, target = (", ".join(f"{v:.{decimals}f}" for v in point) for point in (camera.eye, camera.target))
    return f"camera(eye=({eye}), target=({target}), fov={camera.fov:g})"


def _in_world(scene: Scene, camera: Camera) -> bool:
    """Whether the numbers of a camera's call are those of the world: it stands at module level, or in the root."""
    return camera.scope is None or (
        camera.scope == scene.paths[0] and bool(np.allclose(scene.world_from_local[0], np.eye(4)))
    )
