# /// asset
# word = "jar"
# synonyms = ["glass jar", "mason jar", "cookie jar", "storage jar", "jam jar", "canister", "flour canister",
#   "sugar jar", "container", "jar of snacks", "jar of cookies", "sugar bowl", "jar honey", "honey jar",
#   "jar of bath salts", "candy jar"]
# phrase = "a glass jar full of cookies with a wooden lid"
# category = "tableware"
# support = "surface"
# [colors]
# content = [0.78, 0.55, 0.3]
# lid_paint = [0.725, 0.553, 0.345]
# [materials]
# vessel = "glass"
# lid = "oak"
# ///
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


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


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


@register("the cookies inside")
def filling(*, radius, height, content):
    rng = np.random.default_rng(3)

    def cookie(i):
        layer, k = divmod(i, 8)
        angle = k * math.pi / 4 + layer * 0.4
        pose = translation_matrix(
            (radius * 0.55 * math.cos(angle), height * (0.16 + 0.15 * layer), radius * 0.55 * math.sin(angle))
        )
        tip = rotation_matrix(rng.uniform(0.6, 1.3), (math.sin(angle), 0, -math.cos(angle)), (0, 0, 0))
        shade = tuple(c * rng.uniform(0.8, 1.05) for c in content)
        return transform_shape(rod((0, -height * 0.02, 0), (0, height * 0.02, 0), radius * 0.4, shade), pose @ tip)

    return concat_shapes(
        loop(40, cookie),
        rod((0, height * 0.06, 0), (0, height * 0.66, 0), radius * 0.55, tuple(0.7 * c for c in content)),
    )


@register("the glass")
def jar_wall(*, radius, height, tint, clear):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.04, 0), radius, tint, clear | {"opacity": 0.6}),
        round_wall(
            (radius, height * 0.02), (radius, height), radius * 0.03, tint, clear | {"opacity": 0.18}, panels=32
        ),
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
