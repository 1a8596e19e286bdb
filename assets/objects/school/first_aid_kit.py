# /// asset
# word = "first aid kit"
# synonyms = ["first-aid kit", "medical kit", "first aid box", "emergency kit"]
# stands_for = ["medical supplies", "bandages", "bandage", "doctor bag"]
# category = "school"
# support = "surface"
# colors = ["paint", "cross"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, rod, tube


@register("the case of two shells")
def shell(*, paint):
    gloss = {"roughness": 0.35}
    parts = []
    for z in (-0.031, 0.031):
        parts += [
            box((0, 0.11, z), (0.3, 0.2, 0.058), paint, gloss),
            box((0, 0.11, z), (0.28, 0.22, 0.058), paint, gloss),
        ]
        parts += [
            rod((x * 0.14, 0.11 + y * 0.1, z - 0.029), (x * 0.14, 0.11 + y * 0.1, z + 0.029), 0.01, paint, gloss)
            for x in (-1, 1)
            for y in (-1, 1)
        ]
    parts.append(box((0, 0.11, 0), (0.284, 0.204, 0.01), (0.12, 0.12, 0.13)))
    return concat_shapes(*parts)


@register("the white cross")
def cross_part(*, cross):
    return concat_shapes(
        rod((0, 0.11, 0.055), (0, 0.11, 0.0615), 0.078, (0.7, 0.08, 0.1)),
        box((0, 0.11, 0.06), (0.042, 0.126, 0.006), cross),
        box((0, 0.11, 0.06), (0.126, 0.042, 0.0064), cross),
    )


@register("the handle and the clasps")
def fittings():
    dark, steel = (0.12, 0.12, 0.13), surface("steel")
    return concat_shapes(
        tube([(-0.05, 0.216, 0), (-0.045, 0.245, 0), (0.045, 0.245, 0), (0.05, 0.216, 0)], 0.008, dark),
        *[box((s * 0.095, 0.212, 0), (0.028, 0.022, 0.03), *steel) for s in (-1, 1)],
    )


@register("a red first aid case with a white cross and a handle")
def first_aid_kit(*, width=0.3, height=0.25, depth=0.125, paint=(0.82, 0.1, 0.12), cross=(0.97, 0.97, 0.95)):
    whole = concat_shapes(
        library_call("shell", paint=paint), library_call("cross_part", cross=cross), library_call("fittings")
    )
    return fitted(whole, width, height, depth)
