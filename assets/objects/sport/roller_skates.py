# /// asset
# word = "roller skates"
# synonyms = ["pair of roller skates", "quad skates"]
# stands_for = ["rollerblades", "inline skates"]
# category = "sport"
# support = "floor"
# colors = ["boot", "wheels"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, rotated


@register("a boot on four wheels")
def skate(*, boot, wheels):
    leather = {"roughness": 0.4}
    laces = [
        rod(
            (-0.03, 0.15 + 0.022 * i, 0.05 - 0.006 * i),
            (0.03, 0.158 + 0.022 * i, 0.05 - 0.006 * i),
            0.004,
            (0.97, 0.97, 0.95),
        )
        for i in range(6)
    ]
    rollers = [
        rod((s * 0.03, 0.029, z), (s * 0.065, 0.029, z), 0.029, wheels, {"roughness": 0.4})
        for s in (-1, 1)
        for z in (-0.08, 0.09)
    ]
    hubs = [
        rod((s * 0.03, 0.029, z), (s * 0.068, 0.029, z), 0.01, (0.75, 0.76, 0.78))
        for s in (-1, 1)
        for z in (-0.08, 0.09)
    ]
    return concat_shapes(
        ellipsoid((0, 0.125, 0.06), (0.046, 0.042, 0.095), boot, leather),
        ellipsoid((0, 0.125, -0.055), (0.043, 0.045, 0.06), boot, leather),
        rod((0, 0.12, -0.035), (0, 0.275, -0.045), 0.044, boot, leather),
        ellipsoid((0, 0.275, -0.045), (0.047, 0.012, 0.047), (0.97, 0.97, 0.95)),
        moved(rotated(box((0, 0, 0), (0.05, 0.12, 0.025), boot), -0.25, (1, 0, 0)), (0, 0.21, 0.018)),
        *laces,
        box((0, 0.084, 0.005), (0.08, 0.016, 0.27), (0.12, 0.12, 0.13)),
        *[box((0, 0.056, z), (0.05, 0.045, 0.05), (0.6, 0.61, 0.63), {"metallic": 0.7}) for z in (-0.08, 0.09)],
        *rollers,
        *hubs,
        rod((0, 0.055, 0.125), (0, 0.03, 0.15), 0.016, wheels),
    )


@register("a pair of roller skates")
def roller_skates(*, width=0.3, height=0.285, depth=0.31, boot=(0.2, 0.62, 0.72), wheels=(0.95, 0.35, 0.5)):
    one = library_call("skate", boot=boot, wheels=wheels)
    return fitted(
        concat_shapes(moved(one, (-0.08, 0, 0.01), 0.12), moved(one, (0.08, 0, -0.01), -0.15)), width, height, depth
    )
