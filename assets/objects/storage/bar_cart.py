# /// asset
# word = "bar cart"
# synonyms = [
#     "drinks trolley", "serving cart", "cocktail cart", "tea cart", "beverage cart", "tea trolley",
#     "serving trolley",
# ]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["frame", "trays"]
# [variants]
# filled = {"empty" = false}
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, pipe, rod


@register("a tray with a rail round it")
def tray(width, depth, look, metal):
    x, z = width / 2, depth / 2
    loop_points = [(-x, 0.06, -z), (x, 0.06, -z), (x, 0.06, z), (-x, 0.06, z), (-x, 0.06, -z)]
    parts = [block((0, 0, 0), (width, 0.01, depth), *look), pipe(loop_points, 0.006, *metal)]
    parts += [block((0, -0.002, t * z), (width + 0.012, 0.014, 0.012), *metal) for t in (-1, 1)]
    parts += [block((s * x, -0.002, 0), (0.012, 0.014, depth), *metal) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a bottle")
def bottle(look, label, tall):
    return concat_shapes(
        rod((0, 0, 0), (0, tall * 0.62, 0), 0.037, *look),
        ellipsoid((0, tall * 0.62, 0), (0.037, 0.04, 0.037), *look),
        rod((0, tall * 0.6, 0), (0, tall, 0), 0.013, *look),
        rod((0, tall * 0.2, 0), (0, tall * 0.45, 0), 0.038, *label),
    )


@register("a tumbler")
def tumbler(look):
    return rod((0, 0, 0), (0, 0.09, 0), 0.036, *look)


@register("a wheel")
def wheel(look, metal):
    return concat_shapes(
        rod((-0.012, 0.045, 0), (0.012, 0.045, 0), 0.045, *look),
        rod((-0.014, 0.045, 0), (0.014, 0.045, 0), 0.026, *metal),
    )


@register("a two-tier bar cart on wheels with bottles and glasses")
def bar_cart(*, width=0.8, depth=0.42, height=0.88, filled=True, frame="brass", paint=None, trays="glass") -> Shape:
    metal, pane = finish(frame, paint), finish(trays)
    x, z = 0.33, 0.18
    parts = [rod((s * x, 0.06, t * z), (s * x, 0.8, t * z), 0.012, *metal) for s in (-1, 1) for t in (-1, 1)]
    parts.append(pipe([(x, 0.78, -z), (x + 0.1, 0.86, -z), (x + 0.1, 0.86, z), (x, 0.78, z)], 0.012, *metal))
    parts += [
        moved(library_call("tray", width=2 * x, depth=2 * z, look=pane, metal=metal), (0, y, 0)) for y in (0.2, 0.74)
    ]
    parts += [
        place("wheel", at=(s * x, 0, t * z), look=finish("rubber"), metal=metal) for s in (-1, 1) for t in (-1, 1)
    ]
    if filled:
        paper = finish("cream paper")
        stock = [
            (-0.27, -0.11, "green glass", 0.3),
            (-0.18, -0.12, "brown glass", 0.27),
            (-0.09, -0.11, "amber glass", 0.24),
            (0.0, -0.12, "brown glass", 0.31),
        ]
        parts += [
            place("bottle", at=(bx, 0.75, bz), look=finish(word), label=paper, tall=tall)
            for bx, bz, word, tall in stock
        ]
        parts += [place("tumbler", at=(0.11 + 0.09 * i, 0.75, -0.12), look=finish("crystal")) for i in range(3)]
        parts += [
            place("bottle", at=(-0.27 + 0.1 * i, 0.21, -0.12), look=finish("green glass"), label=paper, tall=0.3)
            for i in range(3)
        ]
        parts.append(rod((0.22, 0.21, -0.07), (0.22, 0.37, -0.07), 0.09, *finish("steel")))
    return fitted(concat_shapes(*parts), width, height, depth)
