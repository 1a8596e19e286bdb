# /// asset
# word = "sock"
# synonyms = ["socks", "pair of socks", "woollen sock", "wool sock", "striped sock"]
# category = "textiles"
# support = "surface"
# colors = ["cloth", "stripe"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, pipe, rod, stretched

SOFT = {"roughness": 0.95}


@register("a sock that lies flat")
def one_sock(*, cloth, stripe):
    leg = [
        rod(
            (0.012 * k, 0, -0.02 - 0.032 * k),
            (0.012 * (k + 1), 0, -0.052 - 0.032 * k),
            0.042,
            stripe if k in (2, 4) else cloth,
            SOFT,
        )
        for k in range(6)
    ]
    cuff = rod((0.066, 0, -0.196), (0.08, 0, -0.236), 0.045, darker(cloth, 0.82), SOFT)
    heel = ellipsoid((-0.012, 0, 0.0), (0.045, 0.045, 0.045), darker(stripe, 0.9), SOFT)
    foot = pipe([(0, 0, 0), (0.045, 0, 0.03), (0.1, 0, 0.042)], 0.041, cloth, SOFT)
    toe = ellipsoid((0.125, 0, 0.046), (0.052, 0.041, 0.042), darker(stripe, 0.9), SOFT)
    ends = ellipsoid((0.1, 0, 0.042), (0.041, 0.041, 0.041), cloth, SOFT)
    return stretched(concat_shapes(*leg, cuff, heel, foot, toe, ends), (1, 0.26, 1))


@register("a pair of striped socks, one on the other")
def sock(*, width=0.27, height=0.045, depth=0.32, cloth=(0.9, 0.88, 0.82), stripe=(0.75, 0.22, 0.24)):
    first = library_call("one_sock", cloth=cloth, stripe=stripe)
    second = moved(library_call("one_sock", cloth=cloth, stripe=stripe), (0.045, 0.021, 0.02), -0.32)
    return fitted(concat_shapes(first, second), width, height, depth)
