# /// asset
# word = "ice skates"
# synonyms = ["pair of ice skates", "skates", "figure skates", "hockey skates"]
# category = "sport"
# support = "floor"
# colors = ["boot", "lace"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, rotated, tube


@register("a laced boot on a blade")
def skate(*, boot, lace):
    leather = {"roughness": 0.4}
    steel = ((0.8, 0.82, 0.85), {"metallic": 0.9, "roughness": 0.2})
    laces = [
        rod((-0.03, 0.125 + 0.022 * i, 0.052 - 0.006 * i), (0.03, 0.135 + 0.022 * i, 0.052 - 0.006 * i), 0.004, lace)
        for i in range(6)
    ]
    return concat_shapes(
        ellipsoid((0, 0.1, 0.06), (0.045, 0.04, 0.095), boot, leather),
        ellipsoid((0, 0.1, -0.055), (0.042, 0.045, 0.06), boot, leather),
        rod((0, 0.1, -0.035), (0, 0.26, -0.045), 0.043, boot, leather),
        ellipsoid((0, 0.26, -0.045), (0.046, 0.012, 0.046), darker(boot, 0.8)),
        moved(rotated(box((0, 0, 0), (0.05, 0.13, 0.025), boot), -0.25, (1, 0, 0)), (0, 0.19, 0.02)),
        *laces,
        box((0, 0.062, 0.01), (0.075, 0.014, 0.27), (0.16, 0.14, 0.13)),
        box((0, 0.045, -0.075), (0.03, 0.035, 0.06), (0.16, 0.14, 0.13)),
        *[box((0, 0.036, z), (0.012, 0.04, 0.05), *steel) for z in (-0.075, 0.075)],
        box((0, 0.012, 0.0), (0.005, 0.024, 0.3), *steel),
        tube([(0, 0.008, 0.15), (0, 0.02, 0.165), (0, 0.036, 0.16)], 0.004, *steel),
    )


@register("a pair of ice skates")
def ice_skates(*, width=0.26, height=0.27, depth=0.33, boot=(0.95, 0.95, 0.94), lace=(0.75, 0.77, 0.8)):
    one = library_call("skate", boot=boot, lace=lace)
    return fitted(
        concat_shapes(moved(one, (-0.07, 0, 0.01), 0.12), moved(one, (0.07, 0, -0.01), -0.15)), width, height, depth
    )
