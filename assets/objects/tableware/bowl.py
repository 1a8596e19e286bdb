# /// asset
# word = "bowl"
# synonyms = [
#     "soup bowl", "cereal bowl", "salad bowl", "rice bowl", "snack bowl", "serving bowl", "wasabi bowl",
#     "ginger bowl", "soy sauce bowl", "soy sauce dish", "dip bowl", "decorative bowl", "popcorn bowl",
#     "small bowl",
# ]
# stands_for = ["basin"]
# category = "tableware"
# support = "surface"
# colors = ["glaze", "inside"]
# materials = ["ware"]
# ///
from scene.language import *
from scene.language.modelling import finish, rod, round_wall


@register("the open bowl itself: outer wall and lining")
def shell(*, radius, height, glaze, inside, shine):
    low, mid, top = (radius * 0.5, height * 0.1), (radius * 0.85, height * 0.45), (radius, height)
    lining = [(r - radius * 0.035, y) for r, y in (low, mid, top)]
    return concat_shapes(
        round_wall(low, mid, radius * 0.05, glaze, shine, panels=28),
        round_wall(mid, top, radius * 0.05, glaze, shine, panels=28),
        round_wall(lining[0], lining[1], radius * 0.04, inside, shine, panels=28),
        round_wall(lining[1], lining[2], radius * 0.04, inside, shine, panels=28),
        rod((0, height * 0.08, 0), (0, height * 0.16, 0), radius * 0.55, inside, shine),
    )


@register("the ring the bowl stands on")
def foot(*, radius, height, glaze, shine):
    return rod((0, 0, 0), (0, height * 0.12, 0), radius * 0.48, glaze, shine)


@register("a round open bowl on a small foot")
def bowl(*, width=0.16, height=0.075, glaze=None, inside=(0.9, 0.88, 0.82), ware="teal stoneware"):
    glaze, shine = finish(ware, glaze)
    radius = width / 2
    return concat_shapes(
        library_call("foot", radius=radius, height=height, glaze=glaze, shine=shine),
        library_call("shell", radius=radius * 0.985, height=height, glaze=glaze, inside=inside, shine=shine),
    )
