"""What the child does with the bytes of one picture. Only this module hands strangers' bytes to Pillow. No state is kept.

It runs confined: it opens no file and imports nothing any more. :func:`warm_up` imports what decoders need before that. It imports nothing
of ours, so that the child that reads meshes can use it by name.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PIL import (
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageCms,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

__all__ = ["DecodedPicture", "PictureRefused", "decode", "eight_bits", "strips", "warm_up"]

_READERS = (
    BmpImagePlugin,
    GifImagePlugin,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
_CODECS = ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-be", "utf-16-le")
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)
"""Values of the EXIF orientation that swap width and height."""
_STRIP_BYTES = 4 << 20


class PictureRefused(Exception):
    """The picture is not read. The message is a clause without the picture's name."""


@dataclass(frozen=True)
class DecodedPicture:
    """`picture`: None where only facts were wanted. `mode`: of the pixels that are to be sent. `facts`: JSON values."""

    picture: Image.Image | None
    mode: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def warm_up() -> None:
    """Import what decoders import late, codecs of texts among it, and the reader of HEIC where it is installed."""
    for name in _CODECS:
        codecs.lookup(name)
    with contextlib.suppress(ImportError):
        import pillow_heif

        pillow_heif.options.DECODE_THREADS = 1
        pillow_heif.options.THUMBNAILS = False
        pillow_heif.register_heif_opener()
        with contextlib.suppress(Exception):
            heic = io.BytesIO()
            pillow_heif.from_pillow(Image.new("RGB", (16, 16))).save(heic, quality=50)
            decode("photograph", "HEIF", heic.getvalue(), {"upright": True, "most_pixels": 256, "left": 256})
    Image.preinit()
    for mode in ("RGB", "RGBA", "P", "L", "1", "I;16"):
        for name in ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"):
            stream = io.BytesIO()
            with contextlib.suppress(OSError):  # not every format has every mode
                Image.new(mode, (2, 2)).save(stream, name)
                for want in ("rgba", "gray", "facts", "photograph"):
                    if name != "GIF" or want in ("rgba", "gray"):
                        decode(
                            want, name, stream.getvalue(), {"upright": True, "most_pixels": 4, "left": 4, "reduce": 1}
                        )
    ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def decode(want: str, name: str, data: bytes, options: dict[str, Any]) -> DecodedPicture:
    """The picture in `data`, of Pillow's format `name`.

    Args:
        want: 'facts' (of a photograph: size, turned, focal, lens), 'rgba' or 'gray' (facts: size), or 'photograph' (RGB or RGBA in sRGB,
            upright where `upright` asks for it).
        options: `most_pixels` of this picture, `left` of it and others before decoding is left out, and `reduce`, `size` or `upright` where
            `want` has them.

    Raises:
        PictureRefused: it is damaged, too large, or has another size.
    """
    with _opened(name, data) as picture:
        width, height = picture.size
        if width < 1 or height < 1:
            raise PictureRefused("it has no pixels")
        if width * height > options["most_pixels"]:
            raise PictureRefused(
                f"it is too large to be read: {width}x{height} pixels, of at most {options['most_pixels']:,}"
            )
        if want == "facts":
            return DecodedPicture(None, facts=_facts(picture))
        if want == "photograph":
            return _photograph(picture, options)
        facts = {"size": [width, height]}
        factor = options["reduce"]
        if -(-width // factor) * -(-height // factor) > options["left"]:
            return DecodedPicture(None, facts=facts)
        picture.load()
        plain = eight_bits(picture)
        mode = "RGBA" if want == "rgba" else "L"
        if factor > 1:
            # the numbers of a palette cannot be averaged: they become colors before
            plain = plain.convert(mode).reduce(factor)
        return DecodedPicture(plain, mode, facts)


@contextlib.contextmanager
def _opened(name: str, data: bytes) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # the number of pixels is checked by the caller, from the header
            Image.MAX_IMAGE_PIXELS = None
            with Image.open(io.BytesIO(data), formats=(name,)) as picture:
                yield picture
    except UnidentifiedImageError:
        raise PictureRefused("its header is damaged") from None


def strips(decoded: DecodedPicture) -> Iterator[bytes]:
    """The pixels of a decoded picture, row by row, in parts: so there is never a second copy of all of them."""
    assert decoded.picture is not None
    width, height = decoded.picture.size
    rows = max(_STRIP_BYTES // (4 * width), 1)
    for top in range(0, height, rows):
        strip = decoded.picture.crop((0, top, width, min(top + rows, height)))
        if strip.mode != decoded.mode:
            strip = strip.convert(decoded.mode)
        yield strip.tobytes()


def _photograph(picture: Image.Image, options: dict[str, Any]) -> DecodedPicture:
    size = options.get("size")
    if size is not None and picture.size not in (tuple(size), tuple(size[::-1])):
        raise PictureRefused(f"the picture is {picture.width}x{picture.height}, not {size[0]}x{size[1]}")
    profile = picture.info.get("icc_profile")
    facts = {"masked": picture.info.get("masked") == "1"}
    picture.load()
    if options["upright"]:
        picture = ImageOps.exif_transpose(picture)
    plain = eight_bits(picture)
    has_alpha = plain.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in plain.info
    if profile and plain.mode in ("RGB", "RGBA"):
        plain = _in_srgb(plain, profile)
    return DecodedPicture(plain, "RGBA" if has_alpha else "RGB", facts)


def eight_bits(picture: Image.Image) -> Image.Image:
    """The picture with 8 bits a channel: 16 bits of gray are scaled.

    Raises:
        PictureRefused: its numbers have no known range.
    """
    if not picture.mode.startswith(("I", "F")):
        return picture
    values = np.asarray(picture)
    if picture.mode == "F" or values.max(initial=0) > 65535 or values.min(initial=0) < 0:
        raise PictureRefused(f"a picture of the mode {picture.mode} has no known range: save it with 8 bits")
    return Image.fromarray(((values.astype(np.uint32) + 128) // 257).astype(np.uint8))


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """The picture converted to sRGB from its ICC profile (telephones often write Display P3)."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return picture
        turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError(f"its color profile: {error}") from None
    return picture if turned is None else turned


def _facts(picture: Image.Image) -> dict[str, Any]:
    """Size as stored, whether EXIF data ask for a quarter turn, focal length by the longer side, and what tells lenses apart."""
    exif = _exif(picture)
    details = exif.get_ifd(ExifTags.IFD.Exif)
    equivalent = _number(details.get(ExifTags.Base.FocalLengthIn35mmFilm))
    length = _number(details.get(ExifTags.Base.FocalLength))
    names = [str(exif.get(tag, ""))[:200] for tag in (ExifTags.Base.Make, ExifTags.Base.Model)]
    return {
        "size": list(picture.size),
        "turned": exif.get(_ORIENTATION, 1) in _TURNED,
        "focal": equivalent / 36.0 if equivalent else None,
        "lens": [*names, length, equivalent],
    }


def _exif(picture: Image.Image) -> Image.Exif:
    if picture.format == "PNG" and "exif" not in picture.info:
        return Image.Exif()  # otherwise Pillow decodes the whole PNG, to look for EXIF data at its end
    try:
        return picture.getexif()
    except (OSError, ValueError, SyntaxError, struct.error) as error:
        raise PictureRefused(f"the picture's EXIF data are damaged: {error}") from None


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return number if np.isfinite(number) and number > 0 else None
