"""Splat files that are damaged, cut off or made to harm: each is refused with its field, and nothing is allocated for what it claims."""

from __future__ import annotations

import gzip
import io
import json
import os
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from scenewright.scene.errors import SplatError
from scenewright.scene.splats.formats import child, read_file, read_gaussians, write_gaussians
from scenewright.scene.splats.formats.decoding import READERS
from scenewright.scene.splats.formats.decoding.columns import Options, Refused, checked
from tests.support.child_workers import run_instead
from tests.support.splat_cases import random_gaussians, read_here


def refused(name: str, path: Path, message: str, *, peak: int = 4 << 20) -> None:
    """Refused with a message, at the cost of little memory."""
    tracemalloc.start()
    try:
        with pytest.raises(Refused, match=message):
            read_here(name, path)
        assert tracemalloc.get_traced_memory()[1] < peak
    finally:
        tracemalloc.stop()


def rewritten(path: Path, change: Callable[[bytearray], bytes | bytearray]) -> Path:
    path.write_bytes(change(bytearray(path.read_bytes())))
    return path


# -- PLY ----------------------------------------------------------------------------------------------------------------


def header(*lines: str, order: str = "binary_little_endian") -> bytes:
    return "\n".join(["ply", f"format {order} 1.0", *lines, "end_header", ""]).encode()


_NAMES = "x y z f_dc_0 f_dc_1 f_dc_2 opacity scale_0 scale_1 scale_2 rot_0 rot_1 rot_2 rot_3"
GAUSSIAN = [f"property float {n}" for n in _NAMES.split()]
ROW = np.array([1, 2, 3, 0.1, 0.2, 0.3, 0.5, -2, -3, -4, 1, 0, 0, 0])


def packed(data: bytes) -> bytes:
    """The same at any time of day: cases of tests must not differ from one process to the next."""
    return gzip.compress(data, mtime=0)


def told(value: object) -> str:
    """The name of a case: its message, for bytes say nothing."""
    return value if isinstance(value, str) else "file"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (header("element vertex 2000000000", *GAUSSIAN) + bytes(56), "2,000,000,000 Gaussians; at most"),
        (header("element vertex 40000000", *GAUSSIAN) + bytes(56), "that takes 2,240,000,\\d+ bytes and the file has"),
        (header("element vertex 40000000", *GAUSSIAN, order="ascii") + b"1 2 3\n", "as text that takes at least"),
        (header("element vertex 2", *GAUSSIAN) + bytes(100), "cut off or damaged"),
        (b"ply\nformat binary_little_endian 1.0\nelement vertex 1\n", "no PLY header"),
        (header("element vertex 1", *GAUSSIAN[:8]) + bytes(56), "lacks scale_1, rot_0"),
        (header("element face 1", "property list uchar int a"), "no element 'vertex'"),
        (
            header("element f 1", "property list uchar int a", "element vertex 1", *GAUSSIAN) + b"\xff" + bytes(99),
            "1 rows of 'f', and the file ends in row 0",
        ),
        (
            header("element vertex 1", *GAUSSIAN, *[f"property float f_rest_{i}" for i in range(10)]) + bytes(200),
            "10 properties f_rest",
        ),
        (header("element vertex 1", *GAUSSIAN, "property float x") + bytes(60), "two properties 'x'"),
        (header("element vertex -1", *GAUSSIAN), "no PLY: 'element vertex -1'"),
        (header("element vertex 1", "property quaternion x"), "no PLY: 'property quaternion x'"),
        (header("element vertex 1", *GAUSSIAN, order="ascii") + b"1 2 three 4\n" * 9, "no table of numbers"),
        (header("element vertex 1", *[g for g in GAUSSIAN if "dc" not in g]) + bytes(56), "no colour"),
    ],
    ids=told,
)
def test_plys(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "x.ply").write_bytes(data)
    refused("ply", tmp_path / "x.ply", message)


@pytest.mark.parametrize("order", ["ascii", "binary_big_endian", "binary_little_endian"])
def test_plys_of_every_encoding_and_other_properties_are_read(tmp_path: Path, order: str) -> None:
    extra = ["property uchar kind", *GAUSSIAN, "property double age"]
    row = [7.0, *ROW, 99.0]
    if order == "ascii":
        body = (" ".join(f"{v:g}" for v in row) + "\n").encode() * 3
    else:
        sign = "<" if "little" in order else ">"
        body = struct.pack(f"{sign}B14fd", int(row[0]), *row[1:]) * 3
    head = header("comment by hand", "element camera 1", "property float fov", "element vertex 3", *extra, order=order)
    camera = b"45\n" if order == "ascii" else struct.pack("<f" if "little" in order else ">f", 45.0)
    (tmp_path / "x.ply").write_bytes(head + camera + body)
    part = read_here("ply", tmp_path / "x.ply")
    np.testing.assert_allclose(part.means, [[1, 2, 3]] * 3)
    np.testing.assert_allclose(part.log_scales, [[-2, -3, -4]] * 3)


