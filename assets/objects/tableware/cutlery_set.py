# /// asset
# word = "cutlery set"
# synonyms = ["cutlery", "silverware", "flatware", "place setting", "utensil set", "utensils", "tableware"]
# category = "tableware"
# support = "surface"
# colors = ["cloth"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved, rod, tinted


@register("the thin napkin, folded once")
def napkin_pad(*, width, depth, height, cloth):
    light, look = tinted(cloth, 1.12), {"roughness": 0.95}
    t = height / 2
    return concat_shapes(
        box((t / 2, t * 0.45, 0), (width - t, t * 0.9, depth), cloth, look),
        box((0, t * 1.5, 0), (width - 2 * t, t, depth * 0.985), light, look),
        rod((-width / 2 + t, t, -depth * 0.4925), (-width / 2 + t, t, depth * 0.4925), t, light, look),
        rod((width / 2 - t, t * 1.5, -depth * 0.4925), (width / 2 - t, t * 1.5, depth * 0.4925), t / 2, light, look),
        *[
            rod((-width / 2 + t, 2 * t, z), (width / 2 - t, 2 * t, z), t * 0.25, cloth, look)
            for z in (-depth * 0.46, depth * 0.46)
        ],
    )


@register("the fork")
def table_fork(*, length, width, y, metal):
    color, shine = surface(metal)
    prongs = loop(
        4,
        lambda i: rod(
            (width * 0.3 * (i - 1.5), y, -length * 0.25),
            (width * 0.3 * (i - 1.5), y, -length * 0.5),
            width * 0.09,
            color,
            shine,
        ),
    )
    return concat_shapes(
        prongs,
        ellipsoid((0, y, -length * 0.22), (width * 0.55, width * 0.16, length * 0.09), color, shine),
        rod((0, y, -length * 0.18), (0, y, length * 0.45), width * 0.19, color, shine),
        ellipsoid((0, y, length * 0.42), (width * 0.33, width * 0.2, length * 0.08), color, shine),
    )


@register("the knife")
def table_knife(*, length, width, y, metal):
    color, shine = surface(metal)
    return concat_shapes(
        ellipsoid((width * 0.08, y, -length * 0.25), (width * 0.42, width * 0.07, length * 0.25), color, shine),
        ellipsoid((0, y, -length * 0.02), (width * 0.26, width * 0.18, length * 0.06), color, shine),
        rod((0, y, 0), (0, y, length * 0.45), width * 0.19, color, shine),
        ellipsoid((0, y, length * 0.42), (width * 0.33, width * 0.2, length * 0.08), color, shine),
    )


@register("the spoon")
def table_spoon(*, length, width, y, metal):
    color, shine = surface(metal)
    return concat_shapes(
        ellipsoid((0, y, -length * 0.34), (width * 0.75, width * 0.25, length * 0.16), color, shine),
        ellipsoid(
            (0, y + width * 0.1, -length * 0.34),
            (width * 0.6, width * 0.2, length * 0.13),
            darker(color, 0.55),
            shine,
        ),
        rod((0, y, -length * 0.2), (0, y, length * 0.45), width * 0.19, color, shine),
        ellipsoid((0, y, length * 0.42), (width * 0.33, width * 0.2, length * 0.08), color, shine),
    )


@register("a knife, a fork and a spoon laid on a folded napkin")
def cutlery_set(*, width=0.14, depth=0.24, height=0.014, cloth=(0.55, 0.2, 0.22), metal="steel"):
    size, length = width / 7, depth * 0.86
    y = height - size * 0.3
    return concat_shapes(
        library_call("napkin_pad", width=width, depth=depth, height=y - size * 0.2, cloth=cloth),
        moved(library_call("table_fork", length=length, width=size, y=y, metal=metal), (-width * 0.28, 0, 0)),
        moved(library_call("table_knife", length=length, width=size, y=y, metal=metal), (0, 0, 0)),
        moved(library_call("table_spoon", length=length, width=size, y=y, metal=metal), (width * 0.28, 0, 0)),
    )
