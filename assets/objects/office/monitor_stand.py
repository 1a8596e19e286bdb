# /// asset
# word = "monitor stand"
# synonyms = ["monitor riser", "desk riser", "screen riser", "laptop stand", "computer stand"]
# phrase = "a wooden monitor stand with a drawer, a phone slot and pens"
# category = "office"
# support = "surface"
# [colors]
# paint = [0.831, 0.698, 0.529]
# [materials]
# wood = "beech"
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


@register("the board on two side panels")
def riser(*, width, height, depth, thick, look):
    return concat_shapes(
        box((0, height - thick / 2, 0), (width, thick, depth), *look),
        *[
            box((x * (width / 2 - thick * 0.7), (height - thick) / 2, 0), (thick, height - thick, depth * 0.92), *look)
            for x in (-1, 1)
        ],
        box((0, (height - thick) * 0.5, -depth * 0.43), (width * 0.92, (height - thick) * 0.4, thick * 0.6), *look),
    )


@register("the drawer with its knob")
def drawer(*, width, height, depth, look):
    dark = (tuple(0.8 * c for c in look[0]), look[1])
    return concat_shapes(
        box((0, height / 2, 0), (width, height, depth), *dark),
        box((0, height / 2, depth / 2), (width * 1.02, height * 1.04, 0.008), *look),
        ellipsoid((0, height / 2, depth / 2 + 0.012), (0.009,) * 3, *surface("brass")),
    )


@register("a pen tray with two pens and paper clips")
def pen_tray(*, width, depth):
    return concat_shapes(
        box((0, 0.002, 0), (width, 0.004, depth), (0.2, 0.21, 0.23)),
        rod((-width * 0.4, 0.008, -depth * 0.2), (width * 0.36, 0.008, -depth * 0.16), 0.0045, (0.2, 0.45, 0.8)),
        rod((-width * 0.36, 0.008, depth * 0.16), (width * 0.4, 0.008, depth * 0.2), 0.0045, (0.85, 0.25, 0.2)),
    )


@register("a wooden monitor stand with a drawer, a phone slot and pens")
def monitor_stand(*, width=0.55, height=0.13, depth=0.25, paint=None, wood="beech"):
    look, thick = finish(wood, paint), 0.018
    rim = 0.013
    top = height - rim
    return concat_shapes(
        library_call("riser", width=width, height=top, depth=depth, thick=thick, look=look),
        place(
            "drawer",
            at=(width * 0.27, top - thick - top * 0.5, 0.004),
            width=width * 0.3,
            height=top * 0.48,
            depth=depth * 0.8,
            look=look,
        ),
        place("pen_tray", at=(-width * 0.34, top, depth * 0.3), width=width * 0.26, depth=depth * 0.2),
    )
