# /// asset
# word = "deep fryer"
# synonyms = ["fryer", "deep fat fryer", "chip fryer", "fry station", "french fryer"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, darker, finish, fitted, moved, pipe, rod


@register("the steel cabinet with two doors")
def cabinet(*, look):
    dark = (darker(look[0], 0.7), look[1])
    return concat_shapes(
        *[rod((s * 0.34, 0, t * 0.3), (s * 0.34, 0.12, t * 0.3), 0.025, *dark) for s in (-1, 1) for t in (-1, 1)],
        block((0, 0.12, 0), (0.8, 0.68, 0.76), *look),
        *[box((s * 0.195, 0.4, 0.385), (0.37, 0.5, 0.012), *look) for s in (-1, 1)],
        *[rod((s * 0.05, 0.4, 0.41), (s * 0.05, 0.56, 0.41), 0.01, *dark) for s in (-1, 1)],
        block((0, 0.8, -0.34), (0.8, 0.42, 0.08), *look),
        box((0, 0.73, 0.385), (0.78, 0.1, 0.014), (0.12, 0.12, 0.13)),
        *[rod((s * 0.22, 0.73, 0.39), (s * 0.22, 0.73, 0.42), 0.032, (0.75, 0.76, 0.78)) for s in (-1, 1)],
        *[
            rod((s * 0.11, 0.74, 0.39), (s * 0.11, 0.74, 0.397), 0.011, tone, {"emission": 1.2})
            for s, tone in ((-1, (0.95, 0.2, 0.1)), (1, (0.2, 0.9, 0.3)))
        ],
        *[block((x, 0.8, 0.02), (0.03, 0.1, 0.66), *look) for x in (-0.385, 0.0, 0.385)],
        *[block((0, 0.8, z), (0.8, 0.1, 0.03), *look) for z in (-0.3, 0.35)],
    )


@register("a vat of hot oil")
def vat(*, x):
    bubbles = [
        rod(
            (x - 0.13 + 0.045 * i, 0.866, -0.2 + 0.15 * (i % 3)),
            (x - 0.13 + 0.045 * i, 0.868, -0.2 + 0.15 * (i % 3)),
            0.014,
            (0.95, 0.82, 0.45),
        )
        for i in range(6)
    ]
    return concat_shapes(box((x, 0.83, 0.02), (0.34, 0.07, 0.6), (0.85, 0.6, 0.15), {"roughness": 0.05}), *bubbles)


@register("a wire basket with its handle")
def basket(*, look, fries):
    parts = [box((0, 0.012, 0), (0.28, 0.006, 0.36), *look)]
    for s in (-1, 1):
        parts += [box((s * 0.14, 0.03 + 0.035 * k, 0), (0.007, 0.007, 0.37), *look) for k in range(5)]
        parts += [box((0, 0.03 + 0.035 * k, s * 0.185), (0.28, 0.007, 0.007), *look) for k in range(5)]
        parts += [box((s * 0.14, 0.1, -0.18 + 0.06 * k), (0.006, 0.18, 0.006), *look) for k in range(7)]
        parts += [box((-0.14 + 0.056 * k, 0.1, s * 0.185), (0.006, 0.18, 0.006), *look) for k in range(6)]
    parts.append(pipe([(0, 0.17, 0.185), (0, 0.2, 0.26), (0, 0.26, 0.42)], 0.009, *look))
    parts.append(rod((0, 0.25, 0.39), (0, 0.3, 0.54), 0.017, (0.1, 0.1, 0.11)))
    if fries:
        for i in range(46):
            x, z = -0.11 + 0.024 * (i % 10), -0.14 + 0.028 * ((i * 7) % 11)
            a = 0.7 * (i % 5)
            y = 0.1 + 0.02 * (i % 5)
            parts.append(
                beam(
                    (x, y, z),
                    (x + 0.05 - 0.02 * (i % 4), y + 0.03 * (i % 3), z + 0.03 * a - 0.04),
                    (0.011, 0.011),
                    (0.95, 0.78, 0.3),
                )
            )
    return concat_shapes(*parts)


@register("a double deep fryer with a basket of fries")
def deep_fryer(*, width=0.8, height=1.25, depth=1.0, metal="stainless steel", paint=None):
    look = finish(metal, paint)
    wire = finish("chrome")
    whole = concat_shapes(
        library_call("cabinet", look=look),
        *[library_call("vat", x=s * 0.193) for s in (-1, 1)],
        moved(library_call("basket", look=wire, fries=True), (-0.193, 0.93, 0.0)),
        moved(library_call("basket", look=wire, fries=False), (0.193, 0.86, 0.0)),
    )
    return fitted(whole, width, height, depth)
