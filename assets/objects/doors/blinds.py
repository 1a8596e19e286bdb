# /// asset
# word = "blinds"
# synonyms = ["venetian blinds", "window blinds", "blind", "venetian blind", "slatted blinds"]
# stands_for = ["window shade"]
# phrase = "venetian blinds with tilted slats and a pull cord"
# category = "doors"
# support = "wall"
# [colors]
# paint = [0.937, 0.925, 0.894]
# [materials]
# slats = "white wood"
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def spike(p0, p1, radius, look):
    """A cone from its base at `p0` to its tip at `p1`."""
    return primitive_call("cone", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


@register("a tilted slat")
def slat(width, look):
    return transform_shape(box((width, 0.003, 0.05), (0, 0, 0), look), rotation_matrix(0.6, (1, 0, 0), (0, 0, 0)))


@register("the pull cord")
def cord(length, look):
    return concat_shapes(
        rod((0, -length, 0), (0, 0, 0), 0.003, look), spike((0, -length - 0.05, 0), (0, -length + 0.01, 0), 0.012, look)
    )


@register("venetian blinds with tilted slats and a pull cord")
def blinds(*, width=1.2, depth=0.07, height=1.4, slats="white wood", paint=None) -> Shape:
    look = finish(slats, paint)
    tape = tuple(0.8 * c for c in look[0]), look[1]
    parts = [box((width, 0.05, 0.06), (0, height - 0.05, 0), look), box((width - 0.01, 0.025, 0.045), (0, 0, 0), look)]
    n = round((height - 0.1) / 0.045)
    step = (height - 0.09) / n
    parts += [
        transform_shape(
            library_call("slat", width=width - 0.02, look=look), translation_matrix((0, 0.045 + step * i, 0))
        )
        for i in range(n)
    ]
    parts += [box((0.012, height - 0.06, 0.004), (x * width, 0.02, 0.026), tape) for x in (-0.32, 0.32)]
    parts.append(
        transform_shape(
            library_call("cord", length=height * 0.55, look=tape),
            translation_matrix((width * 0.44, height - 0.05, 0.032)),
        )
    )
    return fitted(concat_shapes(*parts), width, height, depth)
