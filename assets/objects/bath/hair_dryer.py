# /// asset
# word = "hair dryer"
# synonyms = ["hairdryer", "blow dryer"]
# stands_for = [
#     "curling iron", "hair straightener", "straightener", "hair curler", "curling wand", "heat gun", "glue gun",
#     "hot glue gun",
# ]
# category = "bath"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod, tube


@register("the barrel with its nozzle")
def barrel(*, paint):
    gloss = {"roughness": 0.25}
    return concat_shapes(
        rod((0, 0.15, -0.09), (0, 0.15, 0.06), 0.042, paint, gloss),
        ellipsoid((0, 0.15, -0.09), (0.042, 0.042, 0.02), darker(paint, 0.6)),
        *[
            rod((0, 0.15, 0.06 + 0.008 * i), (0, 0.15, 0.068 + 0.008 * i), 0.04 - 0.0016 * i, (0.14, 0.14, 0.15))
            for i in range(7)
        ],
        *[
            rod((-0.025 + 0.0125 * k, 0.15, -0.112), (-0.025 + 0.0125 * k, 0.15, -0.105), 0.004, (0.1, 0.1, 0.1))
            for k in range(5)
        ],
    )


@register("the handle, and the stand that it rests on")
def handle_part(*, paint):
    return concat_shapes(
        rod((0, -0.012, 0), (0, 0.0, 0), 0.041, (0.2, 0.2, 0.21)),
        rod((0, 0, 0.03), (0, 0.115, 0.03), 0.007, (0.2, 0.2, 0.21)),
        tube([(0, 0.12, -0.03), (0, 0.02, -0.055)], 0.02, paint, {"roughness": 0.25}),
        box((0, 0.08, -0.018), (0.012, 0.03, 0.012), (0.9, 0.9, 0.9)),
        tube([(0, 0.02, -0.055), (0, 0.006, -0.04), (0.02, 0.005, -0.02)], 0.005, (0.12, 0.12, 0.12)),
    )


@register("a hair dryer")
def hair_dryer(*, width=0.09, height=0.2, depth=0.24, paint=(0.75, 0.2, 0.35)):
    whole = concat_shapes(library_call("barrel", paint=paint), library_call("handle_part", paint=paint))
    return fitted(whole, width, height, depth)
