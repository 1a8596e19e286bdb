# /// asset
# word = "cooktop"
# synonyms = [
#     "induction cooktop", "hob", "hotplate", "hot plate", "portable induction cooktop", "electric hob",
#     "induction hob", "burner",
# ]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# materials = ["body"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, ring, rod


@register("a printed cooking ring")
def zone(radius, mark):
    return concat_shapes(
        ring((0, 0, 0), radius, 0.0025, *mark, parts=26),
        ring((0, 0, 0), radius * 0.55, 0.0018, *mark, parts=18),
        *[
            block((0, -0.001, 0), (radius * 0.3, 0.002, 0.004), *mark),
            block((0, -0.001, 0), (0.004, 0.002, radius * 0.3), *mark),
        ],
    )


@register("the touch panel")
def touch_panel(mark):
    keys = [rod((0.032 * (i - 2.5), 0, 0), (0.032 * (i - 2.5), 0.002, 0), 0.008, *mark) for i in range(6)]
    return concat_shapes(*keys, block((0.15, 0, 0), (0.06, 0.002, 0.02), *finish("lit screen")))


@register("a portable induction cooktop with two cooking rings")
def cooktop(*, width=0.58, depth=0.36, height=0.06, body="black acrylic", paint=None) -> Shape:
    look = finish(body, paint)
    solid = look[0], {**look[1], "opacity": 1.0}
    mark = finish("light gray paint")
    parts = [
        block((0, 0.008, 0), (0.56, 0.04, 0.34), *finish("steel")),
        block((0, 0.048, 0), (0.58, 0.01, 0.36), *solid),
    ]
    parts += [
        rod((s * 0.24, 0, t * 0.13), (s * 0.24, 0.01, t * 0.13), 0.018, *finish("rubber"))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts += [moved(library_call("zone", radius=0.1, mark=mark), (x, 0.058, -0.035)) for x in (-0.14, 0.14)]
    parts.append(moved(library_call("touch_panel", mark=mark), (-0.03, 0.057, 0.14)))
    return fitted(concat_shapes(*parts), width, height, depth)
