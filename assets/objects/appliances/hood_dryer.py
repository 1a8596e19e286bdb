# /// asset
# word = "hood dryer"
# synonyms = ["bonnet dryer", "salon dryer", "standing hair dryer", "hair dryer hood", "hooded dryer"]
# category = "appliances"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, pipe, rod, rotated, round_wall


@register("the star foot on castors")
def foot(*, radius, look):
    parts = [rod((0, 0.06, 0), (0, 0.12, 0), 0.035, *look)]
    for i in range(5):
        angle = 2 * math.pi * i / 5 + math.pi / 2
        x, z = radius * math.cos(angle), radius * math.sin(angle)
        parts += [
            rod((0, 0.085, 0), (x, 0.065, z), 0.016, *look),
            rod((x - 0.012, 0.025, z), (x + 0.012, 0.025, z), 0.025, (0.06, 0.06, 0.06)),
        ]
    return concat_shapes(*parts)


@register("the hood that goes over the head")
def hood(*, radius, look, rim):
    rings = 7
    parts = []
    for i in range(rings):
        a, b = math.pi / 2 * i / rings, math.pi / 2 * (i + 1) / rings
        low = (radius * math.cos(a), radius * 0.95 * math.sin(a))
        high = (max(radius * math.cos(b), 0.02), radius * 0.95 * math.sin(b))
        parts.append(round_wall(low, high, 0.012, *look, panels=28))
    parts += [
        round_wall((radius + 0.006, -0.03), (radius + 0.006, 0.012), 0.02, *rim, panels=28),
        rod((0, radius * 0.93, 0), (0, radius * 0.97, 0), 0.05, *rim),
    ]
    return concat_shapes(*parts)


@register("a salon's hood dryer on a stand")
def hood_dryer(*, height=1.55, paint=(0.93, 0.93, 0.94)) -> Shape:
    shell, steel, dark = finish("white plastic", paint), finish("chrome"), finish("black plastic")
    top = height - 0.24
    tilted = rotated(library_call("hood", radius=0.21, look=shell, rim=dark), 0.22, (1, 0, 0))
    return fitted(
        concat_shapes(
            library_call("foot", radius=0.28, look=steel),
            rod((0, 0.1, 0), (0, top - 0.25, 0), 0.02, *steel),
            pipe(
                [(0, top - 0.3, 0), (0, top - 0.02, -0.04), (0, top + 0.1, -0.1), (0, top + 0.16, -0.02)], 0.016, *steel
            ),
            moved(tilted, (0, top - 0.03, 0.12)),
            box((0, top - 0.12, -0.05), (0.13, 0.17, 0.07), *dark),
            rod((0.03, top - 0.1, -0.012), (0.03, top - 0.1, 0.0), 0.018, *steel),
            rod((-0.03, top - 0.1, -0.012), (-0.03, top - 0.1, 0.0), 0.018, *steel),
        ),
        None,
        height,
        None,
    )
