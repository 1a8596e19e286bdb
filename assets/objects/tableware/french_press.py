# /// asset
# word = "French press"
# synonyms = ["cafetiere", "coffee press", "coffee plunger", "press pot"]
# stands_for = ["coffee pot"]
# category = "tableware"
# support = "surface"
# colors = ["coffee", "grip"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, ellipsoid, fitted, pipe, rod, round_wall


@register("the glass with coffee in it")
def glass_part(*, radius, height, coffee):
    return concat_shapes(
        rod((0, height * 0.03, 0), (0, height * 0.7, 0), radius * 0.98, coffee, {"roughness": 0.06}),
        rod((0, height * 0.66, 0), (0, height * 0.71, 0), radius * 0.985, (0.55, 0.36, 0.2)),
        round_wall(
            (radius, height * 0.7),
            (radius, height),
            radius * 0.04,
            (0.86, 0.93, 0.95),
            {"opacity": 0.35, "roughness": 0.03},
            panels=28,
        ),
    )


@register("the metal frame with its feet and bands")
def frame(*, radius, height, metal):
    look = surface(metal)
    straps = [
        rod(
            (radius * 1.03 * math.cos(a), 0.0, radius * 1.03 * math.sin(a)),
            (radius * 1.03 * math.cos(a), height * 0.94, radius * 1.03 * math.sin(a)),
            radius * 0.055,
            *look,
        )
        for a in (0.5, 1.9, 3.3, 4.7)
    ]
    return concat_shapes(
        rod((0, height * 0.02, 0), (0, height * 0.09, 0), radius * 1.05, *look),
        round_wall((radius * 1.06, height * 0.82), (radius * 1.06, height * 0.93), radius * 0.06, *look, panels=26),
        *straps,
    )


@register("the lid, the rod and the knob of the plunger")
def plunger(*, radius, height, top, metal, grip):
    look = surface(metal)
    return concat_shapes(
        rod((0, height, 0), (0, height * 1.05, 0), radius * 1.06, *look),
        ellipsoid((0, height * 1.05, 0), (radius * 0.98, height * 0.08, radius * 0.98), *look),
        rod((0, height * 0.72, 0), (0, top, 0), radius * 0.045, *look),
        ellipsoid((0, top - radius * 0.2, 0), (radius * 0.2,) * 3, grip),
        rod((0, height * 0.715, 0), (0, height * 0.745, 0), radius * 0.94, *look),
    )


@register("the handle")
def handle(*, radius, height, grip):
    path = [
        (-radius * 1.02, height * 0.86, 0),
        (-radius * 1.75, height * 0.84, 0),
        (-radius * 1.85, height * 0.6, 0),
        (-radius * 1.7, height * 0.2, 0),
    ]
    return pipe(path, radius * 0.13, grip, {"roughness": 0.4})


@register("a French press of coffee with a plunger and a handle")
def french_press(
    *, width=0.16, height=0.25, depth=0.105, coffee=(0.18, 0.09, 0.05), grip=(0.1, 0.1, 0.11), metal="stainless steel"
):
    r, body = 0.05, 0.175
    spout = cone(
        (r * 0.5, body * 0.92, 0),
        (r * 1.4, body * 0.99, 0),
        r * 0.36,
        (0.86, 0.93, 0.95),
        {"opacity": 0.5, "roughness": 0.03},
    )
    whole = concat_shapes(
        library_call("glass_part", radius=r, height=body, coffee=coffee),
        library_call("frame", radius=r, height=body, metal=metal),
        library_call("plunger", radius=r, height=body, top=0.25, metal=metal, grip=grip),
        library_call("handle", radius=r, height=body, grip=grip),
        spout,
    )
    return fitted(whole, width, height, depth)
