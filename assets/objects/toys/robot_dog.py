# /// asset
# word = "robot dog"
# synonyms = ["robotic dog", "quadruped robot", "four-legged robot", "mechanical dog"]
# category = "toys"
# support = "floor"
# colors = ["paint", "glow"]
# ///
from scene.language import *
from scene.language.modelling import ball, beam, box, darker, fitted, moved, plate, rod

BLACK = (0.09, 0.09, 0.1)


@register("the body with its panels")
def body_part(*, paint, glow):
    gloss = {"roughness": 0.35}
    return concat_shapes(
        plate((0, 0.46, 0), (0.26, 0.16, 0.78), 0.07, paint, gloss),
        plate((0, 0.44, 0), (0.2, 0.2, 0.6), 0.05, BLACK),
        box((0, 0.626, -0.05), (0.16, 0.02, 0.4), BLACK),
        *[box((s * 0.131, 0.54, 0), (0.006, 0.03, 0.4), glow, {"emission": 1.2}) for s in (-1, 1)],
        rod((0, 0.63, -0.2), (0, 0.67, -0.2), 0.05, BLACK),
        rod((0, 0.67, -0.2), (0, 0.69, -0.2), 0.045, (0.5, 0.52, 0.55)),
    )


@register("the head with its cameras")
def head(*, paint, glow):
    return concat_shapes(
        moved(
            plate((0, 0, 0), (0.2, 0.13, 0.16), 0.05, darker(paint, 0.9), {"roughness": 0.35}),
            (0, 0.5, 0.43),
            0.15,
            (1, 0, 0),
        ),
        box((0, 0.56, 0.515), (0.16, 0.07, 0.02), BLACK),
        *[
            rod((s * 0.045, 0.56, 0.51), (s * 0.045, 0.56, 0.53), 0.022, (0.1, 0.12, 0.15), {"roughness": 0.05})
            for s in (-1, 1)
        ],
        *[rod((s * 0.045, 0.56, 0.525), (s * 0.045, 0.56, 0.533), 0.01, glow, {"emission": 1.8}) for s in (-1, 1)],
    )


@register("a jointed leg")
def leg(*, x, z, paint):
    side = 1 if x > 0 else -1
    knee, hip, foot = (x + side * 0.03, 0.27, z - 0.13), (x, 0.5, z), (x + side * 0.03, 0.025, z + 0.02)
    return concat_shapes(
        rod((x - side * 0.06, 0.5, z), (x + side * 0.055, 0.5, z), 0.07, BLACK),
        rod((x + side * 0.05, 0.5, z), (x + side * 0.065, 0.5, z), 0.05, paint),
        beam(hip, knee, (0.06, 0.085), paint, {"roughness": 0.35}),
        rod((knee[0] - 0.04, knee[1], knee[2]), (knee[0] + 0.04, knee[1], knee[2]), 0.042, BLACK),
        beam(knee, foot, (0.035, 0.045), BLACK),
        ball(foot, 0.03, (0.2, 0.2, 0.21)),
    )


@register("a four-legged robot dog")
def robot_dog(*, width=0.48, height=0.69, depth=1.0, paint=(0.95, 0.78, 0.12), glow=(0.25, 0.85, 1.0)):
    whole = concat_shapes(
        library_call("body_part", paint=paint, glow=glow),
        library_call("head", paint=paint, glow=glow),
        *[library_call("leg", x=s * 0.17, z=z, paint=paint) for s in (-1, 1) for z in (-0.3, 0.3)],
    )
    return fitted(whole, width, height, depth)
