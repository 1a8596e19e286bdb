"""Splat files: round trips within what each format can hold, and other readers of what is written."""

from __future__ import annotations

import json
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import SplatError
from scenewright.scene.splats import NO_ENTITY, Gaussians
from scenewright.scene.splats.formats import (
    FORMATS,
    SplatWarning,
    read_file,
    read_gaussians,
    write_file,
    write_gaussians,
)
from scenewright.scene.splats.formats.decoding.ply import CHUNK
from scenewright.scene.splats.formats.encoding import WriteOptions
from scenewright.scene.splats.formats.encoding.codebooks import codebook, nearest_codes, palette
from tests.support.splat_cases import SH_C0, chords, opacities, random_gaussians, read_here

KEEP = WriteOptions(keep_order=True)
SUFFIXES = (".ply", ".compressed.ply", ".splat", ".spz", ".sog", ".glb", ".gltf")
SMALLEST_THREE_SPZ = 2.5e-3
"""sqrt(3) half steps of sqrt(1/2)/511 in three components; the largest, at least 1/2, moves by at most sqrt(3) times that."""
SMALLEST_THREE_SOG = 1.02e-2
"""The same with half steps of sqrt(1/2)/255."""
SMALLEST_THREE_COMPRESSED = 2.5e-3
"""The same with half steps of sqrt(1/2)/1023 * 1."""

many = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
cases = given(
    seed=st.integers(0, 2**20),
    count=st.integers(1, 700),
    degree=st.integers(0, 3),
    reach=st.sampled_from([0.05, 2.0, 90.0]),
)


def trip(gaussians: Gaussians, folder: Path, suffix: str, options: WriteOptions = KEEP):
    path = folder / f"x{suffix}"
    write_file(gaussians, path, options=options)
    name = next(f.name for f in FORMATS.values() if path.name.endswith(f.suffixes))
    return read_here(name, path)


def rgb(sh: np.ndarray) -> np.ndarray:
    return sh[:, 0].astype(np.float64) * SH_C0 + 0.5


@many
@cases
def test_ply_keeps_every_number(tmp_path: Path, seed: int, count: int, degree: int, reach: float) -> None:
    given_ = random_gaussians(count, degree, seed=seed, reach=reach, entities=True)
    back = trip(given_, tmp_path, ".ply")
    np.testing.assert_array_equal(back.means, given_.means.numpy())
    np.testing.assert_array_equal(back.log_scales, given_.log_scales.numpy())
    np.testing.assert_array_equal(back.logits, given_.logit_opacities.numpy())
    np.testing.assert_array_equal(back.sh, given_.sh.numpy())
    np.testing.assert_array_equal(back.entity_ids, given_.entity_ids.numpy())
    assert chords(back.quats, given_.quats.numpy()).max() < 1e-6


@many
@cases
def test_gltf_keeps_numbers_to_rounding(tmp_path: Path, seed: int, count: int, degree: int, reach: float) -> None:
    given_ = random_gaussians(count, degree, seed=seed, reach=reach, entities=True)
    for suffix in (".glb", ".gltf"):
        back = trip(given_, tmp_path, suffix)
        np.testing.assert_array_equal(back.means, given_.means.numpy())
        np.testing.assert_array_equal(back.sh, given_.sh.numpy())
        ids = given_.entity_ids.numpy()
        if (ids == NO_ENTITY).all():  # a file of nobody's Gaussians says nothing of entities
            assert back.entity_ids is None
        else:
            np.testing.assert_array_equal(back.entity_ids, ids)
        np.testing.assert_allclose(back.log_scales, given_.log_scales.numpy(), atol=2e-6)
        np.testing.assert_allclose(opacities(back.logits), opacities(given_.logit_opacities.numpy()), atol=1.2e-6)
        assert chords(back.quats, given_.quats.numpy()).max() < 1e-6


