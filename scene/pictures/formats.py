"""The formats of pictures that are opened, told by their first bytes. It imports nothing of ours and no decoder.

The list is an allow-list. Pillow knows many more formats; some of their readers start a program (PostScript) and most are hardly used,
so hardly tested.
"""

from __future__ import annotations

__all__ = ["FORMATS", "PHOTOGRAPH_FORMATS", "START_BYTES", "listed", "picture_format"]

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")
"""Names of Pillow."""
PHOTOGRAPH_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "HEIF")
"""Of photographs: telephones write HEIC."""
START_BYTES = 16
"""As many bytes tell a format."""

_STARTS = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"II+\0": "TIFF",
    b"MM\0+": "TIFF",
    b"BM": "BMP",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
}
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1")
_NAMES = {"WEBP": "WebP", "HEIF": "HEIC"}


def picture_format(start: bytes) -> str:
    """Pillow's name of the format of a file that starts with these bytes; '' for a format that is not opened."""
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "WEBP"
    if start[4:8] == b"ftyp" and start[8:12] in _HEIF_BRANDS:
        return "HEIF"
    return next((name for first, name in _STARTS.items() if start.startswith(first)), "")


def listed(formats: tuple[str, ...]) -> str:
    """Names of formats as a sentence lists them."""
    names = [_NAMES.get(name, name) for name in formats]
    return f"{', '.join(names[:-1])} or {names[-1]}"
