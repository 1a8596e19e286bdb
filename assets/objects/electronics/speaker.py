# /// asset
# word = "speaker"
# synonyms = ["loudspeaker", "studio speaker", "bookshelf speaker", "studio monitor", "stereo speaker"]
# stands_for = ["subwoofer"]
# category = "electronics"
# support = "surface"
# colors = ["paint", "cone_tint"]
# materials = ["cabinet"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, moved, rod


@register("one driver: rim, cone and dust cap")
def driver(*, radius, cone_tint):
    rubber = surface("rubber")
    bolts = loop(
        6,
        lambda i: rod(
            (radius * 0.93 * math.cos(i * 1.047), radius * 0.93 * math.sin(i * 1.047), 0),
            (radius * 0.93 * math.cos(i * 1.047), radius * 0.93 * math.sin(i * 1.047), radius * 0.12),
            radius * 0.045,
            (0.75, 0.75, 0.77),
            {"metallic": 1.0, "roughness": 0.3},
        ),
    )
    return concat_shapes(
        rod((0, 0, 0), (0, 0, radius * 0.1), radius, (0.18, 0.18, 0.19)),
        rod((0, 0, radius * 0.05), (0, 0, radius * 0.13), radius * 0.84, *rubber),
        rod((0, 0, radius * 0.05), (0, 0, radius * 0.14), radius * 0.68, cone_tint),
        ellipsoid((0, 0, radius * 0.13), (radius * 0.26, radius * 0.26, radius * 0.12), darker(cone_tint, 0.45)),
        bolts,
    )


@register("the box with its front baffle")
def enclosure(*, width, height, depth, look, front):
    return concat_shapes(
        box((0, height / 2, -depth * 0.01), (width, height, depth * 0.98), *look),
        box((0, height / 2, depth * 0.47), (width * 0.94, height * 0.97, depth * 0.04), front, {"roughness": 0.6}),
    )


@register("a wooden loudspeaker box with a woofer and a tweeter")
def speaker(*, width=0.2, height=0.34, depth=0.26, paint=None, cone_tint=(0.75, 0.6, 0.3), cabinet="walnut"):
    front = (0.13, 0.13, 0.14) if paint is None else darker(paint, 0.55)
    deep = depth * 0.93
    face = deep * 0.5 - depth * 0.02
    whole = concat_shapes(
        library_call("enclosure", width=width, height=height, depth=deep, look=finish(cabinet, paint), front=front),
        *[
            moved(library_call("driver", radius=r * width, cone_tint=cone_tint), (0, y * height, face))
            for y, r in ((0.33, 0.4), (0.77, 0.22))
        ],
    )
    return fitted(whole, None, None, depth)