def test_flat_gaussians_and_plain_colors_are_read_and_told(tmp_path: Path) -> None:
    names = [g for g in GAUSSIAN if "scale_2" not in g and "dc" not in g]
    names[3:3] = ["property uchar red", "property uchar green", "property uchar blue"]
    body = struct.pack("<3f3B7f", 1, 2, 3, 255, 0, 51, 0.5, -2, -3, 1, 0, 0, 0)
    (tmp_path / "x.ply").write_bytes(header("element vertex 1", *names) + body)
    part = read_here("ply", tmp_path / "x.ply")
    np.testing.assert_allclose(part.sh[0, 0] * 0.28209479 + 0.5, [1.0, 0.0, 0.2], atol=1e-6)
    assert "flat" in part.notes[0]


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("x", np.nan, "a position that is not finite .first: row 2"),
        ("z", np.inf, "a position that is not finite"),
        ("rot_0", 0.0, "an orientation of length 0"),
        ("scale_1", np.inf, "a scale that is infinite"),
        ("opacity", np.nan, "an opacity that is no number"),
        ("f_dc_1", np.nan, "a colour that is not finite"),
    ],
)
def test_rows_that_cannot_be_drawn(tmp_path: Path, column: str, value: float, message: str) -> None:
    rows = np.tile(ROW, (5, 1))
    rows[2:4, [g.split()[-1] for g in GAUSSIAN].index(column)] = value
    (tmp_path / "x.ply").write_bytes(header("element vertex 5", *GAUSSIAN) + rows.astype("<f4").tobytes())
    refused("ply", tmp_path / "x.ply", f"2 of 5 Gaussians are invalid: 2 with {message}.*drop_invalid")
    part = read_here("ply", tmp_path / "x.ply", drop_invalid=True)
    assert len(part) == 3
    assert "left out" in part.notes[0]


def test_quaternions_of_any_length_are_read_as_unit_ones(tmp_path: Path) -> None:
    rows = np.tile(ROW, (3, 1))
    rows[:, 10:14] = [[2, 0, 0, 0], [1e-3, 1e-3, 0, 0], [30, 40, 0, 0]]
    (tmp_path / "x.ply").write_bytes(header("element vertex 3", *GAUSSIAN) + rows.astype("<f4").tobytes())
    part = read_here("ply", tmp_path / "x.ply")
    np.testing.assert_allclose(np.linalg.norm(part.quats, axis=1), 1.0, atol=1e-6)
    np.testing.assert_allclose(part.quats[2], [0.6, 0.8, 0, 0], atol=1e-6)


def test_compressed_plys(tmp_path: Path) -> None:
    path = tmp_path / "x.compressed.ply"
    write_gaussians(random_gaussians(300, 1), path)
    good = path.read_bytes()
    path.write_bytes(good[:-5])
    refused("compressed.ply", path, "300 rows of 'sh', 9 bytes each")
    path.write_bytes(good.replace(b"element chunk 2", b"element chunk 3"))
    refused("compressed.ply", path, "300 Gaussians need 2 chunks of 256, and it has 3")
    path.write_bytes(good.replace(b"property float max_scale_y", b"property float max_scale_w"))
    refused("compressed.ply", path, "'chunk' lacks max_scale_y")
    path.write_bytes(good.replace(b"property uchar f_rest_8", b"property uchar f_rest_9"))
    refused("compressed.ply", path, "f_rest_0 to 8, 23 or 44")


# -- .splat, .ksplat -----------------------------------------------------------------------------------------------------


def test_dot_splats(tmp_path: Path) -> None:
    (tmp_path / "x.splat").write_bytes(bytes(33))
    refused("splat", tmp_path / "x.splat", "33 bytes, no multiple of 32")


def ksplat(level: int = 0, degree: int = 0, count: int = 6, bucket_size: int = 4) -> bytes:
    """A file as SplatBuffer lays it out: one full bucket of 4 and a partial one of 2, at (10, 20, 30) and (-10, 0, 5)."""
    rest = (0, 9, 24, 45)[degree]
    head, section = bytearray(4096), bytearray(1024)
    head[:2] = (0, 1)
    struct.pack_into("<II", head, 4, 1, 1)
    struct.pack_into("<II", head, 12, count, count)
    struct.pack_into("<H", head, 20, level)
    struct.pack_into("<ff", head, 36, -2.0, 2.0)
    struct.pack_into("<IIII", section, 0, count, count, bucket_size, 2)
    struct.pack_into("<f", section, 16, 5.0)
    struct.pack_into("<HHI", section, 20, 12, 0, 32767)
    struct.pack_into("<II", section, 32, 1, 1)
    struct.pack_into("<H", section, 40, degree)
    buckets = struct.pack("<I", count - bucket_size) + struct.pack("<6f", 10, 20, 30, -10, 0, 5)
    rows = b""
    for i in range(count):
        values = np.arange(rest) / max(rest, 1)
        color = bytes([51 * (i % 5), 128, 255, 200])
        if level == 0:
            rows += (
                struct.pack("<10f", i, 2 * i, 3 * i, 0.1, 0.2, 0.3, 1, 0, 0, 0) + color + values.astype("<f4").tobytes()
            )
        else:
            at = struct.pack("<3H", 32767 + 1000 * i, 32767, 32767 - 1000 * i)
            rows += at + np.array([0.1, 0.2, 0.3, 1, 0, 0, 0], "<f2").tobytes() + color
            rows += (
                values.astype("<f2").tobytes() if level == 1 else ((values + 2.0) / 4.0 * 255).astype("u1").tobytes()
            )
    return bytes(head) + bytes(section) + buckets + rows


