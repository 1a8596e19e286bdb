"""Regions of photographs without a model: superpixels, merged with neighbours of similar colour.

Superpixels are SLIC (Achanta et al., TPAMI 2012) or those of Felzenszwalb and Huttenlocher (IJCV 2004). One greedy merging of
neighbours, nearest colours first, gives three levels, so that parts lie within objects and objects within groups. Colour distances are
CIE76 (Euclidean in Lab; 2.3 is just noticeable). Distances of small regions are reduced; otherwise edges would remain as slivers on
every level. scikit-image computes all this; it comes with the extra `pictures`.
"""

from __future__ import annotations

import enum
import importlib.util
import math
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.semantics.encoders.base import checked_picture
from scenewright.scene.semantics.regions.masks import Labels, MaskError, Masks, compact

__all__ = ["Superpixels", "superpixel_masks", "superpixels_missing"]


_FULL = 4
"""Least size of a region, in superpixels, for its colour distance to count in full."""


class Superpixels(enum.StrEnum):
    """The method for the smallest regions."""

    SLIC = "slic"
    """Compact regions of similar size. They follow colour edges and do not split textures."""
    FELZENSZWALB = "felzenszwalb"
    """Regions of any size and uniform colour. Walls stay whole, textures are split into many."""


def superpixels_missing() -> str | None:
    """None if superpixels can be computed, else one line that says what to install."""
    if importlib.util.find_spec("skimage") is None:
        return "regions of photographs need scikit-image: pip install 'scenewright[pictures]'"
    return None


def superpixel_masks(
    picture: npt.NDArray[np.uint8],
    *,
    kind: Superpixels = Superpixels.SLIC,
    size: int = 400,
    distances: tuple[float, float, float] = (5.0, 11.0, 20.0),
) -> Masks:
    """Three levels of regions of a picture (H, W, 3), uint8 sRGB. Every pixel belongs to a region of each level.

    Args:
        kind: the method for superpixels.
        size: of a superpixel in pixels: approximate for SLIC, otherwise at least an eighth of it.
        distances: CIE76 distances of mean colours below which neighbours are joined to parts, objects and groups; not decreasing.

    Raises:
        MaskError: scikit-image is not installed, or a number is out of range.
        EncoderError: the picture has a wrong shape or type.
    """
    missing = superpixels_missing()
    if missing is not None:
        raise MaskError(missing)
    if size < 1 or any(d < 0 for d in distances) or list(distances) != sorted(distances):
        raise MaskError(f"size {size} must be at least 1, and distances {distances} positive and rising")
    from skimage.color import rgb2lab

    image = checked_picture(picture)
    colors = rgb2lab(image)
    base = _smallest(image, kind, size)
    graph = _neighbours(base, colors, _FULL * size)
    part, middle, group = (_merged(base, graph, distance) for distance in distances)
    return Masks(part, middle, group)


def _smallest(image: npt.NDArray[np.uint8], kind: Superpixels, size: int) -> Labels:
    from skimage.segmentation import felzenszwalb, slic

    if kind is Superpixels.FELZENSZWALB:
        labels = felzenszwalb(image, scale=100, sigma=0.8, min_size=max(size // 8, 1))
    else:
        count = max(image.shape[0] * image.shape[1] // size, 1)
        labels = slic(image, n_segments=count, compactness=10, start_label=0, enforce_connectivity=True)
    return compact(labels)[0]


def _neighbours(labels: Labels, colors: npt.NDArray[np.float64], full: int) -> Any:
    """The graph of adjacent regions, with their sums of colours and the distances of their mean colours.

    It is built from pairs of adjacent pixels, because scikit-image's own constructor calls Python for each pixel. `full`: size in
    pixels from which on a region's distances count in full.
    """
    from skimage.graph import RAG

    count = int(labels.max()) + 1
    flat = labels.reshape(-1)
    pixels = np.bincount(flat, minlength=count)
    sums = np.stack([np.bincount(flat, weights=colors[..., k].reshape(-1), minlength=count) for k in range(3)], axis=1)
    pairs = np.concatenate(
        [
            np.stack([labels[:, :-1].reshape(-1), labels[:, 1:].reshape(-1)], axis=1),
            np.stack([labels[:-1].reshape(-1), labels[1:].reshape(-1)], axis=1),
        ]
    )
    pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
    means = sums / pixels[:, None]
    graph = RAG()
    graph.graph["full"] = full
    for number in range(count):
        graph.add_node(number, labels=[number], pixels=int(pixels[number]), sums=sums[number], mean=means[number])
    for a, b in pairs.tolist():
        graph.add_edge(a, b, **_distance(graph, a, a, b))
    return graph


def _merged(labels: Labels, graph: Any, distance: float) -> Labels:
    """The regions after joining all neighbours below `distance`. The graph is changed to that of the joined regions."""
    from skimage.graph import merge_hierarchical

    joined = merge_hierarchical(
        labels, graph, distance, rag_copy=False, in_place_merge=True, merge_func=_join, weight_func=_distance
    )
    return compact(joined)[0]


def _join(graph: Any, source: int, target: int) -> None:
    absorbed, into = graph.nodes[source], graph.nodes[target]
    into["sums"] = into["sums"] + absorbed["sums"]
    into["pixels"] += absorbed["pixels"]
    into["mean"] = into["sums"] / into["pixels"]


def _distance(graph: Any, source: int, target: int, neighbour: int) -> dict[str, float]:
    """The distance of a joined region from a neighbour. Called by scikit-image's merging, after the sums were added."""
    del source
    one, other = graph.nodes[target], graph.nodes[neighbour]
    share = min(one["pixels"], other["pixels"]) / graph.graph["full"]
    return {"weight": float(np.linalg.norm(one["mean"] - other["mean"])) * min(math.sqrt(share), 1.0)}
