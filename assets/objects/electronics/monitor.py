# /// asset
# word = "monitor"
# synonyms = ["computer monitor", "computer", "desktop computer", "computer screen", "display", "widescreen monitor", "gaming monitor",
#   "desktop monitor", "computer display", "LCD monitor"]
# category = "electronics"
# support = "surface"
# colors = ["casing", "desktop"]
# [variants.curved]
# "curved" = true
# ///
import math

from scene.language import *
from scene.language.modelling import box, moved, stretched


@register("the panel with an editor and a chart on it")
def panel(*, width, height, thick, casing, desktop):
    glow = {"emission": 0.45, "roughness": 0.15}
    front, bar = thick / 2, height * 0.03
    lines = [
        box(
            (-width * (0.36 - 0.02 * (i % 3)), height * (0.76 - 0.075 * i), front + 0.003),
            (width * (0.12 + 0.04 * (i * 7 % 3)), height * 0.022, 0.001),
            ((0.45, 0.75, 0.95), (0.95, 0.7, 0.4), (0.6, 0.85, 0.55))[i % 3],
            glow,
        )
        for i in range(7)
    ]
    bars = [
        box(
            (width * (0.16 + 0.055 * i), height * (0.3 + h / 2), front + 0.003),
            (width * 0.035, height * h, 0.001),
            (0.95, 0.55, 0.35),
            glow,
        )
        for i, h in enumerate((0.12, 0.2, 0.16, 0.3, 0.38))
    ]
    return concat_shapes(
        box((0, height / 2, 0), (width, height, thick), casing, {"roughness": 0.35}),
        box((0, height * 0.515, front), (width - 2 * bar, height - 2.6 * bar, 0.001), desktop, glow),
        box(
            (-width * 0.22, height * 0.53, front + 0.0014),
            (width * 0.46, height * 0.68, 0.001),
            (0.1, 0.12, 0.16),
            {"emission": 0.2},
        ),
        box(
            (width * 0.27, height * 0.47, front + 0.0014), (width * 0.36, height * 0.5, 0.001), (0.94, 0.95, 0.96), glow
        ),
        *lines,
        *bars,
        box((0, height * 0.085, front + 0.0014), (width - 2 * bar, height * 0.05, 0.001), (0.08, 0.1, 0.14)),
        box((0, bar * 0.55, front), (width * 0.03, bar * 0.3, 0.002), (0.4, 0.8, 0.5), {"emission": 1.0}),
    )


@register("the neck and the foot")
def stand(*, width, height, depth, casing):
    look = (casing, {"roughness": 0.4})
    return concat_shapes(
        box((0, 0.006, 0), (width * 0.42, 0.012, depth), *look),
        box((0, height * 0.5, -depth * 0.16), (width * 0.1, height, 0.025), *look),
        box((0, height * 0.95, -depth * 0.1), (width * 0.18, width * 0.16, 0.03), *look),
    )


def bend(shape_of, width, sweep):
    """Strips of a flat front, stood along an arc."""
    count = 15
    radius = width / sweep
    pieces = []
    for i in range(count):
        angle = sweep * ((i + 0.5) / count - 0.5)
        pieces.append(moved(shape_of(i, count), (radius * math.sin(angle), 0, radius * (1 - math.cos(angle))), -angle))
    return concat_shapes(*pieces)


@register("the curved panel")
def curved_panel(*, width, height, thick, casing, desktop):
    glow = {"emission": 0.45, "roughness": 0.15}

    def strip(i, count):
        step = width / count * 1.02
        edge = i in (0, count - 1)
        lines = [
            box(
                (0, height * (0.75 - 0.1 * k), thick / 2 + 0.001),
                (step * 0.8, height * 0.03, 0.002),
                ((0.45, 0.75, 0.95), (0.95, 0.7, 0.4), (0.6, 0.85, 0.55))[(k + i) % 3],
                glow,
            )
            for k in range(5)
            if 1 < i < 6 + k % 2
        ]
        return concat_shapes(
            box((0, height / 2, 0), (step, height, thick), casing),
            box((0, height * 0.515, thick / 2), (step * (0.8 if edge else 1), height * 0.93, 0.002), desktop, glow),
            *lines,
        )

    return bend(strip, width, 0.5)


@register("a computer monitor on a stand, showing windows of text")
def monitor(*, width=0.61, height=0.47, depth=0.22, casing=(0.1, 0.1, 0.11), desktop=(0.2, 0.4, 0.62), curved=False):
    tall = height * 0.76
    screen = library_call(
        "curved_panel" if curved else "panel", width=width, height=tall, thick=0.022, casing=casing, desktop=desktop
    )
    screen = stretched(screen, (width / compute_shape_sizes(screen)[0], 1, 1))
    return concat_shapes(
        moved(screen, (0, height - tall, 0)),
        library_call("stand", width=width, height=height * 0.62, depth=depth, casing=casing),
    )
