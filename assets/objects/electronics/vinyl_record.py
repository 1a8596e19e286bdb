# /// asset
# word = "vinyl record"
# synonyms = ["record", "vinyl album", "vinyl", "LP", "album", "records", "record album", "lp"]
# stands_for = [
#     "game disc", "disc", "cd", "compact disc", "dvd", "cds", "dvds", "cassette", "cassettes", "cassette tape",
# ]
# phrase = "a vinyl record half out of its sleeve, leaning on a stand"
# category = "electronics"
# support = "surface"
# [colors]
# sleeve = [0.9, 0.45, 0.25]
# label = [0.2, 0.35, 0.6]
# ///
from scene.language import *
from scene.language.modelling import box, rod


def disc(x, y, radius, back, front, tone, material=None):
    return rod((x, y, back), (x, y, front), radius, tone, material)


@register("the record with its grooves and label")
def record(*, radius, label):
    grooves = [
        disc(
            0,
            0,
            radius * r,
            -0.0015 - 0.0002 * i,
            0.0015 + 0.0002 * i,
            (0.11, 0.11, 0.12) if i % 2 else (0.03, 0.03, 0.035),
            {"roughness": 0.2},
        )
        for i, r in enumerate((1.0, 0.94, 0.87, 0.8, 0.73, 0.66, 0.59, 0.52, 0.45))
    ]
    return concat_shapes(
        *grooves,
        disc(0, 0, radius * 0.34, -0.0035, 0.0038, label),
        disc(0, 0, radius * 0.03, -0.004, 0.0042, (0.95, 0.95, 0.95)),
    )


@register("the printed cardboard sleeve")
def printed_sleeve(*, size, thick, sleeve):
    dark = tuple(0.35 * c for c in sleeve)
    art = [
        disc(0, size * 0.08, size * r, thick / 2, thick / 2 + 0.0005 * (i + 1), tone)
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
        transform_shape(cover, translation_matrix((0, size / 2, 0.005))),
        transform_shape(
            library_call("record", radius=0.15, label=label), translation_matrix((0.155, size / 2, -0.002))
        ),
    )
    leaning = transform_shape(
        upright, translation_matrix((0, 0.01, 0.02)) @ rotation_matrix(-0.22, (1, 0, 0), (0, 0, 0))
    )
    stand = concat_shapes(
        box((0.0, 0.006, 0.0), (0.35, 0.012, 0.12), *surface("oak")),
        box((0, 0.019, 0.053), (0.35, 0.022, 0.012), *surface("oak")),
        transform_shape(
            box((0, 0.07, 0), (0.12, 0.14, 0.008), *surface("oak")),
            translation_matrix((0, 0.0, -0.0)) @ rotation_matrix(-0.22, (1, 0, 0), (0, 0, 0)),
        ),
    )
    whole = concat_shapes(leaning, stand)
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2)))
