# /// asset
# word = "window"
# synonyms = ["casement window", "glass window", "window frame"]
# stands_for = ["sash window"]
# category = "doors"
# support = "wall"
# colors = ["paint"]
# materials = ["frame"]
# [joints.casement]
# hinge = "outer"
# reach = 100
# riders = ["handle"]
# encloses = false
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod


@register("a casement with its bars")
def casement(width, height, look, pane):
    bar = 0.05
    return concat_shapes(
        *[block((s * (width - bar) / 2, 0, 0), (bar, height, 0.045), *look) for s in (-1, 1)],
        *[block((0, y, 0), (width - 2 * bar + 0.01, bar, 0.043), *look) for y in (0.0005, height - bar - 0.0005)],
        block((0, bar - 0.005, 0), (width - 2 * bar + 0.01, height - 2 * bar + 0.01, 0.008), *pane),
        *[block((0, height * f, 0), (width - 2 * bar + 0.01, 0.018, 0.026), *look) for f in (0.34, 0.66)],
        block((0, bar - 0.005, 0), (0.018, height - 2 * bar + 0.01, 0.022), *look),
    )


@register("a handle")
def handle(look):
    return concat_shapes(rod((0, 0, 0), (0, 0, 0.03), 0.01, *look), rod((0, 0, 0.03), (0, -0.09, 0.03), 0.008, *look))


@register("the sill")
def sill(width, depth, look):
    return block((0, 0, 0), (width, 0.035, depth), *look)


@register("a window of two casements with glazing bars and a sill")
def window(*, width=1.2, depth=0.16, height=1.3, frame="white wood", paint=None) -> Shape:
    look = finish(frame, paint)
    sky = (0.6, 0.78, 0.92), {"roughness": 0.05, "opacity": 0.75}
    w, h, bar, low = width - 0.06, height - 0.035, 0.05, 0.035
    z = -depth / 2 + 0.035
    parts = [block((s * (w - bar) / 2, low, z), (bar, h, 0.07), *look) for s in (-1, 1)] + [
        block((0, y, z), (w - 2 * bar + 0.01, bar, 0.068), *look) for y in (low, height - bar - 0.001)
    ]
    each = (w - 2 * bar) / 2
    parts += [
        moved(
            library_call("casement", width=each - 0.006, height=h - 2 * bar - 0.006, look=look, pane=sky),
            (s * each / 2, low + bar + 0.003, z + 0.016),
        )
        for s in (-1, 1)
    ]
    parts.append(moved(library_call("handle", look=finish("brass")), (0.025, low + h * 0.5, z + 0.036)))
    parts.append(place("sill", at=(0, 0, 0), width=width, depth=depth, look=look))
    return fitted(concat_shapes(*parts), width, height, depth)
