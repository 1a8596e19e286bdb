"""Extracts the sharp frames of a video."""

from __future__ import annotations

import io
import json
import math
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from scenewright.scene.children import (
    ChildKind,
    ChildLimits,
    ChildProcess,
    child_environment,
    default_supervisor,
    end_group,
)
from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.plain_files import check_plain, files_below, refused_as
from scenewright.scene.printing import printable
from scenewright.scene.splats.capture.parts import keep, make_work
from scenewright.scene.splats.capture.sfm import publish, scratch_folder

__all__ = ["not_blurred", "sharp_frames", "sharpness", "video_facts"]

_CANDIDATES = 6
"""Frames examined per window. A second of video has 30 or 60 frames, which hardly differ."""
_AROUND = 6
_BLURRED = 0.4
"""A frame is blurred if its sharpness is below this fraction of the usual sharpness among so many frames before and after it."""
_WHOLE = "whole"
"""Name of the file that marks a complete folder of frames."""
_CHILD = Path(__file__).with_name("video_child.py")
_LINE_BYTES = 1 << 16
_END_SECONDS = 5.0
_MORE_FRAMES = 1000
"""A video may be somewhat longer than its header says."""
_MOST_PIXELS = 8192 * 8192
_MOST_BYTES = 64 << 30
_LONGEST = 4 * 3600.0
_COMPARED = 960
"""Longer side, in pixels, at which sharpness is measured. At higher resolution, noise and compression dominate."""

_Best = tuple[float, float, npt.NDArray[np.uint8]]
"""(sharpness, second, (H, W, 3) frame)."""


def sharpness(frame: npt.NDArray[np.uint8]) -> float:
    """The variance of the Laplacian of the luma of an (H, W, 3) sRGB picture. Larger is sharper, for pictures of one subject."""
    gray = Image.fromarray(frame).convert("L")
    gray.thumbnail((_COMPARED, _COMPARED), Image.Resampling.BOX)
    values = np.asarray(gray, dtype=np.float32)
    inner = values[1:-1, 1:-1]
    laplacian = values[:-2, 1:-1] + values[2:, 1:-1] + values[1:-1, :-2] + values[1:-1, 2:] - 4.0 * inner
    return float(laplacian.var())


def sharp_frames(file: Path, folder: Path, *, frames: int, job: Job | None = None) -> list[Path]:
    """Extract at most `frames` sharp pictures from a video, in its order.

    The video is divided into `frames` windows of equal length. The sharpest frame of each is taken, unless it is blurred. Frames
    are written to `folder` as JPEGs named by their time in milliseconds. Frames from an earlier call are used again.

    Raises:
        CaptureError: imageio-ffmpeg is missing, or the video cannot be decoded or is too large.
        JobCancelled: the job was cancelled; no frame is stored.
    """
    if frames < 3:
        raise CaptureError(f"{frames} frames are too few: structure from motion needs three at least")
    if not (folder / _WHOLE).is_file():
        with scratch_folder(make_work(folder.parent)) as scratch:
            pictures = scratch / "frames"
            pictures.mkdir()
            _extract(file, pictures, frames, (job or Job()).part(name=f"decoding {file}"))
            (pictures / _WHOLE).touch()
            publish(pictures, folder, _WHOLE)
    with refused_as(CaptureError):
        return sorted(files_below(folder, lambda name: name.endswith(".jpg"), "the folder of frames", depth=0))


def _extract(file: Path, folder: Path, frames: int, job: Job) -> None:
    seconds, rate, _ = video_facts(file)
    window = max(seconds / frames, 1.0 / rate)
    sampled = min(rate, _CANDIDATES / window)
    best: _Best | None = None
    current = 0
    saved: list[tuple[Path, float]] = []
    for index, frame in enumerate(_decoded(file, sampled, job)):
        job.check()
        time = index / sampled
        if int(time / window + 1e-9) != current:
            saved += _save(folder, best)
            best, current = None, int(time / window + 1e-9)
            job.progress(min(time / seconds, 1.0), f"second {time:.0f} of {seconds:.0f}")
        sharp = sharpness(frame)
        if best is None or sharp > best[0]:
            best = sharp, time, frame
    saved += _save(folder, best)
    for (picture, _), clear in zip(saved, not_blurred([sharp for _, sharp in saved]), strict=True):
        if not clear:
            picture.unlink()


