# /// asset
# word = "violin"
# synonyms = ["viola", "fiddle", "unfinished violin", "violins"]
# stands_for = ["mandolin", "sitar"]
# category = "music"
# support = "surface"
# colors = ["varnish"]
# [variants.hung]
# "wall mounted" = true
# "hanging" = true
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, rotated, stretched, tube


@register("the waisted body")
def violin_body(*, varnish):
    gloss = {"roughness": 0.15}

    def plate(y0, y1, grow, tone):
        unit = rod((0, y0, 0), (0, y1, 0), 1.0, tone, gloss)
        lobes = ((0.075, 0.083 + grow, 0.085), (-0.1, 0.1 + grow, 0.1), (-0.01, 0.057 + grow, 0.08))
        return concat_shapes(*[moved(stretched(unit, (a, 1, b)), (0, 0, -z)) for z, a, b in lobes])

    holes = [
        tube(
            [
                (s * 0.03, 0.0395, -0.005),
                (s * 0.036, 0.0395, 0.02),
                (s * 0.032, 0.0395, 0.045),
                (s * 0.04, 0.0395, 0.065),
            ],
            0.002,
            (0.08, 0.05, 0.04),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        plate(0.002, 0.036, -0.004, darker(varnish, 0.7)),
        plate(0.033, 0.039, 0, varnish),
        plate(0, 0.004, 0, darker(varnish, 0.85)),
        *holes,
    )


@register("the neck, the scroll and the strings")
def neck_part(*, varnish):
    ebony = surface("ebony")
    strings = [
        rod((0.005 * (i - 1.5), 0.058, 0.05), (0.0035 * (i - 1.5), 0.049, -0.31), 0.0006, (0.85, 0.85, 0.8))
        for i in range(4)
    ]
    pegs = [
        rod((s * 0.012, 0.036, z), (s * 0.035, 0.036, z), 0.0035, *ebony) for s in (-1, 1) for z in (-0.315, -0.335)
    ]
    return concat_shapes(
        box((0, 0.035, -0.24), (0.022, 0.02, 0.15), varnish),
        box((0, 0.047, -0.18), (0.026, 0.006, 0.27), *ebony),
        box((0, 0.036, -0.335), (0.02, 0.022, 0.07), varnish),
        rod((-0.014, 0.04, -0.375), (0.014, 0.04, -0.375), 0.015, varnish),
        box((0, 0.048, 0.045), (0.042, 0.024, 0.004), (0.85, 0.68, 0.42)),
        box((0, 0.049, 0.135), (0.03, 0.007, 0.11), *ebony),
        ellipsoid((-0.045, 0.048, 0.175), (0.035, 0.008, 0.02), *ebony),
        *strings,
        *pegs,
    )


@register("the bow")
def bow():
    return concat_shapes(
        tube([(0, 0.02, -0.36), (0, 0.012, -0.1), (0, 0.014, 0.16), (0, 0.018, 0.24)], 0.0038, (0.4, 0.2, 0.1)),
        box((0, 0.01, 0.21), (0.01, 0.02, 0.03), *surface("ebony")),
        rod((0, 0.005, -0.35), (0, 0.005, 0.21), 0.0018, (0.95, 0.93, 0.88)),
    )


@register("a violin with its bow")
def violin(*, width=0.32, height=0.07, depth=0.62, varnish=(0.6, 0.28, 0.1), hung=False):
    whole = concat_shapes(
        library_call("violin_body", varnish=varnish),
        library_call("neck_part", varnish=varnish),
        moved(library_call("bow"), (0.16, 0, -0.02), 0.08),
    )
    if not hung:
        return fitted(whole, width, height, depth)
    # it hangs by its scroll, its front to the room
    hook = concat_shapes(
        rod((0, 0.3, -0.01), (0, 0.3, 0.02), 0.035, *surface("oak")),
        rod((0, 0.3, 0), (0, 0.3, 0.06), 0.006, *surface("brass")),
    )
    return fitted(concat_shapes(rotated(whole, math.pi / 2, (1, 0, 0)), hook), width, 0.66, 0.1)
