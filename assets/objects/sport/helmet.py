# /// asset
# word = "helmet"
# synonyms = ["hard hat", "safety helmet", "construction helmet"]
# stands_for = [
#     "bike helmet", "bicycle helmet", "motorcycle helmet", "football helmet", "face shield",
# ]
# category = "sport"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, tube


@register("the shell with its ribs")
def shell_part(*, paint):
    gloss = {"roughness": 0.2}
    ribs = [
        ellipsoid(
            (0.035 * k, 0.092, 0), (0.011, 0.082 - 0.012 * abs(k), 0.147 - 0.01 * abs(k)), darker(paint, 0.75), gloss
        )
        for k in (-2, -1, 0, 1, 2)
    ]
    return concat_shapes(ellipsoid((0, 0.085, 0), (0.118, 0.085, 0.145), paint, gloss), *ribs)


@register("the peak and the rim")
def peak(*, paint):
    return concat_shapes(
        ellipsoid((0, 0.075, 0.1), (0.1, 0.008, 0.06), darker(paint, 0.75)),
        ellipsoid((0, 0.06, 0), (0.121, 0.012, 0.148), (0.12, 0.12, 0.13)),
    )


@register("the strap")
def strap():
    return tube(
        [(-0.11, 0.06, 0.02), (-0.08, 0.012, 0.03), (0, 0.004, 0.035), (0.08, 0.012, 0.03), (0.11, 0.06, 0.02)],
        0.0045,
        (0.1, 0.1, 0.1),
    )


@register("a helmet with a strap")
def helmet(*, width=0.24, height=0.17, depth=0.3, paint=(0.9, 0.72, 0.1)):
    whole = concat_shapes(
        library_call("shell_part", paint=paint), library_call("peak", paint=paint), library_call("strap")
    )
    return fitted(whole, width, height, depth)
