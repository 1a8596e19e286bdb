# /// asset
# word = "bathroom scale"
# synonyms = ["body scale", "body weight scale", "weight scale", "personal scale"]
# category = "bath"
# support = "floor"
# colors = ["tint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, rod


@register("the glass top with its display")
def top_part(*, tint):
    return concat_shapes(
        box((0, 0.026, 0), (0.3, 0.014, 0.3), tint, {"roughness": 0.1}),
        box((0, 0.0335, -0.1), (0.1, 0.002, 0.045), (0.65, 0.75, 0.68), {"emission": 0.3}),
        *[
            rod(
                (s * 0.07, 0.033, 0.03),
                (s * 0.07, 0.0345, 0.03),
                0.035,
                (0.78, 0.79, 0.8),
                {"metallic": 0.8, "roughness": 0.3},
            )
            for s in (-1, 1)
        ],
    )


@register("the feet")
def feet():
    return concat_shapes(
        *[rod((x, 0, z), (x, 0.02, z), 0.018, (0.2, 0.2, 0.21)) for x in (-0.11, 0.11) for z in (-0.11, 0.11)]
    )


@register("a flat bathroom scale")
def bathroom_scale(*, width=0.3, height=0.035, depth=0.3, tint=(0.93, 0.95, 0.96)):
    whole = concat_shapes(library_call("top_part", tint=tint), library_call("feet"))
    return fitted(whole, width, height, depth)
