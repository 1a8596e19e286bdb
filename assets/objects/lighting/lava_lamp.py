# /// asset
# word = "lava lamp"
# synonyms = ["lava light", "retro lava lamp"]
# category = "lighting"
# support = "surface"
# colors = ["lava", "liquid"]
# ///
from scene.language import *
from scene.language.modelling import cone, ellipsoid, finish, fitted, moved, oval_wall, rod


@register("the metal foot")
def foot(look):
    return concat_shapes(
        cone((0, 0, 0), (0, 0.24, 0), 0.07, *look),
        cone((0, 0.115, 0), (0, 0.004, 0), 0.066, *look),
        rod((0, 0, 0), (0, 0.008, 0), 0.072, *look),
    )


@register("the tapering glass")
def glass(look):
    return oval_wall((0, 0, 0), (0.062, 0.062), (0.037, 0.037), 0.19, *look, thickness=0.002, parts=28)


@register("a blob of lava")
def blob(radius, look):
    return ellipsoid((0, 0, 0), (radius, radius * 1.25, radius), *look)


@register("a lava lamp with blobs rising in tinted liquid")
def lava_lamp(*, width=0.145, depth=0.145, height=0.38, lava=(0.98, 0.35, 0.15), liquid=(0.6, 0.3, 0.85)) -> Shape:
    metal = finish("aluminium")
    hot = lava, {"roughness": 0.4, "emission": 1.0}
    clear = liquid, {"roughness": 0.1, "opacity": 0.28, "emission": 0.3}
    parts = [
        library_call("foot", look=metal),
        moved(library_call("glass", look=clear), (0, 0.11, 0)),
    ]
    blobs = [
        (0.0, 0.14, 0.045),
        (0.018, 0.19, 0.022),
        (-0.012, 0.225, 0.017),
        (0.008, 0.262, 0.014),
        (-0.004, 0.285, 0.009),
    ]
    parts += [moved(library_call("blob", radius=r, look=hot), (x, y, 0)) for x, y, r in blobs]
    parts += [rod((0, 0.3, 0), (0, 0.325, 0), 0.038, *metal), cone((0, 0.325, 0), (0, 0.5, 0), 0.038, *metal)]
    return fitted(concat_shapes(*parts), width, height, depth)
