"""Finds the pictures of a COLMAP model and their sizes, and lists those without a pose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scenewright.scene.errors import CaptureError
from scenewright.scene.plain_files import inside_folder, names_in, refused_as
from scenewright.scene.splats.capture.colmap import ColmapModel
from scenewright.scene.splats.capture.model import Capture
from scenewright.scene.splats.capture.parts import Photograph, named_a_few
from scenewright.scene.splats.capture.pictures import find_mask, inside, picture_size, pictures_below, stands_upright

__all__ = ["colmap_capture"]

_REDUCED = re.compile(r"images_(\d+)")
"""Folders of pictures at a half, a quarter and an eighth of their size, as 3D Gaussian splatting and Mip-NeRF 360 use them."""


def colmap_capture(model: ColmapModel, root: Path, images: Path | None = None) -> Capture:
    """The capture of a COLMAP model.

    Args:
        root: the folder of the capture.
        images: the folder of the pictures, relative to the current folder or to `root`. None: the usual places around the
            model, which are ``images``, else ``images_2`` and similar, ``input``, or the folder itself.

    Masks are pictures of the same names (or with ``.png`` appended, as COLMAP does) in ``masks`` beside the pictures.

    Raises:
        CaptureError: the folder is missing, fewer than two pictures exist, or a picture's size does not fit its camera.
    """
    folder, folder_warnings = _folder(model, root, images)
    masks = folder.parent / "masks"
    photographs, missing, resized = [], [], list[str]()
    for image in model.images:
        path = inside(folder, image.name, f"{model.folder}: images: name")
        if not path.is_file():
            missing.append(image.name)
            continue
        lens, upright = image.lens, stands_upright(path, image.lens.width, image.lens.height)
        if upright is None:
            (width, height), _ = picture_size(path)
            if abs(width * lens.height / (height * lens.width) - 1.0) > 0.005:
                raise CaptureError(
                    f"{path}: the picture is {width}x{height}, and its camera in {model.folder} is for {lens.width}x{lens.height}"
                )
            lens, upright = lens.scaled(width, height), False
            resized.append(image.name)
        mask = find_mask(masks, image.name)
        photographs.append(Photograph(image.name, path, lens, image.camera_from_world, mask, upright=upright))
    listed = {image.name for image in model.images}
    unposed = [name for name in pictures_below(folder) if name not in listed]
    warnings = [*model.warnings, *folder_warnings]
    if missing:
        warnings.append(
            f"{len(missing)} of {len(model.images)} pictures of the model are missing in {folder} and are left out: "
            + named_a_few(missing, 20)
        )
    if unposed:
        warnings.append(
            f"{len(unposed)} pictures in {folder} have no pose in the model and are left out: {named_a_few(unposed)}"
        )
    if resized:
        warnings.append(f"cameras are scaled to the size of the pictures {named_a_few(resized)}")
    if len(photographs) < 2:
        raise CaptureError(
            f"{root}: {len(photographs)} of the model's {len(model.images)} pictures are in {folder}, and a capture needs two at "
            "least, better 30 or more"
        )
    lost = (*missing, *unposed)
    return Capture(root, "colmap", tuple(photographs), lost, model.points, model.colors, tuple(warnings))


def _folder(model: ColmapModel, root: Path, requested: Path | None) -> tuple[Path, tuple[str, ...]]:
    """The folder of the model's pictures, and a warning if it is not the usual one."""
    if requested is not None:
        for folder in (requested, root / requested):
            if folder.is_dir():
                return folder, ()
        raise CaptureError(f"there is no folder {requested} of the model's pictures, neither here nor in {root}")
    near = model.folder.absolute()
    places = list(dict.fromkeys((root.absolute(), near, near.parent, near.parent.parent)))
    looked = list(_candidates(places))
    for folder in looked:
        if any(inside(folder, image.name, f"{model.folder}: images: name").is_file() for image in model.images):
            if _REDUCED.fullmatch(folder.name):
                return folder, (f"there are no pictures in {folder.with_name('images')}: those in {folder} are used",)
            return folder, ()
    raise CaptureError(
        f"{root}: none of the model's {len(model.images)} pictures ({named_a_few([i.name for i in model.images], 3)}) are there; "
        f"looked for them in {', '.join(map(str, looked))}: give their folder"
    ).about("images")


def _candidates(places: list[Path]) -> Iterator[Path]:
    """The existing folders among the usual places, the most likely first."""
    for place in places:
        if (place / "images").is_dir():
            with refused_as(lambda message: CaptureError(f"{message}, or name the folder yourself").about("images")):
                inside_folder(place / "images", place, "the folder of pictures")
            yield place / "images"
    for place in places:
        if place.is_dir():
            with refused_as(CaptureError):
                names = names_in(place, "the capture")
            reduced = [place / name for name in names if _REDUCED.fullmatch(name) and (place / name).is_dir()]
            yield from sorted(reduced, key=lambda p: int(p.name.removeprefix("images_")))
    for place in places:
        yield from (folder for folder in (place / "input", place) if folder.is_dir())
