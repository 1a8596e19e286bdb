# /// asset
# word = "cucumber"
# synonyms = [
#     "cucumbers", "zucchini", "courgette", "eggplant", "aubergine", "corn", "ear of corn", "corn cob",
#     "asparagus", "celery", "chili", "chili pepper", "sausage", "salami",
# ]
# category = "food"
# support = "surface"
# colors = ["skin"]
# [variants.kind]
# "eggplant" = "eggplant"
# "aubergine" = "eggplant"
# "corn" = "corn"
# "ear of corn" = "corn"
# "corn cob" = "corn"
# "chili" = "chili"
# "chili pepper" = "chili"
# "celery" = "celery"
# "asparagus" = "celery"
# "sausage" = "sausage"
# "salami" = "sausage"
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ball, fitted, rod


@register("the long body")
def long_body(*, tone, swell):
    steps = np.linspace(-1, 1, 60)
    radii = 0.024 * (1 - 0.6 * np.abs(steps) ** 6) * (1 + swell * steps)
    radii *= 0.024 / radii.max()
    return concat_shapes(
        *[
            ball((0.095 * t, 0.025, 0.008 * t * t), float(r), tone, {"roughness": 0.3})
            for t, r in zip(steps, radii, strict=True)
        ]
    )


@register("the end of the stalk")
def stalk_end():
    return rod((-0.1, 0.025, 0.008), (-0.128, 0.028, 0.011), 0.006, (0.35, 0.45, 0.2))


@register("a long vegetable")
def cucumber(*, width=0.24, height=0.05, depth=0.05, skin=None, kind="cucumber"):
    tones = {
        "cucumber": (0.2, 0.42, 0.16),
        "eggplant": (0.24, 0.1, 0.26),
        "corn": (0.95, 0.8, 0.28),
        "chili": (0.8, 0.1, 0.08),
        "celery": (0.62, 0.75, 0.4),
        "sausage": (0.55, 0.25, 0.18),
    }
    swell = 0.3 if kind == "eggplant" else 0.0
    whole = concat_shapes(library_call("long_body", tone=skin or tones[kind], swell=swell), library_call("stalk_end"))
    return fitted(whole, width, height, depth)
