# /// asset
# word = "poster"
# synonyms = ["posters", "wall poster", "movie poster", "concert poster", "band poster", "film poster", "art poster"]
# stands_for = ["infographic", "health poster", "framed poster", "anatomy poster", "treasure map", "blueprint poster"]
# category = "decor"
# support = "wall"
# colors = ["paper", "accent"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, fitted, moved, rod, stretched


@register("the sheet with its taped corners")
def poster_sheet(*, paper):
    tape = ((0.95, 0.92, 0.78), {"opacity": 0.85, "roughness": 0.4})
    stars = [
        ellipsoid(
            (0.23 * math.sin(5.1 * k), 0.46 + 0.18 * math.cos(3.7 * k) + 0.14, 0.0042),
            (0.002 + 0.0015 * (k % 3),) * 2 + (0.001,),
            (0.98, 0.97, 0.88),
        )
        for k in range(34)
    ]
    return concat_shapes(
        box((0, 0.42, 0.002), (0.58, 0.84, 0.002), (0.96, 0.95, 0.92)),
        box((0, 0.42, 0.0034), (0.55, 0.81, 0.0015), paper, {"roughness": 0.6}),
        *stars,
        *[
            moved(
                box((0, 0, 0), (0.075, 0.028, 0.001), *tape),
                (s * 0.275, 0.42 + t * 0.405, 0.0052),
                -s * t * 0.78,
                (0, 0, 1),
            )
            for s in (-1, 1)
            for t in (-1, 1)
        ],
    )


@register("the planet and the rocket")
def poster_picture(*, accent):
    z, white = 0.0045, (0.95, 0.95, 0.93)
    rocket = concat_shapes(
        stretched(ellipsoid((0, 0, 0), (0.036, 0.13, 1), white), (1, 1, 0.0012)),
        *[cone((s * 0.03, -0.06, 0), (s * 0.085, -0.13, 0), 0.0012, accent) for s in (-1, 1)],
        *[
            moved(box((0, 0, 0.0005), (0.022, 0.09, 0.001), accent), (s * 0.042, -0.085, 0), s * 0.45, (0, 0, 1))
            for s in (-1, 1)
        ],
        rod((0, 0.03, 0), (0, 0.03, 0.0026), 0.017, accent),
        rod((0, 0.03, 0), (0, 0.03, 0.0034), 0.0115, (0.45, 0.75, 0.9)),
        *[
            moved(stretched(ellipsoid((0, 0, 0), (w, h, 1), tone), (1, 1, 0.001)), (0, -0.135 - h * 0.55, 0.0004 * k))
            for k, (w, h, tone) in enumerate(((0.027, 0.075, (0.95, 0.35, 0.15)), (0.016, 0.05, (0.99, 0.82, 0.3))))
        ],
    )
    return concat_shapes(
        rod((-0.07, 0.3, z - 0.001), (-0.07, 0.3, z), 0.12, accent),
        *[
            box((-0.07 + x, 0.3 + y, z + 0.0006), (w, 0.014, 0.001), darker(accent, 0.78))
            for x, y, w in ((0, 0.05, 0.2), (0.01, 0.0, 0.22), (-0.01, -0.05, 0.2), (0, 0.085, 0.14))
        ],
        moved(box((0, 0, 0), (0.36, 0.012, 0.001), (0.97, 0.85, 0.6)), (-0.07, 0.3, z + 0.0022), 0.3, (0, 0, 1)),
        moved(rocket, (0.06, 0.58, z), -0.5, (0, 0, 1)),
    )


@register("the lettering")
def poster_letters():
    ink, z = (0.97, 0.93, 0.8), 0.0048
    big = [
        box((-0.2 + 0.05 * k + (0.02 if k > 4 else 0), 0.1, z), (0.034, 0.055, 0.001), ink) for k in range(9) if k != 4
    ]
    small = [box((x, 0.048, z), (w, 0.012, 0.001), ink) for x, w in ((-0.16, 0.1), (-0.03, 0.12), (0.11, 0.13))]
    return concat_shapes(*big, *small)


@register("a poster of a rocket over a planet, taped to the wall by its corners")
def poster(*, width=0.59, height=0.85, depth=0.01, paper=(0.11, 0.16, 0.34), accent=(0.95, 0.5, 0.25)):
    whole = concat_shapes(
        library_call("poster_sheet", paper=paper),
        library_call("poster_picture", accent=accent),
        library_call("poster_letters"),
    )
    return fitted(whole, width, height, depth)
