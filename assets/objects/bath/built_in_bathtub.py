# /// asset
# word = "built-in bathtub"
# synonyms = ["alcove tub", "alcove bathtub", "rectangular bathtub", "bath with apron"]
# stands_for = ["shower tub", "corner bathtub"]
# phrase = "a rectangular built-in bathtub filled with water"
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.965, 0.961, 0.949]
# [materials]
# body = "porcelain"
# tap = "chrome"
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


@register("the rim round the water")
def rim(width, depth, look, bath, board):
    w, d = bath
    sides = (width - w) / 2
    ends = (depth - d) / 2
    parts = [box((sides, board, depth), (s * (width - sides) / 2, 0, 0), look) for s in (-1, 1)]
    parts += [box((w, board, ends), (0, 0, t * (depth - ends) / 2), look) for t in (-1, 1)]
    return concat_shapes(*parts)


@register("the tap with two handles")
def tap(look):
    return concat_shapes(
        tube([(0, 0, 0), (0, 0.09, 0), (0.03, 0.12, 0), (0.1, 0.12, 0), (0.12, 0.09, 0)], 0.014, look),
        *[rod((0, 0, z), (0, 0.05, z), 0.016, look) for z in (-0.09, 0.09)],
        *[rod((-0.028, 0.055, z), (0.028, 0.055, z), 0.008, look) for z in (-0.09, 0.09)],
    )


@register("a rectangular built-in bathtub filled with water")
def built_in_bathtub(*, width=1.6, depth=0.75, height=0.69, body="porcelain", paint=None, tap="chrome") -> Shape:
    look, metal = finish(body, paint), finish(tap)
    shade = tuple(0.9 * c for c in look[0]), look[1]
    top, bath = 0.56, (width - 0.3, depth - 0.18)
    parts = [box((width - 0.01, 0.05, depth - 0.01), (0, 0.1, 0), look)]
    parts += [box((width, top - 0.03, 0.03), (0, 0, t * (depth / 2 - 0.015)), look) for t in (-1, 1)]
    parts += [box((0.03, top - 0.03, depth - 0.06), (s * (width / 2 - 0.015), 0, 0), look) for s in (-1, 1)]
    parts.append(box((width - 0.16, top - 0.2, 0.006), (0, 0.08, depth / 2), shade))
    parts.append(
        transform_shape(
            library_call("rim", width=width, depth=depth, look=look, bath=bath, board=0.04),
            translation_matrix((0, top - 0.04, 0)),
        )
    )
    parts += [box((bath[0], 0.38, 0.012), (0, 0.15, t * (bath[1] / 2)), look) for t in (-1, 1)] + [
        box((0.012, 0.38, bath[1]), (s * bath[0] / 2, 0.15, 0), look) for s in (-1, 1)
    ]
    water = box((bath[0], 0.24, bath[1]), (0, 0.155, 0), ((0.55, 0.8, 0.86), {"roughness": 0.05, "opacity": 0.55}))
    parts.append(place(water, at=(0, 0.155, 0), name="water"))
    parts.append(transform_shape(library_call("tap", look=metal), translation_matrix((-width / 2 + 0.075, top, 0))))
    foam = [(0.1, 0.1, 0.09), (0.25, -0.1, 0.11), (0.38, 0.08, 0.1), (0.0, -0.05, 0.08), (0.45, -0.08, 0.08)]
    parts += [ball((r, r * 0.5, r), (x, 0.4, z), finish("white foam")) for x, z, r in foam]
    return fitted(concat_shapes(*parts), width, height, depth)
