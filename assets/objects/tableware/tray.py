# /// asset
# word = "tray"
# synonyms = ["serving tray", "tea tray", "sample tray", "breakfast tray", "decorative tray"]
# category = "tableware"
# support = "surface"
# colors = ["base"]
# materials = ["wood", "grips"]
# ///
from scene.language import *
from scene.language.modelling import box, pipe


@register("the flat bottom")
def tray_floor(*, width, depth, thickness, base):
    return box((0, thickness / 2, 0), (width, thickness, depth), base)


@register("one raised side")
def side(*, length, height, thickness, wood):
    return box((0, height / 2, 0), (length, height, thickness), *surface(wood))


@register("a carrying handle")
def grip(*, span, rise, thickness, grips):
    return pipe(
        [(0, 0, -span / 2), (0, rise, -span / 2), (0, rise, span / 2), (0, 0, span / 2)], thickness, *surface(grips)
    )


@register("a rectangular wooden tray with raised sides and two handles")
def tray(*, width=0.46, depth=0.32, height=0.08, base=(0.82, 0.72, 0.55), wood="walnut", grips="brass"):
    edge, rim = 0.014, height * 0.6
    return concat_shapes(
        library_call("tray_floor", width=width - edge, depth=depth - edge, thickness=height * 0.14, base=base),
        *[
            place("side", at=(0, 0, z), length=width, height=rim, thickness=edge, wood=wood)
            for z in (-(depth - edge) / 2, (depth - edge) / 2)
        ],
        *[
            place("side", at=(x, 0, 0), turn=90, length=depth, height=rim, thickness=edge, wood=wood)
            for x in (-(width - edge) / 2, (width - edge) / 2)
        ],
        *[
            place(
                "grip",
                at=(x, rim - 0.004, 0),
                span=depth * 0.4,
                rise=height - rim - 0.001,
                thickness=0.005,
                grips=grips,
            )
            for x in (-(width - edge) / 2, (width - edge) / 2)
        ],
    )