@pytest.mark.parametrize("level", [0, 1, 2])
@pytest.mark.parametrize("degree", [0, 1, 2])
def test_ksplats_of_every_level_are_read(tmp_path: Path, level: int, degree: int) -> None:
    (tmp_path / "x.ksplat").write_bytes(ksplat(level, degree))
    part = read_here("ksplat", tmp_path / "x.ksplat")
    i = np.arange(6.0)
    if level == 0:
        expected = np.stack([i, 2 * i, 3 * i], axis=1)
    else:
        step = 5.0 / 2 / 32767 * 1000
        center = np.array([[10, 20, 30]] * 4 + [[-10, 0, 5]] * 2)
        expected = center + np.stack([step * i, 0 * i, -step * i], axis=1)
    np.testing.assert_allclose(part.means, expected, atol=1e-5)
    np.testing.assert_allclose(np.exp(part.log_scales), [[0.1, 0.2, 0.3]] * 6, rtol=1e-3)
    rest = (0, 9, 24, 45)[degree]
    stored = np.arange(rest) / max(rest, 1)
    if degree:
        # degree by degree, and within one channel by channel
        np.testing.assert_allclose(part.sh[0, 1:4], stored[:9].reshape(3, 3).T, atol=0.017)
    if degree == 2:
        np.testing.assert_allclose(part.sh[0, 4:9], stored[9:24].reshape(3, 5).T, atol=0.017)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d[:100], "100 bytes; the header"),
        (lambda d: b"\2" + d[1:], "version 2.1"),
        (lambda d: d[:4] + b"\xff\xff\xff\xff" + d[8:], "4,294,967,295 sections"),
        (lambda d: d[:16] + struct.pack("<I", 7) + d[20:], "its header says 7 Gaussians and its sections 6"),
        (lambda d: d[:20] + b"\7\0" + d[22:], "compression level is 7"),
        (lambda d: d[:4096] + b"\xff\xff\xff\x0f" * 2 + d[4104:], "beyond the file's"),
        (lambda d: d[:4096] + struct.pack("<II", 9, 6) + d[4104:], "9 Gaussians in room for 6"),
        (lambda d: d[: 4096 + 40] + b"\4\0" + d[4096 + 42 :], "degree 4"),
        (lambda d: d[: 4096 + 32] + struct.pack("<II", 9, 9) + d[4096 + 40 :], "buckets that cannot be"),
        (lambda d: d[:5120] + struct.pack("<I", 1) + d[5124:], "its buckets hold 5 Gaussians and its section 6"),
    ],
)
def test_ksplats(tmp_path: Path, change: Callable[[bytes], bytes], message: str) -> None:
    (tmp_path / "x.ksplat").write_bytes(change(ksplat(1, 1)))
    refused("ksplat", tmp_path / "x.ksplat", message)


# -- SPZ ------------------------------------------------------------------------------------------------------------------


def spz_bytes(count: int, *, version: int = 2, degree: int = 0, flags: int = 0, body: bytes | None = None) -> bytes:
    per = {1: 16, 2: 19, 3: 20}[version] + 3 * (0, 3, 8, 15, 24)[degree]
    head = struct.pack("<4sIIBBBB", b"NGSP", version, count, degree, 12, flags, 0)
    if body is None:
        body = (bytes(range(128)) * (count * per // 128 + 1))[: count * per]
    return head + body


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(spz_bytes(4) + bytes(400 << 20), compresslevel=1)
    (tmp_path / "x.spz").write_bytes(bomb)
    refused("spz", tmp_path / "x.spz", "unpacks to more than the", peak=16 << 20)
    (tmp_path / "y.spz").write_bytes(packed(spz_bytes(900_000, body=bytes(10))))
    refused("spz", tmp_path / "y.spz", "no gzip stream of \\d+ bytes holds 17,100,016")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (packed(spz_bytes(4_000_000_000, body=b"")), "says 4,000,000,000 Gaussians; at most"),
        (packed(spz_bytes(9))[:-20], "cut off"),
        (packed(spz_bytes(9, body=bytes(100))), "cut off or damaged"),
        (packed(spz_bytes(9, degree=1)[:200]), "of degree 1: that takes"),
        (b"\x1f\x8b\x08" + bytes(40), "no sound gzip stream|ends within its header"),
        (b"NGSP" + struct.pack("<IIBBBB", 7, 4, 0, 12, 0, 5) + bytes(40), "version 7"),
        (b"NGSP" + struct.pack("<IIBBBB", 2, 4, 9, 12, 0, 5) + bytes(400), "degree 9"),
        (b"NGSP" + struct.pack("<IIBBBB", 2, 4, 0, 99, 0, 5) + bytes(400), "99 fractional bits"),
        (b"NGSP" + struct.pack("<IIBBBBI12x", 4, 4, 0, 12, 0, 5, 4000), "table of streams at byte 4,000"),
        (b"NGSP" + struct.pack("<IIBBBBI12x", 4, 4, 0, 12, 0, 2, 32) + bytes(99), "says 2 streams; 5 belong"),
        (b"GIF8" + bytes(40), "no SPZ"),
    ],
    ids=told,
)
def test_spzs(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "x.spz").write_bytes(data)
    refused("spz", tmp_path / "x.spz", message)


