# /// asset
# word = "track light"
# synonyms = ["spotlight", "spot lights", "track lighting", "ceiling spotlight", "spotlights", "rail light"]
# stands_for = ["safelight", "grow light"]
# category = "lighting"
# support = "ceiling"
# colors = ["paint"]
# materials = ["body"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod, rotated


@register("a tilting spot")
def spot(turn, look):
    can = concat_shapes(
        rod((0, 0, 0), (0, 0.15, 0), 0.042, *look), rod((0, -0.003, 0), (0, 0.0, 0), 0.036, *finish("lamp glow"))
    )
    aimed = transform_shape(can, translation_matrix((0, -0.19, 0)) @ rotation_matrix(0.55, (1, 0, 0), (0, 0.12, 0)))
    return concat_shapes(rotated(aimed, turn), rod((0, -0.1, 0), (0, 0, 0), 0.009, *look))


@register("a track light with three tilting spots")
def track_light(*, width=1.0, depth=0.22, height=0.26, body="black metal", paint=None) -> Shape:
    look = finish(body, paint)
    parts = [block((0, 0, 0), (width, 0.03, 0.045), *look)]
    parts += [
        moved(library_call("spot", turn=turn, look=look), (x * width, 0, 0))
        for x, turn in ((-0.36, math.pi - 0.4), (0, math.pi), (0.36, math.pi + 0.4))
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
