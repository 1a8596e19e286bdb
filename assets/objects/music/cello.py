# /// asset
# word = "cello"
# synonyms = ["violoncello", "cello on a stand"]
# stands_for = ["double bass", "upright bass", "contrabass"]
# category = "music"
# support = "floor"
# colors = ["varnish"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, rotated, stretched, tube


@register("the waisted body")
def cello_body(*, varnish):
    gloss = {"roughness": 0.15}

    def plate(z0, z1, grow, tone):
        unit = rod((0, 0, z0), (0, 0, z1), 1.0, tone, gloss)
        lobes = ((0.6, 0.17 + grow, 0.17), (0.24, 0.215 + grow, 0.2), (0.43, 0.125 + grow, 0.16))
        return concat_shapes(*[moved(stretched(unit, (a, b, 1)), (0, y, 0)) for y, a, b in lobes])

    holes = [
        tube(
            [(s * 0.07, 0.52, 0.072), (s * 0.08, 0.46, 0.072), (s * 0.075, 0.4, 0.072), (s * 0.09, 0.35, 0.072)],
            0.004,
            (0.08, 0.05, 0.04),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        plate(-0.065, 0.06, -0.008, darker(varnish, 0.7)),
        plate(0.055, 0.07, 0, varnish),
        plate(-0.07, -0.06, 0, darker(varnish, 0.85)),
        *holes,
    )


@register("the neck, the scroll and the strings")
def neck_part(*, varnish):
    ebony = surface("ebony")
    strings = [
        rod((0.009 * (i - 1.5), 0.3, 0.112), (0.006 * (i - 1.5), 1.12, 0.078), 0.0012, (0.85, 0.85, 0.8))
        for i in range(4)
    ]
    pegs = [rod((s * 0.018, y, 0.045), (s * 0.06, y, 0.045), 0.007, *ebony) for s in (-1, 1) for y in (1.13, 1.17)]
    return concat_shapes(
        box((0, 0.92, 0.05), (0.035, 0.42, 0.035), varnish),
        box((0, 0.83, 0.076), (0.04, 0.6, 0.012), *ebony),
        box((0, 1.17, 0.045), (0.035, 0.12, 0.04), varnish),
        rod((-0.024, 1.25, 0.05), (0.024, 1.25, 0.05), 0.028, varnish),
        box((0, 0.4, 0.088), (0.09, 0.008, 0.045), (0.85, 0.68, 0.42)),
        box((0, 0.22, 0.09), (0.06, 0.2, 0.012), *ebony),
        *strings,
        *pegs,
    )


@register("the stand")
def stand_part():
    steel = ((0.12, 0.12, 0.13), {"roughness": 0.4})
    return concat_shapes(
        rod((0, -0.08, 0), (0, 0.06, 0), 0.007, *surface("steel")),
        *[tube([(0, 0.1, -0.09), (x, -0.09, z)], 0.01, *steel) for x, z in ((-0.2, 0.12), (0.2, 0.12), (0, -0.2))],
        tube([(-0.12, 0.16, 0.08), (-0.12, 0.13, -0.08), (0.12, 0.13, -0.08), (0.12, 0.16, 0.08)], 0.009, *steel),
    )


@register("a cello on its stand")
def cello(*, width=0.46, height=1.3, depth=0.42, varnish=(0.55, 0.25, 0.1)):
    body = concat_shapes(library_call("cello_body", varnish=varnish), library_call("neck_part", varnish=varnish))
    whole = concat_shapes(rotated(body, -0.1, (1, 0, 0)), library_call("stand_part"))
    return fitted(whole, width, height, depth)
