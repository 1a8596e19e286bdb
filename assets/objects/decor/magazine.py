# /// asset
# word = "magazine"
# synonyms = ["art magazine", "fashion magazine", "catalog", "brochure", "periodical", "magazines"]
# stands_for = ["comic book", "comic", "leaflet"]
# category = "decor"
# support = "surface"
# colors = ["cover", "masthead"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted


@register("a magazine with a masthead, a portrait and headlines")
def issue(*, width, depth, thick, cover, masthead):
    t, top = 0.0006, thick
    letters = [
        box(((-0.3 + 0.15 * i) * width, top + t * 1.5, -depth * 0.39), (width * 0.1, t, depth * 0.1), masthead)
        for i in range(5)
    ]
    lines = [
        box((width * x, top + t, depth * y), (width * w, t, depth * 0.022), masthead)
        for x, y, w in (
            (-0.3, -0.02, 0.26),
            (-0.33, 0.05, 0.2),
            (-0.31, 0.12, 0.24),
            (0.3, 0.3, 0.26),
            (0.32, 0.37, 0.22),
        )
    ]
    face = [
        ellipsoid((0.06 * width, top, -0.02 * depth), (width * 0.2, t * 1.2, depth * 0.19), (0.25, 0.15, 0.1)),
        ellipsoid((0.06 * width, top, 0.0), (width * 0.14, t * 2, depth * 0.145), (0.9, 0.7, 0.58)),
        ellipsoid((0.06 * width, top, depth * 0.34), (width * 0.3, t * 1.5, depth * 0.15), (0.15, 0.2, 0.35)),
        ellipsoid((0.06 * width, top, depth * 0.07), (width * 0.045, t * 2.8, depth * 0.012), (0.75, 0.2, 0.2)),
        *[
            ellipsoid(
                ((0.06 + e) * width, top, -depth * 0.025), (width * 0.022, t * 2.8, depth * 0.012), (0.12, 0.1, 0.1)
            )
            for e in (-0.055, 0.055)
        ],
    ]
    return concat_shapes(
        box((0, thick / 2, 0), (width, thick, depth), (0.93, 0.92, 0.9)),
        box((0, thick, 0), (width * 1.006, t, depth * 1.006), cover, {"roughness": 0.2}),
        *letters,
        *lines,
        *face,
    )


@register("a small fan of glossy magazines with a portrait on the cover")
def magazine(*, width=0.3, depth=0.34, height=0.018, cover=(0.86, 0.3, 0.35), masthead=(0.98, 0.95, 0.85)):
    thick = height / 3.2
    tints = (((0.3, 0.5, 0.6), 24), ((0.9, 0.78, 0.4), 12), (cover, 0))
    whole = concat_shapes(
        *[
            place(
                "issue",
                at=(0.012 * i, i * thick, 0),
                turn=turn,
                width=0.21,
                depth=0.28,
                thick=thick * 0.97,
                cover=tint,
                masthead=masthead,
            )
            for i, (tint, turn) in enumerate(tints)
        ]
    )
    return fitted(whole, width, height, depth)
