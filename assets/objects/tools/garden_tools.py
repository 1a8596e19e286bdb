# /// asset
# word = "garden tools"
# synonyms = [
#     "gardening tools", "set of garden tools", "rack of garden tools",
#     "tool rack with garden tools", "farm tools", "row of garden tools",
# ]
# category = "tools"
# support = "floor"
# colors = ["handles"]
# ///
from scene.language import *
from scene.language.modelling import block, box, ellipsoid, fitted, moved, rod, rotated, tube

STEEL = ((0.45, 0.47, 0.5), {"metallic": 0.7, "roughness": 0.4})


@register("a long-handled tool that stands on its head: spade, rake, fork, hoe or broom")
def long_tool(*, kind, handles):
    wood = (handles, {"roughness": 0.7})
    stick = rod((0, 0.2, 0), (0, 1.45, 0), 0.016, *wood)
    grip = [rod((-0.06, 1.45, 0), (0.06, 1.45, 0), 0.016, *wood)] if kind in ("spade", "fork") else []
    heads = {
        "spade": [box((0, 0.2, 0), (0.18, 0.26, 0.012), *STEEL), ellipsoid((0, 0.08, 0), (0.09, 0.08, 0.008), *STEEL)],
        "rake": [
            box((0, 0.17, 0), (0.36, 0.025, 0.025), *STEEL),
            *[rod((-0.16 + 0.04 * i, 0.17, 0), (-0.16 + 0.04 * i, 0.06, 0.02), 0.006, *STEEL) for i in range(9)],
            rod((0, 0.17, 0), (0, 0.3, 0), 0.012, *STEEL),
        ],
        "fork": [
            tube([(-0.08, 0.0, 0), (-0.08, 0.27, 0), (0.08, 0.27, 0), (0.08, 0.0, 0)], 0.009, *STEEL),
            *[rod((x, 0, 0), (x, 0.27, 0), 0.009, *STEEL) for x in (-0.027, 0.027)],
            rod((0, 0.27, 0), (0, 0.36, 0), 0.014, *STEEL),
        ],
        "hoe": [
            box((0, 0.1, 0.05), (0.18, 0.1, 0.008), *STEEL),
            tube([(0, 0.25, 0), (0, 0.19, 0.02), (0, 0.15, 0.05)], 0.01, *STEEL),
        ],
    }[kind]
    return concat_shapes(stick, *grip, *heads)


@register("garden tools that lean in a wooden rack")
def garden_tools(*, width=1.5, height=1.5, depth=0.42, handles=(0.72, 0.52, 0.3)):
    pine = surface("pine")
    tools = [
        moved(
            rotated(library_call("long_tool", kind=kind, handles=handles), -0.12, (1, 0, 0)),
            (-0.54 + 0.36 * i, 0.0, 0.13),
        )
        for i, kind in enumerate(("spade", "rake", "fork", "hoe"))
    ]
    whole = concat_shapes(
        *tools,
        *[block((s * 0.7, 0, -0.1), (0.06, 1.15, 0.05), *pine) for s in (-1, 1)],
        box((0, 1.02, -0.09), (1.46, 0.08, 0.05), *pine),
        box((0, 1.02, 0.05), (1.46, 0.06, 0.04), *pine),
        *[box((-0.72 + 0.36 * i, 1.02, -0.02), (0.05, 0.06, 0.12), *pine) for i in range(5)],
        *[block((s * 0.7, 0, 0.02), (0.06, 0.06, 0.36), *pine) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
