"""PlayCanvas' SOG, versions 1 and 2: ``meta.json`` and lossless WebP pictures, in a folder or in a ZIP archive (``.sog``).

There is one pixel per Gaussian. Positions have 16 bits in two pictures, as sign(x) ln(|x| + 1). Quaternions are stored by their
three smallest components; alpha 252 to 255 gives the index of the largest (wxyz). Scales, colours and harmonics have codebooks of 256
values in version 2, ranges in version 1. Axes are as trained. (developer.playcanvas.com, the SOG format; splat-transform,
``read-sog.ts``.)
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .columns import (
    SH_COUNTS,
    FloatColumn,
    GaussianPart,
    Options,
    Refused,
    clean,
    count_checked,
    logits_of,
    not_inflated,
)
from .json_fields import JsonFields, parsed
from .packed_quats import completed
from .unpacking import open_zip, plain_bytes, zip_entry

__all__ = ["read"]

_MAX_META = 2 << 20
_MAX_PICTURE = 1 << 30
_MAX_SIDE = 16383
"""WebP's own limit."""

Load = Callable[[str, int], bytes]
Pixels = npt.NDArray[np.uint8]


def read(source: Path, options: Options) -> list[GaussianPart]:
    """Read a SOG. `source`: the ``meta.json`` or the archive.

    Raises:
        Refused: a field of the metadata has a wrong type, a picture has a wrong size, or the archive is damaged.
    """
    if source.suffix.lower() == ".json":
        if source.name.lower() == "lod-meta.json":
            raise Refused("it lists the parts of a streamed SOG: read the meta.json in the folder of one part")
        return [_of_folder(source)]
    with open_zip(source) as archive:
        names = [n for n in archive.namelist() if n.rsplit("/", 1)[-1] == "meta.json"]
        if len(names) != 1:
            raise Refused(f"the archive has {len(names)} entries 'meta.json'; one is needed")
        folder = names[0][: -len("meta.json")]
        return [_of_archive(archive, folder)]


def _of_folder(meta: Path) -> GaussianPart:
    sizes: dict[str, int] = {}

    def load(name: str, limit: int) -> bytes:
        path = meta if name == "meta.json" else meta.parent / name
        data = plain_bytes(path, limit, name)
        sizes[name] = len(data)
        return data

    part = _read(load)
    part.beside = sum(size for name, size in sizes.items() if name != "meta.json")
    return part


def _of_archive(archive: zipfile.ZipFile, folder: str) -> GaussianPart:
    return _read(lambda name, limit: zip_entry(archive, folder + name, limit))


def _read(load: Load) -> GaussianPart:
    meta = parsed(load("meta.json", _MAX_META), "meta.json")
    version = meta.integer("version", 1)
    if version not in (1, 2):
        raise Refused(f"meta.json: it is a SOG of version {version}; versions 1 and 2 are read")
    if version == 2:
        count = meta.integer("count")
    else:
        shape = meta.object("means").list("shape")
        if not shape or isinstance(shape[0], bool) or not isinstance(shape[0], int):
            raise Refused("meta.json.means: 'shape' must start with the number of Gaussians")
        count = shape[0]
    pictures = _Pictures(load, count_checked(count, "meta.json"))
    part = GaussianPart(
        _means(meta.object("means"), pictures),
        _quats(meta.object("quats"), pictures),
        *(_version_2 if version == 2 else _version_1)(meta, pictures),
        notes=pictures.notes,
        details={"version": version, "pictures": f"{pictures.width}x{pictures.height}"},
    )
    asset = meta.values.get("asset")
    if isinstance(asset, dict) and isinstance(asset.get("generator"), str):
        part.details["generator"] = clean(asset["generator"])
    if meta.values.get("antialias") is True:
        part.details["antialiased"] = True
        part.notes.append("it was trained with antialiasing: draw it antialiased")
    return part


