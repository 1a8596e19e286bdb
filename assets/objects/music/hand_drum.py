# /// asset
# word = "drum"
# synonyms = ["conga", "djembe", "hand drum", "african drum"]
# stands_for = ["timpani", "bass drum", "kettledrum", "toy drum"]
# category = "music"
# support = "floor"
# colors = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, fitted, lathe, rod, round_wall


@register("the shell")
def shell_part(*, wood):
    return concat_shapes(
        lathe([(0.13, 0), (0.155, 0.16), (0.165, 0.3), (0.16, 0.46)], wood, {"roughness": 0.4}, slices=60),
        rod((0, 0, 0), (0, 0.02, 0), 0.138, darker(wood, 0.6)),
    )


@register("the skin with its hoop")
def skin_part():
    steel = surface("steel")
    return concat_shapes(
        rod((0, 0.46, 0), (0, 0.492, 0), 0.164, (0.94, 0.9, 0.82), {"roughness": 0.8}),
        *[round_wall((0.178, y), (0.178, y + 0.02), 0.013, *steel, panels=44) for y in (0.465,)],
    )


@register("the lacing")
def lacing():
    rope = (0.88, 0.84, 0.74)

    def strand(i):
        a, b, c = (k * math.pi / 12 for k in (2 * i, 2 * i + 1, 2 * i + 2))
        top, low = 0.172, 0.163
        return concat_shapes(
            rod(
                (top * math.cos(a), 0.465, top * math.sin(a)), (low * math.cos(b), 0.19, low * math.sin(b)), 0.004, rope
            ),
            rod(
                (low * math.cos(b), 0.19, low * math.sin(b)), (top * math.cos(c), 0.465, top * math.sin(c)), 0.004, rope
            ),
        )

    return concat_shapes(loop(12, strand), round_wall((0.168, 0.18), (0.168, 0.195), 0.012, rope, panels=36))


@register("a drum with a laced skin")
def hand_drum(*, width=0.36, height=0.5, depth=0.36, wood=(0.62, 0.3, 0.14)):
    whole = concat_shapes(library_call("shell_part", wood=wood), library_call("skin_part"), library_call("lacing"))
    return fitted(whole, width, height, depth)
