# /// asset
# word = "desk lamp"
# synonyms = [
#     "architect lamp", "task lamp", "office lamp", "study lamp", "work lamp", "anglepoise lamp", "reading light",
#     "swing-arm lamp", "drafting lamp",
# ]
# stands_for = ["gooseneck lamp", "clamp lamp"]
# category = "lighting"
# support = "surface"
# colors = ["paint"]
# materials = ["body", "joints"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, moved, oval_wall, rod, rotated


@register("a jointed arm of two bars")
def arm(start, end, look):
    return concat_shapes(*[rod((start[0], start[1], z), (end[0], end[1], z), 0.006, *look) for z in (-0.012, 0.012)])


@register("a joint with its screw")
def joint(look):
    return rod((0, 0, -0.024), (0, 0, 0.024), 0.015, *look)


@register("the cone shade with its bulb")
def shade(look):
    return concat_shapes(
        oval_wall((0, -0.12, 0), (0.085, 0.085), (0.03, 0.03), 0.12, *look, thickness=0.004, parts=24),
        rod((0, -0.01, 0), (0, 0.04, 0), 0.032, *look),
        ellipsoid((0, -0.08, 0), (0.032, 0.04, 0.032), *finish("lamp glow")),
    )


@register("a jointed desk lamp with a cone shade")
def desk_lamp(*, width=0.46, depth=0.2, height=0.52, body="black metal", paint=None, joints="brass") -> Shape:
    look, metal = finish(body, paint), finish(joints)
    foot, elbow, head = (0.0, 0.03), (-0.17, 0.3), (0.1, 0.46)
    parts = [rod((0.02, 0, 0), (0.02, 0.022, 0), 0.1, *look), rod((0.0, 0.02, 0), (0.0, 0.04, 0), 0.025, *look)]
    parts += [
        library_call("arm", start=foot, end=elbow, look=look),
        library_call("arm", start=elbow, end=head, look=look),
    ]
    parts += [moved(library_call("joint", look=metal), (x, y, 0)) for x, y in (foot, elbow, head)]
    lamp = rotated(library_call("shade", look=look), 0.45, (0, 0, 1))
    parts.append(moved(lamp, (0.12, 0.43, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
