# /// asset
# word = "violin on a stand"
# synonyms = ["violin stand", "fiddle on a stand", "viola on a stand", "violin and stand", "violin on its stand"]
# category = "music"
# support = "floor"
# colors = ["varnish"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, rotated, stretched, tube


@register("the waisted body with its holes")
def violin_body(*, varnish):
    gloss = {"roughness": 0.15}

    def plate(z0, z1, grow, tone):
        unit = rod((0, 0, z0), (0, 0, z1), 1.0, tone, gloss)
        lobes = ((0.1, 0.1 + grow, 0.1), (0.275, 0.083 + grow, 0.085), (0.19, 0.058 + grow, 0.08))
        return concat_shapes(*[moved(stretched(unit, (a, b, 1)), (0, y, 0)) for y, a, b in lobes])

    holes = [
        tube(
            [(s * 0.03, 0.16, 0.04), (s * 0.036, 0.185, 0.04), (s * 0.032, 0.21, 0.04), (s * 0.04, 0.225, 0.04)],
            0.0025,
            (0.08, 0.05, 0.04),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        plate(0.004, 0.034, -0.004, darker(varnish, 0.7)),
        plate(0.032, 0.039, 0, varnish),
        plate(0, 0.006, 0, darker(varnish, 0.85)),
        *holes,
    )


@register("the neck, the scroll and the strings")
def violin_neck(*, varnish):
    ebony = surface("ebony")
    strings = [
        rod((0.0055 * (i - 1.5), 0.1, 0.058), (0.004 * (i - 1.5), 0.5, 0.05), 0.0009, (0.85, 0.85, 0.8))
        for i in range(4)
    ]
    pegs = [rod((s * 0.012, y, 0.034), (s * 0.036, y, 0.034), 0.004, *ebony) for s in (-1, 1) for y in (0.515, 0.54)]
    return concat_shapes(
        box((0, 0.43, 0.034), (0.022, 0.15, 0.02), varnish),
        box((0, 0.37, 0.047), (0.026, 0.27, 0.007), *ebony),
        box((0, 0.53, 0.034), (0.022, 0.07, 0.024), varnish),
        rod((-0.015, 0.575, 0.036), (0.015, 0.575, 0.036), 0.016, varnish),
        box((0, 0.19, 0.047), (0.042, 0.005, 0.024), (0.85, 0.68, 0.42)),
        box((0, 0.085, 0.049), (0.03, 0.11, 0.007), *ebony),
        ellipsoid((-0.045, 0.03, 0.048), (0.035, 0.02, 0.009), *ebony),
        *strings,
        *pegs,
    )


@register("the bow in its clip")
def violin_bow():
    wood = (0.4, 0.2, 0.1)
    return concat_shapes(
        tube([(0, -0.36, 0.008), (0, -0.1, 0.0), (0, 0.16, 0.0), (0, 0.34, 0.012)], 0.004, wood),
        box((0, -0.31, 0.015), (0.011, 0.035, 0.02), *surface("ebony")),
        rod((0, -0.3, 0.022), (0, 0.34, 0.014), 0.002, (0.95, 0.93, 0.88)),
    )


@register("the stand: a tripod, a post and its padded arms")
def stand_part():
    steel, pad = ((0.12, 0.12, 0.13), {"roughness": 0.35, "metallic": 0.5}), ((0.05, 0.05, 0.06), {"roughness": 0.95})
    legs = [tube([(0, 0.2, -0.06), (x, 0.012, z)], 0.009, *steel) for x, z in ((-0.2, 0.1), (0.2, 0.1), (0, -0.22))]
    return concat_shapes(
        *legs,
        *[ellipsoid((x, 0.014, z), (0.016, 0.014, 0.016), *pad) for x, z in ((-0.2, 0.1), (0.2, 0.1), (0, -0.22))],
        rod((0, 0.16, -0.06), (0, 1.05, -0.06), 0.011, *steel),
        rod((0, 0.5, -0.06), (0, 0.56, -0.06), 0.018, *pad),
        tube(
            [(-0.085, 0.64, 0.065), (-0.085, 0.62, 0.0), (0, 0.61, -0.06), (0.085, 0.62, 0.0), (0.085, 0.64, 0.065)],
            0.009,
            *pad,
        ),
        tube(
            [(-0.035, 1.06, 0.03), (-0.035, 1.05, -0.03), (0, 1.04, -0.06), (0.035, 1.05, -0.03), (0.035, 1.06, 0.03)],
            0.008,
            *pad,
        ),
        rod((0.0, 0.95, -0.06), (0.15, 0.95, -0.02), 0.006, *steel),
        rod((0.15, 0.94, -0.02), (0.15, 0.97, -0.02), 0.01, *pad),
    )


@register("a violin and its bow on a stand")
def violin_stand(*, width=0.42, height=1.24, depth=0.36, varnish=(0.6, 0.28, 0.1)):
    body = concat_shapes(library_call("violin_body", varnish=varnish), library_call("violin_neck", varnish=varnish))
    whole = concat_shapes(
        moved(rotated(body, -0.06, (1, 0, 0)), (0, 0.645, 0.005)),
        moved(library_call("violin_bow"), (0.15, 0.93, 0.0)),
        library_call("stand_part"),
    )
    return fitted(whole, width, height, depth)
