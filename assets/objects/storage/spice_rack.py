# /// asset
# word = "spice rack"
# synonyms = ["rack of spices", "spice shelf", "spice organizer", "spices"]
# category = "storage"
# support = "surface"
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the rack")
def rack_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[box((s * 0.173, 0.14, 0), (0.014, 0.28, 0.12), *look) for s in (-1, 1)],
        *[box((0, y, 0), (0.34, 0.012, 0.11), *look) for y in (0.012, 0.15)],
        *[rod((-0.17, y, 0.052), (0.17, y, 0.052), 0.005, *look) for y in (0.06, 0.2)],
    )


@register("a jar of spice")
def jar_part(*, tone):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.07, 0), 0.021, tone),
        rod((0, 0.07, 0), (0, 0.09, 0), 0.0205, (0.15, 0.15, 0.16)),
        box((0, 0.035, 0.0205), (0.026, 0.03, 0.002), (0.96, 0.95, 0.9)),
    )


@register("a two-tier rack with spice jars")
def spice_rack(*, width=0.36, height=0.28, depth=0.12, wood="walnut"):
    tones = (
        (0.7, 0.2, 0.1),
        (0.85, 0.6, 0.15),
        (0.35, 0.45, 0.2),
        (0.5, 0.32, 0.18),
        (0.8, 0.4, 0.12),
        (0.2, 0.16, 0.14),
    )
    whole = concat_shapes(
        library_call("rack_part", wood=wood),
        *[
            moved(
                library_call("jar_part", tone=tones[(i + 2 * level) % 6]),
                (-0.135 + 0.054 * i, 0.018 + 0.138 * level, 0),
            )
            for level in range(2)
            for i in range(6)
        ],
    )
    return fitted(whole, width, height, depth)
