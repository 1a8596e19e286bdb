# /// asset
# word = "blender"
# synonyms = ["kitchen blender", "smoothie blender", "smoothie maker", "food blender", "liquidizer"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# materials = ["body", "jug"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, oval_wall, pipe, rod, rotated


@register("the glass jug with its handle")
def jug(look):
    return concat_shapes(
        oval_wall((0, 0, 0), (0.05, 0.05), (0.072, 0.072), 0.2, *look, thickness=0.005, parts=16),
        rod((0, 0, 0), (0, 0.006, 0), 0.05, *look),
        pipe([(0.068, 0.18, 0), (0.11, 0.17, 0), (0.105, 0.07, 0), (0.056, 0.04, 0)], 0.009, *look),
        *[
            block((-0.02, 0.05 + 0.03 * i, 0.062 + 0.003 * i), (0.02, 0.003, 0.002), *finish("white paint"))
            for i in range(4)
        ],
    )


@register("the blades")
def blades(metal):
    return concat_shapes(
        *[rotated(block((0, 0.018, 0), (0.07, 0.002, 0.012), *metal), a) for a in (0.3, 1.87)],
        rod((0, 0, 0), (0, 0.02, 0), 0.008, *metal),
    )


@register("the lid")
def lid(look):
    return concat_shapes(rod((0, 0, 0), (0, 0.022, 0), 0.076, *look), rod((0, 0.02, 0), (0, 0.045, 0), 0.028, *look))


@register("the motor base with buttons")
def base(look, metal):
    steps = [rod((0, 0.02 + 0.012 * i, 0), (0, 0.033 + 0.012 * i, 0), 0.088 - 0.004 * i, *look) for i in range(8)]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.022, 0), 0.092, *look),
        *steps,
        rod((0, 0.055, 0.06), (0, 0.055, 0.09), 0.02, *metal),
        *[rod((s * 0.045, 0.055, 0.055), (s * 0.047, 0.055, 0.078), 0.009, *metal) for s in (-1, 1)],
    )


@register("a blender with a glass jug on a motor base")
def blender(*, width=0.21, depth=0.19, height=0.39, body="black plastic", paint=None, jug="glass") -> Shape:
    look, glass, metal = finish(body, paint), finish(jug), finish("chrome")
    parts = [
        library_call("base", look=look, metal=metal),
        moved(library_call("jug", look=glass), (0, 0.118, 0)),
        moved(library_call("blades", metal=metal), (0, 0.124, 0)),
        moved(library_call("lid", look=look), (0, 0.318, 0)),
        rod((0, 0.126, 0), (0, 0.22, 0), 0.05, *finish("pink paint")),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
