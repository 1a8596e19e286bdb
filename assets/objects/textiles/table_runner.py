# /// asset
# word = "table runner"
# synonyms = ["linen runner"]
# stands_for = ["tablecloth", "placemat", "place mat", "table cloth", "table linen"]
# category = "textiles"
# support = "surface"
# colors = ["cloth", "stripe"]
# materials = ["textile"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, moved, rod, rotated


def diamond(center, size, color, material=None):
    """A flat square standing on its corner; `size` is from corner to corner."""
    flat = box((0, 0, 0), (math.sqrt(0.5), size[1], math.sqrt(0.5)), color, material)
    pose = translation_matrix(center) @ scale_matrix((size[0], 1, size[2]), (0, 0, 0))
    return transform_shape(flat, pose @ rotation_matrix(math.pi / 4, (0, 1, 0), (0, 0, 0)))


@register("the long cloth with its pointed ends, a border within a border")
def cloth_part(*, length, point, depth, height, look, stripe):
    bands = [(1.0, 0.5, look), (0.9, 0.65, (stripe, look[1])), (0.74, 0.8, look)]
    parts = []
    for across, high, tone in bands:
        parts.append(box((0, height * high / 2, 0), (length, height * high, depth * across), *tone))
        parts += [
            diamond((s * length / 2, height * high / 2, 0), (2 * point * across, height * high, depth * across), *tone)
            for s in (-1, 1)
        ]
    return concat_shapes(*parts)


@register("the woven pattern")
def pattern(*, length, depth, height, look, stripe):
    count = 7
    at = [(i - (count - 1) / 2) * length / (count - 1) for i in range(count)]
    wide = depth * 0.46
    parts = [diamond((x, height * 0.44, 0), (wide, height * 0.88, wide), stripe, look[1]) for x in at]
    parts += [diamond((x, height * 0.47, 0), (wide * 0.6, height * 0.94, wide * 0.6), *look) for x in at]
    parts += [diamond((x, height * 0.5, 0), (wide * 0.28, height, wide * 0.28), stripe, look[1]) for x in at]
    return concat_shapes(*parts)


@register("a tassel")
def tassel(*, length, thick, tone):
    look = (tone, {"roughness": 0.9})
    threads = [
        rod((length * 0.4, thick / 2, 0), (length - thick * 0.2, thick / 2, z * length * 0.17), thick * 0.4, *look)
        for z in (-2, -1, 0, 1, 2)
    ]
    return concat_shapes(
        rod((-length * 0.1, thick * 0.4, 0), (length * 0.3, thick * 0.4, 0), thick * 0.3, *look),
        ellipsoid((length * 0.3, thick * 0.5, 0), (length * 0.16, thick * 0.5, length * 0.13), *look),
        *threads,
    )


@register("a linen table runner with pointed ends, a woven pattern and a tassel at each point")
def table_runner(*, width=1.4, depth=0.34, height=0.006, cloth=None, stripe=(0.3, 0.45, 0.55), textile="linen"):
    look, hang, point = finish(textile, cloth), depth * 0.25, depth * 0.5
    length = width - 2 * (hang + point)
    parts = [
        library_call("cloth_part", length=length, point=point, depth=depth, height=height, look=look, stripe=stripe),
        library_call("pattern", length=length, depth=depth, height=height, look=look, stripe=stripe),
    ]
    end = moved(library_call("tassel", length=hang, thick=height, tone=stripe), (width / 2 - hang, 0, 0))
    parts += [end, rotated(end, math.pi)]
    return concat_shapes(*parts)
