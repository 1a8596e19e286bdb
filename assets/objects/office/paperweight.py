# /// asset
# word = "paperweight"
# synonyms = ["glass paperweight", "desk ornament"]
# category = "office"
# support = "surface"
# colors = ["petals", "glass_tint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, rotated


@register("the glass dome on its base")
def dome(*, radius, glass_tint):
    return concat_shapes(
        ellipsoid(
            (0, radius * 0.72, 0), (radius, radius * 0.8, radius), glass_tint, {"opacity": 0.3, "roughness": 0.02}
        ),
        rod(
            (0, 0, 0),
            (0, radius * 0.1, 0),
            radius * 0.72,
            darker(glass_tint, 0.8),
            {"opacity": 0.6, "roughness": 0.05},
        ),
        ellipsoid(
            (-radius * 0.34, radius * 1.16, radius * 0.4),
            (radius * 0.14, radius * 0.1, radius * 0.1),
            (1.0, 1.0, 1.0),
            {"opacity": 0.8},
        ),
    )


@register("the flower and bubbles in the glass")
def inclusion(*, radius, petals):
    def petal(i):
        ring = i // 6
        return moved(
            rotated(
                ellipsoid(
                    (radius * (0.36 - 0.14 * ring), 0, 0),
                    (radius * 0.24, radius * 0.07, radius * 0.16),
                    petals if ring == 0 else tuple(min(1, c * 1.2 + 0.1) for c in petals),
                ),
                0.35 + 0.3 * ring,
                (0, 0, 1),
            ),
            (0, radius * (0.5 + 0.1 * ring), 0),
            i * 1.047 + 0.5 * ring,
        )

    leaves = [
        moved(
            ellipsoid((radius * 0.5, 0, 0), (radius * 0.24, radius * 0.03, radius * 0.1), (0.25, 0.55, 0.3)),
            (0, radius * 0.36, 0),
            i * 1.257 + 0.3,
        )
        for i in range(5)
    ]
    return concat_shapes(
        loop(12, petal),
        *leaves,
        ellipsoid((0, radius * 0.66, 0), (radius * 0.1,) * 3, (0.98, 0.85, 0.35)),
        *[
            ellipsoid((radius * x, radius * y, radius * z), (radius * 0.04,) * 3, (0.95, 0.98, 1.0))
            for x, y, z in ((0.4, 0.9, 0.2), (-0.3, 1.0, 0.3), (0.1, 1.1, -0.3), (-0.5, 0.7, -0.1))
        ],
    )


@register("sheets of paper underneath")
def papers(*, width, depth, height):
    return concat_shapes(
        *[
            moved(
                concat_shapes(
                    box((0, 0, 0), (width, height / 3, depth), (0.98, 0.98, 0.96)),
                    *(
                        [
                            box(
                                (0, height / 6, depth * (-0.34 + 0.09 * k)),
                                (width * (0.7 - 0.12 * (k % 3)), 0.0006, depth * 0.02),
                                (0.4, 0.4, 0.42),
                            )
                            for k in range(8)
                        ]
                        if i == 2
                        else []
                    ),
                ),
                (0, height / 3 * (i + 0.5), 0),
                0.09 * (i - 1),
            )
            for i in range(3)
        ]
    )


@register("a glass paperweight with a flower inside, on a stack of papers")
def paperweight(*, width=0.2, depth=0.26, height=0.08, petals=(0.85, 0.3, 0.45), glass_tint=(0.75, 0.88, 0.95)):
    r, thick = 0.046, 0.01
    whole = concat_shapes(
        library_call("papers", width=0.19, depth=0.25, height=thick),
        moved(
            concat_shapes(
                library_call("inclusion", radius=r, petals=petals),
                library_call("dome", radius=r, glass_tint=glass_tint),
            ),
            (0.015, thick, 0.03),
        ),
    )
    return fitted(whole, width, height, depth)
