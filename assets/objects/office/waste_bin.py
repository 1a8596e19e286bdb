# /// asset
# word = "trash can"
# synonyms = ["waste bin", "wastebasket", "trash bin", "garbage can", "wastepaper basket", "rubbish bin",
#   "dustbin", "bin", "garbage bin", "recycling bin", "waste basket"]
# category = "office"
# support = "floor"
# colors = ["paint", "trim"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, moved, rod, rotated


@register("the drum on its black foot")
def drum(*, radius, height, look, trim):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.08, 0), radius * 1.0, trim),
        rod((0, height * 0.08, 0), (0, height * 0.95, 0), radius * 0.97, *look),
        rod((0, height * 0.93, 0), (0, height, 0), radius, trim),
    )


@register("the domed lid, a little open, with its hinge")
def lid(*, radius, height, look, trim):
    dome = concat_shapes(
        ellipsoid((0, 0, radius), (radius, height, radius), *look),
        rod((0, -height * 0.1, radius), (0, height * 0.05, radius), radius * 1.0, trim),
    )
    return concat_shapes(
        rotated(dome, -0.22, (1, 0, 0)),
        box((0, -height * 0.2, -radius * 0.04), (radius * 0.6, height * 0.7, radius * 0.16), trim),
    )


@register("the foot pedal")
def pedal(*, width, depth, trim):
    return concat_shapes(
        box((0, 0, 0), (width, 0.012, depth), trim),
        box((0, 0.008, depth * 0.2), (width * 0.86, 0.004, depth * 0.5), (0.3, 0.3, 0.31)),
    )


@register("a pedal bin with a lid and a foot pedal")
def waste_bin(*, width=0.26, height=0.42, depth=0.31, paint=None, trim=(0.12, 0.12, 0.13), metal="stainless steel"):
    look, radius, rim = finish(metal, paint), width / 2, height * 0.78
    whole = concat_shapes(
        library_call("drum", radius=radius, height=rim, look=look, trim=trim),
        moved(
            library_call("lid", radius=radius * 0.98, height=height * 0.1, look=look, trim=trim),
            (0, rim + height * 0.02, -radius),
        ),
        moved(library_call("pedal", width=width * 0.26, depth=0.06, trim=trim), (0, height * 0.05, radius + 0.02)),
    )
    return fitted(whole, width, height, depth)
