# /// asset
# word = "sideboard"
# synonyms = ["buffet", "credenza", "buffet cabinet", "dining sideboard", "storage credenza", "side cabinet"]
# phrase = "a long low sideboard with doors and a column of drawers"
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.388, 0.263, 0.188]
# top_color = [0.388, 0.263, 0.188]
# [materials]
# frame = "walnut"
# top = "walnut"
# handles = "brass"
# [variants]
# style = {"glass front" = "glass", "glass fronted" = "glass", "slatted" = "slatted"}
# drawers = {"with four drawers" = 4, "with drawers" = 4}
# height = {"tall" = 1.05, "low" = 0.7}
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


def taper(p0, p1, r0, r1, look):
    """A round leg that narrows from `r0` at `p0` to `r1` at `p1`."""
    return concat_shapes(
        primitive_call("cone", {"radius": r0, "p0": p0, "p1": p1}, color=look[0], material=look[1]),
        primitive_call("cylinder", {"radius": r1, "p0": p0, "p1": p1}, color=look[0], material=look[1]),
    )


@register("a splayed tapered leg")
def leg(foot, top, look):
    return taper(top, foot, 0.03, 0.015, look)


@register("a cabinet door")
def door(width, height, style, look, metal):
    groove = tuple(0.75 * c for c in look[0]), look[1]
    parts = [box((width, height, 0.02), (0, 0, 0), look)]
    if style == "glass":
        parts.append(box((width - 0.1, height - 0.1, 0.004), (0, 0.05, 0.009), finish("dark tinted glass")))
    elif style == "slatted":
        n = int(width / 0.035)
        parts += [
            box((0.02, height - 0.02, 0.006), (width / n * (i - (n - 1) / 2), 0.01, 0.012), groove) for i in range(n)
        ]
    parts.append(ball((0.012, 0.012, 0.012), (width * 0.4, height * 0.6, 0.02), metal))
    return concat_shapes(*parts)


@register("a drawer")
def drawer(width, height, look, metal):
    return concat_shapes(
        box((width, height, 0.02), (0, 0, 0), look), ball((0.012, 0.012, 0.012), (0, height / 2, 0.02), metal)
    )


@register("a long low sideboard with doors and a column of drawers")
def sideboard(
    *,
    width=1.6,
    depth=0.45,
    height=0.8,
    style="plain",
    drawers=3,
    frame="walnut",
    paint=None,
    top="walnut",
    top_color=None,
    handles="brass",
) -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    cover = finish(top, paint if top == frame and top_color is None else top_color)
    dark = tuple(0.6 * c for c in wood[0]), wood[1]
    foot, thick = 0.18, 0.022
    x, z = width / 2 - 0.2, depth / 2 - 0.09
    parts = [
        library_call("leg", foot=(s * (x + 0.07), 0, t * (z + 0.03)), top=(s * x, foot, t * z), look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    inside = height - foot
    parts.append(box((width, thick, depth), (0, height - thick, 0), cover))
    parts.append(box((width, thick, depth), (0, foot, 0), wood))
    parts += [box((thick, inside - thick, depth), (s * (width - thick) / 2, foot, 0), wood) for s in (-1, 1)]
    parts.append(box((width - 0.02, inside - 0.02, depth - 0.05), (0, foot + 0.01, -0.02), dark))
    each, tall = (width - 2 * thick) / 3, inside - 2 * thick
    front = depth / 2 - 0.018
    mirrored = reflection_matrix((0, 0, 0), (1, 0, 0))
    right = library_call("door", width=each - 0.008, height=tall - 0.01, style=style, look=wood, metal=metal)
    left = transform_shape(right, translation_matrix((-each, foot + thick + 0.005, front)))
    parts += [left, transform_shape(left, mirrored)]
    rise = tall / drawers
    parts += [
        place(
            "drawer",
            at=(0, foot + thick + 0.005 + rise * i, front + 0.006),
            width=each - 0.008,
            height=rise - 0.01,
            look=wood,
            metal=metal,
        )
        for i in range(drawers)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
