"""Reads the labels of 3D-OVS (Liu et al., NeurIPS 2023): ``segmentations/classes.txt``, and a folder for each labelled view.

A folder has one picture per class, white where the class is. There are no boxes, so bounding boxes of the masks are used.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene.pictures import DecodeRequest, PictureError, answers_of
from scenewright.scene.plain_files import names_in, read_plain, refused_as
from scenewright.scene.semantics.evaluation.labels import Category, Frame, boxes_of
from scenewright.scene.semantics.fields import FieldError

__all__ = ["read_3dovs"]

_MOST_CLASSES = 1000
_MOST_TEXT_BYTES = 1 << 20
_MOST_MASK_BYTES = 256 << 20


def read_3dovs(folder: Path) -> list[Frame]:
    """The frames of one scene, sorted by name.

    Args:
        folder: of the scene, or its ``segmentations``.

    Raises:
        FieldError: there are no labels, or a mask cannot be read or differs in size from the others of its view.
    """
    root = folder / "segmentations" if (folder / "segmentations").is_dir() else folder
    with refused_as(FieldError):
        views = [root / name for name in names_in(root, "the folder of labels") if (root / name).is_dir()]
    if not views or not (root / "classes.txt").is_file():
        raise FieldError(
            f"{folder} has no labels of 3D-OVS: there must be segmentations/classes.txt and a folder a view"
        )
    with refused_as(FieldError):
        text = read_plain(root / "classes.txt", _MOST_TEXT_BYTES, "the list of classes", root=root)
    classes = [c.strip() for c in text.decode("utf-8", "replace").splitlines() if c.strip()]
    if not 0 < len(classes) <= _MOST_CLASSES:
        raise FieldError(f"{root / 'classes.txt'} names {len(classes)} classes")
    frames = [_frame(view, classes) for view in views]
    return [frame for frame in frames if frame.categories]


def _frame(view: Path, classes: list[str]) -> Frame:
    masks = {}
    for name in classes:
        file = next((view / f"{name}{end}" for end in (".png", ".jpg") if (view / f"{name}{end}").is_file()), None)
        if file is not None:
            masks[name] = _mask(file)
    sizes = {mask.shape for mask in masks.values()}
    if len(sizes) > 1:
        raise FieldError(f"{view}: masks of one view have sizes {sorted(sizes)}")
    height, width = sizes.pop() if sizes else (1, 1)
    categories = {name: Category(mask, boxes_of(mask)) for name, mask in masks.items() if mask.any()}
    return Frame(view.name, width, height, categories)


def _mask(file: Path) -> npt.NDArray[np.bool_]:
    try:
        with refused_as(FieldError):
            data = read_plain(file, _MOST_MASK_BYTES, "the mask", root=file.parent)
        (answer,) = answers_of([DecodeRequest(data, "gray")])
    except PictureError as error:
        raise FieldError(f"{file} cannot be read as a mask ({error})") from None
    if answer.pixels is None:
        raise FieldError(f"{file} cannot be read as a mask ({answer.error})")
    bright: npt.NDArray[np.bool_] = answer.pixels[..., 0] > 127
    return bright
