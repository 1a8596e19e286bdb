"""A scene beside the picture that it is to show: side by side for a model that sees, and in numbers, which come before what it sees."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from scenewright.app.language_models import ModelPicture
from scenewright.app.picture_fitting import reduced
from scenewright.app.picture_scenes.beside import beside_picture
from scenewright.renderers.base import view_cameras
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray, Scene
from scenewright.scene.semantics.words.color_names import lab_from_srgb

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["PictureComparison", "compare_with_picture"]

LONGEST = 640
"""Pixels of the longer side of each of the two pictures that a model sees."""
_EDGE_SIDE, _EDGE_BLUR = 160, 2.5
"""Outlines are compared at this many pixels of the longer side, spread by this many of them: two that lie a hundredth of the picture apart
still meet in part."""
_CELLS = 24
"""Colours are compared in cells, this many along the longer side."""
_STEP = 0.02
"""Differences below this share are none."""
_ROWS, _COLUMNS = ("top", "middle", "bottom"), ("left", "centre", "right")
_TOLD = 3.0
"""Differences of lightness or colour in CIELAB that are told."""


@dataclass(frozen=True, eq=False)
class PictureComparison:
    """A picture (left) and the scene from its first camera (right), and how they differ.

    `beside`: both in one picture. `edges`: 1 less the correlation of their outlines, 0 for equal ones. `color`: mean distance in a* and b*
    of CIELAB, cell by cell. `light`: mean difference of L*. `cells`: (3, 3, 3) L*, a*, b* of the scene less those of the picture, rows
    from the top.
    """

    beside: ModelPicture
    edges: float
    color: float
    light: float
    cells: FloatArray

    def distance(self, what: Literal["", "edges", "color", "light"]) -> int:
        """How far the two are apart in one respect, in steps that can be seen; 0 for ''."""
        shares = {"": 0.0, "edges": self.edges, "color": self.color / 100.0, "light": self.light / 100.0}
        return int(shares[what] / _STEP)

    def lines(self) -> list[str]:
        """The numbers in words."""
        mean = self.cells.mean(axis=(0, 1))
        lines = [
            "Measured (left: the picture; right: the scene from its first camera):",
            f"- outlines agree by {1.0 - self.edges:.2f} (1: they lie as in the picture; 0: they have nothing in common)",
            f"- colours differ by {self.color:.0f} on average, lightness by {self.light:.0f} of 100 (below 4 is hardly seen)",
            f"- as a whole the scene is {_difference(mean) or 'as bright and of the same tint'}",
        ]
        for row, row_name in enumerate(_ROWS):
            for column, column_name in enumerate(_COLUMNS):
                told = _difference(self.cells[row, column] - mean)
                if told:
                    lines.append(f"- beyond that, at the {row_name} {column_name} it is {told}")
        return lines


def compare_with_picture(
    scene: Scene, picture: ModelPicture, *, assets: AssetProvider | None = None, job: Job | None = None
) -> PictureComparison:
    """Draw the scene from its first camera in the shape of the picture, and compare them.

    Raises:
        RenderError: it cannot be drawn.
        JobCancelled: the job was cancelled.
    """
    target = _pixels(picture.png)
    height, width = target.shape[:2]
    camera = (scene.cameras or view_cameras(scene, aspect=width / height))[0]
    both = beside_picture(target, scene, camera, assets=assets, job=job)
    made = both[:, width:]
    beside = ModelPicture(_png(both), "left: the picture; right: the scene as it is")
    wanted, shown = _cells(target), _cells(made)
    apart = shown - wanted
    return PictureComparison(
        beside,
        _edges_apart(target, made),
        float(np.hypot(apart[..., 1], apart[..., 2]).mean()),
        float(np.abs(apart[..., 0]).mean()),
        _resized(apart, 3, 3),
    )


def _difference(apart: FloatArray) -> str:
    """A difference in CIELAB in words; '' for one that is hardly seen."""
    words = [
        (apart[0], "brighter", "darker"),
        (apart[1], "redder", "greener"),
        (apart[2], "yellower", "bluer"),
    ]
    return ", ".join(f"{more if by > 0 else less} by {abs(by):.0f}" for by, more, less in words if abs(by) >= _TOLD)


def _pixels(png: bytes) -> npt.NDArray[np.uint8]:
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        return reduced(np.asarray(picture.convert("RGB")), LONGEST)


def _png(pixels: npt.NDArray[np.uint8]) -> bytes:
    from PIL import Image

    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "PNG")
    return data.getvalue()


def _resized(pixels: FloatArray, height: int, width: int) -> FloatArray:
    """The mean of each of `height` by `width` cells."""
    rows = np.array_split(np.arange(pixels.shape[0]), height)
    columns = np.array_split(np.arange(pixels.shape[1]), width)
    return np.array([[pixels[r[0] : r[-1] + 1, c[0] : c[-1] + 1].mean(axis=(0, 1)) for c in columns] for r in rows])


def _shape(pixels: npt.NDArray[np.uint8], longest: int) -> tuple[int, int]:
    scale = min(1.0, longest / max(pixels.shape[:2]))
    return max(3, round(pixels.shape[0] * scale)), max(3, round(pixels.shape[1] * scale))


def _cells(pixels: npt.NDArray[np.uint8]) -> FloatArray:
    """L*, a*, b* of the mean colour of each cell."""
    return np.asarray(lab_from_srgb(_resized(pixels / 255.0, *_shape(pixels, _CELLS))))


def _edges_apart(a: npt.NDArray[np.uint8], b: npt.NDArray[np.uint8]) -> float:
    """1 less the correlation of the outlines of two pictures of one size."""
    first, second = _outlines(a), _outlines(b)
    spread = float(first.std() * second.std())
    if spread < 1e-9:
        return 0.0 if np.allclose(first, second) else 1.0
    return float(np.clip(1.0 - ((first - first.mean()) * (second - second.mean())).mean() / spread, 0.0, 1.0))


def _outlines(pixels: npt.NDArray[np.uint8]) -> FloatArray:
    """How steep lightness is. Each edge counts by the root of its strength, so that faint ones of a scene in grey count, too."""
    shape = _shape(pixels, _EDGE_SIDE)
    lightness = np.asarray(lab_from_srgb(_resized(pixels / 255.0, *shape)))[..., 0]
    steep = np.hypot(ndimage.sobel(lightness, axis=0), ndimage.sobel(lightness, axis=1))
    return np.asarray(ndimage.gaussian_filter(np.sqrt(steep), _EDGE_BLUR))
