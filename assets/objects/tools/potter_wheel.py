# /// asset
# word = "potter wheel"
# synonyms = ["potter's wheel", "pottery wheel", "throwing wheel", "sculpting wheel"]
# category = "tools"
# support = "floor"
# colors = ["paint", "clay_color"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, lathe, moved, rod, round_wall


@register("the wooden frame with a seat board")
def frame(*, width, height, depth, look):
    legs = [
        box((x * width * 0.46, height / 2, z * depth * 0.45), (0.06, height, 0.06), *look)
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        *legs,
        *[
            box((0, y, z * depth * 0.45), (width * 0.96, 0.06, 0.04), *look)
            for y in (0.12, height - 0.04)
            for z in (-1, 1)
        ],
        *[box((x * width * 0.46, height - 0.04, 0), (0.04, 0.06, depth * 0.9), *look) for x in (-1, 1)],
        box((-width * 0.36, height + 0.012, 0), (width * 0.26, 0.025, depth * 0.9), *look),
    )


@register("the splash pan, wheel head and heavy flywheel")
def wheel_part(*, radius, height, look):
    steel = ((0.6, 0.61, 0.63), {"metallic": 0.9, "roughness": 0.35})
    return concat_shapes(
        rod((0, 0.1, 0), (0, height, 0), 0.022, *steel),
        rod((0, 0.14, 0), (0, 0.21, 0), radius * 1.15, *surface("stone")),
        rod((0, height - 0.06, 0), (0, height - 0.04, 0), radius * 1.1, *look),
        round_wall((radius * 1.1, height - 0.06), (radius * 1.1, height + 0.03), 0.018, *look, panels=26),
        rod((0, height - 0.02, 0), (0, height + 0.015, 0), radius * 0.7, *steel),
    )


@register("the clay pot being thrown")
def clay_pot(*, radius, height, clay_color):
    wet = (clay_color, {"roughness": 0.35})
    return concat_shapes(
        lathe(
            [
                (radius * 0.75, 0),
                (radius * 0.9, height * 0.12),
                (radius, height * 0.42),
                (radius * 0.86, height * 0.66),
                (radius * 0.62, height * 0.82),
                (radius * 0.72, height * 0.98),
            ],
            *wet,
            slices=34,
        ),
        rod((0, height * 0.97, 0), (0, height * 0.99, 0), radius * 0.58, (0.25, 0.16, 0.11)),
    )


@register("a lump of clay and a tool")
def lump(*, size, clay_color):
    return concat_shapes(
        ellipsoid((0, size * 0.4, 0), (size * 0.6, size * 0.42, size * 0.5), clay_color, {"roughness": 0.6}),
        ellipsoid(
            (size * 0.3, size * 0.3, size * 0.2), (size * 0.4, size * 0.3, size * 0.34), clay_color, {"roughness": 0.6}
        ),
        rod(
            (-size * 0.2, size * 0.06, size * 0.8),
            (size * 1.0, size * 0.06, size * 0.95),
            size * 0.06,
            (0.85, 0.65, 0.4),
        ),
    )


@register("a potter's wheel with a clay pot on it")
def potter_wheel(*, width=1.05, height=0.92, depth=0.72, paint=None, clay_color=(0.69, 0.478, 0.345), wood="oak"):
    look, top = finish(wood, paint), 0.62
    whole = concat_shapes(
        library_call("frame", width=1.0, height=top, depth=0.7, look=look),
        moved(library_call("wheel_part", radius=0.2, height=top + 0.02, look=look), (0.14, 0, 0)),
        moved(library_call("clay_pot", radius=0.12, height=0.25, clay_color=clay_color), (0.14, top + 0.035, 0)),
        moved(library_call("lump", size=0.12, clay_color=clay_color), (-0.36, top + 0.025, -0.06)),
    )
    return fitted(whole, width, height, depth)
