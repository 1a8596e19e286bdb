# /// asset
# word = "boom microphone"
# synonyms = [
#     "microphone arm", "boom arm", "microphone on a boom arm", "broadcast microphone", "podcast microphone",
#     "microphone boom", "radio microphone", "microphone on an arm", "boom arm microphone",
# ]
# category = "electronics"
# support = "surface"
# colors = ["body_color", "trim"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, hoop, moved, ring, rod, rotated


@register("the weighted foot and the jointed arm with its springs")
def boom_arm(*, trim):
    steel = ((0.55, 0.56, 0.58), {"metallic": 0.9, "roughness": 0.3})
    dark = (trim, {"roughness": 0.35, "metallic": 0.4})
    elbow, tip = (-0.17, 0.4, -0.05), (0.12, 0.5, 0.03)
    parts = [
        rod((-0.05, 0, -0.08), (-0.05, 0.025, -0.08), 0.075, *dark),
        ellipsoid((-0.05, 0.025, -0.08), (0.07, 0.012, 0.07), *dark),
        rod((-0.05, 0.02, -0.08), (-0.05, 0.09, -0.08), 0.014, *steel),
    ]
    for z in (-0.013, 0.013):
        parts.append(rod((-0.05, 0.08, -0.08 + z), (elbow[0], elbow[1], elbow[2] + z), 0.007, *dark))
        parts.append(rod((elbow[0], elbow[1], elbow[2] + z), (tip[0], tip[1], tip[2] + z), 0.007, *dark))
    parts.append(rod((-0.065, 0.12, -0.076), (-0.155, 0.36, -0.054), 0.0045, *steel))
    parts.append(rod((-0.14, 0.412, -0.042), (0.03, 0.47, 0.005), 0.0045, *steel))
    parts += [
        rod((x, y, z - 0.022), (x, y, z + 0.022), 0.015, *dark) for x, y, z in ((-0.05, 0.085, -0.08), elbow, tip)
    ]
    return concat_shapes(*parts)


@register("the microphone in its shock mount, with a pop filter")
def broadcast_capsule(*, body_color, trim):
    mesh = ((0.42, 0.43, 0.45), {"metallic": 0.9, "roughness": 0.35})
    body = (body_color, {"roughness": 0.35, "metallic": 0.5})
    parts = [
        rod((0, -0.03, 0), (0, 0.075, 0), 0.029, *body),
        rod((0, 0.075, 0), (0, 0.125, 0), 0.031, *mesh),
        ellipsoid((0, 0.125, 0), (0.031, 0.024, 0.031), *mesh),
        ellipsoid((0, -0.03, 0), (0.029, 0.015, 0.029), *body),
        *[rod((0, y, 0), (0, y + 0.003, 0), 0.0325, darker(mesh[0], 0.6), mesh[1]) for y in (0.08, 0.095, 0.11, 0.122)],
        ring((0, 0.02, 0), 0.047, 0.0045, trim, parts=24),
        ring((0, 0.06, 0), 0.047, 0.0045, trim, parts=24),
        *[rod((x, 0.02, z), (x, 0.06, z), 0.003, trim) for x, z in ((0.047, 0), (-0.047, 0), (0, 0.047), (0, -0.047))],
        hoop(0.058, 0.004, trim, center=(0, 0.085, 0.095), axis=(0, 0, 1)),
        rod((0, 0.085, 0.0945), (0, 0.085, 0.0955), 0.056, (0.08, 0.08, 0.09), {"opacity": 0.75, "roughness": 0.9}),
        rod((0, 0.03, 0.095), (0, -0.03, 0.03), 0.004, trim),
    ]
    return concat_shapes(*parts)


@register("a microphone with a pop filter on a jointed boom arm")
def boom_microphone(*, width=0.36, height=0.53, depth=0.3, body_color=(0.22, 0.22, 0.24), trim=(0.08, 0.08, 0.09)):
    capsule = rotated(library_call("broadcast_capsule", body_color=body_color, trim=trim), 0.12, (1, 0, 0))
    drop = rod((0.12, 0.5, 0.03), (0.12, 0.43, 0.04), 0.007, trim)
    whole = concat_shapes(library_call("boom_arm", trim=trim), drop, moved(capsule, (0.12, 0.34, 0.045)))
    return fitted(whole, width, height, depth)
