# /// asset
# word = "handrail"
# synonyms = ["hand rail", "guard rail", "metal railing", "safety rail", "guardrail", "railing"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import ball, finish, fitted, rod


@register("a post on its foot plate")
def post(*, x, look):
    return concat_shapes(
        rod((x, 0, 0), (x, 0.015, 0), 0.06, *look),
        rod((x, 0, 0), (x, 1.0, 0), 0.022, *look),
        *[ball((x, y, 0), 0.031, *look) for y in (0.35, 0.68)],
    )


@register("the rails")
def rails(*, half, look):
    return concat_shapes(
        rod((-half, 1.0, 0), (half, 1.0, 0), 0.026, *look),
        *[ball((s * half, 1.0, 0), 0.026, *look) for s in (-1, 1)],
        *[rod((-half + 0.1, y, 0), (half - 0.1, y, 0), 0.014, *look) for y in (0.35, 0.68)],
    )


@register("a free-standing steel handrail")
def handrail(*, width=2.0, height=1.03, depth=0.12, metal="stainless steel", paint=None):
    look = finish(metal, paint)
    half = width / 2 - 0.026
    n = max(2, round(width / 1.0) + 1)
    whole = concat_shapes(
        library_call("rails", half=half, look=look),
        *[library_call("post", x=(2 * i / (n - 1) - 1) * (half - 0.1), look=look) for i in range(n)],
    )
    return fitted(whole, width, height, depth)
