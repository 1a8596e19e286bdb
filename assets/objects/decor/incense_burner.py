# /// asset
# word = "incense burner"
# synonyms = ["censer", "incense bowl", "incense pot", "incense"]
# category = "decor"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, disc, ellipsoid, finish, fitted, lathe, pipe, rod, rotated


@register("the round bowl on three feet")
def bowl_part(*, look):
    bowl = [(0.035, 0.03), (0.06, 0.045), (0.07, 0.075), (0.064, 0.1), (0.055, 0.112), (0.066, 0.122)]
    feet = [
        rotated(pipe([(0, 0.05, 0.045), (0, 0.025, 0.062), (0, 0.0, 0.055)], 0.011, *look), i * 2 * math.pi / 3)
        for i in range(3)
    ]
    ears = [
        pipe([(s * 0.062, 0.1, 0), (s * 0.088, 0.108, 0), (s * 0.088, 0.14, 0), (s * 0.078, 0.15, 0)], 0.007, *look)
        for s in (-1, 1)
    ]
    return concat_shapes(
        lathe(bowl, *look, slices=30),
        *feet,
        *ears,
        rod((0, 0.085, 0), (0, 0.09, 0), 0.0705, darker(look[0], 0.7), look[1]),
        disc((0, 0.119, 0), (0.056, 0.056), 0.005, (0.72, 0.7, 0.66)),
    )


@register("a smoking stick of incense")
def stick(*, x, z, lean):
    top = (x + lean * 0.4, 0.26, z + lean * 0.1)
    glow = ((1.0, 0.35, 0.1), {"emission": 2.0})
    return concat_shapes(
        rod((x, 0.12, z), top, 0.0022, (0.35, 0.2, 0.16)),
        ellipsoid(top, (0.0028, 0.004, 0.0028), *glow),
    )


@register("a bronze incense burner with three glowing sticks")
def incense_burner(*, width=0.19, height=0.265, depth=0.15, metal="bronze", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("bowl_part", look=look),
        *[library_call("stick", x=0.014 * k, z=0.006 * (k % 2), lean=0.07 * k) for k in (-1, 0, 1)],
    )
    return fitted(whole, width, height, depth)
