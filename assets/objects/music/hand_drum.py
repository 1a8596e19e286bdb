# /// asset
# word = "drum"
# synonyms = ["conga", "djembe", "hand drum", "african drum"]
# stands_for = ["timpani", "bass drum", "kettledrum", "toy drum"]
# phrase = "a drum with a laced skin"
# category = "music"
# support = "floor"
# [colors]
# wood = [0.62, 0.3, 0.14]
# ///
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def lathe(profile, color, material=None, *, slices=48):
    """A solid of revolution about the y axis; `profile` holds (radius, y) from the bottom up."""
    radii, heights = np.array(profile, dtype=float).T
    step = (heights[-1] - heights[0]) / slices
    middles = heights[0] + step * (np.arange(slices) + 0.5)
    return concat_shapes(
        *[
            primitive_call(
                "cylinder",
                {"radius": float(r), "p0": (0, float(y - step / 2), 0), "p1": (0, float(y + step / 2), 0)},
                color=color,
                material=material,
            )
            for r, y in zip(np.interp(middles, heights, radii), middles, strict=True)
        ]
    )


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the shell")
def shell_part(*, wood):
    return concat_shapes(
        lathe([(0.13, 0), (0.155, 0.16), (0.165, 0.3), (0.16, 0.46)], wood, {"roughness": 0.4}, slices=60),
        rod((0, 0, 0), (0, 0.02, 0), 0.138, darker(wood, 0.6)),
    )


@register("the skin with its hoop")
def skin_part():
    steel = surface("steel")
    return concat_shapes(
        rod((0, 0.46, 0), (0, 0.492, 0), 0.164, (0.94, 0.9, 0.82), {"roughness": 0.8}),
        *[round_wall((0.178, y), (0.178, y + 0.02), 0.013, *steel, panels=44) for y in (0.465,)],
    )


@register("the lacing")
def lacing():
    rope = (0.88, 0.84, 0.74)

    def strand(i):
        a, b, c = (k * math.pi / 12 for k in (2 * i, 2 * i + 1, 2 * i + 2))
        top, low = 0.172, 0.163
        return concat_shapes(
            rod(
                (top * math.cos(a), 0.465, top * math.sin(a)), (low * math.cos(b), 0.19, low * math.sin(b)), 0.004, rope
            ),
            rod(
                (low * math.cos(b), 0.19, low * math.sin(b)), (top * math.cos(c), 0.465, top * math.sin(c)), 0.004, rope
            ),
        )

    return concat_shapes(loop(12, strand), round_wall((0.168, 0.18), (0.168, 0.195), 0.012, rope, panels=36))


@register("a drum with a laced skin")
def hand_drum(*, width=0.36, height=0.5, depth=0.36, wood=(0.62, 0.3, 0.14)):
    whole = concat_shapes(library_call("shell_part", wood=wood), library_call("skin_part"), library_call("lacing"))
    return fitted(whole, width, height, depth)
