"""Reads pictures for a new scene, and keeps in its folder the crops of its things, and picture and drawing side by side."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.app.picture_fitting.picture_file import read_picture_file
from scenewright.app.picture_scenes.beside import beside_picture
from scenewright.app.picture_scenes.manner import FREE, Manner
from scenewright.app.picture_scenes.reading import PictureScene, scene_of_picture
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

__all__ = ["BESIDE", "PictureFiles"]

BESIDE = "beside_the_picture.png"
"""In the folder ``renders`` of a scene."""


@dataclass(frozen=True, eq=False)
class PictureFiles:
    """The scene of a picture, with the picture as it was read."""

    scene: PictureScene
    picture: npt.NDArray[np.uint8]
    notes: tuple[str, ...]

    @staticmethod
    def read(paths: Sequence[Path], *, manner: Manner = FREE, job: Job | None = None) -> PictureFiles:
        """The scene of the first of some pictures.

        Raises:
            PictureError: it cannot be read, or shows nothing that can be told apart.
            JobCancelled: the job was cancelled.
        """
        picture = read_picture_file(paths[0], job=job)
        scene = scene_of_picture(picture, manner=manner, job=job)
        notes = scene.notes
        if len(paths) > 1:
            notes = (*notes, f"only {paths[0].name} was used: without a language model a scene is made of one picture")
        return PictureFiles(scene, picture, notes)

    @property
    def title(self) -> str:
        """What it shows in some words."""
        names = [thing.name.rstrip("0123456789").strip("_").replace("_", " ") for thing in self.scene.things]
        return " ".join(names[:3])

    def write(self, folder: Path, scene: Scene, *, assets: AssetProvider | None = None, job: Job | None = None) -> Path:
        """Write the crops, and picture and drawing side by side, into a scene folder.

        Returns:
            The file with both.

        Raises:
            RenderError: the preview renderer cannot run here.
            JobCancelled: the job was cancelled.
        """
        for thing in self.scene.things:
            path = folder / thing.crop
            path.parent.mkdir(exist_ok=True)
            atomic.write(path, _png(self.scene.crop(thing, self.picture)))
        out = folder / "renders" / BESIDE
        out.parent.mkdir(exist_ok=True)
        atomic.write(out, _png(beside_picture(self.picture, scene, scene.cameras[0], assets=assets, job=job)))
        return out


def _png(pixels: npt.NDArray[np.uint8]) -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(stream, "PNG")
    return stream.getvalue()
