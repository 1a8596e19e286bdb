"""Opening a capture, whatever it is: the files say."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import platformdirs

from scene.errors import CaptureError
from scene.splats.capture.colmap import ColmapModel, find_model, read_model
from scene.splats.capture.model import Cancelled, Capture, Photograph, Progress, ignore, named_a_few, never
from scene.splats.capture.pictures import PICTURE_SUFFIXES, find_mask, inside, picture_size, stands_upright
from scene.splats.capture.transforms import BLENDER_FILES, read_blender, read_transforms

__all__ = ["WORK_FOLDER", "colmap_capture", "open_capture"]

WORK_FOLDER = ".scenewright-capture"
"""Beside the pictures, for what is derived from them."""
VIDEO_SUFFIXES = (".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi")


def open_capture(
    path: str | Path,
    *,
    work: str | Path | None = None,
    images: str | Path | None = None,
    matching: str = "auto",
    least_registered: float = 0.6,
    frames: int = 150,
    threads: int | None = None,
    compute: bool = True,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Capture:
    """The capture in a folder or a file.

    A folder holds, looked for in this order: ``transforms.json`` (nerfstudio, instant-ngp), ``transforms_train.json``
    (Blender's synthetic scenes), a COLMAP model (``sparse/0``, ``sparse``, ``colmap/sparse/0`` or the folder itself, its pictures
    in ``images``), or just photographs, in the folder or in its ``images``. A file is a ``.json`` of the first kind or a
    video. Photographs and videos get their poses by structure from motion, which takes minutes; its result is kept and found again.

    Args:
        work: the folder for what is derived; by default ``.scenewright-capture`` beside the pictures, or one in the user's cache
            where nothing can be written there, which a warning says.
        images: of a COLMAP model, the folder of its pictures.
        matching: of photographs: 'exhaustive', 'sequential', or 'auto': sequential for a video and beyond 150 photographs.
        least_registered: the share of photographs that structure from motion must find a pose for.
        frames: how many frames of a video are used at most.
        threads: for structure from motion; see :func:`scene.threads.thread_count`.
        compute: whether structure from motion may run; without, photographs and videos open only if its result is kept.

    Raises:
        NotSolved: with `compute` False, a capture whose poses are yet to be found.
        CaptureError: there is nothing of the kind, a file cannot be used, too few photographs were registered, or
            `cancelled` said so.
    """
    from scene.splats.capture.photographs import MATCHING, photograph_capture, video_capture

    root = Path(path)
    if matching not in MATCHING:
        raise CaptureError(f"matching is {matching!r}: it can be {', '.join(MATCHING)}")
    if not root.exists():
        raise CaptureError(f"there is no {root}")
    folder, told = _work_folder(root, None if work is None else Path(work))
    options: dict[str, Any] = {
        "work": folder, "matching": matching, "least_registered": least_registered, "threads": threads, "compute": compute,
        "progress": progress, "cancelled": cancelled,
    }  # fmt: skip
    if root.is_file():
        if root.suffix.lower() == ".json":
            capture = read_transforms(root)
        elif root.suffix.lower() in VIDEO_SUFFIXES:
            capture = video_capture(root, frames=frames, **options)
        else:
            raise CaptureError(f"{root} is no capture: give a folder, a transforms.json, or a video")
    elif (root / "transforms.json").is_file():
        capture = read_transforms(root / "transforms.json")
    elif any((root / name).is_file() for name in BLENDER_FILES):
        capture = read_blender(root)
    elif (model := find_model(root)) is not None:
        capture = colmap_capture(read_model(model), root, None if images is None else Path(images))
    elif pictures := _pictures_in(root):
        capture = photograph_capture(root, pictures, **options)
    else:
        videos = [p for p in sorted(root.iterdir()) if p.suffix.lower() in VIDEO_SUFFIXES and p.is_file()]
        if len(videos) != 1:
            raise CaptureError(
                f"{root} holds no capture: no transforms.json, no transforms_train.json, no COLMAP model (sparse/0), no photographs "
                + (f"and {len(videos)} videos: name one of them" if videos else "and no video")
            )
        capture = video_capture(videos[0], frames=frames, **options)
    return replace(capture, work=folder, warnings=capture.warnings + told)


def _work_folder(root: Path, asked: Path | None) -> tuple[Path, tuple[str, ...]]:
    """The folder for what is derived, which need not be there yet, and warnings."""
    if asked is not None:
        return asked, ()
    beside = root if root.is_dir() else root.parent
    own = beside / WORK_FOLDER
    if os.access(own if own.is_dir() else beside, os.W_OK):
        return own, ()
    key = hashlib.sha256(str(root.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    elsewhere = Path(platformdirs.user_cache_dir("scenewright")) / "captures" / f"{root.name}-{key}"
    return elsewhere, (f"nothing can be written in {beside}: what is derived from it is kept in {elsewhere}",)


def _pictures_in(root: Path) -> list[Path]:
    """The photographs in a folder, else in its ``images`` or ``input``, sorted by name."""
    for folder in (root, root / "images", root / "input"):
        if folder.is_dir():
            found = [p for p in folder.iterdir() if p.suffix.lower() in PICTURE_SUFFIXES and p.is_file()]
            found = [p for p in found if not p.name.startswith(".")]
            if found:
                return sorted(found)
    return []


def colmap_capture(model: ColmapModel, root: Path, images: Path | None = None) -> Capture:
    """The capture of a COLMAP model whose pictures are in `images`, by default the usual places around the model.

    Masks are pictures of the same names (or with ``.png`` behind them, as COLMAP has it) in ``masks`` beside the pictures.

    Raises:
        CaptureError: there is no such folder, no two pictures of it are there, or one has a size that is not its camera's.
    """
    near = model.folder.absolute()
    places = [images] if images is not None else [
        place / "images" for place in (root, near, near.parent, near.parent.parent)
    ]  # fmt: skip
    folder = next((place for place in places if place.is_dir()), None)
    if folder is None:
        raise CaptureError(
            f"{root}: there is no folder of the model's pictures; looked for {', '.join(map(str, places))}"
        )
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
    warnings = list(model.warnings)
    if missing:
        warnings.append(
            f"{len(missing)} of {len(model.images)} pictures of the model are missing in {folder} and are left out: "
            + named_a_few(missing, 20)
        )
    if resized:
        warnings.append(f"cameras are scaled to the size of the pictures {named_a_few(resized)}")
    if len(photographs) < 2:
        raise CaptureError(
            f"{root}: {len(photographs)} of the model's {len(model.images)} pictures are in {folder}, and a capture needs two at "
            "the least, better 30 or more"
        )
    return Capture(root, "colmap", tuple(photographs), tuple(missing), model.points, model.colors, tuple(warnings))
