# /// asset
# word = "hook rail"
# synonyms = ["peg rail", "hook rack", "wall hook rack", "wall coat rack", "hat pegs", "coat hook rail", "wall-mounted coat rack"]
# category = "storage"
# support = "wall"
# colors = ["paint"]
# materials = ["wood", "hooks"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, moved, tinted, tube


@register("a double hook")
def double_hook(*, look):
    return concat_shapes(
        box((0, 0, 0.003), (0.026, 0.09, 0.006), *look),
        tube([(0, 0.03, 0.006), (0, 0.035, 0.04), (0, 0.05, 0.07), (0, 0.075, 0.08)], 0.006, *look),
        ellipsoid((0, 0.078, 0.08), (0.011, 0.011, 0.011), *look),
        tube(
            [(0, -0.015, 0.006), (0, -0.045, 0.012), (0, -0.06, 0.03), (0, -0.05, 0.046), (0, -0.035, 0.05)],
            0.006,
            *look,
        ),
        ellipsoid((0, -0.033, 0.05), (0.009, 0.009, 0.009), *look),
        *[ellipsoid((0, y, 0.006), (0.004, 0.004, 0.0025), (0.7, 0.7, 0.72)) for y in (0.01, -0.04)],
    )


@register("a wooden wall rail with double coat hooks")
def hook_rail(*, width=0.8, height=0.15, depth=0.11, paint=None, wood="oak", hooks="black metal"):
    board, metal = finish(wood, paint), finish(hooks)
    rail = concat_shapes(
        box((0, 0, 0.011), (width, 0.11, 0.022), *board),
        *[box((0, s * 0.049, 0.013), (width - 0.012, 0.008, 0.026), tinted(board[0], 0.85), board[1]) for s in (-1, 1)],
    )
    count = max(5, round(width / 0.2))
    apart = 0.95 * width / count
    hook = library_call("double_hook", look=metal)
    items = [moved(hook, (apart * (i - (count - 1) / 2), 0, 0.022)) for i in range(count)]
    whole = concat_shapes(rail, *items)
    low, size = compute_shape_min(whole), compute_shape_sizes(whole)
    fit = scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2])))
