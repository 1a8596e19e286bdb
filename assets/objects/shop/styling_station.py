# /// asset
# word = "styling station"
# synonyms = [
#     "salon station", "hair station", "mirror station", "makeup station", "hairdressing station", "salon mirror",
#     "barber station", "hair styling station", "vanity station", "make-up station",
# ]
# category = "shop"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, ellipsoid, finish, fitted, rod, tube


@register("the tall mirror in a frame of bulbs")
def bulb_mirror(*, look):
    bulbs = [
        ball((s * 0.4, 0.98 + 0.19 * k, 0.02), 0.03, (1.0, 0.95, 0.82), {"emission": 1.5})
        for s in (-1, 1)
        for k in range(6)
    ]
    bulbs += [ball((-0.24 + 0.16 * k, 2.0, 0.02), 0.03, (1.0, 0.95, 0.82), {"emission": 1.5}) for k in range(4)]
    return concat_shapes(
        box((0, 1.44, -0.01), (0.92, 1.22, 0.04), *look),
        box((0, 1.42, 0.013), (0.7, 1.06, 0.006), *surface("mirror")),
        *bulbs,
    )


@register("the shelf with drawers, a dryer in its ring, and bottles")
def station_shelf(*, look):
    tones = ((0.9, 0.75, 0.5), (0.2, 0.2, 0.22), (0.75, 0.85, 0.85), (0.85, 0.5, 0.55))
    bottles = []
    for i, tone in enumerate(tones):
        x = -0.36 + 0.075 * i
        bottles += [
            rod((x, 0.82, 0.08), (x, 0.97 + 0.02 * (i % 2), 0.08), 0.028, tone, {"roughness": 0.25}),
            rod((x, 0.97, 0.08), (x, 1.02, 0.08), 0.012, (0.1, 0.1, 0.11)),
        ]
    return concat_shapes(
        box((0, 0.79, 0.17), (0.92, 0.05, 0.38), *look),
        box((0, 0.69, 0.14), (0.86, 0.16, 0.3), darker(look[0], 0.9), look[1]),
        *[box((s * 0.21, 0.69, 0.293), (0.38, 0.12, 0.008), *look) for s in (-1, 1)],
        *[
            rod((s * 0.21 - 0.06, 0.69, 0.305), (s * 0.21 + 0.06, 0.69, 0.305), 0.007, *surface("brass"))
            for s in (-1, 1)
        ],
        box((0, 0.32, 0.02), (0.5, 0.62, 0.06), *look),
        box((0, 0.1, 0.24), (0.5, 0.02, 0.3), *surface("steel")),
        *[rod((s * 0.22, 0, 0.36), (s * 0.22, 0.1, 0.36), 0.015, *surface("steel")) for s in (-1, 1)],
        tube([(0.33, 0.82, 0.14), (0.36, 0.9, 0.14)], 0.02, (0.12, 0.12, 0.13)),
        rod((0.24, 0.93, 0.14), (0.42, 0.93, 0.14), 0.04, (0.12, 0.12, 0.13)),
        rod((0.2, 0.93, 0.14), (0.25, 0.93, 0.14), 0.028, (0.8, 0.2, 0.3)),
        ellipsoid((0.1, 0.83, 0.2), (0.1, 0.012, 0.03), *surface("wood")),
        rod((0.0, 0.815, 0.1), (0.0, 0.89, 0.1), 0.035, *surface("glass")),
        *[rod((0.012 * k, 0.83, 0.1), (0.02 * k, 0.98, 0.1), 0.005, (0.15, 0.15, 0.16)) for k in (-1, 0, 1)],
        *bottles,
    )


@register("a hairdresser's station: a mirror with bulbs over a shelf with drawers")
def styling_station(*, width=0.92, height=2.05, depth=0.42, paint=None, wood="oak"):
    look = finish(wood, paint)
    return fitted(
        concat_shapes(library_call("bulb_mirror", look=look), library_call("station_shelf", look=look)),
        width,
        height,
        depth,
    )
