"""Pieces of one surface that features tore apart are one again; what only touches it is not."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from scenewright.scene.semantics.capture_programs import neighbour_graph
from scenewright.scene.semantics.capture_programs.surface_continuity import continued
from scenewright.scene.splats import Gaussians, dc_from_rgb

STEP = 0.05


def sheet(low: tuple[float, float], high: tuple[float, float], *, upright: bool = False) -> np.ndarray:
    """(N, 3) a grid of centres on the floor, or on the wall x = 0 where `upright`."""
    one, other = np.meshgrid(*(np.arange(a, b, STEP) for a, b in zip(low, high, strict=True)))
    flat = np.zeros((one.size, 3))
    flat[:, 1 if upright else 0], flat[:, 2] = one.reshape(-1), other.reshape(-1)
    return flat


def flat_gaussians(centers: np.ndarray, colors: np.ndarray, normal_axis: np.ndarray) -> Gaussians:
    scales = np.full((len(centers), 3), 0.7 * STEP)
    scales[np.arange(len(centers)), normal_axis] = 1e-3
    quats = np.tile([1.0, 0.0, 0.0, 0.0], (len(centers), 1))
    sh = dc_from_rgb(torch.from_numpy(colors)).numpy()[:, None, :]
    return Gaussians.of_numpy(centers, quats, np.log(scales), np.full(len(centers), 5.0), sh)


@pytest.mark.parametrize(("color", "joins"), [((0.52, 0.5, 0.5), True), ((0.7, 0.4, 0.4), False)])
def test_a_patch_of_the_same_colour_in_the_plane_joins(color: tuple[float, float, float], joins: bool) -> None:
    floor = sheet((0.0, 0.0), (2.0, 2.0))
    patch = (np.abs(floor[:, [0, 2]] - 1.0) < 0.3).all(axis=1)
    colors = np.where(patch[:, None], color, (0.5, 0.5, 0.5))
    gaussians = flat_gaussians(floor, colors, np.full(len(floor), 1))
    labels = continued(patch.astype(np.int32), gaussians, neighbour_graph(gaussians, neighbours=8, reach=2.0))
    assert (len(np.unique(labels)) == 1) is joins


def test_what_stands_on_a_surface_does_not_join_it() -> None:
    floor, wall = sheet((0.0, 0.0), (2.0, 2.0)), sheet((0.05, 0.8), (0.5, 1.2), upright=True)
    centers = np.concatenate([floor, wall + (1.0, 0.0, 0.0)])
    labels = np.repeat([0, 1], [len(floor), len(wall)]).astype(np.int32)
    gaussians = flat_gaussians(centers, np.full((len(centers), 3), 0.5), np.where(labels == 0, 1, 0))
    joined = continued(labels, gaussians, neighbour_graph(gaussians, neighbours=8, reach=2.0))
    assert len(np.unique(joined)) == 2


def test_nothing_stays_nothing() -> None:
    floor = sheet((0.0, 0.0), (1.0, 1.0))
    gaussians = flat_gaussians(floor, np.full((len(floor), 3), 0.5), np.full(len(floor), 1))
    labels = np.where(np.arange(len(floor)) < 5, -1, 0).astype(np.int32)
    assert (continued(labels, gaussians, neighbour_graph(gaussians, neighbours=8, reach=2.0)) == labels).all()