def test_streams_of_version_4(tmp_path: Path) -> None:
    path = tmp_path / "x.spz"
    write_gaussians(random_gaussians(50, 1), path, spz_version=4)
    good = path.read_bytes()
    path.write_bytes(good[:-1])
    refused("spz", path, "its stream of sh ends at byte .* cut off")
    path.write_bytes(good[:40] + struct.pack("<Q", 1 << 50) + good[48:])
    refused("spz", path, "its table says 1,125,899,906,842,624 bytes of positions; 50 Gaussians have 450")
    bomb = zstandard.ZstdCompressor(level=1).compress(bytes(100 << 20))
    head = b"NGSP" + struct.pack("<IIBBBBI12x", 4, 4, 0, 12, 0, 5, 32)
    toc = b"".join(struct.pack("<QQ", len(bomb), n) for n in (36, 4, 12, 12, 16))
    path.write_bytes(head + toc + bomb * 5)
    refused("spz", path, "its stream of positions unpacks to more than the 36 bytes", peak=16 << 20)


def test_version_1_has_half_floats(tmp_path: Path) -> None:
    body = np.array([[1.5, -2.25, 0.125]], "<f2").tobytes() + bytes([230, 128, 128, 128, 100, 110, 120, 128, 128, 128])
    (tmp_path / "x.spz").write_bytes(packed(spz_bytes(1, version=1, body=body)))
    part = read_here("spz", tmp_path / "x.spz")
    np.testing.assert_allclose(part.means, [[1.5, 2.25, -0.125]])
    assert part.details["version"] == 1


@pytest.mark.parametrize("length", [True, False])
@pytest.mark.parametrize("behind", [True, False])
def test_the_range_of_harmonics_may_be_told_by_an_extension(tmp_path: Path, length: bool, behind: bool) -> None:
    payload = struct.pack("<BBff", 5, 4, -4.0, 4.0)
    record = struct.pack("<I", 0xADBE0001) + (struct.pack("<I", len(payload)) if length else b"") + payload
    plain = spz_bytes(6, version=3, degree=1, flags=2)
    data = plain + record if behind else plain[:16] + record + plain[16:]
    (tmp_path / "x.spz").write_bytes(packed(data))
    (tmp_path / "plain.spz").write_bytes(packed(plain))
    part, without = read_here("spz", tmp_path / "x.spz"), read_here("spz", tmp_path / "plain.spz")
    np.testing.assert_array_equal(part.means, without.means)
    stored = without.sh[:, 1:] * [[1], [1], [1]]
    signs = np.array([-1.0, -1.0, 1.0])[:, None]  # of y, z, x between the axes of SPZ and PLY
    np.testing.assert_allclose(part.sh[:, 1:] * signs, -4.0 + (stored * signs * 128 + 128) / 255 * 8, atol=1e-5)


def test_degree_4_is_read_to_degree_3_and_told(tmp_path: Path) -> None:
    (tmp_path / "x.spz").write_bytes(packed(spz_bytes(5, version=3, degree=4)))
    part = read_here("spz", tmp_path / "x.spz")
    assert part.sh.shape == (5, 16, 3)
    assert any("degree 4" in note for note in part.notes)


# -- SOG ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def sog(tmp_path: Path) -> Path:
    folder = tmp_path / "sog"
    folder.mkdir()
    write_gaussians(random_gaussians(100, 1), folder / "meta.json")
    return folder / "meta.json"


