# /// asset
# word = "meat rail"
# synonyms = [
#     "meat hooks", "hanging meat", "rail of sausages", "hanging hams", "sausage rail",
#     "strings of sausages", "cured meats", "rack of sausages",
# ]
# category = "shop"
# support = "wall"
# materials = ["rail"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, lathe, moved, rod, tube


@register("a hook on the rail")
def meat_hook():
    return tube(
        [(0, 0.03, 0), (0.012, 0.035, 0), (0.016, 0.015, 0), (0, -0.03, 0), (0, -0.07, 0)],
        0.004,
        *surface("steel"),
    )


@register("a string of sausages")
def sausage_string(*, count, tone):
    parts = []
    for k in range(count):
        y, lean = -0.13 - 0.125 * k, 0.35 if k % 2 else -0.35
        link = ellipsoid((0, 0, 0), (0.025, 0.075, 0.025), tone, {"roughness": 0.3})
        parts.append(moved(link, (0.012 * math.copysign(1, lean), y, 0.03), lean, (0, 0, 1)))
        parts.append(rod((0, y + 0.07, 0.03), (0, y + 0.055, 0.03), 0.006, (0.85, 0.8, 0.7)))
    return concat_shapes(*parts)


@register("a cured ham with its bone and its cord")
def cured_ham():
    rind = ((0.62, 0.33, 0.2), {"roughness": 0.6})
    ham = [
        (0.0, -0.5),
        (0.075, -0.48),
        (0.12, -0.4),
        (0.125, -0.32),
        (0.09, -0.2),
        (0.045, -0.12),
        (0.03, -0.07),
        (0.0, -0.07),
    ]
    return concat_shapes(
        lathe(ham, *rind, slices=28),
        rod((0, -0.08, 0), (0, -0.045, 0), 0.022, (0.93, 0.88, 0.78)),
        *[
            rod((0, y, 0), (0, y + 0.006, 0), r, (0.9, 0.85, 0.72))
            for y, r in ((-0.42, 0.118), (-0.3, 0.123), (-0.2, 0.094))
        ],
    )


@register("a long dry sausage in its net")
def salami():
    skin = ((0.5, 0.16, 0.14), {"roughness": 0.5})
    return concat_shapes(
        rod((0, -0.48, 0), (0, -0.1, 0), 0.036, *skin),
        ellipsoid((0, -0.48, 0), (0.036, 0.03, 0.036), *skin),
        ellipsoid((0, -0.1, 0), (0.036, 0.03, 0.036), *skin),
        *[rod((0, -0.46 + 0.06 * k, 0), (0, -0.456 + 0.06 * k, 0), 0.0385, (0.92, 0.88, 0.8)) for k in range(7)],
        rod((0, -0.08, 0), (0, -0.04, 0), 0.004, (0.9, 0.85, 0.72)),
    )


@register("a rail with sausages, salami and hams on hooks")
def meat_rail(*, width=1.7, height=0.78, depth=0.3, rail="steel"):
    steel = surface(rail)
    parts = [rod((-0.83, 0, 0), (0.83, 0, 0), 0.014, *steel)]
    for x in (-0.8, 0, 0.8):
        parts.append(rod((x, 0, 0), (x, 0, -0.14), 0.011, *steel))
        parts.append(box((x, 0, -0.145), (0.07, 0.12, 0.012), *steel))
    goods = (
        "sausage_string",
        "salami",
        "cured_ham",
        "sausage_string",
        "salami",
        "cured_ham",
        "sausage_string",
        "salami",
    )
    for i, name in enumerate(goods):
        x = -0.7 + 0.2 * i
        tone = ((0.7, 0.3, 0.22), (0.58, 0.22, 0.16))[i % 2]
        one = library_call(name, count=5, tone=tone) if name == "sausage_string" else library_call(name)
        parts += [moved(library_call("meat_hook"), (x, 0, 0)), moved(one, (x, 0, 0))]
    return fitted(concat_shapes(*parts), width, height, depth)