def not_blurred(sharp: Sequence[float]) -> list[bool]:
    """Whether to keep each picture of a sequence, by its sharpness.

    A picture far less sharp than its neighbors is dropped, but only if a sharp one is among the two before or the two after it. So
    no part of the video is lost.
    """
    values = np.asarray(sharp)
    usual = [np.quantile(values[max(i - _AROUND, 0) : i + _AROUND + 1], 0.8) for i in range(len(values))]
    clear = values >= _BLURRED * np.array(usual)
    return [bool(clear[i] or not clear[max(i - 2, 0) : i + 3].any()) for i in range(len(values))]


def _save(folder: Path, best: _Best | None) -> list[tuple[Path, float]]:
    """Write the best frame of a window. Returns its file and sharpness, or an empty list if there is none."""
    if best is None:
        return []
    stream = io.BytesIO()
    Image.fromarray(best[2]).save(stream, "JPEG", quality=95, subsampling=0)
    picture = folder / f"{round(best[1] * 1000):08d}.jpg"
    keep(picture, stream.getvalue())
    return [(picture, best[0])]


@dataclass(frozen=True, slots=True)
class _Decoding:
    """A video, and how many frames of a second are decoded; 0: only its facts are read."""

    file: Path
    rate: float


def _start(decoding: _Decoding, _job: Job) -> ChildProcess:
    command = [sys.executable, "-I", str(_CHILD), str(decoding.file.resolve()), f"{decoding.rate:.6f}"]
    return ChildProcess(command, environment=child_environment(), folder=Path(sys.executable).parent)


VIDEO_READERS = ChildKind("video readers", _start, ChildLimits(at_once=2, warm=0))
"""Children that decode one video each with FFmpeg, which they start confined."""


def video_facts(file: Path) -> tuple[float, float, tuple[int, int]]:
    """(length in seconds, frames per second, (width, height) upright) of a video.

    Raises:
        CaptureError: as :func:`sharp_frames`.
    """
    with _opened(file, 0.0) as (_, facts):
        return facts


@contextmanager
def _opened(
    file: Path, rate: float, job: Job | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], tuple[float, float, tuple[int, int]]]]:
    """A child that decodes a video, and the facts of :func:`video_facts`."""
    if find_spec("imageio_ffmpeg") is None:
        raise CaptureError(f"{file}: a video needs imageio-ffmpeg: pip install 'scenewright[capture]'")
    with refused_as(CaptureError):
        check_plain(file, _MOST_BYTES, "the video")
    with default_supervisor().lend(VIDEO_READERS, _Decoding(file, rate), job=job) as child:
        assert child.process.stdout is not None
        line = child.process.stdout.readline(_LINE_BYTES)
        try:
            meta = json.loads(line)
            if "error" in meta:
                raise CaptureError(f"{file}: no video can be decoded from it: {printable(str(meta['error'])[:200])}")
            width, height = (int(side) for side in meta["size"])
            seconds, rate_of_file = float(meta["duration"] or 0.0), float(meta["fps"] or 0.0)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            raise CaptureError(f"{file}: no video can be decoded from it: FFmpeg ended without an answer") from None
        if not (width > 0 and height > 0 and width * height <= _MOST_PIXELS):
            raise CaptureError(f"{file}: its frames of {width}x{height} pixels are too large")
        if not (
            math.isfinite(seconds)
            and 0 < seconds <= _LONGEST
            and math.isfinite(rate_of_file)
            and 0 < rate_of_file <= 1000
        ):
            raise CaptureError(
                f"{file}: a video of {seconds:g} seconds with {rate_of_file:g} frames a second cannot be used"
            )
        yield child.process, (seconds, rate_of_file, (width, height))


def _decoded(file: Path, rate: float, job: Job) -> Iterator[npt.NDArray[np.uint8]]:
    """The (H, W, 3) frames of a video, `rate` per second."""
    with _opened(file, rate, job) as (process, (seconds, _, (width, height))):
        assert process.stdout is not None
        most = math.ceil(seconds * rate) + _MORE_FRAMES
        for _ in range(most):
            data = process.stdout.read(width * height * 3)
            if len(data) < width * height * 3:
                break
            yield np.frombuffer(data, dtype=np.uint8).reshape(height, width, 3)
        else:
            raise CaptureError(f"{file}: the video is damaged: it has more frames than it says")
        with suppress(subprocess.TimeoutExpired):
            process.wait(_END_SECONDS)
        if data or process.returncode != 0:
            end_group(process)
            assert process.stderr is not None
            said = printable(process.stderr.read(400).decode("utf-8", "replace").strip()[:200])
            raise CaptureError(f"{file}: the video is damaged: {said or 'it ends early'}")
