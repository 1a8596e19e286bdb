"""The sentences of the README that carry a promise which a figure can show, each with its figure. ``tests/app/bench`` holds that the
README still says them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scenewright.app.bench.figures import Figure

__all__ = ["CLAIMS", "ReadmeClaim"]


@dataclass(frozen=True, slots=True)
class ReadmeClaim:
    """`says`: words of the README, in one line. `part`, `figure`: where it is measured; the name of the figure contains `figure`.
    `holds`: whether the figure bears it out."""

    says: str
    part: str
    figure: str
    holds: Callable[[Figure], bool]


def _better(figure: Figure) -> bool:
    """Whether it is better than its baseline. A violation or another fault that is gone has no ratio."""
    ratio = figure.ratio
    return figure.value == 0.0 if ratio is None else ratio > 1.0


CLAIMS = (
    ReadmeClaim(
        "every edit is written back into the text",
        "language",
        "characters that differ after an edit",
        lambda f: f.value == 0.0,
    ),
    ReadmeClaim("the program comes back byte for byte", "layout", "byte for byte", lambda f: f.value == 100.0),
    ReadmeClaim(
        "moves only the bodies that must move, by as little as possible",
        "layout",
        "metres that the repair moved",
        _better,
    ),
    ReadmeClaim(
        "`sw.rasterize` draws and differentiates Gaussians on any machine",
        "rasteriser",
        "drawn and differentiated",
        _better,
    ),
    ReadmeClaim(
        "which numba compiles on first use (some ten seconds to a minute, once)",
        "rasteriser",
        "compiling the kernels",
        lambda f: f.value < 90.0,
    ),
    ReadmeClaim(
        "with gradients for every parameter and the camera pose",
        "rasteriser",
        "error of gradients",
        lambda f: f.value < 1e-3,
    ),
    ReadmeClaim("Every Gaussian carries an entity id", "rasteriser", "carry their entity", lambda f: f.value == 100.0),
    ReadmeClaim("returns entities, best first", "query", "answered by the right thing", _better),
    ReadmeClaim("nodes carry path, words and entity id", "export", "carry the path", lambda f: f.value == 100.0),
)
