# /// asset
# word = "broom"
# synonyms = ["besom", "sweeping brush"]
# stands_for = ["push broom"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# materials = ["bristle"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod


@register("the long handle")
def handle(*, base, top, radius, paint):
    return concat_shapes(
        rod((0, base, 0), (0, top - radius, 0), radius, paint, {"roughness": 0.4}),
        ellipsoid((0, top - radius, 0), (radius,) * 3, paint),
        rod((0, top * 0.96, 0), (0, top * 0.965, 0), radius * 1.05, (0.95, 0.93, 0.88)),
    )


@register("the fan of straw with its stitching")
def straw_fan(*, width, height, depth, bristle):
    color, material = surface(bristle)
    count = 19

    def strand(i):
        t = (i - (count - 1) / 2) / ((count - 1) / 2)
        shade = darker(color, 0.85 + 0.15 * (i % 3) / 2)
        return concat_shapes(
            *[
                rod(
                    (t * width * 0.14, height, z * depth * 0.25),
                    (t * width * 0.5, 0, z * depth * 0.5),
                    width * 0.034,
                    shade,
                    material,
                )
                for z in (-1, 1)
            ]
        )

    bands = [
        box((0, height * y, 0), (width * (1.0 - 0.7 * y), height * 0.025, depth * (1.06 - 0.3 * y)), (0.75, 0.2, 0.15))
        for y in (0.42, 0.56)
    ]
    return concat_shapes(
        loop(count, strand),
        *bands,
        ellipsoid((0, height * 0.98, 0), (width * 0.19, height * 0.16, depth * 0.36), color, material),
        rod(
            (0, height * 0.96, 0),
            (0, height * 1.15, 0),
            width * 0.1,
            (0.55, 0.56, 0.58),
            {"metallic": 0.9, "roughness": 0.3},
        ),
    )


@register("a straw broom standing on its bristles")
def broom(*, width=0.32, height=1.35, depth=0.09, paint=(0.85, 0.3, 0.2), bristle="straw"):
    fan_height = height * 0.28
    whole = concat_shapes(
        library_call("straw_fan", width=width * 0.94, height=fan_height, depth=depth * 0.85, bristle=bristle),
        library_call("handle", base=fan_height, top=height, radius=0.0135, paint=paint),
    )
    return fitted(whole, width, height, depth)
