# /// asset
# word = "building blocks"
# synonyms = [
#     "building block", "wooden block", "wooden blocks", "block", "blocks", "set of blocks", "toy blocks",
#     "alphabet blocks", "foam blocks", "wooden bricks",
# ]
# stands_for = [
#     "clay block", "magnetic tiles",
# ]
# category = "toys"
# support = "surface"
# colors = ["first", "second", "third"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, fitted, moved, rod


def cube_block(size, at, tone, turn=0.0):
    return moved(box((0, size / 2, 0), (size, size, size), tone, {"roughness": 0.45}), at, turn)


def roof_block(size, at, tone):
    """A gable: thin slabs that narrow upward."""
    return moved(
        loop(
            8,
            lambda i: box(
                (0, size * (0.03 + 0.0625 * i), 0),
                (size * (1.0 - 0.12 * i), size * 0.0635, size),
                tone,
                {"roughness": 0.45},
            ),
        ),
        at,
    )


@register("an arch block")
def arch_block(*, size, tone):
    return concat_shapes(
        *[box((x * size * 0.75, size * 0.4, 0), (size * 0.5, size * 0.8, size), tone) for x in (-1, 1)],
        box((0, size * 0.9, 0), (size * 2, size * 0.22, size), tone),
        *[box((x * size * 0.38, size * 0.72, 0), (size * 0.28, size * 0.2, size), tone) for x in (-1, 1)],
    )


@register("a tower of two cubes with a cone roof")
def tower(*, size, low, high, top):
    return concat_shapes(
        cube_block(size, (0, 0, 0), low),
        cube_block(size, (0, size, 0), high),
        cone((0, size * 2, 0), (0, size * 3, 0), size * 0.5, top, {"roughness": 0.45}),
    )


@register("the letter A on the face of a block")
def letter(*, size, tone):
    return concat_shapes(
        rod((-size * 0.22, -size * 0.3, 0), (0, size * 0.3, 0), size * 0.045, tone),
        rod((size * 0.22, -size * 0.3, 0), (0, size * 0.3, 0), size * 0.045, tone),
        rod((-size * 0.13, -size * 0.06, 0), (size * 0.13, -size * 0.06, 0), size * 0.045, tone),
    )


@register("coloured building blocks stacked into a little castle")
def building_blocks(
    *, width=0.34, height=0.2, depth=0.17, first=(0.85, 0.22, 0.2), second=(0.2, 0.5, 0.8), third=(0.95, 0.78, 0.2)
):
    s, green = 0.058, (0.35, 0.68, 0.35)
    whole = concat_shapes(
        moved(library_call("tower", size=s, low=first, high=third, top=second), (-s * 1.6, 0, -s * 0.3)),
        moved(library_call("tower", size=s, low=second, high=green, top=first), (s * 1.6, 0, -s * 0.3)),
        moved(library_call("arch_block", size=s, tone=third), (0, 0, -s * 0.3)),
        roof_block(s * 1.3, (0, s, -s * 0.3), first),
        cube_block(s, (-s * 2.0, 0, s * 1.1), green, 0.5),
        cube_block(s, (s * 0.3, 0, s * 1.2), first, -0.3),
        rod((s * 1.8, s * 0.36, s * 0.9), (s * 2.6, s * 0.36, s * 1.3), s * 0.36, third),
        moved(
            moved(library_call("letter", size=s, tone=(0.97, 0.95, 0.9)), (0, 0, s * 0.5)),
            (s * 0.3, s * 0.5, s * 1.2),
            -0.3,
        ),
    )
    return fitted(whole, width, height, depth)
