# /// asset
# word = "teller counter"
# synonyms = [
#     "bank counter", "teller window", "ticket counter", "ticket window", "bank teller counter", "teller desk",
#     "teller station", "counter with glass screens", "post office counter", "bank teller window", "ticket booth counter",
# ]
# category = "shop"
# support = "floor"
# clearance = {front = 0.9, back = 0.8}
# colors = ["paint"]
# materials = ["panel", "top"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, plate, rod


@register("the panelled front under a stone top")
def teller_front(*, width, look, top):
    bays = max(round(width / 1.2), 1)
    step = width / bays
    parts = [
        box((0, 0.5, 0), (width - 0.04, 0.92, 0.62), *look),
        box((0, 0.05, 0), (width - 0.08, 0.1, 0.58), (0.12, 0.12, 0.13)),
    ]
    for i in range(bays):
        x = (i - (bays - 1) / 2) * step
        parts.append(box((x, 0.55, 0.312), (step * 0.84, 0.62, 0.014), darker(look[0], 0.82), look[1]))
        parts.append(box((x, 0.55, 0.318), (step * 0.74, 0.5, 0.014), *look))
        parts.append(box((x, 0.2, 0.318), (step * 0.84, 0.012, 0.014), *surface("brass")))
    parts.append(plate((0, 0.96, 0.02), (width, 0.04, 0.72), 0.015, *surface(top)))
    return concat_shapes(*parts)


@register("the glass screens in their frame, with a hatch and a number over each place")
def teller_glass(*, width):
    bays = max(round(width / 1.2), 1)
    step = width / bays
    brass, glass = surface("brass"), surface("glass")
    parts = [
        box((0, 1.97, 0.12), (width - 0.02, 0.2, 0.06), (0.12, 0.2, 0.3)),
        box((0, 2.08, 0.12), (width, 0.02, 0.09), *brass),
    ]
    posts = [-width / 2 + 0.02 + i * (width - 0.04) / bays for i in range(bays + 1)]
    parts += [rod((x, 1.0, 0.12), (x, 1.9, 0.12), 0.018, *brass) for x in posts]
    for i in range(bays):
        x = (i - (bays - 1) / 2) * step
        parts.append(box((x, 1.54, 0.12), (step - 0.05, 0.7, 0.01), *glass))
        parts += [box((x + s * (step * 0.34), 1.1, 0.12), (step * 0.27, 0.18, 0.01), *glass) for s in (-1, 1)]
        parts.append(box((x, 1.19, 0.12), (step - 0.04, 0.014, 0.02), *brass))
        parts.append(box((x, 1.003, 0.14), (0.3, 0.008, 0.22), *surface("steel")))
        parts.append(box((x, 1.97, 0.152), (0.2, 0.13, 0.006), (0.98, 0.96, 0.88), {"emission": 0.7}))
        parts += [
            box((x + dx, 1.97, 0.156), (0.018, 0.08, 0.004), (0.1, 0.15, 0.25))
            for dx in ((0,), (-0.03, 0.03), (-0.05, 0, 0.05), (-0.06, -0.02, 0.02, 0.06))[i % 4]
        ]
        parts.append(rod((x + step * 0.3, 1.0, 0.28), (x + step * 0.3, 1.09, 0.28), 0.006, *surface("chrome")))
        parts.append(box((x - 0.12, 1.16, -0.16), (0.34, 0.22, 0.02), (0.08, 0.08, 0.09)))
        parts.append(box((x - 0.12, 1.16, -0.172), (0.31, 0.19, 0.004), (0.35, 0.6, 0.8), {"emission": 0.6}))
        parts.append(rod((x - 0.12, 0.99, -0.16), (x - 0.12, 1.1, -0.16), 0.02, (0.1, 0.1, 0.11)))
        parts.append(box((x - 0.12, 1.0, -0.16), (0.2, 0.012, 0.14), (0.1, 0.1, 0.11)))
    return concat_shapes(*parts)


@register("a teller counter with places behind glass")
def teller_counter(*, width=1.4, height=2.09, depth=0.74, paint=None, panel="mahogany", top="green marble"):
    whole = concat_shapes(
        library_call("teller_front", width=width, look=finish(panel, paint), top=top),
        library_call("teller_glass", width=width),
    )
    return fitted(whole, width, height, depth)
