# /// asset
# word = "wall bars"
# synonyms = ["swedish ladder", "stall bars", "gymnastics wall bars", "gym wall bars", "climbing wall bars"]
# category = "sport"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved


@register("an upright board")
def upright(*, x, height, look):
    return concat_shapes(
        block((x, 0, -0.02), (0.045, height, 0.1), darker(look[0], 0.85), look[1]),
        block((x, height - 0.25, 0.03), (0.045, 0.25, 0.16), darker(look[0], 0.85), look[1]),
    )


@register("a rung of oval section")
def rung(*, wide, look):
    parts = [ellipsoid((0, 0, 0), (wide / 2, 0.02, 0.015), *look)]
    n = 6
    parts += [
        ellipsoid(((i - (n - 1) / 2) * wide / n, 0, 0), (wide / n * 0.95, 0.0195, 0.0145), *look) for i in range(n)
    ]
    return concat_shapes(*parts)


@register("wooden wall bars for gymnastics")
def wall_bars(*, width=1.8, height=2.5, depth=0.18, wood="beech", paint=None):
    look = finish(wood, paint)
    fields = max(1, round(width / 0.9))
    each = (width - 0.045) / fields
    parts = [
        library_call("upright", x=-width / 2 + 0.0225 + each * i, height=height, look=look) for i in range(fields + 1)
    ]
    for f in range(fields):
        x = -width / 2 + 0.0225 + each * (f + 0.5)
        for i in range(15):
            y = 0.12 + (height - 0.45) * i / 14
            parts.append(moved(library_call("rung", wide=each, look=look), (x, y, 0.0)))
        parts.append(moved(library_call("rung", wide=each, look=look), (x, height - 0.07, 0.085)))
    return fitted(concat_shapes(*parts), width, height, depth)
