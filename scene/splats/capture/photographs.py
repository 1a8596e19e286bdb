"""Captures from photographs without poses (a folder, or the sharp frames of a video), by structure from motion."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.plain_files import open_plain, refused_as
from scenewright.scene.splats.capture.colmap import read_model
from scenewright.scene.splats.capture.lens import Lens
from scenewright.scene.splats.capture.model import Capture
from scenewright.scene.splats.capture.parts import NotSolved, Photograph, named_a_few
from scenewright.scene.splats.capture.pictures import exif_focal_length, find_mask, picture_size
from scenewright.scene.splats.capture.sfm import content_key, reduced_size, solve
from scenewright.scene.splats.capture.video import sharp_frames, video_facts

__all__ = ["MATCHING", "photograph_capture", "sequential_pairs", "video_capture"]

MATCHING = ("auto", "exhaustive", "sequential")
_MOST_EXHAUSTIVE = 150
_MOST_BYTES = 64 << 30
"""Of one picture or video."""
_FEATURES = 8192
_NEXT, _MOST_KEYS = 10, 40
"""For sequential matching: the number of following pictures that each is compared with, and the most pictures that are all
compared with each other to close loops."""
_MANY = 10
"""Least number of pictures by one lens to fit four distortion coefficients; with fewer, one is fitted."""
_ADVICE = (
    "Photographs register where each shares two thirds of what it shows with the next: walk around the thing in small steps, "
    "keep it still and evenly lit, avoid blur, bare walls, mirrors and glass, and do not zoom."
)


def photograph_capture(
    root: Path,
    pictures: Sequence[Path],
    *,
    work: Path,
    matching: str,
    least_registered: float,
    threads: int | None,
    compute: bool,
    job: Job,
    video: Path | None = None,
) -> Capture:
    """The capture of `pictures`, with poses from structure from motion, in a world of unknown scale and orientation.

    Pictures of one size, camera and focal length share a lens. The result is stored in `work`, under a hash of the pictures.
    `video`: the file whose frames they are. Other arguments: see :func:`scenewright.scene.splats.capture.opening.open_capture`.

    Raises:
        NotSolved: `compute` is False and no result is stored.
        CaptureError: there are fewer than three pictures, one cannot be read, or too few were registered.
        JobCancelled: the job was cancelled.
    """
    source, noun = (root, "photographs") if video is None else (video, "frames")
    if len(pictures) < 3:
        raise CaptureError(
            f"{source}: too few {noun} ({len(pictures)}): structure from motion needs three at least, better 30"
        )
    base = next((f for f in (root / "images", root / "input") if pictures[0].is_relative_to(f)), root)
    masks = root / "masks"
    taken: list[Photograph] = []
    groups: dict[tuple[Any, ...], list[int]] = {}
    focal_lengths: dict[tuple[Any, ...], float | None] = {}
    for path in pictures:
        size, turned = picture_size(path)
        width, height = size[::-1] if turned else size
        focal, lens_key = exif_focal_length(path)
        group = (width, height, *lens_key)
        groups.setdefault(group, []).append(len(taken))
        focal_lengths[group] = None if focal is None else focal * max(width, height)
        lens = Lens("PINHOLE", (1.0, 1.0, 0.0, 0.0), width, height)  # only its size is known so far
        name = path.relative_to(base).as_posix()
        taken.append(Photograph(name, path, lens, np.eye(4), find_mask(masks, name), upright=True))
    if matching == "auto":
        matching = "exhaustive" if len(pictures) <= _MOST_EXHAUSTIVE else "sequential"
    names = [f"{index:06d}.jpg" for index in range(len(taken))]
    pairs: Any = matching
    if matching == "sequential":
        pairs = [(names[i], names[j]) for i, j in sequential_pairs(len(names))]
    group_tasks = [
        _group([names[i] for i in indices], group, focal_lengths[group]) for group, indices in groups.items()
    ]
    task = {"groups": group_tasks, "pairs": pairs, "poses": None, "features": _FEATURES}
    contents = [(_digest(p.path), None if p.mask is None else _digest(p.mask)) for p in taken]
    key = f"sfm-{content_key('sfm 2', contents, task)}"
    solved = solve(work, key, taken, names, task, threads=threads, compute=compute, job=job)
    posed = set(solved.answer["registered"])
    lost = tuple(photograph.name for photograph, name in zip(taken, names, strict=True) if name not in posed)
    share = len(posed) / len(taken)
    if share < least_registered or len(posed) < 3:
        raise CaptureError(
            f"{source}: only {len(posed)} of {len(taken)} {noun} could be registered ({share:.0%}; {least_registered:.0%} are needed). "
            f"Not registered: {named_a_few(lost, 20)}. {_ADVICE}"
            + (
                " These were matched in sequence; exhaustive matching compares all with all."
                if matching == "sequential"
                else ""
            )
        )
    model = read_model(solved.folder)
    by_name = {image.name: image for image in model.images}
    registered = []
    for photograph, name in zip(taken, names, strict=True):
        image = by_name.get(name)
        if image is not None:
            lens = image.lens.scaled(photograph.lens.width, photograph.lens.height)
            registered.append(replace(photograph, lens=lens, camera_from_world=image.camera_from_world))
    warnings = []
    if lost:
        warnings.append(
            f"{len(lost)} of {len(taken)} {noun} could not be registered and are left out: {named_a_few(lost, 20)}"
        )
    if lost and solved.answer["models"] > 1:
        warnings.append(
            f"the {noun} fell into {solved.answer['models']} parts that share too little; the largest is used"
        )
    kind = "photographs" if video is None else "video"
    return Capture(source, kind, tuple(registered), lost, model.points, model.colors, tuple(warnings))


def video_capture(
    file: Path,
    *,
    frames: int,
    work: Path,
    matching: str,
    least_registered: float,
    threads: int | None,
    compute: bool,
    job: Job,
) -> Capture:
    """The capture of a video: its sharpest frames, matched in sequence unless `matching` states otherwise.

    Raises:
        CaptureError: as :func:`photograph_capture`, or the video cannot be decoded.
        JobCancelled: the job was cancelled.
    """
    folder = work / f"frames-{content_key('frames 2', _digest(file), frames)}"
    if not compute and not folder.is_dir():
        seconds, rate, size = video_facts(file)
        raise NotSolved(
            "the video's frames have not been taken out yet", {size: round(seconds * rate)}, seconds=seconds
        )
    pictures = sharp_frames(file, folder, frames=frames, job=job.part(0.0, 0.2))
    return photograph_capture(
        folder,
        pictures,
        work=work,
        matching="sequential" if matching == "auto" else matching,
        least_registered=least_registered,
        threads=threads,
        compute=compute,
        job=job.part(0.2),
        video=file,
    )


def sequential_pairs(count: int) -> list[tuple[int, int]]:
    """Pairs i < j to compare in a sequence of pictures.

    Each picture is paired with the next ten, and with those 16, 32 ... 512 further on. To close loops, every tenth picture (fewer in
    long sequences) is also paired with all others of these.
    """
    step = max(_NEXT, -(-count // _MOST_KEYS))
    pairs = {(i, j) for i in range(0, count, step) for j in range(i + step, count, step)}
    for apart in (*range(1, _NEXT + 1), *(2**k for k in range(4, 10))):
        pairs.update((i, i + apart) for i in range(count - apart))
    return sorted(pairs)


def _group(names: list[str], group: tuple[Any, ...], focal_length: float | None) -> dict[str, Any]:
    """A group of pictures with one lens: their names, the lens model, and its parameters if EXIF data give the focal length."""
    width, height = group[:2]
    wide, high = reduced_size(width, height)
    four_coefficients = len(names) >= _MANY
    params = ""
    if focal_length is not None:
        focal, center = f"{focal_length * wide / width:.6f}", f"{wide / 2},{high / 2}"
        params = f"{focal},{focal},{center},0,0,0,0" if four_coefficients else f"{focal},{center},0"
    return {"names": names, "model": "OPENCV" if four_coefficients else "SIMPLE_RADIAL", "params": params}


def _digest(path: Path) -> str:
    try:
        with refused_as(CaptureError), open_plain(path, _MOST_BYTES, "the file") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise CaptureError(f"{path} cannot be read: {error.strerror or error}") from None
