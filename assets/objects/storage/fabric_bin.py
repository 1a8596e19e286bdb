# /// asset
# word = "fabric bin"
# synonyms = ["storage cube", "fabric storage bin", "cloth bin", "cube bin", "fabric basket", "fabric box"]
# phrase = "a fabric storage bin with a handle"
# category = "storage"
# support = "floor"
# [colors]
# paint = [0.247, 0.365, 0.525]
# [materials]
# cloth = "denim"
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


@register("a leather handle")
def handle(look):
    return concat_shapes(
        box((0.11, 0.025, 0.006), (0, 0, 0), look),
        *[rod((s * 0.045, 0.0125, 0), (s * 0.045, 0.0125, 0.007), 0.007, finish("brass")) for s in (-1, 1)],
    )


@register("a fabric storage bin with a handle")
def fabric_bin(*, width=0.32, depth=0.32, height=0.3, cloth="denim", paint=None) -> Shape:
    look = finish(cloth, paint)
    dark = tuple(0.45 * c for c in look[0]), look[1]
    pale = tuple(0.6 * c + 0.35 for c in look[0]), look[1]
    wall = 0.01
    parts = [box((0.3, height - 0.004, wall), (0, 0, t * 0.145), look) for t in (-1, 1)]
    parts += [box((wall, height - 0.004, 0.28), (s * 0.145, 0, 0), look) for s in (-1, 1)]
    parts.append(box((0.29, 0.02, 0.29), (0, 0, 0), dark))
    parts += [box((0.305, 0.02, 0.014), (0, height - 0.02, t * 0.146), pale) for t in (-1, 1)]
    parts += [box((0.014, 0.02, 0.3), (s * 0.146, height - 0.02, 0), pale) for s in (-1, 1)]
    parts.append(place("handle", at=(0, height * 0.62, 0.154), look=finish("tan leather")))
    parts.append(place("handle", at=(0, height * 0.62, -0.154), look=finish("tan leather")))
    return fitted(concat_shapes(*parts), width, height, depth)
