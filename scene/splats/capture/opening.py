"""Opening a capture, whatever it is: the files say."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import platformdirs

from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.splats.capture.colmap import find_model, read_model
from scenewright.scene.splats.capture.colmap_pictures import colmap_capture
from scenewright.scene.splats.capture.model import Capture
from scenewright.scene.splats.capture.pictures import pictures_in
from scenewright.scene.splats.capture.transforms import BLENDER_FILES, read_blender, read_transforms

__all__ = ["WORK_FOLDER", "open_capture"]

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
    job: Job | None = None,
) -> Capture:
    """The capture in a folder or a file.

    A folder holds, looked for in this order: ``transforms.json`` (nerfstudio, instant-ngp), ``transforms_train.json``
    (Blender's synthetic scenes), a COLMAP model (``sparse/0``, ``sparse``, ``colmap/sparse/0`` ... or the folder itself, its
    pictures in ``images`` ...), or just photographs, in the folder, in its ``images`` or below it. A file is a ``.json`` of
    the first kind or a video. Photographs and videos get their poses by structure from motion, which takes minutes; its result
    is kept and found again.

    Args:
        work: the folder for what is derived; by default ``.scenewright-capture`` beside the pictures, or one in the user's cache
            where nothing can be written there, which a warning says.
        images: of a COLMAP model, the folder of its pictures, seen from here or from the capture.
        matching: of photographs: 'exhaustive', 'sequential', or 'auto': sequential for a video and beyond 150 photographs.
        least_registered: the share of photographs that structure from motion must find a pose for.
        frames: how many frames of a video are used at most.
        threads: for structure from motion; see :func:`scenewright.scene.threads.thread_count`.
        compute: whether structure from motion may run; without, photographs and videos open only if its result is kept.

    Raises:
        NotSolved: with `compute` False, a capture whose poses are yet to be found.
        CaptureError: there is nothing of the kind, a file cannot be used, or too few photographs were registered.
        JobCancelled: the job was cancelled; nothing is kept of what was not finished.
    """
    from scenewright.scene.splats.capture.photographs import MATCHING

    root = Path(path)
    if matching not in MATCHING:
        raise CaptureError(f"matching is {matching!r}: it can be {', '.join(MATCHING)}")
    if not root.exists():
        raise CaptureError(f"there is no {root}")
    folder, told = _work_folder(root, None if work is None else Path(work))
    options: dict[str, Any] = {
        "work": folder, "matching": matching, "least_registered": least_registered, "threads": threads, "compute": compute,
        "job": job or Job(),
    }  # fmt: skip
    try:
        capture = _opened(root, images, frames, options)
    except OSError as error:  # a folder without permission, a disk that fails
        raise CaptureError(f"{error.filename or root}: {error.strerror or error}") from None
    return replace(capture, work=folder, warnings=capture.warnings + told)


def _opened(root: Path, images: str | Path | None, frames: int, options: Mapping[str, Any]) -> Capture:
    """Whatever there is; `options` are those of structure from motion."""
    from scenewright.scene.splats.capture.photographs import photograph_capture, video_capture

    if root.is_file():
        if root.suffix.lower() == ".json":
            return read_transforms(root)
        if root.suffix.lower() in VIDEO_SUFFIXES:
            return video_capture(root, frames=frames, **options)
        raise CaptureError(f"{root} is no capture: give a folder, a transforms.json, or a video")
    if (root / "transforms.json").is_file():
        return read_transforms(root / "transforms.json")
    if any((root / name).is_file() for name in BLENDER_FILES):
        return read_blender(root)
    if (model := find_model(root)) is not None:
        return colmap_capture(read_model(model), root, None if images is None else Path(images))
    if pictures := pictures_in(root):
        return photograph_capture(root, pictures, **options)
    videos = [p for p in sorted(root.iterdir()) if p.suffix.lower() in VIDEO_SUFFIXES and p.is_file()]
    if len(videos) == 1:
        return video_capture(videos[0], frames=frames, **options)
    raise CaptureError(
        f"{root} holds no capture: no transforms.json, no transforms_train.json, no COLMAP model (sparse/0), no photographs "
        + (f"and {len(videos)} videos: name one of them" if videos else "and no video")
    )


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
