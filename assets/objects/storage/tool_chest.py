# /// asset
# word = "tool chest"
# synonyms = ["tool cabinet", "rolling tool chest", "mechanic tool box", "tool trolley", "roller cabinet"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# materials = ["body"]
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, mirrored, moved, pipe, rod, tray


@register("a steel drawer with a full-width pull")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.015), *look),
        tray((0, 0.003, -0.0075 - depth / 2), (width - 0.02, height - 0.02, depth), 0.004, *look),
        block((0, height - 0.016, 0.006), (width - 0.02, 0.014, 0.022), *metal),
    )


@register("a caster")
def caster(look):
    return concat_shapes(
        rod((-0.02, 0.055, 0), (0.02, 0.055, 0), 0.055, *look),
        block((0, 0.09, 0), (0.06, 0.02, 0.08), *finish("steel")),
    )


@register("a red steel tool chest on wheels with many drawers")
def tool_chest(*, width=0.76, depth=0.48, height=1.15, body="red paint", paint=None) -> Shape:
    look, metal = finish(body, paint), finish("aluminium")
    dark = darker(look[0], 0.45), look[1]
    w, d = 0.68, 0.46
    parts = [
        place("caster", at=(s * (w / 2 - 0.08), 0, t * (d / 2 - 0.08)), look=finish("rubber"))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(carcass((0, 0.11, -0.01), (w, 0.58, d - 0.02), 0.029, *look))
    parts.append(carcass((0, 0.7, -0.03), (w - 0.04, 0.35, d - 0.1), 0.029, *look))
    parts.append(block((0, 0.69, 0), (w + 0.01, 0.02, d), *finish("rubber")))
    parts.append(block((0, 1.05, -0.03), (w - 0.02, 0.1, d - 0.08), *look))
    parts.append(block((0, 1.044, -0.03), (w - 0.02, 0.004, d - 0.08), *dark))
    for y, tall in ((0.14, 0.2), (0.35, 0.15), (0.51, 0.15)):
        low = library_call("drawer", width=w - 0.06, height=tall, depth=d - 0.08, look=look, metal=metal)
        parts.append(moved(low, (0, y, d / 2 - 0.01675)))
    for y, tall in ((0.73, 0.1), (0.84, 0.1), (0.95, 0.07)):
        high = library_call("drawer", width=w - 0.1, height=tall, depth=d - 0.16, look=look, metal=metal)
        parts.append(moved(high, (0, y, d / 2 - 0.07675)))
    # the rails between drawers, a millimetre from each
    parts += [block((0, y, d / 2 - 0.03), (w - 0.06, 0.008, 0.02), *look) for y in (0.341, 0.501)]
    parts += [block((0, y, d / 2 - 0.09), (w - 0.1, 0.008, 0.02), *look) for y in (0.831, 0.941)]
    right = pipe(
        [(w / 2, 0.5, -0.12), (w / 2 + 0.045, 0.5, -0.12), (w / 2 + 0.045, 0.5, 0.12), (w / 2, 0.5, 0.12)],
        0.012,
        *metal,
    )
    parts += [right, mirrored(right)]
    return fitted(concat_shapes(*parts), width, height, depth)
