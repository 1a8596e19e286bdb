# /// asset
# word = "robot arm"
# synonyms = [
#     "robotic arm", "industrial robot", "factory robot", "welding robot", "robot arms", "mechanical arm",
#     "assembly robot",
# ]
# category = "tools"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, darker, fitted, rod, tube

DARK = ((0.12, 0.12, 0.13), {"roughness": 0.5})


@register("an industrial robot arm with a gripper")
def robot_arm(*, width=0.75, height=1.75, depth=1.5, paint=(0.96, 0.5, 0.08)):
    gloss = {"roughness": 0.3}
    shoulder, elbow, wrist = (0, 0.68, 0.05), (0, 1.5, -0.2), (0, 1.3, 0.72)
    whole = concat_shapes(
        block((0, 0, 0), (0.7, 0.06, 0.7), *DARK),
        rod((0, 0.06, 0), (0, 0.3, 0), 0.28, darker(paint, 0.85), gloss),
        rod((0, 0.3, 0), (0, 0.36, 0), 0.3, *DARK),
        rod((0, 0.36, 0), (0, 0.52, 0), 0.27, paint, gloss),
        *[block((s * 0.2, 0.5, 0.03), (0.11, 0.32, 0.32), paint, gloss) for s in (-1, 1)],
        rod((-0.28, *shoulder[1:]), (0.28, *shoulder[1:]), 0.15, *DARK),
        beam(shoulder, elbow, (0.24, 0.2), paint, gloss),
        rod((-0.2, *elbow[1:]), (0.2, *elbow[1:]), 0.17, *DARK),
        rod((-0.18, *elbow[1:]), (0.18, *elbow[1:]), 0.185, paint, gloss),
        beam(elbow, wrist, (0.17, 0.16), paint, gloss),
        beam((0, 1.5, -0.2), (0, 1.57, -0.48), (0.2, 0.2), *DARK),
        rod((-0.11, *wrist[1:]), (0.11, *wrist[1:]), 0.1, *DARK),
        rod(wrist, (0, 1.12, 0.8), 0.075, paint, gloss),
        rod((0, 1.12, 0.8), (0, 1.04, 0.835), 0.09, *DARK),
        *[
            beam(
                (s * 0.05, 1.04, 0.83),
                (s * 0.1, 0.94, 0.87),
                (0.03, 0.05),
                (0.7, 0.71, 0.73),
                {"metallic": 0.8, "roughness": 0.3},
            )
            for s in (-1, 1)
        ],
        *[
            beam(
                (s * 0.1, 0.95, 0.865),
                (s * 0.06, 0.84, 0.91),
                (0.03, 0.05),
                (0.7, 0.71, 0.73),
                {"metallic": 0.8, "roughness": 0.3},
            )
            for s in (-1, 1)
        ],
        tube(
            [
                (0.16, 0.45, -0.2),
                (0.2, 0.9, -0.28),
                (0.18, 1.4, -0.42),
                (0.13, 1.6, -0.15),
                (0.11, 1.48, 0.4),
                (0.1, 1.32, 0.7),
            ],
            0.022,
            *DARK,
        ),
    )
    return fitted(whole, width, height, depth)