@many
@cases
def test_dot_splat_holds_bytes_of_color_and_orientation(
    tmp_path: Path, seed: int, count: int, degree: int, reach: float
) -> None:
    given_ = random_gaussians(count, degree, seed=seed, reach=reach)
    back = trip(given_, tmp_path, ".splat")
    np.testing.assert_array_equal(back.means, given_.means.numpy())
    np.testing.assert_allclose(back.log_scales, given_.log_scales.numpy(), atol=2e-6)
    np.testing.assert_allclose(rgb(back.sh), rgb(given_.sh.numpy()), atol=1 / 510 + 1e-6)
    np.testing.assert_allclose(opacities(back.logits), opacities(given_.logit_opacities.numpy()), atol=1 / 510 + 1e-6)
    # three components rounded to 1/128, the fourth perhaps cut at 127/128
    assert chords(back.quats, given_.quats.numpy()).max() < 1.02 * np.sqrt(3 / 256**2 + 1 / 128**2)
    assert back.sh.shape[1] == 1


@many
@given(
    seed=st.integers(0, 2**20),
    count=st.integers(1, 700),
    degree=st.integers(0, 3),
    reach=st.sampled_from([0.05, 2.0, 90.0]),
    version=st.sampled_from([3, 4]),
)
def test_spz_holds_what_its_bits_can(
    tmp_path: Path, seed: int, count: int, degree: int, reach: float, version: int
) -> None:
    given_ = random_gaussians(count, degree, seed=seed, reach=reach)
    back = trip(given_, tmp_path, ".spz", WriteOptions(keep_order=True, spz_version=version))
    step = 2.0 ** -back.details["fractional_bits"]
    assert back.details["version"] == version
    assert step <= 2.0**-23 * 2.0 ** np.ceil(np.log2(max(np.abs(given_.means.numpy()).max(), 0.5))) * 1.001
    np.testing.assert_allclose(back.means, given_.means.numpy(), atol=step / 2 + 1e-5 * reach, rtol=0)
    np.testing.assert_allclose(back.log_scales, given_.log_scales.numpy(), atol=1 / 32 + 1e-6, rtol=0)
    np.testing.assert_allclose(back.sh[:, 0], given_.sh.numpy()[:, 0], atol=0.5 / (0.15 * 255) + 1e-6, rtol=0)
    np.testing.assert_allclose(opacities(back.logits), opacities(given_.logit_opacities.numpy()), atol=1 / 510 + 1e-6)
    assert chords(back.quats, given_.quats.numpy()).max() < SMALLEST_THREE_SPZ
    assert np.abs(back.sh[:, 1:] - given_.sh.numpy()[:, 1:]).max(initial=0.0) <= 0.5 / 128 + 1e-6
    small = trip(given_, tmp_path, ".spz", WriteOptions(keep_order=True, spz_version=version, compact=True))
    assert np.abs(small.sh[:, 1:4] - given_.sh.numpy()[:, 1:4]).max(initial=0.0) <= 4.5 / 128 + 1e-6
    assert np.abs(small.sh[:, 4:] - given_.sh.numpy()[:, 4:]).max(initial=0.0) <= 8.5 / 128 + 1e-6


@many
@cases
def test_compressed_ply_holds_what_its_chunks_can(
    tmp_path: Path, seed: int, count: int, degree: int, reach: float
) -> None:
    given_ = random_gaussians(count, degree, seed=seed, reach=reach)
    back = trip(given_, tmp_path, ".compressed.ply")
    for first in range(0, count, CHUNK):
        rows = slice(first, first + CHUNK)
        for now, before, tops in (
            (back.means, given_.means.numpy(), (2047, 1023, 2047)),
            (back.log_scales, given_.log_scales.numpy(), (2047, 1023, 2047)),
            (rgb(back.sh), rgb(given_.sh.numpy()), (255, 255, 255)),
        ):
            extent = before[rows].max(axis=0) - before[rows].min(axis=0)
            bound = extent / (2.0 * np.array(tops)) + 4e-6 * np.abs(before[rows]).max(axis=0) + 1e-6
            assert (np.abs(now[rows] - before[rows]) <= bound).all()
    np.testing.assert_allclose(opacities(back.logits), opacities(given_.logit_opacities.numpy()), atol=1 / 510 + 1e-6)
    assert chords(back.quats, given_.quats.numpy()).max() < SMALLEST_THREE_COMPRESSED
    assert np.abs(back.sh[:, 1:] - given_.sh.numpy()[:, 1:]).max(initial=0.0) <= 8 / 512 + 1e-6


