# /// asset
# word = "clothesline"
# synonyms = ["washing line", "laundry line", "clothes line", "drying line"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["posts"]
# ///
from scene.language import *
from scene.language.modelling import finish, fitted, rod


@register("a post with its crossbar")
def post(x, height, look):
    return concat_shapes(
        rod((x, 0, 0), (x, height, 0), 0.04, *look),
        rod((x, height - 0.06, -0.4), (x, height - 0.06, 0.4), 0.028, *look),
        rod((x, 0, 0), (x, 0.05, 0), 0.11, *finish("concrete")),
    )


@register("three lines between two posts")
def clothesline(*, width=4.0, height=1.9, depth=0.8, posts="oak", paint=None) -> Shape:
    look = finish(posts, paint)
    x = width / 2 - 0.1
    cord = ((0.93, 0.92, 0.88), {"roughness": 0.9})
    lines = [rod((-x, height - 0.05, z), (x, height - 0.05, z), 0.008, *cord) for z in (-0.33, 0.0, 0.33)]
    parts = [library_call("post", x=s * x, height=height, look=look) for s in (-1, 1)]
    return fitted(concat_shapes(*parts, *lines), width, height, depth)
