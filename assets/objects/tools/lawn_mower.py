# /// asset
# word = "lawn mower"
# synonyms = ["lawnmower", "mower", "push mower"]
# stands_for = ["snow blower", "tiller", "pressure washer"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, fitted, moved, rod, tube


@register("the deck with its motor")
def deck(*, paint):
    gloss = {"roughness": 0.25}
    return concat_shapes(
        box((0, 0.2, 0.2), (0.5, 0.12, 0.6), paint, gloss),
        rod((0, 0.14, 0.2), (0, 0.27, 0.2), 0.29, paint, gloss),
        rod((0, 0.27, 0.2), (0, 0.4, 0.2), 0.14, (0.13, 0.13, 0.14)),
        rod((0, 0.4, 0.2), (0, 0.43, 0.2), 0.12, (0.75, 0.76, 0.78)),
        box((0.15, 0.33, 0.2), (0.1, 0.1, 0.16), (0.3, 0.3, 0.32)),
        ball((0.06, 0.44, 0.3), 0.03, (0.1, 0.1, 0.1)),
    )


@register("a wheel")
def wheel_part(*, radius):
    return concat_shapes(
        rod((-0.025, radius, 0), (0.025, radius, 0), radius, (0.1, 0.1, 0.1), {"roughness": 0.8}),
        rod((-0.027, radius, 0), (0.027, radius, 0), radius * 0.55, (0.9, 0.9, 0.91)),
    )


@register("the handle and the grass box")
def handle_part():
    dark = (0.13, 0.13, 0.14)
    bow = tube([(-0.2, 0.24, -0.08), (-0.2, 0.95, -0.72), (0.2, 0.95, -0.72), (0.2, 0.24, -0.08)], 0.014, dark)
    return concat_shapes(
        bow,
        rod((-0.2, 0.985, -0.75), (0.2, 0.985, -0.75), 0.02, (0.08, 0.08, 0.08)),
        moved(box((0, 0, 0), (0.42, 0.3, 0.42), (0.2, 0.21, 0.2), {"roughness": 0.9}), (0, 0.32, -0.3), 0.2, (1, 0, 0)),
    )


@register("a lawn mower")
def lawn_mower(*, width=0.56, height=1.0, depth=1.5, paint=(0.8, 0.16, 0.12)):
    wheels = [
        moved(library_call("wheel_part", radius=r), (s * 0.26, 0, z))
        for s in (-1, 1)
        for z, r in ((0.42, 0.1), (-0.08, 0.13))
    ]
    whole = concat_shapes(library_call("deck", paint=paint), *wheels, library_call("handle_part"))
    return fitted(whole, width, height, depth)
