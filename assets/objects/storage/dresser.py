# /// asset
# word = "dresser"
# synonyms = ["double dresser", "bedroom dresser", "drawer unit", "bureau dresser", "mirrored dresser"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["frame", "handles"]
# [variants]
# rows = {"tall" = 4}
# height = {"tall" = 1.1}
# mirror = {"with mirror" = true, "mirrored" = true}
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import ball, block, carcass, darker, finish, fitted, moved, taper, tray


@register("a drawer with two knobs")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        tray((0, 0.015, -0.01 - depth / 2), (width - 0.05, height - 0.04, depth), 0.008, *look),
        *[ball((s * width * 0.26, height / 2, 0.022), 0.014, *metal) for s in (-1, 1)],
    )


@register("a short tapered leg")
def leg(height, look):
    return taper((0, height, 0), (0, 0, 0), 0.028, 0.016, *look)


@register("a framed mirror")
def mirror_panel(width, height, look):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.025), *look),
        block((0, 0.04, 0.013), (width - 0.08, height - 0.08, 0.004), *finish("mirror")),
    )


@register("a low wide dresser with six drawers")
def dresser(
    *, width=1.4, depth=0.48, height=0.8, rows=3, mirror=False, frame="white wood", paint=None, handles="brass"
) -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    dark = darker(wood[0], 0.6), wood[1]
    foot, thick = 0.12, 0.025
    parts = [
        place("leg", at=(s * (width / 2 - 0.07), 0, t * (depth / 2 - 0.07)), height=foot, look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(block((0, height - thick, 0), (width, thick, depth), *wood))
    tall = height - foot - thick - 0.004
    parts.append(carcass((0, foot + 0.004, -0.0195), (width - 0.03, tall, depth - 0.059), 0.012, *dark))
    parts.append(block((0, foot + 0.016, -0.0195), (0.01, tall - 0.024, depth - 0.083), *dark))
    parts += [
        block((s * (width / 2 - 0.018), foot, -0.004), (thick, height - foot - thick, depth - 0.015), *wood)
        for s in (-1, 1)
    ]
    parts.append(block((0, foot, -0.004), (width - 0.06, thick, depth - 0.015), *wood))
    rise = (height - foot - 2 * thick) / rows
    each = (width - 0.07) / 2
    parts += [
        moved(
            library_call("drawer", width=each - 0.006, height=rise - 0.01, depth=depth - 0.1, look=wood, metal=metal),
            (s * (each / 2 + 0.003), foot + thick + 0.005 + rise * i, depth / 2 - 0.035),
        )
        for i in range(rows)
        for s in (-1, 1)
    ]
    body = fitted(concat_shapes(*parts), width, height, depth)
    if not mirror:
        return body
    return concat_shapes(
        body, place("mirror_panel", at=(0, height, -depth / 2 + 0.04), width=width * 0.62, height=0.75, look=wood)
    )
