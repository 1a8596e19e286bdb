# /// asset
# word = "dishwasher"
# synonyms = ["dish washer", "built-in dishwasher"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["body"]
# [variants]
# open = {"open" = true}
# [joints.door]
# hinge = "bottom"
# reach = 85
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod


@register("the door with control strip")
def door(width, height, look, inner, metal):
    lights = [
        block((0.03 * (i - 6), height - 0.05, 0.0205), (0.012, 0.006, 0.002), *finish("lit screen")) for i in range(3)
    ]
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.04), *look),
        block((0, 0.04, -0.021), (width - 0.06, height - 0.08, 0.004), *inner),
        block((0, height - 0.08, 0.019), (width - 0.02, 0.07, 0.004), *finish("black plastic")),
        rod((-width * 0.34, height - 0.14, 0.045), (width * 0.34, height - 0.14, 0.045), 0.009, *metal),
        *[
            rod((s * width * 0.3, height - 0.14, 0.01), (s * width * 0.3, height - 0.14, 0.045), 0.007, *metal)
            for s in (-1, 1)
        ],
        *lights,
    )


@register("a wire rack with plates")
def rack(width, depth, metal, plates):
    parts = [
        rod((-width / 2, y, t * depth / 2), (width / 2, y, t * depth / 2), 0.004, *metal)
        for y in (0, 0.09)
        for t in (-1, 1)
    ]
    parts += [
        rod((s * width / 2, y, -depth / 2), (s * width / 2, y, depth / 2), 0.004, *metal)
        for y in (0, 0.09)
        for s in (-1, 1)
    ]
    parts += [
        rod((width * (i - 3) / 7, 0.0, depth / 2), (width * (i - 3) / 7, 0.09, depth / 2), 0.003, *metal)
        for i in range(7)
    ]
    parts += [
        rod((width * (i - 3.5) / 9 - 0.004, 0.11, 0.02), (width * (i - 3.5) / 9 + 0.004, 0.112, 0.02), 0.1, *plates)
        for i in range(8)
    ]
    return concat_shapes(*parts)


@register("a dishwasher with a control strip and a bar handle")
def dishwasher(*, width=0.6, depth=0.6, height=0.85, open=False, body="stainless steel", paint=None) -> Shape:
    look, metal, inner = finish(body, paint), finish("chrome"), finish("steel")
    d, wall, z0 = 0.52, 0.02, -0.035
    parts = [block((s * (width - wall) / 2, 0.1, z0), (wall, height - 0.12, d), *look) for s in (-1, 1)]
    parts += [
        block((0, height - 0.03, z0), (width, 0.03, d), *look),
        block((0, 0.1, z0), (width - 2 * wall, 0.03, d - 0.006), *inner),
    ]
    parts += [
        block((0, 0.1, z0 - d / 2 + 0.012), (width - 0.02, height - 0.12, 0.02), *inner),
        block((0, 0, z0 - 0.02), (width - 0.04, 0.1, d - 0.06), *finish("black plastic")),
    ]
    leaf = library_call("door", width=width - 0.004, height=height - 0.14, look=look, inner=inner, metal=metal)
    hinge = translation_matrix((0, 0.105, z0 + d / 2 + 0.022))
    if open:
        parts.append(transform_shape(leaf, hinge @ rotation_matrix(1.35, (1, 0, 0), (0, 0, 0))))
        for y, out in ((0.18, 0.1), (0.46, 0.22)):
            tray = library_call("rack", width=width - 0.09, depth=d - 0.1, metal=metal, plates=finish("porcelain"))
            parts.append(moved(tray, (0, y, z0 + out)))
        whole = concat_shapes(*parts)
        return fitted(whole, *compute_shape_sizes(whole))
    parts.append(transform_shape(leaf, hinge))
    return fitted(concat_shapes(*parts), width, height, depth)
