# /// asset
# word = "shower"
# synonyms = ["shower cabin", "shower stall", "shower cubicle", "shower enclosure", "shower box"]
# category = "bath"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["frame_color", "tray_color"]
# materials = ["frame", "tray"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved, pipe, rod, rotated


@register("the tray with its drain")
def tray(width, depth, look):
    inner = darker(look[0], 0.9), look[1]
    return concat_shapes(
        block((0, 0, 0), (width, 0.07, depth), *look),
        block((0, 0.068, 0), (width - 0.12, 0.004, depth - 0.12), *inner),
        rod((0, 0.07, 0), (0, 0.076, 0), 0.05, *finish("chrome")),
    )


@register("a framed glass panel")
def panel(width, height, metal):
    bar = 0.028
    return concat_shapes(
        *[block((s * (width - bar) / 2, 0, 0), (bar, height, bar), *metal) for s in (-1, 1)],
        *[block((0, y, 0), (width - 2 * bar, bar, bar), *metal) for y in (0, height - bar)],
        block((0, bar, 0), (width - 2 * bar, height - 2 * bar, 0.008), *finish("glass")),
    )


@register("the rain head, riser and mixer")
def fittings(look):
    return concat_shapes(
        pipe([(0, 0.9, 0.02), (0, 1.96, 0.02), (0, 2.0, 0.06), (0, 2.0, 0.34)], 0.012, *look),
        rod((0, 1.96, 0.34), (0, 1.98, 0.34), 0.12, *look),
        rod((0, 1.97, 0.34), (0, 2.0, 0.34), 0.02, *look),
        rod((-0.12, 0.95, 0.03), (0.12, 0.95, 0.03), 0.02, *look),
        *[rod((s * 0.12, 0.95, 0.03), (s * 0.17, 0.95, 0.03), 0.026, *look) for s in (-1, 1)],
        pipe([(0.08, 0.95, 0.04), (0.12, 0.7, 0.06), (0.12, 1.1, 0.06), (0.06, 1.4, 0.05)], 0.008, *look),
        rod((0.06, 1.4, 0.05), (0.02, 1.44, 0.12), 0.02, *look),
        rod((0.02, 1.42, 0.12), (0.02, 1.46, 0.14), 0.045, *look),
    )


@register("a glass shower cabin with a rain head over a tray")
def shower(
    *, width=0.95, depth=0.95, height=2.1, frame="chrome", frame_color=None, tray="white ceramic", tray_color=None
) -> Shape:
    metal, base = finish(frame, frame_color), finish(tray, tray_color)
    wall = finish("white tile")
    tall = height - 0.07
    parts = [library_call("tray", width=width, depth=depth, look=base)]
    parts.append(block((0, 0.07, -depth / 2 + 0.01), (width, tall, 0.02), *wall))
    parts.append(block((-width / 2 + 0.01, 0.07, 0.01), (0.02, tall, depth - 0.02), *wall))
    grout = (0.78, 0.8, 0.8), wall[1]
    parts += [
        block((0.01, 0.07 + 0.3 * i, -depth / 2 + 0.021), (width - 0.03, 0.006, 0.002), *grout) for i in range(1, 7)
    ]
    parts += [
        block((-width / 2 + 0.3 * i, 0.075, -depth / 2 + 0.021), (0.006, tall - 0.01, 0.002), *grout)
        for i in range(1, 4)
    ]
    parts += [
        block((-width / 2 + 0.021, 0.07 + 0.3 * i, 0.01), (0.002, 0.006, depth - 0.04), *grout) for i in range(1, 7)
    ]
    parts += [
        block((-width / 2 + 0.021, 0.075, -depth / 2 + 0.3 * i), (0.002, tall - 0.01, 0.006), *grout)
        for i in range(1, 4)
    ]
    half = (width - 0.02) / 2
    parts.append(
        place("panel", at=(-width / 2 + 0.02 + half / 2, 0.07, depth / 2 - 0.016), width=half, height=tall, metal=metal)
    )
    door = concat_shapes(
        library_call("panel", width=half, height=tall - 0.02, metal=metal),
        rod((-half * 0.36, tall * 0.45, 0.05), (-half * 0.36, tall * 0.58, 0.05), 0.012, *metal),
    )
    parts.append(place(door, at=(width / 2 - half / 2, 0.07, depth / 2 - 0.02), name="door"))
    side = rotated(library_call("panel", width=depth - 0.06, height=tall, metal=metal), math.pi / 2)
    parts.append(moved(side, (width / 2 - 0.014, 0.07, -0.01)))
    parts.append(moved(library_call("fittings", look=metal), (0, 0, -depth / 2 + 0.02)))
    return fitted(concat_shapes(*parts), width, height, depth)
