"""Splat files as other programs write them: every freedom that a format leaves, made here and read back."""

from __future__ import annotations

import base64
import gzip
import io
import itertools
import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from scenewright.scene.errors import SplatError
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.formats import read_gaussians, write_gaussians
from scenewright.scene.splats.formats.decoding import READERS
from scenewright.scene.splats.formats.decoding.columns import Options, Refused
from tests.support.splat_cases import SH_C0, chords, opacities, random_gaussians, read_here

many = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
seeds = st.integers(0, 2**20)


# -- PLY ----------------------------------------------------------------------------------------------------------------

KINDS = {"float": "f4", "float32": "f4", "double": "f8", "float64": "f8"}
SMALL = {"uchar": "u1", "int8": "i1", "ushort": "u2", "uint32": "u4", "int": "i4", "double": "f8"}


def columns_of(g: Gaussians) -> dict[str, np.ndarray]:
    rest = g.sh.numpy()[:, 1:].transpose(0, 2, 1).reshape(len(g), -1)
    out = {"xyz"[i]: g.means.numpy()[:, i] for i in range(3)}
    out |= {f"f_dc_{i}": g.sh.numpy()[:, 0, i] for i in range(3)}
    out |= {f"f_rest_{i}": rest[:, i] for i in range(rest.shape[1])}
    out |= {"opacity": g.logit_opacities.numpy()}
    out |= {f"scale_{i}": g.log_scales.numpy()[:, i] for i in range(3)}
    return out | {f"rot_{i}": g.quats.numpy()[:, i] for i in range(4)}


class Ply:
    """A PLY of any make: `lines` of its header, and its body row by row."""

    def __init__(self, order: str, newline: str) -> None:
        self.order, self.newline = order, newline
        self.sign = {"ascii": "", "binary_little_endian": "<", "binary_big_endian": ">"}[order]
        self.lines: list[str] = ["comment made for a test", "obj_info of no matter"]
        self.body = b""

    def element(self, name: str, properties: list[tuple[str, str]], table: list[list[Any]]) -> None:
        """`properties`: type and name, a list's type as ``list uchar int``; a list's value is a list."""
        self.lines += [f"element {name} {len(table)}", *(f"property {kind} {p}" for kind, p in properties)]
        for row in table:
            words: list[str] = []
            for (kind, _), value in zip(properties, row, strict=True):
                if kind.startswith("list"):
                    _, before, inner = kind.split()
                    words.append(self._packed(before, len(value)))
                    words += [self._packed(inner, v) for v in value]
                else:
                    words.append(self._packed(kind, value))
            self.body += (" ".join(words) + self.newline).encode() if not self.sign else "".join(words).encode("latin1")

    def _packed(self, kind: str, value: float) -> str:
        code = (KINDS | SMALL)[kind]
        if not self.sign:
            return repr(float(value)) if code[0] == "f" else str(int(value))
        return np.array(value).astype(self.sign + code).tobytes().decode("latin1")

    def save(self, path: Path) -> Path:
        head = ["ply", f"format {self.order} 1.0", *self.lines, "end_header", ""]
        path.write_bytes(self.newline.join(head).encode() + self.body)
        return path


@many
@given(
    seed=seeds,
    degree=st.integers(0, 3),
    order=st.sampled_from(["ascii", "binary_little_endian", "binary_big_endian"]),
    newline=st.sampled_from(["\n", "\r\n"]),
    before=st.sampled_from(["none", "faces alike", "faces of all lengths", "camera"]),
    normals=st.booleans(),
    data=st.data(),
)
def test_plys_may_order_type_and_surround_their_columns_freely(
    tmp_path: Path, seed: int, degree: int, order: str, newline: str, before: str, normals: bool, data: st.DataObject
) -> None:
    g = random_gaussians(7, degree, seed=seed)
    columns = columns_of(g)
    kinds = {name: data.draw(st.sampled_from(list(KINDS)), label=name) for name in ("x", "opacity", "rot_0", "f_dc_0")}
    if normals:
        columns |= {n: np.zeros(7) for n in ("nx", "ny", "nz")}
    for i in range(data.draw(st.integers(0, 3))):
        columns[f"extra_{i}"] = np.arange(7)
        kinds[f"extra_{i}"] = data.draw(st.sampled_from(list(SMALL)))
    names = data.draw(st.permutations(list(columns)))
    ply = Ply(order, newline)
    if before.startswith("faces"):
        lengths = [3, 3, 3] if before == "faces alike" else [3, 0, 5, 1]
        ply.element(
            "face",
            [("list uchar int", "vertex_indices"), ("uchar", "flags")],
            [[list(range(n)), 9] for n in lengths],
        )
    elif before == "camera":
        ply.element("camera", [("double", "fov"), ("ushort", "width")], [[45.0, 640]])
    ply.element(
        "vertex", [(kinds.get(n, "float"), n) for n in names], np.stack([columns[n] for n in names], 1).tolist()
    )
    ply.element("face", [("list uchar int", "vertex_indices")], [[[0, 1, 2]]])
    part = read_here("ply", ply.save(tmp_path / "x.ply"))
    np.testing.assert_array_equal(part.means, g.means)
    np.testing.assert_array_equal(part.log_scales, g.log_scales)
    np.testing.assert_array_equal(part.sh, g.sh)
    np.testing.assert_allclose(part.logits, np.clip(g.logit_opacities, -13.8155, 13.8155), atol=1e-4)
    assert chords(part.quats, g.quats.numpy()).max() < 1e-6


