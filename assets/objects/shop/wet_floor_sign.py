# /// asset
# word = "wet floor sign"
# synonyms = ["caution sign", "caution wet floor sign", "slippery floor sign", "floor warning sign", "wet floor board"]
# category = "shop"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, box, fitted, moved, rod, rotated

BLACK = (0.06, 0.06, 0.06)


@register("one leaf with its triangle and the slipping man")
def leaf(*, paint):
    z = 0.0105
    parts = []
    for i in range(30):
        y = 0.62 * (i + 0.5) / 30
        if y < 0.09:
            parts += [box((s * 0.105, y, 0), (0.09, 0.0212, 0.018), paint) for s in (-1, 1)]
        else:
            parts.append(box((0, y, 0), (0.3 - 0.11 * y, 0.0212, 0.018), paint))
    corners = [(-0.095, 0.28), (0.095, 0.28), (0.0, 0.45)]
    for k in range(3):
        (x0, y0), (x1, y1) = corners[k], corners[(k + 1) % 3]
        bar = box((0, 0, 0), (math.hypot(x1 - x0, y1 - y0) + 0.012, 0.012, 0.004), BLACK)
        parts.append(moved(bar, ((x0 + x1) / 2, (y0 + y1) / 2, z), math.atan2(y1 - y0, x1 - x0), (0, 0, 1)))
    man = [((-0.012, 0.375), (0.012, 0.335), 0.02), ((0.012, 0.335), (-0.03, 0.3), 0.013), ((0.012, 0.335), (0.055, 0.325), 0.013),
           ((-0.01, 0.37), (0.035, 0.375), 0.01), ((-0.01, 0.37), (-0.045, 0.35), 0.01)]  # fmt: skip
    for (x0, y0), (x1, y1), thick in man:
        bar = box((0, 0, 0), (math.hypot(x1 - x0, y1 - y0) + thick * 0.5, thick, 0.004), BLACK)
        parts.append(moved(bar, ((x0 + x1) / 2, (y0 + y1) / 2, z), math.atan2(y1 - y0, x1 - x0), (0, 0, 1)))
    parts.append(rod((-0.02, 0.4, 0.006), (-0.02, 0.4, z + 0.002), 0.012, BLACK))
    parts += [box((-0.067 + 0.0335 * i, 0.52, z), (0.022, 0.035, 0.004), BLACK) for i in range(5)]
    parts += [box((-0.05 + 0.05 * i, 0.22, z), (0.036, 0.03, 0.004), BLACK) for i in range(3)]
    parts += [box((-0.06 + 0.03 * i, 0.165, z), (0.02, 0.03, 0.004), BLACK) for i in range(5)]
    return concat_shapes(*parts)


@register("a yellow folding wet floor sign")
def wet_floor_sign(*, width=0.3, height=0.64, depth=0.32, paint=(0.98, 0.8, 0.08)):
    lean = 0.22
    front = moved(rotated(library_call("leaf", paint=paint), -lean, (1, 0, 0)), (0, 0, 0.145))
    back = rotated(moved(rotated(library_call("leaf", paint=paint), -lean, (1, 0, 0)), (0, 0, 0.145)), math.pi)
    whole = concat_shapes(
        front,
        back,
        beam((-0.1, 0.6, 0), (0.1, 0.6, 0), (0.045, 0.03), paint),
        rod((-0.055, 0.63, 0), (0.055, 0.63, 0), 0.014, paint),
    )
    return fitted(whole, width, height, depth)
