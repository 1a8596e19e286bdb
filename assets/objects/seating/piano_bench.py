# /// asset
# word = "piano bench"
# synonyms = ["piano stool", "keyboard bench", "music bench", "organ bench"]
# category = "seating"
# support = "floor"
# colors = ["paint", "frame_color"]
# materials = ["upholstery", "frame"]
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, mirrored, moved, pad, rod


@register("a square tapered leg with a spade foot")
def leg(height, look):
    return concat_shapes(
        block((0, height * 0.7, 0), (0.05, height * 0.3, 0.05), *look),
        block((0, 0.02, 0), (0.036, height * 0.7, 0.036), *look),
        block((0, 0, 0), (0.046, 0.05, 0.046), *look),
    )


@register("the tufted seat")
def seat(width, depth, look):
    shade = tuple(0.5 * c + 0.25 for c in look[0]), look[1]
    buttons = [(x, z) for x in (-0.36, -0.12, 0.12, 0.36) for z in (-0.22, 0.22)]
    return concat_shapes(
        pad((0, 0, 0), (width, 0.08, depth), *look, edge=0.04),
        *[ellipsoid((x * width, 0.08, z * depth), (0.011, 0.006, 0.011), *shade) for x, z in buttons],
    )


@register("a knob that sets the height")
def knob(look):
    return concat_shapes(rod((0, 0, 0), (0.03, 0, 0), 0.03, *look), rod((-0.02, 0, 0), (0, 0, 0), 0.012, *look))


@register("a padded piano bench with side knobs")
def piano_bench(
    *, width=0.76, depth=0.36, height=0.5, upholstery="black leather", paint=None, frame="black wood", frame_color=None
) -> Shape:
    hide, wood = finish(upholstery, paint), finish(frame, frame_color)
    w, d, top = 0.68, depth, height - 0.08
    parts = [
        place("leg", at=(s * (w / 2 - 0.03), 0, t * (d / 2 - 0.03)), height=top - 0.02, look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(block((0, top - 0.09, 0), (w - 0.02, 0.08, d - 0.02), *wood))
    parts.append(block((0, top - 0.015, 0), (w, 0.02, d), *wood))
    parts.append(place("seat", at=(0, top, 0), width=w - 0.01, depth=d - 0.01, look=hide))
    right = moved(library_call("knob", look=finish("brass")), (w / 2, top - 0.05, 0))
    parts += [right, mirrored(right)]
    return fitted(concat_shapes(*parts), width, height, depth)
