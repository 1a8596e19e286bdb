# /// asset
# word = "crane"
# synonyms = ["tower crane", "construction crane", "building crane", "toy crane", "model crane"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# [variants]
# width = {"toy" = 0.5, "model" = 0.5}
# height = {"toy" = 0.58, "model" = 0.58}
# depth = {"toy" = 0.11, "model" = 0.11}
# ///
import itertools

from scene.language import *
from scene.language.modelling import beam, block, box, darker, fitted, rod

STEEL = {"roughness": 0.45}
GREY = (0.6, 0.6, 0.58)


def lattice(start, end, wide, bays, paint):
    """A square truss from one end to the other, upright or level along x."""
    upright = start[0] == end[0]
    parts = []
    corners = [(a * wide / 2, b * wide / 2) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]

    def at(t, corner):
        x, y, z = (s + (e - s) * t for s, e in zip(start, end, strict=True))
        return (x + corner[0], y, z + corner[1]) if upright else (x, y + corner[0], z + corner[1])

    parts += [beam(at(0, c), at(1, c), (0.07, 0.07), paint, STEEL) for c in corners]
    for k in range(bays):
        for n in range(4):
            one, other = corners[n], corners[(n + 1) % 4]
            low, high = (one, other) if k % 2 else (other, one)
            parts.append(beam(at(k / bays, low), at((k + 1) / bays, high), (0.035, 0.035), darker(paint, 0.92), STEEL))
            parts.append(beam(at((k + 1) / bays, one), at((k + 1) / bays, other), (0.035, 0.035), paint, STEEL))
    return concat_shapes(*parts)


@register("the foot with its ballast and the tower")
def tower(*, paint):
    ballast = [
        block((x, 0.25, z), (0.5, 0.35, 0.5), GREY, {"roughness": 0.95}) for x in (-0.42, 0.42) for z in (-0.42, 0.42)
    ]
    return concat_shapes(
        block((0, 0, 0), (1.6, 0.25, 1.6), darker(GREY, 0.8), {"roughness": 0.95}),
        *ballast,
        lattice((0, 0.25, 0), (0, 6.2, 0), 0.62, 9, paint),
    )


@register("the cab with its windows")
def cab(*, paint):
    return concat_shapes(
        block((0, 6.2, 0), (0.8, 0.14, 0.8), darker(paint, 0.6), STEEL),
        block((0.35, 6.0, 0.58), (0.62, 0.75, 0.5), paint, STEEL),
        box((0.35, 6.48, 0.835), (0.5, 0.4, 0.012), (0.2, 0.3, 0.38), {"roughness": 0.1}),
        box((0.665, 6.48, 0.58), (0.012, 0.4, 0.4), (0.2, 0.3, 0.38), {"roughness": 0.1}),
    )


@register("the arm with its counterweight, stays, trolley and hook")
def arm(*, paint):
    rope = ((0.15, 0.15, 0.16), STEEL)
    hook_at = 3.6
    parts = [
        lattice((-2.3, 6.55, 0), (5.0, 6.55, 0), 0.42, 16, paint),
        lattice((0, 6.34, 0), (0, 7.6, 0), 0.4, 2, paint),
    ]
    parts += [rod((0, 7.6, 0), (x, 6.76, 0), 0.022, *rope) for x in (-2.1, 2.4, 4.5)]
    parts += [block((-2.1 + 0.34 * k, 5.75, 0), (0.28, 0.75, 0.6), GREY, {"roughness": 0.95}) for k in range(3)]
    parts.append(block((hook_at, 6.2, 0), (0.4, 0.13, 0.46), darker(paint, 0.5), STEEL))
    parts += [rod((hook_at + s * 0.1, 6.25, 0), (hook_at + s * 0.1, 3.7, 0), 0.014, *rope) for s in (-1, 1)]
    parts += [
        block((hook_at, 3.45, 0), (0.32, 0.28, 0.2), (0.95, 0.75, 0.1), STEEL),
        rod((hook_at, 3.46, 0), (hook_at, 3.28, 0), 0.035, *rope),
    ]
    bend = [(0.0, 3.28), (0.11, 3.2), (0.1, 3.08), (0.0, 3.03), (-0.1, 3.09)]
    parts += [
        rod((hook_at + a[0], a[1], 0), (hook_at + b[0], b[1], 0), 0.032, *rope) for a, b in itertools.pairwise(bend)
    ]
    return concat_shapes(*parts)


@register("a tower crane with its hook")
def crane(*, width=6.6, height=7.0, depth=1.45, paint=(0.95, 0.72, 0.1)):
    return fitted(
        concat_shapes(
            library_call("tower", paint=paint), library_call("cab", paint=paint), library_call("arm", paint=paint)
        ),
        width,
        height,
        depth,
    )
