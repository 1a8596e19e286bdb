"""Reads photographs in known formats and of limited size, in sRGB and optionally upright.

They are decoded in a confined child (:mod:`scenewright.scene.pictures`), which checks a picture's header before its pixels.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import CaptureError
from scenewright.scene.pictures import (
    PHOTOGRAPH_BYTES,
    PHOTOGRAPH_FORMATS,
    DecodeRequest,
    PictureAnswer,
    PictureError,
    answers_of,
    picture_bytes,
    picture_format,
)
from scenewright.scene.plain_files import files_below, inside_folder, refused_as

__all__ = [
    "MOST_PIXELS",
    "PICTURE_SUFFIXES",
    "exif_focal_length",
    "find_mask",
    "inside",
    "picture_size",
    "pictures_below",
    "pictures_in",
    "read_mask",
    "read_picture",
    "stands_upright",
]

_HEIF_SUFFIXES = (".heic", ".heif", ".hif")
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", *_HEIF_SUFFIXES)

_OTHERS = re.compile(r"(masks?|depths?|normals?|images_\d+)(_.*)?", re.IGNORECASE)
_MOST_FILES = 300_000
"""Of a capture: pictures, their masks and smaller copies."""
MOST_PIXELS = 178_956_970
"""Of one photograph."""


def inside(root: Path, listed: str, where: str) -> Path:
    """The path of a file that a capture's file lists. It must lie inside the folder `root`, with links followed as well.

    `where`: file and field that list the path, for errors. The file need not exist.

    Raises:
        CaptureError: the path leads out of `root`, by its name or by a link, or is invalid.
    """
    text = listed.replace("\\", "/")
    if not text or "\0" in text or len(text) > 1024:
        raise CaptureError(f"{where}: {listed[:80]!r} is no path of a file")
    base = Path(root).absolute()
    path = Path(_normalised(base / text))
    if not path.is_relative_to(_normalised(base)) or path == Path(_normalised(base)):
        raise CaptureError(
            f"{where}: {listed!r} leads out of the capture's folder {root}; nothing outside of it is read: "
            "put the files inside and correct the path"
        )
    with refused_as(lambda message: CaptureError(f"{where}: {message}")):
        inside_folder(path, base, "the file")
    return path


def _normalised(path: Path) -> str:
    return os.path.normpath(path)


def pictures_in(root: Path) -> list[Path]:
    """The photographs of a folder, sorted by path.

    They are taken from the folder itself; if it has none, from its ``images`` or ``input`` and below; else from any folder below.
    """
    direct = [root / name for name in pictures_below(root, depth=0)]
    if direct:
        return direct
    for folder in (root / "images", root / "input", root):
        if (
            folder.is_dir()
            and _own(folder, root)
            and (photographs := [folder / name for name in pictures_below(folder)])
        ):
            return photographs
    return []


def _own(folder: Path, root: Path) -> bool:
    """True; the folder lies in `root`, with links followed.

    Raises:
        CaptureError: it is a link out of `root`.
    """
    with refused_as(CaptureError):
        inside_folder(folder, root, "the folder of pictures")
    return True


def pictures_below(folder: Path, depth: int = 4) -> list[str]:
    """The pictures in a folder and up to `depth` levels below it, as sorted relative paths.

    Hidden files and folders are left out. So are folders that usually hold other data or smaller copies: ``masks``, ``depth``,
    ``images_2``. Links to folders are not followed; links to pictures are, where those lie in `folder`.

    Raises:
        CaptureError: one of the folders cannot be read, or they hold too many files.
    """

    def is_picture(name: str) -> bool:
        return not name.startswith(".") and Path(name).suffix.lower() in PICTURE_SUFFIXES

    def enter(name: str) -> bool:
        return not name.startswith(".") and not _OTHERS.fullmatch(name)

    with refused_as(CaptureError):
        found = list(files_below(folder, is_picture, "the capture", enter=enter, depth=depth, most=_MOST_FILES))
    return sorted(path.relative_to(folder).as_posix() for path in found)


def find_mask(masks: Path, name: str) -> Path | None:
    """The mask of the picture `name` in the folder `masks`: with the same name, or with ``.png`` appended or as suffix."""
    if not masks.is_dir() or not _own(masks, masks.parent):
        return None
    for candidate in (f"{name}.png", name, str(Path(name).with_suffix(".png"))):
        path = inside(masks, candidate, str(masks))
        if path.is_file():
            return path
    return None


def _asked(path: Path, want: Literal["facts", "photograph"], **options: Any) -> PictureAnswer:
    """The answer of the child that decodes pictures.

    Raises:
        CaptureError: the file is missing, not a picture, too large, damaged, or HEIC without a reader for it.
    """
    try:
        data = picture_bytes(path, most=PHOTOGRAPH_BYTES)
    except FileNotFoundError:
        raise CaptureError(f"{path}: the picture is missing") from None
    except PictureError as error:
        raise CaptureError(f"{path}: the picture cannot be read: {error}") from None
    except OSError as error:
        raise CaptureError(f"{path}: the picture cannot be read: {error.strerror or error}") from None
    if picture_format(data[:64]) == "HEIF" and find_spec("pillow_heif") is None:
        raise CaptureError(f"{path}: HEIC needs pillow-heif: pip install 'scenewright[capture]'")
    request = DecodeRequest(data, want, PHOTOGRAPH_FORMATS, most_pixels=MOST_PIXELS, **options)
    (answer,) = answers_of([request])
    if answer.error:
        reason = re.sub(r"^it ", "the picture ", answer.error)
        raise CaptureError(f"{path}: {reason}: replace it, or remove it and its camera")
    return answer


def picture_size(path: Path) -> tuple[tuple[int, int], bool]:
    """((width, height) as stored, whether EXIF data demand a quarter turn).

    Raises:
        CaptureError: as :func:`read_picture`, for problems in the header.
    """
    facts = _facts(path)
    return facts["size"], facts["turned"]


def _facts(path: Path) -> Mapping[str, Any]:
    """The facts of a picture's header. They are kept for as long as the file stays the same, since several readers ask for them."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return _asked(path, "facts").facts
    return _facts_of(path, status.st_size, status.st_mtime_ns, status.st_ino)


