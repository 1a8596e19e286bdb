# /// asset
# word = "test tube rack"
# synonyms = ["test tubes", "test tube", "sample tubes", "centrifuge tubes", "rack of test tubes"]
# stands_for = ["pipette rack", "sample vial", "vials", "sample vials"]
# category = "school"
# support = "surface"
# colors = ["paint", "first"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, rod


@register("the rack: foot, two sides and two holed boards")
def rack(*, width, height, depth, look):
    t = height * 0.07
    return concat_shapes(
        box((0, t / 2, 0), (width, t, depth), *look),
        *[box((x * (width - t) / 2, height / 2, 0), (t, height, depth * 0.8), *look) for x in (-1, 1)],
        *[box((0, height * y, 0), (width, t * 0.7, depth * 0.8), *look) for y in (0.5, 0.9)],
    )


@register("one tube with its liquid")
def tube_of(*, radius, height, level, tone):
    color, clear = surface("glass")
    return concat_shapes(
        ellipsoid((0, radius, 0), (radius, radius, radius), tone, {"roughness": 0.05}),
        rod((0, radius, 0), (0, height * level, 0), radius, tone, {"roughness": 0.05}),
        rod((0, height * level, 0), (0, height * 0.97, 0), radius * 0.99, color, clear | {"opacity": 0.35}),
        rod((0, height * 0.97, 0), (0, height, 0), radius * 1.25, color, clear | {"opacity": 0.7}),
    )


@register("a wooden rack of test tubes with coloured liquids")
def tube_rack(*, width=0.24, height=0.17, depth=0.07, paint=None, first=(0.85, 0.25, 0.3), wood="beech"):
    tints = (first, (0.95, 0.75, 0.2), (0.3, 0.7, 0.4), (0.25, 0.5, 0.9), (0.6, 0.35, 0.75), (0.95, 0.5, 0.2))
    board, count = height * 0.7, 6
    step = width * 0.88 / count
    levels = (0.55, 0.7, 0.4, 0.62, 0.5, 0.75)
    return concat_shapes(
        library_call("rack", width=width, height=board, depth=depth, look=finish(wood, paint)),
        *[
            place(
                "tube_of",
                at=((i - (count - 1) / 2) * step, board * 0.07, 0),
                radius=step * 0.34,
                height=height - board * 0.07,
                level=levels[i],
                tone=tone,
            )
            for i, tone in enumerate(tints)
        ],
    )
