"""Pictures that no honest person makes. Each case writes files into a scene folder and gives the names that materials have of them."""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

__all__ = ["PICTURES", "embedded_picture", "honest", "png_of"]

Case = Callable[[Path], list[str]]


def honest(format_name: str = "PNG", size: tuple[int, int] = (64, 48), mode: str = "RGB") -> bytes:
    """A sound picture with edges and a ramp."""
    ramp = np.add.outer(np.arange(size[1]) * 5, np.arange(size[0]) * 3).astype(np.uint8)
    ramp[: size[1] // 2, : size[0] // 3] = 250
    stream = io.BytesIO()
    Image.fromarray(ramp).convert(mode).save(stream, format_name)
    return stream.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(
    width: int, height: int, data: bytes | None = None, *, depth: int = 8, color: int = 2, extra: bytes = b""
) -> bytes:
    """A PNG with this header; without `data`, black rows as they should be."""
    if data is None:
        row = bytes(1 + width * depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color] // 8)
        packer = zlib.compressobj(9)
        data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + extra + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _with(data: Callable[[], bytes], name: str = "a.png") -> Case:
    def write(folder: Path) -> list[str]:
        (folder / name).write_bytes(data())
        return [name]

    return write


def _named(name: str) -> Case:
    return lambda _folder: [name]


def _linked(target: str) -> Case:
    def write(folder: Path) -> list[str]:
        (folder / "a.png").symlink_to(target)
        return ["a.png"]

    return write


def _spellings(folder: Path) -> list[str]:
    """One large picture under 60 names."""
    (folder / "a.png").write_bytes(png_of(5000, 5000))
    (folder / "b").mkdir()
    names = ["./" * i + "a.png" for i in range(20)] + ["b/../" * i + "a.png" for i in range(1, 20)]
    for i in range(21):
        (folder / f"link{i}.png").symlink_to("a.png")
        names.append(f"link{i}.png")
    return names


def _copies(folder: Path) -> list[str]:
    """The same large content in 20 files."""
    data = png_of(4000, 4000)
    names = [f"copy{i}.png" for i in range(20)]
    for name in names:
        (folder / name).write_bytes(data)
    return names


def _many_large(folder: Path) -> list[str]:
    """Nine pictures with 16 million pixels each, all different, of some kilobytes."""
    names = [f"large{i}.png" for i in range(9)]
    for i, name in enumerate(names):
        (folder / name).write_bytes(png_of(4000, 4000 - i))
    return names


def _many_names(folder: Path) -> list[str]:
    names = [f"small{i}.png" for i in range(250)]
    for i, name in enumerate(names):
        (folder / name).write_bytes(honest(size=(8, 8 + i % 90)))
    return names


def _slow_scans() -> bytes:
    """A progressive JPEG that repeats its last scan thousands of times."""
    stream = io.BytesIO()
    noise = np.random.default_rng(0).integers(0, 256, (3000, 3000), dtype=np.uint8)
    Image.fromarray(noise).resize((3000, 3000)).save(stream, "JPEG", progressive=True, quality=5)
    data = stream.getvalue()
    scan = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + scan * min(2000, (40 << 20) // len(scan)) + b"\xff\xd9"


def _program_beside(kind: str) -> bytes:
    eps = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 64 48\n%%EndComments\n/x { x } def x showpage\n"
    return {
        "eps": eps,
        "eps-dos": b"\xc5\xd0\xd3\xc6" + struct.pack("<IIIIII", 30, len(eps), 0, 0, 0, 0) + b"\0\0" + eps,
        "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(200),
        "svg": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
        "wmf": b"\xd7\xcd\xc6\x9a" + bytes(100),
        "fits": b"SIMPLE  =                    T" + b" " * 2850,
        "grib": b"GRIB" + bytes(200),
        "hdf5": b"\x89HDF\r\n\x1a\n" + bytes(200),
        "psd": b"8BPS\0\1" + bytes(200),
        "icns": b"icns" + struct.pack(">I", 100) + bytes(92),
        "xpm": b"/* XPM */\nstatic char *x[] = {\"1 1 1 1\", \"a c #fff\", \"a\"};",
        "pcx": b"\x0a\x05\x01\x08" + bytes(200),
        "tga": bytes((0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 8, 0, 24, 0)) + bytes(192),
        "fli": struct.pack("<IHHHH", 300, 0xAF11, 1, 8, 8) + bytes(290),
        "mpeg": b"\0\0\1\xb3" + bytes(200),
        "dds": b"DDS |\0\0\0" + bytes(4) + struct.pack("<II", 1 << 30, 1 << 30) + bytes(110),
        "jp2": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(100),
        "avif": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + bytes(100),
        "html": b"<html><script>alert(1)</script></html>",
    }[kind]  # fmt: skip


def _tiff_of(tags: list[tuple[int, int, int, int]]) -> bytes:
    """A TIFF (little endian) of tags (tag, type, count, value)."""
    body = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(tags)) + body + struct.pack("<I", 8)


def _fifo(folder: Path) -> list[str]:
    os.mkfifo(folder / "a.png")
    return ["a.png"]


def _folder(folder: Path) -> list[str]:
    (folder / "a.png").mkdir()
    return ["a.png"]


def _sparse(folder: Path) -> list[str]:
    with (folder / "a.png").open("wb") as file:
        file.write(honest())
        file.truncate(40 << 30)
    return ["a.png"]


def _unreadable(folder: Path) -> list[str]:
    (folder / "a.png").write_bytes(honest())
    (folder / "a.png").chmod(0)
    return ["a.png"]


def _loop_of_folders(folder: Path) -> list[str]:
    (folder / "in").symlink_to(".")
    (folder / "a.png").write_bytes(honest())
    return ["in/" * 60 + "a.png", "in/" * 30 + "none.png"]


def _cut(format_name: str, share: float, **options: object) -> Callable[[], bytes]:
    def data() -> bytes:
        whole = honest(format_name)
        return whole[: int(len(whole) * share)]

    return data


def _sixteen_bits() -> bytes:
    stream = io.BytesIO()
    Image.fromarray(np.arange(64 * 48, dtype=np.uint16).reshape(48, 64) * 21).save(stream, "PNG")
    return stream.getvalue()


def _floats() -> bytes:
    stream = io.BytesIO()
    Image.fromarray(np.full((8, 8), np.nan, dtype=np.float32)).save(stream, "TIFF")
    return stream.getvalue()


def _text_bomb() -> bytes:
    """Compressed texts of 1 GB in a PNG of 1 MB."""
    text = b"note\0\0" + zlib.compress(bytes(64 << 20), 9)
    return png_of(8, 8, extra=b"".join(_chunk(b"zTXt", text) for _ in range(16)))


def _profile_bomb() -> bytes:
    return png_of(8, 8, extra=_chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(512 << 20), 9)))


