"""The sharp frames of a video."""

from __future__ import annotations

import io
import logging
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.splats.capture.parts import keep, make_work
from scenewright.scene.splats.capture.sfm import publish, scratch_folder

__all__ = ["not_blurred", "sharp_frames", "sharpness", "video_facts"]

_CANDIDATES = 6
"""Frames a window that are looked at; a second of video has 30 or 60, which hardly differ."""
_AROUND = 6
_BLURRED = 0.4
"""A frame is blurred whose sharpness is below this share of what is usual among so many frames before and behind it."""
_WHOLE = "whole"
"""Beside the frames, once all are there."""
_MOST_PIXELS = 8192 * 8192
_LONGEST = 4 * 3600.0
_COMPARED = 960
"""Pixels of the longer side at which sharpness is measured: above that it is noise and compression that differ."""

_Best = tuple[float, float, npt.NDArray[np.uint8]]
"""(sharpness, second, (H, W, 3) frame)."""


def sharpness(frame: npt.NDArray[np.uint8]) -> float:
    """The variance of the Laplacian of (H, W, 3) sRGB's luma: the larger the sharper, among pictures of the same thing."""
    gray = Image.fromarray(frame).convert("L")
    gray.thumbnail((_COMPARED, _COMPARED), Image.Resampling.BOX)
    values = np.asarray(gray, dtype=np.float32)
    inner = values[1:-1, 1:-1]
    laplacian = values[:-2, 1:-1] + values[2:, 1:-1] + values[1:-1, :-2] + values[1:-1, 2:] - 4.0 * inner
    return float(laplacian.var())


def sharp_frames(file: Path, folder: Path, *, frames: int, job: Job | None = None) -> list[Path]:
    """At most `frames` pictures of a video, in its order: the sharpest of each of as many windows of the same length,
    and of those only the ones that are not blurred.

    They are written to `folder` as JPEGs named by their time in milliseconds, or found there from the last time.

    Raises:
        CaptureError: imageio-ffmpeg is missing, the video cannot be decoded or is too large.
        JobCancelled: the job was cancelled; no frame is kept.
    """
    if frames < 3:
        raise CaptureError(f"{frames} frames are too few: structure from motion needs three at the least")
    if not (folder / _WHOLE).is_file():
        with scratch_folder(make_work(folder.parent)) as scratch:
            pictures = scratch / "frames"
            pictures.mkdir()
            _extract(file, pictures, frames, (job or Job()).part(name=f"decoding {file}"))
            (pictures / _WHOLE).touch()
            publish(pictures, folder, _WHOLE)
    return sorted(folder.glob("*.jpg"))


def _extract(file: Path, folder: Path, frames: int, job: Job) -> None:
    seconds, rate, _ = video_facts(file)
    window = max(seconds / frames, 1.0 / rate)
    sampled = min(rate, _CANDIDATES / window)
    best: _Best | None = None
    current = 0
    kept: list[tuple[Path, float]] = []
    for index, frame in enumerate(_decoded(file, sampled)):
        job.check()
        time = index / sampled
        if int(time / window + 1e-9) != current:
            kept += _save(folder, best)
            best, current = None, int(time / window + 1e-9)
            job.progress(min(time / seconds, 1.0), f"second {time:.0f} of {seconds:.0f}")
        sharp = sharpness(frame)
        if best is None or sharp > best[0]:
            best = sharp, time, frame
    kept += _save(folder, best)
    for (picture, _), clear in zip(kept, not_blurred([sharp for _, sharp in kept]), strict=True):
        if not clear:
            picture.unlink()


def not_blurred(sharp: Sequence[float]) -> list[bool]:
    """Which of pictures in sequence to keep, by their sharpness: not those that are far less sharp than their neighbors are, as
    long as a sharp one is among the two before or the two after, so that nothing that was filmed is lost altogether."""
    values = np.asarray(sharp)
    usual = [np.quantile(values[max(i - _AROUND, 0) : i + _AROUND + 1], 0.8) for i in range(len(values))]
    clear = values >= _BLURRED * np.array(usual)
    return [bool(clear[i] or not clear[max(i - 2, 0) : i + 3].any()) for i in range(len(values))]


def _save(folder: Path, best: _Best | None) -> list[tuple[Path, float]]:
    """The picture's file and its sharpness, if there is one."""
    if best is None:
        return []
    stream = io.BytesIO()
    Image.fromarray(best[2]).save(stream, "JPEG", quality=95, subsampling=0)
    picture = folder / f"{round(best[1] * 1000):08d}.jpg"
    keep(picture, stream.getvalue())
    return [(picture, best[0])]


def _reader(file: Path, **options: Any) -> Iterator[Any]:
    try:
        import imageio_ffmpeg
    except ImportError as error:
        raise CaptureError(
            f"{file}: a video needs imageio-ffmpeg ({error}): pip install 'scenewright[capture]'"
        ) from None
    # it warns of every video that was taken with the camera turned, which it turns rightly
    logging.getLogger("imageio_ffmpeg").setLevel(logging.ERROR)
    # a video is one file: a playlist in its place must not make the decoder open others, or the network
    found: Iterator[Any] = imageio_ffmpeg.read_frames(
        str(file), pix_fmt="rgb24", input_params=["-protocol_whitelist", "file,pipe"], **options
    )
    return found


def video_facts(file: Path) -> tuple[float, float, tuple[int, int]]:
    """(seconds, frames a second, (width, height) upright).

    Raises:
        CaptureError: as :func:`sharp_frames`.
    """
    frames = _reader(file)
    try:
        meta = next(frames)
    except (OSError, RuntimeError, StopIteration, ValueError, KeyError) as error:
        last = str(error).strip().splitlines()[-1:] or ["it holds none"]
        raise CaptureError(f"{file}: no video can be decoded from it: {last[0][:200]}") from None
    finally:
        _close(frames)
    width, height = meta["size"]
    seconds, rate = float(meta.get("duration") or 0.0), float(meta.get("fps") or 0.0)
    if width * height > _MOST_PIXELS:
        raise CaptureError(f"{file}: its frames of {width}x{height} pixels are too large")
    if not (math.isfinite(seconds) and 0 < seconds <= _LONGEST and math.isfinite(rate) and 0 < rate <= 1000):
        raise CaptureError(f"{file}: a video of {seconds:g} seconds with {rate:g} frames a second cannot be used")
    return seconds, rate, (int(width), int(height))


def _decoded(file: Path, rate: float) -> Iterator[npt.NDArray[np.uint8]]:
    """(H, W, 3) frames, `rate` a second."""
    frames = _reader(file, output_params=["-vf", f"fps={rate:.6f}"])
    try:
        width, height = next(frames)["size"]
        for data in frames:
            yield np.frombuffer(data, dtype=np.uint8).reshape(height, width, 3)
    except (OSError, RuntimeError, ValueError, KeyError) as error:
        last = str(error).strip().splitlines()[-1:] or ["it ends early"]
        raise CaptureError(f"{file}: the video is damaged: {last[0][:200]}") from None
    finally:
        _close(frames)


def _close(frames: Iterator[Any]) -> None:
    close = getattr(frames, "close", None)
    if close is not None:
        close()
