"""Reading photographs: of known formats only, of a bounded size, upright where that is asked, in sRGB.

A picture is checked by its header before its pixels are decoded. Which formats are read is said to Pillow, so that none of its
readers that start other programs (PostScript) ever sees a file of a stranger.
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
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)
"""Values of the EXIF orientation that swap width and height."""


def inside(root: Path, listed: str, where: str) -> Path:
    """The path of a file that a capture's own file names, which must not lead out of the folder `root`.

    Links within the folder are its owner's and are followed.

    Raises:
        CaptureError: it leads out, or is no path at all. `where` says who names it: file and field.
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
    return path


def _normalised(path: Path) -> str:
    return os.path.normpath(path)


def pictures_in(root: Path) -> list[Path]:
    """The photographs of a folder, sorted by path: those in it, else those in and below its ``images`` or ``input``, else those
    below it."""
    own = [root / name for name in pictures_below(root, depth=0)]
    if own:
        return own
    for folder in (root / "images", root / "input", root):
        if folder.is_dir() and (found := [folder / name for name in pictures_below(folder)]):
            return found
    return []


def pictures_below(folder: Path, depth: int = 4) -> list[str]:
    """The pictures in a folder and `depth` levels of folders below it, as paths from there, sorted.

    Hidden files and folders are left out, and folders that hold something other than photographs, or the same ones smaller:
    ``masks``, ``depth``, ``images_2``. Links to folders are not followed.

    Raises:
        CaptureError: one of the folders cannot be read.
    """

    def refuse(error: OSError) -> None:
        raise CaptureError(f"{error.filename}: the folder cannot be read: {error.strerror or error}")

    found = []
    for where, folders, files in os.walk(folder, onerror=refuse):
        below = Path(where).relative_to(folder)
        folders[:] = [
            f for f in folders if len(below.parts) < depth and not f.startswith(".") and not _OTHERS.fullmatch(f)
        ]
        names = [f for f in files if not f.startswith(".") and Path(f).suffix.lower() in PICTURE_SUFFIXES]
        found += [(below / name).as_posix() for name in names if (Path(where) / name).is_file()]
    return sorted(found)


def find_mask(masks: Path, name: str) -> Path | None:
    """The mask of the picture `name` in the folder `masks`: of the same name, or one with ``.png`` behind or for its suffix."""
    if not masks.is_dir():
        return None
    for candidate in (f"{name}.png", name, str(Path(name).with_suffix(".png"))):
        path = inside(masks, candidate, str(masks))
        if path.is_file():
            return path
    return None


def _open(path: Path) -> Image.Image:
    """The picture, its header read.

    Raises:
        CaptureError: it is missing, no picture, too large, or HEIC without its reader.
    """
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
        told = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise CaptureError(f"{path}: the picture cannot be read: {told}") from None


def picture_size(path: Path) -> tuple[tuple[int, int], bool]:
    """((width, height) as stored, whether its EXIF data say to turn it by a quarter).

    Raises:
        CaptureError: as :func:`read_picture`, as far as the header shows it.
    """
    with _open(path) as picture:
        return picture.size, _exif(picture, path).get(_ORIENTATION, 1) in _TURNED


def _exif(picture: Image.Image, path: Path) -> Image.Exif:
    if picture.format == "PNG" and "exif" not in picture.info:
        return Image.Exif()  # asked further, Pillow decodes all of a PNG to see whether EXIF data come at its end
    try:
        return picture.getexif()
    except (OSError, ValueError, SyntaxError, struct.error) as error:
        raise CaptureError(f"{path}: the picture's EXIF data are damaged: {error}") from None


def stands_upright(path: Path, width: int, height: int) -> bool | None:
    """How a picture has to be read to be `width` x `height`: False as stored, True turned by its EXIF data, None neither.

    COLMAP and its kin use pixels as they are stored; others turn them first, and no file says which it was.
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
        CaptureError: it is missing, cut off, no picture, too large, or not of the (width, height) `size`.
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
        found = f"{pixels.shape[1]}x{pixels.shape[0]}"
        raise CaptureError(f"{path}: the picture is {found}, not {size[0]}x{size[1]}")
    alpha = np.ascontiguousarray(pixels[..., 3]) if pixels.shape[2] == 4 else None
    return np.ascontiguousarray(pixels[..., :3]), alpha


def _with_eight_bits(picture: Image.Image, path: Path, profile: bytes | None) -> Image.Image:
    """As RGB or RGBA, in sRGB."""
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
    """From the color space of its ICC profile (telephones write Display P3) to sRGB."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return picture
        turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError(f"its color profile: {error}") from None
    return picture if turned is None else turned


def read_mask(path: Path, size: tuple[int, int], *, upright: bool) -> npt.NDArray[np.bool_]:
    """(H, W), True where a mask of the (width, height) `size` lets learn: wherever it is not black.

    Raises:
        CaptureError: it cannot be read, or has another size.
    """
    pixels, alpha = read_picture(path, upright=upright)
    if pixels.shape[1::-1] != size:
        found = f"{pixels.shape[1]}x{pixels.shape[0]}"
        raise CaptureError(f"{path}: the mask is {found} and its picture {size[0]}x{size[1]}: make them the same")
    kept: npt.NDArray[np.bool_] = pixels.max(axis=2) > 127
    return kept if alpha is None else kept & (alpha > 127)


def exif_focal_length(path: Path) -> tuple[float | None, tuple[Any, ...]]:
    """(the focal length in units of the longer side or None, what tells the lens apart from others) by the EXIF data.

    The first is the 35 mm equivalent over 36 mm, as its definition says of a picture that keeps the film's proportions. The
    second is the camera's make and model, the lens's focal lengths: pictures that agree in it share one lens.

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
