# /// asset
# word = "christmas tree"
# synonyms = ["decorated tree", "xmas tree", "holiday tree", "artificial christmas tree"]
# category = "plants"
# support = "floor"
# colors = ["needles", "baubles", "star"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, moved, rod, rotated, stretched


@register("the tiers of branches on a trunk")
def branches(*, radius, base, top, needles):
    tiers = 5
    step = (top - base) / (tiers + 0.6)
    cones = [
        cone(
            (0, base + step * i, 0),
            (0, base + step * (i + 1.9), 0),
            radius * (1 - i / (tiers + 0.4)),
            darker(needles, 0.85 + 0.15 * (i % 2)),
            {"roughness": 0.95},
        )
        for i in range(tiers)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, base + step, 0), radius * 0.09, (0.36, 0.24, 0.15)),
        rod((0, 0, 0), (0, base * 0.4, 0), radius * 0.3, (0.55, 0.16, 0.14)),
        *cones,
    )


@register("baubles and lights that wind down the tree")
def ornaments(*, radius, base, top, baubles):
    tints = (baubles, (0.92, 0.75, 0.3), (0.85, 0.87, 0.9))

    def hung(i):
        t = (i + 0.5) / 34
        r, y, angle = radius * (0.98 - 0.93 * t), base + (top - base) * 0.9 * t + 0.06, i * 2.4
        size = radius * 0.062
        return ellipsoid(
            (r * math.cos(angle), y, r * math.sin(angle)),
            (size,) * 3,
            tints[i % 3],
            {"roughness": 0.15, "metallic": 0.4},
        )

    def bulb(i):
        t = i / 40
        r, y, angle = radius * (1.0 - 0.93 * t), base + (top - base) * 0.9 * t + 0.09, i * 0.75
        return ellipsoid((r * math.cos(angle), y, r * math.sin(angle)), (radius * 0.024,) * 3, *surface("lamp glow"))

    return concat_shapes(loop(34, hung), loop(40, bulb))


@register("the star at the top")
def tree_star(*, size, star):
    look = (star, {"metallic": 0.6, "roughness": 0.3, "emission": 0.5})
    rays = [
        stretched(rotated(cone((0, 0, 0), (0, size, 0), size * 0.3, *look), i * 1.2566, (0, 0, 1)), (1, 1, 0.45))
        for i in range(5)
    ]
    return concat_shapes(*rays)


@register("a wrapped present")
def present(*, size, paper, ribbon):
    w, h, d = size
    return concat_shapes(
        box((0, h / 2, 0), (w, h, d), paper),
        box((0, h / 2, 0), (w * 0.16, h * 1.01, d * 1.01), ribbon),
        box((0, h / 2, 0), (w * 1.01, h * 1.01, d * 0.16), ribbon),
        *[
            moved(
                rotated(ellipsoid((w * 0.12, 0, 0), (w * 0.14, w * 0.06, w * 0.08), ribbon), 0.4, (0, 0, 1)),
                (0, h * 1.04, 0),
                a,
            )
            for a in (0.5, 3.6)
        ],
    )


@register("a decorated Christmas tree with baubles, a star and presents")
def christmas_tree(
    *, width=1.1, height=2.0, needles=(0.13, 0.36, 0.2), baubles=(0.8, 0.12, 0.14), star=(0.98, 0.82, 0.3)
):
    radius, top = width * 0.48, height * 0.93
    gifts = [
        ((0.3, 0.62), (0.24, 0.18, 0.22), (0.2, 0.4, 0.65), (0.95, 0.93, 0.85)),
        ((-0.45, 0.6), (0.2, 0.14, 0.18), (0.85, 0.75, 0.35), (0.75, 0.12, 0.14)),
        ((-0.05, 0.76), (0.16, 0.12, 0.16), (0.75, 0.15, 0.17), (0.95, 0.8, 0.3)),
    ]
    whole = concat_shapes(
        library_call("branches", radius=radius, base=height * 0.14, top=top, needles=needles),
        library_call("ornaments", radius=radius, base=height * 0.14, top=top, baubles=baubles),
        moved(library_call("tree_star", size=height * 0.06, star=star), (0, height - height * 0.06, 0)),
        *[
            place("present", at=(x * radius, 0, side * radius), turn=25 * i, size=size, paper=paper, ribbon=ribbon)
            for i, ((x, side), size, paper, ribbon) in enumerate(gifts)
        ],
    )
    fit = scale_matrix(
        (
            width / compute_shape_sizes(whole)[0],
            height / compute_shape_max(whole)[1],
            width / compute_shape_sizes(whole)[2],
        ),
        (0, 0, 0),
    )
    middle = compute_shape_center(whole)
    return transform_shape(whole, fit @ translation_matrix((-middle[0], 0, -middle[2])))
