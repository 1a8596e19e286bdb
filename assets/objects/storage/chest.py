# /// asset
# word = "chest"
# synonyms = [
#     "trunk", "treasure chest", "blanket chest", "storage chest", "storage trunk", "steamer trunk", "hope chest",
#     "footlocker", "pirate chest", "cedar chest",
# ]
# category = "storage"
# support = "floor"
# clearance = {front = 0.3}
# colors = ["paint", "metal_color"]
# materials = ["frame", "metal"]
# [joints.lid]
# hinge = "back"
# reach = 75
# riders = ["hoop"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, finish, fitted, mirrored, moved, rod, tray


def staves(width, height, depth, thick, look, count=14):
    """An arch of straight staves over y = 0, round as seen from its ends."""
    out = []
    for k in range(count):
        a, b = math.pi * k / count, math.pi * (k + 1) / count
        ends = [(height * math.sin(t), -depth / 2 * math.cos(t)) for t in (a, b)]
        (y0, z0), (y1, z1) = ends
        long, lean = math.hypot(y1 - y0, z1 - z0), math.atan2(y1 - y0, z1 - z0)
        stave = box((0, -thick / 2, 0), (width, thick, long + thick * 0.2), *look)
        out.append(moved(stave, (0, (y0 + y1) / 2, (z0 + z1) / 2), -lean, (1, 0, 0)))
    return concat_shapes(*out)


@register("a metal band on the body")
def band(depth, tall, look):
    return concat_shapes(*[block((0, 0, t * depth / 2), (0.045, tall, 0.006), *look) for t in (-1, 1)])


@register("a metal band over the lid")
def hoop(depth, lid, look):
    return staves(0.045, lid + 0.004, depth + 0.006, 0.008, look)


@register("the lock")
def lock(look):
    return concat_shapes(
        block((0, 0, 0), (0.08, 0.1, 0.012), *look),
        rod((0, 0.04, 0.004), (0, 0.04, 0.012), 0.01, *finish("black metal")),
    )


@register("the rounded lid")
def lid(width, height, depth, look):
    ends = []
    for k in range(6):
        y, tall = height * k / 6, height / 6
        reach = depth * math.sqrt(1 - ((k + 0.8) / 6) ** 2)
        ends += [block((s * (width / 2 - 0.01), y, 0), (0.02, tall, reach - 0.01), *look) for s in (-1, 1)]
    return concat_shapes(staves(width, height, depth, 0.02, look), *ends)


@register("a handle at one end")
def handle(look):
    return concat_shapes(
        rod((0.02, 0, -0.07), (0.02, 0, 0.07), 0.011, *look),
        *[rod((0, 0, t * 0.07), (0.025, 0, t * 0.07), 0.009, *look) for t in (-1, 1)],
    )


@register("an old wooden trunk with a rounded lid and metal bands")
def chest(
    *, width=0.9, depth=0.5, height=0.55, frame="dark oak", paint=None, metal="antique brass", metal_color=None
) -> Shape:
    wood, brass = finish(frame, paint), finish(metal, metal_color)
    w, d, tall, dome = 0.84, 0.49, 0.36, 0.18
    parts = [tray((0, 0, 0), (w, tall, d), 0.02, *wood)]
    gap = 0.008
    parts.append(moved(library_call("lid", width=w, height=dome, depth=d, look=wood), (0, tall + gap, 0)))
    for x in (-0.395, -0.2, 0.2, 0.395):
        parts.append(moved(library_call("band", depth=d, tall=tall, look=brass), (x, 0, 0)))
        parts.append(moved(library_call("hoop", depth=d, lid=dome, look=brass), (x, tall + gap, 0)))
    parts += [block((0, tall - 0.02, t * (d / 2 - 0.003)), (w + 0.006, 0.02, 0.014), *brass) for t in (-1, 1)]
    parts += [block((s * (w / 2 - 0.004), tall - 0.02, 0), (0.014, 0.02, d - 0.02), *brass) for s in (-1, 1)]
    parts.append(block((0, 0, 0), (w + 0.006, 0.025, d + 0.008), *brass))
    parts.append(place("lock", at=(0, tall - 0.105, d / 2 + 0.008), look=brass))
    right = moved(library_call("handle", look=brass), (w / 2, tall * 0.6, 0))
    parts += [right, mirrored(right)]
    return fitted(concat_shapes(*parts), width, height, depth)
