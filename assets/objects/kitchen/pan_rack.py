# /// asset
# word = "pan rack"
# synonyms = ["pot rack", "hanging pan rack", "hanging pot rack", "cookware rack", "pots and pans rack", "hanging pans", "hanging pots"]
# category = "kitchen"
# support = "ceiling"
# colors = ["paint"]
# materials = ["frame", "pans"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, moved, pipe, rod


@register("a pan hanging by its handle")
def pan(radius, deep, look, grip):
    return concat_shapes(
        rod((0, -0.2, 0), (0, 0, 0), 0.009, *grip),
        rod((0, -0.2 - radius, -deep / 2), (0, -0.2 - radius, deep / 2), radius, *look),
        rod(
            (0, -0.2 - radius, deep / 2 - 0.002),
            (0, -0.2 - radius, deep / 2 + 0.001),
            radius * 0.92,
            darker(look[0], 0.55),
            look[1],
        ),
    )


@register("a ladle")
def ladle(look):
    return concat_shapes(
        rod((0, -0.26, 0), (0, 0, 0), 0.005, *look), ellipsoid((0, -0.28, 0.02), (0.035, 0.03, 0.035), *look)
    )


@register("a hook")
def hook(look):
    return pipe([(0, 0.0, 0.0), (0, -0.03, 0.0), (0, -0.05, 0.014), (0, -0.035, 0.026)], 0.004, *look)


@register("a hanging rack with pans and a ladle on hooks")
def pan_rack(*, width=0.9, depth=0.42, height=0.95, frame="wrought iron", paint=None, pans="copper") -> Shape:
    iron, copper = finish(frame, paint), finish(pans)
    y, x, z = 0.5, 0.42, 0.18
    corners = [(-x, y, -z), (x, y, -z), (x, y, z), (-x, y, z), (-x, y, -z)]
    parts = [pipe(corners, 0.012, *iron)] + [
        rod((x * f, y, -z), (x * f, y, z), 0.007, *iron) for f in (-0.6, -0.2, 0.2, 0.6)
    ]
    parts += [rod((s * x, y, t * z), (s * x * 0.6, 0.92, 0), 0.005, *iron) for s in (-1, 1) for t in (-1, 1)]
    parts += [rod((s * x * 0.6, 0.9, 0), (s * x * 0.6, 0.95, 0), 0.03, *iron) for s in (-1, 1)]
    hung = [(-0.34, 0.1, 0.05), (-0.1, 0.085, 0.06), (0.12, 0.075, 0.07)]
    for px, radius, deep in hung:
        parts += [
            moved(library_call("hook", look=iron), (px, y, z)),
            moved(library_call("pan", radius=radius, deep=deep, look=copper, grip=iron), (px, y - 0.03, z + 0.014)),
        ]
    parts += [moved(library_call("ladle", look=finish("steel")), (px, y - 0.02, z + 0.01)) for px in (0.28, 0.36)]
    parts += [moved(library_call("pan", radius=0.11, deep=0.09, look=finish("steel"), grip=iron), (0.15, y - 0.02, -z))]
    return fitted(concat_shapes(*parts), width, height, depth)
