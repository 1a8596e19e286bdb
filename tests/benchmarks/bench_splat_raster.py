"""How fast Gaussians are drawn on a CPU, and how near the pictures are to others' of the same Gaussians.

    python -m tests.benchmarks.bench_splat_raster [--threads N] [--runs N] [--quick] [--picture FILE] [--json FILE]

`baseline`: against a vectorised rasteriser in torch (tests/support/splat_oracle.py), in turns, on 100,000 Gaussians of biker.compressed.ply at
256x256. `biker`: all of it at 512x512, stage by stage. `field`: 100,000 Gaussians of about 1.4 x 2.2 pixels at 512x512, beside what
OpenSplat's CPU kernels took on two cores. `memory`: how much a process grows by drawing a million. `golden`: another
renderer's picture. Times are medians, in milliseconds.

Ends with 1 where a claim does not hold: pictures that differ, too much memory, or a ratio to the baseline too small. Times
beside figures that others measured elsewhere are told, and decide nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.support.locations import REPOSITORY

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from scenewright.scene.splats import Cameras, Gaussians, RasterSettings
from scenewright.scene.splats.cpu.draw import stage_times
from scenewright.scene.splats.formats import read_gaussians
from scenewright.scene.splats.rasterize import Rasterized, rasterize
from tests.benchmarks.run import NOT_AT_HAND
from tests.support.splat_oracle import oracle_rasterize, otherwise_composed
from tests.support.splat_scenes import dense_field, golden_grid, with_gradients

SUBSAMPLE = 100_000
SEED = 0
LEAST_RATIOS = {"forward": 15.0, "forward_backward": 8.0}
LARGEST_DIFFERENCE = 1e-4
MOST_OTHERWISE = 0.002  # share of pixels in which rounding decides who is drawn, or in which order
OPENSPLAT_MS = {"forward": 280.0, "forward_backward": 560.0}
AIMED_SHARE = {"forward": 1 / 5, "forward_backward": 1 / 4}
MOST_MEMORY_MB = 1000.0


def data() -> Path:
    return Path(os.environ["SCENEWRIGHT_DATA"])


def biker_view(size: int) -> Cameras:
    """From the front left, head to foot; the file's y points down."""
    return Cameras.look_at(
        (-2.2, -2.0, -3.4), (-0.06, -1.6, 0.04), fov=48.0, width=size, height=size, up=(0.0, -1.0, 0.0)
    )


def milliseconds(work: Callable[[], Any], clock: Callable[[], float] = time.perf_counter) -> float:
    begun = clock()
    work()
    return (clock() - begun) * 1e3


