# /// asset
# word = "notebook"
# synonyms = [
#     "notepad", "note pad", "scorepad", "score pad", "spiral notebook", "drawing pad", "exercise book",
#     "writing pad", "memo pad", "planner", "logbook", "agenda", "pad of paper",
# ]
# stands_for = ["ledger", "binder", "legal folder", "paper", "address book"]
# category = "office"
# support = "surface"
# colors = ["cover", "pen"]
# [variants.open]
# "open" = true
# "closed" = false
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, fitted, moved, rod


@register("the pages and the cover")
def block(*, width, depth, height, cover, open):
    if open:
        lines = [
            box((0, height, depth * (-0.4 + 0.085 * i)), (width * 0.86, 0.0006, depth * 0.008), (0.6, 0.72, 0.85))
            for i in range(10)
        ]
        notes = [
            box(
                (-width * 0.1, height + 0.0004, depth * (-0.42 + 0.085 * i)),
                (width * (0.6 - 0.1 * (i % 3)), 0.0006, depth * 0.022),
                (0.2, 0.22, 0.4),
            )
            for i in range(1, 6)
        ]
        return concat_shapes(box((0, height / 2, 0), (width, height, depth), (0.97, 0.96, 0.92)), *lines, *notes)
    label = concat_shapes(
        box((width * 0.05, height, -depth * 0.18), (width * 0.6, 0.0012, depth * 0.22), (0.96, 0.94, 0.88)),
        *[
            box(
                (width * 0.05, height + 0.0006, depth * (-0.23 + 0.06 * i)),
                (width * 0.44, 0.0008, depth * 0.014),
                (0.3, 0.3, 0.32),
            )
            for i in range(3)
        ],
    )
    return concat_shapes(
        box((0, height * 0.5, 0), (width * 0.985, height * 0.8, depth * 0.98), (0.95, 0.94, 0.9)),
        box((0, height * 0.95, 0), (width, height * 0.1, depth), cover, {"roughness": 0.5}),
        box((0, height * 0.05, 0), (width, height * 0.1, depth), cover, {"roughness": 0.5}),
        label,
    )


@register("the wire spiral")
def spiral(*, depth, height):
    count = 14
    ring = [
        (0.0075 * math.cos(a), height * 0.5 + 0.0035 + (height * 0.5 + 0.0024) * math.sin(a), 0)
        for a in np.linspace(0, 2 * math.pi, 7)
    ]
    wire = concat_shapes(
        *[
            rod(a, b, 0.0011, (0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.3})
            for a, b in itertools.pairwise(ring[:5])
        ]
    )
    return loop(count, lambda i: moved(wire, (0, 0, (i - (count - 1) / 2) * depth * 0.94 / count)))


@register("a ballpoint pen")
def ballpoint(*, length, radius, pen):
    return concat_shapes(
        rod((-length * 0.36, radius, 0), (length * 0.42, radius, 0), radius, pen, {"roughness": 0.3}),
        cone((-length * 0.36, radius, 0), (-length / 2, radius, 0), radius * 0.9, (0.75, 0.76, 0.78)),
        rod((length * 0.42, radius, 0), (length / 2, radius, 0), radius * 0.5, (0.75, 0.76, 0.78)),
        box((length * 0.3, radius * 2.1, 0), (length * 0.26, radius * 0.3, radius * 0.5), (0.75, 0.76, 0.78)),
    )


@register("a spiral notebook with a pen lying on it")
def notebook(*, width=0.16, depth=0.21, height=0.03, cover=(0.25, 0.42, 0.62), pen=(0.85, 0.65, 0.2), open=False):
    thick = height * 0.58
    ink = moved(
        library_call("ballpoint", length=depth * 0.66, radius=0.0048, pen=pen),
        (width * 0.18, thick, depth * 0.12),
        0.95,
    )
    whole = concat_shapes(
        moved(
            library_call("block", width=width * 0.95, depth=depth, height=thick, cover=cover, open=open),
            (width * 0.025, 0, 0),
        ),
        moved(library_call("spiral", depth=depth, height=thick), (-width * 0.45, 0.0, 0)),
        ink,
    )
    return fitted(whole, width, height, None)
