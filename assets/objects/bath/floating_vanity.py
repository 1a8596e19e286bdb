# /// asset
# word = "floating vanity"
# synonyms = [
#     "wall-mounted vanity", "wall-hung vanity", "wall-mounted sink", "floating sink", "wall-mounted sink cabinet",
#     "wall hung sink",
# ]
# category = "bath"
# support = "wall"
# clearance = {front = 0.7}
# colors = ["paint", "top_color"]
# materials = ["body", "top", "tap"]
# [variants]
# sinks = {"double sink" = 2, "dual sink" = 2, "double" = 2, "two sinks" = 2}
# width = {"double sink" = 1.5, "dual sink" = 1.5, "double" = 1.5, "two sinks" = 1.5, "small" = 0.7, "wide" = 1.4}
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, oval_wall, pipe, ring, rod, tray


@register("a drawer without a handle")
def drawer(width, height, depth, look):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        tray((0, 0.012, -0.01 - depth / 2), (width - 0.04, height - 0.035, depth), 0.008, *look),
    )


@register("a vessel basin")
def vessel(look):
    return concat_shapes(
        oval_wall((0, 0, 0), (0.13, 0.13), (0.19, 0.19), 0.12, *look, thickness=0.012, parts=24),
        rod((0, 0, 0), (0, 0.02, 0), 0.135, *look),
        ring((0, 0.12, 0), 0.19, 0.008, *look, parts=24),
        rod((0, 0.02, 0), (0, 0.023, 0), 0.022, *finish("chrome")),
    )


@register("a tall tap")
def tap(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), 0.026, *look),
        pipe([(0, 0, 0), (0, 0.27, 0), (0, 0.29, 0.03), (0, 0.29, 0.13), (0, 0.26, 0.14)], 0.012, *look),
        rod((0.01, 0.1, 0), (0.06, 0.12, 0), 0.006, *look),
    )


@register("a wall-hung vanity with a round vessel basin on top")
def floating_vanity(
    *,
    width=0.9,
    depth=0.48,
    height=0.74,
    sinks=1,
    body="oak",
    paint=None,
    top="white quartz",
    top_color=None,
    tap="black metal",
) -> Shape:
    wood, slab, metal = finish(body, paint), finish(top, top_color), finish(tap)
    dark = darker(wood[0], 0.5), wood[1]
    tall = 0.42
    parts = [
        carcass((0, 0.005, -0.018), (width - 0.024, tall - 0.005, depth - 0.04), 0.012, *dark),
        block((0, 0.209, depth / 2 - 0.048), (width - 0.048, 0.012, 0.02), *dark),
        block((0, tall, 0), (width, 0.03, depth), *slab),
    ]
    parts += [block((s * (width / 2 - 0.011), 0, -0.005), (0.02, tall, depth - 0.01), *wood) for s in (-1, 1)] + [
        block((0, 0, -0.005), (width - 0.02, 0.02, depth - 0.01), *wood)
    ]
    each = (width - 0.044) / sinks
    for i in range(sinks):
        x = each * (i - (sinks - 1) / 2)
        if i:
            parts.append(block((x - each / 2, 0.017, -0.018), (0.012, tall - 0.017, depth - 0.04), *dark))
        parts += [
            moved(
                library_call("drawer", width=each - 0.006, height=0.185, depth=depth - 0.1, look=wood),
                (x, 0.025 + 0.195 * k, depth / 2 - 0.022),
            )
            for k in (0, 1)
        ]
        parts.append(moved(library_call("vessel", look=finish("porcelain")), (x, tall + 0.03, 0.02)))
        parts.append(moved(library_call("tap", look=metal), (x, tall + 0.03, -0.19)))
    return fitted(concat_shapes(*parts), width, height, depth)
