# /// asset
# word = "paintbrush"
# synonyms = ["brush", "paint brush", "brushes", "paint brushes"]
# stands_for = ["artist brush", "makeup brush"]
# category = "tools"
# support = "surface"
# colors = ["paint", "grip"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the shaped handle with a hanging hole")
def handle(*, length, thick, wide, grip):
    look = (grip, {"roughness": 0.25})
    return concat_shapes(
        ellipsoid((-length * 0.3, 0, 0), (length * 0.2, thick * 0.5, wide * 0.32), *look),
        rod((-length * 0.42, 0, 0), (-length * 0.02, 0, 0), thick * 0.44, *look),
        ellipsoid((-length * 0.08, 0, 0), (length * 0.12, thick * 0.5, wide * 0.46), *look),
        rod((-length * 0.43, -thick * 0.55, 0), (-length * 0.43, thick * 0.55, 0), thick * 0.16, (0.95, 0.95, 0.95)),
    )


@register("the metal ferrule with its rivets")
def ferrule(*, length, thick, wide):
    steel = surface("steel")
    return concat_shapes(
        box((0, 0, 0), (length, thick, wide), *steel),
        *[box((x * length, 0, 0), (length * 0.1, thick * 1.06, wide * 1.02), *steel) for x in (-0.4, 0.4)],
        *[ellipsoid((0, thick * 0.5, z * wide * 0.3), (length * 0.07,) * 3, (0.5, 0.5, 0.52)) for z in (-1, 1)],
    )


@register("the bristles with paint")
def bristles(*, length, thick, wide, paint):
    count = 12

    def strand(i):
        z = (i - (count - 1) / 2) * wide / count
        reach = length * (1.0 - 0.05 * (i % 3))
        return concat_shapes(
            box(
                (reach * 0.25, 0, z),
                (reach * 0.5, thick * 0.8, wide / count * 0.96),
                (0.72, 0.56, 0.36) if i % 2 else (0.64, 0.48, 0.3),
            ),
            box((reach * 0.72, 0, z), (reach * 0.56, thick * 0.72, wide / count * 1.0), paint, {"roughness": 0.12}),
        )

    return concat_shapes(
        loop(count, strand),
        ellipsoid((length, 0, 0), (length * 0.06, thick * 0.3, wide * 0.4), paint, {"roughness": 0.12}),
    )


@register("a flat paintbrush with wet bristles")
def paintbrush(*, width=0.24, depth=0.055, height=0.02, paint=(0.2, 0.45, 0.8), grip=(0.8, 0.2, 0.15)):
    whole = concat_shapes(
        library_call("handle", length=width, thick=height * 0.9, wide=depth * 0.8, grip=grip),
        moved(library_call("ferrule", length=width * 0.16, thick=height * 0.85, wide=depth), (width * 0.08, 0, 0)),
        moved(
            library_call("bristles", length=width * 0.32, thick=height * 0.8, wide=depth * 0.95, paint=paint),
            (width * 0.16, 0, 0),
        ),
    )
    return fitted(whole, width, height, depth)
