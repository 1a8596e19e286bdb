# /// asset
# word = "rowboat"
# synonyms = ["rowing boat", "fishing boat", "wooden boat", "dinghy"]
# stands_for = ["raft"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "inside"]
# ///
import itertools

import numpy as np

from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, moved, rod, tinted, tube


def half_width(z):
    """Half the beam at the gunwale: pointed at the bow (z = 1.42), a broad transom at the stern (z = -1.36)."""
    return 0.56 * (1 - (z / 1.42) ** 2.3) if z > 0 else 0.56 - 0.14 * (z / -1.36) ** 2


def sheer(z):
    """How much the planks rise toward the ends."""
    return 0.13 * (max(z, 0) / 1.42) ** 2.2 + 0.04 * (min(z, 0) / 1.36) ** 2


@register("the planked hull, closed by the stem and the transom")
def hull_part(*, paint, inside):
    zs = [float(z) for z in np.linspace(-1.36, 1.41, 21)]
    pieces = []
    for k in range(9):
        wide, lift = 0.4 + 0.6 * (k / 8) ** 0.75, 0.05 + 0.045 * k
        color = tinted(paint, 1.0 if (k // 2) % 2 else 0.86)
        rise = [lift + sheer(z) * (0.35 + 0.65 * k / 8) for z in zs]
        for s in (-1, 1):
            line = [(s * wide * half_width(z), y, z) for z, y in zip(zs, rise, strict=True)]
            pieces += [beam(a, b, (0.05, 0.07), color, {"roughness": 0.4}) for a, b in itertools.pairwise(line)]
        pieces.append(box((0, rise[0], -1.375), (2 * wide * half_width(-1.36) + 0.05, 0.07, 0.05), color))
    bottom = [
        box(
            (0, 0.05 + 0.35 * sheer((a + b) / 2), (a + b) / 2),
            (0.8 * half_width((a + b) / 2) + 0.05, 0.04, b - a + 0.01),
            tinted(paint, 0.8),
        )
        for a, b in itertools.pairwise(zs)
    ]
    boards = [
        box((0, 0.12 + 0.3 * sheer(z), z), (0.95 * half_width(z), 0.02, 0.1), tinted(inside, 1.0 if i % 2 else 0.92))
        for i, z in enumerate(np.linspace(-1.25, 1.1, 23).tolist())
    ]
    rail = [(s * (half_width(z) + 0.012), 0.455 + sheer(z), z) for s in (-1, 1) for z in zs]
    return concat_shapes(
        *pieces,
        *bottom,
        *boards,
        tube(rail[: len(zs)], 0.03, inside),
        tube(rail[len(zs) :], 0.03, inside),
        rod((-0.43, 0.5, -1.375), (0.43, 0.5, -1.375), 0.03, inside),
        tube([(0, 0.04, 1.34), (0, 0.3, 1.44), (0, 0.63, 1.46)], 0.035, inside),
        box((0, 0.03, -0.1), (0.05, 0.06, 2.5), tinted(paint, 0.7)),
    )


@register("the benches and the oars")
def fittings():
    wood = surface("pine")
    oars = []
    for s in (-1, 1):
        oar = concat_shapes(
            rod((0, 0, -0.95), (0, 0, 0.6), 0.022, *wood), ellipsoid((0, 0, -1.05), (0.075, 0.014, 0.22), *wood)
        )
        oars.append(moved(oar, (s * 0.18, 0.395, 0.3), s * 0.06))
    benches = [box((0, 0.355, z), (w, 0.03, 0.24), *wood) for z, w in ((-0.85, 0.84), (0, 0.96), (0.8, 0.66))]
    return concat_shapes(*benches, *oars)


@register("a wooden rowing boat with oars")
def rowboat(*, width=1.3, height=0.62, depth=2.9, paint=(0.2, 0.42, 0.55), inside=(0.72, 0.52, 0.32)):
    whole = concat_shapes(library_call("hull_part", paint=paint, inside=inside), library_call("fittings"))
    return fitted(whole, width, height, depth)
