# /// asset
# word = "scroll"
# synonyms = ["parchment scroll", "ancient scroll", "papyrus scroll", "rolled parchment", "papyrus", "paper scroll", "scrolls"]
# category = "office"
# support = "surface"
# colors = ["paint", "ink"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, darker, finish, fitted, lathe, moved, rod, rotated


@register("a rod with its knobs and the rolled paper")
def roller(*, z, paint, look, radius):
    knob = rotated(
        lathe([(0.008, 0), (0.012, 0.01), (0.007, 0.022), (0.011, 0.032), (0.005, 0.044)], *look, slices=22),
        math.pi / 2,
        (0, 0, -1),
    )
    knob2 = rotated(
        lathe([(0.008, 0), (0.012, 0.01), (0.007, 0.022), (0.011, 0.032), (0.005, 0.044)], *look, slices=22),
        math.pi / 2,
        (0, 0, 1),
    )
    return concat_shapes(
        rod((-0.13, radius, z), (0.13, radius, z), radius, paint, {"roughness": 0.9}),
        rod((-0.132, radius, z), (0.132, radius, z), radius * 0.72, darker(paint, 0.75)),
        moved(knob, (0.13, radius, z)),
        moved(knob2, (-0.13, radius, z)),
        *[ball((s * 0.174, radius, z), 0.006, *look) for s in (-1, 1)],
    )


@register("the open sheet with its writing")
def sheet(*, paint, ink):
    lines = [
        box((-0.006 * ((i * 5) % 4), 0.0052, -0.1 + 0.021 * i), (0.2 - 0.012 * ((i * 5) % 4) * 2, 0.001, 0.005), ink)
        for i in range(9)
    ]
    return concat_shapes(
        box((0, 0.003, 0), (0.256, 0.004, 0.3), paint, {"roughness": 0.9}),
        box((-0.085, 0.0052, -0.125), (0.03, 0.001, 0.026), (0.65, 0.12, 0.1)),
        box((0.02, 0.0052, -0.125), (0.14, 0.001, 0.006), ink),
        *lines,
        rod((0.07, 0.004, 0.11), (0.07, 0.009, 0.11), 0.016, (0.65, 0.08, 0.08)),
        rod((0.07, 0.008, 0.11), (0.07, 0.0102, 0.11), 0.011, (0.5, 0.05, 0.06)),
    )


@register("an open parchment scroll with writing and a seal")
def scroll(*, width=0.36, height=0.045, depth=0.36, wood="dark walnut", paint=(0.9, 0.83, 0.66), ink=(0.25, 0.16, 0.1)):
    look = finish(wood)
    whole = concat_shapes(
        library_call("sheet", paint=paint, ink=ink),
        library_call("roller", z=-0.16, paint=paint, look=look, radius=0.022),
        library_call("roller", z=0.16, paint=paint, look=look, radius=0.018),
    )
    return fitted(whole, width, height, depth)
