# /// asset
# word = "toilet paper"
# synonyms = ["toilet roll", "roll of toilet paper", "bathroom tissue"]
# category = "bath"
# support = "surface"
# colors = ["paper"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod


@register("the holder: foot, pole and knob")
def holder(*, radius, height, metal):
    look = surface(metal)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.05, 0), radius, *look),
        rod((0, 0, 0), (0, height * 0.96, 0), radius * 0.1, *look),
        ellipsoid((0, height * 0.96, 0), (radius * 0.18, height * 0.04, radius * 0.18), *look),
    )


@register("the roll around its cardboard core")
def roll(*, radius, height, paper):
    turns = [
        rod((0, -0.0002 * i, 0), (0, height + 0.0006 * i, 0), radius * r, tone, {"roughness": 0.95})
        for i, (r, tone) in enumerate(
            (
                (1.0, paper),
                (0.86, darker(paper, 0.93)),
                (0.72, paper),
                (0.58, darker(paper, 0.93)),
                (0.46, paper),
                (0.36, (0.72, 0.56, 0.38)),
                (0.31, (0.25, 0.2, 0.15)),
            )
        )
    ]
    return concat_shapes(*turns)


@register("the loose sheet")
def loose_sheet(*, radius, width, height, paper):
    return concat_shapes(
        box((radius * 0.99, height / 2, width * 0.36), (0.002, height, width), paper, {"roughness": 0.95}),
        box((radius * 0.99, height / 2, width * 0.84), (0.0026, height * 0.98, 0.002), darker(paper, 0.85)),
    )


@register("a paper roll on an upright holder, one sheet hanging")
def toilet_paper(*, width=0.15, height=0.17, depth=0.15, paper=(0.97, 0.97, 0.96), metal="chrome"):
    radius, tall = width * 0.41, height * 0.68
    parts = concat_shapes(
        library_call("holder", radius=width / 2, height=height, metal=metal),
        moved(library_call("roll", radius=radius, height=tall, paper=paper), (0, height * 0.055, 0)),
        moved(
            library_call("loose_sheet", radius=radius, width=radius * 1.3, height=tall, paper=paper),
            (0, height * 0.055, 0),
        ),
    )
    return fitted(parts, width, None, depth)
