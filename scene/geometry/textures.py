"""Pictures that materials name. They are read only from inside the scene folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import ScenewrightError

__all__ = ["Picture", "PictureError", "load_picture"]

Picture = npt.NDArray[np.uint8]
"""(H, W, 4) sRGB and alpha, first row at the top."""

_MAX_PIXELS = 64_000_000


class PictureError(ScenewrightError):
    """A picture that the scene names cannot be read."""

    exit_code = 9


def load_picture(root: Path | None, name: str) -> Picture:
    """The picture `name` of the scene folder `root`.

    Raises:
        PictureError: `root` is None, the path leaves the folder, or the file is missing, too large or not a picture.
    """
    from PIL import Image, UnidentifiedImageError

    if root is None:
        raise PictureError(f"the picture '{name}' cannot be looked up: the scene has no folder")
    base = root.resolve()
    path = (base / name).resolve()
    if not path.is_relative_to(base):
        raise PictureError(f"the picture '{name}' lies outside the scene folder: copy it into the folder")
    if not path.is_file():
        raise PictureError(f"there is no picture '{name}' in the scene folder")
    try:
        with Image.open(path) as image:
            if image.width * image.height > _MAX_PIXELS:
                raise PictureError(f"the picture '{name}' has {image.width}x{image.height} pixels: make it smaller")
            return np.asarray(image.convert("RGBA"))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise PictureError(f"'{name}' cannot be read as a picture: {error}") from error
