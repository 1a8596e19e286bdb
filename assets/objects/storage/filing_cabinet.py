# /// asset
# word = "filing cabinet"
# synonyms = ["file cabinet", "office drawers", "drawer cabinet", "document cabinet"]
# stands_for = ["map cabinet", "card catalog", "card catalogue"]
# phrase = "a metal filing cabinet with labelled drawers"
# category = "storage"
# support = "floor"
# clearance = {front = 0.7}
# [colors]
# paint = [0.522, 0.529, 0.537]
# [materials]
# body = "gray paint"
# handles = "chrome"
# [variants]
# drawers = {"tall" = 4, "four drawer" = 4, "two drawer" = 2, "low" = 2, "compact" = 2, "three drawer" = 3}
# [variants.height]
# "tall" = 1.32
# "four drawer" = 1.32
# "two drawer" = 0.7
# "low" = 0.7
# "compact" = 0.7
# "three drawer" = 1.02
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


@register("a file drawer with a handle and a label")
def drawer(width, height, look, metal):
    return concat_shapes(
        box((width, height, 0.018), (0, 0, 0), look),
        box((0.13, 0.02, 0.022), (0, height * 0.62, 0.018), metal),
        box((0.1, 0.05, 0.004), (0, height * 0.72, 0.01), metal),
        box((0.086, 0.036, 0.005), (0, height * 0.72 + 0.007, 0.01), finish("white paper")),
        rod((width * 0.4, height * 0.85, 0.005), (width * 0.4, height * 0.85, 0.014), 0.01, metal),
    )


@register("a metal filing cabinet with labelled drawers")
def filing_cabinet(
    *, width=0.46, depth=0.6, height=1.02, drawers=3, body="gray paint", paint=None, handles="chrome"
) -> Shape:
    steel, metal = finish(body, paint), finish(handles)
    dark = tuple(0.5 * c for c in steel[0]), steel[1]
    parts = [
        box((width, height - 0.04, depth - 0.04), (0, 0.04, -0.01), steel),
        box((width - 0.03, 0.05, depth - 0.06), (0, 0, -0.01), dark),
        box((width - 0.02, height - 0.07, 0.01), (0, 0.055, depth / 2 - 0.03), dark),
    ]
    each = (height - 0.07) / drawers
    parts += [
        place(
            "drawer",
            at=(0, 0.06 + each * i, depth / 2 - 0.015),
            width=width - 0.03,
            height=each - 0.015,
            look=steel,
            metal=metal,
        )
        for i in range(drawers)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
