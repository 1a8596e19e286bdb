# /// asset
# word = "monitor stand"
# synonyms = ["monitor riser", "desk riser", "screen riser", "computer stand"]
# stands_for = ["laptop stand", "monitor arm", "monitor arms"]
# category = "office"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, finish, moved


@register("the board on its two legs of bent steel")
def riser(*, width, height, depth, thick, look):
    metal, r = surface("black metal"), 0.012
    x, under = width / 2 - 0.05, height - thick
    parts = [box((0, height - thick / 2, 0), (width, thick, depth), *look)]
    for s in (-1, 1):
        z = depth / 2 - 0.03
        parts += [box((s * x, under / 2, t * z), (0.02, under, 0.02), *metal) for t in (-1, 1)]
        parts.append(box((s * x, r / 2, 0), (0.02, r, 2 * z - 0.02), *metal))
    parts.append(box((0, under - 0.012, -depth / 2 + 0.03), (2 * x - 0.02, 0.02, 0.016), *metal))
    return concat_shapes(*parts)


@register("the ports for plugs in the front edge")
def ports(*, thick):
    slots = [box((0.022 * (i - 1), 0, 0.0015), (0.014, 0.006, 0.003), (0.15, 0.45, 0.85)) for i in range(3)]
    return concat_shapes(box((0, 0, 0), (0.075, thick * 0.72, 0.004), (0.1, 0.1, 0.11), {"roughness": 0.4}), *slots)


@register("a keyboard tucked under")
def keyboard(*, width, depth):
    rows, columns = 5, 15
    dx, dz = (width - 0.012) / columns, (depth - 0.012) / rows
    keys = [
        box(((i - 7) * dx, 0.014, (j - 2) * dz), (dx * 0.82, 0.008, dz * 0.8), (0.93, 0.93, 0.94))
        for j in range(rows)
        for i in range(columns)
        if not (j == 4 and 4 <= i <= 9)
    ]
    space = box((-0.5 * dx, 0.014, 2 * dz), (dx * 5.8, 0.008, dz * 0.8), (0.93, 0.93, 0.94))
    return concat_shapes(box((0, 0.006, 0), (width, 0.012, depth), (0.3, 0.31, 0.34), {"roughness": 0.5}), *keys, space)


@register("a wooden monitor stand on steel legs with a keyboard tucked under it")
def monitor_stand(*, width=0.55, height=0.13, depth=0.25, paint=None, wood="beech"):
    look, thick, proud = finish(wood, paint), 0.02, 0.004
    frame = library_call("riser", width=width, height=height, depth=depth - proud, thick=thick, look=look)
    return concat_shapes(
        moved(frame, (0, 0, -proud / 2)),
        moved(library_call("ports", thick=thick), (width * 0.36, height - thick / 2, depth / 2 - 0.003)),
        moved(library_call("keyboard", width=width * 0.76, depth=depth * 0.52), (0, 0, depth * 0.2)),
    )
