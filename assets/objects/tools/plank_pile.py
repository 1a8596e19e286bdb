# /// asset
# word = "pile of planks"
# synonyms = [
#     "planks", "stack of planks", "wooden planks", "wood planks", "pile of wood", "stack of wood",
#     "stack of boards", "lumber pile", "pile of boards", "stack of timber", "stack of lumber", "pile of lumber",
# ]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved


@register("a stack of planks on bearers")
def plank_pile(*, width=2.2, height=0.5, depth=0.75, paint=None, wood="pine"):
    color, stuff = finish(wood, paint)
    parts = [block((s * 0.75, 0, 0), (0.1, 0.09, 0.7), darker(color, 0.7), stuff) for s in (-1, 1)]
    for layer in range(8):
        for k in range(4):
            if layer == 7 and k == 3:
                continue
            tone = darker(color, 0.82 + 0.05 * ((layer * 3 + k * 5) % 6))
            slip = 0.05 * (((layer * 7 + k * 3) % 5) - 2)
            plank = block((0, 0, 0), (2.1 - 0.04 * ((layer + k) % 3), 0.045, 0.165), tone, stuff)
            parts.append(
                moved(plank, (slip, 0.09 + 0.051 * layer, -0.27 + 0.18 * k), 0.012 * ((layer * 5 + k) % 5 - 2))
            )
    return fitted(concat_shapes(*parts), width, height, depth)
