# /// asset
# word = "desk lamp"
# synonyms = [
#     "architect lamp", "task lamp", "office lamp", "study lamp", "work lamp", "anglepoise lamp", "reading light",
#     "swing-arm lamp", "drafting lamp",
# ]
# stands_for = ["gooseneck lamp", "clamp lamp"]
# phrase = "a jointed desk lamp with a cone shade"
# category = "lighting"
# support = "surface"
# [colors]
# paint = [0.149, 0.153, 0.165]
# [materials]
# body = "black metal"
# joints = "brass"
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


def shell(bottom, top, height, at, look, *, thickness=0.006, n=28):
    """An open round wall; `bottom` and `top` are its half width and half depth there."""
    panel = primitive_call("cube", {"scale": 1.0}, color=look[0], material=look[1])
    walls = []
    for i in range(n):
        t, half = 2 * math.pi * (i + 0.5) / n, math.tan(math.pi / n)
        c, s = math.cos(t), math.sin(t)
        wide = [(2 * max(bottom[k], top[k]) + thickness) * half for k in (0, 1)]
        low, high = (bottom[0] * c, bottom[1] * s), (top[0] * c, top[1] * s)
        out = math.hypot(c / wide[0], s / wide[1])
        walls.append(
            transform_shape(
                panel,
                [
                    [-s * wide[0], high[0] - low[0], thickness * c / wide[0] / out, at[0] + (low[0] + high[0]) / 2],
                    [0, height, 0, at[1] + height / 2],
                    [c * wide[1], high[1] - low[1], thickness * s / wide[1] / out, at[2] + (low[1] + high[1]) / 2],
                    [0, 0, 0, 1],
                ],
            )
        )
    return concat_shapes(*walls)


@register("a jointed arm of two bars")
def arm(start, end, look):
    return concat_shapes(*[rod((start[0], start[1], z), (end[0], end[1], z), 0.006, look) for z in (-0.012, 0.012)])


@register("a joint with its screw")
def joint(look):
    return rod((0, 0, -0.024), (0, 0, 0.024), 0.015, look)


@register("the cone shade with its bulb")
def shade(look):
    return concat_shapes(
        shell((0.085, 0.085), (0.03, 0.03), 0.12, (0, -0.12, 0), look, thickness=0.004, n=24),
        rod((0, -0.01, 0), (0, 0.04, 0), 0.032, look),
        ball((0.032, 0.04, 0.032), (0, -0.08, 0), finish("lamp glow")),
    )


@register("a jointed desk lamp with a cone shade")
def desk_lamp(*, width=0.46, depth=0.2, height=0.52, body="black metal", paint=None, joints="brass") -> Shape:
    look, metal = finish(body, paint), finish(joints)
    foot, elbow, head = (0.0, 0.03), (-0.17, 0.3), (0.1, 0.46)
    parts = [rod((0.02, 0, 0), (0.02, 0.022, 0), 0.1, look), rod((0.0, 0.02, 0), (0.0, 0.04, 0), 0.025, look)]
    parts += [
        library_call("arm", start=foot, end=elbow, look=look),
        library_call("arm", start=elbow, end=head, look=look),
    ]
    parts += [
        transform_shape(library_call("joint", look=metal), translation_matrix((x, y, 0)))
        for x, y in (foot, elbow, head)
    ]
    lamp = transform_shape(library_call("shade", look=look), rotation_matrix(0.45, (0, 0, 1), (0, 0, 0)))
    parts.append(transform_shape(lamp, translation_matrix((0.12, 0.43, 0))))
    return fitted(concat_shapes(*parts), width, height, depth)
