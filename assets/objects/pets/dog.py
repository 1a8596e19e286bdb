# /// asset
# word = "dog"
# synonyms = ["puppy", "dogs", "pet dog", "dog statue", "golden retriever", "labrador", "retriever"]
# stands_for = ["poodle", "beagle", "terrier", "spaniel", "collie", "border collie", "dachshund", "german shepherd", "husky", "pug"]
# category = "pets"
# support = "floor"
# colors = ["fur"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, tube


@register("the body on four legs")
def dog_body(*, fur):
    soft = {"roughness": 0.95}
    trunk = [
        ellipsoid(
            (0, 0.36 + 0.02 * math.sin(3 * t), z), (0.1 - 0.016 * abs(t - 0.3), 0.105 - 0.02 * abs(t), 0.09), fur, soft
        )
        for t, z in zip(np.linspace(-1, 1, 13), np.linspace(-0.2, 0.2, 13), strict=True)
    ]
    legs = [
        concat_shapes(
            tube([(s * 0.07, 0.32, z), (s * 0.075, 0.17, z - 0.02), (s * 0.075, 0.03, z)], 0.032, fur, soft),
            ellipsoid((s * 0.075, 0.022, z + 0.02), (0.037, 0.022, 0.05), fur, soft),
        )
        for s in (-1, 1)
        for z in (-0.22, 0.2)
    ]
    tail = tube([(0, 0.4, -0.28), (0, 0.47, -0.35), (0, 0.55, -0.36)], 0.022, darker(fur, 0.9), soft)
    return concat_shapes(*trunk, *legs, tail)


@register("the head with its ears")
def dog_head(*, fur):
    soft = {"roughness": 0.95}
    neck = tube([(0, 0.4, 0.22), (0, 0.5, 0.29)], 0.068, fur, soft)
    ears = [ellipsoid((s * 0.078, 0.52, 0.29), (0.02, 0.07, 0.04), darker(fur, 0.7), soft) for s in (-1, 1)]
    eyes = [ball((s * 0.034, 0.56, 0.365), 0.0105, (0.08, 0.05, 0.03), {"roughness": 0.1}) for s in (-1, 1)]
    return concat_shapes(
        neck,
        ellipsoid((0, 0.54, 0.3), (0.076, 0.075, 0.085), fur, soft),
        ellipsoid((0, 0.515, 0.38), (0.042, 0.036, 0.06), darker(fur, 1.05 if max(fur) < 0.9 else 0.95), soft),
        ellipsoid((0, 0.53, 0.435), (0.018, 0.014, 0.012), (0.06, 0.05, 0.05)),
        *ears,
        *eyes,
        tube(
            [
                (0.062 * math.cos(a), 0.455 + 0.02 * math.sin(a), 0.26 + 0.062 * math.sin(a))
                for a in np.linspace(0, 2 * math.pi, 20)
            ],
            0.011,
            (0.75, 0.15, 0.15),
        ),
    )


@register("a standing dog")
def dog(*, width=0.26, height=0.62, depth=0.8, fur=(0.78, 0.58, 0.34)):
    whole = concat_shapes(library_call("dog_body", fur=fur), library_call("dog_head", fur=fur))
    return fitted(whole, width, height, depth)
