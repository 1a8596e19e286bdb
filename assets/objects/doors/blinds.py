# /// asset
# word = "blinds"
# synonyms = ["venetian blinds", "window blinds", "blind", "venetian blind", "slatted blinds"]
# stands_for = ["window shade"]
# category = "doors"
# support = "wall"
# colors = ["paint"]
# materials = ["slats"]
# ///
from scene.language import *
from scene.language.modelling import block, cone, darker, finish, fitted, moved, rod, rotated


@register("a tilted slat")
def slat(width, look):
    return rotated(block((0, 0, 0), (width, 0.003, 0.05), *look), 0.6, (1, 0, 0))


@register("the pull cord")
def cord(length, look):
    return concat_shapes(
        rod((0, -length, 0), (0, 0, 0), 0.003, *look),
        cone((0, -length - 0.05, 0), (0, -length + 0.01, 0), 0.012, *look),
    )


@register("venetian blinds with tilted slats and a pull cord")
def blinds(*, width=1.2, depth=0.07, height=1.4, slats="white wood", paint=None) -> Shape:
    look = finish(slats, paint)
    tape = darker(look[0], 0.8), look[1]
    parts = [
        block((0, height - 0.05, 0), (width, 0.05, 0.06), *look),
        block((0, 0, 0), (width - 0.01, 0.025, 0.045), *look),
    ]
    n = round((height - 0.1) / 0.045)
    step = (height - 0.09) / n
    parts += [moved(library_call("slat", width=width - 0.02, look=look), (0, 0.045 + step * i, 0)) for i in range(n)]
    parts += [block((x * width, 0.02, 0.026), (0.012, height - 0.06, 0.004), *tape) for x in (-0.32, 0.32)]
    parts.append(moved(library_call("cord", length=height * 0.55, look=tape), (width * 0.44, height - 0.05, 0.032)))
    return fitted(concat_shapes(*parts), width, height, depth)