def meta_changed(path: Path, **changes: Any) -> None:
    meta = json.loads(path.read_text())
    for name, value in changes.items():
        *parents, last = name.split("__")
        at = meta
        for parent in parents:
            at = at[parent]
        at[last] = value
    path.write_text(json.dumps(meta))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"version": 3}, "SOG of version 3"),
        ({"version": "two"}, "'version' must be a whole number, at least 0, not \"two\""),
        ({"count": True}, "'count' must be a whole number"),
        ({"count": 10**12}, "1,000,000,000,000 Gaussians; at most"),
        ({"count": 5000}, "'means_l.webp' is 12x12, 144 pixels; 5,000 are needed for 5,000 Gaussians"),
        ({"means": []}, "'means' must be an object"),
        ({"means__mins": [0, 0]}, "meta.json.means: 'mins' must be a list of 3 numbers"),
        ({"means__maxs": [0, 0, "x"]}, "list of 3 finite numbers"),
        ({"means__files": ["a", 3]}, "'files' must be a list of 2 texts"),
        ({"means__files": ["../../etc/passwd", "means_u.webp"]}, "only plain names beside it"),
        ({"means__files": ["/etc/passwd", "means_u.webp"]}, "only plain names beside it"),
        ({"quats__files": ["gone.webp"]}, "'gone.webp' beside it cannot be read"),
        ({"quats__files": ["meta.json"]}, "'meta.json' is no picture"),
        ({"quats__files": ["sh0.webp"]}, "252 to 255 name the largest"),
        ({"scales__codebook": [1.0] * 257}, "'codebook' has 257 numbers; 1 to 256 are needed"),
        ({"scales__codebook": [1.0] * 3}, "of the codebook, which has 3"),
        ({"scales__codebook": ["1"] * 256}, "list of 256 finite numbers"),
        ({"means__mins": [0, 0, 10**400]}, "list of 3 finite numbers"),
        ({"count": 10**40}, "'count' must be at most"),
        ({"shN__bands": 7}, "'bands' is 7"),
        ({"shN__count": 2}, "has the label \\d+; the palette has 2"),
        ({"shN__bands": 2}, "192x2, 384 pixels; 512 are needed"),
        ({"shN__count": 10**9}, "a label has 16 bits"),
    ],
)
def test_sogs(sog: Path, changes: dict[str, Any], message: str) -> None:
    meta_changed(sog, **changes)
    refused("sog", sog, message)


def test_pictures_of_sogs(sog: Path) -> None:
    Image.new("RGB", (16, 16)).save(sog.parent / "quats.webp", lossless=True)
    refused("sog", sog, "'quats.webp' is 16x16 and the pictures before it 12x12")
    Image.new("RGB", (16000, 16000)).save(sog.parent / "means_l.webp", "PNG")
    refused("sog", sog, "16000x16000, 256,000,000 pixels|decompression bomb|Image size .256000000 pixels")
    (sog.parent / "means_l.webp").write_bytes(b"RIFF" + bytes(40))
    refused("sog", sog, "'means_l.webp' is no picture")
    whole = io.BytesIO()
    Image.effect_noise((12, 12), 90).convert("RGB").save(whole, "WEBP", lossless=True)
    (sog.parent / "means_l.webp").write_bytes(whole.getvalue()[:-30])
    refused("sog", sog, "'means_l.webp' is no picture")
    sog.write_text("[" * 100_000)
    refused("sog", sog, "meta.json is no JSON", peak=64 << 20)


def test_archives_of_sogs(tmp_path: Path) -> None:
    path = tmp_path / "x.sog"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("meta.json", b" " * (64 << 20))
    refused("sog", path, "'meta.json' unpacks to 67,108,864 bytes; at most")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("picture.webp", b"")
    refused("sog", path, "0 entries 'meta.json'")
    path.write_bytes(b"PK\3\4" + bytes(100))
    refused("sog", path, "no sound ZIP archive")
    # an entry that lies about its size
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("meta.json", b" " * (64 << 20))
    rewritten(path, lambda d: d.replace(struct.pack("<I", 64 << 20), struct.pack("<I", 1000)))
    refused("sog", path, "'meta.json' cannot be unpacked|is no JSON", peak=8 << 20)


def test_version_1_of_sog_is_read(tmp_path: Path) -> None:
    """Ranges in place of codebooks, the logit itself, and degree by the width of the picture of centroids."""
    values = np.arange(16, dtype=np.uint8).reshape(4, 4)

    def save(name: str, *channels: np.ndarray) -> None:
        Image.fromarray(np.stack(channels, axis=-1)).save(tmp_path / name, lossless=True, exact=True)

    full, zero = np.full_like(values, 255), np.zeros_like(values)
    save("l.webp", zero, zero, zero)
    save("u.webp", values * 16, zero, zero)
    save("s.webp", zero, values * 17, full)
    save("q.webp", zero + 128, zero + 128, zero + 128, full * 0 + 252)
    save("c.webp", zero, full, zero, values * 17)
    save(
        "n.webp",
        np.tile(np.arange(192, dtype=np.uint8), (1, 1)),
        np.zeros((1, 192), np.uint8),
        np.full((1, 192), 255, np.uint8),
    )
    save("i.webp", values, zero, zero)
    meta = {
        "means": {"shape": [16, 3], "mins": [-1, -1, -1], "maxs": [1, 1, 1], "files": ["l.webp", "u.webp"]},
        "scales": {"mins": [-9, -9, -9], "maxs": [1, 1, 1], "files": ["s.webp"]},
        "quats": {"files": ["q.webp"]},
        "sh0": {"mins": [0, 0, 0, -5], "maxs": [1, 1, 1, 5], "files": ["c.webp"]},
        "shN": {"mins": -2, "maxs": 2, "files": ["n.webp", "i.webp"]},
    }
    (tmp_path / "meta.json").write_text(json.dumps(meta))
    part = read_here("sog", tmp_path / "meta.json")
    np.testing.assert_allclose(part.log_scales[:, 1], -9 + 10 * np.arange(16) / 15, atol=1e-5)
    np.testing.assert_allclose(part.logits, -5 + 10 * np.arange(16) / 15, atol=1e-5)
    np.testing.assert_allclose(part.sh[:, 0], [[0, 1, 0]] * 16)
    np.testing.assert_allclose(part.sh[5, 1:, 0], -2 + 4 * np.arange(15, 18) / 255, atol=1e-6)
    logs = -1 + 2 * (256 * 16 * np.arange(16)) / 65535
    np.testing.assert_allclose(part.means[:, 0], np.sign(logs) * np.expm1(np.abs(logs)), atol=1e-6)


