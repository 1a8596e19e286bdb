# /// asset
# word = "sarcophagus"
# synonyms = ["mummy coffin", "egyptian coffin", "egyptian sarcophagus", "pharaoh coffin", "mummy case"]
# stands_for = ["mummy"]
# category = "decor"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "stripes"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, ellipsoid, finish, fitted, plate, rod


@register("the stone case with painted bands")
def case(*, look, stripes):
    parts = [
        block((0, 0, 0), (2.3, 0.1, 0.98), *finish("sandstone")),
        plate((0, 0.1, 0), (2.16, 0.4, 0.84), 0.2, *look),
    ]
    for i, tone in enumerate((stripes, (0.75, 0.15, 0.1), stripes)):
        y = 0.18 + 0.11 * i
        parts.append(plate((0, y, 0), (2.17, 0.05, 0.85), 0.2, tone))
    return concat_shapes(*parts)


@register("the body on the lid, its arms crossed")
def body_part(*, look, stripes):
    parts = []
    for i in range(20):
        x = -0.42 + 1.4 * (i + 0.5) / 20
        t = (i + 0.5) / 20
        half = 0.34 - 0.14 * t + (0.04 if t > 0.92 else 0)
        tone = look if i % 2 else (stripes, {"roughness": 0.4})
        parts.append(ellipsoid((x, 0.52, 0), (0.06, 0.2 - 0.05 * t, half), *tone))
    parts.append(ellipsoid((0.3, 0.5, 0), (0.8, 0.18, 0.3), *look))
    parts.append(ellipsoid((1.0, 0.6, 0), (0.08, 0.2, 0.18), *look))
    parts.append(ellipsoid((-0.38, 0.54, 0), (0.2, 0.2, 0.38), *look))
    for s in (-1, 1):
        parts.append(rod((-0.36, 0.66, s * 0.26), (-0.12, 0.73, -s * 0.06), 0.05, *look))
        parts.append(ellipsoid((-0.12, 0.74, -s * 0.06), (0.06, 0.045, 0.05), *look))
        parts.append(
            rod((-0.3, 0.77, -s * 0.24), (-0.02, 0.76, -s * 0.0), 0.018, stripes if s > 0 else (0.75, 0.15, 0.1))
        )
    return concat_shapes(*parts)


@register("the head in its striped cloth")
def head(*, look, stripes):
    parts = []
    for i in range(14):
        a = math.pi * (i + 0.5) / 14
        z, y = 0.3 * math.cos(a), 0.5 + 0.28 * math.sin(a)
        tone = look if i % 2 else (stripes, {"roughness": 0.4})
        parts.append(ellipsoid((-0.76, y - 0.02, z), (0.22, 0.075, 0.075), *tone))
    parts.append(ellipsoid((-0.78, 0.55, 0), (0.24, 0.22, 0.27), *look))
    parts.append(ellipsoid((-0.74, 0.68, 0), (0.165, 0.13, 0.14), *look))
    for s in (-1, 1):
        parts.append(ellipsoid((-0.77, 0.795, s * 0.055), (0.014, 0.014, 0.03), (0.97, 0.96, 0.9)))
        parts.append(ellipsoid((-0.77, 0.803, s * 0.055), (0.012, 0.012, 0.013), (0.05, 0.05, 0.06)))
        parts.append(box((-0.8, 0.788, s * 0.055), (0.01, 0.02, 0.07), (0.05, 0.05, 0.06)))
        parts.append(box((-0.52, 0.62, s * 0.24), (0.24, 0.12, 0.1), stripes))
    parts.append(ellipsoid((-0.72, 0.81, 0), (0.05, 0.022, 0.022), *look))
    parts.append(box((-0.665, 0.795, 0), (0.012, 0.014, 0.06), darker(look[0], 0.5)))
    parts.append(rod((-0.62, 0.74, 0), (-0.48, 0.76, 0), 0.03, stripes))
    parts.append(rod((-0.93, 0.7, 0), (-0.9, 0.82, 0), 0.022, *look))
    return concat_shapes(*parts)


@register("a golden sarcophagus with a pharaoh on its lid")
def sarcophagus(*, width=2.3, height=0.85, depth=0.98, metal="gold", paint=None, stripes=(0.1, 0.22, 0.5)):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("case", look=look, stripes=stripes),
        library_call("body_part", look=look, stripes=stripes),
        library_call("head", look=look, stripes=stripes),
    )
    return fitted(whole, width, height, depth)
