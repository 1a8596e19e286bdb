# /// asset
# word = "gas can"
# synonyms = ["jerry can", "jerrycan", "fuel can", "petrol can", "gasoline can", "canister of fuel", "fuel canister"]
# stands_for = ["oil can", "motor oil", "oil bottle can", "bottle of motor oil", "water canister"]
# phrase = "a fuel can with a spout"
# category = "tools"
# support = "floor"
# [colors]
# paint = [0.82, 0.12, 0.1]
# ///
import itertools

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def tube(points, radius, color, material=None):
    """A bent rod through `points`, rounded at its bends and ends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points
    ]
    return concat_shapes(*rods, *bends)


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


@register("the ribbed can")
def can_part(*, paint):
    plastic = {"roughness": 0.4}
    ribs = [
        moved(box((0, 0, 0), (0.24, 0.018, 0.006), darker(paint, 0.85), plastic), (0, 0.14, s * 0.1), turn, (0, 0, 1))
        for s in (-1, 1)
        for turn in (0.7, -0.7)
    ]
    return concat_shapes(
        box((0, 0.14, 0), (0.28, 0.26, 0.18), paint, plastic),
        box((0, 0.14, 0), (0.26, 0.28, 0.2), paint, plastic),
        *ribs,
        tube([(-0.1, 0.27, 0), (-0.09, 0.325, 0), (0.05, 0.325, 0), (0.06, 0.27, 0)], 0.014, paint, plastic),
    )


@register("the spout")
def spout():
    return concat_shapes(
        rod((0.1, 0.27, 0), (0.1, 0.3, 0), 0.03, (0.12, 0.12, 0.12)),
        tube([(0.1, 0.3, 0), (0.12, 0.34, 0), (0.15, 0.36, 0)], 0.0135, (0.95, 0.8, 0.15)),
    )


@register("a fuel can with a spout")
def gas_can(*, width=0.28, height=0.36, depth=0.2, paint=(0.82, 0.12, 0.1)):
    whole = concat_shapes(library_call("can_part", paint=paint), library_call("spout"))
    return fitted(whole, width, height, depth)
