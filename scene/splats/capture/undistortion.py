"""Makes views from photographs: undistorts them, reduces them by area averaging, and caches them on disk."""

from __future__ import annotations

import hashlib
import io
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image
from torch import Tensor
from torch.nn.functional import grid_sample

from scenewright.scene.errors import CaptureError, ProjectError
from scenewright.scene.jobs import Job
from scenewright.scene.pictures import (
    PHOTOGRAPH_BYTES,
    DecodeRequest,
    PictureAnswer,
    PictureError,
    answers_of,
)
from scenewright.scene.plain_files import read_plain
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.capture.lens import Lens
from scenewright.scene.splats.capture.parts import Photograph, keep, make_work
from scenewright.scene.splats.capture.pictures import MOST_PIXELS, read_mask, read_picture
from scenewright.scene.splats.capture.views import View
from scenewright.scene.splats.capture.windows import Window, sample_window, windows_of
from scenewright.scene.threads import thread_count

if TYPE_CHECKING:
    from scenewright.scene.splats.capture.model import Capture

__all__ = ["make_views", "undistorted"]

_VERSION = 2
"""Version of the method; part of the cache key."""

Bytes = npt.NDArray[np.uint8]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class _Sizing:
    downscale: float | None
    longest: int | None
    width: int | None
    height: int | None

    def __post_init__(self) -> None:
        sizes = (self.downscale, self.longest, self.width or self.height)
        if sum(value is not None for value in sizes) > 1:
            raise CaptureError("a size is given by downscale, by longest, or by width and height: choose one")
        if self.downscale is not None and not 1.0 <= self.downscale <= 1000.0:
            raise CaptureError(f"downscale is {self.downscale:g}: it must be 1 or more")
        if any(side is not None and side < 1 for side in (self.longest, self.width, self.height)):
            raise CaptureError("the sides of a view must be positive")

    def of(self, width: int, height: int) -> tuple[int, int]:
        """The (width, height) of the view of a picture with `width` x `height` pixels. It is never larger than the picture.

        Raises:
            CaptureError: the requested size is larger than the picture.
        """
        share = 1.0 / self.downscale if self.downscale is not None else 1.0
        if self.longest is not None:
            share = min(self.longest / max(width, height), 1.0)
        wide, high = width * share, height * share
        if self.width is not None or self.height is not None:
            wide = self.width if self.width is not None else width * (self.height or 1) / height
            high = self.height if self.height is not None else height * (self.width or 1) / width
            if round(wide) > width or round(high) > height:
                raise CaptureError(
                    f"a view of {wide:.0f}x{high:.0f} would be larger than its picture, {width}x{height}"
                )
        return max(round(wide), 1), max(round(high), 1)


def make_views(
    capture: Capture,
    *,
    downscale: float | None,
    longest: int | None,
    width: int | None,
    height: int | None,
    job: Job | None,
) -> list[View]:
    """See :meth:`scenewright.scene.splats.capture.model.Capture.views`."""
    job = (job or Job()).part(name="undistorting the pictures")
    sizing = _Sizing(downscale, longest, width, height)
    folder = None
    if capture.work is not None:
        folder = make_work(capture.work / "views")
    views: list[View] = []
    with ThreadPoolExecutor(thread_count()) as pool:
        waiting = [pool.submit(_views_of, photograph, sizing, folder) for photograph in capture.photographs]
        try:
            for index, future in enumerate(waiting):
                job.progress(index / len(waiting), f"picture {index + 1} of {len(waiting)}")
                views += future.result()
                job.check()
        except BaseException:
            for future in waiting:
                future.cancel()
            raise
    return views


