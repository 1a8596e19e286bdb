# /// asset
# word = "kids chair"
# synonyms = [
#     "toddler chair", "child chair", "children's chair", "child-sized chair", "nursery chair", "kid's chair",
#     "preschool chair",
# ]
# category = "seating"
# support = "floor"
# colors = ["paint"]
# materials = ["body", "legs"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, moved, pad, rod, stretched


@register("a chunky round leg")
def leg(foot, top, look):
    return rod(foot, top, 0.022, *look)


@register("the small seat")
def seat(look):
    return pad((0, 0, 0), (0.31, 0.035, 0.3), *look, edge=0.04)


@register("a back in the shape of a bear's head")
def back(look, frame):
    """Stands on y = 0 and looks towards +z; the face is at its middle."""
    ink, pale = finish("black plastic"), (tuple(0.45 + 0.55 * c for c in look[0]), look[1])
    inner = darker(look[0], 0.72), look[1]
    y, thick = 0.175, 0.017

    def oval(x, up, rx, ry, rear, front, tone):
        """A flat oval from `rear` to `front` of the middle of the board."""
        disc = rod((0, 0, rear), (0, 0, front), 1.0, *tone)
        return moved(stretched(disc, (rx, ry, 1)), (x, y + up, 0))

    ears = [
        part
        for s in (-1, 1)
        for part in (
            oval(s * 0.105, 0.085, 0.05, 0.05, 0.002 - thick, thick - 0.002, look),
            oval(s * 0.105, 0.085, 0.028, 0.028, 0, thick + 0.001, inner),
        )
    ]
    eyes = [ellipsoid((s * 0.052, y + 0.025, thick), (0.012, 0.015, 0.008), *ink) for s in (-1, 1)]
    smile = [rod((0, y - 0.062, thick + 0.009), (s * 0.022, y - 0.07, thick + 0.009), 0.003, *ink) for s in (-1, 1)]
    return concat_shapes(
        *[rod((s * 0.085, -0.02, 0), (s * 0.085, 0.12, 0), 0.015, *frame) for s in (-1, 1)],
        oval(0, 0, 0.145, 0.115, -thick, thick, look),
        *ears,
        *eyes,
        ellipsoid((0, y - 0.045, thick), (0.055, 0.043, 0.01), *pale),
        ellipsoid((0, y - 0.028, thick + 0.007), (0.018, 0.013, 0.009), *ink),
        rod((0, y - 0.036, thick + 0.0085), (0, y - 0.062, thick + 0.0085), 0.003, *ink),
        *smile,
    )


@register("a small bright children's chair with a bear's face for a back")
def kids_chair(*, width=0.34, depth=0.34, height=0.56, body="yellow plastic", paint=None, legs="beech") -> Shape:
    bright, wood = finish(body, paint), finish(legs)
    corners = [(s, t) for s in (-1, 1) for t in (-1, 1)]
    parts = [
        library_call("leg", foot=(0.14 * s, 0, 0.135 * t), top=(0.105 * s, 0.26, 0.105 * t), look=wood)
        for s, t in corners
    ]
    parts.append(place("seat", at=(0, 0.25, 0), look=bright))
    rest = library_call("back", look=bright, frame=wood)
    parts.append(moved(rest, (0, 0.27, -0.125), -0.12, (1, 0, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
