# /// asset
# word = "microphone stand"
# synonyms = ["mic stand", "microphone on a stand", "stage microphone", "vocal microphone"]
# category = "music"
# support = "floor"
# colors = ["frame_color"]
# materials = ["head"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod


@register("the tripod, pole and boom")
def boom_stand(*, height, reach, frame_color):
    look = (frame_color, {"roughness": 0.4, "metallic": 0.3})
    feet = loop(
        3,
        lambda i: concat_shapes(
            rod(
                (0, height * 0.16, 0),
                (reach * math.cos(i * 2.094 + 0.52), 0.014, reach * math.sin(i * 2.094 + 0.52)),
                0.011,
                *look,
            ),
            ellipsoid(
                (reach * math.cos(i * 2.094 + 0.52), 0.014, reach * math.sin(i * 2.094 + 0.52)),
                (0.018, 0.014, 0.018),
                (0.05, 0.05, 0.05),
            ),
        ),
    )
    return concat_shapes(
        feet,
        rod((0, height * 0.06, 0), (0, height * 0.6, 0), 0.015, *look),
        rod((0, height * 0.5, 0), (0, height * 0.82, 0), 0.01, *look),
        rod((-0.025, height * 0.82, 0), (0.025, height * 0.82, 0), 0.024, (0.3, 0.3, 0.32)),
        rod((0, height * 0.77, -reach * 0.75), (0, height * 0.93, reach * 0.85), 0.009, *look),
        rod((0, height * 0.765, -reach * 0.79), (0, height * 0.785, -reach * 0.6), 0.02, *look),
    )


@register("the hand microphone with its round mesh head")
def hand_microphone(*, length, head):
    r = length * 0.13
    metal = surface(head)
    rings = [
        rod((0, length * y, 0), (0, length * (y + 0.01), 0), length * w, (0.35, 0.35, 0.37))
        for y, w in ((0.8, 0.133), (0.86, 0.138), (0.92, 0.115))
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, length * 0.66, 0), r * 0.62, (0.1, 0.1, 0.11)),
        rod((0, length * 0.6, 0), (0, length * 0.72, 0), r * 0.85, (0.15, 0.15, 0.16)),
        ellipsoid((0, length * 0.86, 0), (r, r * 1.08, r), *metal),
        *rings,
        rod((0, length * 0.72, 0), (0, length * 0.76, 0), r * 0.95, (0.6, 0.6, 0.62)),
    )


@register("a microphone on a tall boom stand")
def microphone_stand(*, width=0.55, height=1.55, depth=0.62, frame_color=(0.12, 0.12, 0.13), head="steel"):
    whole = concat_shapes(
        library_call("boom_stand", height=1.5, reach=0.3, frame_color=frame_color),
        moved(library_call("hand_microphone", length=0.26, head=head), (0, 1.37, 0.2), 0.75, (1, 0, 0)),
    )
    return fitted(whole, width, height, depth)
