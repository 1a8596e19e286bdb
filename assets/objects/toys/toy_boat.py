# /// asset
# word = "toy boat"
# synonyms = ["sailing boat", "model boat", "toy ship", "toy sailboat", "sailboat", "boat"]
# phrase = "a toy sailing boat with two sails"
# category = "toys"
# support = "surface"
# [colors]
# hull = [0.8, 0.18, 0.16]
# sail = [0.97, 0.95, 0.9]
# ///
from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


@register("the hull with its deck")
def hull_part(*, length, width, height, hull):
    count = 20

    def rib(i):
        t = (i + 0.5) / count
        taper = 1 - max(0.0, (t - 0.35) / 0.65) ** 2.2
        wide, x, step = width * taper * (0.78 + 0.22 * min(1.0, t * 4)), length * (t - 0.5), length / count * 1.03
        rake = min(1.0, (1 - t) * 6)
        return concat_shapes(
            box((x, height * 0.62, 0), (step, height * 0.52, wide), hull, {"roughness": 0.3}),
            box(
                (x, height * (0.36 - 0.18 * rake), 0),
                (step, height * 0.36 * rake, wide * 0.62),
                hull,
                {"roughness": 0.3},
            ),
            box((x, height * 0.9, 0), (step, height * 0.08, wide * 1.04), (0.97, 0.95, 0.9)),
            box((x, height * 0.93, 0), (step, height * 0.06, wide * 0.8), *surface("oak")),
        )

    return loop(count, rib)


@register("the mast with mainsail, jib and pennant")
def rig(*, length, height, sail):
    count = 14
    main = [
        box(
            (-length * 0.02 - length * 0.17 * (1 - i / count), height * (0.1 + 0.8 * i / count), 0),
            (length * 0.34 * (1 - i / count), height * 0.8 / count * 1.02, 0.004),
            sail,
        )
        for i in range(count)
    ]
    jib = [
        box(
            (length * 0.03 + length * 0.16 * (1 - i / count), height * (0.1 + 0.66 * i / count), 0),
            (length * 0.3 * (1 - i / count), height * 0.66 / count * 1.02, 0.004),
            tuple(0.92 * c for c in sail),
        )
        for i in range(count)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), length * 0.016, *surface("oak")),
        rod((-length * 0.38, height * 0.09, 0), (length * 0.02, height * 0.09, 0), length * 0.01, *surface("oak")),
        *main,
        *jib,
        box((-length * 0.06, height * 0.965, 0), (length * 0.12, height * 0.05, 0.003), (0.2, 0.45, 0.75)),
    )


@register("a toy sailing boat with two sails")
def toy_boat(*, width=0.26, height=0.27, depth=0.085, hull=(0.8, 0.18, 0.16), sail=(0.97, 0.95, 0.9)):
    deck = height * 0.24
    body = library_call("hull_part", length=width, width=depth / 1.04, height=deck, hull=hull)
    whole = concat_shapes(
        body,
        transform_shape(
            library_call("rig", length=width, height=height - deck * 0.9, sail=sail),
            translation_matrix((width * 0.04, deck * 0.9, 0)),
        ),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], 0)))
