# /// asset
# word = "beer tap"
# synonyms = ["beer taps", "draft beer tap", "beer tower", "draught beer tap", "beer pump", "tap tower", "draft tower"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, lathe, moved, rod, tube


@register("the tower with its crossbar")
def tap_tower(*, look):
    return concat_shapes(
        lathe([(0.05, 0.018), (0.05, 0.03), (0.032, 0.045), (0.03, 0.34)], *look, slices=30),
        rod((-0.2, 0.36, 0), (0.2, 0.36, 0), 0.042, *look),
        *[ellipsoid((s * 0.2, 0.36, 0), (0.02, 0.042, 0.042), *look) for s in (-1, 1)],
        *[rod((s * 0.12 - 0.006, 0.36, 0), (s * 0.12 + 0.006, 0.36, 0), 0.046, *look) for s in (-1, 1)],
    )


@register("a tap with its coloured handle")
def one_tap(*, color):
    steel = surface("chrome")
    return concat_shapes(
        rod((0, 0.36, 0.04), (0, 0.36, 0.075), 0.012, *steel),
        tube([(0, 0.36, 0.07), (0, 0.345, 0.088), (0, 0.3, 0.094)], 0.009, *steel),
        rod((0, 0.31, 0.0935), (0, 0.295, 0.0945), 0.011, *steel),
        rod((0, 0.36, 0.07), (0, 0.395, 0.066), 0.007, *steel),
        moved(
            concat_shapes(
                lathe(
                    [(0.01, 0.0), (0.013, 0.03), (0.019, 0.08), (0.021, 0.115), (0.012, 0.13)],
                    color,
                    {"roughness": 0.25},
                    slices=32,
                ),
                rod((0, 0.092, 0.01), (0, 0.092, 0.0225), 0.013, (0.96, 0.93, 0.82)),
            ),
            (0, 0.385, 0.066),
            0.06,
            (1, 0, 0),
        ),
    )


@register("the drip tray")
def drip_tray():
    steel = surface("brushed steel")
    return concat_shapes(
        box((0, 0.009, 0.06), (0.5, 0.018, 0.22), *steel),
        box((0, 0.018, 0.085), (0.46, 0.004, 0.15), (0.14, 0.14, 0.15)),
        *[box((-0.22 + 0.02 * k, 0.021, 0.085), (0.006, 0.004, 0.15), *steel) for k in range(23)],
    )


@register("a beer tower with three taps over a drip tray")
def beer_tap(*, width=0.5, height=0.52, depth=0.22, metal="brass", paint=None):
    colors = ((0.65, 0.12, 0.12), (0.1, 0.3, 0.2), (0.12, 0.16, 0.35))
    whole = concat_shapes(
        library_call("tap_tower", look=finish(metal, paint)),
        *[moved(library_call("one_tap", color=tone), (0.14 * (k - 1), 0, 0)) for k, tone in enumerate(colors)],
        library_call("drip_tray"),
    )
    return fitted(whole, width, height, depth)
