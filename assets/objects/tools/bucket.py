# /// asset
# word = "bucket"
# synonyms = ["pail", "water bucket", "mop bucket", "wooden bucket"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# materials = ["body", "grip"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, moved, pipe, rod, round_wall, stretched


@register("the open tapering body with its hoops")
def body_part(*, low, high, height, look):
    dark = (darker(look[0], 0.8), look[1])
    return concat_shapes(
        rod((0, height * 0.02, 0), (0, height * 0.05, 0), low * 0.98, *dark),
        round_wall((low, 0), (high, height), high * 0.05, *look, panels=36),
        round_wall((high * 0.985, height * 0.95), (high * 1.02, height), high * 0.07, *dark, panels=30),
        *[
            round_wall(
                (low + (high - low) * y + 0.0015, height * y),
                (low + (high - low) * (y + 0.05) + 0.0015, height * (y + 0.05)),
                high * 0.03,
                *dark,
                panels=22,
            )
            for y in (0.25,)
        ],
    )


@register("the wire handle, tipped to one side, with its wooden grip")
def wire_handle(*, radius, rise, grip):
    arc = [(radius * math.cos(a), rise * math.sin(a), 0) for a in np.linspace(0, math.pi, 13)]
    return concat_shapes(
        pipe(arc, radius * 0.025, *surface("steel")),
        rod((-radius * 0.22, rise * 0.985, 0), (radius * 0.22, rise * 0.985, 0), radius * 0.08, *surface(grip)),
    )


@register("an ear on the rim")
def ear(*, size):
    return ellipsoid((0, 0, 0), (size * 0.4, size, size * 0.8), *surface("steel"))


@register("a bucket with a wire handle")
def bucket(*, width=0.31, height=0.4, paint=None, body="galvanized steel", grip="wood"):
    look, high = finish(body, paint), width / 2 / 1.045
    rim = height * 0.68
    hoop = moved(
        library_call("wire_handle", radius=high * 0.98, rise=height - rim * 0.95, grip=grip),
        (0, rim * 0.93, 0),
        0.3,
        (1, 0, 0),
    )
    ears = [moved(library_call("ear", size=width * 0.05), (x * high * 0.99, rim * 0.93, 0)) for x in (-1, 1)]
    whole = concat_shapes(library_call("body_part", low=high * 0.72, high=high, height=rim, look=look), hoop, *ears)
    size, low = compute_shape_sizes(whole), compute_shape_min(whole)
    middle = compute_shape_center(whole)
    return stretched(
        moved(whole, (-middle[0], -low[1], -middle[2])), (width / size[0], height / size[1], width / size[2])
    )
