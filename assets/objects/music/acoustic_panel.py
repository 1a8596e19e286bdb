# /// asset
# word = "acoustic panel"
# synonyms = [
#     "sound panel", "foam panel", "soundproofing panel", "soundproof panel", "acoustic foam",
#     "soundproofing foam", "acoustic foam panel", "bass trap", "sound absorbing panel",
# ]
# category = "music"
# support = "wall"
# colors = ["foam"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved


@register("the wedges")
def wedges(*, foam):
    rough = {"roughness": 1.0}
    parts = []
    for row in range(3):
        for col in range(3):
            for k in range(4):
                at = 0.05 * (k - 1.5)
                wedge = box((0, at, 0.02), (0.19, 0.03, 0.03), darker(foam, 0.9 + 0.1 * (k % 2)), rough)
                parts.append(
                    moved(
                        transform_shape(wedge, rotation_matrix(0.6, (1, 0, 0), (0, at, 0.02))),
                        (0.2 * (col - 1), 0.1 + 0.2 * row, 0),
                        (row + col) % 2 * math.pi / 2,
                        (0, 0, 1),
                    )
                )
    return concat_shapes(box((0, 0.3, 0.008), (0.6, 0.6, 0.016), darker(foam, 0.7), rough), *parts)


@register("a wall panel of wedged foam")
def acoustic_panel(*, width=0.6, height=0.6, depth=0.06, foam=(0.2, 0.21, 0.24)):
    whole = library_call("wedges", foam=foam)
    return fitted(whole, width, height, depth)
