# /// asset
# word = "ballet barre"
# synonyms = ["barre", "wall barre", "dance barre", "ballet bar"]
# category = "sport"
# support = "wall"
# colors = ["paint"]
# materials = ["wood", "metal"]
# ///
from scene.language import *
from scene.language.modelling import ball, finish, fitted, pipe, rod


@register("a bracket that carries both bars")
def bracket(*, x, look):
    return concat_shapes(
        rod((x, 0.2, -0.15), (x, 0.2, -0.135), 0.05, *look),
        pipe([(x, 0.2, -0.14), (x, 0.2, -0.06), (x, 0.17, 0.04), (x, 0.02, 0.04)], 0.013, *look),
        pipe([(x, 0.2, -0.06), (x, 0.31, -0.02), (x, 0.36, -0.02)], 0.013, *look),
        *[rod((x - 0.012, y, z), (x + 0.012, y, z), 0.03, *look) for y, z in ((0.0, 0.04), (0.38, -0.02))],
    )


@register("a bar with round ends")
def bar(*, width, y, z, look):
    half = width / 2 - 0.024
    return concat_shapes(
        rod((-half, y, z), (half, y, z), 0.022, *look), *[ball((s * half, y, z), 0.022, *look) for s in (-1, 1)]
    )


@register("a double wooden ballet barre on wall brackets")
def ballet_barre(*, width=2.4, height=0.44, depth=0.23, wood="beech", paint=None, metal="white metal"):
    look, steel = finish(wood, paint), finish(metal)
    n = max(2, round(width / 1.1))
    whole = concat_shapes(
        library_call("bar", width=width, y=0.0, z=0.04, look=look),
        library_call("bar", width=width, y=0.38, z=-0.02, look=look),
        *[library_call("bracket", x=(i / (n - 1) - 0.5) * width * 0.84, look=steel) for i in range(n)],
    )
    return fitted(whole, width, height, depth)
