# /// asset
# word = "bath mat"
# synonyms = ["floor mat", "bathroom mat", "bath rug", "shower mat", "bathroom rug", "mat"]
# stands_for = ["anti slip mat", "boot tray", "changing mat", "rubber mat"]
# category = "textiles"
# support = "floor"
# colors = ["pile", "trim"]
# [variants.striped]
# "striped" = true
# ///
from scene.language import *
from scene.language.modelling import box, darker, disc, ellipsoid, mirrored, moved, rod

SOFT = {"roughness": 0.98}


@register("the backing with its hem")
def backing(*, width, depth, height, trim):
    r = depth * 0.1
    x, z = width / 2 - r, depth / 2 - r
    return concat_shapes(
        box((0, height / 2, 0), (width, height, 2 * z), trim),
        box((0, height / 2, 0), (2 * x, height, depth), trim),
        *[rod((i * x, 0, j * z), (i * x, height, j * z), r, trim) for i in (-1, 1) for j in (-1, 1)],
    )


@register("the pile of soft loops")
def loops(*, width, depth, height, pile, other):
    across, along = 24, 15
    dx, dz = width / across, depth / along
    parts = []
    for i in range(across):
        for j in range(along):
            shade = pile if (i + j) % 2 else darker(pile, 0.93)
            tone = other if other is not None and (i // 3) % 2 else shade
            at = ((i - (across - 1) / 2) * dx, height * 0.51, (j - (along - 1) / 2) * dz)
            parts.append(ellipsoid(at, (dx * 0.6, height * (0.46 + 0.02 * ((i + j) % 2)), dz * 0.6), tone, SOFT))
    return concat_shapes(*parts)


@register("the print of a bare foot")
def footprint(*, length, thick, tone):
    """The left foot, its toes towards -z; stands on y = 0."""
    toes = [
        disc((x * length, 0, -length * z), (length * r, length * r * 1.15), thick, tone, SOFT)
        for x, z, r in (
            (0.11, 0.45, 0.075),
            (0.0, 0.46, 0.052),
            (-0.085, 0.43, 0.046),
            (-0.16, 0.375, 0.042),
            (-0.22, 0.3, 0.037),
        )
    ]
    sole = [
        disc((x * length, 0, -length * z), (length * rx, length * rz), thick, tone, SOFT)
        for x, z, rx, rz in (
            (-0.02, 0.22, 0.19, 0.16),
            (-0.05, 0.08, 0.145, 0.2),
            (-0.045, -0.1, 0.115, 0.24),
            (-0.02, -0.32, 0.13, 0.17),
        )
    ]
    return concat_shapes(*sole, *toes)


@register("a thick fluffy bath mat with two footprints")
def bath_mat(*, width=0.8, depth=0.5, height=0.03, pile=(0.45, 0.68, 0.74), trim=(0.95, 0.96, 0.95), striped=False):
    base = height * 0.35
    field = library_call(
        "loops",
        width=width * 0.93,
        depth=depth * 0.9,
        height=height * (1 if striped else 0.96),
        pile=pile,
        other=trim if striped else None,
    )
    feet = []
    if not striped:
        left = moved(
            library_call("footprint", length=depth * 0.74, thick=height * 0.4, tone=trim),
            (-width * 0.15, height * 0.6, depth * 0.01),
            0.1,
        )
        feet = [left, mirrored(left)]
    return concat_shapes(library_call("backing", width=width, depth=depth, height=base, trim=trim), field, *feet)
