# /// asset
# word = "tray rack"
# synonyms = ["tray trolley", "tray cart", "tray return rack", "bakery rack", "sheet pan rack", "tray return", "baking rack"]
# category = "storage"
# support = "floor"
# colors = ["paint", "trays"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, disc, finish, fitted, moved, plate, rod


@register("the frame on casters")
def frame(*, look, levels):
    parts = []
    for s in (-1, 1):
        for t in (-1, 1):
            parts.append(rod((s * 0.27, 0.12, t * 0.3), (s * 0.27, 1.7, t * 0.3), 0.015, *look))
            parts.append(
                rod((s * 0.27 - 0.015, 0.06, t * 0.3), (s * 0.27 + 0.015, 0.06, t * 0.3), 0.06, (0.12, 0.12, 0.12))
            )
            parts.append(box((s * 0.27, 0.1, t * 0.3), (0.05, 0.05, 0.05), *look))
        parts += [rod((s * 0.27, y, -0.3), (s * 0.27, y, 0.3), 0.015, *look) for y in (0.14, 1.69)]
        for i in range(levels):
            y = 0.26 + 1.38 * i / (levels - 1)
            parts.append(box((s * 0.25, y, 0), (0.03, 0.012, 0.6), *look))
    parts += [rod((-0.27, y, z), (0.27, y, z), 0.015, *look) for y in (0.14, 1.69) for z in (-0.3, 0.3)]
    return concat_shapes(*parts)


@register("a tray")
def tray(*, tone):
    return concat_shapes(
        plate((0, 0, 0), (0.46, 0.006, 0.58), 0.04, tone),
        *[box((s * 0.222, 0.014, 0), (0.012, 0.02, 0.5), tone) for s in (-1, 1)],
        *[box((0, 0.014, s * 0.284), (0.38, 0.02, 0.012), tone) for s in (-1, 1)],
    )


@register("what was left on a tray")
def leftovers():
    return concat_shapes(
        disc((-0.06, 0.006, 0.05), (0.11, 0.11), 0.014, (0.95, 0.95, 0.93)),
        disc((-0.06, 0.02, 0.05), (0.075, 0.075), 0.003, (0.85, 0.85, 0.82)),
        rod((0.13, 0.006, -0.1), (0.13, 0.09, -0.1), 0.032, (0.8, 0.88, 0.92)),
    )


@register("a tray rack on casters with trays")
def tray_rack(*, width=0.6, height=1.71, depth=0.63, metal="stainless steel", paint=None, trays=(0.75, 0.38, 0.16)):
    levels = 9
    parts = [library_call("frame", look=finish(metal, paint), levels=levels)]
    for i in range(levels):
        if i in (3, 7):
            continue
        y = 0.266 + 1.38 * i / (levels - 1)
        parts.append(moved(library_call("tray", tone=trays), (0, y, 0.01 * (i % 3))))
        if i in (1, 4, 6):
            parts.append(moved(library_call("leftovers"), (0, y, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