class _Pictures:
    """The pictures of one SOG. Those with one pixel per Gaussian all have the same size."""

    def __init__(self, load: Load, count: int) -> None:
        self._load, self.count = load, count
        self.width = self.height = 0
        self.notes: list[str] = []

    def size(self, name: str) -> int:
        """The size of a picture's file in bytes."""
        return len(self._bytes(name))

    def _bytes(self, name: str) -> bytes:
        if not name or name != Path(name).name or name in (".", "..") or "\\" in name or "\0" in name:
            raise Refused(f"meta.json names the file '{clean(name)}': only plain names beside it are read")
        return self._load(name, _MAX_PICTURE)

    def rows(self, name: str) -> Pixels:
        """(count, 4) the pixels of the Gaussians."""
        pixels = self.picture(name, self.count)
        if not self.width:
            self.height, self.width = pixels.shape[:2]
        elif pixels.shape[:2] != (self.height, self.width):
            raise Refused(
                f"'{clean(name)}' is {pixels.shape[1]}x{pixels.shape[0]} and the pictures before it {self.width}x{self.height}"
            )
        return pixels.reshape(-1, 4)[: self.count]

    def picture(self, name: str, least: int, most: int | None = None) -> Pixels:
        """(H, W, 4) pixels. Their number must be between `least` and `most`; it is checked before the picture is unpacked."""
        from PIL import Image, UnidentifiedImageError

        data = self._bytes(name)
        most = 4 * least + (1 << 16) if most is None else most
        try:
            with Image.open(io.BytesIO(data), formats=("WEBP", "PNG")) as image:
                width, height = image.size
                if max(width, height) > _MAX_SIDE or not least <= width * height <= most:
                    raise Refused(
                        f"'{clean(name)}' is {width}x{height}, {width * height:,} pixels; {least:,} are needed for {self.count:,} Gaussians"
                    )
                if getattr(image, "n_frames", 1) != 1:
                    raise Refused(f"'{clean(name)}' is an animation")
                return np.asarray(image.convert("RGBA"))
        except UnidentifiedImageError:
            raise Refused(f"'{clean(name)}' is no picture that can be read: neither WebP nor PNG") from None
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise Refused(f"'{clean(name)}' is no picture that can be read ({clean(error)})") from None


def _means(fields: JsonFields, pictures: _Pictures) -> FloatColumn:
    low, high = fields.texts("files", 2)
    not_inflated(pictures.count, sum(map(pictures.size, {low, high})), f"'{clean(low)}' with '{clean(high)}'")
    bits = pictures.rows(low)[:, :3].astype(np.float64) + 256.0 * pictures.rows(high)[:, :3]
    least, most = np.array(fields.numbers("mins", 3)), np.array(fields.numbers("maxs", 3))
    logs = least + (most - least) * (bits / 65535.0)
    with np.errstate(over="ignore"):
        return np.asarray(np.sign(logs) * np.expm1(np.abs(logs)), dtype=np.float32)


def _quats(fields: JsonFields, pictures: _Pictures) -> FloatColumn:
    name = fields.texts("files", 1)[0]
    pixels = pictures.rows(name)
    omitted = pixels[:, 3].astype(np.int64) - 252
    if (omitted < 0).any():
        row = int((omitted < 0).argmax())
        raise Refused(
            f"'{clean(name)}' has alpha {int(pixels[row, 3])} in pixel {row:,}; 252 to 255 name the largest component"
        )
    small = (pixels[:, :3].astype(np.float32) / np.float32(127.5) - np.float32(1.0)) * np.float32(math.sqrt(0.5))
    return completed(small, omitted)


Rest = tuple[FloatColumn, FloatColumn, FloatColumn]


def _version_2(meta: JsonFields, pictures: _Pictures) -> Rest:
    """Logarithms of scales, logits, spherical harmonics."""
    scales, sh0 = meta.object("scales"), meta.object("sh0")
    log_scales = _through(scales, pictures.rows(scales.texts("files", 1)[0])[:, :3])
    pixels = pictures.rows(sh0.texts("files", 1)[0])
    dc = _through(sh0, pixels[:, :3])
    logits = logits_of(pixels[:, 3].astype(np.float32) / np.float32(255.0))
    if "shN" not in meta:
        return log_scales, logits, dc[:, None]
    fields = meta.object("shN")
    bands = fields.integer("bands")
    if bands == 0:
        return log_scales, logits, dc[:, None]
    if bands > 3:
        raise Refused(f"meta.json.shN: 'bands' is {bands}; 1 to 3 are read")
    palette = fields.integer("count", least=1)
    codes = _codebook(fields)
    return (
        log_scales,
        logits,
        np.concatenate([dc[:, None], _harmonics(fields, pictures, bands, palette, codes)], axis=1),
    )


