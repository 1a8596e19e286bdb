# /// asset
# word = "linear pendant light"
# synonyms = [
#     "linear pendant", "linear suspension light", "island pendant", "fluorescent light", "tube light",
#     "linear light", "led light", "fluorescent tube", "tube lamp", "strip light",
# ]
# stands_for = ["billiard light", "neon tube", "work light", "shop light"]
# category = "lighting"
# support = "ceiling"
# colors = ["paint"]
# materials = ["body"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod


@register("a cable with its ceiling cup")
def cable(height, look):
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), 0.003, *look), rod((0, height - 0.02, 0), (0, height, 0), 0.035, *look)
    )


@register("a long bar light hung on two cables")
def linear_pendant(*, width=1.2, depth=0.08, height=0.7, body="black metal", paint=None) -> Shape:
    look = finish(body, paint)
    parts = [
        block((0, 0.02, 0), (width, 0.05, 0.08), *look),
        block((0, 0.0, 0), (width - 0.03, 0.022, 0.062), *finish("lamp glow")),
    ]
    parts += [
        moved(library_call("cable", height=height - 0.06, look=look), (s * width * 0.36, 0.06, 0)) for s in (-1, 1)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
