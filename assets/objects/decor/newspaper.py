# /// asset
# word = "newspaper"
# synonyms = ["newspapers", "daily paper", "folded newspaper", "morning paper", "news paper", "stack of newspapers"]
# category = "decor"
# support = "surface"
# colors = ["paper"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, rod


@register("the folded sheets")
def sheets(*, paper):
    layers = [
        box(
            (0.002 * (k % 2), 0.002 + 0.0034 * k, -0.001 * k),
            (0.3, 0.003, 0.4),
            darker(paper, 1.0 - 0.05 * (k % 2)),
            {"roughness": 0.95},
        )
        for k in range(4)
    ]
    return concat_shapes(
        *layers,
        *[
            rod(
                (-0.149, 0.004 + 0.006 * k, -0.2),
                (-0.149, 0.004 + 0.006 * k, 0.198),
                0.0032,
                darker(paper, 0.96 - 0.04 * k),
                {"roughness": 0.95},
            )
            for k in range(2)
        ],
    )


@register("the print: title, headline, picture and columns")
def print_part():
    y, ink, grey = 0.0141, (0.08, 0.08, 0.09), (0.42, 0.41, 0.4)
    title = [
        box((-0.112 + 0.0225 * i, y, -0.172), (0.017 if i % 3 else 0.02, 0.001, 0.026), ink)
        for i in range(11)
        if i not in (3, 6)
    ]
    columns = []
    for c in range(4):
        x = -0.105 + 0.07 * c
        for k in range(24):
            z = -0.06 + 0.0095 * k
            if c in (1, 2) and z < 0.068:
                continue
            columns.append(
                box(
                    (x - (0.008 if k % 6 == 5 else 0), y, z), (0.06 - (0.016 if k % 6 == 5 else 0), 0.001, 0.0042), grey
                )
            )
    return concat_shapes(
        *title,
        box((0, y, -0.15), (0.27, 0.001, 0.0018), ink),
        box((0, y, -0.144), (0.27, 0.001, 0.001), ink),
        box((-0.012, y, -0.119), (0.235, 0.001, 0.022), ink),
        box((-0.035, y, -0.088), (0.19, 0.001, 0.016), ink),
        box((0, y, 0.0), (0.13, 0.001, 0.115), (0.6, 0.6, 0.58)),
        box((0, y + 0.0011, 0.033), (0.13, 0.001, 0.05), (0.3, 0.3, 0.3)),
        *[
            box((x, y + 0.0022, z), (w, 0.001, d), t)
            for x, z, w, d, t in (
                (-0.03, 0.006, 0.03, 0.07, (0.2, 0.2, 0.2)),
                (0.02, 0.0, 0.035, 0.085, (0.38, 0.38, 0.37)),
            )
        ],
        rod((0.045, y, -0.035), (0.045, y + 0.0015, -0.035), 0.012, (0.85, 0.85, 0.83)),
        *columns,
    )


@register("a folded newspaper with a headline, a picture and columns")
def newspaper(*, width=0.3, height=0.017, depth=0.4, paper=(0.9, 0.88, 0.82)):
    whole = concat_shapes(library_call("sheets", paper=paper), library_call("print_part"))
    return fitted(whole, width, height, depth)
