# /// asset
# word = "boxing ring"
# synonyms = ["wrestling ring", "fighting ring", "ring for boxing", "box ring"]
# category = "sport"
# support = "floor"
# colors = ["canvas", "skirt", "red", "blue"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, rod, upright_pad


@register("the raised floor with its skirt")
def platform(*, size, canvas, skirt):
    return concat_shapes(
        block((0, 0, 0), (size, 0.56, size), skirt, {"roughness": 0.9}),
        block((0, 0.56, 0), (size, 0.04, size), darker(canvas, 0.75)),
        block((0, 0.6, 0), (size - 0.5, 0.015, size - 0.5), canvas, {"roughness": 0.9}),
        *[box((0, 0.3, s * (size / 2 + 0.003)), (size * 0.4, 0.22, 0.006), (0.95, 0.95, 0.95)) for s in (-1, 1)],
    )


@register("a corner post with its pads")
def corner(*, x, z, tone):
    s, t = (1 if x > 0 else -1), (1 if z > 0 else -1)
    pads = [upright_pad((x - s * 0.12, 0.98 + 0.3 * i, z - t * 0.12), (0.14, 0.2, 0.14), tone) for i in range(4)]
    return concat_shapes(
        rod((x, 0.56, z), (x, 2.1, z), 0.055, tone), rod((x, 2.1, z), (x, 2.13, z), 0.07, darker(tone, 0.7)), *pads
    )


@register("the ropes around")
def ropes(*, reach, red, blue):
    white = (0.95, 0.95, 0.95)
    parts = []
    for i, tone in enumerate((blue, white, white, red)):
        y = 1.08 + 0.3 * i
        for s in (-1, 1):
            parts.append(rod((-reach, y, s * reach), (reach, y, s * reach), 0.022, tone))
            parts.append(rod((s * reach, y, -reach), (s * reach, y, reach), 0.022, tone))
    for s in (-1, 1):
        for k in (-1, 1):
            parts.append(rod((k * reach * 0.35, 1.06, s * reach), (k * reach * 0.35, 2.0, s * reach), 0.012, white))
            parts.append(rod((s * reach, 1.06, k * reach * 0.35), (s * reach, 2.0, k * reach * 0.35), 0.012, white))
    return concat_shapes(*parts)


@register("the steps up to the ring")
def steps(*, size):
    x = -size * 0.36
    return concat_shapes(
        *[block((x, 0, size / 2 + 0.42 - 0.16 * i), (0.6, 0.18 * (i + 1), 0.16), (0.25, 0.25, 0.27)) for i in range(3)],
        *[
            block((x, 0.18 * (i + 1), size / 2 + 0.42 - 0.16 * i), (0.6, 0.01, 0.15), (0.4, 0.4, 0.42))
            for i in range(3)
        ],
    )


@register("a boxing ring with ropes, corner pads and steps")
def boxing_ring(
    *,
    width=4.6,
    height=2.13,
    depth=5.05,
    canvas=(0.55, 0.72, 0.86),
    skirt=(0.1, 0.12, 0.2),
    red=(0.82, 0.1, 0.1),
    blue=(0.1, 0.25, 0.7),
):
    size = 4.6
    reach = size / 2 - 0.3
    white = (0.93, 0.93, 0.93)
    tones = {(-1, 1): red, (1, -1): blue}
    whole = concat_shapes(
        library_call("platform", size=size, canvas=canvas, skirt=skirt),
        *[
            library_call("corner", x=s * reach, z=t * reach, tone=tones.get((s, t), white))
            for s in (-1, 1)
            for t in (-1, 1)
        ],
        library_call("ropes", reach=reach, red=red, blue=blue),
        library_call("steps", size=size),
    )
    return fitted(whole, width, height, depth)
