# /// asset
# word = "spool of thread"
# synonyms = ["thread spool", "spool", "thread", "sewing thread", "spools of thread", "reel of thread", "bobbin", "cotton reel"]
# stands_for = ["wire spool", "roll of wire", "ribbon spool", "spool of ribbon", "ribbon", "spool of wire"]
# category = "office"
# support = "surface"
# colors = ["thread"]
# ///
from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, hoop, lathe, moved, rod, tube


@register("the wooden spool")
def spool_core():
    wood = surface("beech")
    flange = [(0.012, 0.0), (0.0185, 0.0005), (0.0185, 0.003), (0.012, 0.0065)]
    top = [(0.012, 0.0485), (0.0185, 0.052), (0.0185, 0.0545), (0.017, 0.055)]
    return concat_shapes(
        lathe(flange, *wood, slices=16),
        lathe(top, *wood, slices=16),
        rod((0, 0.004, 0), (0, 0.051, 0), 0.0105, *wood),
        rod((0, 0.0545, 0), (0, 0.0554, 0), 0.0045, (0.15, 0.1, 0.07)),
        rod((0, 0.0545, 0), (0, 0.0552, 0), 0.012, (0.96, 0.94, 0.86)),
    )


@register("the windings and a loose end")
def windings(*, thread):
    shine = {"roughness": 0.45}
    rings = [
        moved(
            hoop(0.0158 + 0.0004 * (k % 2), 0.00105, darker(thread, 0.88 + 0.12 * (k % 2)), shine, parts=28),
            (0, 0.0075 + 0.0018 * k, 0),
            0.045,
            (0, 0, 1),
        )
        for k in range(23)
    ]
    loose = [
        (0.0, 0.012, 0.0165),
        (0.009, 0.006, 0.021),
        (0.018, 0.0009, 0.024),
        (0.029, 0.0009, 0.019),
        (0.036, 0.0009, 0.026),
        (0.046, 0.0009, 0.022),
    ]
    return concat_shapes(
        rod((0, 0.0065, 0), (0, 0.0485, 0), 0.0158, thread, shine), *rings, tube(loose, 0.0006, thread)
    )


@register("a needle stuck through the windings")
def needle():
    steel = surface("chrome")
    return concat_shapes(
        rod((-0.0145, 0.0625, 0.0135), (0.005, 0.021, 0.0172), 0.0007, *steel),
        cone((0.005, 0.021, 0.0172), (0.009, 0.0125, 0.018), 0.0007, *steel),
        ellipsoid((-0.0145, 0.0625, 0.0135), (0.0012, 0.0028, 0.0012), *steel),
    )


@register("a wooden spool of thread with a needle in it")
def thread_spool(*, width=0.066, height=0.065, depth=0.045, thread=(0.8, 0.2, 0.25)):
    whole = concat_shapes(library_call("spool_core"), library_call("windings", thread=thread), library_call("needle"))
    return fitted(whole, width, height, depth)