@many
@cases
def test_sog_holds_what_its_codebooks_can(tmp_path: Path, seed: int, count: int, degree: int, reach: float) -> None:
    given_ = random_gaussians(count, degree, seed=seed, reach=reach)
    back = trip(given_, tmp_path, ".sog")
    with zipfile.ZipFile(tmp_path / "x.sog") as archive:
        meta = json.loads(archive.read("meta.json"))
    extent = np.array(meta["means"]["maxs"]) - np.array(meta["means"]["mins"])
    means = given_.means.numpy().astype(np.float64)
    bound = (1.0 + np.abs(means)) * np.expm1(extent / 65535.0 / 2.0) + 1e-6 * reach
    assert (np.abs(back.means - means) <= bound).all()
    nearest = {"scales": (back.log_scales, given_.log_scales), "sh0": (back.sh[:, 0], given_.sh[:, 0])}
    if degree and count <= 1024:  # every Gaussian has its own entry in the palette
        nearest["shN"] = (back.sh[:, 1:], given_.sh[:, 1:])
    for name, (now, before) in nearest.items():
        codes = np.array(meta[name]["codebook"])
        best = np.abs(before.numpy().astype(np.float64)[..., None] - codes).min(axis=-1)
        np.testing.assert_allclose(np.abs(now - before.numpy().astype(np.float64)), best, atol=1e-5)
    np.testing.assert_allclose(opacities(back.logits), opacities(given_.logit_opacities.numpy()), atol=1 / 510 + 1e-6)
    assert chords(back.quats, given_.quats.numpy()).max() < SMALLEST_THREE_SOG


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_round_trip_through_the_child_is_the_same_set(tmp_path: Path, suffix: str) -> None:
    given_ = random_gaussians(900, 2, entities=True)
    path = tmp_path / f"set{suffix}"
    written = write_file(given_, path)
    assert path in written.files
    read = read_file(path)
    known = FORMATS[read.format]
    assert known.suffixes[0] == suffix or suffix in known.suffixes
    assert len(read.gaussians) == 900
    assert read.size == written.size == sum(f.stat().st_size for f in written.files)
    lost = [n for n in written.notes if "entity ids" in n]
    assert bool(lost) != known.entities
    ids = read.gaussians.entity_ids
    assert (
        (torch.sort(ids).values == torch.sort(given_.entity_ids).values).all()
        if known.entities
        else bool((ids == -1).all())
    )
    # in whatever order: the centres are each near one of the given ones
    near = torch.cdist(read.gaussians.means, given_.means).amin(dim=1)
    assert float(near.max()) < 5e-3


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_at_all_is_written_and_read(tmp_path: Path, suffix: str) -> None:
    write_gaussians(Gaussians.empty(1), tmp_path / f"none{suffix}")
    if suffix == ".splat":
        with pytest.raises(SplatError, match="is empty"):
            read_gaussians(tmp_path / f"none{suffix}")
    else:
        assert len(read_gaussians(tmp_path / f"none{suffix}")) == 0


