# /// asset
# word = "fuse box"
# synonyms = ["electrical panel", "breaker box", "breaker panel", "electric panel", "distribution board", "circuit breaker box"]
# stands_for = ["electricity meter", "electric meter"]
# category = "tools"
# support = "wall"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, fitted, mirrored, moved, rod

STEEL = {"roughness": 0.45, "metallic": 0.3}


@register("the steel housing with its conduit")
def housing(*, width, height, depth, paint):
    pipe = surface("galvanized steel")
    t = 0.012
    return concat_shapes(
        box((0, height / 2, t / 2), (width, height, t), paint, STEEL),
        *[box((s * (width - t) / 2, height / 2, depth / 2), (t, height, depth), paint, STEEL) for s in (-1, 1)],
        *[box((0, y, depth / 2), (width - 2 * t, t, depth), paint, STEEL) for y in (t / 2, height - t / 2)],
        rod((0, height - 0.002, depth * 0.5), (0, height + 0.12, depth * 0.5), 0.018, *pipe),
        rod((0, height, depth * 0.5), (0, height + 0.02, depth * 0.5), 0.026, *pipe),
    )


@register("the rows of switches")
def breakers(*, width, height, depth):
    rows = []
    for k in range(3):
        y = height * (0.78 - 0.27 * k)
        rows.append(box((0, y, depth * 0.5), (width * 0.8, height * 0.19, depth * 0.5), (0.9, 0.9, 0.88)))
        for i in range(7):
            x = width * 0.105 * (i - 3)
            rows.append(box((x, y, depth * 0.77), (width * 0.09, height * 0.13, 0.03), (0.16, 0.17, 0.19)))
            lever = (0.85, 0.15, 0.12) if k == 0 and i == 0 else (0.95, 0.95, 0.93)
            up = 0.02 if (i + k) % 4 else -0.02
            rows.append(box((x, y + up * height, depth * 0.77 + 0.018), (width * 0.05, height * 0.05, 0.022), lever))
    return concat_shapes(*rows)


@register("the open door with its warning sign")
def door(*, width, height, paint):
    yellow, black = (0.98, 0.8, 0.1), (0.08, 0.08, 0.08)
    cx, cy = width * 0.5, height * 0.6
    sign = [
        beam((cx - 0.065, cy - 0.05, 0.012), (cx, cy + 0.065, 0.012), (0.02, 0.006), black),
        beam((cx + 0.065, cy - 0.05, 0.012), (cx, cy + 0.065, 0.012), (0.02, 0.006), black),
        beam((cx - 0.065, cy - 0.05, 0.012), (cx + 0.065, cy - 0.05, 0.012), (0.02, 0.006), black),
        *[box((cx, cy - 0.045 + 0.0115 * i, 0.0095), (0.118 - 0.0128 * i, 0.0116, 0.005), yellow) for i in range(9)],
        beam((cx + 0.014, cy + 0.028, 0.0145), (cx - 0.014, cy - 0.002, 0.0145), (0.012, 0.004), black),
        beam((cx - 0.014, cy - 0.002, 0.0145), (cx + 0.014, cy - 0.002, 0.0145), (0.01, 0.004), black),
        beam((cx + 0.014, cy - 0.002, 0.0145), (cx - 0.012, cy - 0.036, 0.0145), (0.01, 0.004), black),
    ]
    return concat_shapes(
        box((width / 2, height / 2, 0), (width, height, 0.014), paint, STEEL),
        box((width * 0.9, height * 0.42, 0.016), (0.022, 0.06, 0.02), (0.12, 0.12, 0.13)),
        *sign,
    )


@register("a wall fuse box, its door open on rows of switches, with a lightning sign")
def fuse_box(*, width=0.62, height=0.68, depth=0.3, paint=(0.62, 0.65, 0.67)):
    leaf = library_call("door", width=0.4, height=0.56, paint=paint)
    # seen from the room the sign shows: the leaf is swung out past a right angle
    swung = moved(mirrored(leaf), (-0.2, 0, 0.12), 0.62)
    whole = concat_shapes(
        library_call("housing", width=0.4, height=0.56, depth=0.11, paint=paint),
        library_call("breakers", width=0.4, height=0.56, depth=0.11),
        swung,
    )
    return fitted(whole, width, height, depth)
