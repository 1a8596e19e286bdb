# /// asset
# word = "pet bowl"
# synonyms = ["food bowl", "dog bowl", "cat bowl", "water bowl", "pet food bowl"]
# phrase = "a pet's bowl of food with a bone"
# category = "pets"
# support = "floor"
# [colors]
# paint = [0.2, 0.45, 0.65]
# ///
import math

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def round_wall(bottom, top, thickness, color, material=None, *, panels=32):
    """A hollow round wall of flat panels; `bottom` and `top` are (outer radius, y)."""
    (r0, y0), (r1, y1) = bottom, top
    size = (thickness, math.hypot(r1 - r0, y1 - y0), 2 * max(r0, r1) * math.tan(math.pi / panels))
    lean = rotation_matrix(-math.atan2(r1 - r0, y1 - y0), (0, 0, 1), (0, 0, 0))
    panel = transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material),
        translation_matrix(((r0 + r1 - thickness) / 2, (y0 + y1) / 2, 0)) @ lean,
    )
    return loop(
        panels, lambda i: transform_shape(panel, rotation_matrix(2 * math.pi * i / panels, (0, 1, 0), (0, 0, 0)))
    )


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the bowl with its food")
def bowl_part(*, paint):
    gloss = {"roughness": 0.25}
    food = [
        ball(
            (0.055 * math.sqrt(i / 30) * math.cos(i * 2.4), 0.05, 0.055 * math.sqrt(i / 30) * math.sin(i * 2.4)),
            0.0105,
            (0.45, 0.28, 0.15),
        )
        for i in range(30)
    ]
    return concat_shapes(
        round_wall((0.12, 0), (0.095, 0.065), 0.012, paint, gloss, panels=40),
        round_wall((0.088, 0.02), (0.098, 0.066), 0.006, *surface("steel"), panels=40),
        rod((0, 0, 0), (0, 0.042, 0), 0.085, *surface("steel")),
        *food,
    )


@register("the bone")
def bone_part():
    tone = (0.94, 0.9, 0.8)
    return concat_shapes(
        rod((-0.03, 0, 0), (0.03, 0, 0), 0.0085, tone),
        *[ball((x * 0.034, 0, z * 0.009), 0.0115, tone) for x in (-1, 1) for z in (-1, 1)],
    )


@register("a pet's bowl of food with a bone")
def pet_bowl(*, width=0.24, height=0.085, depth=0.24, paint=(0.2, 0.45, 0.65)):
    whole = concat_shapes(
        library_call("bowl_part", paint=paint), moved(library_call("bone_part"), (0.01, 0.07, 0), 0.6)
    )
    return fitted(whole, width, height, depth)
