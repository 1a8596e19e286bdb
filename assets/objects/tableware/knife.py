# /// asset
# word = "knife"
# synonyms = ["chef knife", "kitchen knife", "sushi knife", "bread knife", "carving knife"]
# stands_for = ["cheese knife", "dinner knife", "table knife", "steak knife", "butter knife", "cleaver"]
# category = "tableware"
# support = "surface"
# colors = ["grip"]
# materials = ["blade"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, moved, rod, stretched


@register("the steel blade, coming to a point")
def blade_part(*, length, height, thickness, blade):
    look, count = surface(blade), 10
    edges = [height * (1 - (i / count) ** 2.4) for i in range(count + 1)]
    wide = length / count

    def slanted(shape, rise):
        lean = identity_matrix()
        lean[2, 0] = -rise
        return transform_shape(shape, lean)

    def stretch(i):
        """A length of the blade: level along the spine, its edge slanting from one stop to the next."""
        near, far, x = edges[i], edges[i + 1], -wide * (i + 0.5)
        lower = slanted(box((0, 0, 0), (wide * 1.004, thickness, far), *look), (near - far) / wide)
        return concat_shapes(
            box((x, thickness / 2, height / 2 - far / 2), (wide * 1.004, thickness, far), *look),
            moved(lower, (x, thickness / 2, height / 2 - near / 2)),
        )

    last = edges[-2]
    point = stretched(cone((0, 0, 0), (-wide, 0, 0), last / 2, *look), (1, thickness / last, 1))
    tip = moved(slanted(point, last / 2 / wide), (-wide * (count - 1), thickness / 2, height / 2 - last / 2))
    return concat_shapes(loop(count - 1, stretch), tip)


@register("the handle with three rivets")
def handle(*, length, height, thickness, grip, blade):
    rivets = loop(
        3,
        lambda i: rod(
            (length * (0.22 + 0.28 * i), thickness * 0.5, -height * 0.15),
            (length * (0.22 + 0.28 * i), thickness * 1.02, -height * 0.15),
            height * 0.09,
            *surface(blade),
        ),
    )
    return concat_shapes(
        box(
            (length * 0.5, thickness / 2, -height * 0.15),
            (length * 0.9, thickness, height * 0.5),
            grip,
            {"roughness": 0.5},
        ),
        box(
            (length * 0.03, thickness / 2, -height * 0.1),
            (length * 0.08, thickness * 0.9, height * 0.59),
            *surface(blade),
        ),
        ellipsoid(
            (length * 0.93, thickness / 2, -height * 0.1),
            (length * 0.07, thickness / 2, height * 0.3),
            grip,
            {"roughness": 0.5},
        ),
        rivets,
    )


@register("a chef's knife with a riveted handle")
def knife(*, width=0.32, depth=0.048, height=0.018, grip=(0.16, 0.14, 0.13), blade="steel"):
    whole = concat_shapes(
        place(
            "blade_part",
            at=(-width * 0.3, height * 0.4, 0),
            length=width * 0.62,
            height=depth,
            thickness=height * 0.18,
            blade=blade,
        ),
        library_call("handle", length=width * 0.39, height=depth, thickness=height, grip=grip, blade=blade),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    return moved(whole, (-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2))
