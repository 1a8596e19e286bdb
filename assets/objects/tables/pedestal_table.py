# /// asset
# word = "pedestal table"
# synonyms = ["round pedestal table", "tulip table", "breakfast nook table", "saarinen table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.6, back = 0.6, left = 0.6, right = 0.6}
# colors = ["paint", "foot_color"]
# materials = ["top", "foot"]
# ///
from scene.language import *
from scene.language.modelling import cone, finish, fitted, rod


@register("the round top")
def top(radius, look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.016, 0), radius - 0.018, *look), rod((0, 0.01, 0), (0, 0.032, 0), radius, *look)
    )


@register("the trumpet-shaped pedestal")
def pedestal(radius, height, look):
    rings = [rod((0, 0, 0), (0, 0.012, 0), radius, *look), cone((0, 0.012, 0), (0, 0.16, 0), radius * 0.98, *look)]
    rings.append(cone((0, 0.012, 0), (0, 0.45, 0), radius * 0.42, *look))
    rings.append(rod((0, 0, 0), (0, height, 0), 0.05, *look))
    rings.append(cone((0, height, 0), (0, height - 0.22, 0), 0.16, *look))
    return concat_shapes(*rings)


@register("a round dining table on one central pedestal")
def pedestal_table(
    *, width=1.15, depth=1.15, height=0.74, top="marble", paint=None, foot="white metal", foot_color=None
) -> Shape:
    stone, metal = finish(top, paint), finish(foot, foot_color)
    under = height - 0.032
    parts = [
        place("pedestal", at=(0, 0, 0), radius=0.33, height=under, look=metal),
        place("top", at=(0, under, 0), radius=width / 2, look=stone),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
