# /// asset
# word = "blueprint"
# synonyms = ["architectural plan", "floor plan", "rolled up blueprint", "drawing roll", "building plans", "plans"]
# category = "office"
# support = "surface"
# colors = ["sheet", "lines"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, rod


@register("the flat part with the plan of a house")
def plan(*, width, depth, thick, sheet, lines):
    def wall(x0, z0, x1, z1, t=0.004):
        return box(
            ((x0 + x1) / 2 * width, thick, (z0 + z1) / 2 * depth),
            (abs(x1 - x0) * width + t, 0.0012, abs(z1 - z0) * depth + t),
            lines,
        )

    walls = [
        wall(-0.36, -0.36, 0.3, -0.36),
        wall(-0.36, 0.36, -0.1, 0.36),
        wall(0.06, 0.36, 0.3, 0.36),
        wall(-0.36, -0.36, -0.36, 0.36),
        wall(0.3, -0.36, 0.3, 0.36),
        wall(-0.04, -0.36, -0.04, -0.1),
        wall(-0.04, 0.06, -0.04, 0.2),
        wall(-0.36, 0.02, -0.2, 0.02),
        wall(-0.1, 0.02, -0.04, 0.02),
        wall(-0.04, 0.02, 0.12, 0.02),
        wall(0.2, 0.02, 0.3, 0.02),
    ]
    dims = [
        wall(-0.36, -0.43, 0.3, -0.43, 0.001),
        wall(-0.42, -0.36, -0.42, 0.36, 0.001),
        wall(-0.3, 0.12, -0.16, 0.12, 0.002),
        wall(-0.3, 0.26, -0.16, 0.26, 0.002),
        wall(-0.3, 0.12, -0.3, 0.26, 0.002),
        wall(-0.16, 0.12, -0.16, 0.26, 0.002),
    ]
    return concat_shapes(box((0, thick / 2, 0), (width, thick, depth), sheet, {"roughness": 0.9}), *walls, *dims)


@register("the rolled end")
def roll(*, radius, depth, sheet):
    dark = darker(sheet, 0.5)
    return concat_shapes(
        *[
            rod((0, radius, -depth / 2 - 0.0004 * i), (0, radius, depth / 2 + 0.0004 * i), radius * r, tone)
            for i, (r, tone) in enumerate(
                (
                    (1.0, sheet),
                    (0.82, dark),
                    (0.72, (0.9, 0.92, 0.95)),
                    (0.55, dark),
                    (0.45, sheet),
                    (0.25, (0.03, 0.03, 0.05)),
                )
            )
        ]
    )


@register("a half-unrolled blueprint of a house")
def blueprint(*, width=0.7, depth=0.45, height=0.05, sheet=(0.16, 0.33, 0.6), lines=(0.93, 0.95, 0.98)):
    r = height / 2
    flat = width - 2 * r
    return concat_shapes(
        place(
            "plan",
            at=(-r * 0.6, 0, 0),
            width=flat * 0.985 + r,
            depth=depth * 0.98,
            thick=0.002,
            sheet=sheet,
            lines=lines,
        ),
        place("roll", at=(width / 2 - r, 0, 0), radius=r, depth=depth * 0.985, sheet=sheet),
        box((-width / 2 + 0.016, 0.007, -depth * 0.36), (0.03, 0.012, 0.05), *surface("brass")),
        box((-width / 2 + 0.016, 0.007, depth * 0.36), (0.03, 0.012, 0.05), *surface("brass")),
    )
