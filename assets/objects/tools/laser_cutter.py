# /// asset
# word = "laser cutter"
# synonyms = ["laser engraver", "laser cutting machine", "cnc laser"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import block, box, finish, fitted, rod


@register("the laser head on its gantry")
def gantry(*, width, look):
    return concat_shapes(
        box((0, 0, 0), (width, 0.04, 0.05), *look),
        box((width * 0.15, 0, 0.04), (0.07, 0.09, 0.06), (0.75, 0.12, 0.1)),
        rod((width * 0.15, -0.04, 0.04), (width * 0.15, -0.09, 0.04), 0.012, *look),
    )


@register("a laser cutter: a cabinet with a bed under a tinted lid")
def laser_cutter(*, width=1.3, depth=0.9, height=1.05, paint=(0.2, 0.36, 0.6)) -> Shape:
    shell, steel, dark = finish("paint", paint), finish("aluminium"), finish("black plastic")
    glass = finish("tinted glass", (0.85, 0.45, 0.1))
    base = height - 0.26
    inner = width - 0.34
    return fitted(
        concat_shapes(
            block((0, 0.08, 0), (width, base - 0.08, depth), *shell),
            block((0, 0.08, depth / 2), (width * 0.9, base - 0.2, 0.012), *finish("paint", (0.85, 0.86, 0.87))),
            *[
                rod(
                    (x * (width / 2 - 0.08), 0, z * (depth / 2 - 0.08)),
                    (x * (width / 2 - 0.08), 0.08, z * (depth / 2 - 0.08)),
                    0.035,
                    *dark,
                )
                for x in (-1, 1)
                for z in (-1, 1)
            ],
            block((-0.12, base, 0), (inner, 0.02, depth - 0.14), *dark),
            block((-0.2, base + 0.02, 0.05), (0.4, 0.006, 0.3), *finish("plywood")),
            place("gantry", at=(-0.12, base + 0.13, -0.1), width=inner, look=steel),
            *[block((-0.12 + s * (inner / 2 + 0.02), base, 0), (0.05, 0.2, depth - 0.04), *shell) for s in (-1, 1)],
            block((-0.12, base, -depth / 2 + 0.045), (inner + 0.08, 0.2, 0.05), *shell),
            block((-0.12, base, depth / 2 - 0.045), (inner + 0.08, 0.12, 0.05), *shell),
            box((-0.12, base + 0.21, 0), (inner + 0.08, 0.016, depth - 0.05), *glass),
            block((width / 2 - 0.11, base, 0), (0.2, 0.2, depth - 0.04), *shell),
            box((width / 2 - 0.11, base + 0.204, 0.12), (0.15, 0.01, 0.2), *finish("lit screen", (0.2, 0.5, 0.75))),
            rod(
                (width / 2 - 0.11, base + 0.2, -0.15), (width / 2 - 0.11, base + 0.23, -0.15), 0.028, (0.8, 0.08, 0.06)
            ),
            rod(
                (-0.12 - 0.15, base + 0.19, depth / 2 - 0.01),
                (-0.12 + 0.15, base + 0.19, depth / 2 - 0.01),
                0.012,
                *steel,
            ),
        ),
        width,
        height,
        depth,
    )
