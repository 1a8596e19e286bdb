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
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, mirrored, moved, rod, stretched


@register("a metal band over body and lid")
def band(depth, tall, lid, look):
    parts = [block((0, 0, t * depth / 2), (0.045, tall, 0.006), *look) for t in (-1, 1)]
    hoop = rod((-0.0225, 0, 0), (0.0225, 0, 0), 1.0, *look)
    arch = moved(stretched(hoop, (1, lid + 0.004, depth / 2 + 0.003)), (0, tall, 0))
    return concat_shapes(*parts, arch)


@register("the lock")
def lock(look):
    return concat_shapes(
        block((0, 0, 0), (0.08, 0.1, 0.012), *look),
        rod((0, 0.04, 0.004), (0, 0.04, 0.012), 0.01, *finish("black metal")),
    )


@register("the rounded lid")
def lid(width, height, depth, look):
    barrel = rod((-width / 2, 0, 0), (width / 2, 0, 0), 1.0, *look)
    return stretched(barrel, (1, height, depth / 2))


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
    parts = [block((0, 0, 0), (w, tall, d), *wood)]
    parts.append(moved(library_call("lid", width=w, height=dome, depth=d, look=wood), (0, tall, 0)))
    parts += [
        moved(library_call("band", depth=d, tall=tall, lid=dome, look=brass), (x, 0, 0))
        for x in (-0.395, -0.2, 0.2, 0.395)
    ]
    parts.append(block((0, tall - 0.01, 0), (w + 0.006, 0.02, d + 0.008), *brass))
    parts.append(block((0, 0, 0), (w + 0.006, 0.025, d + 0.008), *brass))
    parts.append(place("lock", at=(0, tall - 0.07, d / 2 + 0.008), look=brass))
    right = moved(library_call("handle", look=brass), (w / 2, tall * 0.6, 0))
    parts += [right, mirrored(right)]
    return fitted(concat_shapes(*parts), width, height, depth)
