# /// asset
# word = "envelope"
# synonyms = ["letter", "envelopes", "letters", "stack of mail", "mail", "stack of envelopes", "love letter"]
# stands_for = [
#     "card", "greeting card", "birthday card", "business card", "business cards", "index card", "index cards",
#     "flash cards", "ticket", "tickets", "passport", "receipt", "price tag", "invitation", "parcel slip",
#     "gift card", "bookmark",
# ]
# phrase = "three sealed envelopes"
# category = "office"
# support = "surface"
# [colors]
# paper = [0.94, 0.9, 0.8]
# seal = [0.7, 0.1, 0.1]
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("one envelope with its flap and stamp")
def letter_part(*, paper, seal):
    lines = [rod((s * 0.108, 0.0026, -0.072), (0, 0.0028, 0.006), 0.0011, darker(paper, 0.75)) for s in (-1, 1)]
    return concat_shapes(
        box((0, 0.0012, 0), (0.22, 0.0024, 0.15), paper, {"roughness": 0.9}),
        *lines,
        rod((0, 0.002, 0.006), (0, 0.0045, 0.006), 0.011, seal),
    )


@register("three sealed envelopes")
def envelope(*, width=0.24, height=0.02, depth=0.18, paper=(0.94, 0.9, 0.8), seal=(0.7, 0.1, 0.1)):
    whole = concat_shapes(
        *[
            moved(
                library_call("letter_part", paper=darker(paper, 1 - 0.05 * i), seal=seal),
                (0.006 * (1 - i), 0.0055 * i, 0.004 * i),
                0.12 * (i - 1),
            )
            for i in range(3)
        ]
    )
    return fitted(whole, width, height, depth)
