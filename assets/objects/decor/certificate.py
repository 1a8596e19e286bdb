# /// asset
# word = "certificate"
# synonyms = ["framed certificate", "diploma", "framed diploma", "certificates"]
# stands_for = ["award plaque", "framed letter", "framed document"]
# category = "decor"
# support = "wall"
# colors = ["paint"]
# materials = ["frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, moved, rod, tube


@register("the frame")
def diploma_frame(*, look):
    gold = surface("gold")
    return concat_shapes(
        *[box((0, 0.17 + s * 0.157, 0.01), (0.44, 0.026, 0.02), *look) for s in (-1, 1)],
        *[box((s * 0.207, 0.17, 0.01), (0.026, 0.288, 0.02), *look) for s in (-1, 1)],
        *[box((0, 0.17 + s * 0.142, 0.0105), (0.392, 0.005, 0.017), *gold) for s in (-1, 1)],
        *[box((s * 0.192, 0.17, 0.0105), (0.005, 0.28, 0.017), *gold) for s in (-1, 1)],
        box((0, 0.17, 0.006), (0.4, 0.3, 0.006), (0.5, 0.08, 0.1)),
    )


@register("the paper with its lettering, seal and ribbon")
def diploma_paper():
    ink, z = (0.12, 0.11, 0.12), 0.0117
    gold = surface("gold")
    border = [box((0, 0.17 + s * 0.106, z), (0.316, 0.003, 0.001), *gold) for s in (-1, 1)]
    border += [box((s * 0.157, 0.17, z), (0.003, 0.215, 0.001), *gold) for s in (-1, 1)]
    title = [box((-0.088 + 0.0195 * k, 0.247, z), (0.013, 0.019 if k else 0.024, 0.001), ink) for k in range(10)]
    lines = [
        box((0, y, z), (w, 0.0028, 0.001), (0.35, 0.34, 0.34))
        for y, w in ((0.168, 0.22), (0.158, 0.24), (0.148, 0.2), (0.138, 0.12))
    ]
    name = [
        box(
            (-0.06 + 0.0133 * k, 0.2 + 0.002 * (k % 2), z),
            (0.009, 0.014 if k in (0, 5) else 0.009, 0.001),
            (0.35, 0.1, 0.12),
        )
        for k in range(10)
        if k != 4
    ]
    sign = [(0.05 + 0.007 * k, 0.098 + 0.006 * math.sin(1.9 * k), z) for k in range(12)]
    seal = [
        rod((-0.09, 0.1, z - 0.0005), (-0.09, 0.1, z + 0.0015), 0.021, *gold),
        rod((-0.09, 0.1, z), (-0.09, 0.1, z + 0.0026), 0.015, darker(gold[0], 0.8), gold[1]),
    ]
    seal += [
        moved(
            ellipsoid((0.021, 0, 0), (0.0035, 0.0035, 0.0014), *gold),
            (-0.09, 0.1, z + 0.0004),
            2 * math.pi * k / 20,
            (0, 0, 1),
        )
        for k in range(20)
    ]
    ribbon = [
        moved(box((0, -0.022, 0), (0.011, 0.034, 0.001), (0.7, 0.1, 0.12)), (-0.09, 0.096, z), s * 0.35, (0, 0, 1))
        for s in (-1, 1)
    ]
    return concat_shapes(
        box((0, 0.17, 0.0095), (0.34, 0.24, 0.003), (0.96, 0.94, 0.86)),
        *border, *title, *lines, *name, *seal, *ribbon,
        tube(sign, 0.0008, ink),
        box((0.09, 0.086, z), (0.1, 0.0012, 0.001), ink),
    )  # fmt: skip


@register("a framed certificate with a gold seal and a signature")
def certificate(*, width=0.44, height=0.34, depth=0.02, frame="walnut", paint=None):
    whole = concat_shapes(library_call("diploma_frame", look=finish(frame, paint)), library_call("diploma_paper"))
    return fitted(whole, width, height, depth)
