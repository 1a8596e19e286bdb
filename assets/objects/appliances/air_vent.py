# /// asset
# word = "air vent"
# synonyms = [
#     "vent", "ventilation grille", "ventilation grate", "wall vent", "air grille", "ventilation shaft",
#     "air duct vent", "vent cover",
# ]
# category = "appliances"
# support = "wall"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, moved, rod


@register("the tilted slats")
def slats(*, width, height, look):
    n = max(4, round(height / 0.045))
    return concat_shapes(
        *[
            moved(
                box((0, 0, 0), (width - 0.07, 0.006, 0.045), *look),
                (0, 0.045 + (height - 0.09) * (i + 0.5) / n, 0.012),
                0.7,
                (1, 0, 0),
            )
            for i in range(n)
        ]
    )


@register("a louvred air vent with a screwed frame")
def air_vent(*, width=0.6, height=0.4, depth=0.06, metal="aluminium", paint=None):
    look = finish(metal, paint)
    bar = 0.04
    parts = [
        box((0, height / 2, -0.005), (width - 0.04, height - 0.04, 0.01), darker(look[0], 0.12)),
        *[box((0, y, 0.015), (width, bar, 0.03), *look) for y in (bar / 2, height - bar / 2)],
        *[box((s * (width - bar) / 2, height / 2, 0.015), (bar, height - 2 * bar, 0.03), *look) for s in (-1, 1)],
        library_call("slats", width=width, height=height, look=look),
    ]
    for s in (-1, 1):
        parts += [
            rod((s * (width - bar) / 2, y, 0.03), (s * (width - bar) / 2, y, 0.035), 0.009, *finish("gunmetal"))
            for y in (bar / 2, height - bar / 2)
        ]
    return fitted(concat_shapes(*parts), width, height, depth)
