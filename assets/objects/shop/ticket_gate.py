# /// asset
# word = "ticket gate"
# synonyms = ["ticket barrier", "fare gate", "access gate", "entry gate"]
# stands_for = ["turnstile"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8, back = 0.8}
# colors = ["paint", "glass"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import block, box, cone, darker, finish, fitted, rod


@register("a cabinet with a reader and a sign")
def cabinet(*, x, look, paint, lit):
    tone = (0.2, 0.85, 0.35) if lit else (0.9, 0.15, 0.12)
    parts = [
        block((x, 0, 0), (0.26, 0.92, 1.4), *look),
        *[rod((x - 0.13, 0.46, s * 0.7), (x + 0.13, 0.46, s * 0.7), 0.001, *look) for s in (-1, 1)],
        block((x, 0.92, 0), (0.3, 0.07, 1.5), paint, {"roughness": 0.3}),
        box((x, 0.992, 0.5), (0.17, 0.006, 0.24), (0.1, 0.3, 0.65), {"emission": 0.5}),
        rod((x, 0.99, 0.5), (x, 0.998, 0.5), 0.055, (0.96, 0.96, 0.96)),
        box((x, 0.7, 0.702), (0.2, 0.2, 0.01), (0.06, 0.06, 0.07)),
        block((x, 0, 0), (0.28, 0.08, 1.44), darker(look[0], 0.5), look[1]),
    ]
    if lit:
        parts.append(cone((x, 0.68, 0.708), (x, 0.755, 0.708), 0.04, tone, {"emission": 1.5}))
        parts.append(box((x, 0.665, 0.708), (0.03, 0.06, 0.006), tone, {"emission": 1.5}))
    else:
        parts.append(box((x, 0.7, 0.708), (0.12, 0.034, 0.006), tone, {"emission": 1.5}))
    return concat_shapes(*parts)


@register("a pair of glass flaps")
def flaps(*, left, right, glass):
    look = (glass, {"roughness": 0.05, "opacity": 0.55})
    middle, half = (left + right) / 2, (right - left) / 2 - 0.02
    return concat_shapes(
        *[
            concat_shapes(
                box((middle + s * (half / 2 + 0.01), 0.6, 0), (half, 0.62, 0.018), *look),
                box((middle + s * (half / 2 + 0.01), 0.92, 0), (half, 0.02, 0.024), (0.9, 0.15, 0.12)),
            )
            for s in (-1, 1)
        ]
    )


@register("two ticket gates with glass flaps")
def ticket_gate(
    *, width=1.66, height=1.0, depth=1.5, metal="brushed steel", paint=(0.16, 0.18, 0.2), glass=(0.55, 0.8, 0.85)
):
    look = finish(metal)
    xs = (-0.68, 0.0, 0.68)
    whole = concat_shapes(
        *[library_call("cabinet", x=x, look=look, paint=paint, lit=i != 0) for i, x in enumerate(xs)],
        *[
            library_call("flaps", left=a + 0.13, right=b - 0.13, glass=glass)
            for a, b in ((xs[0], xs[1]), (xs[1], xs[2]))
        ],
    )
    return fitted(whole, width, height, depth)
