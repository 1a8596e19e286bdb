# /// asset
# word = "periodic table"
# synonyms = [
#     "periodic table poster", "periodic table of elements", "table of elements", "periodic table of the elements",
#     "chemistry poster", "element chart",
# ]
# category = "school"
# support = "wall"
# colors = ["ground"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, rod

TONES = {
    "alkali": (0.93, 0.4, 0.35),
    "earth": (0.98, 0.75, 0.4),
    "metal": (0.98, 0.9, 0.55),
    "post": (0.6, 0.82, 0.65),
    "non": (0.5, 0.75, 0.92),
    "halogen": (0.55, 0.6, 0.9),
    "noble": (0.78, 0.6, 0.88),
    "rare": (0.95, 0.65, 0.75),
}


def family(column, row):
    """The family of the element in a place of the table; None where there is none."""
    if column == 0:
        return "non" if row == 0 else "alkali"
    if column == 17:
        return "noble"
    if row == 0:
        return None
    if column == 1:
        return "earth"
    if column < 12:
        return "metal" if row > 2 else None
    if column == 16:
        return "halogen"
    return "non" if column - 12 > row else "post"


@register("a poster of the periodic table of the elements")
def periodic_table(*, width=1.5, height=0.95, depth=0.03, ground=(0.97, 0.96, 0.93)):
    step = 0.0785
    parts = [
        box((0, 0.475, 0), (1.5, 0.95, 0.012), ground, {"roughness": 0.7}),
        box((0, 0.87, 0.008), (0.75, 0.05, 0.004), (0.12, 0.14, 0.2)),
    ]
    parts += [rod((-0.77, y, 0), (0.77, y, 0), 0.014, (0.2, 0.2, 0.22)) for y in (0.01, 0.94)]
    for row in range(9):
        for column in range(18):
            kind = ("rare" if column > 2 else None) if row > 6 else family(column, row)
            if kind is None:
                continue
            x, y = (column - 8.5) * step, 0.76 - row * step - (0.03 if row > 6 else 0)
            parts.append(box((x, y, 0.008), (step * 0.92, step * 0.92, 0.004), TONES[kind]))
            parts.append(box((x - step * 0.05, y, 0.0105), (step * 0.34, step * 0.3, 0.002), (0.15, 0.15, 0.2)))
            parts.append(
                box((x - step * 0.22, y + step * 0.32, 0.0105), (step * 0.2, step * 0.07, 0.002), (0.3, 0.3, 0.35))
            )
    return fitted(concat_shapes(*parts), width, height, depth)
