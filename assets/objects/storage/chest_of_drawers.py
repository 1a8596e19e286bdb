# /// asset
# word = "chest of drawers"
# synonyms = ["drawer chest", "tallboy", "highboy", "commode", "bedroom chest", "drawers"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["frame", "handles"]
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, tray


@register("a drawer with a cup handle")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        tray((0, 0.012, -0.01 - depth / 2), (width - 0.03, height - 0.035, depth), 0.008, *look),
        *[block((s * width * 0.27, height * 0.52, 0.018), (0.09, 0.022, 0.02), *metal) for s in (-1, 1)],
    )


@register("a tall chest of five drawers")
def chest_of_drawers(*, width=0.8, depth=0.45, height=1.15, frame="pine", paint=None, handles="black metal") -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    dark = darker(wood[0], 0.6), wood[1]
    plinth = 0.07
    parts = [
        block((0, height - 0.03, 0), (width, 0.03, depth), *wood),
        carcass((0, plinth - 0.008, -0.012), (width - 0.06, height - plinth - 0.022, depth - 0.05), 0.012, *dark),
        block((0, 0, 0), (width - 0.02, plinth, depth - 0.03), *wood),
    ]
    parts += [block((s * (width / 2 - 0.026), 0, -0.002), (0.028, height - 0.03, depth - 0.02), *wood) for s in (-1, 1)]
    room_left, y = height - plinth - 0.04, plinth
    for share in (0.24, 0.22, 0.2, 0.18, 0.16):
        tall = room_left * share
        leaf = library_call(
            "drawer", width=width - 0.09, height=tall - 0.012, depth=depth - 0.085, look=wood, metal=metal
        )
        parts.append(moved(leaf, (0, y + 0.006, depth / 2 - 0.033)))
        y += tall
        parts.append(block((0, y - 0.005, depth / 2 - 0.047), (width - 0.084, 0.01, 0.02), *dark))
    return fitted(concat_shapes(*parts), width, height, depth)
