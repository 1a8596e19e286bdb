# /// asset
# word = "pipe organ"
# synonyms = ["organ", "church organ", "pipe organs", "cathedral organ"]
# stands_for = ["electric organ", "harmonium", "pump organ"]
# category = "music"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, darker, finish, fitted, moved, rod


@register("the case with its towers")
def organ_case(*, look):
    trim = darker(look[0], 1.35)
    towers = [
        concat_shapes(
            box((x, 1.03, -0.1), (w, 0.06, 0.62), trim, look[1]),
            box((x, top, -0.1), (w, 0.09, 0.62), *look),
            box((x, top + 0.06, -0.1), (w + 0.08, 0.04, 0.68), trim, look[1]),
        )
        for x, w, top in ((-0.93, 0.46, 2.9), (0.93, 0.46, 2.9), (0, 0.6, 3.1))
    ]
    return concat_shapes(
        box((0, 0.5, -0.15), (2.36, 1.0, 0.5), *look),
        box((0, 0.04, -0.12), (2.42, 0.08, 0.6), trim, look[1]),
        box((0, 1.015, -0.13), (2.42, 0.03, 0.58), trim, look[1]),
        box((0, 1.95, -0.38), (2.3, 1.9, 0.05), darker(look[0], 0.6), look[1]),
        *[box((s * 0.5, 2.52, -0.1), (0.42, 0.07, 0.5), *look) for s in (-1, 1)],
        *[box((x, 1.98, -0.14), (0.05, 1.94, 0.5), *look) for x in (-1.16, -0.7, 0.7, 1.16)],
        *[box((x, 2.05, -0.14), (0.05, 2.1, 0.5), *look) for x in (-0.3, 0.3)],
        box((0, 2.05, -0.37), (0.58, 2.1, 0.05), darker(look[0], 0.6), look[1]),
        *[box((s * 0.86, 0.53, 0.105), (0.5, 0.72, 0.015), trim, look[1]) for s in (-1, 1)],
        *towers,
    )


@register("a row of pipes")
def pipe_row(*, count, width, low, high, rise):
    tin, parts = surface("tin"), []
    radius = width / count * 0.46
    for k in range(count):
        x = (k - (count - 1) / 2) * width / count
        share = 1 - abs(k - (count - 1) / 2) / (count / 2)
        top = low + (high - low) * (share if rise else 1 - share * 0.5)
        z = 0.09 * share if rise else 0.0
        parts += [
            rod((x, 1.2, z), (x, top, z), radius, *tin),
            cone((x, 1.2, z), (x, 1.045, z), radius, *tin),
            box((x, 1.26, z + radius), (radius * 1.1, 0.05, radius * 0.24), (0.08, 0.08, 0.09)),
            rod((x, top, z), (x, top + 0.004, z), radius * 0.85, (0.1, 0.1, 0.1)),
        ]
    return concat_shapes(*parts)


@register("the console: two keyboards, stops and pedals")
def organ_console(*, look):
    ivory = (0.97, 0.95, 0.88)
    parts = [box((0, 0.62, 0.2), (1.14, 0.06, 0.3), *look), box((0, 0.92, 0.12), (1.14, 0.03, 0.1), *look)]
    for j in range(2):
        y, z = 0.662 + 0.075 * j, 0.27 - 0.11 * j
        parts.append(box((0, y - 0.02, z), (0.82, 0.03, 0.13), *look))
        parts += [box((-0.392 + 0.0235 * k, y, z), (0.022, 0.014, 0.12), ivory) for k in range(34)]
        parts += [
            box((-0.38 + 0.0235 * k, y + 0.0105, z - 0.022), (0.011, 0.012, 0.07), (0.05, 0.05, 0.05))
            for k in range(33)
            if k % 7 not in (2, 6)
        ]
    for s in (-1, 1):
        parts.append(box((s * 0.5, 0.78, 0.2), (0.14, 0.27, 0.26), *look))
        for i in range(2):
            for j in range(4):
                at = (s * (0.47 + 0.06 * i), 0.69 + 0.06 * j)
                parts.append(rod((*at, 0.33), (*at, 0.352), 0.008, *look))
                parts.append(rod((*at, 0.35), (*at, 0.364), 0.017, ivory))
    parts += [box((s * 0.5, 0.31, 0.25), (0.06, 0.6, 0.16), *look) for s in (-1, 1)]
    parts += [box((-0.4 + 0.047 * k, 0.05, 0.33), (0.024, 0.035, 0.42), (0.75, 0.58, 0.36)) for k in range(18)]
    parts.append(box((0, 0.02, 0.33), (0.92, 0.03, 0.45), darker(look[0], 0.7), look[1]))
    parts.append(moved(box((0, 0.13, 0), (0.46, 0.26, 0.012), *look), (0, 0.935, 0.13), -0.25, (1, 0, 0)))
    parts.append(
        moved(box((0, 0.13, 0.009), (0.36, 0.24, 0.005), (0.97, 0.96, 0.92)), (0, 0.94, 0.13), -0.25, (1, 0, 0))
    )
    return concat_shapes(*parts)


@register("the bench")
def organ_bench(*, look):
    return concat_shapes(
        box((0, 0.55, 0.75), (1.0, 0.04, 0.3), *look),
        *[box((s * 0.45, 0.265, 0.75), (0.05, 0.53, 0.28), *look) for s in (-1, 1)],
        box((0, 0.2, 0.75), (0.86, 0.05, 0.04), *look),
    )


@register("a church organ with tin pipes, two keyboards and a bench")
def pipe_organ(*, width=2.45, height=3.2, depth=1.35, wood="walnut", paint=None):
    look = finish(wood, paint)

    def row(x, **given):
        return moved(library_call("pipe_row", **given), (x, 0, 0.0))

    whole = concat_shapes(
        library_call("organ_case", look=look),
        row(-0.93, count=5, width=0.4, low=2.2, high=2.8, rise=True),
        row(0.93, count=5, width=0.4, low=2.2, high=2.8, rise=True),
        row(0.0, count=7, width=0.53, low=2.2, high=3.0, rise=True),
        row(-0.5, count=7, width=0.34, low=1.7, high=2.4, rise=False),
        row(0.5, count=7, width=0.34, low=1.7, high=2.4, rise=False),
        library_call("organ_console", look=look),
        library_call("organ_bench", look=look),
    )
    return fitted(whole, width, height, depth)
