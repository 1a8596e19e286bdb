# /// asset
# word = "perfume bottle"
# synonyms = ["perfume", "cologne", "fragrance", "perfume flask", "scent bottle"]
# stands_for = ["reed diffuser", "essential oil"]
# category = "bath"
# support = "surface"
# colors = ["scent"]
# materials = ["vessel", "collar"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, rotated


@register("the faceted flask with scent in it")
def flask(*, width, height, depth, scent, vessel):
    color, clear = surface(vessel)
    ribs = [
        rotated(
            box((0, height / 2, 0), (width * 0.72, height * 0.98, depth * 0.72), color, clear | {"opacity": 0.35}), a
        )
        for a in (0.0, math.pi / 4)
    ]
    return concat_shapes(
        box((0, height * 0.4, 0), (width * 0.66, height * 0.66, depth * 0.66), scent, {"roughness": 0.06}),
        *ribs,
        box((0, height * 0.04, 0), (width, height * 0.08, depth), color, clear | {"opacity": 0.6}),
    )


@register("the collar and the faceted stopper")
def stopper(*, radius, height, vessel, collar):
    color, clear = surface(vessel)
    look = (color, clear | {"opacity": 0.75})
    gem = [
        moved(
            rotated(box((0, 0, 0), (radius * 1.5, radius * 1.5, radius * 1.5), *look), math.radians(54.7), (1, 0, -1)),
            (0, height * 0.68, 0),
            a,
        )
        for a in (0.0, 0.55)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.22, 0), radius * 0.75, *surface(collar)),
        rod((0, height * 0.22, 0), (0, height * 0.3, 0), radius * 0.95, *surface(collar)),
        *gem,
    )


@register("the label")
def label(*, width, height, front, collar):
    return concat_shapes(
        box((0, height * 0.4, front), (width * 0.4, height * 0.3, 0.001), (0.97, 0.95, 0.9)),
        box((0, height * 0.44, front + 0.0008), (width * 0.28, height * 0.04, 0.001), *surface(collar)),
        box((0, height * 0.36, front + 0.0008), (width * 0.2, height * 0.025, 0.001), *surface(collar)),
    )


@register("a cut-glass perfume bottle with a faceted stopper")
def perfume_bottle(*, width=0.07, height=0.12, depth=0.05, scent=(0.93, 0.62, 0.55), vessel="crystal", collar="gold"):
    body = height * 0.6
    whole = concat_shapes(
        library_call("flask", width=width, height=body, depth=depth, scent=scent, vessel=vessel),
        library_call("label", width=width, height=body, front=depth * 0.38, collar=collar),
        moved(
            library_call("stopper", radius=width * 0.2, height=height - body, vessel=vessel, collar=collar),
            (0, body, 0),
        ),
    )
    return fitted(whole, width, height, depth)
