# /// asset
# word = "brain model"
# synonyms = ["brain", "anatomical model", "model of a brain", "anatomy model"]
# category = "school"
# support = "surface"
# colors = ["tissue"]
# materials = ["stand"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, mirrored, moved, rod, tube


def on_hemisphere(size, along, angle):
    """A point of the outer surface; `along` runs from -1 at the back to 1 at the front, `angle` is 90 at the top."""
    ring = (1 - abs(along) ** 2.4) ** (1 / 2.1)
    turn = math.radians(angle)
    # Fuller at the back than at the brow, and arched over the middle.
    x, swell = size * 0.43 * along, 1 - 0.07 * along
    y = size * 0.31 * ring * swell * math.sin(turn) + size * 0.03 * (1 - along**2)
    return x, y, size * (0.05 + 0.29 * ring * swell * math.cos(turn))


@register("one half, folded")
def hemisphere(*, size, tissue):
    """The half on the side of +z, its brow towards +x."""
    dark = darker(tissue, 0.72)
    core = ellipsoid((0, size * 0.02, size * 0.16), (size * 0.42, size * 0.29, size * 0.17), dark, {"roughness": 0.5})
    steps, folds = 27, []
    for row in range(7):
        line = []
        for i in range(steps):
            along = 0.985 * math.sin(math.pi * (i / (steps - 1) - 0.5))
            wave = 9.5 * math.sin(4.4 * math.pi * along + 0.5 * row) + 3 * math.sin(9 * along + 2.1 * row)
            line.append(on_hemisphere(size, along, 93 - 19.5 * row + wave * (1 - along**6)))
        folds.append(tube(line, size * 0.052, tissue, {"roughness": 0.4}))
    return concat_shapes(core, *folds)


@register("the temporal lobe of one side")
def temporal_lobe(*, size, tissue):
    dark = darker(tissue, 0.72)
    core = ellipsoid((size * 0.02, -size * 0.17, size * 0.22), (size * 0.3, size * 0.09, size * 0.11), dark)
    folds = []
    for row in range(3):
        line = []
        for i in range(13):
            along = -1 + i / 6
            turn = math.radians(38 - 50 * row + 14 * math.sin(2.6 * math.pi * along + row))
            bulge = 0.35 + 0.65 * math.sqrt(1 - 0.94 * along**2)
            x = size * (0.03 + 0.27 * along)
            y = size * (-0.17 + 0.03 * along + 0.075 * bulge * math.sin(turn))
            line.append((x, y, size * (0.22 + 0.1 * bulge * math.cos(turn))))
        folds.append(tube(line, size * 0.042, tissue, {"roughness": 0.4}))
    return concat_shapes(core, *folds)


@register("the cerebellum and the stem")
def hind_brain(*, size, tissue):
    tone = darker(tissue, 0.8)
    leaves = [
        ellipsoid(
            (-size * (0.32 - 0.01 * i), -size * (0.2 + 0.026 * i), side * size * 0.12),
            (size * r, size * 0.017, size * r * 0.95),
            tone,
            {"roughness": 0.5},
        )
        for side in (-1, 1)
        for i, r in enumerate((0.13, 0.145, 0.15, 0.148, 0.14, 0.12, 0.09))
    ]
    path = [(-size * 0.04, -size * 0.16, 0), (-size * 0.09, -size * 0.34, 0), (-size * 0.13, -size * 0.5, 0)]
    return concat_shapes(*leaves, tube(path, size * 0.07, (0.95, 0.82, 0.7)))


@register("the stand with its label")
def display_stand(*, size, height, stand):
    look = surface(stand)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.12, 0), size * 0.42, *look),
        rod((0, height * 0.1, 0), (0, height, 0), size * 0.04, (0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.3}),
        moved(
            box((0, 0, 0), (size * 0.34, 0.003, size * 0.1), *surface("brass")),
            (0, height * 0.14, size * 0.3),
            0.3,
            (1, 0, 0),
        ),
    )


@register("a model of the brain in two halves on a stand")
def brain_model(*, width=0.18, height=0.24, depth=0.17, tissue=(0.93, 0.66, 0.65), stand="black wood"):
    size = 0.17
    half = concat_shapes(
        library_call("hemisphere", size=size, tissue=tissue), library_call("temporal_lobe", size=size, tissue=tissue)
    )
    other = mirrored(half, (0, 0, 1))
    brain = concat_shapes(half, other, library_call("hind_brain", size=size, tissue=tissue))
    whole = concat_shapes(
        moved(brain, (0, 0.18, 0)),
        library_call("display_stand", size=size, height=0.14, stand=stand),
    )
    return fitted(whole, width, height, depth)
