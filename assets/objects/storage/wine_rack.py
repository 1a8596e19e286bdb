# /// asset
# word = "wine rack"
# synonyms = ["wine holder", "wine shelf", "bottle rack", "wine storage"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["frame"]
# [variants]
# rows = {"tall" = 6, "floor standing" = 6, "small" = 3}
# height = {"tall" = 1.1, "floor standing" = 1.1, "small" = 0.56}
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, rod


@register("a wine bottle lying on its side")
def bottle(look, cap):
    return concat_shapes(
        rod((0, 0.038, -0.13), (0, 0.038, 0.06), 0.037, *look),
        ellipsoid((0, 0.038, 0.06), (0.037, 0.037, 0.05), *look),
        rod((0, 0.038, 0.06), (0, 0.038, 0.17), 0.014, *look),
        rod((0, 0.038, 0.12), (0, 0.038, 0.172), 0.0155, *cap),
    )


@register("a rail pair that carries a row of bottles")
def tier(width, depth, look):
    return concat_shapes(*[block((0, 0, t * depth * 0.36), (width, 0.05, 0.016), *look) for t in (-1, 1)])


@register("a wine rack with bottles lying in rows")
def wine_rack(*, width=0.6, depth=0.3, height=0.92, rows=5, frame="pine", paint=None) -> Shape:
    wood = finish(frame, paint)
    x, z = width / 2 - 0.015, depth / 2 - 0.02
    parts = [block((s * x, 0, t * z), (0.03, height, 0.03), *wood) for s in (-1, 1) for t in (-1, 1)]
    parts += [block((s * x, y, 0), (0.025, 0.03, depth - 0.06), *wood) for s in (-1, 1) for y in (0.03, height - 0.05)]
    caps = [finish(c) for c in ("burgundy plastic", "gold", "black plastic", "red plastic")]
    glass = [finish("green glass"), finish("brown glass"), ((0.12, 0.05, 0.07), {"roughness": 0.08})]
    step = (height - 0.08) / rows
    for i in range(rows):
        y = 0.07 + step * i
        parts.append(place("tier", at=(0, y, 0), width=width - 0.04, depth=depth, look=wood))
        for j in range(4):
            if (i * 4 + j) % 7 != 5:
                parts.append(
                    place(
                        "bottle",
                        at=(0.13 * (j - 1.5), y + 0.045, 0.03),
                        look=glass[(i + 2 * j) % 3],
                        cap=caps[(i * 3 + j) % 4],
                    )
                )
    return fitted(concat_shapes(*parts), width, height, depth)
