# /// asset
# word = "conference chair"
# synonyms = ["boardroom chair", "meeting chair", "meeting room chair", "cantilever chair", "reception chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["upholstery", "frame"]
# ///
from scene.language import *
from scene.language.modelling import finish, fitted, moved, pad, pipe, upright_pad


@register("the bent tube that carries seat, arms and back")
def sled(width, depth, seat, rise, look):
    x, front, rear = width / 2 - 0.013, depth / 2 - 0.015, -depth / 2 + 0.015
    sides = [
        pipe(
            [
                (s * x, 0.013, rear),
                (s * x, 0.013, front),
                (s * x, seat + 0.2, front - 0.03),
                (s * x, seat + 0.21, rear + 0.06),
                (s * x, rise - 0.06, rear + 0.015),
            ],
            0.013,
            *look,
        )
        for s in (-1, 1)
    ]
    bars = [
        pipe([(-x, 0.013, rear), (x, 0.013, rear)], 0.013, *look),
        pipe([(-x, seat - 0.05, front - 0.11), (x, seat - 0.05, front - 0.11)], 0.011, *look),
        pipe([(-x, seat - 0.05, rear + 0.12), (x, seat - 0.05, rear + 0.12)], 0.011, *look),
    ]
    hangers = [
        pipe([(s * x, seat - 0.05, z), (s * x, seat + 0.2, z)], 0.009, *look)
        for s in (-1, 1)
        for z in (front - 0.11, rear + 0.12)
    ]
    return concat_shapes(*sides, *bars, *hangers)


@register("a pad on an arm")
def arm_pad(depth, look):
    return pad((0, 0, 0), (0.05, 0.03, depth), *look, edge=0.012)


@register("a padded chair on a bent steel tube, as it stands at a meeting table")
def conference_chair(
    *, width=0.58, depth=0.6, height=0.92, upholstery="leather", paint=(0.09, 0.09, 0.1), frame="chrome"
) -> Shape:
    cloth, steel = finish(upholstery, paint), finish(frame)
    seat = 0.43
    inner = width - 0.07
    lean = rotation_matrix(-0.13, (1, 0, 0), (0, 0, 0))
    back = transform_shape(
        concat_shapes(
            upright_pad((0, 0, 0), (inner, height - seat - 0.06, 0.075), *cloth, edge=0.035),
            upright_pad((0, 0.04, 0.02), (inner - 0.1, height - seat - 0.16, 0.07), *cloth, edge=0.03),
        ),
        lean,
    )
    parts = [
        library_call("sled", width=width, depth=depth, seat=seat, rise=height, look=steel),
        pad((0, seat - 0.04, 0.02), (inner, 0.09, depth - 0.13), *cloth, edge=0.04),
        moved(back, (0, seat + 0.05, -depth / 2 + 0.12)),
    ]
    parts += [
        place("arm_pad", at=(s * (width / 2 - 0.013), seat + 0.2, 0.01), depth=depth * 0.5, look=cloth) for s in (-1, 1)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
