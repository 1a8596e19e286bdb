# /// asset
# word = "toolbox"
# synonyms = ["tool kit", "tool set", "tool case", "box of tools", "box with tools"]
# stands_for = ["tackle box", "fishing tackle box"]
# category = "tools"
# support = "floor"
# colors = ["paint", "grip"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, rotated


@register("the box with clasps and a tray")
def tool_case(*, width, height, depth, paint):
    look, t = (paint, {"roughness": 0.3}), 0.006
    dark = darker(paint, 0.45)
    clasps = [
        box(
            (x * width * 0.3, height * 0.9, depth / 2 + 0.004),
            (width * 0.07, height * 0.3, 0.008),
            (0.75, 0.76, 0.78),
            {"metallic": 0.9, "roughness": 0.3},
        )
        for x in (-1, 1)
    ]
    return concat_shapes(
        *[box((0, height / 2, z * (depth - t) / 2), (width, height, t), *look) for z in (-1, 1)],
        *[box((x * (width - t) / 2, height / 2, 0), (t, height, depth), *look) for x in (-1, 1)],
        box((0, t / 2, 0), (width, t, depth), *look),
        box((0, height * 0.6, 0), (width * 0.97, t, depth * 0.96), dark),
        box((0, height * 0.35, depth * 0.503), (width * 0.94, height * 0.05, 0.004), dark),
        *clasps,
    )


@register("a half of the lid, folded open")
def lid_half(*, width, depth, paint):
    return concat_shapes(
        box((0, 0, depth / 2), (width, 0.006, depth), paint, {"roughness": 0.3}),
        box((0, 0.02, depth - 0.003), (width, 0.04, 0.006), paint, {"roughness": 0.3}),
    )


@register("the carrying handle on two arms")
def handle(*, width, rise, grip):
    return concat_shapes(
        *[
            box(
                (x * width / 2, rise / 2, 0),
                (0.014, rise, 0.02),
                (0.7, 0.71, 0.73),
                {"metallic": 0.9, "roughness": 0.3},
            )
            for x in (-1, 1)
        ],
        rod((-width / 2, rise, 0), (width / 2, rise, 0), 0.016, grip),
    )


@register("a hammer, a screwdriver and a wrench")
def tools(*, width):
    steel = ((0.7, 0.71, 0.73), {"metallic": 1.0, "roughness": 0.3})
    hammer = concat_shapes(
        rod((-width * 0.3, 0.02, -0.03), (width * 0.14, 0.04, -0.05), 0.011, (0.75, 0.55, 0.3)),
        rod((width * 0.14, 0.04, -0.09), (width * 0.14, 0.04, -0.01), 0.018, *steel),
    )
    driver = concat_shapes(
        rod((-width * 0.05, 0.03, 0.05), (width * 0.2, 0.03, 0.03), 0.015, (0.95, 0.75, 0.15)),
        rod((width * 0.2, 0.03, 0.03), (width * 0.42, 0.03, 0.012), 0.005, *steel),
    )
    wrench = concat_shapes(
        box((-width * 0.25, 0.035, 0.045), (width * 0.3, 0.01, 0.022), *steel),
        rod((-width * 0.41, 0.03, 0.045), (-width * 0.41, 0.042, 0.045), 0.024, *steel),
        rod((-width * 0.43, 0.029, 0.045), (-width * 0.43, 0.043, 0.045), 0.011, (0.1, 0.1, 0.1)),
    )
    return concat_shapes(hammer, driver, wrench)


@register("an open metal toolbox with a handle and tools in it")
def toolbox(*, width=0.46, height=0.32, depth=0.4, paint=(0.8, 0.16, 0.14), grip=(0.15, 0.15, 0.16)):
    deep, body = depth * 0.5, height * 0.5
    lids = [
        moved(
            rotated(library_call("lid_half", width=width * 0.99, depth=deep * 0.55, paint=paint), -0.9, (1, 0, 0)),
            (0, body, side * deep / 2),
            0 if side > 0 else math.pi,
        )
        for side in (-1, 1)
    ]
    whole = concat_shapes(
        library_call("tool_case", width=width, height=body, depth=deep, paint=paint),
        *lids,
        moved(library_call("handle", width=width * 0.94, rise=height - body * 0.75, grip=grip), (0, body * 0.7, 0)),
        moved(library_call("tools", width=width * 0.94), (0, body * 0.62, 0)),
    )
    return fitted(whole, width, height, depth)
