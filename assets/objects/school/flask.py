# /// asset
# word = "flask"
# synonyms = ["laboratory flask", "erlenmeyer flask", "conical flask", "chemistry flask", "lab glassware"]
# stands_for = ["bottle of chemicals", "reagent bottle"]
# category = "school"
# support = "surface"
# colors = ["liquid"]
# materials = ["vessel"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, lathe, moved, round_wall


@register("the liquid in the cone")
def liquid_part(*, radius, height, level, liquid):
    profile = [(radius * 0.94, 0.0), (radius, 0.03), (radius * 0.96, 0.08), (radius * (1 - 0.84 * level), level)]
    return lathe([(r, y * height) for r, y in profile], liquid, {"roughness": 0.06}, slices=26)


@register("the clear cone, neck and lip")
def glass_part(*, radius, height, level, tint, clear):
    low, high = radius * (1 - 0.84 * level), radius * 0.3
    return concat_shapes(
        round_wall(
            (low, level * height), (high, height * 0.78), radius * 0.03, tint, clear | {"opacity": 0.35}, panels=28
        ),
        round_wall(
            (high, height * 0.77), (high, height * 0.97), radius * 0.04, tint, clear | {"opacity": 0.4}, panels=20
        ),
        round_wall(
            (high, height * 0.96), (high * 1.2, height), radius * 0.06, tint, clear | {"opacity": 0.6}, panels=20
        ),
    )


@register("bubbles and the printed scale")
def details(*, radius, height, level):
    marks = [
        moved(
            box((0, 0, 0), (radius * (0.3 if i % 2 else 0.45), height * 0.008, 0.002), (0.97, 0.97, 0.97)),
            (0, height * (0.12 + 0.06 * i), radius * (0.995 - 0.84 * (0.12 + 0.06 * i)) + 0.002),
        )
        for i in range(6)
    ]
    bubbles = [
        ellipsoid(
            (radius * x, height * (level + y), radius * z),
            (radius * r,) * 3,
            (0.8, 0.95, 0.88),
            {"opacity": 0.7, "roughness": 0.05},
        )
        for x, y, z, r in (
            (0.1, 0.02, 0.1, 0.09),
            (-0.14, 0.015, 0.05, 0.07),
            (0.0, 0.06, -0.1, 0.06),
            (0.05, 0.12, 0.02, 0.05),
            (-0.06, 0.2, 0.0, 0.04),
        )
    ]
    return concat_shapes(*marks, *bubbles)


@register("a conical laboratory flask with bubbling liquid")
def flask(*, width=0.11, height=0.19, liquid=(0.3, 0.75, 0.5), vessel="glass"):
    radius, level, (tint, clear) = width / 2, 0.45, surface(vessel)
    return concat_shapes(
        library_call("liquid_part", radius=radius, height=height, level=level, liquid=liquid),
        library_call("details", radius=radius, height=height, level=level),
        library_call("glass_part", radius=radius, height=height, level=level, tint=tint, clear=clear),
    )