def test_a_sog_folder_is_its_archive_unpacked(tmp_path: Path) -> None:
    given_ = random_gaussians(300, 1)
    folder = tmp_path / "folder"
    folder.mkdir()
    written = write_file(given_, folder / "meta.json")
    write_file(given_, tmp_path / "x.sog")
    assert written.files[-1].name == "meta.json"
    with zipfile.ZipFile(tmp_path / "x.sog") as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {f.name: f.read_bytes() for f in written.files}
    assert torch.equal(read_gaussians(folder).means, read_gaussians(tmp_path / "x.sog").means)


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    given_ = random_gaussians(1500, 3)
    for suffix in SUFFIXES:
        write_gaussians(given_, tmp_path / f"x{suffix}")
        first = (tmp_path / f"x{suffix}").read_bytes()
        write_gaussians(given_, tmp_path / f"x{suffix}")
        assert (tmp_path / f"x{suffix}").read_bytes() == first


def test_files_of_other_axes_store_them_turned(tmp_path: Path) -> None:
    """SPZ is right-up-back and glTF left-up-front where PLY is right-down-front: the stored numbers are turned, what is read is not."""
    import gzip

    one = Gaussians.of_numpy([[1.0, 2.0, 3.0]], [[0.5, 0.1, 0.2, 0.3]], [[-2.0] * 3], [1.0], np.zeros((1, 1, 3)))
    write_gaussians(one, tmp_path / "x.spz")
    raw = gzip.decompress((tmp_path / "x.spz").read_bytes())
    stored = np.frombuffer(raw[16:25], dtype=np.uint8).reshape(3, 3).astype(np.int64) @ [1, 256, 65536]
    np.testing.assert_allclose((stored - (stored >> 23 << 24)) / 2.0 ** raw[13], [1.0, -2.0, -3.0])
    write_gaussians(one, tmp_path / "x.glb")
    data = (tmp_path / "x.glb").read_bytes()
    binary = data[20 + int.from_bytes(data[12:16], "little") + 8 :]
    np.testing.assert_allclose(np.frombuffer(binary[:12], dtype="<f4"), [-1.0, -2.0, 3.0])
    for suffix in (".spz", ".glb"):
        np.testing.assert_allclose(read_gaussians(tmp_path / f"x{suffix}").means, one.means, atol=1e-6)


@pytest.mark.parametrize("suffix", [".ply", ".spz", ".glb"])
def test_y_up_is_a_half_turn_of_the_whole(tmp_path: Path, suffix: str) -> None:
    given_ = random_gaussians(60, 3)
    half_turn = np.diag([1.0, -1.0, -1.0, 1.0])
    path = tmp_path / f"x{suffix}"
    write_gaussians(given_, path, y_up=True, keep_order=True)
    as_trained, upright = read_gaussians(path), read_gaussians(path, y_up=True)
    turned = upright.transformed(half_turn)
    assert torch.allclose(as_trained.means, turned.means, atol=1e-6)
    assert torch.allclose(as_trained.sh, turned.sh, atol=1e-5)
    assert torch.allclose(as_trained.covariances, turned.covariances, atol=1e-4)
    assert torch.allclose(upright.means, given_.means, atol=1e-3)


def test_what_a_format_cannot_hold_is_told(tmp_path: Path) -> None:
    given_ = replace(random_gaussians(20, 2, entities=True), features=torch.zeros(20, 4))
    notes = " ".join(write_gaussians(given_, tmp_path / "x.splat"))
    assert "degree 0" in notes
    assert "entity ids" in notes
    assert "features" in notes
    bright = replace(given_, sh=given_.sh + 4.0)
    assert any("a colour beyond" in n for n in write_gaussians(bright, tmp_path / "x.spz"))
    assert write_gaussians(replace(given_, features=None), tmp_path / "x.ply") == ()
    with pytest.raises(SplatError, match="only read"):
        write_gaussians(given_, tmp_path / "x.ksplat")
    with pytest.raises(SplatError, match=r"\.compressed\.ply, \.ply"):
        write_gaussians(given_, tmp_path / "x.obj")
    with pytest.raises(SplatError, match="2\\^23"):
        write_gaussians(replace(given_, means=given_.means * 1e8), tmp_path / "far.spz")
    assert not (tmp_path / "far.spz").exists()


