"""Scenes of Gaussians shared by tests of rasterisers."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from scenewright.scene.splats import Cameras, Gaussians

PARAMETERS = ("means", "quats", "log_scales", "logit_opacities", "sh", "features")


def random_gaussians(
    count: int,
    *,
    seed: int = 0,
    degree: int = 1,
    features: int = 0,
    dtype: torch.dtype = torch.float32,
    sizes: tuple[float, float] = (0.02, 0.2),
    opacities: tuple[float, float] = (0.05, 0.95),
    entities: int = 5,
) -> Gaussians:
    """Random Gaussians in a ball of radius 1 around the origin. `sizes`: least and greatest standard deviation, log-uniform."""
    random = np.random.default_rng(seed)

    def tensor(values: np.ndarray) -> Tensor:
        return torch.from_numpy(np.asarray(values)).to(dtype)

    at = random.normal(size=(count, 3))
    at *= random.uniform(size=(count, 1)) ** (1 / 3) / np.linalg.norm(at, axis=1, keepdims=True)
    opacity = random.uniform(*opacities, size=count)
    return Gaussians(
        means=tensor(at),
        quats=tensor(random.normal(size=(count, 4))),
        log_scales=tensor(random.uniform(*np.log(sizes), size=(count, 3))),
        logit_opacities=tensor(np.log(opacity / (1 - opacity))),
        sh=tensor(random.normal(size=(count, (degree + 1) ** 2, 3)) * 0.3),
        entity_ids=torch.from_numpy(random.integers(0, entities, count).astype(np.int32)),
        features=tensor(random.normal(size=(count, features))) if features else None,
    )


def camera(
    width: int = 64,
    height: int = 48,
    *,
    eye: tuple[float, float, float] = (0.4, 0.7, -3.0),
    fov: float = 45.0,
    dtype: torch.dtype = torch.float32,
) -> Cameras:
    """One view of the origin."""
    return Cameras.look_at(eye, (0.0, 0.0, 0.0), fov=fov, width=width, height=height).to(dtype)


def ring(count: int, width: int = 40, height: int = 33, *, dtype: torch.dtype = torch.float32) -> Cameras:
    """Views of the origin from all around."""
    angles = [2 * math.pi * i / count for i in range(count)]
    eyes = [(3 * math.sin(a), 0.8, -3 * math.cos(a)) for a in angles]
    return Cameras.stacked([camera(width, height, eye=eye) for eye in eyes]).to(dtype)


def facing(
    means: list[tuple[float, float, float]],
    *,
    sigma: float | list[tuple[float, float, float]] = 0.1,
    opacity: float | list[float] = 0.8,
    colors: list[tuple[float, float, float]] | None = None,
    dtype: torch.dtype = torch.float32,
) -> Gaussians:
    """A few Gaussians in front of the cameras of :func:`straight`, each its own entity; gray without `colors`."""
    count = len(means)
    sigmas = torch.as_tensor(sigma, dtype=dtype).expand(count, 3)
    alphas = torch.as_tensor(opacity, dtype=torch.float64).expand(count)
    rgb = torch.as_tensor(colors if colors is not None else [(0.5, 0.5, 0.5)] * count, dtype=torch.float64)
    return Gaussians(
        means=torch.as_tensor(means, dtype=dtype).reshape(count, 3),
        quats=torch.tensor([[1.0, 0.0, 0.0, 0.0]], dtype=dtype).repeat(count, 1),
        log_scales=sigmas.log(),
        logit_opacities=torch.logit(alphas).to(dtype),
        sh=((rgb.reshape(count, 3) - 0.5) * math.sqrt(4 * math.pi)).to(dtype)[:, None],
        entity_ids=torch.arange(count, dtype=torch.int32),
    )


def straight(
    width: int, height: int, *, focal: float = 50.0, dtype: torch.dtype = torch.float32, count: int = 1
) -> Cameras:
    """Views from the origin along +z, x right, y down."""
    k = torch.tensor([[focal, 0.0, width / 2], [0.0, focal, height / 2], [0.0, 0.0, 1.0]], dtype=dtype)
    return Cameras(torch.eye(4, dtype=dtype).repeat(count, 1, 1), k.repeat(count, 1, 1), width, height)


def with_gradients(gaussians: Gaussians, names: tuple[str, ...] = PARAMETERS) -> Gaussians:
    """The Gaussians with the tensors `names` as leaves that require gradients."""
    leaves = {n: getattr(gaussians, n) for n in names if getattr(gaussians, n) is not None}
    return replace(gaussians, **{n: v.detach().clone().requires_grad_() for n, v in leaves.items()})


def moved(cameras: Cameras, twist: Tensor) -> Cameras:
    """The cameras after a small motion in their own frames. `twist`: (C, 6), shift and turn, differentiable. The extrinsics stay rigid,
    unlike under changes of single entries."""
    zero = torch.zeros_like(twist[:, 0])
    v, (x, y, z) = twist[:, :3], twist[:, 3:].unbind(1)
    rows = [zero, -z, y, v[:, 0], z, zero, -x, v[:, 1], -y, x, zero, v[:, 2], zero, zero, zero, zero]
    motion = torch.linalg.matrix_exp(torch.stack(rows, dim=1).reshape(-1, 4, 4))
    return replace(cameras, camera_from_world=motion @ cameras.camera_from_world)


def dense_field(count: int = 100_000, *, side: int = 512, seed: int = 0) -> tuple[Gaussians, Cameras]:
    """Half-opaque Gaussians of about 1.4 x 2.2 pixels all over a square picture, with random depths, orientations and colors."""
    random = np.random.default_rng(seed)
    view = straight(side, side, focal=float(side))
    z = random.uniform(2.0, 6.0, count)
    pixels = random.uniform(0.0, side, size=(count, 2))
    at = np.concatenate([(pixels - side / 2) / side * z[:, None], z[:, None]], axis=1)
    spread = np.array([1.4, 2.2, 1.4]) * random.uniform(0.8, 1.25, size=(count, 1))
    around = random.uniform(0.0, 2 * math.pi, count)
    turns = np.stack([np.cos(around / 2), np.zeros(count), np.zeros(count), np.sin(around / 2)], axis=1)
    opacity = random.uniform(0.02, 0.4, count)
    return (
        Gaussians.of_numpy(
            at,
            turns,
            np.log(spread * z[:, None] / side),
            np.log(opacity / (1 - opacity)),
            random.normal(size=(count, 1, 3)),
        ),
        view,
    )


def golden_grid() -> tuple[Gaussians, Cameras]:
    """400 round Gaussians on the ground and their camera, as in `golden_splats/tiny.webp` of the external data."""
    x, z = (a.ravel() for a in np.meshgrid(np.arange(20), np.arange(20)))
    colors = np.stack([(x + 1) / 21, (z + 1) / 21, np.full(400, 0.5)], axis=1)
    gaussians = Gaussians.of_numpy(
        means=np.stack([x - 10.0, np.zeros(400), z - 10.0], axis=1),
        quats=np.tile([1.0, 0.0, 0.0, 0.0], (400, 1)),
        log_scales=np.full((400, 3), math.log(0.1)),
        logit_opacities=np.full(400, math.log(0.9 / 0.1)),
        sh=((colors - 0.5) * math.sqrt(4.0 * math.pi))[:, None],
    )
    return gaussians, Cameras.look_at((0.0, 5.0, -8.0), (0.0, 0.0, 0.0), fov=60.0, width=320, height=240)
