# /// asset
# word = "church pew"
# synonyms = ["pew", "pews", "church bench", "chapel bench", "church pews"]
# stands_for = ["courtroom bench"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, finish, fitted, rod, tinted


@register("an end with its rounded top and a cross")
def end(*, look):
    pale = tinted(look[0], 1.5)
    return concat_shapes(
        box((0, 0.3, 0), (0.05, 0.6, 0.46), *look),
        box((0, 0.75, -0.12), (0.05, 0.4, 0.22), *look),
        rod((-0.025, 0.6, 0.13), (0.025, 0.6, 0.13), 0.1, *look),
        rod((-0.025, 0.95, -0.12), (0.025, 0.95, -0.12), 0.11, *look),
        box((0, 0.03, 0), (0.07, 0.06, 0.5), *look),
        *[box((s * 0.026, 0.62, -0.12), (0.006, 0.26, 0.035), pale) for s in (-1, 1)],
        *[box((s * 0.0265, 0.67, -0.12), (0.006, 0.035, 0.13), pale) for s in (-1, 1)],
    )


@register("the seat, the back and the book rack")
def body(*, width, look):
    w = width - 0.1
    books = [
        box((x * width, 0.7, -0.325), (0.03, 0.2, 0.05), tone)
        for x, tone in (
            (-0.3, (0.5, 0.1, 0.1)),
            (-0.28, (0.1, 0.2, 0.4)),
            (0.2, (0.5, 0.1, 0.1)),
            (0.22, (0.1, 0.35, 0.2)),
        )
    ]
    panels = [
        box((width * (i - 2) * 0.185, 0.7, -0.187), (width * 0.16, 0.32, 0.012), tinted(look[0], 0.82), look[1])
        for i in range(5)
    ]
    return concat_shapes(
        box((0, 0.44, 0.03), (w, 0.035, 0.4), *look),
        box((0, 0.7, -0.2), (w, 0.56, 0.03), *look),
        *panels,
        box((0, 0.99, -0.2), (w, 0.045, 0.07), *look),
        box((0, 0.58, -0.3), (w, 0.02, 0.16), *look),
        box((0, 0.66, -0.37), (w, 0.05, 0.015), *look),
        box((0, 0.25, 0.12), (w, 0.12, 0.025), *look),
        *books,
    )


@register("a long wooden church pew with carved ends, a book rack and hymn books")
def pew(*, width=2.0, height=1.06, depth=0.64, paint=None, wood="dark oak"):
    look = finish(wood, paint)
    whole = concat_shapes(
        *[place("end", at=(s * (width / 2 - 0.05), 0, 0), look=look) for s in (-1, 1)],
        library_call("body", width=width, look=look),
    )
    return fitted(whole, width, height, depth)
