# /// asset
# word = "barber chair"
# synonyms = ["salon chair", "hairdressing chair", "styling chair", "shampoo chair"]
# stands_for = ["tattoo chair", "pedicure chair", "examination chair", "treatment chair", "makeup chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["leather"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, lathe, moved, rod, stretched, tube


@register("the round foot with its pump")
def foot_part():
    chrome = surface("chrome")
    return concat_shapes(
        lathe([(0.32, 0), (0.3, 0.03), (0.1, 0.06), (0.08, 0.08)], *chrome, slices=22),
        rod((0, 0.06, 0), (0, 0.42, 0), 0.07, *chrome),
        tube([(0.05, 0.2, 0), (0.22, 0.22, 0.02), (0.3, 0.16, 0.02)], 0.013, *chrome),
        tube([(-0.2, 0.42, 0.2), (-0.18, 0.16, 0.5), (0.18, 0.16, 0.5), (0.2, 0.42, 0.2)], 0.018, *chrome),
        moved(box((0, 0, 0), (0.4, 0.03, 0.2), *chrome), (0, 0.16, 0.5), 0.25, (1, 0, 0)),
    )


@register("the padded seat, the back and the headrest")
def padding(*, leather):
    soft = {"roughness": 0.35}
    back = concat_shapes(
        box((0, 0.28, 0), (0.5, 0.52, 0.09), leather, soft),
        *[ellipsoid((0, 0.1 + 0.12 * k, 0.045), (0.22, 0.065, 0.045), leather, soft) for k in range(4)],
        ellipsoid((0, 0.64, 0.02), (0.15, 0.08, 0.06), leather, soft),
        rod((0, 0.5, 0), (0, 0.62, 0), 0.018, *surface("chrome")),
    )
    return concat_shapes(
        box((0, 0.47, 0.02), (0.54, 0.12, 0.52), leather, soft),
        ellipsoid((0, 0.53, 0.04), (0.25, 0.05, 0.25), leather, soft),
        moved(back, (0, 0.52, -0.24), -0.22, (1, 0, 0)),
    )


@register("an armrest")
def armrest(*, leather):
    return concat_shapes(
        tube([(0.29, 0.45, -0.18), (0.31, 0.72, -0.2), (0.31, 0.72, 0.2), (0.29, 0.45, 0.2)], 0.02, *surface("chrome")),
        box((0.31, 0.745, 0), (0.08, 0.045, 0.4), leather, {"roughness": 0.35}),
    )


@register("a padded chair on a hydraulic foot")
def barber_chair(*, width=0.7, height=1.15, depth=1.05, leather=(0.45, 0.1, 0.1)):
    arm = library_call("armrest", leather=leather)
    whole = concat_shapes(
        library_call("foot_part"),
        library_call("padding", leather=leather),
        arm,
        stretched(arm, (-1, 1, 1)),
    )
    return fitted(whole, width, height, depth)
