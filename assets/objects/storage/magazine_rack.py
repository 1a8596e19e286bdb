# /// asset
# word = "magazine rack"
# synonyms = ["magazine holder", "newspaper rack", "magazine stand", "literature rack", "display stand for magazines"]
# stands_for = [
#     "newspaper stand", "record rack", "vinyl rack", "file sorter", "letter rack", "magazine file",
#     "mail organizer", "file organizer", "letter tray", "in-tray", "paper tray",
# ]
# category = "storage"
# support = "floor"
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, tube


@register("the wooden rack")
def rack_part(*, wood):
    look = surface(wood)
    sides = [
        moved(box((0, 0.2, 0), (0.4, 0.34, 0.014), *look), (0, 0.04, s * 0.05), s * 0.28, (1, 0, 0)) for s in (-1, 1)
    ]
    legs = [tube([(x, 0, -0.14), (x, 0.12, 0), (x, 0, 0.14)], 0.012, *look) for x in (-0.19, 0.19)]
    return concat_shapes(
        *sides, *legs, box((0, 0.06, 0), (0.4, 0.014, 0.12), *look), box((0, 0.22, 0), (0.4, 0.3, 0.008), *look)
    )


@register("a magazine")
def issue(*, tone):
    return concat_shapes(
        box((0, 0.14, 0), (0.21, 0.28, 0.006), (0.97, 0.97, 0.95)),
        box((0, 0.14, 0.0035), (0.21, 0.28, 0.002), tone),
        box((0, 0.25, 0.0048), (0.17, 0.04, 0.001), (0.98, 0.97, 0.93)),
    )


@register("a rack with magazines")
def magazine_rack(*, width=0.42, height=0.4, depth=0.3, wood="walnut"):
    issues = (
        (-0.06, 0.035, 0.2, (0.75, 0.2, 0.2)),
        (0.05, 0.06, 0.25, (0.2, 0.45, 0.6)),
        (0.02, -0.05, -0.22, (0.85, 0.7, 0.3)),
        (-0.05, -0.075, -0.26, (0.3, 0.5, 0.3)),
    )
    whole = concat_shapes(
        library_call("rack_part", wood=wood),
        *[moved(library_call("issue", tone=tone), (x, 0.16, z), lean, (1, 0, 0)) for x, z, lean, tone in issues],
    )
    return fitted(whole, width, height, depth)
