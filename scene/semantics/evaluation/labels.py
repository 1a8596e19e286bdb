"""Ground truth of a view: a mask and boxes for each labelled category. Reads the labels of LERF-OVS.

LERF-OVS (published with LangSplat, Qin et al., CVPR 2024) has one ``frame_*.json`` per view. It holds ``info`` with name, width and
height, and ``objects``, each with category, segmentation (a polygon [[x, y] ...]) and bbox [x1, y1, x2, y2]. Several objects of one
category in a view form one unit: their masks are joined, and a hit in any of their boxes counts.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import names_in, read_plain, refused_as
from scenewright.scene.semantics.fields import FieldError
from scenewright.scene.splats import Cameras

__all__ = ["Category", "Frame", "boxes_of", "read_lerf"]

Mask = npt.NDArray[np.bool_]

_MOST_BYTES = 64 << 20
_MOST_PIXELS = 100_000_000
_MOST_POINTS = 1_000_000


@dataclass(frozen=True, eq=False)
class Category:
    """The label of a category. `mask`: (H, W) bool. `boxes`: (B, 4) float64, opposite corners x y x y in pixels, edges included."""

    mask: Mask
    boxes: npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Frame:
    """One labelled view. `name`: of its picture, without suffix. `camera`: one view of its size; None if unknown."""

    name: str
    width: int
    height: int
    categories: Mapping[str, Category]
    camera: Cameras | None = None


def boxes_of(mask: Mask) -> npt.NDArray[np.float64]:
    """(1, 4) bounding box of a mask; (0, 4) for an empty mask."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return np.zeros((0, 4))
    return np.array([[columns[0], rows[0], columns[-1], rows[-1]]], dtype=np.float64)


def read_lerf(folder: Path) -> list[Frame]:
    """The frames in one scene's folder, sorted by name.

    Polygons are filled, including their outline, with corners truncated to whole pixels, as in the published evaluation.

    Raises:
        FieldError: there are no labels, or a file has another form.
    """
    with refused_as(FieldError):
        names = names_in(folder, "the folder of labels")
    files = [folder / name for name in names if name.startswith("frame_") and name.endswith(".json")]
    if not files:
        raise FieldError(f"{folder} has no frame_*.json: give the folder of one scene's labels")
    return [_frame(file) for file in files]


def _frame(file: Path) -> Frame:
    with refused_as(FieldError):
        data = read_plain(file, _MOST_BYTES, "the label file", root=file.parent)
    try:
        values = parse_json(data)
    except ValueError as error:
        raise FieldError(f"{file} cannot be read as labels ({error})") from None
    info = values.get("info") if isinstance(values, dict) else None
    objects = values.get("objects") if isinstance(values, dict) else None
    if not isinstance(info, dict) or not isinstance(objects, list):
        raise FieldError(f"{file} is no label file of LERF-OVS: it lacks 'info' or 'objects'")
    width, height, name = info.get("width"), info.get("height"), info.get("name")
    if not (type(width) is type(height) is int and width > 0 and height > 0 and width * height <= _MOST_PIXELS):
        raise FieldError(f"{file}: a picture of {width} x {height} cannot be")
    categories: dict[str, Category] = {}
    for number, entry in enumerate(objects):
        where = f"{file}: objects[{number}]"
        category, mask, box = _object(entry, width, height, where)
        earlier = categories.get(category)
        if earlier is not None:
            mask, box = earlier.mask | mask, np.concatenate([earlier.boxes, box])
        categories[category] = Category(mask, box)
    stem = Path(name).stem if isinstance(name, str) and name else file.stem
    return Frame(stem, width, height, categories)


def _object(entry: Any, width: int, height: int, where: str) -> tuple[str, Mask, npt.NDArray[np.float64]]:
    if not isinstance(entry, dict) or not isinstance(entry.get("category"), str) or not entry["category"].strip():
        raise FieldError(f"{where} has no category")
    points = _numbers(entry.get("segmentation"), f"{where}: segmentation")
    corners = _numbers(entry.get("bbox"), f"{where}: bbox").reshape(-1)
    if len(corners) != 4:
        raise FieldError(f"{where}: bbox has {len(corners)} numbers, not 4")
    outline = points.reshape(-1, 2)
    canvas = Image.new("L", (width, height))
    if len(outline) >= 2:
        corner_list = [(int(x), int(y)) for x, y in outline.tolist()]
        ImageDraw.Draw(canvas).polygon(corner_list, fill=1, outline=1)
    return entry["category"], np.asarray(canvas) > 0, corners[None]


def _numbers(values: Any, where: str) -> npt.NDArray[np.float64]:
    """(2 n,) the numbers of a flat or nested list, an even count."""
    flat: list[float] = []
    stack = [values]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(reversed(value))
        elif (
            isinstance(value, (int, float))
            and not isinstance(value, bool)
            and math.isfinite(value)
            and abs(value) < 1e6
        ):
            flat.append(float(value))
        else:
            raise FieldError(f"{where} is no list of finite numbers of pixels")
        if len(flat) > _MOST_POINTS or len(stack) > _MOST_POINTS:
            raise FieldError(f"{where} has more than {_MOST_POINTS:,} numbers")
    if len(flat) % 2:
        raise FieldError(f"{where} has an odd count of numbers")
    return np.array(flat, dtype=np.float64)