@pytest.mark.parametrize("order", ["ascii", "binary_little_endian"])
def test_lists_of_one_length_may_stand_between_the_columns(tmp_path: Path, order: str) -> None:
    g = random_gaussians(3, 0)
    columns = columns_of(g)
    for lengths in ([2, 2, 2], [2, 1, 2]):
        ply = Ply(order, "\n")
        table = [
            [*[v[i] for v in columns.values()][:4], [7.0] * lengths[i], *[v[i] for v in columns.values()][4:]]
            for i in range(3)
        ]
        names = [("float", n) for n in columns]
        ply.element("vertex", [*names[:4], ("list uchar double", "words"), *names[4:]], table)
        path = ply.save(tmp_path / "x.ply")
        if lengths[1] == 2:
            np.testing.assert_array_equal(read_here("ply", path).sh, g.sh)
        else:
            with pytest.raises(Refused, match=r"lists of several lengths|no table of numbers|cut off"):
                read_here("ply", path)


def test_the_filter_of_mip_splatting_widens_and_dims(tmp_path: Path) -> None:
    """The covariance grows by the filter's, and opacity times volume stays."""
    g = random_gaussians(9, 1)
    wide = np.linspace(0.0, 0.3, 9)
    columns = columns_of(g) | {"filter_3D": wide}
    ply = Ply("binary_little_endian", "\n")
    ply.element("vertex", [("float", n) for n in columns], np.stack(list(columns.values()), 1).tolist())
    part = read_here("ply", ply.save(tmp_path / "x.ply"))
    scales = np.exp(g.log_scales.numpy().astype(np.float64))
    np.testing.assert_allclose(np.exp(part.log_scales), np.sqrt(scales**2 + wide[:, None] ** 2), rtol=1e-5)
    before = opacities(g.logit_opacities.numpy()) * scales.prod(axis=1)
    shown = opacities(part.logits) > 2e-6
    now = opacities(part.logits) * np.exp(part.log_scales.astype(np.float64)).prod(axis=1)
    np.testing.assert_allclose(now[shown], before[shown], rtol=1e-3)
    assert part.details["antialiased"] is True
    assert any("Mip-Splatting" in note for note in part.notes)


@pytest.mark.parametrize(
    ("elements", "message"),
    [
        ({"vertex": "x y z red green blue", "face": "list"}, "it is a mesh, not Gaussians"),
        ({"vertex": "x y z red green blue"}, "it is a cloud of points, not Gaussians"),
        (
            {"vertex": "x y z opacity scale_0 scale_1 scale_2"},
            "lacks rot_0, rot_1, rot_2, rot_3: it holds Gaussians of which",
        ),
    ],
)
def test_plys_of_something_else_are_told_from_gaussians(tmp_path: Path, elements: dict[str, str], message: str) -> None:
    ply = Ply("ascii", "\n")
    for name, properties in elements.items():
        if properties == "list":
            ply.element(name, [("list uchar int", "vertex_indices")], [[[0, 1, 2]]])
        else:
            ply.element(name, [("float", p) for p in properties.split()], [[0.0] * len(properties.split())] * 3)
    with pytest.raises(Refused, match=message):
        read_here("ply", ply.save(tmp_path / "x.ply"))


