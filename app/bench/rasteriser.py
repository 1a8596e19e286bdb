"""Our rasteriser on the CPU against plain torch, its gradients against differences, and what its kernels take to compile."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from scenewright.app.bench.figures import BenchSize, Figure, in_turns
from scenewright.app.bench.rooms import open_room
from scenewright.app.bench.torch_rasteriser import draw_with_torch

if TYPE_CHECKING:
    from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["measure"]

_STEP = 1e-6
_FIRST = """
import time, torch
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.rasterize import rasterize
one = Gaussians.of_numpy([[0.0, 0.0, 0.0]], [[1.0, 0.0, 0.0, 0.0]], [[-2.0, -2.0, -2.0]], [2.0], [[[0.5, 0.5, 0.5]]])
view = Cameras.look_at((0.0, 0.0, 3.0), (0.0, 0.0, 0.0), fov=50.0, width=32, height=32)
one.means.requires_grad_()
begun = time.perf_counter()
rasterize(one, view).color.sum().backward()
print(time.perf_counter() - begun)
"""


def measure(size: BenchSize) -> list[Figure]:
    from scenewright.scene.splats import Cameras
    from scenewright.scene.splats.rasterize import rasterize
    from scenewright.scene.splats.scene_gaussians import scene_gaussians

    torch.set_num_threads(size.threads)
    with open_room(size.rooms, 0) as session:
        many, _ = scene_gaussians(session.scene, size.of(100_000, 500_000), provider=session.assets)
        camera = session.derived.views(1.0)[0]
    few = _some(many, size.of(10_000, 30_000))
    side = size.of(128, 256)
    near = Cameras.of_scene([camera], width=side, height=side)
    far = Cameras.of_scene([camera], width=512, height=512)

    def ours(gaussians: Gaussians, view: Cameras) -> torch.Tensor:
        color = rasterize(gaussians, view, threads=size.threads).color
        assert color is not None
        return color[0]

    with torch.no_grad():
        apart = float((ours(few, near) - draw_with_torch(few, near)).abs().mean())
        drawn = in_turns({"ours": lambda: ours(few, near), "torch": lambda: draw_with_torch(few, near)}, size.of(2, 5))
        ours(many, far)
        large = in_turns({"ours": lambda: ours(many, far)}, size.of(5, 15))["ours"]
    _backward(few, lambda g: ours(g, near))  # compiles
    both = in_turns(
        {
            "ours": lambda: _backward(few, lambda g: ours(g, near)),
            "torch": lambda: _backward(few, lambda g: draw_with_torch(g, near)),
        },
        size.of(2, 5),
    )
    what = f"{len(few):,} Gaussians at {side}x{side}"
    threads = f"{size.threads} threads"
    return [
        Figure(f"{what}, drawn, {threads}", 1e3 * drawn["ours"], "ms", 1e3 * drawn["torch"], "plain torch, in strips"),
        Figure(
            f"{what}, drawn and differentiated, {threads}",
            1e3 * both["ours"],
            "ms",
            1e3 * both["torch"],
            "plain torch with autograd",
        ),
        Figure(f"{len(many):,} Gaussians at 512x512, drawn, {threads}", 1e3 * large, "ms"),
        Figure("mean difference of a colour (0 to 1) to plain torch", apart),
        Figure(
            "largest relative error of gradients, of means, shapes, opacities, colours and the camera's pose, against differences",
            _gradient_error(),
        ),
        Figure(
            "share of the Gaussians of a room that carry their entity",
            100.0 * float((many.entity_ids >= 0).float().mean()),
            "%",
            lower_is_better=False,
        ),
        Figure(
            "first picture with gradients on a new machine: compiling the kernels",
            _compiling(),
            "s",
            _compiled(),
            "the same once they are compiled",
        ),
    ]


def _some(gaussians: Gaussians, count: int) -> Gaussians:
    return gaussians.select(torch.randperm(len(gaussians), generator=torch.Generator().manual_seed(0))[:count])


def _leaves(gaussians: Gaussians) -> Gaussians:
    names = ("means", "quats", "log_scales", "logit_opacities", "sh")
    return replace(gaussians, **{n: getattr(gaussians, n).detach().clone().requires_grad_() for n in names})


def _backward(gaussians: Gaussians, draw: Callable[[Gaussians], torch.Tensor]) -> None:
    draw(_leaves(gaussians)).square().sum().backward()


def _gradient_error() -> float:
    """Of a smooth loss in double precision, along a random direction of each parameter: |analytic - central difference| over the larger.
    The Gaussians are a cloud of soft ones: at the rim of a flat one, where it falls below the faintest that is drawn, no difference is
    small enough."""
    from scenewright.scene.splats import Cameras, Gaussians
    from scenewright.scene.splats.rasterize import rasterize

    numbers = np.random.default_rng(0)
    count = 60
    chosen = Gaussians.of_numpy(
        numbers.uniform(-1.0, 1.0, (count, 3)), numbers.normal(size=(count, 4)), numbers.uniform(-1.6, -0.9, (count, 3)),
        numbers.uniform(-1.0, 1.5, count), numbers.uniform(0.1, 1.0, (count, 1, 3)),
    ).to(torch.float64)  # fmt: skip
    view = Cameras.look_at((0.4, 0.5, 4.0), (0.0, 0.0, 0.0), fov=45.0, width=48, height=40).to(torch.float64)
    random = torch.Generator().manual_seed(1)
    target = torch.rand((1, view.height, view.width, 3), generator=random, dtype=torch.float64)

    def loss(values: dict[str, torch.Tensor]) -> torch.Tensor:
        pose = values.get("pose", view.camera_from_world)
        given = replace(chosen, **{k: v for k, v in values.items() if k != "pose"})
        color = rasterize(given, replace(view, camera_from_world=pose)).color
        assert color is not None
        return (color * target).sum()

    worst = 0.0
    for name in ("means", "quats", "log_scales", "logit_opacities", "sh", "pose"):
        start = view.camera_from_world if name == "pose" else getattr(chosen, name)
        leaf = start.detach().clone().requires_grad_()
        way = torch.randn(leaf.shape, generator=random, dtype=torch.float64)
        if name == "pose":
            way[:, 3] = 0.0
        (slope,) = torch.autograd.grad(loss({name: leaf}), leaf)
        analytic = float((slope * way).sum())
        with torch.no_grad():
            ahead, behind = (float(loss({name: start + sign * _STEP * way})) for sign in (1.0, -1.0))
        measured = (ahead - behind) / (2.0 * _STEP)
        worst = max(worst, abs(analytic - measured) / max(abs(analytic), abs(measured), 1e-9))
    return worst


def _compiling() -> float:
    with tempfile.TemporaryDirectory() as cache:
        return _first({"NUMBA_CACHE_DIR": cache})


def _compiled() -> float:
    _first({})
    return _first({})


def _first(environment: dict[str, Any]) -> float:
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _FIRST], env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    taken = float(done.stdout.split()[-1])
    assert taken < time.perf_counter() - begun
    return taken
