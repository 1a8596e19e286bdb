# /// asset
# word = "tricycle"
# synonyms = ["trike", "ride-on toy"]
# stands_for = ["balance bike", "toddler bike", "push car", "pedal car", "ride on car"]
# category = "toys"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, tube


@register("a wheel")
def wheel_part(*, radius, paint):
    return concat_shapes(
        rod((-0.022, 0, 0), (0.022, 0, 0), radius, (0.12, 0.12, 0.12)),
        rod((-0.024, 0, 0), (0.024, 0, 0), radius * 0.75, paint),
        rod((-0.03, 0, 0), (0.03, 0, 0), radius * 0.2, (0.9, 0.9, 0.9)),
    )


@register("the frame and the seat")
def frame_part(*, paint):
    gloss = {"roughness": 0.2}
    return concat_shapes(
        tube([(0, 0.48, 0.2), (0, 0.3, 0.02), (0, 0.13, -0.22)], 0.022, paint, gloss),
        rod((-0.2, 0.1, -0.25), (0.2, 0.1, -0.25), 0.015, paint, gloss),
        rod((0, 0.3, 0.0), (0, 0.36, -0.06), 0.016, paint),
        ellipsoid((0, 0.375, -0.08), (0.09, 0.025, 0.12), (0.15, 0.15, 0.16)),
        box((0, 0.13, -0.3), (0.22, 0.012, 0.08), paint),
    )


@register("the fork with the handlebar and the pedals")
def fork(*, paint):
    chrome = surface("chrome")
    return concat_shapes(
        *[tube([(s * 0.035, 0.17, 0.25), (s * 0.035, 0.36, 0.22)], 0.01, paint) for s in (-1, 1)],
        rod((0, 0.36, 0.22), (0, 0.58, 0.17), 0.014, *chrome),
        tube([(-0.2, 0.6, 0.1), (-0.1, 0.6, 0.16), (0.1, 0.6, 0.16), (0.2, 0.6, 0.1)], 0.0115, *chrome),
        *[rod((s * 0.2, 0.6, 0.1), (s * 0.14, 0.6, 0.135), 0.017, (0.95, 0.8, 0.2)) for s in (-1, 1)],
        *[box((s * 0.1, 0.17 + s * 0.05, 0.25), (0.07, 0.016, 0.05), (0.95, 0.8, 0.2)) for s in (-1, 1)],
    )


@register("a child's tricycle")
def tricycle(*, width=0.5, height=0.62, depth=0.78, paint=(0.82, 0.14, 0.14)):
    whole = concat_shapes(
        library_call("frame_part", paint=paint),
        library_call("fork", paint=paint),
        moved(library_call("wheel_part", radius=0.17, paint=paint), (0, 0.17, 0.25)),
        *[moved(library_call("wheel_part", radius=0.1, paint=paint), (s * 0.21, 0.1, -0.25)) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