@lru_cache(maxsize=4096)
def _facts_of(path: Path, _size: int, _changed: int, _inode: int) -> Mapping[str, Any]:
    return _asked(path, "facts").facts


def stands_upright(path: Path, width: int, height: int) -> bool | None:
    """Whether a picture is `width` x `height` as stored (False), after its EXIF rotation (True), or not at all (None).

    COLMAP and similar tools use pixels as stored; other tools rotate them first. Files do not say which was done.
    """
    size, turned = picture_size(path)
    if size == (width, height):
        return False
    return True if turned and size == (height, width) else None


def read_picture(
    path: Path, *, upright: bool, size: tuple[int, int] | None = None
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8] | None]:
    """((H, W, 3) sRGB, not premultiplied; (H, W) alpha or None). `upright` applies the EXIF rotation.

    Raises:
        CaptureError: the file is missing, cut off, not a picture, too large, or not of the (width, height) `size`.
    """
    pixels = _asked(path, "photograph", upright=upright, size=size).pixels
    assert pixels is not None
    if size is not None and pixels.shape[1::-1] != size:
        actual_size = f"{pixels.shape[1]}x{pixels.shape[0]}"
        raise CaptureError(f"{path}: the picture is {actual_size}, not {size[0]}x{size[1]}")
    alpha = np.ascontiguousarray(pixels[..., 3]) if pixels.shape[2] == 4 else None
    return np.ascontiguousarray(pixels[..., :3]), alpha


def read_mask(path: Path, size: tuple[int, int], *, upright: bool) -> npt.NDArray[np.bool_]:
    """(H, W) mask of the (width, height) `size`: True for pixels to train on, which are not black in the file.

    Raises:
        CaptureError: the mask cannot be read, or has another size.
    """
    pixels, alpha = read_picture(path, upright=upright)
    if pixels.shape[1::-1] != size:
        found = f"{pixels.shape[1]}x{pixels.shape[0]}"
        raise CaptureError(f"{path}: the mask is {found} and its picture {size[0]}x{size[1]}: make them the same")
    bright: npt.NDArray[np.bool_] = pixels.max(axis=2) > 127
    return bright if alpha is None else bright & (alpha > 127)


def exif_focal_length(path: Path) -> tuple[float | None, tuple[Any, ...]]:
    """(focal length in units of the longer side or None, key of the lens), from EXIF data.

    The focal length is the 35 mm equivalent divided by 36 mm, which is exact for the film's aspect ratio. The key is the camera's
    make and model with the focal lengths; pictures with equal keys share one lens.

    Raises:
        CaptureError: the picture's header cannot be read.
    """
    facts = _facts(path)
    return facts["focal"], facts["lens"]