# -- glTF -----------------------------------------------------------------------------------------------------------------


def sparse(count: int, first: int) -> dict[str, Any]:
    """Values that replace some, with all the file's numbers as their indices."""
    return {
        "count": count,
        "indices": {"bufferView": 1, "byteOffset": first, "componentType": 5125 if first else 5121},
        "values": {"bufferView": 0},
    }


@pytest.fixture
def gltf(tmp_path: Path) -> Path:
    write_gaussians(random_gaussians(40, 1), tmp_path / "x.gltf")
    return tmp_path / "x.gltf"


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    document = json.loads(path.read_text())
    change(document)
    path.write_text(json.dumps(document))


PRIMITIVE = "KHR_gaussian_splatting"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["buffers"][0].update(uri="../../etc/passwd"), "only files in its own folder"),
        (lambda d: d["buffers"][0].update(uri="/etc/passwd"), "only files in its own folder"),
        (lambda d: d["buffers"][0].update(uri="a/%2e%2e/%2e%2e/x"), "only files in its own folder"),
        (lambda d: d["buffers"][0].update(uri="https://example.org/a.bin"), "only files in its own folder"),
        (lambda d: d["buffers"][0].update(uri="gone.bin"), "'gone.bin' beside it cannot be read"),
        (lambda d: d["buffers"][0].update(uri="data:application/octet-stream;base64,?"), "no sound base64"),
        (lambda d: d["accessors"][0].update(count=10**12), "says 1,000,000,000,000 values beyond"),
        (lambda d: d["accessors"][0].update(count=-1), "'count' must be a whole number"),
        (lambda d: d["accessors"][3].update(count=39), "SCALE has 39 values for 40"),
        (lambda d: d["accessors"][0].update(type="MAT4"), "must have 3 components"),
        (lambda d: d["accessors"][0].update(bufferView=99), "'bufferViews' has no object 99"),
        (lambda d: d["accessors"][0].update(sparse={"count": 1}), "sparse: 'indices' must be an object"),
        (lambda d: d["accessors"][0].update(sparse=sparse(10**9, 0)), "sparse says 1,000,000,000 values beyond"),
        (lambda d: d["accessors"][0].update(sparse=sparse(1, 5)), "must have|names the value|no index"),
        (lambda d: d["accessors"][0].pop("bufferView"), "POSITION refers to no values"),
        (
            lambda d: d["accessors"][0].update(bufferView=None, count=45_000_000, sparse=sparse(1, 0)),
            "POSITION refers to no values",
        ),
        (lambda d: d["bufferViews"][0].update(extensions={"EXT_meshopt_compression": {}}), "packed with EXT_meshopt"),
        (lambda d: d["bufferViews"][0].update(byteOffset=10**9), "begins beyond"),
        (lambda d: d["nodes"][0].update(scale=[1, 0, 1]), "its scale is 0 along an axis"),
        (
            lambda d: d["meshes"][0]["primitives"][0]["extensions"][PRIMITIVE].update(
                extensions={"KHR_gaussian_splatting_compression_spz_2": {"bufferView": 0}}
            ),
            "no SPZ",
        ),
        (lambda d: d["nodes"][0].update(children=[0]), "is placed twice"),
        (lambda d: d["nodes"][0].update(matrix=[1.0] * 15), "'matrix' must be a list of 16 numbers"),
        (lambda d: d["nodes"][0].update(mesh="a"), "'mesh' must be a whole number"),
        (lambda d: d["meshes"][0]["primitives"][0].update(mode=4), "'mode' must be 0"),
        (lambda d: d["meshes"][0]["primitives"][0].pop("extensions"), "it is a mesh, not Gaussians"),
        (
            lambda d: d["meshes"][0]["primitives"][0]["attributes"].pop(f"{PRIMITIVE}:SCALE"),
            "lacks the attribute .*SCALE",
        ),
        (
            lambda d: (
                d["accessors"][0].pop("bufferView"),
                d["meshes"][0]["primitives"][0]["extensions"][PRIMITIVE].update(extensions={"KHR_wavelets": {}}),
            ),
            "stored with KHR_wavelets",
        ),
    ],
)
def test_gltfs(gltf: Path, change: Callable[[dict[str, Any]], object], message: str) -> None:
    changed(gltf, change)
    refused("gltf", gltf, message)


def test_glbs_that_are_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "x.glb"
    write_gaussians(random_gaussians(40), path)
    good = path.read_bytes()
    for length in (10, 300, len(good) - 4):
        path.write_bytes(good[:length])
        refused("gltf", path, "cut off|ends within")
    path.write_bytes(good[:4] + struct.pack("<I", 1) + good[8:])
    refused("gltf", path, "GLB of version 1")
    path.write_bytes(good[:12] + struct.pack("<I", 1 << 31) + good[16:])
    refused("gltf", path, "ends beyond the file")


