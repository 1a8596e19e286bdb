# /// asset
# word = "pet bowl"
# synonyms = ["food bowl", "dog bowl", "cat bowl", "water bowl", "pet food bowl"]
# category = "pets"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, fitted, moved, rod, round_wall


@register("the bowl with its food")
def bowl_part(*, paint):
    gloss = {"roughness": 0.25}
    food = [
        ball(
            (0.055 * math.sqrt(i / 30) * math.cos(i * 2.4), 0.05, 0.055 * math.sqrt(i / 30) * math.sin(i * 2.4)),
            0.0105,
            (0.45, 0.28, 0.15),
        )
        for i in range(30)
    ]
    return concat_shapes(
        round_wall((0.12, 0), (0.095, 0.065), 0.012, paint, gloss, panels=40),
        round_wall((0.088, 0.02), (0.098, 0.066), 0.006, *surface("steel"), panels=40),
        rod((0, 0, 0), (0, 0.042, 0), 0.085, *surface("steel")),
        *food,
    )


@register("the bone")
def bone_part():
    tone = (0.94, 0.9, 0.8)
    return concat_shapes(
        rod((-0.03, 0, 0), (0.03, 0, 0), 0.0085, tone),
        *[ball((x * 0.034, 0, z * 0.009), 0.0115, tone) for x in (-1, 1) for z in (-1, 1)],
    )


@register("a pet's bowl of food with a bone")
def pet_bowl(*, width=0.24, height=0.085, depth=0.24, paint=(0.2, 0.45, 0.65)):
    whole = concat_shapes(
        library_call("bowl_part", paint=paint), moved(library_call("bone_part"), (0.01, 0.07, 0), 0.6)
    )
    return fitted(whole, width, height, depth)
