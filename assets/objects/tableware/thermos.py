# /// asset
# word = "thermos"
# synonyms = ["coffee thermos", "vacuum flask", "insulated bottle", "thermos flask"]
# stands_for = ["travel mug", "travel cup"]
# category = "tableware"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import fitted, lathe, moved, pipe, rod


@register("the flask body with its bands")
def flask_body(*, radius, height, paint, metal):
    steel = surface(metal)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.04, 0), radius * 1.02, *steel),
        rod((0, height * 0.04, 0), (0, height * 0.86, 0), radius, paint, {"roughness": 0.4}),
        lathe(
            [(radius, height * 0.86), (radius * 0.96, height * 0.92), (radius * 0.8, height)],
            paint,
            {"roughness": 0.4},
            slices=12,
        ),
        *[rod((0, height * y, 0), (0, height * (y + 0.025), 0), radius * 1.015, *steel) for y in (0.18, 0.8)],
    )


@register("the cup that is the lid")
def cup_lid(*, radius, height, metal):
    steel = surface(metal)
    return concat_shapes(
        lathe([(radius, 0), (radius * 0.88, height * 0.9), (radius * 0.7, height)], *steel, slices=16),
        rod((0, 0, 0), (0, height * 0.08, 0), radius * 1.04, *steel),
        pipe(
            [
                (radius * 0.9, height * 0.25, 0),
                (radius * 1.45, height * 0.3, 0),
                (radius * 1.45, height * 0.75, 0),
                (radius * 0.88, height * 0.8, 0),
            ],
            radius * 0.08,
            *steel,
        ),
    )


@register("the folding handle")
def side_handle(*, radius, height):
    return pipe(
        [
            (-radius, height * 0.9, 0),
            (-radius * 1.7, height * 0.86, 0),
            (-radius * 1.7, height * 0.25, 0),
            (-radius, height * 0.2, 0),
        ],
        radius * 0.12,
        (0.12, 0.12, 0.13),
    )


@register("a thermos flask with a cup lid and a carrying handle")
def thermos(*, width=0.14, height=0.31, depth=0.09, paint=(0.2, 0.4, 0.35), metal="stainless steel"):
    r, body = 0.043, 0.24
    whole = concat_shapes(
        library_call("flask_body", radius=r, height=body, paint=paint, metal=metal),
        moved(library_call("cup_lid", radius=r * 0.86, height=0.07, metal=metal), (0, body, 0)),
        library_call("side_handle", radius=r, height=body),
    )
    return fitted(whole, width, height, depth)
