# /// asset
# word = "grooming table"
# synonyms = ["dog grooming table", "pet grooming table", "groomer's table"]
# category = "pets"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["mat_color"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, hoop, plate, rod, tube


@register("the top: a ribbed rubber mat in a steel rim")
def groom_top(*, mat_color):
    steel = surface("stainless steel")
    return concat_shapes(
        plate((0, 0.8, 0), (1.1, 0.032, 0.6), 0.05, *steel),
        plate((0, 0.832, 0), (1.05, 0.018, 0.56), 0.04, mat_color, {"roughness": 0.95}),
    )


@register("the crossed folding legs with rubber feet, and a basket between them")
def groom_legs():
    steel = surface("stainless steel")
    parts = []
    for z in (-0.25, 0.25):
        for s in (-1, 1):
            parts.append(tube([(s * 0.44, 0.8, z), (s * 0.5, 0.02, z)], 0.017, *steel))
            parts.append(ellipsoid((s * 0.5, 0.02, z), (0.026, 0.02, 0.026), (0.06, 0.06, 0.07)))
    for s in (-1, 1):
        parts += [rod((s * 0.455, y, -0.25), (s * 0.455, y, 0.25), 0.012, *steel) for y in (0.62, 0.26)]
    parts += [rod((-0.47, 0.3, z), (0.47, 0.3, z), 0.009, *steel) for z in (-0.25, 0.25)]
    parts += [rod((-0.47, 0.295, -0.25 + 0.05 * i), (0.47, 0.295, -0.25 + 0.05 * i), 0.003, *steel) for i in range(11)]
    parts += [rod((-0.45 + 0.09 * i, 0.295, -0.25), (-0.45 + 0.09 * i, 0.295, 0.25), 0.003, *steel) for i in range(11)]
    return concat_shapes(*parts)


@register("the arm with its noose for the dog")
def groom_arm():
    steel, strap = surface("chrome"), ((0.1, 0.2, 0.55), {"roughness": 0.9})
    return concat_shapes(
        box((-0.5, 0.82, -0.27), (0.06, 0.08, 0.07), (0.12, 0.12, 0.13)),
        rod((-0.5, 0.8, -0.285), (-0.5, 1.72, -0.285), 0.012, *steel),
        tube([(-0.5, 1.7, -0.285), (-0.49, 1.76, -0.26), (-0.44, 1.78, -0.22), (-0.15, 1.78, -0.06)], 0.011, *steel),
        rod((-0.18, 1.78, -0.08), (-0.18, 1.5, -0.08), 0.006, *strap),
        hoop(0.085, 0.007, *strap, center=(-0.18, 1.42, -0.08), axis=(0, 0, 1)),
        rod((-0.53, 0.88, -0.285), (-0.44, 0.88, -0.285), 0.014, (0.8, 0.15, 0.12)),
    )


@register("a grooming table with a rubber top and an arm with a noose")
def grooming_table(*, width=1.1, height=1.8, depth=0.62, mat_color=(0.16, 0.17, 0.19)):
    whole = concat_shapes(
        library_call("groom_top", mat_color=mat_color), library_call("groom_legs"), library_call("groom_arm")
    )
    return fitted(whole, width, height, depth)
