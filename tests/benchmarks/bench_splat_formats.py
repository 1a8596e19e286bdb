"""Splat files: bytes, seconds to write and to read, and how near their pictures are to the original's.

    SCENEWRIGHT_DATA=... python -m tests.benchmarks.bench_splat_formats [--size PIXELS] [--repeat N] [--quick] [--json FILE]

Of ``biker.compressed.ply`` (152,746 Gaussians of degree 0), and, unless --quick, of the same with random harmonics of degree 3. A plain
PLY is INRIA's, with its normals; `ratio` is its size over the file's, `ratio_without_normals` that of the 14 columns alone. Reading is told with
the child that parses the file, and without it (`parse_s`). Pictures: three views around, differences in 255ths of what
is shown; a pixel where two Gaussians change places in depth differs by more than any rounding, so the share beyond 2 is told too.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from scenewright.app.turntables import Turntable, fitted_cameras
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.formats import read_file, read_gaussians, write_file
from scenewright.scene.splats.formats.decoding import READERS
from scenewright.scene.splats.formats.decoding.columns import Options, checked
from scenewright.scene.splats.formats.encoding import WriteOptions
from scenewright.scene.splats.rasterize import rasterize
from scenewright.scene.threads import thread_count

VARIANTS: dict[str, tuple[str, WriteOptions]] = {
    "ply": (".ply", WriteOptions()),
    "compressed.ply": (".compressed.ply", WriteOptions()),
    "splat": (".splat", WriteOptions()),
    "spz 3": (".spz", WriteOptions()),
    "spz 4": (".spz", WriteOptions(spz_version=4)),
    "spz 3 compact": (".spz", WriteOptions(compact=True)),
    "spz 4 compact": (".spz", WriteOptions(spz_version=4, compact=True)),
    "sog": (".sog", WriteOptions()),
    "sog compact": (".sog", WriteOptions(compact=True)),
    "glb": (".glb", WriteOptions()),
}


def best(work: Callable[[], Any], repeat: int) -> tuple[Any, float]:
    """The result, and the least seconds of some runs."""
    seconds, result = [], None
    for _ in range(repeat):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return result, min(seconds)


def pictures(gaussians: Gaussians, cameras: Any) -> torch.Tensor:
    with torch.no_grad():
        color = rasterize(gaussians, cameras, background=torch.ones(3), outputs=("color",)).color
    assert color is not None
    return (color.clamp(0.0, 1.0) * 255.0).round()


def measured(gaussians: Gaussians, folder: Path, repeat: int, size: int) -> dict[str, dict[str, float]]:
    cameras = fitted_cameras(gaussians, Turntable(views=3, width=size, height=size))
    truth = pictures(gaussians, cameras)
    plain = write_file(gaussians, folder / "plain.ply").size
    columns = 14 + 3 * (gaussians.sh.shape[1] - 1)
    out: dict[str, dict[str, float]] = {}
    for name, (suffix, options) in VARIANTS.items():
        path = folder / f"x{suffix}"
        written, write_s = best(lambda p=path, o=options: write_file(gaussians, p, options=o), repeat)
        read, read_s = best(lambda p=path: read_file(p), repeat)
        reader = READERS[read.format]
        _, parse_s = best(lambda p=path, r=reader: [checked(part, Options()) for part in r(p, Options())], repeat)
        difference = (pictures(read.gaussians, cameras) - truth).abs().numpy()
        out[name] = {
            "bytes": written.size,
            "ratio": plain / written.size,
            "ratio_without_normals": 4 * columns * len(gaussians) / written.size,
            "write_s": write_s,
            "read_s": read_s,
            "parse_s": parse_s,
            "difference_max": float(difference.max()),
            "difference_p99.9": float(np.percentile(difference, 99.9)),
            "difference_p99.99": float(np.percentile(difference, 99.99)),
            "share_beyond_2": float((difference > 2).mean()),
        }
    return out


def with_harmonics(gaussians: Gaussians) -> Gaussians:
    """The same with harmonics of degree 3 that neighbours share, as trained ones have."""
    generator = torch.Generator().manual_seed(0)
    waves = torch.randn(3, 45, generator=generator) * 4.0
    rest = 0.08 * torch.sin(gaussians.means @ waves) + 0.02 * torch.randn(len(gaussians), 45, generator=generator)
    return replace(gaussians, sh=torch.cat([gaussians.sh, rest.reshape(-1, 15, 3)], dim=1))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="degree 0 only, each once")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    data = os.environ.get("SCENEWRIGHT_DATA")
    if data is None:
        raise SystemExit("set SCENEWRIGHT_DATA to the folder that holds splat_formats/biker.compressed.ply")
    biker = read_gaussians(Path(data) / "splat_formats" / "biker.compressed.ply")
    repeat = 1 if given.quick else given.repeat
    report: dict[str, Any] = {"threads": thread_count(), "size": given.size, "gaussians": len(biker)}
    with tempfile.TemporaryDirectory() as folder:
        report["biker"] = measured(biker, Path(folder), repeat, given.size)
        if not given.quick:
            report["biker_degree_3"] = measured(with_harmonics(biker), Path(folder), 1, given.size)
    text = json.dumps(report, indent=1)
    print(text)
    if given.json is not None:
        given.json.write_text(text + "\n", encoding="utf-8")
    for key in ("biker", "biker_degree_3"):
        for name, row in report.get(key, {}).items():
            print(
                f"{key:15} {name:15} {row['bytes']:>11,} bytes  1/{row['ratio']:5.2f}  write {row['write_s']:6.2f} s  read "
                f"{row['read_s']:5.2f} s  max {row['difference_max']:3.0f}  99.9% {row['difference_p99.9']:3.0f}  99.99% {row['difference_p99.99']:3.0f}  beyond 2: "
                f"{row['share_beyond_2']:.3%}",
                file=sys.stderr,
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
