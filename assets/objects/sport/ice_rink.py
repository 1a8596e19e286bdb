# /// asset
# word = "ice rink"
# synonyms = ["ice skating rink", "skating rink", "hockey rink", "ice hockey rink", "ice surface", "ice field"]
# category = "sport"
# support = "floor"
# colors = ["ice", "board"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, fitted, moved, rod

BLUE, RED, WHITE = (0.1, 0.3, 0.72), (0.8, 0.12, 0.14), (0.95, 0.96, 0.97)


def outline(half_x, half_z, radius, steps=8):
    """The points of a rectangle with round corners, and the way along it at each of them."""
    points = []
    for cx, cz, start in ((1, 1, 0.0), (-1, 1, 0.5), (-1, -1, 1.0), (1, -1, 1.5)):
        for k in range(steps + 1):
            a = math.pi * (start + 0.5 * k / steps)
            points.append(
                (cx * (half_x - radius) + radius * math.cos(a), cz * (half_z - radius) + radius * math.sin(a))
            )
    return points


@register("the ice")
def sheet(*, half_x, half_z, radius, ice):
    shine = {"roughness": 0.12}
    parts = [
        block((0, 0, 0), (2 * half_x - 2 * radius, 0.06, 2 * half_z), ice, shine),
        block((0, 0, 0), (2 * half_x, 0.06, 2 * half_z - 2 * radius), ice, shine),
    ]
    for s in (-1, 1):
        for t in (-1, 1):
            x, z = s * (half_x - radius), t * (half_z - radius)
            parts.append(rod((x, 0, z), (x, 0.06, z), radius, ice, shine))
    return concat_shapes(*parts)


@register("the lines and the circles")
def lines(*, half_x, half_z):
    y, d = 0.061, 0.002
    parts = [box((0, y, 0), (0.16, d, 2 * half_z - 0.1), RED)]
    parts += [box((s * half_x * 0.36, y, 0), (0.16, d, 2 * half_z - 0.1), BLUE) for s in (-1, 1)]
    parts += [box((s * half_x * 0.82, y, 0), (0.05, d, 2 * half_z - 0.5), RED) for s in (-1, 1)]

    def ring(cx, cz, radius, tone):
        n = 28
        return [
            box(
                (cx + radius * math.cos(2 * math.pi * k / n), y + 0.001, cz + radius * math.sin(2 * math.pi * k / n)),
                (0.09, d, 0.09),
                tone,
            )
            for k in range(n)
        ]

    parts += ring(0, 0, half_z * 0.32, BLUE)
    for s in (-1, 1):
        for t in (-1, 1):
            parts += ring(s * half_x * 0.6, t * half_z * 0.5, half_z * 0.24, RED)
            parts.append(
                rod(
                    (s * half_x * 0.6, 0.06, t * half_z * 0.5),
                    (s * half_x * 0.6, y + 0.002, t * half_z * 0.5),
                    0.14,
                    RED,
                )
            )
    parts.append(rod((0, 0.06, 0), (0, y + 0.002, 0), 0.16, BLUE))
    return concat_shapes(*parts)


@register("the boards with their kick plate and rail")
def boards(*, half_x, half_z, radius, board):
    points = outline(half_x, half_z, radius)
    parts = []
    for (x0, z0), (x1, z1) in zip(points, [*points[1:], points[0]], strict=True):
        length = math.hypot(x1 - x0, z1 - z0)
        if length < 1e-6:
            continue
        at = ((x0 + x1) / 2, (z0 + z1) / 2)
        low = 1.0 if at[1] < half_z * 0.9 else 0.42  # the near side is low, so that one sees the ice
        pieces = concat_shapes(
            block((0, 0, 0), (length + 0.03, 0.2, 0.09), (0.98, 0.8, 0.15)),
            block((0, 0.2, 0), (length + 0.02, low - 0.2, 0.07), board, {"roughness": 0.35}),
            block((0, low, 0), (length + 0.03, 0.05, 0.1), BLUE, {"roughness": 0.35}),
        )
        parts.append(moved(pieces, (at[0], 0, at[1]), -math.atan2(z1 - z0, x1 - x0)))
    return concat_shapes(*parts)


@register("an ice rink with lines, circles and boards")
def ice_rink(*, width=11.8, height=1.05, depth=7.0, ice=(0.86, 0.93, 0.97), board=(0.95, 0.96, 0.97)):
    half_x, half_z = width / 2 - 0.06, depth / 2 - 0.06
    radius = 0.28 * depth
    whole = concat_shapes(
        library_call("sheet", half_x=half_x, half_z=half_z, radius=radius, ice=ice),
        library_call("lines", half_x=half_x, half_z=half_z),
        library_call("boards", half_x=half_x, half_z=half_z, radius=radius, board=board),
    )
    return fitted(whole, width, height, depth)
