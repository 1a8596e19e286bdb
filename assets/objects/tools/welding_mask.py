# /// asset
# word = "welding mask"
# synonyms = ["welding helmet", "welder's mask", "welding shield", "welder's helmet"]
# category = "tools"
# support = "surface"
# colors = ["shell"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, rotated, tube


@register("a welding mask with its dark window")
def welding_mask(*, width=0.24, height=0.31, depth=0.26, shell=(0.15, 0.16, 0.17)):
    look = (shell, {"roughness": 0.4})
    whole = concat_shapes(
        ellipsoid((0, 0.2, 0), (0.12, 0.115, 0.12), *look),
        rod((0, 0.06, 0.01), (0, 0.2, 0.0), 0.115, *look),
        moved(rotated(box((0, 0, 0), (0.2, 0.2, 0.03), *look), 0.1, (1, 0, 0)), (0, 0.11, 0.112)),
        moved(
            rotated(box((0, 0, 0), (0.15, 0.11, 0.02), darker(shell, 0.6), {"roughness": 0.5}), -0.1, (1, 0, 0)),
            (0, 0.19, 0.125),
        ),
        moved(
            rotated(
                box((0, 0, 0), (0.115, 0.055, 0.012), (0.06, 0.22, 0.14), {"roughness": 0.05, "metallic": 0.4}),
                -0.1,
                (1, 0, 0),
            ),
            (0, 0.192, 0.134),
        ),
        *[rod((s * 0.11, 0.2, -0.01), (s * 0.128, 0.2, -0.01), 0.022, (0.75, 0.2, 0.1)) for s in (-1, 1)],
        tube([(0.1, 0.27, -0.04), (0, 0.305, -0.05), (-0.1, 0.27, -0.04)], 0.012, (0.1, 0.1, 0.1)),
        ellipsoid((0, 0.06, 0.05), (0.1, 0.06, 0.085), *look),
    )
    return fitted(whole, width, height, depth)
