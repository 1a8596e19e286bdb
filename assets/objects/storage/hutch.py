# /// asset
# word = "hutch"
# synonyms = [
#     "kitchen hutch", "welsh dresser", "buffet hutch", "dining hutch", "buffet with hutch", "farmhouse hutch",
#     "kitchen dresser",
# ]
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "top_color"]
# materials = ["frame", "top"]
# [joints.door]
# hinge = "handle"
# reach = 110
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import ball, block, carcass, darker, finish, fitted, moved, rod, tray


@register("a cupboard door")
def door(width, height, look, side):
    groove = darker(look[0], 0.78), look[1]
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        block((0, 0.05, 0.009), (width - 0.1, height - 0.1, 0.004), *groove),
        ball((side * (width / 2 - 0.025), height * 0.6, 0.018), 0.013, *finish("brass")),
    )


@register("a drawer")
def drawer(width, height, depth, look):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        tray((0, 0.01, -0.01 - depth / 2), (width - 0.03, height - 0.03, depth), 0.008, *look),
        ball((0, height / 2, 0.018), 0.013, *finish("brass")),
    )


@register("a plate standing against the back")
def plate(look, rim):
    return concat_shapes(
        rod((0, 0.11, 0), (0, 0.11, 0.012), 0.11, *rim), rod((0, 0.11, 0.01), (0, 0.11, 0.014), 0.085, *look)
    )


@register("a mug on a hook")
def mug(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.08, 0), 0.035, *look),
        rod((0.03, 0.02, 0), (0.055, 0.04, 0), 0.007, *look),
        rod((0.055, 0.04, 0), (0.03, 0.065, 0), 0.007, *look),
    )


@register("a hutch: open plate shelves above a cupboard with drawers")
def hutch(
    *, width=1.2, depth=0.45, height=1.95, frame="sage green wood", paint=None, top="oak", top_color=None
) -> Shape:
    wood, board = finish(frame, paint), finish(top, top_color)
    dark = darker(wood[0], 0.68), wood[1]
    low, shallow = 0.9, 0.26
    z_up = -depth / 2 + shallow / 2
    parts = [
        carcass((0, 0, -0.01), (width - 0.04, low - 0.03, depth - 0.04), 0.012, *wood),
        block((0, 0, depth / 2 - 0.045), (width - 0.07, 0.069, 0.03), *wood),
        block((0, 0.057, -0.012), (width - 0.064, 0.012, depth - 0.08), *wood),
        block((0, low - 0.03, 0), (width, 0.03, depth), *board),
        block((0, low, -depth / 2 + 0.01), (width - 0.06, height - low - 0.03, 0.015), *dark),
        block((0, height - 0.05, z_up + 0.01), (width, 0.05, shallow + 0.03), *wood),
    ]
    parts += [
        block((s * (width / 2 - 0.035), low, z_up), (0.026, height - low - 0.04, shallow), *wood) for s in (-1, 1)
    ]
    levels = [low + 0.36, low + 0.7]
    parts += [block((0, y, z_up), (width - 0.08, 0.022, shallow - 0.02), *wood) for y in levels]
    each = (width - 0.06) / 3
    # the frame in which the doors and drawers sit, a millimetre from each
    parts += [
        block((s * (width / 2 - 0.033), 0.069, depth / 2 - 0.04), (0.004, low - 0.111, 0.02), *wood) for s in (-1, 1)
    ]
    parts += [block((s * each / 2, 0.069, -0.012), (0.01, low - 0.111, depth - 0.056), *wood) for s in (-1, 1)]
    parts += [
        block((0, y, depth / 2 - 0.04), (width - 0.074, tall, 0.02), *wood)
        for y, tall in ((low - 0.219, 0.018), (low - 0.049, 0.019))
    ]
    for i in range(3):
        x = each * (i - 1)
        drawer = library_call("drawer", width=each - 0.012, height=0.15, depth=depth - 0.09, look=wood)
        parts.append(moved(drawer, (x, low - 0.2, depth / 2 - 0.0325)))
        leaf = library_call("door", width=each - 0.012, height=low - 0.29, look=wood, side=1 if i == 0 else -1)
        parts.append(moved(leaf, (x, 0.07, depth / 2 - 0.022)))
    white, blue = finish("porcelain"), finish("blue porcelain")
    for y, rim in zip([low, *levels], (blue, white, blue), strict=True):
        base = y + (0.0 if y == low else 0.022)
        parts += [place("plate", at=(px, base, -depth / 2 + 0.05), look=white, rim=rim) for px in (-0.36, -0.1)]
        parts += [place("mug", at=(px, base, z_up), look=blue if rim is white else white) for px in (0.16, 0.28, 0.4)]
    return fitted(concat_shapes(*parts), width, height, depth)
