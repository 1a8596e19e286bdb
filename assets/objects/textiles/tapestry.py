# /// asset
# word = "tapestry"
# synonyms = ["wall hanging", "macrame wall hanging", "woven wall hanging", "macrame", "woven wall art"]
# stands_for = ["quilt hanging"]
# category = "textiles"
# support = "wall"
# colors = ["cord"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, pipe, rod


@register("the rod with its cord to hang by")
def hanger(*, width, height, radius, wood, cord):
    y = height * 0.88
    return concat_shapes(
        rod((-width / 2, y, 0), (width / 2, y, 0), radius, *surface(wood)),
        *[
            ellipsoid((side * width * 0.485, y, 0), (width * 0.015, radius * 1.5, radius * 1.5), *surface(wood))
            for side in (-1, 1)
        ],
        pipe([(-width * 0.42, y, 0), (0, height * 0.993, 0), (width * 0.42, y, 0)], radius * 0.3, cord),
    )


@register("the net of knotted cords")
def knots(*, width, top, bottom, count, radius, cord):
    rows, step = 6, width / count
    drop = (top - bottom) / rows

    def mesh(k):
        row, i = divmod(k, count)
        x = (i - (count - 1) / 2) * step
        slant = step / 2 * (1 if (i + row) % 2 else -1)
        return concat_shapes(
            rod(
                (x - slant, top - row * drop, 0),
                (x + slant, top - (row + 1) * drop, 0),
                radius,
                cord,
                {"roughness": 0.95},
            ),
            ellipsoid(
                (x + slant, top - (row + 1) * drop, radius * 0.4),
                (radius * 2.1, radius * 2.3, radius * 1.6),
                cord,
                {"roughness": 0.95},
            ),
        )

    return loop(rows * count, mesh)


@register("the long fringe that comes to a point")
def fringe(*, width, top, shortest, longest, count, radius, cord):
    def strand(i):
        x = (i - (count - 1) / 2) / ((count - 1) / 2)
        length = shortest + (longest - shortest) * (1 - abs(x))
        return rod((x * width / 2, top, 0), (x * width / 2, top - length, 0), radius, cord, {"roughness": 0.95})

    return loop(count, strand)


@register("a macrame wall hanging of knotted cords on a wooden rod")
def tapestry(*, width=0.6, height=0.85, depth=0.03, cord=(0.91, 0.87, 0.79), wood="oak"):
    bar, top, net = depth / 3, height * 0.88, height * 0.5
    return concat_shapes(
        library_call("hanger", width=width, height=height, radius=bar, wood=wood, cord=cord),
        library_call("knots", width=width * 0.84, top=top, bottom=net, count=8, radius=bar * 0.32, cord=cord),
        library_call(
            "fringe",
            width=width * 0.86,
            top=net + height * 0.01,
            shortest=height * 0.2,
            longest=height * 0.51,
            count=31,
            radius=width * 0.0125,
            cord=cord,
        ),
    )
