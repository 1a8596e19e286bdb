# /// asset
# word = "vanity"
# synonyms = [
#     "bathroom vanity", "sink vanity", "vanity unit", "vanity cabinet", "vanity sink", "bathroom sink cabinet",
# ]
# phrase = "a bathroom vanity with a sink set in its top"
# category = "bath"
# support = "floor"
# clearance = {front = 0.7}
# [colors]
# paint = [0.725, 0.553, 0.345]
# top_color = [0.925, 0.914, 0.894]
# [materials]
# body = "oak"
# top = "marble"
# tap = "chrome"
# [variants.sinks]
# "double sink" = 2
# "dual sink" = 2
# "double" = 2
# "two sinks" = 2
# "has two sinks" = 2
# "double vanity" = 2
# [variants.width]
# "double sink" = 1.5
# "dual sink" = 1.5
# "double" = 1.5
# "two sinks" = 1.5
# "has two sinks" = 1.5
# "double vanity" = 1.5
# "wide" = 1.4
# "small" = 0.7
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


def tube(points, radius, look):
    """A bent tube through `points`, round at its joints."""
    color, material = look
    pipes = [
        primitive_call("cylinder", {"radius": radius, "p0": points[i], "p1": points[i + 1]}, color, material)
        for i in range(len(points) - 1)
    ]
    joint = primitive_call("sphere", {"radius": radius}, color, material)
    return concat_shapes(*pipes, *[transform_shape(joint, translation_matrix(p)) for p in points[1:-1]])


@register("a drawer with a bar handle")
def drawer(width, height, look, metal):
    return concat_shapes(
        box((width, height, 0.02), (0, 0, 0), look),
        rod((-0.07, height * 0.7, 0.028), (0.07, height * 0.7, 0.028), 0.006, metal),
    )


@register("a rectangular basin")
def basin(width, depth, height, look):
    wall = 0.014
    return concat_shapes(
        box((width, wall, depth), (0, 0, 0), look),
        *[box((wall, height, depth), (s * (width - wall) / 2, 0, 0), look) for s in (-1, 1)],
        *[box((width, height, wall), (0, 0, t * (depth - wall) / 2), look) for t in (-1, 1)],
        rod((0, wall, 0), (0, wall + 0.004, 0), 0.022, finish("chrome")),
    )


@register("a tap")
def tap(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.015, 0), 0.025, look),
        tube([(0, 0, 0), (0, 0.17, 0), (0, 0.19, 0.03), (0, 0.185, 0.12), (0, 0.16, 0.13)], 0.012, look),
        rod((0, 0.2, 0), (0, 0.24, -0.02), 0.007, look),
    )


@register("a bathroom vanity with a sink set in its top")
def vanity(
    *, width=0.9, depth=0.5, height=1.08, sinks=1, body="oak", paint=None, top="marble", top_color=None, tap="chrome"
) -> Shape:
    wood, slab, metal = finish(body, paint), finish(top, top_color), finish(tap)
    dark = tuple(0.5 * c for c in wood[0]), wood[1]
    china = finish("porcelain")
    under, foot, d = 0.82, 0.14, depth - 0.03
    z0 = -depth / 2 + d / 2
    bw, bd, bz = min(0.5, width / sinks - 0.16), min(0.32, depth * 0.64), depth * 0.07
    each = width / sinks
    parts = [
        box((0.05, foot, 0.05), (s * (width / 2 - 0.03), 0, z0 + t * (d / 2 - 0.03)), wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(box((width - 0.01, under - foot - 0.164, d - 0.03), (0, foot + 0.004, z0 - 0.01), dark))
    parts += [box((0.022, under - foot, d), (s * (width / 2 - 0.013), foot, z0), wood) for s in (-1, 1)]
    parts.append(box((width - 0.02, under - foot, 0.02), (0, foot, -depth / 2 + 0.012), wood))
    rear, near = depth / 2 + bz - bd / 2, depth / 2 - bz - bd / 2
    parts += [
        box((width, 0.03, rear), (0, under, -depth / 2 + rear / 2), slab),
        box((width, 0.03, near), (0, under, depth / 2 - near / 2), slab),
    ]
    parts.append(box((width, 0.07, 0.015), (0, under + 0.03, -depth / 2 + 0.0075), slab))
    for i in range(sinks):
        x = each * (i - (sinks - 1) / 2)
        side = (each - bw) / 2
        parts += [box((side, 0.03, bd), (x + s * (each - side) / 2, under, bz), slab) for s in (-1, 1)]
        parts.append(place("basin", at=(x, under + 0.034 - 0.13, bz), width=bw, depth=bd, height=0.13, look=china))
        parts.append(
            transform_shape(library_call("tap", look=metal), translation_matrix((x, under + 0.03, -depth / 2 + 0.07)))
        )
        parts.append(
            place(
                "drawer",
                at=(x, under - 0.26, z0 + d / 2),
                width=each - 0.04,
                height=0.25,
                look=wood,
                metal=finish("black metal"),
            )
        )
        parts.append(
            place(
                "drawer",
                at=(x, foot + 0.005, z0 + d / 2),
                width=each - 0.04,
                height=under - foot - 0.275,
                look=wood,
                metal=finish("black metal"),
            )
        )
    return fitted(concat_shapes(*parts), width, height, depth)