def _codebook(fields: JsonFields) -> npt.NDArray[np.float32]:
    """(256,) the codebook. Entries that the writer left out are NaN."""
    entries = fields.list("codebook")
    if not 1 <= len(entries) <= 256:
        raise Refused(f"{fields.where}: 'codebook' has {len(entries):,} numbers; 1 to 256 are needed")
    codes = np.full(256, np.nan, dtype=np.float32)
    codes[: len(entries)] = fields.numbers("codebook", len(entries))
    return codes


def _through(fields: JsonFields, labels: Pixels) -> FloatColumn:
    codes = _codebook(fields)
    most = len(fields.list("codebook"))
    if labels.size and int(labels.max()) >= most:
        raise Refused(f"{fields.where}: a pixel names the number {int(labels.max())} of the codebook, which has {most}")
    return codes[labels]


def _harmonics(
    fields: JsonFields,
    pictures: _Pictures,
    bands: int | None,
    palette: int | None,
    codes: npt.NDArray[np.float32] | None,
) -> FloatColumn:
    """(N, K, 3) harmonics from the palette. The picture of centroids has 64 entries per line, K pixels each.

    Version 1 states neither `bands` nor the size of the `palette` (None), and has a range instead of a codebook.
    """
    centroids, labels = fields.texts("files", 2)
    if bands is None or palette is None or codes is None:
        table = pictures.picture(centroids, 1, 64 * 15 * 1024)
        width = {64 * (SH_COUNTS[b] - 1): b for b in (1, 2, 3)}
        if table.shape[1] not in width:
            raise Refused(
                f"'{clean(centroids)}' is {table.shape[1]} pixels wide; {', '.join(map(str, width))} belong to degrees 1 to 3"
            )
        bands, palette = width[table.shape[1]], 64 * table.shape[0]
        low, high = fields.number("mins"), fields.number("maxs")
        codes = (low + (high - low) * np.arange(256) / 255.0).astype(np.float32)
        k = SH_COUNTS[bands] - 1
    else:
        if palette > 65536:
            raise Refused(f"meta.json.shN: 'count' is {palette:,}; a label has 16 bits")
        k = SH_COUNTS[bands] - 1
        lines = -(-palette // 64)
        table = pictures.picture(centroids, min(64, palette) * k, 64 * k * (lines + 64))
        if table.shape[1] != 64 * k:
            raise Refused(f"'{clean(centroids)}' is {table.shape[1]} pixels wide; degree {bands} has {64 * k}")
    pixels = pictures.rows(labels)
    chosen = pixels[:, 0].astype(np.int64) | (pixels[:, 1].astype(np.int64) << 8)
    entries = codes[table[..., :3].reshape(-1, k, 3)]
    if len(chosen) and int(chosen.max()) >= min(palette, len(entries)):
        raise Refused(
            f"'{clean(labels)}' has the label {int(chosen.max()):,}; the palette has {min(palette, len(entries)):,}"
        )
    return np.asarray(entries[chosen], dtype=np.float32)


def _version_1(meta: JsonFields, pictures: _Pictures) -> Rest:
    def ranged(fields: JsonFields, width: int) -> npt.NDArray[np.float32]:
        low = np.array(fields.numbers("mins", width), dtype=np.float32)
        high = np.array(fields.numbers("maxs", width), dtype=np.float32)
        pixels = pictures.rows(fields.texts("files", 1)[0])[:, :width].astype(np.float32)
        return low + (high - low) * (pixels / np.float32(255.0))

    log_scales = ranged(meta.object("scales"), 3)
    colors = ranged(meta.object("sh0"), 4)
    sh = np.ascontiguousarray(colors[:, None, :3])
    if "shN" in meta:
        sh = np.concatenate([sh, _harmonics(meta.object("shN"), pictures, None, None, None)], axis=1)
    return log_scales, np.ascontiguousarray(colors[:, 3]), sh
