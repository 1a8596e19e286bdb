# /// asset
# word = "iron"
# synonyms = ["clothes iron", "steam iron", "flat iron"]
# stands_for = ["garment steamer", "clothes steamer", "steamer"]
# category = "tools"
# support = "surface"
# colors = ["shell", "trim"]
# materials = ["sole"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, pipe, rod, stretched


def pointed(length, width, low, high, tone, material):
    """A flat body whose plan is a box behind and half an ellipse in front, toward +x."""
    unit = rod((0, 0, 0), (0, 1, 0), 1.0, tone, material)
    nose = moved(stretched(unit, (length * 0.5, high - low, width / 2)), (0, low, 0))
    rear = box((-length * 0.25, (low + high) / 2, 0), (length * 0.5, high - low, width), tone, material)
    return concat_shapes(nose, rear)


@register("the soleplate")
def soleplate(*, length, width, thick, sole):
    color, material = surface(sole)
    return pointed(length, width, 0, thick, color, material)


@register("the body with water tank and dial")
def body(*, length, width, height, shell, trim):
    gloss = {"roughness": 0.2}
    lower = pointed(length * 0.95, width * 0.92, 0, height * 0.5, shell, gloss)
    upper = moved(pointed(length * 0.8, width * 0.74, height * 0.5, height, shell, gloss), (-length * 0.05, 0, 0))
    return concat_shapes(
        lower,
        upper,
        rod((length * 0.02, height, 0), (length * 0.02, height * 1.2, 0), width * 0.26, trim),
        rod((length * 0.02, height * 1.2, 0), (length * 0.02, height * 1.3, 0), width * 0.18, (0.85, 0.3, 0.25)),
    )


@register("the handle and the cord")
def handle(*, length, height, thick, shell, trim):
    arc = [
        (length * 0.33, 0, 0),
        (length * 0.28, height * 0.72, 0),
        (length * 0.1, height, 0),
        (-length * 0.28, height * 0.92, 0),
        (-length * 0.42, height * 0.7, 0),
        (-length * 0.4, 0, 0),
    ]
    cord = [
        (-length * 0.42, height * 0.66, 0),
        (-length * 0.56, height * 0.62, 0.01),
        (-length * 0.64, height * 0.2, 0.03),
        (-length * 0.6, -height * 0.55, 0.05),
    ]
    return concat_shapes(
        pipe(arc, thick, trim, {"roughness": 0.3}),
        pipe(cord, thick * 0.36, (0.15, 0.15, 0.16)),
        rod((length * 0.02, height * 0.93, 0), (-length * 0.2, height * 0.93, 0), thick * 1.12, shell),
    )


@register("a steam iron with a handle and a pointed soleplate")
def iron(*, width=0.3, height=0.15, depth=0.12, shell=(0.25, 0.5, 0.78), trim=(0.95, 0.95, 0.96), sole="steel"):
    length = 0.25
    whole = concat_shapes(
        library_call("soleplate", length=length, width=0.115, thick=0.012, sole=sole),
        moved(library_call("body", length=length, width=0.115, height=0.05, shell=shell, trim=trim), (0, 0.012, 0)),
        moved(library_call("handle", length=length, height=0.08, thick=0.013, shell=shell, trim=trim), (0, 0.055, 0)),
    )
    return fitted(whole, width, height, depth)