def test_drafts_of_the_extension_are_read(gltf: Path) -> None:
    """Names without the prefix or with an underscore, scales as logarithms, attributes inside the extension, colour in COLOR_0."""
    before = read_here("gltf", gltf)

    def old(document: dict[str, Any]) -> None:
        primitive = document["meshes"][0]["primitives"][0]
        attributes = primitive["attributes"]
        inner = {
            name.replace(f"{PRIMITIVE}:", "_"): index
            for name, index in attributes.items()
            if name.startswith(PRIMITIVE)
        }
        inner = {n: i for n, i in inner.items() if not n.startswith(("_SH", "_OPACITY"))}
        primitive["attributes"] = {n: i for n, i in attributes.items() if not n.startswith(PRIMITIVE)}
        primitive["extensions"][PRIMITIVE] = {"attributes": inner}
        view = document["bufferViews"][document["accessors"][inner["_SCALE"]]["bufferView"]]
        data = bytearray((gltf.parent / "x.bin").read_bytes())
        at = slice(view["byteOffset"], view["byteOffset"] + view["byteLength"])
        data[at] = np.log(np.frombuffer(data[at], "<f4")).astype("<f4").tobytes()
        (gltf.parent / "x.bin").write_bytes(data)

    changed(gltf, old)
    part = read_here("gltf", gltf)
    np.testing.assert_allclose(part.log_scales, before.log_scales, atol=1e-5)
    np.testing.assert_array_equal(part.quats, before.quats)
    np.testing.assert_allclose(part.sh[:, 0], before.sh[:, 0], atol=0.5 / 255 / 0.282 + 1e-6)
    assert {"logarithms", "COLOR_0"} <= {w.strip(",:") for note in part.notes for w in note.split()}


def test_nodes_place_their_gaussians(gltf: Path) -> None:
    def place(document: dict[str, Any]) -> None:
        document["nodes"] = [
            {"translation": [5, 0, 0], "children": [1, 2]},
            {"mesh": 0},
            {"mesh": 0, "rotation": [0, 0.7071067811865476, 0, 0.7071067811865476], "scale": [2, 2, 2]},
        ]

    plain = read_gaussians(gltf)
    changed(gltf, place)
    both = read_gaussians(gltf)
    assert len(both) == 80
    # +x of glTF is -x here, and so are turns about y
    np.testing.assert_allclose(both.means[:40], plain.means + np.array([-5.0, 0, 0]), atol=1e-5)
    x, y, z = plain.means.T
    np.testing.assert_allclose(both.means[40:], np.stack([-2 * z - 5, 2 * y, 2 * x], axis=1), atol=1e-5)
    np.testing.assert_allclose(both.scales[40:].prod(dim=1), 8 * plain.scales.prod(dim=1), rtol=1e-4)


# -- the child, and files of chance --------------------------------------------------------------------------------------


def test_messages_name_the_file_and_come_from_a_confined_child(tmp_path: Path) -> None:
    (tmp_path / "broken.spz").write_bytes(b"\x1f\x8b" + bytes(20))
    with pytest.raises(SplatError, match=r"broken\.spz: it (is no sound gzip|ends within)"):
        read_gaussians(tmp_path / "broken.spz")
    for name, message in (
        ("gone.ply", "No such file"),
        ("a.obj", "cannot be read|no splat format"),
        ("", "without a meta.json"),
    ):
        with pytest.raises(SplatError, match=message):
            read_gaussians(tmp_path / name)
    (tmp_path / "empty.ply").write_bytes(b"")
    with pytest.raises(SplatError, match="is empty"):
        read_gaussians(tmp_path / "empty.ply")
    (tmp_path / "x.txt").write_bytes(b"hello")
    with pytest.raises(SplatError, match="ends with no splat format"):
        read_gaussians(tmp_path / "x.txt")


def test_the_suffix_may_lie_where_the_content_tells(tmp_path: Path) -> None:
    given_ = random_gaussians(20)
    write_gaussians(given_, tmp_path / "x.spz")
    (tmp_path / "x.spz").rename(tmp_path / "x.ply")
    assert read_file(tmp_path / "x.ply").format == "spz"


