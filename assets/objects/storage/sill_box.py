# /// asset
# word = "boxed-in sill"
# synonyms = ["deep sill", "sill box"]
# category = "storage"
# support = "floor"
# ///
from scene.language import *
from scene.language.modelling import block, fitted

PAINT = ((0.95, 0.945, 0.93), {"roughness": 0.55})


@register("a deep white sill over a panelled box, as stands below a window")
def sill_box(*, width=1.2, height=0.84, depth=0.3):
    panels = max(round(width / 0.5), 1)
    wide = (width - 0.06) / panels
    return fitted(
        concat_shapes(
            block((0, 0, -0.02), (width - 0.06, height - 0.035, depth - 0.04), *PAINT),
            block((0, 0, -0.01), (width - 0.05, 0.09, depth - 0.03), *PAINT),
            *[
                block((-(width - 0.06) / 2 + wide * (k + 0.5), 0.16, depth / 2 - 0.045), (wide - 0.1, height - 0.3, 0.012), *PAINT)
                for k in range(panels)
            ],
            block((0, height - 0.035, 0), (width, 0.035, depth), *PAINT),
        ),
        width, height, depth,
    )  # fmt: skip
