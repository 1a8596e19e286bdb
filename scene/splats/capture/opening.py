"""Opens a capture. Its kind is detected from the files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from scenewright.scene.argument_values import number_argument, path_argument, whole_argument
from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.named_arguments import named_arguments
from scenewright.scene.plain_files import inside_folder, names_in, refused_as
from scenewright.scene.splats.capture.colmap import find_model, read_model
from scenewright.scene.splats.capture.colmap_pictures import colmap_capture
from scenewright.scene.splats.capture.model import Capture
from scenewright.scene.splats.capture.pictures import pictures_in
from scenewright.scene.splats.capture.transforms import BLENDER_FILES, read_blender, read_transforms
from scenewright.scene.strict_types import shown_value

__all__ = ["WORK_FOLDER", "open_capture"]

WORK_FOLDER = ".scenewright-capture"
"""Name of the folder for derived files, beside the pictures."""
VIDEO_SUFFIXES = (".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi")


@named_arguments(CaptureError)
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

    A folder is searched in this order: ``transforms.json`` (nerfstudio, instant-ngp), ``transforms_train.json`` (Blender's
    synthetic scenes), a COLMAP model (``sparse/0``, ``sparse``, ``colmap/sparse/0`` ... or the folder itself, with pictures in
    ``images`` ...), or photographs without poses, in the folder, in its ``images`` or below it. A file is a ``.json`` of the
    first kind or a video. Photographs and videos get their poses by structure from motion. This takes minutes; its result is
    stored and reused.

    Args:
        path: the folder or the file.
        work: the folder for derived files; None: ``.scenewright-capture`` beside the pictures. If that cannot be written, a
            folder in the user's cache is used, with a warning.
        images: the folder of a COLMAP model's pictures, relative to the current folder or to the capture.
        matching: which photographs to compare: 'exhaustive', 'sequential', or 'auto', which is sequential for videos and for
            more than 150 photographs.
        least_registered: the least fraction of photographs that must get a pose by structure from motion.
        frames: the most frames of a video to use.
        threads: for structure from motion; see :func:`scenewright.scene.threads.thread_count`.
        compute: whether structure from motion may run. If not, photographs and videos open only with a stored result.
        job: reports progress, and can be cancelled; None: neither.

    Raises:
        NotSolved: `compute` is False and the capture has no poses yet.
        CaptureError: there is no capture, a file cannot be used, or too few photographs were registered.
        JobCancelled: the job was cancelled; unfinished results are not stored.
    """
    from scenewright.scene.splats.capture.photographs import MATCHING

    root = path_argument(path, "path", CaptureError)
    work = None if work is None else path_argument(work, "work", CaptureError)
    images = None if images is None else path_argument(images, "images", CaptureError)
    least_registered = number_argument(least_registered, "least_registered", CaptureError)
    frames = whole_argument(frames, "frames", CaptureError, least=1)
    if matching not in MATCHING:
        raise CaptureError(f"matching is {shown_value(matching)}: it can be {', '.join(MATCHING)}").about("matching")
    if not root.exists():
        raise CaptureError(f"there is no {root}")
    folder, folder_warnings = _work_folder(root, work)
    options: dict[str, Any] = {
        "work": folder, "matching": matching, "least_registered": least_registered, "threads": threads, "compute": compute,
        "job": job or Job(),
    }  # fmt: skip
    try:
        capture = _opened(root, images, frames, options)
    except OSError as error:  # for example a folder without permission
        raise CaptureError(f"{error.filename or root}: {error.strerror or error}") from None
    return replace(capture, work=folder, warnings=capture.warnings + folder_warnings)


def _opened(root: Path, images: str | Path | None, frames: int, options: Mapping[str, Any]) -> Capture:
    """The capture at `root`, of any kind. `options`: of structure from motion."""
    from scenewright.scene.splats.capture.photographs import photograph_capture, video_capture

    if root.is_file():
        if root.suffix.lower() == ".json":
            return read_transforms(root)
        if root.suffix.lower() in VIDEO_SUFFIXES:
            return video_capture(root, frames=frames, **options)
        raise CaptureError(f"{root} is no capture: give a folder, a transforms.json, or a video")
    if os.path.lexists(root / "transforms.json"):
        return read_transforms(root / "transforms.json")
    if any((root / name).is_file() for name in BLENDER_FILES):
        return read_blender(root)
    if (model := find_model(root)) is not None:
        return colmap_capture(read_model(model), root, None if images is None else Path(images))
    if pictures := pictures_in(root):
        return photograph_capture(root, pictures, **options)
    with refused_as(CaptureError):
        names = names_in(root, "the capture")
    videos = [root / n for n in names if Path(n).suffix.lower() in VIDEO_SUFFIXES and (root / n).is_file()]
    if len(videos) == 1:
        with refused_as(CaptureError):
            inside_folder(videos[0], root, "the video")
        return video_capture(videos[0], frames=frames, **options)
    raise CaptureError(
        f"{root} holds no capture: no transforms.json, no transforms_train.json, no COLMAP model (sparse/0), no photographs "
        + (f"and {len(videos)} videos: name one of them" if videos else "and no video")
    )


def _work_folder(root: Path, requested: Path | None) -> tuple[Path, tuple[str, ...]]:
    """The folder for derived files, which need not exist yet, and warnings."""
    if requested is not None:
        return requested, ()
    beside = root if root.is_dir() else root.parent
    work_folder = beside / WORK_FOLDER
    if work_folder.is_symlink():
        raise CaptureError(
            f"{work_folder} is a link to {os.readlink(work_folder)}: derived files are not written through it. Remove it, or give "
            "another folder"
        ).about("work")
    if os.access(work_folder if work_folder.is_dir() else beside, os.W_OK):
        return work_folder, ()
    key = hashlib.sha256(str(root.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    elsewhere = current_data_dir().cache / "captures" / f"{root.name}-{key}"
    return elsewhere, (f"nothing can be written in {beside}: derived files are kept in {elsewhere}",)
