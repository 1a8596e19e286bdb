# /// asset
# word = "centrifuge machine"
# synonyms = ["centrifuge", "lab centrifuge", "laboratory centrifuge", "blood centrifuge"]
# category = "school"
# support = "surface"
# clearance = {front = 0.3}
# colors = ["shell", "accent"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, plate, rod, round_wall


@register("the housing on rubber feet")
def housing(*, width, height, depth, shell, accent):
    look, rubber = (shell, {"roughness": 0.35}), (0.12, 0.12, 0.13)
    feet = [
        rod((s * width * 0.38, 0, t * depth * 0.38), (s * width * 0.38, 0.014, t * depth * 0.38), 0.02, rubber)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    vents = [
        box((s * width / 2, height * (0.3 + 0.07 * i), -depth * 0.18), (0.006, 0.008, depth * 0.34), (0.3, 0.31, 0.33))
        for s in (-1, 1)
        for i in range(5)
    ]
    return concat_shapes(
        *feet,
        plate((0, 0.012, 0), (width, height - 0.012, depth), 0.04, *look),
        plate((0, 0.04, 0), (width + 0.004, 0.018, depth + 0.004), 0.042, accent, {"roughness": 0.4}),
        *vents,
    )


@register("the control panel with its display, keys and dial")
def control_panel(*, width, height, accent):
    digits = [
        box(((i - 1.5) * 0.022, 0, 0.0055), (0.013, 0.026, 0.002), (0.95, 0.3, 0.2), {"emission": 1.8})
        for i in range(4)
    ]
    lit = moved(
        concat_shapes(box((0, 0, 0.004), (0.1, 0.044, 0.003), (0.06, 0.05, 0.05), {"roughness": 0.1}), *digits),
        (-width * 0.22, height * 0.12, 0),
    )
    keys = [
        box((width * (-0.36 + 0.14 * i), -height * 0.3, 0.004), (width * 0.1, height * 0.15, 0.006), tone)
        for i, tone in enumerate(((0.3, 0.75, 0.4), (0.9, 0.3, 0.25), (0.85, 0.86, 0.87)))
    ]
    knob = [
        rod((width * 0.3, 0, 0), (width * 0.3, 0, 0.02), height * 0.24, (0.2, 0.21, 0.23)),
        box((width * 0.3, height * 0.13, 0.02), (0.006, height * 0.16, 0.003), (0.95, 0.95, 0.95)),
    ]
    return concat_shapes(box((0, 0, 0), (width, height, 0.006), accent, {"roughness": 0.4}), lit, *keys, *knob)


@register("a tube of blood with its cap")
def tube(*, length, radius, cap):
    clear = (0.9, 0.94, 0.96)
    return concat_shapes(
        rod((0, 0, 0), (0, length * 0.62, 0), radius, (0.62, 0.1, 0.12), {"roughness": 0.15}),
        rod((0, length * 0.62, 0), (0, length * 0.8, 0), radius, clear, {"roughness": 0.15}),
        rod((0, length * 0.78, 0), (0, length, 0), radius * 1.3, cap, {"roughness": 0.5}),
    )


@register("the chamber with its rotor of tubes")
def rotor(*, radius, count):
    steel = ((0.6, 0.61, 0.63), {"metallic": 1.0, "roughness": 0.3})
    caps = ((0.6, 0.25, 0.65), (0.95, 0.75, 0.2), (0.25, 0.5, 0.85), (0.35, 0.7, 0.4))
    tubes = []
    for i in range(count):
        turn = rotation_matrix(2 * math.pi * i / count, (0, 1, 0), (0, 0, 0))
        leant = translation_matrix((radius * 0.82, 0.006, 0)) @ rotation_matrix(0.5, (0, 0, 1), (0, 0, 0))
        one = library_call("tube", length=radius * 0.68, radius=radius * 0.088, cap=caps[i % 4])
        tubes.append(transform_shape(one, turn @ leant))
    return concat_shapes(
        rod((0, -0.01, 0), (0, 0.003, 0), radius * 1.12, (0.12, 0.12, 0.13)),
        rod((0, 0, 0), (0, radius * 0.1, 0), radius * 0.96, *steel),
        cone((0, radius * 0.1, 0), (0, radius * 0.62, 0), radius * 0.74, *steel),
        rod((0, radius * 0.1, 0), (0, radius * 0.6, 0), radius * 0.16, *steel),
        ellipsoid((0, radius * 0.6, 0), (radius * 0.16, radius * 0.1, radius * 0.16), (0.15, 0.15, 0.16)),
        *tubes,
    )  # fmt: skip


@register("the hinged lid with its seal and window")
def lid(*, width, depth, thick, radius, shell):
    """Lies shut on y = 0 with its hinge at z = 0 and its front at z = `depth`."""
    look = (shell, {"roughness": 0.35})
    seal = moved(
        concat_shapes(
            round_wall(
                (radius, -0.014), (radius, 0.004), radius * 0.14, (0.15, 0.15, 0.16), {"roughness": 0.8}, panels=36
            ),
            rod((0, -0.003, 0), (0, 0.001, 0), radius * 0.9, (0.55, 0.56, 0.58), {"metallic": 1.0, "roughness": 0.4}),
            rod((0, -0.006, 0), (0, 0, 0), radius * 0.3, (0.7, 0.85, 0.92), {"roughness": 0.05}),
        ),
        (0, 0, depth / 2),
    )
    body = plate((0, 0, depth / 2), (width, thick, depth), 0.04, *look)
    return concat_shapes(
        body, seal, box((0, thick / 2, depth + 0.006), (width * 0.3, thick * 0.6, 0.03), (0.3, 0.31, 0.33))
    )


@register("a bench-top laboratory centrifuge with its lid open on a rotor of blood tubes")
def centrifuge(*, width=0.42, height=0.62, depth=0.56, shell=(0.92, 0.93, 0.94), accent=(0.2, 0.5, 0.75)):
    w, tall, deep, radius = 0.42, 0.23, 0.5, 0.155
    panel = translation_matrix((0, tall * 0.62, deep / 2))
    chamber = translation_matrix((0, tall, 0.01))
    whole = concat_shapes(
        library_call("housing", width=w, height=tall, depth=deep, shell=shell, accent=accent),
        transform_shape(library_call("control_panel", width=w * 0.78, height=0.1, accent=accent), panel),
        transform_shape(
            round_wall(
                (radius * 1.26, -0.01), (radius * 1.26, 0.022), radius * 0.16, shell, {"roughness": 0.35}, panels=36
            ),
            chamber,
        ),
        transform_shape(library_call("rotor", radius=radius, count=12), chamber),
        moved(
            library_call("lid", width=w, depth=deep * 0.84, thick=0.05, radius=radius * 1.2, shell=shell),
            (0, tall + 0.01, -deep * 0.44),
            -1.3,
            (1, 0, 0),
        ),
        *[box((s * w * 0.28, tall + 0.006, -deep * 0.45), (0.05, 0.03, 0.03), (0.3, 0.31, 0.33)) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