def in_turns(
    works: dict[str, Callable[[], Any]], runs: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """Medians of some that are run one after the other, so that what else the machine does befalls all of them."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            times[name].append(milliseconds(work, clock))
    return {name: statistics.median(taken) for name, taken in times.items()}


def forward(draw: Callable[..., Rasterized], gaussians: Gaussians, view: Cameras, **given: Any) -> Callable[[], None]:
    def work() -> None:
        with torch.no_grad():
            draw(gaussians, view, **given)

    return work


def both_ways(draw: Callable[..., Rasterized], gaussians: Gaussians, view: Cameras, **given: Any) -> Callable[[], None]:
    leaves = with_gradients(gaussians)

    def work() -> None:
        picture = draw(leaves, view, **given)
        assert picture.color is not None
        assert picture.alpha is not None
        (picture.color.square().sum() + picture.alpha.sum()).backward()

    return work


def baseline(threads: int, runs: int) -> dict[str, Any]:
    whole = read_gaussians(data() / "splat_formats" / "biker.compressed.ply")
    gaussians = whole.select(np.random.default_rng(SEED).permutation(len(whole))[:SUBSAMPLE])
    view = biker_view(256)
    out: dict[str, Any] = {"gaussians": len(gaussians), "size": "256x256"}
    torch.set_num_threads(threads)
    out["wall"] = against_torch(gaussians, view, threads, runs, time.perf_counter)
    # on a machine that does other work, too, threads wait for each other; the processor's time of one tells no worse of torch
    torch.set_num_threads(1)
    out["processor_of_one_thread"] = against_torch(gaussians, view, 1, runs, time.process_time)
    torch.set_num_threads(threads)
    return {**out, **differences(gaussians, view, threads)}


def against_torch(
    gaussians: Gaussians, view: Cameras, threads: int, runs: int, clock: Callable[[], float]
) -> dict[str, Any]:
    out = {}
    for name, of in (("forward", forward), ("forward_backward", both_ways)):
        ours, theirs = of(rasterize, gaussians, view, threads=threads), of(oracle_rasterize, gaussians, view)
        ours()
        # a run of the baseline is worth several of ours
        taken = in_turns({"torch_ms": theirs, "ours_ms": lambda ours=ours: (ours(), ours(), ours())}, runs, clock)
        taken["ours_ms"] /= 3
        out[name] = {**taken, "times_as_fast": taken["torch_ms"] / taken["ours_ms"]}
    return out


def differences(gaussians: Gaussians, view: Cameras, threads: int) -> dict[str, Any]:
    """Of colors and alpha: in float64, and in float32 apart where rounding decided otherwise."""
    outputs = ("color", "alpha", "contributors")
    out: dict[str, Any] = {}
    for name, dtype in (("float32", torch.float32), ("float64", torch.float64)):
        scene, cameras = gaussians.to(dtype), view.to(dtype)
        with torch.no_grad():
            ours = rasterize(scene, cameras, outputs=outputs, threads=threads)
            theirs = oracle_rasterize(scene, cameras, outputs=outputs)
        assert ours.contributors is not None
        assert theirs.contributors is not None
        apart = otherwise_composed(ours.contributors[0], theirs.contributors[0])
        worst = torch.maximum(_largest(ours.color, theirs.color), _largest(ours.alpha, theirs.alpha))
        out[f"{name}_largest_difference"] = float(worst.max())
        out[f"{name}_largest_difference_of_pixels_composed_alike"] = float(worst[~apart].max())
        out[f"{name}_pixels_composed_otherwise"] = int(apart.sum())
    out["pixels"] = view.width * view.height
    return out


def _largest(a: Tensor | None, b: Tensor | None) -> Tensor:
    """(pixels,)"""
    assert a is not None
    assert b is not None
    return (a - b).abs().double().reshape(a.shape[1] * a.shape[2], -1).amax(dim=1)


def frame(gaussians: Gaussians, view: Cameras, threads: int, runs: int) -> dict[str, Any]:
    """A whole picture and its stages."""
    work = forward(rasterize, gaussians, view, threads=threads)
    work()
    whole, stages = [], []
    for _ in range(runs):
        with stage_times() as times:
            whole.append(milliseconds(work))
        stages.append(times)
    names = [name for name in stages[0] if name != "pairs"]
    return {
        "gaussians": len(gaussians),
        "size": f"{view.width}x{view.height}",
        "frame_ms": statistics.median(whole),
        "fastest_ms": min(whole),
        "processor_ms": in_turns({"": work}, runs, time.process_time)[""],
        "stages_ms": {name: statistics.median(s[name] for s in stages) * 1e3 for name in names},
        "tile_pairs": int(stages[0]["pairs"]),
    }


def biker(threads: int, runs: int, picture: Path | None) -> dict[str, Any]:
    gaussians, view = read_gaussians(data() / "splat_formats" / "biker.compressed.ply"), biker_view(512)
    out = frame(gaussians, view, threads, runs)
    alone = frame(gaussians, view, 1, runs)
    out["one_thread"] = {name: alone[name] for name in ("frame_ms", "fastest_ms", "processor_ms")}
    out["forward_backward_ms"] = in_turns({"": both_ways(rasterize, gaussians, view, threads=threads)}, runs)[""]
    if picture is not None:
        color = rasterize(gaussians, view, background=torch.ones(3), threads=threads).color
        assert color is not None
        Image.fromarray((color[0].clamp(0, 1) * 255).round().byte().numpy()).save(picture)
    return out


def field(threads: int, runs: int) -> dict[str, Any]:
    gaussians, view = dense_field(SUBSAMPLE)
    lists = rasterize(gaussians, view, outputs=("contributors",), threads=threads).contributors
    assert lists is not None
    out = frame(gaussians, view, threads, runs)
    out["hits_a_pixel"] = float(lists[0].offsets[-1]) / (view.width * view.height)
    works = {
        "forward": forward(rasterize, gaussians, view, threads=threads),
        "forward_backward": both_ways(rasterize, gaussians, view, threads=threads),
    }
    works["forward_backward"]()
    taken = in_turns(works, runs)
    for name, ms in taken.items():
        share = ms / OPENSPLAT_MS[name]
        out[name] = {"ms": ms, "share_of_opensplat": share, "aimed_share": AIMED_SHARE[name]}
    for name, of in (("forward", forward), ("forward_backward", both_ways)):
        work = of(rasterize, gaussians, view, threads=1)
        out[name]["processor_ms_of_one_thread"] = in_turns({"": work}, runs, time.process_time)[""]
    return out


def memory(threads: int, count: int) -> dict[str, Any]:
    """In a process of its own: kernels are loaded, the arrays are there, and then its greatest size is asked for."""
    if not Path("/proc/self/clear_refs").exists():
        return {"left_out": "the greatest size of a process can be asked for on Linux alone"}
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.bench_splat_raster",
        "--threads",
        str(threads),
        "--grow",
        str(count),
    ]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=REPOSITORY).stdout))


def grow(threads: int, count: int) -> dict[str, Any]:
    """The child of :func:`memory`."""

    def status(field_name: str) -> float:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) / 1e3 for line in lines if line.startswith(field_name + ":"))

    small, small_view = dense_field(200, side=64)
    both_ways(rasterize, small.with_degree(3), small_view, threads=threads)()
    gaussians, view = dense_field(count, side=1024)
    gaussians = gaussians.with_degree(3)
    gaussians = replace(gaussians, sh=gaussians.sh.contiguous())
    tensors = [gaussians.means, gaussians.quats, gaussians.log_scales, gaussians.logit_opacities, gaussians.sh]
    out: dict[str, Any] = {
        "gaussians": count,
        "size": "1024x1024",
        "harmonics_degree": 3,
        "arrays_mb": sum(t.numel() * t.element_size() for t in tensors) / 1e6,
    }
    leaves = with_gradients(gaussians)
    for name, work in (
        ("forward", forward(rasterize, gaussians, view, threads=threads)),
        ("forward_backward", lambda: _once(leaves, view, threads)),
    ):
        before = status("VmRSS")
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        work()
        out[f"{name}_growth_mb"] = status("VmHWM") - before
    return out


def _once(leaves: Gaussians, view: Cameras, threads: int) -> None:
    picture = rasterize(leaves, view, threads=threads)
    assert picture.color is not None
    picture.color.square().sum().backward()


def golden() -> dict[str, int]:
    wanted = np.asarray(Image.open(data() / "golden_splats" / "tiny.webp").convert("RGB")).astype(int)
    gaussians, view = golden_grid()
    out = {}
    for name, floor in (("with_floor", math.exp(-4.5)), ("without_floor", 0.0)):
        settings = RasterSettings(kernel_floor=floor, alpha_max=0.99, near=0.2)
        color = rasterize(gaussians, view, settings=settings).color
        assert color is not None
        drawn = (color[0].clamp(0.0, 1.0).numpy() * 255.0).round().astype(int)
        out[f"largest_difference_{name}"] = int(np.abs(drawn - wanted).max())
    return out


def broken_claims(report: dict[str, Any]) -> list[str]:
    against, mem, gold = report["baseline"], report["memory"], report["golden"]
    out = [
        f"{name} is {against[clock][name]['times_as_fast']:.1f} times as fast as the baseline ({clock}), not {least:g} times"
        for clock in ("wall", "processor_of_one_thread")
        for name, least in LEAST_RATIOS.items()
        if against[clock][name]["times_as_fast"] < least
    ]
    out += [
        f"{name} is {against[name]:.2g}, not under {LARGEST_DIFFERENCE:g}"
        for name in ("float64_largest_difference", "float32_largest_difference_of_pixels_composed_alike")
        if not against[name] < LARGEST_DIFFERENCE
    ]
    if against["float32_pixels_composed_otherwise"] > MOST_OTHERWISE * against["pixels"]:
        out.append(f"{against['float32_pixels_composed_otherwise']} pixels are composed otherwise than by the baseline")
    out += [
        f"memory: {name} is {mem[name]:.0f}, over {MOST_MEMORY_MB:g}"
        for name in ("forward_growth_mb", "forward_backward_growth_mb")
        if mem.get(name, 0.0) > MOST_MEMORY_MB
    ]
    return out + [
        f"golden: {name} is {gold[name]} of 255, not at most {most}"
        for name, most in (("largest_difference_with_floor", 1), ("largest_difference_without_floor", 8))
        if gold[name] > most
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="three runs each, and a tenth of the million")
    parser.add_argument("--picture", type=Path, help="where to put the picture of biker (PNG)")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--grow", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    if given.grow is not None:
        print(json.dumps(grow(given.threads, given.grow)))
        return 0
    if "SCENEWRIGHT_DATA" not in os.environ:
        print("SCENEWRIGHT_DATA is not set", file=sys.stderr)
        return NOT_AT_HAND
    runs = 3 if given.quick else given.runs
    report: dict[str, Any] = {
        "threads": given.threads,
        "runs": runs,
        "load_at_start": os.getloadavg()[0],
        "baseline": baseline(given.threads, runs),
        "biker": biker(given.threads, runs, given.picture),
        "field": field(given.threads, runs),
        "memory": memory(given.threads, 100_000 if given.quick else 1_000_000),
        "golden": golden(),
    }
    report["load_at_end"] = os.getloadavg()[0]
    text = json.dumps(report, indent=1)
    print(text)
    if given.json is not None:
        given.json.write_text(text + "\n", encoding="utf-8")
    broken = broken_claims(report)
    for claim in broken:
        print(claim, file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
