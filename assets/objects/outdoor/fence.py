# /// asset
# word = "fence"
# synonyms = ["picket fence", "garden fence", "wooden fence"]
# stands_for = ["banister rail"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, finish


@register("one picket with a pointed top")
def picket(*, width, height, thick, look):
    point = width * 0.9
    tip = [
        box(
            (0, height - point + point * (i + 0.5) / 8, 0),
            (width * (1 - (i + 0.5) / 8), point / 8 * 1.02, thick),
            *look,
        )
        for i in range(8)
    ]
    return concat_shapes(box((0, (height - point) / 2, 0), (width, height - point, thick), *look), *tip)


@register("a post with a cap")
def post(*, size, height, look):
    return concat_shapes(
        box((0, height * 0.48, 0), (size, height * 0.96, size), *look),
        box((0, height * 0.97, 0), (size * 1.25, height * 0.025, size * 1.25), *look),
        box((0, height * 0.99, 0), (size * 0.8, height * 0.025, size * 0.8), *look),
    )


@register("the two rails")
def rails(*, width, height, thick, look):
    return concat_shapes(*[box((0, height * y, 0), (width, height * 0.08, thick), *look) for y in (0.28, 0.72)])


@register("a length of white picket fence")
def fence(*, width=1.8, height=1.0, depth=0.1, paint=None, wood="white wood"):
    look, size = finish(wood, paint), depth / 1.25
    count = max(3, round((width - 2 * size) / 0.15))
    step = (width - 2 * size) / count
    posts = [place("post", at=(x * (width - depth) / 2, 0, 0), size=size, height=height, look=look) for x in (-1, 1)]
    pickets = [
        place(
            "picket",
            at=((i - (count - 1) / 2) * step, height * 0.05, depth * 0.22),
            width=step * 0.62,
            height=height * 0.86,
            thick=depth * 0.2,
            look=look,
        )
        for i in range(count)
    ]
    return concat_shapes(
        *posts, library_call("rails", width=width - 1.5 * size, height=height, thick=depth * 0.24, look=look), *pickets
    )
