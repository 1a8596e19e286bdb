# /// asset
# word = "air conditioner"
# synonyms = ["AC unit", "aircon", "wall air conditioner", "split unit", "air conditioning unit"]
# category = "appliances"
# support = "wall"
# colors = ["casing", "vent"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the case with rounded front")
def case(*, width, height, depth, casing):
    look = (casing, {"roughness": 0.3})
    return concat_shapes(
        box((0, height * 0.58, -depth * 0.08), (width, height * 0.84, depth * 0.84), *look),
        rod((-width / 2, height * 0.7, depth * 0.2), (width / 2, height * 0.7, depth * 0.2), height * 0.3, *look),
        box((0, height * 0.46, depth * 0.32), (width, height * 0.5, depth * 0.3), *look),
        box((0, height * 0.62, depth * 0.475), (width * 0.998, height * 0.006, 0.01), (0.7, 0.7, 0.72)),
    )


@register("the outlet with its louvres")
def outlet(*, width, height, depth, vent, casing):
    fins = [
        box(
            (width * (-0.42 + 0.06 * i), height * 0.13, depth * 0.22),
            (0.006, height * 0.16, depth * 0.3),
            (0.5, 0.5, 0.52),
        )
        for i in range(15)
    ]
    flap = moved(
        box((0, 0, 0), (width * 0.94, 0.008, depth * 0.42), casing), (0, height * 0.035, depth * 0.42), 0.5, (1, 0, 0)
    )
    return concat_shapes(
        box((0, height * 0.13, depth * 0.08), (width * 0.95, height * 0.2, depth * 0.6), vent), *fins, flap
    )


@register("the display")
def display(*, size):
    return concat_shapes(
        box((0, 0, 0), (size, size * 0.45, 0.003), (0.12, 0.13, 0.15)),
        *[
            box((size * x, 0, 0.002), (size * 0.16, size * 0.26, 0.002), (0.35, 0.95, 0.75), {"emission": 2.0})
            for x in (-0.2, 0.12)
        ],
    )


@register("a wall air conditioner with open louvres")
def air_conditioner(*, width=0.85, height=0.3, depth=0.22, casing=(0.95, 0.95, 0.95), vent=(0.2, 0.21, 0.23)):
    whole = concat_shapes(
        library_call("case", width=width, height=height, depth=depth, casing=casing),
        library_call("outlet", width=width, height=height, depth=depth, vent=vent, casing=casing),
        moved(library_call("display", size=0.08), (width * 0.38, height * 0.46, depth * 0.475)),
    )
    return fitted(whole, None, height, depth)