def test_invalid_gaussians_are_refused_or_left_out(tmp_path: Path) -> None:
    given_ = random_gaussians(30, 1)
    means, quats = given_.means.clone(), given_.quats.clone()
    means[7, 0], means[9, 2], quats[20] = float("nan"), float("inf"), 0.0
    broken = replace(given_, means=means, quats=quats)
    with pytest.raises(SplatError, match=r"3 of 30 .*2 with a position that is not finite \(first: row 7\)"):
        write_gaussians(broken, tmp_path / "x.ply")
    notes = write_gaussians(broken, tmp_path / "x.ply", drop_invalid=True)
    assert any("left out" in n for n in notes)
    assert len(read_gaussians(tmp_path / "x.ply")) == 27


def test_scales_of_zero_and_full_opacity_are_finite_when_read(tmp_path: Path) -> None:
    import struct

    (tmp_path / "x.splat").write_bytes(
        struct.pack("<6f8B", 0, 0, 0, 0.1, 0.0, 0.1, 10, 20, 30, 255, 255, 128, 128, 128)
    )
    with pytest.warns(SplatWarning, match="scale of 0"):
        read = read_gaussians(tmp_path / "x.splat")
    assert torch.isfinite(read.log_scales).all()
    assert torch.isfinite(read.logit_opacities).all()
    assert float(read.scales.min()) == pytest.approx(1e-12, rel=1e-4)
    assert float(read.opacities[0]) > 0.99999


def test_compact_files_are_smaller_and_still_near(tmp_path: Path) -> None:
    given_ = random_gaussians(20_000, 0)
    for suffix in (".sog", ".spz"):
        full = write_file(given_, tmp_path / f"full{suffix}", options=KEEP).size
        small = write_file(given_, tmp_path / f"small{suffix}", options=replace(KEEP, compact=True)).size
        assert small < 0.95 * full
        back = read_here(suffix[1:], tmp_path / f"small{suffix}")
        size = float(given_.scales.median())
        assert np.abs(back.means - given_.means.numpy()).max() <= size / 8 * 1.05