def _frames() -> bytes:
    """A GIF of 2,000 frames."""
    stream = io.BytesIO()
    frames = [Image.new("P", (200, 200), i % 256) for i in range(2000)]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    return stream.getvalue()


PICTURES: dict[str, Case] = {
    "a nul in the name": _named("a\0.png"),
    "a name of 5,000 characters": _named("a" * 5000),
    "a name of 300 characters": _named("a" * 300 + ".png"),
    "a lone surrogate in the name": _named("a\ud800.png"),
    "a name with an escape sequence": _named("\x1b]0;x\x07a.png"),
    "an empty name": _named(""),
    "the folder itself": _named("."),
    "a path out of the folder": _named("../../../../etc/passwd"),
    "an absolute path": _named("/dev/zero"),
    "a file as a folder": lambda folder: _with(honest)(folder) and ["a.png/b.png"],
    "a link to itself": _linked("a.png"),
    "a link to a device": _linked("/dev/zero"),
    "a link to memory": _linked("/proc/self/mem"),
    "a loop of folders": _loop_of_folders,
    "a fifo": _fifo,
    "a folder": _folder,
    "a sparse file of 40 GB": _sparse,
    "a file that may not be read": _unreadable,
    "60 spellings of one name": _spellings,
    "20 copies of one picture": _copies,
    "9 large pictures": _many_large,
    "250 pictures": _many_names,
    "no bytes": _with(lambda: b""),
    "one byte": _with(lambda: b"\x89"),
    "zeros": _with(lambda: bytes(100_000)),
    **{f"{kind} named png": _with(lambda kind=kind: _program_beside(kind)) for kind in (
        "eps", "eps-dos", "pdf", "svg", "wmf", "fits", "grib", "hdf5", "psd", "icns", "xpm", "pcx", "tga", "fli", "mpeg", "dds", "jp2",
        "avif", "html",
    )},
    "eps named eps": _with(lambda: _program_beside("eps"), "a.eps"),
    "a png of 60,000 x 60,000": _with(lambda: png_of(60_000, 60_000, zlib.compress(bytes(100)))),
    "a png of 8,192 x 8,192": _with(lambda: png_of(8192, 8192, color=0)),
    "a png of 1 x 2 billion": _with(lambda: png_of(1, 2**31 - 1, zlib.compress(bytes(100)))),
    "a png without pixels": _with(lambda: png_of(0, 0, zlib.compress(b""))),
    "a png without rows": _with(lambda: png_of(64, 48, zlib.compress(b""))),
    "a png with too many rows": _with(lambda: png_of(8, 8, zlib.compress(bytes(512 << 20), 9))),
    "a png with texts of a gigabyte": _with(_text_bomb),
    "a png with a profile of 512 MB": _with(_profile_bomb),
    "a png of 16 bits": _with(_sixteen_bits),
    "a png of a palette without colors": _with(lambda: png_of(64, 48, color=3)),
    "a tiff of floats": _with(_floats, "a.tif"),
    "a tiff that refers to itself": _with(lambda: _tiff_of([(256, 4, 1, 8), (257, 4, 1, 8), (330, 4, 1, 8)]), "a.tif"),
    "a tiff with a strip of 4 GB": _with(lambda: _tiff_of([
        (256, 4, 1, 8000), (257, 4, 1, 8000), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1),
        (278, 4, 1, 8000), (279, 4, 1, 0xFFFFFFFF),
    ]), "a.tif"),
    "a tiff with a billion strips": _with(lambda: _tiff_of([
        (256, 4, 1, 64), (257, 4, 1, 64), (258, 3, 1, 8), (259, 3, 1, 5), (262, 3, 1, 1), (273, 4, 1 << 30, 8), (279, 4, 1 << 30, 8),
    ]), "a.tif"),
    "a bmp of 2 billion rows": _with(lambda: b"BM" + struct.pack("<IIIIiiHHIIIIII", 99, 0, 54, 40, 1, 2**31 - 1, 1, 24, 0, 0, 0, 0, 0, 0)),
    "a gif of 65,535 x 65,535": _with(lambda: b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0xF7, 0, 0) + bytes(768) + b",", "a.gif"),
    "a gif of 2,000 frames": _with(_frames, "a.gif"),
    "a webp that claims 16,383 x 16,383": _with(
        lambda: b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0" + b"\xfe\x3f\0" * 2 + b"VP8L\x10\0\0\0\x2f" + bytes(40), "a.webp"
    ),
    "a jpeg of slow scans": _with(_slow_scans, "a.jpg"),
    "a jpeg of CMYK": _with(lambda: honest("JPEG", mode="CMYK"), "a.jpg"),
    "half a png": _with(_cut("PNG", 0.5)),
    "half a jpeg": _with(_cut("JPEG", 0.5)),
    "half a webp": _with(_cut("WEBP", 0.5)),
    "half a tiff": _with(_cut("TIFF", 0.5)),
    "half a bmp": _with(_cut("BMP", 0.5)),
    "half a gif": _with(_cut("GIF", 0.5)),
    "a jpeg named png": _with(lambda: honest("JPEG")),
}  # fmt: skip
"""By what is wrong with them. The last one is sound."""


def embedded_picture(name: str, folder: Path) -> bytes | None:
    """The content of a case, for a file that holds its picture inside; None for cases of file names and of several files."""
    names = PICTURES[name](folder)
    path = folder / names[0] if len(names) == 1 and names[0] and "\0" not in names[0] else None
    if path is None or path.is_symlink() or not str(names[0]).startswith("a.") or not path.is_file():
        return None
    return path.read_bytes() if path.stat().st_size < 64 << 20 and os.access(path, os.R_OK) else None
