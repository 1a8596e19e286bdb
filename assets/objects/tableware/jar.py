# /// asset
# word = "jar"
# synonyms = [
#     "glass jar", "mason jar", "cookie jar", "storage jar", "canister", "container", "jar of snacks",
#     "jar of cookies",
# ]
# stands_for = [
#     "jam jar", "flour canister", "sugar jar", "sugar bowl", "jar honey", "honey jar", "jar of bath salts",
#     "tea caddy", "tea tin", "storage tin", "cookie tin", "biscuit tin", "honey", "jam", "jar of jam", "tip jar",
#     "specimen jar", "bath salts", "bath salt jar",
# ]
# category = "tableware"
# support = "surface"
# colors = ["content", "lid_paint"]
# materials = ["vessel", "lid"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, rod, rotated, tinted


@register("three stacks of cookies inside")
def filling(*, radius, height, content):
    rng = np.random.default_rng(3)
    step, reach, wide = height * 0.06, radius * 0.515, radius * 0.44
    layers = 13
    chips = (0.24, 0.13, 0.07)

    def cookie(i):
        layer, k = divmod(i, 3)
        angle = 2 * math.pi * (k / 3 + 0.05 + 0.004 * rng.uniform(-1, 1))
        bake = rng.uniform(0.82, 1.08)
        shade = tinted(content, bake)
        turn = rotation_matrix(rng.uniform(0, 2 * math.pi), (0, 1, 0), (0, 0, 0))
        one = concat_shapes(
            ellipsoid((0, 0, 0), (wide, step * 0.49, wide), shade, {"roughness": 0.85}),
            loop(
                5,
                lambda j: ellipsoid(
                    (wide * 0.9 * math.cos(j * 1.257), step * 0.06, wide * 0.9 * math.sin(j * 1.257)),
                    (wide * 0.12, step * 0.24, wide * 0.12),
                    chips,
                ),
            ),
        )
        at = (reach * math.cos(angle), height * 0.06 + step * (layer + 0.5), reach * math.sin(angle))
        return transform_shape(one, translation_matrix(at) @ turn)

    return loop(layers * 3, cookie)


def glass_wall(radius, low, high, thickness, color, material=None, *, panels=56):
    """A hollow round wall of thin flat panels."""
    size = (thickness, high - low, 2 * (radius - thickness) * math.tan(math.pi / panels))
    panel = box((radius - thickness / 2, (low + high) / 2, 0), size, color, material)
    return loop(panels, lambda i: rotated(panel, 2 * math.pi * i / panels))


@register("the glass")
def jar_wall(*, radius, height, tint, clear):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.045, 0), radius * 0.98, tint, clear | {"opacity": 0.6}),
        glass_wall(radius, height * 0.01, height, radius * 0.008, tint, clear | {"opacity": 0.14}),
    )


@register("the lid with its knob")
def jar_lid(*, radius, base, height, look):
    return concat_shapes(
        rod((0, base, 0), (0, base + height * 0.5, 0), radius, *look),
        ellipsoid((0, base + height * 0.75, 0), (radius * 0.22, height * 0.25, radius * 0.22), *look),
    )


@register("a glass jar full of cookies with a wooden lid")
def jar(*, width=0.13, height=0.21, content=(0.78, 0.55, 0.3), lid_paint=None, vessel="glass", lid="oak"):
    radius, neck, (tint, clear) = width / 2, height * 0.82, surface(vessel)
    return concat_shapes(
        library_call("filling", radius=radius * 0.93, height=neck, content=content),
        library_call("jar_lid", radius=radius * 0.97, base=neck, height=height - neck, look=finish(lid, lid_paint)),
        library_call("jar_wall", radius=radius, height=neck, tint=tint, clear=clear),
    )
