# /// asset
# word = "toothbrush holder"
# synonyms = ["toothbrush cup", "toiletries", "toothbrushes", "tooth mug"]
# stands_for = ["toiletry", "bath essential", "cotton swab holder", "q-tips", "cotton swabs", "cotton swab"]
# category = "bath"
# support = "surface"
# colors = ["cup_color", "first", "second"]
# materials = ["cup"]
# [variants.striped]
# "striped" = true
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, moved, rod, rotated, round_wall


@register("the cup")
def cup_part(*, radius, height, look, first, striped):
    bands = (
        [
            round_wall(
                (radius * (0.93 + 0.09 * y), height * y),
                (radius * (0.93 + 0.09 * (y + 0.1)), height * (y + 0.1)),
                radius * 0.05,
                first,
                {"roughness": 0.3},
                panels=16,
            )
            for y in (0.15, 0.4, 0.65)
        ]
        if striped
        else []
    )
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.5, 0), radius * 0.88, *look),
        round_wall((radius * 0.9, 0), (radius, height), radius * 0.09, *look, panels=28),
        *bands,
    )


@register("a toothbrush, bristles up")
def brush(*, length, tone):
    t = length * 0.022
    bristles = [
        rod(
            (t * 0.9, length * (0.86 + 0.026 * i), z * t * 0.55),
            (t * 3.2, length * (0.86 + 0.026 * i), z * t * 0.55),
            t * 0.42,
            (0.97, 0.97, 0.98) if i % 2 else tone,
        )
        for i in range(5)
        for z in (-1, 1)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, length * 0.55, 0), t * 1.35, tone, {"roughness": 0.3}),
        ellipsoid((0, length * 0.3, 0), (t * 1.7, length * 0.2, t * 1.7), tone, {"roughness": 0.3}),
        rod((0, length * 0.5, 0), (0, length * 0.84, 0), t * 0.75, (0.97, 0.97, 0.98)),
        box((0, length * 0.91, 0), (t * 1.8, length * 0.17, t * 2.6), (0.97, 0.97, 0.98)),
        ellipsoid((0, length * 0.99, 0), (t * 0.9, length * 0.012, t * 1.3), (0.97, 0.97, 0.98)),
        *bristles,
    )


@register("a cup with two toothbrushes in it")
def toothbrush_holder(
    *,
    width=0.11,
    height=0.2,
    depth=0.09,
    cup_color=None,
    first=(0.25, 0.55, 0.85),
    second=(0.9, 0.35, 0.45),
    cup="ceramic",
    striped=False,
):
    radius = 0.04
    tools = [
        moved(rotated(library_call("brush", length=0.18, tone=tone), turn), (x, 0.02, back), lean, (0, 0, 1))
        for tone, x, back, lean, turn in ((first, 0.012, -0.01, -0.12, -0.9), (second, -0.008, -0.012, 0.14, -2.2))
    ]
    whole = concat_shapes(
        library_call("cup_part", radius=radius, height=0.1, look=finish(cup, cup_color), first=first, striped=striped),
        *tools,
    )
    return fitted(whole, width, height, depth)