def test_a_child_that_dies_is_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_gaussians(random_gaussians(20), tmp_path / "x.ply")
    worker = tmp_path / "worker.py"
    run_instead(monkeypatch, child, worker)
    for text, message in (
        ("import os; os.abort()", "broke the process that reads it"),
        ("print('no json')", "broke the process that reads it"),
        ('print(\'{"parts": 1, "notes": []}\')', "answered with something else"),
        (
            "import sys, numpy as n\nfrom safetensors.numpy import save_file\n"
            "save_file({'0/'+k: n.zeros(s, 'f4') for k, s in dict(means=(2,3), quats=(2,4), log_scales=(3,3), logits=(2,), sh=(2,1,3)).items()},"
            "sys.argv[3])\nprint('{\"parts\": 1}')",
            "log_scales is float32 .3, 3.",
        ),
    ):
        worker.write_text(text)
        with pytest.raises(SplatError, match=message):
            read_gaussians(tmp_path / "x.ply")


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs a Unix")
def test_the_child_reaches_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker itself, with a reader that tries: on Linux with Landlock it is kept from it."""
    import shutil
    import sys

    if sys.platform != "linux":
        pytest.skip("Landlock is Linux's")
    folder = tmp_path / "scene" / "splats" / "formats"
    shutil.copytree(Path(child.__file__).parent / "decoding", folder / "decoding")
    shutil.copytree(Path(child.__file__).parents[2] / "children" / "parser", tmp_path / "scene" / "children" / "parser")
    shutil.copy(Path(child.__file__).with_name("worker.py"), folder / "worker.py")
    secret = tmp_path / "secret" / "key"
    secret.parent.mkdir()
    secret.write_text("secret")
    with (folder / "decoding" / "__init__.py").open("a") as stream:
        stream.write(f"\n\ndef _spy(source, options):\n    raise Refused(open({str(secret)!r}).read())\n\n\n")
        stream.write("from .columns import Refused\n\nREADERS['ply'] = _spy\n")
    run_instead(monkeypatch, child, folder / "worker.py")
    write_gaussians(random_gaussians(5), tmp_path / "x.ply")
    with pytest.raises(SplatError, match="PermissionError"):
        read_gaussians(tmp_path / "x.ply")


def test_a_few_bytes_do_not_become_millions(tmp_path: Path) -> None:
    """What a format's own bounds allow, and no file of Gaussians is: alike throughout, and thousands of times its size."""
    count = 1_100_000
    path = tmp_path / "x.spz"
    path.write_bytes(packed(spz_bytes(count)))
    refused("spz", path, "has [0-9,]+ bytes for 1,100,000 Gaussians", peak=16 << 20)
    frames = [zstandard.ZstdCompressor().compress(bytes(n * count)) for n in (9, 1, 3, 3, 4)]
    toc = b"".join(struct.pack("<QQ", len(f), n * count) for f, n in zip(frames, (9, 1, 3, 3, 4), strict=True))
    path.write_bytes(b"NGSP" + struct.pack("<IIBBBBI12x", 4, count, 0, 12, 0, 5, 32) + toc + b"".join(frames))
    refused("spz", path, "has [0-9,]+ bytes for 1,100,000 Gaussians", peak=16 << 20)
    folder = tmp_path / "sog"
    folder.mkdir()
    write_gaussians(random_gaussians(100), folder / "meta.json")
    for name in ("means_l", "means_u", "scales", "quats", "sh0"):
        Image.new("RGBA", (1100, 1000), (9, 9, 9, 255)).save(folder / f"{name}.webp", lossless=True)
    meta_changed(folder / "meta.json", count=count)
    refused("sog", folder / "meta.json", "'means_l.webp' with 'means_u.webp' has", peak=16 << 20)


def test_nodes_place_a_bounded_number_of_parts(gltf: Path) -> None:
    changed(gltf, lambda d: (d.update(nodes=[{"mesh": 0}] * 5000), d["scenes"][0].update(nodes=list(range(5000)))))
    refused("gltf", gltf, "place 5,000 meshes; at most 4,096", peak=64 << 20)


def test_a_header_of_many_properties_takes_no_time(tmp_path: Path) -> None:
    """Within the CPU time that a quadratic search would exceed by far; all of them are one row of zeros."""
    names = [f"property float a{i}" for i in range(30_000)]
    (tmp_path / "x.ply").write_bytes(header("element vertex 1", *names, *GAUSSIAN) + bytes(4 * 30_014))
    part = READERS["ply"](tmp_path / "x.ply", Options())[0]
    assert len(part) == 1


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    name=st.sampled_from(["ply", "compressed.ply", "splat", "spz", "spz4", "sog", "gltf", "ksplat"]),
    edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6),
    cut=st.one_of(st.none(), st.floats(0.02, 1)),
)
def test_files_of_chance_are_read_or_refused(
    tmp_path: Path, name: str, edits: list[tuple[float, int]], cut: float | None
) -> None:
    """Bytes changed anywhere, and the end cut off: a message or Gaussians, never another exception."""
    suffix = {"spz4": "spz", "gltf": "glb"}.get(name, name)
    path, kept = tmp_path / f"x.{suffix}", tmp_path / f"{name}.kept"
    if not kept.exists():
        if name == "ksplat":
            path.write_bytes(ksplat(2, 2))
        else:
            write_gaussians(random_gaussians(300, 1), path, spz_version=4 if name == "spz4" else 3)
        path.rename(kept)
    data = bytearray(kept.read_bytes())
    # half of the changes hit the first bytes, where headers are
    for place, value in edits:
        data[int(place * (min(len(data), 400 if value % 2 else len(data)) - 1))] = value
    path.write_bytes(data if cut is None else data[: int(cut * len(data))])
    reader = READERS[{"spz4": "spz"}.get(name, name)]
    try:
        for part in reader(path, Options()):
            checked(part, Options(drop_invalid=True))
    except Refused:
        return
