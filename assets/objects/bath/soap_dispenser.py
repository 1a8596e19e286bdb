# /// asset
# word = "soap dispenser"
# synonyms = [
#     "soap pump", "hand soap", "lotion dispenser", "soap bottle", "liquid soap", "pump bottle", "hand sanitizer",
#     "sanitizer",
# ]
# stands_for = ["dish soap"]
# category = "bath"
# support = "surface"
# colors = ["body_color", "label"]
# materials = ["ware", "pump"]
# [variants.striped]
# "striped" = true
# ///
from scene.language import *
from scene.language.modelling import finish, fitted, lathe, moved, pipe, rod


@register("the bottle")
def bottle_part(*, radius, height, look, label, striped):
    profile = [
        (radius * 0.94, 0),
        (radius, height * 0.05),
        (radius, height * 0.74),
        (radius * 0.9, height * 0.86),
        (radius * 0.55, height * 0.96),
        (radius * 0.4, height),
    ]
    bands = (
        [rod((0, height * y, 0), (0, height * (y + 0.07), 0), radius * 1.008, label) for y in (0.12, 0.3, 0.48, 0.64)]
        if striped
        else [
            rod((0, height * 0.22, 0), (0, height * 0.58, 0), radius * 1.006, label),
            rod((0, height * 0.36, 0), (0, height * 0.44, 0), radius * 1.012, (0.97, 0.96, 0.93)),
        ]
    )
    return concat_shapes(lathe(profile, *look, slices=26), *bands)


@register("the pump with its spout")
def pump_head(*, radius, height, pump):
    metal = surface(pump)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.28, 0), radius * 0.48, *metal),
        rod((0, height * 0.2, 0), (0, height * 0.85, 0), radius * 0.13, *metal),
        rod((0, height * 0.72, 0), (0, height, 0), radius * 0.3, *metal),
        pipe(
            [(0, height * 0.87, 0), (0, height * 0.87, radius * 1.05), (0, height * 0.66, radius * 1.3)],
            radius * 0.12,
            *metal,
        ),
    )


@register("a pump bottle of liquid soap")
def soap_dispenser(
    *,
    width=0.075,
    height=0.19,
    depth=0.09,
    body_color=None,
    label=(0.45, 0.6, 0.55),
    ware="ceramic",
    pump="chrome",
    striped=False,
):
    radius, body = width / 2 / 1.012, height * 0.72
    whole = concat_shapes(
        library_call(
            "bottle_part", radius=radius, height=body, look=finish(ware, body_color), label=label, striped=striped
        ),
        moved(library_call("pump_head", radius=radius, height=height - body, pump=pump), (0, body, 0)),
    )
    return fitted(whole, None, None, depth)