def _views_of(photograph: Photograph, sizing: _Sizing, folder: Path | None) -> list[View]:
    lens = photograph.lens
    windows = windows_of(lens)
    sizes = [sizing.of(window.width, window.height) for window in windows]
    cache_folder = folder
    if all(w.direct and (w.width, w.height) == size for w, size in zip(windows, sizes, strict=True)):
        cache_folder = None  # the photograph needs no processing, so caching it would not help
    files = [
        None if cache_folder is None else cache_folder / f"{_key(photograph, w, size)}.png"
        for w, size in zip(windows, sizes, strict=True)
    ]
    pictures = [None if file is None else _recalled(file, size) for file, size in zip(files, sizes, strict=True)]
    if any(picture is None for picture in pictures):
        image, alpha = read_picture(photograph.path, upright=photograph.upright, size=(lens.width, lens.height))
        mask = None
        if photograph.mask is not None:
            mask = read_mask(photograph.mask, (lens.width, lens.height), upright=photograph.upright)
        for index, window in enumerate(windows):
            small = _reduced(*undistorted(lens, window, image, alpha, mask), sizes[index])
            pictures[index] = small
            file = files[index]
            if file is not None:
                _keep(file, small)
    views = []
    for window, (wide, high), picture in zip(windows, sizes, pictures, strict=True):
        assert picture is not None
        pose = np.eye(4)
        pose[:3, :3] = window.window_from_lens
        extrinsics = torch.from_numpy((pose @ photograph.camera_from_world).astype(np.float32))[None]
        intrinsics = torch.from_numpy(window.intrinsics.astype(np.float32))[None]
        camera = Cameras(extrinsics, intrinsics, window.width, window.height).scaled(wide, high)
        mask = None if picture.mask is None or picture.mask.all() else picture.mask
        name = photograph.name + window.suffix
        views.append(View(name, camera, picture.image, picture.alpha, mask, split=photograph.split))
    return views


@dataclass(frozen=True, eq=False)
class _Picture:
    image: Bytes
    alpha: Bytes | None
    mask: Bools | None


# -- undistortion -------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=2)
def _samples(lens: Lens) -> dict[str, tuple[Tensor, Bools]]:
    """For each window's suffix: (1, H, W, 2) sampling positions for :func:`torch.nn.functional.grid_sample`, and (H, W) visibility.

    With ``align_corners=False``, -1 and 1 are the outer corners of the outermost pixels, as in this package.
    """
    samples = {}
    for window in windows_of(lens):
        pixels, visible = sample_window(lens, window)
        if lens.is_sphere:
            pixels += (1.0, 0.0)  # a panorama is padded by a column on each side, see undistorted
        width = lens.width + 2 * lens.is_sphere
        places = pixels / (width / 2.0, lens.height / 2.0) - 1.0
        samples[window.suffix] = torch.from_numpy(places.astype(np.float32))[None], visible
    return samples


def undistorted(
    lens: Lens, window: Window, image: Bytes, alpha: Bytes | None, mask: Bools | None
) -> tuple[Bytes, Bytes | None, Bools | None]:
    """(image, alpha, mask) of a window, sampled from the photograph by bilinear interpolation.

    `image` is (H, W, 3), `alpha` and `mask` are (H, W), all of the lens's size. A pixel is masked if the lens does not see it, or
    if it overlaps a masked pixel.
    """
    if window.direct:
        return image, alpha, mask
    places, visible = _samples(lens)[window.suffix]
    channels = [image[..., c].astype(np.float32) for c in range(3)]
    if alpha is not None:
        share = alpha.astype(np.float32) / 255.0
        channels = [*(channel * share for channel in channels), share]
    if mask is not None:
        channels.append(mask.astype(np.float32))
    stack = torch.from_numpy(np.stack(channels))[None]
    if lens.is_sphere:
        stack = torch.cat([stack[..., -1:], stack, stack[..., :1]], dim=-1)  # a panorama wraps around
    sampled = grid_sample(stack, places, mode="bilinear", padding_mode="border", align_corners=False)[0].numpy()
    turned = np.moveaxis(sampled[:3], 0, -1)
    out_alpha = None
    if alpha is not None:
        turned = turned / np.maximum(sampled[3], 1e-6)[..., None]
        out_alpha = _rounded(sampled[3] * visible * 255.0)
    unmasked = visible if mask is None else visible & (sampled[-1] > 0.999)
    return _rounded(turned * visible[..., None]), out_alpha, None if unmasked.all() else unmasked


def _rounded(values: npt.NDArray[np.float32]) -> Bytes:
    return np.asarray(np.clip(np.rint(values), 0, 255).astype(np.uint8))


# -- size ---------------------------------------------------------------------------------------------------------------


