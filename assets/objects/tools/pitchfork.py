# /// asset
# word = "pitchfork"
# synonyms = ["hay fork", "manure fork", "garden fork", "farm fork", "hayfork"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# materials = ["wood", "metal"]
# ///
from scene.language import *
from scene.language.modelling import cone, finish, fitted, pipe, rod


@register("the curved tines")
def tines(*, steel):
    parts = [rod((-0.1, 0.36, -0.01), (0.1, 0.36, -0.01), 0.009, *steel)]
    for i in range(4):
        x = (i - 1.5) * 0.066
        parts.append(pipe([(x, 0.36, -0.01), (x * 1.08, 0.24, 0.025), (x * 1.1, 0.1, 0.02)], 0.0065, *steel))
        parts.append(cone((x * 1.1, 0.1, 0.02), (x * 1.1, 0.0, -0.005), 0.0065, *steel))
    parts.append(pipe([(0, 0.36, -0.01), (0, 0.44, -0.01), (0, 0.52, 0)], 0.012, *steel))
    return concat_shapes(*parts)


@register("the long wooden shaft")
def shaft(*, wood, steel):
    return concat_shapes(
        rod((0, 0.46, 0), (0, 1.52, 0), 0.0155, *wood),
        rod((0, 0.46, 0), (0, 0.6, 0), 0.0195, *steel),
        rod((0, 1.5, 0), (0, 1.53, 0), 0.019, *wood),
    )


@register("a pitchfork with four curved tines")
def pitchfork(*, width=0.24, height=1.53, depth=0.06, wood="ash", metal="gunmetal", paint=None):
    steel = finish(metal)
    whole = concat_shapes(
        library_call("tines", steel=steel), library_call("shaft", wood=finish(wood, paint), steel=steel)
    )
    return fitted(whole, width, height, depth)
