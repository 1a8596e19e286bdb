# /// asset
# word = "hockey stick"
# synonyms = ["ice hockey stick", "hockey sticks", "hockey stick and puck"]
# stands_for = ["field hockey stick", "hockey puck", "puck"]
# category = "sport"
# support = "floor"
# colors = ["shaft", "tape"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, tinted


@register("the shaft with its taped grip")
def shaft_part(*, shaft, tape):
    grip = [
        box((-0.66 + 0.024 * i, 0.022, 0), (0.021, 0.026, 0.038), tinted(tape, 1 + 0.8 * (i % 2))) for i in range(7)
    ]
    return concat_shapes(
        box((-0.05, 0.022, 0), (1.25, 0.02, 0.032), shaft, {"roughness": 0.3}),
        box((0.15, 0.022, 0), (0.3, 0.0225, 0.0345), (0.96, 0.96, 0.95), {"roughness": 0.3}),
        box((0.34, 0.022, 0), (0.03, 0.0225, 0.0345), (0.15, 0.15, 0.16), {"roughness": 0.3}),
        *grip,
        ellipsoid((-0.685, 0.022, 0), (0.02, 0.02, 0.026), tape, {"roughness": 0.9}),
    )


@register("the curved blade, bound with tape")
def blade(*, shaft, tape):
    pieces = []
    for i in range(11):
        x, z = 0.57 + 0.012 * i, 0.02 + 0.026 * i
        curve = 0.018 + 0.00018 * i * i
        color = shaft if i < 3 else tinted(tape, 1 + 0.7 * (i % 2))
        piece = box((0, 0, 0), (0.078, 0.016, 0.032), color, {"roughness": 0.9})
        pieces.append(moved(piece, (x, curve, z), 0.42))
    return concat_shapes(*pieces, ellipsoid((0.695, 0.034, 0.29), (0.037, 0.011, 0.03), tape))


@register("the puck")
def puck(*, tape):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.026, 0), 0.04, tape, {"roughness": 0.8}),
        rod((0, 0.005, 0), (0, 0.021, 0), 0.0408, tinted(tape, 1.8), {"roughness": 0.9}),
    )


@register("an ice hockey stick with a taped blade, lying with its puck")
def hockey_stick(*, width=1.45, height=0.05, depth=0.36, shaft=(0.8, 0.14, 0.14), tape=(0.1, 0.1, 0.11)):
    whole = concat_shapes(
        library_call("shaft_part", shaft=shaft, tape=tape),
        library_call("blade", shaft=shaft, tape=tape),
        place("puck", at=(0.44, 0.01, 0.18), tape=tape),
    )
    return fitted(whole, width, height, depth)