# -- other readers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".ply", ".compressed.ply", ".spz"])
@pytest.mark.parametrize("degree", [0, 1, 3])
def test_gsply_reads_what_is_written(tmp_path: Path, suffix: str, degree: int) -> None:
    """gsply shares no code with this package. It leaves an SPZ in its own axes."""
    gsply = pytest.importorskip("gsply")
    given_ = random_gaussians(500, degree, seed=4)
    path = tmp_path / f"x{suffix}"
    write_gaussians(given_, path, keep_order=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = {".spz": gsply.read_spz, ".sog": gsply.sogread}.get(suffix, gsply.plyread)(str(path))
        read = read.denormalize(inplace=False) if suffix == ".sog" and hasattr(read, "denormalize") else read
    ours = read_gaussians(path)
    turn = np.array([1.0, -1.0, -1.0]) if suffix == ".spz" else np.ones(3)
    np.testing.assert_allclose(read.means * turn, ours.means.numpy(), atol=1e-5)
    assert chords(np.asarray(read.quats) * np.array([1.0, *turn]), ours.quats.numpy()).max() < 1e-3
    np.testing.assert_allclose(read.sh0.reshape(-1, 3), ours.sh[:, 0].numpy(), atol=1e-4)
    if degree and suffix in (".ply", ".compressed.ply"):
        theirs = np.asarray(read.shN)
        assert theirs.shape == (500, (degree + 1) ** 2 - 1, 3)
        np.testing.assert_allclose(theirs, ours.sh[:, 1:].numpy(), atol=1e-4)


def test_open3d_and_trimesh_read_the_plain_columns(tmp_path: Path) -> None:
    import open3d
    import trimesh

    given_ = random_gaussians(200, 3, entities=True)
    write_gaussians(given_, tmp_path / "x.ply")
    cloud = open3d.t.io.read_point_cloud(str(tmp_path / "x.ply"))
    np.testing.assert_array_equal(cloud.point["positions"].numpy(), given_.means.numpy())
    raw = trimesh.load(tmp_path / "x.ply").metadata["_ply_raw"]["vertex"]["data"]
    np.testing.assert_array_equal(raw["opacity"].reshape(-1), given_.logit_opacities.numpy())
    np.testing.assert_array_equal(raw["entity_id"].reshape(-1), given_.entity_ids.numpy())
    np.testing.assert_array_equal(raw["f_rest_16"].reshape(-1), given_.sh.numpy()[:, 2, 1])  # green, second of 15
    write_gaussians(given_, tmp_path / "x.glb")
    scene = trimesh.load_scene(tmp_path / "x.glb")
    points = next(iter(scene.geometry.values()))
    np.testing.assert_allclose(np.asarray(points.vertices) * [-1, -1, 1], given_.means.numpy(), atol=1e-6)


# -- codebooks ----------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-1e4, 1e4, width=32), min_size=0, max_size=400), st.sampled_from([2, 16, 256]))
def test_a_codebook_ascends_and_spans_its_values(values: list[float], size: int) -> None:
    column = np.array(values, dtype=np.float32)
    codes = codebook(column, size)
    assert len(codes) == size
    assert (np.diff(codes) >= 0).all()
    if values:
        assert codes[0] == column.min()
        assert codes[-1] == column.max()
        labels = nearest_codes(column, codes)
        best = np.abs(column[:, None].astype(np.float64) - codes).min(axis=1)
        np.testing.assert_allclose(
            np.abs(column.astype(np.float64) - codes[labels]), best, atol=1e-6 * np.abs(column).max()
        )
        if len(np.unique(column)) <= size:
            np.testing.assert_array_equal(codes[labels], column)


def test_a_weighted_codebook_serves_what_weighs() -> None:
    """Against the one for all alike: nearer in the weighted mean, also where few weigh much among many."""
    rng = np.random.default_rng(2)
    column = np.concatenate([rng.normal(-8.0, 1.0, 50_000), rng.normal(-3.0, 0.5, 500)]).astype(np.float32)
    weights = np.exp(column.astype(np.float64))
    plain, weighted = codebook(column), codebook(column, weights=weights)

    def error(codes: np.ndarray) -> float:
        off = codes[nearest_codes(column, codes)].astype(np.float64) - column
        return float((weights * off**2).sum() / weights.sum())

    assert error(weighted) < error(plain) / 3
    assert (weighted[0], weighted[-1]) == (column.min(), column.max())
    # weights of nothing leave a code for each value all the same
    assert np.isfinite(codebook(column, weights=np.zeros_like(weights))).all()


def test_a_weighted_palette_keeps_what_weighs() -> None:
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(3000, 9)).astype(np.float32)
    weights = np.where(np.arange(3000) % 10 == 0, 1.0, 1e-4)

    def error(found: tuple[np.ndarray, np.ndarray]) -> float:
        centers, labels = found
        return float((weights * ((vectors - centers[labels]) ** 2).sum(axis=1)).sum())

    assert error(palette(vectors, 256, 0, weights)) < 0.6 * error(palette(vectors, 256, 0))


def test_a_palette_is_nearly_as_good_as_plain_k_means() -> None:
    from scipy.cluster.vq import kmeans2

    rng = np.random.default_rng(0)
    vectors = (rng.normal(size=(40, 9))[rng.integers(0, 40, 4000)] + 0.2 * rng.normal(size=(4000, 9))).astype(
        np.float32
    )
    centers, labels = palette(vectors, 256, seed=0)
    assert len(centers) <= 256
    ours = float(((vectors - centers[labels]) ** 2).sum())
    plain, which = kmeans2(vectors, 256, iter=10, minit="points", seed=0)
    assert ours < 1.25 * float(((vectors - plain[which]) ** 2).sum())
