# /// asset
# word = "writing desk"
# synonyms = ["secretary desk", "bureau", "reading desk", "escritoire"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["frame", "handles"]
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import ball, block, carcass, darker, finish, fitted, moved, taper, tray


@register("a shallow drawer with a round knob")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.016), *look),
        tray((0, 0.01, -0.008 - depth / 2), (width - 0.04, height - 0.027, depth), 0.006, *look),
        ball((0, height / 2, 0.02), 0.013, *metal),
    )


@register("a slender tapered leg")
def leg(foot, top, look):
    return taper(top, foot, 0.026, 0.013, *look)


@register("the row of pigeonholes at the back of the top")
def pigeonholes(width, height, depth, look):
    board, n = 0.014, 5
    step = (width - board) / n
    parts = [block((-width / 2 + board / 2 + step * i, 0, 0), (board, height, depth), *look) for i in range(n + 1)]
    parts.append(block((0, height - board, 0), (width, board, depth), *look))
    parts.append(block((0, 0, -depth / 2 + 0.005), (width, height, 0.01), *look))
    return concat_shapes(*parts)


@register("a slender writing desk with two drawers and a row of pigeonholes")
def writing_desk(*, width=1.1, depth=0.55, height=0.92, frame="walnut", paint=None, handles="brass") -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    dark = darker(wood[0], 0.65), wood[1]
    top = height * 0.815
    x, z = width / 2 - 0.06, depth / 2 - 0.06
    parts = [
        library_call("leg", foot=(s * (x + 0.03), 0, t * (z + 0.03)), top=(s * x, top - 0.135, t * z), look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(block((0, top - 0.022, 0), (width, 0.022, depth), *wood))
    parts.append(carcass((0, top - 0.137, -0.0085), (width - 0.03, 0.115, depth - 0.057), 0.012, *dark))
    parts.append(block((0, top - 0.125, -0.0085), (0.012, 0.091, depth - 0.057), *dark))
    w = (width - 0.03) / 2
    parts += [
        moved(
            library_call("drawer", width=w - 0.01, height=0.105, depth=depth - 0.1, look=wood, metal=metal),
            (s * w / 2, top - 0.132, depth / 2 - 0.028),
        )
        for s in (-1, 1)
    ]
    holes = library_call("pigeonholes", width=width - 0.02, height=height - top, depth=0.2, look=wood)
    parts.append(moved(holes, (0, top, -depth / 2 + 0.11)))
    return fitted(concat_shapes(*parts), width, height, depth)
