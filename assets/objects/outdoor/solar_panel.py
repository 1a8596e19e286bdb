# /// asset
# word = "solar panel"
# synonyms = ["solar panels", "photovoltaic panel", "solar array", "pv panel", "solar module"]
# category = "outdoor"
# support = "floor"
# colors = ["cells"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, rotated


@register("a framed panel of dark cells")
def panel(*, cells):
    tiles = [
        box(
            (-0.84 + 0.187 * i, 0.012, -0.41 + 0.165 * k),
            (0.178, 0.006, 0.157),
            cells,
            {"roughness": 0.12, "metallic": 0.3},
        )
        for i in range(10)
        for k in range(6)
    ]
    silver = ((0.8, 0.81, 0.83), {"metallic": 0.8, "roughness": 0.3})
    return concat_shapes(
        box((0, 0, 0), (1.94, 0.02, 1.04), (0.75, 0.77, 0.8)),
        *tiles,
        *[box((0, 0.0, s * 0.52), (1.98, 0.04, 0.035), *silver) for s in (-1, 1)],
        *[box((s * 0.98, 0.0, 0), (0.035, 0.04, 1.06), *silver) for s in (-1, 1)],
    )


@register("a tilted solar panel on its stand")
def solar_panel(*, width=2.0, height=1.0, depth=1.0, cells=(0.06, 0.1, 0.26)):
    metal = ((0.7, 0.71, 0.73), {"metallic": 0.7, "roughness": 0.35})
    whole = concat_shapes(
        moved(rotated(library_call("panel", cells=cells), 0.6, (1, 0, 0)), (0, 0.62, 0)),
        *[rod((s * 0.7, 0, -0.38), (s * 0.7, 0.88, -0.38), 0.022, *metal) for s in (-1, 1)],
        *[rod((s * 0.7, 0, 0.36), (s * 0.7, 0.36, 0.36), 0.022, *metal) for s in (-1, 1)],
        *[rod((s * 0.7, 0.02, -0.42), (s * 0.7, 0.02, 0.42), 0.022, *metal) for s in (-1, 1)],
        rod((-0.7, 0.4, -0.38), (0.7, 0.4, -0.38), 0.015, *metal),
    )
    return fitted(whole, width, height, depth)
