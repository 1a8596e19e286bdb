# /// asset
# word = "webcam"
# synonyms = ["web cam"]
# stands_for = ["baby monitor", "dash cam", "action camera"]
# phrase = "a small camera on a clip"
# category = "electronics"
# support = "surface"
# [colors]
# paint = [0.14, 0.14, 0.15]
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


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


@register("the camera")
def eye(*, paint):
    return concat_shapes(
        rod((-0.045, 0.085, 0), (0.045, 0.085, 0), 0.02, paint, {"roughness": 0.35}),
        *[ball((s * 0.045, 0.085, 0), 0.02, paint) for s in (-1, 1)],
        rod((0, 0.085, 0.01), (0, 0.085, 0.024), 0.0145, (0.05, 0.05, 0.06)),
        rod((0, 0.085, 0.02), (0, 0.085, 0.026), 0.009, (0.15, 0.2, 0.35), {"roughness": 0.05}),
        ball((0.03, 0.087, 0.018), 0.0025, (0.3, 0.9, 0.4), {"emission": 1.5}),
    )


@register("the clip")
def clip(*, paint):
    return concat_shapes(
        rod((0, 0.03, -0.005), (0, 0.07, 0), 0.008, darker(paint, 0.8)),
        box((0, 0.025, 0.005), (0.05, 0.012, 0.05), darker(paint, 0.8)),
        box((0, 0.0, 0.0), (0.056, 0.006, 0.06), darker(paint, 0.8)),
        moved(box((0, 0, 0), (0.05, 0.045, 0.008), darker(paint, 0.8)), (0, 0.022, -0.025), 0.2, (1, 0, 0)),
    )


@register("a small camera on a clip")
def webcam(*, width=0.1, height=0.11, depth=0.07, paint=(0.14, 0.14, 0.15)):
    whole = concat_shapes(library_call("eye", paint=paint), library_call("clip", paint=paint))
    return fitted(whole, width, height, depth)
