# /// asset
# word = "fabric bin"
# synonyms = ["storage cube", "fabric storage bin", "cloth bin", "cube bin", "fabric basket", "fabric box"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["cloth"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, rod


@register("a leather handle")
def handle(look):
    return concat_shapes(
        block((0, 0, 0), (0.11, 0.025, 0.006), *look),
        *[rod((s * 0.045, 0.0125, 0), (s * 0.045, 0.0125, 0.007), 0.007, *finish("brass")) for s in (-1, 1)],
    )


@register("a fabric storage bin with a handle")
def fabric_bin(*, width=0.32, depth=0.32, height=0.3, cloth="denim", paint=None) -> Shape:
    look = finish(cloth, paint)
    dark = darker(look[0], 0.45), look[1]
    pale = tuple(0.6 * c + 0.35 for c in look[0]), look[1]
    wall = 0.01
    parts = [block((0, 0, t * 0.145), (0.3, height - 0.004, wall), *look) for t in (-1, 1)]
    parts += [block((s * 0.145, 0, 0), (wall, height - 0.004, 0.28), *look) for s in (-1, 1)]
    parts.append(block((0, 0, 0), (0.29, 0.02, 0.29), *dark))
    parts += [block((0, height - 0.02, t * 0.146), (0.305, 0.02, 0.014), *pale) for t in (-1, 1)]
    parts += [block((s * 0.146, height - 0.02, 0), (0.014, 0.02, 0.3), *pale) for s in (-1, 1)]
    parts.append(place("handle", at=(0, height * 0.62, 0.154), look=finish("tan leather")))
    parts.append(place("handle", at=(0, height * 0.62, -0.154), look=finish("tan leather")))
    return fitted(concat_shapes(*parts), width, height, depth)
