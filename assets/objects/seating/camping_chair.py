# /// asset
# word = "camping chair"
# synonyms = ["camp chair", "folding camp chair", "fishing chair", "outdoor folding chair", "festival chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, beam, box, darker, fitted, moved, rod, round_wall

STEEL = ((0.18, 0.19, 0.21), {"metallic": 0.5, "roughness": 0.4})


@register("the crossed steel legs")
def legs():
    parts = []
    for s in (-1, 1):
        parts.append(rod((s * 0.36, 0.015, 0.3), (s * 0.34, 0.44, -0.22), 0.011, *STEEL))
        parts.append(rod((s * 0.36, 0.015, -0.3), (s * 0.34, 0.44, 0.24), 0.011, *STEEL))
        parts.append(rod((s * 0.36, 0.015, -0.3), (s * 0.36, 0.62, 0.1), 0.009, *STEEL))
        parts.append(rod((s * 0.33, 0.42, 0.26), (s * 0.37, 0.63, 0.28), 0.011, *STEEL))
        parts.append(rod((s * 0.33, 0.4, -0.2), (s * 0.31, 0.94, -0.36), 0.011, *STEEL))
        parts += [ball((s * 0.36, 0.016, z), 0.02, (0.07, 0.07, 0.08)) for z in (-0.3, 0.3)]
    for z, t in ((0.3, 1), (-0.3, 1)):
        parts.append(rod((-0.36, 0.015, z), (0.33, 0.43, z * 0.78), 0.01, *STEEL))
        parts.append(rod((0.36, 0.015, z), (-0.33, 0.43, z * 0.78 * t), 0.01, *STEEL))
    return concat_shapes(*parts)


@register("the slung seat and back")
def cloth(*, paint):
    soft, parts, n = {"roughness": 0.95}, [], 12
    for i in range(n):
        x = (i - (n - 1) / 2) * 0.66 / n
        sag = 0.05 * (1 - (x / 0.33) ** 2)
        parts.append(
            moved(box((0, 0, 0), (0.66 / n + 0.002, 0.012, 0.48), paint, soft), (x, 0.43 - sag, 0.02), 0.08, (-1, 0, 0))
        )
        back = box((0, 0.27, 0), (0.64 / n + 0.002, 0.56, 0.012), darker(paint, 0.92), soft)
        parts.append(moved(back, (x * 0.95, 0.4, -0.2 - sag * 0.6), -0.28, (1, 0, 0)))
    return concat_shapes(
        *parts,
        moved(box((0, 0.53, 0.012), (0.62, 0.07, 0.014), darker(paint, 0.6), soft), (0, 0.4, -0.205), -0.28, (1, 0, 0)),
    )


@register("the arm rests with a cup holder")
def arms(*, paint):
    return concat_shapes(
        *[beam((s * 0.37, 0.635, 0.3), (s * 0.345, 0.65, -0.27), (0.08, 0.014), darker(paint, 0.6)) for s in (-1, 1)],
        moved(round_wall((0.045, 0.0), (0.045, 0.1), 0.004, darker(paint, 0.7), panels=16), (0.37, 0.545, 0.2)),
        rod((0.37, 0.548, 0.2), (0.37, 0.552, 0.2), 0.044, darker(paint, 0.5)),
    )


@register("a folding camping chair with a cup holder")
def camping_chair(*, width=0.84, height=0.96, depth=0.7, paint=(0.16, 0.38, 0.3)):
    whole = concat_shapes(library_call("legs"), library_call("cloth", paint=paint), library_call("arms", paint=paint))
    return fitted(whole, width, height, depth)
