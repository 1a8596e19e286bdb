# /// asset
# word = "sled"
# synonyms = ["sledge", "wooden sled", "toboggan", "snow sled", "sleigh"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "rope"]
# materials = ["wood", "metal"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, darker, finish, fitted, mirrored, pipe, tube


@register("a runner that curls up in front")
def runner(*, look, metal):
    path = [
        (0.2, 0.02, -0.5),
        (0.2, 0.02, 0.28),
        (0.2, 0.05, 0.4),
        (0.2, 0.12, 0.48),
        (0.2, 0.2, 0.5),
        (0.2, 0.27, 0.46),
        (0.2, 0.3, 0.38),
    ]
    shoe = [(x, y - 0.016, z + 0.004) for x, y, z in path[:4]]
    posts = [beam((0.2, 0.02, z), (0.18, 0.24, z), (0.035, 0.045), *look) for z in (-0.36, -0.02, 0.28)]
    return concat_shapes(pipe(path, 0.019, *look), pipe(shoe, 0.009, *metal), *posts)


@register("the slatted seat")
def seat(*, look):
    dark = (darker(look[0], 0.85), look[1])
    slats = [block((0.085 * k, 0.24, -0.03), (0.068, 0.02, 0.86), *look) for k in (-2, -1, 0, 1, 2)]
    cross = [block((0, 0.215, z), (0.42, 0.027, 0.05), *dark) for z in (-0.36, -0.02, 0.28)]
    return concat_shapes(*slats, *cross, beam((-0.2, 0.3, 0.38), (0.2, 0.3, 0.38), (0.03, 0.03), *dark))


@register("the pulling rope")
def pull_rope(*, rope):
    half = [(0.19, 0.3, 0.39), (0.17, 0.2, 0.55), (0.1, 0.1, 0.66), (0.0, 0.06, 0.7)]
    return concat_shapes(tube(half, 0.009, rope), mirrored(tube(half, 0.009, rope)))


@register("a wooden sled with curled runners and a rope")
def sled(*, width=0.46, height=0.32, depth=1.22, wood="oak", paint=None, metal="steel", rope=(0.8, 0.15, 0.12)):
    look, steel = finish(wood, paint), finish(metal)
    side = library_call("runner", look=look, metal=steel)
    whole = concat_shapes(side, mirrored(side), library_call("seat", look=look), library_call("pull_rope", rope=rope))
    return fitted(whole, width, height, depth)
