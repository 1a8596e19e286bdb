# /// asset
# word = "vinyl record"
# synonyms = ["record", "vinyl album", "vinyl", "LP", "album", "records", "record album", "lp"]
# stands_for = [
#     "game disc", "disc", "cd", "compact disc", "dvd", "cds", "dvds", "cassette", "cassettes", "cassette tape",
# ]
# category = "electronics"
# support = "surface"
# colors = ["sleeve", "label"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod


@register("the record with its grooves and label")
def record(*, radius, label):
    grooves = [
        rod(
            (0, 0, -0.0015 - 0.0002 * i),
            (0, 0, 0.0015 + 0.0002 * i),
            radius * r,
            (0.11, 0.11, 0.12) if i % 2 else (0.03, 0.03, 0.035),
            {"roughness": 0.2},
        )
        for i, r in enumerate((1.0, 0.94, 0.87, 0.8, 0.73, 0.66, 0.59, 0.52, 0.45))
    ]
    return concat_shapes(
        *grooves,
        rod((0, 0, -0.0035), (0, 0, 0.0038), radius * 0.34, label),
        rod((0, 0, -0.004), (0, 0, 0.0042), radius * 0.03, (0.95, 0.95, 0.95)),
    )


@register("the printed cardboard sleeve")
def printed_sleeve(*, size, thick, sleeve):
    dark = darker(sleeve, 0.35)
    art = [
        rod((0, size * 0.08, thick / 2), (0, size * 0.08, thick / 2 + 0.0005 * (i + 1)), size * r, tone)
        for i, (r, tone) in enumerate(((0.34, (0.97, 0.9, 0.7)), (0.26, dark), (0.18, (0.97, 0.9, 0.7)), (0.1, dark)))
    ]
    return concat_shapes(
        box((0, 0, 0), (size, size, thick), sleeve, {"roughness": 0.5}),
        *art,
        box((0, -size * 0.38, thick / 2), (size * 0.7, size * 0.07, 0.002), (0.97, 0.94, 0.85)),
    )


@register("a vinyl record half out of its sleeve, leaning on a stand")
def vinyl_record(*, width=0.46, height=0.31, depth=0.12, sleeve=(0.9, 0.45, 0.25), label=(0.2, 0.35, 0.6)):
    size = 0.315
    cover = library_call("printed_sleeve", size=size, thick=0.006, sleeve=sleeve)
    upright = concat_shapes(
        moved(cover, (0, size / 2, 0.005)),
        moved(library_call("record", radius=0.15, label=label), (0.155, size / 2, -0.002)),
    )
    leaning = moved(upright, (0, 0.01, 0.02), -0.22, (1, 0, 0))
    stand = concat_shapes(
        box((0.0, 0.006, 0.0), (0.35, 0.012, 0.12), *surface("oak")),
        box((0, 0.019, 0.053), (0.35, 0.022, 0.012), *surface("oak")),
        moved(box((0, 0.07, 0), (0.12, 0.14, 0.008), *surface("oak")), (0, 0.0, -0.0), -0.22, (1, 0, 0)),
    )
    whole = concat_shapes(leaning, stand)
    return fitted(whole, width, height, depth)
