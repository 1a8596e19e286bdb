# /// asset
# word = "sewing table"
# synonyms = ["sewing desk", "sewing machine table", "sewing station", "seamstress table", "tailor's table", "sewing cabinet"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["cloth", "machine_color"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, hoop, moved, plate, rod, rotated


@register("the table with its drawers, iron legs and treadle")
def sewing_stand(*, wood):
    look, iron = surface(wood), surface("black iron")
    parts = [
        plate((0, 0.73, 0), (1.15, 0.032, 0.52), 0.02, *look),
        box((0, 0.7, 0), (1.08, 0.06, 0.46), darker(look[0], 0.85), look[1]),
    ]
    for s in (-1, 1):
        for k in range(2):
            y = 0.62 - 0.13 * k
            parts.append(box((s * 0.45, y, 0), (0.2, 0.12, 0.42), *look))
            parts.append(box((s * 0.45, y, 0.212), (0.17, 0.09, 0.008), darker(look[0], 0.85), look[1]))
            parts.append(ellipsoid((s * 0.45, y, 0.222), (0.013, 0.013, 0.01), *surface("brass")))
        parts += [rod((s * 0.32, 0.68, z), (s * 0.4, 0.02, 1.05 * z), 0.016, *iron) for z in (-0.18, 0.18)]
        parts.append(rod((s * 0.4, 0.03, -0.21), (s * 0.4, 0.03, 0.21), 0.016, *iron))
        parts.append(rod((s * 0.36, 0.35, -0.18), (s * 0.36, 0.35, 0.18), 0.01, *iron))
        parts.append(rod((s * 0.36, 0.35, 0), (-s * 0.36, 0.35, 0), 0.01, *iron))
    parts.append(box((0, 0.1, 0.02), (0.38, 0.012, 0.26), *iron))
    parts.append(hoop(0.15, 0.012, *iron, center=(0.3, 0.3, 0), axis=(1, 0, 0)))
    return concat_shapes(*parts)


@register("the sewing machine")
def table_machine(*, machine_color):
    body, steel = (machine_color, {"roughness": 0.3}), surface("chrome")
    return concat_shapes(
        plate((0, 0.762, 0), (0.42, 0.05, 0.19), 0.03, *body),
        box((0.15, 0.88, 0), (0.1, 0.2, 0.1), *body),
        rod((-0.17, 0.99, 0), (0.17, 0.99, 0), 0.055, *body),
        ellipsoid((-0.17, 0.99, 0), (0.055, 0.055, 0.055), *body),
        box((-0.17, 0.925, 0), (0.075, 0.13, 0.085), *body),
        rod((0.2, 0.97, 0), (0.235, 0.97, 0), 0.062, darker(machine_color, 0.35)),
        rod((0.2, 0.97, 0), (0.24, 0.97, 0), 0.022, *steel),
        rod((-0.17, 0.86, 0), (-0.17, 0.8, 0), 0.005, *steel),
        box((-0.17, 0.814, 0.01), (0.05, 0.004, 0.07), *steel),
        rod((0.05, 1.04, 0), (0.05, 1.06, 0), 0.02, (0.85, 0.7, 0.45)),
        rod((0.05, 1.05, 0), (0.05, 1.1, 0), 0.019, (0.85, 0.25, 0.3)),
        box((0.0, 0.99, 0.056), (0.2, 0.02, 0.004), *surface("brass")),
        *[rod((0.15, 0.87 + 0.05 * k, 0.05), (0.15, 0.87 + 0.05 * k, 0.062), 0.013, *steel) for k in range(2)],
    )


@register("the cloth that is sewn, a pin cushion and reels")
def sewing_things(*, cloth):
    folds = [
        ellipsoid(
            (-0.33 + 0.05 * i, 0.772 + 0.006 * (i % 2), 0.08),
            (0.05, 0.014, 0.16),
            darker(cloth, 0.9 + 0.1 * (i % 2)),
            {"roughness": 0.95},
        )
        for i in range(5)
    ]
    hang = [
        moved(
            rotated(
                ellipsoid((0, 0, 0), (0.045, 0.16, 0.014), darker(cloth, 0.88 + 0.12 * (i % 2)), {"roughness": 0.95}),
                0.06 * (i - 2),
                (0, 0, 1),
            ),
            (-0.33 + 0.05 * i, 0.65, 0.262),
        )
        for i in range(5)
    ]
    reels = []
    for i, tone in enumerate(((0.2, 0.45, 0.7), (0.9, 0.7, 0.2), (0.3, 0.6, 0.35))):
        x = 0.36 + 0.055 * i
        reels += [
            rod((x, 0.762, -0.14), (x, 0.81, -0.14), 0.016, tone),
            rod((x, 0.762, -0.14), (x, 0.766, -0.14), 0.02, (0.8, 0.65, 0.4)),
            rod((x, 0.808, -0.14), (x, 0.814, -0.14), 0.02, (0.8, 0.65, 0.4)),
        ]
    return concat_shapes(*folds, *hang, *reels, ellipsoid((0.44, 0.778, 0.1), (0.045, 0.028, 0.045), (0.75, 0.1, 0.12)))


@register("a sewing table with its machine, drawers and cloth")
def sewing_table(
    *, width=1.15, height=1.12, depth=0.56, cloth=(0.55, 0.65, 0.75), machine_color=(0.93, 0.92, 0.88), wood="oak"
):
    whole = concat_shapes(
        library_call("sewing_stand", wood=wood),
        library_call("table_machine", machine_color=machine_color),
        library_call("sewing_things", cloth=cloth),
    )
    return fitted(whole, width, height, depth)
