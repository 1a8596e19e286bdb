# /// asset
# word = "hand tools"
# synonyms = [
#     "tools", "set of tools", "scattered tools", "workshop tools", "pile of tools",
#     "row of tools", "woodworking tools",
# ]
# category = "tools"
# support = "surface"
# colors = ["handles"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, fitted, moved, rod, rotated, taper, tube

STEEL = ((0.76, 0.77, 0.79), {"metallic": 0.85, "roughness": 0.28})


@register("a hammer that lies along z")
def hammer_part(*, handles):
    return concat_shapes(
        rod((0, 0.016, -0.12), (0, 0.016, 0.13), 0.012, (0.72, 0.5, 0.28)),
        rod((-0.055, 0.018, 0.13), (0.0, 0.018, 0.13), 0.016, *STEEL),
        taper((0.0, 0.018, 0.13), (0.06, 0.012, 0.125), 0.014, 0.005, *STEEL),
        rod((0, 0.016, -0.12), (0, 0.016, -0.03), 0.015, handles),
    )


@register("a spanner with two open ends")
def spanner_part():
    jaws = [
        moved(box((s * 0.012, 0.006, 0), (0.009, 0.008, 0.034), *STEEL), (0, 0, t * 0.115))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    return concat_shapes(
        box((0, 0.006, 0), (0.016, 0.007, 0.2), *STEEL),
        *jaws,
        *[rod((0, 0.002, t * 0.1), (0, 0.01, t * 0.1), 0.017, *STEEL) for t in (-1, 1)],
    )


@register("a screwdriver")
def screwdriver_part(*, handles):
    return concat_shapes(
        rod((0, 0.015, -0.1), (0, 0.015, 0.0), 0.015, handles, {"roughness": 0.3}),
        ball((0, 0.015, -0.1), 0.015, handles),
        rod((0, 0.015, 0.0), (0, 0.012, 0.12), 0.004, *STEEL),
    )


@register("a pair of pliers, a little open")
def pliers_part(*, handles):
    sides = [
        tube([(s * 0.035, 0.01, -0.13), (s * 0.028, 0.01, -0.06), (s * -0.004, 0.01, 0.0)], 0.009, handles)
        for s in (-1, 1)
    ]
    return concat_shapes(
        *sides,
        *[taper((s * 0.008, 0.01, 0.0), (s * 0.008, 0.01, 0.06), 0.011, 0.006, *STEEL) for s in (-1, 1)],
        rod((0, 0.0, 0), (0, 0.021, 0), 0.013, *STEEL),
    )


@register("a handsaw that lies flat")
def saw_part(*, handles):
    blade = [box((0, 0.003, 0.02 + 0.03 * i), (0.11 - 0.0075 * i, 0.002, 0.031), *STEEL) for i in range(10)]
    grip = tube(
        [(-0.04, 0.012, 0.0), (-0.045, 0.012, -0.08), (0.03, 0.012, -0.1), (0.045, 0.012, -0.01), (-0.04, 0.012, 0.0)],
        0.013,
        handles,
    )
    return concat_shapes(*blade, grip)


@register("a hammer, a saw, pliers, screwdrivers and a spanner side by side")
def hand_tools(*, width=0.62, height=0.035, depth=0.42, handles=(0.8, 0.14, 0.1)):
    parts = (
        (library_call("hammer_part", handles=handles), -0.24, 0.0, 0.08),
        (library_call("screwdriver_part", handles=(0.95, 0.72, 0.1)), -0.14, 0.0, -0.05),
        (library_call("screwdriver_part", handles=handles), -0.08, 0.02, 0.06),
        (library_call("pliers_part", handles=handles), 0.0, 0.02, 0.0),
        (library_call("spanner_part"), 0.075, 0.0, -0.08),
        (library_call("saw_part", handles=(0.55, 0.34, 0.18)), 0.2, -0.1, 0.06),
    )
    return fitted(
        concat_shapes(*[moved(rotated(part, turn), (x, 0, z)) for part, x, z, turn in parts]), width, height, depth
    )
