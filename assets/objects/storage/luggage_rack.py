# /// asset
# word = "luggage rack"
# synonyms = ["suitcase stand", "folding luggage rack", "suitcase rack"]
# category = "storage"
# support = "floor"
# colors = ["paint", "strap_color"]
# materials = ["frame", "straps"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, rod


@register("one pair of crossed legs")
def frame(width, slope, look):
    parts = [rod((s * width / 2, 0.01, -slope), (s * width / 2, 0.48, slope), 0.014, *look) for s in (-1, 1)]
    parts += [
        rod((-width / 2 - 0.01, y, z), (width / 2 + 0.01, y, z), 0.013, *look)
        for y, z in ((0.49, slope), (0.08, -slope * 0.7))
    ]
    return concat_shapes(*parts)


@register("a strap")
def strap(depth, look):
    return block((0, 0, 0), (0.05, 0.004, depth), *look)


@register("a folding luggage rack with straps between crossed legs")
def luggage_rack(
    *, width=0.62, depth=0.45, height=0.51, frame="walnut", paint=None, straps="black canvas", strap_color=None
) -> Shape:
    wood, cloth = finish(frame, paint), finish(straps, strap_color)
    parts = [
        library_call("frame", width=0.57, slope=0.2, look=wood),
        library_call("frame", width=0.52, slope=-0.2, look=wood),
    ]
    parts += [place("strap", at=(x, 0.5, 0), depth=0.42, look=cloth) for x in (-0.18, 0, 0.18)]
    return fitted(concat_shapes(*parts), width, height, depth)
