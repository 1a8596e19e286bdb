# /// asset
# word = "goal"
# synonyms = ["soccer goal", "football goal", "goal post", "goalpost", "goal net", "hockey goal", "handball goal"]
# category = "sport"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint", "net"]
# ///
from scene.language import *
from scene.language.modelling import ball, fitted, rod


@register("the posts and the crossbar")
def frame(*, width, height, depth, paint):
    x, r = width / 2 - 0.05, 0.05
    return concat_shapes(
        *[
            rod((s * x, 0, depth / 2 - r), (s * x, height - r, depth / 2 - r), r, paint, {"roughness": 0.3})
            for s in (-1, 1)
        ],
        rod((-x, height - r, depth / 2 - r), (x, height - r, depth / 2 - r), r, paint, {"roughness": 0.3}),
        *[ball((s * x, height - r, depth / 2 - r), r, paint) for s in (-1, 1)],
        *[rod((s * x, 0.03, depth / 2 - r), (s * x, 0.03, -depth / 2 + 0.03), 0.025, paint) for s in (-1, 1)],
        rod((-x, 0.03, -depth / 2 + 0.03), (x, 0.03, -depth / 2 + 0.03), 0.025, paint),
        *[rod((s * x, height - r, depth / 2 - r), (s * x, height - r, 0), 0.02, paint) for s in (-1, 1)],
        *[rod((s * x, height - r, 0), (s * x, 0.03, -depth / 2 + 0.03), 0.02, paint) for s in (-1, 1)],
    )


@register("the net")
def net_part(*, width, height, depth, net):
    x, top, front, back = width / 2 - 0.05, height - 0.05, depth / 2 - 0.05, -depth / 2 + 0.03
    t, parts = 0.0045, []
    n = max(6, round(width / 0.17))
    for i in range(n + 1):
        px = -x + 2 * x * i / n
        parts.append(rod((px, top, front), (px, top, 0), t, net))
        parts.append(rod((px, top, 0), (px, 0.03, back), t, net))
    rows = max(5, round(height / 0.17))
    for i in range(rows + 1):
        u = i / rows
        y, z = 0.03 + (top - 0.03) * u, back + (0 - back) * u
        parts.append(rod((-x, y, z), (x, y, z), t, net))
        parts += [rod((s * x, y, z), (s * x, y, front), t, net) for s in (-1, 1)]
    for i in range(1, 4):
        z = front * i / 4
        parts.append(rod((-x, top, z), (x, top, z), t, net))
        parts += [rod((s * x, 0.03, z), (s * x, top, z), t, net) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a goal with a net")
def goal(*, width=3.0, height=2.0, depth=1.3, paint=(0.96, 0.96, 0.96), net=(0.85, 0.86, 0.88)):
    whole = concat_shapes(
        library_call("frame", width=width, height=height, depth=depth, paint=paint),
        library_call("net_part", width=width, height=height, depth=depth, net=net),
    )
    return fitted(whole, width, height, depth)
