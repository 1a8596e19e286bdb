# /// asset
# word = "wheelbarrow"
# synonyms = ["barrow", "wheel barrow"]
# stands_for = ["garden cart"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, tube


@register("the tray")
def tray_part(*, paint):
    metal = {"metallic": 0.3, "roughness": 0.4}
    floor = moved(box((0, 0, 0), (0.38, 0.012, 0.52), paint, metal), (0, 0.32, 0.08), -0.08, (1, 0, 0))
    sides = [
        moved(box((0, 0.13, 0), (0.012, 0.28, 0.66), paint, metal), (s * 0.19, 0.31, 0.08), -s * 0.45, (0, 0, 1))
        for s in (-1, 1)
    ]
    ends = [
        moved(box((0, 0.13, 0), (0.5, 0.28, 0.012), paint, metal), (0, 0.31, 0.08 + s * 0.27), s * 0.4, (1, 0, 0))
        for s in (-1, 1)
    ]
    return concat_shapes(floor, *sides, *ends)


@register("the frame with its legs")
def frame_part(*, wood):
    look = surface(wood)
    bars = [tube([(s * 0.03, 0.2, 0.56), (s * 0.2, 0.29, 0.1), (s * 0.26, 0.46, -0.7)], 0.02, *look) for s in (-1, 1)]
    legs = [
        tube([(s * 0.21, 0.31, -0.1), (s * 0.22, 0.014, -0.24), (s * 0.22, 0.32, -0.34)], 0.014, (0.15, 0.15, 0.16))
        for s in (-1, 1)
    ]
    return concat_shapes(*bars, *legs)


@register("the wheel")
def wheel_part():
    return concat_shapes(
        rod((-0.03, 0.18, 0.56), (0.03, 0.18, 0.56), 0.18, (0.1, 0.1, 0.1), {"roughness": 0.8}),
        rod((-0.032, 0.18, 0.56), (0.032, 0.18, 0.56), 0.1, (0.75, 0.76, 0.78)),
        rod((-0.06, 0.18, 0.56), (0.06, 0.18, 0.56), 0.015, *surface("steel")),
    )


@register("a wheelbarrow")
def wheelbarrow(*, width=0.66, height=0.62, depth=1.4, paint=(0.2, 0.42, 0.28), wood="ash"):
    whole = concat_shapes(
        library_call("tray_part", paint=paint), library_call("frame_part", wood=wood), library_call("wheel_part")
    )
    return fitted(whole, width, height, depth)
