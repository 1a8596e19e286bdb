# /// asset
# word = "overbed table"
# synonyms = ["over-bed table", "hospital table", "hospital tray table", "over bed table", "bedside tray table", "patient table"]
# category = "tables"
# support = "floor"
# colors = ["paint"]
# materials = ["top"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, finish, fitted, plate, rod


@register("the base on casters")
def base(*, look):
    parts = [box((-0.36, 0.09, 0), (0.05, 0.04, 0.4), *look)]
    for s in (-1, 1):
        parts.append(box((0.0, 0.09, s * 0.19), (0.72, 0.035, 0.04), *look))
        parts += [ball((x, 0.035, s * 0.19), 0.035, (0.15, 0.15, 0.16)) for x in (-0.34, 0.34)]
        parts += [rod((x, 0.035, s * 0.19), (x, 0.09, s * 0.19), 0.01, *finish("steel")) for x in (-0.34, 0.34)]
    return concat_shapes(*parts)


@register("the column with its lever")
def column(*, look):
    return concat_shapes(
        block((-0.36, 0.09, 0), (0.06, 0.45, 0.09), *look),
        block((-0.36, 0.5, 0), (0.04, 0.28, 0.07), *finish("chrome")),
        box((-0.2, 0.775, 0), (0.4, 0.03, 0.12), *look),
        rod((-0.3, 0.76, 0.06), (-0.22, 0.75, 0.17), 0.009, (0.1, 0.1, 0.11)),
    )


@register("the rimmed table top")
def top_part(*, look):
    edge = (0.86, 0.87, 0.88)
    return concat_shapes(
        plate((0, 0.79, 0), (0.8, 0.022, 0.4), 0.04, edge),
        plate((0, 0.812, 0), (0.77, 0.006, 0.37), 0.03, *look),
    )


@register("an overbed table on casters")
def overbed_table(*, width=0.8, height=0.818, depth=0.42, top="light oak", paint=(0.88, 0.89, 0.9)):
    look = (paint, {"roughness": 0.4})
    whole = concat_shapes(
        library_call("base", look=look), library_call("column", look=look), library_call("top_part", look=finish(top))
    )
    return fitted(whole, width, height, depth)
