"""Reads photographs in known formats and of limited size, in sRGB and optionally upright.

The header of a picture is checked before its pixels are decoded. Pillow is restricted to the known formats, so that its readers
which start other programs (PostScript) never open an untrusted file.
"""

from __future__ import annotations

import io
import os
import re
import struct
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from scenewright.scene.errors import CaptureError
from scenewright.scene.plain_files import check_plain, files_below, inside_folder, refused_as

__all__ = [
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

_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP")
_HEIF_SUFFIXES = (".heic", ".heif", ".hif")
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", *_HEIF_SUFFIXES)

_OTHERS = re.compile(r"(masks?|depths?|normals?|images_\d+)(_.*)?", re.IGNORECASE)
_MOST_BYTES = 1 << 30
"""Of the file of one picture; a TIFF of 100 megapixels has 600 MB."""
_MOST_FILES = 300_000
"""Of a capture: pictures, their masks and smaller copies."""
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)
"""Values of the EXIF orientation that swap width and height."""


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


def _open(path: Path) -> Image.Image:
    """Open a picture and read its header.

    Raises:
        CaptureError: the file is missing, not a picture, too large, or HEIC without a reader for it.
    """
    with refused_as(lambda message: CaptureError(f"{path}: {message}")):
        check_plain(path, _MOST_BYTES, "the picture")
    formats: tuple[str, ...] = _FORMATS
    if path.suffix.lower() in _HEIF_SUFFIXES:
        try:
            from pillow_heif import register_heif_opener
        except ImportError as error:
            raise CaptureError(
                f"{path}: HEIC needs pillow-heif ({error}): pip install 'scenewright[capture]'"
            ) from None
        register_heif_opener()
        formats = (*_FORMATS, "HEIF")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(path, formats=formats)
    except Image.DecompressionBombError as error:
        raise CaptureError(f"{path}: the picture is too large to be read: {error}") from None
    except FileNotFoundError:
        raise CaptureError(f"{path}: the picture is missing") from None
    except UnidentifiedImageError:
        raise CaptureError(
            f"{path}: this is no picture that can be read (JPEG, PNG, WebP, TIFF, BMP or HEIC)"
        ) from None
    except (OSError, ValueError, SyntaxError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise CaptureError(f"{path}: the picture cannot be read: {reason}") from None


def picture_size(path: Path) -> tuple[tuple[int, int], bool]:
    """((width, height) as stored, whether EXIF data demand a quarter turn).

    Raises:
        CaptureError: as :func:`read_picture`, for problems in the header.
    """
    with _open(path) as picture:
        return picture.size, _exif(picture, path).get(_ORIENTATION, 1) in _TURNED


def _exif(picture: Image.Image, path: Path) -> Image.Exif:
    if picture.format == "PNG" and "exif" not in picture.info:
        return Image.Exif()  # otherwise Pillow decodes the whole PNG, to look for EXIF data at its end
    try:
        return picture.getexif()
    except (OSError, ValueError, SyntaxError, struct.error) as error:
        raise CaptureError(f"{path}: the picture's EXIF data are damaged: {error}") from None


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
    with _open(path) as opened:
        try:
            picture: Image.Image = opened
            if size is not None and picture.size not in (size, size[::-1]):
                raise CaptureError(f"{path}: the picture is {picture.width}x{picture.height}, not {size[0]}x{size[1]}")
            profile = picture.info.get("icc_profile")
            picture.load()
            if upright:
                picture = ImageOps.exif_transpose(picture)
            pixels = np.asarray(_with_eight_bits(picture, path, profile))
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise CaptureError(
                f"{path}: the picture is cut off or damaged ({error}): replace it, or remove it and its camera"
            ) from None
    if size is not None and pixels.shape[1::-1] != size:
        actual_size = f"{pixels.shape[1]}x{pixels.shape[0]}"
        raise CaptureError(f"{path}: the picture is {actual_size}, not {size[0]}x{size[1]}")
    alpha = np.ascontiguousarray(pixels[..., 3]) if pixels.shape[2] == 4 else None
    return np.ascontiguousarray(pixels[..., :3]), alpha


def _with_eight_bits(picture: Image.Image, path: Path, profile: bytes | None) -> Image.Image:
    """The picture as RGB or RGBA in sRGB, 8 bits."""
    if picture.mode.startswith(("I", "F")):  # 16 bits of gray
        values = np.asarray(picture, dtype=np.float64)
        if picture.mode == "F" or values.max(initial=0) > 65535 or values.min(initial=0) < 0:
            raise CaptureError(f"{path}: a picture of the mode {picture.mode} has no known range: save it with 8 bits")
        picture = Image.fromarray(np.rint(values / 257.0).astype(np.uint8))
    has_alpha = picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info
    if profile and picture.mode in ("RGB", "RGBA"):
        picture = _in_srgb(picture, profile)
    return picture.convert("RGBA" if has_alpha else "RGB")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """The picture converted to sRGB from its ICC profile (phones often write Display P3)."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return picture
        turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError(f"its color profile: {error}") from None
    return picture if turned is None else turned


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
    with _open(path) as picture:
        exif = _exif(picture, path)
        details = exif.get_ifd(ExifTags.IFD.Exif)
    equivalent = _number(details.get(ExifTags.Base.FocalLengthIn35mmFilm))
    length = _number(details.get(ExifTags.Base.FocalLength))
    same = (str(exif.get(ExifTags.Base.Make, "")), str(exif.get(ExifTags.Base.Model, "")), length, equivalent)
    return (equivalent / 36.0 if equivalent else None), same


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return number if np.isfinite(number) and number > 0 else None
