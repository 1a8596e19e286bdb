# /// asset
# word = "molecular model"
# synonyms = ["molecule model", "atom model", "molecule", "chemistry model"]
# stands_for = ["dna model", "dna helix model", "armillary sphere"]
# category = "school"
# support = "surface"
# colors = ["carbon"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, fitted, rod


@register("the atoms and their bonds")
def atoms(*, carbon):
    ring = [
        (0.075 * math.cos(a), 0.11 + 0.065 * math.sin(a), 0.02 * (-1) ** k)
        for k, a in enumerate(np.linspace(0, 2 * math.pi, 7)[:-1])
    ]
    outer = [
        (0.125 * math.cos(a), 0.11 + 0.105 * math.sin(a), 0.05 * (-1) ** k)
        for k, a in enumerate(np.linspace(0, 2 * math.pi, 7)[:-1])
    ]
    tones = (
        (0.85, 0.12, 0.12),
        (0.95, 0.95, 0.94),
        (0.2, 0.4, 0.85),
        (0.95, 0.95, 0.94),
        (0.95, 0.95, 0.94),
        (0.9, 0.75, 0.2),
    )
    bonds = [rod(a, b, 0.005, (0.75, 0.76, 0.78)) for a, b in zip(ring, ring[1:] + ring[:1], strict=True)] + [
        rod(a, b, 0.005, (0.75, 0.76, 0.78)) for a, b in zip(ring, outer, strict=True)
    ]
    return concat_shapes(
        *[ball(p, 0.022, carbon, {"roughness": 0.2}) for p in ring],
        *[ball(p, 0.015 + 0.004 * (i % 2), tones[i], {"roughness": 0.2}) for i, p in enumerate(outer)],
        *bonds,
    )


@register("a ball-and-stick model of a molecule")
def molecular_model(*, width=0.26, height=0.22, depth=0.2, carbon=(0.14, 0.14, 0.15)):
    whole = library_call("atoms", carbon=carbon)
    return fitted(whole, width, height, depth)
