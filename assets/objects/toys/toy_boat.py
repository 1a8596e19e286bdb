# /// asset
# word = "toy boat"
# synonyms = [
#     "model boat", "toy ship", "toy sailboat", "boat", "model ship", "ship model",
# ]
# stands_for = ["pirate ship"]
# category = "toys"
# support = "surface"
# colors = ["hull", "sail"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, darker, fitted, moved, rod


def leaning(center, size, slopes, color, material=None, sheer=0.0):
    """A box whose z grows by `slopes` = (per x, per y) and whose y grows by `sheer` per x."""
    lean = translation_matrix(center)
    lean[2, 0], lean[2, 1] = slopes
    lean[1, 0] = sheer
    return transform_shape(box((0, 0, 0), size, color, material), lean)


@register("the hull with its deck and rail")
def hull_part(*, length, width, height, hull):
    """Planks bent to a boat's plan: wide amidships, a point at the bow, a broad stern."""
    stations, levels, thick = 24, 8, width * 0.05
    span = length / stations

    def skin(t, u):
        """(half width, y) of the skin at `t` along the boat and `u` from keel to rail."""
        plan = min(1.0, 0.76 + 0.8 * t) * (1 - max(0.0, (t - 0.35) / 0.65) ** 2.0)
        sheer = 0.3 * (1 - u) * max(0.0, (t - 0.55) / 0.45) ** 2
        return max(0.0, width / 2 * plan * (0.5 + 0.5 * u**0.7) - thick / 2), height * (0.94 * u + sheer)

    def plank(k, i, s):
        t, a, b = (k + 0.5) / stations, i / levels, (i + 1) / levels
        (w0, y0), (w1, y1) = skin(t, a), skin(t, b)
        fore, aft = (skin(t + e / stations, (a + b) / 2)[0] for e in (0.5, -0.5))
        slopes = (s * (fore - aft) / span, s * (w1 - w0) / (y1 - y0))
        center = (length * (t - 0.5), (y0 + y1) / 2, s * (w0 + w1) / 2)
        middle = (a + b) / 2
        rise = (skin(t + 0.5 / stations, middle)[1] - skin(t - 0.5 / stations, middle)[1]) / span
        return leaning(center, (span * 1.02, (y1 - y0) * 1.03, thick), slopes, hull, {"roughness": 0.3}, rise)

    def rail(k, s):
        t = (k + 0.5) / stations
        fore, aft = (skin(t + e / stations, 1.0)[0] for e in (0.5, -0.5))
        center = (length * (t - 0.5), height * 0.96, s * (fore + aft) / 2)
        return leaning(
            center, (span * 1.03, height * 0.08, thick * 1.5), (s * (fore - aft) / span, 0), (0.97, 0.95, 0.9)
        )

    def filling(k):
        t = (k + 0.5) / stations
        fore, (low, y) = skin((k + 1) / stations, 1.0)[0], skin(t, 0.0)
        aft = skin(k / stations, 0.0)[0]
        keel = box((length * (t - 0.5), y + height * 0.05, 0), (span * 1.02, height * 0.1, 2 * min(low, aft)), hull)
        deck = (length * (t - 0.5), height * 0.9, 0), (span * 1.01, height * 0.06, 2 * fore)
        return concat_shapes(box(*deck, *surface("oak")), keel if min(low, aft) > 0 else [])

    stern = [
        box((-length / 2 + thick / 2, height * 0.94 * u, 0), (thick, height * 0.13, 2 * skin(0, u)[0]), hull)
        for u in (0.1, 0.22, 0.34, 0.46, 0.58, 0.7, 0.82, 0.92)
    ]
    sides = [(k, s) for k in range(stations) for s in (-1, 1)]
    return concat_shapes(
        *[plank(k, i, s) for k, s in sides for i in range(levels)],
        *[rail(k, s) for k, s in sides],
        *[filling(k) for k in range(stations - 1)],
        *stern,
        box(
            (-length / 2 + thick * 0.57, height * 0.96, 0),
            (thick * 1.2, height * 0.08, 2 * skin(0, 1)[0]),
            (0.97, 0.95, 0.9),
        ),
    )


def sail_cloth(foot, top, head, color):
    """A triangle of cloth with a little belly: its level foot from x to x at one height, its head above at `head`."""
    (x0, x1), (y0, y1) = foot, (top[0], top[1])
    middle, wide = (x0 + x1) / 2, abs(x1 - x0)
    flat = cone((0, 0, 0), (0, 1, 0), 1.0, color)
    shaped = scale_matrix((wide / 2, y1 - y0, wide * 0.02), (0, 0, 0))
    shaped[0, 1] = head - middle
    return transform_shape(flat, translation_matrix((middle, y0, 0)) @ shaped)


@register("the mast with mainsail, jib and pennant")
def rig(*, length, height, sail):
    pale = darker(sail, 0.93)
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), length * 0.016, *surface("oak")),
        rod((-length * 0.38, height * 0.09, 0), (length * 0.02, height * 0.09, 0), length * 0.01, *surface("oak")),
        sail_cloth((-length * 0.36, -length * 0.012), (height * 0.1, height * 0.92), -length * 0.012, sail),
        sail_cloth((length * 0.03, length * 0.38), (height * 0.08, height * 0.8), length * 0.012, pale),
        box((-length * 0.06, height * 0.965, 0), (length * 0.12, height * 0.05, 0.003), (0.2, 0.45, 0.75)),
    )


@register("a toy sailing boat with two sails")
def toy_boat(*, width=0.26, height=0.27, depth=0.085, hull=(0.8, 0.18, 0.16), sail=(0.97, 0.95, 0.9)):
    deck = height * 0.24
    body = library_call("hull_part", length=width, width=depth / 1.04, height=deck, hull=hull)
    whole = concat_shapes(
        body,
        moved(library_call("rig", length=width, height=height - deck * 0.9, sail=sail), (width * 0.04, deck * 0.9, 0)),
    )
    return fitted(whole, width, height, depth)