def test_the_axis_that_points_up_is_read_from_a_comment(tmp_path: Path) -> None:
    columns = columns_of(random_gaussians(2, 0))
    ply = Ply("ascii", "\n")
    ply.lines.append("comment Vertical Axis: z")
    ply.element("vertex", [("float", n) for n in columns], np.stack(list(columns.values()), 1).tolist())
    assert read_here("ply", ply.save(tmp_path / "x.ply")).details["up"] == "z"


@pytest.mark.parametrize("degree", [0, 1, 3])
@pytest.mark.parametrize("count", [1, 256, 257, 600])
def test_compressed_plys_may_hold_other_elements_and_columns(tmp_path: Path, degree: int, count: int) -> None:
    """The same numbers as big endian, between elements and columns of no matter, without bounds of colour."""
    write_gaussians(random_gaussians(count, degree), tmp_path / "x.compressed.ply")
    plain = read_here("compressed.ply", tmp_path / "x.compressed.ply")
    data = (tmp_path / "x.compressed.ply").read_bytes()
    head, _, body = data.partition(b"end_header\n")
    text = (
        head.decode()
        .replace("little", "big")
        .replace("element chunk", "element note 1\nproperty uchar a\nelement chunk")
    )
    text = text.replace("element vertex", "property uchar spare\nelement vertex")
    chunks = -(-count // 256)
    bounds = np.frombuffer(body[: 72 * chunks], "<f4").astype(">f4").view("u1").reshape(chunks, 72)
    wide = np.column_stack([bounds, np.full((chunks, 1), 7, np.uint8)]).tobytes()
    words = np.frombuffer(body[72 * chunks : 72 * chunks + 16 * count], "<u4").astype(">u4").tobytes()
    (tmp_path / "y.ply").write_bytes(
        text.encode() + b"end_header\n" + b"\1" + wide + words + body[72 * chunks + 16 * count :] + b"behind"
    )
    part = read_here("ply", tmp_path / "y.ply")
    for name in ("means", "quats", "log_scales", "logits", "sh"):
        np.testing.assert_array_equal(getattr(part, name), getattr(plain, name))


def test_compressed_plys_of_degree_0_may_have_empty_harmonics(tmp_path: Path) -> None:
    write_gaussians(random_gaussians(300), tmp_path / "x.compressed.ply")
    data = (tmp_path / "x.compressed.ply").read_bytes().replace(b"end_header", b"element sh 300\nend_header")
    (tmp_path / "x.compressed.ply").write_bytes(data)
    assert read_here("compressed.ply", tmp_path / "x.compressed.ply").sh.shape == (300, 1, 3)


# -- .ksplat -------------------------------------------------------------------------------------------------------------


def ksplat_files(level: int, degrees: list[int], room: int, seed: int) -> tuple[bytes, list[dict[str, np.ndarray]]]:
    """Sections of full and partial buckets, with room for more sections and more Gaussians than there are, and what they mean."""
    rng = np.random.default_rng(seed)
    head, headers, bodies, meant = bytearray(4096), b"", b"", []
    for degree in degrees:
        rest, size = 3 * ((degree + 1) ** 2 - 1), int(rng.integers(2, 20))
        full, parts = int(rng.integers(0, 3)), rng.integers(1, size, int(rng.integers(0, 4)))
        count, spare = full * size + int(parts.sum()), int(rng.integers(0, 4))
        header = bytearray(1024)
        struct.pack_into("<IIIIfHHI", header, 0, count, count + spare, size, full + len(parts), 4.0, 12, 0, 32767)
        struct.pack_into("<IIH", header, 32, full, len(parts), degree)
        centers = rng.uniform(-20, 20, (full + len(parts), 3)).astype("<f4")
        which = np.repeat(np.arange(len(centers)), [size] * full + parts.tolist())
        small = "<f4" if level == 0 else "<f2"
        kind = np.dtype(
            [
                ("mean", "<f4" if level == 0 else "<u2", 3),
                ("scale", small, 3),
                ("quat", small, 4),
                ("rgba", "u1", 4),
                ("sh", ("<f4", "<f2", "u1")[level], (rest,)),
            ]
        )
        rows = np.zeros(count + spare, kind)
        rows["mean"] = rng.integers(0, 65535, (count + spare, 3)) if level else rng.normal(size=(count + spare, 3))
        rows["scale"], rows["quat"] = rng.uniform(0.01, 1, (count + spare, 3)), rng.normal(size=(count + spare, 4))
        rows["rgba"] = rng.integers(0, 256, (count + spare, 4))
        rows["sh"] = (
            rng.integers(0, 256, (count + spare, rest)) if level == 2 else rng.normal(size=(count + spare, rest))
        )
        headers += bytes(header)
        bodies += parts.astype("<u4").tobytes() + centers.tobytes() + rows.tobytes()
        used = rows[:count]
        sh = used["sh"].astype(np.float64)
        meant.append(
            {
                "means": centers[which] + (used["mean"].astype(float) - 32767) * (2.0 / 32767)
                if level
                else used["mean"],
                "scales": used["scale"],
                "quats": used["quat"],
                "opacity": used["rgba"][:, 3] / 255,
                "first": (-2 + sh / 255 * 5 if level == 2 else sh)[:, :9].reshape(count, 3, min(rest, 9) // 3),
            }
        )
    total = sum(len(m["means"]) for m in meant)
    head[:2] = (0, 1)
    struct.pack_into("<IIIIH", head, 4, len(degrees) + room, len(degrees), total + 9, total, level)
    struct.pack_into("<ff", head, 36, -2.0, 3.0)
    return bytes(head) + headers + bytes(1024 * room) + bodies, [m for m in meant if len(m["means"])]


@many
@given(
    seed=seeds,
    level=st.integers(0, 2),
    degrees=st.lists(st.integers(0, 2), min_size=1, max_size=3),
    room=st.integers(0, 2),
)
def test_ksplats_may_have_several_sections_of_partial_buckets(
    tmp_path: Path, seed: int, level: int, degrees: list[int], room: int
) -> None:
    data, meant = ksplat_files(level, degrees, room, seed)
    (tmp_path / "x.ksplat").write_bytes(data)
    parts = READERS["ksplat"](tmp_path / "x.ksplat", Options())
    assert len(parts) == len(meant)
    for part, expected in zip(parts, meant, strict=True):
        np.testing.assert_allclose(part.means, expected["means"], atol=1e-5)
        np.testing.assert_allclose(np.exp(part.log_scales), expected["scales"], rtol=1e-5)
        np.testing.assert_array_equal(part.quats, expected["quats"])
        np.testing.assert_allclose(opacities(part.logits), np.clip(expected["opacity"], 1e-6, 1 - 1e-6), atol=1e-6)
        if expected["first"].shape[2]:  # channel by channel
            np.testing.assert_allclose(part.sh[:, 1:4].transpose(0, 2, 1), expected["first"], atol=1e-5)


# -- SPZ ----------------------------------------------------------------------------------------------------------------


def packed_spz(
    version: int, degree: int, bits: int, *, count: int = 5, flags: int = 0, extensions: bytes = b"", seed: int = 0
) -> tuple[bytes, dict[str, np.ndarray]]:
    """A file's bytes before they are compressed, and what its streams mean in its own axes, by the text of the format."""
    rng = np.random.default_rng(seed)
    rest = (degree + 1) ** 2 - 1
    fixed = rng.integers(-(2**23), 2**23, (count, 3))
    positions = (fixed & 0xFFFFFF).astype("<u4").view("u1").reshape(count, 3, 4)[:, :, :3].tobytes()
    alphas, colors, scales = (rng.integers(0, 256, (count, n)).astype(np.uint8) for n in (1, 3, 3))
    sh = rng.integers(0, 256, (count, rest, 3)).astype(np.uint8)
    quats = rng.normal(size=(count, 4))
    quats /= np.linalg.norm(quats, axis=1, keepdims=True)
    if version >= 3:
        words = []
        for q in quats:
            largest = int(np.abs(q).argmax())
            word = largest
            for i in range(4):
                if i != largest:
                    value = q[i] * np.sign(q[largest])
                    word = word << 10 | int(value < 0) << 9 | round(511 * min(abs(value) * np.sqrt(2), 1.0))
            words.append(struct.pack("<I", word))
        rotations = b"".join(words)
    else:
        signed = quats * np.where(quats[:, 3:] < 0, -1, 1)
        rotations = np.clip(np.rint(signed[:, :3] * 127.5 + 127.5), 0, 255).astype(np.uint8).tobytes()
    head = struct.pack("<4sIIBBBB", b"NGSP", version, count, degree, bits, flags, 0)
    body = positions + alphas.tobytes() + colors.tobytes() + scales.tobytes() + rotations + sh.tobytes()
    meant = {
        "means": fixed / 2.0**bits,
        "quats": quats[:, [3, 0, 1, 2]],
        "log_scales": scales / 16.0 - 10.0,
        "opacity": alphas[:, 0] / 255.0,
        "dc": (colors / 255.0 - 0.5) / 0.15,
        "sh": (sh - 128.0) / 128.0,
    }
    return head + extensions + body, meant


@many
@given(
    seed=seeds,
    version=st.sampled_from([2, 3]),
    degree=st.integers(0, 3),
    bits=st.integers(0, 30),
    antialiased=st.booleans(),
    records=st.lists(st.tuples(st.integers(1, 0xADBD0000), st.binary(max_size=20)), max_size=3),
    members=st.integers(0, 3),
    behind=st.sampled_from([b"", b"\0\0\0\0", b"garbage"]),
)
def test_spzs_may_have_any_bits_records_and_members(
    tmp_path: Path,
    seed: int,
    version: int,
    degree: int,
    bits: int,
    antialiased: bool,
    records: list[tuple[int, bytes]],
    members: int,
    behind: bytes,
) -> None:
    extensions = b"".join(struct.pack("<II", kind, len(payload)) + payload for kind, payload in records)
    flags = int(antialiased) | (2 if records else 0)
    data, meant = packed_spz(version, degree, bits, flags=flags, extensions=extensions, seed=seed)
    if members:
        cuts = [0, *sorted(np.random.default_rng(seed).integers(1, len(data), members - 1).tolist()), len(data)]
        data = b"".join(gzip.compress(data[a:b]) for a, b in itertools.pairwise(cuts)) + behind
    (tmp_path / "x.spz").write_bytes(data)
    part = read_here("spz", tmp_path / "x.spz")
    turn = np.array([1.0, -1.0, -1.0])
    np.testing.assert_allclose(part.means * turn, meant["means"], rtol=1e-6)
    np.testing.assert_allclose(part.log_scales, meant["log_scales"], atol=1e-6)
    np.testing.assert_allclose(opacities(part.logits), np.clip(meant["opacity"], 1e-6, 1 - 1e-6), atol=1e-6)
    np.testing.assert_allclose(part.sh[:, 0], meant["dc"], atol=1e-5)
    assert chords(part.quats * [1, *turn], meant["quats"]).max() < (0.005 if version == 3 else 0.2)
    assert part.details["antialiased"] is antialiased
    if degree:  # of the first degree: y, z, x
        np.testing.assert_allclose(part.sh[:, 1:4] * turn[[1, 2, 0]][:, None], meant["sh"][:, :3], atol=1e-6)


def test_a_gzip_of_something_else_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.spz").write_bytes(gzip.compress(b"ply\nformat binary_little_endian 1.0\n"))
    with pytest.raises(Refused, match="a gzip stream of something else than an SPZ"):
        read_here("spz", tmp_path / "x.spz")


# -- SOG ----------------------------------------------------------------------------------------------------------------


def sog_files(count: int, width: int, height: int, degree: int, seed: int) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Pictures of any size, and what they mean by the text of the format, version 2."""
    rng = np.random.default_rng(seed)
    files: dict[str, bytes] = {}

    def picture(name: str, pixels: np.ndarray, shape: tuple[int, int] = (height, width)) -> str:
        whole = rng.integers(0, 256, (shape[0] * shape[1], pixels.shape[1])).astype(np.uint8)
        whole[: len(pixels)] = pixels
        stream = io.BytesIO()
        Image.fromarray(whole.reshape(*shape, -1)).save(stream, "WEBP", lossless=True, exact=True)
        files[name] = stream.getvalue()
        return name

    words = rng.integers(0, 65536, (count, 3))
    scales, colors, turns = (rng.integers(0, 256, (count, n)).astype(np.uint8) for n in (3, 4, 4))
    turns[:, :3] = rng.integers(70, 186, (count, 3))
    turns[:, 3] = rng.integers(252, 256, count)
    scale_codes, dc_codes, sh_codes = (np.sort(rng.uniform(-6, 1, 256)) for _ in range(3))
    low, high = np.array([-1.0, 0.0, -2.0]), np.array([1.0, 3.0, 2.5])
    meta: dict[str, Any] = {
        "version": 2,
        "count": count,
        "antialias": bool(seed % 2),
        "means": {
            "mins": low.tolist(),
            "maxs": high.tolist(),
            "files": [
                picture("l.webp", (words & 255).astype(np.uint8)),
                picture("u.webp", (words >> 8).astype(np.uint8)),
            ],
        },
        "scales": {"codebook": scale_codes.tolist(), "files": [picture("s.webp", scales)]},
        "quats": {"files": [picture("q.webp", turns)]},
        "sh0": {"codebook": dc_codes.tolist(), "files": [picture("c.webp", colors)]},
    }
    logs = low + (high - low) * words / 65535
    meant: dict[str, Any] = {
        "means": np.sign(logs) * np.expm1(np.abs(logs)),
        "log_scales": scale_codes[scales],
        "dc": dc_codes[colors[:, :3]],
        "opacity": colors[:, 3] / 255,
        "turns": turns,
    }
    if degree:
        k, entries = (degree + 1) ** 2 - 1, int(rng.integers(1, 200))
        table = rng.integers(0, 256, (entries, k, 3)).astype(np.uint8)
        labels = rng.integers(0, entries, count)
        pixels = np.stack([labels & 255, labels >> 8, labels * 0], axis=1).astype(np.uint8)
        meta["shN"] = {
            "count": entries,
            "bands": degree,
            "codebook": sh_codes.tolist(),
            "files": [
                picture("n.webp", table.reshape(-1, 3), (-(-entries // 64), 64 * k)),
                picture("i.webp", pixels),
            ],
        }
        meant["sh"] = sh_codes[table][labels]
    files["meta.json"] = json.dumps(meta).encode()
    return files, meant


@many
@given(
    seed=seeds,
    width=st.integers(1, 40),
    height=st.integers(1, 40),
    share=st.floats(0.3, 1.0),
    degree=st.integers(0, 3),
    packed=st.sampled_from(["folder", "stored", "deflated", "deflated in a folder"]),
)
def test_sogs_may_have_pictures_of_any_size_in_any_package(
    tmp_path: Path, seed: int, width: int, height: int, share: float, degree: int, packed: str
) -> None:
    count = max(1, int(share * width * height))
    files, meant = sog_files(count, width, height, degree, seed)
    if packed == "folder":
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)
        part = read_here("sog", tmp_path / "meta.json")
    else:
        kind = zipfile.ZIP_STORED if packed == "stored" else zipfile.ZIP_DEFLATED
        with zipfile.ZipFile(tmp_path / "x.sog", "w", kind) as archive:
            archive.writestr("__MACOSX/._meta.json", b"of no matter")
            for name, data in files.items():
                archive.writestr(("a folder/" if packed.endswith("folder") else "") + name, data)
        part = read_here("sog", tmp_path / "x.sog")
    np.testing.assert_allclose(part.means, meant["means"], atol=2e-5)
    np.testing.assert_allclose(part.log_scales, meant["log_scales"], atol=1e-6)
    np.testing.assert_allclose(part.sh[:, 0], meant["dc"], atol=1e-6)
    np.testing.assert_allclose(opacities(part.logits), np.clip(meant["opacity"], 1e-6, 1 - 1e-6), atol=1e-6)
    if degree:
        np.testing.assert_allclose(part.sh[:, 1:], meant["sh"], atol=1e-6)
    rows, largest = np.arange(count), meant["turns"][:, 3].astype(int) - 252
    others = np.stack([np.delete(q, i) for q, i in zip(part.quats, largest, strict=True)])
    np.testing.assert_allclose(others * np.sqrt(2), meant["turns"][:, :3] / 127.5 - 1, atol=1e-5)
    assert (part.quats[rows, largest] > 0).all()
    assert ("antialiased" in part.details) == bool(seed % 2)


def test_a_meta_file_of_another_name_is_read_itself(tmp_path: Path) -> None:
    for count in (3, 5):
        files, _ = sog_files(count, 4, 4, 0, 0)
        for name, data in files.items():
            (tmp_path / (name if count == 3 else name.replace("meta", "my-meta"))).write_bytes(data)
    assert len(read_gaussians(tmp_path / "meta.json")) == 3
    assert len(read_gaussians(tmp_path / "my-meta.json")) == 5


def test_a_list_of_parts_says_what_to_read(tmp_path: Path) -> None:
    (tmp_path / "lod-meta.json").write_text('{"lodLevels": 2}')
    with pytest.raises(SplatError, match="parts of a streamed SOG"):
        read_gaussians(tmp_path / "lod-meta.json")
    with pytest.raises(SplatError, match="these are written"):
        write_gaussians(random_gaussians(3), tmp_path / "my-meta.json")


# -- glTF -----------------------------------------------------------------------------------------------------------------

BASE = "KHR_gaussian_splatting"
SPZ_2 = "KHR_gaussian_splatting_compression_spz_2"


class Gltf:
    """A document by hand: accessors of any type in a buffer of its own."""

    def __init__(self) -> None:
        self.data = b""
        self.json: dict[str, Any] = {
            "asset": {"version": "2.0"},
            "extensionsUsed": [BASE],
            "bufferViews": [],
            "accessors": [],
        }

    def view(self, data: bytes, **more: Any) -> int:
        self.data += b"\0" * (-len(self.data) % 4)
        self.json["bufferViews"].append({"buffer": 0, "byteOffset": len(self.data), "byteLength": len(data), **more})
        self.data += data
        return len(self.json["bufferViews"]) - 1

    def accessor(self, values: np.ndarray, kind: str = "f4", *, gap: int = 0, sparse: bool = False) -> int:
        """`gap`: bytes between values. `sparse`: every other value stands by itself, over zeros."""
        code = {"i1": 5120, "u1": 5121, "i2": 5122, "u2": 5123, "f4": 5126}[kind]
        rows = np.asarray(values, dtype=np.float64).reshape(len(values), -1)
        stored = rows if kind == "f4" else np.rint(rows * np.iinfo(kind).max)
        packed = stored.astype("<" + kind)
        out: dict[str, Any] = {
            "componentType": code,
            "normalized": kind != "f4",
            "count": len(rows),
            "type": {1: "SCALAR", 3: "VEC3", 4: "VEC4"}[rows.shape[1]],
        }
        base = packed.copy()
        if sparse:
            chosen = np.arange(0, len(rows), 2).astype("<u2")
            base[chosen] = 0
            out["sparse"] = {
                "count": len(chosen),
                "indices": {"bufferView": self.view(chosen.tobytes()), "componentType": 5123},
                "values": {"bufferView": self.view(packed[chosen].tobytes())},
            }
        if gap:
            raw = np.zeros((len(rows), packed.itemsize * rows.shape[1] + gap), np.uint8)
            raw[:, :-gap] = base.view(np.uint8).reshape(len(rows), -1)
            out["bufferView"] = self.view(raw.tobytes()[:-gap], byteStride=raw.shape[1])
        else:
            out["bufferView"] = self.view(base.tobytes())
        self.json["accessors"].append(out)
        return len(self.json["accessors"]) - 1

    def save(self, folder: Path, where: str) -> Path:
        buffer: dict[str, Any] = {"byteLength": len(self.data)}
        self.json["buffers"] = [buffer]
        if where == "glb":
            text = json.dumps(self.json).encode()
            text += b" " * (-len(text) % 4)
            chunks = [
                struct.pack("<I4s", len(text), b"JSON") + text,
                struct.pack("<I4s", len(self.data), b"BIN\0") + self.data,
            ]
            chunks.append(struct.pack("<I4s", 4, b"XTRA") + b"\1\2\3\4")
            body = b"".join(chunks)
            (folder / "x.glb").write_bytes(struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body)
            return folder / "x.glb"
        if where == "data":
            buffer["uri"] = "data:application/gltf-buffer;base64," + base64.b64encode(self.data).decode()
        else:
            target = folder / "parts of it" / "x.bin"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(self.data)
            buffer["uri"] = "parts%20of%20it/x.bin"
        (folder / "x.gltf").write_text(json.dumps(self.json), encoding="utf-8-sig" if where == "marked" else "utf-8")
        return folder / "x.gltf"


def place(gltf: Gltf, attributes: dict[str, int], base: dict[str, Any], **more: Any) -> None:
    primitive = {"mode": 0, "attributes": attributes, "extensions": {BASE: base}, **more}
    gltf.json |= {
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "mode": 4}, primitive]}],
        "nodes": [{"mesh": 0}, {"name": "alone"}],
        "scenes": [{"nodes": [0, 1], "extras": {"any": 1}}],
    }


@many
@given(
    seed=seeds,
    degree=st.integers(0, 3),
    turn=st.sampled_from(["f4", "i1", "i2"]),
    opacity=st.sampled_from(["f4", "u1", "u2"]),
    gap=st.sampled_from([0, 4, 12]),
    sparse=st.booleans(),
    where=st.sampled_from(["glb", "data", "beside", "marked"]),
)
def test_gltfs_may_pack_and_keep_their_attributes_as_they_like(
    tmp_path: Path, seed: int, degree: int, turn: str, opacity: str, gap: int, sparse: bool, where: str
) -> None:
    g = random_gaussians(9, degree, seed=seed)
    quats = g.quats.numpy() / np.linalg.norm(g.quats.numpy(), axis=1, keepdims=True)
    flip = np.array([-1.0, -1.0, 1.0])
    gltf = Gltf()
    attributes = {
        "POSITION": gltf.accessor(g.means.numpy() * flip, gap=gap, sparse=sparse),
        f"{BASE}:ROTATION": gltf.accessor((quats * [1, *flip])[:, [1, 2, 3, 0]], turn, gap=gap),
        f"{BASE}:SCALE": gltf.accessor(g.scales.numpy(), gap=gap),
        f"{BASE}:OPACITY": gltf.accessor(g.opacities.numpy(), opacity, sparse=sparse),
    }
    for level in range(degree + 1):
        for order in range(2 * level + 1):
            k = level * level + order
            attributes[f"{BASE}:SH_DEGREE_{level}_COEF_{order}"] = gltf.accessor(g.sh.numpy()[:, k], gap=gap)
    place(gltf, attributes, {"kernel": "ellipse", "colorSpace": "srgb_rec709_display", "projection": "perspective"})
    part = read_here("gltf", gltf.save(tmp_path, where))
    np.testing.assert_allclose(part.means, g.means, atol=1e-6)
    np.testing.assert_allclose(part.log_scales, g.log_scales, atol=1e-4)
    np.testing.assert_allclose(opacities(part.logits), g.opacities, atol={"f4": 2e-6, "u1": 0.003, "u2": 1e-5}[opacity])
    assert chords(part.quats, quats).max() < {"f4": 1e-6, "i1": 0.02, "i2": 1e-4}[turn]
    np.testing.assert_allclose(np.abs(part.sh), np.abs(g.sh), atol=1e-6)
    np.testing.assert_allclose(part.sh[:, 0], g.sh[:, 0], atol=1e-6)
    assert part.notes == []


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize("ratified", [True, False])
def test_gltfs_may_keep_an_spz(tmp_path: Path, version: int, ratified: bool) -> None:
    """The ratified text has it in the axes of SPZ, turned on reading; drafts have it in those of glTF already."""
    raw, meant = packed_spz(version, 1, 16)
    gltf = Gltf()
    view = gltf.view(gzip.compress(raw))
    # the attributes are there in name only
    gltf.json["accessors"] = [{"componentType": 5126, "type": "VEC3", "count": 5}]
    base = {"kernel": "ellipse", "colorSpace": "srgb_rec709_display"} if ratified else {}
    place(gltf, {"POSITION": 0}, {**base, "extensions": {SPZ_2: {"bufferView": view}}})
    part = read_here("gltf", gltf.save(tmp_path, "glb"))
    # SPZ is right-up-back, glTF left-up-front, PLY right-down-front
    flip = [1.0, -1.0, -1.0] if ratified else [-1.0, -1.0, 1.0]
    np.testing.assert_allclose(part.means, meant["means"] * flip, rtol=1e-6)
    assert any("CesiumJS" in note for note in part.notes) != ratified


def test_linear_colors_become_those_that_are_shown(tmp_path: Path) -> None:
    linear = np.array([[0.0, 0.002, 0.2], [0.5, 1.0, 0.05]])
    gltf = Gltf()
    attributes = {
        "POSITION": gltf.accessor(np.zeros((2, 3))),
        f"{BASE}:ROTATION": gltf.accessor(np.array([[0, 0, 0, 1.0]] * 2)),
        f"{BASE}:SCALE": gltf.accessor(np.ones((2, 3))),
        f"{BASE}:OPACITY": gltf.accessor(np.ones(2)),
        f"{BASE}:SH_DEGREE_0_COEF_0": gltf.accessor((linear - 0.5) / SH_C0),
    }
    place(gltf, attributes, {"kernel": "ellipse", "colorSpace": "lin_rec709_display"})
    part = read_here("gltf", gltf.save(tmp_path, "glb"))
    shown = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    np.testing.assert_allclose(part.sh[:, 0] * SH_C0 + 0.5, shown, atol=1e-6)
    assert any("linear" in note for note in part.notes)


def test_meshes_outside_of_the_scene_are_still_read(tmp_path: Path) -> None:
    write_gaussians(random_gaussians(6), tmp_path / "x.gltf")
    document = json.loads((tmp_path / "x.gltf").read_text())
    document["nodes"] = [{"name": "empty"}]
    (tmp_path / "x.gltf").write_text(json.dumps(document))
    with pytest.warns(UserWarning, match="in no node of its scene"):
        assert len(read_gaussians(tmp_path / "x.gltf")) == 6
