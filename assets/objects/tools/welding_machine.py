# /// asset
# word = "welding machine"
# synonyms = ["welder", "mig welder", "arc welder", "welding equipment", "welding set", "welding station"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, hoop, lathe, moved, rod, tube

DARK = ((0.1, 0.1, 0.11), {"roughness": 0.6})


@register("the gas bottle with its valve")
def gas_bottle():
    body = lathe([(0.11, 0), (0.11, 0.6), (0.06, 0.72), (0.035, 0.75)], (0.2, 0.45, 0.3), {"roughness": 0.4}, slices=20)
    return concat_shapes(
        body,
        rod((0, 0.74, 0), (0, 0.82, 0), 0.02, (0.8, 0.65, 0.3), {"metallic": 0.8}),
        rod((0.02, 0.79, 0), (0.09, 0.79, 0), 0.03, (0.85, 0.85, 0.84)),
    )


@register("a welding machine on wheels with a gas bottle, cables and torch")
def welding_machine(*, width=0.6, height=1.15, depth=0.95, paint=(0.8, 0.12, 0.08)):
    knobs = [rod((x, y, 0.31), (x, y, 0.335), 0.025, *DARK) for x, y in ((-0.11, 0.78), (0.0, 0.78), (0.11, 0.78))]
    plugs = [rod((x, 0.45, 0.3), (x, 0.45, 0.34), 0.03, (0.85, 0.7, 0.3), {"metallic": 0.7}) for x in (-0.1, 0.1)]
    slots = [box((s * 0.203, 0.55 + 0.045 * i, 0.0), (0.006, 0.02, 0.35), *DARK) for s in (-1, 1) for i in range(6)]
    cable = [(-0.1, 0.45, 0.34), (-0.14, 0.3, 0.44), (-0.22, 0.15, 0.42), (-0.26, 0.05, 0.3)]
    whole = concat_shapes(
        block((0, 0.2, -0.05), (0.46, 0.05, 0.85), *DARK),
        block((0, 0.25, 0.05), (0.4, 0.65, 0.5), paint, {"roughness": 0.35}),
        box((0, 0.75, 0.302), (0.36, 0.22, 0.006), darker(paint, 0.3)),
        box((0, 0.85, 0.306), (0.12, 0.04, 0.004), (0.2, 0.9, 0.4), {"emission": 0.6}),
        *knobs,
        *plugs,
        *slots,
        tube([(-0.17, 0.9, 0.28), (-0.17, 1.0, 0.3), (0.17, 1.0, 0.3), (0.17, 0.9, 0.28)], 0.016, *DARK),
        moved(library_call("gas_bottle"), (0, 0.25, -0.32)),
        *[
            rod((x * 0.2, 0.13, z), (x * 0.26, 0.13, z), r, *DARK)
            for x in (-1, 1)
            for z, r in ((-0.3, 0.13), (0.25, 0.08))
        ],
        tube(cable, 0.013, *DARK),
        *[hoop(0.13, 0.013, *DARK, center=(0.23, 0.6 + 0.02 * i, 0.12), axis=(1, 0, 0), parts=22) for i in range(3)],
    )
    return fitted(whole, width, height, depth)