def _reduced(image: Bytes, alpha: Bytes | None, mask: Bools | None, size: tuple[int, int]) -> _Picture:
    """The picture reduced to the (width, height) `size`.

    Each pixel is the mean of its area, with colors weighted by alpha. It is masked if any part of its area is.
    """
    if image.shape[1::-1] == size:
        return _Picture(image, alpha, mask)
    if mask is not None:
        mask = _averaged(np.where(mask, 255, 0).astype(np.uint8), size) == 255
    if alpha is None:
        return _Picture(_averaged(image, size), None, mask)
    small = _averaged(np.dstack([image, alpha]), size)
    return _Picture(np.ascontiguousarray(small[..., :3]), np.ascontiguousarray(small[..., 3]), mask)


def _averaged(pixels: Bytes, size: tuple[int, int]) -> Bytes:
    """Area means by Pillow: exact for integer factors, else by its box filter, which rounds twice. RGBA colors are weighted by
    alpha in both cases."""
    picture = Image.fromarray(pixels)
    factors, remainders = zip(*(divmod(full, part) for full, part in zip(picture.size, size, strict=True)), strict=True)
    small = picture.resize(size, Image.Resampling.BOX) if any(remainders) else picture.reduce(factors)
    return np.asarray(small)


# -- the cache ----------------------------------------------------------------------------------------------------------


def _key(photograph: Photograph, window: Window, size: tuple[int, int]) -> str:
    """The cache key: sha256 in hex over the files (path, length, time of change), the lens, the window and the size."""
    lens = photograph.lens
    key_data = {
        "version": _VERSION,
        "files": [_stamp(photograph.path), None if photograph.mask is None else _stamp(photograph.mask)],
        "lens": [lens.model, lens.params, lens.width, lens.height, photograph.upright],
        "window": [window.suffix, window.intrinsics.tolist(), window.width, window.height],
        "size": size,
    }
    return hashlib.sha256(json.dumps(key_data, sort_keys=True).encode()).hexdigest()[:40]


def _stamp(path: Path) -> list[str | int]:
    try:
        status = path.stat()
    except OSError as error:
        raise CaptureError(f"{path}: the picture cannot be read: {error.strerror or error}") from None
    return [str(path), status.st_size, status.st_mtime_ns]


def _keep(file: Path, picture: _Picture) -> None:
    """Store a picture as a PNG with its alpha. The mask goes into a separate file, which is written first."""
    if picture.mask is not None:
        keep(_mask_file(file), _png(np.where(picture.mask, 255, 0).astype(np.uint8)))
    pixels = picture.image if picture.alpha is None else np.dstack([picture.image, picture.alpha])
    keep(file, _png(pixels, masked=picture.mask is not None))


def _png(pixels: Bytes, *, masked: bool = False) -> bytes:
    from PIL.PngImagePlugin import PngInfo

    png_info = PngInfo()
    png_info.add_text("masked", str(int(masked)))
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", compress_level=1, pnginfo=png_info)
    return stream.getvalue()


def _mask_file(file: Path) -> Path:
    return file.with_suffix(".mask.png")


def _recalled(file: Path, size: tuple[int, int]) -> _Picture | None:
    """The stored picture; None if it is missing or damaged."""
    if not file.is_file():
        return None
    stored = _stored(file, "photograph")
    if stored is None or stored.pixels is None:
        return None
    pixels = stored.pixels
    mask = None
    if stored.facts["masked"]:
        drawn = _stored(_mask_file(file), "gray")
        if drawn is None or drawn.pixels is None:
            return None
        mask = drawn.pixels[..., 0] > 127
    if pixels.shape[1::-1] != size or (mask is not None and mask.shape != pixels.shape[:2]):
        return None
    alpha = np.ascontiguousarray(pixels[..., 3]) if pixels.shape[2] == 4 else None
    return _Picture(np.ascontiguousarray(pixels[..., :3]), alpha, mask)


def _stored(file: Path, want: Literal["photograph", "gray"]) -> PictureAnswer | None:
    """A stored PNG; None where it cannot be read."""
    try:
        # the work folder can be part of a stranger's capture
        data = read_plain(file, PHOTOGRAPH_BYTES, "the stored picture", root=file.parent)
        (answer,) = answers_of([DecodeRequest(data, want, ("PNG",), MOST_PIXELS)])
    except (ProjectError, PictureError):
        return None
    return None if answer.error else answer
