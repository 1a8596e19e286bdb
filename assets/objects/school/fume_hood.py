# /// asset
# word = "fume hood"
# synonyms = ["fume cupboard", "laboratory hood", "ducted fume hood", "chemical hood", "extraction hood"]
# stands_for = ["incubator", "biosafety cabinet", "glove box"]
# category = "school"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "trim"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod


@register("the base cabinet with warning signs")
def base_cabinet(*, width, height, depth, paint, trim):
    doors = [
        box((x * width * 0.245, height * 0.48, depth / 2 + 0.006), (width * 0.46, height * 0.82, 0.014), paint)
        for x in (-1, 1)
    ]
    handles = [
        box((x * width * 0.06, height * 0.6, depth / 2 + 0.02), (0.014, height * 0.2, 0.02), trim) for x in (-1, 1)
    ]
    signs = [
        moved(
            box((0, 0, 0), (0.1, 0.1, 0.003), tone),
            (x * width * 0.245, height * 0.6, depth / 2 + 0.016),
            math.pi / 4,
            (0, 0, 1),
        )
        for x, tone in ((-1, (0.95, 0.8, 0.15)), (1, (0.9, 0.35, 0.25)))
    ]
    return concat_shapes(box((0, height / 2, 0), (width, height, depth), darker(paint, 0.85)), *doors, *handles, *signs)


@register("the working chamber: walls, sash and lamp")
def chamber(*, width, height, depth, paint, trim):
    wall = width * 0.09
    frame = [box((x * (width - wall) / 2, height / 2, 0), (wall, height, depth), paint) for x in (-1, 1)]
    sash = [
        box(
            (0, height * 0.62, depth * 0.47),
            (width - 2 * wall, height * 0.42, 0.006),
            (0.7, 0.85, 0.9),
            {"opacity": 0.3, "roughness": 0.03},
        ),
        box((0, height * 0.4, depth * 0.48), (width - 2 * wall, 0.035, 0.03), trim),
        rod(
            (-width * 0.12, height * 0.4, depth * 0.51),
            (width * 0.12, height * 0.4, depth * 0.51),
            0.012,
            (0.75, 0.76, 0.78),
        ),
    ]
    panel = [
        *[
            rod(
                ((width - wall) / 2, height * y, depth * 0.5),
                ((width - wall) / 2, height * y, depth * 0.53),
                0.016,
                tone,
            )
            for y, tone in ((0.3, (0.3, 0.6, 0.9)), (0.4, (0.95, 0.75, 0.2)), (0.5, (0.3, 0.75, 0.4)))
        ],
        box(
            ((width - wall) / 2, height * 0.68, depth * 0.505),
            (wall * 0.7, height * 0.12, 0.008),
            (0.25, 0.8, 0.5),
            {"emission": 0.8},
        ),
    ]
    return concat_shapes(
        *frame,
        box(
            (0, height * 0.495, -depth * 0.455),
            (width - wall, height * 0.99, depth * 0.08),
            darker(paint, 0.9),
        ),
        box((0, height * 0.91, 0), (width, height * 0.18, depth), paint),
        box((0, height * 0.9, depth * 0.505), (width * 0.6, height * 0.07, 0.006), trim),
        box((0, height * 0.815, 0), (width * 0.6, 0.012, depth * 0.3), (1.0, 0.98, 0.9), {"emission": 1.2}),
        *sash,
        *panel,
        *[box((0, height * y, -depth * 0.415), (width * 0.7, 0.02, 0.006), (0.3, 0.31, 0.33)) for y in (0.2, 0.5, 0.7)],
    )


@register("a flask over a burner and a rack of tubes")
def experiment():
    glow = [
        rod((0, 0, 0), (0, 0.09, 0), 0.016, (0.75, 0.6, 0.3), {"metallic": 1.0, "roughness": 0.3}),
        rod((0, 0, 0), (0, 0.012, 0), 0.05, (0.3, 0.3, 0.32)),
        ellipsoid((0, 0.12, 0), (0.012, 0.035, 0.012), (0.35, 0.6, 1.0), {"emission": 2.0}),
    ]
    flask = [
        ellipsoid((0, 0.24, 0), (0.075, 0.075, 0.075), (0.4, 0.8, 0.5), {"roughness": 0.05}),
        rod((0, 0.3, 0), (0, 0.4, 0), 0.02, (0.85, 0.93, 0.95), {"opacity": 0.5}),
    ]
    rack = [
        box((0.3, 0.06, 0), (0.2, 0.012, 0.07), (0.75, 0.55, 0.35)),
        box((0.3, 0.006, 0), (0.2, 0.012, 0.07), (0.75, 0.55, 0.35)),
        *[
            concat_shapes(
                rod((0.225 + 0.05 * i, 0.012, 0), (0.225 + 0.05 * i, 0.09, 0), 0.012, tone, {"roughness": 0.05}),
                rod(
                    (0.225 + 0.05 * i, 0.09, 0),
                    (0.225 + 0.05 * i, 0.13, 0),
                    0.0125,
                    (0.85, 0.93, 0.95),
                    {"opacity": 0.5},
                ),
            )
            for i, tone in enumerate(((0.9, 0.3, 0.3), (0.3, 0.5, 0.9), (0.95, 0.8, 0.3), (0.6, 0.35, 0.75)))
        ],
    ]
    stand = [
        rod((-0.1, 0, -0.03), (-0.1, 0.42, -0.03), 0.008, (0.75, 0.76, 0.78)),
        rod((-0.1, 0.36, -0.03), (0, 0.36, 0), 0.007, (0.75, 0.76, 0.78)),
        box((-0.06, 0.006, -0.02), (0.16, 0.012, 0.1), (0.3, 0.3, 0.32)),
    ]
    return concat_shapes(*glow, *flask, *rack, *stand)


@register("a laboratory fume hood with a raised sash and a duct")
def fume_hood(*, width=1.5, height=2.5, depth=0.85, paint=(0.93, 0.94, 0.95), trim=(0.3, 0.45, 0.55)):
    base, tall = 0.85, 1.3
    duct = concat_shapes(
        rod(
            (0, base + tall + 0.03, -0.05),
            (0, 2.5, -0.05),
            0.14,
            (0.7, 0.71, 0.73),
            {"metallic": 0.8, "roughness": 0.4},
        ),
        *[
            rod(
                (0, base + tall + 0.1 + 0.1 * i, -0.05),
                (0, base + tall + 0.115 + 0.1 * i, -0.05),
                0.15,
                (0.6, 0.61, 0.63),
            )
            for i in range(3)
        ],
    )
    whole = concat_shapes(
        library_call("base_cabinet", width=1.5, height=base, depth=0.78, paint=paint, trim=trim),
        box((0, base + 0.015, 0.01), (1.5, 0.03, 0.83), (0.14, 0.15, 0.17)),
        moved(library_call("chamber", width=1.5, height=tall, depth=0.8, paint=paint, trim=trim), (0, base + 0.03, 0)),
        moved(library_call("experiment"), (-0.2, base + 0.03, 0.08)),
        duct,
    )
    return fitted(whole, width, height, depth)
