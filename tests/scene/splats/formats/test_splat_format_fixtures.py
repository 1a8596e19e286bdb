"""Splat files that others wrote: what is read of them is what is known of them."""

from __future__ import annotations

import os
import shutil
import warnings
from pathlib import Path

import numpy as np
import pytest

from scenewright.scene.splats.formats import read_file, read_gaussians
from scenewright.scene.splats.formats.decoding.dot_splat import SPLAT
from tests.support.splat_cases import SH_C0, chords

pytestmark = pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")


@pytest.fixture(scope="module")
def folder() -> Path:
    return Path(os.environ["SCENEWRIGHT_DATA"]) / "splat_formats"


CORNERS = np.array([[-1.0, 0.0, -1.0], [0.0, 0.0, -1.0], [-1.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
"""Four Gaussians of size 0.1 and opacity 0.9 on a square, coloured (u, v, 0.5) with u and v of 1/3 or 2/3, as splat-transform's tests make
them."""
COLORS = np.array([[1, 1, 1.5], [2, 1, 1.5], [1, 2, 1.5], [2, 2, 1.5]]) / 3.0


@pytest.mark.parametrize(
    ("name", "version", "packing"),
    [
        ("minimal-raw.spz", 2, "none"),
        ("minimal-v2.spz", 2, "gzip"),
        ("minimal-v3.spz", 3, "gzip"),
        ("minimal-v4.spz", 4, "zstd"),
        ("minimal.ksplat", "0.1", None),
        ("minimal.splat", None, None),
    ],
)
def test_the_four_corners(folder: Path, name: str, version: object, packing: str | None) -> None:
    read = read_file(folder / name)
    g = read.gaussians
    assert read.details.get("version") == version
    assert read.details.get("packing") == packing
    assert (len(g), g.degree) == (4, 0)
    # the files of version 2 have z towards the viewer in the file's own axes, the others away from it
    expected = CORNERS * [1, 1, -1] if version == 2 else CORNERS
    np.testing.assert_allclose(g.means, expected, atol=1e-6)
    np.testing.assert_allclose(g.scales, 0.1, rtol=0.011)
    np.testing.assert_allclose(g.opacities, 0.9, atol=0.003)
    assert bool((g.entity_ids == -1).all())
    colors = g.sh[:, 0].numpy() * SH_C0 + 0.5
    if version == 2:  # made by another writer, who took the colour for the coefficient: 0.85 / 1.15 about the middle
        np.testing.assert_allclose(colors, 0.5 + (COLORS - 0.5) / 0.15 * SH_C0, atol=0.008)
    else:
        np.testing.assert_allclose(colors, COLORS, atol=0.006)


def test_one_gaussian_as_ply_and_as_dot_splat(folder: Path) -> None:
    ply = read_gaussians(folder / "model.ply")
    np.testing.assert_allclose(ply.means, [[0.0, 0.0, 0.0]])
    np.testing.assert_allclose(ply.log_scales, [[-5.0, -5.0, -5.0]])
    np.testing.assert_allclose(ply.logit_opacities, [1.0])
    np.testing.assert_allclose(ply.quats, [[1.0, 0.0, 0.0, 0.0]])
    np.testing.assert_allclose(ply.sh, np.zeros((1, 1, 3)))
    splat = read_gaussians(folder / "model.splat")
    raw = np.fromfile(folder / "model.splat", dtype=SPLAT)[0]
    np.testing.assert_allclose(splat.scales, [raw["scale"]], rtol=1e-6)
    np.testing.assert_allclose(splat.base_colors, [[1.0, 0.0, 0.0]], atol=1e-6)
    assert float(splat.opacities[0]) == pytest.approx(1.0, abs=2e-6)


def test_biker_agrees_with_gsply(folder: Path) -> None:
    gsply = pytest.importorskip("gsply")
    g = read_gaussians(folder / "biker.compressed.ply")
    other = gsply.plyread(str(folder / "biker.compressed.ply"))
    assert (len(g), g.degree) == (152_746, 0)
    np.testing.assert_allclose(g.means, other.means, atol=2e-6)
    np.testing.assert_allclose(g.log_scales, other.scales, atol=1e-5)
    np.testing.assert_allclose(g.sh[:, 0], other.sh0, atol=1e-5)
    assert chords(g.quats.numpy(), other.quats).max() < 1e-4
    # a person of 3.2 units, upright where y points down
    low, high = g.bounds
    assert 3.0 < high[1] - low[1] < 3.5
    assert abs(high[1]) < 0.1


def test_playbot_sog(folder: Path, tmp_path: Path) -> None:
    read = read_file(folder / "playbot_sog")
    g = read.gaussians
    assert (read.format, len(g), g.degree) == ("sog", 3000, 2)
    assert read.details["generator"] == "splat-transform v0.16.0"
    # first pixel of the pictures, by hand: 16 bits over the range of sign(x) ln(|x| + 1)
    from PIL import Image

    low, high = (
        np.asarray(Image.open(folder / "playbot_sog" / f"means_{w}.webp").convert("RGB"))[0, 0].astype(int)
        for w in "lu"
    )
    least = np.array([-0.7047942040046105, -0.7312014476970978, -0.7073485920199252])
    most = np.array([0.706072949114168, 0.03532685014180951, 0.7074296245090322])
    logs = least + (most - least) * (low + 256 * high) / 65535
    np.testing.assert_allclose(g.means[0], np.sign(logs) * (np.exp(np.abs(logs)) - 1), atol=1e-6)
    # the same from its meta.json, and as an archive with a folder in it
    assert (read_gaussians(folder / "playbot_sog" / "meta.json").sh == g.sh).all()
    shutil.make_archive(str(tmp_path / "bot"), "zip", folder, "playbot_sog")
    (tmp_path / "bot.zip").rename(tmp_path / "bot.sog")
    assert (read_gaussians(tmp_path / "bot.sog").quats == g.quats).all()


def test_biker_as_sog_is_a_sixth_of_its_ply(folder: Path, tmp_path: Path) -> None:
    from scenewright.scene.splats.formats import write_file
    from scenewright.scene.splats.formats.encoding import WriteOptions

    g = read_gaussians(folder / "biker.compressed.ply")
    plain = write_file(g, tmp_path / "biker.ply").size
    assert plain == pytest.approx(152_746 * 17 * 4, rel=1e-3)
    assert write_file(g, tmp_path / "biker.sog", options=WriteOptions(compact=True)).size <= plain / 6
    assert write_file(g, tmp_path / "full.sog").size <= plain / 5.3
    assert write_file(g, tmp_path / "biker.spz").size <= plain / 3.8
    assert write_file(g, tmp_path / "small.spz", options=WriteOptions(compact=True)).size <= plain / 4.7


@pytest.mark.parametrize(("suffix", "beyond"), [(".spz", 4e-4), (".sog", 1.5e-4), (".splat", 5e-5), (".glb", 0.0)])
def test_pictures_of_biker_stay_within_two_steps(folder: Path, tmp_path: Path, suffix: str, beyond: float) -> None:
    """999 of 1,000 values of the pictures; the others are of Gaussians that lay at almost the same depth and changed places."""
    import torch

    from scenewright.app.turntables import Turntable, fitted_cameras
    from scenewright.scene.splats.formats import write_gaussians
    from scenewright.scene.splats.rasterize import rasterize

    g = read_gaussians(folder / "biker.compressed.ply")
    g = g.select(np.arange(0, len(g), 5))
    cameras = fitted_cameras(g, Turntable(views=2, width=200, height=200))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        write_gaussians(g, tmp_path / f"x{suffix}")
        back = read_gaussians(tmp_path / f"x{suffix}")
    pictures = []
    for each in (g, back):
        with torch.no_grad():
            color = rasterize(each, cameras, background=torch.ones(3), outputs=("color",)).color
        assert color is not None
        pictures.append((color.clamp(0.0, 1.0) * 255.0).round())
    difference = (pictures[0] - pictures[1]).abs().numpy()
    assert np.percentile(difference, 99.9) <= 2
    assert (difference > 2).mean() <= beyond
