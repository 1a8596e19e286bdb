# /// asset
# word = "ladder shelf"
# synonyms = ["leaning shelf", "etagere", "open display shelf", "plant ladder", "tiered shelf"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint", "frame_color"]
# materials = ["shelves", "frame"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod


@register("a shelf")
def shelf(width, depth, look):
    return block((0, 0, 0), (width, 0.022, depth), *look)


@register("one side of the ladder")
def side(height, depth, look):
    front = rod((0, 0.0, depth / 2 - 0.02), (0, height, -depth / 2 + 0.03), 0.013, *look)
    back = rod((0, 0.0, -depth / 2 + 0.015), (0, height, -depth / 2 + 0.015), 0.013, *look)
    return concat_shapes(front, back)


@register("a leaning ladder shelf with steps that grow deeper toward the floor")
def ladder_shelf(
    *, width=0.65, depth=0.45, height=1.75, shelves="oak", paint=None, frame="black metal", frame_color=None
) -> Shape:
    wood, metal = finish(shelves, paint), finish(frame, frame_color)
    parts = [
        moved(library_call("side", height=height, depth=depth, look=metal), (s * (width / 2 - 0.013), 0, 0))
        for s in (-1, 1)
    ]
    for i in range(5):
        y = 0.1 + i * 0.36 * height / 1.75
        reach = (depth - 0.03) * (1 - y / height) + 0.06
        parts.append(place("shelf", at=(0, y, -depth / 2 + reach / 2), width=width - 0.04, depth=reach, look=wood))
        parts += [
            rod(
                (s * (width / 2 - 0.02), y - 0.008, -depth / 2 + 0.015),
                (s * (width / 2 - 0.02), y - 0.008, -depth / 2 + reach - 0.02),
                0.009,
                *metal,
            )
            for s in (-1, 1)
        ]
    return fitted(concat_shapes(*parts), width, height, depth)
