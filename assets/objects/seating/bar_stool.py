# /// asset
# word = "bar stool"
# synonyms = [
#     "barstool", "counter stool", "high stool", "kitchen stool", "breakfast bar stool", "bar chair",
#     "high chair at the bar", "high-backed stool", "pub stool",
# ]
# category = "seating"
# support = "floor"
# clearance = {front = 0.3}
# colors = ["seat_color", "paint"]
# materials = ["seat", "frame"]
# [variants]
# back = {"high backed" = true, "with back" = true, "backless" = false}
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, pad, pipe, rod, upright_pad


@register("a slim splayed leg")
def leg(foot, top, look):
    return rod(foot, top, 0.012, *look)


@register("the padded seat, a little domed")
def seat(size, look):
    return concat_shapes(
        pad((0, 0, 0), (size, 0.062, size), *look, edge=0.034),
        ellipsoid((0, 0.048, 0), (size * 0.485, 0.022, size * 0.485), *look),
    )


@register("a curved low back")
def backrest(width, height, look, frame):
    parts = [rod((s * width * 0.36, -0.05, 0), (s * width * 0.4, height * 0.7, -0.015), 0.01, *frame) for s in (-1, 1)]
    parts.append(upright_pad((0, height * 0.38, -0.03), (width * 0.62, height * 0.62, 0.05), *look, edge=0.03))
    for s in (-1, 1):
        wing = upright_pad((0, 0, 0), (width * 0.34, height * 0.62, 0.05), *look, edge=0.03)
        turn = rotation_matrix(-s * 0.6, (0, 1, 0), (0, 0, 0))
        parts.append(transform_shape(wing, translation_matrix((s * width * 0.4, height * 0.38, 0.01)) @ turn))
    return concat_shapes(*parts)


@register("a high bar stool with a low back and a footrest")
def bar_stool(
    *,
    width=0.44,
    depth=0.46,
    height=0.98,
    back=True,
    seat="brown leather",
    seat_color=None,
    frame="black metal",
    paint=None,
) -> Shape:
    hide, metal = finish(seat, seat_color), finish(frame, paint)
    top = height * 0.715 if back else height - 0.07
    corners = [(s, t) for s in (-1, 1) for t in (-1, 1)]
    parts = [
        library_call("leg", foot=(0.2 * s, 0, 0.19 * t), top=(0.15 * s, top, 0.13 * t), look=metal) for s, t in corners
    ]
    y, r, w = 0.25, 0.17, 0.182
    parts.append(pipe([(-w, y, -r), (w, y, -r), (w, y, r), (-w, y, r), (-w, y, -r)], 0.011, *metal))
    parts.append(block((0, top - 0.01, 0), (0.3, 0.02, 0.3), *metal))
    parts.append(place("seat", at=(0, top, 0), size=0.38, look=hide))
    if back:
        rest = library_call("backrest", width=0.4, height=height - top - 0.05, look=hide, frame=metal)
        parts.append(moved(rest, (0, top + 0.05, -0.16)))
    return fitted(concat_shapes(*parts), width, height, depth)
