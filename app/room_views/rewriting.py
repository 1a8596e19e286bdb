"""Puts cameras into a program."""

from __future__ import annotations

from collections.abc import Mapping

from scenewright.scene.model import Camera, Scene

__all__ = ["with_views"]


def with_views(source: str, scene: Scene, cameras: Mapping[int, Camera]) -> str:
    """A program with some of its cameras moved to other places.

    Args:
        scene: the scene of the program.
        cameras: by the number of the camera in the scene that each replaces. One that the program does not write as a call of its own
            stays as it is.
    """
    from scenewright.scene.language.editing.program_text import ProgramText, Splice

    text = ProgramText(source)
    splices = []
    for number, camera in cameras.items():
        old = scene.cameras[number]
        call = None if old.scope is not None or old.span is None else text.call_at(old.span)
        if call is not None:
            eye, target = (", ".join(f"{v:.2f}" for v in point) for point in (camera.eye, camera.target))
            written = f"camera(eye=({eye}), target=({target}), fov={camera.fov:g})"
            splices.append(Splice(*text.span(call), written))
    return text.spliced(splices) if splices else source
