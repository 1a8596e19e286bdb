# /// asset
# word = "drying rack"
# synonyms = [
#     "clothes drying rack", "clothes horse", "airer", "clothes airer", "laundry drying rack", "laundry rack",
#     "drying stand", "clothes dryer rack", "laundry airer",
# ]
# category = "bath"
# support = "floor"
# colors = ["paint"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, rod, tube


@register("the crossed legs, the frame and the two wings of rods")
def airer_frame(*, paint):
    look = (paint, {"roughness": 0.3})
    legs = [tube([(s * 0.42, 0.012, z), (-s * 0.28, 0.92, z)], 0.011, *look) for s in (-1, 1) for z in (-0.27, 0.27)]
    feet = [tube([(s * 0.42, 0.012, -0.27), (s * 0.42, 0.012, 0.27)], 0.011, *look) for s in (-1, 1)]
    rails = [tube([(-0.28, 0.92, z), (0.28, 0.92, z)], 0.009, *look) for z in (-0.27, 0.27)]
    wings = [tube([(s * 0.28, 0.92, z), (s * 0.8, 1.06, z)], 0.009, *look) for s in (-1, 1) for z in (-0.27, 0.27)]
    struts = [rod((s * 0.55, 0.99, z), (s * 0.14, 0.72, z), 0.005, *look) for s in (-1, 1) for z in (-0.27, 0.27)]
    rods = [rod((x, 0.92, -0.27), (x, 0.92, 0.27), 0.005, *look) for x in np.linspace(-0.28, 0.28, 8)]
    outer = [
        rod((s * x, y, -0.27), (s * x, y, 0.27), 0.005, *look)
        for s in (-1, 1)
        for x, y in zip(np.linspace(0.36, 0.8, 6), np.linspace(0.9415, 1.06, 6), strict=True)
    ]
    return concat_shapes(*legs, *feet, *rails, *wings, *struts, *rods, *outer)


@register("a towel hung over a rod")
def hung_cloth(*, x, y, front, back, width, color):
    look = (color, {"roughness": 0.95})
    return concat_shapes(
        box((x + 0.009, y - front / 2, 0), (0.006, front, width), *look),
        box((x - 0.009, y - back / 2, 0), (0.006, back, width), *look),
        rod((x, y, -width / 2), (x, y, width / 2), 0.012, *look),
        box((x + 0.0125, y - front + 0.05, 0), (0.002, 0.02, width), darker(color, 0.8)),
    )


@register("a pair of socks")
def hung_socks(*, x, y, color):
    look = (color, {"roughness": 0.95})

    def sock(z):
        return concat_shapes(
            box((x, y - 0.075, z), (0.022, 0.17, 0.075), *look),
            box((x, y - 0.17, z + 0.03), (0.022, 0.05, 0.13), *look),
            box((x, y - 0.002, z), (0.025, 0.03, 0.078), darker(color, 0.75)),
        )

    return concat_shapes(*[sock(z) for z in (-0.16, 0.02)])


@register("a winged clothes airer with washing on it")
def drying_rack(*, width=1.62, height=1.08, depth=0.57, paint=(0.9, 0.91, 0.92)):
    whole = concat_shapes(
        library_call("airer_frame", paint=paint),
        library_call("hung_cloth", x=0.536, y=0.989, front=0.46, back=0.38, width=0.42, color=(0.35, 0.6, 0.72)),
        library_call("hung_cloth", x=-0.2, y=0.922, front=0.42, back=0.34, width=0.4, color=(0.93, 0.78, 0.4)),
        library_call("hung_cloth", x=-0.712, y=1.036, front=0.36, back=0.4, width=0.46, color=(0.85, 0.42, 0.4)),
        library_call("hung_socks", x=0.12, y=0.93, color=(0.45, 0.5, 0.75)),
    )
    return fitted(whole, width, height, depth)
