# /// asset
# word = "jetty"
# synonyms = ["dock", "pier", "boat dock", "wooden pier", "wooden jetty", "landing stage", "boardwalk"]
# stands_for = ["quay", "wharf", "quayside", "harbour wall"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, hoop, rod, tube


@register("the planks on their beams")
def deck(*, width, depth, look):
    n = max(6, round(depth / 0.17))
    parts = []
    for i in range(n):
        tone = darker(look[0], 0.85 + 0.05 * ((i * 7) % 4))
        parts.append(
            block(
                (0.012 * ((i * 3) % 3 - 1), 0.46, (i - (n - 1) / 2) * depth / n),
                (width - 0.03, 0.04, depth / n - 0.014),
                tone,
                look[1],
            )
        )
    parts += [
        block((s * (width / 2 - 0.16), 0.34, 0), (0.1, 0.12, depth - 0.04), darker(look[0], 0.7), look[1])
        for s in (-1, 1)
    ]
    return concat_shapes(*parts)


@register("a pile with its rope band")
def pile(*, x, z, tall, look):
    return concat_shapes(
        rod((x, 0, z), (x, tall, z), 0.08, darker(look[0], 0.62), look[1]),
        rod((x, tall, z), (x, tall + 0.012, z), 0.075, darker(look[0], 0.9), look[1]),
        *[
            hoop(0.083, 0.014, (0.8, 0.7, 0.5), center=(x, tall - 0.14 - 0.026 * i, z), parts=18)
            for i in range(3 if tall > 0.6 else 0)
        ],
    )


@register("a wooden jetty on piles")
def jetty(*, width=1.6, height=0.95, depth=4.2, wood="reclaimed wood", paint=None):
    look = finish(wood, paint)
    x, n = width / 2 - 0.06, max(3, round(depth / 1.4) + 1)
    zs = [(i / (n - 1) - 0.5) * (depth - 0.3) for i in range(n)]
    piles = [
        library_call("pile", x=s * x, z=z, tall=0.94 if i in (0, n - 1) else 0.62, look=look)
        for s in (-1, 1)
        for i, z in enumerate(zs)
    ]
    sag = [
        (x, 0.78, zs[-1]),
        (x, 0.66, zs[-1] - 0.35 * (zs[-1] - zs[0])),
        (x, 0.66, zs[0] + 0.35 * (zs[-1] - zs[0])),
        (x, 0.78, zs[0]),
    ]
    rope = [tube([(s * px, py, pz) for px, py, pz in sag], 0.016, (0.8, 0.7, 0.5)) for s in (-1, 1)]
    return fitted(
        concat_shapes(library_call("deck", width=width, depth=depth, look=look), *piles, *rope), width, height, depth
    )
