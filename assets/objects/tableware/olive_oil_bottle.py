# /// asset
# word = "olive oil bottle"
# synonyms = ["oil bottle", "oil decanter", "olive oil decanter", "olive oil cruet", "oil cruet", "olive oil"]
# stands_for = ["vinegar bottle", "balsamic vinegar bottle", "soy sauce bottle", "sauce bottle"]
# category = "tableware"
# support = "surface"
# colors = ["oil", "tint", "label"]
# materials = ["spout"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, moved, rod


@register("the oil inside")
def filling(*, size, height, oil):
    return box((0, height * 0.32, 0), (size, height * 0.64, size), oil, {"roughness": 0.06})


@register("the square glass flask")
def flask(*, size, height, tint):
    clear = {"roughness": 0.05, "opacity": 0.35}
    return concat_shapes(
        box((0, height * 0.72, 0), (size * 0.99, height * 0.16, size * 0.99), tint, clear),
        cone((0, height * 0.8, 0), (0, height * 1.04, 0), size * 0.48, tint, clear | {"opacity": 0.6}),
        rod((0, height * 0.9, 0), (0, height, 0), size * 0.24, tint, clear | {"opacity": 0.6}),
    )


@register("the label with an olive branch")
def front_label(*, size, height, label):
    z = size * 0.505
    leaves = loop(
        3,
        lambda i: box((0, height * (0.29 + 0.06 * i), z + 0.0012), (size * 0.3, height * 0.03, 0.001), (0.6, 0.7, 0.3)),
    )
    return concat_shapes(
        box((0, height * 0.36, z), (size * 0.8, height * 0.42, 0.001), (0.95, 0.93, 0.84)),
        box((0, height * 0.36, z + 0.0004), (size * 0.55, height * 0.3, 0.001), label),
        leaves,
    )


@register("the cork and the bent metal spout")
def pouring_spout(*, size, height, top, spout):
    color, shine = surface(spout)
    return concat_shapes(
        rod((0, height * 0.98, 0), (0, height * 1.05, 0), size * 0.2, (0.7, 0.53, 0.36)),
        rod((0, height * 1.05, 0), (0, top * 0.95, 0), size * 0.07, color, shine),
        rod((0, top * 0.93, 0), (size * 0.28, top * 0.99, 0), size * 0.06, color, shine),
    )


@register("a tall clear bottle of olive oil with a pouring spout")
def olive_oil_bottle(
    *,
    width=0.065,
    height=0.28,
    depth=0.065,
    oil=(0.75, 0.65, 0.1),
    tint=(0.85, 0.92, 0.85),
    label=(0.25, 0.35, 0.15),
    spout="steel",
):
    size, shoulder = width * 0.985, height * 0.84
    whole = concat_shapes(
        library_call("filling", size=size, height=shoulder, oil=oil),
        library_call("flask", size=size, height=shoulder, tint=tint),
        library_call("front_label", size=size * 0.985, height=shoulder, label=label),
        library_call("pouring_spout", size=size, height=shoulder, top=height, spout=spout),
    )
    return moved(whole, (0, 0, -compute_shape_center(whole)[2]))
