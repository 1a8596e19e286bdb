# /// asset
# word = "record player"
# synonyms = ["turntable", "vinyl turntable", "vinyl player", "vinyl record player"]
# category = "electronics"
# support = "surface"
# colors = ["paint", "label"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, pipe, rod


@register("the plinth with feet and knobs")
def plinth(*, width, depth, height, look):
    feet = [
        rod(
            (x * width * 0.42, 0, z * depth * 0.4),
            (x * width * 0.42, height * 0.2, z * depth * 0.4),
            height * 0.25,
            (0.1, 0.1, 0.1),
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    knobs = [
        rod(
            (x * width, height * 0.55, depth * 0.49),
            (x * width, height * 0.55, depth * 0.53),
            height * 0.17,
            *surface("brass"),
        )
        for x in (-0.38, -0.28)
    ]
    return concat_shapes(
        *feet,
        box((0, height * 0.58, 0), (width, height * 0.84, depth), *look),
        box((0, height * 0.99, 0), (width * 0.96, height * 0.04, depth * 0.94), (0.12, 0.12, 0.13)),
        *knobs,
    )


@register("the platter with a record on it")
def record_on_platter(*, radius, label):
    grooves = [
        rod(
            (0, 0.011, 0),
            (0, 0.0125 + 0.0003 * i, 0),
            radius * r,
            (0.1, 0.1, 0.11) if i % 2 else (0.03, 0.03, 0.035),
            {"roughness": 0.2},
        )
        for i, r in enumerate((0.98, 0.9, 0.82, 0.74, 0.66, 0.58, 0.5, 0.42))
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.011, 0), radius * 0.96, *surface("aluminium")),
        *grooves,
        rod((0, 0.01, 0), (0, 0.0155, 0), radius * 0.34, label),
        rod((0, 0.01, 0), (0, 0.022, 0), radius * 0.025, *surface("chrome")),
    )


@register("the tone arm")
def tone_arm(*, reach, metal):
    look = surface(metal)
    return concat_shapes(
        rod((0, 0, 0), (0, 0.03, 0), 0.02, (0.2, 0.2, 0.2)),
        rod((0, 0.0, 0), (0, 0.045, 0), 0.009, *look),
        pipe(
            [(0.012, 0.04, -0.035), (0, 0.04, 0), (-0.015, 0.036, reach * 0.75), (-reach * 0.3, 0.028, reach)],
            0.004,
            *look,
        ),
        rod((0.012, 0.04, -0.06), (0.012, 0.04, -0.03), 0.012, *look),
        box((-reach * 0.33, 0.024, reach * 1.04), (0.014, 0.012, 0.03), (0.15, 0.15, 0.16)),
    )


@register("the clear lid, standing open")
def dust_cover(*, width, depth, thick):
    clear = {"opacity": 0.25, "roughness": 0.05}
    tone, t = (0.6, 0.65, 0.7), 0.004
    return concat_shapes(
        box((0, depth / 2, -thick), (width, depth, t), tone, clear),
        *[
            box((side * (width - t) / 2, depth / 2, -thick / 2), (t, depth, thick), tone, {"opacity": 0.45})
            for side in (-1, 1)
        ],
        box((0, depth - t / 2, -thick / 2), (width, t, thick), tone, {"opacity": 0.45}),
    )


@register("a record player with a vinyl record, tone arm and open lid")
def record_player(*, width=0.45, height=0.4, depth=0.42, paint=None, label=(0.8, 0.25, 0.2), wood="walnut"):
    look, base, deep = finish(wood, paint), height * 0.25, depth * 0.84
    cover = moved(
        library_call("dust_cover", width=width * 0.97, depth=height * 0.76, thick=0.05),
        (0, base, -deep / 2 + 0.006),
        -0.2,
        (1, 0, 0),
    )
    whole = concat_shapes(
        library_call("plinth", width=width, depth=deep, height=base, look=look),
        moved(library_call("record_on_platter", radius=0.155 * width / 0.45, label=label), (-width * 0.1, base, 0)),
        moved(library_call("tone_arm", reach=deep * 0.5, metal="chrome"), (width * 0.37, base, -deep * 0.26)),
        cover,
    )
    return fitted(whole, None, height, depth)
